"""Urgency (ชั้นความเร็ว) and secrecy (ชั้นความลับ): a word that stands apart on its line, as the red stamp does."""

import re
from collections.abc import Iterable

from workflow.parsers.rows import Row

_URGENCY = re.compile(
    r"^(?:.*\s{2})?(ด่วนที่สุด|ด่วนมาก|ด่วน)(?:\s{2}.*|\s+ที่\s.*|\s+บันทึก\s?ข้อความ|\s*)$|^บันทึก\s?ข้อความ\s+(ด่วนที่สุด|ด่วนมาก|ด่วน)$"
)
_SECRECY = re.compile(r"^[-–\s\"“(]*(ลับที่สุด|ลับมาก|ลับ)[-–\s\"”)]*$")


def urgency_of(rows: Iterable[Row]) -> tuple[str, Row] | None:
    """Return the urgency and its row."""
    found = ((hit, row) for row in rows if (hit := _URGENCY.match(row.text.strip())))
    return next(((hit[1] or hit[2], row) for hit, row in found), None)


def secrecy_of(texts: Iterable[str]) -> str | None:
    """Return the secrecy of a page: only a line of its own counts, since ลับ is part of many words (กลับ, สลับ)."""
    return next((found[1] for text in texts if (found := _SECRECY.match(text.strip()))), None)
