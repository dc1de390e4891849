"""What a fault left: every promise about rows, numbers, files and messages, looked at from outside the program."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlmodel import func, select

from tests.faults.place import Place, files
from workflow.core.mail_state import MailState
from workflow.core.register import Book, RegisterKey
from workflow.services.check_files import check_files
from workflow.services.check_tallies import check_tallies
from workflow.services.desk import Desk
from workflow.services.export_all import tables
from workflow.services.verify_record import verify
from workflow.store.dumps import is_empty
from workflow.store.engine import Store, open_store
from workflow.store.outbox import everything
from workflow.store.registers import Registers
from workflow.store.seals import snapshot
from workflow.store.tables import AcknowledgementRow, CounterRow, DispatchRow, EntryRow, MemoRow, OrderRow

EVER = datetime(9999, 1, 1, tzinfo=UTC)  # so long after everything that whatever is half made is old


@dataclass
class Verdict:
    """What was lost, what is there twice, what is wrong and nobody is told of; each a sentence."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)

    def everything(self) -> list[str]:
        """Return all of it."""
        return [*self.lost, *self.doubled, *self.unseen]


def look(place: Place, desk: Desk, verdict: Verdict, *, kills: int) -> None:
    """Look at what holds at every moment, also right after a death."""
    _registers(desk, verdict)
    _told(place, desk, verdict)
    _files(desk, verdict)
    _messages(place, desk, verdict, kills)
    _restored(place, verdict)
    verdict.unseen += [f"counters differ: {one}" for one in check_tallies(desk)]
    with snapshot(desk.store) as session:
        verdict.unseen += [f"verify: {finding.text}" for finding in verify(session).findings]
    if desk.store.engine.dialect.name == "sqlite":
        with desk.store.engine.connect() as connection:
            said = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
            torn = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        verdict.unseen += [f"integrity: {said} {torn}"] if said != "ok" or torn else []


def _registers(desk: Desk, verdict: Verdict) -> None:
    with desk.store.read() as session:
        for row in session.exec(select(CounterRow)).all():
            key = RegisterKey(row.unit, Book(row.book), row.year)
            verdict.lost += [f"hole {hole} in {key}" for hole in Registers(session, row.office, {}).holes(key)]
        lines = session.exec(select(EntryRow)).all()
    taken = Counter(
        (line.unit, line.book, line.year, n) for line in lines for n in range(line.number, line.number_to + 1)
    )
    verdict.doubled += [f"number {name} twice" for name, times in taken.items() if times > 1]


def _told(place: Place, desk: Desk, verdict: Verdict) -> None:
    """Whatever somebody was told is kept."""
    with desk.store.read() as session:
        numbers = dict(session.exec(select(EntryRow.key, EntryRow.number)).all())
        out = Counter(session.exec(select(EntryRow.number).where(EntryRow.book == "ส่ง")).all())
        sent = Counter(session.exec(select(DispatchRow.memo_id)).all())
        acks = Counter(session.exec(select(AcknowledgementRow.dispatch_id)).all())
        orders = session.exec(select(func.count()).select_from(OrderRow)).one()
    kept = {
        "number": lambda words: numbers.get(words[0]) == int(words[1]),
        "out": lambda words: out[int(words[0])] == 1,
        "sent": lambda words: sent[int(words[0])] == int(words[1]),
        "ack": lambda words: acks[int(words[0])] == 1,
        "ordered": lambda words: orders == 1,
    }
    verdict.lost += [f"told {kind} {words}" for kind, *words in place.told() if kind in kept and not kept[kind](words)]
    verdict.doubled += [f"dispatch {n} acknowledged {times} times" for n, times in acks.items() if times > 1]


