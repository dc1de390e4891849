"""Codes that begin with a letter are told as printed, wherever an office sets them; what only looks like one is none."""

from dataclasses import replace

import pytest

from tests.unit.parsers.papers import LETTERHEAD, drafts, page
from workflow.core.reading import Instrument
from workflow.parsers.bundle import papers_of
from workflow.parsers.lettered_codes import codes_of
from workflow.parsers.page import Line, Page, Table
from workflow.parsers.understand import understand

HEAD = (
    LETTERHEAD.format(number="๐๑๐๑/๗", date="๗ มกราคม ๒๕๖๘")
    + "เรื่อง แจ้งผลการสำรวจสมมุติ ประจำปี ๒๕๖๗\nเรียน ผู้อำนวยการสถาบันตัวอย่าง\n\nผลการสำรวจมีข้อเสนอแนะ ดังนี้\n"
)
END = "\nจึงเรียนมาเพื่อโปรดทราบ\n\nขอแสดงความนับถือ\n(นายหนึ่ง ทดสอบกุล)\nอธิบดีกรมตัวอย่างวิทยา\n"
ONE, OTHER = "ควรจัดประชุมทุกเดือนและเผยแพร่มติให้ทุกหน่วยทราบ", "ควรเปิดจองคิวผ่านสายด่วนควบคู่กับแอปพลิเคชันเดิม"
LISTS = {
    "behind": f"๑. ทีมนำสมมุติ (A1) ในหมวดผู้นำ : {ONE}\n๒. คิวล่วงหน้า (B2) ในหมวดบริการ : {OTHER}",
    "word": f"- ตัวชี้วัดย่อยที่ A1 ทีมนำสมมุติ ภายใต้ตัวชี้วัดผู้นำ\nข้อเสนอแนะ: {ONE}\n- ตัวชี้วัดย่อยที่ B2 คิวล่วงหน้า ภายใต้ตัวชี้วัดบริการ\nข้อเสนอแนะ: {OTHER}",
}


def read(text: str) -> Instrument:
    (draft,) = drafts(text)
    return draft.instrument


@pytest.mark.parametrize("style", LISTS)
@pytest.mark.parametrize(("first", "second"), [("A1", "B2"), ("D-1", "E-2"), ("K1.1", "K2.3")])
def test_a_lettered_code_is_told_as_printed(style: str, first: str, second: str) -> None:
    told = read(HEAD + LISTS[style].replace("A1", first).replace("B2", second) + END).recommendations
    assert [(one.code, one.name, one.indicator, one.text) for one in told] == [
        (first, "ทีมนำสมมุติ", "ผู้นำ", ONE), (second, "คิวล่วงหน้า", "บริการ", OTHER),
    ]  # fmt: skip


