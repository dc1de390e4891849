"""Pages with very many recipients: `python -m benchmarks.web [--people 200000] [--units 4000] [--database sqlite|postgresql]`.

One matter is sent to so many people of an invented office through `services/sending.py`, by a worker in this process; half of them
answer, some late. Then a server on the loopback is asked for each page, logged in as the owner and as branches of several sizes:
median and slowest milliseconds over HTTP, what this process computed for it (with SQLite, not with PostgreSQL), the size of the page,
and how many rows the database handed over for it. The bars: a median under 300 ms, and no page that reads more than 2,500 rows. Exits 1
when one is not kept. What the days cost that the pages are told from is printed beside them: one count of every paper anew, and one
roll-up, after which a hundredth of the papers is answered and rolled up again.
"""

import argparse
import http.client
import logging
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import structlog
from sqlalchemy import event

from benchmarks.scale_acks import database
from benchmarks.synthetic_office import TOP, Size, code, fill_roster, synthetic_desk
from benchmarks.web_matter import NOW, roll_up_days, seed
from tests.browser.served import listening
from tests.integration.web.signed_in import session_for
from workflow.core.working_as import Role
from workflow.entrypoints.web.app import make_app
from workflow.services.desk import Desk
from workflow.store.account_tables import AccountDeskRow

MEDIAN_MS, ROWS_AT_MOST = 300.0, 2_500
ASKED = 15  # times each page
SHOWN = "/matters/{matter}/recipients?show="
PAGES = (
    ("home", "owner", "/"),
    ("the matters", "owner", "/matters"),
    ("tracking: the matter", "owner", "/matters/{matter}"),
    ("tracking: the tree", "owner", "/matters/{matter}/units"),
    ("tracking: a branch", "owner", "/matters/{matter}/units?unit={top}"),
    ("tracking: a division", "owner", "/matters/{matter}/units?unit={mid}"),
    ("list: everybody", "owner", "/matters/{matter}/recipients"),
    *(
        (f"list: {pill}", "owner", f"{SHOWN}{pill}")
        for pill in ("received", "acknowledged", "overdue", "forwarded", "closed")
    ),
    ("list: far down", "owner", SHOWN + "overdue&seat=3000"),
    ("list: a division", "owner", SHOWN + "sent&unit={mid}"),
    ("a commander's branch: all", "all", "/branch"),
    ("a commander's branch: a division", "mid", "/branch"),
    ("home of a division", "mid", "/"),
    ("inbox of the top", "all", "/inbox"),
    ("inbox of a small unit", "small", "/inbox"),
    ("sendings", "owner", "/sendings"),
    ("one recipient", "owner", "/matters/{matter}/recipients/{late}"),
    ("one recipient's own copy", "owner", "/matters/{matter}/recipients/{late}/copy"),
    ("reminders", "owner", "/reminders"),
    ("register of the owner", "owner", "/registers/{owner}/2568/{book}"),
    ("where the days go: the matter", "owner", "/matters/{matter}/latency"),
    ("where the days go: a branch", "mid", "/latency"),
)


@dataclass
class Rows:
    """How many rows the database has handed over."""

    count: int = 0


@dataclass(frozen=True)
class Page:
    """One page measured."""

    name: str
    median: float
    slowest: float
    spent: float
    size: int
    rows: int

    @property
    def holds(self) -> bool:
        """Whether both bars are kept."""
        return self.median < MEDIAN_MS and self.rows <= ROWS_AT_MOST

    @property
    def line(self) -> str:
        """As it is printed."""
        spent = f"median {self.median:6.1f} ms  slowest {self.slowest:7.1f} ms  CPU {self.spent:6.1f} ms"
        said = "" if self.holds else "  NOT KEPT"
        return f"  {self.name:<33} {spent}  {self.size / 1024:4.0f} kB  {self.rows:>6,} rows{said}"


def log_in(desk: Desk, unit: str, role: Role) -> str:
    """Open a session at a desk of a unit; return its token."""
    given = AccountDeskRow(account_id=0, office="police", unit=unit, role=role, post="")
    return session_for(desk, given, "นาง ตัวอย่าง", NOW.at)


