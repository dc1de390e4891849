"""What an old Word file (.doc, .rtf, .odt) may carry that acts or reaches out, found in its bytes before LibreOffice sees it."""

import re
import zipfile
from pathlib import Path

from workflow.core.errors import Refused
from workflow.parsers.docx_archive import MAX_ENTRIES
from workflow.parsers.limits import MAX_XML
from workflow.parsers.zip_guard import declares, oddity, xml_parts

_VBA = "_VBA_PROJECT".encode("utf-16-le")
_OBJECT_STORAGE = re.compile(rb"_\x00(?:[0-9]\x00){9,10}\x00")  # how Word names what it keeps in its ObjectPool
_FIELD = re.compile(rb"(?:\x13|\\fldinst\b[^}]{0,80}?)[\s\"{]*(?:INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE)\b", re.I)
_WIDE_FIELD = re.compile(
    b"\x13\x00(?: \x00)*(?:" + b"|".join(w.encode("utf-16-le") for w in ("INCLUDEPICTURE", "INCLUDETEXT", "DDE")) + b")"
)
_RTF = re.compile(rb"\\\*?\\?(?:objdata|objupdate|objocx|objautlink)\b|\\\*\\template\s*(?:https?:|\\\\)", re.I)
_ODT_PARTS = re.compile(r"^(?:Basic/|Scripts/|.*\.bin$|Object )")
_ODT_OUT = re.compile(
    rb"<(?:draw:image|text:section-source|draw:object|draw:plugin|draw:floating-frame)\b[^>]*"
    rb"xlink:href=\"(?:https?|ftp|file|smb):",
    re.I,
)
_ODT_EVENT = re.compile(rb"<script:event-listener\b", re.I)
_MACRO, _OBJECT, _OUTSIDE = "มีมาโคร (คำสั่งที่ทำงานได้เอง)", "ฝังโปรแกรมหรือวัตถุ OLE ไว้", "ดึงเนื้อหาจากภายนอกเมื่อเปิด"


def refuse_hazards(path: Path) -> None:
    """Refused when the file holds macros, embedded objects, or commands that fetch from elsewhere."""
    why = _hazard(path.read_bytes(), path)
    if why:
        raise Refused(f"แฟ้ม {path.name} {why} จึงไม่เปิด", next_step="ขอแฟ้ม PDF หรือ DOCX ธรรมดาจากผู้ส่ง")


def _hazard(content: bytes, path: Path) -> str | None:
    if content.startswith(b"PK\x03\x04"):
        return _in_archive(path)
    if content.lstrip()[:5].lower() == b"{\\rtf":
        return _OBJECT if _RTF.search(content) else _OUTSIDE if _FIELD.search(content) else None
    if _VBA in content:
        return _MACRO
    if _OBJECT_STORAGE.search(content):
        return _OBJECT
    return _OUTSIDE if _FIELD.search(content) or _WIDE_FIELD.search(content) else None


def _in_archive(path: Path) -> str | None:
    """Look into an ODT as `docx_archive` looks into a DOCX."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if why := oddity(entries, most=MAX_ENTRIES, part=MAX_XML):
                return why
            if any(_ODT_PARTS.match(entry.filename) for entry in entries):
                return _OBJECT
            parts = [archive.read(entry) for entry in xml_parts(entries)]
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, KeyError, ValueError):
        return None  # LibreOffice will not open it either, and says so
    if any(declares(part) or _ODT_OUT.search(part) for part in parts):
        return _OUTSIDE
    return _MACRO if any(_ODT_EVENT.search(part) for part in parts) else None
