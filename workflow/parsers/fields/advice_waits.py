"""Where a line breaks off so that what stands below belongs to it: a number it leads to, or the indicator it names. Pure."""

import re
from collections.abc import Sequence

from workflow.parsers.fields.advice_headings import groups_indicators, indicator_named, is_group_title, unmarked
from workflow.parsers.fields.advice_items import Item
from workflow.parsers.fields.advice_layout import Layout
from workflow.parsers.fields.advice_leads import (
    ADVICE,
    ANNOUNCES,
    advises,
    ends,
    is_listed,
    lead_end,
    pauses,
    phrase_in,
)
from workflow.parsers.fields.advice_names import split_indicator, without_doer
from workflow.parsers.fields.advice_rows import INDENT, SAME_EDGE, cut, edges_of, level
from workflow.parsers.fields.advice_tellers import ISSUER
from workflow.parsers.fields.advice_told import says_to_do
from workflow.parsers.rows import BULLET, Row, flow, rows_of
from workflow.parsers.skeleton import begins_like, rough

# a mark told before it waits for none: `ตัวชี้วัดที่มีคะแนนต่ำกว่า 60 คะแนน`
_A_NUMBER = rough(r"(?:ร้อยละ|(?<!\d)(?<!\d\s)คะแนน|จำนวน|เท่ากับ|เฉลี่ย|อยู่ที่)\s*$")
# a label alone on its line: the number alone below it is its own
_A_MARK = rough(
    r"(?:[-–•]\s*|\(?\d{1,2}[.)]\s*)?(?:(?:ผล)?คะแนน|ค่าเฉลี่ย|ค่ากลาง|มัธยฐาน|(?:ใน)?ภาพรวม|ค่าดัชนี|ดัชนี)[^\d:]{0,40}[:=]?\s*$"
)
_SHALLOWER = 8.0  # points away from where items and advices begin: the paper goes on
_WORD = re.compile(r"[ก-ฮ][ะ-ฺเ-๎]*[ก-ฮ]")  # vowels may stand between its letters
_CALLED = re.compile(r"^([^\s\d:][^\d:]{2,38}):\s")
_MARK_WIDTH = 30.0  # points: of an entry's mark and what stands between it and the words
# whoever is to do it, behind the colon that ends a name, on a line that breaks off before ควร; behind the word for an indicator
# its name stands
_WHO = re.compile(
    r"(?<!ตัวชี้วัด)(?<!มิติ)(?<!ด้าน)(?<!หลัก)(?<!ย่อย)(?<!ชื่อ)\s*:\s*(?P<who>(?:ทุก|ทั้ง)?(?:หน่วย(?:งาน)?|ส่วนราชการ|องค์กร|ท่าน"
    r"|ผู้บริหาร(?:ของ|หน่วย|องค์กร|กรม|สูงสุด|ทุก|ทั้ง|$)|เจ้าหน้าที่(?!ดิจิทัล)|คณะ(?:ทำงาน|กรรมการ)|กรม|กระทรวง|กอง|สำนัก|ศูนย์|จังหวัด"
    r"|เทศบาล|มหาวิทยาลัย|โรงพยาบาล)[^\d:]{0,40})$"
)
_RAGGED = 24.0  # points: rows that wrap end within so much of one another
_LONG = 40  # letters: the rest of an indicator's name is shorter
Rows = tuple[Sequence[Row], Sequence[Row]]
Own = tuple[Sequence[Row | None], Sequence[Row]]  # where an item and its advice begin, and their further rows
# at the end of a row: the lead-in of the advice below; the indicator behind a name, whole (การ|ให้บริการ is not)
_LEADS_ON = rough(rf"(?:\s|(?<=[)\]”\"]))(?P<lead>{ADVICE}(?:\s*(?:จาก|ของ|โดย)\s*{ISSUER})?)\s*:?\s*$")
_LEAD_GOES_ON = rough(r"(?:คือ|ว่า|ได้แก่|ดังนี้|มี|จาก|ของ|โดย|เพื่อ|ใน|ที่|เชิง)")
_UNDER_A_PART = rough(
    r"(?:ภายใต้|อยู่ใน|ใน|ของ|สังกัด)\s*(?:ตัวชี้วัด|มิติ|หมวด|องค์ประกอบ|เสา|ด้าน)(?:\s*หลัก)?(?:\s*(?:ที่\s*)?\d{1,2}\s)?\s*\S+(?<!การ)\s*$"
)
_IS_TO = rough(r"ให้(?!ความ|บริการ|คำ)")
_A_PART = rough(r"\s(?:อยู่)?(?:ใน|ภายใต้|สังกัด|ของ|ตาม)\s*$")


