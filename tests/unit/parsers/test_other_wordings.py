"""Papers of other agencies in other wordings (wordings/*.txt, all invented): what is printed is read, nothing is made up."""

from datetime import date
from pathlib import Path

import pytest

from tests.unit.parsers.papers import drafts, only, rows, set_out
from workflow.core.reading import Count, Instrument, Reading, Signatory
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.read_file import read_file

PAPERS = Path(__file__).parent / "wordings"


def reading(name: str) -> Reading:
    return read_file(PAPERS / f"{name}.txt")


def paper(name: str) -> Instrument:
    return only(reading(name))


@pytest.mark.parametrize(
    ("name", "kind", "number", "on", "to"),
    [
        ("open-data-letter", "letter", "ดศ 0208.3/ว115", date(2023, 2, 14), ("ประธานกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ",)),
        ("park-memo", "memo", "ทส 0901.5/321", date(2024, 1, 9), ("อธิบดีกรมอุทยานสมมุติ",)),
        ("order", "order", "456/2566", date(2023, 6, 7), ()),
        ("announcement", "order", None, date(2023, 8, 25), ()),
        ("province-ranking", "letter", "มท 0201.2/ว1590", date(2022, 12, 22), ("ผู้ว่าราชการจังหวัด ทุกจังหวัด",)),
        ("police-memo", "memo", "0022.41/880", date(2021, 7, 12), ("ผบก.ในสังกัด", "ผกก.ในสังกัด บก.อก.")),
        ("municipality-letter", "letter", "สมข 2567/99", date(2024, 11, 8), ("นายกเทศมนตรีนครสมมุติ",)),
        ("agriculture-letter", "letter", "กษ 0203/ว55", date(2025, 4, 3), ("หัวหน้าหน่วยงานในสังกัดทุกหน่วยงาน",)),
    ],
)  # fmt: skip
def test_kind_number_date_and_addressee_are_read(
    name: str, kind: str, number: str | None, on: date, to: tuple[str, ...]
) -> None:
    found = paper(name)
    assert (found.kind, found.number, found.date, found.to) == (kind, number, on, to)


def test_a_stamped_letter_keeps_both_offices_it_is_sent_to() -> None:
    found = paper("stamped-reminder")
    assert (found.kind, found.date) == ("stamped", date(2023, 5, 18))
    assert found.to == ("สำนักงานพัฒนาสังคมจังหวัดสมมุติ และสำนักงานพัฒนาสังคมจังหวัดตัวอย่าง",)


def test_an_invitation_to_three_kinds_of_heads_names_each() -> None:
    found = paper("invitation")
    assert (found.kind, found.urgency) == ("invitation", "ด่วนมาก")
    assert found.to == ("ปลัดกระทรวงทุกกระทรวง", "อธิบดีทุกกรม", "ผู้ว่าราชการจังหวัดทุกจังหวัด")


def test_a_memo_passes_through_the_deputy_and_its_unit_is_without_telephone_and_mail() -> None:
    found = paper("park-memo")
    assert found.via == "รองอธิบดีกรมอุทยานสมมุติ (ฝ่ายบริหาร)"
    assert found.sender == "ศูนย์สารสนเทศ กลุ่มงานพัฒนาระบบ"


