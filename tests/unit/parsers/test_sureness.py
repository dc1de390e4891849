"""Each character of a scanned line keeps how sure the recogniser was of it."""

from collections.abc import Sequence

from workflow.parsers.page import Line
from workflow.parsers.scan import Picture, Word
from workflow.parsers.scanned_pages import read_scan
from workflow.parsers.sureness import in_step


class _Reader:
    name = "a reader that is sure of its letters"
    digits_trusted = True

    def read(self, image: bytes, *, dpi: int) -> Sequence[Word]:
        return [
            Word("เเรก", (0, 0, 40, 30), 0, 0.8, sure=(0.9, 0.7, 0.8, 0.8)),
            Word("๒๕", (50, 0, 70, 30), 0, 0.75, sure=(0.95, 0.55)),
        ]


def _line() -> Line:
    return read_scan(Picture(b"", (100, 100), 100), 1, ocr=_Reader()).lines[0]


def test_a_scanned_line_has_a_confidence_for_each_character() -> None:
    line = _line()
    assert line.text == "แรก ๒๕" and len(line.sure) == len(line.text)


def test_a_repaired_character_is_as_sure_as_the_least_it_was_made_of() -> None:
    assert _line().sure == (0.7, 0.8, 0.8, 1.0, 0.95, 0.55)


def test_the_least_sure_character_of_a_part_is_told() -> None:
    line = _line()
    assert line.least() == 0.55 and line.least(0, 3) == 0.7


def test_a_line_without_sure_characters_tells_its_own_confidence() -> None:
    assert Line("ที่", 1, 0, confidence=0.9).least() == 0.9


def test_lengths_that_differ_tell_nothing() -> None:
    assert in_step("กข", (0.5,), "กข") == ()
