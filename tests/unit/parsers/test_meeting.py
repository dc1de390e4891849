"""Invitations tell the day, the hours, the place, and until when names are wanted."""

from datetime import date
from pathlib import Path

import pytest

from workflow.core.reading import Meeting
from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.meeting import meeting_of
from workflow.parsers.read_file import read_file

SEMINAR = date(2016, 11, 22)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "จึงขอเชิญท่านเข้าร่วมงานสัมมนา ในวันอังคารที่ ๒๒ พฤศจิกายน ๒๕๕๙ เวลา ๑๓.๐๐ – ๑๖.๓๐ น. ณ ห้องตัวอย่าง อาคารสมมติ กรุงเทพฯ "
            "โดยขอให้แจ้งรายชื่อผู้เข้าร่วมภายในวันที่ ๑๕ พฤศจิกายน ๒๕๕๙",
            Meeting(SEMINAR, "13:00", "16:30", "ห้องตัวอย่าง อาคารสมมติ กรุงเทพฯ", date(2016, 11, 15)),
        ),
        (
            "กำหนดจัดประชุมชี้แจงในวันที่ ๑๖ พฤษภาคม ๒๕๖๖ เวลา ๐๙.๓๐ ถึง ๑๒.๐๐ นาฬิกา ผ่านระบบ ZOOM Meeting ทั้งนี้ ไม่มีค่าใช้จ่าย",
            Meeting(date(2023, 5, 16), "09:30", "12:00", "ผ่านระบบ ZOOM Meeting"),
        ),
        (
            "ตามหนังสือลงวันที่ ๑ พฤศจิกายน ๒๕๕๙ สำนักงานกำหนดประชุมวันที่ ๒๒ พ.ย. ๕๙ เวลา ๑๓:๐๐ น. ที่ ห้องประชุม ๒ จึงเรียนเชิญ",
            Meeting(SEMINAR, "13:00", None, "ห้องประชุม 2"),
        ),
        (
            "วันอังคารที่ 22 พฤศจิกายน 2559 เวลา 13.00 น.  สถานที่ ห้องประชุมใหญ่  จึงเรียนมาเพื่อโปรดทราบ",
            Meeting(SEMINAR, "13:00", None, "ห้องประชุมใหญ่"),
        ),
    ],
)
def test_the_day_the_hours_and_the_place_are_read(words: str, expected: Meeting) -> None:
    assert meeting_of(to_arabic(words)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "ลงวันที่ ๒๒ พฤศจิกายน ๒๕๕๙ ความแจ้งแล้วนั้น",
        "เปิดทำการเวลา ๐๘.๓๐ – ๑๖.๓๐ น. ทุกวัน",
        "เวลา ๒๕.๙๙ น. วันที่ ๒๒ พฤศจิกายน ๒๕๕๙",
    ],
)
def test_a_day_without_hours_and_hours_without_a_day_invite_to_nothing(words: str) -> None:
    assert meeting_of(to_arabic(words)) is None


def test_an_invitation_on_paper_carries_its_meeting(tmp_path: Path) -> None:
    letter = tmp_path / "invitation.txt"
    letter.write_text(
        "ที่ สพร ๒๕๖๖/ว๑๒๓\nสำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)\n\n๒ พฤษภาคม ๒๕๖๖\n\n"
        "เรื่อง ขอเชิญประชุมชี้แจงแนวทางการตอบแบบสำรวจ ประจำปี ๒๕๖๖\nเรียน เลขาธิการ ส.ป.ก.\n\n"
        "ด้วย สพร. กำหนดจัดประชุมในวันอังคารที่ ๑๖ พฤษภาคม ๒๕๖๖ เวลา ๐๙.๓๐ – ๑๒.๐๐ น. ณ ห้องประชุมตัวอย่าง ชั้น ๓ "
        "จึงเรียนมาเพื่อโปรดเข้าร่วมประชุม และแจ้งรายชื่อภายในวันที่ ๑๒ พฤษภาคม ๒๕๖๖\n\nขอแสดงความนับถือ\n\n(นายตัวอย่าง สมมติ)\nผู้อำนวยการ\n",
        encoding="utf-8",
    )
    (paper,) = read_file(letter).instruments
    assert paper.kind == "invitation"
    assert paper.meeting == Meeting(date(2023, 5, 16), "09:30", "12:00", "ห้องประชุมตัวอย่าง ชั้น 3", date(2023, 5, 12))
