"""Kills a dispatch with SIGKILL again and again, runs it once more, and prints what each killing left. Run by test_kill_dispatch.py.

Everything is imported once; all work happens in forked children, each on its own copy of a prepared data folder. (The parent only
forks: the typesetter starts threads, and a fork of a process with threads hangs on their locks.) Half of the points are statements of
the database, half are moments.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, event
from sqlmodel import col, func, select

from workflow.bootstrap import make_desk
from workflow.core.register import Book, RegisterKey
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.draft_memo import MemoOut, draft_memo, submit_memo
from workflow.services.give_order import Decision, give_order
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.settings import Settings
from workflow.store.registers import Registers
from workflow.store.tables import DispatchRow, MemoRow

ROOT = Path(__file__).parent.parent.parent
DAY = When.day(date(2025, 12, 3))
REQUEST = DispatchRequest(1, ("ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า",), DAY)


def desk_in(folder: Path) -> Desk:
    environment = {"SARABAN_DATA": str(folder), "SARABAN_CONFIG": str(ROOT / "config")}
    return make_desk(Settings.from_environment(environment))


def prepare(folder: Path) -> None:
    desk = desk_in(folder)
    office = desk.office("police")
    matter = receive_letter(
        desk, Arrival(ROOT / "specimens/result-letter.txt", "police", office.owner_unit, DAY)
    ).matter
    draft_memo(desk, MemoOut(matter, "result-report", DAY))
    submit_memo(desk, MemoOut(matter, "result-report", DAY))
    give_order(desk, Decision(matter, "เห็นชอบตามที่เสนอในข้อ ๓", office.via_post or office.addressee_post, DAY))
    desk.store.engine.dispose()


def dispatch_and_die(folder: Path, statement: int) -> None:
    """Dispatch, and die before the given statement of the database (0: never)."""
    count = 0

    @event.listens_for(Engine, "before_cursor_execute")
    def _count(*_: object) -> None:
        nonlocal count
        count += 1
        if count == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    dispatch_memo(desk_in(folder), REQUEST)
    (folder / "statements").write_text(str(count))  # only the uninterrupted run comes here


def in_child(work: Callable[[], None], *, after: float | None = None) -> bool:
    """Do the work in a child, killing it after so many seconds; return whether it was killed."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 - a child must never go on as a second parent
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    ended = os.waitpid(child, 0)[1]
    if not os.WIFSIGNALED(ended) and os.waitstatus_to_exitcode(ended):
        sys.exit("the child failed of itself")
    return os.WIFSIGNALED(ended)


def found(folder: Path) -> dict[str, int]:
    """Return what the killing left before anything was mended."""
    desk = desk_in(folder)
    with desk.store.read() as session:
        sent = session.exec(select(func.count()).select_from(DispatchRow)).one()
        finished = session.exec(
            select(func.count()).select_from(MemoRow).where(MemoRow.kind == REQUEST.kind, col(MemoRow.rendered))
        ).one()
    return {"sent_before": sent, "finished_before": finished}


def left_behind(folder: Path, killed: bool) -> None:
    """Run the dispatch once more and print what there is now."""
    before, desk = found(folder), desk_in(folder)
    sent = dispatch_memo(desk, REQUEST)
    with desk.store.read() as session:
        posts = [row.post for row in session.exec(select(DispatchRow))]
        notes = session.exec(select(func.count()).select_from(MemoRow).where(MemoRow.kind == REQUEST.kind)).one()
        office = desk.office("police")
        registers = Registers(session, "police", office.openings)
        book = RegisterKey(office.owner_unit, Book.OUTGOING, 2568)
        numbers, holes = [e.number for e in registers.entries(book)], registers.holes(book)
    # half a file that a killing left (.part) is swept away in time (services/tidy_up.py), and is nobody's memo
    made = (path for path in (folder / "memos").rglob("*forwarding-note*") if path.suffix != ".part")
    files = sorted(path.suffix for path in made if path.stat().st_size > 1000)
    line = {
        "killed": killed, **before, "posts": len(posts), "different": len(set(posts)), "planned": len(sent.plan.dispatches),
        "notes": notes, "numbers": numbers, "holes": len(holes), "files": files,
    }  # fmt: skip
    print(json.dumps(line), flush=True)


def main(work: Path, points: int, seed: int) -> None:
    """Kill as many dispatches as `points` says; a moment that came too late is not counted."""
    draw = random.Random(seed)
    prepared, whole = work / "prepared", work / "whole"
    in_child(lambda: prepare(prepared))
    shutil.copytree(prepared, whole)
    started = time.monotonic()
    in_child(lambda: dispatch_and_die(whole, 0))
    duration, statements = time.monotonic() - started, int((whole / "statements").read_text())
    killed = 0
    for n in range(points * 3):
        folder, by_moment = work / f"point{n}", n % 2 == 1
        shutil.copytree(prepared, folder)
        statement = 0 if by_moment else draw.randint(1, statements)
        died = in_child(
            lambda: dispatch_and_die(folder, statement),  # noqa: B023
            after=draw.uniform(0, duration) if by_moment else None,
        )
        in_child(lambda: left_behind(folder, died))  # noqa: B023
        shutil.rmtree(folder)
        killed += died
        if killed == points:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
