"""Signed webhooks: a receiver that knows only the specification can verify them, and each fault has its state."""

import base64
import subprocess
from datetime import datetime

import pytest

from tests.integration.delivery.web_server import web_server
from workflow.core.errors import ConfigError
from workflow.core.thai_date import BANGKOK
from workflow.delivery.outgoing import Mail, Outcome
from workflow.delivery.webhook import Webhook, signature

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # the specification's own example
AT = datetime(2025, 12, 16, 10, 0, tzinfo=BANGKOK)


def mail(url: str) -> Mail:
    return Mail("police.webhook.1.20251216@police.example", "s@police.example", url, "", '{"ถึง": "ผบช.สงป."}', AT)


def by_openssl(secret: str, signed: bytes) -> str:
    """The signature as another program makes it."""
    key = base64.b64decode(secret.removeprefix("whsec_")).hex()
    command = ["openssl", "dgst", "-sha256", "-mac", "HMAC", "-macopt", f"hexkey:{key}", "-binary"]
    return (
        "v1," + base64.b64encode(subprocess.run(command, input=signed, capture_output=True, check=True).stdout).decode()
    )


def test_the_signature_is_the_specifications_example() -> None:
    signed = signature(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}')
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_another_program_verifies_what_arrived() -> None:
    with web_server(hook=(200, {})) as server:
        assert Webhook(SECRET, timeout=5).send(mail(f"{server.url}/hook")) == (Outcome.DELIVERED, "")
        (heard,) = server.heard
    identity, seconds = heard.headers["webhook-id"], heard.headers["webhook-timestamp"]
    assert (identity, int(seconds)) == (mail("").message_id, int(AT.timestamp()))
    assert heard.headers["webhook-signature"] == by_openssl(SECRET, f"{identity}.{seconds}.".encode() + heard.body)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(200, Outcome.DELIVERED), (204, Outcome.DELIVERED), (404, Outcome.FAILED), (410, Outcome.FAILED), (302, Outcome.FAILED),
     (401, Outcome.LATER), (429, Outcome.LATER), (503, Outcome.LATER), (0, Outcome.UNKNOWN)],
)  # fmt: skip
def test_what_the_receiver_answers_decides_what_became_of_it(status: int, outcome: Outcome) -> None:
    with web_server(hook=(status, "http://127.0.0.1:1/elsewhere" if status == 302 else {})) as server:
        assert Webhook(SECRET, timeout=5).send(mail(f"{server.url}/hook"))[0] == outcome
        assert len(server.heard) == 1


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://here/x", "hook"])
def test_only_a_web_address_is_written_to(address: str) -> None:
    assert Webhook(SECRET).send(mail(address))[0] == Outcome.FAILED


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_short", "not base64 at all!"])
def test_a_secret_nobody_could_verify_with_is_refused(secret: str) -> None:
    with pytest.raises(ConfigError, match="webhook"):
        Webhook(secret)
