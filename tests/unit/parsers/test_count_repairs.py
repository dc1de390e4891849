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


def test_two_lists_are_joined_by_their_percentages() -> None:
    text = (
        "มีหน่วยงานที่ได้รับการคัดเลือก 954 หน่วยงาน แบ่งเป็น ระดับกรม 253 หน่วยงาน ส่วนภูมิภาค 646 หน่วยงาน และท้องถิ่น 55 หน่วยงาน "
        "โดยมีหน่วยงานที่ตอบ 778 หน่วยงาน (ร้อยละ 81.6) เป็นระดับกรม 166 หน่วยงาน (ร้อยละ 65.6) ส่วนภูมิภาค 567 หน่วยงาน "
        "(ร้อยละ 87.8) และท้องถิ่น 45 หน่วยงาน (ร้อยละ 81.8)"
    )
    assert counts(text) == {
        "total": Count(954, 778, 81.6), "central": Count(253, 166, 65.6), "provincial": Count(646, 567, 87.8), "local": Count(55, 45, 81.8),
    }  # fmt: skip


def test_answered_before_surveyed_and_the_total_last() -> None:
    text = "ผู้ตอบแบ่งเป็น ส่วนกลาง 307 จาก 328 หน่วยงาน (93.6%), ส่วนภูมิภาค 1,292 จาก 1,495 หน่วยงาน (86.4%), "
    text += "ส่วนท้องถิ่น 77 จาก 78 หน่วยงาน (98.7%) รวมทุกระดับ 1,676 จาก 1,901 หน่วยงาน (88.2%)"
    assert counts(text) == {
        "central": Count(328, 307, 93.6), "provincial": Count(1495, 1292, 86.4), "local": Count(78, 77, 98.7), "total": Count(1901, 1676, 88.2),
    }  # fmt: skip


def test_taking_part_is_no_total() -> None:
    text = "เข้าร่วม 70 หน่วยงาน จากกลุ่มเป้าหมาย 100 หน่วยงาน คิดเป็นร้อยละ 70 ดังนี้ 1) ระดับกรม เข้าร่วม 30 หน่วยงาน จาก 40 หน่วยงาน คิดเป็นร้อยละ 75"
    assert counts(text) == {"total": Count(100, 70, 70.0), "central": Count(40, 30, 75.0)}
