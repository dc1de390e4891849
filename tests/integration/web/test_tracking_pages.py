"""ติดตาม in a browser: pills that filter by an address, branches, reminding, links, files, chart changes."""

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from tests import build
from tests.integration.web.conftest import PRESSED_HERE, TODAY, Site
from workflow.core.working_as import Role
from workflow.services import latency
from workflow.services import list_recipients as lists
from workflow.services.roll_days import roll_days
from workflow.store.reminder_tables import ReminderRow


def names(page: str) -> list[str]:
    return re.findall(r'class="who"><a[^>]*>([^<]+)</a>', page)


@pytest.mark.parametrize(
    ("show", "listed"),
    [("sent", ["ผบช.สงป.", "ผบก.ก.", "ผบก.ข."]), ("received", ["ผบช.สงป."]), ("overdue", ["ผบก.ก.", "ผบก.ข."]), ("forwarded", ["ผบช.สงป."])],
)  # fmt: skip
def test_a_pill_is_an_address_that_lists_what_it_says(site: Site, show: str, listed: list[str]) -> None:
    page = site.page.get(f"/matters/{site.matter}/recipients?show={show}").text
    assert names(page) == listed
    assert re.search(rf'show={show}" aria-current="page"', page)


def test_pills_of_the_matter_lead_to_the_list(site: Site) -> None:
    assert f"/matters/{site.matter}/recipients?show=overdue" in site.page.get(f"/matters/{site.matter}").text


def test_a_long_list_goes_on_where_the_page_ended(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "PAGE", 2)
    page = site.page.get(f"/matters/{site.matter}/recipients").text
    following = re.search(r'href="([^"]+)">หน้าถัดไป', page)
    assert following is not None
    rest = site.page.get(following[1].replace("&amp;", "&")).text
    assert [*names(page), *names(rest)] == ["ผบช.สงป.", "ผบก.ก.", "ผบก.ข."]


def test_a_branch_sees_itself_and_nothing_beside_it(site: Site) -> None:
    inside = site.as_(Role.REGISTRY, "กอง ก.")
    assert names(inside.get(f"/matters/{site.matter}/recipients").text) == ["ผบก.ก."]
    for path in ("recipients?unit=กอง ข.", "units?unit=กอง ข.", "recipients.csv?unit=กอง ข."):
        assert inside.get(f"/matters/{site.matter}/{path}").status_code == 404
    assert inside.get("/branch?unit=สงป.").status_code == 404


def test_a_commander_finds_his_branch_red_first(site: Site) -> None:
    page = site.as_(Role.OFFICER, post="ผบช.สงป.").get("/branch").text
    assert ("เกินกำหนด ๒ ราย" in page, names(page)) == (True, ["ผบก.ก.", "ผบก.ข."])
    assert "เตือนทั้งสาย ๒ ราย" in page


def test_one_press_reminds_a_branch_and_the_page_says_so(site: Site) -> None:
    form = {"unit": "สงป."}
    told = site.page.post(f"/matters/{site.matter}/remind", data=form, headers=PRESSED_HERE)
    assert ("ตั้งจดหมายเตือนแล้ว" in told.text, told.url.path) == (True, f"/matters/{site.matter}/units")
    with site.desk.store.read() as session:
        assert len(session.exec(select(ReminderRow)).all()) == 2
    again = site.page.post(f"/matters/{site.matter}/remind", data=form, headers=PRESSED_HERE)
    assert "จึงไม่เตือนซ้ำ" in again.text


def test_the_tree_is_a_map_with_the_same_numbers_beside_it(site: Site) -> None:
    build.sent(site.desk, site.matter, site.memo, "หัวหน้า สนง.")
    page = site.page.get(f"/matters/{site.matter}/units?unit=สงป.").text
    assert len(re.findall(r'class="tile heat-0"', page)) == 2 * 2  # lying for a desk, standing for a phone
    assert 'aria-label="กอง ก. ๐% กอง ก ตอบแล้ว ๐ จาก ๑ เกินกำหนด ๑"' in page


def test_a_tree_of_one_topmost_unit_begins_below_it_and_what_was_done_is_still_said(site: Site) -> None:
    page = site.page.get(f"/matters/{site.matter}/units?told=reminded")
    assert (page.url.params["unit"], "ตั้งจดหมายเตือนแล้ว" in page.text) == ("สนง.", True)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_list_is_taken_away_under_its_thai_name(site: Site, ending: str) -> None:
    answer = site.page.get(f"/matters/{site.matter}/recipients.{ending}?show=overdue")
    assert answer.status_code == 200
    assert "filename*=UTF-8''%E0%B8%" in answer.headers["content-disposition"]
    assert answer.content[:3] in {b"\xef\xbb\xbf", b"PK\x03"}


def test_medians_are_bars_with_a_table_beside_them(site: Site) -> None:
    page = site.page.get(f"/matters/{site.matter}/latency").text
    assert ('class="medians"' in page, "ส่ง → ลงรับ" in page, "<table" in page) == (True, True, True)
    nothing = site.as_(Role.REGISTRY, "กอง ก.").get("/latency").text
    assert "ยังไม่มีหน่วยใดตอบ" in nothing


def test_medians_of_many_papers_say_when_they_were_counted(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(latency, "LISTED", 0)
    address = f"/matters/{site.matter}/latency"
    assert "นับเมื่อเปิดหน้านี้" in site.page.get(address).text  # nothing is kept yet
    roll_days(site.desk, at=build.at(TODAY) - timedelta(days=1))
    kept = site.page.get(address).text
    assert ("ครบถึงขณะนี้" in kept, "มีความเคลื่อนไหว" in kept, 'class="medians"' in kept) == (True, False, True)
    build.sent(site.desk, site.matter, build.memo(site.desk, site.matter, "อีกฉบับ"), "ผบก.ก.")
    assert "มีความเคลื่อนไหวหลังจากนั้นใน ๑ เรื่อง" in site.as_(Role.REGISTRY, "สนง.").get("/latency").text
    assert "มีความเคลื่อนไหวหลังจากนั้น จะนับใหม่ในไม่ช้า" in site.page.get(address).text


def test_links_of_those_who_have_not_answered_open_and_are_renewed(site: Site) -> None:
    page = site.page.get(f"/matters/{site.matter}/links").text
    (one, two) = re.findall(r"/a/([\w-]+)", page)
    assert site.page.get(f"/a/{one}").status_code == 200
    site.page.post(f"{site.recipient('ผบก.ก.')}/link", headers=PRESSED_HERE)
    renewed = site.page.get(f"/matters/{site.matter}/links").text
    assert (one in renewed, two in renewed) == (False, True)
    assert site.as_(Role.REGISTRY, "กอง ก.").get(f"/matters/{site.matter}/links").status_code == 404


def test_who_left_without_acknowledging_is_recorded_by_one_press(site: Site) -> None:
    address = f"/matters/{site.matter}/changes"
    assert "ตำแหน่งว่าง" in site.page.get(address).text  # ผบก.ข. has no holder
    done = site.page.post(address, headers=PRESSED_HERE)
    assert "ไม่มีอะไรต้องปรับ" in done.text
