"""The real chain of 2562, as a recogniser left it: what the reader must find in it. Skipped where the transcript does not lie."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from workflow.core.reading import Finding, Instrument, Reading
from workflow.parsers.contract import to_contract
from workflow.parsers.read_file import read_file

TRANSCRIPT = ROOT.parent / "shared" / "seeds" / "004-police-2562-memo-chain.txt"
LOGIN, PASSWORD, MOBILES = "00A00B0-000", "zzzzz0", ("๐๙ ๐๐๐๐ ๐๐๐๑", "๐๙ ๐๐๐๐ ๐๐๐๒", "09 0000 0001")


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The reading of the transcript."""
    if not TRANSCRIPT.is_file():
        pytest.skip("the real transcript (../shared/seeds/004…) is not beside this repository")
    return read_file(TRANSCRIPT)


def paper(reading: Reading, kind: str) -> Instrument:
    return next(i for i in reading.instruments if i.kind == kind)


def found(reading: Reading, code: str) -> list[Finding]:
    return [f for f in reading.findings if f.code == code]


def test_the_chain_is_a_letter_a_memo_and_two_endorsements_on_it(reading: Reading) -> None:
    assert [i.kind for i in reading.instruments] == ["letter", "memo", "endorsement", "endorsement"]
    assert [i.host for i in reading.instruments[2:]] == [1, 1]
    assert [i.number for i in reading.instruments] == [
        "สพร 2562/ว4099",
        "0033.12/5052",
        "0033.12/5183",
        "0010.011/1511",
    ]


def test_the_pages_come_in_their_true_order_and_page_two_is_missing(reading: Reading) -> None:
    memo = paper(reading, "memo")
    assert (memo.pages, memo.missing_pages) == ((3, 4, 2), (2,))
    assert paper(reading, "letter").pages == (5, 6)
    assert found(reading, "missing-page") and found(reading, "pages-out-of-order")


def test_twelve_sub_indicators_each_have_their_recommendation(reading: Reading) -> None:
    advice = paper(reading, "memo").recommendations
    assert [r.code for r in advice] == [
        "2.4",
        "6.1",
        "3.1",
        "2.2",
        "2.3",
        "3.2",
        "3.3",
        "4.1",
        "4.2",
        "5.2",
        "6.2",
        "6.3",
    ]
    assert all(len(r.text) > 60 and not r.text.startswith("ข้อเสนอแนะ") and r.indicator for r in advice)
    assert advice[-1].text.endswith("ข้อมูลที่จัดเก็บมีความถูกต้องและเป็นปัจจุบัน")


def test_no_heading_is_guessed_for_those_behind_the_missing_page(reading: Reading) -> None:
    groups = [r.group for r in paper(reading, "memo").recommendations]
    assert groups == ["ตัวชี้วัดที่โดดเด่น"] * 2 + ["ตัวชี้วัดที่ค่อนข้างโดดเด่น"] + [None] * 9
    assert found(reading, "heading-gap")


def test_nine_of_thirteen_are_found_for_the_clause_that_is_named(reading: Reading) -> None:
    assert paper(reading, "memo").stated_indicator_count == 13
    (count,) = found(reading, "count-mismatch")
    assert "๑๓" in count.message and "๒.๔" in count.message and "๙" in count.message


def test_the_letter_cited_under_the_number_of_another_is_told_and_not_changed(reading: Reading) -> None:
    (conflict,) = found(reading, "reference-number-conflict")
    assert conflict.candidates == ("สพร 2562/ว1539", "สพร 2562/ว4099")
    assert [r.number for r in paper(reading, "memo").references][2] == "สพร 2562/ว1539"
    assert found(reading, "number-reused")


@pytest.mark.parametrize(
    ("printed", "code", "mended"),
    [
        ("26 พ.ค. 62", "date-before-cause", "2019-11-26"),
        ("25 มี.ย 2562", "impossible-date", "2019-11-25"),
        ("11 พ.ค. 62", "date-before-cause", "2019-11-11"),
        ("50 ธ.ค. 2562", "impossible-date", "2019-12-20"),
    ],
)
def test_each_impossible_date_is_told_with_what_it_must_have_been(
    reading: Reading, printed: str, code: str, mended: str
) -> None:
    (told,) = [f for f in found(reading, code) if printed in f.message]
    assert mended in told.candidates


def test_the_dates_put_right_stand_in_their_fields(reading: Reading) -> None:
    letter, memo = paper(reading, "letter"), paper(reading, "memo")
    assert {stamp.date for stamp in letter.receipts} == {date(2019, 11, 11)}
    assert [stamp.date for stamp in memo.receipts] == [date(2019, 11, 25)]
    assert memo.order and memo.order.date == date(2019, 11, 26)


def test_the_endorsement_read_twice_is_one_with_both_numbers_as_candidates(reading: Reading) -> None:
    (doubt,) = [f for f in found(reading, "low-confidence") if f.field == "number"]
    assert set(doubt.candidates) == {"0033.12/5183", "0033.12/5193"}
    assert found(reading, "name-spelling-conflict") and found(reading, "duplicate-page")


def test_the_counts_of_the_survey_add_up(reading: Reading) -> None:
    survey = paper(reading, "letter").survey
    assert survey and {k: (c.surveyed, c.answered, c.pct) for k, c in survey.counts.items()} == {
        "total": (1858, 1659, 89.3), "central": (323, 301, 93.2), "provincial": (1533, 1356, 88.5), "local": (2, 2, 100.0),
    }  # fmt: skip
    assert not found(reading, "sum-mismatch") and not found(reading, "percent-mismatch")


def test_the_score_and_its_average_stand_in_the_memo(reading: Reading) -> None:
    survey = paper(reading, "memo").survey
    assert survey and (survey.year, survey.score, survey.group_average) == (2562, 55.54, 64.6)


def test_both_kinds_of_secret_are_found_and_their_values_are_nowhere(reading: Reading) -> None:
    assert sorted(s.kind for s in reading.secrets) == ["credential", "credential", "mobile", "mobile"]
    source = replace(reading.source, sha256="")
    printed = json.dumps(to_contract(replace(reading, source=source)), ensure_ascii=False)
    assert not [value for value in (LOGIN, PASSWORD, *MOBILES) if value in printed]


def test_foreign_letters_and_missing_certifiers_are_told(reading: Reading) -> None:
    assert found(reading, "foreign-script")
    assert len(found(reading, "certifier-absent")) == 2


def test_the_transcript_is_the_one_meant() -> None:
    if not TRANSCRIPT.is_file():
        pytest.skip("the real transcript (../shared/seeds/004…) is not beside this repository")
    text = Path(TRANSCRIPT).read_text(encoding="utf-8")
    assert all(secret in text for secret in (LOGIN, PASSWORD, *MOBILES[:2]))
