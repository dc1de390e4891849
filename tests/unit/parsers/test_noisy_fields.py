"""Signatures, citations and endorsements on a bad copy, and the doubt that every unsure field carries."""

from datetime import date

import pytest

from tests.unit.parsers.scanned import checked, paper, row, scanned
from tests.unit.parsers.test_noisy_heads import MEMO
from workflow.core.reading import Finding, Signatory
from workflow.parsers.fields.dated import date_alone, date_in, month_by_shape
from workflow.parsers.fields.references import references
from workflow.parsers.fields.titles import rank_in, split_acting

SIGNED = 7  # the row of the name in MEMO


def signed(*block: tuple[float, str]) -> Signatory:
    found = paper([*MEMO[:SIGNED], *block]).signatory
    assert found
    return found


def unsure(*rows: tuple[float, str], doubts: dict[str, float]) -> list[str | None]:
    _, findings = checked(scanned(rows, doubts=doubts))
    return [f.field for f in findings if f.code == "low-confidence"]


@pytest.mark.parametrize("name", ["(นายสมมุติ ทดสอบกุล", "นายสมมุติ ทดสอบกุล)", "[นายสมมุติ ทดสอบกุล]", "นายสมมุติ ทดสอบกุล"])
def test_a_name_that_lost_a_bracket_is_read_above_its_post(name: str) -> None:
    found = signed((190, name), (190, "ผู้อำนวยการสำนักสมมุติ"))
    assert (found.name, found.position) == ("สมมุติ ทดสอบกุล", "ผู้อำนวยการสำนักสมมุติ")


def test_a_sentence_that_ends_with_a_bracket_is_no_signature() -> None:
    rows = [*MEMO[:SIGNED], (0, "หน่วยงานในสังกัดทุกแห่งที่เกี่ยวข้อง)"), (0, "ผู้อำนวยการสำนักสมมุติได้สั่งการแล้ว")]
    assert paper(rows).signatory is None


def test_a_doctors_title_misread_is_no_part_of_the_name() -> None:
    assert signed((190, "(ตร.สมมุติ ทดสอบกุล)"), (190, "ผู้อำนวยการสำนักสมมุติ")).name == "สมมุติ ทดสอบกุล"


def test_a_pens_stroke_between_name_and_post_is_passed_over() -> None:
    page = scanned([*MEMO[:8], (180, "v- -.<"), (190, "ผู้อำนวยการสำนักสมมุติ")])
    lines = tuple(type(x)(**{**vars(x), "confidence": 0.6 if x.text.startswith("v") else 0.99}) for x in page.lines)
    drafts, _ = checked(type(page)(1, lines, page.width, page.height))
    assert drafts[0].instrument.signatory == Signatory(None, "สมมุติ ทดสอบกุล", "ผู้อำนวยการสำนักสมมุติ")


def test_an_acting_phrase_is_known_by_its_shape_and_over_two_rows() -> None:
    assert split_acting("รองอธิบดี ปฏิบัตีราซการแทน อธิบดี", noisy=True) == ("รองอธิบดี", "ปฏิบัติราชการแทน", "อธิบดี")
    found = signed((190, "(นายสมมุติ ทดสอบกุล)"), (190, "รองอธิบดี รักษาราชการ"), (190, "แทนอธิบดีกรมสมมุติ"))
    assert (found.acting, found.acting_for) == ("รักษาราชการแทน", "อธิบดีกรมสมมุติ")


def test_a_rank_is_known_by_its_shape_and_only_among_ranks() -> None:
    assert rank_in("พล.ด.ด.", noisy=True) == "พล.ต.ต."
    assert rank_in("เห็นชอบ", noisy=True) is None


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("๒๒ พฤศจิกายน ๒๕๖๒", date(2019, 11, 22)),
        ("๒๒ พฤตจิกายน ๒๕๖๒", date(2019, 11, 22)),
        ("l5 มีนาตม ๒๕๖๕", date(2022, 3, 15)),
        ("๖ ธ.ด.๖๒", date(2019, 12, 6)),
        ("๒๕ มี.ย. ๒๕๖๒", None),  # มี.ค. or มิ.ย.: two months are as near
        ("๕๐ ธ.ค. ๒๕๖๒", None),
        ("๑๖ กันยายน ๒๒๔๘", None),  # no office was there to write it
    ],
)
def test_a_date_is_read_when_its_month_can_be_one_only(text: str, on: date | None) -> None:
    assert date_alone(row(text)) == on


