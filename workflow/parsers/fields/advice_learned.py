"""What a paper itself teaches by repeating it: the words that lead into each advice, and those before each name. Pure.

No list of phrases holds for the next office, but an office says the same words over every item.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from workflow.parsers.fields.advice_found import Found
from workflow.parsers.fields.advice_items import MOST, item_of
from workflow.parsers.fields.advice_layout import Layout
from workflow.parsers.fields.advice_leads import ADVICE, advises, ends, lead_end, lead_within
from workflow.parsers.fields.advice_names import name_line, part_line, to_its_bracket, trimmed
from workflow.parsers.fields.advice_said import leads_said
from workflow.parsers.fields.advice_tellers import ISSUER
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import SAME, alike, bones, rough

_AHEAD, _LONGEST = 4, 6  # rows below an item's head; words of a lead-in
_LABELLED = re.compile(r"[ก-ฮเ-ไ][^\s\d:()]{3,40}\s?:\s")
_THAI_WORD = re.compile(r"^[ก-๙]{2,14}$")
_NAMING = frozenset({"เรื่อง", "ชื่อ", "คือ", "ได้แก่", "ว่าด้วย", "หัวข้อ", "ชื่อว่า"})
# what may stand between a name and its indicator; the first three say what follows, the others only part it
_PARTED = (
    re.compile(r"\s*[,(–|/-]?\s*(?:ตัวชี้วัด|มิติ|องค์ประกอบ|เสาหลัก|หมวด)(?:หลัก)?\s*:?\s*(?:ที่\s*\d+\s*)?(?=[ก-๙A-Za-z“\"])"),
    re.compile(r"(?:\s+|(?<=\)))\(?ด้าน(?=[ก-๙])"),
    re.compile(r"(?:\s+|(?<=\)))\(?(?:ภายใต้|สังกัด|อยู่ใน|จาก|ใน|ของ)\s*(?:ด้าน)?(?=[ก-๙A-Za-z])"),
    re.compile(r"\s+(?:[|–—>»→:-]|->)\s+|\s*/\s+|\s+/\s*"),
    re.compile(r"\s+[(\[](?=[^()\[\]]{3,90}[)\]]$)"),
)
_PART = re.compile(r"[.,\s]")  # behind a code's first number: a scan may have lost the dot
_WITHIN = rf"\s(?P<lead>{ADVICE}(?:\s*(?:จาก|ของ|โดย)\s*{ISSUER})?)"
_ALONE_WITHIN = rough(rf"{_WITHIN}\s+(?=\S)")
_AT_THE_END_OF_A_ROW = rough(rf"{_WITHIN}(?=[ก-ฮเ-ไ])")  # whose space the break took
_SAYING = 3


def learned_lead(rows: Sequence[Row], layout: Layout) -> str:
    """Return the words that stand at the head of the paragraph below most items; empty where the usual words lead in, or none do."""
    heads = _heads(rows)
    first = _below_items(rows, heads, layout)
    below = [row.text.strip() for row in first.values()]
    # a row that a sign alone makes a label may be the rest of an indicator that several items share
    least = len(below if layout.starts.issuperset(first) else heads)
    if len(below) < 2 or sum(lead_end(text) is not None for text in below) * 2 >= len(below):
        return ""
    if sum(lead_within(rows[n].text) is not None for n in heads) > len(below):
        return ""  # their own rows say what leads in
    seen: Counter[str] = Counter()
    for text in below:
        words = text.split()
        seen.update({" ".join(words[:n]) for n in range(1, min(_LONGEST, len(words) - 1) + 1)})
    said = [text[:end].strip() for text, end in zip(below, leads_said(below), strict=True) if end]
    often = (lead for lead, times in seen.items() if times >= max(2, MOST * least) and _is_said(lead))
    usual = [lead for lead in often if len(below) == len(heads) or _leads_to_others(lead, below)]
    return max([*usual, *said], key=len, default="")


def _leads_to_others(lead: str, below: Sequence[str]) -> bool:
    """Whether not one text alone follows a lead-in: two equal advices begin alike too."""
    texts = (" ".join(text.split()) for text in below)
    return len({text[len(lead) :] for text in texts if text.startswith(lead)}) > 1


def _is_said(lead: str) -> bool:
    """Whether a lead-in says something, which a bullet does not, and nothing of the advice."""
    return bool(re.search(r"[ก-๙A-Za-z]{2}", lead)) and not advises(lead)


def _heads(rows: Sequence[Row]) -> list[int]:
    """Return the rows that open an item."""
    return [n for n, row in enumerate(rows) if item_of(row.text.strip(), rows[n + 1 : n + 1 + _AHEAD])]


def _below_items(rows: Sequence[Row], heads: Sequence[int], layout: Layout) -> dict[int, Row]:
    """Return the first paragraph below each item's head, by its row.

    One that stands below two, the first of which has none of its own, is told once.
    """
    found: dict[int, Row] = {}
    for n in heads:
        first = next((k for k in range(n + 1, min(n + 1 + _AHEAD, len(rows))) if _begins(k, rows, layout)), None)
        if first is None or first in heads or ends(rows[first].text.strip()):
            continue
        found[first] = rows[first]
    return found


def _begins(n: int, rows: Sequence[Row], layout: Layout) -> bool:
    """Whether a row begins a paragraph, or with a label, as one below a full line does that nothing else tells apart."""
    text = rows[n].text.strip()
    return (n in layout.starts or bool(_LABELLED.match(text))) and part_line(text) is None and name_line(text) is None


_SUBJECT = "เรื่อง"


def learned_names(found: Sequence[Found]) -> list[Found]:
    """Return the recommendations with names freed of the words that stand before each, and parted from their indicators."""
    shared = _first_word(found)
    named = [_named(item, without_naming(item.given.name, shared)) for item in found]
    bare = [n for n, item in enumerate(named) if not item.given.indicator]
    for parting in _PARTED if len(bare) > 1 else ():
        halves = {n: _halves(named[n].given.name, parting) for n in bare}
        parted = {n: both for n, both in halves.items() if both}
        if len(parted) >= max(2, MOST * len(bare)) and _of_codes(parted, named, said=_PARTED.index(parting) < _SAYING):
            return [_named(item, *parted[n]) if n in parted else item for n, item in enumerate(named)]
    return named


def _named(item: Found, name: str, indicator: str | None = None) -> Found:
    return replace(item, given=replace(item.given, name=name, indicator=indicator or item.given.indicator))


def _first_word(found: Sequence[Found]) -> str:
    """Return the Thai word that all names begin with, standing alone, or the word for a subject: it is the form's and no name's."""
    if len(found) > 1 and all(item.given.name.startswith(_SUBJECT) for item in found):
        return _SUBJECT
    firsts = {item.given.name.split(" ")[0] for item in found}
    alone = next(iter(firsts)) if len(firsts) == 1 and len(found) > 2 else ""
    return alone if _THAI_WORD.match(alone) and all(" " in item.given.name for item in found) else ""


def without_naming(name: str, shared: str = "") -> str:
    """Return a name without the word that only says that a name follows, and without quotation marks around it."""
    name = name.removeprefix(shared if shared == _SUBJECT else "").strip()
    first, _, rest = name.partition(" ")
    return trimmed(rest if rest and first.rstrip(":") in {*_NAMING, shared} - {""} else name)


def _halves(name: str, parting: re.Pattern[str]) -> tuple[str, str] | None:
    found = list(parting.finditer(name))
    if not found or not found[-1].start():
        return None
    first, second = trimmed(name[: found[-1].start()]), trimmed(to_its_bracket(name[found[-1].end() :]).rstrip(" )]"))
    return (first, second) if len(first) > 1 and len(second) > 2 else None


def _of_codes(parted: dict[int, tuple[str, str]], found: Sequence[Found], *, said: bool) -> bool:
    """Whether the second halves are indicators: the same wherever the codes begin alike, and, unless a word says so, seen twice."""
    under: dict[str, list[str]] = {}
    for n, (_, second) in parted.items():
        under.setdefault(_PART.split(found[n].given.code, maxsplit=1)[0], []).append(second)
    agree = all(alike(names[0], other) >= SAME for names in under.values() for other in names)
    apart = len({bones(names[0]) for names in under.values()}) == len(under)
    return agree and apart and (said or any(len(names) > 1 for names in under.values()))


def leads_alone(texts: Sequence[str]) -> list[str]:
    """Return the words for an advice that stand alone inside nearly all of these texts, whatever follows them."""
    alone = [held["lead"] for text in texts if (held := _ALONE_WITHIN.search(text))]
    glued = [held["lead"] for text in texts if alone and (held := _AT_THE_END_OF_A_ROW.search(text))]
    found = [*alone, *(lead for lead in glued if lead in alone)]
    return found if len(found) >= MOST * len(texts) else []
