"""Measures the reader on papers made on the spot: `python -m benchmarks.reading [--quick] [--only ocr,text,fields,side,lists,tables] [PATH…]`.

fields  facts right, wrong and flagged, wrong and unflagged at each quality, bundles exact, receipt stamps; PATHs (files or folders
        with X.gold.json beside X) are judged too
ocr     letters and digit strings at 300, 200 and 150 dpi, and in a typeface the recogniser was never shown; a PATH to a PDF with a
        text layer is damaged and read too
text    pages a second of born-digital files, two processes: their facts, their lines alone, and the bare text by pypdfium2
lists   lists of recommendations in forms drawn by chance, born digital: how many are read whole, which part of the forms is weakest
tables  the same of tables of scores
side    this reader and `ocrmypdf` with Tesseract on the same scanned pages: facts right, letters wrong, CPU
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.letters_read import Counted
from benchmarks.lists import read_list, summary
from benchmarks.measures import Judged, bare, judge, letters, letters_of_file, side, text_layer
from benchmarks.ocrmypdf import present
from benchmarks.papers.damage import LEVELS
from benchmarks.papers.faces import missing
from benchmarks.papers.make import MAKERS, QUALITIES, made, write
from benchmarks.scoring import Tally
from benchmarks.tables import read_table

SECTIONS = ("fields", "ocr", "text", "side", "lists", "tables")
HELD_OUT = "Umpush"
_LETTERED = ("letter", "memo", "order", "stamped", "table", "endorsement")
_SEED = 900  # far from the seeds papers are looked at with
_PROCESSES = 2
_MANY_LISTS = 600


@dataclass(frozen=True)
class Job:
    """A file with gold, and the quality it counts for."""

    path: Path
    quality: str


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the sections asked for."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("paths", nargs="*", type=Path)
    cli.add_argument("--only", default=",".join(SECTIONS), help="sections, with commas between")
    cli.add_argument("--quick", action="store_true", help="a third of the papers")
    cli.add_argument("--seed", type=int, default=_SEED)
    cli.add_argument(
        "--papers", type=int, default=3, help="ocr: papers of each kind; 40 tell 98.5 %% of digits from 99.1"
    )
    given = cli.parse_args(arguments)
    wanted = [name for name in SECTIONS if name in given.only.split(",")]
    if absent := missing():
        print(
            f"not on this machine, TH Sarabun New stands in: {', '.join(sorted(absent))} (apt-get install fonts-thai-tlwg)"
        )
    begin = time.monotonic()
    with TemporaryDirectory() as held, ProcessPoolExecutor(_PROCESSES) as pool:
        # forked now: behind OpenCV's threads, which making papers starts, a forked process may wait for ever
        list(pool.map(time.sleep, [0.2] * _PROCESSES))
        for name in wanted:
            _RUN[name](Run(pool, Path(held), given.seed, given.quick, given.papers, given.paths))
    print(f"took {time.monotonic() - begin:.0f} s")


@dataclass(frozen=True)
class Run:
    """What a section needs: two processes, a folder, the seed, whether to hurry, how many papers to read for their letters, paths."""

    pool: ProcessPoolExecutor
    folder: Path
    seed: int
    quick: bool
    papers: int
    paths: Sequence[Path]

    def each(self, many: int) -> int:
        """Return how many papers of a kind."""
        return max(1, many // 3) if self.quick else many


def _fields(run: Run) -> None:
    print("\n== fields: facts right / wrong and flagged / wrong and unflagged")
    jobs = [Job(path, quality) for quality in QUALITIES for path in _set(run, quality)]
    jobs += [Job(path, _quality_of(path)) for path in _with_gold(run.paths)]
    begin = time.monotonic()
    judged = list(run.pool.map(judge, [job.path for job in jobs]))
    took = time.monotonic() - begin
    by: dict[str, list[Judged]] = defaultdict(list)
    for job, one in zip(jobs, judged, strict=True):
        by[job.quality].append(one)
    for quality, some in by.items():
        _print_quality(quality, some)
    scanned = [one for job, one in zip(jobs, judged, strict=True) if job.quality != "l0"]
    pages = sum(one.pages for one in scanned)
    cpu = sum(one.cpu for one in scanned)
    print(
        f"scanned pages: {pages}, {cpu / max(1, pages):.2f} CPU s/page = {_PROCESSES * pages / max(cpu, 0.001):.2f} pages/s on "
        f"{_PROCESSES} free cores ({pages / took:.2f} in this run)"
    )
    _print_fields([fact for one in judged for fact in one.by_field.items()])


def _lists(run: Run) -> None:
    print("\n== lists: recommendations in forms drawn by chance")
    print(summary(list(run.pool.map(read_list, range(run.seed, run.seed + run.each(_MANY_LISTS)), chunksize=10))))


def _tables(run: Run) -> None:
    print("\n== tables: scores in forms drawn by chance")
    seeds = range(run.seed, run.seed + run.each(_MANY_LISTS))
    print(summary(list(run.pool.map(read_table, seeds, chunksize=10)), "tables"))


def _print_quality(quality: str, some: Sequence[Judged]) -> None:
    total = sum((one.tally for one in some), Tally())
    bundles = [one.exact for one in some if one.bundle]
    stamps = sum((one.stamps for one in some), Tally())
    print(
        f"{quality:6} {len(some):3} papers {sum(one.pages for one in some):4} pages {total.facts:5} facts: "
        f"{total.percent(total.right):6.2f} / {total.percent(total.flagged):5.2f} / {total.percent(total.unflagged):5.2f} %   "
        f"bundles exact {sum(bundles)}/{len(bundles)}   stamps' number+date {stamps.right}/{stamps.facts}",
        flush=True,
    )


def _print_fields(facts: Iterable[tuple[str, Tally]]) -> None:
    by: dict[str, Tally] = defaultdict(Tally)
    for field, counted in facts:
        by[field] += counted
    for field, counted in sorted(by.items(), key=lambda item: -(item[1].flagged + item[1].unflagged)):
        if counted.flagged or counted.unflagged:
            print(
                f"   {field:32} right {counted.right:4}  flagged {counted.flagged:3}  unflagged {counted.unflagged:3}"
            )


def _ocr(run: Run) -> None:
    print("\n== ocr: letters wrong (white space out), digit strings wholly right")
    seeds = range(run.seed + 50, run.seed + 50 + run.each(run.papers))
    for family, qualities in ((None, ("l1", "l2", "l3")), (HELD_OUT, ("l2",))):
        for quality in qualities:
            parts = [(kind, quality, seed, family) for kind in _LETTERED for seed in seeds]
            read = sum(run.pool.map(letters, parts), Counted())
            _print_letters(f"{quality} {LEVELS[quality].dpi} dpi{f', {family} (held out)' if family else ''}", read)
    for path in (p for p in run.paths if p.suffix == ".pdf" and not _gold(p).exists()):
        for quality in ("l1", "l2", "l3"):
            _print_letters(f"{quality} {path.name}", letters_of_file(path, quality))


def _print_letters(name: str, read: Counted) -> None:
    print(f"{name:30} {read}, {read.cpu / max(1, read.pages):.2f} CPU s/page of {read.pages}", flush=True)


def _text(run: Run) -> None:
    print("\n== text: born digital, pages a second")
    paths = _set(run, "l0") * (1 if run.quick else 2)
    list(run.pool.map(judge, paths[:2]))  # the processes have now imported what they need
    begin = time.monotonic()
    judged = list(run.pool.map(judge, paths, chunksize=4))
    took, pages = time.monotonic() - begin, sum(one.pages for one in judged)
    cpu = sum(one.cpu for one in judged)
    lines, alone = (sum(run.pool.map(measured, paths, chunksize=4)) for measured in (text_layer, bare))
    print(
        f"{pages} pages: {_PROCESSES * pages / cpu:.0f} pages/s on {_PROCESSES} free cores ({pages / took:.0f} in this run)\n"
        f"their text layer as lines and tables: {_PROCESSES * pages / lines:.0f} pages/s\n"
        f"their bare text by pypdfium2 alone: {_PROCESSES * pages / alone:.0f} pages/s; a whole reading takes x {cpu / alone:.1f} of that"
    )


def _side(run: Run) -> None:
    print("\n== side by side at 200 dpi, papers with stamps, the same field rules")
    if not present():
        print("ocrmypdf or tesseract is not on this machine")
        return
    both = list(run.pool.map(side, _stamped_papers(run, 3 if run.quick else 8)))
    ours, theirs = (sum((pair[n].tally for pair in both), Tally()) for n in (0, 1))
    pages = sum(pair[0].pages for pair in both)
    for name, n, total in (("this reader", 0, ours), ("ocrmypdf + tesseract", 1, theirs)):
        read = sum((pair[n].letters for pair in both), Counted())
        cpu = sum(pair[n].cpu for pair in both) / max(1, pages)
        print(
            f"{name:22} facts right {total.right}/{total.facts} ({total.percent(total.right):.1f} %), unflagged "
            f"{total.percent(total.unflagged):.1f} %, {read}; whole reading {cpu:.2f} CPU s/page"
        )
    spent = [sum(pair[n].cpu for pair in both) for n in (0, 1)]
    print(f"facts right x {ours.right / max(1, theirs.right):.2f}, CPU x {spent[0] / max(spent[1], 0.001):.2f}")


def _stamped_papers(run: Run, many: int) -> list[tuple[str, int, Path]]:
    """Write letters and memos that were stamped on receipt; return what they are and where."""
    out: list[tuple[str, int, Path]] = []
    for kind, seed in product(("letter", "memo"), range(run.seed + 70, run.seed + 110)):
        enough = sum(k == kind for k, *_ in out) >= (many + 1) // 2
        if not enough and (one := made(kind, "l2", seed, remarks=False)).paper.instruments[0]["receipts"]:
            write(one, run.folder / "side")
            out.append((kind, seed, run.folder / "side" / f"{one.name}.pdf"))
    return out[:many]


def _set(run: Run, quality: str) -> list[Path]:
    """Make the papers of a quality, once a run; bundles are cheap to judge born digital, so there are more."""
    folder = run.folder / quality
    if not folder.exists():
        many = {"letter": 4, "memo": 4, "table": 2, "bundle": 12 if quality == "l0" else 3 if quality == "l2" else 1}
        jobs = [(kind, quality, run.seed + n, folder) for kind in MAKERS for n in range(run.each(many.get(kind, 2)))]
        list(run.pool.map(_file, jobs))
    return sorted(folder.glob("*.pdf"))


def _file(job: tuple[str, str, int, Path]) -> None:
    kind, quality, seed, folder = job
    write(made(kind, quality, seed), folder)


def _with_gold(paths: Iterable[Path]) -> list[Path]:
    files = [f for p in paths for f in (sorted(p.iterdir()) if p.is_dir() else [p])]
    return [f for f in files if f.suffix != ".json" and _gold(f).exists()]


def _gold(path: Path) -> Path:
    return path.with_name(f"{path.stem}.gold.json")


def _quality_of(path: Path) -> str:
    return next((f"given {q}" for q in QUALITIES if f"_{q}" in path.name or f"-{q}" in path.name), "given")


_RUN: dict[str, Callable[[Run], None]] = {
    "fields": _fields,
    "ocr": _ocr,
    "text": _text,
    "side": _side,
    "lists": _lists,
    "tables": _tables,
}


if __name__ == "__main__":
    main(sys.argv[1:])
