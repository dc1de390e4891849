"""The two buttons: the receiving unit's registry presses one, its officer the other, and nobody else either."""

from datetime import date

from httpx import Response

from tests import build
from tests.integration.web.conftest import PRESSED_HERE, TODAY, Site, change
from tests.integration.web.signed_in import TestClient
from workflow.core.working_as import Role
from workflow.services.show_status import AckLine, Recipient, everyone, show_status


def found(site: Site, post: str) -> Recipient:
    status = show_status(site.desk, site.matter, today=TODAY)
    return next(r for r in everyone(status.recipients) if r.dispatch == site.to[post])


def press(site: Site, to: str, button: str, page: TestClient | None = None) -> Response:
    address = f"{site.recipient(to)}/{button}"
    page = page or (site.as_(Role.REGISTRY, "กอง ก.") if button == "receipt" else site.as_(Role.OFFICER, post="ผบก.ก."))
    answer: Response = page.post(address, headers=PRESSED_HERE, follow_redirects=False)
    return answer


def test_stamping_gives_the_units_next_number_and_leads_back(site: Site) -> None:
    answer = press(site, "ผบก.ก.", "receipt")
    assert (answer.status_code, answer.headers["location"]) == (303, f"{site.recipient('ผบก.ก.')}?done=stamped")
    assert [(r.unit, r.number, r.at) for r in found(site, "ผบก.ก.").receipts] == [("กอง ก.", 1, build.at(TODAY, 1))]
    page = site.as_(Role.REGISTRY, "กอง ก.").get(answer.headers["location"]).text
    assert '<p class="done" role="status">ลงรับเรียบร้อยแล้ว เลขรับ ๑ ' in page
    assert "/receipt" not in page


def test_stamping_twice_is_one_number_and_says_so(site: Site) -> None:
    press(site, "ผบก.ก.", "receipt")
    assert press(site, "ผบก.ก.", "receipt").headers["location"].endswith("?done=stamped-before")
    assert len(found(site, "ผบก.ก.").receipts) == 1


def test_acknowledging_records_who_in_which_capacity_and_that_it_was_a_log_in(site: Site) -> None:
    answer = press(site, "ผบก.ก.", "acknowledgement")
    assert answer.headers["location"].endswith("?done=acknowledged")
    assert found(site, "ผบก.ก.").acknowledgements == (AckLine("ตัวอย่าง คนที่4", "ผบก.ก.", "login", build.at(TODAY, 1)),)


def test_acknowledging_twice_is_one_acknowledgement(site: Site) -> None:
    press(site, "ผบก.ก.", "acknowledgement")
    assert press(site, "ผบก.ก.", "acknowledgement").headers["location"].endswith("?done=acknowledged-before")
    assert len(found(site, "ผบก.ก.").acknowledgements) == 1


def test_the_chief_may_add_his_word_after_his_deputy_acted_and_passed_it_on(site: Site) -> None:
    chief, deputy = (site.as_(Role.OFFICER, post=post) for post in ("ผบช.สงป.", "รอง ผบช.สงป."))
    assert "/acknowledgement" in chief.get(site.recipient("ผบช.สงป.")).text
    assert "/acknowledgement" not in deputy.get(site.recipient("ผบช.สงป.")).text  # he has said so already


def test_a_deputy_says_so_as_acting_and_it_is_written_so(site: Site) -> None:
    change(site.desk, "delete from acknowledgement")
    change(site.desk, "update dispatch set state = 'received' where unit = 'สงป.'")
    deputy = site.as_(Role.OFFICER, post="รอง ผบช.สงป.")
    assert "ปรท.ผบช.สงป." in deputy.get(site.recipient("ผบช.สงป.")).text
    press(site, "ผบช.สงป.", "acknowledgement", deputy)
    assert found(site, "ผบช.สงป.").acknowledgements[0].evidence == "acting"


def test_the_same_deputy_after_the_appointment_ended_is_refused(site: Site) -> None:
    change(site.desk, "delete from acknowledgement")
    change(site.desk, "update dispatch set state = 'received' where unit = 'สงป.'")
    site.app.state.now = lambda: build.at(date(2020, 1, 1))
    before = (site.as_(Role.OFFICER, post="รอง ผบช.สงป."), site.rows())
    answer = press(site, "ผบช.สงป.", "acknowledgement", before[0])
    assert (answer.status_code, "ไม่มีอำนาจลงนามแทน" in answer.text) == (403, True)
    assert site.rows() == before[1]


def test_a_post_that_the_chart_names_nobody_for_is_answered_by_the_accounts_person(site: Site) -> None:
    page = site.as_(Role.OFFICER, post="ผบก.ข.", person="ตัวอย่าง ผู้มาใหม่")
    press(site, "ผบก.ข.", "acknowledgement", page)
    assert found(site, "ผบก.ข.").acknowledgements[0].name == "ตัวอย่าง ผู้มาใหม่"


def test_the_registry_does_not_acknowledge_and_the_officer_does_not_stamp(site: Site) -> None:
    registry, officer = site.as_(Role.REGISTRY, "กอง ก."), site.as_(Role.OFFICER, post="ผบก.ก.")
    before = site.rows()
    answers = [press(site, "ผบก.ก.", "acknowledgement", registry), press(site, "ผบก.ก.", "receipt", officer)]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert site.rows() == before


def test_another_unit_finds_no_such_paper(site: Site) -> None:
    others = (site.as_(Role.REGISTRY, "กอง ข."), site.as_(Role.OFFICER, post="ผบก.ข.", person="ตัวอย่าง ผู้มาใหม่"))
    before = site.rows()
    answers = [
        press(site, "ผบก.ก.", button, page) for button, page in zip(("receipt", "acknowledgement"), others, strict=True)
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert [page.get(site.recipient("ผบก.ก.")).status_code for page in others] == [404, 404]
    assert site.rows() == before


def test_an_answer_is_entered_for_the_paper_whose_page_it_was_given_on(site: Site) -> None:
    memo = build.memo(site.desk, site.matter, "ฉบับที่สอง")
    site.to["ฉบับที่สอง"] = build.sent(site.desk, site.matter, memo, "ผบก.ก.")
    press(site, "ฉบับที่สอง", "receipt")
    press(site, "ฉบับที่สอง", "acknowledgement")
    assert [found(site, to).state for to in ("ผบก.ก.", "ฉบับที่สอง")] == ["sent", "acknowledged"]
    assert [len(found(site, to).receipts) for to in ("ผบก.ก.", "ฉบับที่สอง")] == [0, 1]


def test_a_post_abolished_since_can_still_be_looked_at(site: Site) -> None:
    change(site.desk, "update dispatch set post = 'ผบก.เดิม' where post = 'ผบก.ก.'")
    page = site.as_(Role.OFFICER, post="ผบก.ก.").get(site.recipient("ผบก.ก."))
    assert page.status_code == 200
    assert "/acknowledgement" not in page.text
