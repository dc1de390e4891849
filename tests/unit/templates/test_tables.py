"""Tables and charts on pages: widths, lines, breaks, and what both files carry of them."""

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import cv2
import docx
import numpy as np
import pikepdf
import pytest
from docx.oxml.ns import qn

from tests.unit.templates.papers import FONTS, MEASURE, SENTENCE, docx_xml, letters, memo, score_chart, score_table
from workflow.core.document import Bar, Block, Document
from workflow.core.thai_digits import to_thai
from workflow.templates.chart_picture import chart_png
from workflow.templates.chart_rows import ChartRow, lay_chart, told
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out
from workflow.templates.pdf_page import pdf_bytes
from workflow.templates.render import render
from workflow.templates.rows import Page, Row
from workflow.templates.table_rows import SIDE, GridRow, lay_table

CLOSING = Block("closing", "จึงเรียนมาเพื่อโปรดพิจารณา")
LONG = memo([Block("paragraph", SENTENCE.strip()), score_table(), CLOSING])
LENGTHS = [memo([Block("paragraph", (SENTENCE * n).strip()), score_table(12 + n), CLOSING]) for n in range(1, 9)]


def _pages(document: Document) -> tuple[Page, ...]:
    return lay_out(document, MEASURE, HOUSE)


def _drawn(page: Page) -> list[Row]:
    return [row for _, row in page.rows if row.drawn]


def _lines(rows: tuple[GridRow, ...]) -> Iterator[tuple[float, float]]:
    """Yield each line's end and the room its cell has."""
    for row in rows:
        for cell in row.cells:
            for line in cell.lines:
                bold = row.number == 0
                yield line.x + MEASURE.width(line.text, HOUSE.size, bold=bold), cell.width - SIDE + 0.2


def test_the_columns_fill_the_text_and_every_line_fits_its_cell() -> None:
    rows = lay_table(score_table().cells, MEASURE, HOUSE)
    assert sum(cell.width for cell in rows[0].cells) == pytest.approx(HOUSE.width)
    assert all(end <= room for end, room in _lines(rows))


def test_numbers_stay_narrow_and_end_at_one_place() -> None:
    rows = lay_table(score_table().cells, MEASURE, HOUSE)
    number, name, score, advice = (cell.width for cell in rows[0].cells)
    assert number < score < name < advice
    ends = {
        round(cell.lines[0].x + MEASURE.width(cell.text, HOUSE.size), 3)
        for row in rows[1:]
        for cell in row.cells[2:3]
        if cell.lines
    }
    assert len(ends) == 1


def test_a_short_word_of_a_header_is_never_cut() -> None:
    header = lay_table(score_table().cells, MEASURE, HOUSE)[0]
    assert [line.text for line in header.cells[0].lines] == ["ลำดับ"]
    assert [line.text for line in header.cells[2].lines] == ["คะแนน", "(ร้อยละ)"]


def test_a_word_longer_than_its_column_is_cut_and_stays_in_it() -> None:
    cells = (("ก", "ข", "ค"), ("x" * 90, "y" * 60, "สั้น"))
    rows = lay_table(cells, MEASURE, HOUSE)
    assert all(end <= room for end, room in _lines(rows))
    assert "".join(line.text for line in rows[1].cells[0].lines) == "x" * 90
    assert [line.text for line in rows[1].cells[2].lines] == ["สั้น"]


def test_no_row_is_split_and_all_rows_come_once_in_order() -> None:
    pages = _pages(LONG)
    numbers = [
        row.drawn.number
        for page in pages
        for row in _drawn(page)
        if isinstance(row.drawn, GridRow) and not row.repeated
    ]
    assert len(pages) > 1
    assert numbers == list(range(13))


