"""Advice that turns out to be none takes the doubts about it with it; those about the rest keep to their advice."""

import pytest

from workflow.core.reading import Finding, Instrument, Recommendation
from workflow.parsers.draft import Draft

GIVEN = tuple(Recommendation(f"1.{n}", f"ชื่อ {n}", None, None, f"ควรทำ {n}", 1) for n in range(1, 4))
FIELDS = (
    "recommendations[0].code",
    "recommendations[1].name",
    "recommendations[2].text",
    "recommendations",
    "number",
    None,
)


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        (GIVEN, FIELDS),
        (GIVEN[1:], ("recommendations[0].name", "recommendations[1].text", "recommendations", "number", None)),
        (GIVEN[::2], ("recommendations[0].code", "recommendations[1].text", "recommendations", "number", None)),
        ((), ("number", None)),
    ],
)
def test_doubts_go_with_their_advice(kept: tuple[Recommendation, ...], left: tuple[str | None, ...]) -> None:
    doubts = [Finding("low-confidence", "warning", "โปรดตรวจ", field=field) for field in FIELDS]
    draft = Draft(Instrument("letter", (1,), recommendations=GIVEN), findings=doubts)
    draft.keep_advice(kept)
    assert draft.instrument.recommendations == kept
    assert tuple(finding.field for finding in draft.findings) == left
