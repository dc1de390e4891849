"""The rows of a list of scores, one indicator to a line: they are neither advice nor words about the whole. Pure."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from workflow.parsers.fields.score_grid import ENOUGH
from workflow.parsers.fields.score_told import NONE, Told, list_in
from workflow.parsers.rows import Row, flow

_BETWEEN = 120  # letters: the name of the part that the next ones belong to
_ADVISES = re.compile(r"ควร|ข้อเสนอ|พิจารณา|ให้(?!บริการ|ข้อมูล)")
_UNSCORED = re.compile(rf"(?<![\d.])\d{{1,2}}\.\d{{1,2}}[.):\]]*\s+[^\d]{{2,{_BETWEEN}}}?(?:{NONE.pattern})")
_MARK = 8  # letters before a code: a bullet, a bracket, the word for it


def without_lists(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without those of lists of scores; where advice stands between the scores they are heads of advice, and stay."""
    return [row for row, told in zip(rows, _listed(rows), strict=True) if not told]


def _listed(rows: Sequence[Row]) -> list[bool]:
    text = flow(rows)
    ends = list(accumulate(len(_packed(row.text)) for row in rows))
    spans = list(zip([0, *ends], ends, strict=False))
    told = [False] * len(rows)
    for run in _runs(text, list_in(text, None)):
        begun, last = [len(_packed(text[: item.start])) for item in run], len(_packed(text[: run[-1].end]))
        if all(any(0 <= at - first < _MARK for first, _ in spans) for at in begun):  # else they are told in a sentence
            told = [was or begun[0] - _MARK < a < b <= last + 1 for was, (a, b) in zip(told, spans, strict=True)]
    return told


def _runs(text: str, items: Sequence[Told]) -> Iterator[list[Told]]:
    """Yield the items that follow one another with nothing between but the names of parts; none where most have a text of their own below."""
    own = [_says(text[a.end : b.start]) for a, b in pairwise(items) if _part(a) == _part(b)]
    if own and sum(own) * 2 >= len(own):
        return
    run: list[Told] = []
    for item in items:
        if run and not _goes_on(run[-1], item, text[run[-1].end : item.start]):
            yield from [run] if len(run) >= ENOUGH else []
            run = []
        run.append(item)
    yield from [run] if len(run) >= ENOUGH else []


def _goes_on(one: Told, other: Told, between: str) -> bool:
    """Whether nothing stands between two but indicators without a score, and the name of a part that begins."""
    if not _says(between):
        return True
    between = _UNSCORED.sub("", between)
    return _part(one) != _part(other) and len(between) < _BETWEEN and not _ADVISES.search(between)


def _says(between: str) -> bool:
    """Whether words stand between two scores that are no indicator without one."""
    return re.search(r"[^\W_]", _UNSCORED.sub("", between)) is not None


def _part(item: Told) -> str:
    return item.given.code.partition(".")[0]


def _packed(text: str) -> str:
    return re.sub(r"\s", "", text)
