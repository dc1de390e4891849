"""Forms of writing that papers of other offices brought: numbers with series and units, other bullets, posts in one line."""

from pathlib import Path

import docx
import pytest

from tests.unit.parsers.papers import drafts, page, rows, set_out
from workflow.core.reading import Instrument
from workflow.parsers.bundle import papers_of
from workflow.parsers.checks import Context, run_checks
from workflow.parsers.fields.addressee import endorsement_addressees
from workflow.parsers.fields.advice_table import recommendations_in
from workflow.parsers.fields.numbers import is_circular
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.fields.stated_count import stated_count
from workflow.parsers.fields.survey import survey_of, year_of_title
from workflow.parsers.fields.surveyed import counts
from workflow.parsers.open_file import open_pages
from workflow.parsers.page import Table
from workflow.parsers.pdf_lines import lines_of
from workflow.parsers.pdf_printed import Glyph, Style
from workflow.parsers.understand import understand

LETTER = """ที่ สม ๐๑๐๒/๕๕
กระทรวงสมมุติ
๗ สิงหาคม ๒๕๖๗
เรื่อง ส่งผลการสมมุติ
เรียน {to}

ตามที่กระทรวงสมมุติได้แจ้งไว้แล้ว นั้น
จึงเรียนมาเพื่อโปรดทราบ
"""
ADVICE = """ผลการประเมินมีดังนี้

{one}
ตัวชี้วัดย่อย 1.1 : แผนสมมุติ
ข้อเสนอแนะ : ควรทบทวนแผนทุกปี
{two}
ตัวชี้วัดย่อย 2.1 : บริการสมมุติ
ข้อเสนอแนะ : ควรเปิดบริการใหม่"""


def test_a_series_that_only_begins_with_the_letter_of_circulars_is_none() -> None:
    assert is_circular("นร 0506/ว(ล)123")
    assert not is_circular("นร 0506/วท123")


def addressed(to: str) -> tuple[str, ...]:
    return drafts(LETTER.format(to=to))[0].instrument.to


def test_posts_told_in_one_line_are_addressed_each() -> None:
    told = "นายอำเภอ ทุกอำเภอ นายกองค์การบริหารส่วนจังหวัดสมมุติ และนายกเทศมนตรีเมืองสมมุติ"
    assert addressed(told) == ("นายอำเภอ ทุกอำเภอ", "นายกองค์การบริหารส่วนจังหวัดสมมุติ", "นายกเทศมนตรีเมืองสมมุติ")


def test_a_post_behind_an_acting_phrase_is_no_addressee_of_its_own() -> None:
    assert addressed("รองอธิการบดี รักษาการแทน อธิการบดีมหาวิทยาลัยสมมุติ") == ("รองอธิการบดี รักษาการแทน อธิการบดีมหาวิทยาลัยสมมุติ",)


def test_who_is_every_one_of_a_kind_ends_an_addressee() -> None:
    told = "ผู้ตรวจราชการ ทุกเขต\nนักวิชาการสมมุติ ทุกจังหวัด\nผู้อำนวยการสมมุติ ทุกแห่ง"
    assert len(addressed(told)) == 3


def test_what_is_asked_in_a_list_is_no_addressee() -> None:
    note = rows("เรียน ผู้อำนวยการสมมุติ\n- เพื่อโปรดทราบ\n- เห็นควรมอบกลุ่มสมมุติจัดทำแผน")
    assert endorsement_addressees(note) == ("ผู้อำนวยการสมมุติ",)


@pytest.mark.parametrize("mark", ["◆", "➢", "•", "\uf0a7"])
def test_a_heading_behind_any_bullet_opens_a_group(mark: str) -> None:
    text = ADVICE.format(one=f"{mark} จุดแข็งของหน่วยงาน", two=f"{mark} ประเด็นที่ต้องพัฒนา")
    groups = [given.group for given in recommendations_of(rows(text)).given]
    assert groups == ["จุดแข็งของหน่วยงาน", "ประเด็นที่ต้องพัฒนา"]


def test_a_dimension_without_a_number_heads_the_items_below_it() -> None:
    text = ADVICE.format(one="◆ มิติด้านการนำ", two="◆ มิติด้านบริการ")
    given = recommendations_of(rows(text)).given
    assert [one.indicator for one in given] == ["การนำ", "บริการ"]
    assert given[0].text == "ควรทบทวนแผนทุกปี"


