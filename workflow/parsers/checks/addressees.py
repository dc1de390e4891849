"""An addressee that begins neither with a post nor with a body: rather a piece of the text or of the line above, so that it is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.parsers.draft import Draft
from workflow.parsers.fields.heads import opens_addressee
from workflow.parsers.fields.titles import POST, RANK, has_title

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

_BODY = re.compile(
    r"^(?:สำนัก|ที่ทำการ|กรม|กระทรวง|ทบวง|กอง|ศูนย์|สถาบัน|สถานี|องค์การ|องค์กร|คณะ|วิทยาลัย|มหาวิทยาลัย|โรงพยาบาล|โรงเรียน|จังหวัด|อำเภอ|เทศบาล|ตำบล|บริษัท|ห้างหุ้นส่วน"
    r"|ธนาคาร|การ[ก-ฮ]|ฝ่าย|กลุ่ม|งาน|ส่วน|หน่วย|แผนก|ภาค|สภา|ศาล|สมาคม|มูลนิธิ|ชมรม|สหกรณ์|ทุก|ท่าน|คุณ|พระ|เจ้า|แม่ทัพ|สมาชิก|บุคลากร|จเร|ราช|รัฐ|พนักงาน|บรรณาธิการ"
    r"|ศาสตราจารย์|สารวัตร|ทหาร|ตำรวจ|กำลัง|กองทัพ|บก|บช|อบ[ตจ]|ข้าราชการ|ทั้ง|เครือข่าย|ประชาชน|เขต|นคร|สาขา|ตัวแทน|ผู้)"
)
_LOCAL = re.compile(
    r"^(?!ตาม|ด้วย|เนื่อง|เรื่อง|ลง|ใน|ให้|และ|โดย|จึง|ของ|ที่\s)\S*(?:จังหวัด|อำเภอ|ภาค\s?\d|เขต)"
)  # the head of a provincial office
_SHORT = re.compile(r"^(?:[ก-ฮ][ก-ฮะ-์]{0,4}\.){1,4}|^[ก-ฮ]{2,5}(?:\s|$)|^[A-Z]{2,}")  # ผบ.ตร., สพร., DGA
_THAI = "ผู้รับ “{who}” ไม่ขึ้นต้นด้วยตำแหน่งหรือชื่อหน่วยงาน โปรดตรวจกับต้นฉบับ"


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return one doubt for each paper with an addressee that no office would write so."""
    findings = []
    for n, draft in enumerate(drafts):
        odd = next((who for who in draft.instrument.to if not likely(who)), None)
        if odd:
            message, page = _THAI.format(who=odd[:40]), draft.instrument.pages[0]
            findings.append(Finding("low-confidence", "warning", message, instrument=n, field="to", page=page))
    return findings


def likely(who: str) -> bool:
    """Whether a text names a post, a body or a person."""
    named = any(pattern.match(who) for pattern in (POST, _BODY, _LOCAL, _SHORT))
    return named or opens_addressee(who) or has_title(who) or bool(re.match(RANK, who))
