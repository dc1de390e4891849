"""docs/security.md claims nothing without the test of it: every evidence is a test that is there, and no row is at 0."""

import re
from functools import cache

import pytest

from tests.conftest import ROOT
from tests.promises import PROMISES
from workflow.parsers import limits
from workflow.templates import wording_cell

SHEET = (ROOT / "docs/security.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
TABLES = [[cell.strip() for cell in line.strip("|").split("|")] for line in SHEET.splitlines() if line.startswith("|")]
ROWS = [cells for cells in TABLES if re.match(r"[\d.]", cells[0])]
CLAIMS = [cells for cells in TABLES if not cells[0].startswith("---") and cells[-1] not in {"test", "evidence"}]


def evidence(text: str) -> list[tuple[str, str]]:
    """The tests that a text names, each with the file named before it; a file without a test is ("…", "")."""
    found: list[tuple[str, str]] = []
    for file, names in re.findall(r"`(tests/[\w/]+\.py)`((?:[:,] `test_\w+`)*)", text):
        found += [(file, name) for name in re.findall(r"test_\w+", names)] or [(file, "")]
    return found


@cache
def written_in(file: str) -> frozenset[str]:
    """The tests of a file that run in `make test`."""
    path = ROOT / file
    return frozenset(re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.M)) if path.is_file() else frozenset()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_has_a_score(row: list[str]) -> None:
    assert len(row) == 6 and row[4] in {"1", "2"}


def test_every_claim_of_every_table_names_the_tests_that_prove_it() -> None:
    assert len(ROWS) >= 45 and len(CLAIMS) >= len(ROWS) + 20
    assert [cells[0] for cells in CLAIMS if not any(name for _, name in evidence(cells[-1]))] == []


def test_every_test_the_sheet_names_is_there() -> None:
    named = evidence(SHEET)
    assert len(named) > 150
    assert [(file, name) for file, name in named if name and name not in written_in(file)] == []
    assert {file for file, name in named if not name} == {"tests/architecture/test_security_sheet.py"}
    assert set(re.findall(r"`(test_\w+)`", SHEET)) == {name for _, name in named if name}


def test_the_limits_told_are_those_in_force() -> None:
    mega, giga = 1_000_000, 1_000_000_000
    told = (
        f"{limits.MAX_BYTES // mega} MB a file, {limits.MAX_PAGES} pages, {limits.MAX_PIXELS // mega} million pixels a page",
        f"{limits.MAX_UNPACKED // mega} MB unpacked, {limits.MAX_XML // mega} MB a part, {limits.MAX_ATTACHMENTS} attachments",
        f"to a depth of {limits.MAX_DEPTH}; {limits.MEMORY / giga} GB and {limits.SECONDS} s of the processor a file",
        f"{wording_cell.SECONDS} s, {wording_cell.MEMORY // mega} MB",
    )
    flat = " ".join(SHEET.split())
    assert [words for words in told if words not in flat] == []


@pytest.mark.parametrize("name", PROMISES)
def test_each_of_the_fifteen_promises_has_a_line_of_the_readme_and_a_test(name: str) -> None:
    (line,) = [line for line in README.splitlines() if line.startswith(f"| {name} |")]
    assert PROMISES[name] in line
    named = re.findall(r"`(tests/[\w/]+\.py)`", line)
    assert named and all("def test_" in (ROOT / file).read_text("utf-8") for file in named)