@pytest.mark.parametrize("document", LENGTHS)
def test_every_page_of_a_table_begins_with_its_header_and_ends_with_the_next_rows_words(document: Document) -> None:
    cells = document.body[1].cells
    for page, after in pairwise(_pages(document)):
        first, second = after.rows[0][1], after.rows[1][1]
        if not first.repeated:
            continue
        assert isinstance(first.drawn, GridRow) and isinstance(second.drawn, GridRow)
        assert (first.drawn.number, first.drawn.words) == (0, " ".join(cells[0]))
        assert page.catchword and page.catchword.startswith(f"/{to_thai(second.drawn.number)} ")


@pytest.mark.parametrize("document", LENGTHS)
def test_no_page_ends_with_a_header_or_begins_with_a_tables_last_row_alone(document: Document) -> None:
    for page, after in pairwise(_pages(document)):
        last = page.rows[-1][1]
        assert not (isinstance(last.drawn, GridRow) and last.drawn.number == 0)
        assert not (last.texts and last.block == 1), "a caption without its table"
        assert len(_drawn(after)) != 2


@pytest.mark.parametrize("document", [*LENGTHS, memo([score_chart(40), CLOSING]), memo([score_table(1), CLOSING])])
def test_no_page_with_a_table_or_chart_leaves_the_text_area(document: Document) -> None:
    for page in _pages(document):
        y, last = page.rows[-1]
        assert y + last.height <= HOUSE.foot - (HOUSE.catchword_lines - 1) * HOUSE.line * bool(page.catchword) + 0.01


def test_a_row_taller_than_a_page_goes_on_and_loses_nothing(tmp_path: Path) -> None:
    cells = (("ที่", "ข้อเสนอแนะ"), ("๑", (SENTENCE * 14).strip()), ("๒", "สั้น"))
    document = memo([Block("table", "", cells=cells), CLOSING])
    pages = _pages(document)
    assert len(pages) > 1
    written = "".join(
        line.text
        for page in pages
        for row in _drawn(page)
        if isinstance(row.drawn, GridRow) and not row.repeated
        for cell in row.drawn.cells[1:]
        for line in cell.lines
    )
    assert letters(written) == letters("".join(row[1] for row in cells))
    render(document, tmp_path, "a", fonts=FONTS)


def test_the_signature_takes_rows_of_a_last_table_along() -> None:
    last = _pages(memo([score_table()]))[-1]
    assert len([row for row in _drawn(last) if not row.repeated]) >= 2


def test_a_chart_a_page_can_hold_is_not_parted_and_a_longer_one_repeats_its_scale() -> None:
    short = [
        page
        for page in _pages(memo([Block("paragraph", (SENTENCE * 5).strip()), score_chart(12), CLOSING]))
        if _drawn(page)
    ]
    assert len(short) == 1
    first, second, *_ = [page for page in _pages(memo([score_chart(40), CLOSING])) if _drawn(page)]
    assert second.rows[0][1].repeated
    opening = second.rows[1][1].drawn
    assert isinstance(opening, ChartRow) and first.catchword
    assert opening.words.startswith(first.catchword[1:-3])


def test_a_label_takes_two_lines_at_most_and_the_alternative_text_has_the_whole() -> None:
    block = score_chart()
    rows = lay_chart(block.bars, MEASURE, HOUSE)
    assert {len(row.label) for row in rows[1:]} == {1, 2}
    assert any(row.label and row.label[-1].text.endswith("...") for row in rows)
    assert all(bar.label in told(block.bars) for bar in block.bars)


def test_a_missing_value_prints_a_dash_and_is_told_as_missing() -> None:
    bars = (Bar("ก", 61.25, 66.4), Bar("ข", None))
    assert [row.value for row in lay_chart(bars, MEASURE, HOUSE)[1:]] == ["๖๑.๒๕", "-"]
    assert told(bars).endswith("ก ๖๑.๒๕ (ค่าเฉลี่ยของกลุ่ม ๖๖.๔๐); ข ไม่มีข้อมูล")


