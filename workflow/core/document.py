"""The content of an official paper before it has pages: one model, from which DOCX and PDF are both made.

Texts are final words in final digits (Thai); a back-end adds nothing but form.
"""

from dataclasses import dataclass
from typing import Literal

Form = Literal["memo", "endorsement", "stamped", "letter"]
BlockKind = Literal["heading", "subheading", "paragraph", "item", "closing", "address", "table", "chart"]


@dataclass(frozen=True)
class Bar:
    """One row of a chart of scores: its label, the value and the group's average, both in per cent (0 to 100); None: not known."""

    label: str
    value: float | None
    average: float | None = None


@dataclass(frozen=True)
class Block:
    """A paragraph, its first line indented (`paragraph`, `closing` the จึงเรียนมาเพื่อ…) unless its kind says otherwise.

    `heading` (bold), `subheading` and `item` stay with the block after them; `address` is a line of addressees at the margin,
    at `level` 1 set under the name of the line above; a `table` has `cells` (the first row its header) and a `chart` has `bars`,
    both under `text` as their caption ("" for none).
    """

    kind: BlockKind
    text: str
    level: int = 0
    cells: tuple[tuple[str, ...], ...] = ()
    bars: tuple[Bar, ...] = ()

    def words(self) -> str:
        """Return the words a reader meets in the block, cells and bars included, a row a line."""
        rows = [" ".join(row) for row in self.cells] + [bar.label for bar in self.bars]
        return "\n".join(part for part in (self.text, *rows) if part)


@dataclass(frozen=True)
class SignatureBlock:
    """What stands under the text: rank before the name, the name in brackets, the title with its acting phrase, the date if any."""

    rank: str | None
    name: str
    title_lines: tuple[str, ...]
    dated: str | None = None


@dataclass(frozen=True)
class Head:
    """The fields above the text (หนังสือภายนอก ข้อ ๑๑, หนังสือภายใน ข้อ ๑๒, หนังสือประทับตรา ข้อ ๑๔); None or () where the form has no such field.

    `opening` is the คำขึ้นต้น where it is not the form's own (`กราบเรียน`); `address` the lines of the ที่ตั้ง; `references` (อ้างถึง) and
    `enclosures` (สิ่งที่ส่งมาด้วย) stand above the text of an external letter only.
    """

    unit: str
    number: str
    dated: str | None = None
    phone: str | None = None
    subject: str | None = None
    to: tuple[str, ...] = ()
    opening: str | None = None
    address: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Initial:
    """Who initials the owner's copy (สำเนาคู่ฉบับ, ข้อ ๓๐): the part taken (`ร่าง`, `พิมพ์`, `ตรวจ`) and the name, None to be written by hand."""

    part: str
    name: str | None = None


@dataclass(frozen=True)
class Document:
    """One paper: its form, head, text, signature, and marks (`ด่วนที่สุด`, `สำเนาถูกต้อง`, `ตัวอย่าง`).

    `title` is what is printed on top (`บันทึกข้อความ`), "" where the form prints none; `host_note` cites the paper an endorsement
    rides on; `owner` is the unit that answers for a stamped or external letter, at its foot, with its `email`; `ending` is the คำลงท้าย
    of an external letter, `copies_to` its สำเนาส่ง. `certified` is who certifies a สำเนาถูกต้อง (ข้อ ๓๑), `initials` who initials the owner's copy.
    """

    form: Form
    title: str
    head: Head
    body: tuple[Block, ...]
    signature: SignatureBlock | None = None
    marks: tuple[str, ...] = ()
    host_note: str | None = None
    owner: str | None = None
    email: str | None = None
    ending: str | None = None
    copies_to: tuple[str, ...] = ()
    certified: SignatureBlock | None = None
    initials: tuple[Initial, ...] = ()

    def words(self) -> str:
        """Return all words of the paper in reading order, one block a line: what a search or an outgoing check looks at."""
        head, signed = self.head, self.signature
        top = [*self.marks, self.title, self.host_note, head.unit, *head.address, head.phone, head.number, head.dated]
        above = [head.subject, head.opening, *head.to, *head.references, *head.enclosures]
        under = [*_signed(signed), self.owner, self.email, *self.copies_to, *_signed(self.certified)]
        drafted = [part for one in self.initials for part in (one.part, one.name)]
        parts = [*top, *above, *(block.words() for block in self.body), self.ending, *under, *drafted]
        return "\n".join(part for part in parts if part)


def _signed(block: SignatureBlock | None) -> list[str | None]:
    return [block.rank, block.name, *block.title_lines, block.dated] if block else []
