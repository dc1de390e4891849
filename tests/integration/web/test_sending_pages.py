"""เวียน in a browser: choose, look, press once; a table with mistakes comes back with each in its row; a running job can be watched."""

import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from openpyxl import Workbook, load_workbook
from sqlmodel import select

from tests.integration.services.police import DAY, EVERYONE, ordered, police_desk, submitted
from tests.integration.web.signed_in import PRESSED_HERE, TestClient, as_
from workflow.core.working_as import Role
from workflow.entrypoints.web.app import make_app
from workflow.routing.plan import plan
from workflow.services import sending
from workflow.services.desk import Desk
from workflow.store import sendings
from workflow.store.engine import Store
from workflow.store.roster import replace_roster
from workflow.store.sending_tables import SendingRow
from workflow.store.tables import DispatchRow

NOW = DAY.at + timedelta(hours=1)


class Clerk:
    """The drafter of สทส. before the screen."""

    def __init__(self, desk: Desk, app: FastAPI) -> None:
        self.desk, self.app = desk, app
        self.page = self.at(Role.DRAFTER, "สทส.")

    def at(self, role: Role, unit: str) -> TestClient:
        return as_(self.desk, self.app, role, unit, office="police")

    def choose(self, **form: Any) -> str:
        """Fill the form in and send it; return the address it led to."""
        answer = self.press("/matters/1/dispatch", **form)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"])

    def press(self, path: str, page: TestClient | None = None, **form: Any):  # type: ignore[no-untyped-def]
        return (page or self.page).post(path, data=form, headers=PRESSED_HERE, follow_redirects=False)

    def upload(self, name: str, content: bytes):  # type: ignore[no-untyped-def]
        return self.page.post(
            "/matters/1/dispatch", files={"file": (name, content)}, headers=PRESSED_HERE, follow_redirects=False
        )


@pytest.fixture
def clerk(sqlite_store: Store, tmp_path: Path) -> Iterator[Clerk]:
    desk = police_desk(str(sqlite_store.engine.url), tmp_path)
    ordered(desk, submitted(desk))
    yield Clerk(desk, make_app(desk, now=lambda: NOW))
    desk.store.engine.dispose()


def xlsx(*rows: str) -> bytes:
    book, out = Workbook(), BytesIO()
    for row in ("ผู้รับ", *rows):
        book.active.append([row])
    book.save(out)
    return out.getvalue()


def test_from_the_matter_to_a_sent_circular_is_four_presses(clerk: Clerk) -> None:
    assert "/matters/1/dispatch" in clerk.page.get("/matters/1").text  # 1: เวียนหนังสือ
    look = clerk.choose(ticked=EVERYONE)  # 2: ตรวจก่อนส่ง
    page = clerk.page.get(look).text
    assert re.search(r"ส่ง [๐-๙,]+ ฉบับ", page)
    sent = clerk.press(look)  # 3: ส่ง
    job = clerk.page.get(sent.headers["location"]).text
    assert "ส่งครบแล้ว" in job


def test_pressing_send_again_leads_to_the_same_sending(clerk: Clerk) -> None:
    look = clerk.choose(words="สงป.")
    first, again = (clerk.press(look).headers["location"] for _ in range(2))
    assert first == again
    with clerk.desk.store.read() as session:
        assert len(session.exec(select(SendingRow)).all()) == 1
    assert "ส่งแล้ว" in clerk.page.get(look).text


def test_what_is_wrong_is_told_on_the_form_and_what_was_typed_stays(clerk: Clerk) -> None:
    answer = clerk.press("/matters/1/dispatch", words="ผบช.ภ.99", ticked="สส.")
    assert answer.status_code == 422
    assert "ผบช.ภ.99</textarea>" in answer.text
    assert re.search(r'value="สส\." checked', answer.text)


@pytest.mark.parametrize(("name", "content"), [("รายชื่อ.xlsx", xlsx("สงป.", "ผบช.ภ.4")), ("a.CSV", "ผู้รับ\nสงป.\nผบช.ภ.4".encode())])  # fmt: skip
def test_a_table_of_addressees_is_read_and_sent(clerk: Clerk, name: str, content: bytes) -> None:
    look = clerk.upload(name, content).headers["location"]
    page = clerk.page.get(look).text
    assert ("ส่ง ๒ ฉบับ" in page, name in page) == (True, True)
    clerk.press(look)
    with clerk.desk.store.read() as session:
        assert sorted(session.exec(select(DispatchRow.unit)).all()) == ["ภ.4", "สงป."]


def test_a_table_with_mistakes_comes_back_with_each_in_its_row(clerk: Clerk) -> None:
    answer = clerk.upload("r.xlsx", xlsx("สงป.", "ผบชภ.44", *["ไม่รู้จัก"] * 60))
    rows = re.findall(r'<tr><td class="num">([๐-๙]+)</td><th scope="row">([^<]+)</th>', answer.text)
    assert (answer.status_code, len(rows), rows[0]) == (422, 50, ("๓", "ผบชภ.44"))
    assert "ผบช.ภ.๔</span>" in answer.text
    with clerk.desk.store.read() as session:
        assert session.exec(select(SendingRow)).all() == []


