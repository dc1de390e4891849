"""Where lines may end."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.templates.papers import SENTENCE
from workflow.templates.breaks import words_of

PROTECTED = (
    "๒๒ พ.ย.๖๒", "๐๐๓๓.๑๒/๕๐๕๒", "สพร ๒๕๖๒/ว๔๐๙๙", "สพร.", "รอง ผบช.สทส.", "(องค์การมหาชน)", "ร้อยละ ๕๕.๕๔", "ข้อ ๒.๔",
    "ต่าง ๆ", "ISO/IEC 27001", "dgsurvey@dga.example", "๐ ๒๒๐๕ ๑๘๖๖", "ข้อเสนอแนะ", "การพัฒนา", "สำรวจฯ",
    "๖ พฤษภาคม ๒๕๖๙", "นางสาวปิ่นปินัทธ์ เตชะสมบูรณ์ตัวอย่าง", "พ.ต.อ.หญิง ณัฐฐิญา ก้องเกียรติตัวอย่าง",
)  # fmt: skip


@pytest.mark.parametrize("held", PROTECTED)
def test_no_line_ends_inside_a_protected_span(held: str) -> None:
    words = words_of(f"หน่วยงานได้รับ {held} แล้วดำเนินการต่อไป")
    assert any(held in word for word in words), words


def test_the_name_of_an_office_that_begins_like_a_title_may_break() -> None:
    assert len(words_of("ให้นายทะเบียนกลางและนายอำเภอทุกอำเภอทราบ")) > 4


def test_cutting_loses_no_letter() -> None:
    assert "".join(words_of(SENTENCE)) == SENTENCE


def test_an_ordinary_sentence_has_a_break_at_least_every_twenty_letters() -> None:
    plain = "การออกแบบเว็บไซต์ให้ง่ายต่อการใช้งานและรองรับการแสดงผลบนอุปกรณ์เคลื่อนที่ทุกชนิด"
    assert max(map(len, words_of(plain))) <= 20


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("กขคงจสะาำิีึืุู่้๊๋์ํๆฯ ๑๒./()abเแโใไ"), max_size=60))
def test_no_line_begins_with_a_mark_whatever_the_text(text: str) -> None:
    for word in words_of(text)[1:]:
        assert word[0] not in "ๆฯะาำๅ)"
        assert unicodedata.category(word[0]) != "Mn"
