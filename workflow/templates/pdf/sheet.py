"""One page's drawing: operators in the order a reader should meet them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workflow.core.document import Document
from workflow.templates.chart_rows import ChartRow, told
from workflow.templates.emblem import PlacedEmblem
from workflow.templates.fonts import FontSet
from workflow.templates.house_style import HouseStyle
from workflow.templates.layout import page_number
from workflow.templates.measure import Measure
from workflow.templates.pdf.charts import chart_strokes, chart_texts
from workflow.templates.pdf.objects import number
from workflow.templates.pdf.picture import picture
from workflow.templates.pdf.tables import cell_lines, rules, tops
from workflow.templates.pdf.tags import Part, Tags
from workflow.templates.pdf.text import glyphs_of, shown
from workflow.templates.rows import BASELINE, DOTTED, Page, Row, Text
from workflow.templates.table_rows import GridRow

_RED = ".753 0 0"
_CIRCLE = 0.5523  # how far a Bezier's handle stands out for a quarter of a circle


@dataclass
class Sheet:
    """The operators of one page, and which glyphs of either face it shows."""

    fonts: FontSet
    style: HouseStyle
    tags: Tags
    page: int
    operators: list[str] = field(default_factory=list)
    used: dict[bool, set[int]] = field(default_factory=lambda: {False: set(), True: set()})

    def draw(self, page: Page, document: Document, emblem: PlacedEmblem | None, parts: dict[object, Part]) -> None:
        """Draw everything on the page; `parts` are paragraphs that began on an earlier page."""
        if emblem:
            self._emblem(emblem)
        self._running(page_number(page.number), self.style.top, centred=True)
        for key, rows in _paragraphs(page):
            if rows[0][1].drawn:
                self._drawn(key, rows, parts)
                continue
            part = parts.get(key) or self.tags.part(_kind(key, rows, document))
            parts[key] = part
            self._begin(part)
            for y, row in rows:
                self._texts(row, y)
            self._close()
        self._running(page.catchword, self.style.foot - self.style.line, centred=False)
        self._artifact([stroke for y, row in page.rows for stroke in self._strokes(row, y)])

    def _drawn(self, key: object, rows: Sequence[tuple[float, Row]], parts: dict[object, Part]) -> None:
        chart = [(y, row.drawn) for y, row in rows if isinstance(row.drawn, ChartRow)]
        grid = [(y, row.drawn) for y, row in rows if isinstance(row.drawn, GridRow)]
        if chart:
            self._chart(chart)
        if grid:
            parts[key] = parts.get(key) or self.tags.part("Table")
            self._table(tops(grid), parts[key])

    def _table(self, rows: Sequence[tuple[float, GridRow]], table: Part) -> None:
        for y, row in rows:
            in_table = self.tags.part("TR", within=table)
            for cell in row.cells:
                self._begin(self.tags.part("TD" if row.number else "TH", within=in_table))
                for top, text in cell_lines(cell, row, y, self.style):
                    self._text(text, top, self.style.line)
                self._close()
        self._artifact(list(rules(rows, self.style)))

    def _chart(self, rows: Sequence[tuple[float, ChartRow]]) -> None:
        measure = Measure(self.fonts)
        figure = self.tags.part("Figure", told([row.bar for _, row in rows if row.bar]))
        mark = self.tags.mark(figure, self.page)
        self.operators += [f"/Figure<</MCID {mark}>>BDC q", *chart_strokes(rows, measure, self.style), "Q BT"]
        for y, height, text in chart_texts(rows, measure, self.style):
            self._text(text, y, height)
        self._close()

    def _emblem(self, emblem: PlacedEmblem) -> None:
        mark = self.tags.mark(self.tags.part("Figure", emblem.alt), self.page)
        low = self.style.page_height - emblem.y - emblem.height
        drawn = picture(emblem.path)
        width = emblem.height * drawn.width / drawn.height
        self.operators.append(
            f"/Figure<</MCID {mark}>>BDC q {number(width)} 0 0 {number(emblem.height)} {number(emblem.x)} {number(low)} cm/Im Do Q EMC"
        )

    def _running(self, text: str | None, y: float, *, centred: bool) -> None:
        """Draw the page's number or the first words of the next page: they are the paper's, not the text's."""
        if text:
            style = self.style
            width = glyphs_of(text, self.fonts.regular).width * style.size
            x = (style.page_width - width) / 2 - style.left if centred else style.width - width
            self._open("/Artifact<</Type/Pagination>>BDC")
            self._text(Text(x, text, style.size), y, style.line)
            self._close()

    def _texts(self, row: Row, y: float) -> None:
        for text in row.texts:
            self._text(text, y, row.height)

    def _text(self, text: Text, y: float, height: float) -> None:
        glyphs = glyphs_of(text.text, self.fonts.bold if text.bold else self.fonts.regular)
        self.used[text.bold] |= glyphs.used
        x, base = self.style.left + text.x, self.style.page_height - y - height * BASELINE
        colour = (f"{_RED} rg ", " 0 g") if text.colour == "red" else ("", "")
        self.operators.append(
            f"{colour[0]}/F{int(text.bold)} {number(text.size)} Tf 1 0 0 1 {number(x)} {number(base)} Tm "
            f"{shown(glyphs, text.size, text.tracking)}{colour[1]}"
        )

    def _begin(self, part: Part) -> None:
        self._open(f"/{part.kind}<</MCID {self.tags.mark(part, self.page)}>>BDC")

    def _open(self, mark: str) -> None:
        self.operators.append(f"{mark} BT")

    def _close(self) -> None:
        self.operators.append("ET EMC")

    def _artifact(self, strokes: Sequence[str]) -> None:
        if strokes:
            self.operators += ["/Artifact BMC q", *strokes, "Q EMC"]

    def _strokes(self, row: Row, y: float) -> Iterator[str]:
        left, height = self.style.left, self.style.page_height
        low = height - y - row.height * DOTTED
        for start, end in row.rules:
            yield f".9 w [.9 1.6] 0 d 0 J 0 G {number(left + start)} {number(low)} m {number(left + end)} {number(low)} l S"
        if row.seal is not None:
            middle = (left + row.seal + self.style.seal / 2, height - y - self.style.seal / 2)
            for across in (self.style.seal, self.style.seal * 3.5 / 4.5):
                yield f".6 w [3 2] 0 d {_RED} RG {_circle(*middle, across / 2)} S"


