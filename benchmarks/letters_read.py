"""How many letters and digit strings a recogniser gets right on pages whose lines and places are known."""

import io
import re
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image
from rapidfuzz.distance import Levenshtein

from workflow.parsers.page import Page
from workflow.parsers.scan import Ocr, Picture
from workflow.parsers.scanned_pages import read_scan

_THAI, _ARABIC = re.compile(r"[๐-๙]+(?:[.,:/][๐-๙]+)*"), re.compile(r"[0-9]+(?:[.,:/][0-9]+)*")
_NO_LETTERS = re.compile(r"\s+|\.{2,}|…")  # a dotted rule to write on may be read as dots or not at all
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Placed:
    """A line of text and its box in points."""

    text: str
    box: Box


@dataclass(frozen=True)
class Counted:
    """Letters wrong of letters, digit strings right of digit strings, CPU seconds and pages."""

    wrong: int = 0
    letters: int = 0
    thai: int = 0
    thai_all: int = 0
    arabic: int = 0
    arabic_all: int = 0
    cpu: float = 0.0
    pages: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        mine, others = vars(self), vars(other)
        return Counted(**{name: mine[name] + others[name] for name in mine})

    def __str__(self) -> str:
        return (
            f"letters wrong {100 * self.wrong / max(1, self.letters):.2f} %, "
            f"Thai digit strings {100 * self.thai / max(1, self.thai_all):.2f} % of {self.thai_all}, "
            f"Arabic {100 * self.arabic / max(1, self.arabic_all):.2f} % of {self.arabic_all}"
        )


def recognised(jpeg: bytes, dpi: int, number: int, ocr: Ocr) -> tuple[Page, float]:
    """Return a page picture as read, and the CPU seconds it took, those of programs called among them."""
    with Image.open(io.BytesIO(jpeg)) as image:
        png = io.BytesIO()
        image.convert("RGB").save(png, "PNG")
        picture = Picture(png.getvalue(), image.size, dpi)
    begin = cpu_seconds()
    page = read_scan(picture, number, ocr=ocr)
    return page, cpu_seconds() - begin


def counted(truth: Sequence[Placed], page: Page, cpu: float = 0.0) -> Counted:
    """Compare a page with its truth, wherever the reader begins: lines are compared with those in their own place."""
    got = [Placed(line.text, line.box) for line in page.lines if line.box]
    total = Counted(cpu=cpu, pages=1)
    for want, have in _places(truth, got):
        total += _compared(want, have)
    return total


def _compared(want: str, have: str) -> Counted:
    bare, read = _NO_LETTERS.sub("", want), _NO_LETTERS.sub("", have)
    thai, thai_all = _strings(_THAI, want, read)
    arabic, arabic_all = _strings(_ARABIC, want, read)
    return Counted(Levenshtein.distance(bare, read), len(bare), thai, thai_all, arabic, arabic_all)


def _strings(pattern: re.Pattern[str], want: str, read: str) -> tuple[int, int]:
    """Return how many digit strings of the truth stand whole in what was read, each place used once, and how many there are."""
    strings = sorted(pattern.findall(want), key=len, reverse=True)
    right = 0
    for string in strings:
        if string in read:
            right += 1
            read = read.replace(string, "\0", 1)
    return right, len(strings)


def _places(truth: Sequence[Placed], got: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Yield the text of each place: lines of the truth with the lines read there, joined when one covers several."""
    group = list(range(len(truth) + len(got)))

    def root(n: int) -> int:
        while group[n] != n:
            n = group[n]
        return n

    for i, want in enumerate(truth):
        for j, have in enumerate(got, len(truth)):
            if _meet(want.box, have.box):
                group[root(j)] = root(i)
    together: dict[int, tuple[list[Placed], list[Placed]]] = {}
    for n in range(len(group)):
        wants, haves = together.setdefault(root(n), ([], []))
        (wants if n < len(truth) else haves).append(truth[n] if n < len(truth) else got[n - len(truth)])
    for wants, haves in together.values():
        yield _joined(wants), _joined(haves)


def _meet(a: Box, b: Box) -> bool:
    """Whether two lines share their height's middle and some of their width."""
    high = min(a[3] - a[1], b[3] - b[1])
    shared = min(a[2], b[2]) - max(a[0], b[0])
    off = abs((a[1] + a[3]) - (b[1] + b[3])) / 2
    return off < 0.55 * max(high, 8.0) and shared > 0.25 * min(a[2] - a[0], b[2] - b[0])


def _joined(lines: Sequence[Placed]) -> str:
    """Return the lines as one text, by rows from the top, each from the left."""
    rows: list[list[Placed]] = []
    for line in sorted(lines, key=lambda x: x.box[1] + x.box[3]):
        middle, high = (line.box[1] + line.box[3]) / 2, line.box[3] - line.box[1]
        if rows and middle - (rows[-1][0].box[1] + rows[-1][0].box[3]) / 2 < 0.5 * high:
            rows[-1].append(line)
        else:
            rows.append([line])
    return " ".join(line.text for row in rows for line in sorted(row, key=lambda x: x.box[0]))


def cpu_seconds() -> float:
    """Return the CPU seconds this process and its ended children have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + used.ru_utime + used.ru_stime
