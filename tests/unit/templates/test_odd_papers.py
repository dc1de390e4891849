"""What no ordinary paper has: endless words, sixty pages, rare stacks of vowels, pictures among the letters."""

import re
from pathlib import Path

import pypdfium2
import pytest

from tests.unit.templates.papers import FONTS, MEASURE, SENTENCE, letters, memo
from workflow.core.document import Block, Document
from workflow.core.errors import MissingGlyph
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out
from workflow.templates.pdf_page import pdf_bytes
from workflow.templates.render import render


def text_of(document: Document) -> str:
    pdf = pdf_bytes(document, lay_out(document, MEASURE, HOUSE), FONTS, HOUSE)
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


@pytest.mark.parametrize("letter", ("ก", "W", "๘", "กี่"))
def test_a_word_of_four_hundred_letters_is_cut_and_nothing_of_it_lost(letter: str) -> None:
    endless = letter * (400 // len(letter))
    document = memo([Block("paragraph", f"ตามที่ {endless} แจ้งมา")])
    rows = [row.texts[0] for page in lay_out(document, MEASURE, HOUSE) for _, row in page.rows if row.block == 0]
    assert all(text.x + MEASURE.width(text.text, text.size) <= HOUSE.width + 0.01 for text in rows)
    assert endless in letters(text_of(document))


def test_sixty_pages_are_numbered_and_lead_on_to_each_other() -> None:
    document = memo([Block("paragraph", (SENTENCE * 3).strip()) for _ in range(230)])
    pages = lay_out(document, MEASURE, HOUSE)
    found = re.sub(r"\s+", " ", text_of(document))
    assert len(pages) >= 60
    assert "- ๖๐ -" in found
    assert all(page.catchword and page.catchword in found for page in pages[:-1])


@pytest.mark.parametrize("name", ("ป๊ำเป๋อ", "ฐิฏฺุ", "กฺึ์", "เฏื้อ", "ญู่ฐู้ฎู๋", "ฤๅฦๅ"))
def test_a_rare_stack_of_vowels_is_set_and_read_back(name: str) -> None:
    assert letters(name) in letters(text_of(memo([Block("paragraph", f"นาย {name} ตัวอย่าง")])))


@pytest.mark.parametrize(("letter", "code"), (("😀", "U+1F600"), ("漢", "U+6F22"), ("ក", "U+1780")))
def test_a_letter_the_face_lacks_is_named_with_its_place(letter: str, code: str, tmp_path: Path) -> None:
    document = memo([Block("paragraph", f"ขอบคุณสำหรับความร่วมมือ{letter}")])
    with pytest.raises(MissingGlyph, match=re.escape(code)) as refused:
        render(document, tmp_path, "memo", fonts=FONTS)
    assert "ความร่วมมือ" in str(refused.value)
    assert not list(tmp_path.iterdir())
