"""Who a paper is addressed to, and through whom (ผ่าน)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from workflow.parsers.fields.closing import BEFORE_A_NAME, PURPOSE, follows_closely
from workflow.parsers.fields.head_field import HeadField
from workflow.parsers.fields.head_lists import DASHED
from workflow.parsers.fields.heads import EVERY, names_post, opens_addressee, opens_unit
from workflow.parsers.fields.labels import GREETINGS
from workflow.parsers.fields.numbers import SERIES
from workflow.parsers.fields.skeleton import loose
from workflow.parsers.rows import Row, flow

_NUMBER = r"\(?\d{1,2}[.)]\s*(?=[^\d\s])"
_ITEM = re.compile(rf"(?:^|\s+){_NUMBER}")
_DEAR = re.compile(rf"^(?:(?:กราบ)?{loose('เรียน')}|{loose('ถึง')})(?=\s|[.\-:])[.\-:]?\s*(.*)")
_COUNTED = re.compile(rf"(?=\(?(\d{{1,2}})){_NUMBER}")
_FURTHER = re.compile(rf"\s+{_NUMBER}")  # behind another on one line
_SHORTEST = 4  # letters: less is the end of a word that broke over the line
_END = re.compile(r"[ก-ฮ]*[ะ-์][ก-์]*")  # of a word; with consonants alone it abbreviates an office
_INDENT = 18.0  # points: what is indented stands at least so far right of the margin
BESIDE = 120.0  # points: what begins so far right of the addressee is a pen's


# what begins a sentence, a rank or an item, and what cites a paper
_SENTENCE = re.compile(
    r"^(?:ตาม|ข้าราชการ|ลง|ท้าย|เรื่อง|และ|โดย|ขอ(?!ง)|ด้วย|เนื่อง|โปรด|ให้|จึง|ส่ง|แจ้ง|ทราบ|เห็น|สำเนา|พร้อม|ดัง|เอกสาร|มา(?!ตร)|วันที่|ที่\s"
    r"|เพื่อ|ภายใน|แล้ว|กรุณา|มอบ|ฝาก|หาก|ทั้งนี้|อนึ่ง|บัดนี้|สืบ|อนุสนธิ|รับทราบ|อนุมัติ|อนุญาต|ควร|ถือปฏิบัติ"
    r"|ดำเนินการ|พิจารณา|เร่ง|\(|พล\.|พ\.ต|ร\.ต|ด\.ต|\d)"
)
# whose opinion it is and what they say, in a line below the greeting: `กองฯ จะดำเนินการ…`, `กองสมมุติพิจารณาแล้ว…`
_OPINION = re.compile(
    r"^[ก-๙.()]{2,60}(?:ฯ\s*|\s)(?:ได้|จะ(?!แนะ|นะ)|สามารถ|ขอ(?!ง|น)|เห็น|ไม่|ยินดี|อยู่ระหว่าง|กำลัง(?!พล)|ควร|มี(?:ความ|ข้อ))"
    r"|^[ก-๙.()]{4,60}?ขอ(?:ส่ง|แจ้ง|เรียน|ให้|มอบ|ความ(?:ร่วมมือ|อนุเคราะห์))"
    r"|^(?:[ก-ฮ]{1,6}\.)+\s?(?:ได้)?(?:แจ้ง(?!วัฒนะ)|ส่ง(?!เสริม)|มีหนังสือ|รายงาน|สั่งการ)"
    r"|^[ก-๙.()]{2,60}ฯ?\s?(?:ได้)?(?:พิจารณา|ตรวจสอบ|ดำเนินการ|รับทราบ)[ก-๙]{0,16}?แล้ว"
)
_GOES_ON = re.compile(r"^และ(?=\S)")  # right below a post: the rest of its name
_BROKEN_OFF = re.compile(r"(?:และ(?:การ)?|ของ|(?<=[^\s])ใน|สังกัด|ประจำ)$")  # the end of a line on which no name ends
_ALIKE = 6  # letters that posts told one behind the other begin with alike: นายด่าน… นายด่าน…
_CONTINUES = re.compile(r"^(?:หรือ|ใน|ของ|แห่ง|สังกัด|ทั่ว|\()")
_CITES = re.compile(rf"\d\)?/\s*{SERIES}?\d|\bลง\s?\d")
_LISTED = re.compile(r"^(?:[-–•*]\s+|[-–•](?=[ก-ฮเ-ไ]))")  # what is asked of them, told in a list
# what may part two addressees on one line; what comes before it may still wait for the post behind it
_LEADS = r"(?:ผู้อำนวยการ|ผู้ว่าราชการ|ผู้บัญชาการ|ผู้บังคับการ|หัวหน้า|อธิบดี|อธิการบดี|คณบดี|ปลัด|เลขาธิการ|นายอำเภอ|นายก(?:เทศ|องค์))"
_PARTING = re.compile(rf"\s*,\s*(?:และ\s*)?|\s+/\s+|\s+และ\s*|\s+|และ(?={_LEADS})")
_LED = re.compile(rf"^{_LEADS}\S{{4,}}")  # of something; a bare post (ผู้อำนวยการและ…) is one of a person who holds both
_SHORT_POST = re.compile(
    r"^(?:รอง\s?|ผู้ช่วย\s?)?[ก-ฮ]{1,5}\."
)  # ผบก. และ ผกก. ในสังกัด: what stands behind is said of both
_WAITS = re.compile(r"(?:แทน|รักษาการ|ในฐานะ|หรือ|ผ่าน|ตำแหน่ง|หน้าที่|และ|ของ|(?<!ทุก)แห่ง|\()$")
# but ผอ.กก.สมมุติ. และ ผอ.กข.สมมุติ. name the office of each
_TWO_OFFICES = re.compile(
    r"^(?P<post>[ก-ฮ]{1,4}\.)(?:(?:[ก-ฮ]{1,5}\.)+[\d-]*\n(?P=post)(?:[ก-ฮ]{1,5}\.)+|[ก-ฮเ-ไ][ก-๙]{3,}[^\n]*\n(?P=post)[ก-ฮเ-ไ][ก-๙]{3,})"
)
_NOTE = re.compile(r"\s*\((?=เพื่อ|โปรด|ทราบ|ดำเนินการ|พิจารณา)")
# an office of which none of its kind is a part: กองช่าง กองคลัง are two
_KIND = re.compile(
    r"(?P<kind>กอง(?!บัง|บัญ|กำกับ|ร้อย|พัน|พล|ทัพ|อำนวยการ)|ฝ่าย|สำนัก(?!งาน)|กรม|กระทรวง|จังหวัด|อำเภอ|เทศบาล|โรงพยาบาล|โรงเรียน|คณะ)[ก-๙]{2,60}"
)
# posts on one line are parted by commas; a scan may lose one before the abbreviation of the next post
_BETWEEN_POSTS = re.compile(
    r",\s*|(?:(?<=[ก-ฮ]\.)|(?<=\.\d)|(?<=\.\d\d))[.,]?\s+(?=(?:รอง\s?|ผู้ช่วย\s?)?(?:ผบ|ผก|ผช|สว)[ก-ฮ]*\.)"
)


def addressees(fields: Mapping[str, HeadField]) -> tuple[tuple[str, ...], str | None]:
    """Return the addressees of a letter or memo, and the post it goes through: `ผบ.ตร.(ผ่าน ผู้ช่วย ผบ.ตร.(ปร 3))`."""
    field = next((fields[name] for name in GREETINGS if name in fields), None)
    if field is None:
        return (), None
    to, _, rest = re.sub(r"^ถึง\s*", "", _joined(field)).partition("ผ่าน")
    via = rest.replace("\n", " ").strip()
    if to.rstrip().endswith("(") and via.endswith(")"):
        via = via[:-1].strip()
    return _split(to.rstrip(" (\n") if rest else to), via or None


def _joined(field: HeadField) -> str:
    """Return the value with each addressee on a line: a row that begins with a post opens another one."""
    parts: list[list[Row]] = []
    unit = opens_unit(field.values[0])
    for n, (value, row) in enumerate(zip(field.values, field.rows, strict=True)):
        if not value:
            continue
        another = n in field.apart or opens_addressee(value, field.values[0]) or (unit and opens_unit(value))
        another = another or bool(parts and EVERY.search(parts[-1][-1].text.strip()) and not _CONTINUES.match(value))
        if parts and not another:
            parts[-1].append(Row(value, value, row.page))
        else:
            parts.append([Row(value, value, row.page)])
    return "\n".join(flow(part) for part in parts)


def _split(text: str) -> tuple[str, ...]:
    lines = [part for line in text.split("\n") for part in _ITEM.split(line)]
    ones = (DASHED.sub("", one.strip(" ,")) for part in lines for one in _each(part.strip()))
    return tuple(one for one in ones if one)


def _each(text: str, *, posts: bool = True) -> list[str]:
    """Return the posts that one line names, one behind the other; offices told in one breath (ก และ ข) stay as they are printed.

    In an endorsement abbreviated posts do so too (`posts` False), but for those that begin alike.
    """
    parts, start = [], 0
    for parting in _PARTING.finditer(text):
        before, behind, between = text[start : parting.start()], text[parting.end() :], parting.group().strip()
        waits = _WAITS.search(before) or before.count("(") > before.count(")") or behind.startswith("ทุก")
        every = EVERY.search(before.rstrip()) and opens_unit(behind)  # of which none can be a part of the other
        beside = not between and _of_one_kind(before, behind)
        alike = not posts and not between and before[:_ALIKE] == behind[:_ALIKE] != before
        two = _TWO_OFFICES.match(f"{before.strip()}\n{behind}")
        told = posts or between == "/" or two or not (_SHORT_POST.match(before) or _SHORT_POST.match(behind))
        named = _LED.match(before) if parting.group() == "และ" else names_post(before)
        if not waits and ((told and named and names_post(behind)) or every or alike or beside):
            parts.append(before)
            start = parting.end()
    return [*parts, text[start:]]


def _of_one_kind(before: str, behind: str) -> bool:
    """Whether the last name before a space and the first behind it are offices of one kind."""
    one, other = _KIND.fullmatch(before.rpartition(" ")[2]), _KIND.match(behind)
    return bool(one and other and one["kind"] == other["kind"])


def endorsement_addressees(rows: Sequence[Row]) -> tuple[str, ...]:
    """Return everyone an endorsement is addressed to: the lines after เรียน and between its purposes, commas separating posts."""
    found: list[str] = []
    listening, left, named = False, None, False
    purpose: Row | None = None
    for row, text in zip(rows, _without_notes(_unnumbered(rows)), strict=True):
        if (opened := _dear(row, text)) is not None:
            listening, text, left = True, opened, row.x0
        elif row.sure and left is not None and row.x0 is not None and row.x0 > left + BESIDE:
            continue
        elif PURPOSE.match(text):
            named, purpose = False, row
            listening = len(text) < 40 and not _CITES.search(text)  # a sentence is followed by no further addressee
            continue
        if not listening or not text:
            continue
        if purpose and _wraps(purpose, row, text):
            listening, purpose = not _CITES.search(text), _down_to(purpose, row)
            continue
        if named and EVERY.search(found[-1]) and names_post(text.removeprefix("และ")):
            text = text.removeprefix("และ")  # each of one kind, and another post
        elif named and _rest_of_name(found[-1], row, text):
            found[-1] += text
            continue
        if not _is_post(text):
            listening = False
            continue
        found += [
            one.strip()
            for item in _FURTHER.split(text)
            for part in _BETWEEN_POSTS.split(item)
            for one in _each(part.strip(), posts=False)
            if one.strip()
        ]
        named = bool(found)
    return tuple(found)


def _without_notes(texts: Iterable[str]) -> Iterator[str]:
    """Yield what rows say without what is asked of an addressee behind it, in brackets that may close on a row below."""
    noted = False
    for text in texts:
        note = 0 if noted else found.start() if (found := _NOTE.search(text)) else None
        noted = note is not None and ")" not in text[note:]
        yield text if note is None else text[:note]


def _unnumbered(rows: Sequence[Row]) -> Iterator[str]:
    """Yield what rows say without the signs of a list, and those below the first of counted addressees (เรียน ๑. …) without their numbers."""
    count, waits = 0, False
    for row in rows:
        text = _LISTED.sub("", _printed(row))
        opened = _dear(row, text)
        if opened is not None:
            count, waits = 0, True
        begins = len(text) - len(opened or text)
        number = _COUNTED.match(text, begins)
        if number and int(number[1]) == count + 1 and (count or waits):
            text = text[:begins] + text[number.end() :]
            count += 1 + len(_FURTHER.findall(text))
        waits = opened == ""
        yield text


def _rest_of_name(name: str, row: Row, text: str) -> bool:
    """Whether a row goes on with the name above it: by its และ, where that broke off, or as the end of a broken word."""
    if (
        _GOES_ON.match(text)
        or text.startswith("ทุก")
        or (_BROKEN_OFF.search(name) and _is_post(text) and not names_post(text))
    ):
        return True
    return len(text) < _SHORTEST and not row.sure and bool(_END.fullmatch(text))


def _printed(row: Row) -> str:
    """Return what a row says; on a scan without what a pen wrote behind it, and with the addressee that stands off its เรียน."""
    runs = re.split(r"\s{2,}", row.text.strip()) if row.sure else [row.text.strip()]
    return " ".join(runs[: 1 if _dear(row, runs[0]) != "" else 2])


def _wraps(purpose: Row, row: Row, text: str) -> bool:
    """Whether a row is the rest of a purpose above it, which began indented: the row begins at the margin, and names no post or office.

    Where the purpose breaks off before one (ตามที่|กองสมมุติเสนอ), it names that.
    """
    if purpose.box is None or row.box is None or row.page != purpose.page:
        return False
    indented, below = purpose.box[0] - row.box[0] > _INDENT, follows_closely(purpose, row)
    awaited = BEFORE_A_NAME.search(purpose.text.strip()) or _BROKEN_OFF.search(purpose.text.strip())
    named = (names_post(text) or opens_unit(text)) and not awaited
    return bool((indented or awaited) and below and not named)


def _down_to(purpose: Row, row: Row) -> Row:
    """Return a purpose that runs down to a row: it begins where it began, and goes on below."""
    return replace(purpose, box=(*purpose.box[:3], row.box[3])) if purpose.box and row.box else purpose


def _dear(row: Row, text: str) -> str | None:
    """Return what stands behind เรียน, None on a row without it."""
    exact = re.match(r"^(?:(?:กราบ)?เรียน\s*|(?:ถึง|เสนอ|นมัสการ)(?:\s+|$))(.*)", text)
    found = exact or (_DEAR.match(text) if row.sure else None)
    return found[1] if found else None


def _is_post(text: str) -> bool:
    """Whether a line under เรียน names posts or units rather than beginning or continuing a sentence."""
    said = _SENTENCE.match(text) or _OPINION.match(text) or _CITES.search(text)
    return not (said or (len(text) < _SHORTEST and "." not in text))
