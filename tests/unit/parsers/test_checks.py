"""Each check fires on a paper that deserves it, and is silent on one that does not."""

from dataclasses import replace

import pytest

from tests.unit.parsers.papers import codes, drafts, page
from workflow.core.reading import Finding, Instrument, Recommendation
from workflow.parsers.binding.sheet import Sheet
from workflow.parsers.bundle import Paper, papers_of
from workflow.parsers.checks import Context, counts, documents_absent, run_checks
from workflow.parsers.draft import Draft
from workflow.parsers.page import Table
from workflow.parsers.understand import understand

LETTER = """ที่ ทส ๒๕๖๗/ว๗๗

สำนักงานกลางสมมุติ

{date}

เรื่อง แจ้งผลการสำรวจความพร้อม
เรียน อธิบดีกรมตัวอย่าง
{head}
ด้วยสำนักงานกลางสมมุติได้สำรวจความพร้อมเสร็จสิ้นแล้ว {text}

จึงเรียนมาเพื่อโปรดทราบ

ขอแสดงความนับถือ

(นางตัวอย่าง สมมุติดี)
{title}
"""
MEMO = """บันทึกข้อความ
ส่วนราชการ กองตัวอย่าง
ที่ ตย ๐๑๐๑/๓๔๕	วันที่ {date}
เรื่อง รายงานผลการสำรวจความพร้อม
เรียน อธิบดีกรมตัวอย่าง
๑. เรื่องเดิม
สำนักงานกลางสมมุติ มีหนังสือ ที่ {cited} แจ้งผลการสำรวจ {text}
จึงเรียนมาเพื่อโปรดพิจารณา
(นายสมมุติ ตัวอย่างกุล)
ผู้อำนวยการกองตัวอย่าง
"""
CITED = "ทส ๒๕๖๗/ว๗๗ ลงวันที่ ๑ กุมภาพันธ์ ๒๕๖๗"


def letter(date: str = "๑ กุมภาพันธ์ ๒๕๖๗", text: str = "", head: str = "", title: str = "เลขาธิการ") -> str:
    return LETTER.format(date=date, text=text, head=head, title=title)


def memo(date: str = "๕ มีนาคม ๒๕๖๗", text: str = "", cited: str = CITED) -> str:
    return MEMO.format(date=date, text=text, cited=cited)


def told(code: str, *texts: str) -> Finding:
    papers = papers_of([page(text, n) for n, text in enumerate(texts, 1)])
    found = [f for f in run_checks(understand(papers), Context(tuple(papers))) if f.code == code]
    assert len(found) == 1, found
    return found[0]


def test_a_sound_letter_and_memo_raise_no_doubt() -> None:
    assert codes(letter(), memo()) == []


def test_a_memo_before_the_letter_it_answers_is_told_and_left_open() -> None:
    doubt = told("date-before-cause", letter(), memo(date="๕ มกราคม ๒๕๖๗", cited="ทส ๒๕๖๗/ว๗๗ แล้ว"))
    assert (doubt.severity, doubt.field, doubt.instrument) == ("error", "date", 1)


def test_two_letters_of_one_day_keep_it_although_a_registry_stamped_one_of_them_late() -> None:
    stamp = "กองตัวอย่าง\nเลขรับ ๑๒\nวันที่ ๒๐ ก.พ. ๒๕๖๗\nเวลา ๑๐.๐๐ น.\n\n"
    head = "ที่ กท ๑๑๐/๕\n\n๑ กุมภาพันธ์ ๒๕๖๗\n\nเรื่อง แจ้งผลการสำรวจความพร้อม\nเรียน ผู้อำนวยการกองตัวอย่าง\n\n"
    other = f"{head}ตามที่ได้หารือ จึงเรียนมาเพื่อทราบ\n\nขอแสดงความนับถือ\n\n(นายอื่น สมมุติผล)\nรองเลขาธิการ\n"
    late = codes(stamp + letter(), other, memo(date="๑๕ กุมภาพันธ์ ๒๕๖๗"))
    assert not {"date-before-cause", "impossible-date"} & set(late)


def test_an_older_memo_about_something_else_is_left_as_it_is() -> None:
    other = memo(date="๕ มกราคม ๒๕๖๗", cited="ตย ๒๕๖๖/ว๑๒ ลงวันที่ ๑ ธันวาคม ๒๕๖๖").replace("ผลการสำรวจความพร้อม", "การจัดซื้อ")
    assert codes(letter(), other) == []


def test_a_citation_younger_than_its_paper_is_told() -> None:
    assert told("date-before-cause", memo(cited=CITED.replace("กุมภาพันธ์", "เมษายน"))).field == "references[0].date"


