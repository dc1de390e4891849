"""Coded names in a paper headed as one of advice: whatever stands under each of them is its advice, however it begins."""

import pytest

from tests.unit.parsers.papers import set_out
from workflow.core.reading import Recommendation
from workflow.parsers.fields.recommendations import recommendations_of

TITLE = "ข้อเสนอแนะเพื่อการพัฒนางานสมมุติ ประจำปี 2560"
HEADS = ("ตัวชี้วัดที่ {} {}", "{}. ตัวชี้วัด{}", "ด้านที่ {} {}")
PARTS = (
    ("1", "แผนงาน", (("1.1", "แผนรายปี"), ("1.2", "แผนกำลังคน"))),
    ("2", "การให้บริการ", (("2.1", "เคาน์เตอร์รวม"),)),
)
TOLD = {
    "1.1": ("ผูกแผนไว้กับเป้าหมายของกระทรวง", "วางคนรับงานไว้ทุกแผน"),
    "1.2": ("ตัดขั้นตอนขออัตราที่ซ้ำกันออก",),
    "2.1": ("รับคำขอทุกเรื่องไว้ที่โต๊ะเดียว", "บอกผลทางข้อความในวันเดียวกัน"),
}
MARKS = (("ก. ", "ข. "), ("- ", "- "), ("", ""), ("1) ", "2) "))


def given(lines: list[tuple[float, float, str]]) -> list[Recommendation]:
    return list(recommendations_of(set_out(lines)).given)


def paper(
    head: str, marks: tuple[str, str], title: str = TITLE, word: str = "", *, should: str = ""
) -> list[tuple[float, float, str]]:
    lines: list[tuple[float, float, str]] = [(180, 420, title), (85, 540, "กองสมมุติและหน่วยงานในสังกัดทั้งหมดของกรมสมมุติ")]
    for number, name, items in PARTS:
        lines.append((85, 230, head.format(number, name)))
        for code, called in items:
            lines.append((111, 260, f"{word}{code} {called}"))
            lines += [(136, 440, f"{mark}{should}{text}") for mark, text in zip(marks, TOLD[code], strict=False)]
    return lines


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("head", HEADS)
def test_lines_under_coded_names_are_their_advice_in_a_paper_of_advice(head: str, marks: tuple[str, str]) -> None:
    found = given(paper(head, marks))
    assert [(g.code, g.name) for g in found] == [item for _, _, items in PARTS for item in items]
    assert all(part in g.text for g in found for part in TOLD[g.code])
    assert {g.group for g in found} == {None}


def test_codes_that_no_part_of_the_paper_stands_over_need_no_indicator() -> None:
    bare = [line for line in paper(HEADS[0], MARKS[0]) if not line[2].startswith("ตัวชี้วัดที่")]
    assert [(g.code, g.indicator) for g in given(bare)] == [("1.1", None), ("1.2", None), ("2.1", None)]


def test_a_sentence_may_announce_them_over_two_rows() -> None:
    lead = [
        (120, 540, "ด้วยสำนักงานสมมุติได้สำรวจงานของทุกกองแล้ว และมีข้อเสนอแนะเพื่อให้ทุกกองปรับปรุง"),
        (85, 300, "งานในปีถัดไป ดังนี้"),
    ]
    assert [g.code for g in given([*lead, *paper(HEADS[0], MARKS[0])[2:]])] == ["1.1", "1.2", "2.1"]


LONG = "ผูกแผนไว้กับเป้าหมายของกระทรวงสมมุติและทบทวนแผนใหม่ทุกปีโดยคณะทำงานซึ่ง"


def test_an_entry_hangs_behind_its_mark() -> None:
    lines = paper(HEADS[0], MARKS[0])
    at = next(n for n, line in enumerate(lines) if TOLD["1.1"][0] in line[2])
    first, *_ = given([*lines[:at], (136, 540, f"ก. {LONG}"), (151, 330, "มีผู้แทนของทุกกองเข้าร่วม"), *lines[at + 1 :]])
    assert first.text.startswith(f"ก. {LONG}มีผู้แทนของทุกกองเข้าร่วม") and TOLD["1.1"][1] in first.text


def test_a_paragraph_of_the_paper_behind_a_full_row_of_an_entry_is_none_of_it() -> None:
    lines = paper(HEADS[0], MARKS[0])
    text = (151, 540, "กองแผนงานสมมุติได้พิจารณาทุกข้อแล้ว และจะติดตามผลของทุกกองให้เสร็จภายในปีนี้เพื่อ")
    last = given([text, *lines[:-1], (136, 540, f"ข. {LONG}"), text, (85, 200, "เสนอต่อไป")])[-1]
    assert last.text.endswith(LONG)


@pytest.mark.parametrize("should", ["", "ควร"])
@pytest.mark.parametrize("marks", MARKS[:2])
def test_an_entry_inside_an_advice_is_no_heading_of_the_next_item(marks: tuple[str, str], should: str) -> None:
    found = given(paper(HEADS[0], marks, word="ตัวชี้วัดย่อย ", should=should))
    assert [g.code for g in found] == ["1.1", "1.2", "2.1"]
    assert {g.group for g in found} == {None}
    assert all(part in g.text for g in found for part in TOLD[g.code])


