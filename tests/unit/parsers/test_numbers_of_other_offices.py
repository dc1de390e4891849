"""Numbers of a survey in the grammar of other offices, and what must be told when they are not understood."""

import pytest

from tests.unit.parsers.papers import drafts
from workflow.core.reading import Count, IndicatorScore, Instrument, Survey
from workflow.parsers.checks import Context, score_means
from workflow.parsers.draft import Draft
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.fields.scores import scores_of
from workflow.parsers.fields.stated_count import stated_count
from workflow.parsers.fields.surveyed import counts
from workflow.parsers.page import Line
from workflow.parsers.rows import rows_of

COUNTS = {
    "total": Count(900, 675, 75.0), "central": Count(200, 180, 90.0), "provincial": Count(640, 448, 70.0),
    "local": Count(60, 47, 78.3),
}  # fmt: skip
MEMO = """บันทึกข้อความ
ส่วนราชการ กองแผน กรมตัวอย่าง
ที่ กต ๐๑๐๑/๑๒  วันที่ ๓ มีนาคม ๒๕๖๖
เรื่อง รายงานผลการประเมินความพร้อม ประจำปี ๒๕๖๖
เรียน อธิบดีกรมตัวอย่าง
{text}
จึงเรียนมาเพื่อโปรดพิจารณา
(นายสมมุติ ทดสอบกุล)
ผู้อำนวยการกองแผน
"""


@pytest.mark.parametrize(
    "text",
    [
        (
            "มีผู้ตอบร้อยละ 75.0 (675 จาก 900 แห่ง) แบ่งเป็น ส่วนกลาง ร้อยละ 90.0 (180 จาก 200) ภูมิภาค "
            "ร้อยละ 70.0 (448 จาก 640) และท้องถิ่น ร้อยละ 78.3 (47 จาก 60)"
        ),
        (
            "ประเภท สำรวจ ตอบ ร้อยละ หน่วยงานส่วนกลาง 200 180 90.0 หน่วยงานส่วนภูมิภาค 640 448 70.0 "
            "หน่วยงานส่วนท้องถิ่น 60 47 78.3 รวม 900 675 75.0"
        ),
        (
            "ประเภท ตอบ สำรวจ ร้อยละ ภาพรวม 675 900 75.0 ระดับกรม 180 200 90.0 ระดับจังหวัด 448 640 70.0 "
            "อปท. 47 60 78.3"
        ),
        (
            "ผู้ตอบแบบสำรวจรวม 675/900 แห่ง (75.0%) ได้แก่ ราชการส่วนกลาง 180/200 แห่ง (90.0%) "
            "ราชการส่วนภูมิภาค 448/640 แห่ง (70.0%) ราชการส่วนท้องถิ่น 47/60 แห่ง (78.3%)"
        ),
        (
            "ได้ส่งแบบสำรวจไปยังหน่วยงานทั้งสิ้น 900 แห่ง เมื่อวันที่ 3 มีนาคม 2566 มีผู้ส่งกลับ ดังนี้ "
            "กระทรวงและกรม 180 แห่ง (จาก 200 แห่ง ร้อยละ 90.0) จังหวัด 448 แห่ง (จาก 640 แห่ง ร้อยละ 70.0) "
            "เทศบาล 47 แห่ง (จาก 60 แห่ง ร้อยละ 78.3) รวม 675 แห่ง คิดเป็นร้อยละ 75.0"
        ),
        (
            "จากเป้าหมาย 900 แห่ง มีผู้ตอบ 675 แห่ง (75.0 %) เป็นหน่วยงานระดับกรม 180 แห่ง ใน 200 แห่ง (90.0 "
            "%) ระดับจังหวัด 448 แห่ง ใน 640 แห่ง (70.0 %) ระดับท้องถิ่น 47 แห่ง ใน 60 แห่ง (78.3 %)"
        ),
        (
            "สำรวจหน่วยงาน 900 แห่ง ประกอบด้วยส่วนกลาง 200 แห่ง ส่วนภูมิภาค 640 แห่ง และท้องถิ่น 60 แห่ง "
            "ปรากฏว่ามีผู้ตอบ 675 แห่ง (ร้อยละ 75.0) เป็นส่วนกลาง 180 แห่ง (ร้อยละ 90.0) ส่วนภูมิภาค 448 "
            "แห่ง (ร้อยละ 70.0) และท้องถิ่น 47 แห่ง (ร้อยละ 78.3)"
        ),
        (
            "ส่วนกลาง : สำรวจ 200 ตอบ 180 อัตราตอบ 90.0 ส่วนภูมิภาค : สำรวจ 640 ตอบ 448 อัตราตอบ 70.0 "
            "ส่วนท้องถิ่น : สำรวจ 60 ตอบ 47 อัตราตอบ 78.3 รวมทุกระดับ : สำรวจ 900 ตอบ 675 อัตราตอบ 75.0"
        ),
    ],
)  # fmt: skip
def test_counts_that_prove_themselves_are_read_in_any_order(text: str) -> None:
    assert counts(text) == COUNTS


