"""Plain-text transcripts (.txt), as people type or paste them."""

from collections.abc import Iterator
from pathlib import Path

from workflow.core.errors import Refused, UnreadableFile
from workflow.core.thai_digits import to_thai
from workflow.parsers.limits import MAX_TEXT
from workflow.parsers.page import Line, Page, PagedFile
from workflow.parsers.tabbed import tables_of, with_tabs
from workflow.parsers.thai_text import foreign_scripts, normalise, takes_room

_AWAY = 6  # spaces: a line that begins so far from the margin is set, not typed on


def read_text(path: Path) -> PagedFile:
    """Read a transcript in UTF-8, UTF-16 or cp874; form feeds part its pages, and without any it is one page.

    UnreadableFile when binary, Refused when longer than any bundle.
    """
    if path.stat().st_size > MAX_TEXT:
        raise Refused(
            f"แฟ้ม {path.name} เป็นข้อความยาวเกิน {to_thai(MAX_TEXT // 1_000_000)} ล้านไบต์",
            next_step="แยกเป็นหลายแฟ้ม แล้วอ่านทีละแฟ้ม",
        )
    return pages_of_text(_decoded(path))


def pages_of_text(text: str) -> PagedFile:
    """Return typed text as pages; each line keeps its place as `row` and the empty lines above it as `blank_before`."""
    pages = [with_tabs(page) for page in text.replace("\r\n", "\n").replace("\r", "\n").split("\f")]
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    return PagedFile(
        "txt",
        tuple(Page(n, tuple(_lines(page, n)), tables=tables_of(page, n)) for n, page in enumerate(pages, 1)),
        text_layer=True,
        foreign=tuple(foreign_scripts(text)),
    )


def _lines(page: str, number: int) -> Iterator[Line]:
    blank = 0
    for row, raw in enumerate(page.split("\n")):
        columns = [clean for part in raw.split("\t") if (clean := normalise(part))]
        at = _set_at(raw.expandtabs()) if len(columns) == 1 else None
        for column in columns:
            yield Line(column, number, row, blank_before=blank, set_at=at)
            blank = 0
        blank += not columns


def _set_at(raw: str) -> tuple[float, float] | None:
    """Return where a typed line begins and has its middle, None at the margin; marks over and under letters take no room."""
    before = len(raw) - len(raw.lstrip())
    broad = sum(map(takes_room, raw.strip()))
    return (before, before + broad / 2) if before >= _AWAY else None


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    text = decode(content)
    control = sum(ord(c) < 32 and c not in "\t\n\r\f" for c in text)
    if control or "\ufffd" in text:
        raise UnreadableFile(
            f"แฟ้ม {path.name} ไม่ใช่ข้อความล้วน หรือใช้รหัสอักษรที่ไม่รู้จัก",
            next_step="เปิดแฟ้มแล้วบันทึกใหม่เป็นข้อความ UTF-8 (.txt) หรือส่งแฟ้มต้นฉบับ (PDF, DOCX)",
        )
    return text


def decode(content: bytes) -> str:
    """Return the text of bytes of unknown charset: UTF-8 (a mark at its head dropped), UTF-16 with its mark or without, else cp874."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    if wide := _wide(content[:2000]):
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp874", errors="replace")


def _wide(head: bytes) -> str | None:
    """Return the name of UTF-16 without a mark: every other byte is 0 (Latin) or 14 (Thai), as in no other charset of text."""
    if len(head) < 4:
        return None
    for name, upper in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if sum(byte in (0, 14) for byte in upper) > 0.9 * len(upper):
            return name
    return None
