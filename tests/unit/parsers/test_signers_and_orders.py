"""Who signs and what is cited where papers are set as offices other than the known ones set them."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.parsers.papers import drafts, rows, set_out
from workflow.core.reading import Count, Instrument
from workflow.parsers.binding.following import announces
from workflow.parsers.binding.opening import is_signature
from workflow.parsers.bundle import Sheet, papers_of
from workflow.parsers.checks.chains import chains
from workflow.parsers.draft import Draft
from workflow.parsers.fields.advice_table import recommendations_in
from workflow.parsers.fields.enclosures import enclosures
from workflow.parsers.fields.heads import head_fields
from workflow.parsers.fields.numbers import number_of
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.references import references
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.fields.scores import scores_of
from workflow.parsers.fields.signatory import signatures
from workflow.parsers.fields.survey import survey_of, year_of_title
from workflow.parsers.fields.surveyed import counts
from workflow.parsers.fields.titles import bare_name, split_acting
from workflow.parsers.page import Line, Page, Table
from workflow.parsers.rows import Row, rows_of
from workflow.parsers.understand import understand

ORDER = """คำสั่งกรมสมมุติ
ที่ 12/2567
เรื่อง แต่งตั้งคณะทำงานสมมุติ
ตามหนังสือกระทรวงสมมุติ ที่ สม 0201/ว 77 ลงวันที่ 3 พฤษภาคม 2567 จึงแต่งตั้งคณะทำงาน ดังนี้
สั่ง ณ วันที่ 10 พฤษภาคม พ.ศ. 2567
(นายหนึ่ง ทดสอบกุล)
อธิบดีกรมสมมุติ
"""
NOTES = """ที่ สม 0101/31  ลงวันที่ 9 พ.ค. 67
เรียน หัวหน้ากลุ่มสมมุติ
เพื่อทราบ
(นายหนึ่ง ทดสอบกุล)
ผู้อำนวยการสำนักสมมุติ
เรียน ผู้อำนวยการสำนักสมมุติ
เห็นควรมอบกลุ่มแผน
(นางสอง ทดสอบกุล)
หัวหน้ากลุ่มสมมุติ
10 พ.ค. 67
"""


def beside(*pairs: tuple[str, str]) -> list[Row]:
    """Return rows of two columns with places."""
    lines = [
        Line(text, 1, n, (left, 100.0 + 18 * n, left + 150.0, 114.0 + 18 * n), 16.0)
        for n, pair in enumerate(pairs)
        for left, text in zip((90.0, 330.0), pair, strict=True)
    ]
    return rows_of(lines)


SIGNERS = (("(นายหนึ่ง ทดสอบกุล)", "(นางสอง ทดสอบกุล)"), ("ปลัดกระทรวงสมมุติ", "ปลัดกระทรวงตัวอย่าง"))


def test_two_who_sign_beside_one_another_keep_their_own_posts() -> None:
    signed = [block.signatory for block in signatures(beside(*SIGNERS))]
    assert [(s.name, s.position) for s in signed] == [
        ("หนึ่ง ทดสอบกุล", "ปลัดกระทรวงสมมุติ"),
        ("สอง ทดสอบกุล", "ปลัดกระทรวงตัวอย่าง"),
    ]


def test_two_names_on_one_row_are_a_signature_and_a_name_beside_text_is_none() -> None:
    assert is_signature(beside(*SIGNERS)[0])
    assert not is_signature(beside(("(นายหนึ่ง ทดสอบกุล)", "เห็นควรอนุมัติ"))[0])


@pytest.mark.parametrize("phrase", ["แทน", "ลงนามแทน"])
def test_any_phrase_of_its_own_that_ends_in_แทน_parts_two_posts(phrase: str) -> None:
    assert split_acting(f"หัวหน้าฝ่ายสมมุติ {phrase} ผู้อำนวยการกองสมมุติ") == ("หัวหน้าฝ่ายสมมุติ", phrase, "ผู้อำนวยการกองสมมุติ")


@pytest.mark.parametrize("post", ["กรรมการ ผู้แทน อธิบดีกรมสมมุติ", "ผู้แทนสำนักสมมุติ", "หัวหน้าฝ่าย ตัวแทน ผู้ประกันตน"])
def test_a_representative_acts_for_nobody(post: str) -> None:
    assert split_acting(post) == (post, None, None)


def test_an_order_cites_the_letter_it_follows_and_not_itself() -> None:
    (draft,) = drafts(ORDER)
    assert [(r.number, r.date) for r in draft.instrument.references] == [("สม 0201/ว77", date(2024, 5, 3))]


def test_a_note_without_number_below_a_signed_one_is_an_endorsement_of_its_own() -> None:
    first, second = (draft.instrument for draft in drafts(NOTES))
    assert (first.number, second.number, second.date) == ("สม 0101/31", None, date(2024, 5, 10))
    assert second.to == ("ผู้อำนวยการสำนักสมมุติ",) and second.signatory and second.signatory.name == "สอง ทดสอบกุล"


def test_whatever_is_counted_counts_when_its_percentage_holds() -> None:
    text = "มีโรงเรียนตอบแบบสำรวจ 45 โรงเรียน จากทั้งหมด 50 โรงเรียน (ร้อยละ {})"
    assert counts(text.format("90.0")) == {"total": Count(50, 45, 90.0)}
    assert counts(text.format("71.3")) == {}


def test_less_than_the_average_says_what_the_average_is() -> None:
    found = scores_of("กรมสมมุติมีผลคะแนนร้อยละ 61.20 น้อยกว่าค่าเฉลี่ยของหน่วยงานระดับกรมที่ร้อยละ 66.40", 2567)
    assert (found.score, found.average, found.averages_seen) == (61.2, 66.4, ())


def test_a_commander_s_order_stands_below_two_who_sign_beside_one_another() -> None:
    texts = (
        "บันทึกข้อความ",
        "ส่วนราชการ กองสมมุติ",
        "ที่ สม 1/22 วันที่ 2 มกราคม 2567",
        "เรื่อง ขออนุมัติ",
        "เรียน คณะกรรมการสมมุติ",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
    )
    above = [Line(t, 1, n, (85.0, 20.0 + 18 * n, 400.0, 34.0 + 18 * n), 16.0) for n, t in enumerate(texts)]
    signed = [Line(p.text, 1, 10 + n, _lower(p), 16.0) for n, row in enumerate(beside(*SIGNERS)) for p in row.parts]
    under = ("อนุมัติ", "(นายสาม ทดสอบกุล)", "ประธานคณะกรรมการสมมุติ")
    below = [Line(t, 1, 20 + n, (85.0, 340.0 + 18 * n, 260.0, 354.0 + 18 * n), 16.0) for n, t in enumerate(under)]
    (draft,) = understand(papers_of([Page(1, (*above, *signed, *below), 595.0, 842.0)]))
    assert draft.instrument.order and draft.instrument.order.text == ("อนุมัติ",)


def _lower(part: Line) -> tuple[float, float, float, float]:
    assert part.box
    return part.box[0], part.box[1] + 130, part.box[2], part.box[3] + 130


def test_a_teacher_s_title_is_no_part_of_the_name() -> None:
    assert bare_name("อาจารย์ ดร.หนึ่ง ทดสอบกุล") == "หนึ่ง ทดสอบกุล"
    assert bare_name("อาจารย์หนึ่ง ทดสอบกุล") == "อาจารย์หนึ่ง ทดสอบกุล"


def test_an_acting_phrase_broken_before_its_last_word_is_whole() -> None:
    title = ("เจ้าพนักงานธุรการชำนาญงาน รักษาการใน", "ตำแหน่ง", "ผู้อำนวยการกองคลัง")
    (block,) = signatures(set_out((400 - 3 * len(t), 400 + 3 * len(t), t) for t in ("(นายหนึ่ง ทดสอบกุล)", *title)))
    signed = block.signatory
    assert (signed.position, signed.acting, signed.acting_for) == (
        "เจ้าพนักงานธุรการชำนาญงาน", "รักษาการในตำแหน่ง", "ผู้อำนวยการกองคลัง",
    )  # fmt: skip


def test_รักษาการ_alone_parts_two_posts_on_one_row_and_over_two() -> None:
    wanted = ("รองผู้ว่าการสมมุติ", "รักษาการ", "ผู้ว่าการการรถสมมุติ")
    assert split_acting("รองผู้ว่าการสมมุติ รักษาการ ผู้ว่าการการรถสมมุติ") == wanted
    (block,) = signatures(rows("(นายหนึ่ง ทดสอบกุล)\nรองผู้ว่าการสมมุติ รักษาการ\nผู้ว่าการการรถสมมุติ"))
    signed = block.signatory
    assert (signed.position, signed.acting, signed.acting_for) == wanted


def test_a_number_may_end_with_its_year() -> None:
    found = number_of(rows("ที่ สมม 1/2256/2568"))
    assert found and found[0] == "สมม 1/2256/2568"


def test_an_office_named_การ_gives_orders_with_numbers() -> None:
    (cited,) = references("ตามคำสั่งการน้ำสมมุติ ที่ 112/2568 ลงวันที่ 20 มกราคม 2568 แต่งตั้งคณะทำงาน")
    assert (cited.number, cited.date) == ("112/2568", date(2025, 1, 20))


def test_a_note_without_number_on_top_of_the_page_is_not_lost() -> None:
    numbered, note = NOTES.split("เรียน ผู้อำนวยการสำนักสมมุติ\n")
    first, second = (draft.instrument for draft in drafts(f"เรียน ผู้อำนวยการสำนักสมมุติ\nเพื่อโปรดทราบ\n{note}{numbered}"))
    assert (first.number, first.date, second.number) == (None, date(2024, 5, 10), "สม 0101/31")


def test_where_an_enclosure_is_to_be_found_is_no_part_of_its_title() -> None:
    found, _ = head_fields(rows("เรื่อง แจ้งผล\nเรียน อธิบดี\nสิ่งที่ส่งมาด้วย ผลการสมมุติ จำนวน 1 ชุด (ท้ายหนังสือ)\nด้วยกรม"))
    assert enclosures(found) == ("ผลการสมมุติ",)


def test_advice_runs_on_behind_the_name_with_nothing_between() -> None:
    text = (
        "มี 2 ตัวชี้วัด คือ\n1) ตัวชี้วัด 1.4 ความเสี่ยงสมมุติ ควรจัดทำทะเบียนและทบทวนทุกปี\n2) ตัวชี้วัด 2.2 ทักษะสมมุติ ควรส่งเข้ารับการอบรมให้ครบ"
    )
    given = [(r.code, r.name, r.text) for r in recommendations_of(rows(text)).given]
    assert given == [("1.4", "ความเสี่ยงสมมุติ", "ควรจัดทำทะเบียนและทบทวนทุกปี"), ("2.2", "ทักษะสมมุติ", "ควรส่งเข้ารับการอบรมให้ครบ")]


HEAD = ("รหัส", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ")
UPPER = Table(1, (HEAD, ("กลุ่มที่ต้องเร่งรัด", "", ""), ("1.1", "แผนสมมุติ", "ควรทบทวนแผน")))
LOWER = Table(2, (HEAD, ("1.2", "ข้อมูลสมมุติ", "ควรตรวจข้อมูล")))


def test_a_table_that_repeats_its_head_on_the_next_page_goes_on_with_its_group() -> None:
    assert [r.group for r in recommendations_in([UPPER, LOWER])] == ["กลุ่มที่ต้องเร่งรัด"] * 2
    other = replace(LOWER, rows=(("ข้อ", *HEAD[1:]), *LOWER.rows[1:]))
    assert [r.group for r in recommendations_in([UPPER, other])] == ["กลุ่มที่ต้องเร่งรัด", None]


def test_a_catchword_announces_the_row_below_the_head_a_table_repeats() -> None:
    texts = ("  ".join(HEAD), "1.2  ข้อมูลสมมุติ  ควรตรวจข้อมูล")
    sheet = Sheet(2, tuple(Row(t, t, 2) for t in texts), (), 2, None, None, (LOWER,))
    assert announces("1.2 ข้อมูล", sheet)
    assert not announces("1.2 ข้อมูล", replace(sheet, tables=()))


def test_an_endorsement_rides_on_the_paper_of_its_own_page_and_on_no_other() -> None:
    letter, memo = Instrument("letter", (1,), date=date(2024, 5, 3)), Instrument("memo", (2,), date=date(2024, 9, 1))
    below = Instrument("endorsement", (1,), date=date(2024, 5, 6))
    found = chains([Draft(paper, "") for paper in (letter, memo, below)])
    assert sorted(sorted(chain) for chain in found) == [[0, 2], [1]]


@pytest.mark.parametrize("kind", ["งบประมาณ", "การศึกษา", "ปฏิทิน"])
def test_a_year_of_money_or_of_schools_is_the_survey_s_year(kind: str) -> None:
    assert year_of_title(f"ตารางผลการประเมิน ประจำปี{kind} 2567") == 2567
    found = survey_of(f"ผลการสำรวจสมมุติ ประจำปี{kind} 2567", "เทียบกับ ปี 2566").survey
    assert found and found.year == 2567


def test_offices_in_a_province_that_is_named_are_no_level() -> None:
    text = "มีโรงพยาบาลในจังหวัดสมมุติ 14 แห่ง เข้ารับการประเมิน 13 แห่ง (ร้อยละ 92.9)"
    assert counts(text) == {"total": Count(14, 13, 92.9)}
    assert "provincial" in counts("หน่วยงานในจังหวัด 14 แห่ง เข้ารับการประเมิน 13 แห่ง (ร้อยละ 92.9)")


def test_of_a_total_row_with_two_years_the_survey_s_own_is_the_score() -> None:
    head = ("ตัวชี้วัด", "ผลปี 2566", "ผลปี 2567", "ค่าเฉลี่ยทุกคณะ 2567")
    rows_ = [(f"{n} เรื่องสมมุติ", "60.00", f"6{n}.50", "70.25") for n in (1, 2, 3)]
    found = score_table([Table(1, (head, *rows_, ("คะแนนรวม", "54.50", "59.83", "61.40")))], (), 2567)
    assert (found.score, found.average, found.totals) == (59.83, 61.4, (54.5, 59.83, 61.4))