@pytest.mark.parametrize(
    "text",
    [
        "กรมตัวอย่างได้รับคะแนน 61.20 ในขณะที่กรมอื่นได้เฉลี่ย 55.10",
        "ผลประเมินของกรมตัวอย่าง เท่ากับ 61.20 (ค่ากลางของกลุ่ม 55.10)",
        "กรมอยู่ที่ระดับ 61.20 เต็ม 100 เฉลี่ยทั้งกลุ่ม 55.10",
        "หน่วยงานทั่วประเทศมีคะแนนเฉลี่ยอยู่ที่ 55.10 คะแนน ส่วนกรมตัวอย่างได้ 61.20 คะแนน",
        "ดัชนีของกรมตัวอย่างปี 2566 คือ 61.20 จุด ดัชนีเฉลี่ยของหน่วยงานประเภทเดียวกันคือ 55.10 จุด",
        "คะแนนที่ได้ : 61.20 คะแนนเฉลี่ย : 55.10",
        "กรมตัวอย่างทำได้ร้อยละ 61.20 ซึ่งสูงกว่ามาตรฐานกลาง คือค่าเฉลี่ยระดับกรมร้อยละ 55.10",
        "โดยมีผลคะแนนอยู่ที่ 61.20 (ช่วงคะแนน 0 - 100) และหน่วยงานในกลุ่มเดียวกันอยู่ที่ 55.10",
    ],
)
def test_a_score_and_an_average_are_told_by_whose_they_are(text: str) -> None:
    found = scores_of(text, 2566)
    assert (found.score, found.average) == (61.2, 55.1)


def test_a_number_only_called_a_value_is_kept_with_a_doubt() -> None:
    assert scores_of("ส่วนค่า IDX ของกรมตัวอย่าง คือ 73.80", 2566).scores_seen == (73.8,)


def test_the_year_of_a_date_before_a_score_is_not_the_year_of_the_score() -> None:
    assert scores_of("ตามที่ประชุมเมื่อวันที่ 14 มีนาคม 2567 นั้น กรมได้คะแนนรวม 61.20 คะแนน", 2566).score == 61.2


@pytest.mark.parametrize(
    "text",
    [
        "มีข้อเสนอแนะ 6 เรื่อง ดังนี้",
        "คณะกรรมการมีข้อเสนอแนะ 6 ตัวชี้วัดย่อย ตามตาราง",
        "ผู้ประเมินเห็นควรปรับปรุงใน 6 ตัวชี้วัดย่อย ได้แก่",
        "ตัวชี้วัดย่อยที่ต้องปรับปรุงมี 6 ตัว คือ",
        "สรุปข้อเสนอแนะรวม 6 ตัวชี้วัด แบ่งเป็น 2 กลุ่ม",
        "ข้อเสนอแนะสำหรับหน่วยงานมีทั้งหมด 6 ข้อ ประกอบด้วย",
        "สพอ. เสนอแนะให้ปรับปรุงรวม 6 ตัวชี้วัดย่อย สรุปดังนี้",
        "ให้หน่วยงานเร่งแก้ไขตัวชี้วัดย่อยรวม 6 ตัวชี้วัด",
        "มีตัวชี้วัดย่อยที่ได้รับคำแนะนำ 6 ตัวชี้วัด จำแนกได้ดังนี้",
    ],
)
def test_a_count_of_what_is_to_be_done_is_read(text: str) -> None:
    assert stated_count(text, {}) == (6, None)


