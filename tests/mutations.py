"""Honest little files of every kind, and what damage and ill will make of them; every draw comes from the generator handed in."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path

import docx
import pikepdf
from PIL import Image

from tests.unit.parsers.printed import printed

Seeds = Mapping[str, list[bytes]]
_LETTER = (
    "ที่ กษ ๐๖๐๙/ว๑๕๓๙\n\nเรื่อง แจ้งผลการสำรวจ\n\nเรียน ผู้อำนวยการ\n\nตามที่ได้สำรวจ *ระดับความพร้อม* จำนวน ๑,๘๕๘ หน่วยงาน\n\n"
    "#table(columns: (2cm, 4cm, 3cm), [ที่], [ตัวชี้วัด], [คะแนน], [๑], [แนวนโยบาย], [๔๑.๐๗])\n\n#pagebreak()จึงเรียนมาเพื่อโปรดทราบ\n"
)
_INTERESTING = (
    b"0", b"-1", b"1", b"255", b"65536", b"2147483647", b"-2147483648", b"4294967296", b"99999999999999999999", b"1e309", b"0.0000001",
)  # fmt: skip


def seeds(folder: Path) -> Seeds:
    """Return files of each kind by their ending."""
    pdf = printed(folder, _LETTER).read_bytes()
    mail = EmailMessage()
    mail["Subject"] = "ส่งหนังสือ"
    mail.set_content("ดูแฟ้มแนบ")
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename="หนังสือ.pdf")
    mail.add_attachment("เรียน ผู้อำนวยการ", filename="ถอดความ.txt")
    text = "ที่ กษ ๐๖๐๙/ว๑๕๓๙\nวันที่ ๑ พฤศจิกายน ๒๕๖๒\n\nเรื่อง แจ้งผล\fเรียน ผู้อำนวยการ\n"
    return {
        ".pdf": [pdf, *_other_pdfs(pdf), _scan(folder)],
        ".docx": [_word()],
        ".eml": [mail.as_bytes(), "Subject: เรื่อง\nContent-Type: text/plain; charset=tis-620\n\nเรียน".encode("cp874")],
        ".png": [_picture("PNG")],
        ".jpg": [_picture("JPEG")],
        ".tif": [_picture("TIFF")],
        ".txt": [text.encode(charset) for charset in ("utf-8", "cp874", "utf-16")],
    }


def _other_pdfs(pdf: bytes) -> list[bytes]:
    """The same letter in plain syntax, and packed into object streams."""
    written = []
    for how in ({"qdf": True}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}):
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            opened.save(out, **how)
        written.append(out.getvalue())
    return written


def _scan(folder: Path) -> bytes:
    out = io.BytesIO()
    page = Image.new("L", (200, 280), 255)
    page.paste(0, (20, 40, 120, 44))
    page.save(out, "PDF", resolution=24)
    return out.getvalue()


def _word() -> bytes:
    document = docx.Document()
    document.add_paragraph("ที่ กษ ๐๖๐๙/๑\tวันที่ ๙ สิงหาคม ๒๕๖๕")
    document.add_paragraph("ข้อหนึ่ง", style="List Number")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(1, 1).text = "ที่", "๔๑.๐๗"
    document.sections[0].header.paragraphs[0].text = "หัวกระดาษ"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _picture(kind: str) -> bytes:
    out = io.BytesIO()
    page = Image.new("RGB", (160, 220), "white")
    page.paste((0, 0, 0), (20, 40, 120, 44))
    page.save(out, kind, dpi=(20, 20))
    return out.getvalue()


def mutated(seeds: Seeds, ending: str, draw: random.Random) -> bytes:
    """Return one file of a kind after one to three deeds."""
    content = draw.choice(seeds[ending])
    if ending == ".docx" and draw.random() < 0.7:
        return _inside_archive(content, draw)
    for _ in range(draw.randint(1, 3)):
        content = draw.choice(_DEEDS)(content, draw.choice(seeds[ending]), draw)
    return content


def _inside_archive(content: bytes, draw: random.Random) -> bytes:
    """Harm one part of a Word file and pack it again, so that the harm reaches the reader of that part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()}
        chosen = draw.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        parts[chosen] = draw.choice(_DEEDS)(parts[chosen], draw.choice(list(parts.values())), draw)
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def _flip(content: bytes, other: bytes, draw: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(draw.choice((1, 2, 5, 50)) if changed else 0):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def _truncate(content: bytes, other: bytes, draw: random.Random) -> bytes:
    return content[: draw.randrange(len(content) + 1)]


def _splice(content: bytes, other: bytes, draw: random.Random) -> bytes:
    return content[: draw.randrange(len(content) + 1)] + other[draw.randrange(len(other) + 1) :]


def _remove(content: bytes, other: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(content) + 1)
    return content[:at] + content[at + draw.randrange(1, 200) :]


def _repeat(content: bytes, other: bytes, draw: random.Random) -> bytes:
    at, length = draw.randrange(len(content) + 1), draw.randrange(1, 400)
    return content[:at] + content[at : at + length] * draw.choice((2, 10, 500)) + content[at + length :]


def _number(content: bytes, other: bytes, draw: random.Random) -> bytes:
    """Put a number of ill fame in the place of an honest one."""
    found = list(re.finditer(rb"-?\d+", content))
    if not found:
        return content
    place = draw.choice(found)
    return content[: place.start()] + draw.choice(_INTERESTING) + content[place.end() :]


def _swap(content: bytes, other: bytes, draw: random.Random) -> bytes:
    """Exchange two names (of a PDF, of XML elements, of mail headers) all through the file."""
    names = sorted(set(re.findall(rb"/[A-Z][A-Za-z0-9]+|<w:[a-z]+|[A-Z][a-z]+-[A-Z][a-z]+", content)))
    if len(names) < 2:
        return content
    one, two = draw.sample(names, 2)
    return content.replace(one, b"\0\0").replace(two, one).replace(b"\0\0", two)


def _nothing(content: bytes, other: bytes, draw: random.Random) -> bytes:
    return content


_DEEDS: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (
    _flip, _flip, _truncate, _splice, _remove, _repeat, _number, _number, _swap, _nothing,
)  # fmt: skip
