"""The log-in: by a password and nothing weaker, under a new token each time; what has ended opens nothing."""

from datetime import date, datetime, timedelta

import pyotp
import pytest
from httpx import Response

from tests import build
from tests.integration.web.conftest import PRESSED_HERE, TODAY, Site, change, client
from tests.integration.web.signed_in import TestClient
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.entrypoints.web.app import make_app
from workflow.services.accounts import DeskGiven, add_account, set_by_link, set_disabled
from workflow.services.second_factor import enrol
from workflow.services.web_sessions import revoke_sessions

NOW = build.at(TODAY, 1)
PASSWORD = "ช้างน้อยเดินข้ามทุ่งนาเขียว"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def somying(site: Site) -> TestClient:
    """A browser of somebody whose account, somying, was just given its password; not logged in."""
    token = add_account(site.desk, "Somying", "น.ส.สมหญิง ตัวอย่าง", (DeskGiven("test", Role.DRAFTER, "สทส."),), When(NOW))
    set_by_link(site.desk, token, PASSWORD, When(NOW))
    return client(site.app)


def enter(page: TestClient, password: str = PASSWORD, login: str = "somying", **fields: str) -> Response:
    data = {"login": login, "password": password, **fields}
    answer: Response = page.post("/login", data=data, headers=PRESSED_HERE, follow_redirects=False)
    return answer


def is_in(page: TestClient) -> bool:
    return bool(page.get("/account", follow_redirects=False).status_code == 200)


def later(site: Site, **by: int) -> None:
    site.app.state.now = lambda: NOW + timedelta(**by)