def test_a_saturday_is_only_noted() -> None:
    assert told("not-a-working-day", letter(date="๓ กุมภาพันธ์ ๒๕๖๗")).severity == "info"


def test_a_stamp_of_the_wrong_month_is_repaired_when_one_month_fits() -> None:
    stamp = "กองตัวอย่าง\nเลขรับ ๑๒\nวันที่ ๓๐ ก.พ. ๒๕๖๗\nเวลา ๑๐.๐๐ น.\n\n"
    assert told("impossible-date", stamp + letter()).field == "receipts[0].date"


def test_an_impossible_date_is_never_bent_in_silence() -> None:
    assert "low-confidence" in codes(letter(date="๓๑ กุมภาพันธ์ ๒๕๖๗"))


def test_a_letter_cited_under_another_number_is_a_conflict_with_both() -> None:
    doubt = told("reference-number-conflict", letter(), memo(cited=CITED.replace("ว๗๗", "ว๗๑")))
    assert doubt.candidates == ("ทส 2567/ว71", "ทส 2567/ว77")


def test_one_number_for_two_days_is_told() -> None:
    again = "และ ที่ ทส ๒๕๖๗/ว๗๗ ลงวันที่ ๔ มกราคม ๒๕๖๗"
    assert told("number-reused", memo(text=again)).field == "references[1].number"


ITEM = "\n- ตัวชี้วัดย่อย {0} การพัฒนา ภายใต้ตัวชี้วัดงาน\nข้อเสนอแนะ ควรทำให้ดีขึ้นกว่าเดิม"


@pytest.mark.parametrize(("stated", "silent"), [("๒", True), ("๓", False)])
def test_the_stated_number_of_indicators_is_compared_with_those_printed(stated: str, silent: bool) -> None:
    text = f"มีตัวชี้วัดที่ควรพัฒนา จำนวน {stated} ตัว" + ITEM.format("๑.๑") + ITEM.format("๑.๒")
    assert ("count-mismatch" not in codes(memo(text=text))) is silent


@pytest.mark.parametrize(("stated", "gone"), [("๓", "ตกไป"), ("๑", "เกินมา")])
def test_a_list_that_is_not_as_long_as_stated_is_doubted_itself(stated: str, gone: str) -> None:
    text = f"มีตัวชี้วัดที่ควรพัฒนา จำนวน {stated} ตัว" + ITEM.format("๑.๑") + ITEM.format("๑.๒")
    doubt = told("low-confidence", memo(text=text))
    assert doubt.field == "recommendations" and gone in doubt.message


def test_a_heading_that_counts_more_than_stand_under_it_is_told() -> None:
    text = "\n๒.๑ ตัวชี้วัดที่ควรพัฒนา จำนวน ๒ ตัวชี้วัด" + ITEM.format("๑.๑")
    assert told("count-mismatch", memo(text=text)).field == "recommendations"


COUNTS = (
    "สำรวจทั้งหมด {0} หน่วยงาน ตอบ {1} หน่วยงาน (ร้อยละ {2}) เป็นกรม ๒๐ หน่วยงาน ตอบ ๑๐ หน่วยงาน (ร้อยละ ๕๐) "
    "จังหวัด ๗๐ หน่วยงาน ตอบ ๗๐ หน่วยงาน (ร้อยละ ๑๐๐) และท้องถิ่น ๑๐ หน่วยงาน ตอบ ๕ หน่วยงาน (ร้อยละ ๕๐)"
)


@pytest.mark.parametrize(
    ("total", "code"),
    [
        (("๑๐๐", "๘๕", "๘๕"), None),
        (("๑๐๑", "๘๕", "๘๔.๒"), "sum-mismatch"),
        (("๑๐๐", "๘๕", "๘๖"), "percent-mismatch"),
    ],
)
def test_groups_add_up_and_percentages_are_what_they_say(total: tuple[str, str, str], code: str | None) -> None:
    assert codes(letter(text=COUNTS.format(*total))) == ([code] if code else [])


@pytest.mark.parametrize(("missing", "said"), [((), "อ่านหัวข้อของข้อเสนอแนะไม่พบ ๑ ข้อ"), ((2,), "หน้าที่ขาด")])
def test_a_heading_that_is_not_there_went_with_a_page_only_where_one_is_missing(
    missing: tuple[int, ...], said: str
) -> None:
    (draft,) = drafts(MEMO)
    given = (
        Recommendation("1.1", "แผน", None, "ตัวชี้วัดที่ดี", "ควรทบทวน", 1),
        Recommendation("2.1", "ข้อมูล", None, None, "ควรเปิดเผย", 1),
    )
    draft.instrument = replace(draft.instrument, recommendations=given, missing_pages=missing)
    draft.group_numbers = {"ตัวชี้วัดที่ดี": "1"}
    (found,) = (f for f in counts.check([draft], Context(())) if f.code == "heading-gap")
    assert said in found.message


