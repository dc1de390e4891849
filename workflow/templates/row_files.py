"""Very long tables to take away, written as they are read: CSV and XLSX in pieces, never whole in memory, and no cell a formula.

A cell that a spreadsheet would compute (=, +, -, @, a tab, and their full-width forms) is text in both: in CSV an apostrophe stands
before it, in XLSX every cell is an inline string, and the doubtful ones keep a quote prefix for when somebody edits them.
"""

import csv
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from io import StringIO
from typing import IO, cast
from xml.sax.saxutils import escape

COMPUTED = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "＝",
    "＋",
    "－",
    "＠",
)  # what a spreadsheet takes for the beginning of a formula
LINES = 500  # of one piece
_UNWRITABLE = {n: None for n in range(32) if chr(n) not in "\t\n\r"} | {0xFFFE: None, 0xFFFF: None}
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>',
    "_rels/.rels": f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_REL}/styles" Target="styles.xml"/></Relationships>',
    # styles: 0 text, 1 a heading, 2 text that would be computed
    "xl/styles.xml": f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Tahoma"/></font>'
    '<font><b/><sz val="11"/><name val="Tahoma"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


def csv_pieces(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Yield a CSV for spreadsheets: UTF-8 with a byte-order mark, every cell quoted."""
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(heading)
    yield b"\xef\xbb\xbf"
    for number, row in enumerate(rows, 1):
        writer.writerow([plain_cell(cell) for cell in row])
        if number % LINES == 0:
            yield _taken(out)
    yield _taken(out)


def plain_cell(text: str) -> str:
    """Return a cell as CSV may hold it: what a spreadsheet would compute bears an apostrophe."""
    return f"'{text}" if text.startswith(COMPUTED) else text


def xlsx_pieces(title: str, heading: Sequence[str], rows: Iterable[Sequence[str]], made: datetime) -> Iterator[bytes]:
    """Yield an XLSX of one sheet, its heading frozen; `made` dates its parts (the same table gives the same bytes)."""
    pipe = _Pipe()
    stamp = made.timetuple()[:6]
    with zipfile.ZipFile(cast("IO[bytes]", pipe), "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        part: Callable[[str], zipfile.ZipInfo] = lambda name: _part(name, stamp)  # noqa: E731 - one word for one thing
        for name, content in {**_PARTS, "xl/workbook.xml": _book(title)}.items():
            archive.writestr(part(name), content)
        with archive.open(part("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as sheet:
            for text in _sheet(heading, rows):
                sheet.write(text.encode())
                yield pipe.taken()
    yield pipe.taken()


class _Pipe:
    """What a zip is written into: handed on and forgotten, piece by piece; without `tell` or `seek`, so that sizes follow the data."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._held.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def taken(self) -> bytes:
        found = b"".join(self._held)
        self._held.clear()
        return found


def _part(name: str, stamp: tuple[int, ...]) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, cast("tuple[int, int, int, int, int, int]", stamp))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _book(title: str) -> str:
    name = escape(title.translate({ord(c): " " for c in "[]:*?/\\'"})[:31], {'"': "&quot;"})
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets><sheet name="{name}" sheetId="1" r:id="r1"/></sheets></workbook>'
    )  # fmt: skip


def _sheet(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the sheet's XML, some hundred rows at a time."""
    columns = "".join(f'<col min="{n}" max="{n}" width="24" customWidth="1"/>' for n in range(1, len(heading) + 1))
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    frozen = f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}">{frozen}<cols>{columns}</cols><sheetData>{_row(heading, heading=True)}'
    held: list[str] = []
    for row in rows:
        held.append(_row(row))
        if len(held) == LINES:
            yield "".join(held)
            held.clear()
    yield "".join(held) + "</sheetData></worksheet>"


def _row(cells: Sequence[str], *, heading: bool = False) -> str:
    return f"<row>{''.join(_cell(cell, heading=heading) for cell in cells)}</row>"


def _cell(text: str, *, heading: bool) -> str:
    style = 1 if heading else 2 if text.startswith(COMPUTED) else 0
    written = escape(text.translate(_UNWRITABLE))
    return f'<c t="inlineStr" s="{style}"><is><t xml:space="preserve">{written}</t></is></c>'


def _taken(out: StringIO) -> bytes:
    found = out.getvalue().encode()
    out.seek(0)
    out.truncate()
    return found
