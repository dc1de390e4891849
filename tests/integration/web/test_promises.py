"""What holds for every address: looking changes nothing, no other site presses a button, nothing comes from elsewhere."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session
from starlette.routing import Route

from tests import build
from tests.integration.services import intake_desk
from tests.integration.web.conftest import PRESSED_HERE, TODAY, Site, change, client
from tests.unit.templates.papers import FONTS
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.entrypoints.web.app import make_app
from workflow.entrypoints.web.guard import SAFE_METHODS
from workflow.entrypoints.web.policy import HEADERS, POLICY
from workflow.entrypoints.web.rules import rule_of
from workflow.entrypoints.web.views import HERE
from workflow.services.choose_addressees import Chosen, keep_choice
from workflow.services.show_link import make_links

NOW = When(build.at(TODAY, 1))
FOREIGN = [
    {},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1:8000"},
    {"Origin": "https://elsewhere.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:8001"},
]


NOT_MADE_YET = {
    "/login/oidc", "/login/oidc/back",
    "/matters/{matter}/recipients/{dispatch}/copy.pdf", "/matters/{matter}/recipients/{dispatch}/copy.docx",
    "/matters/{matter}/recipients/{dispatch}/copy", "/matters/{matter}/recipients/{dispatch}/copy/{page}.png",
    "/matters/{matter}/recipients/{dispatch}/paper/{entry}", "/setup/{token}", "/rounds/{year}", "/rounds/{year}/evidence/{promise}",
    "/sendings/{memo}/annex",
    "/intake/{intake}/pages/{page}.webp", "/intake/{intake}/masked.pdf", "/matters/{matter}/draft/previews/{name}/{page}.png",
    "/orders/{step}", "/orders/{step}/pages/{page}.png",
}  # fmt: skip
"""Addresses of `addresses` that answer 404 here: nothing was made that they could show."""
NOT_THIS_DESK = {"/org/import", "/org/export.{suffix}", "/admin/accounts"}
"""Addresses that answer 403 here: they are the administrator's."""


def addresses(site: Site) -> dict[str, str]:
    """Every route of the application, with values that exist: a part of an address that has none here is a KeyError."""
    values = {
        "matter": site.matter, "dispatch": site.to["ผบก.ก."], "memo": site.memo, "suffix": "pdf",
        "unit": "สทส.", "year": 2562, "promise": 1, "entry": 1, "account": 1, "row": 1, "book": "รับ", "weight": "bold", "secret": site.feed(),
        "token": make_links(site.desk, [3], NOW)[0].token, "choice": a_choice(site), "ending": "csv",
        "intake": site.intake(), "page": 1, "name": "0" * 32, "step": 1,
    }  # fmt: skip
    return {path: path.format(**values) for path in paths(site.app)}


def a_choice(site: Site) -> str:
    """Whom the drafter has chosen to send to and not sent yet."""
    build.memo(site.desk, site.matter, kind="result-report")
    owner = WorkingAs(1, "ตัวอย่าง", "test", "สทส.", Role.DRAFTER, "เจ้าของเรื่อง")
    return keep_choice(site.desk, owner, (site.matter, None), Chosen("กอง ก."), NOW)


def paths(app: FastAPI) -> list[str]:
    """The path of every route."""
    return list(dict.fromkeys(route.path for route in flat(app.routes) if isinstance(route, Route)))


def flat(routes: Iterable[object]) -> list[object]:
    """The routes of routers within routers."""
    found: list[object] = []
    for route in routes:
        router = getattr(route, "original_router", None)
        found += flat(router.routes) if router else [route]
    return found


@pytest.fixture
def locked() -> Iterator[list[str]]:
    """Every question of a session that only looks, asked so that it would hold a row's lock on PostgreSQL; heard from now on."""
    found: list[str] = []

    def heard(asked: ORMExecuteState) -> None:
        reads = asked.session.get_bind().get_execution_options().get("saraban_read")
        if reads and getattr(asked.statement, "_for_update_arg", None) is not None:
            found.append(str(asked.statement).partition("FROM ")[2])

    event.listen(Session, "do_orm_execute", heard)
    yield found
    event.remove(Session, "do_orm_execute", heard)


def test_looking_at_any_address_changes_no_row(site: Site, locked: list[str]) -> None:
    """Nor does it lock one: whoever looks waits for no answer, and no answer for whoever looks."""
    listed = addresses(site)
    officer = site.as_(Role.OFFICER, post="ผบช.สทส.")
    who = {path: officer if path.startswith("/orders") else site.page for path in listed}
    before = site.rows()
    asked = {(m, path): who[path].request(m, listed[path]).status_code for m in sorted(SAFE_METHODS) for path in listed}
    assert (site.rows(), locked) == (before, [])
    odd = {path for (_, path), status in asked.items() if status not in {200, 405}}
    assert odd == NOT_MADE_YET | NOT_THIS_DESK
    assert {asked["GET", path] for path in listed.keys() - NOT_THIS_DESK} <= {
        200,
        404,
        405,
    }  # 405: only a button lies there


