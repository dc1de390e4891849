"""A letter and its copies come back from Word as they went out: what stands in boxes is not lost and not taken for text."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.templates.letters import CERTIFIER, INITIALS, ONE_PAGE, SEALED, TWO_PAGES
from tests.unit.templates.papers import FONTS, MEASURE, long_memo
from workflow.core.document import Document
from workflow.core.returned_words import restored
from workflow.parsers.docx_returned import read_returned
from workflow.templates.docx_shape import shape_of
from workflow.templates.render import render

LONG_AGENCY = replace(TWO_PAGES.head, unit="สำนักงานคณะกรรมการส่งเสริมการพัฒนาระบบราชการตัวอย่างแห่งชาติ (องค์การมหาชน)")
PAPERS = {
    "letter": ONE_PAGE,
    "two pages": TWO_PAGES,
    "long agency": replace(TWO_PAGES, head=LONG_AGENCY),
    "sealed": SEALED,
    "memo": replace(long_memo(2), marks=("ด่วนที่สุด", "ตัวอย่าง")),
    "copy": replace(ONE_PAGE, marks=("ด่วนที่สุด", "สำเนาคู่ฉบับ"), certified=CERTIFIER, initials=INITIALS),
}


@pytest.mark.parametrize("document", PAPERS.values(), ids=PAPERS)
def test_a_paper_comes_back_as_it_went_out(document: Document, tmp_path: Path) -> None:
    made = render(document, tmp_path, "paper", fonts=FONTS)
    assert restored(document, read_returned(made.docx), shape_of(document, MEASURE)) == document
