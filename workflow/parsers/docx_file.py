"""Word files (.docx): paragraphs, tables, text boxes, headers and footers in the order of the document; the only reader of DOCX."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph

from workflow.core.errors import Refused, UnreadableFile
from workflow.parsers.limits import MAX_PAGES, MAX_UNPACKED
from workflow.parsers.page import Line, Page, PagedFile, Table
from workflow.parsers.thai_text import normalise

MAX_ENTRIES = 2000


def read_docx(path: Path) -> PagedFile:
    """Read a Word file; Refused for macros, bombs and entities, UnreadableFile when it is no whole DOCX."""
    guard(path)
    try:
        document = docx.Document(str(path))
    except (OpcError, PythonDocxError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise _broken(path) from error
    sheet = _Sheet()
    first, last = document.sections[0], document.sections[-1]
    header = first.first_page_header if first.different_first_page_header_footer else first.header
    sheet.blocks(header.iter_inner_content())
    sheet.blocks(document.iter_inner_content())
    sheet.blocks(last.footer.iter_inner_content())
    return PagedFile("docx", sheet.pages(), text_layer=True)


def guard(path: Path) -> None:
    """Look into the archive before any parser does: Refused for what no honest letter holds, UnreadableFile when it is no archive."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_ENTRIES or sum(e.file_size for e in entries) > MAX_UNPACKED:
                raise _refused(path, "ใหญ่ผิดปกติเมื่อคลายการบีบอัด")
            if any(e.filename.lower().endswith("vbaproject.bin") for e in entries):
                raise _refused(path, "มีมาโคร (คำสั่งที่ทำงานได้เอง)")
            if any(e.flag_bits & 1 for e in entries):
                raise _refused(path, "มีรหัสผ่าน")
            for entry in entries:
                if entry.filename.lower().endswith((".xml", ".rels")) and _declares_entities(archive, entry):
                    raise _refused(path, "มีคำสั่งแทรกเนื้อหาจากภายนอก")
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise _broken(path) from error


def _declares_entities(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    with archive.open(entry) as part:
        content = part.read(MAX_UNPACKED).replace(b"\x00", b"")  # UTF-16 hides nothing
    return b"<!DOCTYPE" in content or b"<!ENTITY" in content


def _broken(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"แฟ้ม {path.name} เปิดเป็น DOCX ไม่ได้ อาจเสียหายหรือรับมาไม่ครบ", next_step="ขอแฟ้มจากผู้ส่งใหม่ หรือบันทึกเป็น PDF แล้วส่งมา"
    )


def _refused(path: Path, why: str) -> Refused:
    return Refused(f"แฟ้ม {path.name} {why} จึงไม่เปิด", next_step="ขอแฟ้ม PDF หรือ DOCX ธรรมดาจากผู้ส่ง")


@dataclass
class _Sheet:
    """Pages while they fill up."""

    number: int = 1
    row: int = 0
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    blank: int = 0

    def blocks(self, blocks: Iterable[Paragraph | DocxTable]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self.paragraph(block)
            else:
                self.table(block)

    def paragraph(self, paragraph: Paragraph) -> None:
        written = [run for run in paragraph.runs if run.text.strip()]
        bold = bool(written) and all(_bold(run) for run in written)
        inked = any(_coloured(run) for run in paragraph.runs)
        for piece in _pieces(paragraph._p):
            if piece == "\f":
                self.turn()
            else:
                self.put(piece.split("\t"), bold=bold, inked=inked)
        for box in paragraph._p.iter(qn("w:txbxContent")):
            if not _is_fallback(box):
                self.box(box, paragraph)

    def box(self, box: Any, anchor: Paragraph) -> None:
        for element in box.iterchildren(qn("w:p")):
            self.paragraph(Paragraph(element, anchor._parent))
        for element in box.iterchildren(qn("w:tbl")):
            self.table(DocxTable(element, anchor._parent))

    def table(self, table: DocxTable) -> None:
        rows = [tuple(normalise(c.text.replace("\n", " ")) for c in _distinct(row.cells)) for row in table.rows]
        if len(rows) > 1 and max(map(len, rows)) > 1:
            self.tables.append(Table(self.number, tuple(rows)))
        for row in table.rows:
            cells = [cell.text.split("\n") for cell in _distinct(row.cells)]
            for at in range(max(map(len, cells), default=0)):
                self.put([cell[at] for cell in cells if at < len(cell)])

    def put(self, columns: Iterable[str], *, bold: bool = False, inked: bool = False) -> None:
        texts = [text for column in columns if (text := normalise(column))]
        for text in texts:
            self.lines.append(Line(text, self.number, self.row, bold=bold, inked=inked, blank_before=self.blank))
            self.blank = 0
        self.blank += not texts
        self.row += bool(texts)

    def turn(self) -> None:
        if any(line.page == self.number for line in self.lines) and self.number < MAX_PAGES:
            self.number, self.row, self.blank = self.number + 1, 0, 0

    def pages(self) -> tuple[Page, ...]:
        return tuple(
            Page(n, tuple(x for x in self.lines if x.page == n), tables=tuple(t for t in self.tables if t.page == n))
            for n in range(1, self.number + 1)
        )


def _pieces(paragraph: Any) -> Iterator[str]:
    """Yield a paragraph's lines, and a form feed wherever a page ends; text boxes apart."""
    if paragraph.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None:
        yield "\f"
    text = ""
    for node in paragraph.iter(*_TEXT):
        if _boxed(node, paragraph):
            continue
        if (sign := _sign(node)) in ("\f", "\n"):
            yield text
            yield from "\f" if sign == "\f" else ""
            text = ""
        else:
            text += sign
    yield text


_TEXT = tuple(qn(name) for name in ("w:t", "w:tab", "w:br", "w:cr", "w:lastRenderedPageBreak", "w:noBreakHyphen"))


def _sign(node: Any) -> str:
    match node.tag.rsplit("}", 1)[-1]:
        case "t":
            return node.text or ""
        case "tab":
            return "\t" if node.getparent().tag == qn("w:r") else ""  # a tab stop is no tab
        case "noBreakHyphen":
            return "-"
        case "lastRenderedPageBreak":
            return "\f"
        case _:
            return "\f" if node.get(qn("w:type")) == "page" else "\n"


def _boxed(node: Any, paragraph: Any) -> bool:
    for parent in node.iterancestors():
        if parent is paragraph:
            return False
        if parent.tag == qn("w:txbxContent"):
            return True
    return False


def _is_fallback(box: Any) -> bool:
    return any(parent.tag.endswith("}Fallback") for parent in box.iterancestors())


def _distinct(cells: Iterable[Any]) -> list[Any]:
    """A merged cell comes once for each grid column it covers."""
    return list({id(cell._tc): cell for cell in cells}.values())


def _bold(run: Any) -> bool:
    """Thai is complex script: its bold is w:bCs, whatever w:b says of Latin."""
    thai = run._r.find(f"{qn('w:rPr')}/{qn('w:bCs')}")
    return bool(run.bold) or (thai is not None and thai.get(qn("w:val"), "1") not in {"0", "false"})


def _coloured(run: Any) -> bool:
    rgb = run.font.color.rgb if run.font.color is not None else None
    return rgb is not None and max(rgb) - min(rgb) > 60
