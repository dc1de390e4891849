"""A table on a page of the PDF: cell by cell in reading order, each a cell of the tagged table; its rules are the paper's."""

from collections.abc import Iterator, Sequence

from workflow.templates.house_style import HouseStyle
from workflow.templates.pdf.objects import number
from workflow.templates.rows import Text
from workflow.templates.table_rows import ABOVE, RULE, Cell, GridRow, joined

Placed = tuple[float, GridRow]


def tops(rows: Sequence[Placed]) -> list[Placed]:
    """Return the rows with their tops, the lines of a row taller than a page joined to one."""
    whole, y = [], rows[0][0]
    for row in joined([row for _, row in rows]):
        whole.append((y, row))
        y += row.height
    return whole


def cell_lines(cell: Cell, row: GridRow, y: float, style: HouseStyle) -> Iterator[tuple[float, Text]]:
    """Yield the lines of a cell with their tops; `y` is the top of its row. A header's stand in the middle of their cell."""
    header = row.number == 0
    spare = max(len(one.lines) for one in row.cells) - len(cell.lines)
    for n, line in enumerate(cell.lines):
        top = y + ABOVE + (n + (spare / 2 if header else 0)) * style.line
        yield top, Text(cell.x + line.x, line.text, style.size, bold=header)


def rules(rows: Sequence[Placed], style: HouseStyle) -> Iterator[str]:
    """Yield the strokes of the thin rules around all cells."""
    top, bottom = rows[0][0], rows[-1][0] + rows[-1][1].height
    cells = rows[0][1].cells
    edges = [cell.x for cell in cells] + [cells[-1].x + cells[-1].width]
    yield f"{number(RULE)} w [] 0 d 2 J 0 G"
    for y in (*(y for y, _ in rows), bottom):
        yield _line(edges[0], y, edges[-1], y, style)
    for x in edges:
        yield _line(x, top, x, bottom, style)


def _line(x: float, y: float, to_x: float, to_y: float, style: HouseStyle) -> str:
    left, height = style.left, style.page_height
    return f"{number(left + x)} {number(height - y)} m {number(left + to_x)} {number(height - to_y)} l S"
