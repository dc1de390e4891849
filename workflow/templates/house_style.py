"""How a paper of this house looks: every measure of the page in one place, in points unless said otherwise.

What an office may set, and where each usual value comes from: core/style_settings.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workflow.core.document import Form
from workflow.core.style_settings import CM as CM
from workflow.core.style_settings import SETTINGS, usual

DOCX_FONT = "TH SarabunPSK"


@dataclass(frozen=True)
class HouseStyle:
    """Measures of a page; the defaults are the regulation's where it has any.

    A4; margins 3 cm left, 2 cm right; text 16 pt on exact 21 pt lines (fonts of the family differ in their own "single" spacing);
    first line 2.5 cm in; title 29 pt on 35 pt; labels 20 pt bold; emblem 1.5 cm (memo) or 3 cm (letter under seal) high;
    fields and parts 6 pt apart, in an external letter every paragraph too, its คำลงท้าย 12 pt, its signature four lines below that;
    page number and emblem 1.5 cm below the paper's edge; three lines kept free for the catchword.
    `official`: a paper without the agency's own emblem is refused.
    """

    page_width: float = 595.28
    page_height: float = 841.89
    left: float = usual("left")
    right: float = usual("right")
    top: float = usual("top")
    bottom: float = usual("bottom")
    size: float = usual("size")
    line: float = usual("line")
    title_size: float = usual("title_size")
    title_line: float = usual("title_line")
    title_drop: float = usual("title_drop")
    label_size: float = usual("label_size")
    label_line: float = usual("label_line")
    urgency_size: float = usual("urgency_size")
    first_line: float = usual("first_line")
    part_gap: float = usual("part_gap")
    paragraph_gap: float = 0
    ending_gap: float = usual("ending_gap")
    letter_signature_gap: float = usual("letter_signature_gap")
    foot_gap: float = usual("foot_gap")
    signature_gap: float = usual("signature_gap")
    emblem: float = usual("emblem")
    emblem_letter: float = usual("emblem_letter")
    seal: float = usual("seal")
    catchword_lines: int = 3
    catchword_chars: int = 26
    official: bool = False

    @property
    def width(self) -> float:
        """The width of the text: 16 cm."""
        return self.page_width - self.left - self.right

    @property
    def running_top(self) -> float:
        """Where text starts on the pages after the first: two lines below the page number."""
        return self.top + 2 * self.line

    @property
    def foot(self) -> float:
        """Where the text area ends, measured from the top of the paper."""
        return self.page_height - self.bottom

    @property
    def middle(self) -> float:
        """The middle of the paper, measured from the left margin: where a signature begins."""
        return self.page_width / 2 - self.left


HOUSE = HouseStyle()


def house_style(settings: Mapping[str, float], *, official: bool = False) -> HouseStyle:
    """Return the house style with what an office sets (`Office.style`, points)."""
    known = {name: settings[name] for name in SETTINGS if name in settings}
    return replace(HOUSE, official=official, **known)  # type: ignore[arg-type]  # no setting is one of the whole numbers


def style_of(form: Form, style: HouseStyle) -> HouseStyle:
    """Return the style as a form uses it: each part of an external letter stands `part_gap` apart, and its signature lower."""
    if form != "letter":
        return style
    return replace(style, paragraph_gap=style.part_gap, signature_gap=style.letter_signature_gap)
