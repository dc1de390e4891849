"""How well one page follows another: catchword, printed number, clauses, the broken sentence, the hand it was typed by. Pure.

Weights are in steps of one: the catchword is the strongest sign, then the printed number, then what the text says of itself; lying side
by side in the file breaks ties. A link that weighs nothing is no link.
"""

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from workflow.core.reading import Kind
from workflow.parsers.binding.annexed import annexed_to, hosts_of, told_of
from workflow.parsers.binding.cover import Link
from workflow.parsers.binding.enclosed import openers
from workflow.parsers.binding.kinship import Kinship
from workflow.parsers.binding.sheet import LEFTOVER, Sheet
from workflow.parsers.binding.skeleton import skeleton
from workflow.parsers.rows import Row
from workflow.parsers.unlined import names_columns

BASE = 1.8  # a page that opens nothing continues something
REACH = 60  # pages of the file: only a catchword joins pages farther apart
OVER = -6.0  # nothing follows a page on which a paper ends
ANNOUNCED = 80.0  # percent of the skeleton in which a catchword and the first words of a page agree
MAYBE = 62.0
FULL = 24.0  # points: a row that ends this near the right margin was full
_SIGNED = skeleton("ลงชื่อ")  # some typists announce a signature so
_ITEM = re.compile(r"^\(?\d{1,2}[.)]\s*")
_INFORMS = (skeleton("จึงแจ้งมา"), skeleton("จึงส่งมา"), skeleton("จึงขอแจ้ง"))
_AROUND, _CODED = "/.…()", re.compile(r"\d\.\d")
LEFT = 10.0  # points: a row that begins this near the left margin is no new paragraph


def weights(sheets: Sequence[Sheet]) -> dict[Link, float]:
    """Return the weight of each link between sheets (by index), where it is positive."""
    called = {
        a: {b for b, before in enumerate(sheets) if b != a and calls(before, sheets[a])} for a in range(len(sheets))
    }
    hosts = hosts_of(sheets, called)
    kin, manners, answered = (
        Kinship(sheets),
        _manners(sheets, called),
        {b for callers in called.values() for b in callers},
    )
    found: dict[Link, float] = {}
    first = openers([(sheet.label, sheet.number) for sheet in sheets])
    for a, after in enumerate(sheets):
        for b, before in enumerate(sheets):
            kept = b in called[a] or b in hosts.get(a, ())
            if (
                a == b
                or a in first
                or (abs(a - b) > REACH and not kept)
                or (after.opens and not _may_continue(before, after, called=kept))
            ):
                continue
            weight = BASE + _weight(before, after, called=kept) + _fitting(before, after, manners[a])
            weight += _calling(before, kept=kept, answered=b in answered, called=bool(called[a]))
            weight += kin.weight(a, b) if weight > -1.5 else 0.0
            if weight > 0:
                found[b, a] = weight
    return found


def _manners(sheets: Sequence[Sheet], called: Mapping[int, set[int]]) -> list[Kind | None]:
    """Return the kind of paper each sheet speaks for; one that calls a single other speaks for what that one does."""
    manners = [sheet.manner for sheet in sheets]
    calling = {b: a for a, callers in sorted(called.items()) if len(callers) == 1 for b in callers}
    for start in range(len(sheets)):
        here, steps = start, 0
        while manners[start] is None and here in calling and steps < len(sheets):
            here, steps = calling[here], steps + 1
            manners[start] = sheets[here].manner
    return manners


def _may_continue(before: Sheet, after: Sheet, *, called: bool) -> bool:
    """Whether a page that seems to open a paper may go on with another: its signs are few and it is called, or it is a table's rest."""
    if told_of(before, after):
        return True
    return not after.sure and (
        called or _counts_on(before, after) or (after.opens == "table" and before.leads_to_a_table)
    )


def _counts_on(before: Sheet, after: Sheet) -> bool:
    """Whether a table without a title of its own stands on the page right behind another and bears the number after that one's."""
    table = (after.opens == "table" and not after.sure) or (after.opens is None and bool(after.tables))
    return table and before.number is not None and after.page == before.page + 1 and after.number == before.number + 1