@pytest.mark.parametrize(("name", "content"), [("a.exe", b"MZ"), ("a.xlsx", b"PK\x03\x04x"), ("a.csv", b"\x00\x81")])
def test_a_file_that_is_no_table_is_refused_kindly(clerk: Clerk, name: str, content: bytes) -> None:
    answer = clerk.upload(name, content)
    assert (answer.status_code, 'role="alert"' in answer.text) == (422, True)


def test_the_template_is_read_back_as_it_is(clerk: Clerk) -> None:
    template = clerk.page.get("/matters/1/addressees.xlsx").content
    assert load_workbook(BytesIO(template)).worksheets[0]["A1"].value == "ผู้รับ"
    assert clerk.upload("แบบฟอร์ม.xlsx", template).status_code == 303


def test_another_unit_finds_nothing_of_it(clerk: Clerk) -> None:
    look = clerk.choose(words="สงป.")
    other = clerk.at(Role.DRAFTER, "ภ.4")
    assert [other.get(path).status_code for path in ("/matters/1/dispatch", look)] == [404, 404]
    assert clerk.press(look, other).status_code == 404
    assert clerk.press("/matters/1/dispatch", other, words="สงป.").status_code == 404


@pytest.fixture
def running(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> str:
    """A sending to twenty people in pieces of seven, none of which is written."""
    monkeypatch.setattr(sending, "AT_ONCE", 7)
    monkeypatch.setattr(sendings, "PIECE", 7)
    with clerk.desk.store.write() as session:
        people = [(f"ตน {n:03}", "สงป.", "เจ้าหน้าที่", "", "", "") for n in range(20)]
        replace_roster(session, "police", people)
    return str(clerk.press(clerk.choose(words="ข้าราชการทุกคนในสังกัด สงป.")).headers["location"])


def piece(clerk: Clerk, job: str) -> None:
    with clerk.desk.store.write() as session:
        sending.write_piece(session, int(job.rpartition("/")[2]), NOW)


def test_a_running_job_tells_how_far_it_is_and_asks_again_by_itself(clerk: Clerk, running: str) -> None:
    piece(clerk, running)
    page, part = (clerk.page.get(address).text for address in (running, f"{running}/progress"))
    for text in (page, part):
        assert ("<b>๗</b> จาก ๒๐ ราย" in text, 'hx-trigger="every 2s"' in text) == (True, True)
    assert '<noscript><meta http-equiv="refresh"' in page


def test_a_job_is_stopped_and_taken_up_again_to_the_end(clerk: Clerk, running: str) -> None:
    piece(clerk, running)
    clerk.press(f"{running}/stop")
    stopped = clerk.page.get(running).text
    assert ("หยุดไว้" in stopped, "ส่งต่ออีก ๑๓ ราย" in stopped, "hx-trigger" in stopped) == (True, True, False)
    clerk.press(f"{running}/resume")
    for _ in range(4):
        piece(clerk, running)
    assert "<b>๒๐</b> จาก ๒๐ ราย" in clerk.page.get(running).text


def test_a_failed_job_says_in_words_what_happened_and_what_to_do(clerk: Clerk, running: str) -> None:
    with clerk.desk.store.write() as session:
        sending.record_failure(session, "ดิสก์เต็ม", int(running.rpartition("/")[2]), NOW)
    page = clerk.page.get(running).text
    assert ("ดิสก์เต็ม" in page, "ไม่มีใครได้รับซ้ำ" in page) == (True, True)


def test_only_the_sending_unit_stops_its_job(clerk: Clerk, running: str) -> None:
    piece(clerk, running)
    for unit in ("สงป.", "ภ.4", "ตร."):
        assert clerk.press(f"{running}/stop", clerk.at(Role.REGISTRY, unit)).status_code == 404
    assert running in clerk.page.get("/sendings").text


def test_a_long_list_of_names_goes_with_the_paper_as_its_annex(clerk: Clerk) -> None:
    chart = clerk.desk.office("police").chart
    posts = [to.post for to in plan(chart, (EVERYONE,), sender="สทส.", on=DAY.on).dispatches][:25]
    job = clerk.press(clerk.upload("r.xlsx", xlsx(*posts)).headers["location"]).headers["location"]
    assert f"{job}/annex" in clerk.page.get(job).text
    assert '<a href="/matters" aria-current="page">' in clerk.page.get(job).text  # one is still at the matters
    rows = re.findall(r'<th scope="row"><a href="([^"]+)"', clerk.page.get(f"{job}/annex").text)
    with clerk.desk.store.read() as session:
        assert len(rows) == len(session.exec(select(DispatchRow)).all()) == 25
    assert f'href="{job}"' in clerk.page.get(rows[7]).text  # a copy, and from it back to the sending


def test_a_paper_that_names_its_addressees_has_no_annex(clerk: Clerk) -> None:
    job = clerk.press(clerk.choose(words="สงป.")).headers["location"]
    assert ("annex" in clerk.page.get(job).text, clerk.page.get(f"{job}/annex").status_code) == (False, 404)
