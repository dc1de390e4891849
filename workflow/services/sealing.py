"""Small secrets sealed with the office's key (AES-256-GCM, one key a purpose): who holds them can neither read nor change them."""

import base64
import binascii
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12


def seal(key: bytes, purpose: str, secret: str) -> str:
    """Return the secret sealed, as text for a column or a cookie."""
    nonce = secrets.token_bytes(NONCE)
    return base64.urlsafe_b64encode(
        nonce + AESGCM(_derived(key, purpose)).encrypt(nonce, secret.encode(), None)
    ).decode()


def unseal(key: bytes, purpose: str, sealed: str) -> str:
    """Return the secret, "" when it was sealed with another key, for another purpose, or changed since."""
    try:
        raw = base64.urlsafe_b64decode(sealed)
        return AESGCM(_derived(key, purpose)).decrypt(raw[:NONCE], raw[NONCE:], None).decode()
    except (InvalidTag, binascii.Error, ValueError):
        return ""


def _derived(key: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), 32, None, f"saraban {purpose}".encode()).derive(key)
