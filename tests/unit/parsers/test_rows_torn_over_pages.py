"""The last row of a score table that the end of a page tore is whole; a band, a total or a row of its own atop the next page is none of it."""

import pytest

from workflow.parsers.fields.score_over_pages import with_torn_rows
from workflow.parsers.page import Table

HEAD = ("ตัวชี้วัด", "คะแนน", "ค่าเฉลี่ย")
ROWS = (("๑.๑ แผนสมมุติ", "๕๐.๑๐", "๖๐.๒๐"), ("๑.๒ การกำกับสมมุติของ", "๕๑.๓๐", "๖๑.๔๐"))
REST = ("หน่วยงานสมมุติ", "", "")


def over(*below: tuple[str, ...], above: tuple[tuple[str, ...], ...] = ROWS) -> list[tuple[tuple[str, ...], ...]]:
    return [table.rows for table in with_torn_rows([Table(1, (HEAD, *above)), Table(2, below)])]


@pytest.mark.parametrize("head", [(), (HEAD,)], ids=["without a head", "below a head said again"])
def test_a_row_goes_on_over_the_page(head: tuple[tuple[str, ...], ...]) -> None:
    after = ("๑.๓ ข้อมูลสมมุติ", "๕๒.๐๐", "๖๒.๐๐")
    whole = ("๑.๒ การกำกับสมมุติของหน่วยงานสมมุติ", "๕๑.๓๐", "๖๑.๔๐")
    assert over(*head, REST, after) == [(HEAD, ROWS[0], whole), (*head, after)]


@pytest.mark.parametrize(
    "below",
    [("๑.๓ ข้อมูลสมมุติ", "", ""), ("รวมทุกตัวชี้วัด", "๕๕.๐๐", "๖๐.๐๐"), ("", "", ""), ("หน่วยงานสมมุติ", "", "", "")],
    ids=["a code", "numbers", "nothing", "other columns"],
)
def test_what_begins_something_stays(below: tuple[str, ...]) -> None:
    assert over(below) == [(HEAD, *ROWS), (below,)]


def test_where_bands_without_a_code_part_the_rows_it_may_be_one_of_them() -> None:
    band = ("ด้านนโยบาย", "", "")
    assert over(REST, above=(band, *ROWS)) == [(HEAD, band, *ROWS), (REST,)]


def test_how_surely_cells_were_read_goes_with_them() -> None:
    sure = ((1.0, 1.0, 1.0), (1.0, 1.0, 1.0), (0.9, 1.0, 0.8))
    tables = [Table(1, (HEAD, *ROWS), sure), Table(2, (REST,), ((0.7, 1.0, 1.0),))]
    first, rest = with_torn_rows(tables)
    assert first.sure == (*sure[:2], (0.7, 1.0, 0.8))
    assert (rest.rows, rest.sure) == ((), ())
