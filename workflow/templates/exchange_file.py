"""The package of an exchange as one ZIP: the same content gives the same bytes, on any machine and at any time."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from io import BytesIO
from typing import Any

from workflow.core.exchange import MANIFEST, README, SUMS, Manifest
from workflow.core.thai_date import BANGKOK, full
from workflow.core.thai_digits import to_thai

_THE_DAY = (1980, 1, 1, 0, 0, 0)  # the first a ZIP can tell; when it was packed is nobody's business
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def package(manifest: Manifest, files: Mapping[str, bytes]) -> bytes:
    """Return the ZIP with these files, the manifest, a README in Thai and the SHA-256 of them all.

    Nothing is compressed: a ZIP's compression differs from one zlib to the next, and what is big (PDF) is compressed already.
    """
    held = {**files, MANIFEST: as_json(asdict(manifest)), README: _readme(manifest).encode()}
    held[SUMS] = "".join(f"{hashlib.sha256(held[name]).hexdigest()}  {name}\n" for name in sorted(held)).encode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(held):
            entry = zipfile.ZipInfo(name, _THE_DAY)
            entry.external_attr, entry.create_system = _PLAIN_FILE, _UNIX
            archive.writestr(entry, held[name])
    return out.getvalue()


def as_json(data: Any) -> bytes:
    """Return JSON with sorted keys, Thai as Thai, moments in Bangkok's zone."""
    return (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True, default=_text) + "\n").encode()


def _text(value: date | datetime) -> str:
    return value.astimezone(BANGKOK).isoformat() if isinstance(value, datetime) else value.isoformat()


def _readme(manifest: Manifest) -> str:
    told = _of_letter(manifest) if manifest.letter else _of_answer(manifest)
    return to_thai("\n".join(told)) + "\n\n" + _HOW


def _of_letter(manifest: Manifest) -> list[str]:
    letter = manifest.letter
    if letter is None:
        return []
    lines = [
        f"ชุดแลกเปลี่ยนหนังสือของ {manifest.office.name}",
        f"ที่ {letter.number} ลงวันที่ {full(letter.dated)}",
        f"เรื่อง {letter.subject}",
        f"จาก {letter.from_unit_name}",
        f"ถึง {letter.to.title} ({letter.to.unit_name})" if letter.to else "ทั้งเรื่อง เพื่อทราบ ไม่ต้องตอบกลับ",
    ]
    if letter.original and letter.original.copy:
        lines.append("หนังสือต้นเรื่องแนบเป็นสำเนาที่ปกปิดรหัสผ่านและข้อมูลส่วนบุคคลแล้ว ต้นฉบับอยู่ที่ผู้ส่ง")
    elif letter.original:
        lines.append(f"ไม่ได้แนบหนังสือต้นเรื่อง: {letter.original.why}")
    return lines


def _of_answer(manifest: Manifest) -> list[str]:
    answer = manifest.answer
    if answer is None:
        return []
    lines = [
        f"คำตอบของ {answer.unit_name} {manifest.office.name}",
        f"ต่อหนังสือ ที่ {answer.number} ลงวันที่ {full(answer.dated)}",
        f"เลขรับ {answer.stamped.number}/{answer.stamped.year}",
    ]
    if answer.word:
        lines.append(f"รับทราบโดย {answer.word.name} {answer.word.capacity}")
    if answer.refusal:
        lines.append(f"{'ส่งผิดหน่วย' if answer.refusal.wrong_unit else 'ไม่รับ'}: {answer.refusal.why}")
    return lines


_HOW = f"""ในชุดนี้
  {MANIFEST}   ข้อมูลทั้งหมด ({SUMS}: ค่า SHA-256 ของทุกแฟ้ม)
  *.xml           หนังสือหรือคำตอบตามมาตรฐาน TH e-GIF (e-CMS)
  memo.pdf        ตัวหนังสือ (memo.docx: แฟ้ม Word) เฉพาะชุดที่ส่งหนังสือ

ตรวจว่าครบและไม่ถูกแก้      saraban package check ชุดนี้.zip
นำเข้า                    saraban package import ชุดนี้.zip --office ... --unit ...
ตอบกลับ (เมื่อเป็นหนังสือ)   saraban package answer เลขเรื่อง --out คำตอบ.zip
โปรดเก็บชุดนี้เช่นเดียวกับหนังสือ: รหัสตอบกลับในชุดทำให้ตอบแทนผู้รับได้
"""
