"""Recommendations per sub-indicator: heading, sub-indicator, the indicator it belongs to, the advice; as printed, in order.

Read twice: the first reading learns how this paper leads into an advice, the second finds it where the scan is torn.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from workflow.core.reading import Recommendation
from workflow.parsers.fields.advice_alike import with_alike
from workflow.parsers.fields.advice_bare import with_bare_items_apart
from workflow.parsers.fields.advice_below_scores import with_scores_aside
from workflow.parsers.fields.advice_bracketed import with_codes_behind
from workflow.parsers.fields.advice_codes import Doubt, settle
from workflow.parsers.fields.advice_counted import without_counts
from workflow.parsers.fields.advice_ended import with_codes_at_ends
from workflow.parsers.fields.advice_found import Found
from workflow.parsers.fields.advice_groups import with_indicators
from workflow.parsers.fields.advice_hanging import as_hanging
from workflow.parsers.fields.advice_headings import OF_ADVICE, is_group_title
from workflow.parsers.fields.advice_heads_whole import with_heads_whole, with_words_whole
from workflow.parsers.fields.advice_inside import out_of_brackets
from workflow.parsers.fields.advice_layout import Layout, layout_of
from workflow.parsers.fields.advice_learned import leads_alone, learned_lead, learned_names
from workflow.parsers.fields.advice_marks_lost import with_marks_put_back
from workflow.parsers.fields.advice_ordinals import with_ordinals_as_bullets
from workflow.parsers.fields.advice_reader import Reader
from workflow.parsers.fields.advice_rows import ready
from workflow.parsers.fields.advice_run_on import in_prose, run_on
from workflow.parsers.fields.advice_running import entries_apart
from workflow.parsers.fields.advice_said import with_said_apart
from workflow.parsers.fields.advice_scored_heads import without_head_scores
from workflow.parsers.fields.advice_shapes import labels_beside, parting_sign, with_likes
from workflow.parsers.fields.advice_told import AT_CODE
from workflow.parsers.fields.advice_votes import agree, unlike_the_rest
from workflow.parsers.fields.advice_wholes import with_wholes
from workflow.parsers.fields.advice_without_codes import with_codes_made, without
from workflow.parsers.rows import Row, flow
from workflow.parsers.skeleton import bones

_LETTER = re.compile(r"[ก-ฮA-Za-z]")
_LIST = 2  # items
_NEARLY = 0.75  # of the items
_AHEAD = 4  # rows: an item's name runs over no more before its advice begins


@dataclass(frozen=True)
class Advice:
    """The recommendations in order; of each group's heading the printed number, and how many it says stand under it.

    `unread` is how many rows begin an advice that no item took; `found` tells how sure each of them is, `doubts` what is open about
    them. `rest` is the text of the paper without them: a target inside an advice is no score, a heading's count not the paper's.
    """

    found: tuple[Found, ...]
    numbers: dict[str, str]
    stated: dict[str, int]
    rest: str = ""
    unread: int = 0
    doubts: tuple[Doubt, ...] = ()

    @property
    def given(self) -> tuple[Recommendation, ...]:
        """The recommendations alone."""
        return tuple(f.given for f in self.found)


def recommendations_of(rows: Sequence[Row]) -> Advice:
    """Return the recommendations of a paper's text; of a list whose items bear no codes without any."""
    advice = _advice_in(rows)
    if any("." in found.given.code and not is_group_title(found.given.name) for found in advice.found):
        return advice
    coded, made = with_codes_made(rows)
    read = _advice_in(coded) if len(made) > len(advice.found) else advice
    if read is advice or {found.given.code for found in read.found} != made:
        return advice
    told = tuple(doubt for doubt in read.doubts if doubt.part != "code")  # nobody printed these
    return replace(read, found=tuple(without(read.found, made)), doubts=told)


def _advice_in(rows: Sequence[Row]) -> Advice:
    around = [row for row in rows if row.around]  # no advice runs on in it
    printed = with_heads_whole(
        with_ordinals_as_bullets(with_words_whole(ready(with_scores_aside([row for row in rows if not row.around]))))
    )
    printed = without_head_scores(printed)
    layout = layout_of(printed)
    prose = in_prose(printed, layout.starts)
    running = entries_apart(printed, layout)
    if running.rows != printed:
        printed, layout = running.rows, layout_of(running.rows)
    printed = with_codes_at_ends(without_counts(with_marks_put_back(printed, layout)))
    printed, layout = with_codes_behind(printed, layout)
    printed, layout = out_of_brackets(printed, layout)
    printed = with_wholes(with_alike(with_likes(printed, layout), layout))
    printed, layout = with_said_apart(printed, layout)
    reader = _read(printed, layout)
    told = _told(reader)
    hanging = as_hanging(printed, layout)
    if hanging and _hangs(other := _read(printed, hanging), len(told)) and not _led(reader, other):
        reader, told = other, _told(other)
    if (apart := with_bare_items_apart(printed, layout)) and _holds(other := _read(*apart), told):
        reader, told = other, _told(other)
    told = [] if _placed(prose) > _placed(told) else told
    in_one = [] if told else prose or run_on(printed, layout.starts)
    read, doubts = settle(with_indicators(learned_names(told or in_one)))
    doubts += [Doubt(n, "text", _IN_ONE) for n, f in enumerate(read) if in_one or f.given.code in running.unmarked]
    unparted = hanging and not reader.leads and len(reader.breaths) < len(told)
    doubts += [Doubt(n, "name", _RUNS_ON) for n in range(len(read) if unparted else 0)]
    over = reader.over
    agreed, unclear = agree(read)
    found, sentence = over.alone(_without_lone_title(agreed))
    doubts = [*doubts, *unclear, *unlike_the_rest(found), *_unsure_groups(found, over.unsure), *_nameless(found)]
    unread = 0 if prose and not told else reader.orphans + sum(not f.given.text for f in reader.done)
    return Advice(
        tuple(found), over.numbers, over.stated, f"{flow([*reader.free, *around])} {sentence}".strip(), unread if found else 0, tuple(doubts)
    )  # fmt: skip


