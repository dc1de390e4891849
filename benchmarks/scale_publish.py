"""Publishing: from the request to the last durable recipient. Number, memo in words, dispatches, counters, event, all committed and synced;
the DOCX and PDF are made afterwards and are not in it. Beside it: the same dispatches through the ORM's `add_all`.
"""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session, col, select

from benchmarks.scale_rows import Row, apart
from benchmarks.synthetic_office import DAY, TOP, Size, fill_roster, matter_to_send, synthetic_desk
from workflow.durable.worker import Worker
from workflow.entrypoints.clock import now
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import Dispatched, DispatchRequest, dispatch_in
from workflow.services.durable_work import works
from workflow.services.sending import once_ready
from workflow.services.show_sendings import show_sending
from workflow.store.sending_tables import SendingRow
from workflow.store.tables import DispatchRow, MemoRow

UNITS = 1_521  # 1,520 below the top
ROUNDS = 5
EVERYBODY = f"ข้าราชการทุกคนในสังกัด {TOP}"
EVERY_UNIT = f"ทุกหน่วยในสังกัด {TOP}"


@dataclass(frozen=True)
class Published:
    """What one process measured of itself: seconds, megabytes at its highest, recipients."""

    seconds: float
    peak_mb: float
    recipients: int


def measure(url: str, folder: Path, quick: bool) -> Iterator[Row]:
    """Yield publishing to 1,520 units and to 200,000 people (a tenth when quick), each in a process of its own."""
    people = 20_000 if quick else 200_000
    prepare(url, folder, people, ROUNDS + 1)
    units = Published(**apart(__name__, "units", url, folder, people))
    units_orm = Published(**apart(__name__, "orm", url, folder, people, UNITS - 1))
    yield Row("publish to 1,520 units", units.seconds, "s", 0.3, reference="ORM add_all", against=units_orm.seconds)
    everybody = Published(**apart(__name__, "everybody", url, folder, people))
    assert everybody.recipients == people, everybody
    orm = Published(**apart(__name__, "orm", url, folder, people, people))
    bar = (
        None if quick else 4.0 if url.startswith("postgresql") else 2.0
    )  # a tenth of the people costs more than a tenth
    named = f"publish to {people:,} people"
    yield Row(
        named, everybody.seconds, "s", bar, reference="ORM add_all", against=orm.seconds, times=None if quick else 10
    )
    yield Row(f"{named}: memory", everybody.peak_mb, "MB", 150, reference="ORM add_all", against=orm.peak_mb)


def prepare(url: str, folder: Path, people: int, matters: int) -> None:
    """Fill a database with the invented office, its people, and matters ready to be sent."""
    apart(__name__, "prepare", url, folder, people, matters)


def _prepare(desk: Desk, people: int, matters: int) -> dict[str, object]:
    fill_roster(desk, Size(UNITS, people))
    desk.engine.prepare()
    return {"matters": [matter_to_send(desk, f"letter {n}") for n in range(matters)]}


def _publish(desk: Desk, matter: int, to: str) -> Dispatched:
    """Do what `dispatch_memo` does, but for the files."""

    def in_one_transaction() -> Dispatched:
        with desk.store.write() as session:
            return dispatch_in(session, desk, DispatchRequest(matter, (to,), DAY))

    return once_ready(desk, in_one_transaction)


def _units(desk: Desk) -> Published:
    """Return the median of the rounds (the first of which keeps the tree of the day)."""
    took, count = [], 0
    for matter in range(1, ROUNDS + 1):
        began = time.perf_counter()
        count = _publish(desk, matter, EVERY_UNIT).count
        took.append(time.perf_counter() - began)
    return Published(statistics.median(took), _peak(), count)


def _everybody(desk: Desk) -> Published:
    """Publish while a worker runs in this process, and wait for the last recipient."""
    worker = Worker(desk.store, works(desk, now), "scale")
    worker.start()
    began = time.perf_counter()
    memo = _publish(desk, ROUNDS + 1, EVERYBODY).memo or 0
    while (line := show_sending(desk, memo)).state == "sending":
        time.sleep(0.05)  # asking is work too, and on the same cores
    took = time.perf_counter() - began
    worker.stop()
    assert line.state == "sent", line
    return Published(took, _peak(), line.written)


def _orm(desk: Desk, count: int) -> Published:
    """Write so many dispatches of a memo as objects, all in one transaction."""
    with desk.store.write() as session:
        memo = _blank_memo(session)
        like = session.exec(select(DispatchRow).order_by(col(DispatchRow.id)).limit(1)).one()
        common = {
            name: getattr(like, name) for name in DispatchRow.model_fields if name not in {"id", "memo_id", "post"}
        }
    began = time.perf_counter()
    with desk.store.write() as session:
        session.add_all([DispatchRow(**common, memo_id=memo, post=f"ตน {n:07d}") for n in range(count)])
    return Published(time.perf_counter() - began, _peak(), count)


def _blank_memo(session: Session) -> int:
    sent = session.exec(select(SendingRow).limit(1)).one()
    row = MemoRow(matter_id=sent.matter_id, kind="reference", unit=sent.from_unit, key=f"reference {time.time_ns()}")
    session.add(row)
    session.flush()
    return row.id or 0


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(act: str, url: str, folder: str, people: str, *more: str) -> None:
    """Do one measure in this process and print it as JSON."""
    desk = synthetic_desk(url, Path(folder), Size(UNITS, int(people)))
    desk.office("police"), desk.fonts(), desk.calendar(), desk.greetings()  # what a server has read long before
    acts: dict[str, Callable[[], Published]] = {
        "units": lambda: _units(desk), "everybody": lambda: _everybody(desk), "orm": lambda: _orm(desk, int(more[0])),
    }  # fmt: skip
    found = _prepare(desk, int(people), int(more[0])) if act == "prepare" else vars(acts[act]())
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
