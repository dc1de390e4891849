"""What a page is made of: small dictionaries that `forms.typ` sets one under another (lengths in points)."""

from datetime import date

from facts import KEPT, Signer, Stamp
from lines import Line, set_lines

from workflow.core import thai_date
from workflow.core.thai_digits import to_thai

Element = dict[str, object]
INDENT = 70.9  # 2.5 cm
RED, BLUE, VIOLET = "#c22f2f", "#26459b", "#5b3a93"


def line(text: str, *, indent: float = 0.0, bold: bool = False) -> Element:
    """Return one line, never broken."""
    return {"do": "line", "text": text.replace("\u00a0", " "), "indent": indent, "tracking": 0.0, "bold": bold}


def paragraph(text: str, *, first: float = INDENT, rest: float = 0.0, width: float = 453.5) -> list[Element]:
    """Return a justified paragraph as its lines."""
    rows: list[Line] = set_lines(text, first=first, rest=rest, width=width, kept=KEPT)
    return [{"do": "line", "text": r.text, "indent": r.indent, "tracking": r.tracking, "bold": False} for r in rows]


def labelled(label: str, text: str, *, hang: float) -> list[Element]:
    """Return a head field: its label, then its text hanging at `hang`."""
    rows = paragraph(text, first=hang, rest=hang)
    return [{**rows[0], "label": label}, *rows[1:]]


def gap(height: float) -> Element:
    """Return empty space."""
    return {"do": "gap", "height": height}


def stamp(what: Stamp, *, x: float, y: float, angle: float, ink: str) -> Element:
    """Return a receipt stamp at `x`, `y` centimetres from the paper's upper left corner."""
    values = [("เลขรับ", to_thai(what.number)), ("วันที่", stamped_date(what.dated)), ("เวลา", stamped_time(what.time))]
    return {"do": "stamp", "unit": to_thai(what.unit), "rows": values, "x": x, "y": y, "angle": angle, "ink": ink}


def stamped_date(on: date) -> str:
    """Return `๑๒ พ.ย. ๒๕๖๘`, as a registry's date stamp prints it."""
    return to_thai(f"{on.day} {thai_date.SHORT_MONTHS[on.month - 1]} {thai_date.be_year(on)}")


def stamped_time(time: str) -> str:
    """Return `๐๙.๔๐ น.`."""
    return to_thai(time.replace(":", ".") + " น.")


def signature(who: Signer, *, at: float, titles: tuple[str, ...], dated: date | None = None, pen: int = 0) -> Element:
    """Return a signature block centred on `at` points: rank, pen stroke, name in brackets, titles, short date."""
    name = who.name.replace(" ", "  ")  # two keystrokes, as such papers are typed
    rows = [f"({who.civil_title}{name})", *titles, *([thai_date.short(dated)] if dated else [])]
    return {"do": "signature", "rank": who.rank or "", "rows": rows, "at": at, "pen": pen}


def page_number(number: int) -> Element:
    """Return `- ๓ -` in the middle of the upper margin."""
    return {"do": "page-number", "text": to_thai(f"- {number} -")}


def catchword(words: str) -> Element:
    """Return `/คำต่อเนื่อง...` at the lower right."""
    return {"do": "catchword", "text": f"/{words}..."}
