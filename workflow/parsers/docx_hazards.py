"""What a Word file may carry that acts by itself or reaches out when somebody opens it; none of it has a place in a letter.

The parsers here would run none of it, but the original is kept and opened in Word by people.
"""

import re
from collections.abc import Sequence

_MACROS = ("vbaproject.bin", "vbadata.xml")
_ACTIVE = re.compile(
    r"(?:^|/)(?:activex/|embeddings/(?!.*\.(?:xlsx|docx|pptx)$))", re.I
)  # charts keep their numbers in an xlsx
_MACRO_TYPE = re.compile(rb"macroEnabled", re.I)
_DDE = re.compile(rb"<w:instrText[^>]*>\s*\"?\s*DDE(?:AUTO)?\b|w:instr=\"\s*DDE(?:AUTO)?\b", re.I)
_CHUNK = re.compile(rb"/aFChunk\"", re.I)
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>", re.I)
_EXTERNAL = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']", re.I)
_KIND = re.compile(rb"\bType\s*=\s*[\"'][^\"']*/(\w+)[\"']")
_TARGET = re.compile(rb"\bTarget\s*=\s*[\"']([^\"']*)[\"']")
_OWN_DRIVE = re.compile(
    rb"(?:file:/{2,3})?[A-Z]:[\\/]", re.I
)  # where the writer's template lay; nobody else has that folder


def hazard_by_name(parts: Sequence[str]) -> str | None:
    """Return in Thai what makes a file of parts so named dangerous to open, None for nothing."""
    names = [name.lower() for name in parts]
    if any(name.endswith(_MACROS) for name in names):
        return "มีมาโคร (คำสั่งที่ทำงานได้เอง)"
    if any(_ACTIVE.search(name) and not name.endswith("/") for name in names):
        return "ฝังโปรแกรมหรือวัตถุ OLE ไว้"
    return None


def hazard_in_part(name: str, plain: bytes) -> str | None:
    """Return in Thai what makes an XML part dangerous to open, None for nothing; `plain` is its content without zero bytes."""
    if name.lower() == "[content_types].xml" and _MACRO_TYPE.search(plain):
        return "มีมาโคร (คำสั่งที่ทำงานได้เอง)"
    if _DDE.search(plain):
        return "มีคำสั่งเรียกโปรแกรมอื่น (DDE)"
    if not name.lower().endswith(".rels"):
        return None
    if _CHUNK.search(plain):
        return "ฝังแฟ้มชนิดอื่นไว้ในเนื้อความ"
    return "ดึงเนื้อหาจากภายนอกเมื่อเปิด" if any(map(_reaches_out, _RELATION.findall(plain))) else None


def _reaches_out(relation: bytes) -> bool:
    """Whether opening the file would fetch something: every external relation but a link to click and a template on the writer's own drive."""
    if not _EXTERNAL.search(relation):
        return False
    kind, target = _KIND.search(relation), _TARGET.search(relation)
    if kind and kind[1] == b"hyperlink":
        return False
    return not (kind and kind[1] == b"attachedTemplate" and target and _OWN_DRIVE.match(target[1]))
