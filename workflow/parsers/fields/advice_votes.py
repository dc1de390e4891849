"""Names of indicators made one over a paper that a recogniser read: of forms alike, the one seen most, then the surest. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workflow.parsers.fields.advice_codes import Doubt
from workflow.parsers.fields.advice_found import Found
from workflow.parsers.latin import plain_latin, torn_word
from workflow.parsers.skeleton import SAME, alike

LEAST_NAME, LEAST_TEXT = 0.965, 0.94  # the mean sureness of its least sure line: below, one in three was wrong


@dataclass(frozen=True)
class Form:
    """One printed form of a name, and how sure it was read."""

    text: str
    sure: float


def best_forms(forms: Iterable[Form]) -> dict[str, str]:
    """Return for each printed form the form to keep: forms alike are one name; the most seen wins, then the surest."""
    groups: list[list[Form]] = []
    for form in forms:
        home = next((g for g in groups if alike(g[0].text, form.text) >= SAME), None)
        if home is None:
            groups.append([form])
        else:
            home.append(form)
    return {form.text: _winner(group) for group in groups for form in group}


def _winner(group: Sequence[Form]) -> str:
    times, sure = Counter(_packed(f.text) for f in group), defaultdict[str, float](float)
    for form in group:
        sure[_packed(form.text)] = max(sure[_packed(form.text)], form.sure)
    best = max(times, key=lambda text: (times[text], sure[text]))
    return next(f.text for f in group if _packed(f.text) == best)


def _packed(text: str) -> str:
    return text.replace(" ", "")


def agree(found: Sequence[Found]) -> tuple[list[Found], list[Doubt]]:
    """Return the recommendations with their names made one and plain, and the doubts about names and advices; print stays as it is."""
    if not any(f.recognised for f in found):
        return list(found), []
    kept = [_plain(f) for f in found]
    winners = best_forms(Form(f.given.indicator, f.sure_name) for f in kept if f.given.indicator)
    doubts = []
    for n, item in enumerate(kept):
        indicator = item.given.indicator
        best = winners.get(indicator or "", indicator)
        if indicator and best and _packed(best) != _packed(indicator):
            kept[n] = replace(item, given=replace(item.given, indicator=best))
            message = f"ชื่อตัวชี้วัดอ่านได้ “{indicator}” ใช้ “{best}” ตามที่พบในข้ออื่นของเอกสารเดียวกัน"
            doubts.append(Doubt(n, "indicator", f"{message} โปรดตรวจกับต้นฉบับ", (indicator, best), True))
    return kept, doubts + [doubt for n, item in enumerate(kept) for doubt in _unsure(n, item)]


def _plain(item: Found) -> Found:
    given = item.given
    indicator = plain_latin(given.indicator) if given.indicator else None
    return replace(
        item, given=replace(given, name=plain_latin(given.name), indicator=indicator, text=plain_latin(given.text))
    )


def _unsure(n: int, item: Found) -> list[Doubt]:
    doubts = []
    if item.sure_name < LEAST_NAME or torn_word(item.given.name) or torn_word(item.given.indicator or ""):
        doubts.append(Doubt(n, "name", f"ชื่อตัวชี้วัดย่อย {item.given.code} อ่านได้ไม่ชัด โปรดตรวจกับต้นฉบับ"))
    if item.sure_text < LEAST_TEXT:
        doubts.append(Doubt(n, "text", f"ข้อเสนอแนะของตัวชี้วัดย่อย {item.given.code} อ่านได้ไม่ชัดบางคำ โปรดตรวจกับต้นฉบับ"))
    return doubts


def unlike_the_rest(found: Sequence[Found]) -> list[Doubt]:
    """Return doubts about recommendations that lack what nearly all others have: an indicator, a name."""
    lacking = [n for n, f in enumerate(found) if not f.given.indicator]
    doubts = [Doubt(n, "name", "ไม่พบชื่อตัวชี้วัดย่อย โปรดพิมพ์ตามต้นฉบับ") for n, f in enumerate(found) if not f.given.name]
    if lacking and len(lacking) * 2 < len(found):
        doubts += [Doubt(n, "indicator", "ไม่พบว่าอยู่ใต้ตัวชี้วัดใด ต่างจากข้ออื่น โปรดตรวจกับต้นฉบับ") for n in lacking]
    return doubts
