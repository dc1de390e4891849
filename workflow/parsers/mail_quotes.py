"""A paper that a mail forwards or quotes in its own text, apart from the words it was sent on with. Pure."""

import re
from collections.abc import Iterator, Sequence

from workflow.parsers.bundle import opening
from workflow.parsers.rows import rows_of
from workflow.parsers.text_file import pages_of_text

_QUOTED = re.compile(r"^\s?(?:>[ \t]?)+")
_PARTS = re.compile(
    r"^\s*(?:-{2,}\s*[^-]{0,30}(?:forwarded|original|message|ข้อความ|ส่งต่อ|ต้นฉบับ)[^-]{0,30}-{2,}"
    r"|(?:begin )?forwarded message:|on\s.{8,150}\swrote:|(?:เมื่อ|ใน|วัน|วันที่|พ\.ศ\.)\s?.{8,150}เขียน(?:ว่า)?\s*:|_{10,})\s*$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^\s*[*_]{0,2}(?:from|sent|date|to|cc|subject|reply-to|จาก|ส่ง(?:เมื่อ)?|วันที่|ถึง|สำเนา|เรื่อง|หัวเรื่อง)\s*[*_]{0,2}\s*:",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\s*[*_]{0,2}(?:from|จาก)\s*[*_]{0,2}\s*:", re.IGNORECASE)
_LEAST_QUOTED = 3  # lines: fewer behind such a sign are entries of a list
_HEADS = 3  # lines of a head, that of its sender among them
_NOTE = 12  # lines: no more are the words that a paper is sent on with
_CODE = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}(?!\d)|[๐-๙]\.[๐-๙]")


def papers_told(text: str) -> list[str]:
    """Return the papers in the text of a mail; the text as it is where nothing that it forwards or quotes opens a paper."""
    parts = [part for part in _parts(_unquoted(text.replace("\r\n", "\n").split("\n"))) if part.strip()]
    opens = [_opens(part) for part in parts]
    if len(parts) < 2 or not any(opens):
        return [text]
    return [part for part, paper in zip(parts, opens, strict=True) if paper or not _is_note(part)]


def _opens(part: str) -> bool:
    return opening(rows_of(pages_of_text(part).pages[0].lines)) is not None


def _is_note(part: str) -> bool:
    """Whether a part is no more than a few words: those it was sent on with, or a signature."""
    return sum(bool(line.strip()) for line in part.split("\n")) <= _NOTE and not _CODE.search(part)


def _unquoted(lines: Sequence[str]) -> list[str]:
    """Return the lines with the signs of quotation taken off, and a form feed before and behind what was quoted."""
    kept: list[str] = []
    n = 0
    while n < len(lines):
        end = n
        while end < len(lines) and _QUOTED.match(lines[end]):
            end += 1
        if end - n >= _LEAST_QUOTED:
            kept += ["\f", *(_QUOTED.sub("", line) for line in lines[n:end]), "\f"]
        else:
            end = max(end, n + 1)
            kept += lines[n:end]
        n = end
    return kept


def _parts(lines: Sequence[str]) -> Iterator[str]:
    """Yield what stands between the lines by which mailing programs part mails, without those and the heads below them."""
    part: list[str] = []
    n, parted = 0, False
    while n < len(lines):
        head = _head(lines, n, parted=parted)
        if head or lines[n] == "\f" or _PARTS.match(lines[n]):
            yield "\n".join(part)
            part, parted = [], True
            n += max(head, 1)
            continue
        parted = parted and not lines[n].strip()
        part.append(lines[n])
        n += 1
    yield "\n".join(part)


def _head(lines: Sequence[str], start: int, *, parted: bool) -> int:
    """Return how many lines the head of a mail takes here, 0 for none: a memo has such labels too, but no address behind them."""
    end = start
    while end < len(lines) and _HEAD.match(lines[end]):
        end += 1
    sent = any(map(_FROM.match, lines[start:end]))
    addressed = parted or any("@" in line for line in lines[start:end])
    return end - start if end - start >= _HEADS and sent and addressed else 0
