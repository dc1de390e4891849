"""Spaces that a PDF leaves out, judged by the gaps between its glyphs: one drawn closer by kerning is a space still."""

from collections.abc import Sequence

import pytest

from workflow.parsers.pdf_lines import lines_of
from workflow.parsers.pdf_printed import Glyph, Style

STYLE, WIDTH = Style(10.0, 100.0), 5.0


def line(words: Sequence[str], gap: float, *, spread: float = 0.0) -> str:
    """Return the text read where so many points stand between words, and `spread` between their letters."""
    glyphs: list[Glyph] = []
    x = 0.0
    for word in words:
        for char in word:
            glyphs.append(Glyph(char, x, x + WIDTH, (x, 90.0, x + WIDTH, 102.0), STYLE))
            x += WIDTH + spread
        x += gap - spread
    return " ".join(line.text for line in lines_of(glyphs, 1))


@pytest.mark.parametrize("words", [("Proportion", "of", "Digital"), ("๕.", "โครงการ"), ("สพร.", "ได"), ("๒๕๖๔", "กรม")])
def test_a_space_drawn_closer_by_kerning_is_a_space(words: Sequence[str]) -> None:
    assert line(words, 1.8) == " ".join(words)


@pytest.mark.parametrize("words", [("พ.ศ.", "๒๕๖๓"), ("Open", "Data"), ("กรม", "ทดลอง")])
def test_letters_that_touch_are_one_word(words: Sequence[str]) -> None:
    assert line(words, 0.4) == "".join(words)


@pytest.mark.parametrize("words", [("กรม", "ทดลอง"), ("๑", "๒๓๔"), ("ว", "๑๒")])
def test_thai_letters_and_digits_need_the_whole_space(words: Sequence[str]) -> None:
    assert line(words, 1.8) == "".join(words)


def test_letters_spread_over_a_line_are_no_words() -> None:
    assert line(("Digital",), 0.0, spread=1.8) == "Digital"


def _words(*words: tuple[str, float, float]) -> list[str]:
    """Return the lines read of words that begin where told, in print of that size."""
    glyphs = []
    for word, x, size in words:
        style = Style(size, 100.0)
        places = ((char, x + n * size / 2, x + (n + 1) * size / 2) for n, char in enumerate(word))
        glyphs += [Glyph(char, a, b, (a, 100 - size, b, 102.0), style) for char, a, b in places]
    return [line.text for line in lines_of(glyphs, 1)]


def test_small_print_beside_a_title_is_measured_by_its_own_size() -> None:
    assert _words(("บนทก", 100.0, 28.0), ("กองคลง", 196.0, 14.0)) == ["บนทก", "กองคลง"]
    assert _words(("บนทก", 100.0, 28.0), ("ขอความ", 196.0, 28.0)) == ["บนทก ขอความ"]
    assert _words(("บนทก", 100.0, 28.0), ("กองคลง", 165.0, 14.0)) == ["บนทก กองคลง"]


@pytest.mark.parametrize(("word", "gap", "read"), [
    ("โทร.", 1.78, "ทางราง โทร."), ("ไม่", 1.78, "ทางราง ไม่"), ("โทร.", 1.3, "ทางรางโทร."), ("กรม", 1.78, "ทางรางกรม"),
])  # fmt: skip
def test_a_vowel_written_first_stands_nearer_behind_a_space(word: str, gap: float, read: str) -> None:
    assert line(("ทางราง", word), gap) == read


@pytest.mark.parametrize(("gap", "read"), [(3.46, "เรื่อง รายงานผล"), (2.8, "เรื่องรายงานผล")])
def test_a_space_behind_a_larger_label_is_one_of_the_smaller_print(gap: float, read: str) -> None:
    glyphs: list[Glyph] = []
    x = 0.0
    for word, style in (("เรื่อง", Style(18.0, 100.0)), ("รายงานผล", Style(16.0, 100.0))):
        for char in word:
            glyphs.append(Glyph(char, x, x + 6, (x, 90.0, x + 6, 102.0), style))
            x += 6
        x += gap
    assert " ".join(one.text for one in lines_of(glyphs, 1)) == read