def surely_follows(before: Sheet, after: Sheet) -> bool:
    """Whether the link is told by a catchword or a number, or by pages that lie side by side with nothing against it."""
    if calls(before, after):
        return True
    number = before.number or (1 if before.opens else None)
    if number and after.number:
        return after.number == number + 1
    return after.page == before.page + 1 and (
        not before.ended or told_of(before, after) or annexed_to(after) is not None
    )


def calls(before: Sheet, after: Sheet) -> bool:
    """Whether the catchword of a page, or the line that stands in its place, gives the first words of another."""
    return announces(before.catchword, after) or announces(before.tail, after)


def announces(words: str | None, sheet: Sheet, bar: float = ANNOUNCED) -> bool:
    """Whether a catchword gives the first words of the sheet; with another digit it announces nothing."""
    if not words or not sheet.rows:
        return False
    wanted = skeleton(words).strip(_AROUND)
    if wanted == _SIGNED and sheet.only_signature:
        return True
    if len(wanted) < 3:
        return bool(wanted) and wanted == skeleton(sheet.rows[0].text.strip().split("  ")[0])
    texts = ["".join(row.text for row in rows[:n]) for rows in (sheet.rows, _below_table_head(sheet)) for n in (1, 2)]
    if not words.lstrip(_AROUND)[:1].isdigit():
        texts += [_ITEM.sub("", text) for text in texts]
    firsts = [skeleton(text).lstrip(_AROUND) for text in texts]
    openings = [first[: len(wanted) + k] for first in firsts for k in (-1, 0, 1)]
    # a long number may have one digit wrong where little is asked, a code never
    slips = 1 if bar < ANNOUNCED and sum(c.isdigit() for c in wanted) >= 3 and not _CODED.search(words) else 0
    return any(fuzz.ratio(wanted, text) >= bar and _digits_apart(wanted, text) <= slips for text in openings)


def _below_table_head(sheet: Sheet) -> Sequence[Row]:
    """Return the rows below the head that a table repeats on top of the page, none on other pages."""
    head = skeleton("".join(sheet.tables[0].rows[0])) if sheet.tables and sheet.tables[0].rows else ""
    headed = (head and skeleton(sheet.rows[0].text) == head) or names_columns(sheet.rows[0])
    return sheet.rows[1:] if headed else ()


def _digits_apart(one: str, other: str) -> int:
    return Levenshtein.distance(*("".join(c for c in text if c.isdigit()) for text in (one, other)))


def _calling(before: Sheet, *, kept: bool, answered: bool, called: bool) -> float:
    """Weigh the catchword: kept; answered by another page; by none, so that a page is lost; or the later page is another's."""
    if kept:
        return 4.0 if before.catchword else 3.0
    unkept = (-2.0 if answered else -0.5) if before.catchword else 0.0
    return unkept + (-1.5 if called else 0.0)


def _weight(before: Sheet, after: Sheet, *, called: bool) -> float:
    return (
        _beside(before, after)
        + _numbered(before, after)
        + _ordered(before, after)
        + (0.0 if called else _closing(before, after))
        + _flowing(before, after)
        + _typed(before, after)
    )


def _beside(before: Sheet, after: Sheet) -> float:
    return 0.7 if after.page == before.page + 1 else 0.2 if after.page == before.page - 1 else 0.0


def _numbered(before: Sheet, after: Sheet) -> float:
    number = before.number or (1 if before.opens else None)
    if after.number is None:
        return -0.4 if before.number else 0.0  # an office numbers all pages or none
    if number is None:
        return -0.2 if after.number > 2 else -1.0
    if after.number == number + 1:
        # a page that is next in number but that the catchword does not give is another paper's
        return 0.4 if before.catchword and not announces(before.catchword, after, MAYBE) else 2.0
    return 0.4 - 0.3 * (after.number - number - 1) if after.number > number else -3.0


def _ordered(before: Sheet, after: Sheet) -> float:
    """Weigh ascending numbers of clauses and codes of sub-indicators."""
    weight = 0.0
    if before.clauses and after.clauses:
        last, first = before.clauses[-1], after.clauses[0]
        succeeds = (first[:-1] == last[:-1] and first[-1] == last[-1] + 1) or _next_above(last, first)
        again = first == last and before.columned and after.columned  # a part named again beside each of its rows
        weight += 1.2 if succeeds else 0.3 if first > last or again else -1.2
    if before.codes and after.codes:
        weight += 0.7 if before.codes[-1] < after.codes[0] else 0.0
    elif after.codes and before.opens:
        weight -= 0.3
    return weight


