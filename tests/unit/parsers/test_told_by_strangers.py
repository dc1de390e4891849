"""Forms of other authors' papers, each misread once: a count over two rows, a citation below its label, a stamp in one strip."""

import pytest

from tests.unit.parsers.papers import page, set_out
from workflow.core.reading import IndicatorScore
from workflow.parsers.binding.clauses import clauses_of
from workflow.parsers.bundle import papers_of
from workflow.parsers.fields.heads import head_fields
from workflow.parsers.fields.indicators_by_table import with_indicators_of
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.references import references
from workflow.parsers.fields.score_columns import head_kind
from workflow.parsers.fields.score_told import told_scores
from workflow.parsers.fields.signatory import signatures
from workflow.parsers.fields.stamp_words import NUMBER
from workflow.parsers.page import Line
from workflow.parsers.rows import rows_of


def test_a_headings_count_goes_on_below_it() -> None:
    found = recommendations_of(
        set_out(
            [
                (142, 536, "สำนักงานสมมุติมีข้อเสนอแนะใน 2 ตัวชี้วัดย่อย สรุปได้ดังนี้"),
                (159, 532, "2.1 ตัวชี้วัดย่อยที่มีผลการพัฒนาระดับดีมาก (จำนวน 2 ตัวชี้วัด"),
                (85, 115, "ย่อย)"),
                (176, 526, "(1) ตัวชี้วัดย่อยที่ 1.2 การสื่อสารสมมุติ (ตัวชี้วัดหลักนโยบาย)"),
                (196, 400, "สพด. เสนอแนะว่า ให้คงการสื่อสารไว้"),
                (176, 526, "(2) ตัวชี้วัดย่อยที่ 5.1 โครงข่ายสมมุติ (ตัวชี้วัดหลักระบบ)"),
                (196, 400, "สพด. เสนอแนะว่า ให้บำรุงรักษาตามรอบ"),
                (142, 430, "จึงเรียนมาเพื่อโปรดทราบ"),
            ]
        )
    )
    assert [g.group for g in found.given] == ["ตัวชี้วัดย่อยที่มีผลการพัฒนาระดับดีมาก"] * 2


def test_a_citation_goes_on_with_its_number_below_the_label() -> None:
    fields, _ = head_fields(
        set_out(
            [
                (85, 269, "เรียน ผู้ว่าราชการจังหวัดสมมุติ"),
                (85, 525, "อ้างถึง1. หนังสือสำนักงานสมมุติ ด่วนที่สุด"),
                (142, 452, "ที่ สม 1612/ว 288 ลงวันที่ 14 พฤษภาคม 2567"),
                (125, 534, "2. หนังสือจังหวัดสมมุติ ที่ สจ 0017/61 ลงวันที่ 3 กรกฎาคม 2567"),
                (156, 500, "ตามหนังสือที่อ้างถึง สำนักงานสมมุติขอให้จังหวัดตอบแบบสำรวจ"),
            ]
        )
    )
    assert [cited.number for cited in references(fields["อ้างถึง"].text, listed=True)] == ["สม 1612/ว288", "สจ 0017/61"]


@pytest.mark.parametrize("behind", ["วันที่ 14 ธ.ค. 2564", "เวลา 10.15 น.", "ลงวันที่ 14", "ว.ด.ป. 14"])
def test_a_strip_tells_the_day_behind_the_number(behind: str) -> None:
    found = NUMBER.search(f"รับที่ 4402 {behind}")
    assert found and found["number"] == "4402"
    assert not NUMBER.search("รับที่ 12 เมษายน")


def test_what_the_group_reached_stands_behind_each_score() -> None:
    names = ("นโยบาย", "บุคลากร", "บริการ")
    said = " ".join(f"({n}) {name} ได้ {50 + n}.10 คะแนน กลุ่ม {60 + n}.20 คะแนน" for n, name in enumerate(names, 1))
    told = told_scores(f"ผลสำรวจจำแนกตามตัวชี้วัดหลักได้ ดังนี้ {said}", 2564)
    assert told == tuple(IndicatorScore(str(n), name, 50.1 + n, 60.2 + n) for n, name in enumerate(names, 1))


def test_names_with_their_codes_behind_are_no_scores() -> None:
    parts = " ".join(f"ตัวชี้วัดที่ {n} ด้านสมมุติ ตัวชี้วัดย่อย แผนสมมุติ ({n}.1) : ทดสอบระบบ" for n in (1, 2, 6))
    assert told_scores(f"ผลการสำรวจ {parts}", 2567) == ()


def test_an_indicator_told_by_the_table_bears_no_word_for_its_kind() -> None:
    table = [IndicatorScore("1", "ด้านการนำองค์กรสมมุติ", 50.0, None), IndicatorScore("2", "คนสมมุติ", 51.0, None)]
    given = recommendations_of(
        set_out(
            [
                (142, 536, "มีข้อเสนอแนะดังนี้"),
                (142, 536, "• 1.1 แผนสมมุติ : ควรปรับปรุงแผน"),
                (142, 536, "• 2.1 ทักษะสมมุติ : ควรอบรมทุกคน"),
            ]
        )
    ).given
    assert [one.indicator for one in with_indicators_of(table, given)] == ["การนำองค์กรสมมุติ", "คนสมมุติ"]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("ทุกจังหวัด", "average"),
        ("ครบทุกขั้นตอนโดยไม่ต้องมาที่สำนักงาน", None),
        ("ปรับปรุงทุกไตรมาส", None),
        ("ผลการ ประเมิน", "score"),
    ],
)
def test_what_a_head_says_of_its_numbers(head: str, kind: str | None) -> None:
    assert head_kind(head) == kind


