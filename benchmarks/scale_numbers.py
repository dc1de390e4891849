"""Numbers of one hot book a second with 32 writers: `python -m benchmarks.scale_numbers [--count N] [--quick]`.

Every way works in real transactions of the project's own `Store` and one in twenty aborts after its number was taken. The references
run in the same minute on the same databases: `max + 1` by the ORM (SERIALIZABLE and tried again on PostgreSQL), and a SEQUENCE, which
is quick and leaves a hole for every abort.
"""

import argparse
import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session, col, func, select

from benchmarks.scale_rows import new_database, postgres
from workflow.core.errors import TryAgain
from workflow.core.letter_number import NumberForm
from workflow.core.register import Book, RegisterKey
from workflow.store.engine import Store, open_store
from workflow.store.migrate import upgrade
from workflow.store.registers import EntryDraft, Registers
from workflow.store.tables import EntryRow

KEY = RegisterKey("สทส.", Book.OUTGOING, 2562)
AT = datetime(2019, 11, 22, tzinfo=UTC)
FORM = NumberForm("๐๐๓๓.๑๒/")
WRITERS, ABORTS, WORK = 32, 20, 0.005
Take = Callable[[Store, int], None]


class Abort(Exception):
    """A paper that is given up after its number was taken."""


@dataclass(frozen=True)
class Row:
    """What one way did: numbers a second, how long one took (milliseconds), what it left."""

    database: str
    way: str
    writers: str
    count: int
    per_second: float
    p50: float
    p99: float
    tries: int
    holes: int
    doubles: int


@dataclass(frozen=True)
class Way:
    """A way to take a number, on which databases, and how many processes of how many threads do so."""

    name: str
    take: Take
    databases: tuple[str, ...]
    processes: int
    threads: int
    share: float = 1.0


def ours(store: Store, n: int) -> None:
    """The project's own way: prepare, number last."""
    with store.write() as session:
        draft = EntryDraft(key=uuid4().hex, at=AT, subject="แจ้งผลการสำรวจ", letter_date=AT.date(), form=FORM)
        Registers(session, "police", {}).issue(KEY, draft)
        if n % ABORTS == 0:
            raise Abort


def number_first(store: Store, n: int) -> None:
    """The number, then five milliseconds of work in the same transaction: the book is held all that time."""
    with store.write() as session:
        Registers(session, "police", {}).issue(KEY, EntryDraft(key=uuid4().hex, at=AT, form=FORM))
        time.sleep(WORK)


def number_last(store: Store, n: int) -> None:
    """The same work, then the number."""
    with store.write() as session:
        session.connection().execute(text("SELECT 1"))
        time.sleep(WORK)
        Registers(session, "police", {}).issue(KEY, EntryDraft(key=uuid4().hex, at=AT, form=FORM))


def most_and_one(store: Store, n: int) -> None:
    """What a program does without a counter: the highest number and one, tried again when another was first."""
    level = "SERIALIZABLE"
    engine = (
        store.engine.execution_options(isolation_level=level) if "sqlite" not in str(store.engine.url) else store.engine
    )
    with Session(engine) as session, session.begin():
        where = (EntryRow.unit == KEY.unit, EntryRow.book == KEY.book, EntryRow.year == KEY.year)
        last = session.exec(select(func.max(EntryRow.number)).where(*where)).one()
        _add(session, (last or 0) + 1)
        if n % ABORTS == 0:
            raise Abort


def by_sequence(store: Store, n: int) -> None:
    """A SEQUENCE of PostgreSQL."""
    with Session(store.engine) as session, session.begin():
        _add(session, session.connection().execute(text("SELECT nextval('running')")).scalar_one())
        if n % ABORTS == 0:
            raise Abort


def _add(session: Session, number: int) -> None:
    session.add(
        EntryRow(
            office="police", unit=KEY.unit, book=KEY.book, year=KEY.year, number=number, number_to=number, kind="issued",
            key=uuid4().hex, at=AT, letter_number=FORM.write(number), letter_date=AT.date(), subject="แจ้งผลการสำรวจ",
        )
    )  # fmt: skip
    session.flush()


