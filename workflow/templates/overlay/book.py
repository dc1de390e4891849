"""ทะเบียนหนังสือรับ (แบบที่ ๑๓) and ทะเบียนหนังสือส่ง (แบบที่ ๑๔) as tables to print: A4 across, one row a number, one heading a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import BinaryIO

from workflow.core.register import Book
from workflow.core.thai_date import full
from workflow.core.thai_digits import to_thai
from workflow.templates.fonts import FontSet
from workflow.templates.house_style import CM, HOUSE
from workflow.templates.lines import Room, wrap
from workflow.templates.measure import Measure
from workflow.templates.overlay.canvas import Canvas, Inks
from workflow.templates.overlay.lettering import unprintable
from workflow.templates.overlay.long_file import LongFile
from workflow.templates.rows import Text

WIDE, HIGH = HOUSE.page_height, HOUSE.page_width  # A4 on its side
MARGIN = 1.5 * CM
COLUMNS = (
    ("เลขทะเบียน{book}", 68.0), ("ที่", 88.0), ("ลงวันที่", 58.0), ("จาก", 84.0), ("ถึง", 100.0), ("เรื่อง", 178.0),
    ("การปฏิบัติ", 98.0), ("หมายเหตุ", 82.0),
)  # fmt: skip
VOID, HOLE = "ยกเลิก", "เลขขาด"
SIZE, LINE, PAD = 14.0, 17.0, 3.0
TITLE_SIZE = 20.0
_TABLE_TOP = MARGIN + 50.0
_PIECE = 20  # lines of one cell that go on a page before it runs on
_RED = "red"


@dataclass(frozen=True)
class BookLine:
    """A row: its eight cells in the order of the columns, its day (None: no heading of a day), and whether it is void or a hole."""

    cells: tuple[str, ...]
    day: date | None
    void: bool = False
    hole: bool = False


@dataclass(frozen=True)
class BookTitle:
    """What stands above the table: the book, the unit, the Buddhist-era year, and the days printed (None: the whole year)."""

    book: Book
    unit: str
    year: int
    first: date | None = None
    last: date | None = None

    def __str__(self) -> str:
        """Return the first line: `ทะเบียนหนังสือรับ สทส.`."""
        return f"{self.book.cover} {to_thai(self.unit)}"

    @property
    def days(self) -> str:
        """The second line: the day, the days, or the year."""
        if self.first and self.first == self.last:
            day, month, year = full(self.first).split(" ")
            return f"วันที่ {day} เดือน {month} พ.ศ. {year}"
        if self.first or self.last:
            begun = f"ตั้งแต่วันที่ {full(self.first)}" if self.first else ""
            return f"{begun} {f'ถึงวันที่ {full(self.last)}' if self.last else ''}".strip()
        return f"พ.ศ. {to_thai(self.year)}"


def write_book(
    out: BinaryIO, title: BookTitle, lines: Iterable[BookLine], fonts: FontSet, foot: Sequence[str] = ()
) -> int:
    """Write the register and return how many pages it has; lines are taken one by one, an empty book is one page.

    `foot` stands under the last row, a line each.
    """
    sheet = _Sheets(LongFile(out, Inks(fonts), (WIDE, HIGH)), title, Measure(fonts))
    for line in lines:
        sheet.put(line)
    sheet.sign_off(foot)
    return sheet.close()


@dataclass
class _Sheets:
    """The page being filled, and how far down it is."""

    file: LongFile
    title: BookTitle
    measure: Measure
    canvas: Canvas | None = None
    y: float = 0.0
    day: date | None = None

    def put(self, line: BookLine) -> None:
        """Set one line, after the heading of its day where a new day begins."""
        cells = [self._wrapped(cell, width - 2 * PAD) for cell, (_, width) in zip(line.cells, COLUMNS, strict=True)]
        count = max(len(cell) for cell in cells)
        for start in range(0, count, _PIECE):
            piece = [cell[start : start + _PIECE] for cell in cells]
            height = LINE * max(1, *(len(cell) for cell in piece)) + PAD
            page = self._room(height + (LINE + PAD if line.day not in (None, self.day) else 0))
            if line.day and line.day != self.day:
                self._day(page, line.day)
            self._row(page, piece, height, line)

    def sign_off(self, foot: Sequence[str]) -> None:
        """Write what is said under the last row, all of it on one page."""
        if foot:
            page = self._room(LINE * (len(foot) + 0.5))
            for n, text in enumerate(foot, 1):
                page.text(Text(0, text, SIZE), MARGIN, self.y + LINE * (n + 0.2))
            self.y += LINE * (len(foot) + 0.5)

    def close(self) -> int:
        """Finish the file."""
        self._room(0)
        if self.canvas:
            self.file.add(self.canvas)
        self.file.close(f"{self.title} {self.title.days}")
        return self.file.pages

    def _room(self, height: float) -> Canvas:
        if self.canvas is None or self.y + height > HIGH - MARGIN:
            if self.canvas:
                self.file.add(self.canvas)
            self.canvas = self._opened()
            self.day = None  # a page torn from the others still says of which day its rows are
        return self.canvas

    def _opened(self) -> Canvas:
        canvas = Canvas(self.file.inks, HIGH)
        self._middle(canvas, str(self.title), (0, WIDE), MARGIN + 16, TITLE_SIZE)
        self._middle(canvas, self.title.days, (0, WIDE), MARGIN + 37, SIZE + 2)
        number = f"หน้า {to_thai(self.file.pages + 1)}"
        canvas.text(Text(WIDE - MARGIN - self.measure.width(number, SIZE), number, SIZE), 0, MARGIN + 16)
        for (start, end), (name, _) in zip(self._edges, COLUMNS, strict=True):
            self._middle(canvas, name.format(book=self.title.book), (start, end), _TABLE_TOP + LINE * 0.78, SIZE)
        canvas.line((MARGIN, _TABLE_TOP), (self._edges[-1][1], _TABLE_TOP), 0.8)
        self.y = _TABLE_TOP + LINE + PAD
        self._frame(canvas, _TABLE_TOP, self.y)
        return canvas

    @cached_property
    def _edges(self) -> tuple[tuple[float, float], ...]:
        x, edges = MARGIN, []
        for _, width in COLUMNS:
            edges.append((x, x + width))
            x += width
        return tuple(edges)

    def _middle(self, canvas: Canvas, text: str, within: tuple[float, float], base: float, size: float) -> None:
        start, end = within
        width = self.measure.width(text, size, bold=True)
        canvas.text(Text((start + end - width) / 2, text, size, bold=True), 0, base)

    def _frame(self, canvas: Canvas, top: float, bottom: float, *, columns: bool = True) -> None:
        left, right = self._edges[0][0], self._edges[-1][1]
        uprights = [left, *(end for _, end in self._edges)] if columns else [left, right]
        for x in uprights:
            canvas.line((x, top), (x, bottom))
        canvas.line((left, bottom), (right, bottom))

    def _day(self, canvas: Canvas, day: date) -> None:
        canvas.text(Text(PAD, f"วันที่ {full(day)}", SIZE, bold=True), MARGIN, self.y + LINE * 0.78)
        self._frame(canvas, self.y, self.y + LINE + PAD, columns=False)
        self.y, self.day = self.y + LINE + PAD, day

    def _row(self, canvas: Canvas, cells: Sequence[Sequence[str]], height: float, line: BookLine) -> None:
        colour = _RED if line.hole else "black"
        for n, (cell, (start, _)) in enumerate(zip(cells, self._edges, strict=True)):
            for k, text in enumerate(cell):
                base = self.y + LINE * (k + 0.78)
                canvas.text(Text(PAD, text, SIZE, line.hole, colour=colour), start, base)
                if line.void and n == 0 and text:
                    end = start + PAD + self.measure.width(text, SIZE)
                    canvas.line((start + PAD, base - SIZE * 0.2), (end, base - SIZE * 0.2), 0.8)
        self._frame(canvas, self.y, self.y + height)
        self.y += height

    def _wrapped(self, text: str, width: float) -> list[str]:
        if not text:
            return []
        shown = self._printable(" ".join(text.split()))
        return [line.text for line in wrap(self.measure.shaped(shown), SIZE, Room(width), spread=False)]

    def _printable(self, text: str) -> str:
        """Return the text with letters that the typeface lacks named: one odd letter must not keep a register from being printed."""
        for letter in unprintable(text, self.measure.fonts.regular):
            text = text.replace(letter, f"[U+{ord(letter):04X}]")
        return text
