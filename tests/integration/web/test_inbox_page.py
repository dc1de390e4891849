"""The inbox in a browser, and what a unit and a sender do with one paper: forms that need no script."""

import re
from datetime import date

import pytest
from sqlmodel import col, select

from tests.build import SUBJECT
from tests.integration.web.conftest import PRESSED_HERE, Site
from tests.integration.web.signed_in import TestClient
from workflow.core.thai_digits import to_thai
from workflow.core.working_as import Role
from workflow.store.paper_tables import PaperEvidenceRow
from workflow.store.tables import AcknowledgementRow, DispatchRow, EventRow, ReceiptRow


def press(page: TestClient, path: str, **form: object):  # type: ignore[no-untyped-def]
    return page.post(path, data=form, headers=PRESSED_HERE, follow_redirects=False)


def registry(site: Site, unit: str = "กอง ก.") -> TestClient:
    return site.as_(Role.REGISTRY, unit)


def chief(site: Site) -> TestClient:
    return site.as_(Role.OFFICER, post="ผบก.ก.")


def state(site: Site, post: str = "ผบก.ก.") -> str:
    with site.desk.store.read() as session:
        return session.get_one(DispatchRow, site.to[post]).state


def test_a_registry_sees_its_unit_and_stamps_with_one_press(site: Site) -> None:
    page = registry(site).get("/inbox").text
    assert ("ลงรับ + เกษียน + ส่งต่อ" in page, "รับทราบ</button>" in page, "เกินกำหนด" in page) == (True, False, True)
    done = press(registry(site), "/inbox", act="receive", dispatch=[site.to["ผบก.ก."]])
    assert ("ลงรับ ๑ ฉบับ" in done.text, state(site)) == (True, "received")


def test_an_officer_stamps_and_acknowledges_with_one_press(site: Site) -> None:
    assert "ลงรับ + รับทราบ" in chief(site).get("/inbox").text
    done = press(chief(site), "/inbox", act="acknowledge", dispatch=[site.to["ผบก.ก."]])
    assert ("เข้าระบบ" in done.text, state(site)) == (True, "acknowledged")
    with site.desk.store.read() as session:
        assert session.exec(select(ReceiptRow.unit)).all() == ["สงป.", "กอง ก."]
        assert session.exec(select(AcknowledgementRow.evidence)).all() == ["paper", "login"]


def test_what_was_done_is_told_by_the_papers_subject_and_stands_on_the_trail_in_the_order_it_was_done(
    site: Site,
) -> None:
    done = press(chief(site), "/inbox", act="acknowledge", dispatch=[site.to["ผบก.ก."]]).text
    assert f'href="{site.recipient("ผบก.ก.")}">{to_thai(SUBJECT)}' in done
    with site.desk.store.read() as session:
        at = select(EventRow.kind).where(EventRow.dispatch_id == site.to["ผบก.ก."])
        kinds = session.exec(at.order_by(col(EventRow.id)))
        assert list(kinds)[-2:] == ["received", "acknowledged"]


def test_one_paper_alone_has_no_bar_for_many(site: Site) -> None:
    page = chief(site).get("/inbox").text
    assert ("ที่เลือก" in page, "ลงรับ + รับทราบ</button>" in page) == (False, True)


def test_the_page_of_a_paper_offers_the_same_one_press(site: Site) -> None:
    page = chief(site).get(site.recipient("ผบก.ก.")).text
    assert 'action="/inbox"' in page
    assert "ลงรับ + รับทราบ</button>" in page


def test_a_paper_of_another_unit_is_as_if_there_were_none(site: Site) -> None:
    before = site.rows()
    done = press(registry(site), "/inbox", act="receive", dispatch=[site.to["ผบก.ข."], 999])
    assert "ทำไม่ได้ ๒ ฉบับ" in done.text
    assert {t: r for t, r in site.rows().items() if t not in {"account", "account_desk", "web_session"}} == {
        t: r for t, r in before.items() if t not in {"account", "account_desk", "web_session"}
    }


def test_nothing_chosen_is_told(site: Site) -> None:
    assert "ยังไม่ได้เลือกหนังสือ" in press(registry(site), "/inbox", act="receive").text


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.ADMIN])
def test_a_desk_that_does_not_answer_is_refused(site: Site, role: Role) -> None:
    answer = press(site.as_(role, "กอง ก."), "/inbox", act="receive", dispatch=[site.to["ผบก.ก."]])
    assert (answer.status_code, state(site)) == (403, "sent")


def test_a_unit_sends_back_with_a_reason_the_sender_sees(site: Site) -> None:
    answer = press(registry(site), f"{site.recipient('ผบก.ก.')}/back", why="ไม่อยู่ในหน้าที่", wrong_unit="true")
    assert (answer.status_code, state(site)) == (303, "missent")
    assert "แจ้งว่าส่งผิดหน่วย" in site.page.get(f"/matters/{site.matter}/recipients?show=closed").text


def test_sending_back_without_a_reason_is_refused(site: Site) -> None:
    answer = press(registry(site), f"{site.recipient('ผบก.ก.')}/back", why="  ")
    assert (answer.status_code, state(site)) == (400, "sent")


