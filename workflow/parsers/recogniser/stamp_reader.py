"""Reads the inside of a stamp's frame row by row, each by the grammar of receipt stamps where that fits what the net sees."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from workflow.parsers.recogniser.line_cuts import ABOVE, BELOW, HEIGHT, FoundPage, cut_of, find_lines, place_in_cut
from workflow.parsers.recogniser.line_finder import FoundLine, rows_of
from workflow.parsers.recogniser.page_image import Grey
from workflow.parsers.recogniser.recognise import Letter, letters_of, mean_confidence, probabilities, text_of
from workflow.parsers.recogniser.search import Found, search
from workflow.parsers.recogniser.second_choice import settled
from workflow.parsers.recogniser.stamp_grammar import stamp_grammar
from workflow.parsers.recogniser.stamps import LittlePage

FITS = 1.3  # natural logarithm by which a letter may, on the mean, be less likely than what the net reads freely
_UNREAD, _CUT_SHORT = 1.4, 0.5  # bodies of unread ink behind a letter, and how sure the letter can be then
_LABELLED = re.compile(r"^\W*(?:เลข|รับ|ทะเบียน|ลง|วัน|เวลา|ที่)")
_DOTS = re.compile(r"\s*(?:\.\s*\.|[…_])[\s.…_]*")


@dataclass(frozen=True)
class StampRow:
    """One row of a stamp: its line on the little page, its letters, and whether the grammar was kept to."""

    line: FoundLine
    letters: tuple[Letter, ...]
    kept: bool = False

    @property
    def text(self) -> str:
        """Its letters."""
        return text_of(self.letters)

    @property
    def sure(self) -> float:
        """The mean confidence of its letters."""
        return mean_confidence(self.letters)

    @property
    def gain(self) -> float:
        """How much is read, doubtful letters counting against it."""
        return sum(x.confidence - 0.5 for x in self.letters if x.text.strip())


def read_stamp(little: LittlePage, pictures: Sequence[Grey]) -> list[StampRow]:
    """Return the rows of a stamp from the top: its head, then the rows that keep to the grammar, best reading among the pictures.

    Below the first of these, print that the stamp was set across would be read too; it is left out.
    """
    best: list[StampRow] = []
    for picture in pictures:
        for row in _rows(little.cut(picture), little.dpi):
            under = [other for other in best if _same_place(row.line, other.line)]
            if not under or _better(row, under):
                best = [*(other for other in best if other not in under), row]
    first = min((row.line.base for row in best if row.kept), default=0.0)
    return sorted((row for row in best if row.kept or row.line.base < first), key=lambda row: row.line.base)


def _better(row: StampRow, under: Sequence[StampRow]) -> bool:
    """Whether a row says more than all read before in its place; keeping to the grammar counts before length."""
    if row.kept != any(other.kept for other in under):
        return row.kept
    if row.kept:
        return row.gain > sum(max(0.0, other.gain) for other in under)
    return row.sure > max(other.sure for other in under)


def is_receipt(rows: Sequence[StampRow]) -> bool:
    """Whether the rows make a receipt stamp: two that keep to its grammar, or one and the label of another."""
    kept = [row.text for row in rows if row.kept]
    labels = sum(bool(_LABELLED.match(row.text)) for row in rows)
    return labels > 0 and (len(kept) >= 2 or (len(kept) == 1 and labels >= 2))


def _rows(grey: Grey, dpi: int) -> list[StampRow]:
    found = _by_rows(find_lines(grey, dpi=dpi))
    read = probabilities([cut_of(found, n) for n in range(len(found.lines))])
    return [_row(line, sure) for line, sure in zip(found.lines, read, strict=True)]


def _row(line: FoundLine, sure: np.ndarray) -> StampRow:
    free = tuple(letters_of(sure))
    held = search(sure, stamp_grammar()) if len(sure) else None
    if held and _fits(held, free):
        return StampRow(line, doubting_end(line, _without_dots(held.letters)), kept=True)
    return StampRow(line, tuple(settled(sure)))


def doubting_end(line: FoundLine, letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
    """Return the letters, the last in doubt when ink as high as a letter stands behind it unread: a number may have a digit more."""
    scale = HEIGHT / ((ABOVE + BELOW) * line.body)
    end = place_in_cut(line, max(box[2] for box in line.boxes))
    if not letters or end - letters[-1].at < _UNREAD * line.body * scale:
        return letters
    last = letters[-1]
    return (*letters[:-1], replace(last, confidence=min(last.confidence, _CUT_SHORT)))


def _without_dots(letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
    """Return the letters without the dotted line they were written on."""
    text = "".join(letter.text for letter in letters)
    held = list(letters)
    for dots in reversed(list(_DOTS.finditer(text))):
        held[dots.start() : dots.end()] = [Letter(" ", letters[dots.start()].at, 1.0)]
    while held and (held[-1].text in " …:_-" or re.search(r"\d\s*\.$", "".join(x.text for x in held))):
        held.pop()
    return tuple(held)


def _fits(held: Found, free: Sequence[Letter]) -> bool:
    """Whether a text of the grammar is near enough to what the net reads: not a name bent into a number."""
    text = held.text.strip(" .…:_-")
    if not (_LABELLED.match(text) or len(re.findall(r"\d", text)) >= 2):
        return False
    letters = sum(not letter.text.isspace() for letter in free)
    return held.cost <= FITS * max(3, min(len(text), letters + 1))


def _by_rows(found: FoundPage) -> FoundPage:
    """Join the pieces of each row: what was filled in belongs to its label, however far apart they stand."""
    owner = found.owner.copy()
    lines = []
    for number, places in enumerate(rows_of(found.lines)):
        owner[np.isin(found.owner, places)] = number
        lines.append(_joined([found.lines[n] for n in places]))
    return replace(found, lines=tuple(lines), owner=owner)


def _joined(pieces: Sequence[FoundLine]) -> FoundLine:
    first = max(pieces, key=lambda piece: len(piece.boxes))
    return replace(
        first, left=min(p.left for p in pieces), right=max(p.right for p in pieces), slope=0.0,
        boxes=tuple(b for p in pieces for b in p.boxes), marks=tuple(m for p in pieces for m in p.marks),
    )  # fmt: skip


def _same_place(a: FoundLine, b: FoundLine) -> bool:
    near = abs(a.base - b.base) < 0.6 * max(a.body, b.body)
    return near and min(a.right, b.right) > max(a.left, b.left)
