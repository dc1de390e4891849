"""`read --explain`, `correct` and `corrections` as a person types them."""

from pathlib import Path

from tests.integration.cli.conftest import Terminal
from tests.integration.services import police

LETTER = str(police.LETTER)
WHO = ("--by", "ส.ต.ต. ตัวอย่าง สมมุติ", "--at", "2025-12-02")


def test_explaining_writes_one_page_and_says_where(terminal: Terminal) -> None:
    said = terminal("read", LETTER, "--explain", "--json")
    assert said.code == 0 and said.json["schema"] == "saraban.reading/1"
    page = terminal.data / "explained" / f"{police.LETTER.name}.html"
    assert str(page) in said.err
    assert 'lang="th"' in page.read_text("utf-8")


def test_the_page_goes_where_it_is_wanted(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal("read", LETTER, "--explain", "--out", str(tmp_path / "ที่นี่")).code == 0
    assert [path.suffix for path in (tmp_path / "ที่นี่").iterdir()] == [".html"]


def test_a_classified_paper_leaves_no_page(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("ลับ\nที่ ทส ๐๑๐๒/๑\nเรื่อง ทดสอบ\nเรียน อธิบดี", encoding="utf-8")
    assert terminal("read", str(path), "--explain", "--out", str(tmp_path / "out")).code == 4
    assert not (tmp_path / "out").exists()


def test_a_correction_is_shown_with_who_made_it_and_exported_or_told_why_not(
    terminal: Terminal, tmp_path: Path
) -> None:
    assert terminal("receive", LETTER, "--unit", "สทส.", "--at", "2025-12-01").code == 0
    mended = terminal("correct", "1", "--paper", "1", "--field", "number", "--value", "ทส 1/2", *WHO)
    assert mended.code == 0 and "แก้โดย ส.ต.ต. ตัวอย่าง สมมุติ" in mended.out
    assert "ทส ๑/๒ (อ่านได้" in terminal("status", "1", "--at", "2025-12-02").out
    assert terminal("status", "1", "--json").json["corrections"][0]["value"] == "ทส 1/2"
    exported = terminal("corrections", "--out", str(tmp_path), "--json")
    assert exported.json == {"folder": str(tmp_path), "written": 0, "left_out": {"ไม่ทราบตำแหน่งบนหน้า": 1}}


def test_a_wrong_field_is_told_with_examples(terminal: Terminal) -> None:
    said = terminal("correct", "1", "--paper", "1", "--field", "pages", "--value", "1", *WHO)
    assert said.code == 2 and "number, date" in said.err
