"""What this machine has and lacks, each lack with what to type."""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta

from workflow.core.errors import SarabanError
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli.checkup_machine import clock, database, keys, secured, signs
from workflow.settings import Settings

Row = tuple[bool, str, str]
SOON = timedelta(days=60)  # a year whose holidays are not announced by then is asked for


def checkup(settings: Settings, now: datetime) -> list[Row]:
    """Return one row a check: whether it passed, its name, and what was found or what to do."""
    return [
        _try("ฟอนต์ไทย", lambda: _fonts(settings)),
        _try("ฐานข้อมูล", lambda: database(settings)),
        _try("กุญแจ", lambda: keys(settings)),
        _try("ที่อยู่และการเข้ารหัส", lambda: secured(settings)),
        _try("นาฬิกา", lambda: clock(now)),
        _try("ปฏิทินวันหยุด", lambda: _calendar(settings, now)),
        _ocr(),
        *signs(settings, now),
    ]


def _try(name: str, check: Callable[[], str]) -> Row:
    try:
        return True, name, check()
    except SarabanError as error:
        return False, name, f"{error} {error.next_step}"


def _fonts(settings: Settings) -> str:
    from workflow.templates.fonts import find_fonts

    find_fonts(settings.font_folders)
    return "TH Sarabun New"


def _calendar(settings: Settings, now: datetime) -> str:
    from workflow.store.office_files import load_calendar

    calendar = load_calendar(settings.config)
    calendar.is_working_day(now.date())
    soon = calendar.warning(now.date()) or calendar.warning((now + SOON).date())
    return soon or f"ครอบคลุมถึงปี พ.ศ. {to_thai(max(calendar.years, default=be_year(now.date())))}"


def _ocr() -> Row:
    from workflow.parsers.recogniser.engine import model_present

    if model_present():
        return True, "OCR", "ตัวอ่านของโครงการ (ตัวเลขทุกหลักให้ตรวจกับต้นฉบับ)"
    hint = "ไม่มี Tesseract: อ่านภาพสแกนไม่ได้ (พิมพ์ apt-get install tesseract-ocr tesseract-ocr-tha) งานอื่นทำได้ครบ"
    return True, "OCR", shutil.which("tesseract") or hint