def test_what_was_done_on_paper_is_entered_with_day_actor_and_evidence(site: Site) -> None:
    page, at = registry(site), f"{site.recipient('ผบก.ก.')}/paper"
    press(page, at, act="receipt", done_on="๙ ธ.ค. ๖๒", number="๔๓๒๓", why_none="สมุดอยู่ที่หน่วย")
    form = {"act": "ack", "done_on": "10/12/2562", "post": "ผบก.ก."}
    scan = {"scan": ("../../หลักฐาน.png", b"\x89PNG scan")}
    answer = page.post(at, data=form, files=scan, headers=PRESSED_HERE, follow_redirects=False)
    assert (answer.status_code, state(site)) == (303, "acknowledged")
    with site.desk.store.read() as session:
        rows = session.exec(select(PaperEvidenceRow)).all()
        assert [(row.act, row.done_on, bool(row.sha256)) for row in rows] == [
            ("receipt", date(2019, 12, 9), False), ("ack", date(2019, 12, 10), True),
        ]  # fmt: skip
        assert all("งานสารบรรณ กอง ก." in row.entered_by for row in rows)
        assert 4323 in session.exec(select(ReceiptRow.number)).all()


def test_the_evidence_of_what_was_done_on_paper_is_opened_from_the_recipients_page(site: Site) -> None:
    page, at = registry(site), site.recipient("ผบก.ก.")
    scan = {"scan": ("ตรารับ.png", b"\x89PNG scan")}
    page.post(f"{at}/paper", data={"act": "receipt", "done_on": "9/12/2562"}, files=scan, headers=PRESSED_HERE)
    shown = site.page.get(at).text
    assert "บันทึกโดย" in shown and f'href="{at}/paper/1"' in shown
    got = [one.get(f"{at}/paper/1") for one in (page, site.page)]
    assert [(a.content, a.headers["content-disposition"][-5:-1]) for a in got] == [(b"\x89PNG scan", ".png")] * 2
    others = (registry(site, "กอง ข.").get(f"{at}/paper/1"), site.page.get(f"{site.recipient('ผบก.ข.')}/paper/1"))
    assert [answer.status_code for answer in others] == [404, 404]


@pytest.mark.parametrize(
    "form",
    [
        {"done_on": "31/2/2562"},
        {"done_on": "เมื่อวาน"},
        {"done_on": "1/1/2570"},
        {"done_on": "9/12/2562", "why_none": ""},
    ],
)
def test_a_paper_entry_that_cannot_be_is_refused_in_words(site: Site, form: dict[str, str]) -> None:
    answer = press(registry(site), f"{site.recipient('ผบก.ก.')}/paper", **{"act": "receipt", "why_none": "ไม่มี", **form})
    assert (answer.status_code in {400, 403}, 'id="refused"' in answer.text, state(site)) == (True, True, "sent")
    assert "--" not in answer.text  # no word of a command line


def test_a_refused_form_of_a_paper_s_page_keeps_what_was_typed(site: Site) -> None:
    unit, paper = registry(site), site.recipient("ผบก.ก.")
    scan = {"scan": ("ตรารับ.png", b"no picture", "image/png")}
    typed = {"act": "receipt", "done_on": "31/2/2562", "number": "๔๕", "why_none": "สมุด <เดิม>"}
    page = unit.post(f"{paper}/paper", data=typed, files=scan, headers=PRESSED_HERE).text
    for kept in (
        'value="receipt" required checked',
        'value="31/2/2562"',
        'value="๔๕"',
        'value="สมุด &lt;เดิม&gt;"',
        "ต้องเลือกอีกครั้ง",
    ):
        assert kept in page, kept
    assert page.count("<details open>") == 1
    again = site.page.post(
        f"{site.recipient('ผบก.ข.')}/resend", data={"to": "ไม่มีตำแหน่งนี้", "why": "ย้าย"}, headers=PRESSED_HERE
    )
    assert (again.status_code, 'value="ไม่มีตำแหน่งนี้"' in again.text, 'value="ย้าย"' in again.text) == (404, True, True)


def test_a_wrong_receipt_number_is_doubted_by_the_sender_and_mended_by_the_unit(site: Site) -> None:
    press(registry(site, "กอง ข."), "/inbox", act="receive", dispatch=[site.to["ผบก.ข."]])
    at = site.recipient("ผบก.ข.")
    assert press(site.page, f"{at}/doubt", why="ตรวจสมุดแล้วไม่ตรง", unit="กอง ข.").status_code == 303
    assert press(registry(site, "กอง ข."), f"{at}/mend", number="๗๗").status_code == 303
    assert "เลขรับ <b>๗๗</b>" in site.page.get(at).text


def test_a_sender_takes_a_paper_back_or_sends_it_to_another(site: Site) -> None:
    answer = press(site.page, f"{site.recipient('ผบก.ข.')}/resend", to="ผบก.ก.", why="ส่งผิด")
    new = re.search(r"recipients/(\d+)", answer.headers["location"])
    assert (state(site, "ผบก.ข."), new is not None) == ("withdrawn", True)
    recalled = press(site.page, f"/matters/{site.matter}/recipients/{new[1] if new else 0}/recall", why="ยกเลิก")
    assert recalled.status_code == 303


@pytest.mark.parametrize("act", ["recall", "resend", "doubt", "link"])
def test_only_the_sender_takes_back(site: Site, act: str) -> None:
    answer = press(registry(site, "กอง ข."), f"{site.recipient('ผบก.ข.')}/{act}", why="ลอง", unit="กอง ข.")
    assert (answer.status_code, state(site, "ผบก.ข.")) == (404, "sent")
