"""Visual rows of a page, the furniture around the text (page numbers, catchwords), and text flowing over rows. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from workflow.core.reading import Box
from workflow.core.thai_digits import to_arabic
from workflow.parsers.page import Line

PAGE_NUMBER = re.compile(r"^[-–—]\s*(\d{1,3})\s*[-–—]$")
LAST_BARE = 20  # a larger number on top is rather a register number
# `/คำต่อเนื่อง...` and its mirror `...คำต่อเนื่อง/`, as some recognisers and some typists write it
_DOTS = r"(?:\.\s?\.[\s.…]*|…[\s.…]*)"
CATCHWORD = re.compile(
    rf"^(?:\.?/\s*{_DOTS}?(?P<right>[^\s.…].*?)\s*{_DOTS}|/\s*{_DOTS}(?P<led>[^\s.…].*?)|{_DOTS}\s*(?P<mirrored>.+?)\s*/|(?P<turned>.+?)\s*{_DOTS}/)$"
)
# (พลิก), โปรดพลิกด้านหลัง: the paper goes on overleaf
_OVERLEAF = re.compile(
    r"^(?:[(\[]\s*(?:(?:โปรด|กรุณา)\s?)?(?:พลิก|มีต่อ|ต่อ)(?:ดู)?(?:(?:ด้าน|หน้า)(?:หลัง|ถัดไป|ต่อไป)?)?\s*[)\]]|(?:โปรด|กรุณา)\s?พลิก(?:ดู)?(?:(?:ด้าน|หน้า)หลัง)?)[\s.…]*$"
)
# a head's label with a few dots to write on before what is written: ที่...มท 0201/1...; a longer rule is cut with its glyphs
_LED = re.compile(
    r"^(?:ด่วน\S*\s+)?(?:ส่วนราชการ|ส่วนงาน|ที่|วันที่|เรื่อง|เรียน|จาก|ถึง|อ้างถึง|สิ่งที่ส่งมาด้วย)\s*(?:\.{2}|…)[\s.…]*(?!(?:ลง)?วันที่)[^\s.…/]"
)
_WRITTEN_ON = re.compile(r"\s*(?:\.{2,}|…)[\s.…]*")
_COLUMN = 3  # rows that begin something at one edge
_NEAR, _NEAR_ON_SCANS = 1, 2  # points about an edge
BULLET = "•"  # what a row shows for whichever sign a writer set before an entry
# those signs; the last are Wingdings that kept their codes
_SIGN = re.compile(r"^[·▪○●■□◆◇❖◈➢➤►▶▸‣⁃◦∙✔★☆⇒⇨\u25a0-\u25ff\u2700-\u2712\u2715-\u27bf\uf020-\uf0ff](?=\s|[ก-๙])")
# the numbers of a table's row, in columns of their own: several, or one behind a code and a name
_NUMBER = r"[-+]?\d{1,3}(?:\.\d{1,4})?%?"
_MARKS = re.compile(rf"\s{{2,}}{_NUMBER}(?:\s+{_NUMBER})+$|^\d{{1,2}}(?:\.\d{{1,2}})+\s{{2,}}\S.*\S\s{{2,}}{_NUMBER}$")
_BROKEN = re.compile(r"[A-Za-z]-$")  # at the hyphen of a word; a dash between words stands apart
_THAI_END, _THAI_START = re.compile(r"[ก-ฺเ-๎]$"), re.compile(r"^[ก-ฺเ-๎]")


@dataclass(frozen=True)
class Row:
    """One visual row: its text in Arabic digits, as printed, its page and place; `gap` marks a row after a missing page.

    `column` counts the columns of a page that is read down them, as a newspaper's is; 0 on other pages.
    `parts` are the runs it was made of, one for each column. `sure` is a recogniser's word for each character of `text`, empty
    for a row that no recogniser read.
    """

    text: str
    printed: str
    page: int
    box: Box | None = None
    size: float | None = None
    inked: bool = False
    blank_before: int = 0
    confidence: float = 1.0
    parts: tuple[Line, ...] = ()
    gap: bool = False
    sure: tuple[float, ...] = ()
    column: int = 0

    @property
    def around(self) -> bool:
        """Whether the file holds the row apart from the text: in a header, a footer or a note."""
        return bool(self.parts) and all(line.around for line in self.parts)

    @property
    def x0(self) -> float | None:
        """The left edge, None in a transcript."""
        return self.box[0] if self.box else None


def rows_of(lines: Iterable[Line]) -> list[Row]:
    """Return the visual rows of lines in reading order; runs of one row are joined by two spaces."""
    grouped = (tuple(group) for _, group in groupby(lines, key=lambda line: (line.page, line.row)))
    return [_row(parts, parts) for parts in grouped]


def is_row_of_marks(text: str) -> bool:
    """Whether the text of a row ends in the columns of a table of marks."""
    return _MARKS.search(text) is not None


def narrowed(row: Row, left: float, right: float) -> Row:
    """Return the row with only those runs that stand between two edges, all of it when none does or places are unknown."""
    kept = [line for line in row.parts if line.box and line.box[0] < right and line.box[2] > left]
    return _row(kept, tuple(kept), gap=row.gap) if 0 < len(kept) < len(row.parts) else row


def joined(one: Row, other: Row) -> Row:
    """Return two rows of one page as one, their runs from left to right."""
    parts = tuple(sorted((*one.parts, *other.parts), key=lambda line: line.box[0] if line.box else 0.0))
    return _row(parts, parts, gap=one.gap)


def in_columns(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with runs cut where another column begins behind a narrow gap: at edges where runs of other rows begin too.

    The wide spaces of a justified line stand over one another by chance alone.
    """
    if not any(line.pieces for row in rows for line in row.parts):
        return list(rows)
    begun = Counter(
        (row.page, round(part.box[0]))
        for row in rows
        for line in row.parts
        for part in line.pieces or (line,)
        if part.box
    )
    return [_cut_at(row, begun) for row in rows]


