"""Codes of sub-indicators that begin with a letter (`A1`, `B-2`, `D2.3`, `ก๑`), read as the numbered ones are and told as printed. Pure.

What survey a paper reports on is not known before it is read, nor how that one counts. A letter and a number may be anything (`A4`, `Q1`):
a paper is taken to count so when two such codes, written alike, stand where codes do. Of a scan only those count that stand alone in
cells or columns, or end what stands there in brackets: a recogniser makes letters of figures, and its torn codes are settled elsewhere
(`fields/advice_codes.py`).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from workflow.core.reading import Finding, Recommendation
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.parsers.bundle import Paper
from workflow.parsers.draft import Draft
from workflow.parsers.fields.advice_below_scores import is_marked
from workflow.parsers.page import Line
from workflow.parsers.rows import Row

_LETTERS = r"[A-HJ-PR-Z]{1,2}|[กขคงจฉชซญดตถทนบปผพฟมยรลศสหอฮ]"  # Q1: a quarter; ว9: a circular
_CODE = rf"(?P<code>(?P<letters>{_LETTERS})(?P<sign>[-.]?)(?P<number>[1-9]\d?(?:\.\d{{1,2}})?))(?![\dA-Za-z.-]\w)"
_KIND = r"(?:ตัวชี้วัด|หมวด|ด้าน|มิติ|ประเด็น|หัวข้อ|องค์ประกอบ|เกณฑ์|รายการ|ข้อ)(?:\s*(?:ย่อย|หลัก))?\s*(?:ที่|รหัส)?"
_WORD = rf"(?:{_KIND}|รหัส(?:\s*{_KIND})?)"
_ENTRY = r"(?:[-–—•*]\s*|\(?\d{1,2}[.)]\s+|\(?[ก-ฮ][.)]\s+)"
_AT_HEAD = re.compile(rf"^{_ENTRY}?(?:{_WORD}\s*:?)?\s*[(\[]?{_CODE}[)\]]?(?:\s*[:.–—-]\s*|\s+|$)")
_BEHIND = re.compile(rf"^{_ENTRY}?[ก-ฮเ-ไ“\"][^()\[\]:]{{2,90}}?\s*[(\[]\s*{_WORD}?\s*{_CODE}\s*[)\]]")
_WHOLE = re.compile(
    rf"^{_ENTRY}?(?:{_KIND}\s*(?P<head>{_LETTERS})(?=[\s.:])|(?P<bare>[ก-ฮA-L])(?=\.?\s+[ก-ฮเ-ไA-Z]|$)|[ก-ฮเ-ไ“\"][^()\[\]:]{{2,90}}?\s*[(\[]\s*(?P<behind>{_LETTERS})\s*[)\]])"
)  # a whole indicator: the letter alone
_ALONE = re.compile(rf"^{_CODE}$")
_ENDS = re.compile(rf"{_BEHIND.pattern}$")
_ANY = re.compile(r"[A-Z][-.]?[1-9๑-๙]|(?:^|[\s(\[])[ก-ฮ][-.]?[1-9๑-๙]")  # few papers hold any
_LETTERED = re.compile(r"(?P<letter>[A-Zก-ฮ])\.?(?:\s+[ก-ฮเ-ไA-Z]|$)")
_MARK = re.compile(r"\s*\d{1,3}\.\d{1,4}\s*$")
_ORDERS = ("ABCDEFGHIJKL", "กขคงจฉชซฌญ")
_FEWEST = 3  # rows
_ALIKE, _ALIKE_ON_SCANS, _ALIKE_IN_THAI = 2, 3, 3  # codes; ก.1 may be an entry's number


@dataclass(frozen=True)
class Codes:
    """The codes of a paper, each with the number it is read as."""

    numbers: dict[str, str] = field(default_factory=dict)
    wholes: dict[str, str] = field(default_factory=dict)  # of the letters alone, which number whole indicators

    def rows(self, rows: Iterable[Row]) -> list[Row]:
        """Return rows with numbers for codes."""
        return [self._row(row) for row in rows] if self.wholes else list(rows)

    def paper(self, paper: Paper) -> Paper:
        """Return a paper with numbers for codes, in its rows and in the cells of its tables."""
        if not self.wholes:
            return paper
        sheets = tuple(
            replace(sheet, tables=tuple(replace(t, rows=tuple(tuple(map(self._plain, r)) for r in t.rows)) for t in sheet.tables))
            for sheet in paper.sheets
        )  # fmt: skip
        return replace(paper, rows=tuple(self.rows(paper.rows)), sheets=sheets)

    def told(self, draft: Draft) -> None:
        """Put the codes back, as they are printed, wherever their numbers have come to."""
        if not self.wholes:
            return
        paper, back = draft.instrument, self._back
        survey = paper.survey and replace(
            paper.survey, indicators=tuple(replace(one, code=self._code(one.code)) for one in paper.survey.indicators)
        )
        given = tuple(replace(_given(one, back), code=self._code(one.code)) for one in paper.recommendations)
        draft.instrument = replace(paper, survey=survey, recommendations=given)
        draft.findings = [_found(finding, back) for finding in draft.findings]
        draft.group_numbers = {back(title): number for title, number in draft.group_numbers.items()}
        draft.group_counts = {back(title): count for title, count in draft.group_counts.items()}

    def _row(self, row: Row) -> Row:
        text, parts = self._plain(row.text), tuple(map(self._line, row.parts))  # a code may begin a cell amid a row
        return row if text == row.text and parts == row.parts else replace(row, text=text, parts=parts)

    def _line(self, line: Line) -> Line:
        return replace(line, text=self._plain(line.text), pieces=tuple(map(self._line, line.pieces)))

    def _plain(self, text: str) -> str:
        found, whole = _code_in(to_arabic(text)), _WHOLE.match(text)
        number = self.numbers.get(found["code"]) if found else None
        if found and number:
            return f"{text[: found.start('code')]}{number}{text[found.end('code') :]}"
        at = whole.lastgroup if whole else None
        number = self.wholes.get(whole[at]) if whole and at else None
        return f"{text[: whole.start(at)]}{number}{text[whole.end(at) :]}" if whole and at and number else text

    def _code(self, number: str) -> str:
        """Return the code that was read as a number."""
        whole = next((letter for letter, read in self.wholes.items() if read == number), None)
        return whole or self._back(number)

    def _back(self, text: str) -> str:
        if not self.numbers:
            return text
        printed = {written: code for code, number in self.numbers.items() for written in (number, to_thai(number))}
        alike = "|".join(sorted(map(re.escape, printed), key=len, reverse=True))
        return re.sub(rf"(?<![\d.])(?:{alike})(?!\d|\.\d)", lambda found: printed[found[0]], text)


def codes_of(paper: Paper) -> Codes:
    """Return the codes that begin with a letter, none where too few are written alike; of a scan only in cells or columns."""
    recognised = any(row.sure for row in paper.rows)
    cells = [cell for table in paper.tables for row in table.rows for cell in row]
    runs = [line for row in paper.rows if not recognised or len(row.parts) > 1 for line in row.parts]
    printed = [piece.text for line in runs for piece in (line, *line.pieces)] + cells
    if recognised:
        printed = [text for text in printed if _ALONE.match(told := to_arabic(text.strip())) or _ENDS.match(told)]
    texts = list(map(to_arabic, printed)) if any(map(_ANY.search, printed)) else []
    found = {m["code"]: m for text in texts if (m := _code_in(text))}
    styles = Counter(map(_style, found.values()))
    least = {False: _ALIKE_ON_SCANS if recognised else _ALIKE, True: _ALIKE_IN_THAI}
    usual = next((style for style, times in styles.most_common(1) if times >= least[style[0]]), None)
    kept = [m for m in found.values() if _style(m) == usual]
    if not kept:
        return Codes(wholes=_letters_of_marks(paper))
    letters = sorted({m["letters"] for m in kept})
    whole = "\n".join(texts)
    for first in range(1, 90, 10):  # numbers that the paper has nowhere
        numbers = {m["code"]: f"{first + letters.index(m['letters'])}.{m['number']}" for m in kept}
        taken = any(re.search(rf"(?<![\d.]){re.escape(number)}(?!\d|\.\d)", whole) for number in numbers.values())
        if first + len(letters) < 100 and not taken:
            return Codes(numbers, {letter: str(first + n) for n, letter in enumerate(letters)})
    return Codes()


def _letters_of_marks(paper: Paper) -> dict[str, str]:
    """Return the letters, each with its number, that count the rows of a table of marks in their order, where nothing else does."""
    ruled = [row[0] for table in paper.tables for row in table.rows if row and any(map(_MARK.match, row[1:]))]
    for first in (ruled, [row.text for row in paper.rows if is_marked(row)]):  # the rows hold the ruled ones again
        letters = [found["letter"] for text in first if (found := _LETTERED.match(text.strip()))]
        for order in _ORDERS:
            if len(letters) >= _FEWEST and "".join(letters) == order[: len(letters)]:
                return {letter: str(n) for n, letter in enumerate(letters, 1)}
    return {}


def _code_in(text: str) -> re.Match[str] | None:
    """Return the code of a row or a cell, at its head or behind the name in brackets."""
    return _AT_HEAD.match(text) or _BEHIND.match(text)


def _style(code: re.Match[str]) -> tuple[bool, int, str, int]:
    """Return how a code is written, whichever it is, in Thai letters first."""
    return not code["letters"].isascii(), len(code["letters"]), code["sign"], code["number"].count(".")


def _given(one: Recommendation, back: Callable[[str], str]) -> Recommendation:
    indicator, group = one.indicator and back(one.indicator), one.group and back(one.group)
    return replace(one, name=back(one.name), indicator=indicator, group=group, text=back(one.text))


def _found(finding: Finding, back: Callable[[str], str]) -> Finding:
    return replace(finding, message=back(finding.message), candidates=tuple(map(back, finding.candidates)))
