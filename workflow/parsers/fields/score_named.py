"""The code and the name of a score table's row, in one cell or several, in whichever form the code is printed. Pure."""

import re
from collections.abc import Sequence

from workflow.parsers.fields.score_columns import CODES, Column
from workflow.parsers.fields.score_grid import CODE, ENOUGH, Cell, GridRow
from workflow.parsers.skeleton import RoughMatch, rough

_WORD = r"(?:ตัวชี้วัด|ด้าน|มิติ|หมวด|องค์ประกอบ|เสาหลัก|ประเด็น|หัวข้อ|ข้อ|[Pp]illar|[Dd]imension|[Ii]ndicator)(?:ย่อย|หลัก)?(?:ที่)?"
# `1.1 ชื่อ`, `(1.1) ชื่อ`, `1.1) ชื่อ`, `ตัวชี้วัดย่อยที่ 1.1 ชื่อ`, `1.ชื่อ`; a number that counts the rows may stand before it
_SERIAL = r"\d{1,2}[.)]?\s+(?=[(\[]?\d{1,2}\.\d{1,2}[.)\]]*\s)"
_CODED = rough(
    rf"(?:{_SERIAL})?(?:{_WORD}\s*)?[(\[]?(?P<code>\d{{1,2}}(?:\.\d{{1,2}})*)(?:[)\]]\.?\s*|\.?\s+|\.(?=[ก-ฮเ-ไA-Z]))(?P<name>(?=.*[ก-๙A-Za-z])\S.*)$"
)
_BEHIND = rough(
    rf"(?P<name>.*[ก-๙A-Za-z].*?)\s*[(\[]\s*(?:{_WORD}\s*)?(?P<code>\d{{1,2}}(?:\.\d{{1,2}})+|1?\d(?=\s*\)$))\s*[)\]]$"
)
_CALLED = rough(rf"(?P<name>.*[ก-๙A-Za-z].*?)\s*รหัส\s*(?:{_WORD}\s*)?(?P<code>\d{{1,2}}(?:\.\d{{1,2}})+)$")
_ONLY_A_WORD = rough(rf"{_WORD}\s*$")
_BULLET = re.compile(r"^[^\w\s(\[“\"'‘]{1,2}\s+")
_ALONE = re.compile(r"^[(\[]?(?P<code>1?\d(?:\.\d{1,2})+)(?:[)\]]|\.)?$")
_CLOSED = re.compile(r"^[(\[]?(?P<code>1?\d(?:\.\d{1,2})+)[)\].]$")  # no mark has a bracket or a full stop behind it
_PART = re.compile(r"^1?\d\.?$")  # the code of a whole indicator, in a column of codes
_LETTER = re.compile(r"[ก-๙A-Za-z]")


def only_a_word(name: str | None) -> bool:
    """Whether a row tells no name: nothing, or only the word for what it names (ตัวชี้วัด), whose code stands elsewhere."""
    return name is None or _ONLY_A_WORD.match(name) is not None


def begins_with_a_code(text: str) -> bool:
    """Whether a line begins with the code of a sub-indicator and its name."""
    found = _CODED.match(text)
    return found is not None and "." in found["code"]


def codes_behind(grid: Sequence[GridRow]) -> Column | None:
    """Return the column of codes that stands right behind the names: in so many rows codes that are no marks."""
    second = [row.cells[1] for row in grid if len(row.cells) > 1 and _LETTER.search(row.cells[0].text)]
    closed = [cell for cell in second if _CLOSED.match(cell.text)]
    edges = min((c.x0 for c in closed), default=0.0), max((c.x1 for c in closed), default=0.0)
    return Column(*edges, "neither", None) if len(closed) >= ENOUGH else None


