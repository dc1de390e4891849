"""What stands in the tables of a paper and no rule took in: codes of rows that were not read, and text below the rows that were. Pure."""

import re
from collections.abc import Collection, Iterator, Sequence

from workflow.core.reading import Finding, IndicatorScore, Instrument
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.parsers.bundle import Paper
from workflow.parsers.draft import Draft
from workflow.parsers.fields.advice_announced import announces_advice
from workflow.parsers.fields.codes_in_cells import codes_in_cells, heads_a_table
from workflow.parsers.rows import Row

_ROWS, _TEXTS, _LIKE = 2, 3, 3
_TOP, _ENOUGH = 5, 8  # rows of a title; of a page that holds more than one
_SENTENCE = 16  # letters: a level or a mark's word is shorter
_MARK = re.compile(r"\d\.\d")
_WORDED = re.compile(r"(?:ตัวชี้วัด|มิติ|หัวข้อ|ประเด็น)(?:ย่อย)?\s*(?:ที่)?\s*(\d{1,2}\.\d{1,2})(?![\d.])\s+[ก-ฮเ-ไA-Z]")
_NAMED = re.compile(r"[(\[]?(\d{1,2}\.\d{1,2})(?![\d.]\d)[.)\]]{0,2}\s+[ก-ฮเ-ไA-Z]")
_CODE = re.compile(r"^\W*(?:ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*)?(\d{1,2}\.\d{1,2})(?!\d)")


def tell_rows_left(draft: Draft, paper: Paper) -> None:
    """Tell the codes of a table of which neither a score nor an advice was read, else the text below its rows that is none's.

    One such code may be a clause's number, and one such text a note.
    """
    said = draft.instrument
    read = {row.code for row in _indicators(said)} | {given.code for given in said.recommendations}
    if left := _codes_left(paper, read):
        message = f"แถวของรหัส {to_thai(' '.join(left[:8]))} ในตารางอ่านไม่ได้ โปรดดูต้นฉบับแล้วเติม"
        draft.findings.append(_finding(message, "survey.indicators", said.pages[0]))
    elif said.recommendations or paper.kind not in ("table", "unknown"):
        return
    elif len(texts := list(_texts_left(paper.rows, said))) >= _TEXTS:
        message = f"มีข้อความใต้แถวของตาราง {to_thai(len(texts))} แห่งที่อ่านเป็นข้อเสนอแนะไม่ได้ โปรดดูต้นฉบับแล้วเพิ่มเอง"
        draft.findings.append(_finding(message, "recommendations", texts[0].page))
    elif (title := _titled(paper.rows)) and not any(f.field == "recommendations" for f in draft.findings):
        message = "หัวของเอกสารแนบบอกว่าเป็นข้อเสนอแนะ แต่แยกเป็นรายการไม่ได้ โปรดอ่านและกรอกจากต้นฉบับ"
        draft.findings.append(_finding(message, "recommendations", title.page))


def _titled(rows: Sequence[Row]) -> Row | None:
    """Return the row that titles an enclosure as one of advice, where enough stands below it to be such."""
    if len(rows) <= _ENOUGH:
        return None
    return next((row for n, row in enumerate(rows[:_TOP]) if announces_advice(rows, n)), None)


def _codes_left(paper: Paper, read: Collection[str]) -> list[str]:
    """Return the codes of rows of which nothing was read.

    In cells two or more, and more below the head of a table of marks or advice whose names stand in the same cell; and each that is
    worded as those of others that were read.
    """
    texts = [to_arabic(row.text.strip()) for row in paper.rows]
    left = [code for code in codes_in_cells(paper.rows) if code not in read]
    told = left if len(left) >= _ROWS else []
    worded = _codes_of(_WORDED, texts)
    if len(set(worded).intersection(read)) >= _LIKE:
        told = [*told, *(code for code in worded if code not in read)]
    if paper.kind == "table" and heads_a_table(paper.rows):
        named = [code for code in _codes_of(_NAMED, texts) if code not in read]
        told = [*told, *(named if len(set(named)) >= _LIKE else [])]
    return list(dict.fromkeys(told))


def _codes_of(pattern: re.Pattern[str], texts: Sequence[str]) -> list[str]:
    return [found[1] for text in texts if (found := pattern.match(text))]


def _indicators(said: Instrument) -> tuple[IndicatorScore, ...]:
    return said.survey.indicators if said.survey else ()


def _texts_left(rows: Sequence[Row], said: Instrument) -> Iterator[Row]:
    """Yield the first row of words below each row of a code whose score was read, where it is no part of a name that was."""
    names = _letters("".join(row.name or "" for row in _indicators(said)))
    below = False
    for row in rows:
        text = to_arabic(row.text.strip())
        if coded := _CODE.match(text):
            below = coded[1] in {one.code for one in _indicators(said)}
        elif below and len(letters := _letters(text)) >= _SENTENCE:
            below = False
            if letters not in names and not _MARK.search(text):
                yield row


def _letters(text: str) -> str:
    return re.sub(r"[\W\d]", "", text)


def _finding(message: str, field: str, page: int) -> Finding:
    return Finding("low-confidence", "warning", message, field=field, page=page)
