"""The two buttons."""

from httpx import Response

from tests import build
from tests.integration.web.conftest import PRESSED_HERE, TODAY, Site, change
from workflow.services.show_status import AckLine, Recipient, everyone, show_status


def found(site: Site, post: str) -> Recipient:
    status = show_status(site.desk, site.matter, today=TODAY)
    return next(r for r in everyone(status.recipients) if r.dispatch == site.to[post])


def press(site: Site, to: str, button: str, **fields: str) -> Response:
    address = f"{site.recipient(to)}/{button}"
    answer: Response = site.page.post(address, data=fields, headers=PRESSED_HERE, follow_redirects=False)
    return answer


def test_stamping_gives_the_units_next_number_and_leads_back(site: Site) -> None:
    answer = press(site, "ผบก.ก.", "receipt")
    assert (answer.status_code, answer.headers["location"]) == (303, f"{site.recipient('ผบก.ก.')}?done=stamped")
    assert [(r.unit, r.number, r.at) for r in found(site, "ผบก.ก.").receipts] == [("กอง ก.", 1, build.at(TODAY, 1))]
    page = site.page.get(answer.headers["location"]).text
    assert '<p class="done" role="status">ลงรับเรียบร้อยแล้ว เลขรับ ๑ ' in page
    assert "/receipt" not in page


def test_stamping_twice_is_one_number_and_says_so(site: Site) -> None:
    press(site, "ผบก.ก.", "receipt")
    assert press(site, "ผบก.ก.", "receipt").headers["location"].endswith("?done=stamped-before")
    assert len(found(site, "ผบก.ก.").receipts) == 1


def test_acknowledging_records_who_in_which_capacity_and_that_it_was_the_web(site: Site) -> None:
    answer = press(site, "ผบก.ก.", "acknowledgement", post="ผบก.ก.")
    assert answer.headers["location"].endswith("?done=acknowledged")
    assert found(site, "ผบก.ก.").acknowledgements == (AckLine("ตัวอย่าง คนที่4", "ผบก.ก.", "web", build.at(TODAY, 1)),)


def test_acknowledging_twice_is_one_acknowledgement(site: Site) -> None:
    press(site, "ผบก.ก.", "acknowledgement", post="ผบก.ก.")
    assert (
        press(site, "ผบก.ก.", "acknowledgement", post="ผบก.ก.")
        .headers["location"]
        .endswith("?done=acknowledged-before")
    )
    assert len(found(site, "ผบก.ก.").acknowledgements) == 1


def test_the_chief_may_add_his_word_after_his_deputy_acted_and_passed_it_on(site: Site) -> None:
    page = site.page.get(site.recipient("ผบช.สงป.")).text
    assert 'value="ผบช.สงป."' in page
    assert 'value="รอง ผบช.สงป."' not in page  # he has said so already


def test_only_those_who_may_answer_that_day_are_offered(site: Site) -> None:
    change(site.desk, "delete from acknowledgement")
    change(site.desk, "update dispatch set state = 'received' where unit = 'สงป.'")
    page = site.page.get(site.recipient("ผบช.สงป.")).text
    assert page.count('type="radio"') == 2
    assert "พล.ต.ต. ตัวอย่าง คนที่3" in page


def test_a_post_without_a_name_asks_for_one(site: Site) -> None:
    assert 'name="name"' in site.page.get(site.recipient("ผบก.ข.")).text
    press(site, "ผบก.ข.", "acknowledgement", post="ผบก.ข.", name="ตัวอย่าง ผู้มาใหม่")
    assert found(site, "ผบก.ข.").acknowledgements[0].name == "ตัวอย่าง ผู้มาใหม่"


def test_a_post_without_authority_is_refused_in_thai_and_nothing_is_kept(site: Site) -> None:
    before = site.rows()
    answer = press(site, "ผบก.ก.", "acknowledgement", post="รอง ผบช.สงป.")
    assert answer.status_code == 403
    assert "ไม่มีอำนาจลงนามแทน" in answer.text
    assert site.rows() == before


def test_a_form_without_a_post_is_sent_back(site: Site) -> None:
    before = site.rows()
    assert press(site, "ผบก.ก.", "acknowledgement").status_code == 400
    assert site.rows() == before


def test_an_answer_is_entered_for_the_paper_whose_page_it_was_given_on(site: Site) -> None:
    memo = build.memo(site.desk, site.matter, "ฉบับที่สอง")
    site.to["ฉบับที่สอง"] = build.sent(site.desk, site.matter, memo, "ผบก.ก.")
    press(site, "ฉบับที่สอง", "receipt")
    press(site, "ฉบับที่สอง", "acknowledgement", post="ผบก.ก.")
    assert [found(site, to).state for to in ("ผบก.ก.", "ฉบับที่สอง")] == ["sent", "acknowledged"]
    assert [len(found(site, to).receipts) for to in ("ผบก.ก.", "ฉบับที่สอง")] == [0, 1]


def test_a_post_abolished_since_can_still_be_looked_at(site: Site) -> None:
    change(site.desk, "update dispatch set post = 'ผบก.เดิม' where post = 'ผบก.ก.'")
    page = site.page.get(site.recipient("ผบก.ก."))
    assert page.status_code == 200
    assert "/acknowledgement" not in page.text


def test_a_name_posted_against_the_chart_is_not_believed(site: Site) -> None:
    press(site, "ผบก.ก.", "acknowledgement", post="ผบก.ก.", name="ตัวอย่าง ผู้แอบอ้าง")
    assert found(site, "ผบก.ก.").acknowledgements[0].name == "ตัวอย่าง คนที่4"