def test_every_route_has_a_rule(site: Site) -> None:
    routes = [route for route in flat(site.app.routes) if isinstance(route, APIRoute)]
    assert len(routes) > 15
    assert [route.path for route in routes if rule_of(route.endpoint) is None] == []
    others = {getattr(route, "path", "") for route in flat(site.app.routes) if not isinstance(route, APIRoute)}
    # style and script are everybody's; the watchers see no paper; a link (/a/…), which is its own key, is answered before the routes
    assert others == {"/static", "/healthz", "/readyz"}


def test_a_route_without_a_rule_answers_nobody(site: Site) -> None:
    site.app.add_api_route("/forgotten", lambda: "open to all")
    assert site.page.get("/forgotten").status_code == 404


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_no_other_site_presses_any_button(site: Site, headers: dict[str, str]) -> None:
    listed = addresses(site)
    before = site.rows()
    answers = {path: site.page.post(listed[path], headers=headers).status_code for path in listed}
    assert {path for path, status in answers.items() if status != 403} == set()
    assert site.rows() == before


def test_whoever_is_not_logged_in_is_led_to_the_log_in_and_presses_nothing(site: Site) -> None:
    stranger, listed, before = client(site.app), addresses(site), site.rows()
    for route in guarded(site):
        for method in route.methods or ():
            answer = stranger.request(method, listed[route.path], headers=PRESSED_HERE, follow_redirects=False)
            led = answer.status_code == 303 and answer.headers["location"].startswith("/login?next=")
            assert (led or answer.status_code == 401) is True, (method, route.path, answer.status_code)
    assert site.rows() == before


def test_an_ended_session_is_nobody_at_every_address(site: Site) -> None:
    listed = addresses(site)
    change(site.desk, "update web_session set revoked_at = '2019-01-01 00:00:00'")
    statuses = {
        site.page.get(listed[route.path], follow_redirects=False).status_code
        for route in guarded(site)
        if "GET" in (route.methods or ())
    }
    assert statuses == {303}


def guarded(site: Site) -> list[APIRoute]:
    """Every route that asks for a log-in."""
    routes = [route for route in flat(site.app.routes) if isinstance(route, APIRoute)]
    return [route for route in routes if not getattr(rule_of(route.endpoint), "open", False)]


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "http://127.0.0.1:8000"}],
    ids=str,
)
def test_our_own_page_presses_them(site: Site, headers: dict[str, str]) -> None:
    page = site.as_(Role.REGISTRY, "กอง ก.")
    answer = page.post(f"{site.recipient('ผบก.ก.')}/receipt", headers=headers, follow_redirects=False)
    assert answer.status_code == 303


def test_a_name_rebound_to_this_machine_is_not_served(site: Site) -> None:
    assert site.page.get("/", headers={"Host": "evil.example:8000"}).status_code == 400
    assert [
        site.page.get("/", headers={"Host": host}).status_code for host in ("localhost:8000", "[::1]:8000", "10.0.0.7")
    ] == [200] * 3


def test_the_offices_own_name_is_served_where_it_was_set(site: Site) -> None:
    named = type(site.page)(
        make_app(site.desk, url="https://saraban.example.go.th/x"), base_url="http://saraban.example.go.th"
    )
    assert (named.get("/").status_code, named.get("/", headers={"Host": "evil.example"}).status_code) == (200, 400)


def test_every_answer_carries_the_policy_and_only_style_may_be_kept(site: Site) -> None:
    for address in [*addresses(site).values(), "/nowhere", "/static/saraban.css", "/static/nothing"]:
        headers = site.page.get(address).headers
        assert (headers["content-security-policy"], headers["x-content-type-options"]) == (POLICY, "nosniff"), address
        assert {name: headers.get(name) for name in HEADERS} == HEADERS and "access-control-allow-origin" not in headers
        assert not headers["content-type"].startswith("text/") or "charset=utf-8" in headers["content-type"], address
        assert address.startswith("/static/") or headers["cache-control"] == "no-store", address


def test_a_browser_keeps_style_and_script_for_good_and_asks_anew_when_they_change(site: Site) -> None:
    named = re.findall(r'(?:href|src)="(/static/[^"]+)"', site.page.get(f"/matters/{site.matter}/latency").text)
    kept = [site.page.get(address).headers["cache-control"] for address in named]
    assert len(named) > 5 and set(kept) == {"public, max-age=31536000, immutable"}
    other = [site.page.get(f"/static/saraban.css{asked}").headers["cache-control"] for asked in ("", "?v=", "?v=old")]
    assert other == ["no-cache"] * 3


@pytest.mark.parametrize("address", ["/static/saraban.css", "/static/fonts/regular.ttf"])
def test_what_a_browser_has_already_is_not_sent_again(site: Site, address: str) -> None:
    first = site.page.get(address)
    again = site.page.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["cache-control"] == first.headers["cache-control"] in {"no-cache", "public, max-age=604800"}


