"""What pages say of acts and of time left."""

from datetime import UTC, datetime

import pytest

from workflow.entrypoints.web.told import TOLD, Told, time_left
from workflow.services.show_sendings import SendingLine


@pytest.mark.parametrize(
    ("state", "written", "rate", "told"),
    [
        ("sending", 0, None, None),
        ("sent", 200_000, 900.0, None),
        ("stopped", 10, 900.0, None),
        ("sending", 199_999, 900.0, "อีกประมาณ ๑ วินาที"),
        ("sending", 100_000, 1_000.0, "อีกประมาณ ๒ นาที"),
        ("sending", 0, 10.0, "อีกประมาณ ๖ ชั่วโมง"),
    ],
)
def test_time_left_is_told_roughly_and_only_while_it_runs(
    state: str, written: int, rate: float | None, told: str | None
) -> None:
    at = datetime(2019, 12, 20, tzinfo=UTC)
    assert time_left(SendingLine(1, 1, "๑", "สทส.", state, written, 200_000, at, rate)) == told


def test_every_act_has_its_words() -> None:
    assert set(TOLD) == set(Told)
