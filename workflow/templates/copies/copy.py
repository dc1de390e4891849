"""One copy: whose it is, which number it bears, and the code that leads to its tracking page, in the foot margin of the first page."""

import zlib
from dataclasses import dataclass
from pathlib import Path

from workflow.core.thai_digits import to_thai
from workflow.templates.breaks import words_of
from workflow.templates.copies.code import squares
from workflow.templates.copies.master import FACE, Master
from workflow.templates.copies.update import Update, changed
from workflow.templates.house_style import HOUSE, HouseStyle
from workflow.templates.pdf.objects import number
from workflow.templates.pdf.text import glyphs_of, shown

_SIDE = 40.0  # 1.4 cm: a telephone reads it from a print of 300 dots per inch
_LOW = 9.0  # above the paper's lower edge: what office printers still print
_SIZES = (12.0, 11.0, 10.0, 9.0)
_LINES = 2


@dataclass(frozen=True)
class Copy:
    """A copy for one recipient: the name as it is printed, its number among all, and what its code says."""

    name: str
    number: int
    code: str


def delta(master: Master, copy: Copy, letters: Path, style: HouseStyle = HOUSE) -> bytes:
    """Return what appended to the master makes this copy; `letters` is the file of the face that the master was prepared with."""
    drawn = added_stream(copy, letters, style)
    page = f"<<{master.entries}/Contents[{master.contents} {master.size} 0 R]>>".encode("latin-1")
    update = Update(master.size, master.start, master.root, master.info, master.name)
    return changed(len(master.data), update, {master.page: page, master.size: drawn})


def added_stream(copy: Copy, letters: Path, style: HouseStyle) -> bytes:
    """Return the stream that draws a copy's foot."""
    data = zlib.compress("\n".join(_operators(copy, letters, style)).encode("ascii"), 6)
    return b"<</Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(data), data)


def _operators(copy: Copy, letters: Path, style: HouseStyle) -> list[str]:
    x = style.left + _SIDE + 8
    size, lines = _fitted(copy.name, letters, style.width - _SIDE - 8)
    step = size * 1.3
    y = _LOW + _SIDE / 2 + (len(lines) * step) / 2 - size * 0.9
    out = ["/Artifact BMC q", squares(copy.code, _SIDE, style.left, _LOW), "BT"]
    for n, line in enumerate(("สำเนาฉบับที่ " + to_thai(copy.number), *lines)):
        glyphs = glyphs_of(line, letters)
        out.append(
            f"{FACE} {number(size)} Tf 1 0 0 1 {number(x)} {number(y - (n - 0.5) * step)} Tm {shown(glyphs, size, 0)}"
        )
    return [*out, "ET Q EMC"]


def _fitted(name: str, letters: Path, width: float) -> tuple[float, list[str]]:
    """Return the largest size at which the name takes no more than two lines, and the lines; a still longer name loses its end."""
    for size in _SIZES:
        lines = _wrapped(f"ถึง {name}", letters, width / size)
        if len(lines) <= _LINES:
            return size, lines
    return _SIZES[-1], [lines[0], f"{lines[1][:-3]}..."]


def _wrapped(text: str, letters: Path, room: float) -> list[str]:
    lines = [""]
    for word in words_of(text):
        if lines[-1] and glyphs_of((lines[-1] + word).rstrip(), letters).width > room:
            lines.append("")
        lines[-1] += word
    return [line.strip() for line in lines]
