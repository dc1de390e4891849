"""docs/security.md claims nothing without the test of it: every evidence is a test that is there, and no row is at 0."""

import re

import pytest

from tests.conftest import ROOT
from tests.promises import PROMISES

SHEET = (ROOT / "docs/security.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")] for line in SHEET.splitlines() if re.match(r"\| [\d.]", line)
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_has_a_score_and_evidence_that_tests_something(row: list[str]) -> None:
    assert len(row) == 6 and row[4] in {"1", "2"}
    named = re.findall(r"`(tests/[\w/]+\.py)`", row[5])
    assert named
    assert all("def test_" in (ROOT / name).read_text("utf-8") for name in named)


def test_the_sheet_is_whole_and_every_test_it_names_exists() -> None:
    assert len(ROWS) >= 45
    assert [name for name in re.findall(r"`(tests/[\w/]+\.py)`", SHEET) if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("name", PROMISES)
def test_each_of_the_fifteen_promises_has_a_line_of_the_readme_and_a_test(name: str) -> None:
    (line,) = [line for line in README.splitlines() if line.startswith(f"| {name} |")]
    assert PROMISES[name] in line
    named = re.findall(r"`(tests/[\w/]+\.py)`", line)
    assert named and all("def test_" in (ROOT / file).read_text("utf-8") for file in named)
