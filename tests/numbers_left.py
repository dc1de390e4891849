"""What writers of numbers left in the database, beside what each of them was told."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import select

from tests.number_writers import KEY
from tests.promises import Seen
from workflow.store.engine import open_store
from workflow.store.registers import Registers
from workflow.store.tables import EntryRow


@dataclass(frozen=True)
class Left:
    """The numbers in the book, its holes, and which numbers somebody was told that are not there under his key."""

    numbers: list[int]
    holes: int
    lost: list[str]
    told: int
    killed: int
    seconds: float

    @property
    def seen(self) -> Seen:
        """What this proves of the numbers."""
        gone = len(self.lost) + self.holes + max(0, self.told - len(self.numbers))
        return Seen(
            self.told, self.killed, gone, self.doubles, int(self.numbers != list(range(1, len(self.numbers) + 1)))
        )

    @property
    def doubles(self) -> int:
        """How many numbers are there twice."""
        return len(self.numbers) - len(set(self.numbers))


def command(url: str, folder: Path, writers: int, each: int, kill: tuple[int, int] = (0, 0)) -> list[str]:
    """Return the words that start the writers; `kill`: numbers between two killings of one, and of everybody (0: none)."""
    script = Path(__file__).with_name("number_writers.py")
    return [sys.executable, str(script), url, str(folder), str(writers), str(each), *map(str, kill)]


def run(words: list[str], timeout: float) -> str:
    """Run the writers to their end and return what they said."""
    done = subprocess.run(words, capture_output=True, text=True, timeout=timeout, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def left(url: str, folder: Path, said: str) -> Left:
    """Compare the book with what the writers were told."""
    store = open_store(url)
    with store.read() as session:
        entries = dict(session.exec(select(EntryRow.key, EntryRow.number)).all())
        holes = len(Registers(session, "police", {}).holes(KEY))
    store.engine.dispose()
    told = [line.split() for log in folder.glob("w*.log") for line in log.read_text().splitlines()]
    lost = [key for key, number in told if entries.get(key) != int(number)]
    return Left(sorted(entries.values()), holes, lost, len(told), **json.loads(said))
