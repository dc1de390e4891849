"""The names of a dataclass's fields, asked once a class."""

from dataclasses import fields
from functools import cache
from typing import Any


@cache
def names_of(kind: Any) -> tuple[str, ...]:
    """Return the names of a dataclass's fields, which `fields` would gather anew for every value."""
    return tuple(f.name for f in fields(kind))
