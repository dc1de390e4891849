"""Receipt stamps: a coloured frame, the unit on top, labels in print, values in print or by a hand-like face."""

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from benchmarks.papers.faces import HAND, PRINT, SARABUN, Type, body_type, width
from benchmarks.papers.sheet import WIDE, Group, Line, Ring, Run, Sheet, Stroke, Thing
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


Box = tuple[float, float, float, float]


def place(sheet: Sheet, entries: list[Receipt], lot: Random, *, digital: bool) -> None:
    """Stamp the page's upper part where it is free, near the right corner first; some scans are stamped over their print."""
    taken, careless = [_box(t) for t in sheet.print], not digital and lot.random() < 0.3
    drawings = [b for t, b in zip(sheet.print, taken, strict=True) if not isinstance(t, Line)]
    for entry in entries:
        made = stamp(entry, look(lot, digital=digital), 0, 0, 0 if digital else lot.uniform(-3, 3))
        wide, tall = _box(made)[2:]
        shift = 0.0 if digital else lot.uniform(0, 18)
        spots = [
            (WIDE - 20 - wide - dx, 14 + shift + dy, WIDE - 20 - dx, 14 + shift + dy + tall)
            for dy in range(0, 190, 19)
            for dx in range(0, int(WIDE - 40 - wide), 15)
        ]
        full = drawings if careless else taken
        x, y, *_ = spot = min(spots, key=lambda b: (sum(_shared(b, t) for t in full), b[1] + (WIDE - b[2]) * 0.3))
        sheet.under.append(replace(made, x=x, y=y))
        margin = (spot[0] - 4, spot[1] - 4, spot[2] + 4, spot[3] + 4)
        taken.append(margin)
        drawings.append(margin)


def _box(thing: Thing) -> Box:
    """Return left, top, right and bottom of what is drawn, turning left out."""
    if isinstance(thing, Line):
        return thing.box
    if isinstance(thing, Ring):
        return (thing.x - thing.radius, thing.y - thing.radius, thing.x + thing.radius, thing.y + thing.radius)
    if isinstance(thing, Stroke):
        xs, ys = [p[0] for p in thing.points], [p[1] for p in thing.points]
        return (min(xs), min(ys), max(xs), max(ys))
    inner = [_box(t) for t in thing.things]
    return (
        thing.x + min(b[0] for b in inner), thing.y + min(b[1] for b in inner),
        thing.x + max(b[2] for b in inner), thing.y + max(b[3] for b in inner),
    )  # fmt: skip


def _shared(a: Box, b: Box) -> float:
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return wide * high if wide > 0 and high > 0 else 0.0
