"""A package of an exchange, looked into: its files, what it says, and every way in which it is not what it should be.

A stranger made it: nothing is unpacked to a disk, no file is read further than its bound, and what is wrong is named, all of it.
"""

import hashlib
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from workflow.core.errors import NotFound, Refused, UnreadableFile
from workflow.core.exchange import LETTER_XML, MANIFEST, MEMO_PDF, README, SUMS, Deviation, Manifest, faults
from workflow.core.thai_digits import to_thai
from workflow.parsers.exchange_xml import disagreements
from workflow.parsers.limits import MAX_BYTES, MAX_UNPACKED
from workflow.parsers.zip_guard import LOCKED, SWELLS, locked, swells

MAX_FILES = 100
MAX_MANIFEST = 5_000_000  # bytes of the manifest or the list of sums
_NAME = re.compile(r"(?:enclosures/)?[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_BROKEN = (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError, zlib.error)
_MANIFEST = TypeAdapter(Manifest)


@dataclass(frozen=True)
class Package:
    """What was found: the files (only when nothing about the archive is wrong), what it says, and what deviates."""

    sha256: str
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    manifest: Manifest | None = None
    deviations: tuple[Deviation, ...] = ()


def look_into(path: Path) -> Package:
    """Look into a package. NotFound, UnreadableFile for what is no ZIP, Refused for one too big to be looked into."""
    if not path.is_file():
        raise NotFound(f"ไม่พบแฟ้ม {path.name}", next_step="ตรวจชื่อแฟ้มและโฟลเดอร์ แล้วสั่งใหม่")
    if path.stat().st_size > MAX_BYTES:
        raise Refused(f"แฟ้ม {path.name} ใหญ่เกินกำหนด จึงไม่เปิด", next_step="ขอให้ผู้ส่งแยกสิ่งที่ส่งมาด้วย")
    content = path.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        with zipfile.ZipFile(path) as archive:
            wrong = [*_about(archive), *_framed(archive, content)]
            files, broken = ({}, []) if wrong else _contents(archive)
    except _BROKEN as error:
        raise UnreadableFile(f"แฟ้ม {path.name} ไม่ใช่ชุดแลกเปลี่ยน (ZIP) หรือรับมาไม่ครบ", next_step="ขอชุดจากผู้ส่งใหม่") from error
    if wrong or any(deviation.code == "bomb" for deviation in broken):
        return Package(sha256, deviations=(*wrong, *broken))
    understood = _understood(sha256, files)
    lost = {deviation.file for deviation in broken}
    others = (deviation for deviation in understood.deviations if deviation.file not in lost)
    return replace(understood, deviations=(*broken, *others))


def _understood(sha256: str, files: dict[str, bytes]) -> Package:
    summed = tuple(_sums(files))
    try:
        manifest = _MANIFEST.validate_json(files.get(MANIFEST, b""))
    except ValidationError:
        return Package(sha256, files, None, (*summed, Deviation("manifest", MANIFEST, f"อ่าน {MANIFEST} ไม่ได้ หรือไม่มี")))
    said = tuple(Deviation("manifest", MANIFEST, fault) for fault in faults(manifest))
    missing = tuple(
        Deviation("missing", name, f"ไม่มีแฟ้ม {name}")
        for name in ((LETTER_XML, MEMO_PDF) if manifest.kind == "letter" else ())
        if name not in files
    )
    apart = () if said or missing else tuple(disagreements(manifest, files))
    return Package(sha256, files, manifest, (*summed, *said, *missing, *apart))


def _about(archive: zipfile.ZipFile) -> Iterator[Deviation]:
    """Yield what is wrong with the archive, before any file in it is opened."""
    entries = archive.infolist()
    if len(entries) > MAX_FILES:
        yield Deviation("bomb", "", f"มี {to_thai(len(entries))} แฟ้ม เกิน {to_thai(MAX_FILES)}")
    if swells(entries):
        yield Deviation("bomb", "", SWELLS)
    folded = Counter(e.filename.casefold() for e in entries)
    for name in sorted({e.filename for e in entries if folded[e.filename.casefold()] > 1}):
        yield Deviation("duplicate", _shown(name), f"มีแฟ้มชื่อ {_shown(name)} มากกว่าหนึ่งแฟ้ม")
    for entry in entries[:MAX_FILES]:
        yield from _about_entry(entry)


def _about_entry(entry: zipfile.ZipInfo) -> Iterator[Deviation]:
    name = _shown(entry.orig_filename)
    if not _NAME.fullmatch(entry.orig_filename) or ".." in entry.orig_filename:
        yield Deviation("path", name, f"ชื่อแฟ้ม {name} ชี้ออกนอกชุด หรือไม่ใช่ชื่อของชุดแลกเปลี่ยน")
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        yield Deviation("link", name, f"{name} ไม่ใช่แฟ้มธรรมดา (ทางลัดหรือโฟลเดอร์)")
    if locked(entry):
        yield Deviation("encrypted", name, f"{name} {LOCKED}")


def _framed(archive: zipfile.ZipFile, content: bytes) -> Iterator[Deviation]:
    """Yield what stands in the archive beside its files: before them, after them, or one laid over another."""
    entries = sorted(archive.infolist(), key=lambda e: e.header_offset)
    if archive.comment or not content.startswith(b"PK") or (entries and entries[0].header_offset):
        yield Deviation("hidden", "", "มีข้อมูลแฝงอยู่นอกแฟ้มของชุด")
    ends = [e.header_offset + e.compress_size for e in entries]
    if any(end > after.header_offset for end, after in zip(ends, entries[1:], strict=False)):
        yield Deviation("bomb", "", "แฟ้มในชุดซ้อนทับกัน")


def _contents(archive: zipfile.ZipFile) -> tuple[dict[str, bytes], list[Deviation]]:
    """Return the files that are whole, none read beyond what all together may have, and what is wrong with the others."""
    files: dict[str, bytes] = {}
    damaged: list[Deviation] = []
    left = MAX_UNPACKED
    for entry in archive.infolist():
        most = min(left, MAX_MANIFEST if entry.filename in (MANIFEST, SUMS, README) else left)
        try:
            with archive.open(entry) as file:
                files[entry.filename] = file.read(most + 1)
        except _BROKEN:
            damaged.append(Deviation("damaged", entry.filename, f"แฟ้ม {entry.filename} เสียหาย"))
            files.pop(entry.filename, None)
            continue
        left -= len(files[entry.filename])
        if len(files[entry.filename]) > most:
            return {}, [Deviation("bomb", entry.filename, f"{entry.filename} {SWELLS}")]
    return files, damaged


def _sums(files: Mapping[str, bytes]) -> Iterator[Deviation]:
    """Yield where the list of sums and the files differ."""
    listed: dict[str, str] = {}
    for line in files.get(SUMS, b"").decode("utf-8", "replace").splitlines():
        digest, _, name = line.partition("  ")
        if not re.fullmatch("[0-9a-f]{64}", digest) or name in listed:
            yield Deviation("sums", SUMS, f"{SUMS} มีบรรทัดที่อ่านไม่ได้หรือซ้ำ: {_shown(line)}")
        listed.setdefault(name, digest)
    if SUMS not in files:
        yield Deviation("missing", SUMS, f"ไม่มีแฟ้ม {SUMS}")
    for name in sorted(listed.keys() - files.keys()):
        yield Deviation("missing", _shown(name), f"ไม่มีแฟ้ม {_shown(name)} ที่อยู่ในรายการ")
    for name in sorted(files.keys() - {SUMS}):
        if name not in listed:
            yield Deviation("unlisted", name, f"{name} ไม่อยู่ในรายการ {SUMS}")
        elif hashlib.sha256(files[name]).hexdigest() != listed[name]:
            yield Deviation("changed", name, f"{name} ถูกแก้หลังทำชุด (ค่า SHA-256 ไม่ตรง)")


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name)[:100]
