"""The parts of a mail in their order: which are papers, what they are called, what the text says; whatever charset was meant."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path, PurePosixPath
from typing import Any

from workflow.core.errors import Refused
from workflow.parsers.foreign_files import ACTIVE
from workflow.parsers.html_words import without_tags
from workflow.parsers.limits import MAX_ATTACHMENTS, MAX_DEPTH
from workflow.parsers.mail_words import in_charset, name_of, subject_of
from workflow.parsers.tabbed import tables_of, with_tabs

MAX_NESTING = 50  # parts within parts
PAPERS = {".pdf", ".docx", ".doc", ".txt", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".eml"}
_BY_TYPE = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/tiff": ".tif",
}
_PAGE_LIKE = 600  # pixels of the shorter side: a picture in the text of a mail that is smaller is a logo


@dataclass(frozen=True)
class Paper:
    """An attached paper: its own name, its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class MailParts:
    """A mail taken apart: papers in order, the texts of the mail and of mails within it, names of Outlook's sealed packets, every subject."""

    papers: tuple[Paper, ...]
    texts: tuple[str, ...]
    sealed: tuple[str, ...]
    subjects: tuple[str, ...] = ()


def parts_of(content: bytes) -> MailParts:
    """Take a mail apart; Refused when mails, parts or attachments are more than any honest mail holds."""
    message = email.message_from_bytes(content, policy=email.policy.compat32)
    papers: list[Paper] = []
    sealed: list[str] = []
    texts: list[str] = []
    subjects: list[str] = []
    for part in _leaves(message, 0, 0):
        if isinstance(part, _Mail):
            texts.append(_body(part.message))
            subjects.append(subject_of(part.message))
        elif (name := name_of(part)).lower() == "winmail.dat" or part.get_content_type() == "application/ms-tnef":
            sealed.append(name)
        elif paper := _paper(part, name):
            papers.append(paper)
            if len(papers) > MAX_ATTACHMENTS:
                raise _too_many("อีเมลนี้มีแฟ้มแนบมากเกินไป")
    return MailParts(tuple(papers), tuple(text for text in texts if text.strip()), tuple(sealed), tuple(subjects))


@dataclass(frozen=True)
class _Mail:
    message: Message


def _leaves(part: Any, depth: int, nesting: int) -> Iterator[Message | _Mail]:
    """Yield the mail itself, then its parts that hold no parts, in order; mails within mails likewise."""
    if depth > MAX_DEPTH or nesting > MAX_NESTING:
        raise _too_many("อีเมลนี้มีอีเมลแนบซ้อนกันหลายชั้นเกินไป")
    if nesting == 0:
        yield _Mail(part)
    held = part.get_payload()
    if not isinstance(held, list):
        yield part
    elif part.get_content_type() == "message/rfc822":
        for inner in held:
            yield from _leaves(inner, depth + 1, 0)
    else:
        for inner in held:
            yield from _leaves(inner, depth, nesting + 1)


def _too_many(why: str) -> Refused:
    return Refused(why, next_step="บันทึกแฟ้มแนบที่ต้องการออกมา แล้วอ่านแฟ้มนั้น")


def _paper(part: Message, name: str) -> Paper | None:
    """Return the part as a paper; None for the text of the mail, logos, and files that are no papers."""
    attached = part.get_content_disposition() == "attachment" or bool(name)
    if part.get_content_maintype() == "text" and not attached:
        return None
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in ACTIVE:
        raise Refused(
            f"อีเมลนี้แนบ {name} ซึ่งมีมาโครหรือเป็นโปรแกรม จึงไม่เปิดทั้งฉบับ", next_step="ขอแฟ้ม PDF หรือ DOCX ธรรมดาจากผู้ส่ง"
        )
    content = part.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    if suffix not in PAPERS:
        suffix = _BY_TYPE.get(part.get_content_type()) or (".pdf" if content.startswith(b"%PDF-") else "")
        name = (name or "แฟ้มแนบ") + suffix
    if not suffix or (_in_the_text(part) and not _page_like(content)):
        return None
    return Paper(name, content)


def _in_the_text(part: Message) -> bool:
    shown = part.get_content_disposition() != "attachment" and (part["Content-ID"] or part.get_content_disposition())
    return part.get_content_maintype() == "image" and bool(shown)


def _page_like(content: bytes) -> bool:
    import io

    from PIL import Image

    try:
        with Image.open(io.BytesIO(content)) as image:
            return min(image.size) >= _PAGE_LIKE
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False


def _body(message: Message) -> str:
    """Return what the mail itself says: its plain text; its HTML without tags where that says all, or alone keeps a table's columns."""
    texts: dict[str, str] = {}
    for part in _own_texts(message, 0):
        kind, content = part.get_content_type(), part.get_payload(decode=True)
        if isinstance(content, bytes) and kind not in texts:
            texts[kind] = in_charset(content, part.get_content_charset())
    plain, shown = texts.get("text/plain", ""), without_tags(texts.get("text/html", ""))
    flattened = bool(tables_of(shown, 1)) and not tables_of(with_tabs(plain), 1)
    return shown if flattened or not plain.strip() else plain


def _own_texts(part: Any, nesting: int) -> Iterator[Message]:
    held = part.get_payload()
    if isinstance(held, list):
        for inner in held if part.get_content_maintype() == "multipart" and nesting < MAX_NESTING else ():
            yield from _own_texts(inner, nesting + 1)
    elif part.get_content_type() in {"text/plain", "text/html"} and not name_of(part):
        yield part


def saved(papers: tuple[Paper, ...], folder: Path) -> Iterator[Path]:
    """Write each paper into a folder of its own under its own name, and yield where."""
    for number, paper in enumerate(papers):
        place = folder / str(number)
        place.mkdir()
        (place / paper.name).write_bytes(paper.content)
        yield place / paper.name
