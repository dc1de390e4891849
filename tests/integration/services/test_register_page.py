"""A register on the screen: a page at a time, some kinds of lines, found by words; the shelf of a unit's books."""

from datetime import date
from pathlib import Path

import pytest

from tests import build
from tests.integration.services.test_keep_register import DAY, KEPT, LETTER, line
from workflow.core.errors import NotFound
from workflow.core.register import Book, EntryKind, NumberSpan
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.keep_register import NumberRequest, issue_numbers, reserve_numbers
from workflow.services.register_page import PER_PAGE, PageWanted, register_page, shelf
from workflow.services.void_number import VoidRequest, void_number
from workflow.store.engine import Store


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    laid = build.desk(store, tmp_path)
    issue_numbers(
        laid,
        NumberRequest(
            "test", "สทส.", Book.OUTGOING, DAY, "many", "หนังสือชุด", "สพร.", count=PER_PAGE + 8, method="ไปรษณีย์"
        ),
    )
    reserve_numbers(laid, KEPT)
    void_number(laid, VoidRequest(line(3), "พิมพ์ซ้ำ", "ส.ต.ต. ตัวอย่าง", DAY))
    return laid


def wanted(page: int = 1, kind: EntryKind | None = None, find: str = "") -> PageWanted:
    return PageWanted("test", "สทส.", Book.OUTGOING, 2562, page, kind, find)


def test_a_page_holds_so_many_lines_and_a_page_beyond_the_last_is_the_last(desk: Desk) -> None:
    first, last = register_page(desk, wanted()), register_page(desk, wanted(9))
    assert (len(first.lines), first.pages, first.matching) == (PER_PAGE, 2, PER_PAGE + 10)
    assert (last.page, [x.number for x in last.lines]) == (2, list(range(PER_PAGE + 1, PER_PAGE + 11)))


def test_numbers_are_counted_by_kind_over_the_whole_book(desk: Desk) -> None:
    counts = register_page(desk, wanted(2)).counts
    assert counts == {EntryKind.ISSUED: PER_PAGE + 7, EntryKind.PAPER: 0, EntryKind.RESERVED: 2, EntryKind.VOID: 1}


def test_only_the_void_lines_each_with_its_reason(desk: Desk) -> None:
    (void,) = register_page(desk, wanted(kind=EntryKind.VOID)).lines
    assert (void.number, "พิมพ์ซ้ำ โดย ส.ต.ต. ตัวอย่าง" in void.remark) == (3, True)


@pytest.mark.parametrize("typed", ["ที่ไม่มีใครเขียน", "%", "_"])
def test_words_that_no_line_has_find_nothing(desk: Desk, typed: str) -> None:
    assert register_page(desk, wanted(find=typed)).matching == 0


@pytest.mark.parametrize(("typed", "number"), [("ตอบข้อ", 61), ("/59", 59), ("๐๐๓๓/๕๙", 59), ("0033/59", 59)])
def test_a_line_is_found_by_its_words_and_its_number_in_either_digits(desk: Desk, typed: str, number: int) -> None:
    issue_numbers(desk, LETTER)
    assert [x.number for x in register_page(desk, wanted(find=typed)).lines] == [number]


def test_how_a_paper_was_sent_stands_under_what_was_done(desk: Desk) -> None:
    assert register_page(desk, wanted()).lines[0].done == "ส่งทางไปรษณีย์"


def test_a_missing_number_is_named_and_the_book_is_not_sound(desk: Desk) -> None:
    with desk.store.engine.begin() as connection:
        connection.exec_driver_sql("delete from register_entry where number = 5")
    assert register_page(desk, wanted()).holes == (NumberSpan(5, 5),)
    assert [card.sound for card in shelf(desk, "test", "สทส.")] == [False]


def test_the_shelf_holds_the_unit_s_own_books_the_newest_year_first(desk: Desk) -> None:
    later = NumberRequest("test", "สทส.", Book.ORDER, When.day(date(2020, 1, 6)), "o1", "คำสั่ง")
    issue_numbers(desk, later)
    assert [(b.book, b.year, b.last, b.sound) for b in shelf(desk, "test", "สทส.")] == [
        (Book.ORDER, 2563, 1, True),
        (Book.OUTGOING, 2562, PER_PAGE + 10, True),
    ]
    assert shelf(desk, "test", "สงป.") == ()


def test_a_unit_nobody_knows_has_no_shelf(desk: Desk) -> None:
    with pytest.raises(NotFound):
        shelf(desk, "test", "ไม่มี")