@pytest.mark.parametrize("title", ["รายงานการดำเนินงานสมมุติ ประจำปี 2560", "แผนการปรับปรุงงานสมมุติ"])
def test_a_paper_of_another_kind_gives_no_advice_by_its_clauses(title: str) -> None:
    assert given(paper("{}. {}", MARKS[0], title)) == []


def test_the_sections_of_a_memo_about_advice_are_no_items() -> None:
    lines: list[tuple[float, float, str]] = [(85, 420, "เรื่อง ข้อเสนอแนะการพัฒนางานสมมุติ")]
    for number, section in (("1", "เรื่องเดิม"), ("2", "ข้อพิจารณา")):
        lines.append((147, 240, f"{number}. {section}"))
        for nth in (1, 2):
            lines += [(147, 320, f"{number}.{nth} คำสั่งสมมุติฉบับที่อ้าง"), (170, 440, "กรมสมมุติได้แจ้งทุกกองทราบตามคำสั่งนั้น")]
    assert given(lines) == []


def test_what_was_found_and_marked_under_the_names_is_no_advice() -> None:
    lines = paper(HEADS[0], MARKS[2])
    marked = [(x, end, f"{text} ได้ 61.20 คะแนน" if x == 136 else text) for x, end, text in lines]
    assert given(marked) == []


@pytest.mark.parametrize("title", [TITLE, "ขอรายงานการดำเนินการตามข้อเสนอแนะของสำนักงานสมมุติ ดังนี้"])
def test_what_a_unit_did_about_an_advice_is_none(title: str) -> None:
    done = "" if title != TITLE else " เสร็จเรียบร้อยแล้ว"
    lines = paper("{}. {}", MARKS[1], title)
    assert given([(x, end, text + done if x == 136 else text) for x, end, text in lines]) == []


@pytest.mark.parametrize("called", ["ข้อเสนอการปรับปรุง", "ข้อเสนอในการพัฒนา", "ข้อเสนอเพื่อการยกระดับ"])
def test_proposals_to_mend_are_advice(called: str) -> None:
    title = f"กองสมมุติได้ประชุมร่วมกันแล้ว มี{called} ดังนี้"
    lines: list[tuple[float, float, str]] = [(120, 400, title)]
    told = {
        "2.1": "ทะเบียนกลาง – ยุบรวมฐานข้อมูลของทุกกองไว้ที่เดียว",
        "2.4": "ระบบพัสดุ – เปิดใช้ระบบเบิกจ่ายกับทุกกองก่อนปิดงบ",
        "4.1": "คลังข้อมูล – จัดตั้งคลังที่เก็บผลย้อนหลัง 5 ปี เพื่อใช้พยากรณ์",
    }
    for number, name in (("2", "ระบบงาน"), ("4", "การวิเคราะห์")):
        lines.append((156, 339, f"องค์ประกอบที่ {number} {name}"))
        lines += [(156, 500, f"{code} {text}") for code, text in told.items() if code.startswith(number)]
    found = given([*lines, (156, 400, "จึงเรียนมาเพื่อโปรดพิจารณา")])
    assert [(g.code, f"{g.name} – {g.text}") for g in found] == list(told.items())
    assert [g.indicator for g in found] == ["ระบบงาน", "ระบบงาน", "การวิเคราะห์"]


def test_the_word_for_advice_may_be_broken_over_two_rows() -> None:
    lead = [
        (156, 536, "2.2 ผลการประเมินพบตัวชี้วัดที่คะแนนต่ำกว่าค่าเฉลี่ยของกลุ่ม และมีข้อเสนอ"),
        (85, 123, "แนะ ดังนี้"),
        (156, 294, "ตัวชี้วัดที่คะแนนต่ำกว่าค่าเฉลี่ยกลุ่ม"),
    ]
    items = {"1.3": "การติดตาม (ด้านการวางแผน)", "2.2": "ทักษะข้อมูล (ด้านกำลังคน)", "3.2": "การชำระเงิน (ด้านบริการ)"}
    told = ("รายงานความก้าวหน้าต่อผู้บริหารเป็นรายเดือน", "ส่งเจ้าหน้าที่ของทุกสำนักเข้าอบรม", "เปิดรับชำระผ่านระบบกลาง")
    lines = [
        line
        for (code, name), text in zip(items.items(), told, strict=True)
        for line in ((156.0, 386.0, f"{code} {name}"), (184.0, 480.0, text))
    ]
    found = given([*lead, *lines, (156, 218, "3. ข้อพิจารณา")])
    assert [(g.code, g.text) for g in found] == list(zip(items, told, strict=True))
    assert [g.indicator for g in found] == ["การวางแผน", "กำลังคน", "บริการ"]
    assert {g.group for g in found} == {"ตัวชี้วัดที่คะแนนต่ำกว่าค่าเฉลี่ยกลุ่ม"}