def test_months_of_one_shape_are_not_chosen_between() -> None:
    assert month_by_shape("มี.ย.") is None
    assert date_in("๒๕ มี.ย ๒๕๖๒", noisy=True) is None


def test_a_citation_is_read_although_the_words_around_it_lost_their_marks() -> None:
    text = "มีหนังสือ ดวนที่สุด ที สพร 2562/ว1539 ลง 7 พ.ด.62 และ ตามบันทึกส่งการ ตร. ลง 26 พ.ย.62 ท้ายหนังสือ ท OO33.12/5O52 ลงวันที 22 พ.ย.62"
    first, order, host = references(text, noisy=True)
    assert (first.number, first.date, first.urgency) == ("สพร 2562/ว1539", date(2019, 5, 7), "ด่วนที่สุด")
    assert (order.number, order.date) == (None, date(2019, 11, 26))
    assert (host.number, host.date) == ("0033.12/5052", date(2019, 11, 22))


def test_a_bare_circular_is_cited_with_its_day() -> None:
    (found,) = references("สำนักงาน ก.พ. ว 10 ลว. 15 ก.ย. 48")
    assert (found.number, found.date) == ("ว 10", date(2005, 9, 15))


def test_a_cited_date_on_a_row_of_its_own_belongs_to_the_citation() -> None:
    letter = [
        (0, "ที่ สมข ๒๕๖๗/๙๙"), (230, "สำนักงานสมมุติ"), (190, "๑ ตุลาคม ๒๕๖๗"), (0, "เรื่อง แจ้งผล"), (0, "เรียน อธิบดีกรมสมมุติ"),
        (0, "อ้างถึง หนังสือสำนักงานสมมุติ ที่ สมข ๒๕๖๗/๕๕ ลงวันที่"), (40, "๖ กันยายน ๒๕๖๗"), (72, "ตามหนังสือที่อ้างถึง นั้น"),
    ]  # fmt: skip
    found = paper(letter)
    assert [(r.number, r.date) for r in found.references] == [("สมข 2567/55", date(2024, 9, 6))]
    assert found.date == date(2024, 10, 1)


NOTE = [(0, "ที่ ๐๐๑๐.๐๑๑/๑๕๑๑"), (0, "เรียน ผบช.ตย."), (0, "เพื่อโปรดทราบ"), (0, "ผกก.ฝอ.ตย. ผกก.ฝทง.ตย."), (0, "เพื่อทราบ และดำเนินการ"),
        (190, "พล.ต.ต."), (190, "(สมมุติ ทดสอบกุล)"), (190, "รอง ผบช.ฯ ปรท.ผบช.ตย."), (190, "๒๕ ธ.ค.๖๒")]  # fmt: skip


def test_two_posts_on_a_line_that_lost_its_comma_are_two_addressees() -> None:
    assert paper(NOTE).to == ("ผบช.ตย.", "ผกก.ฝอ.ตย.", "ผกก.ฝทง.ตย.")


def test_two_endorsements_in_the_same_words_under_two_numbers_are_two() -> None:
    other = [(x, text.replace("๐๑๑/๑๕๑๑", "๐๑๑/๙๙๔๗").replace("๒๕", "๒๗")) for x, text in NOTE]
    drafts, _ = checked(scanned([*NOTE, *other]))
    assert [d.instrument.number for d in drafts] == ["0010.011/1511", "0010.011/9947"]


@pytest.mark.parametrize(
    ("word", "field"),
    [("๕๐๕๒", "number"), ("พฤศจิกายน", "date"), ("แจ้งผล", "subject"), ("อธิบดี", "to"), ("ทดสอบ", "signatory.name")],
)
def test_a_field_with_an_unsure_letter_carries_a_doubt_that_names_it(word: str, field: str) -> None:
    assert unsure(*MEMO, doubts={}) == []
    assert unsure(*MEMO, doubts={word: 0.55}) == [field]


def test_a_label_misread_is_no_doubt_about_its_value() -> None:
    assert unsure(*MEMO, doubts={"เรือง": 0.3, "วันที่": 0.4}) == []


def test_the_evidence_of_an_unsure_field_is_as_sure_as_its_least_sure_letter() -> None:
    drafts, findings = checked(scanned(MEMO, doubts={"๕๐๕๒": 0.55}))
    assert drafts[0].instrument.evidence["number"].confidence == 0.55
    (doubt,) = [f for f in findings if f.code == "low-confidence"]
    assert isinstance(doubt, Finding) and doubt.page == 1 and doubt.box