def test_an_enclosure_that_is_not_in_the_file_is_told() -> None:
    assert told("enclosure-absent", letter(head="สิ่งที่ส่งมาด้วย ตารางคะแนน จำนวน ๑ ฉบับ\n")).field == "enclosures"


@pytest.mark.parametrize(
    ("pages", "tables", "left"),
    [(0, 0, "๒ รายการ"), (1, 0, "๑ รายการ"), (1, 1, "๑ รายการ"), (1, 2, ""), (2, 0, ""), (3, 0, "")],
)
def test_a_page_without_a_number_or_a_table_is_one_of_the_enclosures(pages: int, tables: int, left: str) -> None:
    held = tuple(Table(2, (("ก", "ข"),)) for _ in range(tables))
    annex = Paper("table", tuple(Sheet(n + 2, (), (), None, None, "table", held) for n in range(pages)))
    paper = Instrument("letter", (1,), enclosures=("ตารางคะแนน", "ข้อเสนอแนะ"))
    found = documents_absent.check([Draft(paper, "")], Context((annex,) if pages else ()))
    assert [left in finding.message for finding in found] == ([True] if left else [])


def test_a_certified_copy_without_its_certifier_is_told() -> None:
    assert codes("สำเนาถูกต้อง\n" + memo()) == ["certifier-absent"]


@pytest.mark.parametrize(
    ("lost", "field"),
    [("เรียน อธิบดีกรมตัวอย่าง\n", "to"), ("เรื่อง รายงานผลการสำรวจความพร้อม\n", "subject"), ("ที่ ตย ๐๑๐๑/๓๔๕\t", "number")],
)
def test_a_head_field_that_is_not_there_is_said(lost: str, field: str) -> None:
    assert told("low-confidence", memo().replace(lost, "")).field == field


def test_an_acting_abbreviation_nobody_uses_is_put_right_and_said() -> None:
    text = letter(title="รอง ผบช.๗ พรท.ผบช.ตย.")
    assert set(told("low-confidence", text).candidates) == {"ปรท.", "รรท."}


def test_a_plain_acting_abbreviation_raises_no_doubt() -> None:
    assert codes(letter(title="รอง ผบช.ฯ ปรท.ผบช.ตย.")) == []


def test_thai_and_arabic_digits_in_one_number_are_noted() -> None:
    assert "mixed-digits" in codes(memo().replace("๐๑๐๑/๓๔๕", "๐๑๐๑/3๔๕"))


def test_digits_of_a_recogniser_that_cannot_write_them_are_all_doubtful() -> None:
    papers = tuple(papers_of([page(memo())]))
    found = run_checks(understand(papers), Context(papers, digits_doubtful=True))
    assert {"number", "date", "references"} <= {f.field for f in found if f.code == "low-confidence"}


def test_a_stamp_that_such_a_recogniser_did_not_find_is_doubtful_too() -> None:
    papers = tuple(papers_of([page(memo())]))
    found = run_checks(understand(papers), Context(papers, digits_doubtful=True))
    assert {"receipts", "enclosures", "survey"} <= {f.field for f in found if f.code == "low-confidence"}


def test_a_paper_of_unknown_kind_is_never_silent() -> None:
    papers = tuple(papers_of([page("ข้อความที่ไม่มีหัวและไม่มีท้าย\nจึงบอกไม่ได้ว่าเป็นหนังสือชนิดใด")]))
    found = run_checks(understand(papers), Context(papers))
    assert {"kind", "number", "date", "subject", "to", "survey"} <= {f.field for f in found}


def test_foreign_letters_are_listed_once() -> None:
    papers = tuple(papers_of([page(memo())]))
    found = run_checks(understand(papers), Context(papers, foreign=("त", "ि", "त")))
    assert [f.code for f in found] == ["foreign-script"] and found[0].message.count("त") == 1


def test_pages_out_of_order_and_a_missing_page_are_told() -> None:
    first = memo().replace("จึงเรียนมาเพื่อโปรดพิจารณา\n(นายสมมุติ ตัวอย่างกุล)\nผู้อำนวยการกองตัวอย่าง", "/๒. ข้อเท็จจริง...")
    last = "- ๓ -\n๓. ข้อเสนอ\nจึงเรียนมาเพื่อโปรดพิจารณา\n(นายสมมุติ ตัวอย่างกุล)\nผู้อำนวยการกองตัวอย่าง"
    assert {"pages-out-of-order", "missing-page"} <= set(codes(last, first))


