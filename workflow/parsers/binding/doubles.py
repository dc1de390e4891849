"""Pages that are in the file twice: known under the noise of two scans, told from two papers of one form, the better copy kept. Pure."""

from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from workflow.parsers.binding.opening import heads, label
from workflow.parsers.binding.sheet import Sheet
from workflow.parsers.binding.skeleton import alike, skeleton
from workflow.parsers.rows import Row

SAME_TEXT = 86.0  # percent of the skeleton: one page read twice, even badly
SAME_FORM = 70.0  # percent alike: two papers of one form
LEAST_LETTERS = 60  # shorter pages (a signature alone) must be the same letter by letter
SAME_FIGURES = 0.6  # share of digit strings two readings of one page have in common
FEW_FIGURES = 0.4  # the same where the reading is bad or the strings are few
CLEAR = 0.96  # the confidence of a reading whose figures can be trusted
CLEARER = 0.02  # of the confidence: a later copy this much clearer is the one to keep


def without_doubles(sheets: Sequence[Sheet]) -> tuple[list[Sheet], dict[int, tuple[int, ...]]]:
    """Return the sheets each once, in the order of the file, and which pages repeat each of them."""
    groups: list[list[Sheet]] = []
    for sheet in sheets:
        group = next((g for g in groups if same_page(g[0], sheet)), None)
        if group is None or _wanted_twice(sheet, sheets):
            groups.append([sheet])
        else:
            group.append(sheet)
    kept = [(_best(group), group) for group in groups]
    doubles = {best.page: tuple(s.page for s in group if s is not best) for best, group in kept if len(group) > 1}
    return sorted((best for best, _ in kept), key=lambda s: s.page), doubles


def same_page(one: Sheet, other: Sheet) -> bool:
    """Whether two sheets are one page: alike as a scan sees them, with no figure, number or addressee that parts them."""
    shorter, longer = sorted((len(one.packed), len(other.packed)))
    if not shorter or shorter < 0.75 * longer:
        return False
    if (one.number and other.number and one.number != other.number) or _figures_part(one, other):
        return False
    bar = SAME_TEXT if shorter >= LEAST_LETTERS else 96.0
    return fuzz.ratio(one.packed, other.packed, score_cutoff=bar) >= bar and not heads_part(one, other)


def _figures_part(one: Sheet, other: Sheet) -> bool:
    most = max(one.figures.total(), other.figures.total())
    if (
        one.codes
        and other.codes
        and len(set(one.codes) & set(other.codes)) < 0.6 * max(len(one.codes), len(other.codes))
    ):
        return True
    bar = SAME_FIGURES if min(one.confidence, other.confidence) > CLEAR and most > 9 else FEW_FIGURES
    return most >= 4 and (one.figures & other.figures).total() < bar * most


def heads_part(one: Sheet, other: Sheet) -> bool:
    """Whether the two heads name different papers: another number, or a nearly equal number to another addressee."""
    numbers = [_number(sheet.rows[:30]) for sheet in (one, other)]
    if not all(numbers):
        return _addressees(one, other) < 60
    apart = Levenshtein.distance(*numbers)
    digits = [[c for c in number if c.isdigit()] for number in numbers]
    return digits[0] != digits[1] and (apart > 2 or _addressees(one, other) < 85)


def _number(rows: Sequence[Row]) -> str:
    return next((skeleton(row.text) for n, row in enumerate(rows) if heads(rows, n)), "")


def _addressees(one: Sheet, other: Sheet) -> float:
    found = [next((row.text for row in sheet.rows[:18] if label(row) == "เรียน"), None) for sheet in (one, other)]
    return alike(found[0], found[1]) if found[0] and found[1] else 100.0


def _wanted_twice(sheet: Sheet, sheets: Sequence[Sheet]) -> bool:
    """Whether two different papers of one form both go on with a page that reads like this one."""
    if sheet.opens or not sheet.rows:
        return False
    first = skeleton(sheet.rows[0].text)
    callers = [s for s in sheets if s.catchword and first.startswith(skeleton(s.catchword).rstrip(".…")[:20])]
    distinct: list[Sheet] = []
    for caller in callers:
        of_one_form = all(fuzz.ratio(caller.packed, seen.packed) > SAME_FORM for seen in distinct)
        if of_one_form and not any(same_page(caller, seen) for seen in distinct):
            distinct.append(caller)
    return len(distinct) > 1


def _best(group: Sequence[Sheet]) -> Sheet:
    """Return the clearest copy; the first of equals."""
    first, clearest = group[0], max(group, key=lambda s: s.confidence)
    return clearest if clearest.confidence - first.confidence > CLEARER else first
