"""Word files (.docx): paragraphs, tables, text boxes, headers and footers, notes and list numbers in the order of the document."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflow.parsers.docx_archive import Archive, broken
from workflow.parsers.docx_numbers import numbers_of
from workflow.parsers.docx_sheet import Sheet
from workflow.parsers.docx_text import blocks_of, child, is_on, local, value
from workflow.parsers.page import PagedFile


def read_docx(path: Path) -> PagedFile:
    """Read a Word file; Refused for macros, bombs and entities, UnreadableFile when it is no whole DOCX."""
    archive = Archive(path)
    document = archive.xml(archive.main)
    body = child(document, "body") if document is not None else None
    if body is None:
        raise broken(path)
    notes = {**_notes(archive, "footnotes", "footnote"), **_notes(archive, "endnotes", "endnote")}
    sheet = Sheet(numbers_of(archive.first("numbering"), archive.first("styles")), notes)
    for section in _sections(body):
        _section(sheet, archive, section)
    sheet.end_page()
    return PagedFile("docx", sheet.pages(), text_layer=True)


@dataclass(frozen=True)
class _Section:
    """Blocks of the body and the properties that stand at their end; `turns` when the section begins a page of its own."""

    blocks: tuple[Any, ...]
    properties: Any
    turns: bool


def _sections(body: Any) -> Iterator[_Section]:
    blocks: list[Any] = []
    first = True
    for block in blocks_of(body):
        blocks.append(block)
        properties = block if local(block) == "sectPr" else child(block, "pPr", "sectPr")
        if properties is not None:
            yield _Section(tuple(blocks), properties, not first and value(child(properties, "type")) != "continuous")
            blocks, first = [], False
    if blocks:
        yield _Section(tuple(blocks), None, False)


def _section(sheet: Sheet, archive: Archive, section: _Section) -> None:
    if section.turns:
        sheet.turn()
    titled = is_on(child(section.properties, "titlePg"))
    sheet.once(_margin(archive, section.properties, "header", titled), "header")
    sheet.blocks(section.blocks)
    sheet.once(_margin(archive, section.properties, "footer", titled), "footer")


def _margin(archive: Archive, properties: Any, kind: str, titled: bool) -> Any:
    """Return the header or footer of a section's first page, None when it has none of its own."""
    named = archive.related(archive.main)
    held = {
        value(node, "type") or "default": named.get(value(node, "id") or "")
        for node in (properties if properties is not None else ())
        if local(node) == f"{kind}Reference"
    }
    related = held.get("first") if titled else held.get("default")
    return archive.xml(related.part) if related else None


def _notes(archive: Archive, part: str, name: str) -> dict[str, Any]:
    root = archive.first(part)
    found = (node for node in (root if root is not None else ()) if local(node) == name and value(node, "type") is None)
    return {f"{name} {value(node, 'id')}": node for node in found}
