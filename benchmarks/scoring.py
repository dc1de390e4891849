"""Compares a reading with the right answers, fact by fact: right, wrong but flagged, wrong and unflagged.

A value is compared by its letters alone (white space out, Arabic digits, ำ composed, civil titles off); long texts may differ a
little. A wrong value is flagged when a finding names its field on its paper. The facts are those the gold states, and each item
a reading lists that the gold does not know is one more, wrong.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Tree = Mapping[str, Any]
_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_BLANK = re.compile(r"[\s\u200b\u200c\u200d\ufeff\u00a0]+")
_TITLE = re.compile(r"^(นางสาว|นาง|นาย|ดร\.|น\.ส\.)")

_SCALARS = (
    "kind", "number", "date", "urgency", "subject", "via", "signatory.name", "signatory.position", "signatory.acting",
    "signatory.acting_for", "order.date", "survey.year", "survey.score", "survey.group_average", "stated_indicator_count",
)  # fmt: skip
_LONG = frozenset({"subject", "signatory.position", "signatory.acting_for", "via"})
_LISTS: Mapping[str, Sequence[str]] = {
    "to": (),
    "enclosures": (),
    "references": ("number", "date"),
    "receipts": ("number", "date", "time", "unit"),
    "recommendations": ("code", "name", "indicator", "group", "text"),
}
_KEYS = {"references": "date", "receipts": "number", "recommendations": "code"}
_LONG_PARTS = frozenset({"text", "unit", "indicator", "group", "name"})
_NEAR, _NEAR_IN_LIST = 0.95, 0.9


@dataclass(frozen=True)
class Fact:
    """One fact of the gold, whether the reading has it right, and whether it doubts the field."""

    field: str
    right: bool
    flagged: bool


@dataclass(frozen=True)
class Tally:
    """How many facts were right, wrong but flagged, wrong and unflagged."""

    right: int = 0
    flagged: int = 0
    unflagged: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.flagged + other.flagged, self.unflagged + other.unflagged)

    @property
    def facts(self) -> int:
        """All of them."""
        return self.right + self.flagged + self.unflagged

    def percent(self, part: int) -> float:
        """Return a part of all facts in percent."""
        return 100 * part / max(1, self.facts)


def tally(facts: Iterable[Fact]) -> Tally:
    """Count the facts."""
    counted = Counter((f.right, not f.right and f.flagged) for f in facts)
    return Tally(counted[True, False], counted[False, True], counted[False, False])


def fold(value: object) -> str:
    """Return what of a value is compared."""
    text = unicodedata.normalize("NFC", str(value)).replace("\u0e4d\u0e32", "\u0e33")
    return _BLANK.sub("", text.translate(_ARABIC))


def same(gold: object, got: object) -> bool:
    """Whether two values agree; numbers to the second decimal, names without their titles."""
    if gold is None or got is None:
        return gold is got
    if isinstance(gold, int | float) and not isinstance(gold, bool):
        try:
            return abs(float(gold) - float(str(got))) < 0.005
        except ValueError:
            return False
    return _TITLE.sub("", fold(gold)) == _TITLE.sub("", fold(got))


def near(gold: object, got: object, floor: float = _NEAR) -> bool:
    """Whether two texts agree but for a few letters."""
    if gold is None or got is None:
        return gold is got
    return fold(gold) == fold(got) or _likeness(gold, got) >= floor


def paired(golds: Sequence[Tree], gots: Sequence[Tree]) -> dict[int, int]:
    """Return for each gold paper the read one that shares most with it, the surest pairs first."""
    ranked = sorted(
        ((_affinity(want, have), i, j) for i, want in enumerate(golds) for j, have in enumerate(gots)), reverse=True
    )
    out: dict[int, int] = {}
    for worth, i, j in ranked:
        if worth > 0 and i not in out and j not in out.values():
            out[i] = j
    return out


def facts_of(gold: Tree, reading: Tree) -> Iterator[Fact]:
    """Yield every fact that the gold states and every item the reading invents."""
    gots: list[Tree] = reading.get("instruments") or []
    findings: list[Tree] = reading.get("findings") or []
    links = paired(gold["instruments"], gots)
    for i, want in enumerate(gold["instruments"]):
        j = links.get(i)
        yield Fact("instrument found", j is not None, False)
        doubted = _doubted(findings, j)
        for field, right in _compared(want, gots[j] if j is not None else {}):
            yield Fact(field, right, field.split(" (")[0].split(".")[0] in doubted)
    codes = {f.get("code") for f in findings}
    for code in gold.get("findings_expected") or ():
        yield Fact(f"finding {code}", code in codes, False)


def _doubted(findings: Sequence[Tree], paper: int | None) -> frozenset[str]:
    """Return the fields of a paper that findings name; a finding about no paper counts for all. Names as `_compared` gives them."""
    about = [str(f.get("field") or "") for f in findings if f.get("instrument") in (paper, None)]
    fields = {re.split(r"[\[.]", name)[0] for name in about}
    renamed = {"pages": "pages in order", "survey": "score table"}
    return frozenset(fields | {renamed[name] for name in fields & renamed.keys()})


def _compared(want: Tree, have: Tree) -> Iterator[tuple[str, bool]]:
    yield "pages in order", list(want["pages"]) == list(have.get("pages") or [])
    for field in _SCALARS:
        top = field.split(".")[0]
        if top not in want or (want[top] is None and "." in field):
            continue
        value, got = _at(want, field), _at(have, field)
        if value is None and got is None and top in {"survey", "signatory", "order"}:
            continue
        yield field, (near if field in _LONG else same)(value, got)
    yield from _survey(want.get("survey") or {}, have.get("survey") or {})
    for field, parts in _LISTS.items():
        yield from _listed(field, parts, want.get(field), list(have.get(field) or []))


def _survey(want: Tree, have: Tree) -> Iterator[tuple[str, bool]]:
    for level, count in (want.get("counts") or {}).items():
        got = (have.get("counts") or {}).get(level) or {}
        yield "survey.counts", all(same(value, got.get(key)) for key, value in count.items())
    for row in want.get("indicators") or []:
        got = next((r for r in have.get("indicators") or [] if same(r.get("code"), row["code"])), {})
        columns = [c for c in ("score", "group_average") if row.get(c) is not None]
        yield "score table", all(same(row[c], got.get(c)) for c in columns)


def _listed(field: str, parts: Sequence[str], wanted: Any, pool: list[Any]) -> Iterator[tuple[str, bool]]:
    """Compare the items of a list, each with the one most like it among those not yet taken; what is left is invented."""
    for item in wanted or []:
        hit = pool.pop(_likest(item, pool, _KEYS.get(field))) if pool else None
        if not parts:
            yield field, hit is not None and near(item, hit, _NEAR_IN_LIST)
        for part in parts:
            if item.get(part) is not None:
                test = near if part in _LONG_PARTS else same
                yield f"{field}.{part}", hit is not None and test(item[part], hit.get(part))
    if wanted is not None and field != "enclosures":
        yield from ((f"{field} (invented)", False) for _ in pool)


def _likest(item: Any, pool: Sequence[Any], key: str | None) -> int:
    def worth(n: int) -> tuple[float, int]:
        if key is None:
            return _likeness(item, pool[n]), -n
        shared = sum(same(value, pool[n].get(name)) for name, value in item.items())
        return shared + (2 if same(item.get(key), pool[n].get(key)) else 0), -n

    return max(range(len(pool)), key=worth)


def _affinity(want: Tree, have: Tree) -> int:
    shared = len(set(want["pages"]) & set(have.get("pages") or []))
    number = 3 if want.get("number") and same(want["number"], have.get("number")) else 0
    return shared + number + (want["kind"] == have.get("kind"))


def _likeness(gold: object, got: object) -> float:
    return SequenceMatcher(None, fold(gold), fold(got), autojunk=False).ratio()


def _at(tree: Tree, path: str) -> object:
    """Return the value at a dotted path, None where the path ends early."""
    value: Any = tree
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
