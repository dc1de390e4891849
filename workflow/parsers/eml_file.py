"""E-mails (.eml): the papers are its attachments; the text of the mail is a page only when nothing is attached."""

import codecs
import email
import email.policy
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

from workflow.core.errors import Refused
from workflow.parsers.page import Page, PagedFile
from workflow.parsers.text_file import decode, pages_of_text

MAX_DEPTH = 3  # mails within mails
PAPERS = {".pdf", ".docx", ".txt", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".eml"}
OpenPages = Callable[[Path], PagedFile]

codecs.register(
    lambda name: codecs.lookup("cp874") if name in {"windows_874", "windows-874", "x_windows_874"} else None
)


def read_eml(path: Path, open_attachment: OpenPages) -> PagedFile:
    """Read a mail; its attached papers follow one another, pages running on. Errors name the attachment."""
    with tempfile.TemporaryDirectory() as folder:
        files = [open_attachment(saved) for saved in papers_in(path, Path(folder))]
    return _bound(files or [pages_of_text(_body(_message(path)))])


def papers_in(path: Path, folder: Path) -> Iterator[Path]:
    """Write the papers attached to a mail into a folder, and yield where, in their order."""
    yield from _saved(_message(path), folder)


def _message(path: Path) -> EmailMessage:
    message: EmailMessage = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return message


def _saved(message: EmailMessage, folder: Path, depth: int = 0) -> Iterator[Path]:
    """Write each attached paper into a folder of its own under its own name, and yield where."""
    if depth > MAX_DEPTH:
        raise Refused("อีเมลนี้มีอีเมลแนบซ้อนกันหลายชั้นเกินไป", next_step="บันทึกแฟ้มแนบที่ต้องการออกมา แล้วอ่านแฟ้มนั้น")
    for number, part in enumerate(message.iter_attachments()):
        inner = part.get_content() if part.get_content_type() == "message/rfc822" else None
        place = folder / str(number)
        place.mkdir()
        if isinstance(inner, EmailMessage):
            yield from _saved(inner, place, depth + 1)
        elif PurePosixPath(name := _name(part)).suffix.lower() in PAPERS:
            (place / name).write_bytes(part.get_payload(decode=True) or b"")  # type: ignore[arg-type]
            yield place / name


def _name(part: EmailMessage) -> str:
    """Return the attachment's own name without any folder; RFC 2231 names are decoded by the library."""
    name = (part.get_filename() or "").replace("\\", "/").rsplit("/", 1)[-1].replace("\x00", "")
    return name[-120:] if name.strip(". ") else f"attachment.{part.get_content_subtype()}"


def _body(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    content = part.get_payload(decode=True)
    text = _charset(part, content) if isinstance(content, bytes) else str(content)
    return _without_tags(text) if part.get_content_type() == "text/html" else text


def _charset(part: MIMEPart, content: bytes) -> str:
    """Decode by the charset the mail states when its bytes agree with it, else as bytes of unknown charset."""
    try:
        return content.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(content)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in {"p", "br", "div", "tr", "li"}:
            self.words.append("\n")


def _without_tags(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    return "".join(parser.words)


def _bound(files: list[PagedFile]) -> PagedFile:
    pages: list[Page] = []
    for file in files:
        pages += [_renumbered(page, len(pages) + n) for n, page in enumerate(file.pages, 1)]
    return PagedFile(
        "eml",
        tuple(pages),
        text_layer=all(file.text_layer for file in files),
        recognised=any(file.recognised for file in files),
        foreign=tuple(dict.fromkeys(sign for file in files for sign in file.foreign)),
    )


def _renumbered(page: Page, number: int) -> Page:
    return replace(
        page,
        number=number,
        lines=tuple(replace(line, page=number) for line in page.lines),
        tables=tuple(replace(table, page=number) for table in page.tables),
    )
