"""A ZIP from a stranger (a Word file, an ODT, a workbook, an exchange), looked into before any parser opens a part of it.

What an archive says of its own sizes bounds what is read of it, for Python reads no part further than its header says.
"""

import zipfile
from collections.abc import Sequence

from workflow.parsers.limits import MAX_UNPACKED

SWELLS, LOCKED, ENTITIES = "ใหญ่ผิดปกติเมื่อคลายการบีบอัด", "มีรหัสผ่าน", "มีคำสั่งแทรกเนื้อหาจากภายนอก"


def oddity(entries: Sequence[zipfile.ZipInfo], *, most: int, part: int = MAX_UNPACKED) -> str | None:
    """Return in Thai why an archive is not opened: more than `most` files, too many bytes unpacked (`part`: of one XML part), a password."""
    if len(entries) > most or swells(entries) or any(e.file_size > part for e in xml_parts(entries)):
        return SWELLS
    return LOCKED if any(map(locked, entries)) else None


def swells(entries: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether all of it together is too large unpacked."""
    return sum(entry.file_size for entry in entries) > MAX_UNPACKED


def locked(entry: zipfile.ZipInfo) -> bool:
    """Whether a password is wanted for a file."""
    return bool(entry.flag_bits & 1)


def xml_parts(entries: Sequence[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Return the parts that a parser of XML will see."""
    return [entry for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]


def declares(content: bytes) -> str | None:
    """Return in Thai that XML declares a document type or an entity (UTF-16 hides nothing), None when it does not."""
    plain = content.replace(b"\x00", b"")
    return ENTITIES if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain else None
