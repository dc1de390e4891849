"""A rung that escalates: one numbered paper to the post above, about every unit below it; on both databases."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import col, select

from tests import build
from tests.integration.services.test_reminders import at, mails, office
from tests.unit.templates.papers import FONTS
from workflow.core.reminder import MEMO, STAMPED, Rung
from workflow.services.desk import Desk
from workflow.services.preview_reminders import preview_day
from workflow.services.send_reminders import Swept, sweep_reminders
from workflow.store.engine import Store
from workflow.store.reminder_tables import ReminderRow
from workflow.store.tables import EntryRow, MemoRow

LATE = date(2019, 12, 23)
ESCALATES = (Rung("ครบกำหนด", 0), Rung("รายงาน", 5, escalate=True))


def desk_with(store: Store, folder: Path, rungs: tuple[Rung, ...], *posts: str) -> Desk:
    made = replace(build.desk(store, folder, lambda: FONTS), office=lambda _: replace(office(), rungs=rungs))
    matter = build.matter(made)
    memo = build.memo(made, matter)
    for post in posts:
        build.sent(made, matter, memo, post)
    return made


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """Both divisions of สงป. are late; สทส. sent them the paper."""
    return desk_with(store, tmp_path, ESCALATES, "ผบก.ก.", "ผบก.ข.")


def papers(desk: Desk) -> list[MemoRow]:
    with desk.store.read() as session:
        return list(session.exec(select(MemoRow).where(col(MemoRow.kind).in_((STAMPED, MEMO)))))


def superiors(swept: Swept) -> list[tuple[str, str]]:
    return [(line.to, line.unit) for line in swept.promised if line.role == "superior"]


def test_two_late_units_below_one_post_make_one_numbered_paper(desk: Desk) -> None:
    swept = sweep_reminders(desk, at=at(LATE))
    (paper,) = papers(desk)
    assert superiors(swept) == [("ผบช.สงป.", "กอง ก."), ("ผบช.สงป.", "กอง ข.")]
    assert (paper.unit, paper.number, paper.kind, paper.matter_id, paper.rendered) == (
        "สทส.",
        "๐๐๓๓/๑",
        STAMPED,
        1,
        True,
    )
    assert [b["text"] for b in paper.document["body"] if b["kind"] == "item"] == [
        "- กอง ก. เกินกำหนด ๕ วันทำการ", "- กอง ข. เกินกำหนด ๕ วันทำการ",
    ]  # fmt: skip


def test_the_paper_stands_in_the_senders_outgoing_register(desk: Desk) -> None:
    sweep_reminders(desk, at=at(LATE))
    with desk.store.read() as session:
        (entry,) = session.exec(select(EntryRow))
    assert (entry.unit, entry.book, entry.year, entry.number, entry.addressee) == ("สทส.", "ส่ง", 2562, 1, "ผบช.สงป.")


def test_every_promise_to_the_superior_names_its_paper_and_is_made_once(desk: Desk) -> None:
    for day in (LATE, LATE, date(2019, 12, 24)):
        sweep_reminders(desk, at=at(day))
    (paper,) = papers(desk)
    with desk.store.read() as session:
        assert [r.memo_id for r in session.exec(select(ReminderRow).where(ReminderRow.role == "superior"))] == [
            paper.id
        ] * 2


def test_the_post_above_gets_one_mail_with_the_papers_words_and_its_own_papers(desk: Desk) -> None:
    build.sent(desk, 1, 1, "ผบช.สงป.")
    sweep_reminders(desk, at=at(LATE))
    (mail,) = [m for m in mails(desk) if m.address == "officer2@office.example"]
    assert mail.subject == "เตือน: หนังสือค้างตอบ ๑ ฉบับ และเรื่องค้างของหน่วยในบังคับบัญชา ๑ ฉบับ"
    assert "หนังสือเตือน ที่ ๐๐๓๓/๑" in mail.body and "กอง ข. เกินกำหนด ๕ วันทำการ" in mail.body


def test_a_ladder_may_ask_for_a_signed_memo(store: Store, tmp_path: Path) -> None:
    desk = desk_with(store, tmp_path, (Rung("รายงาน", 5, escalate=True, paper=MEMO),), "ผบก.ก.")
    sweep_reminders(desk, at=at(LATE))
    (paper,) = papers(desk)
    assert (paper.kind, paper.document["signature"]["name"]) == (MEMO, "ตัวอย่าง คนที่๑")


def test_a_vacant_chair_at_the_sender_lets_the_paper_go_under_the_seal(store: Store, tmp_path: Path) -> None:
    desk = desk_with(store, tmp_path, (Rung("รายงาน", 5, escalate=True, paper=MEMO),), "ผบก.ก.")
    chart = office().chart
    left = replace(chart, holders=tuple(h for h in chart.holders if h.post != "ผบช.สทส."))
    vacant = replace(
        desk, office=lambda _: replace(office(), chart=left, rungs=(Rung("รายงาน", 5, escalate=True, paper=MEMO),))
    )
    sweep_reminders(vacant, at=at(LATE))
    assert [paper.kind for paper in papers(desk)] == [STAMPED]


def test_a_superior_who_leads_the_sender_is_told_without_a_number(store: Store, tmp_path: Path) -> None:
    desk = desk_with(store, tmp_path, ESCALATES, "ผบก.ก.")
    with desk.store.engine.begin() as connection:
        connection.exec_driver_sql("update dispatch set from_unit = 'สงป.'")
    swept = sweep_reminders(desk, at=at(LATE))
    assert superiors(swept) == [("ผบช.สงป.", "กอง ก.")]
    assert papers(desk) == []
    assert any("หน่วยในบังคับบัญชาที่ยังไม่ตอบรับทราบ ๑ หน่วย: กอง ก." in m.body for m in mails(desk))


def test_a_unit_at_the_top_has_nobody_above_and_is_reminded_itself(store: Store, tmp_path: Path) -> None:
    desk = desk_with(store, tmp_path, ESCALATES, "หัวหน้า สนง.")
    assert [line.role for line in sweep_reminders(desk, at=at(LATE)).promised] == ["addressee"]


def test_a_paper_that_cannot_be_written_takes_no_number_stops_nobody_and_is_due_again(desk: Desk) -> None:
    with desk.store.engine.begin() as connection:
        connection.exec_driver_sql("update matter set subject = 'เรื่อง 😀'")
    swept = sweep_reminders(desk, at=at(LATE))
    assert [line.role for line in swept.promised] == ["addressee"] * 2
    assert "ผบช.สงป." in swept.findings[-1]
    with desk.store.engine.begin() as connection:
        connection.exec_driver_sql("update matter set subject = 'เรื่องเดิม'")
    sweep_reminders(desk, at=at(date(2019, 12, 24)))
    assert [paper.number for paper in papers(desk)] == ["๐๐๓๓/๑"]


def test_a_preview_counts_the_posts_above(desk: Desk) -> None:
    shown = preview_day(desk, on=LATE)
    assert shown.sentence == "จันทร์ ๒๓ ธ.ค.๖๒ ๐๘.๓๐ น.: ๓ คน ผู้บังคับบัญชา ๑"
    assert papers(desk) == []