def test_two_scores_that_no_word_tells_apart_are_a_doubt_with_both() -> None:
    (draft,) = drafts(letter(text="กรมได้คะแนน ๖๐.๐๐ และ กองได้คะแนน ๗๐.๐๐"))
    assert [(f.field, f.candidates) for f in draft.findings] == [("survey.score", ("60.00", "70.00"))]


def test_an_endorsement_read_twice_keeps_both_numbers_as_candidates() -> None:
    note = "ที่ ๐๐๑๑/๕๑{0}๓\nเรียน ผบก.ในสังกัด\nเพื่อทราบ และดำเนินการตามบันทึกสั่งการต่อไป\nพ.ต.อ.\n(สมมุติ ตัวอย่าง)\nรอง ผบก.ฯ\n๖ ธ.ค.๖๒\n"
    found = drafts(note.format("๘") + note.format("๙"))
    assert len(found) == 1
    assert ("0011/5183", "0011/5193") in [f.candidates for f in found[0].findings]


def test_a_finding_never_loses_its_place() -> None:
    doubt = told("reference-number-conflict", letter(), memo(cited=CITED.replace("ว๗๗", "ว๗๑")))
    assert replace(doubt, message="").page == 2


@pytest.mark.parametrize(("printed", "told"), [("ผลคะแนน จำนวน ๑ ชุด", True), ("-", False), ("ไม่มี", False)])
def test_a_list_whose_label_is_printed_is_not_left_empty_without_a_word(printed: str, *, told: bool) -> None:
    text = LETTER.format(date="๓ มกราคม ๒๕๖๗", head=f"สิ่งที่ส่งมาด้วย  {printed}", text="", title="ผู้อำนวยการสำนักงานกลางสมมุติ")
    papers = papers_of([page(text)])
    (draft,) = understand(papers)
    lost = replace(draft, instrument=replace(draft.instrument, enclosures=()))
    assert ("enclosures" in {f.field for f in run_checks([lost], Context(tuple(papers)))}) is told


def test_the_head_goes_on_below_an_office_whose_name_breaks_before_for() -> None:
    head = "ที่ ดศ ๐๒๐๔/๓๓๑๘\tสำนักงานปลัดกระทรวงดิจิทัล\nเพื่อเศรษฐกิจและสังคม\nศูนย์ราชการฯ อาคารซี\nถนนสมมุติ\nกรุงเทพฯ ๑๐๒๑๐\n๗ มีนาคม ๒๕๖๗"
    (draft,) = drafts(
        f"{head}\nเรื่อง แจ้งผลการสำรวจ\nเรียน อธิบดีกรมตัวอย่าง\nด้วยได้สำรวจแล้ว\nขอแสดงความนับถือ\n(นายสมมุติ ดีงาม)\nปลัดกระทรวง"
    )
    assert (draft.instrument.subject, draft.instrument.to) == ("แจ้งผลการสำรวจ", ("อธิบดีกรมตัวอย่าง",))


@pytest.mark.parametrize(
    ("groups", "missing", "told"),
    [
        ((None, None), (), False),
        ((None, None), (2,), True),
        (("ควรเร่งพัฒนา", None), (), True),
        (("ก", "ก"), (2,), False),
    ],
)
def test_a_heading_is_lost_where_other_advice_has_one_or_a_page_is_missing(
    groups: tuple[str | None, ...], missing: tuple[int, ...], *, told: bool
) -> None:
    given = tuple(Recommendation(f"5.{n}", "เรื่อง", None, group, "ควรทำ", 1) for n, group in enumerate(groups, 1))
    draft = Draft(Instrument("memo", (1,), missing_pages=missing, recommendations=given), group_numbers={"หัวข้อ": "5.3"})
    found = counts.check([draft], Context(()))
    assert [one.code for one in found] == ["heading-gap"] * told


@pytest.mark.parametrize(("listed", "doubted"), [(0, True), (3, True), (4, False)])
def test_a_memo_that_counts_what_its_enclosure_lists_lacks_nothing(listed: int, doubted: bool) -> None:
    given = tuple(Recommendation(f"{n}.1", "แผน", None, None, "ควรทบทวนแผนทุกปี", 2) for n in range(1, listed + 1))
    papers = Instrument("memo", (1,), stated_indicator_count=4), Instrument("table", (2,), recommendations=given)
    found = counts.check([Draft(paper, "") for paper in papers], Context(()))
    assert [(finding.field, finding.instrument) for finding in found] == [("recommendations", 0)] * doubted
