"""The commander's pages without a line of script: what waits, the paper itself, an order, a return, an opinion, many at once."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi import FastAPI

from tests import build
from tests.integration.services import journey_desk
from tests.integration.services.journey_desk import CHIEF, DEPUTY, HEAD, says, states, submitted
from tests.integration.web.signed_in import PRESSED_HERE, TestClient, as_
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.entrypoints.web.app import make_app
from workflow.services.desk import Desk
from workflow.services.give_order import pass_memo
from workflow.services.show_journey import show_journey
from workflow.store.engine import Store

TODAY = journey_desk.LAST.replace(day=4)


@dataclass
class Office:
    """The desk and the application before it."""

    desk: Desk
    app: FastAPI

    def officer(self, post: str) -> TestClient:
        """The post's holder in a browser."""
        return as_(self.desk, self.app, Role.OFFICER, post=post)


@pytest.fixture
def office(store: Store, tmp_path: Path) -> Office:
    """On both databases."""
    desk = journey_desk.desk(store, tmp_path)
    return Office(desk, make_app(desk, now=lambda: build.at(TODAY, 1)))


def step(office: Office, matter: int, post: str) -> int:
    return next(row.id or 0 for row in journey_desk.steps(office.desk, matter) if row.post == post)


def press(page: TestClient, path: str, **form: str | list[str]) -> tuple[int, str]:
    answer = page.post(path, data=form, headers=PRESSED_HERE)
    return answer.status_code, answer.text


def test_the_list_shows_what_waits_and_in_which_capacity_one_would_sign(office: Office) -> None:
    number = submitted(office.desk, rendered=True)
    shown = office.officer(DEPUTY).get("/orders").text
    assert f"/orders/{step(office, number, DEPUTY)}" in shown and "๑ เรื่องรอ" in shown and "ลงความเห็นโดย" in shown
    assert "ไม่มีเรื่องรอท่าน" in office.officer(CHIEF).get("/orders").text
    assert as_(office.desk, office.app, Role.DRAFTER, "สทส.").get("/orders").status_code == 403


def test_an_officer_on_the_way_gives_an_opinion_and_sees_it_in_the_next_ones_paper(office: Office) -> None:
    number = submitted(office.desk, rendered=True)
    at = step(office, number, DEPUTY)
    status, shown = press(office.officer(DEPUTY), f"/orders/{at}", do="note", text="เห็นควรอนุมัติ")
    assert (status, "เสนอความเห็นแล้ว" in shown) == (200, True)
    chief = office.officer(CHIEF)
    at = step(office, number, CHIEF)
    shown = chief.get(f"/orders/{at}").text
    assert "“เห็นควรอนุมัติ”" in shown and "เสนอความเห็นแล้ว" in shown
    assert chief.get(f"/orders/{at}/pages/1.png").content[:4] == b"\x89PNG"


def test_an_order_names_whom_it_is_given_for_and_is_bound_to_the_words_read(office: Office) -> None:
    number = submitted(office.desk, (CHIEF,), rendered=True)
    at, chief = step(office, number, CHIEF), office.officer(CHIEF)
    shown = chief.get(f"/orders/{at}").text
    assert "สั่งการโดย" in shown and "ปรท.หัวหน้า สนง." in shown and 'name="seen"' in shown
    assert press(chief, f"/orders/{at}", do="decide", text="อนุมัติ", seen="0" * 64)[0] == 400
    assert states(office.desk, number) == ["waiting", "waiting"]
    assert "สั่งการแล้ว" in press(chief, f"/orders/{at}", do="decide", phrase="เห็นชอบ", text="ให้รายงานผล")[1]
    done = show_journey(office.desk, number, today=TODAY).rounds[-1].steps[0]
    assert (done.text, done.capacity, done.name) == (
        "เห็นชอบ\nให้รายงานผล",
        "ผบช.สงป. ปรท.หัวหน้า สนง.",
        "พล.ต.ต. ตัวอย่าง คนที่2",
    )


def test_a_return_needs_its_reason_and_brings_the_memo_back(office: Office) -> None:
    number = submitted(office.desk, rendered=True)
    at, deputy = step(office, number, DEPUTY), office.officer(DEPUTY)
    status, shown = press(deputy, f"/orders/{at}", do="return")
    assert (status, "ไม่มีข้อความส่งคืน" in shown) == (400, True)
    assert "ส่งคืนแล้ว" in press(deputy, f"/orders/{at}", do="return", text="แก้วันที่")[1]
    assert states(office.desk, number)[0] == "returned"


