"""Thai dates are read and written by the same rules."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.core.errors import UsageError
from workflow.core.thai_date import bangkok_date, be_year, clock_time, full, month_number, parse, short, typed_day
from workflow.core.thai_digits import to_arabic, to_thai

YEARS_25XX = st.dates(date(1957, 1, 1), date(2056, 12, 31))
"""Days whose two-digit Buddhist year can only mean 25YY."""


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_a_full_date_reads_back_as_itself(on: date) -> None:
    assert parse(full(on)) == on


@given(YEARS_25XX)
def test_a_short_date_reads_back_as_itself(on: date) -> None:
    assert parse(short(on)) == on


@pytest.mark.parametrize(
    "text",
    [
        "๒๒ พฤศจิกายน ๒๕๖๒",
        "22 พ.ย. 2562",
        "ลง ๒๒ พ.ย.๖๒ เรื่อง",
        "วันที่ 22  พ.ย. พ.ศ. 2562",
        "๒๒ พย ๖๒",
        "๒๒พ.ย.๖๒",
        "22 พ. ย. 62",
        "๒๒/พ.ย./๖๒",
        "๒๒ / พ.ย. / ๒๕๖๒",
        "22-พ.ย.-62",
    ],
)
def test_a_day_is_read_in_every_usual_form(text: str) -> None:
    assert parse(text) == date(2019, 11, 22)


@pytest.mark.parametrize("text", ["๕๐ ธ.ค. ๒๕๖๒", "๓๑ พ.ย.๖๒", "๒๙ ก.พ.๖๒", "๐ ม.ค.๖๒", "๓๑/ก.ย./๖๕"])
def test_an_impossible_day_is_never_bent_into_a_possible_one(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    "text", ["", "เลขรับ ๔๓๒๓", "๑๒๒ พ.ย.๖๒", "๒๒ พ.ย.๖๒๑", "๒๒ พ.ย.", "25 มี.ย 2562", "๑/ม.ค. ๖๒", "๙ ส.ค. - ๑๕ ก.ย."]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse(text) is None


def test_look_alike_months_are_kept_apart() -> None:
    assert [month_number(m) for m in ("มี.ค.", "มิ.ย.", "ม.ค.", "เม.ย.", "พ.ค.", "พ.ย.")] == [3, 6, 1, 4, 5, 11]
    assert month_number("มี.ย") is None


def test_the_leap_day_of_2567_exists() -> None:
    assert parse("๒๙ ก.พ.๖๗") == date(2024, 2, 29)


def test_the_register_year_changes_at_new_year_in_the_buddhist_era() -> None:
    assert (be_year(date(2019, 12, 31)), be_year(date(2020, 1, 1))) == (2562, 2563)


def test_bangkok_is_already_tomorrow_when_greenwich_is_not() -> None:
    evening = datetime(2019, 12, 31, 17, 5, tzinfo=UTC)
    assert bangkok_date(evening) == date(2020, 1, 1)
    assert clock_time(evening) == "๐๐.๐๕ น."


@given(st.text())
def test_no_text_makes_the_reader_of_dates_crash(text: str) -> None:
    found = parse(text)
    assert found is None or isinstance(found, date)


@given(st.text(alphabet="0123456789 /.ก"))
def test_digits_change_script_and_back(text: str) -> None:
    assert to_arabic(to_thai(text)) == text


@pytest.mark.parametrize(
    "typed", ["22/11/2562", "22/11/62", "22-11-2562", "๒๒.๑๑.๒๕๖๒", "22 พ.ย. 62", "2562-11-22", " 2019-11-22 "]
)
def test_a_day_is_typed_in_either_era_with_strokes_or_the_months_name(typed: str) -> None:
    assert typed_day(typed) == date(2019, 11, 22)


@pytest.mark.parametrize("typed", ["31/11/2562", "22/13/2562", "22/11/1562", "22/11/2999"])
def test_a_day_typed_that_cannot_be_is_refused_in_words(typed: str) -> None:
    with pytest.raises(UsageError):
        typed_day(typed)


@pytest.mark.parametrize("typed", ["", "พรุ่งนี้", "22/11", "22/11/256"])
def test_what_was_typed_and_is_no_day_is_none(typed: str) -> None:
    assert typed_day(typed) is None
