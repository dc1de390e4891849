"""One recipient's copy on demand: the very bytes that are kept for it, or will be; looking writes nothing down."""

import io

import docx
import pypdfium2
import pytest

from tests.integration.services import police
from workflow.core.errors import NotFound
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.make_copies import CopiesRequest, make_copies
from workflow.services.unit_copy import unit_copy, unit_copy_docx, unit_copy_page
from workflow.store.copies import copies
from workflow.store.tables import MemoRow


@pytest.fixture(scope="module")
def sent(police_desk: Desk) -> tuple[Desk, int]:
    """A desk, on both databases, whose memo went to everyone; no copy is made before the first test."""
    police.submitted(police_desk)
    police.ordered(police_desk, 1)
    done = dispatch_memo(police_desk, DispatchRequest(1, (police.EVERYONE,), police.DAY))
    return police_desk, done.memo or 0


def test_what_is_shown_before_the_copies_are_made_is_what_is_made(sent: tuple[Desk, int]) -> None:
    desk, memo = sent
    before = police.rows(desk)
    shown = {number: unit_copy(desk, 1, number) for number in (1, 2, 7)}
    assert police.rows(desk) == before
    make_copies(desk, CopiesRequest(memo, desk.url, police.DAY))
    kept = {row.dispatch_id: unit_copy(desk, 1, row.dispatch_id) for row in copies(desk.store, memo)}
    assert all(copy.pdf.read_bytes() == kept[n].pdf.read_bytes() and not copy.sent for n, copy in shown.items())
    assert kept[7].sent and (kept[7].number, kept[7].name) == (shown[7].number, shown[7].name)


def test_the_copy_that_was_made_stays_the_one_shown_when_the_words_change(sent: tuple[Desk, int]) -> None:
    desk, memo = sent
    make_copies(desk, CopiesRequest(memo, desk.url, police.DAY))
    before = unit_copy(desk, 1, 3).pdf.read_bytes()
    with desk.store.write() as session:
        row = session.get_one(MemoRow, memo)
        row.document = {**row.document, "marks": ["ด่วน"]}
    assert unit_copy(desk, 1, 3).pdf.read_bytes() == before


def test_two_recipients_have_two_copies_each_with_its_own_name_and_pages(sent: tuple[Desk, int]) -> None:
    desk, _ = sent
    for number in (1, 2):
        copy = unit_copy(desk, 1, number)
        with pypdfium2.PdfDocument(copy.pdf) as paper:
            words, pages = paper[0].get_textpage().get_text_range(), len(paper)
        assert copy.name in words and pages == copy.pages
    pictures = [unit_copy_page(desk, 1, number, 1).read_bytes() for number in (1, 2)]
    assert pictures[0][:4] == b"\x89PNG" and pictures[0] != pictures[1]
    with pytest.raises(NotFound):
        unit_copy_page(desk, 1, 1, 99)


def test_the_word_file_bears_the_same_name_and_number(sent: tuple[Desk, int]) -> None:
    desk, _ = sent
    copy, (made, name) = unit_copy(desk, 1, 2), unit_copy_docx(desk, 1, 2)
    first = [paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs[:2]]
    assert first == [f"สำเนาถึง {copy.name}", f"สำเนาที่ ๒ จากทั้งหมด {first[1].split()[-2]} ฉบับ"]
    assert name == copy.file_name.replace(".pdf", ".docx")
