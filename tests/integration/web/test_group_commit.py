"""Group commit: nobody is answered before the commit, nobody is lost, one bad item harms no other."""

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from workflow.core.errors import Refused, SarabanError, TryAgain
from workflow.entrypoints.web.group_commit import GroupCommit


@dataclass
class Book:
    """A writer that can be held up, and that cannot stand some items."""

    bad: Sequence[int] = ()
    down: bool = False
    batches: list[list[int]] = field(default_factory=list)
    free: threading.Event = field(default_factory=threading.Event)

    def apply(self, items: Sequence[int]) -> list[str | SarabanError]:
        self.free.wait(5)
        self.batches.append(list(items))
        if self.down:
            raise TryAgain("ฐานข้อมูลไม่พร้อม")
        if set(items) & set(self.bad):
            raise ZeroDivisionError(str(items))
        return [Refused("ไม่ได้") if item < 0 else f"ทำ {item}" for item in items]


async def asked(book: Book, items: Sequence[int], **limits: int) -> list[object]:
    """Ask for all at once; the writer starts only when all stand in the queue."""
    group: GroupCommit[int, str] = GroupCommit(book.apply, **limits)
    tasks = [asyncio.create_task(group.ask(item)) for item in items]
    await asyncio.sleep(0.02)
    book.free.set()
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    await group.close()
    return list(answers)


def test_a_lone_visitor_waits_for_nobody() -> None:
    book = Book()
    assert asyncio.run(asked(book, [7])) == ["ทำ 7"]
    assert book.batches == [[7]]


def test_what_comes_while_a_batch_is_committed_is_the_next_batch() -> None:
    book = Book()
    assert asyncio.run(asked(book, range(20))) == [f"ทำ {n}" for n in range(20)]
    assert book.batches == [list(range(20))]


def test_a_batch_has_a_size() -> None:
    book = Book()
    asyncio.run(asked(book, range(20), together=8))
    assert [len(batch) for batch in book.batches] == [8, 8, 4]


def test_a_refusal_is_for_the_one_who_asked() -> None:
    answers = asyncio.run(asked(Book(), [1, -1, 2]))
    assert (answers[0], answers[2], str(answers[1])) == ("ทำ 1", "ทำ 2", "ไม่ได้")


def test_one_bad_item_fails_its_batch_and_then_only_itself() -> None:
    book = Book(bad=[3])
    answers = asyncio.run(asked(book, range(6)))
    assert [type(answer) for answer in answers] == [str, str, str, ZeroDivisionError, str, str]
    assert book.batches == [[0, 1, 2, 3, 4, 5], [0], [1], [2], [3], [4], [5]]


def test_a_database_that_is_away_is_asked_twice_and_everybody_is_told() -> None:
    book = Book(down=True)
    answers = asyncio.run(asked(book, range(50)))
    assert {type(answer) for answer in answers} == {TryAgain}
    assert [len(batch) for batch in book.batches] == [50, 1]


def test_too_many_waiting_are_told_to_try_again() -> None:
    answers = asyncio.run(asked(Book(), range(10), waiting=4))
    assert [type(answer) for answer in answers] == [str] * 4 + [TryAgain] * 6


def test_nobody_is_answered_before_the_commit() -> None:
    async def hold() -> bool:
        book = Book()
        group: GroupCommit[int, str] = GroupCommit(book.apply)
        task = asyncio.create_task(group.ask(1))
        await asyncio.sleep(0.1)
        early = task.done()
        book.free.set()
        await task
        return early

    assert not asyncio.run(hold())


def test_a_visitor_who_goes_away_keeps_nobody_waiting() -> None:
    async def leave() -> tuple[object, list[list[int]]]:
        book = Book()
        group: GroupCommit[int, str] = GroupCommit(book.apply)
        gone, stays = (asyncio.create_task(group.ask(n)) for n in (1, 2))
        await asyncio.sleep(0.05)
        gone.cancel()
        book.free.set()
        return await stays, book.batches

    answer, batches = asyncio.run(leave())
    assert (answer, sorted(n for batch in batches for n in batch)) == ("ทำ 2", [1, 2])


def test_closing_commits_what_waits_and_takes_nothing_more() -> None:
    async def close() -> object:
        book = Book()
        group: GroupCommit[int, str] = GroupCommit(book.apply)
        waiting = asyncio.create_task(group.ask(1))
        await asyncio.sleep(0.02)
        book.free.set()
        await group.close()
        with pytest.raises(TryAgain, match="กำลังปิด"):
            await group.ask(2)
        return await waiting

    assert asyncio.run(close()) == "ทำ 1"
