"""The project's own recogniser behind the `Ocr` protocol: print first, then coloured ink (stamps, marks of urgency)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.core.errors import UnreadableFile
from workflow.core.reading import Box
from workflow.parsers.recogniser.line_cuts import ABOVE, BELOW, HEIGHT, cuts, find_lines
from workflow.parsers.recogniser.line_finder import FoundLine
from workflow.parsers.recogniser.page_image import Grey, open_page
from workflow.parsers.recogniser.recognise import MODEL, Letter, recognise
from workflow.parsers.scan import Word

LEAST_SURE = 0.55  # a line read worse is an emblem, a signature or dirt
WIDE_WHITE = 0.8  # bodies: no two letters of one word stand so far apart
LEAST_SURE_INK = 0.75  # pens are many, stamps few


def model_present() -> bool:
    """Return whether the trained model lies beside this module."""
    return MODEL.is_file()


@dataclass(frozen=True)
class OwnOcr:
    """Reads Thai official print; knows all ten Thai digits, so its digits may be believed."""

    name: str = "saraban lines 1"
    digits_trusted: bool = True

    def read(self, image: bytes, *, dpi: int) -> Sequence[Word]:
        """Return the words of a page picture, row by row from the top, ink rows last; UnreadableFile when it is no picture."""
        try:
            page = open_page(image)
        except ValueError as error:
            raise UnreadableFile("ภาพหน้านี้เปิดไม่ได้", next_step="สแกนหน้านี้ใหม่ แล้วอ่านอีกครั้ง") from error
        printed = list(_words(page.print, dpi, first=0, least=LEAST_SURE))
        after = 1 + max((w.line for w in printed), default=-1)
        return [*printed, *_words(page.ink, dpi, first=after, least=LEAST_SURE_INK)]


def _words(grey: Grey, dpi: int, *, first: int, least: float) -> Iterator[Word]:
    found = find_lines(grey, dpi=dpi)
    for line, letters in zip(found.lines, recognise(cuts(found)), strict=True):
        held = [letter for letter in letters if letter.text.strip()]
        if held and sum(letter.confidence for letter in held) / len(held) >= least:
            yield from _split(line, letters, first + line.row)


def _split(line: FoundLine, letters: Sequence[Letter], row: int) -> Iterator[Word]:
    """Cut at the spaces the net read and at white too wide to be anything else."""
    white = _white(line)
    word: list[Letter] = []
    for letter in [*letters, Letter(" ", 0, 1)]:
        apart = word and any(word[-1].at < gap <= letter.at for gap in white)
        if word and (apart or letter.text.isspace()):
            yield Word("".join(x.text for x in word), _box(line, word), row, sum(x.confidence for x in word) / len(word))
            word = []
        if not letter.text.isspace():
            word.append(letter)


def _white(line: FoundLine) -> list[float]:
    """Return where wide white lies between letters, in pixels of the cut."""
    scale, start = HEIGHT / ((ABOVE + BELOW) * line.body), line.left - 0.5 * line.body
    held, right = [], 0.0
    for box in sorted(line.boxes):
        if right and box[0] - right > WIDE_WHITE * line.body:
            held.append(((right + box[0]) / 2 - start) * scale)
        right = max(right, box[2])
    return held


def _box(line: FoundLine, word: Sequence[Letter]) -> Box:
    scale = (ABOVE + BELOW) * line.body / HEIGHT
    left = line.left - 0.5 * line.body
    first, last = left + word[0].at * scale, left + word[-1].at * scale
    _, top, _, bottom = line.box
    return max(0.0, first - 0.35 * line.body), top, max(first, last) + 0.35 * line.body, bottom