def _paragraphs(page: Page) -> Iterator[tuple[object, list[tuple[float, Row]]]]:
    """Yield the rows of one paragraph together, with what names it over the pages."""
    key: object = None
    rows: list[tuple[float, Row]] = []
    for y, row in page.rows:
        if not row.texts and not row.drawn:
            continue
        this: object = row.block if row.block is not None else (page.number, y)
        this = ("drawn", row.block) if row.drawn else this
        if rows and this != key:
            yield key, rows
            rows = []
        key = this
        rows.append((y, row))
    if rows:
        yield key, rows


def _kind(key: object, rows: Sequence[tuple[float, Row]], document: Document) -> str:
    if isinstance(key, int):
        return {"heading": "H2", "subheading": "H3"}.get(document.body[key].kind, "P")
    return "H1" if document.title and any(text.text == document.title for text in rows[0][1].texts) else "P"


def _circle(x: float, y: float, r: float) -> str:
    k = r * _CIRCLE
    quarters = (
        (x + r, y + k, x + k, y + r, x, y + r), (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r), (x + k, y - r, x + r, y - k, x + r, y),
    )  # fmt: skip
    curves = " ".join(" ".join(map(number, quarter)) + " c" for quarter in quarters)
    return f"{number(x + r)} {number(y)} m {curves}"
