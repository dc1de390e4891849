"""What a paper says about the survey: scores, recommendations, counts, and a table of indicators. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow.core.reading import Finding, Recommendation, Severity
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.parsers.binding.among_tables import set_in_tables
from workflow.parsers.bundle import Paper
from workflow.parsers.certainty import letters_of
from workflow.parsers.draft import Draft
from workflow.parsers.fields.advice_behind_names import codes_behind
from workflow.parsers.fields.advice_codes import Doubt
from workflow.parsers.fields.advice_columns import advising
from workflow.parsers.fields.advice_groups import Groups
from workflow.parsers.fields.advice_headless import is_guessed
from workflow.parsers.fields.advice_in_two import in_two, without_a_code
from workflow.parsers.fields.advice_on_lines import found_on_lines
from workflow.parsers.fields.advice_over_pages import over_pages
from workflow.parsers.fields.advice_over_tables import groups_over
from workflow.parsers.fields.advice_table import names_advice, recommendations_in
from workflow.parsers.fields.advice_told import says_to_do
from workflow.parsers.fields.advice_uncoded import pairs_in
from workflow.parsers.fields.advice_under_names import with_indicators_parted
from workflow.parsers.fields.advice_unruled import is_headed, pages_unread, tables_in, without_code
from workflow.parsers.fields.advice_votes import agree
from workflow.parsers.fields.head_field import HeadField
from workflow.parsers.fields.recommendations import Advice, recommendations_of
from workflow.parsers.fields.score_lists import without_lists
from workflow.parsers.fields.score_table import LEVEL, is_total
from workflow.parsers.fields.stated_count import stated_count
from workflow.parsers.fields.survey import Reported, name_in, survey_of
from workflow.parsers.fields.survey_sureness import unsure_numbers
from workflow.parsers.fields.survey_unread import unread
from workflow.parsers.fields.unlined_tables import (
    advice_of,
    records_without_code,
    tables_of,
    with_advised_scores,
)
from workflow.parsers.page import Table
from workflow.parsers.rows import Row, flow, in_columns
from workflow.parsers.rows_left import tell_rows_left
from workflow.parsers.score_facts import TITLE, add_scores, open_scores

_SENTENCE = 60  # letters: what a level and the name of the next part are shorter than
_LEAST_ACROSS = 12  # letters: fewer may stand in a table by chance


def add_survey(draft: Draft, rows: Sequence[Row], fields: dict[str, HeadField], text: str) -> None:
    """Put the survey, the recommendations and the stated count into the draft, with what the scores leave open."""
    draft.recognised = any(row.confidence < 1.0 for row in rows)
    advice = recommendations_of(without_lists(rows))
    text = advice.rest if advice.found else text
    stated = stated_count(text, advice.numbers, len(advice.given)) or _told_by_a_heading(advice)
    reported = _reported(draft, fields["เรื่อง"].text if "เรื่อง" in fields else None, text)
    draft.instrument = replace(
        draft.instrument,
        survey=reported.survey,
        recommendations=advice.given,
        stated_indicator_count=stated[0] if stated else None,
    )
    draft.clause, draft.group_numbers = (stated[1] if stated else None), advice.numbers
    draft.group_counts = advice.stated
    if advice.unread:
        message = f"พบข้อเสนอแนะอีก {to_thai(advice.unread)} แห่งที่ไม่ทราบว่าเป็นของตัวชี้วัดใด โปรดตรวจกับต้นฉบับ"
        page = draft.instrument.pages[0]
        draft.findings.append(Finding("low-confidence", "warning", message, field="recommendations", page=page))
    draft.findings += [_doubted(doubt, draft) for doubt in advice.doubts]
    draft.findings += [_without_codes(given.page) for given in advice.given[:1] if not given.code]
    draft.unread_text = text
    draft.findings += _left_open(reported, draft.instrument.pages[0])
    _tell_unsure(draft, rows)


def _told_by_a_heading(advice: Advice) -> tuple[int, str | None] | None:
    """Return the count that one heading over recommendations tells of its own, where no other does, with the number of that clause."""
    if len(advice.stated) != 1:
        return None
    ((heading, count),) = advice.stated.items()
    return count, advice.numbers.get(heading)


def _tell_unsure(draft: Draft, rows: Sequence[Row]) -> None:
    """Tell the numbers that a recogniser read unsurely."""
    letters = letters_of([row for row in rows if len(row.sure) in (0, len(row.text))])
    paper = draft.instrument
    for field, words in unsure_numbers(paper.survey, paper.stated_indicator_count, letters) if letters else ():
        message = f"{words} อ่านจากภาพได้ไม่ชัดทุกหลัก โปรดตรวจกับต้นฉบับ"
        draft.findings.append(Finding("low-confidence", "warning", message, field=field, page=paper.pages[0]))


def _reported(draft: Draft, subject: str | None, text: str) -> Reported:
    dated = draft.instrument.date
    return survey_of(subject, text, written=be_year(dated) if dated else None, torn=draft.recognised)


def tell_unread(draft: Draft) -> None:
    """Tell what the text seems to say and no rule took in; after the tables, which may have given it."""
    told = {finding.field for finding in draft.findings}
    page = draft.instrument.pages[0]
    for field, message in unread(draft.unread_text, draft.instrument):
        if field not in told:
            draft.findings.append(Finding("low-confidence", "warning", message, field=field, page=page))


def _seek_in_the_head(draft: Draft, paper: Paper) -> None:
    """Look for a letter's numbers in all its rows when its text gives none: a torn head may have swallowed the text."""
    survey, subject = draft.instrument.survey, draft.instrument.subject
    nothing = survey is None or (not survey.counts and survey.score is None and survey.group_average is None)
    if nothing and draft.recognised and paper.kind == "letter" and not draft.instrument.recommendations:
        reported = _reported(draft, subject, flow(paper.rows))
        if reported.survey:
            draft.instrument = replace(draft.instrument, survey=reported.survey)
            draft.findings += _left_open(reported, draft.instrument.pages[0])


