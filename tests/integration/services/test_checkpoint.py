"""What leaves the server: a signed digest by which whoever cut off or made anew the whole chain is found."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from tests import build
from tests.tampering import open_the_safe
from workflow.bootstrap import fonts_of
from workflow.core.errors import NotFound
from workflow.delivery.mail import EmlFolder
from workflow.services.check_files import check_files
from workflow.services.checkpoint import Notary, against, daily, make_checkpoint, read_checkpoint
from workflow.services.desk import Desk
from workflow.services.seal_record import seal_new
from workflow.settings import Settings
from workflow.store.engine import Store
from workflow.store.seal_key import seal_key
from workflow.store.seals import snapshot

AT = datetime(2019, 12, 6, 3, tzinfo=UTC)


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    made = build.desk(store, tmp_path)
    build.matter(made)
    return made


@pytest.fixture
def notary(tmp_path: Path) -> Notary:
    return Notary(
        key=lambda: seal_key(tmp_path / "seal.key"), folder=tmp_path / "checkpoints", to=("audit@example.go.th",),
        channel=EmlFolder(tmp_path / "outbox"), fonts=lambda: fonts_of(Settings.from_environment()),
    )  # fmt: skip


def test_a_checkpoint_is_signed_written_printed_and_mailed(desk: Desk, notary: Notary, tmp_path: Path) -> None:
    made = make_checkpoint(desk.store, notary, at=AT)
    assert (made.point.seal, made.mailed) == (1, ("audit@example.go.th",))
    assert made.page.read_bytes().startswith(b"%PDF")
    (mail,) = (tmp_path / "outbox").glob("*.eml")
    assert mail.exists()
    with snapshot(desk.store) as session:
        assert against(session, *read_checkpoint(made.file), made.point.key) == ()


def test_the_same_head_gets_one_checkpoint(desk: Desk, notary: Notary) -> None:
    first, again = (make_checkpoint(desk.store, notary, at=AT + timedelta(hours=n)) for n in (0, 1))
    assert (first.point, first.signature) == (again.point, again.signature)


def test_the_clock_makes_one_a_day_while_something_is_new(desk: Desk, notary: Notary) -> None:
    assert daily(desk.store, notary, at=AT) is not None
    build.matter(desk, "อีกเรื่อง")
    assert daily(desk.store, notary, at=AT + timedelta(minutes=1)) is None
    assert daily(desk.store, notary, at=AT + timedelta(days=1)) is not None
    assert daily(desk.store, notary, at=AT + timedelta(days=2)) is None


def test_a_chain_cut_off_behind_a_checkpoint_is_found(desk: Desk, notary: Notary) -> None:
    made = make_checkpoint(desk.store, notary, at=AT)
    with desk.store.engine.connect() as connection, connection.begin() as transaction:
        open_the_safe(connection)
        for table in ("checkpoint", "seal_batch", "seal", "event"):
            connection.execute(text(f"DELETE FROM {table}"))
        found = against(Session(connection), *read_checkpoint(made.file))
        transaction.rollback()
    assert [f.what for f in found] == ["checkpoint"]


def test_a_chain_made_anew_is_found(desk: Desk, notary: Notary, tmp_path: Path) -> None:
    made = make_checkpoint(desk.store, notary, at=AT)
    with desk.store.engine.begin() as connection:
        open_the_safe(connection)
        for table in ("checkpoint", "seal_batch", "seal"):
            connection.execute(text(f"DELETE FROM {table}"))
        connection.execute(text("UPDATE event SET text = 'อย่างอื่น' WHERE id = 1"))
    seal_new(desk.store, at=AT)
    with snapshot(desk.store) as session:
        assert [f.what for f in against(session, *read_checkpoint(made.file))] == ["checkpoint"]


def test_a_checkpoint_by_another_key_is_not_believed(desk: Desk, notary: Notary, tmp_path: Path) -> None:
    made = make_checkpoint(desk.store, notary, at=AT)
    other = seal_key(tmp_path / "other.key").public_key().public_bytes_raw().hex()
    with snapshot(desk.store) as session:
        assert against(session, *read_checkpoint(made.file), other)
        signed, signature = read_checkpoint(made.file)
        assert against(session, signed.replace('"rows": ', '"rows": 1'), signature)


def test_nothing_sealed_makes_no_checkpoint(store: Store, notary: Notary) -> None:
    with pytest.raises(NotFound):
        make_checkpoint(store, notary, at=AT)


def test_a_file_altered_or_lost_is_named(desk: Desk, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("หนังสือ", "utf-8")
    desk.originals.path(desk.originals.keep(letter)).write_text("อย่างอื่น", "utf-8")
    with snapshot(desk.store) as session:
        looked_at, orphans, wrong = check_files(session, desk)
    assert (looked_at, orphans, sorted("หาย" in f.text for f in wrong)) == (1, 1, [False, True])
