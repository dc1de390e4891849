"""What is measured on one paper; each function runs in a process of its own."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random

import pypdfium2

from benchmarks import ocrmypdf
from benchmarks.letters_read import Counted, Placed, counted, cpu_seconds, recognised
from benchmarks.papers.damage import LEVELS, scanned
from benchmarks.papers.desk import Desk
from benchmarks.papers.draw import pdf_of
from benchmarks.papers.make import MAKERS, made
from benchmarks.scoring import Fact, Tally, Tree, facts_of, paired, same, tally
from workflow.core.errors import SarabanError
from workflow.parsers.contract import to_contract
from workflow.parsers.open_file import open_pages
from workflow.parsers.page import PagedFile
from workflow.parsers.pdf_file import read_pdf
from workflow.parsers.read_file import read_file
from workflow.parsers.recogniser.engine import OwnOcr
from workflow.parsers.scan import Ocr

_STAMP = ("receipts.number", "receipts.date")


@dataclass(frozen=True)
class Judged:
    """A reading against its gold."""

    tally: Tally
    by_field: dict[str, Tally]
    stamps: Tally
    pages: int
    cpu: float
    bundle: bool
    exact: bool
    letters: Counted = field(default_factory=Counted)


@lru_cache(maxsize=1)
def own() -> Ocr:
    """Return the project's recogniser."""
    return OwnOcr()


def judge(path: Path) -> Judged:
    """Read a file and judge it."""
    return judged(path, own())


def judged(path: Path, ocr: Ocr, spent: float = 0.0) -> Judged:
    """Read a file with a recogniser and compare; a file refused has nothing right."""
    gold = json.loads(path.with_name(f"{path.stem}.gold.json").read_text(encoding="utf-8"))
    begin = cpu_seconds()
    try:
        reading: Tree = to_contract(read_file(path, ocr=ocr))
    except SarabanError:
        reading = {}
    cpu = cpu_seconds() - begin + spent
    facts = list(facts_of(gold, reading))
    by: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by[fact.field].append(fact)
    return Judged(
        tally(facts),
        {name: tally(some) for name, some in by.items()},
        _stamps(gold, reading),
        gold["source"]["pages"],
        cpu,
        len(gold["instruments"]) > 1 and gold["source"]["pages"] > 1,
        _grouped(gold) == _grouped(reading),
    )


def _grouped(tree: Tree) -> list[list[int]]:
    return sorted(list(one.get("pages") or []) for one in tree.get("instruments") or [])


def _stamps(gold: Tree, reading: Tree) -> Tally:
    """Count the stamps whose number and date are both right."""
    gots = reading.get("instruments") or []
    links = paired(gold["instruments"], gots)
    right = all_of = 0
    for i, want in enumerate(gold["instruments"]):
        read = (gots[links[i]].get("receipts") or []) if i in links else []
        for entry in want.get("receipts") or []:
            all_of += 1
            right += any(same(entry["number"], r.get("number")) and same(entry["date"], r.get("date")) for r in read)
    return Tally(right, 0, all_of - right)


def bare(path: Path) -> float:
    """Return the CPU seconds that pypdfium2 alone takes to give the text of a PDF: what the speed of a whole reading is set against."""
    begin = cpu_seconds()
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            page.get_textpage().get_text_bounded()
    return cpu_seconds() - begin


def text_layer(path: Path) -> float:
    """Return the CPU seconds that a file's pages take as lines and tables, without any fact read of them."""
    begin = cpu_seconds()
    open_pages(path, ocr=own())
    return cpu_seconds() - begin


def letters(part: tuple[str, str, int, str | None]) -> Counted:
    """Make a paper without pen, scan it, and count the letters read."""
    kind, quality, seed, family = part
    paper = MAKERS[kind](Desk(Random(f"{kind} {quality} {seed}"), family=family))
    level = LEVELS[quality]
    total = Counted()
    for n, (sheet, jpeg) in enumerate(
        zip(paper.sheets, scanned(pdf_of(paper.sheets, pen=False), level, seed), strict=True), 1
    ):
        page, cpu = recognised(jpeg, level.dpi, n, own())
        total += counted([Placed(line.text, line.box) for line in sheet.lines()], page, cpu)
    return total


def letters_of_file(path: Path, quality: str) -> Counted:
    """Count the letters read of a damaged copy of a PDF whose text layer is the truth."""
    level, total = LEVELS[quality], Counted()
    for page, jpeg in zip(read_pdf(path).pages, scanned(path.read_bytes(), level, 1), strict=True):
        read, cpu = recognised(jpeg, level.dpi, page.number, own())
        total += counted([Placed(line.text, line.box) for line in page.lines if line.box], read, cpu)
    return total


def side(paper: tuple[str, int, Path]) -> tuple[Judged, Judged]:
    """Judge a scanned file read by this reader and by ocrmypdf, with the letters each got."""
    kind, seed, path = paper
    sheets = made(kind, "l2", seed, remarks=False).paper.sheets
    truth = [[Placed(line.text, line.box) for line in sheet.lines()] for sheet in sheets]
    begin = cpu_seconds()
    theirs = ocrmypdf.recognise(path)
    spent = cpu_seconds() - begin
    return (
        _with_letters(judged(path, own()), truth, open_pages(path, ocr=own())),
        _with_letters(judged(path, theirs, spent), truth, open_pages(path, ocr=ocrmypdf.Recognised(theirs.pages))),
    )


def _with_letters(one: Judged, truth: list[list[Placed]], read: PagedFile) -> Judged:
    total = sum((counted(t, page) for t, page in zip(truth, read.pages, strict=True)), Counted())
    return Judged(**{**vars(one), "letters": total})
