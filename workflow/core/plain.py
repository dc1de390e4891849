"""Values as JSON-ready data and back, told by their types: what crosses from one process to another is data, never code."""

import base64
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any


def to_plain(value: Any) -> Any:
    """Return dataclasses as lists of their fields' values, tuples as lists, dates as ISO strings, bytes as base64."""
    if is_dataclass(value) and not isinstance(value, type):
        return [to_plain(getattr(value, name)) for name, _ in _fields(type(value))]
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value.isoformat() if isinstance(value, date) else value


def from_plain(shape: Any, data: Any) -> Any:
    """Return the value of a type that `to_plain` took apart; ValueError when the data has another shape."""
    origin, inner = typing.get_origin(shape), typing.get_args(shape)
    if origin in (typing.Union, types.UnionType):
        return None if data is None else from_plain(next(s for s in inner if s is not types.NoneType), data)
    if origin is typing.Literal:
        return _of(data, data in inner)
    if origin is tuple:
        return _tuple(inner, data)
    if origin is dict:
        return {_of(k, isinstance(k, str)): from_plain(inner[1], v) for k, v in _held(dict, data).items()}
    if is_dataclass(shape):
        return _dataclass(shape, data)
    return _leaf(shape, data)


def _tuple(inner: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    held = _held(list, data)
    shapes = inner[:1] * len(held) if inner[-1] is ... else inner
    return tuple(from_plain(s, item) for s, item in zip(shapes, held, strict=True))


def _dataclass(shape: Any, data: Any) -> Any:
    return shape(*(from_plain(s, item) for (_, s), item in zip(_fields(shape), _held(list, data), strict=True)))


def _leaf(shape: Any, data: Any) -> Any:
    if shape is date:
        return date.fromisoformat(_held(str, data))
    if shape is bytes:
        return base64.b64decode(_held(str, data))
    if shape is float:
        return _of(data, type(data) in (int, float))
    return _of(data, type(data) is shape)


def _held(shape: type, data: Any) -> Any:
    return _of(data, isinstance(data, shape))


def _of(data: Any, fits: bool) -> Any:
    if not fits:
        raise ValueError(f"unexpected {type(data).__name__}")
    return data


@cache
def _fields(shape: type) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(shape)
    return tuple((f.name, hints[f.name]) for f in fields(shape) if f.init)