def test_a_number_put_right_by_its_place_is_a_doubt() -> None:
    rows = [(x, text.replace("๐๐๓๓", "๐O๓๓")) for x, text in MEMO]
    assert unsure(*rows, doubts={}) == ["number"]


STAMPED = [(250, "หน้าห้องปลัดสมมุติ"), (250, "เลขรับ ๑๙๑๙"), (250, "วันที่ ๑๒ ต.ค. ๖๙"), (250, "เวลา ๑๓.๑๔ น.")]


def test_a_stamps_day_is_never_the_papers_own() -> None:
    assert paper([*STAMPED, *MEMO]).date == date(2019, 11, 22)
    blurred = [(x, text.replace("๒๒ พฤศจิกายน ๒๕๖๒", "๒๒ %")) for x, text in MEMO]
    assert paper([*STAMPED, *blurred]).date is None


@pytest.mark.parametrize("text", ["๑๑ มีนาคม ๒๕ ๖๔", "......๑๑ มีนาคม ๒๕๖๔", "๑๑ มีนาคม ๕๖๔", "๑๑ มีาคม ๒๕๖๔"])
def test_a_year_or_month_that_a_fax_tore_is_put_together(text: str) -> None:
    assert date_alone(row(text)) == date(2021, 3, 11)


def test_a_date_put_right_is_a_doubt() -> None:
    rows = [(x, text.replace("พฤศจิกายน", "พฤศจิาน")) for x, text in MEMO]
    assert unsure(*rows, doubts={}) == ["date"]


@pytest.mark.parametrize(("text", "urgency"), [("ดวนทีสุด", "ด่วนที่สุด"), ("ด่วน เวลา ๑๐:๓๖", "ด่วน"), ("ด้วย", None)])
def test_urgency_is_read_blurred_and_beside_a_stamp(text: str, urgency: str | None) -> None:
    assert paper([(0, text), *MEMO]).urgency == urgency


def test_items_of_enclosures_in_brackets_are_apart_and_a_subject_runs_on_to_the_addressee() -> None:
    letter = [
        (0, "ที่ สมข ๒๕๖๗/๙๙"), (190, "๑ ตุลาคม ๒๕๖๗"), (0, "เรื่อง ผลการจัดทำดัชนีสมมุติ และข้อเสนอ"), (30, "เพื่อการพัฒนา"), (0, "เรียน อธิบดีกรมสมมุติ"),
        (0, "สิงที่ส่งมาด้วย (๑) แนวทางสมมุติ จำนวน ๑ ชุด"), (80, "(๒) แผนภาพตัวอย่าง"), (72, "ด้วยสำนักงานสมมุติได้สำรวจแล้ว"),
    ]  # fmt: skip
    found = paper(letter)
    assert found.subject == "ผลการจัดทำดัชนีสมมุติ และข้อเสนอเพื่อการพัฒนา"
    assert found.enclosures == ("แนวทางสมมุติ", "แผนภาพตัวอย่าง")


def test_a_sentence_under_an_endorsements_addressees_is_no_addressee() -> None:
    rows = [
        *NOTE[:2],
        (0, "ผบก.ในสังกัด ตย."),
        (0, "ขอส่งสำเนาหนังสือ ศขน. ที่ ทน ๐๖๑๑.๓/๑๗๐ ลง ๑๑"),
        (0, "ต.ค.๖๔ มาเพื่อทราบ"),
        *NOTE[5:],
    ]
    assert paper(rows).to == ("ผบช.ตย.", "ผบก.ในสังกัด ตย.")


def test_a_number_that_a_stamp_covers_at_its_end_is_a_doubt() -> None:
    rows = [(x, text.replace("๕๐๕๒  วันที่", "๕๐๕ ๔yที่ 28  วันที่")) for x, text in MEMO]
    assert unsure(*rows, doubts={}) == ["number"]


def test_a_stamps_day_between_number_and_date_is_not_the_letters() -> None:
    letter = [
        (0, "ที่ สมข ๒๕๖๗/๙๙"), (340, "รับที่"), (360, "๒๒ ต.ค. ๖๗"), (340, "วับที่"), (190, "๑๕ ตุลาคม ๒๕๖๗"),
        (0, "เรื่อง แจ้งผล"), (0, "เรียน อธิบดีกรมสมมุติ"), (72, "ด้วยสำนักงานสมมุติได้สำรวจแล้ว"),
    ]  # fmt: skip
    assert paper(letter).date == date(2024, 10, 15)


