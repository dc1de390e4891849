"""What holds for every answer: a strict policy in its headers, no press of a button that another site caused."""

from collections.abc import Mapping
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from fastapi import Response
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workflow.entrypoints.web.bar import BAR
from workflow.entrypoints.web.policy import with_headers
from workflow.entrypoints.web.problems import show_problem
from workflow.entrypoints.web.reader import READER

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Refuses a strange host or a forged press, then lets the handler answer and sets the headers.

    `host` is the name under which people reach the page (from SARABAN_URL), beside addresses and `localhost`; `secure`: by
    https alone.
    """

    def __init__(self, app: ASGIApp, host: str = "", *, secure: bool = False) -> None:
        self.app, self.host, self.secure = app, host, secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass on what is none."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        BAR.set(None)
        READER.set(scope)

        async def under_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = with_headers(message.get("headers", ()), scope["path"], secure=self.secure)
            await send(message)

        answer = self._refusal(scope) or self.app
        await answer(scope, receive, under_policy)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not of_this_machine(host, self.host):
            return show_problem(400, "ไม่รู้จักชื่อเครื่องที่เรียก", "เปิดด้วยเลขที่อยู่ของเครื่อง เช่น http://127.0.0.1:8000")
        if scope["method"] not in SAFE_METHODS and not pressed_here(headers, host):
            return show_problem(403, "คำสั่งนี้ไม่ได้มาจากหน้าติดตาม จึงไม่บันทึกอะไร", "เปิดหน้าของผู้รับแล้วกดปุ่มที่หน้านั้น")
        return None


@lru_cache(maxsize=64)  # an office is called by few names
def of_this_machine(host: str, own: str = "") -> bool:
    """Whether the Host header is an address, `localhost` or the office's own name: a name that somebody rebinds here is none of them."""
    name = urlsplit(f"//{host}").hostname or ""
    try:
        return name in {"localhost", own or "localhost"} or bool(ip_address(name))
    except ValueError:
        return False


def pressed_here(headers: Mapping[str, str], host: str) -> bool:
    """Whether an unsafe request comes from our own page: Fetch Metadata says so, or, in an older browser, Origin."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    return bool(host) and urlsplit(headers.get("origin", "")).netloc == host
