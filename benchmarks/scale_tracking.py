"""Counts at any unit over many people: `python -m benchmarks.scale_tracking [--people 200000] [--depth 5]`.

A matter sent to so many people of a synthetic office (about 40,000 units in six levels), half of whom have answered, on both databases. For
a unit of each level: our drill-down (counters), our dashboard (roll-up), beside a plain GROUP BY over the dispatches with a recursive walk
of the chart in the same run; all three must come to the same numbers. Then what a roll-up itself costs, and the page of the whole matter.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import text

from benchmarks.people_sent import DAY, send_to_people
from benchmarks.scale_acks import ROOT, database
from workflow.bootstrap import make_desk
from workflow.core.org import Edge, OrgChart, Unit
from workflow.core.when import When
from workflow.services.check_tallies import check_tallies
from workflow.services.desk import Desk
from workflow.services.show_matters import show_matters
from workflow.services.show_status import show_status
from workflow.services.track import TrackRequest, roll_up_touched, track
from workflow.settings import Settings

BRANCHES = (20, 11, 9, 4, 4)  # units below a unit, level by level: 20, 220, 1,980, 7,920, 31,680
TODAY = DAY + timedelta(days=30)
PLAIN = """
WITH RECURSIVE below(unit, child) AS (
    SELECT e.unit, e.unit FROM chart_seat e WHERE e.parent = :unit
    UNION ALL SELECT below.unit, e.unit FROM below JOIN chart_seat e ON e.parent = below.child
)
SELECT below.unit, count(*), sum(CASE WHEN d.state = 'acknowledged' THEN 1 ELSE 0 END)
FROM below JOIN dispatch d ON d.matter_id = 1 AND d.unit = below.child GROUP BY below.unit"""


def synthetic_chart() -> OrgChart:
    """A chart of six levels; its units at the bottom hold the people."""
    units, edges = [Unit("ร", "ราก", "0", "1")], []

    def grow(above: str, level: int) -> Iterator[str]:
        for n in range(BRANCHES[level]):
            code = f"{above}.{n}"
            units.append(Unit(code, f"หน่วย {code}", str(level + 1)))
            edges.append(Edge(code, above))
            yield code

    row = ["ร"]
    for level in range(len(BRANCHES)):
        row = [child for above in row for child in grow(above, level)]
    return OrgChart("สังเคราะห์", ("หัวหน้า",), tuple(units), tuple(edges), ())


def timed(ask: Callable[[], object], repeats: int) -> float:
    """Return the median milliseconds of asking."""
    spent = []
    for _ in range(repeats):
        begin = time.perf_counter()
        ask()
        spent.append((time.perf_counter() - begin) * 1000)
    return median(spent)


def answer_half(desk: Desk) -> None:
    """Let every second person have answered, and set the counters by it."""
    with desk.store.write() as session:
        session.connection().execute(text("UPDATE dispatch SET state = 'acknowledged' WHERE id % 2 = 0"))
        given = "SELECT id, post, 'ตัวอย่าง', 'เจ้าหน้าที่', 'link', sent_at FROM dispatch WHERE id % 2 = 0"
        session.connection().execute(
            text(f"INSERT INTO acknowledgement (dispatch_id, post, name, capacity, evidence, at) {given}")
        )
    check_tallies(desk, mend=True)
    if desk.store.engine.dialect.name == "postgresql":
        with desk.store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def plain(desk: Desk, unit: str) -> dict[str, tuple[int, int]]:
    """Count as one would first write it."""
    with desk.store.read() as session:
        return {u: (n, a) for u, n, a in session.connection().execute(text(PLAIN), {"unit": unit})}


def ours(desk: Desk, unit: str, *, rolled: bool) -> dict[str, tuple[int, int]]:
    """Count as the page does (a hundred units to a page)."""
    view = track(desk, TrackRequest(1, unit, rolled=rolled), today=TODAY)
    return {u.unit: (u.counts.total, u.counts.acknowledged) for u in view.units}


def measured(kind: str, people: int) -> None:
    """Print the figures of one database."""
    chart = synthetic_chart()
    leaves = [u.code for u in chart.units if u.level == str(len(BRANCHES))]
    with tempfile.TemporaryDirectory() as name, database(kind, Path(name)) as url:
        desk = make_desk(
            Settings.from_environment(
                {"SARABAN_DATA": name, "SARABAN_CONFIG": str(ROOT / "config"), "SARABAN_DATABASE_URL": url}
            )
        )
        office = replace(desk.office("police"), chart=chart, owner_unit="ร")
        desk = replace(desk, office=lambda code: office)
        send_to_people(desk, "police", people, leaves)
        answer_half(desk)
        rolling = timed(lambda: roll_up_touched(desk, at=When.day(TODAY).at), 1)
        print(
            f"{kind}: {people:,} people, {len(chart.units):,} units; a roll-up {rolling:.0f} ms, counters agree: {not check_tallies(desk)}"
        )
        for level in range(len(BRANCHES)):
            unit = "ร" + ".0" * level
            assert ours(desk, unit, rolled=False) == ours(desk, unit, rolled=True) == plain(desk, unit)
            three = (
                timed(lambda u=unit: ours(desk, u, rolled=False), 9),  # type: ignore[misc]
                timed(lambda u=unit: ours(desk, u, rolled=True), 9),  # type: ignore[misc]
                timed(lambda u=unit: plain(desk, u), 3),  # type: ignore[misc]
            )
            below = sum(n for n, _ in ours(desk, unit, rolled=True).values())
            print(f"  level {level} ({below:>7,} people): drill-down {three[0]:6.1f} ms  dashboard {three[1]:5.1f} ms  plain {three[2]:7.1f} ms"
                  f"  ({three[2] / three[0]:.1f} x)")  # fmt: skip
        top, cards = (
            timed(lambda: show_status(desk, 1, today=TODAY), 5),
            timed(lambda: show_matters(desk, today=TODAY), 9),
        )
        print(f"  the whole matter {top:.1f} ms, the list of matters {cards:.1f} ms", flush=True)
        desk.store.engine.dispose()


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=200_000)
    options.add_argument("--database", choices=["sqlite", "postgresql"], action="append")
    given = options.parse_args()
    for kind in given.database or ["sqlite", "postgresql"]:
        measured(kind, given.people)


if __name__ == "__main__":
    main()
