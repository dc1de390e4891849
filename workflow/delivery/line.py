"""LINE Messaging API: a push to one user, without what a paper is about, since the words pass through somebody else's servers.

Written against the API itself (developers.line.biz/en/reference/messaging-api: push message, retry key, quota): its SDK is much code
for these few calls (docs/decisions.md).
"""

import json
import uuid
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from workflow.delivery.outgoing import Mail, Outcome

API = "https://api.line.me"
NAMESPACE = uuid.UUID(
    "8d0c4c0e-7c43-5bb2-9f0e-1f4b0a6f2562"
)  # any, the same for ever: it makes a retry key of a Message-ID
FINAL = {
    400,
    404,
    413,
    415,
}  # what no second try mends: the user or the text; everything else is our token, their limit or their trouble


@dataclass(frozen=True)
class LineMessages:
    """Pushes by a channel access token; `url` is where the API is."""

    token: str
    url: str = API
    timeout: float = 20.0

    def send(self, mail: Mail) -> tuple[Outcome, str]:
        """Push once, if the month's quota allows. The retry key makes a second try of the same message no second message."""
        try:
            left = self._quota_left()
        except HTTPError as error:
            return Outcome.LATER, f"LINE {error.code} {_told(error)}"
        except (OSError, ValueError, HTTPException) as error:
            return Outcome.LATER, str(error)
        if left is not None and left < 1:
            return Outcome.LATER, "โควตาข้อความ LINE ของเดือนนี้หมดแล้ว"
        return self._push(mail)

    def _quota_left(self) -> int | None:
        """Return how many messages may still be sent this month; None without a limit."""
        quota = self._ask("/v2/bot/message/quota")
        if quota.get("type") != "limited":
            return None
        return int(quota.get("value", 0)) - int(self._ask("/v2/bot/message/quota/consumption").get("totalUsage", 0))

    def _push(self, mail: Mail) -> tuple[Outcome, str]:
        message = {"to": mail.address, "messages": [{"type": "text", "text": mail.body}]}
        headers = {"Content-Type": "application/json", "X-Line-Retry-Key": str(uuid.uuid5(NAMESPACE, mail.message_id))}
        request = self._request("/v2/bot/message/push", json.dumps(message).encode(), headers)
        try:
            with urlopen(request, timeout=self.timeout):  # noqa: S310 - the address is the API's or a setting's
                return Outcome.DELIVERED, ""
        except HTTPError as error:
            if error.code == 409:  # accepted at an earlier try
                return Outcome.DELIVERED, ""
            return (Outcome.FAILED if error.code in FINAL else Outcome.LATER), f"LINE {error.code} {_told(error)}"
        except URLError as error:  # never reached it
            return Outcome.LATER, str(error.reason)
        except (OSError, HTTPException) as error:  # it may have heard us
            return Outcome.UNKNOWN, str(error) or type(error).__name__

    def _ask(self, path: str) -> dict[str, Any]:
        answer: HTTPResponse
        with urlopen(self._request(path), timeout=self.timeout) as answer:  # noqa: S310 - as above
            found = json.loads(answer.read(100_000))
        return found if isinstance(found, dict) else {}

    def _request(self, path: str, data: bytes | None = None, headers: dict[str, str] | None = None) -> Request:
        return Request(self.url + path, data, {"Authorization": f"Bearer {self.token}", **(headers or {})})  # noqa: S310 - as above


def _told(error: HTTPError) -> str:
    """Return what the API says went wrong."""
    try:
        return str(json.loads(error.read(100_000)).get("message", ""))
    except (OSError, ValueError, AttributeError, HTTPException):
        return str(error.reason)
