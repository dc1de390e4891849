"""The link by which an addressee acknowledges: looking never does, one press does, and a wrong link is like an unknown one."""

import re
from datetime import date

import pytest
from httpx import Response

from tests import build
from tests.integration.web.conftest import PRESSED_HERE, TODAY, Site, change
from workflow.core.link import Link, holder_mark, token_of
from workflow.core.when import When
from workflow.services.show_link import make_links, revoke_link
from workflow.services.show_status import AckLine, everyone, show_status

KEY = b"t" * 32
NOW = When(build.at(TODAY, 1))


def token(site: Site, post: str) -> str:
    (made,) = make_links(site.desk, [site.to[post]], NOW)
    return made.token


def press(site: Site, of: str) -> Response:
    answer: Response = site.page.post(f"/a/{of}", headers=PRESSED_HERE)
    return answer


def words(site: Site, post: str) -> tuple[AckLine, ...]:
    status = show_status(site.desk, site.matter, today=TODAY)
    return next(r for r in everyone(status.recipients) if r.dispatch == site.to[post]).acknowledgements


def test_the_page_says_which_paper_in_whose_name_and_has_one_button(site: Site) -> None:
    page = site.page.get(f"/a/{token(site, 'ผบก.ก.')}").text
    assert build.SUBJECT[:20] in page
    assert "ในนามตำแหน่ง <b>ผบก.ก.</b> โดย ตัวอย่าง คนที่4" in page
    assert page.count("<button>") == 1
    assert "ไม่ใช่ลายมือชื่อ" in page


def test_scanners_that_open_every_link_acknowledge_nothing(site: Site) -> None:
    before, address = site.rows(), f"/a/{token(site, 'ผบก.ก.')}"
    for method in ("GET", "HEAD", "OPTIONS", "GET", "HEAD"):
        for agent in ("Mozilla/5.0 (mail scanner)", "curl/8", ""):
            site.page.request(method, address, headers={"User-Agent": agent, "Sec-Fetch-Site": "none"})
    page = site.page.get(address).text
    for found in re.findall(r'(?:href|src)="([^"]+)"', page):  # what a scanner follows from there
        site.page.get(found)
    assert site.rows() == before


def test_one_press_acknowledges_as_a_link_and_never_more(site: Site) -> None:
    answer = press(site, token(site, "ผบก.ก."))
    assert (answer.status_code, "บันทึกการรับทราบแล้ว" in answer.text) == (200, True)
    assert words(site, "ผบก.ก.") == (AckLine("ตัวอย่าง คนที่4", "ผบก.ก.", "link", NOW.at),)


def test_pressed_twice_it_was_done_before(site: Site) -> None:
    answers = [press(site, token(site, "ผบก.ก.")).text for _ in range(2)]
    assert ["รับทราบไว้ก่อนแล้ว" in text for text in answers] == [False, True]
    assert len(words(site, "ผบก.ก.")) == 1
    assert "<button>" not in site.page.get(f"/a/{token(site, 'ผบก.ก.')}").text


def test_a_wrong_link_and_an_unknown_one_are_told_the_same(site: Site) -> None:
    right = token(site, "ผบก.ก.")
    unknown = token_of(Link(999, 0, holder_mark("")), KEY)
    wrong = [right[:-1] + ("A" if right[-1] != "A" else "B"), unknown, "x", right + "x", "%00", "๑" * 40]
    pages = [site.page.get(f"/a/{each}") for each in wrong] + [press(site, each) for each in wrong]
    told = {(page.status_code, page.text.replace(page.request.url.raw_path.decode(), "")) for page in pages}
    assert [status for status, _ in told] == [
        404
    ]  # but for the address asked, to which the switch of tongues leads back


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "GE", "OST"])  # the last two are pieces of allowed ones
def test_no_other_method_is_known(site: Site, method: str) -> None:
    answer = site.page.request(method, f"/a/{token(site, 'ผบก.ก.')}", headers=PRESSED_HERE)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, POST")


def test_after_a_recall_the_page_says_so_kindly(site: Site) -> None:
    of = token(site, "ผบก.ก.")
    change(site.desk, f"update dispatch set state = 'recalled' where id = {site.to['ผบก.ก.']}")
    before = site.rows()
    page, answer = site.page.get(f"/a/{of}"), press(site, of)
    assert (page.status_code, answer.status_code, "<button>" in page.text) == (200, 403, False)
    assert all("เรียกคืนแล้ว" in text for text in (page.text, answer.text))
    assert site.rows() == before


def test_a_link_taken_back_says_so_and_the_new_one_is_good(site: Site) -> None:
    old = token(site, "ผบก.ก.")
    revoke_link(site.desk, site.to["ผบก.ก."], NOW)
    assert "ยกเลิกแล้ว" in site.page.get(f"/a/{old}").text
    assert press(site, old).status_code == 403
    assert press(site, token(site, "ผบก.ก.")).status_code == 200


def test_another_site_cannot_press_it(site: Site) -> None:
    before, address = site.rows(), f"/a/{token(site, 'ผบก.ก.')}"
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {}):
        assert site.page.post(address, headers=headers).status_code == 403
    assert site.rows() == before


def test_a_large_body_is_not_read(site: Site) -> None:
    before = site.rows()
    answer = site.page.post(f"/a/{token(site, 'ผบก.ก.')}", content=b"x" * 50_000, headers=PRESSED_HERE)
    assert answer.status_code == 413
    assert site.rows() == before


def test_a_vacant_post_is_acknowledged_in_its_own_name(site: Site) -> None:
    press(site, token(site, "ผบก.ข."))
    assert [(w.name, w.capacity) for w in words(site, "ผบก.ข.")] == [("ผบก.ข.", "ผบก.ข.")]


def test_a_link_pressed_before_the_paper_was_sent_is_refused(site: Site) -> None:
    of = token(site, "ผบก.ก.")
    site.app.state.now = lambda: build.at(date(2019, 12, 1))
    assert "อยู่ก่อนวันที่ส่ง" in press(site, of).text
