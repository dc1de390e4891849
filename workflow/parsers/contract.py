"""A reading as the JSON object that `saraban read --json` prints (docs/reading.md)."""

from dataclasses import is_dataclass
from datetime import date
from typing import Any

from workflow.core.parts_of import names_of
from workflow.core.reading import Reading


def to_contract(reading: Reading) -> dict[str, Any]:
    """Return the reading as JSON-ready data: ISO dates, lists for tuples, `schema` first."""
    shaped: dict[str, Any] = _plain(reading)
    return {"schema": shaped.pop("schema"), **shaped}


_AS_IT_IS = (str, int, float, type(None))


def _plain(value: Any) -> Any:
    if isinstance(value, _AS_IT_IS):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _told(name, getattr(value, name)) for name in names_of(type(value))}
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def _told(name: str, value: Any) -> Any:
    """Return a key's value as it is printed: a code that nobody printed is none, as all that is not on the paper."""
    return None if name == "code" and value == "" else _plain(value)
