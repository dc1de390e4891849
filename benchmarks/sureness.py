"""Measures how honest the net's confidence is, on damaged pages of born-digital PDFs: `python benchmarks/sureness.py PDF…`.

Prints, for some temperatures, how surprised a reader would be who believed the confidence (mean negative logarithm, lower is more
honest) and how often letters of each confidence are right. `{"temperature": T}` in model/calibration.json makes T the reader's.
"""

import argparse
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from benchmarks.papers.damage import LEVELS, scanned
from workflow.parsers.pdf_file import read_pdf
from workflow.parsers.recogniser.line_cuts import cut_of, find_lines
from workflow.parsers.recogniser.page_image import open_page
from workflow.parsers.recogniser.recognise import letters_of, outputs, probabilities_at

TEMPERATURES = (0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.6, 2.0)
EDGES = (0.0, 0.5, 0.7, 0.85, 0.95, 0.99, 0.999, 1.01)
_STRANGE = 0.3  # of a line's letters wrong: it is no line of the text, its truth is unknown


def lines_of(papers: list[Path]) -> Iterator[tuple[NDArray[np.float32], list[str]]]:
    """Yield the net's output for each line, with the true lines of its page."""
    for paper in papers:
        made = {level: scanned(paper.read_bytes(), LEVELS[level], seed=7) for level in LEVELS}
        for page in read_pdf(paper).pages:
            truth = [re.sub(r"\s+", "", line.text) for line in page.lines]
            for level, copies in made.items():
                dpi = LEVELS[level].dpi
                found = find_lines(open_page(copies[page.number - 1], dpi).print, dpi=dpi)
                for logits in outputs([cut_of(found, n) for n in range(len(found.lines))]):
                    yield logits, truth


def judged(sure: NDArray[np.float32], truth: list[str]) -> list[tuple[float, bool]]:
    """Return confidence and rightness of each letter of a line whose truth is known."""
    letters = [x for x in letters_of(sure) if not x.text.isspace()]
    text = "".join(x.text for x in letters)
    best = min(truth, key=lambda line: Levenshtein.distance(line, text), default="")
    if len(text) < 6 or Levenshtein.distance(best, text) > _STRANGE * len(text):
        return []
    right = {
        n
        for step in Levenshtein.opcodes(text, best)
        if step.tag == "equal"
        for n in range(step.src_start, step.src_end)
    }
    return [(letter.confidence, n in right) for n, letter in enumerate(letters)]


def main() -> None:
    """Print a line for each temperature."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", type=Path, nargs="*", default=[Path("specimens/police-chain.pdf")])
    held = list(lines_of(parser.parse_args().papers))
    for temperature in TEMPERATURES:
        pairs = [pair for logits, truth in held for pair in judged(probabilities_at(logits, temperature), truth)]
        sure, right = np.array([p[0] for p in pairs]), np.array([p[1] for p in pairs])
        surprise = -np.log(np.clip(np.where(right, sure, 1 - sure), 1e-6, 1)).mean()
        shares = []
        for low, high in itertools.pairwise(EDGES):
            among = (sure >= low) & (sure < high)
            shares.append(
                f"{low:g}: {100 * right[among].mean():.2f} % of {among.sum()}" if among.any() else f"{low:g}: none"
            )
        print(f"temperature {temperature}: surprise {surprise:.4f}; right from {', '.join(shares)}", flush=True)


if __name__ == "__main__":
    main()
