"""What is asked or ordered in a narrow column wraps early: its last row is part of it, and what begins anew is not."""

import pytest

from tests.unit.parsers.papers import SIGNED_MEMO, page
from workflow.parsers.bundle import papers_of
from workflow.parsers.fields.addressee import endorsement_addressees
from workflow.parsers.fields.closing import purposes_of
from workflow.parsers.page import Line, Page
from workflow.parsers.rows import Row, rows_of
from workflow.parsers.understand import understand

SIGNED = ((120.0, "(นางสอง ทดสอบกุลสมมุติวงศ์)"), (140.0, "รองผู้ว่าการ"))


def _rows(*told: tuple[float, str], tall: float = 14.0) -> list[Row]:
    lines = [
        Line(t, 1, n, (x, 60 + 18.0 * n, x + 5 * len(t), 60 + 18.0 * n + (tall if len(t) > 3 else 7.0)), 16.0)
        for n, (x, t) in enumerate(told)
    ]
    return rows_of(lines)


@pytest.mark.parametrize(
    ("purpose", "rest"),
    [
        ("เพื่อโปรดทราบ เห็นควรดำเนิน", "การตามที่ ฝทส. เสนอ"), ("เพื่อทราบและพิจารณาดำเนินการตามที่", "อธิบดีเห็นชอบท้ายบันทึกนี้"),
        ("เพื่อทราบและดำเนินการในส่วนที่เกี่ยวข้อง โดยให้กองหนึ่งรวบรวมรายงาน", "ผล"),
    ],
)  # fmt: skip
def test_a_purpose_runs_on_over_a_narrow_column(purpose: str, rest: str) -> None:
    noted = _rows((85.0, "เรียน ผวก."), (113.0, purpose), (85.0, rest), *SIGNED, tall=10.0)
    assert purposes_of(noted) == purpose + rest
    assert endorsement_addressees(noted) == ("ผวก.",)


@pytest.mark.parametrize("below", ["ผู้อำนวยการกองช่าง", "กองแผนงานสมมุติ", "- แจ้งทุกกอง", "เพื่อถือปฏิบัติ"])
def test_what_begins_anew_below_a_purpose_is_none_of_it(below: str) -> None:
    noted = _rows((85.0, "เรียน ผวก."), (113.0, "เพื่อโปรดทราบ เห็นควรดำเนินการ"), (85.0, below), *SIGNED)
    assert (purposes_of(noted) or "").split(" / ")[0] == "เพื่อโปรดทราบ เห็นควรดำเนินการ"


def _order(*told: tuple[float, str]) -> tuple[str, ...] | None:
    signed = ((349.0, "(นายเจษ สมมุติ)"), (330.0, "นายกเทศมนตรีสมมุติ"))
    lines = [line for row in _rows(*told, *signed) for line in row.parts]
    behind = Page(2, tuple(Line(**{**vars(line), "page": 2}) for line in lines), 595.0, 842.0)
    (memo,) = understand(papers_of([page(SIGNED_MEMO), behind]))
    return memo.instrument.order.text if memo.instrument.order else None


def test_an_order_that_wraps_is_one_line() -> None:
    listed = ((326.0, "- ทราบ"), (326.0, "- ให้ ฝทส. แจ้งฝ่ายที่เกี่ยวข้องดำเนิน"), (326.0, "การ"))
    assert _order(*listed) == ("ทราบ", "ให้ ฝทส. แจ้งฝ่ายที่เกี่ยวข้องดำเนินการ")
    assert _order((354.0, "อนุมัติ และให้กองคลังดำเนิน"), (326.0, "การภายในเดือนนี้")) == ("อนุมัติ และให้กองคลังดำเนินการภายในเดือนนี้",)


def test_the_lines_of_an_order_that_begin_something_stay_apart() -> None:
    told = ("- ทราบ", "- ให้กองคลังดำเนินการตามเสนอ", "แจ้งทุกกองทราบ", "(๓) รายงานผล")
    wanted = ("ทราบ", "ให้กองคลังดำเนินการตามเสนอ", "แจ้งทุกกองทราบ", "รายงานผล")
    assert _order(*((326.0, text) for text in told)) == wanted
    assert _order((326.0, "ทราบ ให้แจ้งกองที่เกี่ยวข้อง"), (326.0, "กองคลังรายงาน")) == (
        "ทราบ ให้แจ้งกองที่เกี่ยวข้อง",
        "กองคลังรายงาน",
    )
