"""Forms of other authors' papers, each misread once: pages that count on, stamps of few words, scores told in passing, heads of tables."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.parsers.papers import SIGNED_MEMO, page, rows, set_out
from workflow.core.reading import IndicatorScore, Stamp
from workflow.parsers.binding.enclosed import label_of, page_of
from workflow.parsers.binding.furniture import furniture
from workflow.parsers.bundle import papers_of
from workflow.parsers.fields.advice_table import recommendations_in
from workflow.parsers.fields.receipts import take_stamps
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.fields.score_told import told_scores
from workflow.parsers.fields.scores import scores_of
from workflow.parsers.fields.signed_posts import joined
from workflow.parsers.fields.surveyed import counts
from workflow.parsers.page import Line, Table


@pytest.mark.parametrize("form", ["สิ่งที่ส่งมาด้วย ๒ หน้า {}/๒", "สิ่งที่ส่งมาด้วย (๒) หน้าที่ {}", "เอกสารแนบ ๑ แผ่นที่ {} จาก ๒"])
def test_an_enclosures_heading_may_count_its_pages(form: str) -> None:
    first, second = (rows(f"{form.format(n)}\nผลคะแนนของกรมสมมุติ") for n in "๑๒")
    assert label_of(first) == label_of(second) is not None
    assert (page_of(first), page_of(second)) == (1, 2)
    assert page_of(rows("สิ่งที่ส่งมาด้วย ๒\nตาราง")) is None


def test_a_number_in_brackets_atop_a_page_is_its_own() -> None:
    lines = page("(๒)\n๓.๖ ด้านสมมุติและการส่งกำลังบำรุง\nจึงเรียนมาเพื่อกรุณาทราบ").lines
    assert furniture(lines, None, None).number == 2


STAMPED = "ที่ ตย ๐๒๐๔/ว ๑๘๗\nถึง กองสมมุติ\nตามหนังสือที่ ตย ๐๒๐๔/๖๕ ขอให้กองสมมุติส่งแผนแก้ไข นั้น จนบัดนี้ยังไม่ได้รับแผน"


@pytest.mark.parametrize(("closing", "pages"), [("จึงแจ้งมาเพื่อทราบ", [(1, 2)]), ("ผลการสำรวจอื่นของปีก่อน", [(1,), (2,)])])
def test_a_stamped_letter_goes_on_to_the_page_with_its_closing(closing: str, pages: list[tuple[int, ...]]) -> None:
    below = f"ทั้งนี้ ให้รายงานผลพร้อมหลักฐานในคราวเดียวกัน\n{closing}\nสำนักงานสมมุติ\n๒๐ สิงหาคม ๒๕๖๘"
    assert [paper.pages for paper in papers_of([page(STAMPED, 1), page(below, 2)])] == pages


def _line(text: str, left: float, top: float) -> Line:
    return Line(text, 1, int(top), (left, top, left + 5 * len(text), top + 10))


def test_a_stamp_of_few_words_needs_no_labels() -> None:
    stamp = [_line("กปศ. สำนักสมมุติ", 482, 56), _line("รับ 00318/2568", 464, 71)]
    stamp += [_line("24 ก.พ. 2568", 464, 87), _line("10.30 น.", 464, 102)]
    own = _line("19 กุมภาพันธ์ 2568", 449, 118)
    (found,), rest = take_stamps([*stamp, own])
    assert found.stamp == Stamp("กปศ. สำนักสมมุติ", "00318/2568", date(2025, 2, 24), "10:30")
    assert rest == [own]


@pytest.mark.parametrize(("above", "below"), [("กรมส่งเสริมการสมมุติภาค", "ประชาชน"), ("สำนักงานรองสมมุติ (ฝ่าย", "บริหาร)")])
def test_the_name_of_a_stamps_unit_goes_on_in_a_line_under_its_middle(above: str, below: str) -> None:
    inset = (len(above) - len(below)) * 5 / 2
    lines = [_line(above, 420, 60), _line(below, 420 + inset, 74), _line("เลขรับ 14207", 405, 90)]
    lines += [_line("วันที่ 26 ส.ค. 2568", 405, 102), _line("เวลา 09.35 น.", 405, 118)]
    assert take_stamps(lines)[0][0].stamp.unit == above + below


def test_a_bracket_tells_score_and_average_where_a_legend_says_so() -> None:
    legend = "พร้อมคะแนนของแต่ละด้านในวงเล็บเหลี่ยม [คะแนนที่ได้ / ค่าเฉลี่ยกลุ่ม] ดังนี้ "
    told = " ".join(f"ด้านที่ {n} {name} [{n}5.30 / {n}3.12] ๆ" for n, name in enumerate(("นโยบาย", "บุคลากร", "บริการ"), 4))
    found = told_scores(legend + told, 2567)
    assert found == tuple(
        IndicatorScore(str(n), name, float(f"{n}5.30"), float(f"{n}3.12"))
        for n, name in enumerate(("นโยบาย", "บุคลากร", "บริการ"), 4)
    )


def test_marks_told_in_passing_stand_behind_the_names_alone() -> None:
    text = "เทศบาลได้ระดับคะแนนเฉลี่ย 3.42 แยกเป็น ด้านที่ 1 นโยบายสมมุติ 3.80 ด้านที่ 2 บุคลากรสมมุติ 2.95 ด้านที่ 3 ข้อมูลสมมุติ 3.10 โดยผู้ประเมินให้คำแนะนำ"
    assert [(one.code, one.name, one.score) for one in told_scores(text, 2565)] == [
        ("1", "นโยบายสมมุติ", 3.8), ("2", "บุคลากรสมมุติ", 2.95), ("3", "ข้อมูลสมมุติ", 3.1),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["ทิศทางและกฎเกณฑ์สมมุติ", "บริการออนไลน์เต็มรูปแบบ", "หลักเกณฑ์สมมุติ"])
def test_words_within_a_name_make_its_score_no_full_mark(name: str) -> None:
    text = " ".join(f"ตัวชี้วัดหลักที่ {n} {name} ได้ 6{n}.20 คะแนน (ค่าเฉลี่ยกลุ่ม 61.0{n} คะแนน)" for n in (1, 2, 3))
    assert [(one.name, one.score) for one in told_scores(text, 2568)] == [(name, 61.2), (name, 62.2), (name, 63.2)]


def test_counted_parts_behind_a_plan_are_scores_where_marks_are_named_between() -> None:
    text = "กองยุทธศาสตร์และแผนงานสรุปผล 2.1 กรมได้คะแนนเฉลี่ยทุกด้านร้อยละ 60.75 จำแนกดังนี้ "
    text += " ".join(f"{n}) ด้านสมมุติ{n * 'ก'} ร้อยละ {n}3.60 (ค่าเฉลี่ยระดับกรม {n}5.20)" for n in (1, 2, 3))
    assert [(one.code, one.name) for one in told_scores(text, 2566)] == [(str(n), f"สมมุติ{n * 'ก'}") for n in (1, 2, 3)]


def test_a_mean_over_all_parts_is_the_offices_own() -> None:
    found = scores_of("กรมสมมุติได้คะแนนเฉลี่ยทุกด้านร้อยละ 60.75 (ค่าเฉลี่ยส่วนราชการระดับกรมร้อยละ 61.30)", 2566)
    assert (found.score, found.average) == (60.75, 61.3)


def test_those_who_got_a_form_are_all_that_were_surveyed() -> None:
    found = counts("จากส่วนราชการระดับกรมที่ได้รับแบบสอบถาม 156 แห่ง มีผู้ตอบครบถ้วน 151 แห่ง คิดเป็นร้อยละ 96.8")
    assert [(group, count.surveyed, count.answered) for group, count in found.items()] == [("total", 156, 151)]


def test_the_head_of_another_table_is_no_rest_of_a_score_row() -> None:
    scores = (
        ("ที่", "ตัวชี้วัดหลัก", "กรมได้", "เฉลี่ยกรม"),
        *((str(n), f"สมมุติ {n}", f"6{n}.10", f"5{n}.44") for n in range(1, 5)),
    )
    advice = (("รหัส", "ตัวชี้วัดย่อย", "ตัวชี้วัดหลัก", "ข้อแนะนำ"), ("1.1", "แผนสมมุติ", "สมมุติ 1", "ควรทบทวนแผน"))
    found = score_table([Table(1, scores), Table(2, advice)], [])
    assert [row.code for row in found.indicators] == ["1", "2", "3", "4"]


def test_a_part_of_a_part_heads_the_rows_of_its_codes() -> None:
    head = ("ตัวชี้วัดย่อย", "ผลการประเมิน", "ข้อเสนอแนะ")
    table = [
        head,
        ("ตัวชี้วัดหลัก 1.1 ทิศทางสมมุติ : 72.57 คะแนน (ค่าเฉลี่ยกลุ่ม 66.12)", "", ""),
        ("1.1.1 วิสัยทัศน์สมมุติ", "74.00 ดี", "รักษาการสื่อสาร"),
    ]
    table += [("ตัวชี้วัดหลัก 1.2 ทรัพยากรสมมุติ : 54.08 คะแนน", "", ""), ("1.2.1 งบสมมุติ", "58.40 พอใช้", "ขอให้แยกงบ")]
    found = recommendations_in([Table(1, tuple(table))])
    assert [(g.code, g.indicator, g.group) for g in found] == [
        ("1.1.1", "ทิศทางสมมุติ", None), ("1.2.1", "ทรัพยากรสมมุติ", None),
    ]  # fmt: skip


def test_an_advice_led_in_by_what_only_says_that_it_follows() -> None:
    lines: list[tuple[float, float, str]] = [(136, 436, "3. สนดก. เสนอแนะให้แก้ไขตัวชี้วัดย่อย รวม 3 รายการ คือ")]
    for n, (part, name, eng) in enumerate(
        (("แผน", "แผนสมมุติ", "Plan"), ("คน", "ทักษะสมมุติ", "Skill"), ("งาน", "ระบบสมมุติ", "Work")), 1
    ):
        lines += [
            (159, 515, f"3.{n} ด้าน{part}สมมุติ : ตัวชี้วัดย่อย {n}.2 {name} (Digital"),
            (85, 527, f"{eng}) ให้ดำเนินการดังนี้ ปรับแผนให้สอดคล้องกับแผนใหญ่"),
        ]
        lines += [(85, 311, "และกำหนดผู้รับผิดชอบ")]
    found = recommendations_of(set_out([*lines, (136, 263, "จึงเรียนมาเพื่อกรุณาทราบ")]))
    assert [(g.code, g.name, g.indicator, g.group) for g in found.given] == [
        ("1.2", "แผนสมมุติ (Digital Plan)", "แผนสมมุติ", None),
        ("2.2", "ทักษะสมมุติ (Digital Skill)", "คนสมมุติ", None),
        ("3.2", "ระบบสมมุติ (Digital Work)", "งานสมมุติ", None),
    ]
    assert {g.text for g in found.given} == {"ปรับแผนให้สอดคล้องกับแผนใหญ่และกำหนดผู้รับผิดชอบ"}


def test_a_score_behind_a_number_of_a_clause_is_no_code() -> None:
    lines: list[tuple[float, float, str]] = [
        (136, 522, "2. นสพ. ได้ 57.08 คะแนน (ค่าเฉลี่ยของหน่วยระดับกองบัญชาการ 63.46"),
        (85, 281, "คะแนน) มากกว่าปีก่อน"),
    ]
    lines += [(136, 436, "3. สนดก. เสนอแนะให้แก้ไขตัวชี้วัดย่อย ดังนี้")]
    for n in (1, 2):
        lines += [(159, 515, f"- ตัวชี้วัดย่อย {n}.1 แผนสมมุติ {n * 'ก'}"), (170, 527, "ข้อเสนอแนะ : ควรปรับแผนให้สอดคล้องกัน")]
    assert [g.code for g in recommendations_of(set_out(lines)).given] == ["1.1", "2.1"]


@pytest.mark.parametrize(("above", "below", "whole"), [
    ("นักวิชาการสมมุติชำนาญการ", "แทน", "นักวิชาการสมมุติชำนาญการ แทน"), ("รองสมมุติ ปฏิบัติ", "ราชการแทน", "รองสมมุติ ปฏิบัติราชการแทน"),
    ("รองสมมุติ ปฏิบัติราชการ", "แทน", "รองสมมุติ ปฏิบัติราชการแทน"),
])  # fmt: skip
def test_a_rank_that_ends_in_a_half_of_an_acting_phrase_is_none(above: str, below: str, whole: str) -> None:
    assert joined(set_out([(300, 480, above), (300, 480, below)])) == whole


def test_a_name_goes_on_to_its_indicator_left_of_its_advice() -> None:
    lines: list[tuple[float, float, str]] = [(156, 536, "สมมุติมีข้อเสนอแนะใน 2 ตัวชี้วัดย่อย ดังนี้")]
    items = (
        (1, "คำขอสมมุติผ่านช่องทาง", "อิเล็กทรอนิกส์ (e-Form)", "บริการสมมุติ"),
        (2, "บัญชีสมมุติของ", "ลุ่มน้ำ (Basin)", "ข้อมูลสมมุติ"),
    )
    for n, name, rest, part in items:
        lines += [(199, 440, f"3.1.{n} ตัวชี้วัดย่อย {n}.2 {name}"), (85, 533, f"{rest} ในตัวชี้วัดหลัก{part} ได้ร้อยละ 8{n}.25")]
        lines += [(199, 537, "ควรนำประสบการณ์จากระบบไปถ่ายทอดแก่หน่วย"), (85, 474, "งานอื่นในกระทรวง")]
    found = recommendations_of(set_out(lines)).given
    assert [(g.name, g.indicator) for g in found] == [(f"{name}{rest}", part) for _, name, rest, part in items]


def test_a_line_that_tells_who_is_responsible_is_no_advice_below_a_full_one() -> None:
    lines: list[tuple[float, float, str]] = [(77, 536, "ข้อเสนอแนะของ สวอ. จำนวน 4 ตัวชี้วัดย่อย ดังนี้")]
    for n, right in ((1, 540), (2, 540), (3, 300), (4, 540)):
        lines += [(128, 258, f"{n}.2 ข้อมูลสมมุติ {n * 'ก'}"), (145, right, f"ข้อเสนอแนะของ สวอ. : ควรทบทวนข้อมูลเรื่องที่ {n}")]
        lines += [(145, 242, f"หน่วยรับผิดชอบ : กย{n * 'ก'}.")]
    found = recommendations_of(set_out(lines)).given
    assert [g.text for g in found] == [f"ควรทบทวนข้อมูลเรื่องที่ {n}" for n in (1, 2, 3, 4)]


def test_an_indicator_in_square_brackets_is_told_without_its_kind() -> None:
    lines: list[tuple[float, float, str]] = [(108, 500, "มีข้อเสนอแนะ 2 ตัวชี้วัดย่อย ดังนี้")]
    for n in (1, 2):
        lines += [
            (108, 437, f"ตัวชี้วัดย่อย {n}.2 : ภาษาสมมุติ {n * 'ก'} [ด้านบริการสมมุติ]"),
            (136, 500, "ข้อเสนอแนะ : ควรปรับปรุงทุกปี"),
        ]
    assert [g.indicator for g in recommendations_of(set_out(lines)).given] == ["บริการสมมุติ"] * 2


def test_a_table_that_bears_the_next_number_belongs_to_the_signed_paper_before_it() -> None:
    head = ("รหัส", "ตัวชี้วัดย่อย", "ข้อแนะนำ")
    first = page(SIGNED_MEMO.partition("จึงเรียน")[0], 1)
    second = page(f"- ๒ -\nจึงเรียน{SIGNED_MEMO.partition('จึงเรียน')[2]}", 2)
    third = page("- ๓ -\nตารางที่ ๒ (ต่อ)\nรหัส\tตัวชี้วัดย่อย\tข้อแนะนำ\n๒.๓\tทักษะสมมุติ\tอบรมทุกปี\n๓.๔\tบริการสมมุติ\tตอบใน ๗ วัน", 3)
    table = Table(3, (head, ("๒.๓", "ทักษะสมมุติ", "อบรมทุกปี"), ("๓.๔", "บริการสมมุติ", "ตอบใน ๗ วัน")))
    assert [p.pages for p in papers_of([first, second, replace(third, tables=(table,))])] == [(1, 2, 3)]
