"""Logins of a letter lie sealed in the vault, open only for a name and a reason, and every look is kept. Logins are invented."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import SQLModel, select

from tests import build
from tests.integration.web.conftest import TODAY
from workflow.core.errors import ConfigError, NotFound, Refused
from workflow.core.reading import Reading, Secret, Source
from workflow.core.vault import Credential, Look
from workflow.core.when import When
from workflow.parsers.masking import credentials_of
from workflow.parsers.open_file import open_pages
from workflow.services.desk import Desk
from workflow.services.keep_credentials import list_vault, reveal
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.store.engine import Store
from workflow.store.tables import EventRow
from workflow.store.vault import vault_key
from workflow.store.vault_tables import VaultItemRow, VaultLookRow

NOW = build.at(TODAY, 9)
LOOK = Look("ส.ต.ต. ตัวอย่าง ทดสอบ", "เข้าดูผลตามสั่งการ", NOW)
LETTER = "เรื่อง แจ้งผล\nUsername: dga_01 Password: Zx9!kqW7\nจึงเรียนมาเพื่อโปรดทราบ\n"


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """A desk that has received a letter with a login."""
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, "utf-8")
    secrets = (Secret("credential", 1, None, "[ปกปิด: รหัสผ่าน]"),)
    reading = Reading(Source("letter.txt", "0" * 64, "txt", 1, True), (), secrets=secrets)
    made = replace(
        build.desk(store, tmp_path), read=lambda path: reading, vault_key=lambda: vault_key(tmp_path / "vault.key"),
        credentials=lambda path: credentials_of(open_pages(path, ocr=None).pages),
    )  # fmt: skip
    for _ in range(2):
        receive_letter(made, Arrival(letter, "test", "สทส.", When(NOW)))
    return made


def everything(desk: Desk) -> str:
    with desk.store.read() as session:
        connection = session.connection()
        return " ".join(str(tuple(row)) for table in SQLModel.metadata.sorted_tables for row in connection.execute(table.select()))  # fmt: skip


def test_a_letter_received_twice_leaves_its_login_in_the_vault_once(desk: Desk) -> None:
    assert [(i.matter, i.page, i.masked, i.looks) for i in list_vault(desk)] == [
        (1, 1, "[ปกปิด: ชื่อผู้ใช้]", 0),
        (1, 1, "[ปกปิด: รหัสผ่าน]", 0),
    ]


def test_no_row_of_the_database_holds_the_login_in_the_clear(desk: Desk) -> None:
    reveal(desk, 2, LOOK)
    assert "Zx9!kqW7" not in everything(desk)
    assert "dga_01" not in everything(desk)


def test_a_look_gives_the_login_and_is_kept_on_the_matter(desk: Desk) -> None:
    shown = reveal(desk, 2, LOOK)
    with desk.store.read() as session:
        (look,) = session.exec(select(VaultLookRow)).all()
        told = [row.text for row in session.exec(select(EventRow).where(EventRow.kind == "vault-opened"))]
    assert (shown.value, look.by, look.why) == ("Zx9!kqW7", LOOK.by, LOOK.why)
    assert told == ["เปิดดู [ปกปิด: รหัสผ่าน] หน้า ๑ โดย ส.ต.ต. ตัวอย่าง ทดสอบ: เข้าดูผลตามสั่งการ"]
    assert "Zx9!kqW7" not in repr(shown)


@pytest.mark.parametrize(("by", "why"), [("", "เหตุ"), ("ผู้ใด", "  "), ("ผู้ใด", "Password: Zx9!kq"), ("ก" * 201, "เหตุ")])
def test_nobody_looks_without_a_name_and_a_reason(desk: Desk, by: str, why: str) -> None:
    with pytest.raises(Refused):
        reveal(desk, 1, Look(by, why, NOW))
    assert [item.looks for item in list_vault(desk)] == [0, 0]


def test_another_key_or_a_row_put_elsewhere_opens_nothing_and_no_look_is_kept(desk: Desk) -> None:
    with pytest.raises(ConfigError):
        reveal(replace(desk, vault_key=lambda: b"k" * 32), 1, LOOK)
    with desk.store.write() as session:
        one, two = session.get(VaultItemRow, 1), session.get(VaultItemRow, 2)
        assert one and two
        one.sealed = two.sealed
        session.add(one)
    with pytest.raises(ConfigError):
        reveal(desk, 1, LOOK)
    assert [item.looks for item in list_vault(desk)] == [0, 0]


def test_what_is_not_in_the_vault_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        reveal(desk, 99, LOOK)
    with pytest.raises(NotFound):
        list_vault(desk, 99)


def test_a_key_that_others_may_read_is_not_used(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "vault.key").chmod(0o640)
    with pytest.raises(ConfigError, match="กุญแจตู้นิรภัย"):
        reveal(desk, 1, LOOK)


def test_a_login_is_not_shown_by_repr() -> None:
    assert "Zx9" not in repr(Credential(1, "[ปกปิด: รหัสผ่าน]", "Zx9"))
