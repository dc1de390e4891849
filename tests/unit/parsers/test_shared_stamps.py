"""A stamp on a page of endorsements is on the one its unit received, not on the one it wrote, on whatever page that stands."""

from datetime import date

from workflow.core.reading import Instrument, Signatory, Stamp
from workflow.parsers.draft import Draft
from workflow.parsers.fields.receipts import StampFound
from workflow.parsers.page import Line
from workflow.parsers.stamping import share_stamps


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
