"""Kinds of memo from a matter: what the reading gives is written, what it does not give is named and refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.services.police import DAY, EVERYONE, LETTER, holes, ordered, police_desk, rows, submitted
from workflow.core.errors import UsageError
from workflow.core.thai_digits import to_thai
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.draft_memo import MemoOut, draft_memo, preview_submit, submit_memo
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.store.json_shapes import document_from
from workflow.store.matters import last_memo, matter


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    laid = police_desk(f"sqlite:///{tmp_path / 'saraban.sqlite3'}", tmp_path)
    yield laid
    laid.store.engine.dispose()


def _words(desk: Desk, number: int, kind: str) -> str:
    with desk.store.read() as session:
        return document_from(last_memo(session, number, kind).document).words()


def _state(desk: Desk, number: int) -> str:
    with desk.store.read() as session:
        return matter(session, number).state


def test_a_receipt_names_the_number_the_register_gave_and_does_not_move_the_matter(desk: Desk) -> None:
    received = receive_letter(desk, Arrival(LETTER, "police", "สทส.", DAY))
    draft_memo(desk, MemoOut(received.matter, "receipt-reply", DAY))
    words = _words(desk, received.matter, "receipt-reply")
    assert f"ตามเลขรับ {to_thai(received.number)} เมื่อวันที่ ๑ ธันวาคม ๒๕๖๘ เวลา ๐๙.๓๐ น." in words
    assert words.splitlines()[0] == "สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร" and "สำนักงานตำรวจแห่งชาติได้รับ" in words
    assert _state(desk, received.matter) == "received"


def test_a_paper_beside_the_matter_takes_a_number_once(desk: Desk) -> None:
    received = receive_letter(desk, Arrival(LETTER, "police", "สทส.", DAY))
    out = MemoOut(received.matter, "receipt-reply", DAY)
    draft_memo(desk, out)
    assert preview_submit(desk, out) == "สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)"
    first, again = submit_memo(desk, out), submit_memo(desk, out)
    assert first.number == again.number and again.again
    assert _state(desk, received.matter) == "received"
    assert set(holes(desk).values()) <= {0}
    assert any("ออกเลขหนังสือตอบรับ" in str(event) for event in rows(desk)["event"])


def test_an_answer_cites_the_letter_above_its_text_and_the_order_only_when_one_was_given(desk: Desk) -> None:
    number = submitted(desk)
    draft_memo(desk, MemoOut(number, "external-letter", DAY))
    assert "ได้สั่งการ" not in _words(desk, number, "external-letter")
    ordered(desk, number)
    draft_memo(desk, MemoOut(number, "external-letter", DAY))
    words = _words(desk, number, "external-letter")
    assert "ได้สั่งการเมื่อวันที่ ๑ ธันวาคม ๒๕๖๘" in words
    assert "ตามหนังสือที่อ้างถึง" in words and "ลงวันที่" in words
    assert _state(desk, number) == "ordered"


def test_a_summary_is_drafted_from_the_score_read(desk: Desk) -> None:
    received = receive_letter(desk, Arrival(LETTER, "police", "สทส.", DAY))
    draft_memo(desk, MemoOut(received.matter, "summary-for-commander", DAY))
    assert "ได้คะแนนรวมร้อยละ" in _words(desk, received.matter, "summary-for-commander")
    assert _state(desk, received.matter) == "drafted"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("circular", "ผู้รับ"),
        ("recommendation-assignment", "หน่วยผู้รับ, รายการที่มอบหมาย"),
        ("data-request", "ปีและกำหนดส่งของการสำรวจครั้งต่อไป"),
        ("invitation-forward", "ชื่องาน วัน เวลา และสถานที่"),
        ("reminder-memo", "ไม่มีหนังสือค้างตอบ"),
    ],
)
def test_a_kind_that_needs_more_than_the_reading_names_it_and_writes_nothing(desk: Desk, kind: str, told: str) -> None:
    received = receive_letter(desk, Arrival(LETTER, "police", "สทส.", DAY))
    before = rows(desk)
    with pytest.raises(UsageError, match=told):
        draft_memo(desk, MemoOut(received.matter, kind, DAY))
    assert rows(desk) == before


def test_a_circular_is_sent_under_a_number_with_waw_and_tells_the_result(desk: Desk) -> None:
    number = submitted(desk)
    ordered(desk, number)
    sent = dispatch_memo(desk, DispatchRequest(number, (EVERYONE,), DAY, "circular"))
    assert sent.number and "/ว " in sent.number
    words = _words(desk, number, "circular")
    assert "ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า" in words and "มีหนังสือ ที่ สพร" in words
    assert set(holes(desk).values()) <= {0}
