"""Registers printed as tables."""

import tracemalloc
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2
import pytest

from tests import build
from tests.unit.templates.papers import FONTS, letters
from workflow.core.errors import NotFound
from workflow.core.register import Book, EntryKind, RegisterKey
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.print_register import Printed, RegisterPrint, print_register
from workflow.store.engine import Store
from workflow.store.matters import Trail
from workflow.store.registers import EntryDraft, Registers
from workflow.store.tables import EntryRow

KEY = RegisterKey("สทส.", Book.INCOMING, 2562)
LONG = "แจ้งผลการสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ ประจำปี 2562 และขอความร่วมมือตอบแบบสำรวจน้ำท่วมป่าปู่ญี่ปุ่น"


@pytest.fixture
def desk(sqlite_store: Store, tmp_path: Path) -> Iterator[Desk]:
    yield build.desk(sqlite_store, tmp_path, lambda: FONTS)


def fill(desk: Desk, count: int, subject: str = LONG) -> None:
    """Enter so many letters, three a day from 2 January on."""
    with desk.store.write() as session:
        registers = Registers(session, "test", {})
        for n in range(count):
            day = date(2019, 1, 2) + timedelta(days=n // 3)
            draft = EntryDraft(
                key=f"k{n}", at=When.day(day, "09:30").at, letter_number=f"ทส 0{n:03d}/{n + 1}", letter_date=day,
                sender="สพร.", addressee="ผบช.สทส.", subject=subject,
            )  # fmt: skip
            registers.issue(KEY, draft)


def wanted(first: date | None = None, last: date | None = None, book: Book = Book.INCOMING) -> RegisterPrint:
    return RegisterPrint("test", "สทส.", book, 2562, first, last)


def texts(done: Printed) -> list[str]:
    with pdfplumber.open(BytesIO(done.path.read_bytes())) as pdf:
        return [page.extract_text() for page in pdf.pages]


def test_every_page_has_the_title_the_header_row_its_number_and_whole_cells(desk: Desk, tmp_path: Path) -> None:
    fill(desk, 18)
    done = print_register(desk, wanted(), tmp_path / "r.pdf")
    assert (done.lines, done.pages) == (18, len(texts(done)))
    assert done.pages > 2
    for n, page in enumerate(texts(done)):
        assert "ทะเบียนหนังสือรับ สทส." in page
        assert "พ.ศ. ๒๕๖๒" in page
        assert "เลขทะเบียนรับ ที่ ลงวันที่ จาก ถึง เรื่อง การปฏิบัติ หมายเหตุ" in page
        assert f"หน้า {'๑๒๓๔๕'[n]}" in page
    with pdfplumber.open(done.path) as pdf:
        rows = [row for page in pdf.pages for row in page.extract_table() or [] if row[1] and "ทส" in row[1]]
    assert [row[0] for row in rows] == [to_thai(n) for n in range(1, 19)]
    assert {letters(row[5] or "") for row in rows} == {letters(LONG.replace("2562", "๒๕๖๒"))}
    assert {(row[3], row[4]) for row in rows} == {("สพร.", "ผบช.สทส.")}
    everything = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(done.path))
    assert letters(everything).count(letters("ประจำปี ๒๕๖๒ และขอความร่วมมือ")) == 18


def test_each_day_has_its_heading_and_a_page_repeats_it(desk: Desk, tmp_path: Path) -> None:
    fill(desk, 18)
    pages = texts(print_register(desk, wanted(), tmp_path / "r.pdf"))
    assert all("วันที่ " in page.split("หมายเหตุ", 1)[1].splitlines()[1] for page in pages)
    assert "วันที่ ๒ มกราคม ๒๕๖๒" in pages[0]
    assert "วันที่ ๗ มกราคม ๒๕๖๒" in pages[-1]


