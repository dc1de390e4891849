"""Scores of indicators against the means of their parts: told where a table is made of means, let alone where it is weighted."""

from workflow.core.reading import Finding, IndicatorScore, Instrument, Survey
from workflow.parsers.checks import Context, score_means
from workflow.parsers.draft import Draft

MEANS = {
    "1": 60.59,
    "1.1": 58.53,
    "1.2": 62.65,
    "2": 40.0,
    "2.1": 30.0,
    "2.2": 50.0,
    "3": 25.0,
    "3.1": 20.0,
    "3.2": 30.0,
}


def draft(values: dict[str, float], *, recognised: bool = True) -> Draft:
    rows = tuple(IndicatorScore(code, "ชื่อ", value, None) for code, value in values.items())
    return Draft(Instrument("table", (1,), survey=Survey(indicators=rows)), recognised=recognised)


def told(made: Draft) -> list[Finding]:
    return score_means.check([made], Context(()))


def test_means_that_hold_raise_no_doubt() -> None:
    assert told(draft(MEANS)) == []


def test_a_misread_digit_is_put_right_where_one_change_makes_the_mean_hold() -> None:
    made = draft({**MEANS, "1": 10.59})
    (doubt,) = told(made)
    assert (doubt.field, doubt.candidates) == ("survey.indicators[0].score", ("1: 60.59",))
    assert made.instrument.survey and made.instrument.survey.indicators[0].score == 60.59


def test_what_a_person_printed_is_told_and_not_changed() -> None:
    made = draft({**MEANS, "1": 80.59}, recognised=False)
    assert [f.code for f in told(made)] == ["sum-mismatch"]
    assert made.instrument.survey and made.instrument.survey.indicators[0].score == 80.59


def test_a_weighted_table_is_let_alone() -> None:
    assert told(draft({**MEANS, "1": 61.5, "2": 43.0, "3": 22.0})) == []


def test_two_numbers_that_might_be_misread_are_both_told_and_stay() -> None:
    made = draft({**MEANS, "1": 80.59})
    (doubt,) = told(made)
    assert doubt.candidates == ("1: 60.59", "1.1: 98.53")
    assert made.instrument.survey and made.instrument.survey.indicators[0].score == 80.59
