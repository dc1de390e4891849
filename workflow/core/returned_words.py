"""An edited memo becomes a Document again: blocks by the styles of their paragraphs, head and foot by the lines they were printed with.

Where styles are lost (a memo pasted into another file) the words known from before tell what a paragraph was.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workflow.core.block_styles import CONTINUED, HEAD, RUNNING, TAIL, key_of, kind_of
from workflow.core.document import Block, Document
from workflow.core.likeness import likeness
from workflow.core.printed_lines import read_lines
from workflow.core.returned_file import ReturnedFile, ReturnedParagraph, Shape

_SAME = 0.6  # from here a paragraph is the known one, edited
_ITEM = "- "


@dataclass(frozen=True)
class _Part:
    """A paragraph and the key of the style that it has or must have had."""

    key: str
    paragraph: ReturnedParagraph


def restored(known: Document, file: ReturnedFile, shape: Shape) -> Document:
    """Return the memo as edited; Refused when a field of its head or foot is gone."""
    parts = [part for part in _keyed(known, file.paragraphs) if part.key != RUNNING]
    outside = read_lines(
        known,
        (shape.head, [part.paragraph.text for part in parts if part.key == HEAD]),
        (shape.tail, [part.paragraph.text for part in parts if part.key == TAIL]),
    )
    return replace(outside, body=tuple(_blocks(known, [part for part in parts if part.key not in {HEAD, TAIL}])))


def share_known(known: Document, file: ReturnedFile) -> float:
    """Return which share of the memo's blocks came back, edited or not: little of another paper does."""
    texts = [paragraph.text for paragraph in file.paragraphs]
    found = sum(any(likeness(block.text, text) >= _SAME for text in texts) for block in known.body if block.text)
    return found / max(1, len(known.body))


def _keyed(known: Document, paragraphs: tuple[ReturnedParagraph, ...]) -> list[_Part]:
    """Return every paragraph with its key: its style's, else that of the known block it is like, else that of where it stands."""
    keys = [key_of(paragraph.style) or _known_key(known, paragraph) for paragraph in paragraphs]
    within = [n for n, key in enumerate(keys) if key and key not in {HEAD, TAIL, RUNNING}]
    heads = [n for n, key in enumerate(keys) if key == HEAD]
    tails = [n for n, key in enumerate(keys) if key == TAIL]
    first = within[0] if within else (heads[-1] + 1 if heads else 0)
    last = within[-1] if within else (tails[0] - 1 if tails else len(keys))
    begins = max([n for n in heads if n < first], default=-1) if heads else first - 1
    ends = min([n for n in tails if n > last], default=len(keys)) if tails else last + 1
    return [
        _Part(key or _by_place(n, begins, ends, paragraph), paragraph)
        for n, (key, paragraph) in enumerate(zip(keys, paragraphs, strict=True))
    ]


def _by_place(n: int, begins: int, ends: int, paragraph: ReturnedParagraph) -> str:
    if n <= begins:
        return HEAD
    if n >= ends:
        return TAIL
    return "item" if paragraph.text.startswith(_ITEM) else "paragraph"


def _known_key(known: Document, paragraph: ReturnedParagraph) -> str | None:
    if paragraph.cells:
        return "table"
    text = paragraph.text.replace("\t", " ").strip()
    rated = [(likeness(block.text, text), block) for block in known.body if block.text]
    rate, like = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    if like is None or rate < _SAME:
        return None
    return "address-more" if like.kind == "address" and like.level else like.kind


def _blocks(known: Document, parts: list[_Part]) -> Iterator[Block]:
    charts = iter([block for block in known.body if block.kind == "chart"])
    made: list[Block] = []
    caption, goes_on = "", False
    for part in parts:
        text = part.paragraph.text.replace("\t", " ")
        if part.paragraph.cells:
            _put_table(made, Block("table", caption, cells=part.paragraph.cells), goes_on=goes_on)
            caption = ""
        elif part.key in {"table", "chart"} and text.strip():
            caption = text.strip()
        elif part.key == "chart":
            made += [replace(chart, text=caption) for chart in [next(charts, None)] if chart]
            caption = ""
        elif part.key == CONTINUED and made and not made[-1].cells:
            made[-1] = replace(made[-1], text=made[-1].text + text)
        elif text.strip():
            made.append(_block(part.key, text))
        goes_on = part.key == CONTINUED and not text.strip()
    yield from (replace(block, text=" ".join(block.text.split())) for block in made)


def _put_table(made: list[Block], table: Block, *, goes_on: bool) -> None:
    """Add a table, or the rows of one that goes on from the page before, less the header repeated there."""
    if not (goes_on and made and made[-1].cells):
        made.append(table)
        return
    repeated = table.cells[:1] == made[-1].cells[:1]
    made[-1] = replace(made[-1], cells=(*made[-1].cells, *table.cells[repeated:]))


def _block(key: str, text: str) -> Block:
    kind, level = kind_of(key) or ("paragraph", 0)
    if kind == "item" and not text.strip().startswith(_ITEM.strip()):
        text = _ITEM + text.strip()  # Word took the dash for a list
    return Block(kind, text.lstrip(), level)
