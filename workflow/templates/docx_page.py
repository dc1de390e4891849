"""Document and its pages → DOCX: whole paragraphs an officer can edit, page breaks and catchwords where the layout put them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from workflow.core import thai_date
from workflow.core.block_styles import HEAD, RUNNING, TAIL
from workflow.core.document import Block, Document
from workflow.templates import docx_section
from workflow.templates.docx_boxes import hang
from workflow.templates.docx_heads import head_paragraphs
from workflow.templates.docx_pictures import Pictures
from workflow.templates.docx_plan import Piece, plan_pieces
from workflow.templates.docx_styles import add_styles, block_style, bookmarked, styled
from workflow.templates.docx_tables import drawn_elements
from workflow.templates.docx_tails import tail_paragraphs
from workflow.templates.house_style import HouseStyle, style_of
from workflow.templates.layout import page_number
from workflow.templates.measure import Measure
from workflow.templates.ooxml import Element, element, mark_run, paragraph, run, run_properties, tabs, twips
from workflow.templates.rows import DRAWN, HANG, Page, gap_before

_STAYS = {"heading", "subheading", "item", "address"}
_SPREAD = {"paragraph", "item", "closing"}
_LONGEST_TITLE = 255  # what the format allows a property


@dataclass(frozen=True)
class Look:
    """What every part of the DOCX is made with; `bookmark` says whose file it is when it comes back."""

    measure: Measure
    style: HouseStyle
    emblem: Path | None = None
    bookmark: str | None = None


def docx_bytes(document: Document, pages: Sequence[Page], look: Look) -> bytes:
    """Return the document as DOCX with the pages' breaks and catchwords."""
    look = replace(look, style=style_of(document.form, look.style))
    word = docx.Document()
    docx_section.prepare(word, document, look.style)
    add_styles(word, look.style)
    body = word.element.body
    section = body.sectPr
    pictures = Pictures(word, look.style)
    made = list(_paragraphs(document, pages, look, pictures))
    if look.bookmark:
        bookmarked(made[0], look.bookmark)
    for part in made:
        section.addprevious(part)
    return _saved(word, document)


def _paragraphs(document: Document, pages: Sequence[Page], look: Look, pictures: Pictures) -> Iterator[Element]:
    emblem = pictures.emblem(document.form, look.emblem)
    head = [styled(part, HEAD) for part in head_paragraphs(document, look.measure, look.style, emblem)]
    hang(pages[0].marks, head[0], pictures, look.style)
    yield from head
    for piece in plan_pieces(document, pages):
        if piece.leads:
            for running in _running_words(pages[piece.page - 1], look.style):
                yield styled(running, RUNNING)
        key = block_style(document.body[piece.block], continued=piece.start > 0)
        if document.body[piece.block].kind in DRAWN:
            drawn = drawn_elements(document, piece, pages[piece.page - 1], (look.measure, look.style, pictures))
            yield from (styled(part, key) for part in drawn)
            continue
        yield styled(_body_paragraph(document, piece, look.style), key)
    tail = [styled(part, TAIL) for part in tail_paragraphs(document, look.measure, look.style, pictures)]
    if tail:
        hang(pages[-1].signs, tail[0], pictures, look.style)
    yield from tail


def _body_paragraph(document: Document, piece: Piece, style: HouseStyle) -> Element:
    block = document.body[piece.block]
    runs = list(_runs(block, piece, style))
    extras = [element("w:keepNext")] if block.kind in _STAYS else []
    extras += [element("w:pageBreakBefore")] if piece.new_page else []
    extras += [tabs(("left", HANG))] if block.kind == "address" else []
    align = "thaiDistribute" if block.kind in _SPREAD else "left"
    gap = 0 if piece.start else gap_before(document.body, piece.block, style)
    return paragraph(runs, line=style.line, align=align, before=gap, indent=_indent(block, piece, style), extras=extras)


def _indent(block: Block, piece: Piece, style: HouseStyle) -> dict[str, int]:
    if block.kind == "address":
        return {"left": twips(HANG), "hanging": 0 if block.level else twips(HANG)}
    return {"left": 0, "firstLine": 0 if piece.start else twips(style.first_line)}


def _runs(block: Block, piece: Piece, style: HouseStyle) -> Iterator[Element]:
    """Yield the piece's text, a page break at each offset where the page ends, and a tab after the เรียน of an addressee."""
    bold = block.kind == "heading"
    cuts = [piece.start, *piece.breaks, piece.end]
    for n, (start, end) in enumerate(pairwise(cuts)):
        if n:
            yield mark_run(element("w:br", type="page"), run_properties(style.size))
        text = block.text[start:end]
        if block.kind == "address" and not block.level and " " in text:
            label, _, text = text.partition(" ")
            yield run(label, run_properties(style.size))
            yield mark_run(element("w:tab"), run_properties(style.size))
        yield run(text, run_properties(style.size, bold=bold))


def _running_words(page: Page, style: HouseStyle) -> Iterator[Element]:
    """Yield the page's number and catchword in frames out of the text's flow.

    The number is text, not a field: LibreOffice shows a Thai-digit PAGE field as letters or Arabic digits. Like the catchword it
    belongs to the page break beside it, and is written anew when the memo is.
    """
    number = page_number(page.number)
    if number:
        yield _framed(number, "center", style.top, style)
    if page.catchword:
        yield _framed(page.catchword, "right", style.foot - style.line, style)


def _framed(text: str, align: str, y: float, style: HouseStyle) -> Element:
    anchor = "page" if align == "center" else "margin"
    frame = element("w:framePr", wrap="around", vAnchor="page", hAnchor=anchor, xAlign=align, y=twips(y))
    return paragraph([run(text, run_properties(style.size))], line=style.line, align=align, extras=[frame])


def _saved(word: WordDocument, document: Document) -> bytes:
    properties = word.core_properties
    properties.title = (document.head.subject or document.title or document.head.number)[:_LONGEST_TITLE]
    properties.author = properties.last_modified_by = document.head.unit
    properties.comments = ""
    on = thai_date.parse(document.head.dated or "")
    if on:
        properties.created = properties.modified = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - a day on paper has no zone
    out = BytesIO()
    word.save(out)
    return out.getvalue()
