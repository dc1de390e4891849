"""Letter numbers as each office writes them; what is written here, the parser reads back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from workflow.core.letter_number import book_for, letter_number, number_form, wrong_with
from workflow.core.org import Unit
from workflow.core.register import Book
from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.numbers import is_circular, number_of, tidy
from workflow.parsers.fields.references import references
from workflow.parsers.page import Line
from workflow.parsers.rows import rows_of
from workflow.store.office_files import load_office, office_codes

POLICE = Unit("สทส.", "สำนักงานเทคโนโลยี", "บช.", "0033.12")
DGA = Unit("สพร.", "สำนักงานพัฒนารัฐบาลดิจิทัล", "กรม", "สพร", number_format="{prefix} {year}/{ว}{number}")
INTERIOR = Unit("สป.มท.", "สำนักงานปลัดกระทรวงมหาดไทย", "กรม", "มท 0201.2")
OFFICES = office_codes(ROOT / "config")


def read_back(printed: str) -> str | None:
    """What the parser makes of the number printed after ที่ in a paper's head."""
    found = number_of(rows_of([Line(to_arabic(f"ที่ {printed}"), 1, 1, (60.0, 60.0, 300.0, 76.0), 16.0)]))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("unit", "number", "circular", "printed"),
    [
        (POLICE, 5052, False, "๐๐๓๓.๑๒/๕๐๕๒"),
        (POLICE, 17, True, "๐๐๓๓.๑๒/ว ๑๗"),
        (DGA, 4099, True, "สพร ๒๕๖๒/ว๔๐๙๙"),
        (DGA, 4100, False, "สพร ๒๕๖๒/๔๑๐๐"),
        (INTERIOR, 1590, True, "มท ๐๒๐๑.๒/ว ๑๕๙๐"),
        (Unit("ตร.", "", "ตร."), 30987, False, "๓๐๙๘๗"),
    ],
)
def test_each_office_writes_its_numbers_its_own_way(unit: Unit, number: int, circular: bool, printed: str) -> None:
    assert letter_number(unit, number, 2562, circular=circular) == printed


@given(st.sampled_from([POLICE, DGA, INTERIOR]), st.integers(1, 999_999), st.integers(2540, 2640), st.booleans())
def test_what_is_written_is_read_back(unit: Unit, number: int, year: int, circular: bool) -> None:
    printed = letter_number(unit, number, year, circular=circular)
    assert read_back(printed) == tidy(to_arabic(printed))
    assert is_circular(read_back(printed)) == circular


@pytest.mark.parametrize("office", OFFICES)
def test_every_number_of_every_office_is_read_back(office: str) -> None:
    units = [unit for unit in load_office(ROOT / "config", office).chart.units if unit.can_issue_number]
    printed = [letter_number(unit, 5052, 2562, circular=c) for unit in units for c in (False, True)]
    assert units
    assert [p for p in printed if read_back(p) != tidy(to_arabic(p))] == []


def test_an_order_is_numbered_with_its_year_and_cited_by_it() -> None:
    printed = number_form(POLICE, Book.ORDER, 2562).write(201)
    assert printed == "คำสั่ง สทส. ที่ ๒๐๑/๒๕๖๒"
    assert read_back("๒๐๑/๒๕๖๒") == "201/2562"
    (cited,) = references(to_arabic(f"ตาม{printed} ลงวันที่ ๒๒ พ.ย. ๒๕๖๒"))
    assert (cited.number, cited.date) == ("201/2562", date(2019, 11, 22))


def test_an_office_may_word_its_orders_otherwise() -> None:
    unit = Unit("ปภ.", "กรมป้องกัน", "กรม", "มท 0600", order_format="คำสั่งกรมป้องกัน ที่ {number}/{year}")
    assert number_form(unit, Book.ORDER, 2562).write(9) == "คำสั่งกรมป้องกัน ที่ ๙/๒๕๖๒"


@given(st.integers(1, 999_999))
def test_a_number_taken_to_practise_is_never_read_as_a_letters_own(number: int) -> None:
    printed = number_form(POLICE, Book.TRIAL, 2562).write(number)
    assert printed.startswith("(ทดสอบ)")
    assert read_back(printed) is None


def test_circulars_are_in_the_general_series_unless_the_unit_keeps_its_own() -> None:
    own = Unit("กพร.", "", "กลุ่ม", "กษ 1203", own_circulars=True)
    assert book_for(POLICE, circular=True) == book_for(own, circular=False) == Book.OUTGOING
    assert book_for(own, circular=True) == Book.CIRCULAR
    assert number_form(own, Book.CIRCULAR, 2562).write(1) == "กษ ๑๒๐๓/ว ๑"


@pytest.mark.parametrize(
    ("pattern", "marked", "wrong"),
    [
        ("{prefix}/{ว}{number}", True, None),
        ("{prefix}/{number}", False, None),
        ("{prefix}/{number}", True, "เลขที่จะซ้ำ"),
        ("{prefix}/", False, "หนึ่งแห่ง"),
        ("{number}/{number}", False, "หนึ่งแห่ง"),
        ("{เลข}/{number}", False, "ไม่รู้จัก"),
    ],
)
def test_a_pattern_that_would_not_tell_two_papers_apart_is_named(pattern: str, marked: bool, wrong: str | None) -> None:
    told = wrong_with(pattern, marked=marked)
    assert (told is None) if wrong is None else (wrong in (told or ""))
