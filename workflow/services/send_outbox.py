"""Send what the outbox holds: claimed with a lease, tried once, settled; a server that does not answer is left alone for this sweep."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from workflow import failpoints
from workflow.core.mail_state import MailState
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.delivery.outgoing import Mail, Outcome
from workflow.services.desk import Desk
from workflow.services.promise_reminders import words_for
from workflow.store import outbox
from workflow.store.json_shapes import digest_from
from workflow.store.matters import Trail
from workflow.store.reminder_tables import NoticeRow, OutboxRow
from workflow.store.reminders import still_open
from workflow.store.tables import DispatchRow

SILENT = 3  # tries in a row that a channel does not answer: it is down, and the rest waits without being tried
TAKEN_BACK = "ตอบแล้วก่อนส่งเตือน"


@dataclass
class Sent:
    """What became of a round of sending: delivered, tried in vain, and never tried because the channel does not answer."""

    delivered: int = 0
    tried_later: int = 0
    left_alone: int = 0
    silent: Counter[str] = field(default_factory=Counter)

    @property
    def waiting(self) -> int:
        """How many messages are still to be sent."""
        return self.tried_later + self.left_alone

    @property
    def down(self) -> list[str]:
        """The channels that do not answer."""
        return [channel for channel, times in self.silent.items() if times >= SILENT]


def send_outbox(desk: Desk, *, at: datetime) -> Sent:
    """Send every message whose turn it is."""
    sent = Sent()
    while True:
        with desk.store.write() as session:
            claimed = outbox.claim(session, at, without=sent.down, limit=10)
            rows = [one.row for one in claimed if _words_now(one)]
        if not claimed:
            break
        failpoints.reached("outbox.claimed")
        _send(desk, rows, sent, at)
    with desk.store.read() as session:
        sent.left_alone = outbox.left_alone(session, at, sent.down)
    return sent


def _words_now(one: outbox.Claimed) -> bool:
    """Whether there is still something to say; what was answered since the promise is said no more."""
    row, notice = one.row, one.notice
    if notice is None or not one.answered:
        return True
    digest = digest_from(notice.digest).without(one.answered) if notice.digest else None
    if digest is None or not digest.says_something:
        row.state, row.trouble = MailState.WITHDRAWN, TAKEN_BACK
        return False
    row.subject, row.body = words_for(row.channel, digest)
    return True


def _send(desk: Desk, rows: Sequence[OutboxRow], sent: Sent, at: datetime) -> None:
    for row in rows:
        if row.channel in sent.down:
            with desk.store.write() as session:
                outbox.put_back(session, row.id or 0, at)
            continue
        outcome, trouble = _try(desk, row, at)
        failpoints.reached("outbox.sent")
        silent = outcome in {Outcome.LATER, Outcome.UNKNOWN}
        sent.silent[row.channel] = sent.silent[row.channel] + 1 if silent else 0
        sent.delivered += outcome == Outcome.DELIVERED
        sent.tried_later += silent
        with desk.store.write() as session:
            outbox.settle(session, row.id or 0, (outcome.value, trouble), at)
            if outcome == Outcome.FAILED and row.notice_id is not None:
                note_unreached(session, session.get_one(NoticeRow, row.notice_id), trouble, at)


def _try(desk: Desk, row: OutboxRow, at: datetime) -> tuple[Outcome, str]:
    channel = desk.way_out(row.channel)
    if channel is None:
        return Outcome.LATER, f"เครื่องนี้ยังไม่ได้ตั้งช่องทาง {row.channel}"
    return channel.send(Mail(row.message_id, row.sender, row.address, row.subject, row.body, at))


def note_unreached(session: Session, notice: NoticeRow, trouble: str, at: datetime) -> None:
    """Tell the trail of every matter that a reminder did not reach its post."""
    _note(session, notice, "not-reminded", f"ไม่ถึง: {to_thai(trouble)}", at)


def note_reached_again(session: Session, notice: NoticeRow, at: datetime) -> None:
    """Tell the trail that a reminder goes out after all, its address having been mended."""
    _note(session, notice, "reminded", "ส่งอีกครั้งหลังแก้ที่อยู่", at)


def _note(session: Session, notice: NoticeRow, kind: str, what: str, at: datetime) -> None:
    items = [item for item in notice.digest.get("items", ()) if item["rung"]]
    open_ = still_open(session, [item["dispatch"] for item in items])
    for item in items:
        if item["dispatch"] in open_:
            unit = session.get_one(DispatchRow, item["dispatch"]).unit
            text = f"เตือน {item['post']} ({item['rung']}) {what}"
            Trail(session, item["matter"]).note(kind, unit, text, When(at), item["dispatch"])