def test_a_name_without_its_last_bracket_is_read_although_a_pen_wrote_below_it() -> None:
    page = scanned([*MEMO[:7], (190, "(นายสมมุติ ทดสอบ กุล"), (230, "ทราบ"), (190, "ผู้อำนวยการสำนักสมมุติ")])
    lines = tuple(type(x)(**{**vars(x), "confidence": 0.78 if x.text == "ทราบ" else 0.99}) for x in page.lines)
    drafts, _ = checked(type(page)(1, lines, page.width, page.height))
    assert drafts[0].instrument.signatory == Signatory(None, "สมมุติ ทดสอบ กุล", "ผู้อำนวยการสำนักสมมุติ")


def test_a_mark_of_urgency_that_the_file_tells_last_is_found_by_its_place() -> None:
    page = scanned(MEMO)
    mark = type(page.lines[0])("ด่วนที่สุด", 1, 99, (85.0, 40.0, 160.0, 80.0), 32.0, inked=True, sure=(0.99,) * 10)
    drafts, _ = checked(type(page)(1, (*page.lines, mark), page.width, page.height))
    assert drafts[0].instrument.urgency == "ด่วนที่สุด"


def test_a_cited_date_broken_inside_its_label_belongs_to_the_citation() -> None:
    letter = [
        (0, "ที่ สมข ๒๕๖๗/๙๙"), (190, "๑ ตุลาคม ๒๕๖๗"), (0, "เรื่อง แจ้งผล"), (0, "เรียน อธิบดีกรมสมมุติ"),
        (0, "อ้างถึง หนังสือสำนักงานสมมุติ ที่ สมข ๒๕๖๗/๕๕ ลงวัน"), (40, "ที่ ๖ กันยายน ๒๕๖๗"), (72, "ตามหนังสือที่อ้างถึง นั้น"),
    ]  # fmt: skip
    assert [(r.number, r.date) for r in paper(letter).references] == [("สมข 2567/55", date(2024, 9, 6))]


def test_a_subject_goes_on_in_a_row_that_begins_like_a_label_of_the_memo() -> None:
    letter = [
        (0, "ที่ สมข ๒๕๖๗/๙๙"), (190, "๑ ตุลาคม ๒๕๖๗"), (0, "เรื่อง ขอเชิญเข้าอบรมการตอบแบบการสำรวจของ"),
        (30, "ส่วนราชการ ปี ๒๕๖๗"), (0, "เรียน อธิบดีกรมสมมุติ"), (72, "ด้วยสำนักงานสมมุติจัดอบรม"),
    ]  # fmt: skip
    assert paper(letter).subject == "ขอเชิญเข้าอบรมการตอบแบบการสำรวจของส่วนราชการ ปี 2567"


def test_a_stroke_before_the_words_of_a_cited_date_takes_no_citation() -> None:
    (found,) = references("หนังสือสำนักงาน ที่ สมข 2562/ว 6688 จลงวันที่ 4 มีนาคม 2562", noisy=True)
    assert (found.number, found.date) == ("สมข 2562/ว6688", date(2019, 3, 4))


def test_the_dot_a_scan_lost_from_an_owners_number_is_read() -> None:
    (found,) = references("มีหนังสือ ที่ สมข 11 2.05/ว421 ลงวันที่ 19 พฤศจิกายน 2568", noisy=True)
    assert found.number == "สมข 11.2.05/ว421"


def test_the_dot_a_scan_lost_from_the_papers_own_number_is_read() -> None:
    assert paper([(0, "ที่ สมข 0209 5/14680"), (0, "เรื่อง แจ้งผล"), (0, "เรียน อธิบดี")]).number == "สมข 0209.5/14680"


def test_a_paper_cited_under_a_number_near_the_memos_own_is_kept() -> None:
    rows = [
        (0, "บันทึกข้อความ"), (0, "ส่วนราชการ กองสมมุติ"), (0, "ที่ สมข 0209.5/217  วันที่ 21 กันยายน 2569"), (0, "เรื่อง รายงานผล"),
        (0, "เรียน อธิบดี"), (40, "ตามบันทึก ที่ สมข 0209.5/589 ลงวันที่ 6 เมษายน 2569 แจ้งแล้ว นั้น"),
    ]  # fmt: skip
    assert [r.number for r in paper(rows).references] == ["สมข 0209.5/589"]
