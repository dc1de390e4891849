"""A link by which one addressee says รับทราบ: nobody can guess or alter it, and it needs no row until it is taken back.

The token names the dispatch, the edition of its link (taking a link back begins a new edition) and who held the post when it was made;
a key that never leaves the machine seals all three (HMAC-SHA256, 144 bits of it).
"""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass

LENGTH = 40  # letters of a token: 12 bytes of content and 18 of seal, in base64url
_DISPATCH, _EDITION, _HOLDER, _SEAL = 6, 2, 4, 18
_CONTENT = _DISPATCH + _EDITION + _HOLDER


@dataclass(frozen=True, slots=True)
class Link:
    """What a token says: the dispatch, the edition of its link, and a mark of the holder it was made for."""

    dispatch: int
    edition: int
    holder: bytes


def holder_mark(name: str) -> bytes:
    """Return a short mark of a person's name: it tells one holder from the next, and tells nobody the name."""
    return hashlib.sha256(name.encode()).digest()[:_HOLDER]


def token_of(link: Link, key: bytes) -> str:
    """Return the token, 40 letters of base64url."""
    content = link.dispatch.to_bytes(_DISPATCH, "big") + link.edition.to_bytes(_EDITION, "big") + link.holder
    return base64.urlsafe_b64encode(content + _seal(content, key)).decode()


def read_token(token: str, key: bytes) -> Link | None:
    """Return what a token says; None for one that this key did not seal, whatever is wrong with it."""
    try:
        raw = base64.b64decode(token.encode("ascii"), altchars=b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error):
        return None
    content = raw[:_CONTENT]
    if len(token) != LENGTH or not hmac.compare_digest(raw[_CONTENT:], _seal(content, key)):
        return None
    first, second = content[:_DISPATCH], content[_DISPATCH : _DISPATCH + _EDITION]
    return Link(int.from_bytes(first, "big"), int.from_bytes(second, "big"), content[-_HOLDER:])


def _seal(content: bytes, key: bytes) -> bytes:
    return hmac.digest(key, content, "sha256")[:_SEAL]
