"""The code before a scanned number against the codes that ministries and provinces have."""

from pathlib import Path

import pytest

from tests.unit.parsers.papers import placed
from tests.unit.parsers.scanned import scanned
from workflow.core.almanac import Almanac
from workflow.core.reading import Finding
from workflow.parsers.bundle import papers_of
from workflow.parsers.checks import Context, owner_codes
from workflow.parsers.page import Page
from workflow.parsers.understand import understand
from workflow.store.almanac_files import load_almanac

OWNERS = {"ชร": "เชียงราย", "ปด": "หนึ่ง", "ปต": "สอง"}
SHARED = Path(__file__).parents[3] / "config"


def _letter(number: str) -> list[tuple[float, str]]:
    rows = (number, "สำนักงานสมมุติ", "๕ มิถุนายน ๒๕๖๘", "เรื่อง ทดสอบ", "เรียน นายอำเภอสมมุติ", "ด้วยมีเรื่องทดสอบ")
    return [(0, row) for row in rows]


def _checked(page: Page) -> tuple[str | None, list[Finding]]:
    papers = papers_of([page])
    (draft,) = understand(papers)
    findings = owner_codes.check([draft], Context(tuple(papers), recognised=True, almanac=Almanac(owners=OWNERS)))
    return draft.instrument.number, findings


def test_an_unsure_code_that_is_nearly_one_known_code_is_put_right_and_told() -> None:
    number, (told,) = _checked(scanned(_letter("ที่ ขร ๕๒๐๐๑/๑๔๗๒"), doubts={"ขร": 0.6}))
    assert (number, told.candidates) == ("ชร 52001/1472", ("ชร 52001/1472", "ขร 52001/1472"))


def test_a_code_read_surely_is_only_told() -> None:
    number, findings = _checked(scanned(_letter("ที่ ขร ๕๒๐๐๑/๑๔๗๒")))
    assert (number, [told.field for told in findings]) == ("ขร 52001/1472", ["number"])


@pytest.mark.parametrize("code", ["ชร", "ปค", "มร"])
def test_known_codes_doubtful_neighbours_and_codes_of_offices_stay(code: str) -> None:
    number, findings = _checked(scanned(_letter(f"ที่ {code} ๕๒๐๐๑/๑๔๗๒"), doubts={code: 0.6}))
    assert (number, findings) == (f"{code} 52001/1472", [])


def test_a_printed_code_is_the_writers() -> None:
    assert _checked(placed(_letter("ที่ ขร ๕๒๐๐๑/๑๔๗๒"))) == ("ขร 52001/1472", [])


def test_the_table_has_every_province_once() -> None:
    owners = load_almanac(SHARED).owners
    assert len(set(owners.values())) == len(owners) == 77 + 26
