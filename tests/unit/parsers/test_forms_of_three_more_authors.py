"""Forms of three more authors' papers, each misread once: blocks of labels, headings among bullets, running prose, endorsements side by side."""

from datetime import date

import pytest

from tests.unit.parsers.papers import drafts, rows, set_out
from workflow.core.reading import Instrument
from workflow.parsers.fields.addressee import endorsement_addressees
from workflow.parsers.fields.advice_items import Item
from workflow.parsers.fields.advice_waits import takes
from workflow.parsers.fields.numbers import mended_slots
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.fields.score_told import told_scores
from workflow.parsers.fields.stated_count import stated_count
from workflow.parsers.fields.survey import name_in
from workflow.parsers.page import Table

BLOCKS = (("A2", "ตารางเทียบท่าสมมุติ", "ท่าเรือสมมุติ", "77.50 (ค่าเฉลี่ย 61.30)"), ("B1", "ตั๋วสมมุติ", "บริการสมมุติ", "82.10 (ค่าเฉลี่ย 66.75)"),
          ("C1", "กล้องสมมุติ", "ความปลอดภัยสมมุติ", "69.00 (ค่าเฉลี่ย 64.20)"))  # fmt: skip


def instrument_of(text: str) -> Instrument:
    return drafts(text)[0].instrument


def test_blocks_of_labels_with_lettered_codes_are_items_and_scores() -> None:
    lines = ["สิ่งที่ส่งมาด้วย", "ผลคะแนนและข้อเสนอแนะรายตัวชี้วัดย่อยของท่าเรือสมมุติ การสำรวจความพร้อมสมมุติ ปี ๒๕๖๘"]
    for code, name, part, score in BLOCKS:
        lines += [
            f"รหัส:\t{code}",
            f"ชื่อ:\t{name}",
            f"ตัวชี้วัดหลัก:\t{part}",
            f"คะแนน:\t{score}",
            f"ข้อเสนอแนะ:\tให้ปรับปรุง{name}ภายใน\nวันที่ ๓๐ กันยายน ๒๕๖๙",
        ]
    paper = instrument_of("\n".join(lines))
    assert [(g.code, g.name, g.indicator) for g in paper.recommendations] == [(c, n, p) for c, n, p, _ in BLOCKS]
    assert paper.survey is not None
    assert [(i.code, i.name, i.score) for i in paper.survey.indicators] == [
        (c, n, float(s[:5])) for c, n, _, s in BLOCKS
    ]
    assert paper.date is None


def test_letters_count_the_rows_of_a_ruled_table_that_its_lines_repeat() -> None:
    text = "ตารางคะแนนของหน่วยงาน ปี ๒๕๖๘\nรหัส\tตัวชี้วัดหลัก\tคะแนน\tค่าเฉลี่ย\n"
    text += "\n".join(f"{letter}\tงานสมมุติ{n}\t4{n}.58\t5{n}.27" for n, letter in enumerate("ABCD", 1))
    survey = instrument_of(text).survey
    assert survey is not None
    assert [(i.code, i.score) for i in survey.indicators] == [("A", 41.58), ("B", 42.58), ("C", 43.58), ("D", 44.58)]


def test_a_line_on_the_edge_of_the_bullets_heads_those_below_it() -> None:
    lines: list[tuple[float, float, str]] = [
        (122, 528, "ศมส. มีข้อเสนอแนะสำหรับโรงพยาบาล จำนวน 4 ตัวชี้วัดย่อย เรียงตามด้าน ดังนี้")
    ]
    for n, part in ((1, "การดูแลสมมุติ"), (2, "เวชระเบียนสมมุติ")):
        lines += [(102, 181, f"ด้าน{part}"), (102, 528, f"• {n}.1 นัดหมายสมมุติ – เพิ่มช่วงเวลานัดของคลินิกในระบบให้ครบทุกวัน")]
        lines += [(119, 300, "และส่งข้อความเตือน"), (102, 519, f"• {n}.3 การจ่ายสมมุติ – ติดตั้งเครื่องชำระเงินที่อาคารผู้ป่วยอีก 2 จุด")]
    found = recommendations_of(set_out([*lines, (80, 142, "4. ข้อพิจารณา")])).given
    assert [(g.code, g.name, g.indicator) for g in found] == [
        ("1.1", "นัดหมายสมมุติ", "การดูแลสมมุติ"), ("1.3", "การจ่ายสมมุติ", "การดูแลสมมุติ"),
        ("2.1", "นัดหมายสมมุติ", "เวชระเบียนสมมุติ"), ("2.3", "การจ่ายสมมุติ", "เวชระเบียนสมมุติ"),
    ]  # fmt: skip


