"""Whether the clock can be believed: asked at every command and at every beat of a process that serves."""

from workflow.core.clock_doubt import Doubt, behind
from workflow.core.read_only import Why
from workflow.entrypoints.clock import CLOCK, SteadyClock
from workflow.services.pulse import last_beat
from workflow.store.engine import Store


def believe(store: Store, clock: SteadyClock = CLOCK) -> Doubt | None:
    """Let time go on from where the database saw it last; return what is odd about the clock, and close the store when it is too odd."""
    last = last_beat(store)
    if last is not None:
        clock.not_before(last)
    doubt = clock.doubt() or behind(clock.now(), last)
    if doubt and doubt.far:
        store.read_only = Why.CLOCK
    elif store.read_only is Why.CLOCK:
        store.read_only = None
    store.doubt = doubt
    return doubt
