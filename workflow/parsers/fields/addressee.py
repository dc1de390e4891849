"""Who a paper is addressed to, and through whom (ผ่าน)."""

import re
from collections.abc import Mapping, Sequence

from workflow.parsers.fields.heads import HeadField
from workflow.parsers.rows import Row

_VIA = re.compile(r"\(?\s*ผ่าน\s*(?P<via>.+?)\s*\)?$")
_PURPOSE = re.compile(r"^เพื่อ(?:โปรด)?(?:ทราบ|พิจารณา|ดำเนินการ|ถือปฏิบัติ|สั่งการ|อนุมัติ|ลงนาม)")


def addressees(fields: Mapping[str, HeadField]) -> tuple[tuple[str, ...], str | None]:
    """Return the addressees of a letter or memo, and the post it goes through: `ผบ.ตร.(ผ่าน ผู้ช่วย ผบ.ตร.(ปร 3))`."""
    field = next((fields[name] for name in ("เรียน", "กราบเรียน", "นมัสการ", "ถึง") if name in fields), None)
    if field is None:
        return (), None
    text = re.sub(r"^ถึง\s*", "", field.text)
    if "ผ่าน" not in text:
        return (text,) if text else (), None
    to, _, rest = text.partition("ผ่าน")
    via = rest.strip()
    if to.rstrip().endswith("(") and via.endswith(")"):
        via = via[:-1].strip()
    return (to.rstrip(" (").strip(),), via


def endorsement_addressees(rows: Sequence[Row]) -> tuple[str, ...]:
    """Return everyone an endorsement is addressed to: the lines after เรียน and between its purposes, commas separating posts."""
    found: list[str] = []
    listening = False
    for row in rows:
        text = row.text.strip()
        if opened := re.match(r"^เรียน\s*(.*)", text):
            listening, text = True, opened[1]
        elif _PURPOSE.match(text):
            listening = len(text) < 40  # a bare purpose may be followed by further addressees, a sentence may not
            continue
        if not listening or not text:
            continue
        if not _is_post(text):
            listening = False
            continue
        found += [part.strip() for part in re.split(r",\s*", text) if part.strip()]
    return tuple(found)


def _is_post(text: str) -> bool:
    """Whether a line under เรียน names posts or units rather than beginning a sentence."""
    return not re.match(r"^(?:ตาม|ข้าราชการ|ลง|ท้าย|เรื่อง|และ|โดย|\(|พล\.|พ\.ต|ร\.ต|ด\.ต|\d)", text)