def test_the_last_entry_of_a_list_inside_an_advice_is_no_heading() -> None:
    text = ADVICE.format(one="", two="• จัดอบรมบุคลากรสมมุติ\n• ซื้อเครื่องสมมุติใหม่")
    given = recommendations_of(rows(text)).given
    assert given[1].group is None


def test_a_count_broken_off_before_its_number_is_no_indicator() -> None:
    text = "ผู้ประเมินให้ข้อเสนอแนะไว้\n2 ตัวชี้วัด คือ\n" + ADVICE.format(one="", two="")
    found = recommendations_of(rows(text))
    assert stated_count(found.rest, {}) == (2, None)


def test_a_count_before_a_table_is_stated() -> None:
    assert stated_count("และมีข้อเสนอแนะเพื่อการพัฒนา 3 ตัวชี้วัด ดังตารางต่อไปนี้", {}) == (3, None)


def test_the_clause_may_stand_before_the_count_of_its_indicators() -> None:
    text = "เห็นควรแจ้งหน่วยที่เกี่ยวข้องเร่งรัดตัวชี้วัดตามข้อ 3.2 จำนวน 4 ตัวชี้วัด ให้เสร็จในไตรมาสแรก"
    assert stated_count(text, {}) == (4, "3.2")
    assert stated_count(text.replace("3.2 จำนวน", "3.2 และพัฒนาตัวชี้วัดจำนวน"), {}) == (4, None)
    assert stated_count("จัดทำแผนแก้ไขตัวชี้วัดย่อยตามข้อ 2.3 รวม 3 ตัวชี้วัด", {}) == (3, "2.3")


def averaged(text: str) -> tuple[float | None, float | None]:
    scores = survey_of(None, text).scores
    return scores.score, scores.average


def test_a_group_of_schools_has_an_average() -> None:
    text = "มหาวิทยาลัยสมมุติได้คะแนนเฉลี่ย 3.82 โดยกลุ่มมหาวิทยาลัยเอกชนมีคะแนนเฉลี่ย 3.47"
    assert averaged(text) == (3.82, 3.47)


def test_a_survey_of_one_kind_of_offices_has_a_total() -> None:
    found = counts("มีองค์กรปกครองส่วนท้องถิ่นเข้ารับการประเมิน 98 แห่ง จากทั้งหมด 104 แห่ง คิดเป็นร้อยละ 94.2")
    assert (found["total"].surveyed, found["total"].answered) == (104, 98)


def test_a_province_names_no_survey() -> None:
    paper: Instrument = drafts(
        LETTER.format(to="นายอำเภอ") + "ด้วยจังหวัดสมมุติได้รับแจ้งว่า ผลการประเมินความพร้อมสมมุติ ประจำปี ๒๕๖๗ ปรากฏดังนี้"
    )[0].instrument
    assert paper.survey and paper.survey.name == "การประเมินความพร้อมสมมุติ"


def test_the_mark_of_a_score_may_have_four_decimals() -> None:
    assert averaged("องค์กรได้ 3.5250 คะแนน จาก 5 คะแนน ค่าเฉลี่ยของกลุ่ม 3.2000 คะแนน") == (3.525, 3.2)


def test_the_share_that_answered_is_no_average() -> None:
    text = "หน่วยงานทั้งหมด 190 แห่ง ส่งแบบประเมิน 171 แห่ง คิดเป็นร้อยละ 90.0 กรมสมมุติมีผลประเมินร้อยละ 84.10"
    assert averaged(f"{text} ส่วนค่าเฉลี่ยของกรมในสังกัดอยู่ที่ร้อยละ 79.35") == (84.1, 79.35)


def test_a_mark_at_the_head_of_a_line_is_no_item() -> None:
    text = "กรมสมมุติได้คะแนนวุฒิภาวะ\n3.15 คะแนน อยู่ในระดับกำลังพัฒนา\nควรตรวจสอบรายละเอียดตามสิ่งที่ส่งมาด้วย"
    assert recommendations_of(rows(text)).given == ()


