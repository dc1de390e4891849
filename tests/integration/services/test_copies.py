"""Copies of a dispatched memo: each recipient once, whatever happens in between."""

import io
from pathlib import Path

import pypdfium2
import pytest
from sqlmodel import col, select, update

from tests.integration.services import police
from workflow.core.errors import Conflict, NotFound
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.make_copies import CopiesRequest, make_copies, print_copies, write_copies
from workflow.services.unit_copy import unit_copy
from workflow.store.copies import copies
from workflow.store.copy_tables import CopyMasterRow, CopyRow
from workflow.store.tables import DispatchRow, MemoRow

URL = "http://127.0.0.1:8000"


def first_page(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as paper:
        return str(paper[0].get_textpage().get_text_range())


@pytest.fixture
def sent(waiting_for_order: Desk) -> tuple[Desk, CopiesRequest, int]:
    """A desk whose note was sent to everyone; the request for its copies, and to how many it went."""
    police.ordered(waiting_for_order, 1)
    done = dispatch_memo(waiting_for_order, DispatchRequest(1, (police.EVERYONE,), police.DAY))
    return waiting_for_order, CopiesRequest(done.memo or 0, URL, police.DAY), len(done.plan.dispatches)


def test_every_recipient_gets_one_copy_with_its_own_name(sent: tuple[Desk, CopiesRequest, int]) -> None:
    desk, request, count = sent
    done = make_copies(desk, request)
    assert (done.total, done.made, done.now, done.failed) == (count, count, count, ())
    with desk.store.read() as session:
        ways = {row.id: row.post for row in session.exec(select(DispatchRow))}
    for row in copies(desk.store, request.memo):
        made = unit_copy(desk, 1, row.dispatch_id)
        assert row.name in first_page(made.pdf.read_bytes()) and made.file_name.startswith(f"{row.number:06d}")
    assert len(ways) == count


def test_asking_again_makes_nothing_anew(sent: tuple[Desk, CopiesRequest, int]) -> None:
    desk, request, _ = sent
    make_copies(desk, request)
    before = police.rows(desk)
    assert make_copies(desk, request).now == 0
    assert police.rows(desk) == before


def test_killed_between_two_batches_it_goes_on_with_those_left(
    sent: tuple[Desk, CopiesRequest, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, request, count = sent
    monkeypatch.setattr("workflow.store.copies.PAGE", 10)

    def die(done: int, total: int) -> None:
        if done == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_copies(desk, request, die)
    assert sum(1 for _ in copies(desk.store, request.memo)) == 20
    assert make_copies(desk, request).now == count - 20
    numbers = [row.number for row in copies(desk.store, request.memo)]
    assert numbers == list(range(1, count + 1))


def test_one_name_that_cannot_be_set_stops_no_other_and_is_told(
    sent: tuple[Desk, CopiesRequest, int],
) -> None:
    desk, request, count = sent
    with desk.store.write() as session:
        row = session.exec(select(DispatchRow)).first()
        assert row is not None
        kept, row.post = row.post, "ผบช.😀"
        session.add(row)
    done = make_copies(desk, request)
    assert (done.made, [(n, "U+1F600" in why) for n, _, why in done.failed]) == (count - 1, [(1, True)])
    with desk.store.write() as session:
        session.exec(update(DispatchRow).where(col(DispatchRow.post) == "ผบช.😀").values(post=kept))
    again = make_copies(desk, request)
    assert (again.now, again.made, again.failed) == (1, count, ())


def test_files_are_written_once_and_mended_when_cut_short(
    sent: tuple[Desk, CopiesRequest, int], tmp_path: Path
) -> None:
    desk, request, count = sent
    make_copies(desk, request)
    files = list(write_copies(desk, request.memo, tmp_path / "out"))
    assert len(set(files)) == count
    files[3].write_bytes(b"cut")
    times = {file: file.stat().st_mtime_ns for file in files}
    list(write_copies(desk, request.memo, tmp_path / "out"))
    assert [file for file in files if file.stat().st_mtime_ns != times[file]] == [files[3]]
    assert files[3].read_bytes().startswith(b"%PDF")


def test_the_print_file_has_every_copy(sent: tuple[Desk, CopiesRequest, int], tmp_path: Path) -> None:
    desk, request, count = sent
    make_copies(desk, request)
    pages = print_copies(desk, request.memo, tmp_path / "print.pdf")
    with desk.store.read() as session:
        each = session.get_one(MemoRow, request.memo).pages
    assert pages == each * count


def test_words_changed_after_the_copies_are_a_conflict_until_they_are_made_anew(
    sent: tuple[Desk, CopiesRequest, int],
) -> None:
    desk, request, count = sent
    make_copies(desk, request)
    with desk.store.write() as session:
        memo = session.get_one(MemoRow, request.memo)
        memo.document = {**memo.document, "marks": ["ด่วน"]}
        memo.rendered = False
        session.add(memo)
    with pytest.raises(Conflict, match="ถูกแก้ถ้อยคำ"):
        make_copies(desk, request)
    again = make_copies(desk, CopiesRequest(request.memo, URL, police.DAY, again=True))
    assert again.now == count


def test_a_memo_sent_to_nobody_and_a_dispatch_that_is_not_are_not_found(waiting_for_order: Desk) -> None:
    with pytest.raises(NotFound, match="ยังไม่ได้ส่ง"):
        make_copies(waiting_for_order, CopiesRequest(1, URL, police.DAY))
    with pytest.raises(NotFound):
        unit_copy(waiting_for_order, 1, 99)


def test_both_databases_keep_copies(police_desk: Desk) -> None:
    police.submitted(police_desk)
    police.ordered(police_desk, 1)
    done = dispatch_memo(police_desk, DispatchRequest(1, (police.EVERYONE,), police.DAY))
    request = CopiesRequest(done.memo or 0, URL, police.DAY)
    assert make_copies(police_desk, request).made == len(done.plan.dispatches)
    assert make_copies(police_desk, request).now == 0
    with police_desk.store.read() as session:
        master, row = session.exec(select(CopyMasterRow)).one(), session.exec(select(CopyRow)).first()
        assert row is not None and row.delta is not None
        assert io.BytesIO(master.pdf + row.delta).read(5) == b"%PDF-"
