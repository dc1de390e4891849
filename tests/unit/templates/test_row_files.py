"""Long tables to take away: what goes in comes out in other people's readers, no cell is computed, and nothing is held whole."""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from workflow.templates.row_files import COMPUTED, csv_pieces, xlsx_pieces

MADE = datetime(2019, 12, 20, tzinfo=UTC)
ODD = [f"{sign}1+1" for sign in COMPUTED if sign != "\r"] + ["ที่ <ตร> & “๑”", '"อ้าง"', " เว้น ", "สอง\nบรรทัด", ""]


def xlsx(rows: list[tuple[str, ...]]) -> bytes:
    return b"".join(xlsx_pieces("ผู้รับ/ทั้งหมด", ("หัว", "ที่สอง"), rows, MADE))


def test_a_workbook_gives_back_every_cell_as_text() -> None:
    sheet = load_workbook(BytesIO(xlsx([(text, "ก") for text in ODD]))).worksheets[0]
    cells = list(sheet.iter_rows(min_row=2))
    assert [row[0].value or "" for row in cells] == ODD
    assert {cell.data_type for row in cells for cell in row if cell.value} == {"s"}


@pytest.mark.parametrize("sign", COMPUTED)
def test_a_csv_cell_that_would_be_computed_bears_an_apostrophe(sign: str) -> None:
    text = b"".join(csv_pieces(("หัว",), [(f"{sign}HYPERLINK(1)",)])).decode("utf-8-sig")
    assert list(csv.reader(StringIO(text, newline="")))[1] == [f"'{sign}HYPERLINK(1)"]


def test_a_csv_gives_back_what_is_plain_and_opens_in_thai() -> None:
    raw = b"".join(csv_pieces(("หัว",), [(text,) for text in ODD[-5:]]))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert [row[0] for row in csv.reader(StringIO(raw.decode("utf-8-sig"), newline=""))] == ["หัว", *ODD[-5:]]


def test_a_long_table_is_handed_on_while_it_is_being_read() -> None:
    read = 0

    def rows() -> Iterator[tuple[str, ...]]:
        nonlocal read
        for read in range(1, 20_001):
            yield (f"{read}", "ก" * 50)

    pieces = xlsx_pieces("ยาว", ("ก", "ข"), rows(), MADE)
    held = [len(next(pieces)) for _ in range(10)]
    assert (read < 10_000, max(held) < 100_000) == (True, True)
    assert len(b"".join(pieces)) > 10_000


def test_the_same_table_gives_the_same_file() -> None:
    assert xlsx([("ก", "ข")]) == xlsx([("ก", "ข")])