def lead_called(text: str) -> list[str]:
    """Return what a paragraph calls itself before a colon, if it does."""
    called = _CALLED.match(text)
    return [called[1]] if called else []


def is_entry_inside(row: Row, head: Row | None, below: Sequence[Row]) -> bool:
    """Whether a marked row stands deeper than the head of its item and than what follows, and names no kind of indicators."""
    text, after = row.text.strip(), below[0].x0 if below else None
    if head is None or head.x0 is None or row.x0 is None or after is None or not is_listed(text):
        return False
    title = unmarked(text)[1]
    deeper = row.x0 > max(head.x0, after) + INDENT
    return deeper and (advises(title) or not (groups_indicators(title) or indicator_named(title)))


def begins_behind(naming: Sequence[Row], text: str, between: str) -> bool:
    """Whether a row below a name that broke off begins its advice: as advice does, behind a lead-in, or behind the indicator.

    That one is whole where the bracket closes that `between` opens in this paper, or where ให้ stands below.
    """
    named = flow(naming)
    closed = between.lstrip().startswith("(") and between in named and named.endswith(")")
    told = _IS_TO.match(text) and _UNDER_A_PART.search(named)
    led = lead_at_end(naming) and not _LEAD_GOES_ON.match(text)
    return advises(text) or bool(led or told or (closed and named.count("(") == named.count(")")))


def told_below(naming: Sequence[Row], between: str) -> list[Row]:
    """Return the rows below the first of a name that nothing else tells from an advice: what is to be done, below a whole indicator.

    A row may end so near the edge that a word would have had no room. `between` is what stands between name and indicator in this paper.
    """
    named, below = flow(naming[:1]), list(naming[1:])
    whole = between and between in named and named.count("(") == named.count(")") and not named.endswith("การ")
    text = flow(below)
    return below if whole and len(text) > _LONG and says_to_do(text) else []


def lead_at_end(naming: Sequence[Row]) -> list[str]:
    """Return the lead-in with which the row of a name breaks off, if it does."""
    found = _LEADS_ON.search(naming[-1].text)
    return [found["lead"]] if found else []


def takes(above: Row, item: Item) -> bool:
    """Whether what seems an item without a word for it is the number that the row above waits for."""
    alone = not item.name and _A_MARK.match(above.text.strip())
    titled = is_group_title(unmarked(above.text.strip())[1])  # `ข. ด้านที่มีผลใกล้เคียงค่าเฉลี่ย` heads what follows
    return bool(alone) or (waits_for_a_number(above) and not titled)


def waits_for_a_number(row: Row) -> bool:
    """Whether a row breaks off where its number must follow."""
    return _A_NUMBER.search(row.text) is not None


def waits_for_a_part(row: Row) -> bool:
    """Whether a row breaks off behind the word that an indicator follows."""
    return _A_PART.search(row.text) is not None


def closes_a_bracket(naming: Sequence[Row], first: Row | None, below: str) -> bool:
    """Whether a name breaks off inside a bracket that the line below closes: it goes on there, however that line stands.

    The bracket around the code is no part of the name: it is sought in the `first` row as it is printed.
    """
    printed = [first, *naming[1:]] if first else []
    closing = [pair for pair in ("()", "[]") if pair[1] in below.partition(pair[0])[0]]
    left_open = any(_left_open(flow(rows), *pair) for pair in closing for rows in (naming, printed))
    return left_open and lead_end(below) is None


