"""`memo copies`, `sign`, `verify` as a person types them."""

from pathlib import Path

import pytest

from tests.begun import begun
from tests.integration.cli.conftest import Terminal
from tests.integration.services import police
from tests.unit.templates.test_signing import SECRET, key_file
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo


@pytest.fixture(scope="module")
def memo(terminal: Terminal) -> int:
    """The note of a matter that was sent to everyone."""
    desk = begun(police.submitted_and_ordered, terminal.data)
    sent = dispatch_memo(desk, DispatchRequest(1, (police.EVERYONE,), police.DAY))
    desk.store.engine.dispose()
    return sent.memo or 0


def test_copies_go_to_a_folder_and_into_one_print_file(terminal: Terminal, memo: int, tmp_path: Path) -> None:
    said = terminal(
        "memo", "copies", str(memo), "--out", str(tmp_path / "out"), "--print-file", str(tmp_path / "p.pdf"), "--json"
    )
    assert said.code == 0, said.err
    assert len(list((tmp_path / "out").glob("*.pdf"))) == said.json["made"] == said.json["total"] > 20
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")
    again = terminal("memo", "copies", str(memo))
    assert again.code == 0 and "ทำครั้งนี้ ๐" in again.out


def test_sign_and_verify(terminal: Terminal, memo: int, tmp_path: Path) -> None:
    key, trust = key_file(tmp_path, "P-256")
    (tmp_path / "passphrase").write_bytes(SECRET + b"\n")
    settings = {
        "SARABAN_SIGN_KEY": str(key),
        "SARABAN_SIGN_PASSPHRASE_FILE": str(tmp_path / "passphrase"),
        "SARABAN_SIGN_TRUST": str(trust),
    }
    said = terminal("memo", "sign", str(memo), "--json", **settings)
    assert said.code == 0, said.err
    good = terminal("memo", "verify", said.json["pdf"], **settings)
    assert good.code == 0 and "ครอบคลุมทั้งแฟ้ม" in good.out and "เชื่อถือได้" in good.out
    master = terminal(
        "memo", "copies", str(memo), "--again", "--sign-master", "--out", str(tmp_path / "out"), **settings
    )
    assert master.code == 0, master.err
    copy = next((tmp_path / "out").glob("*.pdf"))
    told = terminal("memo", "verify", str(copy), **settings)
    assert told.code == 0 and "แก้ไขเพิ่มหลังลงนาม: ชื่อผู้รับ" in told.out
    copy.write_bytes(copy.read_bytes().replace(b"stream\n", b"streaN\n", 1))
    assert terminal("memo", "verify", str(copy), **settings).code == 1


def test_without_a_key_signing_is_a_matter_of_configuration(terminal: Terminal, memo: int) -> None:
    said = terminal("memo", "sign", str(memo))
    assert said.code == 2 and "SARABAN_SIGN_KEY" in said.err


def test_verify_without_a_signature_is_not_found(terminal: Terminal, memo: int, tmp_path: Path) -> None:
    pdf = next((terminal.data / "memos").rglob("*forwarding-note.pdf"))
    assert terminal("memo", "verify", str(pdf)).code == 3
    assert terminal("memo", "copies", "99").code == 3
