"""The board of a round as its owners look at it."""

from datetime import date
from pathlib import Path

import pytest

from tests.integration.services.police import DAY, police_desk
from tests.integration.services.test_rounds import BY, desk, promised
from workflow.core.errors import NotFound
from workflow.services.desk import Desk
from workflow.services.keep_round import Keeping, RoundRow, keep_rows
from workflow.services.promises import Report, report_promise
from workflow.services.round_answers import HandedIn, hand_in
from workflow.services.round_page import round_cards, round_page

__all__ = ["desk"]
TODAY = date(2026, 4, 1)


def test_the_rounds_stand_the_newest_first_with_what_is_open(desk: Desk) -> None:
    promised(desk)
    cards = {card.year: card for card in round_cards(desk, "police", today=TODAY)}
    assert list(cards) == [2570, 2568, 2562]
    assert (cards[2568].score, cards[2568].advices, cards[2568].open, cards[2568].overdue) == (57.46, 5, 5, 1)


def test_a_round_stands_beside_the_one_before_it_and_no_later_one(desk: Desk) -> None:
    for year, score in ((2561, 50.0), (2562, 55.54), (2569, 60.0)):
        keep_rows(desk, [RoundRow("ตร.", "", "คะแนนรวม", score)], Keeping("police", year, "ตาราง", DAY.at))
    page = round_page(desk, "police", 2568, today=TODAY)
    assert page.compared.years == (2562, 2568)
    assert 2568 in page.compared.lines[0].breaks


def test_what_will_be_asked_again_is_counted_as_it_is_handed_in(desk: Desk) -> None:
    coming = round_page(desk, "police", 2568, today=TODAY).coming
    assert coming and (coming.year, len(coming.questions), coming.handed_in) == (2570, 5, 0)
    question = coming.questions[0]
    hand_in(desk, HandedIn("police", 2570, question.code, question.unit, "ประกาศแล้ว", BY, DAY))
    again = round_page(desk, "police", 2568, today=TODAY).coming
    assert again and again.handed_in == 1


def test_a_report_s_evidence_stands_on_the_board(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "หลักฐาน.pdf"
    file.write_bytes(b"%PDF-1.4")
    report_promise(desk, Report(promised(desk), "แล้วเสร็จ", BY, DAY, done=True, evidence=file))
    page = round_page(desk, "police", 2568, today=TODAY)
    line = next(line for line in page.lines if line.promise)
    assert (page.done, desk.originals.path(line.evidence).read_bytes()) == (1, b"%PDF-1.4")


def test_a_year_without_a_round_is_not_found(database_url: str, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        round_page(police_desk(database_url, tmp_path), "police", 2500, today=TODAY)
