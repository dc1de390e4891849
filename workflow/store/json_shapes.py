"""Core values as JSON columns, and back."""

from typing import Any

from pydantic import TypeAdapter

from workflow.core.digest import Digest
from workflow.core.document import Document
from workflow.core.reading import Reading

_READING = TypeAdapter(Reading)
_DOCUMENT = TypeAdapter(Document)
_DIGEST = TypeAdapter(Digest)
_SHAPES: dict[type, TypeAdapter[Any]] = {Reading: _READING, Document: _DOCUMENT, Digest: _DIGEST}


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