def test_void_numbers_paper_ranges_and_holes_are_marked(desk: Desk, tmp_path: Path) -> None:
    with desk.store.write() as session:
        registers = Registers(session, "test", {})
        at = When.day(date(2019, 3, 1)).at
        registers.record(KEY, 5, EntryDraft(key="a", at=at, subject="ฉบับแรก"))
        registers.issue(KEY, EntryDraft(key="b", at=at, subject="ลงผิด")).kind = EntryKind.VOID
        lost = registers.issue(KEY, EntryDraft(key="c", at=at))
        registers.issue(KEY, EntryDraft(key="d", at=at, subject="ฉบับหลัง"))
        session.delete(lost)
    done = print_register(desk, wanted(), tmp_path / "r.pdf")
    with pdfplumber.open(done.path) as pdf:
        rows = {row[0]: row for row in pdf.pages[0].extract_table() or []}
    assert letters(rows["๑–๔"][7] or "") == "ออกเลขในสมุดทะเบียนกระดาษ"
    assert rows["๖"][7] == "ยกเลิก"
    assert rows["๗"][7] == "เลขขาด"
    assert rows["๘"][7] == ""
    assert done.lines == 4


def test_days_are_chosen_by_when_the_paper_was_entered(desk: Desk, tmp_path: Path) -> None:
    fill(desk, 9)
    one = print_register(desk, wanted(date(2019, 1, 3), date(2019, 1, 3)), tmp_path / "r.pdf")
    assert one.lines == 3
    assert "วันที่ ๓ เดือน มกราคม พ.ศ. ๒๕๖๒" in texts(one)[0]
    assert "เลขขาด" not in texts(one)[0]
    rest = print_register(desk, wanted(first=date(2019, 1, 3)), tmp_path / "r.pdf")
    assert rest.lines == 6
    assert "ตั้งแต่วันที่ ๓ มกราคม ๒๕๖๒" in texts(rest)[0]


def test_what_the_unit_did_with_a_paper_is_said(desk: Desk, tmp_path: Path) -> None:
    matter = build.matter(desk)
    with desk.store.write() as session:
        draft = EntryDraft(key="r", at=When.day(date(2019, 11, 11), "14:50").at, matter_id=matter, subject="เรื่อง")
        Registers(session, "test", {}).issue(KEY, draft)
        Trail(session, matter).note("acknowledged", "สงป.", "รับทราบ", When.day(date(2019, 12, 9)))
    assert "ส่ง ๔ ราย" in texts(print_register(desk, wanted(), tmp_path / "r.pdf"))[0]


def test_a_subject_longer_than_a_page_runs_on_and_odd_letters_are_named(desk: Desk, tmp_path: Path) -> None:
    fill(desk, 1, subject=LONG * 20 + " 😀")
    done = print_register(desk, wanted(), tmp_path / "r.pdf")
    assert done.pages > 1
    whole = letters("".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(done.path)))
    assert whole.count("ปู่ญี่ปุ่น") == 20
    assert "[U+1F600]" in whole


def test_an_empty_book_is_one_page_and_an_unknown_unit_none(desk: Desk, tmp_path: Path) -> None:
    assert print_register(desk, wanted(book=Book.OUTGOING), tmp_path / "out" / "r.pdf").pages == 1
    with pytest.raises(NotFound):
        print_register(desk, RegisterPrint("test", "ไม่มี", Book.INCOMING, 2562), tmp_path / "none.pdf")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["r.pdf"]
    assert not (tmp_path / "none.pdf").exists()


def test_the_file_is_sound(desk: Desk, tmp_path: Path) -> None:
    fill(desk, 9)
    with pikepdf.open(print_register(desk, wanted(), tmp_path / "r.pdf").path) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo["/Title"]) == "ทะเบียนหนังสือรับ สทส. พ.ศ. ๒๕๖๒"


@pytest.mark.soak  # five thousand lines printed while every piece of memory is counted
def test_memory_does_not_grow_with_the_book(desk: Desk, tmp_path: Path) -> None:
    def peak(rows: int, year: int) -> int:
        at = datetime.fromisoformat("2019-05-01T09:00+07:00")
        common: dict[str, Any] = {
            "office": "test",
            "unit": "สงป.",
            "book": "รับ",
            "year": year,
            "kind": "issued",
            "at": at,
            "subject": LONG,
        }
        with desk.store.write() as session:
            session.add_all(EntryRow(number=n, number_to=n, key=f"{year}/{n}", **common) for n in range(1, rows + 1))
        tracemalloc.start()
        print_register(desk, RegisterPrint("test", "สงป.", Book.INCOMING, year), tmp_path / "r.pdf")
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    peak(2000, 2550)  # what is remembered of each text is bounded, and by now it is remembered
    assert peak(2000, 2552) < peak(1000, 2551) + 1_000_000
