"""What is written on a paper by hand: signatures, ticks, underlines, remarks; and the urgency word in red."""

from dataclasses import replace
from math import cos, pi, sin
from random import Random

from benchmarks.papers.faces import body_type, width
from benchmarks.papers.sheet import HIGH, Group, Line, Ring, Run, Sheet, Stroke, Thing

_INK = ("#1a2f8f", "#23408e", "#15171c", "#2c2c8c")
_REMARKS = ("รับทราบ", "สนจ. ดู", "เสนอ ผอ.", "ทราบ/เก็บ", "เวียนทุกฝ่าย", "ด่วน! ภายในสัปดาห์นี้", "นัดประชุม", "คุณปุณยวีร์ ช่วยสรุป")
RED = "#c8102e"


def signature(x: float, y: float, lot: Random) -> Stroke:
    """Return a scribble about 70 points wide whose middle is x, y."""
    wide, n = lot.uniform(45, 85), lot.randrange(7, 13)
    points = tuple(
        (x - wide / 2 + wide * k / n + lot.uniform(-6, 6), y + lot.uniform(-13, 10) * (1 - 0.6 * k / n))
        for k in range(n + 1)
    )
    return Stroke(points, lot.choice(_INK), lot.uniform(0.8, 1.5), bent=True)


def remarks(sheet: Sheet, lot: Random, how_many: int) -> None:
    """Write remarks, underlines and ticks somewhere on the page."""
    for _ in range(how_many):
        colour = lot.choice(_INK)
        x, y = lot.uniform(95, 380), lot.uniform(250, HIGH - 120)
        if lot.random() < 0.5:
            kind = replace(body_type("Purisa").sized(lot.uniform(0.9, 1.4)), colour=colour)
            note = Line(0, 0, (Run(lot.choice(_REMARKS), kind),), counted=False)
            sheet.pen.append(Group(x, y, lot.uniform(-14, 8), (note,)))
            sheet.pen.append(signature(x + 40, y + 22, lot))
        elif lot.random() < 0.5:
            sheet.pen.append(
                Stroke(((x, y), (x + 30, y + 1.5), (x + lot.uniform(50, 120), y - 1)), colour, 1.1, bent=True)
            )
        else:
            sheet.pen.append(Stroke(((60, y), (65, y + 7), (74, y - 10)), colour, 1.3))


def urgency(sheet: Sheet, word: str, family: str, lot: Random, *, x: float = 85.0) -> None:
    """Set the urgency word in red, 32 points of TH Sarabun, at the top from x, or stamped with a frame."""
    kind = replace(body_type(family).sized(2.0), bold=True, colour=RED)
    y, place = 78.0, lot.randrange(4)
    if place == 1:
        x, y = x - 15, 105.0
    wide = width(word, kind)
    things: list[Line | Stroke | Ring] = [Line(0, 0, (Run(word, kind),))]
    if place == 2:
        high, low = -kind.size * 0.85, kind.size * 0.3
        things.append(Stroke(((-6, high), (wide + 6, high), (wide + 6, low), (-6, low)), RED, 1.6, closed=True))
    sheet.print.append(Group(x, y, lot.uniform(-4, 4) if place == 2 else 0, tuple(things)))


def emblem(sheet: Sheet, x: float, y: float, tall: float, lot: Random) -> None:
    """Draw an invented emblem whose top middle is x, y; no agency's own, no national one."""
    middle, radius = y + tall / 2, tall / 2
    shade = lot.choice(("#303030", "#1a1a1a", "#5a5a5a"))
    sheet.print.append(Ring(x, middle, radius, shade, 1.6, None))
    rays = lot.choice((5, 6, 8, 12))
    points = []
    for k in range(2 * rays):
        far = radius * (0.85 if k % 2 == 0 else 0.4)
        angle = pi * k / rays - pi / 2
        points.append((x + far * cos(angle), middle + far * sin(angle)))
    sheet.print.append(Stroke(tuple(points), shade, 0.8, closed=True, fill=lot.choice(("#404040", "#808080", None))))


def seal(sheet: Sheet, x: float, y: float, name: str, family: str, lot: Random) -> None:
    """Stamp the agency's round red seal with an initial through it."""
    rings: list[Thing] = [Ring(x, y, 45, RED, 1.4), Ring(x, y, 34, RED, 0.8)]
    sheet.under += rings
    body = body_type(family)
    kind = replace(body, size=body.size * 0.7, bold=True, colour=RED)
    sheet.under.append(Line(x - width(name, kind) / 2, y + 3, (Run(name, kind),), counted=False))
    sheet.pen.append(signature(x + 18, y + 4, lot))