_IN_ONE = "ข้อเสนอแนะเขียนต่อกันในย่อหน้าเดียว โปรดตรวจว่าแบ่งถูกต้องกับต้นฉบับ"


_RUNS_ON = "ชื่อตัวชี้วัดอาจมีคำของข้อเสนอแนะปนอยู่ โปรดตรวจกับต้นฉบับ"


def _without_lone_title(found: Sequence[Found]) -> list[Found]:
    """Return the recommendations without a group that all bear and that only titles the list: advice is parted by two kinds or more."""
    groups = {f.given.group for f in found}
    alone = len(groups) == 1 and OF_ADVICE.match(next(iter(groups)) or "")
    return [replace(f, given=replace(f.given, group=None)) for f in found] if alone else list(found)


def _unsure_groups(found: Sequence[Found], unsure: Collection[str]) -> Iterator[Doubt]:
    """Yield one doubt for each heading that was read unsurely, at the first recommendation under it."""
    for group in unsure:
        first = next((n for n, f in enumerate(found) if f.given.group == group), None)
        if first is not None:
            yield Doubt(first, "group", f"หัวข้อ “{group}” อ่านได้ไม่ชัด โปรดตรวจกับต้นฉบับ", (group,))


def _nameless(found: Sequence[Found]) -> Iterator[Doubt]:
    """Yield a doubt for each name and indicator without a letter: dirt, or a number, was read where it should stand."""
    for n, item in enumerate(found):
        for part, value in (("name", item.given.name), ("indicator", item.given.indicator)):
            if value and not _LETTER.search(value):
                yield Doubt(n, part, f"ชื่ออ่านได้เพียง “{value}” ซึ่งไม่มีตัวอักษร โปรดดูต้นฉบับแล้วเติม", (value,))


def _read(rows: Sequence[Row], layout: Layout) -> Reader:
    """Walk the rows, and once more with what the first walk taught."""
    lead = learned_lead(rows, layout)
    first = _walk(Reader(layout, lead), rows)
    untold = [text for text, told in first.breaths if not told]
    usual, between, sign = (
        lead or _usual([*first.leads, *leads_alone(untold)]),
        _usual(first.betweens),
        parting_sign(first.breaths),
    )
    labels = labels_beside(rows, first.leads, len(first.done)) if first.leads else frozenset()
    again = (usual, between, sign, labels) != (lead, "", "", frozenset())
    reader = _walk(Reader(layout, usual, between, sign, labels), rows) if again else first
    at_once = not (reader.leads or any(told or AT_CODE in text for text, told in reader.breaths)) and all(reader.heads)
    if not at_once or len(reader.done) < _LIST or len(_told(reader)) == len(reader.done):
        return reader
    other = _walk(Reader(layout, usual, between, sign, labels, at_once=True), rows)
    return other if len(_told(other)) > len(_told(reader)) else reader


def _hangs(reader: Reader, told: int) -> bool:
    """Whether a reading as entries that hang tells as many items as the other one, or all but a few and nearly all at one sign.

    There the other one takes what stands behind the sign for a piece of the name.
    """
    parted = len(reader.breaths) if reader.parting else 0
    return len(_told(reader)) >= (told if parted < _NEARLY * told else _NEARLY * told)


def _holds(other: Reader, told: Sequence[Found]) -> bool:
    """Whether a reading has all items of another, and more."""
    codes, known = {found.given.code for found in _told(other)}, {found.given.code for found in told}
    return codes > known and len(codes) > 2 * len(known)


def _led(reader: Reader, other: Reader) -> bool:
    """Whether words lead into each advice of one reading, and into none of the other."""
    return len(reader.leads) >= len(reader.done) > 0 and not other.leads


def _told(reader: Reader) -> list[Found]:
    """Return the items that were given an advice."""
    return [found for found in reader.done if found.given.text]


def _placed(found: Sequence[Found]) -> tuple[int, int]:
    """Return how many items there are, and how many of them stand under an indicator."""
    return len(found), sum(item.given.indicator is not None for item in found)


def _walk(reader: Reader, rows: Sequence[Row]) -> Reader:
    for n, row in enumerate(rows):
        reader.take(n, row, rows[n + 1 : n + 1 + _AHEAD])
    reader.leave()
    return reader


def _usual(phrases: Sequence[str]) -> str:
    """Return the phrase that a paper uses again and again, empty when it has none; with its spaces, which a full line swallows."""
    phrases = [phrase for phrase in phrases if _LETTER.search(phrase)]  # a dash alone may stand in any name
    counted = Counter(bones(phrase) for phrase in phrases)
    kept, times = next(iter(counted.most_common(1)), ("", 0))
    return max((phrase for phrase in phrases if bones(phrase) == kept), key=len) if times > 1 else ""
