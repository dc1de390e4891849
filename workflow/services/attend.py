"""Who goes to what a letter invites to: names that units send in, none twice, a withdrawn one still told."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session, select

from workflow.core.errors import NotFound, Refused
from workflow.core.reading import Meeting, Reading
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.delivery.icalendar import Meeting as CalendarEvent
from workflow.delivery.icalendar import invitation_of
from workflow.services.desk import Desk
from workflow.store.corrections import reading_in_force
from workflow.store.matters import Trail, look_at, matter
from workflow.store.round_tables import AttendeeRow
from workflow.store.rounds import attendees

HOUR, OFFICE_DAY = timedelta(hours=1), timedelta(hours=8)


@dataclass(frozen=True)
class Attendance:
    """A name for a matter's event: from which unit, in which position, entered by whom; `withdrawn` takes it back."""

    matter: int
    unit: str
    name: str
    by: str
    when: When
    position: str = ""
    withdrawn: bool = False


@dataclass(frozen=True)
class Guest:
    """A name sent in."""

    unit: str
    name: str
    position: str
    withdrawn: bool


@dataclass(frozen=True)
class GuestList:
    """The event and who was named for it, unit by unit; `days_left` until names are wanted (None: no day is set or it has passed)."""

    subject: str
    meeting: Meeting
    guests: tuple[Guest, ...]
    days_left: int | None

    @property
    def going(self) -> tuple[Guest, ...]:
        """Those who were not withdrawn."""
        return tuple(guest for guest in self.guests if not guest.withdrawn)


def invited_to(reading: Reading) -> Meeting | None:
    """Return what a bundle invites to; None when no paper of it is an invitation with a day and hours."""
    return next((paper.meeting for paper in reading.instruments if paper.meeting), None)


def attend(desk: Desk, attendance: Attendance) -> bool:
    """Enter a name, or take it back; return whether that had been done before. Refused when the matter invites to nothing."""
    with desk.store.write() as session:
        row = matter(session, attendance.matter)
        desk.office(row.office).chart.unit(attendance.unit)
        _required(invited_to(reading_in_force(session, row)), attendance.matter)
        known = _known(session, attendance)
        if known and known.withdrawn == attendance.withdrawn:
            return True
        if known is None and attendance.withdrawn:
            raise NotFound(f"{attendance.unit} ไม่ได้ส่งชื่อ {attendance.name}", next_step="ดูรายชื่อด้วย saraban attendees")
        if known is None:
            known = AttendeeRow(
                matter_id=attendance.matter, unit=attendance.unit, name=attendance.name, position=attendance.position,
                by=attendance.by, at=attendance.when.at,
            )  # fmt: skip
        known.withdrawn = attendance.withdrawn
        session.add(known)
        act = "ถอนชื่อ" if attendance.withdrawn else "ส่งชื่อผู้เข้าร่วม"
        Trail(session, attendance.matter).note("attendee", attendance.unit, f"{act} {attendance.name}", attendance.when)
        return False


def guest_list(desk: Desk, number: int, *, today: date) -> GuestList:
    """Return who goes; Refused when the matter invites to nothing."""
    with desk.store.read() as session:
        row = look_at(session, number)
        meeting = _required(invited_to(reading_in_force(session, row)), number)
        named = tuple(Guest(r.unit, r.name, r.position, r.withdrawn) for r in attendees(session, number))
    left = desk.calendar().count(today, meeting.reply_by) if meeting.reply_by and meeting.reply_by >= today else None
    return GuestList(row.subject, meeting, named, left)


def invitation_file(desk: Desk, number: int) -> bytes:
    """Return what a matter invites to as a calendar file; an event without an end takes an hour, one without hours the office day."""
    with desk.store.read() as session:
        row = look_at(session, number)
        meeting = _required(invited_to(reading_in_force(session, row)), number)
    starts = When.day(meeting.on, meeting.start).at
    ends = When.day(meeting.on, meeting.end).at if meeting.end else starts + (HOUR if meeting.start else OFFICE_DAY)
    domain = desk.office(row.office).mail_from.rpartition("@")[2]
    return invitation_of(
        CalendarEvent(
            f"matter.{number}@{domain}", to_thai(row.subject), starts, ends, to_thai(meeting.place or ""), row.opened_at
        )
    )


def told(meeting: Meeting) -> str:
    """Return the event in one line for an officer: `๑๖ พ.ค.๖๖ ๐๙.๓๐–๑๒.๐๐ น. ห้องประชุม`."""
    hours = "–".join(hour.replace(":", ".") for hour in (meeting.start, meeting.end) if hour)
    return to_thai(" ".join(filter(None, [short(meeting.on), f"{hours} น." if hours else "", meeting.place or ""])))


def _known(session: Session, attendance: Attendance) -> AttendeeRow | None:
    where = (AttendeeRow.matter_id == attendance.matter, AttendeeRow.unit == attendance.unit)
    asked = select(AttendeeRow).where(*where, AttendeeRow.name == attendance.name)
    return session.exec(asked.with_for_update()).first()


def _required(meeting: Meeting | None, number: int) -> Meeting:
    if meeting is None:
        raise Refused(
            f"เรื่องที่ {to_thai(number)} ไม่ได้เชิญไปงานใดที่บอกวันและเวลา",
            next_step="ตรวจสิ่งที่อ่านได้ด้วย saraban read แล้วแก้ด้วย saraban correct",
        )
    return meeting