def test_running_prose_tells_the_part_its_score_and_then_its_items() -> None:
    text = "สยอ. มีข้อเสนอแนะครบทุกตัวชี้วัดย่อย ดังจะเรียนเป็นรายด้านต่อไปนี้\n\n"
    text += "ด้านที่ ๑ ทิศทางสมมุติ กรมได้คะแนนร้อยละ ๖๗.๐๒ เทียบกับค่าเฉลี่ยกลุ่มร้อยละ ๖๘.๕๓ เมื่อแยกพิจารณา ตัวชี้วัดย่อย ๑.๑ แผนที่สมมุติ (Roadmap) ได้ร้อยละ ๘๐.๒๕ "
    text += "ควรทบทวนแผนที่ให้เชื่อมโยงกับแผนใหญ่ ต่อมา ตัวชี้วัดย่อย ๑.๒ ความเสี่ยงสมมุติ (Risk) ซึ่งได้ร้อยละ ๕๔.๑๐ ควรจัดทำบัญชีความเสี่ยงของทุกโครงการ\n\n"
    text += "ด้านที่ ๒ คนสมมุติ เป็นด้านที่กรมทำได้เด่นด้วยคะแนนร้อยละ ๗๑.๖๗ สำหรับตัวชี้วัดย่อย ๒.๑ ทักษะสมมุติ (ร้อยละ ๔๗.๓๖) ควรจัดให้เจ้าหน้าที่ทุกคนอบรมทุกปี"
    found = recommendations_of(rows(text)).given
    assert [(g.code, g.name, g.indicator) for g in found] == [
        ("1.1", "แผนที่สมมุติ (Roadmap)", "ทิศทางสมมุติ"), ("1.2", "ความเสี่ยงสมมุติ (Risk)", "ทิศทางสมมุติ"), ("2.1", "ทักษะสมมุติ", "คนสมมุติ"),
    ]  # fmt: skip
    assert not any(g.text.endswith(("ต่อมา", "และ")) for g in found)


@pytest.mark.parametrize(("text", "name"), [
    ("ด้านที่ 1 ทิศทางสมมุติ กรมได้คะแนนร้อยละ {n}7.02", "ทิศทางสมมุติ"), ("ด้านที่ 1 งานสมมุติ เป็นด้านที่เด่นที่สุดด้วยคะแนนร้อยละ {n}1.67", "งานสมมุติ"),
])  # fmt: skip
def test_who_got_a_score_is_none_of_the_indicators_name(text: str, name: str) -> None:
    told = " ".join(text.replace("ที่ 1", f"ที่ {n}").format(n=n) + " ควรพัฒนา" for n in (3, 4, 5))
    assert {one.name for one in told_scores(f"ผลการสำรวจ {told}", 2568)} == {name}


@pytest.mark.parametrize("label", ["หน่วยงานรับผิดชอบ", "ผู้รับผิดชอบหลัก", "กำหนดแล้วเสร็จ"])
@pytest.mark.parametrize("within", [True, False])
def test_who_does_it_and_by_when_is_none_of_the_name(label: str, *, within: bool) -> None:
    lines: list[tuple[float, float, str]] = [(156, 494, "กองแผนงานขอเสนอแนวทางปรับปรุง 2 ตัวชี้วัด ตามข้อเสนอแนะ ดังนี้")]
    names = ("ใบอนุญาตสมมุติ (Permit)", "ศูนย์ตอบคำถามสมมุติ (Contact)")
    for n, (name, unit) in enumerate(zip(names, ("กองกำกับสมมุติ", "สำนักงานเลขานุการ"), strict=True), 1):
        named = f"{n}) ตัวชี้วัด 3.{n} {name} {label}: {unit}"
        advice = f"ข้อเสนอแนะ: ควรเชื่อมข้อมูลกับกรมที่ {n} เพื่อพิจารณาคำขอได้เร็วขึ้น"
        lines += [(153, 538, f"{named} {advice}")] if within else [(153, 538, named), (170, 526, advice)]
    found = recommendations_of(set_out(lines)).given
    assert [(g.name, g.text[:12]) for g in found] == [(name, "ควรเชื่อมข้อ") for name in names]