def _grey(bar: Bar) -> float:
    png = chart_png(lay_chart((bar,), MEASURE, HOUSE), FONTS, HOUSE)
    pixels = np.asarray(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_GRAYSCALE))
    assert pixels.shape[1] == pytest.approx(HOUSE.width / 72 * 600, abs=2)
    return float((np.abs(pixels.astype(int) - 184) < 4).sum())


def test_a_bar_is_as_long_as_its_value() -> None:
    legend = _grey(Bar("ก", None))
    assert (_grey(Bar("ก", 80.0)) - legend) / (_grey(Bar("ก", 20.0)) - legend) == pytest.approx(4, rel=0.05)


def test_the_pdf_tags_a_table_with_rows_and_cells_and_tells_a_charts_numbers() -> None:
    document = memo([score_table(), score_chart(6), CLOSING])
    with pikepdf.open(io.BytesIO(pdf_bytes(document, _pages(document), FONTS, HOUSE))) as pdf:
        parts = list(pdf.Root.StructTreeRoot.K[0].K)
        (table,) = [part for part in parts if part.S == "/Table"]
        assert {str(row.S) for row in table.K} == {"/TR"}
        assert [str(cell.S) for cell in table.K[0].K] == ["/TH"] * 4
        assert [str(cell.S) for cell in table.K[1].K] == ["/TD"] * 4
        alts = [str(part.Alt) for part in parts if part.S == "/Figure"]
        assert told(document.body[1].bars) in alts
        assert pdf.check_pdf_syntax() == []


def test_the_docx_has_a_real_table_with_a_header_that_repeats_and_rows_that_stay_whole(tmp_path: Path) -> None:
    made = render(LONG, tmp_path, "a", fonts=FONTS)
    tables = docx.Document(str(made.docx)).tables
    on = [page for page in _pages(LONG) if _drawn(page)]
    assert [len(table.rows) for table in tables] == [len(_drawn(page)) for page in on]
    for table in tables:
        assert [cell.text for cell in table.rows[0].cells] == list(LONG.body[1].cells[0])
        marks = [{mark.tag for mark in row.iter(qn("w:cantSplit"), qn("w:tblHeader"))} for row in table._tbl.tr_lst]
        assert marks == [{qn("w:cantSplit"), qn("w:tblHeader")}, *[{qn("w:cantSplit")}] * (len(marks) - 1)]
        widths = [column.width.pt for column in table.columns if column.width]
        assert sum(widths) == pytest.approx(HOUSE.width, abs=0.5)
    xml = docx_xml(made.docx)
    assert xml.count('w:cs="TH SarabunPSK"') == xml.count("<w:rFonts")


def test_two_tables_in_the_docx_do_not_grow_into_one(tmp_path: Path) -> None:
    twice = replace(score_table(2), text="")
    made = render(memo([twice, twice, CLOSING]), tmp_path, "a", fonts=FONTS)
    body = [child.tag.rpartition("}")[2] for child in docx.Document(str(made.docx)).element.body]
    assert "tbl" in body and ("tbl", "tbl") not in set(pairwise(body))


def test_a_chart_in_the_docx_is_a_picture_that_tells_its_numbers(tmp_path: Path) -> None:
    document = memo([score_chart(6), CLOSING])
    made = render(document, tmp_path, "a", fonts=FONTS)
    word = docx.Document(str(made.docx))
    assert f'descr="{told(document.body[0].bars)}"' in docx_xml(made.docx)
    assert len(word.inline_shapes) == 1
    assert word.inline_shapes[0].width.pt == pytest.approx(HOUSE.width, abs=0.5)


def test_a_page_is_never_a_header_alone() -> None:
    cells = (("ที่", "ข้อเสนอแนะ"), *((to_thai(n), (SENTENCE * 7).strip()) for n in range(1, 4)))
    pages = _pages(memo([Block("table", "", cells=cells), CLOSING]))
    assert len(pages) < 8
    assert all(len(_drawn(page)) != 1 or not _drawn(page)[0].repeated for page in pages)
