"""The clock: APScheduler with one coarse job for reminders and one that rolls up counts; the database decides what is due, not the clock."""

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from workflow.core.thai_date import BANGKOK
from workflow.entrypoints.clock import now
from workflow.services.desk import Desk
from workflow.services.send_reminders import sweep_reminders
from workflow.services.track import roll_up_touched

EVERY_MINUTES = 10
ROLLED_UP_EVERY = 5  # seconds; what did not move costs one question


def reminder_clock(desk: Desk) -> BackgroundScheduler:
    """Return a scheduler (not started) that sweeps at once and then every few minutes, and rolls up counts every few seconds.

    In memory, one instance, missed runs folded into one: a sweep makes up for every sweep that was missed.
    """
    clock = BackgroundScheduler(
        timezone=BANGKOK, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    clock.add_job(
        lambda: sweep_reminders(desk, at=now()), IntervalTrigger(minutes=EVERY_MINUTES), id="sweep", next_run_time=now()
    )
    clock.add_job(
        lambda: roll_up_touched(desk, at=now()),
        IntervalTrigger(seconds=ROLLED_UP_EVERY),
        id="roll-up",
        next_run_time=now(),
    )
    return clock
