"""What a memo costs in CPU, beside what offices use today: `python -m benchmarks.writing [--count N] [--all]`.

All ways are given the same memos and take turns in one run, so that a busy machine slows them alike. `--all` also makes 1,520
per-unit memos as DOCX and PDF, and watches the memory as their number grows.
"""

import argparse
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import others_write
from benchmarks.letters_read import cpu_seconds
from benchmarks.memos_made import alike_memos
from workflow.core.document import Document
from workflow.templates.docx_page import Look, docx_bytes
from workflow.templates.fonts import find_fonts
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out
from workflow.templates.measure import Measure
from workflow.templates.pdf_page import pdf_bytes
from workflow.templates.render import render

FONTS = find_fonts([Path(sys.prefix) / "share" / "saraban" / "fonts"])
MEASURE = Measure(FONTS)
PER_UNIT = 1520
Way = Callable[[Sequence[Document]], object]


def main() -> None:
    """Print CPU milliseconds a memo and the ratios."""
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    given.add_argument("--count", type=int, default=40, help="memos a turn")
    given.add_argument("--turns", type=int, default=3)
    given.add_argument("--all", action="store_true", help=f"also {PER_UNIT} memos, with their memory")
    asked = given.parse_args()
    with TemporaryDirectory() as folder:
        _compare(Path(folder), asked.count, asked.turns)
        if asked.all:
            _many(Path(folder))


def _compare(folder: Path, count: int, turns: int) -> None:
    ways, turn = _ways(folder), 0
    memos = tuple(alike_memos(count))
    for way in ways.values():
        way(memos[:2])  # dictionaries and fonts are warm in a running program
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(turns):
        for name, way in ways.items():
            turn += 1  # memos that no way has met: what is remembered of a line must not flatter
            memos = tuple(alike_memos(count, turn * count))
            begin = cpu_seconds()
            way(memos)
            spent[name].append(1000 * (cpu_seconds() - begin) / count)
    pages = sum(len(lay_out(memo, MEASURE, HOUSE)) for memo in memos) / count
    print(f"{count} memos of {pages:.1f} pages, {turns} turns, CPU ms a memo (median):")
    both = median(spent["this program, DOCX and PDF"])
    for name, values in spent.items():
        print(f"  {name:38s} {median(values):8.1f}   x {median(values) / both:.2f}")


def _ways(folder: Path) -> dict[str, Way]:
    made: dict[str, Way] = {
        "this program, layout": lambda memos: [lay_out(memo, MEASURE, HOUSE) for memo in memos],
        "this program, DOCX": lambda memos: [_docx(memo) for memo in memos],
        "this program, PDF": lambda memos: [_pdf(memo) for memo in memos],
        "this program, DOCX and PDF": lambda memos: [
            render(memo, folder / "ours", str(n), fonts=FONTS) for n, memo in enumerate(memos)
        ],
        "python-docx, DOCX": lambda memos: _by_hand(memos, folder),
        "docxtpl, DOCX": lambda memos: _by_template(memos, folder),
    }
    if others_write.soffice():
        made["docxtpl + LibreOffice, DOCX and PDF"] = lambda memos: _converted(memos, folder)
    else:
        print("LibreOffice is not here: its row is left out")
    return made


def _docx(memo: Document) -> bytes:
    return docx_bytes(memo, lay_out(memo, MEASURE, HOUSE), Look(MEASURE, HOUSE))


def _pdf(memo: Document) -> bytes:
    return pdf_bytes(memo, lay_out(memo, MEASURE, HOUSE), FONTS, HOUSE)


def _by_hand(memos: Sequence[Document], folder: Path) -> None:
    for n, memo in enumerate(memos):
        others_write.by_python_docx(memo, folder / f"hand{n}.docx")


def _by_template(memos: Sequence[Document], folder: Path) -> list[Path]:
    form = others_write.template(folder / "form.docx")
    made = [folder / f"tpl{n}.docx" for n in range(len(memos))]
    for memo, path in zip(memos, made, strict=True):
        others_write.by_docxtpl(memo, form, path)
    return made


def _converted(memos: Sequence[Document], folder: Path) -> None:
    others_write.to_pdf(_by_template(memos, folder), folder / "pdf", folder / "profile")


def _many(folder: Path) -> None:
    begin, size = cpu_seconds(), 0
    for n, memo in enumerate(alike_memos(PER_UNIT), 1):
        made = render(memo, folder / "many", "memo", fonts=FONTS)
        size += made.docx.stat().st_size + made.pdf.stat().st_size
        if n in {PER_UNIT // 10, PER_UNIT // 2, PER_UNIT}:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{n} memos as DOCX and PDF: {cpu_seconds() - begin:.1f} s CPU, {size / 1e6:.0f} MB, peak {peak:.0f} MB"
            )


if __name__ == "__main__":
    main()
