"""Who reads: in which tongue, at which address, and whether what is read can be changed. Set for every request by the guard.

Thai, until somebody presses the switch; the choice lies in a cookie of its own, so that it outlives the session and serves the pages
of one-time links too. What a browser accepts is not asked: computers here are sold with English set, to people who read Thai, and a
page that records รับทราบ must not change its tongue by that.
"""

from contextvars import ContextVar
from urllib.parse import quote

from starlette.types import Scope

from workflow.core.read_only import Why
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


def read_only() -> Why | None:
    """Return why nothing can be kept, asked as the page is made: the press that found it out is told so on its own page already."""
    scope = READER.get()
    found: Why | None = scope["app"].state.desk.store.read_only if scope else None
    return found
