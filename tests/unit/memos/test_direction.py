"""The line along which an addressee stands decides the words: command orders, other lines ask, upward is polite."""

from dataclasses import replace

import pytest

from memos import CATALOGUE
from tests.unit.memos.cases import said
from workflow.core.memo_kind import AddressGroup, CaseFile
from workflow.core.org import CHAIN_OF_COMMAND, ParentKind

DIRECTED = ("recommendation-assignment", "data-request", "reminder-memo", "invitation-forward")


def _to(name: str, line: ParentKind | None) -> str:
    case = CATALOGUE[name].sample()
    return said(name, replace(case, groups=(AddressGroup(case.to, downward=line == CHAIN_OF_COMMAND, line=line),)))


@pytest.mark.parametrize("name", DIRECTED)
def test_along_the_chain_of_command_nobody_says_please(name: str) -> None:
    words = _to(name, CHAIN_OF_COMMAND)
    assert "จึงเรียนมาเพื่อทราบ" in words
    assert "โปรด" not in words and "ขอความร่วมมือ" not in words


@pytest.mark.parametrize("name", DIRECTED)
@pytest.mark.parametrize("line", ["สายงาน", "ประสาน"])
def test_along_any_other_line_cooperation_is_asked(name: str, line: ParentKind) -> None:
    words = _to(name, line)
    assert "ขอความร่วมมือ" in words and "จึงเรียนมาเพื่อโปรด" in words
    assert "มอบหมายให้" not in words and "จึงให้" not in words


@pytest.mark.parametrize("name", DIRECTED)
def test_superiors_and_equals_are_told_politely_and_not_ordered(name: str) -> None:
    words = _to(name, None)
    assert "จึงเรียนมาเพื่อโปรดพิจารณา" in words
    assert "จึงให้" not in words and "เพื่อทราบ" not in words


def test_a_note_asks_whom_it_may_not_order() -> None:
    case = CATALOGUE["forwarding-note"].sample()
    asked = AddressGroup(("สรรพากรพื้นที่ตัวอย่าง",), downward=False, line="ประสาน")
    assert "เพื่อโปรดทราบ ตาม" in said("forwarding-note", replace(case, groups=(asked,)))
    assert "และขอความร่วมมือพิจารณาดำเนินการในส่วนที่เกี่ยวข้องตามข้อ ๓" in said("forwarding-note", replace(case, groups=(asked,)))


def _circular(*groups: AddressGroup) -> CaseFile:
    return replace(CATALOGUE["circular"].sample(), groups=groups)


ORDERED = AddressGroup(("นายอำเภอทุกอำเภอ",), downward=True, action="ดำเนินการ", line=CHAIN_OF_COMMAND)
ASKED = AddressGroup(("สรรพากรพื้นที่",), downward=False, action="ดำเนินการ", line="ประสาน")


def test_a_circular_orders_some_and_asks_others_in_one_text_and_closes_politely() -> None:
    words = said("circular", _circular(ASKED, ORDERED))
    assert "จึงให้ นายอำเภอทุกอำเภอ ดำเนินการ และขอความร่วมมือ สรรพากรพื้นที่ ดำเนินการ" in words
    assert words.count("จึงเรียนมาเพื่อโปรดทราบ") == 1


def test_a_circular_to_ones_own_command_only_orders() -> None:
    words = said("circular", _circular(ORDERED))
    assert "จึงเรียนมาเพื่อทราบและดำเนินการต่อไป" in words and "โปรด" not in words


def test_a_circular_without_an_order_to_act_only_informs() -> None:
    words = said("circular", replace(_circular(replace(ORDERED, action=None)), order=None))
    assert words.splitlines()[-4] == "จึงเรียนมาเพื่อทราบ"
    assert "จึงให้" not in words