def add_table(draft: Draft, paper: Paper) -> None:
    """Add the indicators of a score table and the advice of a table of advice; a total row gives what the text does not."""
    rows = in_columns(paper.rows)
    tables = paper.tables if draft.recognised else with_advised_scores(paper.tables, rows)
    _add_advice(draft, paper, rows, tables)
    _seek_in_the_head(draft, paper)
    add_scores(draft, paper, tables)
    _name_by_title(draft, paper)
    _drop_names(draft, tables)
    tell_rows_left(draft, paper)


def _name_by_title(draft: Draft, paper: Paper) -> None:
    """Name the survey of a table by its title, where a column headed ที่ made that a paper's head."""
    survey = draft.instrument.survey
    if paper.kind == "table" and survey and survey.name is None and (name := name_in(flow(paper.rows[:TITLE]))):
        draft.instrument = replace(draft.instrument, survey=replace(survey, name=name))


def _drop_names(draft: Draft, tables: Sequence[Table]) -> None:
    """Drop advice that is made of nothing but what a table of scores says: its rows, whose names wrap, read as text."""
    paper = draft.instrument
    if not paper.survey or not paper.survey.indicators:
        return
    rows = [row for table in tables for row in table.rows]
    cells = [] if any(map(names_advice, rows)) else [cell for row in rows for cell in row]
    parts = dict.fromkeys(
        given.indicator or "" for given in paper.recommendations
    )  # head rows without a mark of their own
    said = _letters("".join([*cells, *(row.name or "" for row in paper.survey.indicators), *parts]))
    rows_told = {row.code: row.score for row in paper.survey.indicators}
    kept = [
        given for given in paper.recommendations
        if not _is_of(given.text, said) and not _is_row(given, rows_told.get(given.code))
    ]  # fmt: skip
    draft.keep_advice(kept)


def _is_row(given: Recommendation, score: float | None) -> bool:
    """Whether advice is a row of a table of scores: the text begins with the score, or the name goes on in numbers, the score among them."""
    begun = re.match(r"\d{1,3}(?:\.\d{1,4})?(?=\s)", given.text)
    runs = re.findall(r"(?:(?<=\s)\d{1,3}(?:\.\d{1,4})?%?(?:\s|$)){2,}", given.name or "")
    told = says_to_do(given.text) and len(given.text) >= _SENTENCE  # ควรพัฒนา alone is a level
    numbers = [begun[0] if begun else "", *runs]
    return (
        not told
        and score is not None
        and any(score in map(float, re.findall(r"\d+(?:\.\d+)?", run)) for run in numbers)
    )


def _is_of(text: str, said: str) -> bool:
    """Whether each word of a text is a piece of what a table says, of the row of the whole or a title of advice, or tells a level."""
    words = [letters for word in text.split() if (letters := _letters(word))]
    return bool(words) and all(
        word in said or is_total(word) or LEVEL.match(word) or advising(word) == 0 for word in words
    )


def _letters(text: str) -> str:
    return re.sub(r"[\W\d]", "", text)


def _add_advice(draft: Draft, paper: Paper, rows: Sequence[Row], tables: Sequence[Table]) -> None:
    """Recommendations set in a table stand for those that its rows, read as text, seem to give."""
    if _set_in(draft, paper, tables):
        return
    beside = in_two(rows)
    pairs, celled = beside or codes_behind(rows), advice_of(rows) or (tables_of(rows) if draft.recognised else [])
    if celled and all(_worth(celled, paper) > _worth(other, paper) for other in (pairs, tables_in(rows))):
        _set_in(draft, paper, celled)
        _tell_torn(draft, celled)
        return
    lost = sum(map(without_a_code, beside)) if _set_in(draft, paper, pairs) else None
    if lost is None and not _set_in(draft, paper, pairs_in(paper.rows)):
        unseen = tables_in(rows)
        read = _set_in(draft, paper, unseen)
        lost = sum(map(without_code, unseen)) if read else 0
        draft.findings += [_rows_lost(0, page) for page in sorted(pages_unread(rows, unseen)) if read]
    if lost or (lost == 0 and is_headed(rows) and not draft.instrument.recommendations):
        draft.findings.append(_rows_lost(lost, paper.pages[0]))


