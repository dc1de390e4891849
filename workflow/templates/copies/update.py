"""An incremental update of a PDF (PDF 32000-1, 7.5.6): changed objects, their table, a trailer that points back."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Update:
    """What the trailer of a PDF says: the next free number, where its table begins, its catalog, information and name."""

    size: int
    start: int
    root: str
    info: str
    name: str


def changed(base: bytes | int, update: Update, objects: Mapping[int, bytes]) -> bytes:
    """Return what is to be appended to a PDF (or to one of that many bytes) so that it has these objects."""
    at = base if isinstance(base, int) else len(base)
    out, places = [b"\n"], dict[int, int]()
    end = at + 1
    for number in sorted(objects):
        body = b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
        places[number] = end
        out.append(body)
        end += len(body)
    name = hashlib.md5(b"".join(out), usedforsecurity=False).hexdigest()
    size = max(update.size, max(places) + 1)
    trailer = (
        f"trailer\n<</Size {size}/Root {update.root}{update.info}/Prev {update.start}/ID[<{update.name}><{name}>]>>\n"
        f"startxref\n{end}\n%%EOF\n"
    )
    return b"".join((*out, table(places), trailer.encode("latin-1")))


def table(places: Mapping[int, int]) -> bytes:
    """Return the table of places, in runs of consecutive numbers."""
    numbers, parts = sorted(places), [b"xref\n"]
    breaks = [0, *(n for n, (one, other) in enumerate(pairwise(numbers), 1) if other != one + 1), len(numbers)]
    for begin, end in pairwise(breaks):
        run = numbers[begin:end]
        parts.append(b"%d %d\n" % (run[0], len(run)))
        parts.extend(b"%010d 00000 n \n" % places[number] for number in run)
    return b"".join(parts)
