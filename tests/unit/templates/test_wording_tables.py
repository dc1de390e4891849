"""Tables and charts in wording files."""

from pathlib import Path

import pytest

from workflow.core.document import Bar, Block
from workflow.core.errors import ConfigError
from workflow.templates.wording import write_blocks


def _blocks(folder: Path, wording: str, **facts: object) -> tuple[Block, ...]:
    file = folder / "wording.j2"
    file.write_text(wording, encoding="utf-8")
    return write_blocks(file, facts)


def test_lines_with_bars_are_one_table_though_a_loop_leaves_empty_lines(tmp_path: Path) -> None:
    wording = "ก่อน\n|^ ตารางที่ 1\n|= ที่ | ชื่อ\n{% for name in names %}\n| {{ loop.index }} | {{ name }}\n{% endfor %}\nหลัง"
    before, table, after = _blocks(tmp_path, wording, names=("ก", "ข"))
    assert table == Block("table", "ตารางที่ 1", cells=(("ที่", "ชื่อ"), ("1", "ก"), ("2", "ข")))
    assert (before.kind, after.kind) == ("paragraph", "paragraph")


def test_lines_with_tildes_are_one_chart_and_a_value_may_be_missing(tmp_path: Path) -> None:
    wording = "~^ คะแนน\n~ ก | {{ a }} | 70\n~ ข | | ๖๖.๔\n~ ค | 12.5\n~ ง"
    assert _blocks(tmp_path, wording, a=61.25) == (
        Block("chart", "คะแนน", bars=(Bar("ก", 61.25, 70), Bar("ข", None, 66.4), Bar("ค", 12.5), Bar("ง", None))),
    )


@pytest.mark.parametrize(
    "hostile, told", [("ก | ข", "ก | ข"), ("ก\n| ข | ค", "ก | ข | ค"), ("|= ก", "|= ก"), ("~ ก | ข", "~ ก | ข")]
)
def test_a_bar_or_a_new_line_in_a_fact_stays_in_its_cell(tmp_path: Path, hostile: str, told: str) -> None:
    wording = "|= ที่ | ชื่อ\n| 1 | {{ fact }}\n~ {{ fact }} | 5\n{{ fact }}"
    table, chart, paragraph = _blocks(tmp_path, wording, fact=hostile)
    assert table.cells[1] == ("1", told)
    assert chart.bars == (Bar(told, 5),)
    assert (paragraph.kind, paragraph.text) == ("paragraph", told)


def test_a_caption_or_a_header_begins_another_table(tmp_path: Path) -> None:
    wording = "|= ก\n| 1\n|= ข\n| 2\n|^ สาม\n|= ค\n| 3\n~^ สี่\n~ ง | 4"
    made = _blocks(tmp_path, wording)
    assert [(block.kind, block.text) for block in made] == [
        ("table", ""),
        ("table", ""),
        ("table", "สาม"),
        ("chart", "สี่"),
    ]
    assert [block.cells[0] for block in made[:3]] == [("ก",), ("ข",), ("ค",)]


@pytest.mark.parametrize(
    "wording, why",
    [
        ("|= ก | ข\n| 1 | 2\n| 3", r"ตารางแถวที่ 2 มี 1 ช่อง แต่หัวตารางมี 2 ช่อง: \| 3"),
        ("| 1 | 2", "ไม่มีแถวหัว"),
        ("|^ ตารางที่ 1", "ไม่มีแถวหัว"),
        ("~^ แผนภูมิที่ 1", "ไม่มีแถวข้อมูล"),
        ("~ ก | 5\n~ ข | มาก", r"แผนภูมิแถวที่ 2 ค่า “มาก” ไม่ใช่ตัวเลขระหว่าง 0 ถึง 100: ~ ข \| มาก"),
        ("~ ก | 5 | 100.5", "ไม่ใช่ตัวเลขระหว่าง 0 ถึง 100"),
        ("~ ก | nan", "ไม่ใช่ตัวเลข"),
        ("~ ก | 1 | 2 | 3", "เกิน 3 ช่อง"),
    ],
)
def test_a_row_that_fits_nothing_is_named_with_its_file(tmp_path: Path, wording: str, why: str) -> None:
    with pytest.raises(ConfigError, match=why) as caught:
        _blocks(tmp_path, wording)
    assert f"{tmp_path.name}/wording.j2" in str(caught.value)
    assert "wording.j2" in caught.value.next_step
