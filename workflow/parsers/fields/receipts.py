"""Receipt stamps (ตรารับ: unit, เลขรับ, วันที่, เวลา), found on the page and taken off it, so that the text reads on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from workflow.core.reading import Stamp
from workflow.core.thai_date import DATE_PATTERN, parse
from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.dated import loose_date
from workflow.parsers.fields.stamp_blocks import stamp_blocks
from workflow.parsers.fields.stamp_values import IN_FIGURES, NOTHING, date_in, day_told, number_in, time_in, unit_in
from workflow.parsers.fields.stamp_words import (
    TIME,
    names_unit,
    numbered,
    register,
)
from workflow.parsers.page import Line
from workflow.parsers.pieces import cut_at
from workflow.parsers.skeleton import bones
from workflow.parsers.stamp_labels import ONLY_LABEL, OPENS_DATE, OPENS_TIME

_FILLED = re.compile(r"\d{1,6}|\d{1,2}\s*[.:]\s*\d{2}\s*(?:น\.?)?|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}")
_URGENCIES = {"ด่วน", "ด่วนมาก", "ด่วนที่สุด"}
_SAME_EDGE = 4.0  # points: the lines of a stamp are set on one left edge
LEAST, LEAST_UNIT = 0.85, 0.9  # a digit or month less sure, a name less sure on the mean, is a suggestion
_OVER, _ALIKE = 0.6, 70.0  # of a line's sides, and percent: so much of it lies over another that says the same
REACH_ABOVE, REACH_BELOW = 34.0, 62.0  # a stamp is 2.5 × 5 cm: its lines lie within these points of the number


@dataclass(frozen=True)
class StampFound:
    """A stamp with its lines, its date as printed, and which of number, date, time and unit were read unsurely."""

    stamp: Stamp
    lines: tuple[Line, ...]
    printed_date: str | None = None
    unsure: tuple[str, ...] = ()


def take_stamps(lines: Sequence[Line]) -> tuple[list[StampFound], list[Line]]:
    """Return the stamps of a page's lines and the lines that are not stamped."""
    framed = _framed(lines)
    stamped = [line for line in lines if line.stamp is not None]
    bare = [line for line in lines if line.stamp is None and not any(_read_again(line, other) for other in stamped)]
    bare = _apart(bare)
    found = _placed(bare) if any(line.box for line in lines) else [_read(block) for block in stamp_blocks(bare)]
    taken = {id(line) for stamp in found for line in stamp.lines}
    return [*framed, *found], [line for line in bare if id(line) not in taken]


def _read_again(line: Line, stamped: Line) -> bool:
    """Whether a line says once more, in the same place, what the reader of a stamp read there: black ink is print to a fax."""
    if not (line.box and stamped.box) or line.page != stamped.page:
        return False
    across = min(line.box[2], stamped.box[2]) - max(line.box[0], stamped.box[0])
    down = min(line.box[3], stamped.box[3]) - max(line.box[1], stamped.box[1])
    over = across > _OVER * (line.box[2] - line.box[0]) and down > _OVER * (line.box[3] - line.box[1])
    return over and fuzz.ratio(bones(line.text), bones(stamped.text)) >= _ALIKE


def _framed(lines: Sequence[Line]) -> list[StampFound]:
    """Return the stamps whose frame the reader of the page saw."""
    numbers = sorted({line.stamp for line in lines if line.stamp is not None})
    return [_read([line for line in lines if line.stamp == number]) for number in numbers]


