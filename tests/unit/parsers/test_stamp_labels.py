"""Receipt stamps under the labels that offices give number, date and time: each stamp is found whole, typed, transcribed or coloured."""

from datetime import date
from itertools import zip_longest

import pytest

from tests.unit.parsers.papers import drafts
from workflow.core.reading import Stamp
from workflow.parsers.fields.receipts import take_stamps
from workflow.parsers.page import Line
from workflow.parsers.recogniser.stamp_grammar import stamp_grammar
from workflow.parsers.stamp_labels import DATE_WORDS, NUMBER_WORDS, OPENS_NUMBER, TIME_WORDS

NUMBERS = [
    "เลขรับ", "เลขที่รับ", "รับที่", "รับเลขที่", "ลงรับที่", "ลงรับเลขที่", "ทะเบียนรับเลขที่", "เลขทะเบียนรับ", "เลขทะเบียนรับที่", "ทะเบียนรับ", "เลขทะเบียน รับที่",
    "รับหนังสือเลขที่", "เลขที่ลงรับ", "No.",
]  # fmt: skip
DATES = ["วันที่", "วันที่รับ", "รับวันที่", "ลงวันที่", "วัน เดือน ปี", "ว/ด/ป", "ลงรับเมื่อวันที่"]
TIMES = ["เวลา", "เวลารับ", "เวลาที่รับ", "รับเวลา", "เวลา :"]
WHOLE = Stamp("กองคลังพัสดุ", "713", date(2026, 2, 17), "10:05")


def typed(number: str, day: str, hour: str) -> list[str]:
    return ["กองคลังพัสดุ", f"{number} ๗๑๓", f"{day} ๑๗ ก.พ. ๖๙", f"{hour} ๑๐.๐๕ น."]


@pytest.mark.parametrize(("number", "day", "hour"), zip_longest(NUMBERS, DATES, TIMES, fillvalue=""))
def test_a_stamp_is_found_under_any_labels(number: str, day: str, hour: str) -> None:
    lines = [Line(text, 1, n) for n, text in enumerate(typed(number, day or "วันที่", hour or "เวลา"))]
    (found,), rest = take_stamps(lines)
    assert (found.stamp, rest) == (WHOLE, [])


@pytest.mark.parametrize(("number", "day", "hour"), zip_longest(NUMBERS, DATES, TIMES, fillvalue=""))
def test_a_coloured_stamp_is_found_beside_the_letter_it_stands_on(number: str, day: str, hour: str) -> None:
    texts = typed(number, day or "รับวันที่", hour or "เวลา")
    boxes = [(420.0, 20.0 + 15 * n, 520.0, 30.0 + 15 * n) for n in range(4)]
    lines = [Line(text, 1, n, box, inked=True) for n, (text, box) in enumerate(zip(texts, boxes, strict=True))]
    body = Line("ที่ กค ๐๑๐๑/๙", 1, 9, (70.0, 90.0, 200.0, 104.0))
    (found,), rest = take_stamps([body, *lines])
    assert (found.stamp, rest) == (WHOLE, [body])


@pytest.mark.parametrize(
    "text", ["รับที่ทำการเดิม", "ลงรับที่กองคลัง", "หนังสือรับรองเลขที่ 5", "ทะเบียนรับส่งหนังสือ", "ที่ กค 0101/9", "เลขที่ 45/2 ถนนราชวิถี"]
)
def test_what_goes_on_in_words_is_no_stamps_number(text: str) -> None:
    assert not OPENS_NUMBER.match(text)


def test_a_number_with_its_year_is_whole() -> None:
    lines = [Line(text, 1, n) for n, text in enumerate(["งานธุรการ", "รับที่ ๗๑๓/๒๕๖๙", "วันที่ ๑๗/๒/๒๕๖๙", "เวลา ๑๐.๐๕"])]
    assert take_stamps(lines)[0][0].stamp == Stamp("งานธุรการ", "713/2569", date(2026, 2, 17), "10:05")


def test_every_label_is_known_to_the_reader_of_pictures() -> None:
    assert len(stamp_grammar().letters) > 2 * sum(len(word) for word in (*NUMBER_WORDS, *DATE_WORDS, *TIME_WORDS))


def test_a_transcript_keeps_its_letters_date_beside_a_stamps() -> None:
    text = "\n".join([
        *typed("ลงรับที่", "วันที่รับ", "เวลารับ"), "", "ที่ สมข ๐๑๐๑/๙", "สำนักงานสมมุติ", "๑๒ กุมภาพันธ์ ๒๕๖๙", "เรื่อง ขอหารือ", "เรียน ปลัดกระทรวงสมมุติ",
        "ด้วยสำนักงานสมมุติใคร่ขอหารือแนวทาง", "จึงเรียนมาเพื่อโปรดพิจารณา", "ขอแสดงความนับถือ", "(นายสมมุติ ทดสอบกุล)", "ผู้อำนวยการ",
    ])  # fmt: skip
    (draft,) = drafts(text)
    assert (draft.instrument.date, draft.instrument.receipts) == (date(2026, 2, 12), (WHOLE,))
