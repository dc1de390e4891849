"""Secrets as they are kept: passwords as argon2id, tokens as SHA-256 of what only the browser holds.

19 MiB and two rounds are OWASP's least for argon2id: about 30 ms here; two at a time, so that a flood of log-ins cannot take the memory.
"""

import hashlib
import secrets
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_AT_ONCE = BoundedSemaphore(2)
_NOBODYS = _HASHER.hash(secrets.token_urlsafe(32))


def hash_password(password: str) -> str:
    """Return the argon2id hash under which a password is kept."""
    with _AT_ONCE:
        return _HASHER.hash(password)


def is_password(kept: str, password: str) -> bool:
    """Whether the password is the one kept; "" (no account, none set) takes as long as any other and never is."""
    with _AT_ONCE:
        try:
            return _HASHER.verify(kept or _NOBODYS, password) and bool(kept)
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(kept: str) -> bool:
    """Whether the hash was made with weaker settings than today's."""
    return _HASHER.check_needs_rehash(kept)


def new_token() -> str:
    """Return 256 random bits as a word for an address or a cookie."""
    return secrets.token_urlsafe(32)


def fingerprint(token: str) -> str:
    """Return the SHA-256 under which a token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()
