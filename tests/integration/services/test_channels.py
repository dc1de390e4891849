"""Who is written to by which channel, and what becomes of it: on both databases."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests import build
from tests.integration.delivery.mail_server import mail_server
from tests.integration.services.test_day_digest import trail
from tests.integration.services.test_reminders import DUE, at, mails, office
from workflow.core.office import Way
from workflow.core.when import When
from workflow.delivery.bounces import Bounce
from workflow.delivery.mail import SmtpServer
from workflow.delivery.outgoing import Mail, Outcome
from workflow.services.answer import AckRequest, acknowledge
from workflow.services.desk import Desk
from workflow.services.send_reminders import sweep_reminders
from workflow.services.take_bounces import take_bounces
from workflow.store.engine import Store
from workflow.store.reminder_tables import OutboxRow

ADDRESS = "officer2@office.example"


class Fake:
    """A channel that answers as told, and keeps what it was given."""

    def __init__(self, *answers: Outcome) -> None:
        self.answers, self.taken = list(answers), list[Mail]()

    def send(self, mail: Mail) -> tuple[Outcome, str]:
        """Take it."""
        self.taken.append(mail)
        return (self.answers.pop(0) if self.answers else Outcome.DELIVERED), "as told"


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """ผบช.สงป. reads mail, LINE and a program's webhook; ผบก.ก. LINE alone."""
    ways = {
        "ผบช.สงป.": (Way("mail"), Way("line", "U1"), Way("webhook", "https://office.example/hook")),
        "กอง ก.": (Way("line", "U2"),),
    }
    made = replace(build.desk(store, tmp_path), office=lambda _: replace(office(), ways=ways))
    matter = build.matter(made)
    memo = build.memo(made, matter)
    for post in ("ผบช.สงป.", "ผบก.ก."):
        build.sent(made, matter, memo, post)
    return made


def by(desk: Desk, channel: str) -> Sequence[OutboxRow]:
    return [row for row in mails(desk) if row.channel == channel]


def bounce(row: OutboxRow, action: str = "failed", status: str = "5.1.1", recipient: str = ADDRESS) -> Bounce:
    return Bounce(row.message_id, recipient, action, status, "550 no such mailbox")


def test_each_person_is_written_to_by_the_channels_of_the_data(desk: Desk) -> None:
    line, hook = Fake(), Fake()
    swept = sweep_reminders(replace(desk, channels={"line": line, "webhook": hook}), at=at(DUE))
    assert swept.delivered == 4
    assert [mail.address for mail in line.taken] == ["U1", "U2"]
    assert {line.channels for line in swept.promised} == {("mail", "line", "webhook"), ("line",)}


def test_only_mail_says_what_a_paper_is_about(desk: Desk) -> None:
    line, hook = Fake(), Fake()
    sweep_reminders(replace(desk, channels={"line": line, "webhook": hook}), at=at(DUE))
    assert all("สำรวจ" not in mail.body and mail.subject == "" for mail in (*line.taken, *hook.taken))
    assert "หนังสือค้างตอบ ๑ ฉบับ" in line.taken[0].body
    assert json.loads(hook.taken[0].body)["data"]["items"] == [
        {"dispatch": 1, "matter": 1, "due_on": "2019-12-16", "rung": "ครบกำหนด"}
    ]


def test_a_channel_this_machine_lacks_waits_and_says_so_while_mail_goes_out(desk: Desk) -> None:
    assert sweep_reminders(desk, at=at(DUE)).delivered == 1
    assert {(m.state, m.trouble) for m in by(desk, "line")} == {("created", "เครื่องนี้ยังไม่ได้ตั้งช่องทาง line")}


def test_a_line_message_of_unknown_fate_is_tried_again_and_mail_is_not(desk: Desk) -> None:
    line = Fake(Outcome.UNKNOWN, Outcome.DELIVERED)
    served = replace(desk, channels={"line": line, "webhook": Fake()})
    sweep_reminders(served, at=at(DUE))
    assert sweep_reminders(served, at=at(DUE, "11:00")).delivered == 1
    assert line.taken[0].message_id == line.taken[2].message_id


def test_an_answer_takes_back_what_waits_in_every_channel(desk: Desk) -> None:
    sweep_reminders(desk, at=at(DUE))
    acknowledge(desk, AckRequest(1, "สงป.", When(at(DUE, "10:10")), evidence="web"))
    line = Fake()
    sweep_reminders(replace(desk, channels={"line": line, "webhook": Fake()}), at=at(DUE, "11:00"))
    assert [mail.address for mail in line.taken] == ["U2"]


def test_mail_that_will_never_arrive_makes_its_reminder_failed_with_their_words(desk: Desk) -> None:
    sweep_reminders(desk, at=at(DUE))
    (row,) = by(desk, "mail")
    first, second = (take_bounces(desk, [bounce(row)], at=at(DUE, "11:00"))[0] for _ in range(2))
    (row,) = by(desk, "mail")
    assert (row.state, row.trouble) == ("failed", "ตีกลับ 5.1.1 550 no such mailbox")
    assert (first.again, second.again) == (False, True)
    assert trail(desk, "not-reminded") == ["เตือน ผบช.สงป. (ครบกำหนด) ไม่ถึง: ตีกลับ ๕.๑.๑ ๕๕๐ no such mailbox"]


def test_mail_their_server_gave_up_for_now_is_sent_again_later(desk: Desk) -> None:
    sweep_reminders(desk, at=at(DUE))
    take_bounces(desk, [bounce(by(desk, "mail")[0], status="4.4.7")], at=at(DUE, "11:00"))
    assert by(desk, "mail")[0].state == "created"
    assert sweep_reminders(desk, at=at(DUE, "14:59")).delivered == 0
    assert sweep_reminders(desk, at=at(DUE, "15:00")).delivered == 1


def test_a_delay_their_server_tells_of_is_no_reason_to_send_again(desk: Desk) -> None:
    sweep_reminders(desk, at=at(DUE))
    take_bounces(desk, [bounce(by(desk, "mail")[0], "delayed", "4.4.1")], at=at(DUE, "11:00"))
    (row,) = by(desk, "mail")
    assert row.state == "delivered" and "กำลังลองใหม่เอง" in row.trouble


def test_a_bounce_of_another_address_or_mail_changes_nothing(desk: Desk) -> None:
    sweep_reminders(desk, at=at(DUE))
    (row,) = by(desk, "mail")
    strange = replace(bounce(row), message_id="x@elsewhere.example")
    lines = take_bounces(desk, [bounce(row, recipient="old@office.example"), strange], at=at(DUE, "11:00"))
    assert [line.state for line in lines] == [None, None]
    assert by(desk, "mail")[0].state == "delivered"


def test_a_bounced_reminder_leaves_again_to_the_mended_address(desk: Desk) -> None:
    with mail_server() as server:
        served = replace(desk, channel=SmtpServer(server.url))
        sweep_reminders(served, at=at(DUE))
        take_bounces(served, [bounce(by(desk, "mail")[0])], at=at(DUE, "11:00"))
        known = served.office("test")
        holders = tuple(
            replace(h, email="right@office.example") if h.email == ADDRESS else h for h in known.chart.holders
        )
        mended = replace(known, chart=replace(known.chart, holders=holders))
        assert sweep_reminders(replace(served, office=lambda _: mended), at=at(DUE) + timedelta(hours=2)).delivered == 1
    assert by(desk, "mail")[0].address == "right@office.example"
