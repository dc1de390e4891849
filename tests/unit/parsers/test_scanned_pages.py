"""Several scanned pages are read at once, and come back in their order whatever finishes first."""

import threading
import time
from collections.abc import Sequence

import pytest

from workflow.core.errors import UnreadableFile
from workflow.parsers import scanned_pages
from workflow.parsers.scan import Picture, Word
from workflow.parsers.scanned_pages import read_scans


class _Reader:
    """Says the page's number; page 1 takes longest, page `bad` fails."""

    name = "a slow reader"
    digits_trusted = True

    def __init__(self, bad: int = 0) -> None:
        self.bad, self.now, self.most = bad, 0, 0
        self.lock = threading.Lock()

    def read(self, image: bytes, *, dpi: int) -> Sequence[Word]:
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        time.sleep(0.05 if image == b"1" else 0.01)
        with self.lock:
            self.now -= 1
        if image == str(self.bad).encode():
            raise UnreadableFile("อ่านไม่ได้", next_step="สแกนใหม่")
        return [Word(f"หน้า{image.decode()}", (0, 0, 9, 9), 0, 1.0)]


def _picture(number: int) -> Picture:
    return Picture(str(number).encode(), (10, 10), 72)


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanned_pages, "_processors", lambda: 2)


def test_pages_come_back_in_their_order() -> None:
    pages = read_scans((1, 2, 4, 3), _picture, _Reader())
    assert [(p.number, p.lines[0].text) for p in pages] == [(1, "หน้า1"), (2, "หน้า2"), (4, "หน้า4"), (3, "หน้า3")]


def test_two_pages_are_read_at_once_and_no_more() -> None:
    reader = _Reader()
    read_scans(tuple(range(1, 9)), _picture, reader)
    assert reader.most == 2


def test_a_page_that_fails_says_so_and_ends_the_rest() -> None:
    with pytest.raises(UnreadableFile, match="อ่านไม่ได้"):
        read_scans((1, 2, 3), _picture, _Reader(bad=2))


def test_one_page_needs_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanned_pages, "ThreadPoolExecutor", None)
    assert read_scans((7,), _picture, _Reader())[0].number == 7
