"""Tables and charts in DOCX: a table an officer can edit, as wide as it was laid out; a chart as a picture with its numbers in words."""

from collections.abc import Iterator, Sequence

from docx.oxml.ns import qn

from workflow.core.document import Document
from workflow.templates.chart_picture import chart_png
from workflow.templates.chart_rows import ChartRow, told
from workflow.templates.docx_pictures import Pictures
from workflow.templates.docx_plan import Piece
from workflow.templates.house_style import HouseStyle
from workflow.templates.measure import Measure
from workflow.templates.ooxml import Element, element, mark_run, paragraph, run, run_properties, twips
from workflow.templates.rows import Page, Row, gap_before
from workflow.templates.table_rows import ABOVE, BELOW, RULE, SIDE, Cell, GridRow, joined

Means = tuple[Measure, HouseStyle, Pictures]
# Word and LibreOffice measure a hair differently: a line that just fits must not need a second one.
_SLACK = 1.0
_THIN = 1.0


def drawn_elements(document: Document, piece: Piece, page: Page, means: Means) -> Iterator[Element]:
    """Yield what stands on the page of a table or chart: its caption, or an empty line that parts it from what is above, then itself."""
    rows = [row for _, row in page.rows if row.block == piece.block]
    yield _above(document, piece, rows, means[1])
    grid = [row.drawn for row in rows if isinstance(row.drawn, GridRow)]
    chart = [row.drawn for row in rows if isinstance(row.drawn, ChartRow)]
    if grid:
        yield _table(list(joined(grid)), means[1])
        yield from _below(document, piece, means[1])
    if chart:
        yield _chart(chart, means)


def _above(document: Document, piece: Piece, rows: Sequence[Row], style: HouseStyle) -> Element:
    """Return the caption; two tables would grow into one without a paragraph between them, so there is an empty one where it lacks."""
    extras = [element("w:keepNext")] + ([element("w:pageBreakBefore")] if piece.new_page else [])
    gap = gap_before(document.body, piece.block, style)
    if any(row.texts for row in rows):
        runs = [run(document.body[piece.block].text, run_properties(style.size, bold=True))]
        return paragraph(runs, line=style.line, before=gap, extras=extras)
    return _empty(_THIN if piece.new_page else gap, extras)


def _below(document: Document, piece: Piece, style: HouseStyle) -> Iterator[Element]:
    """Yield the paragraph Word wants behind a table that nothing else follows."""
    if piece.block == len(document.body) - 1 and document.signature is None:
        yield _empty(_THIN, [])


def _empty(height: float, extras: Sequence[Element]) -> Element:
    made = paragraph([], line=height, extras=extras)
    made.pPr.append(run_properties(_THIN))
    return made


def _table(rows: Sequence[GridRow], style: HouseStyle) -> Element:
    made, grid = element("w:tbl"), element("w:tblGrid")
    widths = [twips(cell.width) for cell in rows[0].cells]
    grid.extend([element("w:gridCol", w=width) for width in widths])
    made.extend([_properties(sum(widths)), grid, *(_row(row, style) for row in rows)])
    return made


def _properties(width: int) -> Element:
    """Return `w:tblPr`; the room beside the text is each paragraph's indent, for Word's versions disagree where a table's edge is."""
    made, borders, room = element("w:tblPr"), element("w:tblBorders"), element("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz=round(RULE * 8), space=0, color="auto"))
    for side, points in (("top", ABOVE), ("left", 0.0), ("bottom", BELOW), ("right", 0.0)):
        room.append(element(f"w:{side}", w=twips(points), type="dxa"))
    made.append(element("w:tblW", w=width, type="dxa"))
    made.append(element("w:tblInd", w=0, type="dxa"))
    made.extend([borders, element("w:tblLayout", type="fixed"), room])
    return made


def _row(row: GridRow, style: HouseStyle) -> Element:
    made, properties = element("w:tr"), element("w:trPr")
    if row.whole:
        properties.append(element("w:cantSplit"))
    properties.append(element("w:trHeight", val=twips(row.height - RULE), hRule="atLeast"))
    if row.number == 0:
        properties.append(element("w:tblHeader"))
    made.append(properties)
    made.extend([_cell(cell, style, header=row.number == 0) for cell in row.cells])
    return made


def _cell(cell: Cell, style: HouseStyle, *, header: bool) -> Element:
    made, properties = element("w:tc"), element("w:tcPr")
    properties.append(element("w:tcW", w=twips(cell.width), type="dxa"))
    if header:
        properties.append(element("w:vAlign", val="center"))
    runs = [run(cell.words, run_properties(style.size, bold=header))] if cell.lines else []
    align = {"left": "left", "center": "center", "number": "right"}[cell.align]
    indent = {"left": twips(SIDE - _SLACK), "right": twips(cell.edge - _SLACK)}
    made.extend([properties, paragraph(runs, line=style.line, align=align, indent=indent)])
    return made


def _chart(rows: Sequence[ChartRow], means: Means) -> Element:
    """Return the paragraph of the chart's picture: on exact lines Word would cut it off, so its line is as high as it asks for."""
    measure, style, pictures = means
    alt = told([row.bar for row in rows if row.bar])
    picture = pictures.in_line(chart_png(tuple(rows), measure.fonts, style), sum(row.height for row in rows), alt)
    made = paragraph([mark_run(picture, run_properties(_THIN))], line=style.line)
    spacing = made.pPr.find(qn("w:spacing"))
    spacing.set(qn("w:line"), "240")
    spacing.set(qn("w:lineRule"), "auto")
    return made
