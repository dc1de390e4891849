"""The number and the name of a sub-indicator against its survey's framework, where that is known.

A name that a recogniser tore is set to the form the framework prints; a number that belongs to another name is told with both, and
a code is called unknown only where enough of the framework is known to say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workflow.core.framework import Framework, Indicator
from workflow.core.reading import Finding, IndicatorScore, Recommendation
from workflow.core.thai_digits import to_thai
from workflow.parsers.draft import Draft
from workflow.parsers.frameworks import framework_of
from workflow.parsers.skeleton import alike

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

SAME_NAME, SURELY = 60.0, 85.0  # percent alike
Row = Recommendation | IndicatorScore


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return doubts about numbers and names; torn names of recognised papers are put right."""
    findings = []
    for n, draft in enumerate(drafts):
        framework = framework_of(draft.instrument.survey, context.frameworks)
        if framework:
            findings += [replace(f, instrument=n) for f in (*_advice(draft, framework), *_table(draft, framework))]
    return findings


def _advice(draft: Draft, framework: Framework) -> Iterator[Finding]:
    for k, given in enumerate(draft.instrument.recommendations):
        field, page = f"recommendations[{k}]", given.page
        known = framework.find(given.code)
        above = framework.find(given.code.split(".")[0])
        if draft.recognised and known and _torn(given.name, known):
            yield _mended(f"{field}.name", page, given.name, known)
            given = replace(given, name=known.name)
        if draft.recognised and above and given.indicator and _torn(given.indicator, above):
            yield _mended(f"{field}.indicator", page, given.indicator, above)
            given = replace(given, indicator=above.name)
        rows = draft.instrument.recommendations
        draft.instrument = replace(draft.instrument, recommendations=(*rows[:k], given, *rows[k + 1 :]))
        yield from _doubts(given, f"{field}.code", page, framework)


def _table(draft: Draft, framework: Framework) -> Iterator[Finding]:
    survey = draft.instrument.survey
    for k, row in enumerate(survey.indicators if survey else ()):
        yield from _doubts(row, f"survey.indicators[{k}]", draft.instrument.pages[0], framework)


def _torn(name: str, known: Indicator) -> bool:
    """Whether a name is the known one, misread: alike, and no form of it to the letter."""
    packed = name.replace(" ", "")
    return all(packed != form.replace(" ", "") for form in known.names) and alike(name, known.name) >= SURELY


def _mended(field: str, page: int | None, read: str, known: Indicator) -> Finding:
    message = f"ชื่อตัวชี้วัดอ่านได้ “{read}” ใช้ “{known.name}” ตามกรอบการสำรวจของปีนั้น โปรดตรวจกับต้นฉบับ"
    return Finding("low-confidence", "info", message, field=field, page=page, candidates=(read, known.name))


def _doubts(row: Row, field: str, page: int | None, framework: Framework) -> Iterator[Finding]:
    known, name = framework.find(row.code), row.name or ""
    if known is None and framework.rules_out(row.code):
        message = (
            f"กรอบการสำรวจปี {to_thai(framework.year)} ไม่มีรหัส {to_thai(row.code)} จึงเก็บไว้ตามที่พิมพ์ โปรดตรวจรหัสกับต้นฉบับ"
        )
        yield Finding(
            "unknown-indicator", "warning", message, field=field, page=page, candidates=_named_so(name, framework)
        )
    elif known and name and max(alike(name, form) for form in known.names) < SAME_NAME:
        others = _named_so(name, framework)
        message = (
            f"รหัส {to_thai(row.code)} ในกรอบปี {to_thai(framework.year)} คือ “{known.name}” แต่พิมพ์ชื่อ “{name}”"
            f"{' ซึ่งเป็นชื่อของรหัส ' + to_thai(others[0]) if others else ''} โปรดตรวจกับต้นฉบับ"
        )
        candidates = (f"{row.code} {known.name}", *(f"{code} {name}" for code in others))
        yield Finding("unknown-indicator", "warning", message, field=field, page=page, candidates=candidates)


def _named_so(name: str, framework: Framework) -> tuple[str, ...]:
    """Return the codes whose name this is."""
    return tuple(i.code for i in framework.indicators if name and max(alike(name, form) for form in i.names) >= SURELY)