def _left_open(text: str, opened: str, closed: str) -> bool:
    """Whether a bracket stays open; the one that only closes, behind the number of an entry (`1)`), closes none."""
    depth = 0
    for letter in text:
        depth = max(0, depth + (letter == opened) - (letter == closed))
    return depth > 0


def ends_a_name(n: int, text: str, layout: Layout) -> bool:
    """Whether a row above a lead-in is the rest of a name: short, below a row that went to the right edge, and no label of its own."""
    return n in layout.short and n - 1 not in layout.short and ":" not in text and lead_end(text) is None


def name_runs_on(n: int, own: tuple[Row | None, Row], about: Rows, layout: Layout) -> bool:
    """Whether a name goes on in a row: in its bracket, above deeper rows in which the advice begins, or to its indicator behind it.

    `own` are the head and the row, `about` the rows of the name so far and those below.
    """
    (first, row), (naming, below) = own, about
    further = _ends_over_deeper(n, own, below, layout) or _wraps_to_its_part(own, below)
    return closes_a_bracket(naming, first, row.text.strip()) or further


def _wraps_to_its_part(own: tuple[Row | None, Row], below: Sequence[Row]) -> bool:
    """Whether a row left of the head and of the row below holds the indicator behind the rest of a name: `ชื่อ|ที่เหลือ ในตัวชี้วัด…`."""
    first, row = own
    if first is None or not below or None in (first.x0, row.x0, below[0].x0) or row.page != first.page:
        return False
    out = (row.x0 or 0.0) + INDENT < min(first.x0 or 0.0, below[0].x0 or 0.0)
    return out and not says_to_do(row.text.strip()) and split_indicator(row.text.strip())[1] is not None


def _ends_over_deeper(n: int, own: tuple[Row | None, Row], below: Sequence[Row], layout: Layout) -> bool:
    """Whether a row right below a full head, level with it and short, is the rest of a name: deeper below it the advice begins."""
    first, row = own
    if first is None or not below or not level(row, first) or n not in layout.short or n - 1 in layout.short:
        return False
    under, text = below[0], below[0].text.strip()
    deeper = under.x0 is not None and row.x0 is not None and under.x0 > row.x0 + INDENT and under.page == row.page
    begun = ends(text) or pauses(text) or groups_indicators(text)
    told = says_to_do(row.text.strip()) or is_listed(row.text.strip()) or ANNOUNCES.match(row.text.rstrip(" :"))
    return deeper and not begun and not told


def ends_above(n: int, row: Row, told: Sequence[Row], layout: Layout) -> bool:
    """Whether a line that names no group stands right below a full row of an advice, or of an item told in one breath, and level with it."""
    under = bool(told) and level(row, told[-1]) and n - 1 not in layout.short
    return under and not is_group_title(row.text.strip())


def steps_out(row: Row, first: Row | None) -> bool:
    """Whether a line called as headings are stands to the left of the item above it: what wraps in an advice does not."""
    text, edge = row.text.strip(), first.x0 if first else None
    out = row.x0 is not None and edge is not None and row.x0 < edge - SAME_EDGE
    return out and (is_group_title(text) or indicator_named(unmarked(text)[1]) is not None)


def on_bullets_edge(row: Row, below: Sequence[Row], layout: Layout) -> bool:
    """Whether a row without a bullet stands on the edge of the bullet below it, where advice hangs deeper: it heads what follows."""
    listed = bool(below) and below[0].text.startswith(BULLET) and not row.text.startswith(BULLET)
    return listed and not layout.wraps and level(row, below[0])


def left_of(row: Row, advising: Sequence[Row]) -> bool:
    """Whether a row stands to the left of all rows of an advice: however full the one above it is, it does not go on there."""
    edges = [told.x0 for told in advising if told.page == row.page]
    return row.x0 is not None and bool(edges) and all(x is not None and row.x0 < x - SAME_EDGE for x in edges)