def _tell_torn(draft: Draft, tables: Sequence[Table]) -> None:
    """Tell how many records of tables that nobody ruled bear no code: on a scan it was torn."""
    if draft.recognised and (lost := records_without_code(tables)):
        draft.findings.append(_rows_lost(lost, tables[0].page))


def _worth(tables: Sequence[Table], paper: Paper) -> int:
    """Return how much tables tell: codes, names and indicators of what is advised."""
    given = (one for one in _records(tables, paper)[0] if one.text)
    return sum(bool(part) for one in given for part in (one.code, one.name, one.indicator))


def _records(tables: Sequence[Table], paper: Paper) -> tuple[list[Recommendation], Groups]:
    groups, over = groups_over(tables, paper.rows)
    return with_indicators_parted(recommendations_in(over_pages(tables, paper.rows), groups)), over


def _set_in(draft: Draft, paper: Paper, tables: Sequence[Table]) -> bool:
    records, over = _records(tables, paper)
    if set_in := [given for given in records if given.text]:
        found, doubts = agree(found_on_lines(set_in, paper.rows) if draft.recognised else [])
        set_in = [one.given for one in found] or set_in
        codes = {given.code for given in set_in}
        taken = {given.code for given in records} | {
            to_arabic(cell) for table in tables for row in table.rows for cell in row
        }
        said = _letters("".join(cell for table in tables for row in table.rows for cell in row))
        across = _across(tables, paper.rows)
        told = [
            one
            for one in draft.instrument.recommendations
            if one.code not in taken and not _is_of(one.text, said) and not _is_across(one.text, across)
        ]
        draft.instrument = replace(draft.instrument, recommendations=(*told, *set_in))
        draft.group_numbers = {**draft.group_numbers, **over.numbers}
        draft.group_counts = {**draft.group_counts, **over.stated}
        _state_as_many(draft)
        draft.findings = [f for f in draft.findings if not (f.field or "").startswith("recommendations")]
        draft.findings += [_guessed(table.page) for table in tables if is_guessed(table)]
        draft.findings += [_without_codes(set_in[0].page)] if "" in codes else []
        draft.findings += [_doubted(replace(doubt, index=doubt.index + len(told)), draft) for doubt in doubts]
    return bool(set_in)


def _is_across(text: str, across: str) -> bool:
    """Whether a text is what rows of a table say from cell to cell."""
    letters = _letters(text)
    return len(letters) >= _LEAST_ACROSS and letters in across


def _across(tables: Sequence[Table], rows: Sequence[Row]) -> str:
    """Return the letters of the rows that stand in tables, as they are read from cell to cell."""
    inside = set_in_tables(tables, rows)
    return _letters("".join(row.text for row, within in zip(rows, inside, strict=True) if within))


def _state_as_many(draft: Draft) -> None:
    """State the count that the text gives without a word for what is counted, where it is that of the advice in the table."""
    paper = draft.instrument
    stated = stated_count(draft.unread_text, draft.group_numbers, len(paper.recommendations))
    if paper.stated_indicator_count is None and stated:
        draft.instrument, draft.clause = replace(paper, stated_indicator_count=stated[0]), stated[1]


def _without_codes(page: int | None) -> Finding:
    message = "ข้อเสนอแนะไม่มีรหัสตัวชี้วัดย่อยพิมพ์ไว้ จึงใช้ชื่อตามที่พิมพ์ โปรดมอบหมายหน่วยด้วยชื่อ"
    return Finding("unknown-indicator", "info", message, field="recommendations", page=page)


def _guessed(page: int) -> Finding:
    message = "หัวตารางไม่ได้บอกว่าเป็นข้อเสนอแนะ จึงอ่านตามข้อความในช่อง โปรดตรวจกับต้นฉบับ"
    return Finding("low-confidence", "warning", message, field="recommendations", page=page)


def _rows_lost(lost: int, page: int) -> Finding:
    some = f"{to_thai(lost)} แถว" if lost else "ทุกแถว"
    message = f"ตารางข้อเสนอแนะอ่านไม่ได้ {some} โปรดดูต้นฉบับแล้วเพิ่มเอง"
    return Finding("low-confidence", "warning", message, field="recommendations", page=page)


def _doubted(doubt: Doubt, draft: Draft) -> Finding:
    given = draft.instrument.recommendations[doubt.index]
    severity: Severity = "info" if doubt.repaired else "warning"
    name = f"recommendations[{doubt.index}].{doubt.part}"
    return Finding("low-confidence", severity, doubt.message, field=name, page=given.page, candidates=doubt.candidates)


def _left_open(reported: Reported, page: int) -> Iterator[Finding]:
    yield from open_scores(reported.scores, page)
    if reported.years:
        shown = tuple(str(year) for year in reported.years)
        message = f"ปีของการสำรวจอ่านได้ {to_thai(' หรือ '.join(shown))} โปรดตรวจกับต้นฉบับ"
        yield Finding("low-confidence", "warning", message, field="survey.year", page=page, candidates=shown)
