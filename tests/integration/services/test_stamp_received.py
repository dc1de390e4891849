"""The received paper stamped from the register."""

import hashlib
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from tests import build
from tests.unit.templates.overlay.hosts import letter
from tests.unit.templates.papers import FONTS, memo
from workflow.core.document import Block
from workflow.core.errors import NotFound, Refused
from workflow.core.reading import Instrument, Reading, Source, Stamp
from workflow.core.when import When
from workflow.services.answer import StampRequest, stamp_receipt
from workflow.services.desk import Desk
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.services.stamp_received import StampedPaper, StampSheet, stamp_received
from workflow.store.engine import Store
from workflow.templates.overlay.original import write_stamped
from workflow.templates.overlay.stamp import Receipt, Stamped


def draw(path: Path, receipts: tuple[Receipt, ...], out: Path, page: int) -> tuple[Stamped, ...]:
    return write_stamped(path, receipts, FONTS, out, page)


def stamped(desk: Desk, sheet: StampSheet) -> StampedPaper:
    return stamp_received(desk, sheet, draw)


def read_as(*papers: Instrument) -> Reading:
    return Reading(Source("letter.pdf", "0" * 64, "pdf", 1, True), papers)


@pytest.fixture
def desk(sqlite_store: Store, tmp_path: Path) -> Iterator[Desk]:
    """สทส. received a letter at 14.50; its note went to สงป., whose registry stamped it on a day."""
    (tmp_path / "letter.pdf").write_bytes(letter(memo([Block("paragraph", "แจ้งผล")])))
    made = build.desk(sqlite_store, tmp_path)
    receive_letter(
        made, Arrival(tmp_path / "letter.pdf", "test", "สทส.", When.day(date(2019, 12, 2), "14:50")), read_as()
    )
    build.sent(made, 1, build.memo(made, 1), "ผบช.สงป.")
    stamp_receipt(made, StampRequest(1, "สงป.", When.day(date(2019, 12, 9)), paper_number=514))
    yield made


def test_every_units_receipt_is_a_box_of_its_own_in_order_and_the_original_stays(desk: Desk, tmp_path: Path) -> None:
    before = (tmp_path / "letter.pdf").read_bytes()
    done = stamped(desk, StampSheet(1))
    assert done.receipts == (Receipt("สทส.", "๑", "๒ ธ.ค.๖๒", "๑๔.๕๐ น."), Receipt("สงป.", "๕๑๔", "๙ ธ.ค.๖๒"))
    with pdfplumber.open(BytesIO(done.path.read_bytes())) as pdf:
        said = pdf.pages[0].extract_text()
    for word in ("เลขรับ ๑", "เวลา ๑๔.๕๐ น.", "เลขรับ ๕๑๔", "วันที่ ๙ ธ.ค.๖๒"):
        assert word in said
    kept = desk.originals.path(hashlib.sha256(before).hexdigest())
    assert kept.read_bytes() == before
    assert done.path != kept


def test_one_unit_may_stamp_its_own_copy(desk: Desk, tmp_path: Path) -> None:
    done = stamped(desk, StampSheet(1, "สงป.", tmp_path / "out" / "a.pdf"))
    assert (done.path, [r.unit for r in done.receipts]) == (tmp_path / "out" / "a.pdf", ["สงป."])
    with pytest.raises(NotFound, match="ไม่มีเลขรับของ กอง ก"):
        stamped(desk, StampSheet(1, "กอง ก."))


def test_the_original_cannot_be_overwritten(desk: Desk, tmp_path: Path) -> None:
    original = next(p for p in (tmp_path / "originals").rglob("*") if p.is_file())
    before = original.read_bytes()
    with pytest.raises(Refused, match="ต้นฉบับ"):
        stamped(desk, StampSheet(1, out=original))
    assert original.read_bytes() == before


def test_a_stamp_that_the_paper_bears_already_is_not_drawn_twice(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(letter(memo([Block("paragraph", "แจ้งผลอีกครั้ง")])))
    paper = Instrument("letter", (1,), receipts=(Stamp("สทส.", "๗๗", date(2019, 12, 3), "10:00"),))
    arrival = Arrival(tmp_path / "b.pdf", "test", "สทส.", When.day(date(2019, 12, 3), "10:00"), paper_number=77)
    matter = receive_letter(desk, arrival, read_as(paper)).matter
    with pytest.raises(Refused, match="อยู่แล้ว"):
        stamped(desk, StampSheet(matter))
    assert [r.number for r in stamped(desk, StampSheet(matter, "สทส.")).receipts] == ["๗๗"]
