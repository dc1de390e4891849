"""The matter that `benchmarks/web.py` looks at: sent to everybody, answered by half of them on twelve days, its days kept."""

import time
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import text

from benchmarks.synthetic_office import DAY, TOP, matter_to_send
from workflow.core.when import When
from workflow.durable.worker import Worker
from workflow.services.check_tallies import check_tallies
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.durable_work import works
from workflow.services.latency import days_kept, latency
from workflow.services.roll_days import PAPERS_A_SECOND, roll_days
from workflow.services.show_sendings import show_sending
from workflow.services.track import roll_up_touched

NOW = When(DAY.at + timedelta(days=20))


_ANSWERED = (
    "UPDATE dispatch SET state = 'received' WHERE (id + id / 4000) % 4 = 0",
    "UPDATE dispatch SET state = 'acknowledged' WHERE (id + id / 4000) % 4 IN (1, 2)",
    "INSERT INTO receipt (dispatch_id, unit, number, at) SELECT id, unit, id, {later} FROM dispatch WHERE (id + id / 4000) % 4 IN (0, 1)",
    "INSERT INTO acknowledgement (dispatch_id, post, name, capacity, evidence, at)"
    " SELECT id, post, 'ตัวอย่าง', 'เจ้าหน้าที่', 'link', {later} FROM dispatch WHERE (id + id / 4000) % 4 IN (1, 2)",
)
_SOME_MORE = (
    "INSERT INTO acknowledgement (dispatch_id, post, name, capacity, evidence, at)"
    " SELECT id, post, 'ตัวอย่าง', 'เจ้าหน้าที่', 'link', {later} FROM dispatch WHERE (id + id / 4000) % 4 = 3 ORDER BY id LIMIT :most"
)
_LATER = {  # each unit's answers on twelve different days
    "sqlite": "strftime('%Y-%m-%d %H:%M:%f', sent_at, '+' || ((id / 4000 + id / 1000) % 12) || ' days')",
    "postgresql": "sent_at + (id / 4000 + id / 1000) % 12 * INTERVAL '1 day'",
}


def seed(desk: Desk, people: int) -> int:
    """Send a matter to everybody through the sending service, let half of them answer; return the matter."""
    matter = matter_to_send(desk)
    worker = Worker(desk.store, works(desk, lambda: DAY.at), "web")
    desk.engine.prepare()
    worker.start()
    memo = dispatch_memo(desk, DispatchRequest(matter, (f"ข้าราชการทุกคนในสังกัด {TOP}",), DAY)).memo or 0
    while (line := show_sending(desk, memo)).state == "sending":
        time.sleep(0.1)
    worker.stop()
    assert (line.state, line.written) == ("sent", people), line
    with desk.store.write() as session:
        later = _LATER[desk.store.engine.dialect.name]
        for statement in _ANSWERED:
            session.connection().execute(text(statement.format(later=later)))
    check_tallies(desk, mend=True)
    if desk.store.engine.dialect.name == "postgresql":
        with desk.store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
    roll_up_touched(desk, at=NOW.at)
    return matter


def roll_up_days(desk: Desk, matter: int, people: int) -> None:
    """Keep the days of the matter, and print what a count anew costs: read alone, kept at first, kept again when some have answered."""
    again = NOW.at + timedelta(hours=1)

    def some_answer() -> None:
        with desk.store.write() as session:
            session.connection().execute(
                text(_SOME_MORE.format(later=_LATER[desk.store.engine.dialect.name])), {"most": people // 100}
            )
            session.connection().execute(text("UPDATE sending SET moves = moves + 1"))

    counting = _timed(lambda: latency(desk, office="police", matter=matter))
    first = _timed(lambda: roll_days(desk, at=NOW.at))
    some_answer()
    second = _timed(lambda: roll_days(desk, at=again))
    assert days_kept(desk, office="police", matter=matter, most=20).moved == 0
    print(f"  days counted anew {counting}; kept at first {first}, when 1 % more have answered {second}", end="")
    print(f" (at most every {people / PAPERS_A_SECOND:.0f} s)")


def _timed(work: Callable[[], object]) -> str:
    began, worked = time.perf_counter(), time.process_time()
    work()
    return f"{time.perf_counter() - began:.2f} s (CPU {time.process_time() - worked:.2f} s)"
