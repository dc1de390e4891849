"""The board of a round in the browser: promises, reports with evidence, what is handed in for the next round."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests import build
from tests.integration.services.police import DAY, LETTER, police_desk
from tests.integration.web.conftest import PRESSED_HERE
from tests.integration.web.signed_in import TestClient, as_
from workflow.core.working_as import Role
from workflow.entrypoints.web.app import make_app
from workflow.services.desk import Desk
from workflow.services.keep_round import Keeping, RoundRow, keep_from_matter, keep_rows
from workflow.services.promises import board
from workflow.services.receive_letter import Arrival, receive_letter

TODAY = date(2025, 12, 22)


@dataclass(frozen=True)
class Board:
    """The police's board of 2568: the desk of its owner, and that of another unit."""

    desk: Desk
    owner: TestClient
    other: TestClient

    def press(self, page: TestClient, button: str, year: int = 2568, **data: str) -> int:
        sent = page.post(f"/rounds/{year}/{button}", data=data, headers=PRESSED_HERE, follow_redirects=False)
        return int(sent.status_code)


@pytest.fixture
def rounds(tmp_path: Path) -> Iterator[Board]:
    desk = police_desk(f"sqlite:///{tmp_path / 's.sqlite3'}", tmp_path)
    matter = receive_letter(desk, Arrival(LETTER, "police", "สทส.", DAY)).matter
    keep_from_matter(desk, matter, at=DAY.at)
    keep_rows(desk, [RoundRow("ตร.", "", "คะแนนรวม", 55.54, 60.0)], Keeping("police", 2562, "บันทึก", DAY.at))
    app = make_app(desk, now=lambda: build.at(TODAY, 1))
    yield Board(
        desk,
        as_(desk, app, Role.DRAFTER, "สทส.", office="police"),
        as_(desk, app, Role.DRAFTER, "สงป.", office="police"),
    )
    desk.store.engine.dispose()


def test_a_round_stands_beside_the_last_as_a_picture_and_as_a_table_with_its_break(rounds: Board) -> None:
    page = rounds.owner.get("/rounds/2568").text
    assert ("<svg" in page, "<script>" in page, "๕๗.๔๖" in page, "เทียบไม่ได้:" in page) == (True, False, True, True)


def test_a_promise_is_the_desk_s_own_unit_s_and_its_day_is_typed_in_thai(rounds: Board) -> None:
    assert rounds.press(rounds.other, "promises", code="1.3", text="เลิกขอสำเนา", due="31 มี.ค. 69") == 303
    line = next(x for x in board(rounds.desk, "police", 2568, today=TODAY) if x.promise)
    assert (line.owner, line.promised, line.due_on) == ("สงป.", "เลิกขอสำเนา", date(2026, 3, 31))


def test_a_day_that_is_past_is_told_in_the_form_and_nothing_is_promised(rounds: Board) -> None:
    sent = rounds.other.post(
        "/rounds/2568/promises", data={"code": "1.3", "text": "ก", "due": "1/1/2568"}, headers=PRESSED_HERE
    )
    assert (sent.status_code, "ผ่านไปแล้ว" in sent.text, ">ก</textarea>" in sent.text) == (400, True, True)
    assert not any(x.promise for x in board(rounds.desk, "police", 2568, today=TODAY))


def test_a_report_brings_a_file_that_comes_back_as_it_was_and_closes_the_promise(rounds: Board) -> None:
    rounds.press(rounds.other, "promises", code="1.3", text="เลิกขอสำเนา")
    told = {"promise": "1", "text": "ทำแล้ว", "done": "true"}
    file = {"evidence": ("หลักฐาน.pdf", b"%PDF-1.4 x")}
    assert rounds.other.post("/rounds/2568/reports", data=told, files=file, headers=PRESSED_HERE).status_code == 200
    answer = rounds.owner.get("/rounds/2568/evidence/1")
    assert (answer.content, "evidence-1.pdf" in answer.headers["content-disposition"]) == (b"%PDF-1.4 x", True)
    assert "แล้วเสร็จ</span>" in rounds.owner.get("/rounds/2568").text


def test_evidence_is_opened_by_its_unit_and_the_surveys_owner_and_by_no_third_unit(rounds: Board) -> None:
    rounds.press(rounds.owner, "promises", code="1.3", text="ทำ")
    file = {"evidence": ("หลักฐาน.pdf", b"%PDF-1.4 x")}
    rounds.owner.post("/rounds/2568/reports", data={"promise": "1", "text": "ทำแล้ว"}, files=file, headers=PRESSED_HERE)
    got = [page.get("/rounds/2568/evidence/1").status_code for page in (rounds.owner, rounds.other)]
    assert got == [200, 404]
    shown = rounds.other.get("/rounds/2568").text
    assert ("มีแฟ้มหลักฐาน" in shown, "/evidence/1" in shown) == (True, False)


def test_another_unit_s_promise_is_not_reported_on(rounds: Board) -> None:
    rounds.press(rounds.owner, "promises", code="1.3", text="ทำ")
    assert rounds.press(rounds.other, "reports", promise="1", text="ทำแล้ว") == 404


def test_what_will_be_asked_is_answered_by_its_owner_once_the_question_is_known(rounds: Board) -> None:
    page = rounds.owner.get("/rounds/2568").text
    assert "<b>ส่งหลักฐานแล้ว ๐ จาก ๕ ข้อ</b>" in page
    assert rounds.press(rounds.owner, "answers", 2570, code="1.3", text="ประกาศแล้ว") == 303
    assert rounds.press(rounds.owner, "answers", 2570, code="9.9", text="ก") == 404
    assert "<b>ส่งหลักฐานแล้ว ๑ จาก ๕ ข้อ</b>" in rounds.owner.get("/rounds/2570").text


def test_the_list_of_rounds_shows_what_is_open(rounds: Board) -> None:
    page = rounds.owner.get("/rounds").text
    assert ("ข้อเสนอแนะ ๕ ข้อ · ยังค้าง ๕" in page, page.index("๒๕๗๐") < page.index("๒๕๖๘")) == (True, True)
