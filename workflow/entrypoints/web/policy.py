"""The headers of every answer: nothing from elsewhere, no script but our own files, nothing kept by a shared computer."""

from collections.abc import Iterable
from functools import cache

from fastapi import Response

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
_NOT_KEPT = {**HEADERS, "Cache-Control": "no-store"}
Raw = tuple[bytes, bytes]


def headers_for(path: str, *, secure: bool = False) -> dict[str, str]:
    """Return the headers of an answer; only style, script and typeface may be kept by a browser. `secure`: people come by https alone."""
    headers = HEADERS if path.startswith("/static/") else _NOT_KEPT
    return {**headers, **_BY_HTTPS} if secure else headers


def with_headers(raw: Iterable[Raw], path: str, *, secure: bool = False) -> list[Raw]:
    """Return an answer's headers (names in small letters, as ASGI asks) with those of its path in place of its own of these names."""
    ours = _encoded(path.startswith("/static/"), secure)
    names = {name for name, _ in ours}
    return [*(one for one in raw if one[0] not in names), *ours]


@cache
def _encoded(static: bool, secure: bool) -> tuple[Raw, ...]:  # the same for every answer, so not made anew for each
    headers = headers_for("/static/" if static else "/", secure=secure)
    return tuple((name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items())


def under_policy(response: Response, path: str) -> Response:
    """Return the answer with its headers."""
    response.headers.update(headers_for(path))
    return response