def test_a_number_that_ran_on_from_a_long_name_is_a_cell_of_its_own() -> None:
    lines = []
    for n, (code, name) in enumerate(
        (("1", "ทิศทาง"), ("1.1", "ชื่อที่ยาวมาก (Long Name)"), ("1.2", "แผน"), ("2", "บริการ"))
    ):
        top = 60.0 + 20 * n
        if code == "1.1":
            lines.append(Line(f"{code} {name} 21.48", 1, n, (83.0, top, 390.0, top + 12), 11.0))
        else:
            lines.append(Line(f"{code} {name}", 1, n, (83.0, top, 200.0, top + 12), 11.0))
            lines.append(Line(f"{30 + n}.50", 1, n, (364.0, top, 390.0, top + 12), 11.0))
        lines.append(Line(f"{40 + n}.25", 1, n, (458.0, top, 484.0, top + 12), 11.0))
    found = score_table((), rows_of(lines)).indicators
    assert [(row.name, row.score, row.group_average) for row in found][1] == ("ชื่อที่ยาวมาก (Long Name)", 21.48, 41.25)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("มีข้อเสนอแนะสำหรับตัวชี้วัดที่ 1.1 และตัวชี้วัดที่ 2.3 ตามเอกสารแนบ", "recommendations"),
        ("มีหน่วยงานตอบแล้วเป็นจำนวนมาก เช่น กรมก 45 แห่ง คิดเป็นร้อยละ 80.0", "survey.counts"),
        ("ผลในภาพรวมค่าเฉลี่ยของกรมทุกกรมอยู่ที่ 55.10", "survey.score"),
        ("ให้หน่วยงานพิจารณา 4 ตัวชี้วัดย่อยด้วย", "stated_indicator_count"),
    ],
)
def test_what_seems_to_be_said_and_is_not_understood_is_told(text: str, field: str) -> None:
    (draft,) = drafts(MEMO.format(text=text))
    assert field in {finding.field for finding in draft.findings}


def test_a_paper_that_says_nothing_of_a_survey_is_told_nothing() -> None:
    (draft,) = drafts(MEMO.format(text="ด้วยกองแผนขอเชิญประชุม ในวันที่ ๕ มีนาคม ๒๕๖๖ เวลา ๑๐.๓๐ น."))
    assert not [f for f in draft.findings if (f.field or "").startswith(("survey", "recommendations", "stated"))]


def scanned_table(*cells: tuple[str, str, str, str]) -> list[Line]:
    """Return a table as a scan gives it: code, name, score and average of each row; an empty cell is one that was not seen."""
    lines = []
    for n, row in enumerate((("รหัส", "ตัวชี้วัด", "คะแนน", "ค่าเฉลี่ย"), *cells)):
        top = 60.0 + 20 * n
        for text, x0, x1 in zip(row, (84.0, 120.0, 404.0, 460.0), (104.0, 250.0, 434.0, 490.0), strict=True):
            if text:
                lines.append(Line(text, 1, n, (x0, top, x1, top + 12), 11.0, confidence=0.98))
    return lines


def test_a_code_and_a_digit_that_a_scan_lost_are_put_right_and_told() -> None:
    rows = (
        ("1", "ทิศทาง", "30.00", "40.00"), ("", "แผน", "20.00", "30.00"), ("1.2", "คณะทำงาน", "40.00", "50.00)"),
        ("2", "บริการ", "50.00", "6.00"), ("2.1", "ช่องทาง", "40.00", "50.00"), ("2.2", "ระบบ", "60.00", "70.00"),
    )  # fmt: skip
    found = score_table((), rows_of(scanned_table(*rows)))
    assert [(row.code, row.score, row.group_average) for row in found.indicators][1:3] == [
        ("1.1", 20.0, 30.0),
        ("1.2", 40.0, 50.0),
    ]
    assert {1, 2} <= {n for n, _ in found.doubts}


