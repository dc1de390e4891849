"""A reading as a page shows it: papers in true order, their sheets with marks on them, rows with how sure they are, doubts. Plain values."""

from dataclasses import dataclass

from workflow.core.reading import Box, Severity

SURE = ((0.97, "ชัดเจน"), (0.9, "ค่อนข้างชัด"), (0.75, "ไม่ชัด"), (0.0, "อ่านยาก"))


@dataclass(frozen=True)
class Sureness:
    """How sure a place was read: per cent, and its word."""

    percent: int
    word: str

    @classmethod
    def of(cls, confidence: float) -> "Sureness":
        """Return the word for a confidence between 0 and 1."""
        return cls(round(100 * confidence), next(word for least, word in SURE if confidence >= least))


@dataclass(frozen=True)
class Note:
    """A doubt in words; `tag` (ก ข ค) when it is told once for several places, whose names are `fields`."""

    severity: Severity
    message: str
    candidates: tuple[str, ...] = ()
    tag: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mark:
    """A frame on a sheet, in per cent of its width and height; `row` names the row it belongs to, `first` carries its number."""

    row: str
    tag: str
    label: str
    frame: tuple[float, float, float, float]
    first: bool
    doubt: str = ""


@dataclass(frozen=True)
class Words:
    """A run of typed words and the rows found in it; `tags` are (row, number) where a row's words begin."""

    text: str
    rows: tuple[str, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Row:
    """A field: what was read, how it is printed when that differs, how sure, and what is doubtful about it."""

    id: str
    tag: str
    label: str
    values: tuple[str, ...]
    printed: str = ""
    sure: Sureness | None = None
    notes: tuple[Note, ...] = ()
    see: tuple[str, ...] = ()
    doubt: str = ""
    key: str = ""


@dataclass(frozen=True)
class Heading:
    """What a paper is, and where it stands."""

    id: str
    place: int
    kind: str
    number: str
    dated: str
    subject: str
    pages: str
    notes: tuple[Note, ...]
    doubts: int


@dataclass(frozen=True)
class Block:
    """The rows of one paper beside one sheet; the paper's heading where it opens, the rows without a place where it ends."""

    heading: Heading | None
    rows: tuple[Row, ...]
    unplaced: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A page of a paper: a picture, typed lines, or an empty sheet for one that is missing (`file_page` 0)."""

    paper_page: int
    file_page: int
    image: str = ""
    size: tuple[float, float] = (595.0, 842.0)
    recognised: bool = False
    lines: tuple[tuple[Words, ...], ...] = ()
    marks: tuple[Mark, ...] = ()
    veils: tuple[tuple[float, float, float, float], ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Group:
    """Papers that share their pages (endorsements on one sheet), or one paper alone."""

    id: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True)
class Explained:
    """Everything the page shows; `images` are WebP data by name, one for each picture."""

    file: str
    sha256: str
    pages: int
    how: str
    groups: tuple[Group, ...]
    notes: tuple[Note, ...]
    secrets: tuple[tuple[str, str], ...]
    images: dict[str, str]

    @property
    def headings(self) -> list[Heading]:
        """The papers in true order."""
        return sorted(
            (b.heading for g in self.groups for s in g.sheets for b in s.blocks if b.heading), key=lambda h: h.place
        )

    @property
    def rows(self) -> list[Row]:
        """Every row of every paper."""
        blocks = [block for group in self.groups for sheet in group.sheets for block in sheet.blocks]
        return [row for block in blocks for row in (*block.rows, *block.unplaced)]

    @property
    def told(self) -> list[tuple[Note, list[Heading]]]:
        """The notes that papers bear as a whole, each with its papers, the worst first; mere information left out."""
        papers: dict[str, list[Heading]] = {}
        notes: dict[str, Note] = {}
        for heading in self.headings:
            for note in heading.notes:
                papers.setdefault(note.message, []).append(heading)
                notes[note.message] = note
        held = [(note, papers[message]) for message, note in notes.items() if note.severity != "info"]
        return sorted(held, key=lambda pair: pair[0].severity)

    def doubts(self, severity: Severity) -> int:
        """Return how many rows and notes are in doubt that much."""
        return sum(row.doubt == severity for row in self.rows) + sum(n.severity == severity for n, _ in self.told)


def framed(box: Box, size: tuple[float, float]) -> tuple[float, float, float, float]:
    """Return left, top, width and height in per cent of the sheet, with a little room around the words."""
    width, height = size
    left, top = max(0.0, box[0] - 2), max(0.0, box[1] - 2)
    right, bottom = min(width, box[2] + 2), min(height, box[3] + 2)
    return (
        round(100 * left / width, 2), round(100 * top / height, 2),
        round(100 * max(right - left, 4) / width, 2), round(100 * max(bottom - top, 4) / height, 2),
    )  # fmt: skip
