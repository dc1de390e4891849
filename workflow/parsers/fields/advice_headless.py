"""Tables of advice without a head that says so: told by the codes of one column, and by the words of another. Pure.

Above all of them may stand no head, or one in words that name no advice; then what the cells say must be to be done.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.advice_columns import may_advise
from workflow.parsers.fields.advice_items import is_prose, item_of
from workflow.parsers.fields.advice_leads import lead_end
from workflow.parsers.fields.advice_table import is_coded, is_serial, names_advice
from workflow.parsers.fields.advice_told import says_to_do, speaks_of_advice
from workflow.parsers.page import Table
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import rough

_DONE = rough(r".*(?:แล้ว(?:เสร็จ)?[\s.]*$|อยู่ระหว่าง|ดำเนินการแล้ว)")  # what a unit did, and no advice
_SENTENCE = 20  # letters: an advice is longer, who is to follow it or by when mostly not
_LONG = 40  # letters: of an advice under a head that does not say so
_INDICATES = rough(r"(?:ชื่อ|รายการ|รหัส)?\s*(?:ตัวชี้วัด|มิติ|ด้าน|หมวด|องค์ประกอบ|เสาหลัก)")
# what was found, done, meant or measured, and who is to act by when
_TELLS_ELSE = rough(
    r"(?:ผล|สถานะ|ความ(?:ก้าวหน้า|คืบหน้า|หมาย)|คำ(?:อธิบาย|จำกัดความ|นิยาม|ถาม|ตอบ|ชี้แจง)|นิยาม|รายละเอียด|เกณฑ์|วิธี|หลักฐาน|เอกสาร|ข้อค้นพบ|ปัญหา|สาเหตุ|เหตุ|หมายเหตุ"
    r"|หน่วยงาน|ผู้|ระยะ|กำหนด|งบ|คะแนน|น้ำหนัก|เป้าหมาย|ค่า|ระดับ|โครงการ|กิจกรรม|(?:การ)?ดำเนิน(?:การ|งาน)|สิ่งที่(?:พบ|ดำเนิน|ได้|ทำ|มี)|จุด(?:แข็ง|เด่น|อ่อน)|สภาพ|ข้อมูล|วัตถุประสงค์|ตัวชี้วัด|ประโยชน์|มติ|แผน|ตัวอย่าง)"
)
_LEAST = 2  # records, where no lead-in tells of an advice
_CODE, _NAME, _ADVICE = "รหัส", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ"  # what the columns hold, as a head would say it
_Cells = Sequence[str]


def with_head(table: Table, rows: Sequence[Row] = ()) -> Table:
    """Return a table of advice without a head under the one it might bear, any other as it is; `rows` are those of its paper.

    Where no lead-in tells which column advises, its paper must speak of advice above it, and the words of what is to be done.
    """
    cells = _cells_of(table)
    head = _head_for(cells, spoken=_is_spoken_of(rows, table.page)) if cells else None
    if head:
        return replace(table, rows=(head, *table.rows), sure=())
    advice = _told_below(cells)
    return replace(table, rows=(_renamed(table.rows[0], advice), *table.rows[1:])) if advice is not None else table


def is_guessed(table: Table) -> bool:
    """Whether the head of a table names no advice in any words, though its cells seem to give it."""
    cells = _cells_of(table)
    advice = _told_below(cells)
    return advice is not None and not may_advise(cells[0][advice])


def _cells_of(table: Table) -> list[list[str]]:
    return [[to_arabic(cell).strip() for cell in row] for row in table.rows]


def _renamed(head: tuple[str, ...], advice: int) -> tuple[str, ...]:
    return (*head[:advice], _ADVICE, *head[advice + 1 :])


def _told_below(rows: Sequence[_Cells]) -> int | None:
    """Return the column of what is to be done, below a head over codes and names that does not say so; None under any other.

    Mostly sentences must stand there, and in no other column that might be it.
    """
    if len(rows) <= _LEAST or any(map(names_advice, rows[:3])) or not any(map(_INDICATES.match, rows[0])):
        return None
    records = [cells for cells in rows[1:] if len(set(filter(None, cells))) > 1]
    if len(records) < _LEAST or len({len(cells) for cells in (rows[0], *records)}) > 1:
        return None
    columns = list(zip(*records, strict=True))
    subject = _subject(columns)
    told = [n for n in range(len(columns)) if n not in subject and _tells_what_to_do(rows[0][n], columns[n])]
    return told[0] if subject and len(told) == 1 else None


def _tells_what_to_do(head: str, cells: _Cells) -> bool:
    """Whether a column holds sentences of what is to be done, or others under a head that may name advice."""
    if not _are_long(cells) or any(map(was_done, cells)):
        return False
    return may_advise(head) or (not _TELLS_ELSE.match(head) and not _INDICATES.match(head) and _to_do(cells))


def _are_long(cells: _Cells) -> bool:
    """Whether most cells of a column hold a sentence."""
    return sum(len(cell) > _LONG for cell in cells) * 2 > len(cells)


def was_done(text: str) -> bool:
    """Whether a text tells of what a unit did, or is doing."""
    return _DONE.match(text) is not None


def _to_do(cells: _Cells) -> bool:
    """Whether most cells say what is to be done."""
    return sum(map(says_to_do, cells)) * 2 > len(cells)


def names_a_record(cell: str) -> bool:
    """Whether a cell holds the code of an item and its name, whatever stands before the code."""
    text = to_arabic(cell).strip()
    item = item_of(text, []) or item_of(f"- {text}", [])
    return bool(item and item.whole and item.name and "." in item.code and not is_prose(item.name))


def _is_spoken_of(rows: Sequence[Row], page: int) -> bool:
    return any(row.page <= page and speaks_of_advice(row.text) for row in rows)


def _head_for(rows: Sequence[_Cells], *, spoken: bool) -> tuple[str, ...] | None:
    """Return the names of the columns: one of codes and names, the first record's among them, and the last that advises beside it."""
    records = [cells for cells in rows if len(set(filter(None, cells))) > 1]
    if not records or len({len(cells) for cells in records}) > 1:
        return None
    columns = list(zip(*records, strict=True))
    subject = _subject(columns)
    advising = [n for n, cells in enumerate(columns) if n not in subject and _advises(cells, spoken=spoken)]
    if not subject or not advising:
        return None
    heads = {**subject, advising[-1]: _ADVICE}
    return tuple(heads.get(n, "") for n in range(len(columns)))


def _subject(columns: Sequence[_Cells]) -> dict[int, str]:
    """Return the column that holds codes and names, or the two that do, and what they are called; none where a head stands over them."""
    for n, cells in enumerate(columns):
        if _told(cells, names_a_record):
            return {n: _NAME}
        if _told(cells, is_coded):
            words = [m for m, other in enumerate(columns) if m != n and not _told(other, is_serial)]
            return {n: _CODE, words[0]: _NAME} if words else {}
    return {}


def _told(cells: _Cells, tells: Callable[[str], bool]) -> bool:
    """Whether most cells of a column tell something, the first among them: over it stands no head."""
    return tells(cells[0]) and sum(map(tells, cells)) * 2 > len(cells)


def _advises(cells: _Cells, *, spoken: bool) -> bool:
    """Whether a column gives advice: behind a lead-in in most cells, or in sentences that mostly say what is to be done."""
    told = [cell for cell in cells if cell]
    if sum(lead_end(cell) is not None for cell in told) * 2 > len(told):
        return True
    long = len(told) >= _LEAST and sum(len(cell) > _SENTENCE for cell in told) * 2 > len(told)
    return spoken and long and _to_do(told) and not any(map(was_done, told))
