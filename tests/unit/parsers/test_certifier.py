"""The officer who certified a copy: only what is not there is told."""

import pytest

from tests.unit.parsers.papers import set_out
from workflow.core.reading import Instrument
from workflow.parsers.checks import Context
from workflow.parsers.checks.documents_absent import check
from workflow.parsers.draft import Draft
from workflow.parsers.fields.certifier import certifier_lacks

WORDS = (90.0, 160.0, "สำเนาถูกต้อง")
NAME, POST, DAY = (85.0, 165.0, "(นางดี ตัวอย่างกุล)"), (70.0, 200.0, "นักจัดการงานทั่วไป"), (95.0, 160.0, "๕ มีนาคม ๒๕๖๗")
SIGNED = [(330.0, 440.0, "(นายงาม สมมุติสกุล)"), (320.0, 450.0, "อธิบดีกรมตัวอย่าง")]


@pytest.mark.parametrize(
    ("below", "lacks"),
    [([NAME, POST, DAY], ()), ([NAME, POST], ("วันที่",)), ([NAME], ("ตำแหน่ง", "วันที่")), (SIGNED, ("ชื่อ", "ตำแหน่ง", "วันที่"))],
)
def test_what_is_printed_under_the_words_is_not_missed(
    below: list[tuple[float, float, str]], lacks: tuple[str, ...]
) -> None:
    assert certifier_lacks(set_out([WORDS, *below])) == lacks


def test_a_paper_that_is_no_certified_copy_lacks_nothing() -> None:
    assert certifier_lacks(set_out([NAME, POST])) == ()


@pytest.mark.parametrize(
    ("lacks", "told"), [(("วันที่",), "ไม่ปรากฏวันที่ของ"), (("ชื่อ", "ตำแหน่ง", "วันที่"), "ไม่ปรากฏชื่อ ตำแหน่ง และวันที่ของ")]
)
def test_the_doubt_names_only_what_is_not_there(lacks: tuple[str, ...], told: str) -> None:
    (found,) = check([Draft(Instrument("order", (1,)), certifier_lacks=lacks)], Context(()))
    assert found.code == "certifier-absent" and told in found.message
