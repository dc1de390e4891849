"""How like two texts are, white space and the script of digits aside."""

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from workflow.core.thai_digits import to_arabic


def likeness(one: str, other: str) -> float:
    """Return 1 for the same letters, 0 for none in common."""
    return _ratio(_plain(one), _plain(other))


def _plain(text: str) -> str:
    return to_arabic("".join(text.split()))


@lru_cache(maxsize=4096)
def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    if not shorter or longer > 4 * shorter:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    quick = matcher.quick_ratio()
    return matcher.ratio() if quick >= 0.5 else quick / 2


def nearest_of(
    text: str, known: Iterable[str], otherwise: str = "ดูรายชื่อใน config/", *, spelt: Callable[[str], str] = str
) -> str:
    """Return the next step for a code or name that nobody knows: those `spelt` most like it, or `otherwise` when none is."""
    by_spelling = {spelt(name): name for name in known}
    near = get_close_matches(spelt(text), by_spelling, n=3, cutoff=0.5)
    return f"ใกล้เคียงที่สุด: {', '.join(by_spelling[key] for key in near)}" if near else otherwise
