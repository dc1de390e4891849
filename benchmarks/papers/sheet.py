"""What stands on a page: lines of text, rules, frames, strokes; places in points from the top left corner."""

from dataclasses import dataclass, field, replace
from math import cos, radians, sin

from benchmarks.papers.faces import Type, width

WIDE, HIGH = 595.28, 841.89


@dataclass(frozen=True)
class Run:
    """A stretch of text in one type."""

    text: str
    kind: Type


@dataclass(frozen=True)
class Line:
    """A line of runs that starts at x on the base line y; `space` and `track` are points added to each space and letter."""

    x: float
    y: float
    runs: tuple[Run, ...]
    space: float = 0.0
    track: float = 0.0
    counted: bool = True

    @property
    def text(self) -> str:
        """The line as it is read."""
        return "".join(run.text for run in self.runs)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom, without turning."""
        size = max(run.kind.size for run in self.runs)
        wide = sum(width(run.text, run.kind) for run in self.runs) + self.space * self.text.count(" ")
        return (self.x, self.y - size * 0.75, self.x + wide, self.y + size * 0.25)


@dataclass(frozen=True)
class Stroke:
    """A path through points; `bent` draws it as a curve, `closed` as a frame; `fill` colours its inside."""

    points: tuple[tuple[float, float], ...]
    colour: str = "#101010"
    thick: float = 0.7
    bent: bool = False
    closed: bool = False
    dash: bool = False
    fill: str | None = None


@dataclass(frozen=True)
class Ring:
    """A circle about a middle."""

    x: float
    y: float
    radius: float
    colour: str
    thick: float = 1.0
    fill: str | None = None


@dataclass(frozen=True)
class Group:
    """Things placed about an origin and turned together by an angle in degrees."""

    x: float
    y: float
    angle: float
    things: tuple[Line | Stroke | Ring, ...]

    def placed(self, line: Line) -> Line:
        """Return one of its lines on the page, level but where its middle comes to lie when the group is turned."""
        left, top, right, bottom = line.box
        across, down, turn = (left + right) / 2, (top + bottom) / 2, radians(self.angle)
        x, y = across * cos(turn) - down * sin(turn), across * sin(turn) + down * cos(turn)
        return replace(line, x=line.x + self.x + x - across, y=line.y + self.y + y - down)


Thing = Line | Stroke | Ring | Group


@dataclass
class Sheet:
    """One page: what lies under the print (stamps), the print, and what lies on it (the pen)."""

    under: list[Thing] = field(default_factory=list)
    print: list[Thing] = field(default_factory=list)
    pen: list[Thing] = field(default_factory=list)
    width: float = WIDE
    height: float = HIGH

    def lines(self) -> list[Line]:
        """Return the printed and stamped lines with their places; one that the sheet's edge cuts off nobody can read."""
        out: list[Line] = []
        for thing in (*self.under, *self.print):
            if isinstance(thing, Line):
                out.append(thing)
            elif isinstance(thing, Group):
                out += [thing.placed(t) for t in thing.things if isinstance(t, Line)]
        return [line for line in out if line.counted and line.box[2] <= self.width and line.box[3] <= self.height]
