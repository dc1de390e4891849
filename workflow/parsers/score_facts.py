"""What a paper's table of scores says, and the lines beside it: its indicators, the score and the average of the whole. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from workflow.core.reading import Finding, IndicatorScore, Survey
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.parsers.bundle import Paper
from workflow.parsers.draft import Draft
from workflow.parsers.fields.indicators_by_table import with_indicators_of
from workflow.parsers.fields.score_codes import left_out
from workflow.parsers.fields.score_labels import labelled_scores
from workflow.parsers.fields.score_lists import without_lists
from workflow.parsers.fields.score_table import ScoreTable, score_table
from workflow.parsers.fields.score_told import told_scores
from workflow.parsers.fields.scores import Scores
from workflow.parsers.fields.survey import year_of_title
from workflow.parsers.page import Table
from workflow.parsers.rows import flow

TITLE = 6  # rows of a table's title


def add_scores(draft: Draft, paper: Paper, tables: Sequence[Table]) -> None:
    """Add the indicators of a score table among the paper's `tables` or rows.

    A total row gives what the text does not, a line with a label what no row gives.
    """
    own = paper.kind == "table"  # between the numbers of a table no words tell what each of them is
    survey = draft.instrument.survey or Survey()
    if survey.year is None and own:
        survey = replace(survey, year=year_of_title(flow(paper.rows[:TITLE])))
    found, page = _in_tables(draft, paper, tables, survey.year), paper.pages[0]
    if not found.named and _are_codes(found, draft):
        found = ScoreTable()
    one_by_one = _told_one_by_one(draft, tables, survey.year)
    more = len(one_by_one) - len(found.indicators)
    if (more > 0 and _are_told(found, one_by_one)) or (more >= 0 and one_by_one and not found.named):
        found = ScoreTable(one_by_one)
    found = replace(found, indicators=_with_parts(found.indicators, one_by_one))
    told = labelled_scores(without_lists(paper.rows), found.indicators, survey.year) if own else Scores()
    ruled = bool(tables) and not draft.recognised
    if not (found.indicators or told.score is not None) or not (own or ruled or found.named):
        return
    draft.recognised = draft.recognised or any(row.confidence < 1.0 for row in paper.rows)
    if own:
        whole = _of_whole(found, told)
        survey = replace(survey, score=whole.score, group_average=whole.average)
        across = ("survey.score", "survey.group")
        draft.findings = [f for f in draft.findings if not (f.field or "").startswith(across)]
        draft.findings += open_scores(whole, page)
    else:
        survey = _across(survey, found)
    advice = with_indicators_of(found.indicators, draft.instrument.recommendations)
    survey = replace(survey, indicators=found.indicators)
    draft.instrument = replace(draft.instrument, survey=survey, recommendations=advice)
    draft.findings += _doubts(found, page)
    if not draft.recognised and (absent := left_out(found.indicators)):
        message = f"ตารางคะแนนไม่มีแถวของตัวชี้วัดที่ {to_thai(absent)} ทั้งที่มีตัวชี้วัดก่อนหน้าและถัดไป โปรดตรวจกับต้นฉบับ"
        draft.findings.append(Finding("low-confidence", "warning", message, field="survey.indicators", page=page))


def _in_tables(draft: Draft, paper: Paper, tables: Sequence[Table], year: int | None) -> ScoreTable:
    """Return what the tables say; of a scan what its rows say, else what its cells do: the recogniser may have missed a line between two."""
    own = paper.kind == "table"
    if not draft.recognised:
        return score_table(tables, paper.rows, year, own=own)
    by_rows = score_table((), paper.rows, year, own=own)
    by_cells = score_table(tables, (), year, own=own) if tables else ScoreTable()
    headed = by_cells.indicators and not by_rows.named  # the cells' head tells what the rows' numbers are
    return by_cells if by_cells.named and (headed or _numbers(by_cells) > _numbers(by_rows)) else by_rows


def _numbers(found: ScoreTable) -> int:
    """Return how many numbers a reading gives."""
    return sum(number is not None for row in found.indicators for number in (row.score, row.group_average))


def _are_codes(found: ScoreTable, draft: Draft) -> bool:
    """Whether what no head calls marks are the codes of the paper's advice."""
    codes = {float(one.code) for one in draft.instrument.recommendations if re.fullmatch(r"\d{1,2}\.\d{1,2}", one.code)}
    marks = [row.score for row in found.indicators if row.score is not None]
    return bool(marks) and codes.issuperset(marks)


def _are_told(found: ScoreTable, told: Sequence[IndicatorScore]) -> bool:
    """Whether what was read as a table is some lines of a list, which by chance end in numbers."""
    numbers = {one.code: (one.score, one.group_average) for one in told}
    return all({row.score, row.group_average} - {None} <= set(numbers.get(row.code, ())) for row in found.indicators)


