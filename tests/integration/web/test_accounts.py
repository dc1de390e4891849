"""Accounts: the first by a one-time link, the others by an administrator; a password is set by its owner alone."""

import re
from dataclasses import replace

from tests.integration.web.conftest import PRESSED_HERE, Site, change, client
from tests.integration.web.signed_in import TestClient
from tests.integration.web.test_log_in import NOW, PASSWORD, is_in
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.services.accounts import add_account, first_link, list_accounts

FIRST = {"office": "test", "person": "นาย ตัวอย่าง คนแรก", "login": "first", "password": PASSWORD, "again": PASSWORD}


def empty(site: Site) -> str:
    """Nobody has an account; the link that opens the first."""
    for table in ("web_session", "account_desk", "account"):
        change(site.desk, f"delete from {table}")
    site.app.state.desk = replace(site.desk, offices=lambda: ("test",))
    return f"/setup/{first_link(site.desk, When(NOW))}"


def press(page: TestClient, address: str, **fields: str) -> int:
    return int(page.post(address, data=fields, headers=PRESSED_HERE, follow_redirects=False).status_code)


def test_the_first_account_is_opened_by_its_link_and_works_at_once(site: Site) -> None:
    link, page = empty(site), client(site.app)
    assert "เปิดบัญชีแรก" in page.get(link).text
    assert press(page, link, **FIRST) == 303
    assert is_in(page) and "เจ้าหน้าที่เจ้าของเรื่อง สทส." in page.get("/").text


def test_the_first_link_opens_one_account_alone(site: Site) -> None:
    link, page = empty(site), client(site.app)
    press(page, link, **FIRST)
    again = press(client(site.app), link, **{**FIRST, "login": "second"})
    assert (again, [line.login for line in list_accounts(site.desk)]) == (404, ["first"])


def test_no_link_to_set_a_password_lies_in_the_database(site: Site) -> None:
    tokens = empty(site).removeprefix("/setup/"), add_account(site.desk, "new", "ตัวอย่าง คนใหม่", (), When(NOW))
    assert [len(token) >= 43 and token not in str(site.rows()) for token in tokens] == [True, True]


def test_an_older_first_link_ends_with_the_newer(site: Site) -> None:
    old = empty(site)
    first_link(site.desk, When(NOW))
    assert press(client(site.app), old, **FIRST) == 404


def test_two_different_passwords_open_nothing(site: Site) -> None:
    link = empty(site)
    assert press(client(site.app), link, **{**FIRST, "again": "อีกอย่างหนึ่งซึ่งไม่เหมือนกัน"}) == 400
    assert list_accounts(site.desk) == []


def test_an_administrator_opens_an_account_whose_owner_sets_the_password(site: Site) -> None:
    admin = site.as_(Role.ADMIN, "สทส.")
    said = admin.post("/admin/accounts", data={"login": "new", "person": "น.ส.ใหม่ ตัวอย่าง"}, headers=PRESSED_HERE).text
    link = re.findall(r"(/setup/[\w-]+)<", said)[0]
    number = next(line.account for line in list_accounts(site.desk) if line.login == "new")
    assert press(admin, f"/admin/accounts/{number}/desks", role="registry", unit="กอง ก.") == 303
    owner = client(site.app)
    assert press(owner, link, password=PASSWORD, again=PASSWORD) == 303
    assert "งานสารบรรณ กอง ก." in owner.get("/").text


def test_a_desk_that_was_taken_is_gone_at_the_next_page(site: Site) -> None:
    admin, registry = site.as_(Role.ADMIN, "สทส."), site.as_(Role.REGISTRY, "กอง ก.")
    line = next(line for line in list_accounts(site.desk) if line.desks[0].role == "registry")
    assert press(admin, f"/admin/accounts/{line.account}/desks/{line.desks[0].id}/take") == 303
    assert registry.get("/", follow_redirects=False).headers["location"] == "/desks"


def test_a_closed_account_is_shut_out_and_nobody_closes_the_own(site: Site) -> None:
    admin, registry = site.as_(Role.ADMIN, "สทส."), site.as_(Role.REGISTRY, "กอง ก.")
    numbers = {line.desks[0].role: line.account for line in list_accounts(site.desk)}
    assert press(admin, f"/admin/accounts/{numbers['registry']}/closed", closed="true") == 303
    assert press(admin, f"/admin/accounts/{numbers['admin']}/closed", closed="true") == 403
    assert (is_in(registry), is_in(admin)) == (False, True)


def test_only_an_administrator_manages_accounts_and_none_of_another_office(site: Site) -> None:
    drafter_tries = press(site.page, "/admin/accounts", login="x", person="x")
    admin = site.as_(Role.ADMIN, "สทส.")
    change(site.desk, "update account_desk set office = 'other' where role = 'drafter'")
    number = next(line.account for line in list_accounts(site.desk) if line.desks[0].office == "other")
    assert (drafter_tries, press(admin, f"/admin/accounts/{number}/reset")) == (403, 404)


def test_an_administrator_sees_no_paper(site: Site) -> None:
    admin = site.as_(Role.ADMIN, "สทส.")
    pages = (f"/matters/{site.matter}", site.recipient("ผบก.ก."), f"/memos/{site.memo}.pdf", "/registers/สทส./2562/รับ")
    assert [admin.get(page).status_code for page in pages] == [404] * 4


def test_a_branch_sees_its_own_part_and_not_the_whole(site: Site) -> None:
    branch, other = site.as_(Role.REGISTRY, "กอง ก."), site.as_(Role.REGISTRY, "กอง ข.")
    assert branch.get(site.recipient("ผบก.ข.")).status_code == 404
    assert other.get(site.recipient("ผบก.ก.")).status_code == 404
    assert (branch.get(site.recipient("ผบก.ก.")).status_code, other.get(site.recipient("ผบก.ข.")).status_code) == (
        200,
        200,
    )
