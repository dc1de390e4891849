"""Posts told one behind the other in one line: each is addressed, and names that only look like two stay whole."""

import pytest

from workflow.parsers.fields.addressee import addressees, endorsement_addressees
from workflow.parsers.fields.head_field import HeadField
from workflow.parsers.rows import Row

TWO = [
    ("เกษตรจังหวัดน่าน เกษตรจังหวัดแพร่ และเกษตรจังหวัดพะเยา", ("เกษตรจังหวัดน่าน", "เกษตรจังหวัดแพร่", "เกษตรจังหวัดพะเยา")),
    ("อธิการบดีทุกแห่ง เลขาธิการสภา/สมาคมทุกแห่ง", ("อธิการบดีทุกแห่ง", "เลขาธิการสภา/สมาคมทุกแห่ง")),
    ("หัวหน้าหน่วยงานในกำกับและผู้อำนวยการกองทุกกอง", ("หัวหน้าหน่วยงานในกำกับ", "ผู้อำนวยการกองทุกกอง")),
    ("คณบดีทุกคณะ และผู้อำนวยการสำนักทะเบียน", ("คณบดีทุกคณะ", "ผู้อำนวยการสำนักทะเบียน")),
]
ONE = [
    "กรรมการและเลขานุการคณะทำงาน",
    "ผู้อำนวยการและหัวหน้าสำนักงานทดลอง",
    "ประธานกรรมการและหัวหน้าคณะ",
    "ผู้อำนวยการสถาบันพัฒนาครูและผู้บริหารสถานศึกษา",
    "ท่องเที่ยวและกีฬาจังหวัดน่าน",
]


def _row(text: str) -> Row:
    return Row(text, text, 1)


@pytest.mark.parametrize(("told", "to"), TWO)
def test_posts_in_one_line_are_each_addressed_by_letters_and_endorsements(told: str, to: tuple[str, ...]) -> None:
    assert addressees({"เรียน": HeadField("เรียน", (_row(told),), (told,))})[0] == to
    assert endorsement_addressees([_row(f"เรียน {told}"), _row("เพื่อโปรดทราบ")]) == to


@pytest.mark.parametrize("told", ONE)
def test_one_who_holds_two_posts_and_a_name_with_and_in_it_stay_whole(told: str) -> None:
    assert addressees({"เรียน": HeadField("เรียน", (_row(told),), (told,))})[0] == (told,)
    assert endorsement_addressees([_row(f"เรียน {told}"), _row("เพื่อโปรดทราบ")]) == (told,)
