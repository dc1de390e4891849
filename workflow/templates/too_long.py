"""Texts the form holds on one line (a unit's name, a number, a signer's title): too long for the line, they are refused.

The lines of the text itself are wrapped and never too long.
"""

from itertools import pairwise

from workflow.core.document import Document
from workflow.core.errors import TooLong
from workflow.core.thai_digits import to_thai
from workflow.templates.fonts import FontSet
from workflow.templates.heads import head_rows
from workflow.templates.house_style import HOUSE, HouseStyle
from workflow.templates.measure import Measure
from workflow.templates.rows import Row, Text
from workflow.templates.tails import tail_rows

_SHOWN = 40
_ROUNDING = 0.5


def require_room(document: Document, fonts: FontSet, style: HouseStyle = HOUSE) -> None:
    """Raise TooLong, naming the longest text, if one above or under the body runs over its neighbour or the edge of the text."""
    measure = Measure(fonts)
    placed = [*head_rows(document, measure, style), *tail_rows(document, measure, style)]
    rows = [row for row in placed if _is_over(row, measure, style)]
    if not rows:
        return
    text = max((text for row in rows for text in row.texts), key=lambda text: _width(text, measure)).text
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    raise TooLong(
        f"ข้อความ “{shown}” ยาว {to_thai(len(text))} ตัวอักษร เกินที่ว่างของบรรทัดในหนังสือ",
        next_step="ย่อข้อความนั้นให้สั้นลง (ชื่อส่วนราชการใช้ชื่อย่อได้) แล้วสั่งใหม่ ยังไม่มีการออกเลขหนังสือ",
    )


def _is_over(row: Row, measure: Measure, style: HouseStyle) -> bool:
    placed = sorted((text.x, text.x + _width(text, measure)) for text in row.texts if text.text)
    touching = any(end > start + _ROUNDING for (_, end), (start, _) in pairwise(placed))
    outside = any(start < -_ROUNDING or end > style.width + _ROUNDING for start, end in placed)
    return touching or outside


def _width(text: Text, measure: Measure) -> float:
    return measure.width(text.text, text.size, bold=text.bold)
