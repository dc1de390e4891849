"""A person's correction stands beside the reading: checked, put in place, never over what was read."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from workflow.core.correction import Correction, canonical, corrected, paper_of, put, value_of
from workflow.core.errors import NotFound, UsageError
from workflow.core.field_names import thai_name
from workflow.core.reading import Count, Instrument, Reading, Reference, Signatory, Source, Stamp, Survey

AT = datetime(2025, 12, 1, tzinfo=UTC)
PAPER = Instrument(
    "letter", (1,), number="ทส 0102/456", to=("อธิบดี",), references=(Reference("ทส 1", date(2025, 1, 2)),),
    receipts=(Stamp("สทส.", "12"),), survey=Survey(score=55.5, counts={"total": Count(100, 90)}),
)  # fmt: skip
READING = Reading(Source("a.pdf", "0", "pdf", 1, False), (PAPER,))


def made(field: str, value: str, paper: int = 1) -> Correction:
    return Correction(paper, field, value, "ส.ต.ต. ตัวอย่าง", AT)


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("date", "๒๒ พ.ย. ๒๕๖๒", "2019-11-22"),
        ("receipts[0].date", "2019-11-22", "2019-11-22"),
        ("survey.score", "๕๕.๕๔", "55.54"),
        ("survey.counts.total.surveyed", "๑,๘๕๘", "1858"),
        ("subject", "  แจ้งผล   การสำรวจ ", "แจ้งผล การสำรวจ"),
    ],
)
def test_a_typed_value_takes_the_contracts_form(field: str, value: str, kept: str) -> None:
    assert canonical(field, value) == kept


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "๓๑ ก.พ. ๒๕๖๒"),
        ("survey.score", "มาก"),
        ("number", " "),
        ("pages", "1"),
        ("number; drop", "x"),
        ("kind", "memo"),
    ],
)
def test_what_is_no_value_or_no_field_is_refused(field: str, value: str) -> None:
    with pytest.raises(UsageError):
        canonical(field, value)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", "ทส 0102/ว457"), ("to[0]", "รองอธิบดี"), ("to[1]", "ปลัดกระทรวง"), ("references[0].date", "2025-02-03"),
        ("receipts[0].number", "13"), ("receipts[1].number", "14"), ("signatory.name", "ตัวอย่าง สมมุติ"), ("survey.score", "55.54"),
        ("survey.counts.total.answered", "91"), ("subject", "แจ้งผล"),
    ],
)  # fmt: skip
def test_a_value_is_put_in_its_place_and_nowhere_else(field: str, value: str) -> None:
    changed = put(PAPER, field, value)
    assert value_of(changed, field) == value
    name = field.split(".")[0].split("[")[0]
    assert replace(changed, **{name: getattr(PAPER, name), "circular": False}) == PAPER


@pytest.mark.parametrize(
    "field", ["to", "to[5]", "signatory", "receipts[0]", "nothing", "number.more", "survey.counts.total", "order.date"]
)
def test_a_field_that_is_not_there_or_not_one_value_is_refused(field: str) -> None:
    with pytest.raises(UsageError, match="แก้ช่อง"):
        put(PAPER, field, "2025-01-01")


def test_a_corrected_number_tells_whether_it_is_a_circular() -> None:
    assert put(PAPER, "number", "ทส 0102/ว457").circular
    assert put(PAPER, "signatory.name", "ตัวอย่าง").signatory == Signatory(name="ตัวอย่าง")


def test_later_corrections_win_and_the_reading_stays() -> None:
    mended = corrected(READING, [made("number", "ทส 1/1"), made("number", "ทส 2/2"), made("number", "x", paper=9)])
    assert mended.instruments[0].number == "ทส 2/2"
    assert READING.instruments[0].number == "ทส 0102/456"


def test_a_paper_that_is_not_there_is_told() -> None:
    with pytest.raises(NotFound, match="มี ๑ ฉบับ"):
        paper_of(READING, 2)


def test_fields_have_thai_names() -> None:
    assert thai_name("references[1].number") == "อ้างถึง ๒: ที่"
    assert thai_name("survey.counts.total.pct") == "ผลสำรวจ: จำนวนหน่วยงาน: รวม: ร้อยละ"
