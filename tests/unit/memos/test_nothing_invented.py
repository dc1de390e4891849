"""Nothing on a paper is invented: every piece of it is a fact of the case or a word of the wording, in the catalogue and in every office.

A paper is taken apart: facts of the case are cut out, and what is left must be made of the wording's own words. A number or a name
that came from nowhere is left over.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time
from functools import cache
from pathlib import Path

import pytest

from memos import CATALOGUE
from tests.conftest import ROOT
from workflow.core import thai_date
from workflow.core.memo_kind import CaseFile, MemoKind
from workflow.core.thai_digits import to_thai
from workflow.store.office_files import load_office, office_codes
from workflow.templates.compose import compose

CONFIG = ROOT / "config"
OFFICES = ("catalogue", *office_codes(CONFIG))
PAPERS = [(office, name) for office in OFFICES for name in CATALOGUE]
# Words of memos/citations.py, direction.py, results.py and of the endorsement's host note: how facts are joined, never facts.
JOINTS = (
    *(
        "ที่",
        "ลง",
        "ลงวันที่",
        "ถึง",
        "เรื่อง",
        "บันทึกสั่งการ",
        "ท้ายหนังสือ",
        "หนังสือ",
        "มีหนังสือ",
        "และ",
        "วัน",
        "น.",
        "ผลการสำรวจ",
        "การสำรวจ",
    ),
    *("ประจำปี", "ตามข้อ", "พิจารณาดำเนินการในส่วนที่เกี่ยวข้อง", "สูงกว่า", "ต่ำกว่า", "เท่ากับ", "ผ่าน", "บันทึกข้อความ", "เรียน"),
    "ขอแสดงความนับถือ",
)
LISTED = tuple(
    form.format("๑๒๓๔๕๖๗๘๙"[n]) for n in range(9) for form in ("{}. ", "๑.{} ", "๒.{} ", "เอกสาร {}", "ข้อ ๒.{}")
)
"""Numbers of parts and enclosures: the wording counts them."""
PUNCTUATION = "()/,:.–- "


def _worded(office: str, name: str) -> tuple[MemoKind, CaseFile]:
    kind, case = CATALOGUE[name], CATALOGUE[name].sample()
    if office == "catalogue":
        return kind, case
    found = _office(office)
    return found.worded(kind), replace(case, words=found.words)


_office = cache(lambda code: load_office(CONFIG, code))


def _values(value: object) -> Iterator[str]:
    """Yield every way a fact may be printed."""
    match value:
        case bool() | None | Path():
            return
        case str():
            yield value
            yield from value.split()
        case datetime():
            yield from (*_values(value.date()), *_values(value.timetz()))
        case date():
            day, year = str(value.day), str(thai_date.be_year(value))
            yield from (thai_date.full(value), thai_date.short(value), thai_date.WEEKDAYS[value.weekday()], day, year)
        case time():
            yield f"{value:%H.%M}"
        case int() | float():
            yield from (str(value), f"{value:.2f}")
        case tuple() | list() | frozenset():
            yield str(len(value))
            yield from (text for part in value for text in _values(part))
        case dict():
            yield from (text for part in value.values() for text in _values(part))
        case _ if is_dataclass(value):
            yield from (text for f in fields(value) for text in _values(getattr(value, f.name)))


def _derived(case: CaseFile) -> Iterator[str]:
    """Yield what is reckoned: how far an indicator moved, how many urgent items there are, a survey's name without การสำรวจ."""
    if case.survey and case.survey.name:
        yield case.survey.name.removeprefix("การสำรวจ")
    before = {s.name: s.score for s in case.last_survey.indicators} if case.last_survey else {}
    for now in case.survey.indicators if case.survey else ():
        earlier = before.get(now.name)
        if earlier is not None and now.score is not None:
            yield f"{abs(now.score - earlier):.2f}"
    yield from ("3", str(len(case.recommendations)))


def _left_over(kind: MemoKind, case: CaseFile) -> str | None:
    """Return where the paper first says what neither the case nor the wording holds; None when it says nothing else."""
    text = to_thai(compose(kind, case).words())
    source = re.sub(r"\{#.*?#\}", "", kind.wording.read_text(encoding="utf-8"), flags=re.DOTALL)
    own = {word for part in re.split(r"\{[{%].*?[}%]\}", source) for word in to_thai(part).split()}
    facts = {to_thai(one) for one in (*_values(case), *_derived(case)) if one.strip()}
    by_letter: dict[str, list[str]] = {}
    for word in (*own, *facts, *JOINTS, *LISTED, *PUNCTUATION, "\n"):
        by_letter.setdefault(word[0], []).append(word)
    return _unsaid(text, by_letter)


def _unsaid(text: str, by_letter: dict[str, list[str]]) -> str | None:
    reached, waiting = {0}, [0]
    while waiting:
        at = waiting.pop()
        for word in by_letter.get(text[at : at + 1], ()):
            end = at + len(word)
            if end not in reached and text.startswith(word, at) and not _inside_a_number(text, at, end):
                reached.add(end)
                waiting.append(end)
    farthest = max(reached)
    return None if len(text) in reached else text[farthest : farthest + 40]


def _inside_a_number(text: str, start: int, end: int) -> bool:
    """Whether a word begins or ends in the middle of a number: ๕ is no part of ๕๕."""
    return any(text[at - 1 : at].isdigit() and text[at : at + 1].isdigit() for at in (start, end))


@pytest.mark.parametrize(("office", "name"), PAPERS)
def test_every_piece_of_a_paper_is_a_fact_of_its_case_or_a_word_of_its_wording(office: str, name: str) -> None:
    assert _left_over(*_worded(office, name)) is None


@pytest.mark.parametrize("invented", ["ได้คะแนนรวมร้อยละ ๙๙.๘๗", "ผบ.หน่วยสมมติ", "ที่ ๘๘"])
@pytest.mark.parametrize("name", CATALOGUE)
def test_the_check_finds_what_came_from_nowhere(name: str, invented: str) -> None:
    kind, case = CATALOGUE[name], CATALOGUE[name].sample()

    def facts(given: CaseFile) -> dict[str, object]:
        told = dict(kind.facts(given))
        key = next(key for key, value in told.items() if isinstance(value, str) and f"{{{{ {key} }}}}" in wording)
        return {**told, key: f"{told[key]} {invented}"}

    wording = kind.wording.read_text(encoding="utf-8")
    if not any(isinstance(v, str) and f"{{{{ {k} }}}}" in wording for k, v in kind.facts(case).items()):
        pytest.skip("ไม่มีข้อเท็จจริงที่เป็นข้อความ")
    assert _left_over(replace(kind, facts=facts), case) is not None
