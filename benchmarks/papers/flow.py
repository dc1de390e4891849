"""Sets a paper line by line: breaks lines at word ends, turns pages, writes page numbers and catchwords."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.papers.faces import Type, width, words
from benchmarks.papers.sheet import HIGH, WIDE, Line, Run, Sheet, Stroke

_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_LATIN_WORD = re.compile(r"(\S*[A-Za-z]\S*)")


@dataclass(frozen=True)
class Style:
    """How a paper is set: type, digits, margins and leading in points, catchword and page number forms ({} is the value)."""

    kind: Type
    thai: bool = True
    left: float = 85.0
    right: float = 57.0
    top: float = 72.0
    bottom: float = 62.0
    leading: float = 21.0
    justify: str = "none"
    catchword: str | None = "/{}..."
    number: str | None = "- {} -"
    indent: float = 71.0

    @property
    def measure(self) -> float:
        """The width of the text."""
        return WIDE - self.left - self.right


class Flow:
    """A paper being set; `y` is the base line of the last line set."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.sheets = [Sheet()]
        self.y = style.top

    @property
    def page(self) -> int:
        """The number of the page being set, from 1."""
        return len(self.sheets)

    @property
    def sheet(self) -> Sheet:
        """The page being set."""
        return self.sheets[-1]

    def digits(self, text: str) -> str:
        """Return the text in the paper's digits; words with Latin letters keep theirs."""
        if not self.style.thai:
            return text
        return "".join(p if n % 2 else p.translate(_THAI) for n, p in enumerate(_LATIN_WORD.split(text)))

    def runs(self, text: str, kind: Type | None = None) -> list[Run]:
        """Return the text as runs; what stands between ** and ** is bold."""
        kind = kind or self.style.kind
        parts = self.digits(text).split("**")
        return [Run(p, kind.heavy() if n % 2 else kind) for n, p in enumerate(parts) if p]

    def gap(self, points: float) -> None:
        """Leave room."""
        self.y += points

    def room(self, lines: float) -> bool:
        """Say whether so many lines still fit the page."""
        return self.y + lines * self.style.leading <= HIGH - self.style.bottom

    def turn(self, following: str = "") -> None:
        """Begin a new page; what follows gives the catchword."""
        if following and self.style.catchword:
            self._catchword(following)
        self.sheets.append(Sheet())
        self.y = self.style.top
        if self.style.number:
            self.put(self.style.number.format(self.page), align="center")
            self.y += self.style.leading * 0.6

    def _catchword(self, following: str) -> None:
        kind, held = self.style.kind, ""
        for word in words(following.replace("**", "")):
            if len(held) > 9 or width(held + word, kind) > 150:
                break
            held += word
        text = self.digits((self.style.catchword or "{}").format(held.strip()))
        x = WIDE - self.style.right - width(text, kind)
        y = min(self.y + self.style.leading * 1.3, HIGH - self.style.bottom + self.style.leading * 0.9)
        self.sheet.print.append(Line(x, y, (Run(text, kind),)))

    def put(self, text: str, *, x: float = 0.0, align: str = "left", kind: Type | None = None) -> None:
        """Set one line; from x off the left margin, centred about x, or in the middle or at the end of the measure, by `align`."""
        self.y += self.style.leading * ((kind.size / self.style.kind.size) if kind else 1)
        self.beside(text, x=x, align=align, kind=kind)

    def beside(self, text: str, *, x: float = 0.0, align: str = "left", kind: Type | None = None) -> None:
        """Set text on the line last set."""
        runs = tuple(self.runs(text, kind))
        if not runs:
            return
        wide = sum(width(run.text, run.kind) for run in runs)
        measure = self.style.measure
        start = {"left": x, "about": x - wide / 2, "center": x + (measure - wide) / 2, "right": measure - wide}[align]
        self.sheet.print.append(Line(self.style.left + start, self.y, runs))

    def about(self, text: str, x: float, kind: Type | None = None) -> None:
        """Set one line centred about x."""
        self.put(text, x=x, align="about", kind=kind)

    def para(self, text: str, *, first: float | None = None, left: float = 0.0, right: float = 0.0) -> None:
        """Set a paragraph, its first line indented from the margin by `first`, the others by `left`."""
        first = self.style.indent if first is None else first
        lines = self._broken(self.runs(text), first, left, right)
        plain = ["".join(run.text for run in line) for line in lines]
        for n, line in enumerate(lines):
            if not self.room(1):
                self.turn("".join(plain[n:]))
            self.y += self.style.leading
            x = first if n == 0 else left
            self._set(line, x, self.style.measure - right - x, last=n == len(lines) - 1)

    def fits(self, text: str, *, first: float | None = None, left: float = 0.0) -> int:
        """Return how many lines the paragraph takes."""
        return len(self._broken(self.runs(text), self.style.indent if first is None else first, left, 0.0))

    def _set(self, line: Sequence[Run], x: float, measure: float, *, last: bool) -> None:
        wide = sum(width(run.text, run.kind) for run in line)
        text = "".join(run.text for run in line)
        space = track = 0.0
        if not last and self.style.justify != "none" and (slack := measure - wide) > 0:
            if self.style.justify == "thai" and slack < 0.03 * measure:
                track = slack / max(1, len(text))
            elif text.count(" ") and slack / text.count(" ") < 14:
                space = slack / text.count(" ")
        self.sheet.print.append(Line(self.style.left + x, self.y, tuple(line), space, track))

    def _broken(self, runs: Sequence[Run], first: float, left: float, right: float) -> list[list[Run]]:
        out: list[list[Run]] = [[]]
        room = self.style.measure - right - first
        for run in runs:
            for word in words(run.text):
                need = width(word.rstrip(), run.kind)
                if need > room and out[-1]:
                    _strip_end(out[-1])
                    out.append([])
                    room = self.style.measure - right - left
                    word = word.lstrip()
                room -= width(word, run.kind)
                if out[-1] and out[-1][-1].kind == run.kind:
                    out[-1][-1] = Run(out[-1][-1].text + word, run.kind)
                else:
                    out[-1].append(Run(word, run.kind))
        return [line for line in out if line]

    def rule(self, x0: float, x1: float, *, dash: bool = False, below: float = 2.0, thick: float = 0.6) -> None:
        """Draw a rule under the line last set, from the left margin."""
        y, left = self.y + below, self.style.left
        self.sheet.print.append(Stroke(((left + x0, y), (left + x1, y)), thick=thick, dash=dash))


def _strip_end(line: list[Run]) -> None:
    line[-1] = Run(line[-1].text.rstrip(), line[-1].kind)
