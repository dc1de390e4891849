"""What the addresses and forms of registers say, as the handlers take it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Form, Query
from pydantic import BaseModel, Field

from workflow.core.errors import UsageError
from workflow.core.register import Book, EntryKind
from workflow.core.thai_date import be_year, typed_day
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.core.when import When

AHEAD, MOST_AHEAD = 5, 50
DAYS = "พิมพ์วันที่ เช่น 30/11/2562 หรือ 30 พ.ย. 62"


@dataclass(frozen=True)
class Which:
    """The book an address names: of which unit, of which Buddhist-era year."""

    unit: str
    year: int
    book: Book


class Looked(BaseModel):
    """What of the book is looked at, and what has just been done there."""

    page: int = Field(1, ge=1)
    kind: EntryKind | None = None
    find: str = Field("", max_length=200)
    ahead: int = Field(AHEAD, ge=1, le=MOST_AHEAD)
    void: int | None = None
    done: str = ""
    numbers: str = Field("", max_length=100)


class ReserveForm(BaseModel):
    """จองเลข."""

    request_id: str = Field(max_length=64)
    reason: str = Field("", max_length=300)
    count: str = "1"
    until: str = Field("", max_length=40)


class VoidForm(BaseModel):
    """ยกเลิกเลข."""

    number: str = ""
    reason: str = Field("", max_length=300)
    replaced_by: str = Field("", max_length=20)


TheBook = Annotated[Which, Depends()]
TheLook = Annotated[Looked, Query()]
Reserving = Annotated[ReserveForm, Form()]
Voiding = Annotated[VoidForm, Form()]


def said(text: str, what: str) -> str:
    """Return what was typed; UsageError when nothing was."""
    if text.strip():
        return text.strip()
    raise UsageError(f"ยังไม่ได้กรอก{what}", next_step="กรอกช่องนี้แล้วส่งใหม่")


def number(text: str, what: str) -> int:
    """Return a number typed in either digits; UsageError when it is none."""
    plain = to_arabic(text.strip()).replace(",", "")
    if plain.isdecimal():
        return int(plain)
    raise UsageError(f"{what} “{text}” ไม่ใช่ตัวเลข", next_step="พิมพ์ตัวเลขล้วน เช่น 12 หรือ ๑๒")


def day(text: str, *, not_before: date | None = None) -> date | None:
    """Return the day typed, None for an empty field; UsageError for what is no day, or one that is past."""
    if not text.strip():
        return None
    found = typed_day(text)
    if found is None:
        raise UsageError(f"ไม่เข้าใจวันที่ “{text}”", next_step=DAYS)
    if not_before and found < not_before:
        raise UsageError(f"วันที่ “{text}” ผ่านไปแล้ว", next_step="กรอกวันนี้หรือวันข้างหน้า")
    return found


def this_year(year: int, when: When) -> None:
    """Refuse to take numbers of a year that is not this one: a book takes its numbers in its own year."""
    if year != be_year(when.on):
        raise UsageError(f"เล่มปี {to_thai(year)} ปิดแล้วหรือยังไม่เปิด", next_step=f"ใช้เล่มปี {to_thai(be_year(when.on))}")
