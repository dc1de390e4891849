"""Endorsements behind a memo, on a page that bears the memo's next number; and the opinions that others write there."""

import pytest

from tests.unit.parsers.papers import codes, page, rows
from workflow.parsers.bundle import papers_of
from workflow.parsers.fields.addressee import endorsement_addressees

MEMO = """บันทึกข้อความ
ส่วนราชการ กองทดลอง กรมสมมุติ
ที่ สม ๐๑๐๑/๑๕\tวันที่ ๓ มีนาคม ๒๕๖๘
เรื่อง ขอรายงานผลการทดลอง
เรียน อธิบดีกรมสมมุติ
กองทดลองได้รับแจ้งผลการทดลองจากสำนักงานตัวอย่างแล้ว
จึงเรียนมาเพื่อโปรดพิจารณา
(นายหนึ่ง ทดสอบกุล)
ผู้อำนวยการกองทดลอง
ทราบ ดำเนินการ
(นายสอง ทดสอบกุล)
อธิบดีกรมสมมุติ
๔ มีนาคม ๒๕๖๘"""
NOTE = """- {n} -
ที่ สม ๐๑๐๑/๒๒
เรียน ผู้อำนวยการกองช่าง
เพื่อทราบและดำเนินการในส่วนที่เกี่ยวข้อง
(นายหนึ่ง ทดสอบกุล)
ผู้อำนวยการกองทดลอง
๕ มีนาคม ๒๕๖๘"""


def kinds(*texts: str) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    made = papers_of([page(text, n) for n, text in enumerate(texts, 1)])
    return [(paper.kind, paper.pages, paper.missing) for paper in made]


def test_an_endorsement_opens_on_the_page_numbered_behind_its_memo() -> None:
    assert kinds(MEMO, NOTE.format(n="๒")) == [("memo", (1,), ()), ("endorsement", (2,), ())]
    assert "missing-page" not in codes(MEMO, NOTE.format(n="๒"))


def test_a_page_that_lacks_between_them_is_the_memos() -> None:
    assert kinds(MEMO, NOTE.format(n="๓")) == [("memo", (1,), (2,)), ("endorsement", (2,), ())]


def test_the_page_it_is_written_behind_may_come_later_or_not_at_all() -> None:
    assert kinds(NOTE.format(n="๒"), MEMO) == [("endorsement", (1,), ()), ("memo", (2,), ())]
    assert kinds(NOTE.format(n="๒")) == [("endorsement", (1,), (1,))]


def test_endorsements_go_on_over_numbered_pages() -> None:
    third = NOTE.format(n="๓").replace("๒๒", "๒๓")
    assert [kind for kind, _, missing in kinds(MEMO, NOTE.format(n="๒"), third) if not missing] == [
        "memo", "endorsement", "endorsement"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "above", ["ทั้งนี้ กองทดลองได้ส่งรายงานให้สำนักงานตัวอย่างแล้วตามหนังสือ", "๒. ข้อพิจารณา\nเห็นควรแจ้งทุกกองทราบ"]
)
def test_the_memo_goes_on_where_its_text_stands_above_a_number(above: str) -> None:
    text = MEMO.partition("จึงเรียน")
    second = f"- ๒ -\n{above}\nที่ สม ๐๑๐๑/๑๒\nเรียน ผู้อำนวยการสำนักงานตัวอย่าง\nจึงเรียน{text[2]}"
    assert kinds(text[0].strip(), second)[0] == ("memo", (1, 2), ())


@pytest.mark.parametrize(
    "opinion",
    [
        "กองฯ พิจารณาแล้ว สามารถทดลองได้ ๓ แห่งในปีงบ", "ศูนย์ฯ จะเพิ่มแบบทดลองให้ครบทุกระบบ", "สำนักฯ ไม่มีข้อขัดข้อง",
        "กองช่างตัวอย่างได้ตรวจสอบข้อมูลแล้ว ถูกต้องครบถ้วน", "ฝ่ายแผน ขอรายงานผลการทดลอง", "กลุ่มงานฯอยู่ระหว่างจัดหา",
    ],
)  # fmt: skip
def test_an_opinion_below_the_greeting_is_no_addressee(opinion: str) -> None:
    noted = rows(f"ที่ สม ๐๑๐๑/๗\nเรียน หัวหน้ากลุ่มทดลอง\n{opinion}\nประมาณ ๒๕๖๘\n(นายหนึ่ง ทดสอบกุล)")
    assert endorsement_addressees(noted) == ("หัวหน้ากลุ่มทดลอง",)


@pytest.mark.parametrize(
    "post",
    [
        "ผู้อำนวยการศูนย์ฯ", "ประธานคณะกรรมการฯ พิจารณาผลงาน", "กองฯ ทุกกอง", "ผกก.สภ.เมือง ขอนแก่น", "ผกก.สภ. จะแนะ",
        "หัวหน้ากลุ่มตรวจสอบภายใน", "ผู้อำนวยการกอง กำลังพล", "ศูนย์ฯ ในสังกัด",
    ],
)  # fmt: skip
def test_a_post_below_the_greeting_is_one_whatever_it_does(post: str) -> None:
    noted = rows(f"ที่ สม ๐๑๐๑/๗\nเรียน หัวหน้ากลุ่มทดลอง\n{post}\nเพื่อทราบ\n(นายหนึ่ง ทดสอบกุล)")
    assert endorsement_addressees(noted) == ("หัวหน้ากลุ่มทดลอง", post)
