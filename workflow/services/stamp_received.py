"""The received paper with its receipt stamps: a rendition beside the memos, made from the register; the original stays as it came."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session, col, select

from workflow.core.bundle_facts import result_letter
from workflow.core.errors import NotFound, Refused
from workflow.core.reading import Reading
from workflow.core.register import Book, EntryKind
from workflow.core.thai_date import clock_time, short
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.core.when import When
from workflow.routing.units import find_unit
from workflow.services.desk import Desk
from workflow.store.json_shapes import reading_from
from workflow.store.matters import events, matter
from workflow.store.tables import EntryRow, MatterRow
from workflow.templates.overlay.stamp import Receipt, Stamped

Draw = Callable[[Path, tuple[Receipt, ...], Path, int], tuple[Stamped, ...]]
"""Draws stamps on a received file: the file, the stamps in order, where to write, the page (1-based)."""


@dataclass(frozen=True)
class StampSheet:
    """Which matter's paper to stamp; `unit` only this unit's receipts (None: all, in order), `out` where to (None: beside the memos)."""

    matter: int
    unit: str | None = None
    out: Path | None = None


@dataclass(frozen=True)
class StampedPaper:
    """The rendition, its stamps with their places, and the receipts left out because the paper bears that stamp already."""

    path: Path
    receipts: tuple[Receipt, ...]
    places: tuple[Stamped, ...]
    on_paper: tuple[Receipt, ...] = ()


def stamp_received(desk: Desk, sheet: StampSheet, draw: Draw) -> StampedPaper:
    """Write the stamped rendition; nothing is numbered, and the original is not touched.

    NotFound when no receipt is in the register; Refused when `out` is the original, or all stamps are on the paper already.
    """
    with desk.store.read() as session:
        row = matter(session, sheet.matter)
        unit = find_unit(desk.office(row.office).chart, sheet.unit).code if sheet.unit else None
        found = _receipts(session, row, unit)
        original = desk.originals.path(row.sha256)
        reading = reading_from(row.reading)
        seen = set() if unit else _stamps_read(reading)
    told = tuple(receipt for receipt, number in found if number in seen)
    wanted = tuple(receipt for receipt, number in found if number not in seen)
    _require(sheet, found, wanted)
    out = sheet.out or desk.memo_folder / f"{sheet.matter:05d}" / "received-stamped.pdf"
    if out.exists() and out.samefile(original):
        raise Refused("แฟ้มปลายทางคือต้นฉบับที่ได้รับ ซึ่งต้องคงไว้ตามเดิม", next_step="ระบุ --out เป็นแฟ้มอื่น")
    return StampedPaper(out, wanted, draw(original, wanted, out, _first_page(reading)), told)


def _require(sheet: StampSheet, found: list[tuple[Receipt, tuple[str, str]]], wanted: tuple[Receipt, ...]) -> None:
    if not found:
        raise NotFound(
            f"เรื่องที่ {to_thai(sheet.matter)} ไม่มีเลขรับ{'ของ ' + to_thai(sheet.unit) if sheet.unit else ''}ในทะเบียน",
            next_step=f"ลงรับก่อนด้วย saraban receipt {sheet.matter} --unit …",
        )
    if not wanted:
        raise Refused(
            "ตรารับทุกหน่วยมีบนหนังสือที่ได้รับอยู่แล้ว",
            next_step=f"ถ้าต้องการประทับอีก ระบุหน่วย เช่น saraban stamp {sheet.matter} --unit …",
        )


def _receipts(session: Session, row: MatterRow, unit: str | None) -> list[tuple[Receipt, tuple[str, str]]]:
    """Return the stamps in order of time, each with what makes it the same as one read on the paper: its number and day."""
    where = (EntryRow.matter_id == row.id, EntryRow.book == Book.INCOMING, EntryRow.kind == EntryKind.ISSUED)
    query = select(EntryRow).where(*where).order_by(col(EntryRow.at), col(EntryRow.id))
    timed = {(event.unit, event.at) for event in events(session, row.id or 0) if event.timed}
    return [
        (_receipt(entry, timed=(entry.unit, entry.at) in timed), (str(entry.number), When(entry.at).on.isoformat()))
        for entry in session.exec(query)
        if unit in (None, entry.unit)
    ]


def _receipt(entry: EntryRow, *, timed: bool) -> Receipt:
    hour = clock_time(entry.at) if timed else ""
    return Receipt(to_thai(entry.unit), to_thai(entry.number), short(When(entry.at).on), hour)


def _first_page(reading: Reading) -> int:
    """Return the page the letter begins on: a file may hold the papers of a whole chain, the letter last."""
    letter = result_letter(reading)
    return letter.pages[0] if letter and letter.pages else 1


def _stamps_read(reading: Reading) -> set[tuple[str, str]]:
    stamps = [stamp for paper in reading.instruments for stamp in paper.receipts]
    return {(to_arabic(s.number), s.date.isoformat()) for s in stamps if s.number and s.date}