def test_passing_without_an_opinion_leaves_no_words(office: Office) -> None:
    number = submitted(office.desk, rendered=True)
    press(office.officer(DEPUTY), f"/orders/{step(office, number, DEPUTY)}", do="pass", text="ไม่เอาข้อความนี้")
    assert (states(office.desk, number)[0], journey_desk.steps(office.desk, number)[0].text) == ("passed", "")


def test_nobody_speaks_at_another_officers_step(office: Office) -> None:
    number = submitted(office.desk, rendered=True)
    at = step(office, number, DEPUTY)
    for post in (CHIEF, HEAD):
        page = office.officer(post)
        assert press(page, f"/orders/{at}", do="decide", text="อนุมัติ")[0] == 404
        assert page.get(f"/orders/{at}").status_code == page.get(f"/orders/{at}/pages/1.png").status_code == 404
    assert states(office.desk, number) == ["waiting"] * 3


def test_many_memos_get_one_text_each_as_an_order_of_its_own_number(office: Office) -> None:
    numbers = [submitted(office.desk, (CHIEF,), subject=f"เรื่อง {n}", rendered=True) for n in (1, 2, 3)]
    chief = office.officer(CHIEF)
    assert "สั่งการทุกเรื่องที่เลือก" in chief.get("/orders").text
    ticked = [str(step(office, number, CHIEF)) for number in numbers[:2]]
    status, shown = press(chief, "/orders", step=[*ticked, "999"], text="อนุมัติ")
    assert (status, "สั่งการแล้ว ๒ จาก ๓ เรื่อง" in shown, "ไม่ได้สั่ง" in shown) == (200, True, True)
    assert [states(office.desk, number)[0] for number in numbers] == ["decided", "decided", "waiting"]
    assert "ยังไม่ได้เลือกเรื่อง" in press(chief, "/orders", text="อนุมัติ")[1]


def test_the_addressee_may_ask_the_units_head_for_more(office: Office) -> None:
    number = submitted(office.desk, (DEPUTY,), rendered=True)
    pass_memo(office.desk, says(number, DEPUTY))
    head = office.officer(HEAD)
    status, shown = press(head, f"/orders/{step(office, number, HEAD)}", do="ask", ask="ผบช.สทส.", text="ขอตัวเลขปีก่อน")
    assert (status, "ขอข้อมูลเพิ่มแล้ว" in shown) == (200, True)
    assert "๑ เรื่องรอ" in office.officer("ผบช.สทส.").get("/orders").text


def test_another_site_orders_nothing(office: Office) -> None:
    number = submitted(office.desk, (CHIEF,), rendered=True)
    chief, at = office.officer(CHIEF), step(office, number, CHIEF)
    foreign = {"Sec-Fetch-Site": "cross-site"}
    for path, form in ((f"/orders/{at}", {"do": "decide", "text": "ก"}), ("/orders", {"step": str(at), "text": "ก"})):
        assert chief.post(path, data=form, headers=foreign).status_code == 403
    assert states(office.desk, number) == ["waiting", "waiting"]


def test_a_stand_in_orders_at_his_acting_desk_on_the_day_the_chief_is_away(store: Store, tmp_path: Path) -> None:
    desk = journey_desk.desk(store, tmp_path)
    number = submitted(desk, (CHIEF,), rendered=True)
    away = journey_desk.LAST.replace(day=20)
    app = make_app(desk, now=lambda: build.at(away, 1))
    deputy = as_(desk, app, Role.OFFICER, post=DEPUTY)
    assert "ไม่มีเรื่องรอท่าน" in deputy.get("/orders").text
    key = f"test|สงป.|officer|{DEPUTY}|{CHIEF}"
    deputy.post("/desks", data={"key": key}, headers=PRESSED_HERE)
    at = next(row.id for row in journey_desk.steps(desk, number) if row.post == CHIEF)
    assert press(deputy, f"/orders/{at}", do="note", text="เห็นควรอนุมัติ")[0] == 200
    done = show_journey(desk, number, today=When.day(away).on).rounds[-1].steps[0]
    assert (done.capacity, done.appointment) == ("รอง ผบช.ฯ รรท.ผบช.สงป.", "คำสั่ง ๑๐/๒๕๖๒")
