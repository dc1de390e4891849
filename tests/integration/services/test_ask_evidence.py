"""The request for evidence before the next round is written from what the last round recommended and units promised."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.begun import Play
from tests.integration.services.police import DAY, submitted_and_ordered
from workflow.core.errors import UsageError
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.keep_round import keep_from_matter
from workflow.services.promises import Promise, make_promise
from workflow.store.json_shapes import document_from
from workflow.store.matters import last_memo

BEFORE = When.day(date(2027, 3, 1), "10:00")


def promised(desk: Desk) -> None:
    submitted_and_ordered(desk)
    keep_from_matter(desk, 1, at=DAY.at)
    make_promise(desk, Promise("police", 2568, "1.3", "สงป.", "เลิกขอสำเนาเอกสาร", "ด.ต. ตัวอย่าง", DAY))


@pytest.fixture
def desk(police_after: Callable[[Play], Desk]) -> Desk:
    """The police: the letter of 2568 ordered on, its round kept, one promise made by สงป."""
    return police_after(promised)


def asked(desk: Desk, to: str, when: When = BEFORE) -> str:
    dispatch_memo(desk, DispatchRequest(1, (to,), when, "data-request"))
    with desk.store.read() as session:
        return document_from(last_memo(session, 1, "data-request").document).words()


def test_a_unit_is_asked_for_what_it_promised(desk: Desk) -> None:
    words = asked(desk, "ผบช.สงป.")
    assert "จำนวน ๑ ตัวชี้วัดย่อย" in words and "ตามที่รับไว้: เลิกขอสำเนาเอกสาร" in words
    assert "ประจำปี ๒๕๗๐" in words and "ภายในวันที่ ๒๓ เมษายน ๒๕๗๐" in words


def test_days_that_nobody_announced_are_not_written_to_others(desk: Desk) -> None:
    assert "เปิดให้ตอบแบบสำรวจ" not in asked(desk, "ผบช.สงป.")


def test_a_unit_that_owns_nothing_is_asked_for_all(desk: Desk) -> None:
    assert "จำนวน ๕ ตัวชี้วัดย่อย" in asked(desk, "ผบช.น.")


def test_without_a_round_ahead_the_request_is_refused(desk: Desk) -> None:
    with pytest.raises(UsageError, match="การสำรวจครั้งต่อไป"):
        asked(desk, "ผบช.สงป.", When.day(date(2028, 1, 4), "10:00"))
