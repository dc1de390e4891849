"""Draws papers by kind and quality, and files them with their gold."""

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.papers import bundle, endorsement, letter, memo, pen, short_papers, table
from benchmarks.papers.damage import LEVELS, bound, scanned
from benchmarks.papers.desk import Desk
from benchmarks.papers.draw import pdf_of
from benchmarks.papers.gold import Paper

MAKERS = {
    "letter": letter.result_letter,
    "memo": memo.memo,
    "stamped": short_papers.stamped_letter,
    "order": short_papers.order,
    "invitation": short_papers.invitation,
    "endorsement": endorsement.endorsements,
    "table": table.score_table,
    "bundle": bundle.bundle,
}
QUALITIES = ("l0", *LEVELS)
_DPI = {"l0": "digital", **{name: str(level.dpi) for name, level in LEVELS.items()}}


@dataclass(frozen=True)
class Made:
    """A paper as a file: its name without ending, its PDF, the sheets it came from, and the same paper born digital."""

    name: str
    paper: Paper
    pdf: bytes
    text_pdf: bytes


def made(kind: str, quality: str, seed: int, *, family: str | None = None, remarks: bool = True) -> Made:
    """Return the paper that the seed gives; the same arguments give the same bytes, but for the number and day in the file of a scan."""
    lot = Random(f"{kind} {quality} {seed}")
    paper = MAKERS[kind](Desk(lot, digital=quality == "l0", family=family))
    if quality != "l0" and remarks:
        for sheet in paper.sheets:
            if lot.random() < 0.3:
                pen.remarks(sheet, lot, lot.randint(1, 3))
    clean = pdf_of(paper.sheets, pen=False)
    name = f"{kind}_{_DPI[quality]}_{quality}_{seed:02d}"
    if quality == "l0":
        return Made(name, paper, clean, clean)
    level = LEVELS[quality]
    return Made(name, paper, bound(scanned(pdf_of(paper.sheets), level, seed), level.dpi), clean)


def write(one: Made, folder: Path, *, text: Path | None = None) -> None:
    """Write X.pdf and X.gold.json; into `text` the same paper with a text layer."""
    gold = json.dumps(one.paper.gold(), ensure_ascii=False, indent=1)
    for where, pdf in ((folder, one.pdf), *(((text, one.text_pdf),) if text else ())):
        where.mkdir(parents=True, exist_ok=True)
        (where / f"{one.name}.pdf").write_bytes(pdf)
        (where / f"{one.name}.gold.json").write_text(gold, encoding="utf-8")