@pytest.mark.parametrize(
    ("name", "signatory"),
    [
        ("open-data-letter", Signatory(None, "สมมุติ ตัวอย่างชัย", "รองปลัดกระทรวง", "ปฏิบัติราชการแทน", "ปลัดกระทรวงดิจิทัลสมมุติ")),
        ("park-memo", Signatory(None, "ตัวอย่าง ใจสมมุติ", "นักวิชาการคอมพิวเตอร์ชำนาญการ", "รักษาการในตำแหน่ง", "ผู้อำนวยการศูนย์สารสนเทศ")),
        ("order", Signatory(None, "ทดลอง ตัวอย่างดี", "รองอธิบดี", "รักษาราชการแทน", "อธิบดีกรมที่ดินสมมุติ")),
        ("announcement", Signatory("ว่าที่ร้อยตรี", "สมมุติ ทดสอบกุล", "ผู้อำนวยการสำนักงานสถิติสมมุติ")),
        ("invitation", Signatory(None, "ตัวอย่าง สมมุติวงศ์", "ผู้อำนวยการ สำนักงานสมมุติรัฐบาลดิจิทัล")),
        ("province-ranking", Signatory(None, "สมชาย ตัวอย่างใจ", "ผู้ช่วยปลัดกระทรวง", "ทำการแทน", "ปลัดกระทรวงสมมุติ")),
        ("police-memo", Signatory("พ.ต.อ.หญิง", "สมมุติ ตัวอย่างศรี", "รอง ผบก.ฯ", "รรท.", "ผบก.อก.บช.ตัวอย่าง")),
        ("agriculture-letter", Signatory(None, "ตัวอย่าง สมมุติผล", "ผู้อำนวยการสำนักแผนงาน", "ปฏิบัติราชการแทน", "อธิบดีกรมสมมุติการเกษตร")),
    ],
)  # fmt: skip
def test_who_signed_stands_apart_from_the_post_acted_for(name: str, signatory: Signatory) -> None:
    assert paper(name).signatory == signatory


@pytest.mark.parametrize(
    ("name", "year", "score", "average"),
    [
        ("open-data-letter", 2565, 72.5, 68.12),
        ("park-memo", 2566, 61.23, 59.98),
        ("province-ranking", 2565, 58.4, 55.1),
        ("police-memo", None, 49.75, 52.0),
        ("municipality-letter", 2567, 3.25, None),
        ("agriculture-letter", 2567, 81.05, 70.33),
        ("score-table", 2566, 70.0, 65.0),
        ("university-letter", 2567, 3.85, 3.41),
        ("province-memo", 2564, 48.32, 51.09),
        ("labour-letter", 2562, 80.0, None),
        ("invitation", 2567, None, None),
    ],
)
def test_year_score_and_average_are_told_apart(
    name: str, year: int | None, score: float | None, average: float | None
) -> None:
    survey = paper(name).survey
    assert survey and (survey.year, survey.score, survey.group_average) == (year, score, average)


def test_counts_are_read_with_and_without_brackets_around_the_percentage() -> None:
    survey = paper("open-data-letter").survey
    assert survey and survey.counts == {"total": Count(480, 432, 90.0)}
    survey = paper("municipality-letter").survey
    assert survey and survey.counts["total"] == Count(900, 720, 80.0)
    assert survey.counts["local"] == Count(524, 380, 72.5)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("park-memo", [("2.3", "ด้านที่ต้องปรับปรุงเร่งด่วน"), ("4.1", "ด้านที่ต้องปรับปรุงเร่งด่วน"), ("5.2", "ด้านที่ควรรักษามาตรฐาน")]),
        ("province-ranking", [("1.2", "กลุ่มที่ต้องปรับปรุงเร่งด่วน"), ("3.4", "กลุ่มที่ต้องปรับปรุงเร่งด่วน"), ("5.1", "กลุ่มที่ควรพัฒนาต่อเนื่อง")]),
        ("labour-letter", [("1.1", "กลุ่มที่ต้องปรับปรุง"), ("2.2", "กลุ่มที่ต้องปรับปรุง")]),
        ("province-memo", [("1.4", None), ("3.5", None)]),
        ("agriculture-letter", [("1.1", "ตัวชี้วัดที่ผ่านเกณฑ์"), ("2.1", "ตัวชี้วัดที่ไม่ผ่านเกณฑ์"), ("2.2", "ตัวชี้วัดที่ไม่ผ่านเกณฑ์")]),
    ],
)  # fmt: skip
def test_recommendations_stand_under_their_headings(name: str, read: list[tuple[str, str | None]]) -> None:
    assert [(r.code, r.group) for r in paper(name).recommendations] == read


def test_a_recommendation_is_without_lead_in_and_its_indicator_without_number() -> None:
    first = paper("agriculture-letter").recommendations[0]
    assert (first.name, first.indicator) == ("แผนแม่บท (Master Plan)", "นโยบาย")
    assert first.text == "ควรปรับปรุงแผนให้สอดคล้องกับยุทธศาสตร์ชาติ"