@pytest.mark.parametrize(("text", "count"), [
    ("กองแผนงานจึงขอเสนอแนวทางปรับปรุง 5 ตัวชี้วัด ตามข้อเสนอแนะของกระทรวง ดังนี้", 5),
    ("โดยยังมีตัวชี้วัดย่อย 6 รายการที่สำนักงานต้องรายงานผล ดังต่อไปนี้", 6),
])  # fmt: skip
def test_an_announced_count_is_the_lists(text: str, count: int) -> None:
    assert stated_count(text, {}, count) == (count, None)


@pytest.mark.parametrize(("text", "name"), [
    ("สรุปผลการตรวจวัดระดับการให้บริการสมมุติ ประจำปี 2568", "การตรวจวัดระดับการให้บริการสมมุติ"),
    ("เพื่อให้ทันการติดตามผล จำเป็นต้องมอบหมายหน่วยงานให้ชัดเจน ค่าใช้จ่ายให้เบิกจากงบประมาณประจำปี 2568", None),
])  # fmt: skip
def test_a_sentence_names_no_survey(text: str, name: str | None) -> None:
    assert name_in(text) == name


def test_who_certifies_the_copy_of_a_page_signs_no_letter() -> None:
    letter = instrument_of(
        "ที่ มท ๐๒๑๐/ว ๗๗\nกระทรวงสมมุติ\n๑ ตุลาคม ๒๕๖๘\nเรื่อง แจ้งผลการวัดระดับจังหวัดสมมุติ\nเรียน ผู้ว่าราชการจังหวัดสมมุติ\n"
        "ตามที่กระทรวงได้แจ้งผลมา นั้น ขอให้จังหวัดมอบหมายผู้บริหารกำกับติดตาม\nสำเนาถูกต้อง\n(นางสาวคัดลอก ตัวอย่างดี)\nนักจัดการงานทั่วไปชำนาญการ\n"
        "จึงเรียนมาเพื่อโปรดพิจารณา\nขอแสดงความนับถือ\n(นายลงนาม ตัวอย่างเด่น)\nรองปลัดกระทรวงสมมุติ"
    )
    assert letter.signatory is not None
    assert letter.signatory.name == "ลงนาม ตัวอย่างเด่น"


def test_an_endorsements_addressees_are_none_of_its_sentences() -> None:
    told = ["ที่ ชพ ๐๐๑๗.๑/ว ๕๑๒๐", "เรียน หัวหน้าส่วนราชการประจำจังหวัดสมมุติ", "ทุกส่วนราชการ", "และนายอำเภอทุกอำเภอ"]
    told += ["เพื่อทราบและดำเนินการตามข้อเสนอแนะใน", "ส่วนที่เกี่ยวข้อง แล้วรายงานให้จังหวัดทราบ", "ภายในวันที่ ๓๐ มกราคม ๒๕๖๙"]
    placed = set_out((320, 500, line) for line in told)
    assert endorsement_addressees(placed) == ("หัวหน้าส่วนราชการประจำจังหวัดสมมุติทุกส่วนราชการ", "นายอำเภอทุกอำเภอ")
    noted = "ที่ ชพ ๐๐๑๗.๑/๑๔๘๒\nเรียน ผู้ว่าราชการจังหวัดสมมุติ\n- มท. แจ้งผลการวัดระดับจังหวัดสมมุติ ปี\n๒๕๖๘ จังหวัดได้ ๕๓.๕๕ คะแนน"
    assert endorsement_addressees(rows(noted)) == ("ผู้ว่าราชการจังหวัดสมมุติ",)
    posts = "ที่ ๐๐๒๘.๔๑๑/๒๐๙๓\nเรียน ผกก.ฝอ.ศฝร.ภ.๖ ผกก.ฝ่ายบริการการฝึกฯ\nเพื่อทราบ"
    assert endorsement_addressees(rows(posts)) == ("ผกก.ฝอ.ศฝร.ภ.6", "ผกก.ฝ่ายบริการการฝึกฯ")


