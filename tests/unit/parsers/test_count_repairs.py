"""A misread number among the counts is put right when one change alone makes all sums and percentages hold."""

import pytest

from workflow.core.reading import Count, Instrument, Survey
from workflow.parsers.checks import Context, run_checks
from workflow.parsers.draft import Draft
from workflow.parsers.fields.surveyed import counts

RIGHT = {
    "total": Count(1372, 1298, 94.6), "central": Count(198, 193, 97.5),
    "provincial": Count(1171, 1103, 94.2), "local": Count(3, 2, 66.7),
}  # fmt: skip
CONTEXT = Context(())


def draft(group: str, count: Count, *, recognised: bool = True) -> Draft:
    survey = Survey("สำรวจ", 2567, counts={**RIGHT, group: count})
    made = Instrument("letter", (1,), number="ตย 1/1", subject="ผล", to=("ก",), sender="ข", survey=survey)
    return Draft(made, recognised=recognised)


def about_counts(made: Draft) -> list[tuple[str, str | None, tuple[str, ...]]]:
    found = run_checks([made], CONTEXT)
    return [(f.code, f.field, f.candidates) for f in found if (f.field or "").startswith("survey")]


@pytest.mark.parametrize(
    ("group", "misread", "code", "field", "candidates"),
    [
        ("provincial", Count(1177, 1103, 94.2), "sum-mismatch", "survey.counts.provincial.surveyed", ("1177", "1171")),
        ("central", Count(198, 198, 97.5), "sum-mismatch", "survey.counts.central.answered", ("198", "193")),
        ("total", Count(1312, 1298, 94.6), "sum-mismatch", "survey.counts.total.surveyed", ("1312", "1372")),
        ("local", Count(3, 2, 66.1), "percent-mismatch", "survey.counts.local.pct", ("66.1", "66.7")),
    ],
)
def test_the_one_number_that_was_misread_is_put_right_and_told(
    group: str, misread: Count, code: str, field: str, candidates: tuple[str, str]
) -> None:
    made = draft(group, misread)
    assert about_counts(made) == [(code, field, candidates)]
    assert made.instrument.survey and made.instrument.survey.counts == RIGHT


def test_two_misread_numbers_stay_as_they_are_and_are_told() -> None:
    made = draft("provincial", Count(1777, 1703, 94.2))
    assert {code for code, *_ in about_counts(made)} == {"sum-mismatch", "percent-mismatch"}
    assert made.instrument.survey and made.instrument.survey.counts["provincial"] == Count(1777, 1703, 94.2)


def test_what_a_person_printed_is_told_and_not_changed() -> None:
    made = draft("provincial", Count(1177, 1103, 94.2), recognised=False)
    assert "sum-mismatch" in [code for code, *_ in about_counts(made)]
    assert made.instrument.survey and made.instrument.survey.counts["provincial"].surveyed == 1177


def test_right_counts_raise_no_doubt() -> None:
    assert about_counts(draft("local", Count(3, 2, 66.7))) == []


def test_a_percentage_that_only_one_group_lacks_is_told() -> None:
    assert about_counts(draft("local", Count(3, 2))) == [("low-confidence", "survey.counts", ())]


@pytest.mark.parametrize(
    "text",
    [
        "หน่วยงานทั้งหมด 1,858 แห่ง ตอบกลับ 1,659 แห่ง (รอยละ 89.3)",
        "หน่วยงานทั้งหมด 1.858 แห่ง ตอบกลับ 1, 659 แหง (คิดเป็นร้อยละ 89,3)",
        "หน่วยงานทั้งหมด 1,858 แห่ง ตอบกลับ 1,659 (89.3%)",
        "มีหน่วยงานตอบแบบสำรวจ 1,659 แห่ง จากทั้งหมด 1,858 แห่ง คิดเป็น 89.3 เปอร์เซ็นต์",
    ],
)
def test_a_pair_and_its_percentage_are_read_from_torn_and_other_wordings(text: str) -> None:
    assert counts(text) == {"total": Count(1858, 1659, 89.3)}
