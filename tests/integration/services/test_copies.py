"""Copies of a dispatched memo: each recipient one, whatever happens in between."""

from pathlib import Path

import pypdfium2
import pytest

from tests.integration.services import police
from tests.integration.services.test_whole_chain import SENDING
from workflow.core.errors import Refused
from workflow.services import copy_memo as service
from workflow.services.copy_memo import copy_bytes, copy_memo, write_copies, write_print_file
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import dispatch_memo
from workflow.store.copies import copies


@pytest.fixture
def sent(waiting_for_order: Desk) -> int:
    police.ordered(waiting_for_order, 1)
    return dispatch_memo(waiting_for_order, SENDING).memo or 0


def test_every_recipient_has_one_copy_with_its_own_name(waiting_for_order: Desk, sent: int) -> None:
    done = copy_memo(waiting_for_order, sent)
    assert done.copies == done.made > 20
    with waiting_for_order.store.read() as session:
        rows = copies(session, sent, 0, 1000)
    assert [row.number for row in rows] == list(range(1, done.copies + 1))
    assert len({row.dispatch_id for row in rows}) == done.copies
    page = pypdfium2.PdfDocument(copy_bytes(waiting_for_order, rows[3].dispatch_id))[0]
    assert rows[3].name in page.get_textpage().get_text_range()


def test_what_was_stopped_goes_on_and_nothing_is_made_twice(
    waiting_for_order: Desk, sent: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "_AT_ONCE", 7)

    def stop(done: int, of: int) -> None:
        if done >= 14:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_memo(waiting_for_order, sent, stop)
    again = copy_memo(waiting_for_order, sent)
    assert again.made == again.copies - 14
    assert copy_memo(waiting_for_order, sent).made == 0


def test_the_files_and_the_print_file_hold_every_copy(waiting_for_order: Desk, sent: int, tmp_path: Path) -> None:
    done = copy_memo(waiting_for_order, sent)
    assert (
        write_copies(waiting_for_order, sent, tmp_path / "each")
        == done.copies
        == len(list((tmp_path / "each").iterdir()))
    )
    pages = write_print_file(waiting_for_order, sent, tmp_path / "all.pdf")
    assert pages == len(pypdfium2.PdfDocument(tmp_path / "all.pdf"))
    assert pages % done.copies == 0


def test_a_memo_that_went_to_nobody_has_no_copies(waiting_for_order: Desk) -> None:
    with pytest.raises(Refused, match="สำเนา"):
        copy_memo(waiting_for_order, 1)