def test_a_table_of_lettered_codes_is_read() -> None:
    head = ("รหัส", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ")
    typed = page(HEAD + "รายละเอียดตามตาราง\n" + END)
    made = replace(typed, tables=(Table(1, (head, ("A1", "ทีมนำสมมุติ", ONE), ("B2", "คิวล่วงหน้า (แบบ A4)", OTHER))),))
    (draft,) = understand(papers_of([made]))
    told = [(one.code, one.name, one.text) for one in draft.instrument.recommendations]
    assert told == [("A1", "ทีมนำสมมุติ", ONE), ("B2", "คิวล่วงหน้า (แบบ A4)", OTHER)]


def test_a_letter_alone_numbers_a_whole_indicator() -> None:
    scores = (
        ("ตัวชี้วัด (รหัส)", "คะแนน", "เฉลี่ยกลุ่ม"),
        ("ภาวะผู้นำ (A)", "3.11", "3.19"),
        ("ทีมนำ (A1)", "3.42", "3.35"),
        ("งบลงทุน (A2)", "2.80", "3.02"),
    )
    made = replace(page("สิ่งที่ส่งมาด้วย ๑\nตารางผลคะแนน"), tables=(Table(1, scores),))
    (draft,) = understand(papers_of([made]))
    assert draft.instrument.survey
    told = [(one.code, one.name, one.score) for one in draft.instrument.survey.indicators]
    assert told == [("A", "ภาวะผู้นำ", 3.11), ("A1", "ทีมนำ", 3.42), ("A2", "งบลงทุน", 2.8)]


def test_a_doubt_names_the_code_as_printed() -> None:
    text = LISTS["word"].replace("B2", "A1", 1).replace("คิวล่วงหน้า", "ทีมนำสมมุติ (B2)")
    (draft,) = drafts(HEAD + text + END)
    told = " ".join(finding.message for finding in draft.findings)
    assert "A1" in told and "1.1" not in told and "๑.๑" not in told


def test_numbers_of_the_paper_are_not_taken_for_codes_read_as_numbers() -> None:
    text = LISTS["behind"].replace("ควรจัดประชุม", "คะแนน 1.1 ควรจัดประชุม")
    told = read(HEAD + text + END).recommendations
    assert [one.code for one in told] == ["A1", "B2"]
    assert "1.1" in f"{told[0].name} {told[0].text}"


@pytest.mark.parametrize("sign", ["A4", "Q1"])
def test_one_sign_alone_or_a_quarter_is_no_code(sign: str) -> None:
    text = f"- ตัวชี้วัดย่อยที่ 1.1 แบบพิมพ์ ({sign}) ภายใต้ตัวชี้วัดผู้นำ\nข้อเสนอแนะ: {ONE}"
    told = read(HEAD + text + END).recommendations
    assert [(one.code, one.name) for one in told] == [("1.1", f"แบบพิมพ์ ({sign})")]


def test_codes_may_begin_with_thai_letters_and_their_parts_bear_these_alone() -> None:
    names = {"ก": "ผู้นำสมมุติ", "ก๑": "ทีมนำ", "ก๒": "งบลงทุน", "ข": "บริการสมมุติ", "ข๑": "คิวล่วงหน้า"}
    rows = tuple((code, name, f"{n}1.11", f"{n}3.19") for n, (code, name) in enumerate(names.items(), 3))
    scores = (("รหัส", "หมวด/ตัวชี้วัดย่อย", "คะแนน", "ค่าเฉลี่ย"), *rows)
    made = replace(page("สิ่งที่ส่งมาด้วย ๑\nตารางผลคะแนน"), tables=(Table(1, scores),))
    (draft,) = understand(papers_of([made]))
    assert draft.instrument.survey
    told = [(one.code, one.name) for one in draft.instrument.survey.indicators]
    assert told == [(code.replace("๑", "1").replace("๒", "2"), name) for code, name in names.items()]


@pytest.mark.parametrize("text", ["ว๙๐ ลงวันที่\nว๙๑ ลงวันที่\nว๙๒ ลงวันที่", "ก.๑ ชื่อหนึ่ง\nก.๒ ชื่อสอง"])
def test_circulars_and_two_entries_of_a_list_are_no_such_codes(text: str) -> None:
    assert not read(HEAD + text + END).recommendations


def test_letters_alone_that_count_the_rows_of_a_table_of_marks_are_codes() -> None:
    names = ("ความพร้อมสมมุติ", "ระบบสนับสนุนสมมุติ", "ความปลอดภัยสมมุติ", "ข้อมูลสมมุติ")
    for letters in ("ABCD", "กขคง"):
        rows = tuple(
            (letter, name, f"6{n}.25", f"5{n}.10") for n, (letter, name) in enumerate(zip(letters, names, strict=True))
        )
        made = replace(page("ตารางผลคะแนน"), tables=(Table(1, (("รหัส", "ตัวชี้วัด", "คะแนน", "ค่าเฉลี่ย"), *rows)),))
        (draft,) = understand(papers_of([made]))
        assert draft.instrument.survey
        told = [(one.code, one.name, one.score) for one in draft.instrument.survey.indicators]
        assert told == [(letter, name, 60.25 + n) for n, (letter, name) in enumerate(zip(letters, names, strict=True))]


@pytest.mark.parametrize(
    ("codes", "known"), [(("ก1", "ก2", "ข1"), True), (("A1", "A2", "B1"), True), (("A1", "B1", "x"), False)]
)
def test_of_a_scan_codes_that_stand_alone_in_a_column_count(codes: tuple[str, ...], *, known: bool) -> None:
    lines = tuple(
        Line(text, 1, n, (left, 100 + 20 * n, left + 80, 112 + 20 * n), 12.0, confidence=0.97, sure=(0.97,) * len(text))
        for n, code in enumerate(codes)
        for left, text in ((80, code), (180, "ทีมนำสมมุติ"))
    )
    (paper,) = papers_of([Page(1, lines, 595, 842)])
    assert bool(codes_of(paper).numbers) is known
    glued = tuple(replace(line, text=f"{line.text} สมมุติ", sure=(0.97,) * (len(line.text) + 7)) for line in lines)
    (paper,) = papers_of([Page(1, glued, 595, 842)])
    assert not codes_of(paper).numbers
