"""Minutes of a meeting: the title over what was told of a survey is no group, and what the meeting said no advice."""

import pytest

from tests.unit.parsers.papers import placed
from workflow.parsers.bundle import papers_of
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.rows import rows_of
from workflow.parsers.understand import understand

TITLE = "5.1 ผลการสำรวจระดับความสามารถทดลอง ประจำปี 2570"
ITEMS = [
    (60.0, "1) ตัวชี้วัดย่อย 2.3 การทดลองซ้ำ"), (75.0, "ควรกำหนดแผนทดลองซ้ำไว้ในแผนงานประจำของทุกกอง"),
    (60.0, "2) ตัวชี้วัดย่อย 5.1 การรายงานผล"), (75.0, "ควรรายงานผลต่อ"), (75.0, "ที่ประชุมทุกเดือน"),
]  # fmt: skip
SAID = ["มติที่ประชุม รับทราบ", "ความเห็นของที่ประชุม กรรมการสอบถามถึงงบประมาณ", "ที่ประชุมพิจารณาแล้ว รับทราบ", "ที่ประชุมมีมติรับทราบ"]


def _advice(*lines: tuple[float, str]) -> list[tuple[str, str | None, str]]:
    found = recommendations_of(rows_of(placed([(30.0, "ระเบียบวาระที่ 5 เรื่องเพื่อทราบ"), *lines]).lines))
    return [(given.code, given.group, given.text) for given in found.given]


@pytest.mark.parametrize("said", SAID)
def test_what_the_meeting_said_ends_the_last_advice(said: str) -> None:
    lines = [
        (45.0, TITLE),
        (60.0, "มีข้อเสนอแนะ ดังนี้"),
        *ITEMS,
        (60.0, said),
        (60.0, "(นายหนึ่ง ทดสอบกุล)"),
        (60.0, "ผู้จดรายงานการประชุม"),
    ]
    assert _advice(*lines) == [
        ("2.3", None, "ควรกำหนดแผนทดลองซ้ำไว้ในแผนงานประจำของทุกกอง"),
        ("5.1", None, "ควรรายงานผลต่อที่ประชุมทุกเดือน"),
    ]


def test_the_year_in_the_title_of_what_was_told_is_the_surveys() -> None:
    lines = [(45.0, TITLE), (60.0, "สำนักงานได้รับคะแนนรวมร้อยละ 59.73 มีข้อเสนอแนะ ดังนี้"), *ITEMS]
    (draft,) = understand(papers_of([placed(lines)]))
    survey = draft.instrument.survey
    assert survey and (survey.year, survey.score) == (2570, 59.73)


def test_a_title_of_a_kind_of_indicators_or_right_above_its_items_groups_them() -> None:
    assert {group for _, group, _ in _advice((45.0, "7.1 เรื่องที่มีระดับต่ำ"), *ITEMS)} == {"เรื่องที่มีระดับต่ำ"}
    title = TITLE.removeprefix("5.1 ")
    assert {group for _, group, _ in _advice((45.0, f"7.1 {title}"), *ITEMS)} == {title}
