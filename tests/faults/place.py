"""Where a scenario is played: a folder, a database, an empty database beside it, and what the program told while it played."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tests.integration.services import intake_desk
from tests.integration.services.journey_desk import office
from tests.integration.services.police import police_desk
from workflow.core.errors import Refused
from workflow.core.reading import Reading
from workflow.delivery.mail import EmlFolder
from workflow.delivery.outgoing import Mail, Outcome
from workflow.services.desk import Desk
from workflow.services.sending import write_piece
from workflow.store.engine import open_store

SECRET = "ลับ".encode()


@dataclass(frozen=True)
class Place:
    """`spare` is the URL of an empty database."""

    folder: Path
    url: str
    spare: str

    def desk(self) -> Desk:
        """Lay the small office's desk, as a new process does; a file that says it is classified is refused."""
        found = office()
        holders = (replace(h, email=f"officer{n}@office.example") for n, h in enumerate(found.chart.holders))
        found = replace(found, chart=replace(found.chart, holders=tuple(holders)))
        made = intake_desk.desk(open_store(self.url), self.folder, _read)
        return replace(made, office=lambda _: found, channel=Counted(self.folder))

    def police(self, *, spare: bool = False) -> Desk:
        """Lay the police desk, on the spare database where told."""
        return police_desk(self.spare if spare else self.url, self.folder / "spare" if spare else self.folder)

    def tell(self, *words: object) -> None:
        """Note what somebody was told; a process that dies loses nothing of it."""
        with (self.folder / "told").open("a") as file:
            file.write(f"{' '.join(map(str, words))}\n")

    def told(self) -> list[list[str]]:
        """Return what was told, in order."""
        return _lines(self.folder / "told")

    def mailed(self) -> list[str]:
        """Return the Message-ID of every message that was sent, in order."""
        return [words[0] for words in _lines(self.folder / "mailed")]


def _lines(file: Path) -> list[list[str]]:
    return [line.split() for line in file.read_text().splitlines()] if file.exists() else []


def _read(path: Path) -> Reading:
    if SECRET in path.read_bytes():
        raise Refused("มีชั้นความลับ “ลับ” จึงไม่อ่านและไม่เก็บไว้")
    return intake_desk.reading()


@dataclass(frozen=True)
class Counted:
    """The mail folder, and a note of every time a message was sent."""

    folder: Path

    def send(self, mail: Mail) -> tuple[Outcome, str]:
        """Send it."""
        done = EmlFolder(self.folder / "outbox").send(mail)
        with (self.folder / "mailed").open("a") as file:
            file.write(f"{mail.message_id}\n")
        return done


def write_all(desk: Desk, memo: int, *, at: datetime) -> None:
    """Write a large sending piece by piece to its end, as a worker does."""
    more = True
    while more:
        with desk.store.write() as session:
            more = write_piece(session, memo, at)


def files(folder: Path, *, but: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the files that a scenario left, without those of the test, of the database and of the keys."""
    own = {"told", "mailed", "trace", "reached", "facts", "letter.txt", *but}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in own and ".sqlite3" not in path.name:
            yield str(path.relative_to(folder))


__all__ = ["SECRET", "Counted", "Place", "files", "write_all"]
