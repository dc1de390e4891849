"""Numbers of a survey that a recogniser read unsurely: looked up where they stand, by the least sure digit. Pure."""

import re
from collections.abc import Iterator

from workflow.core.reading import Count, Survey
from workflow.core.thai_digits import to_thai
from workflow.parsers.certainty import Letters

LEAST = 0.8  # of a digit: below, a number is told
_COUNTED = r"(?=ตัว|ประเด็น|ข้อ|รายการ)"


def unsure_numbers(survey: Survey | None, stated: int | None, letters: Letters) -> Iterator[tuple[str, str]]:
    """Yield the field and the Thai words of each number that was read unsurely, where all its places are unsure."""
    if survey:
        for field, called, value in (
            ("survey.score", "คะแนน", survey.score), ("survey.group_average", "ค่าเฉลี่ย", survey.group_average),
        ):  # fmt: skip
            if value is not None and _unsure(letters, _decimal(value)):
                yield field, f"{called} {to_thai(f'{value:.2f}')}"
        for group, count in survey.counts.items():
            if any(_unsure(letters, pattern) for pattern in _of_count(count)):
                yield f"survey.counts.{group}", f"จำนวน {to_thai(count.answered)} จาก {to_thai(count.surveyed)}"
    if stated is not None and _unsure(letters, rf"(?<!\d){stated}{_COUNTED}"):
        yield "stated_indicator_count", f"จำนวนตัวชี้วัด {to_thai(stated)}"


def _of_count(count: Count) -> Iterator[str]:
    for whole in (count.surveyed, count.answered):
        if whole is not None:
            yield r"(?<![\d,.])" + f"{whole:,}".replace(",", "[,.]?") + r"(?![\d,])"
    if count.pct is not None:
        yield _decimal(count.pct)


def _decimal(value: float) -> str:
    """Return a pattern of a number with or without its last zeros."""
    digits = f"{value:g}".replace(".", "[.,]")
    return rf"(?<![\d.,]){digits}(?:[.,]?0{{1,2}})?(?!\d)"


def _unsure(letters: Letters, pattern: str) -> bool:
    """Whether a number is nowhere read surely; one that stands nowhere as printed was put right and is told elsewhere."""
    places = [letters.sure[m.start() : m.end()] for m in re.finditer(pattern, letters.text)]
    return bool(places) and max(min(place, default=1.0) for place in places) < LEAST
