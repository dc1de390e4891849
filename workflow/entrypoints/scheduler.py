"""The clock: APScheduler hands in the sweep of reminders and rolls up counts; what is due, the database decides, not the clock."""

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from workflow.core.thai_date import BANGKOK
from workflow.durable.worker import Worker
from workflow.entrypoints.clock import now
from workflow.entrypoints.pulse import Pulse
from workflow.services.checkpoint import daily
from workflow.services.desk import Desk
from workflow.services.durable_work import ask_for_reminders, works
from workflow.services.roll_days import roll_days
from workflow.services.tidy_up import tidy_up
from workflow.services.track import roll_up_touched

EVERY_MINUTES = 10
SEALED_EVERY = 60  # seconds; the day's first one makes the checkpoint too
TIDIED_EVERY = 3600  # seconds
ROLLED_UP_EVERY = 5  # seconds; what did not move costs one question
DAYS_EVERY = 30  # seconds; days are counted in whole ones, and of few papers they are counted when somebody looks


def reminder_clock(desk: Desk) -> BackgroundScheduler:
    """Return a scheduler (not started) that asks for a sweep at once and then every few minutes, and rolls up counts every few seconds.

    In memory, one instance, missed runs folded into one: a sweep makes up for every sweep that was missed.
    """
    clock = BackgroundScheduler(
        timezone=BANGKOK, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    clock.add_job(
        lambda: ask_for_reminders(desk, at=now()),
        IntervalTrigger(minutes=EVERY_MINUTES),
        id="sweep",
        next_run_time=now(),
    )
    clock.add_job(lambda: daily(desk.store, desk.notary(), at=now()), IntervalTrigger(seconds=SEALED_EVERY), id="seal")
    clock.add_job(
        lambda: tidy_up(desk, now=now()), IntervalTrigger(seconds=TIDIED_EVERY), id="tidy", next_run_time=now()
    )
    clock.add_job(lambda: roll_up_touched(desk, at=now()), IntervalTrigger(seconds=ROLLED_UP_EVERY), id="roll-up")
    clock.add_job(lambda: roll_days(desk, at=now()), IntervalTrigger(seconds=DAYS_EVERY), id="days")
    return clock


def worker_with_clock(desk: Desk, node: str, *, beats: bool = True) -> Worker:
    """Return a worker (not started) whose clock runs while it leads: two clocks do no harm, one is enough.

    It has a pulse whether it leads or not, for every process judges its own machine's clock; not `beats`: the process has one already.
    """
    pulse = Pulse(desk.store, desk.memo_folder.parent)
    clocks: list[BackgroundScheduler] = []

    def on_lead(leads: bool) -> None:
        if leads:
            clocks.append(reminder_clock(desk))
            clocks[-1].start()
        elif clocks:
            clocks.pop().shutdown(wait=False)

    return Worker(desk.store, works(desk, now), node, on_lead, pulse.beat_when_due if beats else None)
