"""Headings on scans whose bullet is read as another sign, and pages on which no line stands at the margin."""

import pytest

from tests.unit.parsers.scanned import scanned
from workflow.parsers.fields.advice_layout import layout_of
from workflow.parsers.fields.recommendations import Advice, recommendations_of
from workflow.parsers.rows import rows_of

FULL = "และควรติดตามผลการดำเนินงานร่วมกับหน่วยงานที่เกี่ยวข้องในทุกระดับอย่างต่อเนื่อง"


def _item(code: str, name: str) -> list[tuple[float, str]]:
    return [(60, f"ตัวชี้วัดย่อย {code} : {name}"), (60, f"ข้อเสนอแนะ: ควรปรับปรุง{name}{FULL}"), (0, "ทุกปี")]


def _advice(sign: str, indent: float = 60) -> Advice:
    text = [
        (0, FULL),
        *_item("๑.๑", "แผนงาน"),
        (indent, f"{sign}จุดเด่นของหน่วยงาน"),
        *_item("๒.๑", "บุคลากร"),
        *_item("๒.๒", "ข้อมูล"),
    ]
    return recommendations_of(rows_of(scanned(text).lines))


def _groups(advice: Advice) -> list[str | None]:
    return [given.group for given in advice.given]


@pytest.mark.parametrize(("sign", "indent"), [("• ", 60), (". ", 60), ("๑ ", 60), ("๏ ", 60), ("", 67)])
def test_a_heading_is_known_whatever_its_bullet_was_read_as(sign: str, indent: float) -> None:
    assert _groups(_advice(sign, indent)) == [None, *["จุดเด่นของหน่วยงาน"] * 2]


def test_a_heading_behind_a_misread_bullet_is_doubted() -> None:
    assert [(d.part, d.candidates) for d in _advice(". ").doubts] == [("group", ("จุดเด่นของหน่วยงาน",))]


def test_a_page_of_first_lines_alone_has_the_margin_of_the_page_on_which_they_are_indented() -> None:
    first = scanned([(0, FULL), *_item("๑.๑", "แผนงาน"), *_item("๑.๒", "ข้อมูล"), (0, FULL)])
    short = [(60, "๑ มิติด้านบริการ"), (60, "ตัวชี้วัดย่อย ๒.๑ : บริการ"), (60, f"ข้อเสนอแนะ: ควร{FULL}"), (60, "๑ มิติด้านข้อมูล")]
    rows = rows_of([*first.lines, *scanned(short, 2).lines])
    layout = layout_of(rows)
    assert {n for n, row in enumerate(rows) if row.page == 2} <= layout.starts & layout.indented


def test_a_name_without_a_letter_is_doubted() -> None:
    text = [
        (0, FULL),
        (60, "- ตัวชี้วัดย่อย ๑.๑ การสื่อสารภายในด้วยดิจิทัลของหน่วยงานในสังกัด ภายใต้ตัวชี้วัด"),
        (0, "๑"),
        (60, f"ข้อเสนอแนะ: ควร{FULL}"),
    ]
    advice = recommendations_of(rows_of(scanned(text).lines))
    assert ("indicator", ("1",)) in [(d.part, d.candidates) for d in advice.doubts]