def test_a_mark_among_the_letters_of_an_owners_code_is_a_speck() -> None:
    assert mended_slots("มีหนังสือ ที่ สคิด 2565/ว1022 ลงวันที่ 9 มิถุนายน 2565") == "มีหนังสือ ที่ สคด 2565/ว1022 ลงวันที่ 9 มิถุนายน 2565"


@pytest.mark.parametrize(("above", "waits"), [
    ("ข. ด้านที่มีผลลัพธ์ใกล้เคียงค่าเฉลี่ย", False), ("ตัวชี้วัดที่ต่ำกว่าค่าเฉลี่ย", False), ("หน่วยงานระดับกรมได้คะแนนเฉลี่ย", True),
])  # fmt: skip
def test_a_title_that_ends_in_a_word_for_a_mean_waits_for_no_number(above: str, waits: bool) -> None:
    assert takes(rows(above)[0], Item("2.1", "เส้นทางสมมุติ")) is waits


def test_a_limit_that_begins_a_row_dates_no_stamped_letter() -> None:
    paper = instrument_of(
        "ที่ มท ๐๘๙๓.๓/ว ๒๗๓๔\nถึง สำนักงานสมมุติจังหวัด ทุกจังหวัด\nตามหนังสือกรมสมมุติ ขอให้หน่วยงานรายงานผลตามแบบที่ส่งมาพร้อมนี้ ภายใน\n"
        "วันที่ ๒๘ กุมภาพันธ์ ๒๕๖๘\nจึงแจ้งมาเพื่อทราบและถือปฏิบัติ\nกรมพัฒนากิจการสมมุติ\n๒๑ มกราคม ๒๕๖๘\nกองสมมุติ\nโทร. ๐ ๒๐๐๐ ๐๐๐๐"
    )
    assert (paper.kind, paper.date) == ("stamped", date(2025, 1, 21))


def test_the_rest_of_an_indicator_that_two_items_share_leads_into_nothing() -> None:
    lines: list[tuple[float, float, str]] = [(150, 440, "กรมเห็นควรให้เร่งแก้ไขใน 4 ตัวชี้วัดย่อย ได้แก่")]
    items = (("2.1", "จุดบริการสมมุติ (Point)", "ช่องทาง|บริการสมมุติ"), ("2.3", "คู่มือสมมุติ (Manual)", "ช่องทาง|บริการสมมุติ"),
             ("3.1", "ข้อมูลสมมุติ", "การใช้ข้อมูลสมมุติ"), ("3.2", "งบสมมุติ (Budget)", "การใช้|ข้อมูลสมมุติ"))  # fmt: skip
    for n, (code, name, part) in enumerate(items, 1):
        head, _, rest = f"({n}) ตัวชี้วัดย่อย {code} {name} ด้าน{part} : จัดทำเรื่องที่ {n} ให้ครบทุกพื้นที่เป้าหมาย".partition("|")
        lines += [(150, 533, head), *([(85, 533, rest)] if rest else []), (85, 282, "ล่วงหน้าทุกเดือน")]
    found = recommendations_of(set_out(lines)).given
    assert [(g.name, g.indicator) for g in found] == [(name, part.replace("|", "")) for _, name, part in items]


@pytest.mark.parametrize(("head", "own"), [("คะแนนเฉลี่ย", True), ("ค่าเฉลี่ยกลุ่ม", False), ("คะแนนเฉลี่ยทุกหน่วยงาน", False)])
def test_a_mean_of_nobody_else_in_the_only_column_is_the_score(head: str, own: bool) -> None:
    lines = [("ด้านที่", "ชื่อด้าน", head), *((str(n), f"งานสมมุติ {n}", f"4{n}.74") for n in range(1, 5))]
    found = score_table([Table(1, tuple(lines))], [])
    assert [(i.score, i.group_average) for i in found.indicators] == [
        (float(f"4{n}.74"), None) if own else (None, float(f"4{n}.74")) for n in range(1, 5)
    ]
