"""Who is reminded, when, and how often: on both databases, through a real mail folder or a mail server that counts."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from email import message_from_bytes
from email.policy import default as modern
from pathlib import Path
from threading import Barrier

import pytest
from sqlmodel import select

from tests import build
from tests.integration.delivery.mail_server import MailServer, mail_server
from workflow.core.office import Office
from workflow.core.org import Holder
from workflow.core.reminder import Rung
from workflow.core.thai_date import BANGKOK
from workflow.core.when import When
from workflow.delivery.mail import EmlFolder, SmtpServer
from workflow.delivery.outgoing import Mail, Outcome
from workflow.services.answer import AckRequest, acknowledge
from workflow.services.desk import Desk
from workflow.services.send_reminders import Swept, preview_reminders, sweep_reminders
from workflow.store.engine import Store
from workflow.store.outbox import LEASE, everything
from workflow.store.reminder_tables import OutboxRow, ReminderRow

RUNGS = (Rung("ล่วงหน้า", -1), Rung("ครบกำหนด", 0), Rung("ครั้งที่ ๑", 2), Rung("ครั้งที่ ๒", 5))
DUE = build.DUE  # Monday 16 December 2562; the rungs fall on Fri 13, Mon 16, Wed 18 and Mon 23
SATURDAY, HOLIDAY = date(2019, 12, 14), date(2019, 12, 10)


def office() -> Office:
    """The small office, its people reachable by mail; nobody holds ผบก.ข."""
    small = build.office()
    holders = (
        Holder(h.post, h.rank, h.name, email=f"officer{n}@office.example") for n, h in enumerate(small.chart.holders)
    )
    return replace(small, chart=replace(small.chart, holders=tuple(holders)), rungs=RUNGS)


def at(day: date, clock: str = "10:00") -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), BANGKOK)


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """Two bureaus' posts have the paper of 6 December and have not answered."""
    made = replace(build.desk(store, tmp_path), office=lambda _: office())
    matter = build.matter(made)
    memo = build.memo(made, matter)
    for post in ("ผบช.สงป.", "ผบก.ก."):
        build.sent(made, matter, memo, post)
    return made


def eml(desk: Desk) -> list[Path]:
    assert isinstance(desk.channel, EmlFolder)
    return sorted(desk.channel.folder.glob("*"))


def mails(desk: Desk) -> Sequence[OutboxRow]:
    with desk.store.read() as session:
        return everything(session)


def rungs(swept: Swept) -> set[str]:
    return {line.rung for line in swept.promised}


def test_nothing_is_due_before_the_first_rung(desk: Desk) -> None:
    assert sweep_reminders(desk, at=at(date(2019, 12, 12))).promised == ()


def test_each_rung_comes_on_its_working_day_and_once(desk: Desk) -> None:
    days = [date(2019, 12, 13) + timedelta(days=n) for n in range(14)]
    seen = {day.day: rungs(sweep_reminders(desk, at=at(day))) for day in days}
    assert {day: r for day, r in seen.items() if r} == {
        13: {"ล่วงหน้า"}, 16: {"ครบกำหนด"}, 18: {"ครั้งที่ ๑"}, 23: {"ครั้งที่ ๒"},
    }  # fmt: skip
    assert len(eml(desk)) == 2 * len(RUNGS)


def test_a_sweep_twice_sends_once(desk: Desk) -> None:
    first, second = (sweep_reminders(desk, at=at(DUE)) for _ in range(2))
    assert (len(first.promised), first.delivered) == (2, 2)
    assert second == Swept((), 0, 0)
    assert len(eml(desk)) == 2


def test_nobody_is_reminded_on_a_weekend_even_of_what_fell_due(desk: Desk) -> None:
    assert sweep_reminders(desk, at=at(SATURDAY)) == Swept((), 0, 0)
    assert preview_reminders(desk, today=SATURDAY) == ()


def test_nobody_is_reminded_on_a_holiday_even_when_asked_for_any_hour(desk: Desk) -> None:
    with desk.store.engine.begin() as connection:
        connection.exec_driver_sql("update dispatch set due_on = '2019-12-09'")
    assert sweep_reminders(desk, at=at(HOLIDAY), any_hour=True) == Swept((), 0, 0)
    assert len(sweep_reminders(desk, at=at(HOLIDAY + timedelta(days=1))).promised) == 2


