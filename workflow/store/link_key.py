"""The key that seals the links: lost, it only makes the links given out so far worthless; new ones are asked for."""

from pathlib import Path

from workflow.store.key_file import key_file


def link_key(path: Path) -> bytes:
    """Return the key, made when first needed; ConfigError as `key_file`."""
    return key_file(path, "กุญแจลิงก์", "ลิงก์ที่ออกไปแล้วจะใช้ไม่ได้")
