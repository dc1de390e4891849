"""One message a day to a person: all that waits for him, and nothing of what he has answered; on both databases."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import build
from tests.integration.delivery.mail_server import mail_server
from tests.integration.services.test_reminders import DUE, at, eml, mails, office
from tests.work import statements
from workflow.core.org import Holder
from workflow.core.reminder import Rung
from workflow.core.when import When
from workflow.delivery.mail import SmtpServer
from workflow.services.answer import AckRequest, acknowledge
from workflow.services.desk import Desk
from workflow.services.ladder import LadderAsked, clear_matter_ladder, set_matter_ladder, show_ladder
from workflow.services.preview_reminders import preview_day, preview_days
from workflow.services.send_reminders import sweep_reminders
from workflow.store import matters
from workflow.store.engine import Store

OTHER = "แจ้งประชุมชี้แจงการสำรวจ"


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """ผบช.สงป. has papers of two matters, one due earlier; ผบก.ก. has one; nobody holds ผบก.ข. and its unit has no mail."""
    made = replace(build.desk(store, tmp_path), office=lambda _: office())
    for subject, due, posts in (
        (build.SUBJECT, DUE, ("ผบช.สงป.", "ผบก.ก.")),
        (OTHER, date(2019, 12, 12), ("ผบช.สงป.",)),
    ):
        matter = build.matter(made, subject)
        memo = build.memo(made, matter)
        for post in posts:
            build.sent(made, matter, memo, post, due=due)
    return made


def trail(desk: Desk, kind: str, matter: int = 1) -> list[str]:
    with desk.store.read() as session:
        return [event.text for event in matters.events(session, matter) if event.kind == kind]


def test_papers_of_two_matters_come_in_one_mail_the_longest_overdue_first(desk: Desk) -> None:
    swept = sweep_reminders(desk, at=at(DUE))
    (both,) = [m for m in mails(desk) if OTHER in m.body]
    assert (len(swept.promised), swept.delivered) == (3, 2)
    assert both.subject == "เตือน: หนังสือค้างตอบ ๒ ฉบับ"
    assert both.body.index(OTHER) < both.body.index(build.SUBJECT.replace("2562", "๒๕๖๒"))
    assert "เลยกำหนดแล้ว ๒ วันทำการ" in both.body and "ครบกำหนดวันนี้" in both.body


def test_a_rung_that_falls_due_after_the_days_mail_waits_for_tomorrow(desk: Desk) -> None:
    sweep_reminders(desk, at=at(DUE))
    third = build.matter(desk, "เรื่องด่วนมาทีหลัง")
    build.sent(desk, third, build.memo(desk, third), "ผบก.ก.", due=DUE)
    assert sweep_reminders(desk, at=at(DUE, "14:00")).promised == ()
    assert [line.matter for line in sweep_reminders(desk, at=at(date(2019, 12, 17))).promised] == [third]


def test_what_was_answered_between_promise_and_sending_is_said_no_more(desk: Desk) -> None:
    with mail_server("421") as server:
        served = replace(desk, channel=SmtpServer(server.url))
        sweep_reminders(served, at=at(DUE))
        acknowledge(desk, AckRequest(2, "สงป.", When(at(DUE, "10:05")), evidence="web"))
        server.mood = "250"
        assert sweep_reminders(served, at=at(DUE, "11:00")).delivered == 2
    (mail,) = [m for m in mails(desk) if m.address == "officer2@office.example"]
    assert OTHER not in mail.body and mail.subject == f"เตือน: {build.SUBJECT}"


def test_a_missing_address_is_told_on_the_trail_as_no_reminder(desk: Desk) -> None:
    build.sent(desk, 1, 1, "ผบก.ข.")
    sweep_reminders(desk, at=at(DUE))
    assert trail(desk, "not-reminded") == ["เตือน ผบก.ข. (ครบกำหนด) ยังไม่ได้ส่ง: ไม่มีที่อยู่ของตำแหน่งหรือหน่วยนี้ในผังหน่วย"]
    assert len(trail(desk, "reminded")) == 2


def test_a_reminder_without_an_address_leaves_once_the_chart_is_mended(desk: Desk) -> None:
    build.sent(desk, 1, 1, "ผบก.ข.")
    sweep_reminders(desk, at=at(DUE))
    chart = office().chart
    known = replace(chart, holders=(*chart.holders, Holder("ผบก.ข.", "พล.ต.ต.", "ตัวอย่าง มาใหม่", "new@office.example")))
    mended = replace(desk, office=lambda _: replace(office(), chart=known))
    assert sweep_reminders(mended, at=at(DUE, "11:00")).delivered == 1
    assert sweep_reminders(mended, at=at(DUE, "12:00")).delivered == 0
    assert trail(desk, "reminded")[-1] == "เตือน ผบก.ข. (ครบกำหนด) ส่งอีกครั้งหลังแก้ที่อยู่"


def test_a_vacant_post_is_written_to_through_whoever_acts_for_it(desk: Desk) -> None:
    chart = office().chart
    left = replace(chart, holders=tuple(h for h in chart.holders if h.post != "ผบช.สงป."))
    swept = sweep_reminders(replace(desk, office=lambda _: replace(office(), chart=left)), at=at(DUE))
    assert {line.address for line in swept.promised if line.post == "ผบช.สงป."} == {"officer3@office.example"}


def test_a_matter_climbs_its_own_ladder_and_back(desk: Desk) -> None:
    when = When(at(DUE, "09:00"))
    set_matter_ladder(desk, 1, (Rung("เฉพาะเรื่อง", 0),), "ผกก.ฝ่าย", when)
    assert show_ladder(desk, LadderAsked("test", matter=1), on=DUE).source == "เรื่องที่ 1"
    assert {line.rung for line in sweep_reminders(desk, at=at(DUE)).promised if line.matter == 1} == {"เฉพาะเรื่อง"}
    assert clear_matter_ladder(desk, 1, "ผกก.ฝ่าย", when)
    assert show_ladder(desk, LadderAsked("test", matter=1), on=DUE).source == "หน่วยงาน (office.yaml rungs)"


def test_a_preview_counts_people_channels_and_rungs_and_writes_nothing(desk: Desk) -> None:
    build.sent(desk, 1, 1, "ผบก.ข.")
    shown = preview_day(desk, on=DUE)
    assert (shown.people, shown.superiors, shown.unreachable, shown.by_channel) == (3, 0, 1, {"mail": 2})
    assert shown.sentence == "จันทร์ ๑๖ ธ.ค.๖๒ ๐๘.๓๐ น.: ๓ คน ผู้บังคับบัญชา ๐"
    assert mails(desk) == []


def test_several_days_are_previewed_by_one_question(desk: Desk) -> None:
    days = [date(2019, 12, 14), DUE, date(2019, 12, 20)]
    one_by_one = [preview_day(desk, on=on) for on in days]
    with statements(desk.store.engine) as asked:
        assert preview_days(desk, days) == one_by_one
    assert sum("GROUP BY dispatch.matter_id" in statement for statement in asked) == 1


def test_a_preview_of_a_day_off_is_that_of_the_next_working_day(desk: Desk) -> None:
    shown = preview_day(desk, on=date(2019, 12, 14))
    assert (shown.asked, When(shown.at).on) == (date(2019, 12, 14), DUE)


def test_a_server_that_does_not_answer_is_left_alone_and_nothing_is_lost(desk: Desk) -> None:
    third = build.matter(desk, "เรื่องที่สาม")
    memo = build.memo(desk, third)
    for post in ("หัวหน้า สนง.", "ผบช.สทส.", "รอง ผบช.สงป."):
        build.sent(desk, third, memo, post)
    with mail_server("554-connect") as server:
        served = replace(desk, channel=SmtpServer(server.url, timeout=5))
        assert sweep_reminders(served, at=at(DUE)).waiting == 5
        assert sum(m.tries for m in mails(desk)) == 3
        server.mood = "250"
        assert sum(sweep_reminders(served, at=at(DUE, clock)).delivered for clock in ("10:10", "15:00")) == 5


def test_one_office_the_configuration_lost_does_not_stop_the_others(desk: Desk) -> None:
    with desk.store.engine.begin() as connection:
        connection.exec_driver_sql("update matter set office = 'gone' where id = 2")
    known = replace(desk, office=build.desk(desk.store, desk.memo_folder.parent).office)
    swept = sweep_reminders(
        replace(known, office=lambda code: replace(known.office(code), chart=office().chart)), at=at(DUE)
    )
    assert swept.delivered == 2
    assert "gone" in swept.findings[0]


def test_a_due_day_at_the_calendars_edge_does_not_stop_the_sweep(desk: Desk) -> None:
    edge = build.matter(desk, "ครบกำหนดวันสิ้นปี")
    build.sent(desk, edge, build.memo(desk, edge), "ผบก.ก.", due=date(2019, 12, 31))
    assert sweep_reminders(desk, at=at(DUE)).delivered == 2
    assert {line.matter for line in sweep_reminders(desk, at=at(date(2019, 12, 31))).promised} >= {edge}


def test_a_day_in_a_year_without_a_table_sends_nothing_and_says_why(desk: Desk) -> None:
    swept = sweep_reminders(desk, at=at(date(2020, 1, 6)))
    assert swept.promised == () and "พ.ศ. ๒๕๖๓" in swept.findings[0]
    assert len(eml(desk)) == 0
