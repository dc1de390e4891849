"""The endorsement: politeness by direction, the order cited as the host paper's."""

from dataclasses import replace
from datetime import date

from memos import CATALOGUE
from tests.unit.memos.cases import police_2562, said
from workflow.core.memo_kind import AddressGroup, CaseFile, CitedOrder, CitedPaper

UP = AddressGroup(("ผบช.สงป.", "รอง ผบช.สงป."), downward=False)
DOWN = AddressGroup(("ผบก.ในสังกัด สงป.",), downward=True, action="ประชาสัมพันธ์ข้าราชการตำรวจในสังกัด")
HOST = CitedPaper("สทส.", "0033.12/5052", date(2019, 11, 22), "แจ้งผลการสำรวจ")
ORDER = CitedOrder("ตร.", date(2019, 11, 26), ("ทราบตามข้อ 2", "เห็นชอบตามที่เสนอในข้อ 3"))


def _case(*groups: AddressGroup, order: CitedOrder | None = ORDER, host: CitedPaper | None = HOST) -> CaseFile:
    return replace(police_2562(), groups=groups, order=order, host=host, number="0033.12/5183", on=date(2019, 12, 6))


def test_the_order_is_cited_as_written_on_the_host_paper() -> None:
    cited = "ตามบันทึกสั่งการ ตร. ลง ๒๖ พ.ย.๖๒ ท้ายหนังสือ สทส. ที่ ๐๐๓๓.๑๒/๕๐๕๒ ลง ๒๒ พ.ย.๖๒ เรื่อง แจ้งผลการสำรวจ"
    assert f"เพื่อโปรดทราบ {cited} และพิจารณาดำเนินการในส่วนที่เกี่ยวข้องตามข้อ ๓" in said("forwarding-note", _case(UP))


def test_one_note_speaks_up_and_down_at_once() -> None:
    lines = said("forwarding-note", _case(UP, DOWN)).splitlines()
    assert lines.index("เรียน ผบช.สงป.") + 1 == lines.index("รอง ผบช.สงป.")
    assert "เพื่อทราบ และประชาสัมพันธ์ข้าราชการตำรวจในสังกัด" in lines
    assert sum("เพื่อโปรดทราบ" in line for line in lines) == sum("เพื่อทราบ" in line for line in lines) == 1
    assert "เรียน ผบก.ในสังกัด สงป." not in lines


def test_a_downward_note_never_says_please() -> None:
    assert "โปรด" not in said("forwarding-note", _case(DOWN))


def test_no_clause_is_named_that_the_order_does_not_name() -> None:
    plain = CitedOrder("ตร.", date(2019, 11, 26), ("ทราบ",))
    assert "ตามข้อ" not in said("forwarding-note", _case(UP, order=plain))


def test_without_an_order_none_is_cited_and_nothing_is_to_be_done() -> None:
    words = said("forwarding-note", _case(UP, order=None))
    assert "สั่งการ" not in words and "ดำเนินการ" not in words
    assert "เพื่อโปรดทราบ ตามหนังสือ สทส. ที่ ๐๐๓๓.๑๒/๕๐๕๒" in words


def test_the_note_is_dated_under_its_signature() -> None:
    assert said("forwarding-note", _case(UP)).splitlines()[-1] == "๖ ธ.ค.๖๒"


def test_it_is_an_endorsement() -> None:
    assert CATALOGUE["forwarding-note"].form == "endorsement"
