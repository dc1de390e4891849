"""The headers of every answer: nothing from elsewhere, no script but our own files, nothing kept by a shared computer."""

from collections.abc import Iterable
from functools import cache

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}
_BY_HTTPS = {"Strict-Transport-Security": "max-age=31536000"}
_NOT_KEPT = {"Cache-Control": "no-store"}
Raw = tuple[bytes, bytes]


def with_headers(raw: Iterable[Raw], path: str, *, secure: bool = False) -> list[Raw]:
    """Return an answer's headers (names in small letters, as ASGI asks) with those of its path in place of its own of these names.

    Only style, script and typeface may be kept by a browser (static_files.py says for how long). `secure`: people come by https alone.
    """
    ours = _ours(path.startswith("/static/"), secure)
    names = {name for name, _ in ours}
    return [*(one for one in raw if one[0] not in names), *ours]


@cache
def _ours(static: bool, secure: bool) -> tuple[Raw, ...]:  # the same for every answer, so not made anew for each
    headers = HEADERS | ({} if static else _NOT_KEPT) | (_BY_HTTPS if secure else {})
    return tuple((name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items())