def _cut_at(row: Row, begun: Counter[tuple[int, int]]) -> Row:
    """Return the row with its runs cut at the edges at which enough rows begin something."""
    parts = [part for line in row.parts for part in _cut_line(line, begun)]
    return row if len(parts) == len(row.parts) else _row(parts, tuple(parts), gap=row.gap)


def _cut_line(line: Line, begun: Counter[tuple[int, int]]) -> list[Line]:
    parts = list(line.pieces[:1])
    for piece in line.pieces[1:]:
        at = round(piece.box[0]) if piece.box else 0
        near = _NEAR_ON_SCANS if piece.sure else _NEAR
        if sum(begun[line.page, x] for x in range(at - near, at + near + 1)) >= _COLUMN:
            parts.append(piece)
        else:
            parts[-1] = whole((*(parts[-1].pieces or parts[-1:]), piece))
    return parts if len(parts) > 1 else [line]


def whole(pieces: tuple[Line, ...]) -> Line:
    """Return pieces of a line as one."""
    sure = tuple(s for n, piece in enumerate(pieces) for s in ((1.0,) if n else ()) + piece.sure)
    text = " ".join(piece.text for piece in pieces)
    box = _around([piece.box for piece in pieces if piece.box])
    least = min(piece.confidence for piece in pieces)
    return replace(
        pieces[0], text=text, box=box, pieces=pieces, sure=sure if len(sure) == len(text) else (), confidence=least
    )


def without_pen(row: Row, sure: float = 1.1) -> Row:
    """Return a scanned row without the runs of coloured ink, read less surely, beside its print; all of it when it is one or the other."""
    kept = [line for line in row.parts if not line.inked or line.confidence >= sure]
    return _row(kept, tuple(kept), gap=row.gap) if row.sure and 0 < len(kept) < len(row.parts) else row


def _row(lines: Sequence[Line], parts: tuple[Line, ...], *, gap: bool = False) -> Row:
    first = lines[0]
    if len(lines) == 1:  # nearly always
        (printed, sure), box = _stripped(first), first.box
    else:
        runs = [run for line in lines if (run := _stripped(line))[0]]
        printed = "  ".join(text for text, _ in runs)
        sure = tuple(s for n, (_, held) in enumerate(runs) for s in ((1.0, 1.0) if n else ()) + held)
        box = _around([line.box for line in lines if line.box])
    sure = sure if len(sure) == len(printed) else ()
    text = _SIGN.sub(BULLET, to_arabic(printed))
    if not sure and _LED.match(text):
        text = _WRITTEN_ON.sub("  ", text).rstrip()
    return Row(
        text, printed, first.page, box, first.size, all(line.inked for line in lines),
        first.blank_before, min(line.confidence for line in lines), parts, gap, sure,
    )  # fmt: skip


def _around(boxes: Sequence[Box]) -> Box | None:
    if len(boxes) < 2:
        return boxes[0] if boxes else None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _stripped(line: Line) -> tuple[str, tuple[float, ...]]:
    text = line.text.strip()
    if line.confidence == 1 and not line.sure:
        return text, ()
    start = len(line.text) - len(line.text.lstrip())
    sure = line.sure or ((line.confidence,) * len(line.text) if line.confidence < 1 else ())
    return text, sure[start : start + len(text)]


def catchword(text: str) -> str | None:
    """Return the words a catchword announces, None for any other line."""
    found = CATCHWORD.match(to_arabic(text.strip()))
    return next(words for words in found.groups() if words) if found else None


def is_furniture(line: Line) -> bool:
    """Whether the line is a page number, a catchword or a word to turn over: around the text, never part of it."""
    text = to_arabic(line.text.strip())
    return not text or bool(PAGE_NUMBER.match(text) or CATCHWORD.match(text) or _OVERLEAF.match(text))


def flow(rows: Sequence[Row]) -> str:
    """Return the text of rows as one line: Thai runs on without a space where a line was merely full, and a word behind its hyphen."""
    text, above = "", None
    for row in rows:
        part = row.text.strip()
        glued = runs_on(text, part) and not (above and _begins(row, above))
        text, above = text + part if glued or not text else f"{text} {part}", row
    return " ".join(text.split())


def _begins(row: Row, above: Row) -> bool:
    """Whether a paragraph of Word begins here by its form: its first line is set in, or of the two rows one only is all in bold.

    Of a page's rows, bold words may fill one of a sentence.
    """
    if not (row.parts and above.parts) or row.box or above.box:
        return False
    return row.parts[0].opens is not None or _is_bold(row) != _is_bold(above)


def _is_bold(row: Row) -> bool:
    return all(part.bold for part in row.parts)


def runs_on(text: str, below: str) -> bool:
    """Whether what stands below goes on with a text without a space: Thai where its line was merely full, a word behind its hyphen."""
    thai = _THAI_END.match(text[-1:]) and not text.endswith(" ณ") and _THAI_START.match(below)
    return bool(thai or (_BROKEN.search(text[-2:]) and below[:1].isalpha() and below[:1].isascii()))


def union(rows: Sequence[Row]) -> Box | None:
    """Return the box around rows of one page."""
    return _around([row.box for row in rows if row.box and row.page == rows[0].page])
