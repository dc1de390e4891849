"""An edited memo as it came back, and the lines of head and foot that it was printed with: what `core/returned_words.py` puts together."""

from dataclasses import dataclass

Place = tuple[str | int, ...]
"""Where a value stands in a Document: `("head", "to", 0)`."""


@dataclass(frozen=True)
class ReturnedParagraph:
    """A paragraph: its style's name ("" for none) and its text, tabs as tabs; a table has `cells` instead of text."""

    style: str
    text: str
    cells: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class ReturnedFile:
    """What came back, empty paragraphs left out, and the names of its bookmarks."""

    paragraphs: tuple[ReturnedParagraph, ...]
    bookmarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class PrintedLine:
    """A line above or under the text: its labels, and between them the places its values come from (one fewer than the labels)."""

    labels: tuple[str, ...]
    places: tuple[Place, ...]

    def filled(self, values: dict[Place, str]) -> str:
        """Return the line with its values."""
        pieces = [self.labels[0]]
        for place, label in zip(self.places, self.labels[1:], strict=True):
            pieces += [values.get(place, ""), label]
        return "".join(pieces)


@dataclass(frozen=True)
class Shape:
    """The lines a form prints above and under the text."""

    head: tuple[PrintedLine, ...]
    tail: tuple[PrintedLine, ...]
