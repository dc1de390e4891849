"""The scorer: what counts as the same value, as a doubt, as an invention."""

from typing import Any

import pytest

from benchmarks.scoring import Fact, Tally, facts_of, near, paired, same, tally

PAPER: dict[str, Any] = {"kind": "letter", "pages": [1], "number": "สวอ 2566/ว45", "date": "2023-05-09"}


def facts(gold: dict[str, Any], read: dict[str, Any], *findings: dict[str, Any]) -> dict[str, Fact]:
    """Return the facts of one paper by field."""
    whole = facts_of({"instruments": [gold]}, {"instruments": [read], "findings": list(findings)})
    return {fact.field: fact for fact in whole}


@pytest.mark.parametrize(
    ("gold", "got"),
    [
        ("สวอ 2566/ว45", "สวอ ๒๕๖๖/ว ๔๕"),
        ("นางสาวกานดา ใจดี", "กานดา ใจดี"),
        ("น้ำ", "นํ้า".replace("ํ้า", "้ํา")),
        (64.6, "64.60"),
    ],
)
def test_digits_spaces_titles_and_the_spelling_of_am_make_no_difference(gold: object, got: object) -> None:
    assert same(gold, got)


@pytest.mark.parametrize(
    ("gold", "got"), [(None, ""), ("", None), (64.6, 64.61), (12, "สิบสอง"), ("2023-05-09", "2023-09-05")]
)
def test_another_value_is_not_the_same(gold: object, got: object) -> None:
    assert not same(gold, got)


def test_a_long_text_may_differ_by_a_letter_in_twenty() -> None:
    assert near("ก" * 40, "ก" * 39 + "ข")
    assert not near("ก" * 40, "ก" * 35 + "ข" * 5)


def test_papers_pair_by_number_before_pages() -> None:
    other = {**PAPER, "number": "สวอ 2566/46"}
    assert paired([PAPER], [other, PAPER]) == {0: 1}


def test_papers_that_share_nothing_do_not_pair() -> None:
    assert paired([PAPER], [{"kind": "memo", "pages": [9], "number": None}]) == {}


def test_a_right_paper_has_only_right_facts() -> None:
    assert all(fact.right for fact in facts(PAPER, PAPER).values())


def test_a_wrong_value_is_flagged_by_a_finding_on_its_field_and_paper() -> None:
    read = {**PAPER, "date": "2023-05-08"}
    assert facts(PAPER, read, {"instrument": 0, "field": "date"})["date"] == Fact("date", False, True)
    assert not facts(PAPER, read, {"instrument": 1, "field": "date"})["date"].flagged
    assert not facts(PAPER, read, {"instrument": 0, "field": "number"})["date"].flagged


def test_a_finding_about_no_paper_doubts_the_field_on_all() -> None:
    read = {**PAPER, "receipts": [{"number": "2"}]}
    gold = {**PAPER, "receipts": [{"number": "1"}]}
    assert facts(gold, read, {"instrument": None, "field": "receipts[0].number"})["receipts.number"].flagged


def test_a_key_the_gold_leaves_out_is_not_judged() -> None:
    assert "urgency" not in facts(PAPER, {**PAPER, "urgency": "ด่วน"})


def test_an_absent_survey_value_is_judged_only_when_one_is_read() -> None:
    gold = {**PAPER, "survey": {"year": 2566, "score": None}}
    assert "survey.score" not in facts(gold, gold)
    assert not facts(gold, {**PAPER, "survey": {"year": 2566, "score": 5.0}})["survey.score"].right


def test_items_are_matched_by_their_key_and_surplus_ones_are_invented() -> None:
    gold = {**PAPER, "references": [{"number": "ก 1/2", "date": "2023-01-03"}]}
    read = {
        **PAPER,
        "references": [{"number": "ข 9/9", "date": "2022-01-03"}, {"number": "ก 1/2", "date": "2023-01-03"}],
    }
    found = facts(gold, read)
    assert found["references.number"].right
    assert not found["references (invented)"].right


def test_surplus_enclosures_cost_nothing() -> None:
    assert "enclosures (invented)" not in facts({**PAPER, "enclosures": []}, {**PAPER, "enclosures": ["คู่มือ"]})


def test_an_expected_finding_is_a_fact() -> None:
    found = facts_of(
        {"instruments": [], "findings_expected": ["missing-page"]}, {"findings": [{"code": "duplicate-page"}]}
    )
    assert list(found) == [Fact("finding missing-page", False, False)]


def test_a_paper_nobody_read_has_nothing_right() -> None:
    assert not any(fact.right for fact in facts_of({"instruments": [PAPER]}, {}))


def test_a_tally_adds_up() -> None:
    counted = tally([Fact("a", True, True), Fact("b", False, True), Fact("c", False, False)]) + Tally(1, 0, 0)
    assert (counted, counted.facts, counted.percent(counted.right)) == (Tally(2, 1, 1), 4, 50.0)
