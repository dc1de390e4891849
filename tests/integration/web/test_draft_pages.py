"""The draft page: kind, signatory and way up chosen, the pages seen, the DOCX taken and brought back edited, the memo sent up."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document as open_docx

from tests import build
from tests.integration.services import intake_desk
from tests.integration.services.intake_desk import CAME, CLERK, taken
from tests.integration.web.signed_in import PRESSED_HERE, TestClient, as_
from workflow.core.working_as import Role
from workflow.entrypoints.web.app import make_app
from workflow.services.desk import Desk
from workflow.services.enter_intake import enter_intake
from workflow.store.engine import Store
from workflow.store.tables import MemoRow

TODAY = date(2019, 11, 22)
DRAFT = "/matters/1/draft"


@pytest.fixture
def place(store: Store, tmp_path: Path) -> Desk:
    """A desk with one matter entered, on both databases."""
    desk = intake_desk.desk(store, tmp_path)
    enter_intake(desk, CLERK, taken(desk), CAME)
    return desk


@pytest.fixture
def page(place: Desk) -> TestClient:
    """Its drafter."""
    return as_(place, make_app(place, now=lambda: build.at(TODAY, 1)), Role.DRAFTER, "สทส.")


def press(page: TestClient, **form: str) -> str:
    sent = {"kind": "result-report", "signer": "ผบช.สทส.", "on": "22/11/2562", "chosen": "true", **form}
    return str(page.post(DRAFT, data=sent, headers=PRESSED_HERE).text)


def edited(page: TestClient, text: str) -> bytes:
    paper = open_docx(io.BytesIO(page.get("/memos/1.docx").content))
    body = next(p for p in paper.paragraphs if "จึงเรียนมา" in p.text)
    body.runs[0].text = text
    for run in body.runs[1:]:
        run.text = ""
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def test_the_pages_are_seen_as_they_will_be_printed_and_change_with_the_form(place: Desk, page: TestClient) -> None:
    shown = page.get(DRAFT).text
    first = re.findall(r"/matters/1/draft/previews/[0-9a-f]{32}/\d\.png", shown)
    assert page.get(first[0]).content[:4] == b"\x89PNG" and "บันทึกรายงานผลการสำรวจ" in shown
    other = page.get(f"{DRAFT}/preview", params={"kind": "result-report", "on": "25 พ.ย. 62"}).text
    assert first[0] not in other and "ตัวอย่าง" in other and "<html" not in other


def test_a_day_typed_wrong_is_said_beside_the_form(place: Desk, page: TestClient) -> None:
    assert "ไม่เข้าใจวันที่" in press(page, on="เมื่อวาน", do="draft")
    assert "31/11/2562" in page.get(f"{DRAFT}/preview", params={"on": "31/11/2562"}).text


def test_a_memo_is_drafted_and_sent_up_under_the_day_and_signatory_chosen(place: Desk, page: TestClient) -> None:
    assert "บันทึกร่างแล้ว" in press(page, do="draft")
    shown = press(page, do="submit")
    assert "เสนอแล้ว ที่ ๐๐๓๓/๑" in shown and "แก้ไม่ได้จนกว่าจะถูกส่งคืน" in shown
    assert 'src="/memos/1/pages/1.png"' in shown and "รอสั่งการ" in shown and 'name="signer"' not in shown
    assert page.get("/memos/1/pages/1.png").content[:4] == b"\x89PNG"
    assert "จึงร่างบันทึกไม่ได้" in press(page, do="draft")


def test_a_kind_that_cannot_be_written_yet_says_why(place: Desk, page: TestClient) -> None:
    shown = page.get(DRAFT, params={"kind": "circular"}).text
    assert "ชนิดที่ยังเขียนไม่ได้" in shown and page.get(DRAFT, params={"kind": "ไม่มี"}).status_code == 404


def test_the_file_edited_in_word_becomes_the_version_that_counts_and_tells_what_differs(
    place: Desk, page: TestClient
) -> None:
    press(page, do="draft")
    file = edited(page, "จึงเรียนมาเพื่อโปรดพิจารณาสั่งการ")
    sent = {"file": ("แก้แล้ว.docx", file)}
    shown = page.post("/matters/1/memos/1/words", files=sent, headers=PRESSED_HERE).text
    assert "เป็นฉบับที่ใช้" in shown and "<ins>" in shown and "แก้ใน Word โดย" in shown
    again = page.post("/matters/1/memos/1/words", files=sent, headers=PRESSED_HERE).text
    assert "รับไว้เช่นนี้แล้ว" in again


def test_a_file_that_is_no_memo_is_refused_in_words_and_nothing_changes(place: Desk, page: TestClient) -> None:
    press(page, do="draft")
    before = page.get("/memos/1.docx").content
    answer = page.post("/matters/1/memos/1/words", files={"file": ("ก.docx", b"no zip")}, headers=PRESSED_HERE)
    assert (answer.status_code, 'role="alert"' in answer.text) == (400, True)
    assert page.get("/memos/1.docx").content == before
    missing = page.post("/matters/1/memos/99/words", files={"file": ("ก.docx", b"x")}, headers=PRESSED_HERE)
    assert missing.status_code == 404


def test_the_owner_of_a_matter_does_not_edit_the_memo_another_unit_wrote_of_it(place: Desk, page: TestClient) -> None:
    press(page, do="draft")
    with place.store.write() as session:
        session.get_one(MemoRow, 1).unit = "สงป."
    answer = page.post("/matters/1/memos/1/words", files={"file": ("ก.docx", b"PK")}, headers=PRESSED_HERE)
    assert answer.status_code == 404
    assert "ไม่มีบันทึกลำดับที่ ๑" in answer.text


def test_only_the_owning_units_drafter_comes_in(place: Desk, page: TestClient) -> None:
    app = page.app
    assert as_(place, app, Role.DRAFTER, "สงป.").get(DRAFT).status_code == 404  # type: ignore[arg-type]
    assert as_(place, app, Role.REGISTRY, "สทส.").get(DRAFT).status_code == 403  # type: ignore[arg-type]
    answer = page.post(DRAFT, data={"do": "submit"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_the_matters_page_leads_its_own_drafter_to_the_draft_and_nobody_else(place: Desk, page: TestClient) -> None:
    head = as_(place, page.app, Role.OFFICER, post="ผบช.สทส.")  # type: ignore[arg-type]
    assert f'href="{DRAFT}"' in page.get("/matters/1").text
    assert f'href="{DRAFT}"' not in head.get("/matters/1").text
