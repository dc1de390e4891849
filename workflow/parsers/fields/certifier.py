"""Who certified a copy: the name, post and day below สำเนาถูกต้อง (ระเบียบงานสารบรรณ ข้อ ๓๑), and which of them are not there. Pure."""

from collections.abc import Sequence

from workflow.parsers.binding.endorsed import is_certified
from workflow.parsers.fields.signatory import Signature, signatures
from workflow.parsers.rows import Row, narrowed, union

_BELOW = 6  # rows: a line to sign on, a name, a post broken once, a day
_NEAR = 95.0  # points: room for a signature between the words and the name
_WIDER = 60.0  # points on each side: a post is longer than the words above it


def certifier_lacks(rows: Sequence[Row]) -> tuple[str, ...]:
    """Return what the certifier of a copy lacks of ชื่อ, ตำแหน่ง and วันที่; nothing where no row says สำเนาถูกต้อง."""
    certified = [n for n, row in enumerate(rows) if is_certified(row)]
    if not certified:
        return ()
    return min((_lacking(_signed_below(rows, n)) for n in certified), key=len)


def _lacking(block: Signature | None) -> tuple[str, ...]:
    who = block.signatory if block else None
    there = {"ชื่อ": who and who.name, "ตำแหน่ง": who and who.position, "วันที่": block and block.dated}
    return tuple(what for what, found in there.items() if not found)


def _signed_below(rows: Sequence[Row], n: int) -> Signature | None:
    """Return the signature block that stands under the words, in their column where places are known."""
    words = _words(rows[n])
    near = [row for row in rows[n + 1 : n + 1 + _BELOW] if row.page == words.page]
    if box := words.box:
        left, right = box[0] - _WIDER, box[2] + _WIDER
        near = [narrowed(row, left, right) for row in near]
        near = [row for row in near if row.box and left < (row.box[0] + row.box[2]) / 2 < right]
    block = next(iter(signatures(near)), None)
    named = union([near[block.first]]) if block else None
    if block is None or (box and named and named[1] - box[3] > _NEAR):
        return None
    return block if box or block.first <= 1 else None


def _words(row: Row) -> Row:
    """Return the run of a row that says สำเนาถูกต้อง, where it stands beside others."""
    return next(
        (one for part in row.parts if part.box and is_certified(one := narrowed(row, part.box[0], part.box[2]))), row
    )