def count_rows(desk: Desk) -> Rows:
    """Count every row that is handed over from now on."""
    seen = Rows()
    if desk.store.engine.dialect.name == "sqlite":

        def counted(_cursor: Any, row: Any) -> Any:
            seen.count += 1
            return row

        def watch(connection: Any, *_: Any) -> None:
            connection.row_factory = counted

        event.listen(desk.store.engine, "checkout", watch)
    else:

        def executed(_connection: Any, cursor: Any, statement: str, *_: Any) -> None:
            if statement.lstrip()[:6].upper() in {"SELECT", "WITH R"}:
                seen.count += max(0, cursor.rowcount)

        event.listen(desk.store.engine, "after_cursor_execute", executed)
    return seen


@contextmanager
def served(desk: Desk) -> Iterator[tuple[int, str]]:
    """Give the port of a server on the loopback, and the name of its cookie."""
    app = make_app(desk, now=lambda: _now())
    with listening(app) as address:
        yield int(address.rpartition(":")[2]), app.state.cookie


def _now() -> datetime:
    return NOW.at


def asked(port: int, path: str, cookie: str) -> tuple[float, bytes]:
    """Return the milliseconds of one answer and the answer; redirections are followed, and count."""
    began = time.perf_counter()
    for _ in range(3):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", path, headers={"Cookie": cookie})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        if answer.status != 303:
            break
        path = answer.headers["Location"]
    assert answer.status == 200, (path, answer.status, body[:300])
    return (time.perf_counter() - began) * 1000, body


def taken(port: int, path: str, cookie: str) -> None:
    """Take the whole list away as a file, and print how long its first piece and all of it took."""
    began = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    size, first = len(answer.read(1)), time.perf_counter() - began
    while piece := answer.read(1 << 16):
        size += len(piece)
    connection.close()
    whole, peak = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ending = path.rpartition(".")[2]
    print(
        f"  everybody as {ending:<4}: first byte {first * 1000:.0f} ms, all in {whole:.1f} s, {size / 1e6:.1f} MB; process peak {peak:.0f} MB"
    )


def measure(desk: Desk, matter: int, people: int, *, files: bool = True) -> Iterator[Page]:
    """Yield every page, measured; then take the list away as `files`."""
    seen, mid, low = count_rows(desk), code(2, 0), code(5, 0)
    desks = {
        "owner": log_in(desk, "สทส.", Role.DRAFTER), "all": log_in(desk, TOP, Role.REGISTRY),
        "mid": log_in(desk, mid, Role.REGISTRY), "small": log_in(desk, low, Role.REGISTRY),
    }  # fmt: skip
    known = {
        "matter": matter,
        "late": people * 3 // 4,
        "owner": quote("สทส."),
        "book": quote("รับ"),
        "top": quote(TOP),
        "mid": quote(mid),
    }
    with served(desk) as (port, cookie):
        for name, desk_of, form in PAGES:
            path = form.format(**known)
            held = f"{cookie}={desks[desk_of]}"
            _, body = asked(port, path, held)
            before, worked = seen.count, time.process_time()
            spent = [asked(port, path, held)[0] for _ in range(ASKED)]
            rows, cpu = (seen.count - before) // ASKED, (time.process_time() - worked) / ASKED * 1000
            yield Page(name, statistics.median(spent), max(spent), cpu, len(body), rows)
        for ending in ("xlsx", "csv") if files else ():
            taken(port, f"/matters/{matter}/recipients.{ending}", f"{cookie}={desks['owner']}")


def main() -> int:
    """Measure and print; return 0 when every bar is kept."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=200_000)
    options.add_argument("--units", type=int, default=4_000)
    options.add_argument("--database", choices=["sqlite", "postgresql"], action="append")
    options.add_argument("--without-files", action="store_true", help="take no list away")
    given = options.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    kept = True
    for kind in given.database or ["sqlite", "postgresql"]:
        with tempfile.TemporaryDirectory() as name, database(kind, Path(name)) as url:
            size = Size(given.units, given.people)
            desk = synthetic_desk(url, Path(name), size)
            fill_roster(desk, size)
            matter = seed(desk, given.people)
            load = os.getloadavg()[0]
            print(
                f"{kind}: one matter, {given.people:,} recipients in {given.units:,} units (load {load:.1f}; each page {ASKED} times)"
            )
            roll_up_days(desk, matter, given.people)
            most = 0
            for page in measure(desk, matter, given.people, files=not given.without_files):
                kept &= page.holds
                most = max(most, page.rows)
                print(page.line, flush=True)
            print(
                f"  no page loads all rows: the most that one read is {most:,} of {given.people:,} (bar {ROWS_AT_MOST:,})"
            )
            desk.store.engine.dispose()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