def _files(desk: Desk, verdict: Verdict) -> None:
    with desk.store.read() as session:
        _, _, findings = check_files(session, desk)
        done = session.exec(select(MemoRow).where(MemoRow.rendered)).all()
    named = {finding.row for finding in findings}
    there = {path.name: path for path in desk.originals.folder.rglob("*")}
    verdict.lost += [f"original {name[:12]} torn" for name in named if name in there]
    stem = desk.memo_folder
    made = {(int(path.parent.name), int(path.name[:5])) for path in stem.rglob("*.pdf") if path.stat().st_size > 500}
    built_by_hand = not any(stem.rglob("*"))  # rows of a builder say so without files
    verdict.lost += [
        f"memo {row.id} says it is made"
        for row in done
        if (row.matter_id, row.id or 0) not in made and not built_by_hand
    ]


def _messages(place: Place, desk: Desk, verdict: Verdict, kills: int) -> None:
    sent = Counter(place.mailed())
    again = sum(times - 1 for times in sent.values())
    verdict.doubled += [f"{again} messages sent again by {kills} kills"] if again > kills else []
    lying = len(list((place.folder / "outbox").glob("*.eml")))
    with desk.store.read() as session:
        rows = everything(session)
    verdict.doubled += ["two messages of one Message-ID"] if len({row.message_id for row in rows}) < len(rows) else []
    delivered = [row for row in rows if row.state == MailState.DELIVERED]
    verdict.lost += [f"{len(delivered)} delivered, {lying} there"] if len(delivered) > lying else []
    verdict.lost += [
        f"message {row.id} failed: {row.trouble}" for row in rows if row.state == MailState.FAILED and row.address
    ]


def _restored(place: Place, verdict: Verdict) -> None:
    """A restored register gives out no number before somebody has looked at the paper, whenever the restore died."""
    if not (place.folder / "restored").exists() or is_empty(place.spare):
        return
    store = open_store(place.spare)
    with store.read() as session:
        free = session.exec(select(CounterRow).where(CounterRow.locked.is_(False))).all()  # type: ignore[attr-defined]
    store.engine.dispose()
    verdict.doubled += [f"register {row.unit} {row.book} restored and not locked" for row in free]


def facts(place: Place, desk: Desk) -> dict[str, Any]:
    """Return what is the same whenever a scenario has come to its end, however it came there."""
    with desk.store.read() as session:
        lines = session.exec(select(EntryRow)).all()
    counts = _counts(desk.store)
    if not is_empty(place.spare):
        spare = open_store(place.spare)
        counts |= {f"spare {name}": count for name, count in _counts(spare).items()}
        spare.engine.dispose()
    named = _unnumbered if place.url.startswith("postgresql") else str
    return {
        "lines": sorted(
            [line.unit, line.book, line.year, line.number, line.number_to, line.kind, named(line.key)] for line in lines
        ),
        "counts": counts,
        "files": [named(name) for name in files(place.folder) if not _passing(Path(name))],
    }


def _unnumbered(name: str) -> str:
    """Return a name without the ids of rows: on PostgreSQL a transaction that was given up leaves its id unused (a register's number never)."""
    return re.sub(r"(?<=:)\d+$|(?<=/)\d{5}(?=[-/])", "n", name)


def _counts(store: Store) -> dict[str, int]:
    with store.read() as session:
        return {
            t.name: session.connection().execute(select(func.count()).select_from(t)).scalar_one() for t in tables()
        }


def _passing(name: Path) -> bool:
    return name.suffix == ".key" or name.name.endswith("-turns")


def differences(should: dict[str, Any], found: dict[str, Any]) -> Verdict:
    """Return what an undisturbed run has that this one has not, and what this one has besides."""
    verdict = Verdict()
    for name in ("lines", "files"):
        before, now = (Counter(map(str, of[name])) for of in (should, found))
        verdict.lost += [f"{name}: {one}" for one in (before - now).elements()]
        verdict.doubled += [f"{name}: {one} besides" for one in (now - before).elements()]
    for table, count in should["counts"].items():
        rows = found["counts"].get(table, 0)
        verdict.lost += [f"{table}: {count - rows} rows fewer"] if rows < count else []
        verdict.doubled += [f"{table}: {rows - count} rows besides"] if rows > count else []
    return verdict
