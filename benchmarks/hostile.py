"""Reads thousands of damaged and hostile files, each in its child process, and counts what came of them: `python -m benchmarks.hostile`.

Read, refused (a rule or a limit), unreadable (damaged): each is an answer. A crash is anything else that reaches the caller, and
must not happen; a reader that died is counted beside, with what ended it. Files are made anew from a seed and bounded in number.
"""

import argparse
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.hostile_files import ANY, HARMLESS, REFUSED
from tests.mutations import Seeds, mutated, seeds
from workflow.core.errors import NotFound, Refused, TryAgain, UnreadableFile
from workflow.parsers.guard import Guard

FILES = 10_000
_KINDS = (".pdf",) * 8 + (".docx",) * 5 + (".eml",) * 4 + (".txt",) * 2 + (".png", ".jpg", ".tif")
_READ = "workflow.bootstrap:read_here"


@dataclass
class Tally:
    """Outcomes, deaths of readers, what crashed the caller, and the extremes with their files."""

    outcomes: Counter[str] = field(default_factory=Counter)
    deaths: Counter[str] = field(default_factory=Counter)
    crashes: list[str] = field(default_factory=list)
    memory: tuple[int, str] = (0, "")
    seconds: tuple[float, str] = (0.0, "")
    processor: float = 0.0

    def add(self, guard: Guard, path: Path, name: str) -> None:
        """Read one file and count it."""
        start = time.monotonic()
        try:
            got = guard.outcome(_READ, path)
        except Exception as error:  # noqa: BLE001  this is what is counted
            self.crashes.append(f"{name}: {error!r}")
            return
        verdicts = {Refused: "refused", UnreadableFile: "unreadable", NotFound: "unreadable", TryAgain: "refused"}
        told = "read" if got.error is None else verdicts.get(type(got.error), "other")
        self.outcomes[f"{path.suffix} {told}"] += 1
        self.outcomes[f"all {told}"] += 1
        if got.ended.signal or got.ended.exit:
            self.deaths[signal.Signals(got.ended.signal).name if got.ended.signal else "traceback"] += 1
        if got.error is not None and not (str(got.error) and got.error.next_step):
            self.crashes.append(f"{name}: an answer without words")
        self.processor += got.ended.seconds
        self.memory = max(self.memory, (got.ended.memory, name))
        self.seconds = max(self.seconds, (time.monotonic() - start, name))


def run(files: int, seed: int, *, bombs: bool) -> Tally:
    """Read the hand-made bombs, then as many mutated files as asked for, two at a time."""
    tally, guard = Tally(), Guard(before=("workflow.parsers.late_ocr:load_readers",))
    with tempfile.TemporaryDirectory() as place, ThreadPoolExecutor(2) as pool:
        folder = Path(place)
        if bombs:
            for make in (*REFUSED, *HARMLESS, *ANY):
                path = make(folder)
                tally.add(guard, path, path.name)
                path.unlink()
        made = seeds(folder)
        for _ in pool.map(lambda number: _one(tally, guard, folder, f"{seed} {number}", made), range(files)):
            pass
    guard.close()
    return tally


def _one(tally: Tally, guard: Guard, folder: Path, name: str, made: Seeds) -> None:
    draw = random.Random(name)
    ending = draw.choice(_KINDS)
    path = folder / f"{name}{ending}"
    path.write_bytes(mutated(made, ending, draw))
    tally.add(guard, path, path.name)
    path.unlink()
    if name.endswith("00"):
        answered = {key: count for key, count in tally.outcomes.items() if key.startswith("all ")}
        print(name, answered, dict(tally.deaths), len(tally.crashes), file=sys.stderr, flush=True)


def main() -> None:
    """Print the counts."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--files", type=int, default=FILES)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--no-bombs", action="store_true")
    given = words.parse_args()
    start = time.monotonic()
    tally = run(given.files, given.seed, bombs=not given.no_bombs)
    for name, count in sorted(tally.outcomes.items()):
        print(f"{name:20} {count:6}")
    print(f"readers that died    {dict(tally.deaths)}")
    print(f"peak memory          {tally.memory[0] / 1e6:.0f} MB ({tally.memory[1]})")
    print(f"longest              {tally.seconds[0]:.1f} s ({tally.seconds[1]})")
    print(f"processor            {tally.processor:.0f} s in the readers")
    print(f"crashes              {len(tally.crashes)}")
    print(*tally.crashes[:20], f"{time.monotonic() - start:.0f} s in all", sep="\n")


if __name__ == "__main__":
    main()
