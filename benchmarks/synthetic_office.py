"""An office as large as one wishes, for measuring: six levels of invented units under the police's chart, positions, a matter to send.

The same size gives the same office, whoever asks. Nobody in it exists.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from workflow.bootstrap import make_desk
from workflow.core.office import Office
from workflow.core.org import Edge, OrgChart, Post, Unit
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.settings import Settings
from workflow.store.roster import RosterChange, replace_roster

ROOT = Path(__file__).parent.parent
DAY = When.day(date(2025, 12, 1), "09:30")
TOP = "ศูนย์ตัวอย่าง"  # everything invented hangs below this unit, itself below the owner of the matter
LEVELS = 6
GRADES = ("ผบช.", "ผบก.", "รอง ผบก.", "ผกก.", "รอง ผกก.", "สว.")


@dataclass(frozen=True)
class Size:
    """How many invented units (in six levels) and positions."""

    units: int = 40_000
    positions: int = 200_000


def widths(units: int) -> tuple[int, ...]:
    """Return how many units stand on each of the six levels, each about the same number of times wider than the one above."""
    ratio = 1.0
    while sum(int(ratio**level) for level in range(LEVELS)) < units:
        ratio += 0.01
    rows = [min(int((ratio - 0.01) ** level), units) or 1 for level in range(LEVELS - 1)]
    return (*rows, units - sum(rows))


def code(level: int, place: int) -> str:
    """Return the code of an invented unit: its level and its place on it."""
    return TOP if level == 0 else f"ตย{level}-{place:05d}"


def invented(units: int) -> Iterator[tuple[Unit, Edge, Post]]:
    """Yield the units from the top down, each with its line upwards and its head; the upper three levels number papers."""
    rows = widths(units)
    for level, width in enumerate(rows):
        for place in range(width):
            name = code(level, place)
            above = "สทส." if level == 0 else code(level - 1, place * rows[level - 1] // width)
            prefix = f"9{level}{place:05d}" if level < 3 else None
            yield (
                Unit(name, f"หน่วยตัวอย่างระดับ {level} ที่ {place}" if level else TOP, GRADES[level], prefix),
                Edge(name, above),
                Post(f"หน.{name}", f"หน.{name}", name, GRADES[level], head=True),
            )


def grafted(chart: OrgChart, units: int) -> OrgChart:
    """Return the chart with the invented units below สทส."""
    made = list(invented(units))
    return replace(
        chart, units=(*chart.units, *(u for u, _, _ in made)), edges=(*chart.edges, *(e for _, e, _ in made)),
        posts=(*chart.posts, *(p for _, _, p in made)),
    )  # fmt: skip


def positions(size: Size) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the roster (`store/roster.py`): positions spread evenly over all invented units, in no order of the chart."""
    codes = [code(level, place) for level, width in enumerate(widths(size.units)) for place in range(width)]
    for n in range(size.positions):
        yield f"ตน {n:07d}", codes[n * 7919 % len(codes)], "เจ้าหน้าที่ตัวอย่าง", "", f"นายลำดับ ตัวอย่าง{n}", ""


def synthetic_desk(url: str, folder: Path, size: Size) -> Desk:
    """Return a desk of the police whose สทส. has the invented office below it; the chart is made once a process."""
    environment = {"SARABAN_DATA": str(folder), "SARABAN_CONFIG": str(ROOT / "config"), "SARABAN_DATABASE_URL": url}
    desk = make_desk(Settings.from_environment(environment))
    return replace(desk, office=cache(lambda name: _office(desk, name, size.units)))


def _office(desk: Desk, name: str, units: int) -> Office:
    office = desk.office(name)
    return replace(office, chart=grafted(office.chart, units)) if name == "police" else office


def fill_roster(desk: Desk, size: Size) -> RosterChange:
    """Write the positions into the database."""
    with desk.store.write() as session:
        return replace_roster(session, "police", positions(size))


def matter_to_send(desk: Desk, subject: str = "") -> int:
    """Receive a letter, report it, have it ordered: a matter whose memo may be sent (an unlike `subject` makes an unlike letter)."""
    # Here, because the reader of letters is large, and a process that measures its memory need not hold it.
    from workflow.services.draft_memo import MemoOut, draft_memo, submit_memo
    from workflow.services.give_order import Decision, give_order
    from workflow.services.receive_letter import Arrival, receive_letter

    letter = ROOT / "specimens/result-letter.txt"
    if subject:
        own = desk.memo_folder.parent / f"{subject}.txt"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(letter.read_text(encoding="utf-8") + f"\n{subject}\n", encoding="utf-8")
        letter = own
    office = desk.office("police")
    matter = receive_letter(desk, Arrival(letter, "police", office.owner_unit, DAY)).matter
    draft_memo(desk, MemoOut(matter, "result-report", DAY))
    submit_memo(desk, MemoOut(matter, "result-report", DAY))
    give_order(desk, Decision(matter, "เห็นชอบตามที่เสนอ", office.via_post or office.addressee_post, DAY))
    return matter
