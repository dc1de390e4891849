"""จุดตรวจ on one page to print and put into the safe: the digest in letters, and as a QR code with its signature."""

from collections.abc import Sequence
from pathlib import Path

from workflow.templates.copies_qr import QUIET, stencil
from workflow.templates.fonts import FontSet
from workflow.templates.house_style import CM, HOUSE
from workflow.templates.overlay.canvas import Canvas, Inks
from workflow.templates.overlay.long_file import LongFile
from workflow.templates.rows import Text
from workflow.templates.whole_file import whole_file

MARGIN, LINE, SIZE = 2.5 * CM, 24.0, 16.0
SIDE = 6 * CM


def write_checkpoint_page(out: Path, title: str, lines: Sequence[str], code: str, fonts: FontSet) -> None:
    """Write the page: a heading, lines of text, and under them the code that holds `code`."""
    inks = Inks(fonts)
    canvas = Canvas(inks, HOUSE.page_height)
    canvas.text(Text(0, title, 22.0, bold=True), MARGIN, MARGIN)
    y = MARGIN + LINE * 1.5
    for line in lines:
        canvas.text(Text(0, line, SIZE), MARGIN, y)
        y += LINE
    modules, image = stencil(code)
    unit = SIDE / (modules + 2 * QUIET)
    low = HOUSE.page_height - y - SIDE + unit * QUIET
    place = f"{unit * modules:.3f} 0 0 {unit * modules:.3f} {MARGIN + unit * QUIET:.3f} {low:.3f}"
    canvas.operators.append(f"q {place} cm {image.decode('latin-1')} Q")
    with whole_file(out) as file:
        made = LongFile(file, inks, (HOUSE.page_width, HOUSE.page_height))
        made.add(canvas)
        made.close(title)