def _next_above(last: tuple[int, ...], first: tuple[int, ...]) -> bool:
    """Whether a clause goes on at a higher or a deeper level: ๒.๓ → ๓, ๒ → ๒.๑."""
    level = len(first)
    up = level < len(last) and first[:-1] == last[: level - 1] and first[-1] == last[level - 1] + 1
    return up or (level == len(last) + 1 and first == (*last, 1))


def _closing(before: Sheet, after: Sheet) -> float:
    """Weigh a page that ended, or that waits for its signature."""
    if before.only_acting or after.only_acting:
        return OVER if before.only_acting else 2.0 if before.signed is not None else -0.8
    if before.awaits_signature:
        return 2.0 if after.only_signature else -0.8
    if before.opens == "endorsement" or (before.opens == "stamped" and not _goes_on_numbered(before, after)):
        return OVER
    if before.ended and (told_of(before, after) or _counts_on(before, after)):
        return 0.0
    if before.ended:
        spilled = len(after.rows) <= LEFTOVER and after.signed is None
        ordered = before.manner == "memo" and after.commands == 0
        return -1.5 if spilled or ordered else OVER
    return -0.8 if after.only_signature else 0.0


def _goes_on_numbered(before: Sheet, after: Sheet) -> bool:
    """Whether the page right behind another bears the next number, or brings its closing, and the paper had not come to its end."""
    number = before.number or 1
    closes = after.number is None and after.opens is None and after.signed is None and _informs(after)
    closes = closes and not _informs(before)
    return not before.ended and after.page == before.page + 1 and (closes or after.number == number + 1)


def _informs(sheet: Sheet) -> bool:
    """Whether the words that close a stamped letter, which nobody signs by name, stand on a page."""
    return any(skeleton(row.text).startswith(_INFORMS) for row in sheet.rows)


def _flowing(before: Sheet, after: Sheet) -> float:
    """Weigh whether a sentence broken at the foot goes on at the head, and a finished one does not; only where places are known."""
    last, first = _body(before)[-1:], _body(after)[:1]
    if not (last and first and last[0].box and first[0].box and before.edges and after.edges):
        return 0.0
    broken, indented = last[0].box[2] > before.edges[1] - FULL, first[0].box[0] > after.edges[0] + LEFT
    return 0.3 if broken != indented else -0.3


def _body(sheet: Sheet) -> Sequence[Row]:
    return sheet.rows[:-1] if sheet.tail else sheet.rows


def _typed(before: Sheet, after: Sheet) -> float:
    """Weigh the hand: Thai or Arabic digits, the left margin."""
    weight = 0.0
    if before.thai_digits is not None and after.thai_digits is not None:
        weight += -1.0 if abs(before.thai_digits - after.thai_digits) > 0.6 else 0.2
    if before.edges and after.edges:
        apart = abs(before.edges[0] - after.edges[0])
        weight += 0.2 if apart < 2 else -0.3 if apart > 5 else 0.0
    return weight


def _fitting(before: Sheet, after: Sheet, manner: Kind | None) -> float:
    """Weigh whether the later page fits what the first opened."""
    torn = (
        before.mixed or after.mixed or (before.opens == "table" and not before.sure)
    )  # of a text with a table in its midst
    torn = torn or (
        before.opens == "table" and after.tabular
    )  # whose names wrap over so many rows that few hold figures
    # the last rows, too few to tell what they are of
    torn = torn or (
        before.tabular and len(after.rows) <= LEFTOVER and after.page == before.page + 1 and not after.opens
    )
    # by the room between its rows alone nobody tells where a table ends
    torn = torn or before.columned or _counts_on(before, after)
    # the advice that belongs to the scores on the page before
    torn = torn or (before.tabular and after.advises and after.opens is None and after.page == before.page + 1)
    if before.tabular != after.tabular and not torn and not (before.opens and before.opens != "table"):
        return -6.0
    foreign = before.opens in {"memo", "order"} and manner == "letter"
    foreign = foreign or (before.opens in {"letter", "invitation", "order"} and manner == "memo")
    return -2.0 if foreign else 0.0
