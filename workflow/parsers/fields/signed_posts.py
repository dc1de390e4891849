"""The rows of a post below the name of who signed: which belong to the block, by their words and where they stand."""

import re
from collections.abc import Sequence

from workflow.parsers.fields.dated import date_alone, loose_date
from workflow.parsers.fields.titles import ACTING, ANY_ACTING, POST, RANK, UNIT, rank_in, split_acting
from workflow.parsers.rows import Row, narrowed

# a text layer may print the last cluster again behind the bracket
NAME = re.compile(
    rf"^(?:ลงชื่อ\s*)?(?P<rank>{RANK})?\s*\(\s*(?P<within>{RANK})?\s*(?P<name>[^()\d]{{4,60}}?)\s*\)[ก-ฮ]?[ะ-ฺ็-๎]*$"
)
# a post that is no post without its unit
_BARE_POST = re.compile(
    r"^(?:(?:รอง|ผู้ช่วย)?(?:ผู้อำนวยการ|ผู้จัดการ|หัวหน้า|เลขาธิการ|อธิบดี|ปลัด|ประธาน\S{0,12}|คณบดี|อธิการบดี))$|.*ทำการแทน$"
)
_NOT_TITLE = re.compile(
    r"^(?:โทร|สำเนา|ลงนาม|ลงลายมือชื่อ|ลายมือชื่อ|(?:Digitally )?signed|เอกสาร(?:นี้|ฉบับนี้)|หนังสือ(?:นี้|ฉบับนี้)|ไปรษณีย์|E-?mail|ฝ่าย.*โทร|-|\d|เรียน|ที่\s)",
    re.I,
)
_LONG = 90  # letters: a longer row is a sentence
_MOST_TITLES = 4  # rows: two posts, each broken once
PEN = 0.8  # a line read less surely is a pen's: a signature, a note, an initial
_LETTERS_OFF = 5.0  # so far apart are the middles of lines that a typist centred by eye
# what is ordered below a signature, were it set on the same middle
ORDERS = re.compile(
    r"^(?:(?:รับ)?ทราบ|เห็น(?:ชอบ|ควร|ด้วย)|ชอบ|อนุ(?:มัติ|ญาต)|ดำเนินการ|มอบ|แจ้ง|ลง(?:นาม|ชื่อ|รับ)|ให้|โปรด|จัด(?:ทำ|ส่ง|การประชุม)|ส่ง(?!เสริม|ออก)"
    r"|ถือ|เสนอ|เรียน|ขอ(?:ให้|ทราบ|บคุณ|เชิญ)|ตาม(?:เสนอ|ที่|ข้อ)|นำ(?:เรียน|เสนอ|เข้า|ส่ง)|พิจารณา|เวียน|ไม่|ยินดี|ชะลอ)"
)
# the post that a civil servant's rank gives, and an office held beside it, unless the row tells what one in it is to do
_RANKED = re.compile(r"(?:ปฏิบัติการ|ชำนาญการ(?:พิเศษ)?|เชี่ยวชาญ|ทรงคุณวุฒิ|ปฏิบัติงาน|ชำนาญงาน|อาวุโส|ทักษะพิเศษ)$")
_OFFICE = re.compile(
    r"^(?:(?:รอง|ผู้ช่วย)\s?)?(?:หัวหน้า|ผู้อำนวยการ|เลขานุการ)(?!.*(?:ดำเนินการ|ทราบ|พิจารณา|โปรด|เพื่อ|ประสาน))\S"
)
_EDGED = 2.0  # points: lines set at one tab
_CENTRED = 3.0  # points: lines set on one middle
_SPACED = 4.0  # points: room left above an order, more than between the lines of a block
_FAR = 60.0  # points: room for three lines, as another signs in
ALIGNED, CLOSE = 12.0, 14.0  # points: lines of one block share an edge or a centre, and follow one another closely


def joined(titles: Sequence[Row]) -> str:
    """Return the title in one line; an acting phrase broken over two rows becomes whole again."""
    text = " ".join(row.text.strip() for row in titles)
    return re.sub(r"(ปฏิบัติ|ราชการ|รักษา|การ|หน้าที่|ใน)\s+(ราชการ|การ|หน้าที่|ตำแหน่ง|แทน)(?=\s|แทน|[ก-ฮเ-ไ]|$)", _closed, text)


def _closed(found: re.Match[str]) -> str:
    """Return an acting phrase whole; `ชำนาญการ แทน` ends a rank and begins one."""
    phrase, before = found[1] + found[2], found.string[: found.start()]
    of = (acting.partition(phrase)[0] for acting in ACTING if phrase in acting)
    return phrase if any(before.endswith(begun) for begun in of) else found[0]


def title_rows(rows: Sequence[Row], index: int, name: Row) -> tuple[list[Row], int]:
    """Return the rows of the post below a name that stands on a row, and the number of the last of them (the row's own when none is)."""
    titles: list[Row] = []
    last, apart = index, set_apart(rows, index)
    for n in range(index + 1, min(index + 2 * _MOST_TITLES, len(rows))):
        row = beside(name, rows[n])
        if row.sure and (row.confidence < PEN or not under(name, row)):
            continue  # a pen's stroke, or a line of the left column beside the block
        if (
            row.sure
            and not titles
            and ORDERS.match(row.text.strip())
            and n + 1 < len(rows)
            and _is_post(name, rows[n + 1])
        ):
            continue  # a note that a pen set between the name and its post
        if len(titles) == _MOST_TITLES or not _is_title(row):
            break
        if titles and not (_goes_on([name, *titles], row) or (apart and _edged(name, titles[-1], row))):
            break
        titles.append(row)
        last = n
    return titles, last


