"""The content of an official paper before it has pages: one model, from which DOCX and PDF are both made.

Texts are final words in final digits (Thai); a back-end adds nothing but form.
"""

from dataclasses import dataclass
from typing import Literal

Form = Literal["memo", "endorsement", "stamped"]
BlockKind = Literal["heading", "subheading", "paragraph", "item", "closing", "address"]


@dataclass(frozen=True)
class Block:
    """A paragraph, its first line indented (`paragraph`, `closing` the จึงเรียนมาเพื่อ…) unless its kind says otherwise.

    `heading` (bold), `subheading` and `item` stay with the block after them; `address` is a line of addressees at the margin,
    at `level` 1 set under the name of the line above.
    """

    kind: BlockKind
    text: str
    level: int = 0


@dataclass(frozen=True)
class SignatureBlock:
    """What stands under the text: rank before the name, the name in brackets, the title with its acting phrase, the date if any."""

    rank: str | None
    name: str
    title_lines: tuple[str, ...]
    dated: str | None = None


@dataclass(frozen=True)
class Head:
    """The fields above the text, in the order of the regulation (หนังสือภายใน ข้อ ๑๒); None or () where the form has no such field."""

    unit: str
    number: str
    dated: str | None = None
    phone: str | None = None
    subject: str | None = None
    to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """One paper: its form, head, text, signature, and marks (`ด่วนที่สุด`, `สำเนาถูกต้อง`, `ตัวอย่าง`).

    `title` is what is printed on top (`บันทึกข้อความ`), "" where the form prints none; `host_note` cites the paper an endorsement
    rides on; `owner` is the unit that answers for a stamped letter, at its foot.
    """

    form: Form
    title: str
    head: Head
    body: tuple[Block, ...]
    signature: SignatureBlock | None = None
    marks: tuple[str, ...] = ()
    host_note: str | None = None
    owner: str | None = None

    def words(self) -> str:
        """Return all words of the paper in reading order, one block a line: what a search or an outgoing check looks at."""
        top = [*self.marks, self.title, self.host_note]
        head = [self.head.unit, self.head.phone, self.head.number, self.head.dated, self.head.subject, *self.head.to]
        tail = [s.rank, s.name, *s.title_lines, s.dated] if (s := self.signature) else []
        parts = [*top, *head, *(block.text for block in self.body), *tail, self.owner]
        return "\n".join(part for part in parts if part)
