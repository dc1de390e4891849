"""AES-256-GCM of small things, as everything here uses it: a random nonce before the ciphertext; and a key of its own for each purpose."""

import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12


def encrypted(key: bytes, plain: bytes, bound: bytes | None = None) -> bytes:
    """Return the bytes sealed; `bound` is not in them, but they open only beside it."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound)


def decrypted(key: bytes, sealed: bytes, bound: bytes | None = None) -> bytes:
    """Return what was sealed; InvalidTag (or ValueError, when too short) when the key or `bound` is another, or a bit was changed."""
    return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], bound)


def key_for(key: bytes, purpose: str, salt: bytes | None = None) -> bytes:
    """Return the key of one purpose (HKDF-SHA256), so that what is sealed for one never opens for another."""
    return HKDF(SHA256(), 32, salt, f"saraban {purpose}".encode()).derive(key)
