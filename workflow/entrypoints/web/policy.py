"""The headers of every answer: nothing from elsewhere, no script at all, nothing kept by a shared computer."""

from fastapi import Response

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_NOT_KEPT = {**HEADERS, "Cache-Control": "no-store"}


def headers_for(path: str) -> dict[str, str]:
    """Return the headers of an answer; only style and typeface may be kept by a browser."""
    return HEADERS if path.startswith("/static/") else _NOT_KEPT


def under_policy(response: Response, path: str) -> Response:
    """Return the answer with its headers."""
    response.headers.update(headers_for(path))
    return response
