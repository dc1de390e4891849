"""A signer's name that a signature tore is doubted however sure its letters are, and the one name of the file it may be is offered."""

import pytest

from workflow.core.reading import Finding, Instrument, Signatory
from workflow.parsers.checks import Context, torn_names
from workflow.parsers.draft import Draft
from workflow.parsers.page import Line
from workflow.parsers.rows import rows_of


def _signed(name: str, *runs: tuple[float, float, str], sure: float = 0.99) -> Draft:
    """Return a paper signed by a name, its row read in runs (left, right, text)."""
    lines = [Line(text, 1, 0, (x0, 269.0, x1, 281.0), 12.0, confidence=sure) for x0, x1, text in runs]
    draft = Draft(Instrument("letter", (1,), signatory=Signatory(None, name)))
    draft.see("signatory", rows_of(lines))
    return draft


def _told(*drafts: Draft) -> list[Finding]:
    return torn_names.check(drafts, Context(()))


def test_a_hole_within_a_name_is_told_and_its_confidence_falls() -> None:
    draft = _signed("เ สวรรณรัตน์", (310, 343, "(นายเ"), (388, 470, "สวรรณรัตน์)"))
    (doubt,) = _told(draft)
    assert (doubt.code, doubt.field) == ("low-confidence", "signatory.name")
    assert draft.instrument.evidence["signatory"].confidence <= 0.5


@pytest.mark.parametrize("name", ["น ศาลกิจ", "ศุภกร ะเสริฐวงศ์", "วิโ สุขสกุล", "เ ณเรืองรอง"])
def test_a_part_that_no_name_has_is_told(name: str) -> None:
    assert _told(_signed(name, (310, 470, f"(นาย{name})")))


@pytest.mark.parametrize("name", ["สมชาย ณ อยุธยา", "ม.ล. สมชาย ใจดี", "ชยุต ปัญญา"])
def test_a_whole_name_is_not_told(name: str) -> None:
    assert not _told(_signed(name, (310, 470, f"({name})")))


def test_what_stands_beside_a_name_is_no_hole_in_it() -> None:
    assert not _told(_signed("สมชาย ใจดี", (80, 140, "สำเนาถูกต้อง"), (300, 305, "("), (330, 420, "นายสมชาย ใจดี)")))


def test_a_name_that_no_recogniser_read_is_not_told() -> None:
    assert not _told(_signed("น ใจดี", (310, 320, "(น"), (400, 470, "ใจดี)"), sure=1.0))


def test_the_one_name_of_the_file_that_holds_what_is_left_is_offered() -> None:
    torn = _signed("จันทร ระภา", (310, 343, "(จันทร"), (388, 470, "ระภา)"))
    whole = _signed("จันทร์ฉาย แก้วประภา", (310, 470, "(จันทร์ฉาย แก้วประภา)"))
    (doubt,) = _told(torn, whole)
    assert doubt.candidates == ("จันทร์ฉาย แก้วประภา",)


def test_of_two_names_that_hold_what_is_left_none_is_offered() -> None:
    torn = _signed("จันทร ระภา", (310, 343, "(จันทร"), (388, 470, "ระภา)"))
    others = [_signed(name, (310, 470, f"({name})")) for name in ("จันทร์ฉาย แก้วประภา", "จันทร์แรม ประภา")]
    (doubt,) = _told(torn, *others)
    assert doubt.candidates == ()