def stands_elsewhere(n: int, row: Row, own: Own, layout: Layout, free: Sequence[Row]) -> bool:
    """Whether a paragraph is indented otherwise than an item and its advice have begun, or stands to the left of their further rows."""
    begun, further = own
    if _hangs(n, row, [*begun[1:], *further], layout) and not any(level(row, other) for other in free):
        return False
    wrapped = bool(further) and n - 1 not in layout.starts
    out = wrapped and left_of(row, [told for told in (*begun, *further) if told])
    return out or (n in layout.indented and _set_elsewhere(row, begun, free))


def _hangs(n: int, row: Row, told: Sequence[Row | None], layout: Layout) -> bool:
    """Whether a row goes on below a full one of a listed entry, where its words begin behind their mark."""
    entry = next((other for other in reversed(told) if other and _was_listed(other)), None)
    if entry is None or entry.x0 is None or row.x0 is None or n - 1 in layout.short or is_listed(row.text.strip()):
        return False
    return 0 < row.x0 - entry.x0 < _MARK_WIDTH


def _was_listed(row: Row) -> bool:
    """Whether a row begins as an entry of a list does, or did before its lead-in was cut off."""
    return is_listed(row.text.strip()) or any(is_listed(first.text.strip()) for first in rows_of(row.parts[:1]))


def _set_elsewhere(row: Row, begun: Sequence[Row | None], free: Sequence[Row]) -> bool:
    """Whether a paragraph begins neither where the item nor its advice has `begun`, and is no list inside an advice."""
    edges = [edge for other in begun if other for edge in edges_of(other)]
    as_text = any(level(row, other) for other in free)  # its paragraphs may begin close to where the items do
    near = SAME_EDGE if as_text else _SHALLOWER
    apart = row.x0 is not None and bool(edges) and all(abs(row.x0 - edge) > near for edge in edges)
    return apart and not (is_listed(row.text.strip()) and row.x0 is not None and row.x0 > min(edges))


def lead_here(text: str, usual: str, *, torn: bool, wrapped: bool = False) -> int | None:
    """Return where the lead-in of a line ends; where a scan is `torn`, by the lead-in this paper uses, or by what is left of it.

    A `wrapped` line below a name may begin with the last words of that.
    """
    exact = begins_like(text, usual, 0.2) if usual else None
    if exact is not None and not _WORD.search(text[: (phrase_in(text, usual) or (0, 0))[0]]):  # of a name
        return exact
    end = lead_end(text, wrapped=wrapped)
    if end is None and usual and torn:
        last = usual.split()[-1]
        end = begins_like(text, usual, 0.45) or (begins_like(text, last, 0.34) if len(last) > 3 else None)
    return end


def left_over(text: str, usual: str) -> bool:
    """Whether a row that no item takes begins an advice: with the lead-in this paper uses, whole or torn, and not as a title does.

    A title begins with the same words, on which its own go on at once: `ข้อเสนอแนะรายตัวชี้วัด`; so may what announces them all.
    """
    if not usual or ANNOUNCES.match(text) or begins_like(text, usual, 0.2) is None:
        return False
    return lead_end(text) is not None or begins_like(text, usual.rstrip(" :"), 0.0) is None


def with_doer_apart(name: str, advising: Sequence[Row], above: Row) -> tuple[str, list[Row]]:
    """Return a name and its advice, with whoever is to do it in the advice.

    Whoever that is, told behind the name and a colon (`…ภายใน: หน่วยงาน|ควร…`), is of the advice where the row `above` was full.
    """
    first, *more = advising
    text, name = first.text.strip(), without_doer(name)
    if (told := _WHO.search(name)) and told.start() and advises(text) and _was_full(above, advising):
        return name[: told.start()], [cut(first, f"{told['who']}{text}"), *more]
    return name, list(advising)


def _was_full(above: Row, below: Sequence[Row]) -> bool:
    """Whether a row ends as far to the right as any below it: a paragraph goes on there."""
    edges = [row.box[2] for row in below if row.box and row.page == above.page]
    return bool(above.box and edges) and above.box is not None and above.box[2] > max(edges) - _RAGGED
