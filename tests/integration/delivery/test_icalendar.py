"""A calendar file that any calendar program reads: lines of at most 75 octets, Thai whole, signs escaped, whole days."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from workflow.delivery.icalendar import DueDate, calendar_of, escaped, folded

DUE = DueDate(
    "dispatch-7@saraban", "ครบกำหนดตอบ สทส. ที่ ๐๐๓๓.๑๒/๕๐๕๒; ด่วน", "แจ้งผลการสำรวจระดับความพร้อม, ประจำปี ๒๕๖๒\nถึง ผบช.สงป.",
    date(2019, 12, 31), datetime(2019, 12, 6, 1, 30, tzinfo=UTC), "http://127.0.0.1:8000/matters/1/recipients/7",
)  # fmt: skip


def read_back(raw: bytes) -> dict[str, str]:
    """The properties of the last event as a calendar program finds them: lines joined, then split at the first colon."""
    lines = raw.decode().replace("\r\n ", "").split("\r\n")
    return dict(line.split(":", 1) for line in lines if ":" in line)


def test_no_line_is_longer_than_75_octets_and_every_one_ends_with_crlf() -> None:
    raw = calendar_of("หนังสือค้างตอบของตำแหน่งที่มีชื่อยาวมากจนเกินบรรทัดเดียว", [DUE])
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    assert raw.endswith(b"END:VCALENDAR\r\n") and b"\n" not in raw.replace(b"\r\n", b"")


def test_a_due_day_is_a_whole_day_over_the_new_year() -> None:
    found = read_back(calendar_of("ก", [DUE]))
    assert (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"], found["DTSTAMP"]) == (
        "20191231",
        "20200101",
        "20191206T013000Z",
    )


def test_thai_arrives_whole_and_signs_are_escaped() -> None:
    found = read_back(calendar_of("ก", [DUE]))
    assert found["SUMMARY"] == "ครบกำหนดตอบ สทส. ที่ ๐๐๓๓.๑๒/๕๐๕๒\\; ด่วน"
    assert found["DESCRIPTION"] == "แจ้งผลการสำรวจระดับความพร้อม\\, ประจำปี ๒๕๖๒\\nถึง ผบช.สงป."


@given(st.text())
def test_folding_undone_gives_the_line_again(line: str) -> None:
    text = escaped(line)
    assert folded(text).replace("\r\n ", "") == text
    assert all(len(piece.encode()) <= 75 for piece in folded(text).split("\r\n"))


@given(st.text())
def test_no_text_can_begin_a_line_of_its_own(text: str) -> None:
    assert not {"\r", "\n"} & set(escaped(text))