def beside(name: Row, row: Row) -> Row:
    """Return the row without what stands beside the block: another column, or a pen's note on the same line."""
    return narrowed(row, name.box[0], name.box[2]) if name.box and name.page == row.page else row


def _is_title(row: Row) -> bool:
    text = row.text.strip()
    return not (
        _NOT_TITLE.match(text) or date_alone(row) or loose_date(text) or NAME.match(text) or rank_in(text)
        or (len(text) > _LONG and not _acts_for(text))
    )  # fmt: skip


def _is_post(name: Row, row: Row) -> bool:
    return under(name, row) and POST.match(row.text.strip()) is not None


def _acts_for(text: str) -> bool:
    """Whether a row is two posts with an acting phrase between them: the one title that may be as long as a sentence."""
    return bool(POST.match(text)) and len(text) < 2 * _LONG and split_acting(text)[2] is not None


def _goes_on(block: Sequence[Row], row: Row) -> bool:
    """Whether a second row still belongs to the title below a name: after an acting phrase, or in line with the name."""
    name, above, text = block[0], block[-1], block[-1].text.strip()
    if _far(above, row):
        return False
    if re.match(rf"(?:{ANY_ACTING})", row.text.strip()) or _acting_broken(above, row):
        return True
    _, acting, acted_for = split_acting(text, noisy=bool(row.sure))
    if acting and acted_for is None:
        return True
    if _BARE_POST.match(text) and UNIT.match(row.text.strip()) and not row.blank_before and not row.box:
        return True
    if not (row.box and name.box and above.box) or row.page != above.page:
        return _typed_below(name, above, row) or (_holds(above, row) and not row.blank_before)
    if _holds(above, row) and abs(row.box[0] - name.box[0]) < _EDGED:
        return row.box[1] - above.box[3] < CLOSE
    placed = _in_line(name, above, row) or _acted_for_wraps(block, row)
    return placed and row.box[1] - above.box[3] < CLOSE and not _ordered(block[-2:], row)


def _far(above: Row, row: Row) -> bool:
    """Whether room for several lines stands between two rows: another's block begins below."""
    return bool(above.box and row.box and above.page == row.page and row.box[1] - above.box[3] > _FAR)


def _acting_broken(above: Row, row: Row) -> bool:
    """Whether an acting phrase breaks over two rows: ปฏิบัติ|ราชการแทน, wherever its second half is set."""
    return joined([above, row]) != f"{above.text.strip()} {row.text.strip()}"


def _acted_for_wraps(block: Sequence[Row], row: Row) -> bool:
    """Whether a row goes on at the left edge or on the middle of the post acted for, the last row of a block, and begins nothing."""
    above, text = block[-1], row.text.strip()
    if not (row.box and above.box) or row.sure or ORDERS.match(text) or POST.match(text):
        return False
    acting = any(split_acting(title.text.strip())[1] for title in block[1:-1])
    edged = abs(row.box[0] - above.box[0]) < _EDGED and row.box[2] < above.box[2] and not UNIT.match(text)
    centred = abs(sum(row.box[::2]) - sum(above.box[::2])) < 2 * _CENTRED
    return bool(acting and edged) or bool(centred and split_acting(above.text.strip())[2])


def _holds(above: Row, row: Row) -> bool:
    """Whether a row is the office held by one whose rank gives the post above it."""
    return row.page == above.page and bool(_RANKED.search(above.text.strip()) and _OFFICE.match(row.text.strip()))


def _ordered(block: Sequence[Row], row: Row) -> bool:
    """Whether a row begins as an order does, farther below the last row of a block than that is below the one before."""
    (before, above), begins = (line.box for line in block), ORDERS.match(row.text.strip())
    return bool(begins and before and above and row.box and row.box[1] - above[3] > above[1] - before[3] + _SPACED)


def _edged(name: Row, above: Row, row: Row) -> bool:
    """Whether a row follows closely at the left edge that the name and its title share, and begins no order."""
    edges = [one.x0 for one in (name, above, row) if one.x0 is not None and one.page == name.page]
    close = above.box and row.box and row.box[1] - above.box[3] < CLOSE
    return bool(close) and len(edges) == 3 and _spread(edges) < _EDGED and not ORDERS.match(row.text.strip())


def _typed_below(name: Row, above: Row, row: Row) -> bool:
    """Whether a row of a file without places is set below the name and the title above it, and begins no order."""
    places = [place for row in (name, above, row) if len(row.parts) == 1 and (place := row.parts[0].set_at)]
    if len(places) < 3:
        return False
    edges, middles = zip(*places, strict=True)
    edged, centred = _spread(edges) <= 1, _spread(middles) <= _LETTERS_OFF
    placed = (edged or centred) and row.page == name.page
    return placed and not row.blank_before and not ORDERS.match(row.text.strip())


def _spread(places: Sequence[float]) -> float:
    return max(places) - min(places)


def _in_line(*rows: Row) -> bool:
    """Whether rows share their centre."""
    centres = [(row.box[0] + row.box[2]) / 2 for row in rows if row.box]
    return max(centres) - min(centres) < ALIGNED


def under(name: Row, row: Row) -> bool:
    """Whether a row stands below the name rather than in another column; rows of another page always do."""
    if not (name.box and row.box) or name.page != row.page:
        return True
    return row.box[0] < name.box[2] and row.box[2] > name.box[0]


def set_apart(rows: Sequence[Row], index: int) -> bool:
    """Whether a row stands right of the margin and is short, as a signature does and a sentence does not."""
    box = rows[index].box
    margin = min((r.x0 for r in rows if r.x0 is not None and r.page == rows[index].page), default=None)
    return bool(box and margin is not None and box[0] > margin + 100 and len(rows[index].text) < 45)
