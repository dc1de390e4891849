"""The durable engine on both databases: handed in with a transaction or not at all, done piece by piece, silent towards the world."""

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from sqlmodel import Session, select

from workflow.durable.dbos_engine import DbosEngine
from workflow.durable.port import EngineNotReady, Work
from workflow.store.engine import Store
from workflow.store.tables import CounterRow

PATIENCE = 120.0  # seconds: a busy machine needs some of them


def wait_until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, "the engine did not come to it"
        time.sleep(0.02)


def mark(session: Session, unit: str, number: int) -> None:
    session.add(CounterRow(office="test", unit=unit, book="out", year=number, opened_after=0, last=0))


def marked(store: Store, unit: str) -> list[int]:
    with store.read() as session:
        rows = session.exec(select(CounterRow.year).where(CounterRow.unit == unit).order_by(CounterRow.year))  # type: ignore[arg-type]
        return list(rows)


@pytest.fixture
def engine(store: Store) -> Iterator[DbosEngine]:
    made = DbosEngine(store)
    made.prepare()
    yield made
    made.stop()


def counting(upto: int) -> Work:
    """A work of so many pieces, each of which marks the next number."""

    def piece(session: Session, unit: str) -> bool:
        done = len(session.exec(select(CounterRow).where(CounterRow.unit == unit)).all())
        mark(session, unit, done + 1)
        return done + 1 < upto

    return Work("count", piece)


def test_work_before_the_tables_are_made_is_refused_and_nothing_is_kept(store: Store) -> None:
    engine = DbosEngine(store)
    with pytest.raises(EngineNotReady), store.write() as session:
        mark(session, "ก", 1)
        engine.enqueue(session, "count", "k", "ก")
    assert marked(store, "ก") == []


def test_ten_committed_are_done_and_ten_rolled_back_leave_nothing(store: Store, engine: DbosEngine) -> None:
    for n in range(10):
        with store.write() as session:
            engine.enqueue(session, "count", f"kept:{n}", f"kept{n}")
        with pytest.raises(ZeroDivisionError), store.write() as session:
            engine.enqueue(session, "count", f"lost:{n}", f"lost{n}")
            raise ZeroDivisionError
    engine.start((counting(3),), "local")
    wait_until(lambda: all(marked(store, f"kept{n}") == [1, 2, 3] for n in range(10)))
    assert not any(marked(store, f"lost{n}") for n in range(10))


def test_an_equal_key_is_the_same_work(store: Store, engine: DbosEngine) -> None:
    for _ in range(3):
        with store.write() as session:
            engine.enqueue(session, "count", "once", "ก")
    with store.write() as session:
        engine.enqueue(session, "count", "after", "ข")
    engine.start((counting(1),), "local")
    wait_until(lambda: bool(marked(store, "ข") and marked(store, "ก")))
    time.sleep(1)  # whoever would do it a second time has had the time to
    assert marked(store, "ก") == [1]


def test_a_piece_that_fails_leaves_nothing_and_says_why(store: Store, engine: DbosEngine) -> None:
    told: list[str] = []

    def piece(session: Session, unit: str) -> bool:
        mark(session, unit, 1)
        raise ValueError("no room")

    def failed(session: Session, error: str, unit: str) -> None:
        mark(session, f"{unit} failed", 1)
        told.append(error)

    with store.write() as session:
        engine.enqueue(session, "bad", "bad", "ก")
    engine.start((Work("bad", piece, failed=failed),), "local")
    wait_until(lambda: marked(store, "ก failed") == [1])
    assert (told, marked(store, "ก")) == (["no room"], [])


def test_what_follows_comes_after_the_pieces(store: Store, engine: DbosEngine) -> None:
    followed = threading.Event()
    before: list[list[int]] = []

    def then(unit: str) -> None:
        before.append(marked(store, unit))
        followed.set()

    with store.write() as session:
        engine.enqueue(session, "count", "then", "ก")
    engine.start((Work("count", counting(2).piece, then=then),), "local")
    assert followed.wait(PATIENCE)
    assert before == [[1, 2]]


def test_stopping_between_two_pieces_leaves_the_rest_to_the_next_start(store: Store, engine: DbosEngine) -> None:
    slow = counting(200)

    def piece(session: Session, unit: str) -> bool:
        time.sleep(0.01)
        return slow.piece(session, unit)

    with store.write() as session:
        engine.enqueue(session, "count", "long", "ก")
    engine.start((Work("count", piece),), "local")
    wait_until(lambda: len(marked(store, "ก")) > 3)
    engine.stop()
    assert len(marked(store, "ก")) < 200
    engine.start((slow,), "local")
    wait_until(lambda: len(marked(store, "ก")) == 200)


def test_it_reaches_out_to_nobody(sqlite_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _self, address: reached.append(address))
    engine = DbosEngine(sqlite_store)
    engine.start((counting(1),), "local")
    with sqlite_store.write() as session:
        engine.enqueue(session, "count", "quiet", "ก")
    wait_until(lambda: marked(sqlite_store, "ก") == [1])
    engine.stop()
    assert reached == []