def test_nobody_gets_in_without_a_log_in_and_is_led_back_afterwards(site: Site, somying: TestClient) -> None:
    answer = somying.get(f"/matters/{site.matter}?show=overdue", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=%2Fmatters%2F1%3Fshow%3Doverdue")
    assert 'name="next" value="/matters/1?show=overdue"' in somying.get(answer.headers["location"]).text
    assert enter(somying, next="/matters/1?show=overdue").headers["location"] == "/matters/1?show=overdue"


def test_a_password_opens_a_session_and_the_bar_says_in_whose_name(site: Site, somying: TestClient) -> None:
    assert enter(somying).status_code == 303
    page = somying.get("/matters").text
    assert "กำลังทำงานในนาม <b>เจ้าหน้าที่เจ้าของเรื่อง สทส.</b>" in page and "น.ส.สมหญิง ตัวอย่าง" in page


@pytest.mark.parametrize(("login", "password"), [("somying", "ผิด"), ("ไม่มีใคร", PASSWORD)])
def test_a_wrong_login_and_a_wrong_password_are_told_alike(somying: TestClient, login: str, password: str) -> None:
    answer = enter(somying, password, login)
    assert (answer.status_code, "ชื่อบัญชีหรือรหัสผ่านไม่ถูกต้อง" in answer.text, "set-cookie" in answer.headers) == (
        401,
        True,
        False,
    )


def test_after_five_wrong_passwords_even_the_right_one_waits(site: Site, somying: TestClient) -> None:
    assert {enter(somying, "ผิด").status_code for _ in range(5)} == {401}
    assert enter(somying).status_code == 429
    later(site, minutes=2)
    assert enter(somying).status_code == 303


def test_a_wrong_password_is_kept_in_a_table_of_its_own(site: Site, somying: TestClient) -> None:
    enter(somying, "ผิด")
    assert "account somying" in str(site.rows()["login_attempt"]) and "ผิด" not in str(site.rows()["login_attempt"])


def test_many_log_ins_from_one_address_are_no_attack(somying: TestClient) -> None:
    assert {enter(somying).status_code for _ in range(35)} == {303}


def test_an_account_without_a_password_cannot_be_entered(site: Site) -> None:
    add_account(site.desk, "new", "ตัวอย่าง คนใหม่", (), When(NOW))
    assert [enter(client(site.app), word, "new").status_code for word in (" ", "new", "password")] == [401] * 3


def test_a_token_planted_before_the_log_in_is_worth_nothing_after_it(site: Site, somying: TestClient) -> None:
    somying.cookies.set("saraban", "planted", domain="127.0.0.1")
    enter(somying)
    thief = client(site.app)
    thief.cookies.set("saraban", "planted", domain="127.0.0.1")
    assert (is_in(somying), is_in(thief)) == (True, False)


def test_a_second_log_in_and_another_desk_end_the_token_before(site: Site, somying: TestClient) -> None:
    enter(somying)
    old = client(site.app)
    old.cookies.set("saraban", somying.cookies["saraban"], domain="127.0.0.1")
    change(
        site.desk, "insert into account_desk (account_id, office, unit, role, post) values (1, 'x', 'x', 'admin', '')"
    )
    key = "test|สทส.|drafter||"
    assert somying.post("/desks", data={"key": key}, headers=PRESSED_HERE, follow_redirects=False).status_code == 303
    assert (is_in(somying), is_in(old)) == (True, False)


def test_a_desk_that_is_not_held_cannot_be_chosen(somying: TestClient) -> None:
    enter(somying)
    answer = somying.post("/desks", data={"key": "test|สนง.|officer|หัวหน้า สนง.|"}, headers=PRESSED_HERE)
    assert answer.status_code == 403


def test_logging_out_ends_the_session_in_the_database_too(site: Site, somying: TestClient) -> None:
    enter(somying)
    token = somying.cookies["saraban"]
    answer = somying.post("/logout", headers=PRESSED_HERE, follow_redirects=False)
    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    somying.cookies.set("saraban", token, domain="127.0.0.1")
    assert not is_in(somying)


@pytest.mark.parametrize("rested", [{"minutes": 31}, {"hours": 13}], ids=str)
def test_a_session_at_rest_ends(site: Site, somying: TestClient, rested: dict[str, int]) -> None:
    enter(somying)
    later(site, **rested)
    assert not is_in(somying)


def test_a_session_in_use_lives_on_but_not_for_ever(site: Site, somying: TestClient) -> None:
    enter(somying)
    alive = []
    for minutes in range(0, 13 * 60, 20):
        later(site, minutes=minutes)
        alive.append(is_in(somying))
    assert alive.index(False) == 36  # 12 hours


def test_revoking_sessions_and_closing_an_account_shut_it_at_once(site: Site, somying: TestClient) -> None:
    enter(somying)
    revoke_sessions(site.desk, "somying", When(NOW))
    assert not is_in(somying)
    enter(somying)
    set_disabled(site.desk, "somying", When(NOW), disabled=True)
    assert (is_in(somying), enter(somying).status_code) == (False, 401)


def test_changing_the_password_ends_the_other_sessions(site: Site, somying: TestClient) -> None:
    other = client(site.app)
    enter(other)
    enter(somying)
    new = {"old": PASSWORD, "password": "ฝนตกที่หน้าต่างบานเก่า", "again": "ฝนตกที่หน้าต่างบานเก่า"}
    somying.post("/account/password", data=new, headers=PRESSED_HERE)
    assert (is_in(somying), is_in(other), enter(other).status_code) == (True, False, 401)


@pytest.mark.parametrize("weak", ["สั้นไป", "password1234", "somying2569!", "aaaaaaaaaaaaaaa", "สมหญิง ตัวอย่าง ๒๕๖๙"])
def test_a_password_that_is_easily_guessed_is_not_taken(somying: TestClient, weak: str) -> None:
    enter(somying)
    answer = somying.post(
        "/account/password", data={"old": PASSWORD, "password": weak, "again": weak}, headers=PRESSED_HERE
    )
    assert (answer.status_code, enter(somying).status_code) == (400, 303)


ELSEWHERE = ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
             "/%0d%0aSet-Cookie:x", "http:evil", "///evil.example", "/\tevil", " /x", ""]  # fmt: skip


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_a_log_in_leads_to_no_other_site(somying: TestClient, wanted: str) -> None:
    answer = enter(somying, next=wanted)
    assert answer.headers["location"] in {"/", "/%0d%0aSet-Cookie:x"}  # the last is a path of ours, and stays quoted
    assert "set-cookie" in answer.headers and ":x" not in answer.headers["set-cookie"]


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(site: Site, somying: TestClient) -> None:
    plain = enter(somying).headers["set-cookie"].lower()
    assert "httponly" in plain and "samesite=lax" in plain and "path=/" in plain and "domain" not in plain
    safe = make_app(site.desk, now=site.app.state.now, url="https://saraban.example.go.th")
    page = TestClient(safe, base_url="https://saraban.example.go.th")
    kept = enter(page).headers["set-cookie"]
    assert kept.startswith("__Host-saraban=") and "; Secure" in kept


