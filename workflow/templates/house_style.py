"""How a paper of this house looks: every measure of the page in one place, in points unless said otherwise.

Sources: คำอธิบายการพิมพ์หนังสือราชการ (สำนักนายกรัฐมนตรี ที่ นร ๐๑๐๖/ว ๒๐๑๙, ๒๕๕๓) as retold by secondary pages; the top and
bottom margins and the gap above a signature have no confirmed rule, so they are settings here like everything else.
"""

from dataclasses import dataclass, replace

from workflow.core.document import Form

CM = 72 / 2.54
DOCX_FONT = "TH SarabunPSK"


@dataclass(frozen=True)
class HouseStyle:
    """Measures of a page; the defaults are the regulation's where it has any.

    A4; margins 3 cm left, 2 cm right; text 16 pt on exact 21 pt lines (fonts of the family differ in their own "single" spacing);
    first line 2.5 cm in; title 29 pt on 35 pt; labels 20 pt bold; emblem 1.5 cm (memo) or 3 cm (letter under seal) high;
    fields and parts 6 pt apart, in an external letter every paragraph too, its คำลงท้าย 12 pt, its signature four lines below that;
    page number and emblem 1.5 cm below the paper's edge; three lines kept free for the catchword.
    """

    page_width: float = 595.28
    page_height: float = 841.89
    left: float = 3 * CM
    right: float = 2 * CM
    top: float = 1.5 * CM
    bottom: float = 2 * CM
    size: float = 16
    line: float = 21
    title_size: float = 29
    title_line: float = 35
    title_drop: float = 10
    label_size: float = 20
    label_line: float = 26
    urgency_size: float = 32
    first_line: float = 2.5 * CM
    part_gap: float = 6
    paragraph_gap: float = 0
    ending_gap: float = 12
    letter_signature_gap: float = 4 * 21
    foot_gap: float = 21
    signature_gap: float = 3 * 21
    emblem: float = 1.5 * CM
    emblem_letter: float = 3 * CM
    seal: float = 4.5 * CM
    catchword_lines: int = 3
    catchword_chars: int = 26

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


def style_of(form: Form, style: HouseStyle) -> HouseStyle:
    """Return the style as a form uses it: each part of an external letter stands `part_gap` apart, and its signature lower."""
    if form != "letter":
        return style
    return replace(style, paragraph_gap=style.part_gap, signature_gap=style.letter_signature_gap)
