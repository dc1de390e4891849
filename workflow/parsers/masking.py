"""No secret leaves the reader: found on the pages, then masked in every text that is kept, whatever field it strayed into."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass, replace
from operator import is_not
from typing import Any, TypeVar

from workflow.core.parts_of import names_of
from workflow.core.reading import Secret
from workflow.core.secrets import find, mask, values_in
from workflow.core.vault import Credential
from workflow.parsers.page import Page

T = TypeVar("T")
_NUMBERS = (float, int, type(None))


def secrets_of(pages: Sequence[Page]) -> Iterator[Secret]:
    """Yield the secrets of every page; a login may be cut by a line end, so neighbouring lines are looked at together."""
    for page in pages:
        starts, at = [], 0
        for line in page.lines:
            starts.append(at)
            at += len(line.text) + 1
        for match in find(_joined(page)):
            line = page.lines[max(n for n, start in enumerate(starts) if start <= match.start)]
            yield Secret(match.kind, page.number, line.box, match.masked)


def credentials_of(pages: Sequence[Page]) -> tuple[Credential, ...]:
    """Return the logins of all pages as they stand there, each once, for the vault and nothing else."""
    found: dict[tuple[str, str], Credential] = {}
    for page in pages:
        text = _joined(page)
        for match in find(text):
            if match.kind == "credential":
                value = text[match.start : match.end]
                found.setdefault((match.masked, value), Credential(page.number, match.masked, value))
    return tuple(found.values())


def values_of(pages: Sequence[Page]) -> dict[str, str]:
    """Return the secret values of all pages, and what stands for each."""
    return values_in(" \n".join(_joined(page) for page in pages))


def masked(value: T, known: Mapping[str, str]) -> T:
    """Return the value, however deep (dataclasses, tuples, dicts), with no secret left in any text of it."""
    plain: Any = value
    if isinstance(plain, str):
        plain = mask(plain, known)
    elif isinstance(plain, tuple):
        parts = tuple(masked(part, known) for part in plain)
        plain = parts if _changed(parts, plain) else plain
    elif isinstance(plain, dict):
        inside = {key: masked(part, known) for key, part in plain.items()}
        plain = inside if _changed(inside.values(), plain.values()) else plain
    elif is_dataclass(plain) and not isinstance(plain, type):
        held = {name: part for name in names_of(type(plain)) if not isinstance(part := getattr(plain, name), _NUMBERS)}
        safe = {name: masked(part, known) for name, part in held.items()}
        plain = replace(plain, **safe) if _changed(safe.values(), held.values()) else plain
    result: T = plain
    return result


def _changed(parts: Iterable[Any], before: Iterable[Any]) -> bool:
    return any(map(is_not, parts, before))


def _joined(page: Page) -> str:
    return " ".join(line.text for line in page.lines)
