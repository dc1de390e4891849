"""A stamp on a scan is told as a suggestion; on a typed page it is what it says."""

from workflow.core.reading import Instrument, Stamp
from workflow.parsers.bundle import Paper, Sheet
from workflow.parsers.checks import Context
from workflow.parsers.checks.scanned_stamps import check
from workflow.parsers.draft import Draft
from workflow.parsers.rows import Row


def _fields(*, stamped: bool, inked: bool, recognised: bool = True) -> list[str | None]:
    receipts = (Stamp("กองกลาง", "1207", None, "09:05"),) if stamped else ()
    draft = Draft(Instrument("letter", (1,), receipts=receipts), "")
    sheet = Sheet(1, (Row("ทราบ", "ทราบ", 1, inked=inked),), (), None, None, "letter")
    return [f.field for f in check([draft], Context((Paper("letter", (sheet,)),), recognised=recognised))]


def test_a_stamp_read_from_a_picture_is_a_suggestion() -> None:
    assert _fields(stamped=True, inked=False) == ["receipts"]


def test_coloured_ink_in_which_no_stamp_was_read_is_told() -> None:
    assert _fields(stamped=False, inked=True) == ["receipts"]


def test_a_scan_without_stamp_and_ink_raises_no_doubt() -> None:
    assert _fields(stamped=False, inked=False) == []


def test_a_typed_page_raises_none() -> None:
    assert _fields(stamped=True, inked=True, recognised=False) == []
