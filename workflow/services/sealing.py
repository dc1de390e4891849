"""Small secrets sealed with the office's key (AES-256-GCM, one key a purpose): who holds them can neither read nor change them."""

import base64
import binascii

from cryptography.exceptions import InvalidTag

from workflow.store.aead import decrypted, encrypted, key_for


def seal(key: bytes, purpose: str, secret: str) -> str:
    """Return the secret sealed, as text for a column or a cookie."""
    return base64.urlsafe_b64encode(encrypted(key_for(key, purpose), secret.encode())).decode()


def unseal(key: bytes, purpose: str, sealed: str) -> str:
    """Return the secret, "" when it was sealed with another key, for another purpose, or changed since."""
    try:
        return decrypted(key_for(key, purpose), base64.urlsafe_b64decode(sealed)).decode()
    except (InvalidTag, binascii.Error, ValueError):
        return ""
