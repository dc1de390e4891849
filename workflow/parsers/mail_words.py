"""Words of a mail in whatever charset was meant: stated, misstated or unstated; names of attachments."""

import codecs
import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value

from workflow.parsers.text_file import decode

_NAME_BYTES = 200  # of a name, so that every file system takes it
_LATIN = {"us-ascii", "ascii", "iso-8859-1", "latin-1", "iso-8859-15", "windows-1252", "cp1252"}
_THAI_RUN = re.compile(rb"[\xa1-\xfb]{4}")  # accented Latin letters never stand so close

codecs.register(
    lambda name: codecs.lookup("cp874") if name in {"windows_874", "windows-874", "x_windows_874", "cp_874"} else None
)


def name_of(part: Message) -> str:
    """Return the part's own name without any folder, empty for none: RFC 2231, RFC 2047 or bare bytes, whatever was written."""
    for header, key in (("Content-Disposition", "filename"), ("Content-Type", "name")):
        plain = Message()
        plain[header] = _unescaped(str(dict(part.raw_items()).get(header) or part.get(header, "")))
        found = plain.get_param(key, header=header)
        if found:
            name = _of_words(_of_2231(found) if isinstance(found, tuple) else found)
            name = re.sub(r"[\x00-\x1f]", "", name.replace("\\", "/").rsplit("/", 1)[-1]).strip()
            return name.encode("utf-8", "replace")[-_NAME_BYTES:].decode("utf-8", "ignore") if name.strip(". ") else ""
    return ""


def subject_of(mail: Message) -> str:
    """Return the subject of a mail, empty for none, in whatever charset it was meant."""
    return _of_words(_unescaped(str(dict(mail.raw_items()).get("Subject") or mail.get("Subject", ""))))


def _unescaped(text: str) -> str:
    """Return a header that was written in bare bytes, without a charset, in the charset it was meant in."""
    return text if text.isascii() else decode(text.encode("utf-8", "surrogateescape"))


def _of_2231(found: tuple[str | None, str | None, str]) -> str:
    charset, language, text = found
    content = text.encode("latin-1", "replace")
    return in_charset(content, charset) if charset else collapse_rfc2231_value((charset, language, text))


def _of_words(text: str) -> str:
    if "=?" not in text:
        return text
    try:
        words = decode_header(text)
    except (HeaderParseError, ValueError):
        return text
    return "".join(w if isinstance(w, str) else in_charset(w, charset or "utf-8") for w, charset in words)


def in_charset(content: bytes, charset: str | None) -> str:
    """Decode by the stated charset when the bytes agree; Thai bytes sent under a Latin charset are Thai."""
    name = (charset or "").lower()
    if not name or (name in _LATIN and _THAI_RUN.search(content)):
        return decode(content)
    try:
        return content.decode(name)
    except (LookupError, UnicodeError):
        return decode(content)
