"""A memo's DOCX as an editor gave it back: its paragraphs with the names of their styles, tables as cells, bookmarks.

Tracked changes count as accepted; frames, text boxes, hidden text and headers are not the memo's words.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workflow.core.block_styles import CONTINUED, STYLE_NAMES, key_of
from workflow.core.errors import Refused, UnreadableFile
from workflow.core.returned_file import ReturnedFile, ReturnedParagraph
from workflow.core.thai_digits import to_thai
from workflow.parsers.docx_archive import Archive, broken
from workflow.parsers.docx_text import blocks_of, child, local, text_of, value
from workflow.parsers.foreign_files import advice
from workflow.parsers.limits import MAX_BYTES

MAX_PARAGRAPHS = 5000


def read_returned(path: Path) -> ReturnedFile:
    """Read an edited DOCX; Refused for macros, passwords and bombs, UnreadableFile when it is no whole DOCX."""
    _check(path)
    archive = Archive(path)
    document = archive.xml(archive.main)
    body = child(document, "body") if document is not None else None
    if body is None:
        raise broken(path)
    names = dict(_style_names(archive.first("styles")))
    found = tuple(_parts(body, names))
    if len(found) > MAX_PARAGRAPHS:
        raise Refused(
            f"แฟ้ม {path.name} มีเกิน {to_thai(MAX_PARAGRAPHS)} ย่อหน้า จึงไม่รับ", next_step="ตรวจว่าเลือกแฟ้มของบันทึกฉบับนี้"
        )
    marks = tuple(value(node, "name") or "" for node in document.iter() if local(node) == "bookmarkStart")
    return ReturnedFile(found, marks)


def _check(path: Path) -> None:
    extension, size = path.suffix.lower(), path.stat().st_size
    head = path.open("rb").read(16) if size else b""
    if extension in {".doc", ".docm", ".dotm", ".rtf", ".odt"}:
        raise Refused(
            f"แฟ้ม {path.name} ไม่ใช่ DOCX ธรรมดา จึงไม่รับกลับ",
            next_step="ใน Word เลือก บันทึกเป็น > เอกสาร Word (.docx) แล้วส่งใหม่",
        )
    if advised := advice(".docx", head):
        raise type(advised)(f"แฟ้ม {path.name} {advised}", next_step=advised.next_step)
    if size > MAX_BYTES:
        raise Refused(
            f"แฟ้ม {path.name} ใหญ่เกิน {to_thai(MAX_BYTES // 1_000_000)} ล้านไบต์", next_step="ตัดภาพออก แล้วบันทึกใหม่"
        )
    if not head.startswith(b"PK\x03\x04"):
        raise UnreadableFile(f"แฟ้ม {path.name} ไม่ใช่ DOCX จึงอ่านไม่ได้", next_step="ส่งแฟ้ม .docx ที่โปรแกรมนี้ทำและแก้ใน Word")


def _style_names(styles: Any) -> Iterator[tuple[str, str]]:
    """Yield the name of every style by its id."""
    for node in styles if styles is not None else ():
        if local(node) == "style":
            yield value(node, "styleId") or "", value(child(node, "name")) or ""


def _parts(body: Any, names: dict[str, str]) -> Iterator[ReturnedParagraph]:
    carried = ""  # the text of a paragraph whose end was deleted goes on in the next
    torn = False  # LibreOffice tears a paragraph of many pages at a page's end, and gives the rest no style of ours
    for block in blocks_of(body):
        if local(block) == "tbl":
            yield ReturnedParagraph("", "", tuple(_rows(block)))
        elif local(block) == "p" and child(block, "pPr", "framePr") is None:
            style = names.get(value(child(block, "pPr", "pStyle")) or "", "")
            style = STYLE_NAMES[CONTINUED] if torn and key_of(style) is None else style
            text = carried + _text(block)
            torn = text_of(block).endswith("\f")
            if child(block, "pPr", "rPr", "del") is not None:
                carried = text
                continue
            carried = ""
            if text.strip() or _stands_for_more(block, style):
                yield ReturnedParagraph(style, text)


def _stands_for_more(paragraph: Any, style: str) -> bool:
    """Return whether a paragraph without words is a chart, or says that the table after it goes on from the page before."""
    drawn = any(local(node) in {"drawing", "pict"} for node in paragraph.iter())
    return style == STYLE_NAMES[CONTINUED] or (style == STYLE_NAMES["chart"] and drawn)


def _rows(table: Any) -> Iterator[tuple[str, ...]]:
    for row in (node for node in table.iter() if local(node) == "tr"):
        cells = [node for node in row if local(node) == "tc"]
        yield tuple(" ".join(_text(p).strip() for p in cell.iter() if local(p) == "p").strip() for cell in cells)


def _text(paragraph: Any) -> str:
    """Return the words of a paragraph: where a page ends is nobody's word, a line broken by hand is a space."""
    return re.sub(r"\n", " ", text_of(paragraph).replace("\f", ""))
