"""Tables of advice without a head: told by the codes of one column, and by the words of another that lead into an advice. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.advice_lines import ADVICE, is_prose, item_of, lead_end
from workflow.parsers.fields.advice_table import is_coded, is_serial
from workflow.parsers.fields.advice_told import begins_to_do
from workflow.parsers.page import Table
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import rough

_ADVISES = rough(rf".*{ADVICE}")
_DONE = rough(r".*(?:แล้ว(?:เสร็จ)?[\s.]*$|อยู่ระหว่าง|ดำเนินการแล้ว)")  # what a unit did, and no advice
_WORKS = rough(
    r"(?:พัฒนา|ส่งเสริม|สนับสนุน|สร้าง|ยกระดับ|ขยาย|เชื่อม|ปรับ|ประกาศ|แต่งตั้ง|ตั้ง|ประเมิน|ตรวจ|สำรวจ|ศึกษา|รวบรวม|คัดเลือก|ใช้|ย้าย|ลด|เปิด|วาง|ออกแบบ|จัด)"
)  # what an advice may begin with where it does not say that it should be done
_SENTENCE = 20  # letters: an advice is longer, who is to follow it or by when mostly not
_LEAST = 2  # records, where no lead-in tells of an advice
_CODE, _NAME, _ADVICE = "รหัส", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ"  # what the columns hold, as a head would say it
_Cells = Sequence[str]


def with_head(table: Table, rows: Sequence[Row] = ()) -> Table:
    """Return a table of advice without a head under the one it might bear, any other as it is; `rows` are those of its paper.

    Where no lead-in tells which column advises, its paper must speak of advice above it, and the words of what is to be done.
    """
    cells = [[to_arabic(cell).strip() for cell in row] for row in table.rows]
    head = _head_for(cells, spoken=_is_spoken_of(rows, table.page)) if cells else None
    return replace(table, rows=(head, *table.rows)) if head else table


def names_a_record(cell: str) -> bool:
    """Whether a cell holds the code of an item and its name, whatever stands before the code."""
    text = to_arabic(cell).strip()
    item = item_of(text, []) or item_of(f"- {text}", [])
    return bool(item and item.whole and item.name and "." in item.code and not is_prose(item.name))


def _is_spoken_of(rows: Sequence[Row], page: int) -> bool:
    return any(row.page <= page and _ADVISES.match(row.text) for row in rows)


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
    to_do = sum(begins_to_do(cell) or _WORKS.match(cell) is not None for cell in told) * 2 > len(told)
    return spoken and long and to_do and not any(map(_DONE.match, told))
