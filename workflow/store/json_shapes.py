"""Core values as JSON columns, and back."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from workflow.core.correction import Correction
from workflow.core.digest import Digest
from workflow.core.document import Document
from workflow.core.errors import UnreadableFile
from workflow.core.exchange import Manifest, Refusal, Word
from workflow.core.reading import Reading

_READING = TypeAdapter(Reading)
_DOCUMENT = TypeAdapter(Document)
_DIGEST = TypeAdapter(Digest)
_SHAPES: dict[type, TypeAdapter[Any]] = {Reading: _READING, Document: _DOCUMENT, Digest: _DIGEST}
_MANIFEST = TypeAdapter(Manifest)
_WORD = TypeAdapter(Word)
_REFUSAL = TypeAdapter(Refusal)
_CORRECTION = TypeAdapter(Correction)


def to_json(value: Reading | Document | Digest) -> dict[str, Any]:
    """Return the value as JSON-ready data."""
    shaped: dict[str, Any] = _SHAPES[type(value)].dump_python(value, mode="json")
    return shaped


def reading_from(data: dict[str, Any]) -> Reading:
    """Return the reading kept with a matter."""
    return _READING.validate_python(data)


def document_from(data: dict[str, Any]) -> Document:
    """Return the document kept with a memo."""
    return _DOCUMENT.validate_python(data)


def digest_from(data: dict[str, Any]) -> Digest:
    """Return what a notice says."""
    return _DIGEST.validate_python(data)


def reading_of(content: bytes) -> Reading:
    """Return the reading that another office sends along; UnreadableFile when it is none."""
    try:
        return _READING.validate_json(content)
    except ValidationError as error:
        raise UnreadableFile("ข้อมูลที่อ่านได้ (reading.json) ในชุดไม่ถูกรูปแบบ", next_step="ขอชุดจากผู้ส่งใหม่") from error


def letter_json(manifest: Manifest | None) -> dict[str, Any]:
    """Return what a package said as JSON-ready data."""
    shaped: dict[str, Any] = _MANIFEST.dump_python(manifest, mode="json") if manifest else {}
    return shaped


def manifest_from(data: dict[str, Any]) -> Manifest:
    """Return what a package said when it came in."""
    return _MANIFEST.validate_python(data)


def answered_json(given: Word | Refusal) -> dict[str, Any]:
    """Return what was answered to a package as JSON-ready data."""
    shape: TypeAdapter[Any] = _WORD if isinstance(given, Word) else _REFUSAL
    shaped: dict[str, Any] = shape.dump_python(given, mode="json")
    return shaped


def answered_from(data: dict[str, Any]) -> Word | Refusal | None:
    """Return what was answered to a package; None when nothing was."""
    if not data:
        return None
    return _REFUSAL.validate_python(data) if "why" in data else _WORD.validate_python(data)


def correction_json(made: Correction) -> dict[str, Any]:
    """Return a correction that waits beside a file as JSON-ready data."""
    shaped: dict[str, Any] = _CORRECTION.dump_python(made, mode="json")
    return shaped


def correction_from(data: dict[str, Any]) -> Correction:
    """Return a correction that waits beside a file."""
    return _CORRECTION.validate_python(data)
