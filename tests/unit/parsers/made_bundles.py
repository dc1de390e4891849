"""Made bundles: papers shuffled, a page lost or there twice, read as a scan is read (tones lost, look-alikes, tiny lines gone)."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.unit.parsers import made_papers as paper
from tests.unit.parsers.made_papers import Made, Style, Typed
from workflow.core.reading import Box
from workflow.parsers.bundle import papers_of
from workflow.parsers.page import Line, Page

_TWINS = ("ดต", "ชซ", "บป", "พฟ", "ผฝ", "ถก", "ลส", "ทห", "คศ", "ขฃ", "อฮ", "ีิ", "ืึ", "ไใ", "ฎฏ")
_DIGIT_TWINS = ("๓๗", "๘๙", "๕๔", "๑๐", "17", "38", "56", "๖๒")
_ALIKE = {two[0]: two[1] for pair in (*_TWINS, *_DIGIT_TWINS) for two in (pair, pair[::-1])}
_TONES = "่้๊๋็์"
PER_ROW = 19.0


@dataclass(frozen=True)
class Damage:
    """How a reading goes wrong: share of letters, of digits, of tiny lines lost, of catchword marks lost, of headings under a stamp."""

    name: str
    letters: float = 0.0
    digits: float = 0.0
    tiny: float = 0.0
    marks: float = 0.0
    headings: float = 0.0


DIGITAL = Damage("born digital")
OFFICE = Damage("200 dpi", 0.008, 0.001, 0.04, 0.10, 0.10)
BAD = Damage("150 dpi", 0.025, 0.006, 0.10, 0.25, 0.20)
DAMAGES = (DIGITAL, OFFICE, BAD)


@dataclass(frozen=True)
class Bundle:
    """Pages of a file, and what it holds: pages in true order and provably missing pages, paper by paper, with its kind."""

    pages: tuple[Page, ...]
    papers: frozenset[tuple[int, ...]]
    missing: frozenset[tuple[tuple[int, ...], tuple[int, ...]]]
    kinds: frozenset[tuple[tuple[int, ...], str]]


def bundle(category: str, damage: Damage, seed: int) -> Bundle:
    """Return one made bundle of a category (see CATEGORIES)."""
    rng = random.Random(f"{category} {damage.name} {seed}")  # a string: seeds of one number alone are alike
    papers = CATEGORIES[category](rng)
    places = [(p, n) for p, made in enumerate(papers) for n in range(len(made.pages))]
    lost = _lost(rng, papers, category)
    places = [place for place in places if place != lost]
    if category != "in order":
        rng.shuffle(places)
    twice = rng.choice(places) if "twice" in category else None
    worse = Damage("worse", 0.06, 0.02, 0.3, 0.5, 0) if category == "twice, one badly" and damage.letters else damage
    copies = [(place, damage) for place in places]
    if twice:
        copies.insert(rng.randrange(len(copies) + 1), (twice, worse))
    pages = tuple(_read(rng, papers[p], n, at, hurt) for at, ((p, n), hurt) in enumerate(copies, 1))
    return _bundle(pages, copies, papers, lost)


Place = tuple[int, int]


def _bundle(
    pages: tuple[Page, ...], copies: Sequence[tuple[Place, Damage]], papers: Sequence[Made], lost: Place | None
) -> Bundle:
    at: dict[Place, int] = {}
    for number, (place, _hurt) in sorted(enumerate(copies, 1), key=lambda c: (c[1][1].name == "worse", c[0])):
        at.setdefault(place, number)
    found, missing, kinds = set(), set(), set()
    for p, made in enumerate(papers):
        here = tuple(at[p, n] for n in range(len(made.pages)) if (p, n) in at)
        if here:
            found.add(here)
            missing.add((here, _provable(made, lost[1]) if lost and lost[0] == p else ()))
            kinds.add((here, made.kind))
    return Bundle(pages, frozenset(found), frozenset(missing), frozenset(kinds))


def _provable(made: Made, n: int) -> tuple[int, ...]:
    last = n == len(made.pages) - 1
    told = (made.style.catchwords != "none" and n > 0) or (made.style.numbers != "none" and not last)
    return (n + 1,) if told else ()


def _lost(rng: random.Random, papers: Sequence[Made], category: str) -> Place | None:
    if "lost" not in category:
        return None
    long = [p for p, made in enumerate(papers) if len(made.pages) > 1]
    p = rng.choice(long)
    first = 0 if "first" in category else 1
    return (p, 0) if "first" in category else (p, rng.randrange(first, len(papers[p].pages)))


def style(rng: random.Random, **fixed: str) -> Style:
    """Return a style of typing; every paper has page numbers or catchwords unless told otherwise."""
    numbers = fixed.get("numbers") or rng.choices(("hyphen", "bare", "word"), (8, 1, 1))[0]
    catchwords = fixed.get("catchwords") or rng.choices(("slash", "mirrored"), (9, 1))[0]
    return Style(
        numbers,
        catchwords,
        rng.random() < 0.75,
        rng.choice((80.0, 85.0, 92.0)),
        16.0,
        rng.choice((26, 30, 34)),
        rng.choice((70, 76, 82)),
    )


def mixed(rng: random.Random, **fixed: str) -> list[Made]:
    """Return three to six papers of several kinds, the first two of several pages."""
    made = [
        paper.memo(rng, style(rng, **fixed), rng.randint(2, 5)),
        paper.letter(rng, style(rng, **fixed), rng.randint(4, 9)),
    ]
    for kind in rng.sample(("memo", "letter", "order", "endorsement", "stamped", "table"), rng.randint(1, 4)):
        made.append(one(rng, kind, style(rng, **fixed)))
    return made


def one(rng: random.Random, kind: str, typed: Style) -> Made:
    """Return one paper of a kind."""
    return {
        "memo": lambda: paper.memo(rng, typed, rng.randint(1, 4)),
        "letter": lambda: paper.letter(rng, typed, rng.randint(1, 7)),
        "order": lambda: paper.order(rng, typed, rng.randint(5, 45)),
        "endorsement": lambda: paper.endorsements(rng, typed, rng.randint(1, 3)),
        "stamped": lambda: paper.stamped(rng, typed),
        "table": lambda: paper.table(rng, typed, rng.randint(12, 40)),
    }[kind]()


def _forms(rng: random.Random) -> list[Made]:
    seed, typed = rng.random(), style(rng)
    twins = [paper.memo(random.Random(f"{seed} {n}"), typed, 3, form=True) for n in range(2)]
    return [*twins, *mixed(rng)[:1]]


CATEGORIES: dict[str, Callable[[random.Random], list[Made]]] = {
    "in order": mixed,
    "shuffled": mixed,
    "shuffled, no page numbers": lambda rng: mixed(rng, numbers="none"),
    "shuffled, no catchwords": lambda rng: mixed(rng, catchwords="none"),
    "shuffled, one lost": mixed,
    "shuffled, first lost": mixed,
    "shuffled, one lost, no page numbers": lambda rng: mixed(rng, numbers="none"),
    "shuffled, one lost, no catchwords": lambda rng: mixed(rng, catchwords="none"),
    "shuffled, twice": mixed,
    "twice, one badly": mixed,
    "two memos of one form": _forms,
    "orders and tables": lambda rng: [
        one(rng, kind, style(rng)) for kind in ("order", "table", "order", "memo", "endorsement")
    ],
}


def _read(rng: random.Random, made: Made, n: int, at: int, damage: Damage) -> Page:
    lines = [line for typed in made.pages[n] if (line := _line(rng, made, typed, at, damage))]
    return Page(at, tuple(lines), 595.0, 842.0)


def _line(rng: random.Random, made: Made, typed: Typed, at: int, damage: Damage) -> Line | None:
    text, sure = typed.text, 1.0
    if typed.tiny and rng.random() < damage.tiny * (1 if typed.tiny == "number" else 0.3):
        return None
    if typed.tiny == "catchword" and rng.random() < damage.marks:
        text = rng.choice((text.lstrip("/"), text.rstrip("."), text.strip("/."), text[:-1]))
    if text == "บันทึกข้อความ" and rng.random() < damage.headings:
        return Line(rng.choice(("ปนWกปอควม", "ู๘๖ ๔", "บันท ควา")), at, typed.row, _box(typed, 40), 16.0, confidence=0.5)
    hurt = "".join(_letter(rng, c, damage) for c in text).strip()
    sure = 1.0 if not damage.letters else max(0.3, 0.99 - damage.letters * rng.uniform(0.5, 2))
    return (
        Line(hurt, at, typed.row, _box(typed, len(text)), made.style.size, confidence=round(sure, 3)) if hurt else None
    )


def _box(typed: Typed, letters: int) -> Box:
    return typed.x, 30 + typed.row * PER_ROW, min(545.0, typed.x + 5.7 * letters), 44 + typed.row * PER_ROW


def _letter(rng: random.Random, letter: str, damage: Damage) -> str:
    rate = damage.digits if letter.isdigit() else damage.letters * (4 if letter in _TONES else 1)
    if not rate or rng.random() > rate:
        return letter
    if letter in _TONES:
        return ""
    return _ALIKE.get(letter) or ("" if rng.random() < 0.3 else letter)


@dataclass
class Score:
    """How many bundles came out exactly: grouping and order, missing pages, kinds."""

    bundles: int = 0
    order: int = 0
    missing: int = 0
    kinds: int = 0


def measure(category: str, damage: Damage, seeds: Sequence[int]) -> Score:
    """Return how many made bundles of a category are put together exactly."""
    score = Score()
    for seed in seeds:
        want = bundle(category, damage, seed)
        found = papers_of(want.pages)
        score.bundles += 1
        score.order += frozenset(p.pages for p in found) == want.papers
        score.missing += frozenset((p.pages, p.missing) for p in found) == want.missing
        score.kinds += frozenset((p.pages, p.kind) for p in found) == want.kinds
    return score
