"""A letterhead's name may break off above the row of the number, for want of room, and go on opposite it; other words begin anew."""

import pytest

from workflow.parsers.bundle import papers_of
from workflow.parsers.page import Line, Page
from workflow.parsers.understand import understand

BELOW = (
    "เรื่อง รายงานผล", "เรียน เลขาธิการคณะกรรมการตัวอย่าง", "ตามที่ได้มีการสำรวจ นั้น", "จึงเรียนมาเพื่อโปรดทราบ", "ขอแสดงความนับถือ", "(นายหนึ่ง ทดสอบกุล)",
)  # fmt: skip


def _sender(above: str, opposite: str, address: str = "ถนนสมมุติ อำเภอเมือง ตย ๙๒๐๐๐") -> str | None:
    told = [(336.0, 1, above), (86.0, 2, "ที่ ศธ ๐๔๒๕๑/๒๒๑๗"), (336.0, 2, opposite), (336.0, 3, address)]
    told += [(262.0, 4, "๘ กรกฎาคม ๒๕๖๗"), *((86.0, n, text) for n, text in enumerate(BELOW, 5))]
    lines = [Line(t, 1, n, (x, 100 + 20.0 * n, x + 5 * len(t), 114 + 20.0 * n), 16.0) for x, n, t in told]
    (draft,) = understand(papers_of([Page(1, tuple(lines), 595.0, 842.0)]))
    return draft.instrument.sender


@pytest.mark.parametrize("torn", ["ศึกษาตัวอย่าง เขต ๒", "ตัวอย่าง สมมุติ"])
def test_a_name_that_had_no_room_goes_on_opposite_the_number(torn: str) -> None:
    assert _sender("สำนักงานเขตพื้นที่การศึกษามัธยม", torn) == "สำนักงานเขตพื้นที่การศึกษามัธยม" + torn.replace("๒", "2")


@pytest.mark.parametrize("own", ["สำนักงานคลังตัวอย่าง", "สพม.ตัวอย่าง", "โรงเรียนตัวอย่าง", "ทำเนียบรัฐบาล"])
def test_an_office_opposite_the_number_has_its_own_name(own: str) -> None:
    assert _sender("สำนักงานเขตพื้นที่การศึกษามัธยม", own) == own


def test_words_that_had_room_above_begin_anew() -> None:
    assert _sender("กระทรวงตัวอย่าง", "การไฟฟ้าสมมุติ") == "การไฟฟ้าสมมุติ"
