"""Receipt stamps: a coloured frame, the unit on top, labels in print, values in print or by a hand-like face."""

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from benchmarks.papers.faces import HAND, PRINT, SARABUN, Type, body_type, width
from benchmarks.papers.sheet import HIGH, WIDE, Group, Line, Run, Sheet, Stroke
from benchmarks.papers.voice import full, medium, short

INKS = ("#2b3a9c", "#1f4fb0", "#b3261e", "#7a1f8a", "#1d6b3a", "#3a3a78", "#c03a2b")
_PEN = ("#1a2f8f", "#22306e", "#101418")
_LABELS = (
    ("รับที่", "วันที่", "เวลา"),
    ("เลขรับ", "วันที่", "เวลา"),
    ("เลขที่รับ", "วันที่", "เวลา"),
    ("เลขรับที่", "ลงวันที่", "เวลา"),
    ("รับเลขที่", "วันที่รับ", "เวลา"),
)
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@dataclass(frozen=True)
class Receipt:
    """A unit's entry in its register."""

    unit: str
    number: str
    day: date
    minutes: int

    def gold(self) -> dict[str, str]:
        """Return the entry as a reading states it."""
        return {
            "unit": self.unit,
            "number": self.number,
            "date": self.day.isoformat(),
            "time": f"{self.minutes // 60:02d}:{self.minutes % 60:02d}",
        }


def receipt(unit: str, day: date, lot: Random) -> Receipt:
    """Draw an entry in office hours."""
    number = str(lot.choice((lot.randrange(11, 999), lot.randrange(1000, 9999), lot.randrange(10000, 39999))))
    return Receipt(unit, number, day, lot.randrange(8 * 60 + 30, 16 * 60 + 30))


@dataclass(frozen=True)
class Look:
    """How a stamp is made and filled."""

    ink: str
    labels: tuple[str, str, str]
    print: Type
    hand: Type
    thai: bool
    double: bool
    ruled: bool
    dotted: bool
    wide: float
    date_form: int
    time_form: str


def look(lot: Random, *, digital: bool) -> Look:
    """Draw a stamp's look; a digital one is filled in its own print."""
    ink = lot.choice(INKS)
    family = lot.choice((SARABUN, SARABUN, "Loma", "Laksaman", "Garuda"))
    hand = lot.choice(PRINT if digital or lot.random() < 0.35 else HAND)
    colour = ink if digital or lot.random() < 0.3 else lot.choice(_PEN)
    small = body_type(family).sized(lot.uniform(0.8, 0.95))
    return Look(
        ink,
        lot.choice(_LABELS),
        replace(small, colour=ink),
        replace(
            body_type(hand).sized(lot.uniform(0.9, 1.1)),
            colour=colour,
            slanted=lot.random() < 0.2 and hand != "Sawasdee",
        ),
        lot.random() < 0.65,
        lot.random() < 0.2,
        lot.random() < 0.15,
        lot.random() < 0.45,
        lot.uniform(128, 165),
        lot.randrange(4),
        lot.choice(("{:d}.{:02d} น.", "{:02d}.{:02d} น.", "{:02d}.{:02d}", "{:02d}:{:02d} น.", "{:02d}:{:02d}")),
    )


def stamp(entry: Receipt, how: Look, x: float, y: float, angle: float) -> Group:
    """Return the stamp with its top left corner at x, y."""
    step = how.print.size * (1.22 if how.print.family == SARABUN else 1.75)
    wide = max(how.wide, width(entry.unit, how.print.heavy()) + 14)
    tall = step * 4.25
    frame = [Stroke(((0, 0), (wide, 0), (wide, tall), (0, tall)), how.ink, 1.1, closed=True)]
    if how.double:
        frame.append(
            Stroke(
                ((2.5, 2.5), (wide - 2.5, 2.5), (wide - 2.5, tall - 2.5), (2.5, tall - 2.5)), how.ink, 0.5, closed=True
            )
        )
    unit_wide = width(_digits(entry.unit, how), how.print.heavy())
    lines = [Line((wide - unit_wide) / 2, step * 0.9, (Run(_digits(entry.unit, how), how.print.heavy()),))]
    for n, (label, value) in enumerate(zip(how.labels, _values(entry, how), strict=True)):
        y0 = step * (1.95 + n * 0.98)
        lines.append(Line(7, y0, (Run(label, how.print), Run(" ", how.print), Run(value, how.hand))))
        start = 7 + width(label + " ", how.print)
        if how.dotted:
            frame.append(Stroke(((start, y0 + 1.5), (wide - 8, y0 + 1.5)), how.ink, 0.7, dash=True))
        if how.ruled:
            frame.append(Stroke(((0, y0 - step * 0.76), (wide, y0 - step * 0.76)), how.ink, 0.5))
    return Group(x, y, angle, (*frame, *lines))


def _digits(text: str, how: Look) -> str:
    return text.translate(_THAI) if how.thai else text


def _values(entry: Receipt, how: Look) -> tuple[str, str, str]:
    forms = (medium(entry.day), short(entry.day, gap=True), full(entry.day), short(entry.day))
    at = how.time_form.format(entry.minutes // 60, entry.minutes % 60)
    number, day, at = (_digits(v, how) for v in (entry.number, forms[how.date_form], at))
    return number, day, at


def place(sheet: Sheet, entries: list[Receipt], lot: Random, *, digital: bool) -> None:
    """Stamp the upper right of a page, one stamp under or beside the other; on scans slanting and over the print."""
    x, y = WIDE - 20.0, 14.0 if digital else lot.uniform(10, 30)
    for entry in entries:
        made = stamp(entry, look(lot, digital=digital), 0, 0, 0 if digital else lot.uniform(-3, 3))
        wide = made.things[0].points[1][0] if isinstance(made.things[0], Stroke) else 150.0
        tall = made.things[0].points[2][1] if isinstance(made.things[0], Stroke) else 60.0
        down = 0 if digital else lot.choice((0, 0, lot.uniform(5, 30)))
        x -= wide
        if x < 20:
            x, y = WIDE - 20 - wide, y + tall + 8
        sheet.under.append(replace(made, x=x, y=min(y + down, HIGH / 3)))
        x -= lot.uniform(6, 14)
