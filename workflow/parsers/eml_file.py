"""E-mails (.eml): the papers are its attachments; the text of the mail is a page only when nothing is attached."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from workflow.core.errors import UnreadableFile
from workflow.parsers.classified import refuse_classified
from workflow.parsers.fields.secrecy import secrecy_in_subject
from workflow.parsers.mail_parts import parts_of, saved
from workflow.parsers.mail_quotes import papers_told
from workflow.parsers.page import Page, PagedFile
from workflow.parsers.text_file import pages_of_text

OpenPages = Callable[[Path], PagedFile]


def read_eml(path: Path, open_attachment: OpenPages) -> PagedFile:
    """Read a mail; its attached papers follow one another, pages running on. Errors name the attachment; Refused for a secret subject."""
    parts = parts_of(path.read_bytes())
    refuse_classified(path, next((word for subject in parts.subjects if (word := secrecy_in_subject(subject))), None))
    if parts.sealed and not parts.papers:
        raise UnreadableFile(
            f"อีเมล {path.name} ส่งแฟ้มแนบมาในซอง {parts.sealed[0]} ของ Outlook ซึ่งเปิดไม่ได้",
            next_step="ขอให้ผู้ส่งส่งใหม่เป็นอีเมลแบบ HTML หรือข้อความธรรมดา หรือบันทึกแฟ้มแนบออกมาแล้วอ่านแฟ้มนั้น",
        )
    with tempfile.TemporaryDirectory() as folder:
        files = [open_attachment(place) for place in saved(parts.papers, Path(folder))]
    return _bound(files or [pages_of_text("\f".join(paper for text in parts.texts for paper in papers_told(text)))])


def papers_in(path: Path, folder: Path) -> Iterator[Path]:
    """Write the papers attached to a mail into a folder, and yield where, in their order."""
    yield from saved(parts_of(path.read_bytes()).papers, folder)


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
