"""A date of one figure that coloured ink lies over is told: its other may be gone under a stroke, the rest read surely."""

from dataclasses import replace

import pytest

from tests.unit.parsers.scanned import row
from workflow.parsers.certainty import of_date
from workflow.parsers.checks.unsure import LEAST


@pytest.mark.parametrize(
    ("date", "crossed", "told"),
    [("๒ มีนาคม ๒๕๖๑", True, True), ("๒ มีนาคม ๒๕๖๑", False, False), ("๒๖ มีนาคม ๒๕๖๑", True, False)],
)
def test_a_day_of_one_figure_is_as_unsure_as_the_ink_over_it_makes_it(date: str, crossed: bool, told: bool) -> None:
    read = row(date)
    sure = of_date(replace(read, parts=tuple(replace(part, crossed=crossed) for part in read.parts)))
    assert sure is not None
    assert (sure.least < LEAST) is told


def test_ink_over_another_run_of_the_row_is_none_over_its_date() -> None:
    read, other = row("๒ มีนาคม ๒๕๖๑"), row("ที่ สม ๐๑๐๒/๘๘")
    parts = (replace(other.parts[0], crossed=True), *read.parts)
    sure = of_date(replace(read, parts=parts))
    assert sure is not None
    assert sure.least > LEAST