def test_a_defect_of_ours_is_told_kindly_under_the_same_policy(site: Site) -> None:
    site.app.state.desk = None
    quiet = type(site.page)(site.app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False)
    answer = quiet.get("/")
    assert (answer.status_code, answer.headers["content-security-policy"]) == (500, POLICY)
    assert "โปรแกรมขัดข้อง" in answer.text
    assert "Traceback" not in answer.text


def test_a_defect_of_ours_keeps_a_browser_to_https_too(site: Site) -> None:
    app = make_app(site.desk, url="https://saraban.example")
    app.state.desk = None
    quiet = type(site.page)(app, base_url="https://saraban.example", raise_server_exceptions=False)
    answers = [quiet.get(path) for path in ("/", "/static/saraban.css")]
    assert [answer.status_code for answer in answers] == [500, 200]
    assert len({answer.headers["strict-transport-security"] for answer in answers}) == 1


@pytest.mark.parametrize(
    "address",
    [
        "/matters/99", "/matters/x", "/matters/1/recipients/99", "/matters/1?show=all", "/memos/99.pdf", "/memos/1.exe",
        "/registers/สทส./2562/อื่น", "/registers/ไม่มี/2562/รับ", "/registers/สงป./2562/รับ", "/setup/nothing", "/nowhere",
    ],
)  # fmt: skip
def test_an_address_that_does_not_exist_says_what_to_do(site: Site, address: str) -> None:
    answer = site.page.get(address)
    assert answer.status_code == 404
    assert '<html lang="th">' in answer.text
    assert "ทำอย่างไรต่อ" in answer.text


def test_no_address_gives_the_original_of_a_letter(site: Site, tmp_path: Path) -> None:
    """It holds what is masked everywhere else."""
    (letter := tmp_path / "letter.txt").write_text("เรื่อง แจ้งผล\nUsername: dga_01 Password: Zx9kqW7pm", "utf-8")
    change(site.desk, f"update matter set sha256 = '{site.desk.originals.keep(letter)}' where id = {site.matter}")
    listed = addresses(site).values()
    pages = site.page, site.as_(Role.REGISTRY, "กอง ก."), site.as_(Role.OFFICER, post="ผบช.สทส."), site.as_(Role.ADMIN)
    given = [page.get(address).content for page in pages for address in listed]
    secret = (b"Zx9kqW7pm", b"Secret99", intake_desk.LETTER)
    assert [whole for whole in given if any(words in whole for words in secret)] == []


@pytest.mark.parametrize(
    "address", ["/docs", "/redoc", "/openapi.json", "/metrics", "/static/../app.py", "/.git/config"]
)
def test_nothing_of_the_inside_is_shown(site: Site, address: str) -> None:
    assert site.page.get(address).status_code == 404


def test_a_page_can_be_shown_without_script_inline_style_or_another_host(site: Site) -> None:
    for address in (
        "/",
        f"/matters/{site.matter}",
        site.recipient("ผบก.ก."),
        "/registers/สทส./2562/รับ",
        "/matters",
        "/desks",
        "/login",
        "/account",
        "/account/second-factor",
        "/reminders",
        "/nowhere",
        "/inbox",
        "/branch",
        "/latency",
        "/sendings",
        f"/sendings/{site.memo}",
        *(f"/matters/{site.matter}/{page}" for page in ("dispatch", "recipients", "units", "latency", "changes")),
        f"/dispatch/{a_choice(site)}",
    ):
        page = site.page.get(address).text
        assert (
            re.findall(r"<script(?! src=\"/static/[^\"]+\" defer></script>)|<style|\sstyle=|\son\w+=|https?://", page)
            == []
        ), address
    for sheet in sorted((HERE / "static").glob("*.css")):
        assert re.findall(r"@import|https?://", sheet.read_text("utf-8")) == []


def test_a_memo_is_kept_under_its_thai_name(site: Site) -> None:
    answer = site.page.get(f"/memos/{site.memo}.pdf")
    named = answer.headers["content-disposition"]
    assert answer.headers["content-type"] == "application/pdf"
    assert named.startswith(f"attachment; filename=\"memo-{site.memo}.pdf\"; filename*=UTF-8''%E0%B8%")
    assert "/" not in named


def test_a_memo_whose_file_is_not_made_yet_says_so(site: Site) -> None:
    answer = site.page.get(f"/memos/{site.memo}.docx")
    assert answer.status_code == 404
    assert "ยังไม่มีแฟ้ม DOCX" in answer.text


def test_the_typeface_is_served_from_where_papers_take_it(site: Site) -> None:
    answer = site.page.get("/static/fonts/bold.ttf")
    assert (answer.content, answer.headers["content-type"]) == (FONTS.bold.read_bytes(), "font/ttf")
