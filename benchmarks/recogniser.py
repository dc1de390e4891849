"""Measures the recognisers on pages made from born-digital PDFs, whose text layer is the truth: `python benchmarks/recogniser.py PDF…`.

Three qualities: 300 dpi clean, 200 dpi office copy, 150 dpi bad copy. Prints letters wrong (white space left out, read order and
stamps counted), Thai and Arabic digit strings wholly right (position free), CPU seconds a page. The damage is seeded.
"""

import argparse
import io
import re
import resource
import time
from collections import Counter
from pathlib import Path

import cv2
import numpy as np
from PIL import Image
from rapidfuzz.distance import Levenshtein

from workflow.parsers.page import Page
from workflow.parsers.pdf_file import page_image, read_pdf
from workflow.parsers.recogniser.engine import OwnOcr
from workflow.parsers.scan import Ocr, Picture, read_scan
from workflow.parsers.tesseract import TesseractOcr

QUALITIES = {"300 clean": (300, 0.15), "200 office": (200, 0.5), "150 bad": (150, 1.0)}
_THAI, _ARABIC = re.compile(r"[๐-๙]+(?:[.,:/][๐-๙]+)*"), re.compile(r"[0-9]+(?:[.,:/][0-9]+)*")


def copied(png: bytes, level: float, seed: int) -> bytes:
    """Return the page as an office scanner gives it back; level 0 is untouched, 1 a bad copy."""
    rng = np.random.default_rng(seed)
    page = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-1.5, 1.5) * level, 1)
    page = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    page = cv2.GaussianBlur(page, (0, 0), 0.3 + 0.6 * level)
    shaded = (
        page.astype(np.float32) * (1 - 0.15 * level)
        + 45 * level * np.linspace(0, 1, width, dtype=np.float32)[None, :, None]
    )
    shaded += rng.normal(0, 3 + 11 * level, page.shape[:2]).astype(np.float32)[:, :, None]
    out, again = io.BytesIO(), io.BytesIO()
    rgb = np.clip(shaded, 0, 255).astype(np.uint8)[:, :, ::-1]
    Image.fromarray(rgb).save(out, "JPEG", quality=round(90 - 45 * level))
    Image.open(out).save(again, "PNG")
    return again.getvalue()


def text_of(page: Page) -> str:
    """Return the page's letters in reading order, a line each."""
    lines = sorted(page.lines, key=lambda x: (round((x.box[1] + x.box[3]) / 2 / 6), x.box[0]))
    return "\n".join(re.sub(r"\s+", "", line.text) for line in lines)


def figures(pattern: re.Pattern[str], truth: str, read: str) -> tuple[int, int]:
    """Return how many digit strings of the truth stand in what was read, and how many there are."""
    want, got = Counter(pattern.findall(truth)), Counter(pattern.findall(read))
    return sum((want & got).values()), sum(want.values())


def measure(ocr: Ocr, papers: list[Path], dpi: int, level: float) -> dict[str, float]:
    """Return the numbers of one engine at one quality over all pages."""
    totals: Counter[str] = Counter()
    for paper in papers:
        for page in read_pdf(paper).pages:
            png, used = page_image(paper, page.number, dpi=dpi)
            png = copied(png, level, page.number)
            with Image.open(io.BytesIO(png)) as image:
                picture = Picture(png, image.size, used)
            begin = _cpu()
            got = text_of(read_scan(picture, page.number, ocr=ocr))
            totals["milliseconds"] += round(1000 * (_cpu() - begin))
            truth = text_of(page)
            totals["wrong"] += Levenshtein.distance(truth.replace("\n", ""), got.replace("\n", ""))
            totals["letters"] += len(truth.replace("\n", ""))
            for name, pattern in (("thai", _THAI), ("arabic", _ARABIC)):
                right, held = figures(pattern, truth, got)
                totals[name] += right
                totals[name + " all"] += held
            totals["pages"] += 1
    return {
        "CER %": 100 * totals["wrong"] / totals["letters"],
        "Thai digit strings %": 100 * totals["thai"] / max(1, totals["thai all"]),
        "Arabic digit strings %": 100 * totals["arabic"] / max(1, totals["arabic all"]),
        "CPU s/page": totals["milliseconds"] / 1000 / totals["pages"],
    }


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + used.ru_utime + used.ru_stime


def main() -> None:
    """Print a line for each engine and quality."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", type=Path, nargs="*", default=[Path("specimens/police-chain.pdf")])
    parser.add_argument("--tesseract", action="store_true", help="measure Tesseract on the same pages too")
    options = parser.parse_args()
    engines: list[Ocr] = [OwnOcr(), *([TesseractOcr()] if options.tesseract else [])]
    for ocr in engines:
        for name, (dpi, level) in QUALITIES.items():
            numbers = ", ".join(f"{k} {v:.2f}" for k, v in measure(ocr, options.papers, dpi, level).items())
            print(f"{ocr.name} | {name} | {numbers}", flush=True)


if __name__ == "__main__":
    main()
