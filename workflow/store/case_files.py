"""A file of cases for a merge: one JSON object a line, a case file by the names of its fields; read a line at a time."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from workflow.core.errors import NotFound, Refused
from workflow.core.memo_kind import CaseFile
from workflow.core.thai_digits import to_thai

_CASE = TypeAdapter(CaseFile)


def case_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of the cases, lines counted from 1; empty ones are left out. NotFound when there is no such file."""
    if not path.is_file():
        raise NotFound(f"ไม่พบแฟ้มรายการ {path}", next_step="ตรวจชื่อแฟ้มที่ให้กับ --cases")
    with path.open(encoding="utf-8-sig") as lines:
        yield from ((n, line) for n, line in enumerate(lines, 1) if line.strip())


def file_key(path: Path, *words: str) -> str:
    """Return the SHA-256 of a file's bytes and some words: the same merge has the same key."""
    with path.open("rb") as file:
        whole = hashlib.file_digest(file, "sha256").hexdigest()
    return hashlib.sha256("\n".join((whole, *words)).encode()).hexdigest()


def fields_of(line: str) -> dict[str, Any]:
    """Return a line's fields; Refused when it is no JSON object."""
    try:
        found = json.loads(line)
    except ValueError as error:
        raise Refused(f"บรรทัดนี้ไม่ใช่ JSON ({error})", next_step="แก้บรรทัดนั้นแล้วสั่งใหม่") from error
    if not isinstance(found, dict):
        raise Refused("บรรทัดนี้ไม่ใช่ JSON ชนิดออบเจกต์", next_step="แก้บรรทัดนั้นแล้วสั่งใหม่")
    return found


def case_from(data: dict[str, Any]) -> CaseFile:
    """Return the case file of these fields; Refused names the fields that are wrong or missing."""
    try:
        return _CASE.validate_python(data)
    except ValidationError as error:
        wrong = sorted({".".join(map(str, one["loc"])) for one in error.errors()})
        raise Refused(
            f"ข้อมูลของรายการไม่ครบหรือผิดชนิด {to_thai(len(wrong))} แห่ง: {', '.join(wrong)}", next_step="แก้บรรทัดนั้นแล้วสั่งใหม่"
        ) from error