def test_a_heading_that_counts_two_and_has_two_raises_no_doubt() -> None:
    assert "count-mismatch" not in [f.code for f in reading("agriculture-letter").findings]


def test_a_score_table_gives_its_indicators() -> None:
    survey = paper("score-table").survey
    assert survey and [(i.code, i.score, i.group_average) for i in survey.indicators] == [
        ("1", 70.0, 65.0), ("1.1", 80.0, 60.0), ("1.2", 60.0, 70.0),
    ]  # fmt: skip


def test_an_order_and_an_endorsement_below_a_memo_are_told_apart() -> None:
    memo, note = reading("memo-ordered-and-endorsed").instruments
    assert memo.order and memo.order.text == ("ทราบ", "แจ้งทุกสำนักถือปฏิบัติ") and memo.order.date == date(2022, 3, 3)
    assert (note.kind, note.number, note.to, note.host) == (
        "endorsement", "ศธ 04002/ว90", ("ผู้อำนวยการสำนักทุกสำนัก",), 0,
    )  # fmt: skip


def test_advice_on_the_row_of_its_item_ends_where_the_memo_goes_on() -> None:
    first, last = paper("province-memo").recommendations
    assert (first.name, first.text) == ("นโยบาย", "ควรจัดทำแผน")
    assert (last.name, last.text) == ("บริการออนไลน์", "ควรเพิ่มช่องทาง")


def test_an_indicator_in_brackets_is_without_its_number() -> None:
    assert [r.indicator for r in paper("labour-letter").recommendations] == ["ข้อมูล", "บริการ"]


def test_a_score_that_no_word_calls_the_offices_own_is_kept_with_a_doubt() -> None:
    doubts = [f for f in reading("labour-letter").findings if f.code == "low-confidence"]
    assert [(f.field, f.candidates) for f in doubts] == [("survey.score", ("80.00",))]


def test_a_count_of_what_must_be_done_is_read_with_and_without_the_word_for_number() -> None:
    assert paper("province-memo").stated_indicator_count == 2
    assert paper("labour-letter").stated_indicator_count == 2


def test_a_number_that_begins_with_the_sign_of_a_circular_is_one() -> None:
    found = paper("university-letter")
    assert (found.number, found.circular) == ("ว 33/2568", True)


@pytest.mark.parametrize("colon", [":", " :", " : "])
@pytest.mark.parametrize("kind", ["ตัวชี้วัด", "มิติ", "ตัวชี้วัดที่ 3"])
def test_a_colon_inside_a_bracket_begins_no_advice(kind: str, colon: str) -> None:
    indicator = "ความพร้อมด้านโครงสร้างพื้นฐานสมมุติและความปลอดภัย"
    told = [(133, 422, f"- ตัวชี้วัดย่อย 6.2 ระบบสมมุติ ({kind}{colon}{indicator})"), (156, 532, "ทดสอบระบบทุกหกเดือน")]
    told += [
        (133, 416, f"- ตัวชี้วัดย่อย 6.4 แผนสำรองสมมุติ ({kind}{colon}{indicator})"),
        (156, 515, "ซ้อมแผนทุกปี"),
        (85, 300, "จึงเรียนมาเพื่อโปรดทราบ"),
    ]
    given = recommendations_of(set_out([(85, 540, "หน่วยงานได้รับแจ้งผลการสำรวจแล้ว"), *told])).given
    assert [(one.name, one.indicator, one.text) for one in given] == [
        ("ระบบสมมุติ", indicator, "ทดสอบระบบทุกหกเดือน"), ("แผนสำรองสมมุติ", indicator, "ซ้อมแผนทุกปี"),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["ขอให้ตอบแบบสำรวจภายในวันที่", "ตามหนังสือกรมสมมุติ ลงวันที่", "ตามหนังสือกรมสมมุติ ลว."])
def test_a_day_for_which_the_sentence_above_breaks_off_is_not_the_day_of_a_sealed_letter(words: str) -> None:
    (draft,) = drafts(
        f"ที่ สม 1/5\nถึง กรมทดลอง\nพร้อมหนังสือนี้ขอส่งแบบสำรวจ และ{words}\n30 มิถุนายน 2566\nกรมตัวอย่าง\n23 พฤษภาคม 2566"
    )
    assert (draft.instrument.kind, draft.instrument.date) == ("stamped", date(2023, 5, 23))


