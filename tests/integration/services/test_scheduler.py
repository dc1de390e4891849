"""The clock of the reminders: one coarse job in memory, and what it does when it runs."""

import time
from datetime import date
from pathlib import Path

import pytest
from apscheduler.jobstores.memory import MemoryJobStore

from tests.integration.services.test_reminders import DUE, SATURDAY, at, desk, eml, mails
from workflow.entrypoints import scheduler
from workflow.services.desk import Desk

__all__ = ["desk"]


def set_clock(monkeypatch: pytest.MonkeyPatch, day: date, clock: str = "10:00") -> None:
    monkeypatch.setattr(scheduler, "now", lambda: at(day, clock))


def test_it_has_one_job_that_never_runs_beside_itself_and_makes_up_for_missed_runs(desk: Desk) -> None:
    clock = scheduler.reminder_clock(desk)
    clock.start(paused=True)
    try:
        (job,) = clock.get_jobs()
        assert (job.id, job.coalesce, job.max_instances, job.misfire_grace_time) == ("sweep", True, 1, None)
        assert job.trigger.interval.total_seconds() == scheduler.EVERY_MINUTES * 60
        assert isinstance(clock._lookup_jobstore("default"), MemoryJobStore)
    finally:
        clock.shutdown()


def test_starting_it_with_a_sweep_due_sends_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, DUE)
    clock = scheduler.reminder_clock(desk)
    sweep = clock.get_jobs()[0].func
    clock.start()
    try:
        wait_for_mails(desk, 2)
        sweep()  # the next round, ten minutes later, finds nothing to do
    finally:
        clock.shutdown(wait=True)
    assert [m.tries for m in mails(desk)] == [1, 1]
    assert len(eml(desk)) == 2


def test_a_round_on_a_saturday_or_at_night_sends_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    sweep = scheduler.reminder_clock(desk).get_jobs()[0].func
    for day, hour in ((SATURDAY, "10:00"), (DUE, "22:00")):
        set_clock(monkeypatch, day, hour)
        sweep()
    assert mails(desk) == []


def test_a_round_that_fails_is_made_up_by_the_next(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("the folder of mails cannot be made")
    sweep = scheduler.reminder_clock(desk).get_jobs()[0].func
    set_clock(monkeypatch, DUE)
    sweep()
    (tmp_path / "outbox").unlink()
    set_clock(monkeypatch, DUE, "10:10")
    sweep()
    assert len(eml(desk)) == 2


def wait_for_mails(desk: Desk, count: int) -> None:
    until = time.monotonic() + 10
    while sum(m.state == "delivered" for m in mails(desk)) < count:
        assert time.monotonic() < until, "the scheduler did not sweep"
        time.sleep(0.05)
