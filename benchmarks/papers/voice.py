"""How one paper speaks: digits, dates, times, and the choices its writer keeps to throughout."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

FULL = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split()
SHORT = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()


def full(day: date) -> str:
    """22 พฤศจิกายน 2562."""
    return f"{day.day} {FULL[day.month - 1]} {day.year + 543}"


def short(day: date, *, gap: bool = False) -> str:
    """22 พ.ย.62, or 22 พ.ย. 62."""
    return f"{day.day} {SHORT[day.month - 1]}{' ' if gap else ''}{(day.year + 543) % 100:02d}"


def medium(day: date) -> str:
    """22 พ.ย. 2562."""
    return f"{day.day} {SHORT[day.month - 1]} {day.year + 543}"


def workday(day: date) -> date:
    """Return the day, or the Monday after its week-end."""
    return day + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[day.weekday()])


@dataclass
class Voice:
    """The lot a paper is drawn by, and what its writer settled on."""

    lot: Random
    dated: str = ""

    def __post_init__(self) -> None:
        self.dated = self.lot.choice(
            ("ลงวันที่ {full}", "ลงวันที่ {full}", "ลง {short}", "ลว. {gapped}", "ลว {gapped}", "ลงวันที่ {medium}")
        )

    def cited(self, day: date) -> str:
        """Return a date as this writer cites one."""
        return self.dated.format(full=full(day), short=short(day), gapped=short(day, gap=True), medium=medium(day))

    def pick(self, *forms: str) -> str:
        """Return one of the wordings."""
        return self.lot.choice(forms)

    def after(self, day: date, least: int, most: int) -> date:
        """Return a working day so many days later."""
        return workday(day + timedelta(days=self.lot.randint(least, most)))
