"""The content of an official paper before it has pages: one model, from which DOCX and PDF are both made.

Texts are final words in final digits (Thai); a back-end adds nothing but form.
"""

from dataclasses import dataclass
from typing import Literal

Form = Literal["memo", "endorsement", "stamped"]
BlockKind = Literal["heading", "paragraph", "item", "closing"]


@dataclass(frozen=True)
class Block:
    """A paragraph: `heading` bold, `paragraph` and `item` with the first line indented by `level`, `closing` the จึงเรียนมาเพื่อ…"""

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
    """One paper: its form, head, text, signature, and marks (`ด่วนที่สุด`, `สำเนาถูกต้อง`, `ตัวอย่าง`)."""

    form: Form
    title: str
    head: Head
    body: tuple[Block, ...]
    signature: SignatureBlock | None = None
    marks: tuple[str, ...] = ()
    host_note: str | None = None

    def words(self) -> str:
        """Return all words of the paper in reading order, one block a line: what a search or an outgoing check looks at."""
        head = [self.head.unit, self.head.phone, self.head.number, self.head.dated, self.head.subject, *self.head.to]
        tail = [self.signature.rank, self.signature.name, *self.signature.title_lines] if self.signature else []
        return "\n".join(part for part in [*head, *(b.text for b in self.body), *tail] if part)
