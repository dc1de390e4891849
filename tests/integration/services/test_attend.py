"""From an invitation to the names of those who go, and to the memo that forwards it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.begun import Play
from tests.integration.services.police import DAY, LETTER
from workflow.core.errors import NotFound, Refused
from workflow.services.attend import Attendance, attend, guest_list, invitation_file, told
from workflow.services.desk import Desk
from workflow.services.draft_memo import MemoOut, draft_memo
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.store.json_shapes import document_from
from workflow.store.matters import last_memo

INVITATION = """ที่ สพร ๒๕๖๘/ว๒๕๐๑
สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)

๒๘ พฤศจิกายน ๒๕๖๘

เรื่อง ขอเชิญเข้าร่วมประชุมชี้แจงแนวทางการตอบแบบสำรวจ ประจำปี ๒๕๖๙
เรียน ผู้บัญชาการตำรวจแห่งชาติ

ด้วย สพร. กำหนดจัดประชุมในวันอังคารที่ ๑๖ ธันวาคม ๒๕๖๘ เวลา ๐๙.๓๐ – ๑๒.๐๐ น. ณ ห้องประชุมตัวอย่าง ชั้น ๓
จึงขอเชิญผู้แทนเข้าร่วมประชุม และแจ้งรายชื่อภายในวันที่ ๑๑ ธันวาคม ๒๕๖๘

จึงเรียนมาเพื่อโปรดพิจารณา

ขอแสดงความนับถือ

(นางสาวพิมพ์นารา ตัวอย่างไพศาล)
ผู้อำนวยการสำนักงานพัฒนารัฐบาลดิจิทัล
"""
NAME = "ร.ต.อ. ตัวอย่าง หนึ่ง"


def invited(desk: Desk) -> None:
    with TemporaryDirectory() as folder:
        paper = Path(folder) / "invitation.txt"
        paper.write_text(INVITATION, encoding="utf-8")
        receive_letter(desk, Arrival(paper, "police", "สทส.", DAY))


@pytest.fixture
def desk(police_after: Callable[[Play], Desk]) -> Desk:
    return police_after(invited)


def named(desk: Desk, unit: str = "สทส.", *, withdrawn: bool = False) -> bool:
    return attend(desk, Attendance(1, unit, NAME, "ด.ต. ตัวอย่าง", DAY, "รอง สว.", withdrawn))


def test_a_name_sent_in_twice_is_one_guest(desk: Desk) -> None:
    assert (named(desk), named(desk)) == (False, True)
    found = guest_list(desk, 1, today=date(2025, 12, 4))
    assert [(guest.unit, guest.name) for guest in found.going] == [("สทส.", NAME)]
    assert told(found.meeting) == "๑๖ ธ.ค.๖๘ ๐๙.๓๐–๑๒.๐๐ น. ห้องประชุมตัวอย่าง ชั้น ๓"
    assert found.days_left == desk.calendar().between(date(2025, 12, 4), date(2025, 12, 11))


def test_a_name_taken_back_is_told_and_does_not_go(desk: Desk) -> None:
    named(desk)
    named(desk, withdrawn=True)
    found = guest_list(desk, 1, today=date(2025, 12, 12))
    assert (found.going, len(found.guests), found.days_left) == ((), 1, None)
    with pytest.raises(NotFound):
        named(desk, "สงป.", withdrawn=True)


def test_nobody_goes_to_a_result_letter(desk: Desk) -> None:
    matter = receive_letter(desk, Arrival(LETTER, "police", "สทส.", DAY)).matter
    with pytest.raises(Refused, match="ไม่ได้เชิญ"):
        attend(desk, Attendance(matter, "สทส.", NAME, "ด.ต. ตัวอย่าง", DAY))


def test_the_memo_that_forwards_an_invitation_is_written_from_the_letter_and_the_names(desk: Desk) -> None:
    named(desk)
    draft_memo(desk, MemoOut(1, "invitation-forward", DAY))
    with desk.store.read() as session:
        words = document_from(last_memo(session, 1, "invitation-forward").document).words()
    assert "ประชุมชี้แจงแนวทางการตอบแบบสำรวจ" in words and "ห้องประชุมตัวอย่าง ชั้น ๓" in words
    assert "๑๖ ธันวาคม ๒๕๖๘" in words and f"{NAME} รอง สว." in words


def test_the_event_goes_into_a_calendar_at_bangkok_hours(desk: Desk) -> None:
    lines = invitation_file(desk, 1).decode().replace("\r\n ", "").split("\r\n")
    assert "DTSTART:20251216T023000Z" in lines and "DTEND:20251216T050000Z" in lines
    assert "LOCATION:ห้องประชุมตัวอย่าง ชั้น ๓" in lines and "UID:matter.1@police.example" in lines
    assert max(len(line.encode()) for line in invitation_file(desk, 1).decode().split("\r\n")) <= 75
