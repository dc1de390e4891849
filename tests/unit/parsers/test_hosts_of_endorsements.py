"""What an endorsement stands below: a seal, a name behind a written-out rank, a long foot; what stands there and is none."""

import pytest

from tests.unit.parsers.papers import drafts
from workflow.core.reading import Instrument

NOTE = """{head}
เพื่อโปรดทราบ ตามหนังสือ ที่ สม ๐๓๐๗/๑๕ ลงวันที่ ๔ มีนาคม ๒๕๖๘
และดำเนินการต่อไป
(นางสอง ตัวอย่างดี)
หัวหน้ากลุ่มอำนวยการ
๗ มี.ค. ๒๕๖๘
"""
LETTER = """ที่ สม ๐๓๐๗/๑๕
กรมสมมุติ
๔ มีนาคม ๒๕๖๘
เรื่อง ขอส่งแบบสำรวจ
เรียน เลขาธิการสำนักงานตัวอย่าง
ตามหนังสือที่อ้างถึง กรมสมมุติขอส่งแบบสำรวจมาพร้อมนี้
จึงเรียนมาเพื่อโปรดทราบ
ขอแสดงความนับถือ
{name}
อธิบดีกรมสมมุติ
กองแผนงานสมมุติ
โทร. ๐ ๒๐๐๐ ๐๐๐๐
"""


def _read(*texts: str) -> list[Instrument]:
    return [draft.instrument for draft in drafts(*texts)]


@pytest.mark.parametrize(
    "name",
    ["พันเอก (หนึ่ง สมมุติกุล)", "ร้อยเอก ( หนึ่ง สมมุติกุล )", "ว่าที่ร้อยตรี (หนึ่ง สมมุติกุล)", "พันตำรวจเอกหญิง (หนึ่ง สมมุติกุล)",
     "เรืออากาศโท(หนึ่ง สมมุติกุล)", "พ.ต.อ. (หนึ่ง สมมุติกุล)", "(พลตรี หนึ่ง สมมุติกุล)"],
)  # fmt: skip
@pytest.mark.parametrize("head", ["ที่ ตย ๐๒๐๒/๙๑\nเรียน หัวหน้ากลุ่มพัฒนา", "เรียน หัวหน้ากลุ่มพัฒนา"])
def test_an_endorsement_stands_below_a_name_with_its_rank_written_out(name: str, head: str) -> None:
    letter, note = _read(LETTER.format(name=name) + NOTE.format(head=head))
    assert letter.signatory and letter.signatory.name == "หนึ่ง สมมุติกุล"
    assert (letter.kind, note.kind, note.to) == ("letter", "endorsement", ("หัวหน้ากลุ่มพัฒนา",))
