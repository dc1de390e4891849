"""Promise the day's reminders: notice, promises, messages and trail of each person in one transaction, hundreds of persons at once.

Who is also told of units below him gets a transaction of his own, because a number is taken in it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, insert

from workflow.core.digest import Digest, mail_body, mail_subject, payload, short_words
from workflow.core.errors import SarabanError
from workflow.core.mail_state import MailState
from workflow.core.office import Office, Way
from workflow.core.when import When
from workflow.services.day_digest import Digests
from workflow.services.desk import Desk
from workflow.services.reminder_people import Person, vacant_key
from workflow.services.reminder_plan import DuePaper, PersonDue, Plan
from workflow.store.json_shapes import digest_from, to_json
from workflow.store.reminder_tables import SUPERIOR, OutboxRow
from workflow.store.reminders import carry_over, drop_notice, keep_digests, open_notices, promise, still_open, unsent
from workflow.store.tables import EventRow

PERSONS = 200  # in one transaction
CARRIED = "รวมอยู่ในฉบับใหม่กว่า"
NO_ADDRESS = "ไม่มีที่อยู่ของตำแหน่งหรือหน่วยนี้ในผังหน่วย"


def promise_reminders(desk: Desk, plan: Plan, when: When) -> Iterator[PersonDue]:
    """Promise what the plan says, and yield whom it was promised to; what cannot be written becomes a finding and is due again next time."""
    plain = [one for one in plan.people if not one.superior]
    for n in range(0, len(plain), PERSONS):
        with desk.store.write() as session:
            done = _Promising(session, desk, plan, when).promise(plain[n : n + PERSONS])
        yield from done
    for one in plan.people:
        if one.superior:
            yield from _promise_superior(desk, plan, when, one)


def _promise_superior(desk: Desk, plan: Plan, when: When, one: PersonDue) -> Iterable[PersonDue]:
    try:
        with desk.store.write() as session:
            return _Promising(session, desk, plan, when).promise([one])
    except SarabanError as error:  # a paper that cannot be written must not stop what the others are told
        plan.findings.append(f"เตือน {one.person.title} ไม่ได้: {error} {error.next_step}")
        return ()


@dataclass
class _Promising:
    session: Session
    desk: Desk
    plan: Plan
    when: When

    def promise(self, people: Sequence[PersonDue]) -> list[PersonDue]:
        open_ = still_open(self.session, {one.paper.dispatch for who in people for one in who.due})
        waiting = [PersonDue(w.office, w.person, tuple(d for d in w.due if d.paper.dispatch in open_)) for w in people]
        done: list[PersonDue] = []
        for office in {who.office.code: who.office for who in waiting if who.due}.values():
            done += self._of_office(office, [who for who in waiting if who.due and who.office.code == office.code])
        return done

    def _of_office(self, office: Office, people: Sequence[PersonDue]) -> list[PersonDue]:
        notices = open_notices(self.session, [self._notice(who) for who in people])
        mine = [who for who in people if who.person.key in notices]
        rows = [self._reminder(one, notices[who.person.key]) for who in mine for one in who.due]
        made = promise(self.session, rows) if rows else set()
        done = []
        for who in mine:
            due = tuple(one for one in who.due if (one.paper.dispatch, one.role) in made)
            if due:
                done.append(PersonDue(office, who.person, due))
            else:
                drop_notice(self.session, notices[who.person.key])
        self._write(office, done, notices)
        return done

    def _write(self, office: Office, people: Sequence[PersonDue], notices: dict[str, int]) -> None:
        digests = Digests(self.session, self.desk, self.plan, self.when, office).of(people, notices)
        heirs = self._heirs(office, people)
        for row, notice in unsent(self.session, office.code, list(heirs), self.when.at):
            heir = heirs[notice.person]
            if carry_over(self.session, notice.id or 0, notices[heir]) and notice.digest:
                digests[heir] = digests[heir].carrying(digest_from(notice.digest))
            row.state, row.trouble = MailState.WITHDRAWN, CARRIED
        keep_digests(self.session, {notices[key]: to_json(digest) for key, digest in digests.items()})
        messages = [
            row
            for who in people
            for row in self._messages(office, who, digests[who.person.key], notices[who.person.key])
        ]
        if messages:
            self.session.connection().execute(insert(OutboxRow.__table__), messages)  # type: ignore[attr-defined]
        events = [event for who in people for event in self._events(who)]
        if events:
            self.session.connection().execute(insert(EventRow.__table__), events)  # type: ignore[attr-defined]

    def _heirs(self, office: Office, people: Sequence[PersonDue]) -> dict[str, str]:
        """Return to whom a message goes over that still waits for somebody: to himself, or to whoever came to the vacant post."""
        directory = self.plan.directories[office.code]
        vacant = {vacant_key(post): who.person.key for who in people for post in directory.posts_of(who.person)}
        return {**vacant, **{who.person.key: who.person.key for who in people}}

    def _notice(self, who: PersonDue) -> dict[str, Any]:
        return {
            "office": who.office.code, "person": who.person.key, "post": who.person.post, "day": self.plan.today, "digest": {},
            "made_at": self.when.at,
        }  # fmt: skip

    def _reminder(self, one: DuePaper, notice: int) -> dict[str, Any]:
        return {
            "dispatch_id": one.paper.dispatch, "rung": one.reached.rung.name, "role": one.role, "promised_for": one.reached.on,
            "promised_at": self.when.at, "sent_at": None, "notice_id": notice, "memo_id": None,
        }  # fmt: skip

    def _messages(self, office: Office, who: PersonDue, digest: Digest, notice: int) -> Iterator[dict[str, Any]]:
        for way in who.person.ways:
            subject, body = words_for(way.channel, digest)
            yield {
                "notice_id": notice, "channel": way.channel, "message_id": _identity(office, who.person, way, self.plan),
                "sender": office.mail_from, "address": way.address, "subject": subject, "body": body, "tries": 0,
                "state": MailState.CREATED if way.address else MailState.FAILED,
                "trouble": "" if way.address else NO_ADDRESS, "next_try": self.when.at,
            }  # fmt: skip

    def _events(self, who: PersonDue) -> Iterator[dict[str, Any]]:
        reachable = who.person.reachable
        for one in who.due:
            if one.role == SUPERIOR:
                continue  # its paper has a line of the trail of its own
            text = f"เตือน {one.paper.post} ({one.reached.rung.name})"
            yield {
                "matter_id": one.paper.matter, "dispatch_id": one.paper.dispatch, "at": self.when.at, "timed": self.when.timed,
                "kind": "reminded" if reachable else "not-reminded", "unit": one.paper.unit,
                "text": text if reachable else f"{text} ยังไม่ได้ส่ง: {NO_ADDRESS}",
            }  # fmt: skip


def words_for(channel: str, digest: Digest) -> tuple[str, str]:
    """Return subject and text as a channel may say them: only mail says what a paper is about."""
    if channel == "webhook":
        return "", json.dumps(payload(digest), ensure_ascii=False)
    return (mail_subject(digest), mail_body(digest)) if channel == "mail" else ("", short_words(digest))


def _identity(office: Office, person: Person, way: Way, plan: Plan) -> str:
    """Return the Message-ID: the same person, channel and day give the same, whoever sends it and however often."""
    who = hashlib.sha256(f"{person.key}\n{way.channel}\n{way.address}".encode()).hexdigest()[:16]
    return f"{office.code}.{way.channel}.{who}.{plan.today:%Y%m%d}@{office.mail_from.rpartition('@')[2]}"
