"""LINE messages through an API that misbehaves: the quota is asked first, a second try is no second message, the state fits the fault."""

import json
import socket
import uuid
from collections.abc import Iterator

import pytest

from tests.integration.delivery.web_server import WebServer, web_server
from workflow.delivery.line import LineMessages
from workflow.delivery.outgoing import Mail, Outcome

PUSH, QUOTA, USED = "/v2/bot/message/push", "/v2/bot/message/quota", "/v2/bot/message/quota/consumption"
MAIL = Mail(
    "police.line.1.20251216@police.example", "s@police.example", "U4af4980629", "", "สารบรรณ: หนังสือค้างตอบ ๒ ฉบับ"
)


@pytest.fixture
def line() -> Iterator[WebServer]:
    with web_server() as server:
        server.answers = {
            PUSH: (200, {}),
            QUOTA: (200, {"type": "limited", "value": 200}),
            USED: (200, {"totalUsage": 199}),
        }
        yield server


def send(line: WebServer) -> tuple[Outcome, str]:
    return LineMessages("token", line.url, timeout=5).send(MAIL)


def test_a_message_is_pushed_to_the_user_in_thai(line: WebServer) -> None:
    assert send(line) == (Outcome.DELIVERED, "")
    (heard,) = line.posts(PUSH)
    assert json.loads(heard.body) == {"to": "U4af4980629", "messages": [{"type": "text", "text": MAIL.body}]}
    assert heard.headers["authorization"] == "Bearer token"


def test_every_try_bears_the_same_retry_key(line: WebServer) -> None:
    for status in (500, 200):
        line.answers[PUSH] = (status, {})
        send(line)
    keys = [uuid.UUID(heard.headers["x-line-retry-key"]) for heard in line.posts(PUSH)]
    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(200, Outcome.DELIVERED), (409, Outcome.DELIVERED), (400, Outcome.FAILED),
     (401, Outcome.LATER), (429, Outcome.LATER), (500, Outcome.LATER), (0, Outcome.UNKNOWN)],
)  # fmt: skip
def test_what_the_api_answers_decides_what_became_of_it(line: WebServer, status: int, outcome: Outcome) -> None:
    line.answers[PUSH] = (status, {"message": "why"})
    assert send(line)[0] == outcome


def test_a_month_whose_quota_is_used_up_waits_and_pushes_nothing(line: WebServer) -> None:
    line.answers[USED] = (200, {"totalUsage": 200})
    assert send(line) == (Outcome.LATER, "โควตาข้อความ LINE ของเดือนนี้หมดแล้ว")
    assert line.posts(PUSH) == []


def test_an_account_without_a_limit_pushes(line: WebServer) -> None:
    line.answers[QUOTA] = (200, {"type": "none"})
    assert send(line)[0] == Outcome.DELIVERED
    assert line.posts(USED) == []


@pytest.mark.parametrize("answer", [(401, {"message": "bad token"}), (200, {"type": "limited", "value": "x"}), (0, {})])
def test_a_quota_that_cannot_be_read_waits(line: WebServer, answer: tuple[int, object]) -> None:
    line.answers[QUOTA] = answer
    assert send(line)[0] == Outcome.LATER
    assert line.posts(PUSH) == []


def test_no_api_at_all_is_later() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert LineMessages("token", f"http://127.0.0.1:{port}", timeout=2).send(MAIL)[0] == Outcome.LATER
