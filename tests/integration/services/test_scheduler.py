"""The clock of the reminders: one coarse job in memory, which hands work in; a worker's clock runs while it leads."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from apscheduler.jobstores.memory import MemoryJobStore

from tests.integration.services.test_reminders import DUE, SATURDAY, at, desk, eml, mails
from workflow.durable.leader import AdvisorySeat, FileSeat
from workflow.durable.worker import Worker
from workflow.entrypoints import scheduler
from workflow.entrypoints.pulse import Pulse
from workflow.services.desk import Desk
from workflow.services.durable_work import ask_for_reminders, works

__all__ = ["desk"]


def set_clock(monkeypatch: pytest.MonkeyPatch, day: date, clock: str = "10:00") -> None:
    monkeypatch.setattr(scheduler, "now", lambda: at(day, clock))


@pytest.fixture
def worker(desk: Desk) -> Iterator[Worker]:
    """A worker without a clock."""
    made = Worker(desk.store, works(desk, lambda: at(DUE, "10:00")), "n1")
    made.start()
    yield made
    made.stop()


def test_its_jobs_never_run_beside_themselves_and_make_up_for_missed_runs(desk: Desk) -> None:
    clock = scheduler.reminder_clock(desk)
    clock.start(paused=True)
    try:
        every = {job.id: job.trigger.interval.total_seconds() for job in clock.get_jobs()}
        assert every == {"sweep": scheduler.EVERY_MINUTES * 60, "roll-up": scheduler.ROLLED_UP_EVERY, "seal": 60} | {
            "days": scheduler.DAYS_EVERY,
            "tidy": 3600,
        }
        assert {(job.coalesce, job.max_instances, job.misfire_grace_time) for job in clock.get_jobs()} == {
            (True, 1, None)
        }
        assert isinstance(clock._lookup_jobstore("default"), MemoryJobStore)
    finally:
        clock.shutdown()


@pytest.mark.parametrize("beats", [True, False])
def test_every_worker_has_a_pulse_unless_its_process_has_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, beats: bool
) -> None:
    """Whether it leads or not: the clock of its own machine may be the wrong one."""
    beaten: list[Pulse] = []
    monkeypatch.setattr(Pulse, "beat", lambda pulse: beaten.append(pulse))
    for seat in (AdvisorySeat, FileSeat):
        monkeypatch.setattr(seat, "take", lambda _: False)
    worker = scheduler.worker_with_clock(desk, "n1", beats=beats)
    worker._look()
    worker._look()
    assert (worker.leads, len(beaten)) == (False, int(beats))


def test_a_worker_with_a_clock_sends_what_is_due_when_it_starts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, DUE)
    worker = scheduler.worker_with_clock(desk, "n1")
    worker.start()
    try:
        wait_for_mails(desk, 2)
    finally:
        worker.stop()
    assert [m.tries for m in mails(desk)] == [1, 1]
    assert len(eml(desk)) == 2


def test_clocks_that_ask_in_the_same_ten_minutes_ask_for_the_same_sweep(desk: Desk, worker: Worker) -> None:
    for minute in ("10:00", "10:03", "10:09"):
        assert ask_for_reminders(desk, at=at(DUE, minute))
    wait_for_mails(desk, 2)
    assert swept(desk) == [f"remind:{at(DUE, '10:00').isoformat()}"]


def test_a_round_on_a_saturday_or_at_night_asks_for_nothing(desk: Desk) -> None:
    assert not ask_for_reminders(desk, at=at(SATURDAY, "10:00"))
    assert not ask_for_reminders(desk, at=at(DUE, "22:00"))
    assert mails(desk) == []


def test_a_round_that_fails_is_made_up_by_the_next(desk: Desk, worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("the folder of mails cannot be made")
    ask_for_reminders(desk, at=at(DUE, "10:00"))
    until = time.monotonic() + 20
    while len(mails(desk)) < 2 or any(m.state == "created" and not m.tries for m in mails(desk)):
        assert time.monotonic() < until
        time.sleep(0.05)
    (tmp_path / "outbox").unlink()
    ask_for_reminders(desk, at=at(DUE, "11:00"))
    wait_for_mails(desk, 2)
    assert len(eml(desk)) == 2


def swept(desk: Desk) -> list[str]:
    schema = "dbos." if desk.store.engine.dialect.name == "postgresql" else ""
    with desk.store.read() as session:
        found = session.connection().exec_driver_sql(f"SELECT workflow_uuid FROM {schema}workflow_status ORDER BY 1")
        return list(found.scalars())


def wait_for_mails(desk: Desk, count: int) -> None:
    until = time.monotonic() + 20
    while sum(m.state == "delivered" for m in mails(desk)) < count:
        assert time.monotonic() < until, "no sweep was made"
        time.sleep(0.05)
