"""Drawing programs of a PDF that unpack to what no letter needs, found before the PDF is opened: pdfium would unpack them all."""

import re
import zlib

from workflow.parsers.limits import MAX_STREAM

_STREAM = re.compile(rb"stream\r?\n")  # begins with letters to look for, so that a file is skimmed
_END = b"end"
_HEAD = 1000  # bytes before a stream that hold its dictionary
# Pictures are bounded by their own size when drawn; fonts and attached files are not unpacked page by page.
_NO_PROGRAM = re.compile(rb"/Subtype\s*/(?:Image|CIDFontType0C|OpenType|Type1C|XML)|/Length1\b|/EmbeddedFile\b")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
# a length in its dictionary behind which the stream does end, as pdfium asks too, before it looks for the end itself
_LENGTH = re.compile(rb"/Length\s+(\d{1,7})(?![\d\s]*\sR)")
_ENDED = re.compile(rb"\s*endstream\b")
_MOST_TIMES = 1032  # larger than it is packed: no more comes of deflated bytes
_LARGE_FILE = 20_000_000  # packed bytes of one stream looked at; a longer one is over the limit anyhow


def holds_a_bomb(data: bytes) -> bool:
    """Return whether a stream of a PDF, no picture and no font, unpacks to more than 8 MB; encrypted streams are not looked into."""
    return any(_swells(data, found) for found in _STREAM.finditer(data))


def _swells(data: bytes, found: re.Match[bytes]) -> bool:
    if data.endswith(_END, 0, found.start()):
        return False
    head = data[max(0, found.start() - _HEAD) : found.start()]
    head = head[head.rfind(b"obj") + 3 :]
    times = len(_FLATE.findall(head))
    if not times or _NO_PROGRAM.search(head):
        return False
    if times == 1 and _packed(data, found.end(), head) * _MOST_TIMES <= MAX_STREAM:
        return False
    part: bytes | memoryview = memoryview(data)[found.end() : found.end() + _LARGE_FILE]
    for _ in range(times):
        try:
            part = zlib.decompressobj().decompress(part, MAX_STREAM + 1)
        except zlib.error:
            return False
    return len(part) > MAX_STREAM


def _packed(data: bytes, start: int, head: bytes) -> int:
    """Return how many bytes a stream is packed in, endlessly many where its dictionary does not tell it truly, and once."""
    told = _LENGTH.findall(head)
    plain = (
        len(told) == 1 and head.count(b"/Length") == 1 and b"#" not in head
    )  # that would spell a second one otherwise
    length = int(told[0]) if plain else MAX_STREAM
    return length if _ENDED.match(data, start + length) else MAX_STREAM
