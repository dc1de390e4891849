"""What units hand in for a coming round: evidence for each sub-indicator, or that there is none and why; rolled up for the answer."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workflow.core.errors import NotFound
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.promises import board
from workflow.services.round_notices import last_kept, owner_of
from workflow.services.show_round import round_of
from workflow.store import rounds
from workflow.store.round_tables import RoundAnswerRow


@dataclass(frozen=True)
class HandedIn:
    """One unit's answer for one sub-indicator; `missing` says that it has no evidence, `text` then why."""

    office: str
    year: int
    code: str
    unit: str
    text: str
    by: str
    when: When
    missing: bool = False
    evidence: Path | None = None


@dataclass(frozen=True)
class RollUpLine:
    """One sub-indicator of a coming round: who answers for it, and what it handed in (None: nothing yet)."""

    code: str
    name: str
    unit: str
    text: str | None
    missing: bool
    evidence: str


def hand_in(desk: Desk, given: HandedIn) -> None:
    """Keep an answer; the newest of a unit counts, the earlier ones stay."""
    desk.office(given.office).chart.unit(given.unit)
    round_of(desk, given.office, given.year)
    sha256 = desk.originals.keep(given.evidence) if given.evidence else ""
    with desk.store.write() as session:
        session.add(
            RoundAnswerRow(
                office=given.office, year=given.year, code=given.code, unit=given.unit, text=given.text,
                missing=given.missing, sha256=sha256, by=given.by, at=given.when.at,
            )
        )  # fmt: skip


def roll_up(desk: Desk, office: str, year: int) -> tuple[RollUpLine, ...]:
    """Return every sub-indicator of the last round with what its owner handed in for the coming one, the missing first.

    NotFound when no round before it was kept: then nobody knows what will be asked.
    """
    asked, coming = desk.office(office), round_of(desk, office, year)
    with desk.store.read() as session:
        before = last_kept(session, asked, before=year)
        handed = rounds.answers(session, office, year)
    if before is None:
        raise NotFound(f"ยังไม่มีข้อเสนอแนะของรอบก่อนปี {to_thai(year)}", next_step="เก็บผลรอบก่อนด้วย saraban rounds keep")
    lines = {}
    for line in board(desk, office, before, today=date.max):
        for unit in [unit for code, unit in handed if code == line.code] or [owner_of(line, coming)]:
            row = handed.get((line.code, unit))
            text, sha256 = (row.text, row.sha256) if row else (None, "")
            lines[line.code, unit] = RollUpLine(line.code, line.name, unit, text, bool(row and row.missing), sha256)
    return tuple(sorted(lines.values(), key=lambda line: (line.text is not None, line.code)))
