"""The archive that a Word file is: looked into before anything trusts it, then its XML parts, named as their relationships name them."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree  # what could harm it, declared entities, is refused before it sees a part

from workflow.core.errors import Refused, UnreadableFile
from workflow.parsers.docx_hazards import hazard_by_name, hazard_in_part
from workflow.parsers.limits import MAX_XML
from workflow.parsers.zip_guard import declares, oddity, xml_parts

MAX_ENTRIES = 2000
_MAIN = "/officeDocument"  # the end of the type of relationship that leads to the document, in both editions of the standard
_BROKEN = (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, KeyError, ElementTree.ParseError, ValueError)


@dataclass(frozen=True)
class Related:
    """A part that another part names: the end of the relationship's type (`header`, `numbering`), and its place in the archive."""

    kind: str
    part: str


class Archive:
    """A Word file, opened; every part is XML without entities."""

    def __init__(self, path: Path) -> None:
        """Refused for macros, bombs, passwords and entities; UnreadableFile when it is no Word file."""
        self._path = path
        self._related: dict[str, dict[str, Related]] = {}
        try:
            self._zip = zipfile.ZipFile(path)
            _guard(path, self._zip)
            self.main = next(r.part for r in self.related("").values() if r.kind == _MAIN[1:])
        except (*_BROKEN, StopIteration) as error:
            raise broken(path) from error

    def xml(self, part: str) -> Any:
        """Return the root of a part, None when the archive has no such part."""
        try:
            content = self._zip.read(part)
        except KeyError:
            return None
        except _BROKEN as error:
            raise broken(self._path) from error
        try:
            return ElementTree.fromstring(content)  # noqa: S314
        except ElementTree.ParseError as error:
            raise broken(self._path) from error

    def related(self, part: str) -> dict[str, Related]:
        """Return what a part names, by the names it uses; of the archive itself with an empty name."""
        if part not in self._related:
            self._related[part] = dict(self._relations(part))
        return self._related[part]

    def _relations(self, part: str) -> Iterator[tuple[str, Related]]:
        folder, name = posixpath.split(part)
        root = self.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        return iter(()) if root is None else _relationships(root, folder)

    def first(self, kind: str) -> Any:
        """Return the root of the part of this kind that the document names, None when it names none."""
        return next((self.xml(r.part) for r in self.related(self.main).values() if r.kind == kind), None)


def _relationships(root: Any, folder: str) -> Iterator[tuple[str, Related]]:
    for node in root:
        if node.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/" + folder, node.get("Target", ""))).lstrip("/")
            yield node.get("Id", ""), Related(node.get("Type", "").rsplit("/", 1)[-1], target)


def _guard(path: Path, archive: zipfile.ZipFile) -> None:
    """Look into the archive before any parser does."""
    entries = archive.infolist()
    if why := oddity(entries, most=MAX_ENTRIES, part=MAX_XML) or hazard_by_name([e.filename for e in entries]):
        raise _refused(path, why)
    for entry in xml_parts(entries):
        plain = archive.read(entry).replace(b"\x00", b"")  # UTF-16 hides nothing
        if why := declares(plain) or hazard_in_part(entry.filename, plain):
            raise _refused(path, why)


def broken(path: Path) -> UnreadableFile:
    """Return the error for a file that is no whole Word file."""
    return UnreadableFile(
        f"แฟ้ม {path.name} เปิดเป็น DOCX ไม่ได้ อาจเสียหายหรือรับมาไม่ครบ", next_step="ขอแฟ้มจากผู้ส่งใหม่ หรือบันทึกเป็น PDF แล้วส่งมา"
    )


def _refused(path: Path, why: str) -> Refused:
    return Refused(f"แฟ้ม {path.name} {why} จึงไม่เปิด", next_step="ขอแฟ้ม PDF หรือ DOCX ธรรมดาจากผู้ส่ง")
