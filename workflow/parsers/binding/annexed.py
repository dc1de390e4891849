"""The annex of a letter below its signature, a page headed by the letter's number or told of in the letter. Pure.

`ข้อเสนอแนะท้ายหนังสือ ที่ …` heads such a page; or the letter says `ไว้ท้ายหนังสือนี้แล้ว`, `ในหน้าถัดไป`, and the page beside it opens nothing.
"""

import re
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise

from workflow.core.reading import Kind
from workflow.parsers.binding.sheet import Sheet
from workflow.parsers.fields.numbers import NUMBER, number_of
from workflow.parsers.rows import flow

_HEADED = re.compile(
    rf"^[(\[]?(?!ตาม|อ้าง)\D*ท้าย\s*(?:หนังสือ|บันทึก)(?:\D*\s)?\s*ที่\s*(?P<number>{NUMBER})(?:\s*ลง.*)?\s*[)\]]?$"
)
_TOLD = re.compile(
    r"ท้าย\s*(?:หนังสือ|บันทึก)\s*(?:ฉบับ)?\s*นี้|(?:หน้า|แผ่น)(?:ถัด|ต่อ)ไป|ด้านหลัง(?:หนังสือ|บันทึก|ของหนังสือ|นี้)|(?:ใน|ตาม|ดัง)หน้า(?:ที่)?\s?2(?!\d)"
)
_TOP = 3  # rows: an agency's name may stand above the heading, and the heading may wrap
_INDENT = 12.0  # points from both margins: a heading stands in the middle, a sentence does not


def hosts_of(sheets: Sequence[Sheet], called: Mapping[int, Container[int]]) -> dict[int, set[int]]:
    """Return for each annex (by index) the sheets that it may follow: those on which the letter of that number may end.

    A page that a catchword gives goes on with another paper, whatever its first words cite.
    """
    numbers = {n: number_of(sheet.rows) for n, sheet in enumerate(sheets) if sheet.opens}
    own = {_packed(number[0]): n for n, number in numbers.items() if number}
    rest = {n for n, sheet in enumerate(sheets) if sheet.ended and sheet.opens is None}
    headed = {n: _packed(annexed_to(sheet) or "") for n, sheet in enumerate(sheets) if not called.get(n)}
    letters = {n: own[number] for n, number in headed.items() if number in own}
    return {n: {first} if sheets[first].ended or not rest else rest - {n} for n, first in letters.items()}


def told_of(before: Sheet, after: Sheet) -> bool:
    """Whether a page that no number heads is the annex that the paper ending on the page beside it tells of."""
    if after.page != before.page + 1 or not _is_annex(after, "table") or annexed_to(after):
        return False
    return bool(_TOLD.search(flow(before.rows[: before.closing])))


def annexed_to(sheet: Sheet) -> str | None:
    """Return the number of the letter whose annex a page is headed as; None where it opens or signs a paper of its own."""
    if not _is_annex(sheet):
        return None
    rows = [row for row in sheet.rows[:_TOP] if _in_the_middle(row.box, sheet.edges)]
    texts = [row.text.strip() for row in rows]
    headings = (*texts, *(f"{one} {other}" for one, other in pairwise(texts)))
    return next((found["number"] for text in headings if (found := _HEADED.match(" ".join(text.split())))), None)


def _is_annex(sheet: Sheet, may_open: Kind | None = None) -> bool:
    """Whether a page opens nothing, or what it may, and neither closes nor signs anything."""
    return sheet.opens in (None, may_open) and not (
        sheet.label or sheet.closing is not None or sheet.signed is not None
    )


def _in_the_middle(box: tuple[float, float, float, float] | None, edges: tuple[float, float] | None) -> bool:
    return not (box and edges) or (box[0] > edges[0] + _INDENT and box[2] < edges[1] - _INDENT)


def _packed(number: str) -> str:
    return re.sub(r"\s+", "", number)
