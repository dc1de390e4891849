"""Letters replaced by others: on Thai text many times faster than `str.translate`, which asks a dictionary for every letter."""

from collections.abc import Callable, Mapping


def replacing(table: Mapping[str, str]) -> Callable[[str], str]:
    """Return what replaces each key of the table by its value; no value may hold a key, so that their order is nothing."""
    pairs = tuple(table.items())
    if chained := [old for old, _ in pairs if any(old in new for _, new in pairs)]:
        raise ValueError(f"replaced, but a replacement too: {chained}")

    def replaced(text: str) -> str:
        for old, new in pairs:
            if old in text:
                text = text.replace(old, new)
        return text

    return replaced
