"""The DOCX's page set-up: A4, margins, Thai defaults, and the space above the text."""

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt

from workflow.core.document import Document
from workflow.templates.house_style import HouseStyle
from workflow.templates.ooxml import paragraph, run_properties


def prepare(word: WordDocument, document: Document, style: HouseStyle) -> None:
    """Set up the empty Word document's section, defaults and headers."""
    _defaults(word, style)
    section = word.sections[0]
    section.page_width, section.page_height = Pt(style.page_width), Pt(style.page_height)
    section.left_margin, section.right_margin = Pt(style.left), Pt(style.right)
    section.top_margin, section.bottom_margin = Pt(style.top), Pt(style.bottom)
    section.header_distance, section.footer_distance = Pt(style.top), Pt(style.bottom / 2)
    section.different_first_page_header_footer = True
    _headers(word, document, style)


def _headers(word: WordDocument, document: Document, style: HouseStyle) -> None:
    """Leave two empty lines above every page's text, where the page number stands: this pushes the text down to its place."""
    section = word.sections[0]
    first_height = 2 * style.line if document.form == "endorsement" else 1
    for header, height in ((section.header, 2 * style.line), (section.first_page_header, first_height)):
        header.is_linked_to_previous = False
        for old in list(header._element):
            header._element.remove(old)
        header._element.append(paragraph([], line=height))


def _defaults(word: WordDocument, style: HouseStyle) -> None:
    """Make every text Thai by default, so that what an officer types later looks like the rest."""
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    for old in list(defaults):
        defaults.remove(old)
    defaults.append(run_properties(style.size))
    normal = word.styles["Normal"].element
    for old in normal.findall(qn("w:rPr")):
        normal.remove(old)
    normal.append(run_properties(style.size))
