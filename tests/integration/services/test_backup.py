"""Yesterday's backup really restores, on both databases, made while others write; and registers wait for somebody who looks at the paper."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.begun import FILE, begun, copied
from tests.integration.durable.test_engine import wait_until
from tests.integration.services import police
from tests.newest import empty_database
from workflow.core.errors import Conflict, NotFound, Refused, UnreadableFile
from workflow.core.register import Book, RegisterKey
from workflow.core.when import When
from workflow.durable.worker import Worker
from workflow.services import sending
from workflow.services.backup import Place, logical_digest, make_backup, restore
from workflow.services.confirm_register import confirm_register
from workflow.services.desk import Desk
from workflow.services.durable_work import works
from workflow.services.keep_register import LineName, NumberRequest, issue_numbers
from workflow.services.seal_record import seal_new
from workflow.services.show_sendings import list_sendings
from workflow.services.verify_record import verify
from workflow.store.registers import LOST, Registers
from workflow.store.seals import snapshot
from workflow.store.tables import EntryRow

AT = datetime(2025, 12, 2, tzinfo=UTC)
LATER = When.day(date(2025, 12, 4))
KEY = b"k" * 32
BOOK = RegisterKey("สทส.", Book.OUTGOING, 2568)


def empty_place(folder: Path, server: str) -> Place:
    return Place(empty_database(server) if server else f"sqlite:///{folder / FILE}", folder, KEY)


@pytest.fixture
def empty(tmp_path: Path, server: str) -> Place:
    return empty_place(tmp_path / "new", server)


def sent_and_sealed(desk: Desk) -> None:
    police.sent_to_everyone(desk)
    seal_new(desk.store, at=AT)


def place_of(desk: Desk, folder: Path) -> Place:
    return Place(desk.store.engine.url.render_as_string(hide_password=False), folder, KEY)


@pytest.fixture
def desk(tmp_path: Path, server: str) -> Iterator[Desk]:
    made = begun(sent_and_sealed, tmp_path / "data", server)
    yield made
    made.store.engine.dispose()


@pytest.fixture
def place(desk: Desk, tmp_path: Path) -> Place:
    return place_of(desk, tmp_path / "data")


def brought_back(folder: Path, server: str) -> str:
    """An office was backed up, and is restored here."""
    with TemporaryDirectory() as old:
        desk, new = begun(sent_and_sealed, Path(old), server), empty_place(folder, server)
        made = make_backup(desk.store, place_of(desk, Path(old)), Path(old) / "b.saraban", at=AT)
        assert restore(made.file, new, at=LATER.at).sha256 == made.sha256
        desk.store.engine.dispose()
    return new.database_url


@pytest.fixture
def restored(tmp_path: Path, server: str) -> Iterator[Desk]:
    opened = copied(brought_back, tmp_path / "restored", server)
    yield opened
    opened.store.engine.dispose()


def issue(desk: Desk, name: str) -> str:
    request = NumberRequest("police", "สทส.", Book.OUTGOING, LATER, name, "เรื่องทดสอบ")
    return issue_numbers(desk, request).letter_numbers[0]


def last(desk: Desk) -> int:
    with desk.store.read() as session:
        return Registers(session, "police", {}).next_numbers(BOOK, 1)[0] - 1


def lines(desk: Desk) -> list[EntryRow]:
    with desk.store.read() as session:
        return Registers(session, "police", {}).entries(BOOK)


def test_what_was_backed_up_is_there_again_and_sound(desk: Desk, restored: Desk) -> None:
    with snapshot(restored.store) as session:
        assert verify(session).sound
    assert [row.letter_number for row in lines(restored)] == [row.letter_number for row in lines(desk)]
    assert [p.name for p in restored.originals.folder.rglob("*")] == [p.name for p in desk.originals.folder.rglob("*")]


def test_a_restored_register_gives_out_no_number_until_confirmed(restored: Desk) -> None:
    with pytest.raises(Refused, match="เพิ่งกู้คืน"):
        issue(restored, "a")
    confirm_register(restored, LineName("police", "สทส.", Book.OUTGOING, 2568, last(restored)), "ส.ต.ต. ตัวอย่าง", LATER)
    before = last(restored)
    issue(restored, "a")
    assert last(restored) == before + 1


def test_numbers_stamped_after_the_backup_are_accounted_for_as_lost(restored: Desk) -> None:
    known = last(restored)
    done = confirm_register(
        restored, LineName("police", "สทส.", Book.OUTGOING, 2568, known + 3), "ส.ต.ต. ตัวอย่าง", LATER
    )
    assert (done.lost, last(restored)) == (3, known + 3)
    assert [(row.number, row.number_to, row.remark) for row in lines(restored)][-1] == (known + 1, known + 3, LOST)
    issue(restored, "a")
    assert police.holes(restored)[BOOK] == 0


def test_paper_cannot_end_before_the_register(restored: Desk) -> None:
    with pytest.raises(Conflict):
        confirm_register(restored, LineName("police", "สทส.", Book.OUTGOING, 2568, 1), "ส.ต.ต. ตัวอย่าง", LATER)


def test_a_register_first_opened_after_the_restore_waits_too(restored: Desk) -> None:
    request = NumberRequest("police", "สงป.", Book.ORDER, LATER, "o", "แต่งตั้งคณะทำงาน")
    with pytest.raises(Refused, match="เพิ่งกู้คืน"):
        issue_numbers(restored, request)
    confirm_register(restored, LineName("police", "สงป.", Book.ORDER, 2568, 7), "ส.ต.ต. ตัวอย่าง", LATER)
    assert "๘" in issue_numbers(restored, request).letter_numbers[0]


def test_a_backup_under_writing_is_of_one_moment(desk: Desk, place: Place, empty: Place) -> None:
    with writing(desk) as numbers:
        made = make_backup(desk.store, place, place.data / "b.saraban", at=AT)
    restore(made.file, empty, at=LATER.at)
    opened = police.police_desk(empty.database_url, empty.data)
    assert police.holes(opened)[BOOK] == 0
    assert len(numbers) > 1
    opened.store.engine.dispose()


def test_a_sending_under_way_is_finished_after_a_restore(
    database_url: str, tmp_path: Path, empty: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(database_url, tmp_path / "data", KEY)
    monkeypatch.setattr(sending, "AT_ONCE", 10)  # written in pieces, by a worker that never came
    police.sent_to_everyone(before := police.police_desk(database_url, place.data))
    restore(make_backup(before.store, place, place.data / "b.saraban", at=AT).file, empty, at=LATER.at)
    after = police.police_desk(empty.database_url, empty.data)
    assert dispatches(before) == dispatches(after) == 0
    worker = Worker(after.store, works(after, lambda: LATER.at), "test")
    worker.start()
    wait_until(lambda: list_sendings(after)[0].state == "sent")
    worker.stop()
    assert dispatches(after) == list_sendings(after)[0].planned > 30
    with snapshot(after.store) as session:
        assert verify(session).sound
    for opened in (before, after):
        opened.store.engine.dispose()


def dispatches(desk: Desk) -> int:
    return len(police.rows(desk)["dispatch"])


def test_nothing_is_restored_over_something(desk: Desk, place: Place) -> None:
    made = make_backup(desk.store, place, place.data / "b.saraban", at=AT)
    before = logical_digest(desk.store)
    with pytest.raises(Conflict):
        restore(made.file, place, at=AT)
    assert logical_digest(desk.store) == before


@pytest.mark.parametrize("spoil", ["key", "bit", "end", "more", "none"])
def test_a_spoilt_backup_is_refused_and_leaves_nothing(desk: Desk, place: Place, empty: Place, spoil: str) -> None:
    file = make_backup(desk.store, place, place.data / "b.saraban", at=AT).file
    whole = file.read_bytes()
    bent = {"bit": whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:], "end": whole[:-100], "more": whole + b"x"}
    file.write_bytes(bent.get(spoil, whole))
    key = b"x" * 32 if spoil == "key" else KEY
    with pytest.raises((UnreadableFile, NotFound)):
        restore(file if spoil != "none" else place.data / "no", Place(empty.database_url, empty.data, key), at=AT)
    assert list(empty.data.rglob("*.*")) == [] if empty.data.exists() else True


def test_no_plain_word_stands_in_a_backup(desk: Desk, place: Place) -> None:
    file = make_backup(desk.store, place, place.data / "b.saraban", at=AT).file
    assert "หนังสือ".encode() not in file.read_bytes()
    assert b"SQLite format" not in file.read_bytes()


class writing:
    """Numbers are taken in a thread for as long as the block lasts."""

    def __init__(self, desk: Desk) -> None:
        self.numbers: list[str] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._write, args=(lambda n: issue(desk, f"w{n}"),))

    def _write(self, take: Callable[[int], str]) -> None:
        while not self._stop.is_set():
            self.numbers.append(take(len(self.numbers)))

    def __enter__(self) -> list[str]:
        self._thread.start()
        while len(self.numbers) < 2:
            self._stop.wait(0.01)
        return self.numbers

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
