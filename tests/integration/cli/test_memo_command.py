"""`saraban memo` as a person types it: the catalogue, faults of wordings, previews that take no number, files that come back."""

import shutil
from pathlib import Path

import docx
import pypdfium2
import pytest

from memos import CATALOGUE
from tests.conftest import ROOT
from tests.integration.cli.conftest import Terminal
from tests.integration.services import police
from tests.unit.returned.edited import paragraph

DAY = ("--at", "2025-12-01")


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal on a matter whose memo is drafted."""
    made = Terminal(tmp_path_factory.mktemp("drafted"))
    made("receive", str(police.LETTER), "--unit", "สทส.", *DAY)
    made("draft", "1", *DAY)
    return made


def test_the_catalogue_is_listed(terminal: Terminal) -> None:
    said = terminal("memo", "kinds", "--json")
    assert [kind["name"] for kind in said.json] == list(CATALOGUE)


def test_the_shipped_wordings_are_sound(terminal: Terminal) -> None:
    said = terminal("memo", "check")
    assert (said.code, said.err) == (0, "")
    assert "ใช้ได้ทุกฉบับ" in said.out


def test_a_faulty_wording_of_an_office_is_told_with_file_line_and_cause(terminal: Terminal, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "config", tmp_path / "config")
    own = tmp_path / "config/police/wording/reminder.j2"
    own.parent.mkdir()
    own.write_text("##หนังสือเตือน\n{{ nothing }}\n", encoding="utf-8")
    said = terminal("memo", "check", "reminder", SARABAN_CONFIG=str(tmp_path / "config"))
    assert said.code == 2
    assert "reminder.j2 บรรทัดที่ ๑ “##หนังสือเตือน”: ต้องเว้นวรรค" in said.out
    assert "บรรทัดที่ ๒ “{{ nothing }}”: ขาดค่า nothing" in said.out
    assert terminal("memo", "check", "result-report", SARABAN_CONFIG=str(tmp_path / "config")).code == 0


def test_an_unknown_kind_and_office_are_not_found(terminal: Terminal) -> None:
    assert terminal("memo", "check", "nothing").code == 3
    assert terminal("memo", "check", "--office", "nowhere").code == 3


@pytest.mark.parametrize("kind", CATALOGUE)
def test_a_preview_is_marked_and_opens_no_database(tmp_path: Path, kind: str) -> None:
    said = Terminal(tmp_path)("memo", "preview", "--kind", kind, "--json")
    pdf = pypdfium2.PdfDocument(said.json["pdf"])
    assert "ตัวอย่าง" in pdf[0].get_textpage().get_text_range()
    assert Path(said.json["docx"]).is_file()
    assert not list(tmp_path.rglob("*.sqlite3"))


def test_a_preview_of_a_matter_changes_nothing_in_the_database(drafted: Terminal, tmp_path: Path) -> None:
    before = drafted.rows()
    said = drafted("memo", "preview", "--kind", "result-report", "--matter", "1", "--out", str(tmp_path), *DAY)
    assert said.code == 0
    assert {path.suffix for path in tmp_path.iterdir()} == {".pdf", ".docx"}
    assert drafted.rows() == before


def test_an_edited_file_is_taken_back_and_the_change_is_told(drafted: Terminal, tmp_path: Path) -> None:
    (made,) = (drafted.data / "memos").rglob("*.docx")
    word = docx.Document(str(made))
    paragraph(word, "จึงเรียน").runs[0].text = "จึงเรียนมาเพื่อโปรดสั่งการ"
    word.save(str(tmp_path / "edited.docx"))
    said = drafted("memo", "upload", "1", str(tmp_path / "edited.docx"), "--by", "ส.ต.ต. ตัวอย่าง", *DAY)
    assert said.code == 0, said.err
    assert "[-พิจารณา-]{+สั่งการ+}" in said.out
    assert drafted("memo", "diff", "1").out.splitlines()[0] == said.out.splitlines()[0]
    (change,) = drafted("memo", "diff", "1", "--json").json
    assert {piece["sign"] for piece in change["pieces"]} == {"=", "-", "+"}


def test_a_file_that_is_no_docx_is_refused_with_its_exit_code(drafted: Terminal, tmp_path: Path) -> None:
    (tmp_path / "x.docm").write_bytes(b"PK\x03\x04")
    said = drafted("memo", "upload", "1", str(tmp_path / "x.docm"), "--by", "ส.ต.ต. ตัวอย่าง")
    assert said.code == 4
    assert "Traceback" not in said.err
