"""Who signed: the rank before the bracketed name, and the title below it with its acting phrase."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.core.reading import Signatory
from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.dated import date_alone, loose_date
from workflow.parsers.fields.signed_posts import NAME, PEN, beside, joined, set_apart, title_rows, under
from workflow.parsers.fields.titles import (
    LOOSE_MARK,
    POST,
    RANK,
    bare_name,
    has_title,
    rank_in,
    split_acting,
)
from workflow.parsers.rows import Row, rows_of

# a bracket lost to a pen, or taken for another of its shape
_NOISY_NAME = re.compile(
    rf"^(?:[^ก-๙(\[{{]{{0,3}}\s)?(?P<rank>{RANK})?\s*(?P<open>[(\[{{|])?\s*(?P<within>{RANK})?\s*"
    r"(?P<name>[ก-๙][ก-๙. ]{4,50}?)\s*(?P<close>[)\]}|])?[\s.,'-]*$"
)
_BEHIND = re.compile(r"(?<=[ก-๎]\))[^()\s]{2,12}$")  # at the name itself, where a scan joins a pen's word to it
_SIGNED = re.compile(rf"^(?:\(?ลงชื่อ\)?[\s.:…]*)?(?P<rank>{RANK})(?P<rest>.*)$")
_NO_NAME = re.compile(r"องค์การ|ถ้ามี|เอกสาร|สำเนา|ผ่าน|แห่งชาติ|ตัวชี้วัด|ภายใต้|ข้อเสนอแนะ")
_THAI = re.compile(r"[ก-๙]")  # a term in brackets that fills the last line of a sentence has none


@dataclass(frozen=True)
class Signature:
    """A signature block: the signatory, the rows it takes (first to last), the date under it as printed.

    `misread` is the name as a scan gave it, where it began with a mark that no name begins with or with a title that a pen bent.
    """

    signatory: Signatory
    first: int
    last: int
    dated: Row | None = None
    misread: str | None = None


@dataclass(frozen=True)
class _Name:
    rank: str | None
    name: str
    at: Row  # the row it stands on, or its part of a row shared with another signature


def signatures(rows: Sequence[Row]) -> list[Signature]:
    """Return every signature block of the rows in order."""
    found = [(n, name) for n in range(len(rows)) for name in _side_by_side(rows[n]) or _one_at(rows, n)]
    return [_block(rows, n, name) for n, name in found]


def _side_by_side(row: Row) -> list[_Name]:
    """Return the names of a row on which two or more sign beside one another, none of another row."""
    if row.text.count("(") < 2:
        return []
    parts = [rows_of([part])[0] for part in row.parts if part.box]
    named = [name for part in parts if "(" in part.text and (name := _name_at([part], 0))]
    return named if len(named) > 1 else []


def _one_at(rows: Sequence[Row], index: int) -> list[_Name]:
    name = _name_at(rows, index)
    return [name] if name else []


def _name_at(rows: Sequence[Row], index: int) -> _Name | None:
    row = rows[index]
    found = next(
        (m for text in (row.text, *_parts(row)) if (m := NAME.match(text.strip()))),
        None,
    )
    if found and not _NO_NAME.search(found["name"]) and _THAI.search(found["name"]):
        rank, name = found["rank"] or found["within"], found["name"]
        named = rank or has_title(name) or " " in name.strip() or (index and _rank_above(rows[index - 1], name))
        return _Name(rank, name, row) if named else None
    return _noisy_name(rows, index) if rows[index].sure and not found else None


def _parts(row: Row) -> Iterator[str]:
    """Yield the runs of a row but the first; of a scan all, and without what a pen wrote right behind a bracket."""
    yield from (to_arabic(part.text) for part in row.parts[1:])
    yield from (_BEHIND.sub("", to_arabic(part.text)) for part in row.parts if row.sure and _BEHIND.search(part.text))


def _noisy_name(rows: Sequence[Row], index: int) -> _Name | None:
    """Return a name that kept one bracket or none: only above a post, where a signature block has it."""
    found = _NOISY_NAME.match(rows[index].text.strip())
    if not found or _NO_NAME.search(found["name"]) or POST.match(found["name"]) or rows[index].confidence < PEN:
        return None
    rank = found["rank"] or found["within"]
    brackets = bool(found["open"]) + bool(found["close"])
    named = bool(rank or has_title(found["name"], noisy=True))
    likely = brackets == 2 or (brackets and (named or " " in found["name"])) or (named and set_apart(rows, index))
    below = next((row for row in rows[index + 1 : index + 3] if row.confidence >= PEN), None)
    if not likely or below is None or not (POST.match(below.text.strip()) and under(rows[index], below)):
        return None
    return _Name(rank, found["name"], rows[index])


def signature_at(rows: Sequence[Row], index: int, rank: str | None, name: str) -> Signature:
    """Return the signature block of one whose name, as another rule tells, is that of a row."""
    return _block(rows, index, _Name(rank, name, rows[index]))


def _block(rows: Sequence[Row], index: int, name: _Name) -> Signature:
    above = rows[index - 1] if index else None
    rank_above = _rank_above(above, name.name) if above else None
    titles, last = title_rows(rows, index, name.at)
    noisy = bool(rows[index].sure)
    position, acting, acted_for = split_acting(joined(titles), noisy=noisy)
    dated = _date_under(rows, last, name.at if name.at.box and name.at is not rows[index] else rows[last])
    rank = rank_in(name.rank, noisy=noisy) if name.rank else rank_above
    as_read = bare_name(name.name)
    called = LOOSE_MARK.sub("", bare_name(name.name, noisy=True)) if noisy else as_read
    signatory = Signatory(rank, called, position or None, acting, acted_for)
    first = index - 1 if rank_above and not name.rank else index
    return Signature(signatory, first, last + (dated is not None), dated, as_read if called != as_read else None)


def _rank_above(above: Row, name: str) -> str | None:
    """Return the rank on the row above a name: alone, before a line to sign on, or before the name as it is signed."""
    if rank := rank_in(above.text, noisy=bool(above.sure)):
        return rank
    found = _SIGNED.match(above.text.strip())
    signed = found and (not found["rest"].strip("._…/ ") or bare_name(found["rest"]) == bare_name(name))
    return rank_in(found["rank"]) if found and signed else None


def _date_under(rows: Sequence[Row], last: int, block: Row) -> Row | None:
    for found in rows[last + 1 : last + 4]:
        below = beside(block, found)
        if date_alone(below) or loose_date(below.text):
            return below
        if not (below.sure and below.confidence < PEN):
            return None
    return None
