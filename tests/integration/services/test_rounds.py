"""The memory of rounds: what a letter brought is kept, what units promised is told them before the next round opens."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.begun import Play
from tests.integration.services.police import DAY, LETTER, police_desk
from workflow.core.errors import NotFound, Refused
from workflow.core.when import When
from workflow.services.compare_rounds import compare_rounds
from workflow.services.desk import Desk
from workflow.services.keep_round import Keeping, RoundRow, keep_from_matter, keep_rows
from workflow.services.promises import Promise, Report, board, make_promise, report_promise
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.services.round_answers import HandedIn, hand_in, roll_up
from workflow.services.round_notices import due_notices
from workflow.services.send_reminders import sweep_reminders
from workflow.services.show_round import show_round
from workflow.store.outbox import everything

BEFORE_2570 = date(2027, 3, 15)
BY = "ด.ต. ตัวอย่าง"


def kept(desk: Desk) -> None:
    matter = receive_letter(desk, Arrival(LETTER, "police", "สทส.", DAY)).matter
    keep_from_matter(desk, matter, at=DAY.at)


@pytest.fixture
def desk(police_after: Callable[[Play], Desk]) -> Desk:
    """The police with the round of 2568 kept from its letter."""
    return police_after(kept)


def promised(desk: Desk) -> int:
    return make_promise(desk, Promise("police", 2568, "1.3", "สงป.", "เลิกขอสำเนา", BY, DAY, due_on=date(2026, 3, 31)))


def test_a_letter_kept_twice_is_kept_once_and_a_changed_score_is_told(desk: Desk) -> None:
    again = keep_from_matter(desk, 1, at=DAY.at)
    assert (again.scores, again.advices, again.changed) == (1, 5, ())
    told = keep_rows(desk, [RoundRow("ตร.", "", "คะแนนรวม", 58.0, 62.1)], Keeping("police", 2568, "ตาราง", DAY.at))
    assert told.changed == ("ตร. คะแนนรวม: เดิม ๕๗.๔๖ เป็น ๕๘.๐๐",)
    assert [line.scores[2568].score for line in compare_rounds(desk, "police").lines] == [58.0]


def test_rows_of_a_unit_nobody_knows_keep_nothing(desk: Desk) -> None:
    rows = [RoundRow("ตร.", "1", "ก", 10.0), RoundRow("ไม่มี", "1", "ก", 10.0)]
    with pytest.raises(NotFound, match="ไม่มี"):
        keep_rows(desk, rows, Keeping("police", 2562, "ตาราง", DAY.at))
    assert compare_rounds(desk, "police").years == (2568,)


def test_rounds_of_other_series_stand_side_by_side_with_a_break(desk: Desk) -> None:
    keep_rows(desk, [RoundRow("ตร.", "", "คะแนนรวม", 55.54, 64.6)], Keeping("police", 2562, "บันทึก", DAY.at))
    (total,) = compare_rounds(desk, "police").lines
    assert set(total.scores) == {2562, 2568} and not total.steps and 2568 in total.breaks


def test_a_promise_about_what_was_not_recommended_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match=r"๙\.๙"):
        make_promise(desk, Promise("police", 2568, "9.9", "สงป.", "…", BY, DAY))


def test_a_promise_is_open_until_a_report_says_it_is_done_and_overdue_after_its_day(desk: Desk) -> None:
    number = promised(desk)
    line = board(desk, "police", 2568, today=date(2026, 4, 1))[0]
    assert (line.code, line.open, line.overdue, line.owner) == ("1.3", True, True, "สงป.")
    report_promise(desk, Report(number, "ทำครึ่งทาง", BY, DAY))
    assert board(desk, "police", 2568, today=date(2026, 4, 1))[0].report == "ทำครึ่งทาง"
    report_promise(desk, Report(number, "เลิกขอแล้วทุก สน.", BY, DAY, done=True))
    done = next(x for x in board(desk, "police", 2568, today=date(2026, 4, 1)) if x.code == "1.3")
    assert (done.open, done.overdue) == (False, False)


def test_a_report_on_no_promise_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        report_promise(desk, Report(99, "…", BY, DAY))


def test_before_the_next_round_every_owner_is_told_his_own_lines(desk: Desk) -> None:
    promised(desk)
    told = {notice.unit: notice for notice in due_notices(desk, "police", today=BEFORE_2570)}
    assert {unit: [line.code for line in n.lines] for unit, n in told.items()} == {
        "สงป.": ["1.3"],
        "สทส.": ["1.1", "3.1"],
        "บช.ศ.": ["2.2", "2.4"],
    }
    assert "ที่รับไว้: เลิกขอสำเนา" in told["สงป."].words() and "ยังค้างอยู่" in told["สงป."].words()
    assert told["สงป."].address.endswith("@police.example")
    assert f"อีก {desk.calendar().between(BEFORE_2570, date(2027, 5, 10))}" in told["สงป."].subject.translate(
        str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
    )


def test_nobody_is_told_when_no_round_was_kept_or_none_is_near(desk: Desk, tmp_path: Path) -> None:
    assert due_notices(desk, "police", today=date(2026, 1, 5)) == ()
    empty = police_desk(f"sqlite:///{tmp_path / 'other.sqlite3'}", tmp_path / "other")
    assert due_notices(empty, "police", today=BEFORE_2570) == ()


def test_the_roll_up_shows_who_has_not_handed_in_and_keeps_the_newest_answer(desk: Desk, tmp_path: Path) -> None:
    promised(desk)
    file = tmp_path / "หลักฐาน.txt"
    file.write_text("หลักฐาน", encoding="utf-8")
    hand_in(desk, HandedIn("police", 2570, "1.3", "สงป.", "ไม่มีหลักฐาน", BY, DAY, missing=True))
    hand_in(desk, HandedIn("police", 2570, "1.3", "สงป.", "คำสั่งเลิกขอสำเนา", BY, DAY, evidence=file))
    lines = roll_up(desk, "police", 2570)
    assert [x.text for x in lines] == [None] * 4 + ["คำสั่งเลิกขอสำเนา"]
    assert (lines[-1].unit, lines[-1].missing, len(lines[-1].evidence)) == ("สงป.", False, 64)


def test_a_round_counts_its_respondents_as_the_chart_stands_when_answering_begins(desk: Desk) -> None:
    shown = show_round(desk, "police", 2562, today=date(2019, 1, 2))
    assert (shown.total, shown.respondents[0].as_stated) == (1, True)
    assert [phase.name for phase in shown.phases] == ["announcement", "answer", "award", "result"]
    assert shown.opens_in == desk.calendar().between(date(2019, 1, 2), date(2019, 5, 24))
    with pytest.raises(NotFound, match="๒๕๖๑"):
        show_round(desk, "police", 2561, today=When(DAY.at).on)


def test_the_sweep_tells_every_owner_once_a_rung(desk: Desk) -> None:
    at = When.day(BEFORE_2570, "09:00").at
    for _ in range(2):
        sweep_reminders(desk, at=at)
    with desk.store.read() as session:
        mails = [mail for mail in everything(session) if mail.message_id.startswith("round.")]
    assert [(mail.state, mail.tries) for mail in mails] == [("delivered", 1)] * 2
    assert all("๒๕๗๐" in mail.subject and "ข้อเสนอแนะ" in mail.body for mail in mails)
    assert due_notices(desk, "police", today=BEFORE_2570) == ()


def test_the_next_rung_tells_them_again(desk: Desk) -> None:
    for day in (BEFORE_2570, desk.calendar().add(date(2027, 5, 10), -30)):
        sweep_reminders(desk, at=When.day(day, "09:00").at)
    with desk.store.read() as session:
        assert len([mail for mail in everything(session) if mail.message_id.startswith("round.")]) == 4
