"""A count that names a heading without a number is that heading's own."""

import pytest

from workflow.core.reading import Instrument, Recommendation
from workflow.parsers.checks import Context
from workflow.parsers.checks.counts import check
from workflow.parsers.draft import Draft

_AHEAD, _BEHIND = "ตัวชี้วัดที่เป็นจุดเด่น", "ตัวชี้วัดที่เป็นโอกาสในการพัฒนา"


@pytest.mark.parametrize(("stated", "codes"), [(3, []), (4, ["count-mismatch"])])
def test_the_group_that_has_as_many_is_meant(stated: int, codes: list[str]) -> None:
    groups = (_AHEAD, _AHEAD, _BEHIND, _BEHIND, _BEHIND)
    found = tuple(Recommendation(f"{n}.1", "ชื่อ", None, group, "ควรทำ", 1) for n, group in enumerate(groups, 1))
    draft = Draft(Instrument("memo", (1,), recommendations=found, stated_indicator_count=stated), clause="")
    draft.group_numbers = {_AHEAD: "", _BEHIND: ""}
    assert [finding.code for finding in check([draft], Context(())) if finding.code == "count-mismatch"] == codes
