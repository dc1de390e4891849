"""Codes of sub-indicators that a scan tore (`2.A`, `๒,๔`, `Z.4`): put right when order and indicator leave one reading. Pure.

Codes ascend inside a group, and all sub-indicators of one indicator begin with its number.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from workflow.core.reading import Recommendation
from workflow.parsers.fields.advice_found import Found
from workflow.parsers.skeleton import SAME, alike

Code = tuple[int, ...]
_LOOKS = {
    "A": "4", "a": "4", "Z": "2", "z": "2", "S": "5", "s": "5", "B": "8", "G": "6", "b": "6", "g": "9", "q": "9", "T": "7",
    "O": "0", "o": "0", "Q": "0", "D": "0", "l": "1", "I": "1", "i": "1", "|": "1", "!": "1", "t": "1",
}  # fmt: skip
_VOTES = 2


@dataclass(frozen=True)
class Doubt:
    """What is not sure about one recommendation: which part, why (Thai, for an officer), the readings, and whether it was put right."""

    index: int
    part: str
    message: str
    candidates: tuple[str, ...] = ()
    repaired: bool = False


def number_of(code: str) -> Code | None:
    """Return a code as numbers, None when it is not whole."""
    return tuple(int(n) for n in code.split(".")) if re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*", code) else None


def settle(found: Sequence[Found]) -> tuple[list[Found], list[Doubt]]:
    """Return the recommendations with torn codes put right where one reading is left, and the doubts about codes."""
    kept, doubts = list(found), []
    for n, item in enumerate(found):
        printed = item.given.code
        if not item.whole:
            left = [c for c in readings(printed) if _fits(c, n, kept)]
            one = left[0] if len(left) == 1 else None
            kept[n] = _with_code(item, one) if one else item
            doubts.append(_torn(n, printed, left, repaired=one is not None))
        elif (other := _contradicted(n, kept)) is not None:
            doubts.append(Doubt(n, "code", _AGAINST.format(printed, other), (printed, other)))
    return kept, doubts + _twice(kept)


_AGAINST = "รหัส {0} อยู่ใต้ตัวชี้วัดเดียวกับข้ออื่นที่ขึ้นต้นต่างกัน อาจเป็น {1} โปรดตรวจกับต้นฉบับ"


def _torn(n: int, printed: str, left: Sequence[str], *, repaired: bool) -> Doubt:
    if repaired:
        return Doubt(
            n, "code", f"รหัสอ่านได้ “{printed}” ใช้ {left[0]} ตามลำดับรหัสในเอกสาร โปรดตรวจกับต้นฉบับ", (printed, *left), True
        )
    shown = f" อาจเป็น {' หรือ '.join(left)}" if left else ""
    return Doubt(n, "code", f"รหัสอ่านได้ “{printed}” ซึ่งไม่ใช่รหัสตัวชี้วัดย่อย{shown} โปรดพิมพ์รหัสตามต้นฉบับ", (printed, *left))


def readings(printed: str) -> list[str]:
    """Return the codes that a torn one may be; a lost second number may be any."""
    parts = [part for part in re.split(r"[\s.,:;·'_-]+", printed) if part]
    if len(parts) == 1 and len(parts[0]) == 2:
        parts = list(parts[0])
    digits = ["".join(_LOOKS.get(c, c) for c in part) for part in parts]
    if len(digits) == 2 and all(d.isdigit() for d in digits):
        return [f"{int(digits[0])}.{int(digits[1])}"]
    wild = [[d] if d.isdigit() else [str(k) for k in range(1, 10)] for d in digits] + [[str(k) for k in range(1, 10)]]
    return [f"{a}.{b}" for a, b in product(wild[0], wild[1])] if digits and any(d.isdigit() for d in digits) else []


def _fits(code: str, n: int, found: Sequence[Found]) -> bool:
    """Whether a code ascends between its neighbours of the same group, is not taken, and begins as its indicator does."""
    own, here = number_of(code), found[n].given
    before = [c for f in found[:n] if f.whole and f.given.group == here.group and (c := number_of(f.given.code))]
    after = [c for f in found[n + 1 :] if f.whole and f.given.group == here.group and (c := number_of(f.given.code))]
    taken = {f.given.code for k, f in enumerate(found) if k != n and f.whole}
    first = _first_number(here, [f.given for k, f in enumerate(found) if k != n and f.whole])
    ascends = own is not None and (not before or before[-1] < own) and (not after or own < after[0])
    return ascends and code not in taken and first in (None, own and own[0])


def _first_number(given: Recommendation, others: Sequence[Recommendation], least: int = 1) -> int | None:
    """Return the number that the other sub-indicators of its indicator begin with, None when they do not agree or are too few."""
    mine = given.indicator
    same = [o for o in others if mine and o.indicator and alike(mine, o.indicator) >= SAME]
    votes = Counter(code[0] for o in same if (code := number_of(o.code)))
    return next(iter(votes)) if len(votes) == 1 and sum(votes.values()) >= least else None


def _contradicted(n: int, found: Sequence[Found]) -> str | None:
    """Return what a code would be under the number of its indicator, None when the others do not speak against it."""
    own = number_of(found[n].given.code)
    others = [f.given for k, f in enumerate(found) if k != n and f.whole]
    first = _first_number(found[n].given, others, _VOTES)
    if own is None or len(own) < 2 or first in (None, own[0]):
        return None
    return ".".join(str(part) for part in (first, *own[1:]))


def _twice(found: Sequence[Found]) -> list[Doubt]:
    """Return doubts about a code that two recommendations of one group bear."""
    doubts = []
    seen: set[tuple[str | None, str]] = set()
    for n, item in enumerate(found):
        key = (item.given.group, item.given.code)
        if key in seen and item.whole:
            doubts.append(Doubt(n, "code", f"รหัส {item.given.code} มีข้อเสนอแนะสองแห่งในกลุ่มเดียวกัน โปรดตรวจรหัสกับต้นฉบับ"))
        seen.add(key)
    return doubts


def _with_code(item: Found, code: str) -> Found:
    return replace(item, given=replace(item.given, code=code), whole=True)
