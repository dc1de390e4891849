"""Which lines the DOCX of a document has above and under its text, and which value stands where: the form printed with its values' places."""

import re
from collections.abc import Iterable, Iterator

import docx
from docx.oxml.ns import qn

from workflow.core.document import Document
from workflow.core.places import filled, values_of
from workflow.core.returned_file import Place, PrintedLine, Shape
from workflow.templates.docx_heads import head_paragraphs
from workflow.templates.docx_pictures import Pictures
from workflow.templates.docx_tails import tail_paragraphs
from workflow.templates.house_style import HOUSE, HouseStyle
from workflow.templates.measure import Measure
from workflow.templates.ooxml import Element

_TOKEN = re.compile(r"@(\d+)@")


def shape_of(document: Document, measure: Measure, style: HouseStyle = HOUSE) -> Shape:
    """Return the lines of the document's form, empty ones left out."""
    places = list(values_of(document))
    asked = filled(document, {place: f"@{n}@" for n, place in enumerate(places)})
    pictures = Pictures(docx.Document(), style)
    head = head_paragraphs(asked, measure, style, None)
    tail = tail_paragraphs(asked, measure, style, pictures)
    return Shape(tuple(_lines(head, places)), tuple(_lines(tail, places)))


def _lines(paragraphs: Iterable[Element], places: list[Place]) -> Iterator[PrintedLine]:
    for paragraph in paragraphs:
        if text := _text(paragraph):
            pieces = _TOKEN.split(text)
            yield PrintedLine(tuple(pieces[::2]), tuple(places[int(n)] for n in pieces[1::2]))


def _text(paragraph: Element) -> str:
    parts = (part for run in paragraph.iter(qn("w:r")) for part in run)
    return "".join("\t" if p.tag == qn("w:tab") else p.text or "" for p in parts if p.tag in {qn("w:tab"), qn("w:t")})
