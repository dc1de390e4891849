"""การเตือน: who will be reminded next and what became of the messages; and the calendar of a post under its secret address."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from workflow.core.mail_state import MailState
from workflow.entrypoints.web.given import READING, Moment, TheDesk
from workflow.entrypoints.web.rules import ANY_DESK, OPEN, rule
from workflow.entrypoints.web.views import html
from workflow.services.calendar_feed import feed_file
from workflow.services.preview_reminders import preview_days
from workflow.services.recipients import LISTED
from workflow.store.outbox import count_by_state

router = APIRouter()


@router.api_route("/reminders", methods=READING)
@rule(ANY_DESK)
def reminders(desk: TheDesk, when: Moment) -> HTMLResponse:
    """การเตือน: whom the next sweep writes to, and the outbox by state with what to do; nothing is promised by looking."""
    following = desk.calendar().next_working_day(when.on) or when.on
    with desk.store.read() as session:
        counts = count_by_state(session)
    states = [(MailState(state), count) for state, count in counts.items()]
    days = preview_days(desk, (when.on, following), most=LISTED)
    return html("reminders.html.j2", days=days, states=states)


@router.api_route("/calendar/{secret}.ics", methods=READING)
@rule(OPEN)
def calendar(desk: TheDesk, when: Moment, secret: str) -> Response:
    """ปฏิทิน: the due dates of one post, for a calendar program to fetch again and again."""
    return Response(feed_file(desk, secret, today=when.on), media_type="text/calendar; charset=utf-8")
