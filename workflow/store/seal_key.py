"""The Ed25519 key that signs checkpoints: 32 bytes in a file that only its owner may read, made when first needed."""

from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from workflow.store.key_file import key_file


def seal_key(path: Path) -> Ed25519PrivateKey:
    """Return the key; ConfigError when others may read the file or it holds no key."""
    return Ed25519PrivateKey.from_private_bytes(
        key_file(path, "กุญแจลงนามจุดตรวจ", "จุดตรวจต่อไปจะลงนามด้วยกุญแจใหม่ ต้องแจ้งผู้ตรวจ")
    )


def public_hex(key: Ed25519PrivateKey) -> str:
    """Return the key by which anybody checks a signature."""
    return key.public_key().public_bytes_raw().hex()


def signed_by(key: str, text: str, signature: str) -> bool:
    """Whether the signature (hex) of a text is that of a public key (hex)."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True
