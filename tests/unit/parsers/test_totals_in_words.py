"""The row of the whole in a table of scores is known by its words; an indicator whose name holds some of them is none."""

import pytest

from workflow.parsers.fields.score_table import is_total


@pytest.mark.parametrize("name", ["คะแนนวุฒิภาวะรวม", "ดัชนีความพร้อมรวม", "ระดับความพร้อมรวม", "คะแนนรวม", "ภาพรวม", "รวม"])
def test_the_whole(name: str) -> None:
    assert is_total(name)


@pytest.mark.parametrize("name", ["การรวม", "คะแนนการรวม", "ระบบข้อมูลรวมศูนย์", "ดัชนีราคารวมภาษี", "บริการรวม"])
def test_an_indicator(name: str) -> None:
    assert not is_total(name)
