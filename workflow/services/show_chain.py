"""A chain as far as it has come: a tree whose leaves are counted, not listed, and the totals of each level beside its source's."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from workflow.core.chain import Chain
from workflow.core.dispatch import DispatchState
from workflow.services.bundle_run import BundleRun
from workflow.store.matters import acknowledgements, dispatches, receipts
from workflow.store.tables import DispatchRow, MemoRow


@dataclass(frozen=True)
class ChainNode:
    """One sending: by whom, under which number, to how many, how many of them acknowledged, and who of them passed it on."""

    unit: str
    number: str
    sent: int
    acknowledged: int
    passed_on: tuple["ChainNode", ...]


@dataclass(frozen=True)
class LevelLine:
    """The dispatches to units of one level; `stated` how many units the chain's source states (None: it says nothing)."""

    level: str
    units: int
    sent: int
    received: int
    acknowledged: int
    forwarded: int
    stated: int | None

    @property
    def as_stated(self) -> bool:
        """Whether it reached as many units as its source states, and all of them acknowledged."""
        return self.stated is None or (self.units == self.stated and self.acknowledged == self.sent)


@dataclass(frozen=True)
class ChainShown:
    """What a person sees of a chain: one root a sending of the owner's."""

    roots: tuple[ChainNode, ...]
    levels: tuple[LevelLine, ...]


def show_chain(run: BundleRun, chain: Chain) -> ChainShown:
    """Return the chain as it stands in the database."""
    with run.desk.store.read() as session:
        rows = dispatches(session, run.matter)
        stamped = {row.dispatch_id for row in receipts(session, run.matter)}
        known = {row.dispatch_id for row in acknowledgements(session, run.matter)}
        numbers = {m: session.get_one(MemoRow, m).number for m in {row.memo_id for row in rows}}
    below: dict[int | None, list[DispatchRow]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)
    roots = tuple(node for node in _nodes(below, None, known, numbers))
    return ChainShown(roots, _levels(run, chain, rows, (stamped, known)))


def _nodes(
    below: Mapping[int | None, list[DispatchRow]], parent: int | None, known: set[int], numbers: Mapping[int, str]
) -> list[ChainNode]:
    """Return the sendings that hang on one dispatch, in the order in which they were sent."""
    sendings: dict[int, list[DispatchRow]] = {}
    for row in below.get(parent, ()):
        sendings.setdefault(row.memo_id, []).append(row)
    return [
        ChainNode(
            rows[0].from_unit, numbers[memo], len(rows), sum(row.id in known for row in rows),
            tuple(node for row in rows for node in _nodes(below, row.id, known, numbers)),
        )
        for memo, rows in sendings.items()
    ]  # fmt: skip


def _levels(
    run: BundleRun, chain: Chain, rows: list[DispatchRow], answers: tuple[set[int], set[int]]
) -> tuple[LevelLine, ...]:
    stamped, known = answers
    level_of = {row.unit: run.office.chart.unit(row.unit).level for row in rows}
    sent = Counter(level_of[row.unit] for row in rows)
    counted = {
        "received": Counter(level_of[r.unit] for r in rows if r.id in stamped),
        "acknowledged": Counter(level_of[r.unit] for r in rows if r.id in known),
        "forwarded": Counter(level_of[r.unit] for r in rows if r.state == DispatchState.FORWARDED),
    }
    units = Counter(level_of.values())
    names = [*sent, *(level for level in chain.population if level not in sent)]
    return tuple(
        LevelLine(
            level, units[level], sent[level], counted["received"][level], counted["acknowledged"][level],
            counted["forwarded"][level], chain.population.get(level),
        )
        for level in names
    )  # fmt: skip
