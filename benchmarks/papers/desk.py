"""What one paper, or one bundle, is about: who asks, who answers, which survey; and the parts every kind of paper shares."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from benchmarks.papers import stamps, surveys
from benchmarks.papers.agencies import RUNNERS, TARGETS, Agency
from benchmarks.papers.faces import BODY, SARABUN, body_type, width
from benchmarks.papers.flow import Flow, Style
from benchmarks.papers.gold import Instrument
from benchmarks.papers.pen import signature
from benchmarks.papers.people import People, Signer
from benchmarks.papers.voice import Voice, workday

CATCHWORDS = ("/{}...", "/{}...", "/{} ...", "/{}....", None)
NUMBERS = ("- {} -", "- {} -", "-{}-", "{}")


@dataclass
class Desk:
    """The lot everything is drawn by, and the matter the papers share; `digital` papers have no pen and upright stamps."""

    lot: Random
    digital: bool = False
    family: str | None = None
    people: People = field(init=False)
    voice: Voice = field(init=False)
    runner: Agency = field(init=False)
    target: Agency = field(init=False)
    survey: surveys.Survey = field(init=False)
    scores: surveys.Scores = field(init=False)
    counts: dict[str, surveys.Count] = field(init=False)
    day: date = field(init=False)

    def __post_init__(self) -> None:
        self.people, self.voice = People(self.lot), Voice(self.lot)
        self.runner, self.target = self.lot.choice(RUNNERS), self.lot.choice(TARGETS)
        self.survey = surveys.survey(self.lot)
        self.scores = surveys.scores(self.survey.framework, self.lot)
        self.counts = surveys.counts(self.lot)
        year = self.survey.year - 543
        self.day = workday(date(year, self.lot.randint(3, 10), self.lot.randint(1, 28)))

    def style(self, **changes: object) -> Style:
        """Draw how one paper is set."""
        lot = self.lot
        family = self.family or (SARABUN if lot.random() < 0.6 else lot.choice(BODY))
        kind = body_type(family).sized(lot.uniform(0.97, 1.03))
        given: dict[str, object] = {
            "kind": kind,
            "thai": lot.random() < 0.6,
            "left": lot.choice((85.0, 85.0, 78.0, 92.0)),
            "right": lot.choice((57.0, 57.0, 64.0)),
            "leading": round(kind.size * lot.uniform(1.24, 1.36) * (1 if family == SARABUN else 1.42), 1),
            "justify": lot.choice(("none", "none", "spaces", "thai")),
            "catchword": lot.choice(CATCHWORDS),
            "number": lot.choice(NUMBERS),
            "indent": lot.choice((71.0, 71.0, 57.0, 62.0)),
        }
        return Style(**{**given, **changes})  # type: ignore[arg-type]

    def sign(self, flow: Flow, who: Signer, *, middle: float | None = None, name_form: str = "({})") -> None:
        """Set a signature block: room for the pen, a rank or title, the name, the post, the post acted for."""
        x = flow.style.measure * 0.62 if middle is None else middle
        if not flow.room(7):
            flow.turn()
        flow.gap(flow.style.leading * self.lot.choice((0.8, 1.3, 1.9)))
        if who.rank:
            flow.put(who.rank, x=x - 70)
        else:
            flow.put("")
        if not self.digital and self.lot.random() < 0.85:
            flow.sheet.pen.append(signature(flow.style.left + x + 8, flow.y - 4, self.lot))
        flow.about(name_form.format(f"{who.title}{who.name}"), x)
        for line in self.post_lines(who, flow.style.measure - 2 * abs(x - flow.style.measure / 2), flow):
            flow.about(line, x)

    def post_lines(self, who: Signer, measure: float, flow: Flow) -> list[str]:
        """Return the lines of the post, the acting phrase where this writer puts it."""
        if not who.acting:
            lines = [who.position]
        else:
            whole = f"{who.position} {who.acting} {who.acting_for}"
            forms = [
                [f"{who.position} {who.acting}", f"{who.acting_for}"],
                [who.position, f"{who.acting}{who.acting_for}"],
                [who.position, who.acting, f"{who.acting_for}"],
            ]
            if who.rank:
                forms = [
                    [f"{who.position} {who.acting}{who.acting_for}"],
                    [f"{who.position} {who.acting} {who.acting_for}"],
                ]
            elif width(whole, flow.style.kind) < measure:
                forms.append([whole])
            lines = self.lot.choice(forms)
        return [part for line in lines for part in _halved(line, measure, flow)]

    def stamped(self, flow: Flow, units: Sequence[str], since: date) -> list[stamps.Receipt]:
        """Stamp the first page once for each unit, each on the same day as the one before or later."""
        out: list[stamps.Receipt] = []
        day = since
        for unit in units:
            day = self.voice.after(day, 0, 5)
            out.append(stamps.receipt(unit, day, self.lot))
        if out:
            stamps.place(flow.sheets[0], out, self.lot, digital=self.digital)
        return out

    def survey_gold(self, **facts: object) -> Instrument:
        """Return the survey part of an instrument."""
        return {"year": self.survey.year, "score": None, "group_average": None, "counts": {}, **facts}


def _halved(line: str, measure: float, flow: Flow) -> list[str]:
    """Return the line, or its two halves at the space nearest the middle when it is too wide."""
    spaces = [n for n, letter in enumerate(line) if letter == " "]
    if width(line, flow.style.kind) <= measure or not spaces:
        return [line]
    cut = min(spaces, key=lambda n: abs(n - len(line) / 2))
    return [line[:cut], line[cut + 1 :]]
