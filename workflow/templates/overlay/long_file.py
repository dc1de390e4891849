"""A PDF written page by page: what has been written is on disk, so that a book of a thousand pages needs the memory of one."""

from typing import BinaryIO

from workflow.templates.overlay.canvas import Canvas, Inks
from workflow.templates.overlay.lettering import stream

_ROOT, _PAGES, _RESOURCES = 1, 2, 3
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class LongFile:
    """Pages of one size, added one after another; `close` writes the fonts and the tables."""

    def __init__(self, out: BinaryIO, inks: Inks, size: tuple[float, float]) -> None:
        """Begin the file; `size` is the paper's width and height in points."""
        self._out, self.inks, self._size = out, inks, size
        self._at = out.write(_HEADER)
        self._places: dict[int, int] = {}
        self._kids: list[int] = []
        self._next = _RESOURCES + 1

    @property
    def pages(self) -> int:
        """How many pages have been added."""
        return len(self._kids)

    def add(self, canvas: Canvas) -> None:
        """Write a page."""
        content, page = self._next, self._next + 1
        self._next += 2
        self._put(content, stream(canvas.content()))
        width, height = self._size
        box = f"/MediaBox[0 0 {width:.2f} {height:.2f}]/Resources {_RESOURCES} 0 R/Contents {content} 0 R"
        self._put(page, f"<</Type/Page/Parent {_PAGES} 0 R{box}>>".encode())
        self._kids.append(page)

    def close(self, title: str) -> None:
        """Write what the pages share, and the table of objects."""
        for number, body in self.inks.objects(self._next):
            self._put(number, body)
        self._put(_RESOURCES, f"<<{self.inks.resources(self._next)}>>".encode())
        kids = " ".join(f"{page} 0 R" for page in self._kids)
        self._put(_PAGES, f"<</Type/Pages/Count {len(self._kids)}/Kids[{kids}]>>".encode())
        root = f"<</Type/Catalog/Pages {_PAGES} 0 R/Lang(th)/ViewerPreferences<</DisplayDocTitle true>>>>"
        self._put(_ROOT, root.encode())
        info = max(self._places) + 1
        self._put(info, f"<</Title<feff{title.encode('utf-16-be').hex()}>>>".encode())
        start, size = self._at, info + 1
        rows = "".join(f"{self._places[n]:010d} 00000 n\r\n" for n in range(1, size))
        self._write(f"xref\n0 {size}\n0000000000 65535 f\r\n{rows}".encode())
        self._write(f"trailer\n<</Size {size}/Root {_ROOT} 0 R/Info {info} 0 R>>\nstartxref\n{start}\n%%EOF\n".encode())

    def _put(self, number: int, body: bytes) -> None:
        self._places[number] = self._at
        self._write(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")

    def _write(self, data: bytes) -> None:
        self._at += self._out.write(data)
