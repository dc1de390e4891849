"""Handing in and checking in a browser: files come, are listed with their state, are mended beside the page and entered."""

from pathlib import Path

import pytest

from tests import build
from tests.integration.services import intake_desk
from tests.integration.services.intake_desk import LETTER, refusing, taken
from tests.integration.web.conftest import TODAY, Site
from tests.integration.web.signed_in import PRESSED_HERE, TestClient, as_
from workflow.core.errors import UnreadableFile
from workflow.core.working_as import Role
from workflow.entrypoints.web import sent
from workflow.entrypoints.web.app import make_app
from workflow.services.desk import Desk
from workflow.services.page_views import tell_progress
from workflow.services.take_in import folder_of, read_taken
from workflow.store.corrections import corrections_of
from workflow.store.engine import Store
from workflow.store.intakes import intake


@pytest.fixture
def place(store: Store, tmp_path: Path) -> Desk:
    """The desk, on both databases."""
    laid = intake_desk.desk(store, tmp_path)
    laid.engine.prepare()  # a first try that is rolled back would use up a number on PostgreSQL
    return laid


@pytest.fixture
def page(place: Desk) -> TestClient:
    """The drafter of สทส. before it."""
    return as_(place, make_app(place, now=lambda: build.at(TODAY, 1)), Role.DRAFTER, "สทส.")


def send(page: TestClient, *files: tuple[str, bytes]) -> str:
    answer = page.post("/intake", files=[("files", file) for file in files], headers=PRESSED_HERE)
    return str(answer.text)


def press(page: TestClient, number: int, **form: str) -> str:
    return str(page.post(f"/intake/{number}", data=form, headers=PRESSED_HERE).text)


def test_files_are_handed_in_and_waited_for_with_the_page_asking_again(place: Desk, page: TestClient) -> None:
    shown = send(page, ("หนึ่ง.txt", LETTER), ("สอง.txt", LETTER + b"2"))
    assert "รับแฟ้มแล้ว ๒ แฟ้ม" in shown and 'hx-get="/intake/list"' in shown and "รอถึงคิวอ่าน" in shown
    with place.store.read() as session:
        tell_progress(folder_of(place, intake(session, 1).sha256), "อ่านภาพสแกนแล้ว ๓ หน้า")
    assert "อ่านภาพสแกนแล้ว ๓ หน้า" in page.get("/intake/list").text
    for number in (1, 2):
        read_taken(place, number)
    shown = page.get("/intake").text
    assert "hx-get" not in shown and shown.count("อ่านแล้ว รอตรวจ") == 2 and shown.count("ต้องตรวจ ๑") == 2


def test_a_duplicate_is_told(place: Desk, page: TestClient) -> None:
    send(page, ("หนึ่ง.txt", LETTER))
    assert "๑ แฟ้มเคยส่งเข้ามาแล้ว" in send(page, ("สำเนา.txt", LETTER))


def test_one_refused_file_does_not_hold_up_the_others_and_none_says_so(place: Desk, page: TestClient) -> None:
    shown = send(page, ("โปรแกรม.exe", b"MZ"), ("หนึ่ง.txt", LETTER))
    assert "ไม่อ่านแฟ้มชนิดนี้" in shown and "รับแฟ้มแล้ว ๑ แฟ้ม" in shown
    answer = page.post("/intake", data={"x": "1"}, headers=PRESSED_HERE)
    assert (answer.status_code, "ยังไม่ได้เลือกแฟ้ม" in answer.text) == (400, True)


def test_too_much_at_once_is_refused_before_it_is_read(page: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sent, "MAX_BODY", 1000)
    answer = page.post("/intake", files=[("files", ("ก.txt", b"x" * 2000))], headers=PRESSED_HERE)
    assert (answer.status_code, "ใหญ่เกิน" in answer.text) == (403, True)


def test_a_file_that_cannot_be_read_says_why_with_a_button_to_try_again(store: Store, tmp_path: Path) -> None:
    place = intake_desk.desk(store, tmp_path, refusing(UnreadableFile("แฟ้มเสียหาย <b>", next_step="ขอแฟ้มใหม่")))
    page = as_(place, make_app(place, now=lambda: build.at(TODAY, 1)), Role.REGISTRY, "สทส.")
    number = taken(place)
    shown = page.get("/intake").text
    assert "แฟ้มเสียหาย &lt;b&gt;" in shown and "ขอแฟ้มใหม่" in shown and f"/intake/{number}/again" in shown
    assert "รอถึงคิวอ่าน" in page.post(f"/intake/{number}/again", headers=PRESSED_HERE).text


