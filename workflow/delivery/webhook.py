"""Signed webhooks for another program of the office, as the Standard Webhooks specification has it (standardwebhooks.com).

The signature covers `id.timestamp.body`; the id is the same at every try, by which the receiver tells a repeated message.
"""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from workflow.core.errors import ConfigError
from workflow.delivery.outgoing import Mail, Outcome

PREFIX = "whsec_"
FINAL = {
    400,
    404,
    405,
    410,
    413,
    415,
    422,
}  # the address or the message; a login, a limit or a fault of theirs may be mended


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_args: object, **_kwargs: object) -> None:
        """Follow nobody: a redirect is then an error with its own code."""


_OPENER = build_opener(_NoRedirect)


@dataclass(frozen=True)
class Webhook:
    """Posts JSON, signed with a secret (`whsec_` and base64)."""

    secret: str
    timeout: float = 20.0

    def __post_init__(self) -> None:
        """Refuse a secret that nobody could verify with."""
        key(self.secret)

    def send(self, mail: Mail) -> tuple[Outcome, str]:
        """Post once; a redirect is not followed, for a signed message goes to nobody else."""
        if mail.at is None or urlsplit(mail.address).scheme not in {"http", "https"}:
            return Outcome.FAILED, "ที่อยู่ของ webhook ต้องขึ้นต้นด้วย https://"
        seconds, body = int(mail.at.timestamp()), mail.body.encode()
        headers = {
            "Content-Type": "application/json", "webhook-id": mail.message_id, "webhook-timestamp": str(seconds),
            "webhook-signature": signature(self.secret, mail.message_id, seconds, body),
        }  # fmt: skip
        try:
            with _OPENER.open(Request(mail.address, body, headers, method="POST"), timeout=self.timeout):  # noqa: S310 - checked above
                return Outcome.DELIVERED, ""
        except HTTPError as error:
            return (
                Outcome.FAILED if error.code in FINAL or 300 <= error.code < 400 else Outcome.LATER
            ), f"HTTP {error.code}"
        except URLError as error:
            return Outcome.LATER, str(error.reason)
        except (OSError, HTTPException) as error:
            return Outcome.UNKNOWN, str(error) or type(error).__name__


def signature(secret: str, message_id: str, seconds: int, body: bytes) -> str:
    """Return the header `webhook-signature`: `v1,` and base64 of the HMAC-SHA256 of `id.timestamp.body`."""
    signed = f"{message_id}.{seconds}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key(secret), signed, hashlib.sha256).digest()).decode()


def key(secret: str) -> bytes:
    """Return the bytes of a secret; ConfigError when it is no base64 of 24 to 64 bytes, as the specification wants."""
    try:
        found = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except (binascii.Error, ValueError):
        found = b""
    if not 24 <= len(found) <= 64:
        raise ConfigError(
            "กุญแจของ webhook ใช้ไม่ได้", next_step="ตั้ง SARABAN_WEBHOOK_SECRET เป็น whsec_ ตามด้วย base64 ของ ๒๔ ถึง ๖๔ ไบต์"
        )
    return found
