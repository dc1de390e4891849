"""A stamp on a page of endorsements is on the one its unit received, not on the one it wrote, on whatever page that stands."""

from datetime import date

import pytest

from tests.unit.parsers.papers import placed
from workflow.core.reading import Instrument, Kind, Signatory, Stamp
from workflow.parsers.bundle import papers_of
from workflow.parsers.draft import Draft
from workflow.parsers.fields.receipts import StampFound
from workflow.parsers.page import Line
from workflow.parsers.stamping import parted, share_stamps
from workflow.parsers.understand import understand


def _endorsed(day: int, post: str) -> Draft:
    signer = Signatory(name="ก ข", position="เจ้าพนักงาน", acting="ปฏิบัติราชการแทน", acting_for=post)
    return Draft(Instrument("endorsement", (1,), date=date(2022, 3, day), signatory=signer))


def _stamp(unit: str, day: int) -> StampFound:
    return StampFound(Stamp(unit, "288", date(2022, 3, day), "10:30"), (Line("เลขรับ ๒๘๘", 1, 0),))


def _received(pages: list[list[Draft]], at: int, stamp: StampFound) -> list[int]:
    share_stamps(pages, [(at, stamp)])
    return [n for n, draft in enumerate(d for page in pages for d in page) if draft.instrument.receipts]


def test_a_stamp_above_its_own_units_endorsement_is_on_the_one_of_the_page_before() -> None:
    pages = [[_endorsed(7, "เกษตรเขต ๔")], [_endorsed(10, "เกษตรจังหวัดทะเลหมอก")]]
    assert _received(pages, 1, _stamp("สำนักงานเกษตรจังหวัดทะเลหมอก", 9)) == [0]


def test_a_unit_that_endorses_on_the_day_it_received_stamped_what_it_received() -> None:
    pages = [[_endorsed(10, "เกษตรจังหวัดทะเลหมอก"), _endorsed(11, "เกษตรอำเภอเวียงดอกไม้")]]
    assert _received(pages, 0, _stamp("กษอ.เวียงดอกไม้", 11)) == [0]


def test_a_stamp_of_a_unit_that_signed_nothing_is_on_the_newest_before_it() -> None:
    pages = [[_endorsed(7, "เกษตรเขต ๔"), _endorsed(10, "เกษตรจังหวัดทะเลหมอก")]]
    assert _received(pages, 0, _stamp("กองคลัง", 11)) == [1]


def test_a_unit_that_signed_both_endorsements_stamped_the_newest() -> None:
    pages = [[_endorsed(7, "เกษตรจังหวัดทะเลหมอก"), _endorsed(11, "เกษตรจังหวัดทะเลหมอก")]]
    assert _received(pages, 0, _stamp("สำนักงานเกษตรจังหวัดทะเลหมอก", 11)) == [1]


def _paper(kind: Kind, day: int, to: str) -> Draft:
    return Draft(Instrument(kind, (1,), date=date(2022, 3, day), to=(to,)))


@pytest.mark.parametrize(
    ("unit", "day", "below", "on_note"),
    [
        ("สำนักงานท่าเรือภาคที่ 4", 11, True, True),
        ("สำนักงานท่าเรือภาคที่ 4", 11, False, True),  # it is one of those the endorsement is for
        ("", 11, True, True),
        ("", 11, False, False),
        ("ห้องอธิบดี", 11, True, False),  # the memo is addressed to him
        ("สำนักงานเลขานุการกรม", 11, False, False),  # สำนักงาน alone is nobody
        ("สำนักงานท่าเรือภาคที่ 4", 8, True, False),  # the endorsement was not yet written
    ],
)
def test_a_stamp_on_a_page_that_a_memo_shares_is_on_what_its_unit_received(
    unit: str, day: int, below: bool, on_note: bool
) -> None:
    memo, note = _paper("memo", 7, "อธิบดีกรมสมมุติ"), _paper("endorsement", 10, "ผู้อำนวยการสำนักงานท่าเรือภาคที่ 1 - 7")
    stamps = [_stamp(unit, day)]
    on_memo, on_notes = parted(memo, [note], [] if below else stamps, stamps if below else [])
    assert (on_notes, on_memo) == ((stamps, []) if on_note else ([], stamps))


def test_a_stamp_at_the_foot_of_a_page_is_on_the_endorsement_above_it() -> None:
    told = [
        "บันทึกข้อความ", "ส่วนราชการ กองแผนงานสมมุติ", "ที่ สม 0307/15   วันที่ 3 มีนาคม 2565", "เรื่อง ขอรายงานผล", "เรียน อธิบดีกรมสมมุติ",
        "จึงเรียนมาเพื่อโปรดพิจารณา", "(นายหนึ่ง สมมุติกุล)", "ผู้อำนวยการกองแผนงานสมมุติ", "ที่ สม 0307/ว 21", "เรียน หัวหน้ากลุ่มทุกกลุ่ม",
        "เพื่อทราบ", "(นางสอง ตัวอย่างดี)", "ผู้อำนวยการกองแผนงานสมมุติ", "7 มีนาคม 2565", "กลุ่มบุคคล", "เลขรับ 402", "วันที่ 8 มี.ค. 65",
        "เวลา 08.50 น.",
    ]  # fmt: skip
    memo, note = understand(papers_of([placed([(0.0, text) for text in told])]))
    assert [len(draft.instrument.receipts) for draft in (memo, note)] == [0, 1]
