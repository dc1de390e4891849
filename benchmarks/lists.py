"""How many lists of recommendations are read whole when their forms are drawn by chance."""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from benchmarks.papers.faces import FOLDERS
from benchmarks.papers.list_forms import Form, drawn_form, letter_in
from benchmarks.papers.table_forms import TableForm
from workflow.core.reading import Recommendation
from workflow.parsers.read_file import read_file


@dataclass(frozen=True)
class Formed:
    """One letter's list or table: its form, how many facts it has, how many were read right, and whether anything of it was doubted."""

    form: Form | TableForm
    facts: int
    right: int
    doubted: bool

    @property
    def whole(self) -> bool:
        """Whether every fact was read right."""
        return self.right == self.facts


def read_list(seed: int) -> Formed:
    """Make the letter of a seed, read it and judge its list."""
    rng = random.Random(seed)
    return read_form(drawn_form(rng), rng)


def read_form(form: Form, rng: random.Random) -> Formed:
    """Make a letter in a form, read it and judge its list: code, name, indicator and text of each item, and none too many."""
    markup, told = letter_in(form, rng)
    with TemporaryDirectory() as held:
        source = Path(held) / "letter.typ"
        source.write_text(markup, encoding="utf-8")
        path = source.with_suffix(".pdf")
        path.write_bytes(typst.compile(str(source), font_paths=[FOLDERS[0]], ignore_system_fonts=True))
        reading = read_file(path)
    given = reading.instruments[0].recommendations
    doubted = any((f.field or "").startswith(("recommendations", "stated")) for f in reading.findings)
    facts = 4 * max(len(told), len(given))
    return Formed(form, facts, _right(told, given), doubted)


def _right(told: Sequence[Recommendation], given: Iterable[Recommendation]) -> int:
    by_code = {one.code: one for one in given}
    right = 0
    for want in told:
        if got := by_code.get(want.code):
            pairs = ((want.name, got.name), (want.indicator, got.indicator), (want.text, got.text))
            right += 1 + sum(bare(one) == bare(other) for one, other in pairs)
    return right


def bare(text: str | None) -> str:
    """Return a text without white space and quotation marks."""
    return "".join(c for c in text or "" if not c.isspace() and c not in '“”"')


def summary(formed: Sequence[Formed], what: str = "lists") -> str:
    """Return the counts as lines, and of each part of the forms how often its lists or tables were read whole, the weakest first."""
    facts, right = sum(one.facts for one in formed), sum(one.right for one in formed)
    silent = sum(not one.whole and not one.doubted for one in formed)
    whole = sum(one.whole for one in formed)
    lines = [
        f"{whole} of {len(formed)} {what} whole, {100 * right / facts:.2f} % of {facts} facts right, "
        f"{silent} {what} wrong without a doubt"
    ]
    for part in fields(formed[0].form):
        held: dict[object, list[bool]] = defaultdict(list)
        for one in formed:
            held[getattr(one.form, part.name)].append(one.whole)
        weakest = sorted(held, key=lambda value: sum(held[value]) / len(held[value]))
        told = (f"“{str(value).strip()}” {sum(held[value])}/{len(held[value])}" for value in weakest)
        lines.append(f"  {part.name}: {', '.join(told)}")
    return "\n".join(lines)
