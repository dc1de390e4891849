"""Receipt stamps (ตรารับ: unit, เลขรับ, วันที่, เวลา), found on the page and taken off it, so that the text reads on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workflow.core.reading import Stamp
from workflow.core.thai_date import parse
from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.dated import loose_date
from workflow.parsers.page import Line

_SEED = re.compile(r"^(?:เลขทะเบียนรับ|เลขที่รับ|เลขรับ(?:ที่)?|รับเลขที่|รับที่|ทะเบียนรับ)\s*[:.…\s]*(?P<number>\d{1,6})?\s*$")
_SEED_ANY = re.compile(r"^(?:เลขทะเบียนรับ|เลขที่รับ|เลขรับ(?:ที่)?|รับเลขที่|รับที่|ทะเบียนรับ)")
_TIME = re.compile(r"(?P<hour>\d{1,2})\s*[.:]\s*(?P<minute>\d{2})(?!\d)\s*(?:น|ฯ)?")
_DATE_LABEL, _TIME_LABEL = re.compile(r"^(?:วันที่|ลงวันที่)\s*[:.…\s]*"), re.compile(r"^เวลา\s*[:.…\s]*")
REACH_ABOVE, REACH_BELOW = 34.0, 62.0  # a stamp is 2.5 × 5 cm: its lines lie within these points of the number


@dataclass(frozen=True)
class StampFound:
    """A stamp with its lines, and its date as printed."""

    stamp: Stamp
    lines: tuple[Line, ...]
    printed_date: str | None = None


def take_stamps(lines: Sequence[Line]) -> tuple[list[StampFound], list[Line]]:
    """Return the stamps of a page's lines and the lines that are not stamped."""
    framed = _framed(lines)
    bare = [line for line in lines if line.stamp is None]
    found = _placed(bare) if any(line.box for line in lines) else _in_blocks(bare)
    taken = {id(line) for stamp in found for line in stamp.lines}
    return [*framed, *found], [line for line in bare if id(line) not in taken]


def _framed(lines: Sequence[Line]) -> list[StampFound]:
    """Return the stamps whose frame the reader of the page saw."""
    numbers = sorted({line.stamp for line in lines if line.stamp is not None})
    return [_read([line for line in lines if line.stamp == number], None) for number in numbers]


def _placed(lines: Sequence[Line]) -> list[StampFound]:
    """Find stamps by place: around each line that says เลขรับ."""
    seeds = [line for line in lines if _SEED_ANY.match(to_arabic(line.text.strip())) and line.box]
    groups: dict[int, list[Line]] = {id(seed): [seed] for seed in seeds}
    for line in lines:
        if line.box and line not in seeds and (seed := _nearest_seed(line, seeds)):
            groups[id(seed)].append(line)
    return [_read(sorted(groups[id(seed)], key=_top), seed) for seed in seeds]


def _top(line: Line) -> float:
    return line.box[1] if line.box else 0.0


def _centre(line: Line) -> float:
    return (line.box[0] + line.box[2]) / 2 if line.box else 0.0


def _nearest_seed(line: Line, seeds: Sequence[Line]) -> Line | None:
    near = [seed for seed in seeds if _belongs(line, seed)]
    return min(near, key=lambda seed: abs(_top(seed) - _top(line)) + abs(_left(seed) - _left(line)), default=None)


def _left(line: Line) -> float:
    return line.box[0] if line.box else 0.0


def _belongs(line: Line, seed: Line) -> bool:
    if not (line.box and seed.box) or line.page != seed.page or line.inked != seed.inked:
        return False
    down = line.box[1] - seed.box[1]
    if not (-REACH_ABOVE < down < REACH_BELOW) or not (seed.box[0] - 40 < _centre(line) < seed.box[0] + 150):
        return False
    if seed.inked:
        return True
    text = to_arabic(line.text.strip())
    return bool(
        _DATE_LABEL.match(text)
        or _TIME_LABEL.match(text)
        or _TIME.fullmatch(text)
        or parse(text)
        or down < 0
        or abs(down) < 4
    )


def _in_blocks(lines: Sequence[Line]) -> list[StampFound]:
    """Find stamps in a transcript: short blocks without a blank line that hold a number and a date or a time."""
    blocks: list[list[Line]] = []
    for line in lines:
        if not blocks or line.blank_before or len(blocks[-1]) >= 5:
            blocks.append([])
        blocks[-1].append(line)
    return [
        _read(block, next((li for li in block if _SEED_ANY.match(to_arabic(li.text.strip()))), None))
        for block in blocks
        if _is_stamp(block)
    ]


def _is_stamp(block: Sequence[Line]) -> bool:
    texts = [to_arabic(line.text.strip()) for line in block]
    labelled = any(_SEED_ANY.match(t) for t in texts)
    timed = any(_TIME.fullmatch(_TIME_LABEL.sub("", t).rstrip(". ")) for t in texts)
    dated = any(loose_date(t) for t in texts)
    short = all(len(t) < 45 for t in texts)
    return (
        short
        and len(block) >= 2
        and (labelled or (timed and dated))
        and not any(re.match(r"^(?:เรื่อง|เรียน|ที่\s)", t) for t in texts)
    )


def _read(lines: Sequence[Line], seed: Line | None) -> StampFound:
    texts = [to_arabic(line.text.strip()) for line in lines]
    number = _number(texts, seed)
    dates = [t for t in texts if loose_date(t)]
    whole = next((on for t in dates if (on := parse(t))), None)
    return StampFound(
        Stamp(_unit(lines, texts), number, whole, _time(texts)), tuple(lines),
        loose_date(dates[0]) if dates else None,
    )  # fmt: skip


def _number(texts: Iterable[str], seed: Line | None) -> str | None:
    texts = list(texts)
    for text in texts:
        if (found := _SEED.match(text)) and found["number"]:
            return found["number"]
    bare = [t for t in texts if re.fullmatch(r"\d{2,6}", t)]
    return bare[0] if bare else None


def _time(texts: Sequence[str]) -> str | None:
    candidates = [t for t in texts if _TIME_LABEL.match(t)] + [t for t in texts if _TIME.fullmatch(t.rstrip(". น"))]
    for text in candidates:
        rest = _TIME_LABEL.sub("", text)
        if (found := _TIME.search(rest)) and int(found["hour"]) < 24 and int(found["minute"]) < 60:
            return f"{int(found['hour']):02d}:{found['minute']}"
    return None


def _unit(lines: Sequence[Line], texts: Sequence[str]) -> str | None:
    """Return the unit: the first line that is neither label nor number nor date."""
    for _line, text in zip(lines, texts, strict=True):
        labelled = _SEED_ANY.match(text) or _DATE_LABEL.match(text) or _TIME_LABEL.match(text)
        if not labelled and not loose_date(text) and not re.fullmatch(r"[\d.\s:นฯ]+", text) and len(text) > 2:
            return text
    return None