def test_neither_password_nor_token_lies_in_the_database(site: Site, somying: TestClient) -> None:
    enter(somying)
    everything = str(site.rows())
    assert PASSWORD not in everything and somying.cookies["saraban"] not in everything
    assert "$argon2id$v=19$m=19456,t=2,p=1$" in everything


# --- the second factor ---


def code_at(moment: datetime) -> str:
    return pyotp.TOTP(SECRET).at(int(moment.timestamp()))


def with_factor(site: Site) -> tuple[str, ...]:
    """somying uses the app of SECRET since an hour ago; her recovery codes."""
    with site.desk.store.read() as session:
        number = session.connection().exec_driver_sql("select id from account where login = 'somying'").scalar_one()
    before = NOW - timedelta(hours=1)
    return enrol(site.desk, number, SECRET, code_at(before), When(before), keep=0)


def give(page: TestClient, code: str) -> int:
    answer: Response = page.post("/login/code", data={"code": code}, headers=PRESSED_HERE, follow_redirects=False)
    return answer.status_code


def test_the_password_alone_is_not_enough_with_a_second_factor(site: Site, somying: TestClient) -> None:
    with_factor(site)
    assert enter(somying, next="/matters").headers["location"] == "/login/code?next=%2Fmatters"
    assert not is_in(somying)
    assert (give(somying, code_at(NOW)), is_in(somying)) == (303, True)


def test_a_code_used_once_is_refused_the_second_time(site: Site, somying: TestClient) -> None:
    with_factor(site)
    enter(somying)
    give(somying, code_at(NOW))
    thief = client(site.app)
    enter(thief)
    assert (give(thief, code_at(NOW)), give(thief, code_at(NOW - timedelta(seconds=30)))) == (401, 401)
    assert give(thief, code_at(NOW + timedelta(seconds=30))) == 303


def test_a_recovery_code_is_good_once(site: Site, somying: TestClient) -> None:
    codes = with_factor(site)
    enter(somying)
    assert give(somying, codes[0].upper()) == 303
    enter(somying)
    assert (give(somying, codes[0]), give(somying, codes[1])) == (401, 303)


def test_guessing_codes_is_slowed(site: Site, somying: TestClient) -> None:
    with_factor(site)
    enter(somying)
    assert {give(somying, f"{n:06d}") for n in range(5)} == {401}
    assert give(somying, code_at(NOW)) == 401
    later(site, minutes=2)
    assert give(somying, code_at(NOW + timedelta(minutes=2))) == 303


def test_a_code_without_a_password_before_it_opens_nothing(site: Site, somying: TestClient) -> None:
    with_factor(site)
    assert (give(somying, code_at(NOW)), is_in(somying)) == (401, False)


def test_the_secret_does_not_lie_in_the_database_in_clear(site: Site, somying: TestClient) -> None:
    codes = with_factor(site)
    assert SECRET not in str(site.rows()) and codes[0] not in str(site.rows())


def test_a_new_password_by_link_does_not_pass_by_the_second_factor(site: Site, somying: TestClient) -> None:
    with_factor(site)
    from workflow.services.accounts import reset

    token = reset(site.desk, "somying", When(NOW))
    told = {"password": "ฝนตกที่หน้าต่างบานเก่า", "again": "ฝนตกที่หน้าต่างบานเก่า"}
    assert (
        somying.post(f"/setup/{token}", data=told, headers=PRESSED_HERE, follow_redirects=False).headers["location"]
        == "/login"
    )
    assert not is_in(somying)
    assert somying.post(f"/setup/{token}", data=told, headers=PRESSED_HERE).status_code == 404  # good once


def test_a_post_that_ended_yesterday_is_no_desk_today(site: Site) -> None:
    page = site.as_(Role.OFFICER, post="รอง ผบช.สงป.")
    assert "ปรท.ผบช.สงป." in page.get("/desks").text
    site.app.state.now = lambda: build.at(date(2020, 1, 1))
    page = site.as_(Role.OFFICER, post="รอง ผบช.สงป.", person="ตัวอย่าง คนที่3")
    assert "ปรท.ผบช.สงป." not in page.get("/desks").text