BOTH, PG = ("sqlite", "postgresql"), ("postgresql",)
WAYS = (
    Way("Registers.issue", ours, BOTH, 1, WRITERS),
    Way("Registers.issue", ours, BOTH, 4, WRITERS // 4),
    Way("Registers.issue", ours, BOTH, WRITERS, 1),
    Way("max + 1 by the ORM, tried again", most_and_one, BOTH, 4, WRITERS // 4, 0.1),
    Way("SEQUENCE", by_sequence, PG, 4, WRITERS // 4, 0.5),
    Way("number first, then 5 ms of work", number_first, PG, 4, 2, 0.1),
    Way("5 ms of work, number last", number_last, PG, 4, 2, 0.1),
)


def measure(count: int, *, databases: tuple[str, ...] = BOTH) -> Iterator[Row]:
    """Yield what each way did, `count` numbers wanted of the project's own."""
    with (
        TemporaryDirectory(prefix="saraban-numbers-", ignore_cleanup_errors=True) as folder,
        _servers(Path(folder)) as url,
    ):
        for way in WAYS:
            for database in way.databases:
                if database in databases:
                    yield _run(way, database, url(database), max(WRITERS, int(count * way.share)))


@contextmanager
def _servers(folder: Path) -> Iterator[Callable[[str], str]]:
    with postgres() as server:

        def url(database: str) -> str:
            """Return an empty database of the newest schema."""
            made = new_database(server) if database == "postgresql" else f"sqlite:///{folder / uuid4().hex}.sqlite3"
            store = open_store(made)
            upgrade(store)
            if database == "postgresql":
                with store.write() as session:
                    session.connection().execute(text("CREATE SEQUENCE running"))
            store.engine.dispose()
            return made

        yield url


def _run(way: Way, database: str, url: str, count: int) -> Row:
    fork = multiprocessing.get_context("fork")
    ready, answers = fork.Barrier(way.processes + 1), fork.SimpleQueue()
    each = count // (way.processes * way.threads)
    workers = [fork.Process(target=_work, args=(way, url, each, ready, answers)) for _ in range(way.processes)]
    for worker in workers:
        worker.start()
    ready.wait()
    begun = time.perf_counter()
    told = [answers.get() for _ in workers]
    lasted = time.perf_counter() - begun
    for worker in workers:
        worker.join()
    spent = sorted(ms for one in told for ms in one[0])
    made, holes, doubles = _left(url)
    cuts = quantiles(spent, n=100)
    writers = f"{way.processes}×{way.threads}"
    return Row(
        database,
        way.name,
        writers,
        made,
        made / lasted,
        cuts[49],
        cuts[98],
        sum(one[1] for one in told),
        holes,
        doubles,
    )


def _work(way: Way, url: str, each: int, ready: Any, answers: Any) -> None:
    store = open_store(url)
    spent: list[list[float]] = [[] for _ in range(way.threads)]
    tries = [0] * way.threads
    with store.read() as session:
        session.exec(select(func.count()).select_from(EntryRow)).one()

    def write(n: int) -> None:
        for k in range(1, each + 1):
            begun = time.perf_counter()
            while not _taken(way.take, store, n * 7 + k):
                tries[n] += 1
            spent[n].append(1000 * (time.perf_counter() - begun))

    threads = [Thread(target=write, args=(n,)) for n in range(way.threads)]
    ready.wait()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answers.put(([ms for one in spent for ms in one], sum(tries)))
    store.engine.dispose()


def _taken(take: Take, store: Store, n: int) -> bool:
    try:
        take(store, n)
    except Abort:
        return True
    except (TryAgain, IntegrityError, OperationalError):
        return False
    return True


def _left(url: str) -> tuple[int, int, int]:
    """Return how many numbers there are, how many are missing below the highest, and how many are there twice."""
    store = open_store(url)
    with store.read() as session:
        numbers = list(session.exec(select(col(EntryRow.number))))
    store.engine.dispose()
    return len(numbers), max(numbers) - len(set(numbers)), len(numbers) - len(set(numbers))


def main() -> None:
    """Print a table."""
    given = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    given.add_argument("--count", type=int, default=12800, help="numbers a way")
    given.add_argument("--quick", action="store_true", help="3,200 numbers")
    asked = given.parse_args()
    print(
        f"one hot book, {WRITERS} writers (processes × threads), one transaction in {ABORTS} aborts after its number was taken"
    )
    print(
        f"{'database':<11}{'way':<33}{'writers':>8}{'numbers':>9}{'a second':>10}{'p50 ms':>8}{'p99 ms':>8}{'again':>7}{'holes':>7}{'twice':>6}"
    )
    for row in measure(3200 if asked.quick else asked.count):
        print(
            f"{row.database:<11}{row.way:<33}{row.writers:>8}{row.count:>9,}{row.per_second:>10,.0f}{row.p50:>8.1f}{row.p99:>8.1f}"
            f"{row.tries:>7,}{row.holes:>7,}{row.doubles:>6,}",
            flush=True,
        )


if __name__ == "__main__":
    main()
