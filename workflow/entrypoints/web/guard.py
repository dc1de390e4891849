"""What holds for every answer: a strict policy in its headers, no press of a button that another site caused."""

from collections.abc import Awaitable, Callable, Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from fastapi import Request, Response

from workflow.entrypoints.web.policy import under_policy
from workflow.entrypoints.web.problems import show_problem

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


async def guard(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Refuse a strange host or a forged press, then let the handler answer and set the headers."""
    return under_policy(_refusal(request) or await call_next(request), request.url.path)


def _refusal(request: Request) -> Response | None:
    host = request.headers.get("host", "")
    if not of_this_machine(host):
        return show_problem(400, "ไม่รู้จักชื่อเครื่องที่เรียก", "เปิดด้วยเลขที่อยู่ของเครื่อง เช่น http://127.0.0.1:8000")
    if request.method not in SAFE_METHODS and not pressed_here(request.headers, host):
        return show_problem(403, "คำสั่งนี้ไม่ได้มาจากหน้าติดตาม จึงไม่บันทึกอะไร", "เปิดหน้าของผู้รับแล้วกดปุ่มที่หน้านั้น")
    return None


def of_this_machine(host: str) -> bool:
    """Whether the Host header is an address or `localhost`: a name that somebody rebinds to this machine is neither."""
    name = urlsplit(f"//{host}").hostname or ""
    try:
        return name == "localhost" or bool(ip_address(name))
    except ValueError:
        return False


def pressed_here(headers: Mapping[str, str], host: str) -> bool:
    """Whether an unsafe request comes from our own page: Fetch Metadata says so, or, in an older browser, Origin."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    return bool(host) and urlsplit(headers.get("origin", "")).netloc == host
