"""Where the receipt stamps of a page without places are: in a text box of their own, else in a short block between blank lines. Pure."""

import re
from collections.abc import Sequence

from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.dated import loose_date
from workflow.parsers.fields.stamp_words import NUMBER, TIME, names_unit, numbered
from workflow.parsers.page import Line
from workflow.parsers.stamp_labels import OPENS_TIME

_TORN_TIME = re.compile(
    r"^[\dก-๙. ]{0,10}[นฯ]\.$"
)  # what a recogniser left of `เวลา ๑๔.๕๐ น.`: it ends with the abbreviation's dot
_HEAD_LABEL = re.compile(r"^(?:เรื่อง|เรียน|ที่\s)")  # the head of a paper begins, whatever stands above it
_PAPER = re.compile(
    r"^(?:เรื่อง|เรียน|ถึง\s|อ้างถึง|ส่วนราชการ|บันทึกข้อความ|ที่\s(?:\D|\d+\.\d).*/)"
)  # the head of a paper stands in the box
_MOST, _MOST_BOXED = 5, 10  # lines of a stamp: between blank lines, in a box with room for what is filled in
_SHORT = 45  # letters


def stamp_blocks(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """Return the lines of each stamp: boxes that hold one, and short blocks that hold a number and a date or a time."""
    boxed = [box for box in _boxes(lines) if _fills_box(box)]
    taken = {id(line) for box in boxed for line in box}
    typed = _blocks([line for line in lines if id(line) not in taken])
    return [*boxed, *(_without_tail(block) for block in typed if _is_stamp(block))]


def _boxes(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each text box of the page."""
    numbers = dict.fromkeys(line.boxed for line in lines if line.boxed is not None)
    return [[line for line in lines if line.boxed == number] for number in numbers]


def _fills_box(box: Sequence[Line]) -> bool:
    """Whether a stamp is all that a box holds: a register number, or a day and an hour, and nothing as long as a sentence."""
    texts = [to_arabic(line.text.strip()) for line in box]
    if len(box) > _MOST_BOXED or any(_PAPER.match(text) or len(text) >= 2 * _SHORT for text in texts):
        return False
    registered = any(map(numbered, texts)) and any(NUMBER.search(text) or text.isdigit() for text in texts)
    dated, timed = any(map(loose_date, texts)), any(map(_timed, texts))
    return (registered and (dated or timed or len(box) > 1)) or (dated and timed and len(box) <= _MOST)


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        full = not blocks or len(blocks[-1]) >= _MOST or blocks[-1][-1].boxed != line.boxed
        if full or line.blank_before or _HEAD_LABEL.match(line.text.strip()):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _without_tail(block: Sequence[Line]) -> Sequence[Line]:
    """Return a block without the lines below its last label, number or date, where its unit stands above: the paper begins there."""
    texts = [to_arabic(line.text.strip()) for line in block]
    named = [names_unit(text) and not _TORN_TIME.match(text) for text in texts]
    last = max((n for n, name in enumerate(named) if not name), default=len(block) - 1)
    return block[: last + 1] if any(named[:last]) else block


def _is_stamp(block: Sequence[Line]) -> bool:
    texts = [to_arabic(line.text.strip()) for line in block]
    stamped = any(map(numbered, texts)) or (any(map(_timed, texts)) and any(map(loose_date, texts)))
    short = all(len(text) < _SHORT for text in texts)
    return short and len(block) >= 2 and stamped and not _HEAD_LABEL.match(texts[0])


def _timed(text: str) -> bool:
    """Whether a line is nothing but a time, labelled or not."""
    return bool(TIME.fullmatch(OPENS_TIME.sub("", text).rstrip(". ")))
