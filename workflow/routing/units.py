"""Finding a unit or a post by the words a paper uses for it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeVar

from workflow.core.errors import NotFound
from workflow.core.org import OrgChart, Post, Unit
from workflow.routing.spelling import nearest, spelling

T = TypeVar("T")
PROVINCE = "จังหวัด"
_ALIKE = str.maketrans("ฟพผ", "ฝฝฝ")


def find_unit(chart: OrgChart, text: str) -> Unit:
    """Return the unit whose code, full name or alias is spelt like `text` (spaces, dots and kind of digits do not matter).

    A code counts before a name, a name before an alias. NotFound names the nearest spellings.
    """
    unit = chart.unit_by_code.get(text) or names_of(chart).unit(text)
    if unit is None:
        names = (name for known in chart.units for name in (known.code, known.name, *known.aliases))
        raise NotFound(f"ไม่พบหน่วย “{text.strip()}” ในผังหน่วยของ {chart.office}", next_step=nearest(text, names))
    return unit


def look_alike(chart: OrgChart, text: str) -> Unit | None:
    """Return the one unit whose name a recogniser may have bent into `text` (ฟอ. ผอ. for ฝอ.), None when none or several are alike."""
    wanted = _shape(text)
    found = {u.code: u for u in chart.units if wanted in {_shape(name) for name in (u.code, u.name, *u.aliases)}}
    return next(iter(found.values())) if len(found) == 1 else None


def _shape(text: str) -> str:
    """Return the spelling with look-alike letters made one, and without a remark in brackets at its end."""
    return spelling(re.sub(r"\([^()]*\)\s*$", "", text)).translate(_ALIKE)


def names_of(chart: OrgChart) -> "Names":
    """Return the chart's names; they are kept with the chart, because 40,000 units take a quarter of a second to spell."""
    names: Names = vars(chart).setdefault("_names", Names(chart))
    return names


@dataclass(frozen=True)
class Names:
    """Every name in a chart by its spelling."""

    chart: OrgChart

    def unit(self, text: str) -> Unit | None:
        """Return the unit of that name, or None."""
        return self._units.get(spelling(text))

    def grade(self, text: str) -> str | None:
        """Return the class of posts of that name, or None."""
        return self._grades.get(spelling(text))

    def post(self, text: str) -> Post | None:
        """Return the post of that code or title, or of that class at the unit named after it (`ผบก.ภ.จว.ขก.`); else None."""
        key = spelling(text)
        return self._posts.get(key) or next(filter(None, (self._at(key, grade) for grade in self._longest_first)), None)

    def grade_and_unit(self, text: str) -> tuple[str, Unit] | None:
        """Return a class and the unit that is named right after it (หัวหน้าส่วนราชการประจำจังหวัดลำพูน), or None."""
        key = spelling(text)
        for grade in self._longest_first:
            if key.startswith(grade) and key != grade:
                rest = key.removeprefix(grade)
                unit = self._units.get(rest) or self._units.get(PROVINCE + rest)
                if unit:
                    return self._grades[grade], unit
        return None

    def namesakes(self, stem: str, place: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the posts, or else the units, that are called `stem` with a place after it; both empty when there are fewer than two."""
        keys = {spelling(stem), spelling(stem.removesuffix(place))} - {""}
        places = {spelling(u.code).removeprefix(place) for u in self.chart.units if u.level == place}
        posts = (p.code for p in self.chart.posts if _is_at(p.title, keys, place, places))
        named = (u.code for u in self.chart.units if any(_is_at(n, keys, place, places) for n in (u.code, u.name)))
        found = tuple(posts), tuple(named)
        if len(found[0]) > 1:
            return found[0], ()
        return ((), found[1]) if len(found[1]) > 1 else ((), ())

    def known(self) -> Iterable[str]:
        """Return the names that a mistyped one may be near to."""
        return (*(p.code for p in self.chart.posts), *(n for u in self.chart.units for n in (u.code, u.name)))

    def _at(self, key: str, grade: str) -> Post | None:
        unit = self._units.get(key.removeprefix(grade)) if key.startswith(grade) and key != grade else None
        return self._by_class.get((unit.code, grade)) if unit else None

    @cached_property
    def _units(self) -> dict[str, Unit]:
        units = self.chart.units
        named = ((u.name, u) for u in units if u.name != u.code)
        return _first_of(chain(((u.code, u) for u in units), named, ((a, u) for u in units for a in u.aliases)))

    @cached_property
    def _posts(self) -> dict[str, Post]:
        posts = self.chart.posts
        return _first_of(chain(((p.code, p) for p in posts), ((p.title, p) for p in posts if p.title != p.code)))

    @cached_property
    def _by_class(self) -> dict[tuple[str, str], Post]:
        heads_first = sorted(self.chart.posts, key=lambda post: not post.head)
        found: dict[tuple[str, str], Post] = {}
        for post in heads_first:
            found.setdefault((post.unit, spelling(post.grade)), post)
        return found

    @cached_property
    def _grades(self) -> dict[str, str]:
        return {spelling(grade): grade for grade in self.chart.grades}

    @cached_property
    def _longest_first(self) -> list[str]:
        return sorted(self._grades, key=len, reverse=True)


def _first_of(named: Iterable[tuple[str, T]]) -> dict[str, T]:
    """Return the first bearer of each spelling."""
    found: dict[str, T] = {}
    for name, bearer in named:
        found.setdefault(spelling(name), bearer)
    return found


def _is_at(name: str, keys: set[str], place: str, places: set[str]) -> bool:
    """Whether a name is one of the stems and then a place (`จังหวัด` before it does not count); where no places are known, anything."""
    key = spelling(name)
    rests = (key.removeprefix(stem) for stem in keys if key.startswith(stem))
    return any(rest.removeprefix(place) in places if places else rest for rest in rests)
