"""Core values as JSON columns, and back."""

from typing import Any

from pydantic import TypeAdapter

from workflow.core.document import Document
from workflow.core.reading import Reading

_READING = TypeAdapter(Reading)
_DOCUMENT = TypeAdapter(Document)


def to_json(value: Reading | Document) -> dict[str, Any]:
    """Return the value as JSON-ready data."""
    shape: TypeAdapter[Any] = _READING if isinstance(value, Reading) else _DOCUMENT
    shaped: dict[str, Any] = shape.dump_python(value, mode="json")
    return shaped


def reading_from(data: dict[str, Any]) -> Reading:
    """Return the reading kept with a matter."""
    return _READING.validate_python(data)


def document_from(data: dict[str, Any]) -> Document:
    """Return the document kept with a memo."""
    return _DOCUMENT.validate_python(data)