def _told_one_by_one(draft: Draft, tables: Sequence[Table], year: int | None) -> tuple[IndicatorScore, ...]:
    """Return the scores told in the text, or with the names in a column of a table; an advised indicator bears the name it has there."""
    names = {given.code: given.name for given in draft.instrument.recommendations if given.code and given.name}
    columns = zip_longest(*(row for table in tables for row in table.rows), fillvalue="")
    texts = (draft.text, *(" ".join(column) for column in columns))
    told = max((told_scores(to_arabic(text), year) for text in texts), key=len)
    return tuple(replace(one, name=names.get(one.code, one.name)) for one in told)


def _with_parts(rows: Sequence[IndicatorScore], told: Sequence[IndicatorScore]) -> tuple[IndicatorScore, ...]:
    """Return the rows of a table with the parts before them whose scores it tells in words: `ตัวชี้วัดหลัก 1.1 ชื่อ : 72.57 คะแนน`."""
    codes = {row.code for row in rows}
    parts = {
        one.code: one for one in told if one.code not in codes and any(c.startswith(f"{one.code}.") for c in codes)
    }
    kept: list[IndicatorScore] = []
    for row in rows:
        part = parts.pop(row.code.rpartition(".")[0], None)
        kept += [part, row] if part else [row]
    return tuple(kept) if not parts else tuple(rows)


def open_scores(scores: Scores, page: int) -> Iterator[Finding]:
    """Yield a doubt for a score and an average that no word tells apart from others."""
    for name, seen in (("survey.score", scores.scores_seen), ("survey.group_average", scores.averages_seen)):
        if seen:
            yield _open(name, page, [f"{value:.2f}" for value in seen])


def _of_whole(found: ScoreTable, told: Scores) -> Scores:
    """Return the total row's numbers, else those that lines beside the table tell; both where they differ."""
    score, scores = _both(found.score, told.score, told.scores_seen)
    if found.average is None and told.average == found.score:
        told = replace(told, average=None, averages_seen=())  # the total row again, which its name calls a mean
    average, averages = _both(found.average, told.average, told.averages_seen)
    return Scores(score, average, scores, averages)


def _both(total: float | None, told: float | None, seen: Sequence[float]) -> tuple[float | None, tuple[float, ...]]:
    if total is None or told is None:
        return (told, tuple(seen)) if total is None else (total, ())
    return total, () if total in (told, *seen) else (total, told)


def _across(survey: Survey, found: ScoreTable) -> Survey:
    """Return the survey of a text with a table in it.

    A value of the total row, or a code, was read across the columns: only their heads tell which one is meant.
    """
    across = (None, *found.totals, *found.codes)
    return replace(
        survey,
        score=found.score if survey.score in across else survey.score,
        group_average=found.average if survey.group_average in across else survey.group_average,
    )


def _doubts(found: ScoreTable, page: int) -> Iterator[Finding]:
    if not found.named:
        message = "ตารางคะแนนไม่มีหัวตารางที่อ่านได้ จึงถือว่าช่องแรกเป็นคะแนน ช่องถัดไปเป็นค่าเฉลี่ย โปรดตรวจกับต้นฉบับ"
        yield Finding("low-confidence", "warning", message, field="survey.indicators", page=page)
    if found.indicators and not any(row.code for row in found.indicators):
        message = "ตารางคะแนนไม่มีรหัสตัวชี้วัดพิมพ์ไว้ จึงใช้ชื่อตามที่พิมพ์ หากทราบรหัสโปรดกรอกเพิ่ม"
        yield Finding("unknown-indicator", "info", message, field="survey.indicators", page=page)
    if found.unnamed:
        message = "ตารางคะแนนมีช่องตัวเลขที่หัวตารางไม่บอกว่าเป็นค่าใด จึงไม่ได้นำมาใช้ หากเป็นค่าเฉลี่ย โปรดกรอกเพิ่ม"
        for field in ("survey.indicators", "survey.group_average"):
            yield Finding("low-confidence", "warning", message, field=field, page=page)
    if found.broken:
        message = "ชื่อในตารางคะแนนขึ้นบรรทัดใหม่โดยไม่มีเส้นตารางบอก อาจอ่านชื่อได้ไม่ครบ โปรดตรวจกับต้นฉบับ"
        yield Finding("low-confidence", "warning", message, field="survey.indicators", page=page)
    for n, why in found.doubts:
        message = f"{why} (แถว {_row(found.indicators[n])}) โปรดตรวจกับต้นฉบับ"
        yield Finding("low-confidence", "warning", message, field=f"survey.indicators[{n}]", page=page)


def _row(indicator: IndicatorScore) -> str:
    return to_thai(indicator.code) or indicator.name or ""


def _open(name: str, page: int, candidates: Sequence[str]) -> Finding:
    message = f"คะแนนในเอกสารอ่านได้ {to_thai(' หรือ '.join(candidates))} แต่ถ้อยคำไม่ชัดว่าเป็นคะแนนใด โปรดตรวจกับต้นฉบับ"
    return Finding("low-confidence", "warning", message, field=name, page=page, candidates=tuple(candidates))