def test_means_that_hold_in_one_column_prove_the_other() -> None:
    rows = (
        IndicatorScore("1", "ทิศทาง", 30.0, 40.0), IndicatorScore("1.1", "แผน", 20.0, 30.0),
        IndicatorScore("1.2", "คณะทำงาน", 40.0, 50.0), IndicatorScore("2", "บริการ", 50.0, 6.15),
        IndicatorScore("2.1", "ช่องทาง", 40.0, 52.30), IndicatorScore("2.2", "ระบบ", 60.0, 70.0),
    )  # fmt: skip
    draft = Draft(Instrument("table", (1,), (), None, False, survey=Survey(indicators=rows)), recognised=True)
    (finding,) = score_means.check([draft], Context(()))
    assert draft.instrument.survey and draft.instrument.survey.indicators[3].group_average == 61.15
    assert finding.code == "sum-mismatch"


def test_a_code_that_lost_its_dot_is_known_by_the_one_before() -> None:
    rows = (
        ("1", "ทิศทาง", "30.00", "40.00"), ("11", "แผน", "20.00", "30.00"), ("1.2", "คณะทำงาน", "40.00", "50.00"),
        ("2", "บริการ", "50.00", "60.00"), ("21", "ช่องทาง", "40.00", "50.00"), ("2.2", "ระบบ", "60.00", "70.00"),
    )  # fmt: skip
    found = score_table((), rows_of(scanned_table(*rows)))
    assert [row.code for row in found.indicators] == ["1", "1.1", "1.2", "2", "2.1", "2.2"]
    assert {n for n, _ in found.doubts} == {1, 4}


@pytest.mark.parametrize(
    "said",
    [
        "สพส. ชี้ว่ามีตัวชี้วัดย่อย 5 ตัวที่จังหวัดควรให้ความสำคัญก่อน", "พบว่าคะแนนที่หายไปกระจุกอยู่ใน 5 ตัวชี้วัดย่อยที่ควรเร่งพัฒนา",
        "ยังเหลือตัวชี้วัด 5 ประเด็นซึ่งหน่วยงานต้องปรับปรุง", "มีตัวชี้วัดย่อย 5 ตัวที่ สพส. เห็นว่าควรเร่งแก้ไข",
    ],
)  # fmt: skip
def test_a_count_of_those_that_somebody_should_mind_is_stated(said: str) -> None:
    assert stated_count(said, {}) == (5, None)


@pytest.mark.parametrize(
    "said",
    [
        "แบบสำรวจมี 25 ตัวชี้วัดย่อยที่หน่วยงานต้องตอบให้ครบ", "การสำรวจวัดใน 25 ตัวชี้วัดย่อย แบ่งเป็นหกด้าน",
        "หลักฐานใน 25 ตัวชี้วัดย่อยที่จังหวัดต้องแนบ", "ผลใน 25 ตัวชี้วัดย่อยที่ได้คะแนนเต็ม",
    ],
)  # fmt: skip
def test_a_count_of_what_is_to_be_answered_is_none(said: str) -> None:
    assert stated_count(said, {}) is None


@pytest.mark.parametrize(
    "text",
    [
        "ตัวชี้วัดที่ได้คะแนนต่ำกว่าร้อยละ 50 มี 3 ตัวชี้วัด พร้อมข้อเสนอแนะ ดังนี้",
        "ตัวชี้วัดที่ต่ำกว่าเป้าหมายมี 3 ตัวชี้วัด พร้อมทั้งแนวทางแก้ไข ดังต่อไปนี้",
        "มีข้อเสนอแนะเพื่อการปรับปรุงจำนวนสามตัวชี้วัด",
        "พบว่ามีสามตัวชี้วัดที่ควรพัฒนา ได้แก่",
    ],
)
def test_a_count_may_be_in_words_and_come_with_the_advice(text: str) -> None:
    assert stated_count(text, {}, 3) == (3, None)


def test_a_count_in_words_goes_beyond_ten() -> None:
    told = {word: stated_count(f"ตัวชี้วัดที่ต้องปรับปรุง จำนวน{word}ตัวชี้วัดย่อย ดังนี้", {}) for word in ("สิบเอ็ด", "ยี่สิบสอง", "เก้า")}
    assert told == {"สิบเอ็ด": (11, None), "ยี่สิบสอง": (22, None), "เก้า": (9, None)}


@pytest.mark.parametrize("text", ["กรมมีสองข้อสังเกต", "การสำรวจแบ่งเป็นหกด้าน", "ตัวชี้วัดนี้มีหน้าที่รวมสี่ข้อมูล"])
def test_words_that_count_something_else_are_no_count_of_indicators(text: str) -> None:
    assert stated_count(text, {}) is None
