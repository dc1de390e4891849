"""What a sweep costs with 200,000 papers open: nothing due, everything due, everything promised. `python -m benchmarks.reminders [N]`.

SQLite in a folder of its own; seconds of the processor and of the clock. Sending is not measured: the mail server is the bottleneck.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from sqlalchemy import insert

from tests import build
from workflow.core.reminder import Rung
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.promise_reminders import promise_reminders
from workflow.services.redate import redate
from workflow.services.reminder_plan import Plan, plan_reminders
from workflow.store.engine import open_store
from workflow.store.migrate import upgrade
from workflow.store.sending_tables import RosterRow
from workflow.store.tables import DispatchRow

T = TypeVar("T")
RUNGS = (Rung("ล่วงหน้า", -1), Rung("ครบกำหนด", 0), Rung("ครั้งที่ ๑", 2))
BEFORE, DUE, PIECE = date(2019, 12, 11), build.DUE, 10_000


def prepare(folder: Path, count: int) -> Desk:
    """Lay a desk on a database in which so many positions have one paper and have not answered."""
    store = open_store(f"sqlite:///{folder / 'many.sqlite3'}")
    upgrade(store)
    office = replace(build.office(), rungs=RUNGS)
    desk = replace(build.desk(store, folder), office=lambda _: office)
    matter = build.matter(desk)
    memo = build.memo(desk, matter)
    sent = {
        "matter_id": matter,
        "memo_id": memo,
        "from_unit": "สทส.",
        "unit": "กอง ก.",
        "reason": "ทุกคน",
        "downward": True,
        "state": "sent",
    }
    told = {"due_on": DUE, "calendar_version": "test", "sent_at": When.day(build.SENT).at}
    for first in range(0, count, PIECE):
        posts = [f"ตำแหน่งที่ {n}" for n in range(first, min(first + PIECE, count))]
        with store.write() as session:
            session.connection().execute(insert(DispatchRow), [{**sent, **told, "post": post} for post in posts])
            people = [
                {
                    "office": "test",
                    "post": p,
                    "unit": "กอง ก.",
                    "title": p,
                    "rank": "",
                    "name": "",
                    "email": f"{n + first}@office.example",
                }
                for n, p in enumerate(posts)
            ]
            session.connection().execute(insert(RosterRow), people)
    return desk


def measured(what: str, work: Callable[[], T]) -> T:
    """Do the work and print what it took."""
    clock, processor = time.perf_counter(), time.process_time()
    done = work()
    print(
        f"{what}: {time.process_time() - processor:.2f} s of the processor, {time.perf_counter() - clock:.2f} s",
        flush=True,
    )
    return done


def plan(desk: Desk, on: date) -> Plan:
    """Ask who is due."""
    with desk.store.read() as session:
        return plan_reminders(session, desk, today=on)


def main(count: int) -> None:
    """Measure the four moments of a sweep."""
    with tempfile.TemporaryDirectory() as folder:
        desk = prepare(Path(folder), count)
        measured(f"{count} open, no rung reached", lambda: plan(desk, BEFORE))
        measured("is every due day counted on the table in force", lambda: redate(desk, when=When.day(BEFORE)))
        due = measured("all due: who", lambda: plan(desk, DUE))
        measured("all due: promised and written", lambda: list(promise_reminders(desk, due, When.day(DUE))))
        again = measured("all promised: the next sweep", lambda: plan(desk, DUE))
        assert (len(due.people), again.people) == (count, [])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
