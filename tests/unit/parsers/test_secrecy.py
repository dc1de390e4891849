"""A mark of secrecy refuses the file; the word ลับ at the end of a paragraph does not."""

from pathlib import Path

import pytest

from tests.unit.parsers.papers import page, placed, read_text
from workflow.core.errors import Refused
from workflow.parsers.fields.urgency import secrecy_of

FULL = "ผู้ดูแลระบบต้องเปลี่ยนรหัสผ่านทุกเก้าสิบวัน และผู้ใช้ทุกคนต้องเก็บรหัสของตนไว้เป็นความ"


def test_the_rest_of_a_paragraph_is_no_mark() -> None:
    assert secrecy_of([placed([(0, "เรื่อง การรักษาความปลอดภัย"), (0, FULL), (0, "ลับ")])]) is None
    assert secrecy_of([page(f"เรื่อง การรักษาความปลอดภัย\nเรียน ทุกหน่วย\n{FULL}\nลับ")]) is None


@pytest.mark.parametrize("indent", [200, 250])
def test_a_mark_in_the_middle_of_the_foot_refuses_although_a_full_line_stands_above(indent: float) -> None:
    assert secrecy_of([placed([(0, FULL), (indent, "ลับมาก")])]) == "ลับมาก"


def test_a_mark_on_top_or_after_a_blank_line_refuses(tmp_path: Path) -> None:
    for text in (f"ลับ\n{FULL}", f"{FULL}\n{FULL}\n\nลับ"):
        with pytest.raises(Refused):
            read_text(tmp_path, text)
