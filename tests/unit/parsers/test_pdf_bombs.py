"""Drawing programs that unpack to what no page needs are found whatever their dictionaries tell."""

import zlib

import pytest

from workflow.parsers.limits import MAX_STREAM
from workflow.parsers.pdf_bombs import holds_a_bomb

PAGE = zlib.compress(b"0 0 m 1 1 l S " * 100)
BOMB = zlib.compress(bytes(MAX_STREAM + 1), 9)


def pdf(packed: bytes, length: str) -> bytes:
    return b"".join([
        b"%PDF-1.7\n4 0 obj\n<< ", length.encode(), b" /Filter /FlateDecode >>\nstream\n", packed, b"\nendstream\nendobj\n"
    ])  # fmt: skip


def test_a_page_is_no_bomb_however_its_length_is_told() -> None:
    told = (f"/Length {len(PAGE)}", "/Length 9 0 R", "/Length 1")
    assert not any(holds_a_bomb(pdf(PAGE, length)) for length in told)


@pytest.mark.parametrize(
    "length",
    [
        f"/Length {len(BOMB)}", "/Length 9 0 R", "/Length 20", "", "/Length 20 /Length 7770", f"/Length 20 /L#65ngth {len(BOMB)}",
        "% /Length 20",
    ],
)  # fmt: skip
def test_a_bomb_is_one_whatever_its_length_is_told_to_be(length: str) -> None:
    assert holds_a_bomb(pdf(BOMB, length))


def test_nothing_that_small_unpacks_to_so_much() -> None:
    least = len(BOMB)
    assert least * 1032 > MAX_STREAM > (least - 100) * 1020
