"""Lists of coded names in a paper that is headed as one of advice: what stands under each name is its advice. Pure.

Such codes may count as the clauses of any paper do (1.1, 1.2, 2.1), and an advice may begin with any verb. So the paper must say above
them that advice follows, and the parts they stand in must be indicators, or the lines under the names say what is to be done.
"""

import re
from collections.abc import Sequence

from workflow.parsers.fields.advice_headings import groups_indicators, indicator_named, unmarked
from workflow.parsers.fields.advice_headless import was_done
from workflow.parsers.fields.advice_items import PART_TITLE, SAID
from workflow.parsers.fields.advice_leads import ADVICE, ANNOUNCES, is_listed, is_section
from workflow.parsers.fields.advice_rows import INDENT
from workflow.parsers.fields.advice_told import says_to_do, speaks_of_advice
from workflow.parsers.rows import Row, flow
from workflow.parsers.skeleton import rough

# ข้อเสนอแนะเพื่อยกระดับ… as the title of the paper or its subject
_TITLE = rough(
    rf"(?:เรื่อง\s*:?\s*)?(?:บท?สรุป|สรุป|รายงาน|รายละเอียด|แจ้ง|รายการ|เอกสาร|ผลการ(?:สำรวจ|ประเมิน)\S{{0,40}}และ)*{ADVICE}"
)
_FOLLOWED = rough(rf".*(?:ตาม|ต่อ|จาก){ADVICE}")  # what was done about an advice given elsewhere
_PART = re.compile(r"^(?:[ก-๙]{0,16}(?:ที่|ข้อ)\s*)?(?P<number>\d{1,2})[.)]?\s+\D")
_LONGEST = 110  # letters of a title
_MOST = 0.6  # of the lines under the names


def are_announced(heads: Sequence[tuple[int, str]], rows: Sequence[Row]) -> bool:
    """Whether coded names, each by its row and its code, are items of a list of advice."""
    title = next((n for n in range(heads[0][0]) if announces_advice(rows, n)), None)
    if title is None or any(is_section(row.text.strip()) for row in rows[title : heads[-1][0]]):
        return False
    below = [rows[n + 1] for n, _ in heads]
    if not all(_stands_under(rows[n], told) for (n, _), told in zip(heads, below, strict=True)):
        return False
    if any(was_done(row.text.strip()) for row in below):
        return False
    to_do = sum(says_to_do(unmarked(row.text.strip())[1]) for row in below)
    if to_do >= _MOST * len(below) or _are_no_clauses([code for _, code in heads], rows[title : heads[-1][0]]):
        return True
    return all(_under_indicators(code, rows[title:n]) for n, code in heads)


def announces_advice(rows: Sequence[Row], n: int) -> bool:
    """Whether a line says that advice follows: as a title without number or end of a sentence, or by the last word of a sentence."""
    text = rows[n].text.strip()
    if ANNOUNCES.match(text):
        text = flow(rows[max(0, n - 1) : n + 1])
        return speaks_of_advice(text) and not _FOLLOWED.match(text)
    titled = _TITLE.match(text) is not None and len(text) < _LONGEST
    return titled and not SAID.search(text) and not _FOLLOWED.match(text)


def _are_no_clauses(codes: Sequence[str], above: Sequence[Row]) -> bool:
    """Whether no part of the paper is numbered as the codes begin: the clauses of a paper stand under their parts."""
    parts = {found["number"] for row in above if (found := _PART.match(row.text.strip()))}
    return not parts.intersection(code.split(".")[0] for code in codes)


def _stands_under(head: Row, below: Row) -> bool:
    """Whether a line belongs to the name above it by its place or its mark."""
    if is_listed(below.text.strip()):
        return True
    return head.x0 is not None and below.x0 is not None and below.x0 > head.x0 + INDENT


def _under_indicators(code: str, above: Sequence[Row]) -> bool:
    """Whether the nearest heading of a code's part names an indicator, or says what the indicators under it are like."""
    first = code.split(".")[0]
    for row in reversed(above):
        text = row.text.strip()
        mark, title = unmarked(text)
        if PART_TITLE.match(text) or (mark.rstrip(".)") == first and indicator_named(title)):
            return True
        if groups_indicators(text) and not SAID.search(text) and len(text) < _LONGEST:
            return True
    return False
