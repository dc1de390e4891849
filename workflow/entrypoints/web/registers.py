"""ทะเบียน: a unit's shelf of books, each book a page at a time, and the two things its registry does there: keep a number, void one."""

from secrets import token_hex
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from workflow.core.errors import NotFound, SarabanError
from workflow.core.register import Book
from workflow.core.thai_date import be_year
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.entrypoints.web.given import READING, Moment, TheDesk, Who
from workflow.entrypoints.web.problems import status_of
from workflow.entrypoints.web.register_forms import (
    Looked,
    Reserving,
    TheBook,
    TheLook,
    Voiding,
    Which,
    day,
    number,
    said,
    this_year,
)
from workflow.entrypoints.web.rules import OWN_BOOKS, PAPER_DESK, rule
from workflow.entrypoints.web.views import html
from workflow.services.desk import Desk
from workflow.services.keep_register import LineName, NumberRequest, Numbers, Reservation, next_numbers, reserve_numbers
from workflow.services.may_see import see_unit
from workflow.services.register_page import PageWanted, register_page, shelf
from workflow.services.void_number import VoidRequest, void_number

router = APIRouter(prefix="/registers")
DONE = {"reserved": "จองเลขไว้แล้ว", "void": "ยกเลิกเลขแล้ว เลขนี้ไม่ใช้ซ้ำอีก"}


@router.api_route("", methods=READING)
@rule(PAPER_DESK)
def books(desk: TheDesk, when: Moment, who: Who, unit: str | None = None) -> HTMLResponse:
    """ชั้นทะเบียน: the books of the desk's unit, or of one below it."""
    asked = unit or who.unit
    see_unit(desk, who, asked, when)
    chart = desk.office(who.office).chart
    begun, year = shelf(desk, who.office, asked), be_year(when.on)
    may = [b for b in Book if b != Book.TRIAL and (chart.unit(asked).can_issue_number or not b.goes_out)]
    new = [b for b in may if not any(card.book == b and card.year == year for card in begun)]
    facts: dict[str, Any] = {
        "cards": begun,
        "new": new,
        "year": year,
        "below": chart.children(asked, when.on),
        "own": who.unit,
    }
    return html("registers.html.j2", unit=asked, **facts)


@router.api_route("/{unit}/{year}/{book}", methods=READING)
@rule(OWN_BOOKS)
def register(desk: TheDesk, when: Moment, who: Who, which: TheBook, look: TheLook) -> HTMLResponse:
    """ทะเบียน: a unit's book of a Buddhist-era year in the legal order of its columns, a page at a time."""
    return _page(desk, who, when, which, look)


@router.post("/{unit}/{year}/{book}/reserve")
@rule(OWN_BOOKS.by(Role.REGISTRY))
def reserve(desk: TheDesk, when: Moment, who: Who, which: TheBook, form: Reserving) -> Response:
    """จองเลข: numbers kept for later, each a line of the register."""
    _own(who, which)
    try:
        this_year(which.year, when)
        count, until = number(form.count, "จำนวนเลข"), day(form.until, not_before=when.on)
        of = (who.office, which.unit, which.book, when, form.request_id)
        given = reserve_numbers(desk, Reservation(*of, said(form.reason, "เหตุที่จอง"), who.person, count, until))
    except SarabanError as error:
        return _again(desk, who, when, which, ("reserve", form.model_dump(), error))
    return _back(which, "reserved", _span(given))


@router.post("/{unit}/{year}/{book}/void")
@rule(OWN_BOOKS.by(Role.REGISTRY))
def void(desk: TheDesk, when: Moment, who: Who, which: TheBook, form: Voiding) -> Response:
    """ยกเลิกเลข: the number is burnt, its line stays with the reason."""
    _own(who, which)
    try:
        line = LineName(who.office, which.unit, which.book, which.year, number(form.number, "เลขทะเบียน"))
        other = number(form.replaced_by, "เลขใหม่") if form.replaced_by.strip() else None
        gone = void_number(desk, VoidRequest(line, said(form.reason, "เหตุที่ยกเลิก"), who.person, when, other))
    except SarabanError as error:
        return _again(desk, who, when, which, ("void", form.model_dump(), error))
    return _back(which, "void", gone.letter_number)


def _page(
    desk: Desk, who: WorkingAs, when: When, which: Which, look: Looked,
    failed: tuple[str, dict[str, Any], SarabanError] | None = None,
) -> HTMLResponse:  # fmt: skip
    """Return the page, after a press that failed with the form as it was typed and the reason beside it."""
    wanted = PageWanted(who.office, which.unit, which.book, which.year, look.page, look.kind, look.find)
    form, typed, error = failed or ("void" if look.void else "", {"number": look.void} if look.void else {}, None)
    facts = {
        "ahead": _ahead(desk, who, when, which, look.ahead),
        "keeps": who.role == Role.REGISTRY and who.unit == which.unit,
        "form": form, "typed": typed, "error": error, "request_id": token_hex(16),
        "done": DONE.get(look.done, ""),
    }  # fmt: skip
    status = status_of(error)
    return html("register.html.j2", status=status, register=register_page(desk, wanted), look=look, **facts)


def _ahead(desk: Desk, who: WorkingAs, when: When, which: Which, count: int) -> Numbers | None:
    """Return the next numbers of this year's book; None where none are given out any more, or not by this unit."""
    can = desk.office(who.office).chart.unit(which.unit).can_issue_number or not which.book.goes_out
    if which.year != be_year(when.on) or not can:
        return None
    return next_numbers(desk, NumberRequest(who.office, which.unit, which.book, when, "", count=count))


def _again(
    desk: Desk, who: WorkingAs, when: When, which: Which, failed: tuple[str, dict[str, Any], SarabanError]
) -> HTMLResponse:
    return _page(desk, who, when, which, Looked(), failed)


def _own(who: WorkingAs, which: Which) -> None:
    """Only a unit's own registry writes in its books; those above it read."""
    if who.unit != which.unit:
        raise NotFound(f"ทะเบียนของ {which.unit} ไม่ใช่ทะเบียนของโต๊ะนี้", next_step="เปลี่ยนโต๊ะที่แถบบน")


def _back(which: Which, done: str, numbers: str) -> RedirectResponse:
    """See Other: reloading the page that follows presses nothing again."""
    path = "/".join(quote(part, safe="") for part in (which.unit, str(which.year), which.book))
    return RedirectResponse(f"/registers/{path}?{urlencode({'done': done, 'numbers': numbers})}", status_code=303)


def _span(given: Numbers) -> str:
    """Return `๐๐๓๓/๑๒` or `๐๐๓๓/๑๒ ถึง ๐๐๓๓/๑๔`; where lines have no letter number, their running numbers."""
    names = [letter or str(n) for letter, n in zip(given.letter_numbers, given.numbers, strict=True)]
    return names[0] if len(names) == 1 else f"{names[0]} ถึง {names[-1]}"