def test_two_figures_side_by_side_are_no_clause() -> None:
    assert clauses_of(set_out([(85, 300, "92  61  เชื่อมระบบ"), (85, 300, "3  ความเห็น"), (85, 300, "4.1 แผน")])) == [
        (3,),
        (4, 1),
    ]


def advised(*lines: tuple[float, float, str]) -> list[tuple[str, str, str | None, str | None, str]]:
    opening = (142, 536, "สำนักงานสมมุติมีข้อเสนอแนะสำหรับหน่วยงานของท่านตามรายการ ดังนี้")
    given = recommendations_of(set_out([opening, *lines, (142, 430, "จึงเรียนมาเพื่อโปรดทราบ")])).given
    return [(g.code, g.name, g.indicator, g.group, g.text) for g in given]


def kinds(*titles: str) -> list[str | None]:
    lines: list[tuple[float, float, str]] = []
    for n, title in enumerate(titles, 1):
        lines += [
            (148, 340, f"{n}. {title}"),
            (164, 448, f"ตัวชี้วัดย่อยที่ {n}.1: แผนสมมุติ"),
            (164, 320, "ตัวชี้วัดหลัก: บริหารสมมุติ"),
            (164, 500, "ข้อเสนอแนะ: ออกคำสั่งมอบหมายเป็นลายลักษณ์อักษร"),
        ]
    return [group for *_, group, _ in advised(*lines)]


def test_advice_may_be_parted_by_what_it_takes() -> None:
    titles = ("ข้อเสนอแนะที่ดำเนินการได้ทันที", "ข้อเสนอแนะที่ต้องใช้งบประมาณ")
    assert kinds(*titles) == list(titles)
    assert kinds("ข้อเสนอแนะที่ควรดำเนินการ") == [None]


def test_a_place_ends_a_name_above_its_advice() -> None:
    given = advised(
        (147, 530, "2.3 [ตัวชี้วัดย่อย 2.1] ทักษะสมมุติของข้าราชการ ในด้านบุคลากรในพื้นที่"),
        (74, 363, "ขอให้จัดอบรมอย่างน้อย 4 รุ่น"),
        (147, 530, "2.4 [ตัวชี้วัดย่อย 2.2] เจ้าหน้าที่สมมุติ ในด้านบุคลากรในพื้นที่ ขอให้จัดสรร"),
        (74, 363, "อัตราจ้างให้ครบทุกอำเภอ"),
    )
    assert [(code, text) for code, *_, text in given] == [
        ("2.1", "ขอให้จัดอบรมอย่างน้อย 4 รุ่น"),
        ("2.2", "ขอให้จัดสรรอัตราจ้างให้ครบทุกอำเภอ"),
    ]


def test_a_stamped_letter_goes_on_to_a_numbered_page() -> None:
    first = "ที่ ทศ ๐๖๑๒.๔/๒๒๐๓\nถึง สำนักงานสมมุติ\nตามที่สำนักงานสมมุติได้ส่งแบบประเมินนั้น กองสมมุติได้ตรวจแล้ว มีข้อเสนอแนะ ๒ ข้อ ดังนี้\n๑. ควรออกคำสั่ง"
    second = "- ๒ -\n๒. ควรอบรมทุกคน\nจึงเรียนมาเพื่อโปรดทราบ\nสำนักงานเลขาธิการสมมุติ\n๙ มีนาคม ๒๕๖๙\nกองสมมุติ\nโทร. ๐ ๒๐๐๐ ๐๐๐๐"
    assert [paper.pages for paper in papers_of([page(first, 1), page(second, 2)])] == [(1, 2)]


def test_whoever_orders_far_below_gives_no_post_to_who_signed_above() -> None:
    rows = [
        (298.0, 163.0, 430.0, "(นายชนสมมุติ ตัวอย่างดี)"), (298.0, 183.0, 428.0, "หัวหน้าสำนักงานจังหวัดสมมุติ"), (98.0, 221.0, 132.0, "1. ทราบ"),
        (78.0, 242.0, 180.0, "2. ดำเนินการตามที่เสนอ"), (166.0, 323.0, 266.0, "(นายณสมมุติ ตัวอย่างดี)"),
        (154.0, 344.0, 278.0, "รองผู้ว่าราชการจังหวัดสมมุติ"), (118.0, 364.0, 313.0, "รักษาการในตำแหน่งผู้ว่าราชการจังหวัดสมมุติ"),
    ]  # fmt: skip
    lines = [
        Line(text, 1, n, (left, top, right, top + 10.0), 11.0, confidence=0.98, sure=(0.98,) * len(text))
        for n, (left, top, right, text) in enumerate(rows)
    ]
    above, below = signatures(rows_of(lines))
    assert (above.signatory.position, above.signatory.acting) == ("หัวหน้าสำนักงานจังหวัดสมมุติ", None)
    assert below.signatory.acting == "รักษาการในตำแหน่ง"


def test_a_dated_endorsement_that_carries_on_an_order_is_no_letter() -> None:
    head = "ที่ ๐๐๒๒.๑๔/๓๐๕๕\nวันที่ ๒๖ ตุลาคม ๒๕๖๕\nเรียน ผบก.ในสังกัด สมม."
    told = f"{head}\nตามบันทึกสั่งการ สมม. ลง ๒๐ ต.ค.๖๕ ท้ายหนังสือ บก.สมม.\nจึงแจ้งมาเพื่อทราบ\n(วรัญสมมุติ ตัวอย่างดี)"
    assert [paper.kind for paper in papers_of([page(told)])] == ["endorsement"]
