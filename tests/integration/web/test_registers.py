"""Registers in the browser: the legal columns, pages, what a registry does there and what others may not."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from tests import build
from tests.integration.services.test_keep_register import LETTER
from tests.integration.web.conftest import PRESSED_HERE, TODAY, Site
from tests.integration.web.signed_in import TestClient
from workflow.core.register import Book
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.services.keep_register import issue_numbers
from workflow.services.register_page import PER_PAGE
from workflow.services.show_register import RegisterLine, show_register

BOOK = "/registers/สทส./2562/ส่ง"
KEEP = {"request_id": "k1", "reason": "รอลงนาม", "count": "๒", "until": "31/12/2562"}


@pytest.fixture
def registry(site: Site) -> TestClient:
    """งานสารบรรณ of สทส., whose book holds one paper."""
    issue_numbers(site.desk, replace(LETTER, when=When(build.at(TODAY))))
    return site.as_(Role.REGISTRY, "สทส.")


def lines(site: Site) -> tuple[RegisterLine, ...]:
    return show_register(site.desk, "test", "สทส.", Book.OUTGOING, 2562).lines


def press(page: TestClient, button: str, data: dict[str, str], book: str = BOOK) -> tuple[int, str]:
    answer = page.post(f"{book}/{button}", data=data, headers=PRESSED_HERE, follow_redirects=False)
    return answer.status_code, unquote(answer.headers.get("location", "")) or answer.text


def test_the_columns_stand_in_the_order_of_the_rule(registry: TestClient) -> None:
    for book, first in (("ส่ง", "เลขทะเบียนส่ง"), ("รับ", "เลขทะเบียนรับ")):
        page = registry.get(f"/registers/สทส./2562/{book}").text
        heads = re.findall(r'<th scope="col">([^<]+)</th>', page)
        assert heads in ([], [first, "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ"])
        assert heads or book == "รับ"


def test_a_number_is_kept_with_its_reason_and_the_same_press_twice_keeps_it_once(
    site: Site, registry: TestClient
) -> None:
    first, again = press(registry, "reserve", KEEP), press(registry, "reserve", KEEP)
    assert first == again == (303, f"{BOOK}?done=reserved&numbers=๐๐๓๓/๒+ถึง+๐๐๓๓/๓")
    assert [(x.kind, "รอลงนาม" in x.remark) for x in lines(site)[1:]] == [("reserved", True)] * 2


@pytest.mark.parametrize(
    ("wrong", "told"),
    [({"until": "1/1/2562"}, "ผ่านไปแล้ว"), ({"until": "31/2/2562"}, "ปฏิทิน"), ({"until": "พรุ่งนี้"}, "ไม่เข้าใจวันที่"),
     ({"count": "สอง"}, "ไม่ใช่ตัวเลข"), ({"count": "0"}, "ออกเลขครั้งละ"), ({"reason": " "}, "เหตุที่จอง")],
)  # fmt: skip
def test_what_is_wrong_in_a_form_is_told_beside_it_and_what_was_typed_stays(
    site: Site, registry: TestClient, wrong: dict[str, str], told: str
) -> None:
    status, page = press(registry, "reserve", KEEP | wrong)
    assert (status, told in page, 'role="alert"' in page) == (400, True, True)
    assert f'value="{next(iter(wrong.values()))}"' in page
    assert len(lines(site)) == 1


def test_a_void_number_stays_in_the_book_with_its_reason_and_who_did_it(site: Site, registry: TestClient) -> None:
    assert press(registry, "void", {"number": "๑", "reason": "พิมพ์ซ้ำ"})[0] == 303
    page = registry.get(f"{BOOK}?kind=void").text
    assert 'class="entry-void"' in page
    assert re.search(r"ยกเลิก</b> พิมพ์ซ้ำ โดย .+ ๒๐ ธ.ค.๖๒", page)


def test_numbers_ahead_are_shown_and_none_is_taken(site: Site, registry: TestClient) -> None:
    page = registry.get(f"{BOOK}?ahead=20").text
    assert ("๐๐๓๓/๒</li>" in page, "๐๐๓๓/๒๑</li>" in page, "๐๐๓๓/๒๒</li>" in page) == (True, True, False)
    assert len(lines(site)) == 1


def test_a_long_book_is_shown_page_by_page(site: Site, registry: TestClient) -> None:
    issue_numbers(site.desk, replace(LETTER, request_id="many", count=PER_PAGE))
    first, second = (registry.get(f"{BOOK}?page={n}").text for n in (1, 2))
    assert (first.count("<tr class"), second.count("<tr class")) == (PER_PAGE, 1)
    assert ('rel="next"' in first, 'rel="prev"' in second) == (True, True)


def test_only_the_unit_s_own_registry_keeps_and_voids(site: Site, registry: TestClient) -> None:
    for page in (site.page, site.as_(Role.OFFICER, post="ผบช.สทส.")):
        assert press(page, "reserve", KEEP)[0] == 403
        assert "จองเลข</button>" not in page.get(BOOK).text
    assert press(site.as_(Role.REGISTRY, "สนง."), "void", {"number": "1", "reason": "ก"})[0] == 404
    assert press(site.as_(Role.REGISTRY, "กอง ก."), "void", {"number": "1", "reason": "ก"})[0] == 404
    assert [x.kind for x in lines(site)] == ["issued"]


def test_a_closed_year_s_book_keeps_no_number(registry: TestClient) -> None:
    status, page = press(registry, "reserve", KEEP, "/registers/สทส./2561/ส่ง")
    assert (status, "ปิดแล้ว" in page) == (400, True)


def test_the_shelf_shows_own_books_and_leads_to_those_below(site: Site, registry: TestClient) -> None:
    page = registry.get("/registers").text
    assert ("ทะเบียนหนังสือส่ง" in page, "ไม่มีเลขขาด" in page) == (True, True)
    above = site.as_(Role.REGISTRY, "สนง.").get("/registers").text
    assert "/registers?unit=%E0%B8%AA%E0%B8%87%E0%B8%9B." in above
    assert registry.get("/registers?unit=สงป.").status_code == 404
