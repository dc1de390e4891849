"""The clock of the reminders: APScheduler with one coarse job; what is due is decided by the database, not by the clock."""

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from workflow.core.thai_date import BANGKOK
from workflow.entrypoints.clock import now
from workflow.services.desk import Desk
from workflow.services.send_reminders import sweep_reminders

EVERY_MINUTES = 10


def reminder_clock(desk: Desk) -> BackgroundScheduler:
    """Return a scheduler (not started) that sweeps at once and then every few minutes.

    In memory, one instance, missed runs folded into one: a sweep makes up for every sweep that was missed.
    """
    clock = BackgroundScheduler(
        timezone=BANGKOK, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    clock.add_job(
        lambda: sweep_reminders(desk, at=now()), IntervalTrigger(minutes=EVERY_MINUTES), id="sweep", next_run_time=now()
    )
    return clock
