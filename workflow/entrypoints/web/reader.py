"""Who reads: in which tongue, and at which address. Set for every request by the guard, read where a page is made.

Thai, until somebody presses the switch; the choice lies in a cookie of its own, so that it outlives the session and serves the pages
of one-time links too. What a browser accepts is not asked: computers here are sold with English set, to people who read Thai, and a
page that records รับทราบ must not change its tongue by that.
"""

from contextvars import ContextVar
from urllib.parse import quote

from starlette.types import Scope

from workflow.entrypoints.web.tongue import THAI, TONGUES, Tongue

COOKIE = "saraban-tongue"
KEPT = 365 * 24 * 3600  # seconds
READER: ContextVar[Scope | None] = ContextVar("reader", default=None)
_CHOSEN = {f"{COOKIE}={code}".encode(): tongue for code, tongue in TONGUES.items()}


def tongue() -> Tongue:
    """Return the tongue of the page that is being made."""
    scope = READER.get()
    for name, value in scope["headers"] if scope else ():
        if name == b"cookie" and COOKIE.encode() in value:
            return next((_CHOSEN[part] for part in value.split(b"; ") if part in _CHOSEN), THAI)
    return THAI


def address() -> str:
    """Return the address of that page, to which the switch leads back."""
    scope = READER.get()
    if scope is None:
        return "/"
    path, query = quote(scope["path"]), scope["query_string"].decode("latin-1")
    return f"{path}?{query}" if query else path
