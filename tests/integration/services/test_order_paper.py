"""The memo with what officers wrote on it: opinions, then the order, each under rank, name, title and day."""

from pathlib import Path

import pytest

from tests.integration.services import journey_desk
from tests.integration.services.journey_desk import CHIEF, DEPUTY, HEAD, says, submitted
from tests.unit.templates.overlay.hosts import pdfium_text
from workflow.core.errors import NotFound
from workflow.services.desk import Desk
from workflow.services.give_order import ask_for_more, give_order, pass_memo, return_memo
from workflow.services.memo_files import memo_files
from workflow.services.order_paper import order_paper
from workflow.store.engine import Store
from workflow.store.tables import MemoRow


@pytest.fixture
def desk(sqlite_store: Store, tmp_path: Path) -> Desk:
    return journey_desk.desk(sqlite_store, tmp_path)


def text_of(desk: Desk, number: int) -> str:
    return pdfium_text(order_paper(desk, number).path.read_bytes())


def places(text: str, *words: str) -> list[int]:
    assert [word for word in words if word not in text] == []
    return [text.index(word) for word in words]


def test_opinions_stand_in_their_order_and_the_order_last_with_title_and_day(desk: Desk) -> None:
    number = submitted(desk, rendered=True)
    pass_memo(desk, says(number, DEPUTY, "เห็นควรอนุมัติ 2 ข้อ", day=3))
    give_order(desk, says(number, CHIEF, "ทราบตามข้อ 2\n- เห็นชอบตามที่เสนอในข้อ 3", day=9))
    found = places(
        text_of(desk, number), "เพื่อโปรดพิจารณา", "เห็นควรอนุมัติ ๒ ข้อ", "(ตัวอย่าง คนที่๓)", "๓ ธ.ค.๖๒",
        "- ทราบตามข้อ ๒", "- เห็นชอบตามที่เสนอในข้อ ๓", "(ตัวอย่าง คนที่๒)", "ผบช.สงป. ปรท.หัวหน้า สนง.", "๙ ธ.ค.๖๒",
    )  # fmt: skip
    assert found == sorted(found)


def test_an_order_bears_no_number_of_its_own(desk: Desk) -> None:
    number = submitted(desk, (CHIEF,), rendered=True)
    with desk.store.read() as session:
        host = memo_files(desk, session.get_one(MemoRow, 1))[1]
    before = host.read_bytes()
    give_order(desk, says(number, CHIEF, "ทราบ"))
    paper = order_paper(desk, number)
    lines = [line.split()[0] for line in pdfium_text(paper.path.read_bytes()).splitlines() if line.split()]
    assert lines.count("ที่") == [line.split()[0] for line in pdfium_text(before).splitlines() if line.split()].count("ที่")
    assert host.read_bytes() == before and [place.slip for place in paper.places] == [False]


def test_question_and_answer_stand_between_the_opinions_and_the_order(desk: Desk) -> None:
    number = submitted(desk, (CHIEF,), rendered=True)
    pass_memo(desk, says(number, CHIEF))
    ask_for_more(desk, says(number, HEAD, "ขอรายละเอียดงบประมาณ", day=4))
    pass_memo(desk, says(number, "ผบช.สทส.", "ใช้งบปกติ", day=6))
    give_order(desk, says(number, HEAD, "อนุมัติ", day=9))
    found = places(text_of(desk, number), "- ขอรายละเอียดงบประมาณ", "ใช้งบปกติ", "- อนุมัติ")
    assert found == sorted(found)
    assert "ผบช.สงป." not in text_of(desk, number)  # he let it pass without a word


def test_many_opinions_go_on_a_slip_and_keep_their_order(desk: Desk) -> None:
    number = submitted(desk, (f"ทุกคน: {DEPUTY}, {CHIEF}",), rendered=True)
    said = [f"ความเห็นที่ {n} " + "เห็นควรให้ดำเนินการตามที่เสนอโดยเร็ว " * 14 for n in (1, 2)]
    pass_memo(desk, says(number, DEPUTY, said[0]))
    pass_memo(desk, says(number, CHIEF, said[1], day=4))
    give_order(desk, says(number, HEAD, "อนุมัติ " * 40, day=5))
    paper = order_paper(desk, number)
    assert [place.slip for place in paper.places] == sorted(place.slip for place in paper.places)
    assert paper.places[-1].slip


def test_the_reason_of_a_return_is_on_the_paper_that_comes_back(desk: Desk) -> None:
    number = submitted(desk, (CHIEF,), rendered=True)
    return_memo(desk, says(number, CHIEF, "ขอให้แนบผลคะแนน"))
    assert "- ขอให้แนบผลคะแนน" in text_of(desk, number)


def test_while_nobody_has_written_on_it_there_is_no_such_paper(desk: Desk) -> None:
    number = submitted(desk, (CHIEF,))
    with pytest.raises(NotFound, match="ยังไม่มีความเห็น"):
        order_paper(desk, number)
    give_order(desk, says(number, CHIEF, "ทราบ"))
    with pytest.raises(NotFound, match="ยังไม่มีแฟ้ม PDF"):
        order_paper(desk, number)
