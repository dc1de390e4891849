"""Days from step to step read from every single paper, in Python: what the days kept must come to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import select

from workflow.core.when import When
from workflow.services.count_days import STEPS
from workflow.services.desk import Desk
from workflow.store.sending_tables import SeatRow, SendingRow
from workflow.store.tables import AcknowledgementRow, DispatchRow, ReceiptRow

Told = list[tuple[str, str, int, int, int]]


@dataclass(frozen=True)
class Papers:
    """Every single paper with the moments of its steps, and where each unit sits in which tree."""

    sent: list[DispatchRow]
    sendings: list[SendingRow]
    seats: list[SeatRow]
    moments: dict[str, dict[int | None, datetime]]


def papers(desk: Desk) -> Papers:
    with desk.store.read() as session:
        sent, sendings = list(session.exec(select(DispatchRow))), list(session.exec(select(SendingRow)))
        seats = list(session.exec(select(SeatRow)))
        moments = {
            "sent": {d.id: d.sent_at for d in sent},
            "received": earliest((r.dispatch_id, r.at) for r in session.exec(select(ReceiptRow))),
            "acknowledged": earliest((a.dispatch_id, a.at) for a in session.exec(select(AcknowledgementRow))),
            "forwarded": earliest((s.parent_id, s.sent_at) for s in sendings),
        }
    return Papers(sent, sendings, seats, moments)


def one_by_one(desk: Desk, known: Papers, matter: int | None, below: str | None) -> tuple[Told, Told, Told]:
    """The same, from every single paper: over all, by level, by unit."""
    trees = {s.tree for s in known.sendings if matter in {None, s.matter_id}}
    tops = [s for s in known.seats if s.unit == below and s.tree in trees]
    within = {s.unit for s in known.seats for top in tops if s.tree == top.tree and top.seat <= s.seat <= top.last}
    found: list[tuple[int, str, int]] = []
    for n, (start, end, _) in enumerate(STEPS):
        for d in known.sent:
            days = days_between(desk, known.moments[start].get(d.id), known.moments[end].get(d.id))
            if days is not None and matter in {None, d.matter_id} and (below is None or d.unit in within):
                found.append((n, d.unit, days))
    levels = {unit.code: unit.level for unit in desk.office("test").chart.units}
    return (
        summed((n, "ทั้งหมด", days) for n, _, days in found),
        summed((n, levels.get(unit, "นอกผัง"), days) for n, unit, days in found),
        summed(found),
    )


def earliest(acts: Iterable[tuple[int | None, datetime]]) -> dict[int | None, datetime]:
    found: dict[int | None, datetime] = {}
    for dispatch, at in acts:
        found[dispatch] = min(at, found.get(dispatch, at))
    return found


def days_between(desk: Desk, start: datetime | None, end: datetime | None) -> int | None:
    if start is None or end is None or When(end).on < When(start).on:
        return None
    return desk.calendar().count(When(start).on, When(end).on)


def summed(parts: Iterable[tuple[int, str, int]]) -> Told:
    groups: dict[tuple[int, str], list[int]] = {}
    for step, of, days in parts:
        groups.setdefault((step, of), []).append(days)
    middle = {key: sorted(days)[(len(days) - 1) // 2] for key, days in groups.items()}
    return sorted((STEPS[step][2], of, len(days), middle[step, of], max(days)) for (step, of), days in groups.items())