def test_a_field_is_named_with_how_sure_it_was_read_and_why_it_is_doubted(place: Desk, page: TestClient) -> None:
    shown = page.get(f"/intake/{taken(place)}").text
    assert "อ่านยาก ๗๐%" in shown and "ชัดเจน ๙๙%" in shown and "วันที่อยู่ก่อนหนังสือที่อ้างถึง" in shown
    assert 'value="๑ พฤษภาคม ๒๕๖๒"' in shown and 'value="1:date=2019-11-01">๑ พฤศจิกายน ๒๕๖๒</button>' in shown
    assert "Secret99" not in shown and "ปกปิด" in shown


def test_a_candidate_is_taken_by_one_press_and_stands_beside_what_was_read(place: Desk, page: TestClient) -> None:
    number = taken(place)
    shown = press(page, number, take="1:date=2019-11-01")
    assert 'value="๑ พฤศจิกายน ๒๕๖๒"' in shown and "อ่านได้ว่า “๑ พฤษภาคม ๒๕๖๒”" in shown and "แก้แล้ว" in shown


def test_what_is_typed_wrong_is_said_and_stays_in_its_box(place: Desk, page: TestClient) -> None:
    number = taken(place)
    shown = press(page, number, **{"1:date": "31/11/2562", "1:subject": "แจ้งผล", "do": "next"})
    assert "ยังบันทึกไม่ได้ ๑ ช่อง" in shown and 'value="31/11/2562"' in shown and ">แจ้งผล</textarea>" in shown


def test_saving_goes_on_to_the_next_file(place: Desk, page: TestClient) -> None:
    one, two = taken(place), taken(place, "สอง.txt", LETTER + b"2")
    answer = page.post(f"/intake/{one}", data={"do": "next"}, headers=PRESSED_HERE, follow_redirects=False)
    assert answer.headers["location"] == f"/intake/{two}"


def test_the_paper_is_entered_under_the_next_number_or_that_of_its_stamp(place: Desk, page: TestClient) -> None:
    one, two = taken(place), taken(place, "สอง.txt", LETTER + b"2")
    shown = press(page, one, **{"1:date": "1/11/2562", "do": "enter"})
    assert "ลงรับแล้ว เลขรับ ๑" in shown and "/matters/1/draft" in shown
    assert "เลขรับ ๗๗" in press(page, two, do="enter", paper_number="๗๗")
    with place.store.read() as session:
        assert [made.value for made in corrections_of(session, 1)] == ["2019-11-01"]
    assert "ไม่ใช่เลข" in press(page, taken(place, "สาม.txt", LETTER + b"3"), do="enter", paper_number="สิบ")


def test_a_busy_registers_number_is_told_too_and_who_drafts_is_led_on(place: Desk, page: TestClient) -> None:
    shown = press(page, taken(place), do="enter", paper_number="123456")
    assert "เลขรับ ๑๒๓๔๕๖" in shown and 'href="/matters/1/draft"' in shown


def test_a_registry_is_not_led_to_a_draft_it_may_not_write(place: Desk, page: TestClient) -> None:
    registry = as_(place, page.app, Role.REGISTRY, "สทส.")  # type: ignore[arg-type]
    shown = press(registry, taken(place), do="enter")
    assert "เจ้าของเรื่องเห็นที่หน้างานของฉันแล้ว" in shown and "/draft" not in shown


def test_another_unit_finds_nothing_and_an_officer_or_another_site_may_not(site: Site) -> None:
    number = site.intake()
    stranger = site.as_(Role.REGISTRY, "สงป.")
    before = site.rows()
    for path in (f"/intake/{number}", f"/intake/{number}/masked.pdf", f"/intake/{number}/pages/1.webp"):
        assert stranger.get(path).status_code == 404
    for path in (f"/intake/{number}", f"/intake/{number}/again"):
        assert stranger.post(path, data={"do": "enter"}, headers=PRESSED_HERE).status_code == 404
        assert site.page.post(path, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert site.rows() == before
    assert site.as_(Role.OFFICER, post="ผบช.สทส.").get("/intake").status_code == 403


@pytest.mark.parametrize("number", ["99", "0", "x", "99999999999999999999"])
def test_a_file_that_is_not_there_is_not_found(site: Site, number: str) -> None:
    assert site.page.get(f"/intake/{number}").status_code == 404
