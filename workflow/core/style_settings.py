"""What an office may set of its papers' look (`style:` in office.yaml), within which bounds, in points.

The usual values are the house style's (`templates/house_style.py`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

CM = 72 / 2.54
_UNITS = {"cm": CM, "ซม.": CM, "mm": CM / 10, "มม.": CM / 10, "pt": 1.0, "พอยต์": 1.0}
_LENGTH = re.compile(rf"(\d+(?:\.\d+)?)\s*({'|'.join(map(re.escape, _UNITS))})")
LEAST_LEADING = 1.2
"""How much higher than its letters a line must be, so that no mark above a vowel is cut off."""


@dataclass(frozen=True)
class Setting:
    """What a setting is in Thai, its usual value, and the least and greatest an office may set, in points."""

    what: str
    usual: float
    least: float
    most: float


# Sources of the usual values. "ว ๒๐๑๙": the typing guide (สำนักนายกรัฐมนตรี ที่ นร ๐๑๐๖/ว ๒๐๑๙, ๒๕๕๓) as secondary pages retell it;
# "ข้อ": the regulation on correspondence (๒๕๒๖). "no rule": none was found, the value is what looks right and what offices use.
SETTINGS: Mapping[str, Setting] = {
    "left": Setting("ขอบซ้าย", 3 * CM, CM, 6 * CM),  # ว ๒๐๑๙
    "right": Setting("ขอบขวา", 2 * CM, CM, 6 * CM),  # ว ๒๐๑๙
    "top": Setting(
        "ขอบบนถึงตราครุฑและเลขหน้า", 1.5 * CM, CM, 5 * CM
    ),  # of the emblem: ว ๒๐๑๙; of the text: no confirmed rule
    "bottom": Setting("ขอบล่าง", 2 * CM, CM, 5 * CM),  # no confirmed rule
    "size": Setting("ขนาดตัวอักษร", 16, 12, 24),  # ว ๒๐๑๙
    "line": Setting("ระยะบรรทัด", 21, 14, 40),  # ว ๒๐๑๙ says single; this is TH SarabunPSK's own single at 16 pt
    "title_size": Setting("ขนาดคำว่าบันทึกข้อความ", 29, 20, 40),  # ว ๒๐๑๙
    "title_line": Setting("ระยะบรรทัดของคำว่าบันทึกข้อความ", 35, 24, 60),  # ว ๒๐๑๙
    "title_drop": Setting("ระยะเหนือคำว่าบันทึกข้อความ", 10, 0, 2 * CM),  # no rule
    "label_size": Setting("ขนาดหัวข้อส่วนราชการ ที่ วันที่ เรื่อง", 20, 14, 28),  # ว ๒๐๑๙
    "label_line": Setting("ระยะบรรทัดของหัวข้อ", 26, 18, 40),  # no rule
    "urgency_size": Setting("ขนาดชั้นความเร็ว ไม่เล็กกว่า ๓๒ พอยต์ (ข้อ ๒๘)", 32, 32, 60),  # ข้อ ๒๘
    "first_line": Setting("ย่อหน้า", 2.5 * CM, CM, 5 * CM),  # ว ๒๐๑๙
    "part_gap": Setting("ระยะก่อนหัวข้อและก่อนภาคของข้อความ", 6, 0, 24),  # ว ๒๐๑๙: 1 Enter + Before 6 pt
    "ending_gap": Setting("ระยะก่อนคำลงท้าย", 12, 0, 48),  # ว ๒๐๑๙: 1 Enter + Before 12 pt
    "signature_gap": Setting("ที่ว่างสำหรับลงชื่อในบันทึก", 3 * 21, 24, 160),  # sources say 2 or 4 lines: 3
    "letter_signature_gap": Setting("ที่ว่างสำหรับลงชื่อในหนังสือภายนอก", 4 * 21, 24, 160),  # ว ๒๐๑๙: 4 Enter
    "foot_gap": Setting("ระยะก่อนส่วนราชการเจ้าของเรื่อง", 21, 0, 80),  # no rule
    "emblem": Setting("ความสูงตราครุฑในบันทึก", 1.5 * CM, CM, 3 * CM),  # ข้อ ๗๑ ๗๖
    "emblem_letter": Setting("ความสูงตราครุฑในหนังสือ", 3 * CM, CM, 4 * CM),  # ข้อ ๗๑ ๗๕
    "seal": Setting("เส้นผ่านศูนย์กลางตราประทับ", 4.5 * CM, 3 * CM, 6 * CM),  # ข้อ ๗๒, from memory
}


def usual(name: str) -> float:
    """Return a setting's usual value."""
    return SETTINGS[name].usual


def points(text: str) -> float | None:
    """Return a length as points (`3 cm`, `2.5 ซม.`, `16 pt`); None when it is none."""
    found = _LENGTH.fullmatch(text.strip())
    return float(found[1]) * _UNITS[found[2]] if found else None
