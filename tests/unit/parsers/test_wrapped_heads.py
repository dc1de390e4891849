"""Heads whose fields run over rows that look like something else: a label, a text's first row; and labels led by dots."""

from pathlib import Path

import pytest

from tests.unit.parsers.papers import only, placed, read_text
from workflow.core.reading import Instrument
from workflow.parsers.rows import rows_of

_MEMO = """                         บันทึกข้อความ
ส่วนราชการ{dots}กลุ่มข้อมูล โทร. ๑๕{dots}
ที่{dots}ตย ๐๑๐๑.๒/ว๑๑๘{dots}\tวันที่{dots}๑ เมษายน ๒๕๖๔{dots}
เรื่อง{dots}ขอส่งผลการสำรวจระดับความพร้อมรัฐบาลดิจิทัลของหน่วยงานภาครัฐ
ประจำปี ๒๕๖๓ และข้อเสนอแนะ{dots}
เรียน  อธิบดีกรมตัวอย่าง

          ด้วยสำนักงานตัวอย่างแจ้งผลการสำรวจ นั้น
          จึงเรียนมาเพื่อโปรดทราบ

(นายสมเจตน์ สมมุติ)
อธิบดีกรมตัวอย่าง
"""


@pytest.mark.parametrize("dots", ["...", "....", "…", " ... "])
def test_a_few_dots_behind_a_label_are_no_part_of_what_is_written_on_them(tmp_path: Path, dots: str) -> None:
    paper: Instrument = only(read_text(tmp_path, _MEMO.format(dots=dots)))
    assert (paper.number, str(paper.date), paper.sender) == ("ตย 0101.2/ว118", "2021-04-01", "กลุ่มข้อมูล")
    assert paper.subject == "ขอส่งผลการสำรวจระดับความพร้อมรัฐบาลดิจิทัลของหน่วยงานภาครัฐประจำปี 2563 และข้อเสนอแนะ"


def test_dots_that_nothing_is_written_on_stay() -> None:
    rows = rows_of(placed([(0.0, "ที่......../........"), (0.0, "ที่......วันที่ ๑ เมษายน ๒๕๖๔"), (0.0, "ผลอื่น...ดังนี้")]).lines)
    assert [row.text for row in rows] == ["ที่......../........", "ที่......วันที่ 1 เมษายน 2564", "ผลอื่น...ดังนี้"]
