"""The objects of a PDF file, numbered as they come and written with a classic table of places."""

import hashlib
import zlib
from io import BytesIO

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class PdfObjects:
    """Collects objects; `bytes` writes them. Equal objects in equal order give equal files."""

    def __init__(self) -> None:
        self._objects: list[bytes | None] = []

    def reserve(self) -> int:
        """Return a number for an object that is given later."""
        self._objects.append(None)
        return len(self._objects)

    def put(self, number: int, body: bytes | str) -> None:
        """Give the object of a reserved number."""
        self._objects[number - 1] = body if isinstance(body, bytes) else body.encode("latin-1")

    def add(self, body: bytes | str) -> int:
        """Add an object and return its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def stream(self, data: bytes, entries: str = "", *, packed: bytes | None = None) -> int:
        """Add a stream, compressed; `packed` are the data compressed before."""
        return self.add(stream(data, entries, packed=packed))

    def bytes(self, *, root: int, info: int | None = None) -> bytes:
        """Return the file; ValueError when a reserved object was never given."""
        out, places = BytesIO(), []
        out.write(_HEADER)
        for number, body in enumerate(self._objects, 1):
            if body is None:
                raise ValueError(f"object {number} was never given")
            places.append(out.tell())
            out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        start = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
        out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
        name = hashlib.sha256(out.getbuffer()).hexdigest()[:32].encode()
        told = b"/Info %d 0 R" % info if info else b""
        out.write(b"trailer\n<</Size %d/Root %d 0 R%b" % (len(places) + 1, root, told))
        out.write(b"/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n" % (name, name, start))
        return out.getvalue()


def stream(data: bytes, entries: str = "", *, packed: bytes | None = None) -> bytes:
    """Return a compressed stream object with further entries of its dictionary."""
    made = zlib.compress(data, 6) if packed is None else packed
    return b"<</Filter/FlateDecode/Length %d%b>>\nstream\n%b\nendstream" % (len(made), entries.encode("latin-1"), made)


def text_string(text: str) -> str:
    """Return a text (title, alternative text) as a PDF string in UTF-16."""
    return f"<{('﻿' + text).encode('utf-16-be').hex().upper()}>"


def number(value: float) -> str:
    """Return a number as short as a hundredth of a point allows."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
