"""Numbers and names against a framework: told where it is known, silent where it is not."""

from dataclasses import replace

import pytest

from workflow.core.framework import Framework, Indicator, Known
from workflow.core.reading import Finding, Instrument, Recommendation, Survey
from workflow.parsers.checks import Context, sub_indicators
from workflow.parsers.draft import Draft
from workflow.parsers.frameworks import framework_of

TRIAL = Framework(
    "trial", 2567, ("ประเมินความพร้อมทดลองของหน่วยงาน",),
    (Indicator("1", "นโยบายดิจิทัล"), Indicator("1.1", "แผนปฏิบัติการ (Action Plan)"), Indicator("1.2", "ธรรมาภิบาลข้อมูล (Data Governance)")), "all",
)  # fmt: skip
NAME = "การประเมินระดับความพร้อมทดลองหน่วยงาน"


def draft(code: str, name: str, *, year: int = 2567, survey: str = NAME, recognised: bool = False) -> Draft:
    given = Recommendation(code, name, "นโยบายดิจิทัล", None, "ควรทำ", 1)
    return Draft(Instrument("memo", (1,), survey=Survey(survey, year), recommendations=(given,)), recognised=recognised)


def told(made: Draft, known: Known = "all") -> list[Finding]:
    return sub_indicators.check([made], Context((), frameworks=(replace(TRIAL, known=known),)))


def test_a_right_number_and_name_raise_no_doubt() -> None:
    assert told(draft("1.1", "แผนปฏิบัติการ (Action Plan)")) == []


def test_a_number_with_the_name_of_another_is_told_with_both() -> None:
    (doubt,) = told(draft("1.1", "ธรรมาภิบาลข้อมูล (Data Governance)"))
    assert (doubt.code, doubt.field) == ("unknown-indicator", "recommendations[0].code")
    assert doubt.candidates == ("1.1 แผนปฏิบัติการ (Action Plan)", "1.2 ธรรมาภิบาลข้อมูล (Data Governance)")


def test_a_code_that_a_whole_framework_does_not_have_is_told_and_kept() -> None:
    made = draft("4.9", "เรื่องใหม่")
    assert [f.code for f in told(made)] == ["unknown-indicator"]
    assert made.instrument.recommendations[0].code == "4.9"


@pytest.mark.parametrize(
    ("made", "known"),
    [
        (draft("4.9", "เรื่องใหม่"), "some"),
        (draft("1.9", "เรื่องใหม่"), "indicators"),
        (draft("4.9", "เรื่องใหม่", year=2566), "all"),
        (draft("4.9", "เรื่องใหม่", survey="การวัดระดับความพร้อมทดลองของจังหวัด"), "all"),
    ],
)
def test_other_years_other_surveys_and_open_frameworks_raise_no_alarm(made: Draft, known: Known) -> None:
    assert told(made, known) == []


def test_a_torn_name_of_a_recognised_paper_takes_the_form_of_the_framework() -> None:
    made = draft("1.2", "ธรรมาภิบาลขอมูล (Data Govemance)", recognised=True)
    (doubt,) = told(made)
    assert made.instrument.recommendations[0].name == "ธรรมาภิบาลข้อมูล (Data Governance)"
    assert (doubt.severity, doubt.field) == ("info", "recommendations[0].name")


@pytest.mark.parametrize(
    "name", [NAME, "การประเมินระตับความพรอมทตลองหนวยงานภาครัฐ", "ประเมินความพร้อมทดลองสำหรับหน่วยงาน ระดับกรม"]
)
def test_a_survey_is_known_by_all_forms_of_its_name(name: str) -> None:
    assert framework_of(Survey(name, 2567), (TRIAL,)) == TRIAL
