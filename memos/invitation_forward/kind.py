"""The invitation passed on: the event as the letter gives it, who is to go, and by when the host wants an answer."""

from collections.abc import Mapping
from pathlib import Path

from memos.citations import cite_letter, sender_in_full
from memos.direction import tone
from memos.invitation_forward.sample import sample
from memos.needs import given, require
from workflow.core import thai_date
from workflow.core.case_facts import Event
from workflow.core.memo_kind import CaseFile, MemoKind


def facts(case: CaseFile) -> Mapping[str, object]:
    """Return the event and who is to go; UsageError without the letter or without what a guest must know."""
    require(KIND.title, {"หนังสือเชิญ": case.letter, "ชื่องาน วัน เวลา และสถานที่": case.event})
    event = given(case.event)
    return {
        "sender": sender_in_full(case),
        "letter": cite_letter(given(case.letter), case.words),
        "office": case.office,
        "event": event.name,
        "on": f"วัน{thai_date.WEEKDAYS[event.on.weekday()]}ที่ {thai_date.full(event.on)}",
        "hours": _hours(event),
        "place": event.place,
        "attendees": event.attendees,
        "reply_by": event.reply_by,
        "reply_to": event.reply_to,
        "tone": tone(case),
    }


def _hours(event: Event) -> str:
    """Return `๐๙.๓๐ ถึง ๑๒.๐๐ น.` (a dash would end a line badly), or only the beginning where the letter names no end."""
    end = f" ถึง {event.end:%H.%M}" if event.end else ""
    return f"{event.start:%H.%M}{end} น."


KIND = MemoKind(
    name="invitation-forward",
    title="บันทึกแจ้งหนังสือเชิญ",
    form="memo",
    wording=Path(__file__).with_name("wording.j2"),
    facts=facts,
    sample=sample,
)