def test_who_proposes_is_no_part_of_the_advice() -> None:
    text = "ตัวชี้วัด 2.1 ระบบสมมุติ : คณะผู้ประเมินเสนอให้เชื่อมต่อข้อมูลกับทุกแห่งในจังหวัด\nจึงเรียนมาเพื่อทราบ"
    assert recommendations_of(rows(text)).given[0].text == "ให้เชื่อมต่อข้อมูลกับทุกแห่งในจังหวัด"


def test_a_count_of_just_as_many_as_are_given_is_stated() -> None:
    text = "รายละเอียดตัวชี้วัดย่อย รวม 5 ตัว จำแนกเป็น 2 กลุ่ม"
    assert stated_count(text, {}, 5) == (5, None)
    assert stated_count(text, {}, 4) is None


def test_a_note_without_number_below_a_letter_is_an_endorsement() -> None:
    letter = LETTER.format(to="ผู้อำนวยการเขตสมมุติ") + "ขอแสดงความนับถือ\n(นายหนึ่ง ทดสอบกุล)\nผู้อำนวยการสำนักสมมุติ\n"
    note = "เรียน ผู้อำนวยการเขต\nเพื่อโปรดทราบ เห็นควรมอบฝ่ายสมมุติ\n(นางสอง ทดสอบกุล)\nหัวหน้าฝ่ายสมมุติ\n๒๑ พ.ค. ๒๕๖๗"
    papers = [draft.instrument for draft in drafts(letter + note)]
    assert [(one.kind, one.to) for one in papers] == [
        ("letter", ("ผู้อำนวยการเขตสมมุติ",)),
        ("endorsement", ("ผู้อำนวยการเขต",)),
    ]


def test_the_number_of_a_unit_is_no_sign_misread() -> None:
    note = "ที่ 0016.22/2244\nเรียน ผกก.1\nเพื่อทราบ\nพ.ต.ท.\n(สาม ทดสอบกุล)\nรอง ผกก.ฝอ.บก.สม.1 ปรท.\nผกก.ฝอ.บก.สม.1"
    signatory = papers_read(note).signatory
    assert signatory and signatory.position == "รอง ผกก.ฝอ.บก.สม.1"


def papers_read(text: str) -> Instrument:
    papers = papers_of([page(text)])
    made = understand(papers)
    run_checks(made, Context(tuple(papers)))
    return made[0].instrument


def test_a_cluster_written_again_for_its_raised_mark_is_read_once() -> None:
    written = [glyph(char, 100.0 + 5 * n) for n, char in enumerate("กดิ์ พง")]
    again = [glyph(char, 106.0, baseline=99.2) for char in "ดิ์"]
    rest = [glyph(char, 135.0 + 5 * n) for n, char in enumerate("ษ์")]
    assert [line.text for line in lines_of([*written, *again, *rest], 1)] == ["กดิ์ พงษ์"]


def glyph(char: str, left: float, baseline: float = 100.0) -> Glyph:
    return Glyph(char, left, left + 5.0, (left, 90.0, left + 5.0, 102.0), Style(11.0, baseline))