@pytest.mark.parametrize(("clock", "sent"), [("08:29", 0), ("08:30", 2), ("16:30", 2), ("16:31", 0), ("23:00", 0)])
def test_reminders_leave_in_office_hours_only(desk: Desk, clock: str, sent: int) -> None:
    assert sweep_reminders(desk, at=at(DUE, clock)).delivered == sent == len(eml(desk))


def test_after_a_week_of_silence_only_the_furthest_rung_is_sent(desk: Desk) -> None:
    swept = sweep_reminders(desk, at=at(date(2019, 12, 26)))
    assert rungs(swept) == {"ครั้งที่ ๒"}
    assert swept.delivered == 2


def test_who_has_acknowledged_is_not_reminded(desk: Desk) -> None:
    acknowledge(desk, AckRequest(1, "สงป.", When.day(date(2019, 12, 11)), evidence="web"))
    assert [line.post for line in sweep_reminders(desk, at=at(DUE)).promised] == ["ผบก.ก."]


def test_a_preview_is_what_is_then_promised_and_writes_nothing(desk: Desk) -> None:
    preview = preview_reminders(desk, today=DUE)
    assert mails(desk) == []
    assert preview == sweep_reminders(desk, at=at(DUE)).promised != ()


def test_two_sweeps_at_once_send_once(desk: Desk) -> None:
    together = Barrier(4)

    def sweep(_: int) -> Swept:
        together.wait()
        return sweep_reminders(served, at=at(DUE))

    with mail_server() as server:
        served = replace(desk, channel=SmtpServer(server.url))
        with ThreadPoolExecutor(4) as pool:
            swept = list(pool.map(sweep, range(4)))
        assert sum(len(s.promised) for s in swept) == sum(s.delivered for s in swept) == len(server.taken) == 2


def test_a_post_without_an_address_is_failed_with_a_reason(desk: Desk) -> None:
    build.sent(desk, 1, 1, "ผบก.ข.")
    swept = sweep_reminders(desk, at=at(DUE))
    assert (len(swept.promised), swept.delivered) == (3, 2)
    assert [(m.state, m.trouble) for m in mails(desk) if not m.address] == [
        ("failed", "ไม่มีที่อยู่ของตำแหน่งหรือหน่วยนี้ในผังหน่วย")
    ]


def test_who_comes_to_a_vacant_post_gets_one_message_on_the_day_of_the_next_rung(desk: Desk) -> None:
    build.sent(desk, 1, 1, "ผบก.ข.")
    sweep_reminders(desk, at=at(date(2019, 12, 13)))  # nobody holds ผบก.ข.
    chart = office().chart
    come = Holder("ผบก.ข.", None, "ผู้มาใหม่", email="new@office.example")
    filled = replace(office(), chart=replace(chart, holders=(*chart.holders, come)))
    sweep_reminders(replace(desk, office=lambda _: filled), at=at(DUE))
    assert [m.state for m in mails(desk) if m.address == "new@office.example"] == ["withdrawn", "delivered"]


def test_the_mail_is_thai_and_names_the_paper(desk: Desk) -> None:
    sweep_reminders(desk, at=at(DUE))
    message = message_from_bytes(eml(desk)[0].read_bytes(), policy=modern)
    assert message["subject"] == f"เตือน: {build.SUBJECT}"
    assert "๐๐๓๓/๑" in message.get_content()
    assert message["auto-submitted"] == "auto-generated"


def test_a_delivered_mail_stamps_its_reminder(desk: Desk) -> None:
    sweep_reminders(desk, at=at(DUE))
    with desk.store.read() as session:
        assert {row.sent_at for row in session.exec(select(ReminderRow))} == {at(DUE)}


def test_a_mail_put_off_waits_for_its_time_and_goes_with_the_same_message_id(desk: Desk) -> None:
    with mail_server("421") as server:
        served = replace(desk, channel=SmtpServer(server.url))
        assert sweep_reminders(served, at=at(DUE)).waiting == 2
        server.mood = "250"
        assert sweep_reminders(served, at=at(DUE, "10:01")).delivered == 0
        assert sweep_reminders(served, at=at(DUE, "10:30")).delivered == 2
        assert sorted(server.taken) == sorted(m.message_id for m in mails(desk))


