"""What two places of a bundle say of one person or one survey is compared, and nothing else is."""

import pytest

from workflow.core.reading import Instrument, Kind, Signatory, Survey
from workflow.parsers.checks import Context, person_names, survey_agrees
from workflow.parsers.draft import Draft


def signed(name: str, kind: Kind = "memo") -> Draft:
    return Draft(Instrument(kind, (1,), signatory=Signatory(None, name, "ผู้อำนวยการ")))


def test_one_name_in_two_spellings_is_told_at_both_places() -> None:
    found = person_names.check([signed("สมมุติ สุรเชษฐพงษ์"), signed("สมมุติ สุระเชษฐพงษ์")], Context(()))
    assert [(f.code, f.instrument, f.field) for f in found] == [
        ("name-spelling-conflict", 0, "signatory.name"), ("name-spelling-conflict", 1, "signatory.name"),
    ]  # fmt: skip
    assert found[0].candidates == ("สมมุติ สุรเชษฐพงษ์", "สมมุติ สุระเชษฐพงษ์")


@pytest.mark.parametrize("other", ["สมมุติ สุรเชษฐพงษ์", "สมหญิง สุรเชษฐพงษ์", "สมมุติ ตัวอย่างกุล", "ทดสอบ สมใจ"])
def test_the_same_name_relatives_and_namesakes_raise_no_doubt(other: str) -> None:
    assert person_names.check([signed("สมมุติ สุรเชษฐพงษ์"), signed(other)], Context(())) == []


def test_a_name_with_a_letter_of_another_script_is_told() -> None:
    (found,) = person_names.check([signed("สมมุติ ตัว1ย่างกุล")], Context(()))
    assert (found.code, found.field) == ("foreign-script", "signatory.name")


def told(kind: Kind, score: float | None, name: str = "การประเมินทดลองของหน่วยงาน", year: int = 2567) -> Draft:
    return Draft(Instrument(kind, (1,), survey=Survey(name, year, score, 60.0)))


def test_a_score_that_letter_and_memo_tell_differently_is_a_doubt_at_both() -> None:
    found = survey_agrees.check([told("letter", 41.11), told("memo", 47.11)], Context(()))
    assert [(f.instrument, f.field, f.candidates) for f in found] == [
        (0, "survey.score", ("41.11", "47.11")), (1, "survey.score", ("41.11", "47.11")),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        told("memo", 41.11),
        told("memo", None),
        told("table", 50.0),
        told("memo", 50.0, year=2566),
        told("memo", 50.0, "การสำรวจอื่น"),
    ],
)
def test_equal_scores_other_surveys_years_and_tables_raise_no_doubt(other: Draft) -> None:
    assert survey_agrees.check([told("letter", 41.11), other], Context(())) == []