def code_and_name(
    row: GridRow, columns: Sequence[Column], coded_behind: Column | None = None
) -> tuple[str | None, str | None]:
    """Return the code and the name of a row; of a number that only counts the rows, or names the part, and a code behind it, the code.

    `coded_behind` is the column of the codes that stand behind the names.
    """
    texts = [c.text for c in row.cells if not (c.decimal and any(col.holds(c) for col in columns)) or c is row.cells[0]]
    first = _coded(texts[0]) if texts else None
    if first and "." in first["code"]:
        return first["code"], _spaced(first["name"])
    if later := _coded_later(texts[1:]):  # behind a level, a number of the row, or the indicator it belongs to
        return later["code"], _spaced(later["name"])
    if (coded := _code_within(row, columns)) and not (first and "." not in _bare(coded)):
        return _bare(coded), _spaced(_name_beside(row, coded, texts))
    if first and (part := _of_part(first["code"], texts)):
        return part
    if first:
        return first["code"], _spaced(first["name"])
    if told := _behind_the_name(row, texts, coded_behind):
        return told, _spaced(texts[0])
    code = CODE.match(texts[0]) if texts else None
    if code is None and len(texts) > 2 and (beside := _ALONE.match(texts[1])) and _LETTER.search(texts[2]):
        return beside["code"], _spaced(texts[2])  # behind what is left of the part's name
    if code is None:
        return None, _spaced(texts[0] if texts else None)
    behind = CODE.match(texts[1]) if len(texts) > 1 and "." not in code["code"] else None
    if behind and "." in behind["code"]:
        code, texts = behind, texts[1:]
    return code["code"], _spaced(next((t for t in texts[1:] if _LETTER.search(t)), None))


def _behind_the_name(row: GridRow, texts: Sequence[str], behind: Column | None) -> str | None:
    """Return the code behind a name: one that is no mark, or a whole indicator's in the column `behind` of codes."""
    if not texts or not _LETTER.search(texts[0]):
        return None
    closed = next(filter(None, map(_CLOSED.match, texts[1:])), None)
    part = row.cells[1] if behind and len(row.cells) > 1 and behind.holds(row.cells[1]) else None
    return closed["code"] if closed else part.text.rstrip(".") if part and _PART.match(part.text) else None


def _coded(text: str) -> RoughMatch | None:
    if found := _CODED.match(text):
        return found
    behind = _BEHIND.match(text) or _CALLED.match(text)
    return behind if behind and not _ONLY_A_WORD.match(behind["name"]) else None


def _coded_later(texts: Sequence[str]) -> RoughMatch | None:
    return next((found for text in texts if (found := _coded(text)) and "." in found["code"]), None)


def _code_within(row: GridRow, columns: Sequence[Column]) -> Cell | None:
    """Return the code in a column of codes that stands behind the names, and so looks like one of numbers."""
    named = [column for column in columns if CODES.match(column.title)]
    return next((c for c in row.cells[1:] if CODE.match(c.text) and any(col.holds(c) for col in named)), None)


def _of_part(part: str, texts: Sequence[str]) -> tuple[str, str | None] | None:
    """Return the code that stands alone behind the part it belongs to, and the name behind it."""
    for n, text in enumerate(texts[1:], 1):
        found = CODE.match(text)
        if found and found["code"].startswith(f"{part}.") and text[0] not in "+-–−":  # a difference is no code
            return found["code"], _spaced(next(filter(_LETTER.search, texts[n + 1 :]), None))
    return None


def _bare(cell: Cell) -> str:
    found = CODE.match(cell.text)
    return found["code"] if found else cell.text


def _name_beside(row: GridRow, coded: Cell, texts: Sequence[str]) -> str | None:
    """Return the name right behind a code, else the one before it (what stands behind the numbers is a level)."""
    right = next((c.text for c in row.cells if c.x0 >= coded.x1), None)
    left = next((c.text for c in reversed(row.cells) if c.x1 <= coded.x0), None)
    return right if right in texts and _LETTER.search(right or "") else left


def _spaced(name: str | None) -> str | None:
    """Return a name in one line, without the bullet or the speck before it."""
    return " ".join(_BULLET.sub("", name).split()) if name else None
