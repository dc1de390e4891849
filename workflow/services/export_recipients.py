"""The recipients of a matter as a table to take away: what was asked for on the page, all of it, written as it is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from workflow.core.evidence_level import EvidenceLevel
from workflow.core.org import OrgChart
from workflow.core.thai_date import be_year
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.list_recipients import ListAsked, Listed, each_recipient
from workflow.services.show_status import office_of
from workflow.templates.row_files import csv_pieces, xlsx_pieces

HEADING = (
    "ฉบับที่", "หน่วย", "ชื่อหน่วย", "ตำแหน่งผู้รับ", "หนังสือที่", "ส่งเมื่อ", "กำหนดตอบ", "สถานะ", "เกินกำหนด", "เลขรับ", "ลงรับเมื่อ", "ผู้รับทราบ", "ในฐานะ",
    "รับทราบเมื่อ", "หลักฐาน", "ส่งถึงเพราะ",
)  # fmt: skip
Suffix = Literal["csv", "xlsx"]


@dataclass(frozen=True)
class RecipientFile:
    """A file under its Thai name, and its bytes in pieces."""

    name: str
    pieces: Iterator[bytes]


def export_recipients(desk: Desk, asked: ListAsked, suffix: Suffix, when: When) -> RecipientFile:
    """Return the file; NotFound before the first piece for an unknown matter or unit."""
    chart = office_of(desk, asked.matter).chart
    named = f"ผู้รับ เรื่องที่ {asked.matter} {asked.pill.thai}"
    if asked.unit is not None:
        named += f" {chart.unit(asked.unit).code}"
    rows = (_cells(chart, one) for one in each_recipient(desk, asked, today=when.on))
    pieces = csv_pieces(HEADING, rows) if suffix == "csv" else xlsx_pieces("ผู้รับ", HEADING, rows, when.at)
    return RecipientFile(f"{named.replace('/', '-')}.{suffix}", pieces)


def _cells(chart: OrgChart, one: Listed) -> tuple[str, ...]:
    to = one.recipient
    unit = chart.unit_by_code.get(to.unit)
    stamp = to.receipts[0] if to.receipts else None
    word = to.acknowledgements[0] if to.acknowledgements else None
    said = (word.name, word.capacity, _moment(word.at), EvidenceLevel(word.evidence).thai) if word else ("", "", "", "")
    return (
        str(to.dispatch), to.unit, unit.name if unit else "", f"{to.post} {one.title}".strip(), one.number, _moment(to.sent_at),
        f"{to.due_on.day:02d}/{to.due_on.month:02d}/{be_year(to.due_on)}", to.state_thai, "เกินกำหนด" if to.overdue else "",
        str(stamp.number) if stamp else "", _moment(stamp.at) if stamp else "", *said, to.reason,
    )  # fmt: skip


def _moment(at: datetime) -> str:
    """Return a moment as spreadsheets of Thai offices write it: 22/11/2562."""
    on = When(at).on
    return f"{on.day:02d}/{on.month:02d}/{be_year(on)}"
