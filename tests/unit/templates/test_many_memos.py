"""Two hundred different memos in five widths of column: no line ends inside a word, none begins with a mark."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import pytest
import thaibreak
from pythainlp.tokenize import word_tokenize

from benchmarks.memos_made import varied_memos
from tests.unit.templates.papers import MEASURE
from workflow.core.document import Block, Document
from workflow.templates.house_style import CM, HOUSE, HouseStyle
from workflow.templates.layout import lay_out

WIDTHS = tuple(replace(HOUSE, right=right * CM) for right in (1.0, 2.0, 3.0, 4.5, 6.5))
# What must never be parted, written here anew: a test that asked the program's own list would only repeat it.
HELD = re.compile(
    r"[๐-๙0-9]+(?:[.,/:][๐-๙0-9]+)+|(?:[ก-ฮ]{1,5}\.)+|[A-Za-z][A-Za-z0-9./:@_-]+|ร้อยละ [๐-๙.]+|[๐-๙]{1,2} [ก-ฮเ-ไิี]+\.[ก-ฮ]\.[๐-๙]{2}"
)


@lru_cache(maxsize=1)
def memos() -> tuple[Document, ...]:
    return tuple(varied_memos(200))


@lru_cache(maxsize=20_000)
def word_ends(text: str) -> frozenset[int]:
    """Return the ends of words by either of two dictionaries, and of white space."""
    ends, at = set(thaibreak.boundaries(text)), 0
    for word in word_tokenize(text, engine="newmm", keep_whitespace=True):
        at += len(word)
        ends.add(at)
    return frozenset(ends | {n for n in range(len(text)) if text[n - 1 : n] == " "})


def cuts(document: Document, style: HouseStyle) -> Iterator[tuple[Block, int]]:
    """Yield every place inside a block where a line ends."""
    for page in lay_out(document, MEASURE, style):
        for _, row in page.rows:
            if row.block is not None and row.start:
                yield document.body[row.block], row.start


@pytest.mark.parametrize("style", WIDTHS, ids=lambda style: f"{style.width / CM:.1f} cm")
def test_no_line_ends_inside_a_word_or_a_protected_span(style: HouseStyle) -> None:
    wrong, seen = [], 0
    for document in memos():
        for block, at in cuts(document, style):
            seen += 1
            inside = any(m.start() < at < m.end() for m in HELD.finditer(block.text))
            if inside or at not in word_ends(block.text):
                wrong.append(f"{block.text[max(0, at - 14) : at]}|{block.text[at : at + 14]}")
    assert seen > 5000
    assert not wrong, (len(wrong), sorted(set(wrong))[:20])


@pytest.mark.parametrize("style", WIDTHS, ids=lambda style: f"{style.width / CM:.1f} cm")
def test_no_line_begins_with_a_mark(style: HouseStyle) -> None:
    begun = [block.text[at] for document in memos() for block, at in cuts(document, style)]
    assert not set(begun) & set("ๆฯ)]}”ะาำๅ.,")


def test_the_memos_are_as_different_as_they_claim() -> None:
    pages = [len(lay_out(document, MEASURE, HOUSE)) for document in memos()]
    assert len({document.words() for document in memos()}) == 200
    assert min(pages) == 1 or min(pages) == 2
    assert max(pages) >= 6
