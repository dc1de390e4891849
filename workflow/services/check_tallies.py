"""Whether the counters say what the dispatches say; repaired only when somebody asks for it."""

from workflow.services.desk import Desk
from workflow.store.tally_check import Difference, differences, repair


def check_tallies(desk: Desk, matter: int | None = None, *, mend: bool = False) -> list[Difference]:
    """Return where counters and dispatches differ, in one matter or in all; with `mend` the counters are then set right."""
    if not mend:
        with desk.store.read() as session:
            return differences(session, matter)
    with desk.store.write() as session:
        found = differences(session, matter)
        if found:
            repair(session, matter)
    return found
