"""Canaries are planted in every part of a request, in rows and in errors, and none is ever found in the log. Persons are invented."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from tests.integration.web.conftest import PRESSED_HERE, Site, client
from workflow.entrypoints.logs import configure, tell_request

CANARIES = (
    "Zx9kqW7pm", "นกขมิ้น", "0812345678", "๐๘๑๒๓๔๕๖๗๘", "canary.bird", "1101700230708", "เรื่องลับคานารี",
    "kanari-token-kanari-token-kanari-token-kana",
)  # fmt: skip
TEXT = " ".join(CANARIES)


@pytest.fixture
def _as_it_was() -> Iterator[None]:
    """Afterwards lines go where they went before, and no fewer of them."""
    root = logging.getLogger()
    before, level, known = root.handlers[:], root.level, structlog.get_config()
    yield
    root.handlers[:] = before
    root.setLevel(level)
    structlog.configure(**known)


@pytest.fixture
def log(_as_it_was: None) -> io.StringIO:
    """The log of everything, as a server writes it."""
    out = io.StringIO()
    configure(out)
    return out


def lines(log: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def found(log: io.StringIO) -> list[str]:
    return [canary for canary in CANARIES if canary in log.getvalue() or json.dumps(canary)[1:-1] in log.getvalue()]


def test_no_part_of_a_request_reaches_the_log(site: Site, log: io.StringIO) -> None:
    anyone = client(site.app)
    token = CANARIES[-1]
    for address in (f"/a/{token}", f"/setup/{token}", f"/{TEXT}", f"/matters/{TEXT}", f"/calendar/{token}.ics"):
        for page in (site.page, anyone):
            page.get(
                address,
                params={"q": TEXT, "next": TEXT},
                headers={"User-Agent": "Zx9kqW7pm", "Referer": "http://canary.bird/"},
            )
            page.post(address, data={"name": TEXT}, headers={**PRESSED_HERE, "Cookie": f"a={token}"})
    anyone.post("/login", data={"login": "canary.bird", "password": "Zx9kqW7pm"}, headers=PRESSED_HERE)
    site.page.post(
        f"{site.recipient('ผบก.ก.')}/acknowledgement", data={"post": TEXT, "remark": TEXT}, headers=PRESSED_HERE
    )
    assert len(lines(log)) > 15
    assert found(log) == []


def test_an_error_of_ours_is_told_by_its_type_and_place_with_the_number_on_the_page(
    site: Site, log: io.StringIO
) -> None:
    class Broken:
        @property
        def store(self) -> object:
            raise KeyError(TEXT)

    site.app.state.desk = Broken()
    quiet = type(site.page)(site.app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False)
    answer = quiet.get("/login")
    told = [line for line in lines(log) if line["level"] == "error"]
    assert (answer.status_code, told[0]["error"]) == (500, "KeyError")
    assert "test_log_canaries" in str(told[0]["at"])
    assert str(told[0]["request"]) in answer.text
    assert found(log) == [] and "Zx9" not in answer.text


def test_a_library_that_logs_what_it_works_on_is_reduced_to_its_place(log: io.StringIO) -> None:
    try:
        raise ValueError(TEXT)
    except ValueError:
        logging.getLogger("sqlalchemy.engine").exception("statement %s", TEXT)
    logging.getLogger("dbos").error(f"workflow of {TEXT}")
    logging.getLogger("saraban.durable").error("the watch of %s missed a beat", TEXT)
    assert [line["event"] for line in lines(log)] == ["library", "library", "the watch of %s missed a beat"]
    assert lines(log)[0]["error"] == "ValueError"
    assert found(log) == []


def test_a_key_that_is_not_listed_is_left_out_and_a_new_line_begins_no_line(log: io.StringIO) -> None:
    structlog.get_logger().info("request", subject=TEXT, route='/x\n{"event": "forged"}', account=7)
    (line,) = lines(log)
    assert (line["event"], line["account"], "subject" in line) == ("request", 7, False)


def test_every_answer_has_its_number_and_its_line(site: Site, log: io.StringIO) -> None:
    answer = site.page.get(f"/matters/{site.matter}")
    told = lines(log)[-1]
    assert (told["request"], told["route"], told["status"]) == (
        answer.headers["x-request-id"],
        "/matters/{matter}",
        200,
    )
    assert str(told["timestamp"]).endswith("Z")


def test_what_is_refused_and_what_fails_has_its_line(site: Site, log: io.StringIO) -> None:
    site.page.post(f"{site.recipient('ผบก.ก.')}/receipt")  # another site's press: it reaches no route
    for address in ("/admin/accounts", "/matters/99"):
        site.page.get(address)
    client(site.app).post("/login", data={"login": "x", "password": "y"}, headers=PRESSED_HERE)
    told = [(line["route"], line["status"]) for line in lines(log)]
    assert told == [("-", 403), ("/admin/accounts", 403), ("/matters/{matter}", 404), ("/login", 401)]


def test_the_line_of_a_request_is_what_any_other_line_would_be(log: io.StringIO) -> None:
    said = {"request": "0a1b", "route": "/a/{token}", "method": "POST", "status": 200, "ms": 3}
    structlog.get_logger().info("request", **said)
    tell_request("0a1b", "/a/{token}", "POST", 200, 3)
    by_structlog, at_once = lines(log)
    assert list(at_once) == list(by_structlog) and str(at_once["timestamp"])[:16] == str(by_structlog["timestamp"])[:16]
    assert at_once | {"timestamp": ""} == by_structlog | {"timestamp": ""}


@pytest.mark.usefixtures("_as_it_was")
def test_who_wants_errors_alone_gets_no_line_of_a_request() -> None:
    out = io.StringIO()
    configure(out, logging.ERROR)
    tell_request("0a1b", "/a/{token}", "POST", 200, 3)
    assert out.getvalue() == ""
