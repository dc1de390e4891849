"""What an officer changed in a memo: paragraph by paragraph, and word by word inside a changed one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from workflow.core.document import Document
from workflow.core.likeness import likeness
from workflow.core.places import values_of
from workflow.core.returned_file import Place
from workflow.core.thai_digits import to_thai

Words = Callable[[str], Sequence[str]]
"""Cuts a text into words that joined again are the text."""
Sign = Literal["=", "-", "+"]

_PAIRED = 0.4  # from here two paragraphs are one, edited
_FIELDS = {
    "unit": "ส่วนราชการ", "number": "ที่", "dated": "วันที่", "phone": "โทร.", "subject": "เรื่อง", "to": "เรียน", "opening": "คำขึ้นต้น",
    "address": "ที่ตั้ง", "references": "อ้างถึง", "enclosures": "สิ่งที่ส่งมาด้วย", "rank": "ยศ", "name": "ชื่อผู้ลงนาม",
    "title_lines": "ตำแหน่งผู้ลงนาม", "marks": "เครื่องหมาย", "ending": "คำลงท้าย", "copies_to": "สำเนาส่ง", "host_note": "ท้ายหนังสือ",
    "owner": "เจ้าของเรื่อง", "email": "ไปรษณีย์อิเล็กทรอนิกส์", "title": "แบบ",
}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """Words that stayed (`=`), went (`-`) or came (`+`)."""

    sign: Sign
    text: str


@dataclass(frozen=True)
class Change:
    """One paragraph or field that differs: where it stands (`เรื่อง`, `ย่อหน้า ๓`) and its words."""

    where: str
    pieces: tuple[Piece, ...]

    @property
    def kind(self) -> str:
        """`added`, `removed` or `changed`."""
        signs = {piece.sign for piece in self.pieces}
        return {frozenset("+"): "added", frozenset("-"): "removed"}.get(frozenset(signs), "changed")


def changes(before: Document, after: Document, words: Words) -> tuple[Change, ...]:
    """Return what differs, in the order of the paper."""
    return (*_fields_changed(before, after, words), *_paragraphs_changed(before, after, words))


def _fields_changed(before: Document, after: Document, words: Words) -> Iterator[Change]:
    old, new = values_of(before), values_of(after)
    for place in dict.fromkeys((*old, *new)):
        if old.get(place, "") != new.get(place, ""):
            yield Change(_field(place), _pieces(old.get(place, ""), new.get(place, ""), words))


def _field(place: Place) -> str:
    names = [part for part in place if isinstance(part, str)]
    return _FIELDS.get(names[-1], names[-1])


def _paragraphs_changed(before: Document, after: Document, words: Words) -> Iterator[Change]:
    old, new = [block.words() for block in before.body], [block.words() for block in after.body]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            for i, j in _pairs(old, new, range(i1, i2), range(j1, j2)):
                number = j if j is not None else i
                where = f"ย่อหน้า {to_thai((number or 0) + 1)}" + (" (เดิม)" if j is None else "")
                yield Change(where, _pieces(old[i] if i is not None else "", new[j] if j is not None else "", words))


def _pairs(old: Sequence[str], new: Sequence[str], gone: range, come: range) -> Iterator[tuple[int | None, int | None]]:
    """Yield which old paragraph became which new one, in order; None where one has no counterpart."""
    start = gone.start
    for j in come:
        rated = [(likeness(old[i], new[j]), -i) for i in range(start, gone.stop)]
        rate, negative = max(rated, default=(0.0, 0))
        if rate >= _PAIRED:
            yield from ((i, None) for i in range(start, -negative))
            yield -negative, j
            start = -negative + 1
        else:
            yield None, j
    yield from ((i, None) for i in range(start, gone.stop))


def _pieces(before: str, after: str, words: Words) -> tuple[Piece, ...]:
    old, new = list(_spaced(before, words)), list(_spaced(after, words))
    made: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            made.append(Piece("=", "".join(old[i1:i2])))
            continue
        made += [Piece("-", "".join(old[i1:i2]))] * (i2 > i1) + [Piece("+", "".join(new[j1:j2]))] * (j2 > j1)
    return tuple(made)


def _spaced(text: str, words: Words) -> Iterator[str]:
    """Yield words and the spaces between them apart: a word is the same whatever follows it."""
    for word in words(text) if text else ():
        bare = word.rstrip(" ")
        yield from (part for part in (bare, word[len(bare) :]) if part)
