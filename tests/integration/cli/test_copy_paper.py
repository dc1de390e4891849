"""`memo copy` as a person types it."""

import pypdfium2
import pytest

from tests.begun import begun
from tests.integration.cli.conftest import Terminal
from tests.integration.services import police


@pytest.fixture(scope="module")
def memo(terminal: Terminal) -> str:
    begun(police.submitted, terminal.data).store.engine.dispose()
    return "1"


def shown(path: str) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def test_the_owners_copy_bears_its_mark_and_lines_for_initials(terminal: Terminal, memo: str) -> None:
    said = terminal("memo", "copy", memo, "--json")
    assert said.code == 0, said.err
    text = shown(said.json["pdf"])
    assert all(word in text for word in ("สำเนาคู่ฉบับ", "ร่าง", "พิมพ์", "ตรวจ"))


def test_a_certified_copy_names_who_certifies_it_and_when(terminal: Terminal, memo: str) -> None:
    words = (
        "--kind",
        "สำเนาถูกต้อง",
        "--by",
        "นางสาวสมหญิง ตัวอย่างงาม",
        "--position",
        "เจ้าพนักงานธุรการชำนาญงาน",
        "--at",
        "2/12/2568",
    )
    said = terminal("memo", "copy", memo, *words, "--json")
    assert said.code == 0, said.err
    text = shown(said.json["pdf"])
    assert all(word in text for word in ("สำเนาถูกต้อง", "สมหญิง", "เจ้าพนักงานธุรการชำนาญงาน", "๒ ธ.ค.๖๘"))


def test_nobody_certifies_nothing_and_no_such_copy_is_usage(terminal: Terminal, memo: str) -> None:
    assert terminal("memo", "copy", memo, "--kind", "สำเนาถูกต้อง").code == 4
    assert terminal("memo", "copy", memo, "--kind", "สำเนาปลอม").code == 2
    assert terminal("memo", "copy", "99").code == 3
