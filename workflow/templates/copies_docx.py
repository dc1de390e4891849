"""A memo's DOCX as one recipient's copy: whose it is and its number, in frames at the foot of the first page, where the PDF has them."""

import io

import docx

from workflow.core.thai_digits import to_thai
from workflow.templates.copies import Copy
from workflow.templates.house_style import HOUSE, HouseStyle
from workflow.templates.ooxml import Element, element, paragraph, run, run_properties, twips

_NAME, _NUMBER = 14.0, 10.5
_EDGE = 4.0  # points below the text's last line


def copy_docx(memo: bytes, copy: Copy, style: HouseStyle = HOUSE) -> bytes:
    """Return the copy; nothing of the memo's own text moves."""
    word = docx.Document(io.BytesIO(memo))
    top = style.page_height - style.bottom + _EDGE
    number = f"สำเนาที่ {to_thai(copy.number)} จากทั้งหมด {to_thai(copy.of)} ฉบับ"
    lines = [_framed(f"สำเนาถึง {copy.name}", _NAME, top, style), _framed(number, _NUMBER, top + _NAME * 1.2, style)]
    body = word.element.body
    for n, line in enumerate(lines):
        body.insert(n, line)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _framed(text: str, size: float, y: float, style: HouseStyle) -> Element:
    place = {"vAnchor": "page", "hAnchor": "margin", "xAlign": "left", "y": twips(y), "w": twips(style.width)}
    frame = element("w:framePr", wrap="around", hRule="exact", h=twips(size * 1.2), **place)
    return paragraph([run(text, run_properties(size))], line=size * 1.2, extras=[frame])
