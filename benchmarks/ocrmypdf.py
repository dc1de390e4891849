"""`ocrmypdf` with Tesseract `tha+eng` as a recogniser of whole files, its hOCR handed to the same field rules."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from workflow.core.reading import Box
from workflow.parsers.scan import Word

_TITLE = re.compile(r"bbox (\d+) (\d+) (\d+) (\d+)(?:.*x_wconf (\d+))?")
_RESOLUTION = re.compile(r"scan_res (\d+)")
_GAP = 0.28  # heights of the line: Thai glyphs come as words of their own, and join when they stand closer


def present() -> bool:
    """Return whether the programs are on this machine."""
    return all(shutil.which(program) for program in ("ocrmypdf", "tesseract"))


@dataclass
class Recognised:
    """The pages of a file that has been through the program, given out one at a time as an `Ocr`."""

    pages: list[tuple[int, list[Word]]]
    name: str = "ocrmypdf tesseract tha+eng"
    digits_trusted: bool = False
    given: int = field(default=0)

    def read(self, image: bytes, *, dpi: int) -> Sequence[Word]:
        """Return the words of the next page, at the resolution asked for."""
        found, words = self.pages[self.given]
        self.given += 1
        times = dpi / found
        return [Word(w.text, _scaled(w.box, times), w.line, w.confidence, w.column) for w in words]


def recognise(path: Path) -> Recognised:
    """Run the program on a scanned PDF, one job, as its user would; CalledProcessError when it fails."""
    with TemporaryDirectory() as held:
        command = [
            "ocrmypdf",
            "-k",
            "-q",
            "-l",
            "tha+eng",
            "--jobs",
            "1",
            "--output-type",
            "pdf",
            "--pdf-renderer",
            "hocr",
        ]
        subprocess.run(
            [*command, str(path), str(Path(held) / "out.pdf")],
            check=True,
            capture_output=True,
            env={**os.environ, "TMPDIR": held, "OMP_THREAD_LIMIT": "1"},
        )
        return Recognised([_page(p) for p in sorted(Path(held).rglob("*_ocr_hocr.hocr"))])


def _page(path: Path) -> tuple[int, list[Word]]:
    text = path.read_text(encoding="utf-8")
    root = ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", text))
    resolution = _RESOLUTION.search(text)
    words = [
        w
        for n, line in enumerate(_of_class(root, "ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"))
        for w in _words(line, n)
    ]
    return int(resolution[1]) if resolution else 300, words


def _of_class(root: ElementTree.Element, *names: str) -> Iterator[ElementTree.Element]:
    return (e for e in root.iter() if e.get("class") in names)


def _words(line: ElementTree.Element, number: int) -> Iterator[Word]:
    """Yield the line's words, glyphs that stand close joined."""
    held: list[tuple[str, Box, float]] = []
    for word in _of_class(line, "ocrx_word"):
        found = _TITLE.search(word.get("title") or "")
        text = "".join(word.itertext()).strip()
        if found and text:
            left, top, right, bottom = (float(found[n]) for n in (1, 2, 3, 4))
            held.append((text, (left, top, right, bottom), float(found[5] or 0) / 100))
    if not held:
        return
    heights = sorted(box[3] - box[1] for _, box, _ in held)
    gap = _GAP * heights[len(heights) * 3 // 4]
    run = [held[0]]
    for piece in held[1:]:
        if piece[1][0] - run[-1][1][2] > gap:
            yield _joined(run, number)
            run = []
        run.append(piece)
    yield _joined(run, number)


def _joined(run: Sequence[tuple[str, Box, float]], line: int) -> Word:
    boxes = [box for _, box, _ in run]
    around = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return Word("".join(text for text, *_ in run), around, line, sum(sure for *_, sure in run) / len(run))


def _scaled(box: Box, times: float) -> Box:
    return (box[0] * times, box[1] * times, box[2] * times, box[3] * times)
