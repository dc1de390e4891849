"""Every class of fault in a wording is found, with its line, the words there, and the cause in Thai."""

from pathlib import Path

import pytest

from memos import CATALOGUE
from tests.unit.templates.papers import FONTS
from workflow.core.errors import ConfigError
from workflow.templates.wording import write_blocks
from workflow.templates.wording_check import Finding, check_wording

FACTS: dict[str, object] = {"unit": "สทส.", "nothing": None}
SOUND = "## หัวข้อของ {{ unit }}\n{% if nothing %}{{ nothing }}{% endif %}\n"


def found(tmp_path: Path, more: str, facts: dict[str, object] = FACTS) -> list[Finding]:
    file = tmp_path / "wording.j2"
    file.write_text(SOUND + more, encoding="utf-8")
    return list(check_wording(file, facts, FONTS))


def test_a_sound_wording_has_no_findings(tmp_path: Path) -> None:
    assert found(tmp_path, "- รายการ\n> จึงเรียนมา\n@ เรียน {{ unit }}\n@+ {{ unit }}\n-5 องศา\n{# หมายเหตุ 😀 #}\n") == []


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=CATALOGUE)
def test_the_catalogue_has_no_findings(kind: object) -> None:
    chosen = CATALOGUE[getattr(kind, "name", "")]
    assert check_wording(chosen.wording, chosen.facts(chosen.sample()), FONTS) == ()


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("ตามหนังสือ {{ letter }}", "ขาดค่า letter"),
        ("ตามหนังสือ {{ unit }", "ไวยากรณ์"),
        ("{% for one in %}", "ไวยากรณ์"),
        ("{{ unit | attr('upper') }}", "ต้องห้าม | attr"),
        ("{% include 'other.j2' %}", "ต้องห้าม include"),
        ("{% macro m() %}{% endmacro %}", "ต้องห้าม macro"),
        ("{{ unit.__class__ }}", "ต้องห้าม __class__"),
        ("{{ nothing }}", "เขียนจากตัวอย่างไม่ได้"),
        ("##หัวข้อ", "เว้นวรรคหลังเครื่องหมาย ##"),
        ("#### หัวข้อ", "#### ไม่มีความหมาย"),
        ("-รายการ", "เว้นวรรคหลังเครื่องหมาย -"),
        ("@+", "ไม่มีข้อความหลังเครื่องหมาย @+"),
        ("ขอบคุณ 😀", "“😀” (U+1F600)"),
    ],
)
def test_a_fault_is_found_on_its_line(tmp_path: Path, line: str, cause: str) -> None:
    (one,) = found(tmp_path, f"ข้อความ\n{line}\n")
    assert (one.line, one.words) == (4, line)
    assert cause in one.cause


def test_a_fact_nobody_asks_for_is_named_for_the_whole_file(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "", {**FACTS, "score": 1, "average": 2})
    assert one.line == 0
    assert "เกินค่า average, score" in one.cause


def test_a_wording_that_is_no_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "wording.j2"
    file.write_bytes(b"\xff\xfe\x00")
    (one,) = check_wording(file, FACTS, FONTS)
    assert "UTF-8" in one.cause


@pytest.mark.parametrize("line", ["ตามหนังสือ {{ letter }}", "ตามหนังสือ {{ unit }", "ตามหนังสือ {{ nothing }}"])
def test_writing_from_a_faulty_wording_tells_the_line_and_its_first_words(tmp_path: Path, line: str) -> None:
    file = tmp_path / "wording.j2"
    file.write_text(f"{SOUND}ข้อความ\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="บรรทัดที่ ๔ “ตามหนังสือ"):
        write_blocks(file, FACTS)
