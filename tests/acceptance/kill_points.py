"""Kills a dispatch with SIGKILL again and again, runs it once more, and prints what each killing left. Run by test_kill_dispatch.py.

Everything is imported once; each killing happens in a forked child on its own copy of a prepared data folder. Half of the points are
statements of the database, half are moments.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, event
from sqlmodel import func, select

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
    count = 0

    @event.listens_for(Engine, "before_cursor_execute")
    def _count(*_: object) -> None:
        nonlocal count
        count += 1
        if count == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    dispatch_memo(desk_in(folder), REQUEST)
    print(count, file=sys.stderr)  # only reached by the uninterrupted run


def in_child(folder: Path, *, statement: int = 0, after: float | None = None) -> bool:
    """Run the dispatch in a child; return whether it was killed."""
    child = os.fork()
    if child == 0:
        dispatch_and_die(folder, statement)
        os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def left_behind(folder: Path) -> dict[str, object]:
    """Run the dispatch once more and return what there is now."""
    desk = desk_in(folder)
    sent = dispatch_memo(desk, REQUEST)
    with desk.store.read() as session:
        posts = [row.post for row in session.exec(select(DispatchRow))]
        notes = session.exec(select(func.count()).select_from(MemoRow).where(MemoRow.kind == "forwarding-note")).one()
        office = desk.office("police")
        registers = Registers(session, "police", office.openings)
        book = RegisterKey(office.owner_unit, Book.OUTGOING, 2568)
        numbers, holes = [e.number for e in registers.entries(book)], registers.holes(book)
    desk.store.engine.dispose()
    files = sorted(p.suffix for p in (folder / "memos").rglob("*forwarding-note*"))
    return {
        "posts": len(posts), "different": len(set(posts)), "planned": len(sent.plan.dispatches), "notes": notes,
        "numbers": numbers, "holes": len(holes), "files": files,
    }  # fmt: skip


def main(work: Path, points: int, seed: int) -> None:
    draw = random.Random(seed)
    prepare(work / "prepared")
    started = time.monotonic()
    shutil.copytree(work / "prepared", work / "whole")
    in_child(work / "whole")
    duration = time.monotonic() - started
    for n in range(points):
        folder = work / f"point{n}"
        shutil.copytree(work / "prepared", folder)
        by_moment = n % 2 == 1
        killed = (
            in_child(folder, after=draw.uniform(0, duration))
            if by_moment
            else in_child(folder, statement=draw.randint(1, 60))
        )
        print(json.dumps({"killed": killed, **left_behind(folder)}), flush=True)
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
