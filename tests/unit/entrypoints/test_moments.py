"""What an officer types after --at: both eras, in every form."""

from datetime import datetime

import pytest

from workflow.core.errors import UsageError
from workflow.core.thai_date import BANGKOK
from workflow.entrypoints.cli.moments import moment

NOW = datetime(2025, 12, 29, 14, 50, tzinfo=BANGKOK)


@pytest.mark.parametrize(
    "typed",
    ["2568-12-29T14:50", "2025-12-29T14:50", "๒๕๖๘-๑๒-๒๙T๑๔:๕๐", "2568-12-29 14:50", "2568-12-29T14:50+07:00"],
)
def test_a_clock_time_leaves_the_year_what_it_is(typed: str) -> None:
    assert (moment(typed, NOW).at, moment(typed, NOW).timed) == (NOW, True)


@pytest.mark.parametrize(
    "typed",
    [
        "2568-12-22",
        "2025-12-22",
        "22/12/2568",
        "22/12/2025",
        "22 ธ.ค. 2025",
        "22 ธ.ค. 2568",
        "๒๒ ธันวาคม ๒๐๒๕",
        "22 ธ.ค.68",
    ],
)
def test_both_eras_name_the_same_day(typed: str) -> None:
    assert (moment(typed, NOW).on.isoformat(), moment(typed, NOW).timed) == ("2025-12-22", False)


@pytest.mark.parametrize("typed", ["29 ก.พ. 2024", "29/2/2567", "2567-02-29", "2567-02-29T09:00"])
def test_the_leap_day_is_looked_up_in_the_western_year(typed: str) -> None:
    assert moment(typed, NOW).on.isoformat() == "2024-02-29"


@pytest.mark.parametrize("typed", ["22/11/1562", "1956-12-31", "22 พ.ย. 2499", "2644-01-01T09:00", "3025-01-01"])
def test_a_year_no_paper_is_from_is_a_slip_of_the_finger(typed: str) -> None:
    with pytest.raises(UsageError, match="เป็นปี"):
        moment(typed, NOW)


@pytest.mark.parametrize("typed", ["30/2/2568", "2568-02-30", "2568-02-30T10:00", "50 ธ.ค. 2568", "2568-12-29T25:00"])
def test_a_day_no_calendar_has_is_said_to_be_one(typed: str) -> None:
    with pytest.raises(UsageError, match="ปฏิทิน"):
        moment(typed, NOW)
