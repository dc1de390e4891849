"""A corrected value is set into its line as the paper prints it: its digits, its date form, its spaces."""

from datetime import UTC, datetime

import pytest

from workflow.core.correction import Correction
from workflow.parsers.retyped import retyped


def made(field: str, value: str, was: str | None = None, printed: str | None = None) -> Correction:
    return Correction(1, field, value, "ผู้แก้", datetime(2025, 12, 1, tzinfo=UTC), was, printed)


@pytest.mark.parametrize(
    ("read", "correction", "true"),
    [
        ("ที่ ๐๐๓๓.๑๒/๕๐๕๒", made("number", "0033.12/5062", "0033.12/5052"), "ที่ ๐๐๓๓.๑๒/๕๐๖๒"),
        ("ที่ ศนป ๒๕๖๗/ว ๑๑๑๐", made("number", "ศนป 2567/ว1118", "ศนป 2567/ว1110"), "ที่ ศนป ๒๕๖๗/ว ๑๑๑๘"),
        ("No 0033.12/5052 A", made("number", "0033.12/5062", "0033.12/5052"), "No 0033.12/5062 A"),
        ("วันที่ ๒๒ พ.ย. ๖๒", made("date", "2019-11-27", "2019-11-22", "๒๒ พ.ย. ๖๒"), "วันที่ ๒๗ พ.ย. ๖๒"),
        ("๑ พฤศจิกายน ๒๕๖๒", made("date", "2019-11-07", "2019-11-01", "๑ พฤศจิกายน ๒๕๖๒"), "๗ พฤศจิกายน ๒๕๖๒"),
        ("เวลา ๑๔.๕๐ น.", made("receipts[0].time", "14:58", None, "๑๔.๕๐"), "เวลา ๑๔.๕๘ น."),
        ("เรียน ผู้กำกับการสถานีสมมุด", made("to[0]", "ผู้กำกับการสถานีสมมุติ", "ผู้กำกับการสถานีสมมุด"), "เรียน ผู้กำกับการสถานีสมมุติ"),
    ],
)
def test_the_line_says_what_the_paper_says(read: str, correction: Correction, true: str) -> None:
    fixed = retyped(read, correction)
    assert fixed is not None and fixed[0] == true


def test_the_characters_that_gave_way_are_told() -> None:
    fixed = retyped("ที่ ๑๒/๓๔ ก", made("number", "12/35", "12/34"))
    assert fixed is not None and fixed[1] == range(4, 9)


@pytest.mark.parametrize(
    ("read", "correction"),
    [
        ("จึงเรียนมาเพื่อโปรดทราบ", made("number", "0033.12/5062", "0033.12/5052")),
        ("จึงเรียนมาเพื่อโปรดทราบ", made("date", "2019-11-27", "2019-11-22", "๒๒ พ.ย. ๖๒")),
    ],
)
def test_a_line_without_the_value_gives_nothing(read: str, correction: Correction) -> None:
    assert retyped(read, correction) is None
