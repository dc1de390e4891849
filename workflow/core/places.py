"""The values of a Document outside its text, by their places: all of them, one of them replaced, one put in or left out."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from workflow.core.document import Document
from workflow.core.returned_file import Place

_NO_WORDS = {"form", "body"}


def values_of(document: Document) -> dict[Place, str]:
    """Return every value above and under the text by its place."""
    return dict(_values(document, ()))


def filled(document: Document, values: Mapping[Place, str]) -> Document:
    """Return the document with the values at these places; lists have the items given (places sort their order)."""
    made: Document = _filled(document, (), values)
    return made


def _values(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _values(item, (*place, n))
    elif is_dataclass(value):
        for field in fields(value):
            if not (place == () and field.name in _NO_WORDS):
                yield from _values(getattr(value, field.name), (*place, field.name))


def _filled(value: Any, place: Place, values: Mapping[Place, str]) -> Any:
    if isinstance(value, str):
        return values.get(place)
    if isinstance(value, tuple):
        return tuple(_items(value, place, values))
    if is_dataclass(value) and not isinstance(value, type):
        named = [f.name for f in fields(value) if not (place == () and f.name in _NO_WORDS)]
        return replace(value, **{name: _filled(getattr(value, name), (*place, name), values) for name in named})
    return value


def _items(items: tuple[Any, ...], place: Place, values: Mapping[Place, str]) -> Iterator[Any]:
    if items and not isinstance(items[0], str):
        yield from (_filled(item, (*place, n), values) for n, item in enumerate(items))
        return
    held = {key[-1]: text for key, text in values.items() if key[:-1] == place}
    yield from (held[n] for n in sorted(held, key=float))
