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


def under_policy(response: Response, path: str) -> Response:
    """Return the answer with its headers; only style and typeface may be kept by a browser."""
    response.headers.update(HEADERS)
    if not path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-store"
    return response
