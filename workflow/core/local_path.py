"""Where a person is led after a log-in: a path of this site alone, so that no link of ours leads to somebody else's page."""

from urllib.parse import urlsplit

HOME = "/"


def local_path(wanted: str | None) -> str:
    """Return the path when it is one of this site, else the home page: no scheme, no host, no backslash, no control character."""
    text = wanted or ""
    odd = (
        not text.startswith("/")
        or text.startswith("//")
        or "\\" in text
        or any(ord(c) < 33 or ord(c) == 127 for c in text)
    )
    if odd:
        return HOME
    try:
        parts = urlsplit(text)
    except ValueError:
        return HOME
    return HOME if parts.scheme or parts.netloc or parts.path.startswith("//") else text