def _apart(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those cut that run on from one stamp into the next beside it, where that one's lines begin."""
    seeds = [line for line in lines if line.box and numbered(to_arabic(line.text.strip()))]
    return [part for line in lines for part in cut_at(line, _edges_beside(line, seeds))]


def _edges_beside(line: Line, seeds: Sequence[Line]) -> list[float]:
    """Return where the stamps begin within whose reach a line of several pieces stands; where that is but one, over its number only.

    The name of its unit may share a row with the title; below the number, the head's own date may begin where the stamp does.
    """
    if not (line.pieces and line.box):
        return []
    near = [
        (seed.box[0], line.box[1] - seed.box[1])
        for seed in seeds
        if seed.box and seed.page == line.page and -REACH_ABOVE < line.box[1] - seed.box[1] < REACH_BELOW
    ]
    return [edge for edge, down in near if down < 0 or len(near) > 1]


def _placed(lines: Sequence[Line]) -> list[StampFound]:
    """Find stamps by place: around each line that says เลขรับ."""
    seeds = [line for line in lines if line.box and (numbered(to_arabic(line.text.strip())) or _registers(line, lines))]
    groups: dict[int, list[Line]] = {id(seed): [seed] for seed in seeds}
    for line in lines:
        if line.box and line not in seeds and (seed := _nearest_seed(line, seeds)):
            groups[id(seed)].append(line)
    for group in groups.values():
        group += [line for line in lines if not line.inked and any(_fills_in(line, label) for label in group)]
        group += [line for line in lines if line not in group and _in_black(line, group)]
    return [_read(sorted(_with_one_day(groups[id(seed)]), key=_top)) for seed in seeds]


def _with_one_day(group: list[Line]) -> list[Line]:
    """Leave out a day that stands elsewhere where the stamp has one on its left edge: the paper's own, right below the stamp."""
    seed = group[0]
    days = [line for line in group if line is not seed and _tells_a_day(to_arabic(line.text.strip()))]
    apart = [line for line in days if line.box and seed.box and abs(line.box[0] - seed.box[0]) >= _SAME_EDGE]
    return [line for line in group if line not in apart] if 0 < len(apart) < len(days) else group


def _tells_a_day(text: str) -> bool:
    """Whether a line tells a day, by its label or as all it says; a label alone waits for what is filled in beside it."""
    labelled = OPENS_DATE.match(text) and not ONLY_LABEL.fullmatch(text)
    return bool(labelled or DATE_PATTERN.fullmatch(text))


def _registers(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line that only says เลขที่ or รับ and a number is a stamp's: right below it, on its left edge, stand a day and an hour."""
    text = to_arabic(line.text.strip())
    if not (line.box and register(text)):
        return False
    near = [
        to_arabic(other.text.strip())
        for other in lines
        if other.box and other.page == line.page and abs(other.box[0] - line.box[0]) < _SAME_EDGE
        and 0 < other.box[1] - line.box[1] < REACH_BELOW
    ]  # fmt: skip
    received = text.startswith("รับ")  # which says more than เลขที่: its day and hour need no labels
    days = [near_by for near_by in near if (received or OPENS_DATE.match(near_by)) and loose_date(near_by)]
    return bool(days) and any(
        (OPENS_TIME.match(hour) and TIME.search(hour)) or (received and TIME.fullmatch(hour.rstrip(". น")))
        for hour in near
    )


def _fills_in(line: Line, label: Line) -> bool:
    """Whether a line in black is what was filled in beside a label of coloured ink: a number, a date or a time right of it."""
    if not (
        line.box and label.box and label.inked and ONLY_LABEL.fullmatch(label.text.strip()) and line.page == label.page
    ):
        return False
    level = abs((line.box[1] + line.box[3]) - (label.box[1] + label.box[3])) / 2 < (label.box[3] - label.box[1]) / 2
    beside = -4 < line.box[0] - label.box[2] < 90
    text = to_arabic(line.text.strip())
    return level and beside and bool(_FILLED.fullmatch(text) or loose_date(text))


def _in_black(line: Line, group: Sequence[Line]) -> bool:
    """Whether a line whose ink a scan shows as black belongs to a stamp of coloured lines, which still lacks what it says.

    Its date or time stand below the number, on the same left edge; the name of its unit right above the number.
    """
    seed = group[0]
    if not (line.box and seed.box and seed.inked and not line.inked and line.page == seed.page and line.sure):
        return False
    text, down, height = to_arabic(line.text.strip()), line.box[1] - seed.box[1], seed.box[3] - seed.box[1]
    if abs(line.box[0] - seed.box[0]) < _SAME_EDGE and 0 < down < REACH_BELOW:
        dated = OPENS_DATE.match(text) and loose_date(text) and date_in(group) == NOTHING
        return bool(dated or (OPENS_TIME.match(text) and TIME.search(text) and time_in(group) == NOTHING))
    right = max(other.box[2] for other in group if other.box)
    above = 0 < seed.box[1] - line.box[1] < 2 * height and seed.box[0] <= line.box[0] < right
    return above and line.box[3] - line.box[1] < 1.5 * height and names_unit(text) and unit_in(group) == NOTHING


def _top(line: Line) -> float:
    return line.box[1] if line.box else 0.0


def _centre(line: Line) -> float:
    return (line.box[0] + line.box[2]) / 2 if line.box else 0.0


def _nearest_seed(line: Line, seeds: Sequence[Line]) -> Line | None:
    near = [seed for seed in seeds if _belongs(line, seed)]
    text = to_arabic(line.text.strip())
    if OPENS_TIME.match(text) or OPENS_DATE.match(text):  # of two stamps one below the other, below its own number
        near = [seed for seed in near if _top(seed) <= _top(line)] or near
    return min(near, key=lambda seed: abs(_top(seed) - _top(line)) + abs(_left(seed) - _left(line)), default=None)


def _left(line: Line) -> float:
    return line.box[0] if line.box else 0.0


def _belongs(line: Line, seed: Line) -> bool:
    if not (line.box and seed.box) or line.page != seed.page or line.inked != seed.inked:
        return False
    down = line.box[1] - seed.box[1]
    if (
        line.text.strip() in _URGENCIES
    ):  # the red word stands at the top of the page too, beside a stamp as often as not
        return False
    if not (-REACH_ABOVE < down < REACH_BELOW) or not (seed.box[0] - 40 < _centre(line) < seed.box[0] + 150):
        return False
    if seed.inked:
        return True
    text = to_arabic(line.text.strip())
    return bool(
        OPENS_DATE.match(text)
        or OPENS_TIME.match(text)
        or TIME.fullmatch(text.rstrip(". น"))
        or parse(text)
        or IN_FIGURES.fullmatch(text)
        or down < 0
        or abs(down) < 4
    )


def _read(lines: Sequence[Line]) -> StampFound:
    found = {"number": number_in(lines), "date": date_in(lines), "time": time_in(lines), "unit": unit_in(lines)}
    values = {name: value for name, (value, _) in found.items()}
    printed = values["date"]
    return StampFound(
        Stamp(values["unit"], values["number"], day_told(printed) if printed else None, values["time"]), tuple(lines), printed,
        tuple(name for name, (_, sure) in found.items() if sure < (LEAST_UNIT if name == "unit" else LEAST)),
    )  # fmt: skip