def test_a_mail_put_off_does_not_leave_on_a_holiday(desk: Desk) -> None:
    with mail_server("421") as server:
        served = replace(desk, channel=SmtpServer(server.url))
        sweep_reminders(served, at=at(date(2019, 12, 13)))
        server.mood = "250"
        assert sweep_reminders(served, at=at(SATURDAY)).delivered == len(server.taken) == 0


def test_a_mail_put_off_is_taken_back_when_the_unit_answers_meanwhile(desk: Desk) -> None:
    with mail_server("421") as server:
        served = replace(desk, channel=SmtpServer(server.url))
        sweep_reminders(served, at=at(DUE))
        acknowledge(desk, AckRequest(1, "สงป.", When(at(DUE, "10:10")), evidence="web"))
        server.mood = "250"
        assert sweep_reminders(served, at=at(DUE, "11:00")).delivered == len(server.taken) == 1
    assert sorted(m.state for m in mails(desk)) == ["delivered", "withdrawn"]


def test_a_refused_mail_is_failed_with_the_servers_words_and_not_tried_again(desk: Desk) -> None:
    with mail_server("550") as server:
        served = replace(desk, channel=SmtpServer(server.url))
        sweep_reminders(served, at=at(DUE))
        sweep_reminders(served, at=at(DUE, "16:00"))
        assert server.tries == 2
    assert {(m.state, "550" in m.trouble) for m in mails(desk)} == {("failed", True)}


def test_one_impossible_address_does_not_hold_up_the_others(desk: Desk) -> None:
    with desk.store.write() as session:
        session.add(
            OutboxRow(message_id="a@b", sender="s@o.example", address="ก@b\nBcc: c@d", subject="ก", body="ข", next_try=at(DUE))
        )  # fmt: skip
    assert sweep_reminders(desk, at=at(DUE)).delivered == 2
    assert [m.state for m in mails(desk)] == ["failed", "delivered", "delivered"]


class PowerCut(SmtpServer):
    """A machine that loses power after the server took the mail and before that is written down."""

    def send(self, mail: Mail) -> tuple[Outcome, str]:
        """Send, then die."""
        super().send(mail)
        raise SystemExit


def test_a_crash_between_sending_and_noting_is_made_up_under_the_same_message_id(desk: Desk) -> None:
    with mail_server() as server:
        with pytest.raises(SystemExit):
            sweep_reminders(replace(desk, channel=PowerCut(server.url)), at=at(DUE))
        restarted = replace(desk, channel=SmtpServer(server.url))
        assert sweep_reminders(restarted, at=at(DUE, "10:05")) == Swept(
            (), 0, 0
        )  # the lease of the dead one still runs
        assert sweep_reminders(restarted, at=at(DUE) + LEASE).delivered == 2
        assert_one_mail_twice(server)


def assert_one_mail_twice(server: MailServer) -> None:
    assert len(server.taken) == 3
    assert len(set(server.taken)) == 2


@pytest.mark.parametrize(("mood", "state"), [("drop-after-data", "unknown"), ("451", "created")])
def test_a_mail_of_unknown_fate_is_tried_again_under_the_same_message_id(desk: Desk, mood: str, state: str) -> None:
    with mail_server(mood) as server:
        served = replace(desk, channel=SmtpServer(server.url))
        assert sweep_reminders(served, at=at(DUE)).waiting == 2
        assert {m.state for m in mails(desk)} == {state}
        server.mood = "250"
        assert sweep_reminders(served, at=at(DUE, "11:00")).delivered == 2
        assert set(server.taken) == {m.message_id for m in mails(desk)}


def test_a_sender_whose_head_is_vacant_does_not_stop_the_reminders_of_others(desk: Desk) -> None:
    with desk.store.engine.begin() as connection:
        connection.exec_driver_sql("update dispatch set from_unit = 'กอง ข.' where post = 'ผบก.ก.'")
    assert sweep_reminders(desk, at=at(DUE)).delivered == 2


def test_a_post_abolished_since_does_not_stop_the_reminders_of_others(desk: Desk) -> None:
    with desk.store.engine.begin() as connection:
        connection.exec_driver_sql("update dispatch set post = 'ผบก.เดิม' where post = 'ผบก.ก.'")
    swept = sweep_reminders(desk, at=at(DUE))
    assert (len(swept.promised), swept.delivered) == (2, 1)