def test_a_date_beside_the_number_is_the_letters() -> None:
    (draft,) = drafts("ที่ สม 1/5\t14 ธันวาคม 2566\nเรื่อง แจ้งผล\nเรียน อธิบดีกรมสมมุติ\nขอแจ้งผลการสำรวจ\nจึงเรียนมาเพื่อโปรดทราบ")
    assert draft.instrument.date == date(2023, 12, 14)


@pytest.mark.parametrize("close", ["จึงส่งมาเพื่อทราบและพิจารณาดำเนินการ", "ข้อเสนอเพื่อพิจารณา"])
def test_no_advice_runs_on_into_what_closes_a_sealed_letter_or_heads_a_proposal(close: str) -> None:
    text = f"- ตัวชี้วัดย่อย 6.2 ระบบสมมุติ\nข้อเสนอแนะ ทดสอบระบบทุกปี\n- ตัวชี้วัดย่อย 6.3 แผนสมมุติ\nข้อเสนอแนะ ซ้อมแผนทุกปี\n{close}"
    assert [one.text for one in recommendations_of(rows(text)).given] == ["ทดสอบระบบทุกปี", "ซ้อมแผนทุกปี"]


@pytest.mark.parametrize("opens", [("สำหรับ", "ส่วน"), ("ด้าน", "ในส่วนของ"), ("", "")])
@pytest.mark.parametrize("link", ["ซึ่งเป็นส่วนหนึ่งของตัวชี้วัด", "ภายใต้ตัวชี้วัด", "ซึ่งอยู่ภายใต้ตัวชี้วัด"])
def test_paragraphs_that_turn_to_one_sub_indicator_each_are_its_items(opens: tuple[str, str], link: str) -> None:
    told = [
        f"{word}ตัวชี้วัดย่อยที่ {code} งานสมมุติ{code[0]} {link}บริการสมมุติ สพร. เสนอแนะว่าจังหวัดควรทบทวนแผนทุกปี"
        for word, code in zip(opens, ("1.1", "2.3"), strict=True)
    ]
    given = recommendations_of(rows("\n\n".join(["สพร. มีข้อเสนอแนะ ดังนี้", *told, "จึงเรียนมาเพื่อโปรดทราบ"]))).given
    assert [(one.code, one.name, one.indicator) for one in given] == [
        ("1.1", "งานสมมุติ1", "บริการสมมุติ"), ("2.3", "งานสมมุติ2", "บริการสมมุติ"),
    ]  # fmt: skip


def test_a_score_in_square_brackets_is_no_part_of_a_name() -> None:
    first = "- ตัวชี้วัดย่อย 3.2 ทักษะสมมุติ (Skill) [88.10 คะแนน] ตัวชี้วัด: กำลังคนสมมุติ\nข้อเสนอแนะ อบรมทุกปี"
    text = f"{first}\n- ตัวชี้วัดย่อย 4.1 บริการสมมุติ [79.25 คะแนน] ตัวชี้วัด: บริการ\nข้อเสนอแนะ เปิดให้ครบ"
    assert [one.name for one in recommendations_of(rows(text)).given] == ["ทักษะสมมุติ (Skill)", "บริการสมมุติ"]


def test_an_indicator_in_brackets_signs_nothing() -> None:
    head = "บันทึกข้อความ\nส่วนราชการ กองสมมุติ\nที่ ทส ๑/๒ วันที่ ๓ มกราคม ๒๕๖๗\nเรื่อง ผลการสำรวจ\nเรียน อธิบดี\n"
    told = "- ตัวชี้วัดย่อย 3.2 เรื่องสมมุติ\n(ตัวชี้วัด บริการสมมุติ)\nข้อเสนอแนะ อบรมทุกปี\nจึงเรียนมาเพื่อโปรดทราบ\n\n"
    signed = drafts(f"{head}{told}(นายดี ตัวอย่าง)\nนักวิชาการคอมพิวเตอร์")[0].instrument.signatory
    assert signed and signed.name == "ดี ตัวอย่าง"
