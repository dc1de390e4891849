"""A person's due dates as a calendar to subscribe to (RFC 5545): whole-day events, lines folded at 75 octets, nothing to be answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

FOLD = 75  # octets of a line, its break not counted


@dataclass(frozen=True)
class DueDate:
    """One paper that waits: its event's stable name, what to show, its due day, when it was sent, where to open it."""

    uid: str
    summary: str
    description: str
    on: date
    stamped: datetime
    url: str


@dataclass(frozen=True)
class Meeting:
    """One event to go to: its stable name, what it is, from when to when (time-zone aware), where; `stamped` when it was announced."""

    uid: str
    summary: str
    starts: datetime
    ends: datetime
    place: str
    stamped: datetime


def invitation_of(meeting: Meeting) -> bytes:
    """Return a calendar file with the one event; whoever opens it has it in the calendar, nobody is asked to answer."""
    event = [
        "BEGIN:VEVENT", f"UID:{meeting.uid}", f"DTSTAMP:{_utc(meeting.stamped)}", f"DTSTART:{_utc(meeting.starts)}",
        f"DTEND:{_utc(meeting.ends)}", f"SUMMARY:{escaped(meeting.summary)}", f"LOCATION:{escaped(meeting.place)}",
        "END:VEVENT",
    ]  # fmt: skip
    return _file("invitation", event)


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def calendar_of(name: str, dues: Iterable[DueDate]) -> bytes:
    """Return the calendar as a file of UTF-8."""
    lines = [
        f"X-WR-CALNAME:{escaped(name)}", "X-WR-TIMEZONE:Asia/Bangkok", "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ]  # fmt: skip
    for due in dues:
        lines += _event(due)
    return _file("due dates", lines)


def _file(product: str, lines: Iterable[str]) -> bytes:
    """Return a calendar of these properties and events as a file."""
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//saraban//{product}//TH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    )
    return "".join(folded(line) + "\r\n" for line in (*head, *lines, "END:VCALENDAR")).encode()


def _event(due: DueDate) -> list[str]:
    return [
        "BEGIN:VEVENT", f"UID:{due.uid}", f"DTSTAMP:{_utc(due.stamped)}",
        f"DTSTART;VALUE=DATE:{due.on:%Y%m%d}", f"DTEND;VALUE=DATE:{due.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(due.summary)}", f"DESCRIPTION:{escaped(due.description)}", f"URL:{due.url}", "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]  # fmt: skip


def escaped(text: str) -> str:
    """Return a text as a property's value (3.3.11): backslash, comma, semicolon and line breaks are escaped, other controls dropped."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, "\\" + sign)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(letter for letter in lines if letter >= " " and letter != "\x7f")


def folded(line: str) -> str:
    """Return a line broken into pieces of at most 75 octets, never inside a letter (3.1)."""
    pieces, piece, size = list[str](), "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > FOLD:
            pieces.append(piece)
            piece, size = "", 1  # the blank that a further piece begins with
        piece, size = piece + letter, size + octets
    return "\r\n ".join([*pieces, piece])
