"""A copy of a memo for one recipient: an update of about a kilobyte, appended to the master that all copies share.

The update names the recipient, numbers the copy and carries a QR code; it defines one object anew, the place that the master reserved.
"""

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.core.errors import Refused
from workflow.core.thai_digits import to_thai
from workflow.templates.copies_font import glyphs
from workflow.templates.copies_master import Master, Place, drawn_text
from workflow.templates.copies_qr import QUIET, stencil
from workflow.templates.lines import Room, wrap
from workflow.templates.measure import shape

_SIZES = ((14.0, 1), (12.0, 2), (9.5, 3), (8.0, 4))  # sizes of type, and how many lines of it fit
_NUMBER_SIZE = 10.5
_LEADING = 1.12
_LONGEST_LINK = 200


@dataclass(frozen=True)
class Copy:
    """Whose copy it is as printed (`ผบช.สงป.`), its number among `of` copies, and where its QR code leads (None: no code)."""

    name: str
    number: int
    of: int
    link: str | None = None


def copy_delta(master: Master, copy: Copy, font: Path) -> bytes:
    """Return what makes the master this copy when it is appended; the same copy gives the same bytes.

    MissingGlyph when the typeface lacks a letter of the name; Refused when the name or the link is too long for its place.
    """
    return update(master, place_drawing(master.place, copy, font))


def copy_pdf(master: Master, delta: bytes) -> bytes:
    """Return the copy as a file."""
    return master.pdf + delta


def place_drawing(place: Place, copy: Copy, font: Path) -> bytes:
    """Return the operators that fill the place: QR code at the left, name and number of the copy beside it."""
    side = place.height - 2 if copy.link else 0.0
    drawn = [_code(copy, place, side)] if copy.link else []
    x = place.x + side + (6 if side else 8)
    room = place.x + place.width - x
    size, lines = _fitting(f"สำเนาถึง {copy.name}", room, font)
    count = len(lines) * size * _LEADING + _NUMBER_SIZE * _LEADING
    y = place.y + (place.height + count) / 2 - size
    for line in lines:
        drawn.append(drawn_text(line, x, y, size, font))
        y -= size * _LEADING
    number = f"สำเนาที่ {to_thai(copy.number)} จากทั้งหมด {to_thai(copy.of)} ฉบับ"
    drawn.append(drawn_text(number, x, y + size * _LEADING - _NUMBER_SIZE * _LEADING - 2, _NUMBER_SIZE, font))
    return b"\n".join(drawn)


def _code(copy: Copy, place: Place, side: float) -> bytes:
    link = copy.link or ""
    if len(link.encode()) > _LONGEST_LINK:
        raise Refused(
            f"ที่อยู่หน้าติดตามของ “{copy.name}” ยาวเกิน {to_thai(_LONGEST_LINK)} ตัวอักษร", next_step="ตั้ง SARABAN_URL ให้สั้นลง"
        )
    modules, drawing = stencil(link)
    inner = side * modules / (modules + 2 * QUIET)
    rim = (side - inner) / 2
    return b"q %.3f 0 0 %.3f %.2f %.2f cm %s Q" % (inner, inner, place.x + rim, place.y + 1 + rim, drawing)


def _fitting(text: str, room: float, font: Path) -> tuple[float, Sequence[str]]:
    """Return the largest size at which the text fits, and its lines."""
    if glyphs(text, font).width * _SIZES[0][0] <= room:
        return _SIZES[0][0], (text,)
    for size, most in _SIZES[1:]:
        lines = wrap(shape(text, font), size, Room(room), spread=False)
        if len(lines) <= most:
            return size, [line.text for line in lines]
    raise Refused(f"ชื่อผู้รับยาวเกินที่ว่างบนสำเนา: “{text[:60]}…”", next_step="ย่อชื่อตำแหน่งในผังหน่วยแล้วสั่งอีกครั้ง")


def update(master: Master, drawing: bytes) -> bytes:
    """Return the incremental update (ISO 32000-1, 7.5.6) that fills the master's place with a drawing."""
    place, data = master.place, zlib.compress(drawing, 9)
    box = b"%.2f %.2f %.2f %.2f" % (place.x, place.y, place.x + place.width, place.y + place.height)
    head = b"%d 0 obj\n<</Type/XObject/Subtype/Form/BBox[%s]/Resources %d 0 R/Filter/FlateDecode/Length %d>>stream\n"
    start = b"" if master.pdf.endswith(b"\n") else b"\n"
    at = len(master.pdf) + len(start)
    whole = start + head % (master.form, box, master.resources, len(data)) + data + b"\nendstream\nendobj\n"
    return whole + _cross_reference(master, at, len(master.pdf) + len(whole), data)


def _cross_reference(master: Master, at: int, table_at: int, data: bytes) -> bytes:
    info = f"/Info {master.info}" if master.info else ""
    ident = hashlib.md5(data, usedforsecurity=False).hexdigest()
    return (
        f"xref\n0 1\n0000000000 65535 f \n{master.form} 1\n{at:010d} 00000 n \n"
        f"trailer\n<</Size {master.size}/Root {master.root}{info}/ID[<{master.id.hex()}><{ident}>]"
        f"/Prev {master.previous}>>\nstartxref\n{table_at}\n%%EOF\n"
    ).encode()
