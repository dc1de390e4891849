"""The head of a paper on a bad copy: labels without their marks, letters of one shape, digits taken for Latin letters."""

from datetime import date

import pytest

from tests.unit.parsers.scanned import paper, row
from workflow.parsers.fields.labels import label_of
from workflow.parsers.fields.numbers import number_of
from workflow.parsers.fields.skeleton import alike, nearest, opens_with

MEMO = [
    (170, "ปนทกขอควา มลา"),
    (0, "ส่วนราชการ สำนักสมมุติ  โทร. ๐ ๒๑๑๑ ๒๒๒๒"),
    (0, "ท ๐๐๓๓.๑๒/๕๐๕๒  วันที่ ๒๒ พฤศจิกายน ๒๕๖๒"),
    (0, "เรือง แจ้งผลการสำรวจสมมุติ"),
    (0, "เรียน อธิบดีกรมสมมุติ"),
    (72, "ด้วยสำนักงานตัวอย่างได้แจ้งผลมา"),
    (72, "จึงเรียนมาเพื่อโปรดทราบ"),
    (190, "(นายสมมุติ ทดสอบกุล)"),
    (190, "ผู้อำนวยการสำนักสมมุติ"),
]


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("เรือง แจ้งผลการสำรวจ", "เรื่อง", "แจ้งผลการสำรวจ"),
        ("เรียน อธิบดีกรมสมมุติ", "เรียน", "อธิบดีกรมสมมุติ"),
        ("สิงที่สงมาด้วย ๑. แบบตอบรับ", "สิ่งที่ส่งมาด้วย", "1. แบบตอบรับ"),
        ("อ้างถีง หนังสือกรมสมมุติ", "อ้างถึง", "หนังสือกรมสมมุติ"),
        ("สวนราซการ กองตัวอย่าง", "ส่วนราชการ", "กองตัวอย่าง"),
        ("ว ที  ส่วนราชการ กองตัวอย่าง", "ส่วนราชการ", "กองตัวอย่าง"),
    ],
)
def test_a_label_is_known_without_its_marks(text: str, label: str, value: str) -> None:
    assert label_of(row(text)) == (label, value)


@pytest.mark.parametrize(
    "text", ["เรียกประชุม คณะทำงาน", "เรื่องนี้ได้ดำเนินการแล้ว", "ส่วนราชการที่เกี่ยวข้องได้ตอบแล้ว", "อาทิ หน่วยงาน"]
)
def test_words_of_a_text_are_no_labels(text: str) -> None:
    assert label_of(row(text)) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ท ๐๐๓๓.๑๒/๕๐๕๒", "0033.12/5052"),
        ("ที สมข ๒๕๖๗/ว ๑๓๓๓", "สมข 2567/ว1333"),
        ("ที่ รง o2l4.9/2637", "รง 0214.9/2637"),
        ("ที่ ๐๐๓๓,๑๒/๕๐๕๒", "0033.12/5052"),
        ("พี่ มท ๐๒๐๑.๒ / ว ๑๕๙๐", "มท 0201.2/ว1590"),
        ("ที่ พม ๐๒๐๖.๑/ว ๑", "พม 0206.1/ว1"),
        ("ที่ อว ๘๓๙๒(๑).๑/ว ๑๒", "อว 8392(1).1/ว12"),
        ("ที่ ว ๑๐", "ว 10"),
    ],
)
def test_a_number_is_read_in_every_form_of_the_rule(text: str, number: str) -> None:
    found = number_of([row(text)])
    assert found and found[0] == number


def test_a_sentence_with_a_number_is_no_number_of_its_own() -> None:
    assert number_of([row("ที่ประชุมมีมติ ๕/๒๕๖๒ เห็นชอบ")]) is None


def test_a_memo_whose_heading_is_lost_under_a_stamp_is_still_a_memo() -> None:
    found = paper(MEMO)
    assert (found.kind, found.number, found.date) == ("memo", "0033.12/5052", date(2019, 11, 22))
    assert (found.subject, found.to) == ("แจ้งผลการสำรวจสมมุติ", ("อธิบดีกรมสมมุติ",))
    assert paper([(170, "เ%ก?"), *MEMO[1:]]).kind == "memo"


def test_a_word_of_the_form_is_never_found_in_a_longer_or_another_word() -> None:
    assert opens_with("เรียนรู้ ตลอดชีวิต", ("เรียน",)) is None
    assert not alike("เรียก", "เรื่อง")
    assert nearest("มิถุนายม", ("มิถุนายน", "เมษายน")) == "มิถุนายน"
    assert nearest("กก", ("กค", "กย")) is None


@pytest.mark.parametrize("label", ["เอง", "เรองง", "รื่อง"])
def test_a_subject_stands_right_above_whom_the_paper_addresses_though_its_label_is_hardly_one(label: str) -> None:
    torn = [(x, text.replace("เรือง", label)) for x, text in MEMO]
    assert paper(torn).subject == "แจ้งผลการสำรวจสมมุติ"
