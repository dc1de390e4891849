"""Files handed in through the web: read in the background, told in words, never twice, never a classified one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.services.intake_desk import CAME, CLERK, LETTER, STRANGER, desk, reading, refusing, taken
from workflow import failpoints
from workflow.core.errors import Refused, UnreadableFile, UsageError
from workflow.core.reading import Reading
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.enter_intake import enter_intake
from workflow.services.page_views import seen_pages
from workflow.services.show_intake import show_intakes
from workflow.services.take_in import MAX_UPLOAD, folder_of, read_again, read_taken, take_in
from workflow.store.engine import Store
from workflow.store.intakes import intake


def test_a_file_waits_is_read_and_is_listed_with_its_doubts(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    number = take_in(place, CLERK, ("หนังสือ.txt", LETTER), CAME).intake
    assert [(line.state, line.file_name) for line in show_intakes(place, CLERK)] == [("waiting", "หนังสือ.txt")]
    read_taken(place, number)
    (line,) = show_intakes(place, CLERK)
    assert (line.state_thai, line.errors, line.pages, line.by) == ("อ่านแล้ว รอตรวจ", 1, 1, CLERK.person)
    assert show_intakes(place, STRANGER) == ()


def test_the_same_bytes_are_one_file_and_the_matter_is_told(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    number = taken(place)
    received = enter_intake(place, CLERK, number, CAME)
    again = take_in(place, CLERK, ("สำเนา.txt", LETTER), CAME)
    assert (again.intake, again.again, again.matter) == (number, True, received.matter)
    assert take_in(place, STRANGER, ("หนังสือ.txt", LETTER), CAME).again is False


def test_what_cannot_be_read_says_why_and_may_be_read_again(store: Store, tmp_path: Path) -> None:
    answers: list[Reading | UnreadableFile] = [UnreadableFile("แฟ้มเสียหาย", next_step="ขอใหม่"), reading()]

    def found(_: Path) -> Reading:
        answer = answers.pop(0)
        if isinstance(answer, UnreadableFile):
            raise answer
        return answer

    place = desk(store, tmp_path, found)
    number = taken(place)
    (line,) = show_intakes(place, CLERK)
    assert (line.state, line.trouble, line.next_step) == ("failed", "แฟ้มเสียหาย", "ขอใหม่")
    read_again(place, number)
    read_taken(place, number)
    assert show_intakes(place, CLERK)[0].state == "read"
    with pytest.raises(Refused, match="ไม่ต้องอ่านใหม่"):
        read_again(place, number)


def test_a_classified_paper_is_refused_and_its_bytes_are_gone(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path, refusing(Refused("มีชั้นความลับ “ลับ” จึงไม่อ่านและไม่เก็บไว้")))
    number = taken(place)
    (line,) = show_intakes(place, CLERK)
    assert (line.state, "ชั้นความลับ" in line.trouble) == ("refused", True)
    with store.read() as session:
        sha256 = intake(session, number).sha256
    assert not folder_of(place, sha256).exists()
    assert not any(LETTER in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def test_a_paper_refused_while_another_hands_it_in_is_taken_and_then_refused(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = desk(store, tmp_path, refusing(Refused("มีชั้นความลับ “ลับ” จึงไม่อ่านและไม่เก็บไว้")))
    number = take_in(place, CLERK, ("ลับ.txt", LETTER), CAME).intake
    once_at(monkeypatch, "file.written", lambda: read_taken(place, number))
    again = take_in(place, CLERK, ("ลับ.txt", LETTER), CAME)
    read_taken(place, again.intake)
    assert (again.intake, again.again, show_intakes(place, CLERK)[0].state) == (number, True, "refused")
    assert not files_of(place)


def test_a_paper_handed_in_again_while_it_is_being_refused_is_not_kept(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = desk(store, tmp_path, refusing(Refused("มีชั้นความลับ “ลับ” จึงไม่อ่านและไม่เก็บไว้")))
    number = take_in(place, CLERK, ("ลับ.txt", LETTER), CAME).intake
    once_at(monkeypatch, "intake.refused", lambda: take_in(place, CLERK, ("ลับ.txt", LETTER), CAME))
    read_taken(place, number)
    assert show_intakes(place, CLERK)[0].state == "refused"
    assert not files_of(place)


def once_at(monkeypatch: pytest.MonkeyPatch, point: str, act: Callable[[], object]) -> None:
    left = [point]
    monkeypatch.setattr(failpoints, "reached", lambda at: act() if left == [at] and left.pop() else None)


def files_of(place: Desk) -> list[Path]:
    return [path for path in place.intake_folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("name", "data", "error", "why"),
    [("ว่าง.pdf", b"", UsageError, "ว่างเปล่า"), ("โปรแกรม.exe", b"MZ", Refused, "ไม่อ่านแฟ้มชนิดนี้"),
     ("ใหญ่.pdf", b"%" * (MAX_UPLOAD + 1), Refused, "ใหญ่เกิน")], ids=["empty", "program", "large"],
)  # fmt: skip
def test_what_nobody_here_reads_is_not_taken(
    sqlite_store: Store, tmp_path: Path, name: str, data: bytes, error: type[Exception], why: str
) -> None:
    place = desk(sqlite_store, tmp_path)
    with pytest.raises(error, match=why):
        take_in(place, CLERK, (name, data), CAME)
    assert show_intakes(place, CLERK) == ()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\ก\\หนังสือ <b>.TXT", "หนังสือ -b-.txt"),
        ("ก" * 300 + ".txt", "ก" * 60 + ".txt"),
    ],
    ids=["climbing", "windows", "long"],
)
def test_a_files_name_never_leaves_its_folder(sqlite_store: Store, tmp_path: Path, name: str, kept: str) -> None:
    place = desk(sqlite_store, tmp_path)
    take_in(place, CLERK, (name, LETTER), CAME)
    assert show_intakes(place, CLERK)[0].file_name == kept


def test_pages_kept_for_the_screen_hold_no_secret(sqlite_store: Store, tmp_path: Path) -> None:
    place = desk(sqlite_store, tmp_path)
    number = taken(place)
    with sqlite_store.read() as session:
        folder = folder_of(place, intake(session, number).sha256)
    (page,) = seen_pages(folder)
    assert "Secret99" not in " ".join(page.lines) and "ปกปิด" in " ".join(page.lines)


def test_entering_twice_is_one_line_of_the_register(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    number = taken(place)
    first = enter_intake(place, CLERK, number, CAME)
    second = enter_intake(place, CLERK, number, When(CAME.at))
    assert (second.matter, second.number, second.again) == (first.matter, first.number, True)
