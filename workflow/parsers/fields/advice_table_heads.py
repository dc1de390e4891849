"""The columns of a ruled table of advice, told by their heads, or by what stands in them where no head tells. Pure."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from workflow.parsers.fields.advice_columns import advising, is_proper, of_marks
from workflow.parsers.skeleton import rough

_BELONGS = r"(?:อยู่\s*)?(?:ภายใต้|ใน|สังกัด|ของ)\s*"  # a column of what each row is a part of
_INDICATOR = rough(rf"(?:{_BELONGS})?(?:ชื่อ)?ตัวชี้วัด(?:\s*หลัก)?\s*$")
_DIMENSION = rough(
    rf"(?:{_BELONGS})?(?:ชื่อ)?(?:มิติ|ด้าน|หมวด|องค์ประกอบ|เสาหลัก|ปัจจัย|Pillar|Dimension)(?!\s*ย่อย)[^\d]{{0,24}}$"
)
_UPPER = rough(rf"{_BELONGS}(?!.*ย่อย)")
_LEAST_PART = rough(r"[^\d]{0,30}ย่อย")
_MEASURES = rough(r"(?:ผล)?คะแนน|ค่า(?:เฉลี่ย|กลาง|น้ำหนัก|เป้าหมาย)|ผลต่าง|ร้อยละ|ปี\s*\d")
_ASIDE = rough(
    r"ผู้รับผิดชอบ|หน่วยงาน|ระยะเวลา|กำหนด|ภายใน|หมายเหตุ|สถานะ|ลำดับ|ที่\s*$|ข้อค้นพบ|ข้อสังเกต|ข้อคิดเห็น|ผลการ"
)  # columns that name nothing
_SAYS_WHAT = rough(r"(?:ชื่อ|รายการ)?(?:ตัวชี้วัด|มิติ|ด้าน|หมวด|องค์ประกอบ|เสาหลัก|ประเด็น|หัวข้อ)")
_GROUP = rough(r"(?:การ)?(?:จัด|แบ่ง)?(?:กลุ่ม|ระดับ)|สถานะ|ผลการประเมิน")
_FIRST = re.compile(r"^\D{0,24}?(?P<first>\d{1,2})\.\d{1,2}(?!\d)")  # the number a code begins with
_TITLE = re.compile(r"^(?:\(?(?P<number>\d{1,2})[.)]\s*)?(?P<name>[ก-ฮเ-ไA-Za-z“\"][^\d]{2,70})$")


@dataclass(frozen=True)
class Columns:
    """The head of a table, and which of its columns give the advice, the group and, by what stands in them, marks and the indicator."""

    heads: tuple[str, ...]
    advice: int
    group: int | None
    marks: frozenset[int] = frozenset()
    parts: int | None = None

    def naming(self, code: int, row: Sequence[str]) -> int | None:
        """Return the column that names what stands under a code of its own: a lesser part before an indicator before a dimension."""
        free = [n for n in self.free(row) if n not in {code, self.parts} and not _ASIDE.match(self.heads[n])]
        return min(free, key=lambda n: (_rank(self.heads[n]), n < code, n), default=None)

    def above(self, taken: Collection[int], row: Sequence[str]) -> Iterator[int]:
        """Yield the columns left that may name the indicator, the indicator's own before its dimension's."""
        free = [n for n in self.free(row) if n not in taken]
        yield from (n for n in free if _INDICATOR.match(self.heads[n]))
        yield from (n for n in free if _DIMENSION.match(self.heads[n]))
        yield from (n for n in free if n == self.parts)

    def free(self, row: Sequence[str]) -> list[int]:
        """Return the columns of words that give neither the advice nor the group."""
        columns = range(min(len(row), len(self.heads)))
        over = [
            next((head for head in reversed(self.heads[: n + 1]) if head), "") for n in columns
        ]  # one head over several
        return [n for n in columns if n not in {self.advice, self.group, *self.marks} and not _MEASURES.match(over[n])]


def _rank(head: str) -> int:
    """Return how little a column is about a dimension rather than about its parts."""
    if _LEAST_PART.match(head):
        return 0
    return 3 if _DIMENSION.match(head) or _UPPER.match(head) else 1 if _SAYS_WHAT.match(head) else 2


def columns_of(row: Sequence[str]) -> Columns | None:
    """Return what the columns hold when the row is a head that names a column of advice."""
    named = any(n and _SAYS_WHAT.match(cell) for n, cell in enumerate(row))
    ranks = {n: rank for n, cell in enumerate(row) if (n or named) and (rank := advising(cell)) is not None}
    advice = min(ranks, key=lambda n: ranks[n], default=None)
    if advice is None or any(re.search(r"\d\.\d", cell) for cell in row):
        return None
    groups = [n for n, cell in enumerate(row) if n != advice and _GROUP.match(cell)]
    return Columns(tuple(row), advice, groups[0] if groups else None)


def subject_of(columns: Columns) -> int | None:
    """Return the column that names what is advised about, where a column is headed as advice in so many words."""
    heads = columns.heads
    if not is_proper(heads[columns.advice]):
        return None
    naming = [n for n, head in enumerate(heads) if n != columns.advice and _SAYS_WHAT.match(head)]
    return min(naming, key=lambda n: (_rank(heads[n]), n), default=None)


def with_contents(columns: Columns, rows: Sequence[Sequence[str]]) -> Columns:
    """Return the columns with what their contents tell: marks, and the indicators under a head that does not say so."""
    told = replace(columns, marks=of_marks(rows))
    return replace(told, parts=next((n for n in told.free(columns.heads) if _names_parts(n, told, rows)), None))


def _names_parts(n: int, columns: Columns, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column names what each row is a part of: codes that begin alike have one and the same there, others another.

    A cell merged over several rows has its text in the first. Where all bear the number the codes begin with, one alone is enough.
    """
    told = {} if _ASIDE.match(columns.heads[n]) else _cells_under(n, columns, rows)
    titles = {
        first: found for first, cells in told.items() if len(set(cells)) == 1 and (found := _TITLE.match(cells[0]))
    }
    if not told or len(titles) < len(told):
        return False
    if all(title["number"] == first for first, title in titles.items()):
        return True
    bare = {title["name"] for title in titles.values() if not title["number"]}
    return len(bare) == len(told) > 1 and any(len(cells) > 1 for cells in told.values())


def _cells_under(n: int, columns: Columns, rows: Sequence[Sequence[str]]) -> dict[str, list[str]]:
    """Return what a column says beside the codes that begin with each number; an empty cell says what the one above does."""
    told: dict[str, list[str]] = {}
    held = ""
    for row in (row for row in rows if n < len(row)):
        coded = (_FIRST.match(cell) for k, cell in enumerate(row) if k not in {n, columns.advice})
        if code := next((found["first"] for found in coded if found), None):
            held = row[n] or held
            told.setdefault(code, []).append(held)
    return told
