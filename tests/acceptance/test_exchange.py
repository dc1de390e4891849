"""Two offices exchange a letter as files, to its acknowledgement; one keeps SQLite, the other PostgreSQL, and then the other way round."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from tests.integration.services import police
from tests.newest import new_database
from workflow.bootstrap import masked_copy
from workflow.core.document import Block
from workflow.core.errors import Conflict, NotFound, Refused, UsageError
from workflow.core.reading import Reading
from workflow.core.when import When
from workflow.parsers.exchange_file import Package, look_into
from workflow.services.answer import StampRequest, stamp_receipt
from workflow.services.answer_package import Answering, answer_package
from workflow.services.apply_answer import Applied
from workflow.services.close_paper import Recall, recall
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.export_package import PackageOut, export_package
from workflow.services.import_package import Opened, PackageIn, import_package
from workflow.services.resend_paper import Resend, resend
from workflow.services.show_status import Recipient, show_status
from workflow.store.json_shapes import document_from, reading_from, to_json
from workflow.store.sending_tables import TallyRow
from workflow.store.tables import EntryRow, MatterRow, MemoRow

SENT = When.day(date(2025, 12, 3))
CAME = When.day(date(2025, 12, 8), "10:15")
READ = When.day(date(2025, 12, 9), "13:00")
LATER = When.day(date(2025, 12, 12), "09:00")
LOGIN = "Username: demo-unit42 Password: Kx9#demo-only"


@dataclass(frozen=True)
class Two:
    """The sender's desk, the receiver's, and where packages lie on their way."""

    sender: Desk
    receiver: Desk
    way: Path

    def recipient(self, unit: str) -> Recipient:
        return next(r for r in show_status(self.sender, 1, today=LATER.on).recipients if r.unit == unit)

    def head(self, unit: str) -> str:
        post = self.receiver.office("police").chart.head(unit)
        return post.code if post else ""

    def out(self, unit: str, name: str = "letter.zip", *, original: bool = False) -> Path:
        request = PackageOut(1, SENT, self.recipient(unit).dispatch, original=original)
        return export_package(self.sender, request, self.way / name, masked_copy).path

    def taken(self, package: Path, unit: str) -> Opened:
        done = import_package(self.receiver, PackageIn(package, "police", unit, CAME))
        assert isinstance(done, Opened)
        return done

    def told(self, answer: Path, when: When = LATER) -> Applied:
        done = import_package(self.sender, PackageIn(answer, "police", None, when))
        assert isinstance(done, Applied)
        return done

    def tally(self, unit: str) -> tuple[int, ...]:
        with self.sender.store.read() as session:
            row = session.exec(select(TallyRow).where(TallyRow.unit == unit)).one()
            return row.received, row.acknowledged, row.answered, row.closed


@pytest.fixture(scope="module", params=[("sqlite", "postgresql"), ("postgresql", "sqlite")], ids="-to-".join)
def two(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """A letter that bears a login was sent from the first office; the other one is empty."""
    folder = tmp_path_factory.mktemp("way")
    police_desk, receiver = (_desk(request, tmp_path_factory.mktemp(kind), kind) for kind in request.param)
    letter = folder / "result-letter.txt"
    letter.write_text(f"{police.LETTER.read_text('utf-8')}\n{LOGIN}\n", "utf-8")
    assert police.submitted(police_desk, letter) == 1
    police.ordered(police_desk, 1)
    dispatch_memo(police_desk, DispatchRequest(1, (police.EVERYONE,), SENT))
    yield Two(police_desk, receiver, folder)
    for desk in (police_desk, receiver):
        desk.store.engine.dispose()


def _desk(request: pytest.FixtureRequest, folder: Path, kind: str) -> Desk:
    if kind == "sqlite":
        return police.police_desk(f"sqlite:///{folder / 'saraban.sqlite3'}", folder)
    return police.police_desk(new_database(request.getfixturevalue("postgres_url")), folder)


@pytest.fixture(scope="module")
def units(two: Two) -> dict[str, str]:
    """A unit of its own for each story, so that none disturbs another."""
    names = [r.unit for r in show_status(two.sender, 1, today=LATER.on).recipients]
    stories = ("word", "refusal", "wrong", "late", "recalled", "same", "other number", "spare", "anew")
    return dict(zip(stories, names, strict=False))


def look(path: Path) -> Package:
    found = look_into(path)
    assert found.deviations == ()
    return found


@dataclass(frozen=True)
class Played:
    """A letter played to its acknowledgement at the other office: what was opened there, the answer, what it told here."""

    unit: str
    opened: Opened
    answer: Path
    told: Applied


@pytest.fixture(scope="module")
def played(two: Two, units: dict[str, str]) -> Played:
    """The first letter the receiver ever takes in."""
    unit, answer = units["word"], two.way / "word-answer.zip"
    opened = two.taken(two.out(unit), unit)
    answer_package(two.receiver, Answering(opened.matter, READ, two.head(unit)), answer)
    return Played(unit, opened, answer, two.told(answer))


def test_a_letter_is_played_to_its_acknowledgement_at_the_other_office(two: Two, played: Played) -> None:
    unit, opened, told = played.unit, played.opened, played.told
    at = two.recipient(unit)
    assert (at.state, at.receipts[0].number, at.acknowledgements[0].evidence) == (
        "acknowledged",
        opened.number,
        "package",
    )
    assert len(told.learnt) == 2
    assert two.tally(unit) == (1, 1, 1, 0)


def test_an_answer_taken_in_twice_and_a_letter_taken_in_twice_change_nothing_more(two: Two, played: Played) -> None:
    unit, answer = played.unit, played.answer
    before = police.rows(two.sender)
    assert two.told(answer).learnt == ()
    assert police.rows(two.sender) == before
    kept = police.rows(two.receiver)
    assert two.taken(two.out(unit), unit).again
    assert police.rows(two.receiver) == kept


def test_the_receiver_has_the_letter_in_its_register_and_the_data_as_the_sender_read_them(
    two: Two, played: Played
) -> None:
    with two.receiver.store.read() as session:
        row = session.get_one(MatterRow, played.opened.matter)
        entry = session.exec(select(EntryRow).where(EntryRow.matter_id == played.opened.matter)).one()
    with two.sender.store.read() as session:
        theirs = reading_from(session.get_one(MatterRow, 1).reading)
    assert (entry.unit, entry.letter_number) == (played.unit, "๐๐๓๓.๑๒/๔๗๓๗")
    read: Reading = reading_from(row.reading)
    assert read.instruments[0].recommendations == theirs.instruments[0].recommendations != ()


def test_a_receipt_alone_is_a_receipt_and_the_word_may_follow(two: Two, units: dict[str, str]) -> None:
    unit, answer = units["late"], two.way / "late.zip"
    opened = two.taken(two.out(unit), unit)
    answer_package(two.receiver, Answering(opened.matter, CAME), answer)
    two.told(answer)
    assert (two.recipient(unit).state, two.tally(unit)) == ("received", (1, 0, 0, 0))
    answer_package(two.receiver, Answering(opened.matter, READ, two.head(unit)), answer)
    assert len(two.told(answer).learnt) == 1
    assert two.tally(unit) == (1, 1, 1, 0)


@pytest.mark.parametrize(("story", "wrong", "state"), [("refusal", False, "rejected"), ("wrong", True, "missent")])
def test_a_refusal_comes_back_with_its_reason(
    two: Two, units: dict[str, str], story: str, wrong: bool, state: str
) -> None:
    unit, answer = units[story], two.way / f"{story}.zip"
    opened = two.taken(two.out(unit), unit)
    answer_package(two.receiver, Answering(opened.matter, READ, why="ไม่อยู่ในอำนาจหน้าที่", wrong_unit=wrong), answer)
    two.told(answer)
    assert (two.recipient(unit).state, two.tally(unit)) == (state, (1, 0, 1, 1))
    trail = show_status(two.sender, 1, today=LATER.on).timeline
    assert any(line.kind == state and "ไม่อยู่ในอำนาจหน้าที่" in line.text for line in trail)
    with pytest.raises(Refused, match="ตอบไปแล้ว"):
        answer_package(two.receiver, Answering(opened.matter, READ, two.head(unit)), answer)


def test_a_letter_refused_and_sent_anew_is_answered_anew_and_the_old_refusal_no_longer_counts(
    two: Two, units: dict[str, str]
) -> None:
    unit, answer = units["anew"], two.way / "anew.zip"
    first = two.taken(two.out(unit), unit)
    answer_package(two.receiver, Answering(first.matter, READ, why="เอกสารไม่ครบ"), answer)
    two.told(answer)
    anew = When.day(date(2025, 12, 10))
    resend(two.sender, Resend(1, two.recipient(unit).dispatch, "แนบครบแล้ว", anew))
    with pytest.raises(Refused, match="ส่งใหม่แล้ว"):
        two.told(answer)
    second = import_package(two.receiver, PackageIn(two.out(unit), "police", unit, LATER))
    assert isinstance(second, Opened)
    assert (second.matter, second.number, second.again) == (first.matter, first.number, False)
    answer_package(two.receiver, Answering(second.matter, LATER, two.head(unit)), answer)
    two.told(answer)
    assert (two.recipient(unit).state, two.tally(unit)) == ("acknowledged", (1, 1, 1, 0))


def test_an_answer_to_a_recalled_letter_is_refused_whole(two: Two, units: dict[str, str]) -> None:
    unit, answer = units["recalled"], two.way / "recalled.zip"
    opened = two.taken(two.out(unit), unit)
    answer_package(two.receiver, Answering(opened.matter, READ, two.head(unit)), answer)
    recall(two.sender, Recall(1, "ส่งผิดเรื่อง", LATER, dispatch=two.recipient(unit).dispatch))
    before = police.rows(two.sender)
    with pytest.raises(Refused, match="เรียกคืน"):
        two.told(answer)
    assert police.rows(two.sender) == before
    with pytest.raises(Refused, match="ไม่ทำชุด"):
        two.out(unit)


def test_another_receipt_number_than_the_one_known_is_a_conflict(two: Two, units: dict[str, str]) -> None:
    unit, answer = units["other number"], two.way / "number.zip"
    opened = two.taken(two.out(unit), unit)
    stamp_receipt(two.sender, StampRequest(1, unit, CAME, paper_number=opened.number + 70))
    answer_package(two.receiver, Answering(opened.matter, CAME), answer)
    with pytest.raises(Conflict, match="แจ้งเลขรับ") as caught:
        two.told(answer)
    assert "doubt-receipt" in caught.value.next_step


def test_the_same_state_gives_the_same_bytes(two: Two, units: dict[str, str]) -> None:
    unit = units["same"]
    first = two.out(unit, "a.zip", original=True).read_bytes()
    assert two.out(unit, "b.zip", original=True).read_bytes() == first


def test_no_login_and_no_original_leaves_the_office(two: Two, units: dict[str, str]) -> None:
    found = look(two.out(units["same"], original=True))
    assert found.manifest and found.manifest.letter and found.manifest.letter.original
    copy = found.files[found.manifest.letter.original.copy].decode()
    assert "[ปกปิด: รหัสผ่าน]" in copy and "ข้อเสนอแนะ" in copy
    assert [n for n, content in found.files.items() if b"Kx9#demo" in content or b"demo-unit42" in content] == []


def test_a_package_tells_only_of_its_own_addressee(two: Two, units: dict[str, str]) -> None:
    found = look(two.out(units["same"]))
    assert found.manifest and found.manifest.letter
    assert [p.unit for p in found.manifest.letter.progress] == [units["same"]]


def test_the_whole_matter_may_be_read_elsewhere_but_not_answered(two: Two) -> None:
    path = export_package(two.sender, PackageOut(1, SENT, original=False), two.way / "all.zip", masked_copy).path
    found = look(path)
    assert found.manifest and found.manifest.letter
    assert len(found.manifest.letter.progress) >= 30
    opened = two.taken(path, "สทส.")
    with pytest.raises(Refused, match="ไม่มีผู้ให้ตอบกลับ"):
        answer_package(two.receiver, Answering(opened.matter, READ), two.way / "none.zip")


def test_a_day_that_cannot_be_is_refused(two: Two, units: dict[str, str]) -> None:
    letter = two.out(units["same"])
    with pytest.raises(Refused, match="ก่อนวันที่ส่ง"):
        import_package(two.receiver, PackageIn(letter, "police", units["same"], When.day(date(2025, 12, 2))))
    with pytest.raises(Refused, match="นอกช่วง"):
        two.told(two.way / "word-answer.zip", When.day(date(2025, 12, 8)))


def test_the_answer_of_another_unit_is_not_taken_for_the_addressee_s(two: Two, units: dict[str, str]) -> None:
    opened = two.taken(two.out(units["same"]), units["spare"])
    assert opened.meant_for == units["same"]
    answer_package(two.receiver, Answering(opened.matter, READ), two.way / "other.zip")
    with pytest.raises(Refused, match="คำตอบมาจาก"):
        two.told(two.way / "other.zip")
    assert two.recipient(units["same"]).state == "sent"


def test_an_answer_to_nothing_sent_from_here_is_refused(two: Two) -> None:
    with pytest.raises(Refused, match="ไม่ตรงกับหนังสือฉบับใด"):
        import_package(two.receiver, PackageIn(two.way / "word-answer.zip", "police", None, LATER))


def test_what_is_asked_wrongly_is_said(two: Two, units: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="หน่วย"):
        import_package(two.receiver, PackageIn(two.out(units["same"]), "police", None, CAME))
    with pytest.raises(NotFound, match="ชุดแลกเปลี่ยน"):
        answer_package(two.sender, Answering(1, READ), two.way / "x.zip")


@pytest.mark.parametrize(("secrecy", "told"), [("ลับ", "ชั้นลับ"), ("ลับที่สุด", "ชั้นลับที่สุด")])
def test_a_classified_letter_never_becomes_a_package(two: Two, units: dict[str, str], secrecy: str, told: str) -> None:
    with two.sender.store.write() as session:
        row = session.get_one(MatterRow, 1)
        before = row.reading
        reading = reading_from(before)
        classified = tuple(replace(paper, secrecy=secrecy) for paper in reading.instruments)
        row.reading = to_json(replace(reading, instruments=classified))
    try:
        with pytest.raises(Refused, match=told):
            two.out(units["same"], "secret.zip")
    finally:
        with two.sender.store.write() as session:
            session.get_one(MatterRow, 1).reading = before
    assert not (two.way / "secret.zip").exists()


def test_a_memo_whose_words_hold_a_login_is_refused_until_it_is_edited(two: Two, units: dict[str, str]) -> None:
    with two.sender.store.write() as session:
        row = session.get_one(MemoRow, two.recipient(units["same"]).memo)
        before = row.document
        document = document_from(before)
        row.document = to_json(replace(document, body=(*document.body, Block("paragraph", LOGIN))))
    try:
        with pytest.raises(Refused, match="รหัสผ่าน") as caught:
            two.out(units["same"], "login.zip")
    finally:
        with two.sender.store.write() as session:
            session.get_one(MemoRow, row.id).document = before
    assert "memo upload" in caught.value.next_step