def test_a_cell_that_takes_two_columns_keeps_the_next_ones_in_place(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(5, 3)
    table.cell(4, 0).merge(table.cell(4, 1))
    for at, texts in enumerate((("รหัส", "ชื่อ", "คะแนน"), *((f"1.{n}", "สมมุติ", f"{n}0.00") for n in (1, 2, 3)))):
        for column, text in enumerate(texts):
            table.cell(at, column).text = text
    table.cell(4, 0).text, table.cell(4, 2).text = "รวม", "20.00"
    document.save(str(tmp_path / "scores.docx"))
    assert open_pages(tmp_path / "scores.docx", ocr=None).pages[0].tables[0].rows[4] == ("รวม", "", "20.00")


def test_a_mark_out_of_a_hundred_is_the_offices_own_beside_the_average_of_others_of_its_size() -> None:
    text = "กรมได้ผลคะแนน 72.50 จาก 100 คะแนน (กรมขนาดเล็กทั้งหมดได้คะแนนเฉลี่ย 66.04 คะแนน)"
    assert averaged(text) == (72.5, 66.04)


def test_an_item_indented_as_the_one_before_it_begins_even_below_a_full_line() -> None:
    lines = (
        (145, 300, "1.3 การติดตามสมมุติ"),
        (145, 540, "ข้อเสนอแนะ : ควรกำหนดตัวชี้วัดผลสำเร็จของโครงการดิจิทัลทุกโครงการไว้ล่วงหน้า"),
        (145, 230, "1.5 งบประมาณ"),
        (145, 500, "ข้อเสนอแนะ : ควรจัดสรรงบประมาณเพิ่ม"),
        (85, 540, "จึงเรียนมาเพื่อทราบ"),
        (85, 300, "ต่อไป"),
    )
    assert [one.code for one in recommendations_of(set_out(lines)).given] == ["1.3", "1.5"]


def test_a_subject_that_respectfully_invites_makes_an_invitation() -> None:
    letter = LETTER.format(to="ดร.หนึ่ง ทดสอบกุล").replace("ส่งผลการสมมุติ", "เรียนเชิญเป็นวิทยากรสมมุติ")
    assert drafts(letter)[0].instrument.kind == "invitation"


def test_items_in_brackets_below_their_indicator_stand_under_a_numbered_group() -> None:
    text = "2. แนวทางการพัฒนา มีทั้งสิ้น 2 ตัวชี้วัดย่อย\n2.1 ตัวชี้วัดที่เป็นจุดเด่น\nตัวชี้วัดหลักที่ 1 ภาวะผู้นำสมมุติ\n(1.1) การกำหนดทิศทาง\n"
    text += "แนวทางการพัฒนา: ให้ผู้บริหารเป็นประธาน\n2.2 ตัวชี้วัดที่เป็นช่องว่าง\nตัวชี้วัดหลักที่ 3 กระบวนการ\n(3.2) งานอัตโนมัติ\nแนวทางการพัฒนา: ให้นำระบบมาใช้"
    given = recommendations_of(rows(text)).given
    assert [(one.code, one.indicator, one.group) for one in given] == [
        ("1.1", "ภาวะผู้นำสมมุติ", "ตัวชี้วัดที่เป็นจุดเด่น"),
        ("3.2", "กระบวนการ", "ตัวชี้วัดที่เป็นช่องว่าง"),
    ]


def test_a_column_of_remarks_is_no_advice_beside_one_of_advice() -> None:
    table = Table(1, (("ตัวชี้วัด", "ชื่อ", "ข้อสังเกต", "ข้อเสนอแนะ"), ("1.2", "แผนสมมุติ", "ไม่มีการซ้อม", "ซ้อมแผนปีละ 2 ครั้ง")))
    given = recommendations_in([table])
    assert [(one.name, one.indicator, one.text) for one in given] == [("แผนสมมุติ", None, "ซ้อมแผนปีละ 2 ครั้ง")]


def test_a_score_table_may_be_headed_in_english() -> None:
    body = tuple((f"1.{n} Skill", f"{n}0.50", f"{n}1.00", "-0.50") for n in (1, 2, 3))
    table = Table(1, (("Indicator", "Score", "Average", "Gap"), *body, ("Overall", "20.50", "21.00", "-0.50")))
    found = score_table([table], [])
    assert (found.score, found.average, len(found.indicators)) == (20.5, 21.0, 3)


def test_the_year_of_a_title_may_stand_alone() -> None:
    assert year_of_title("Digital Readiness Score 2567 ของกรมสมมุติ") == 2567


def test_a_first_clause_opens_the_text_below_the_addressee() -> None:
    memo = "บันทึกข้อความ\nส่วนราชการ กองสมมุติ\nที่ สม 1/22\tวันที่ 2 มกราคม 2567\nเรื่อง รายงานสมมุติ\n"
    found = drafts(memo + "เรียน อธิบดีกรมสมมุติ ผ่านรองอธิบดีกรมสมมุติ\nข้อ 1 ต้นเรื่อง\nกรมสมมุติได้รับแจ้งแล้ว")[0].instrument
    assert (found.to, found.via) == (("อธิบดีกรมสมมุติ",), "รองอธิบดีกรมสมมุติ")


@pytest.mark.parametrize(("gap", "text"), [(1.9, "มกราคม"), (2.9, "มกราค ม")])
def test_letters_that_a_face_sets_wide_are_one_word(gap: float, text: str) -> None:
    word = [glyph(char, 100.0 + 5 * n) for n, char in enumerate("มกราค")]
    assert [line.text for line in lines_of([*word, glyph("ม", 125.0 + gap)], 1)] == [text]
