"""Receipt stamps seen by their frame: what they say, and which of it is only a suggestion."""

from dataclasses import replace
from datetime import date

import pytest

from workflow.core.reading import Instrument, Stamp
from workflow.parsers.draft import Draft
from workflow.parsers.fields.receipts import take_stamps
from workflow.parsers.page import Line
from workflow.parsers.stamping import add_stamps


def _line(text: str, row: int, *, sure: float = 0.99, stamp: int | None = 0) -> Line:
    box = (400.0, 20.0 + 15 * row, 500.0, 30.0 + 15 * row)
    return Line(text, 1, row, box, inked=True, confidence=sure, sure=(sure,) * len(text), stamp=stamp)


def _stamp(*texts: str) -> Stamp:
    (found,), rest = take_stamps([_line(text, n) for n, text in enumerate(texts)])
    assert rest == []
    return found.stamp


def test_a_stamp_says_unit_number_date_and_time() -> None:
    stamp = _stamp("กองกลาง", "เลขรับ ๑๒๐๗.", "วันที่ ๓ มี.ค. ๖๘", "เวลา ๙.๐๕ น.")
    assert stamp == Stamp("กองกลาง", "1207", date(2025, 3, 3), "09:05")


def test_date_and_time_may_share_a_row_and_the_month_may_be_a_figure() -> None:
    stamp = _stamp("งานสารบรรณ", "รับที่ 88", "วันที่ 14/2/2567 เวลา 15:40")
    assert stamp == Stamp("งานสารบรรณ", "88", date(2024, 2, 14), "15:40")


@pytest.mark.parametrize("label", ["รับ ๐๙๖", "ขรับ ๐๙๖", "รับ: ๐๙๖"])
def test_a_label_whose_head_is_hidden_is_no_part_of_the_unit(label: str) -> None:
    stamp = _stamp("ศูนย์เทคโนโลยีสารสนเทศ", label, "วันที่ ๓ มี.ค. ๖๘", "เวลา ๙.๐๕ น.")
    assert (stamp.unit, stamp.number) == ("ศูนย์เทคโนโลยีสารสนเทศ", "096")


@pytest.mark.parametrize("day", ["๙ / ส.ค. / ๖๕", "9/ส.ค./2565", "๙ / ๘ / ๖๕", "9-ส.ค.-65"])
@pytest.mark.parametrize("label", ["วันที่ ", "รับวันที่ ", ""])
def test_a_day_may_stand_between_the_strokes_of_a_stamp(label: str, day: str) -> None:
    lines = ("กองกลาง", "เลขรับ ๑๒๐๗", f"{label}{day}", "เวลา ๙.๐๕ น.")
    printed = [replace(_line(text, n, stamp=None), inked=False) for n, text in enumerate(lines)]
    (found,), _ = take_stamps(printed)
    assert found.stamp == _stamp(*lines) == Stamp("กองกลาง", "1207", date(2022, 8, 9), "09:05")


@pytest.mark.parametrize("hour", ["๑๐:๒๘ น.", "๑๐.๒๘ นาฬิกา", "10:28"])
def test_an_hour_may_stand_apart_from_its_label(hour: str) -> None:
    lines = [replace(_line(text, n, stamp=None), inked=False) for n, text in enumerate(("กองกลาง", "เลขรับ ๑๒๐๗"))]
    label = Line("เวลา", 1, 3, (400.0, 65.0, 420.0, 75.0))
    (found,), _ = take_stamps([*lines, label, Line(hour, 1, 4, (450.0, 65.0, 490.0, 75.0))])
    assert found.stamp.time == "10:28" and found.stamp.unit == "กองกลาง"


@pytest.mark.parametrize(
    "row", ["๒๗ ม.ค. ๖๔ ๐๙.๔๐ น.", "27/1/64, 09:40", "๒๗ มกราคม ๒๕๖๔ / ๙.๔๐ นาฬิกา", "09.40 น. 27 ม.ค. 64"]
)
def test_day_and_hour_may_share_a_row_without_a_label(row: str) -> None:
    assert _stamp("กลุ่มงบประมาณ", "รับที่ ๙๑", row) == Stamp("กลุ่มงบประมาณ", "91", date(2021, 1, 27), "09:40")
    assert _stamp("รับที่ ๙๑", row).unit is None


def test_a_number_beside_a_day_is_no_hour() -> None:
    assert _stamp("กองกลาง", "รับที่ ๙๑", "๒๗ ม.ค. ๖๔ ฉบับที่ ๙.๔๐").time is None
    assert _stamp("กองกลาง", "รับที่ ๙๑", "วันที่ ๒๗ ม.ค. ๒๕๖๔").time is None


def test_a_day_between_strokes_that_no_calendar_has_is_kept_as_printed() -> None:
    (found,), _ = take_stamps([_line(text, n) for n, text in enumerate(("เลขรับ ๑๒๐๗", "วันที่ ๓๑/ก.ย./๖๕"))])
    assert found.stamp.date is None and found.printed_date == "31/ก.ย./65"


def test_the_day_of_a_date_is_no_number() -> None:
    assert _stamp("กองกลาง", "วันที่ ๑๑ พ.ย. ๒๕๖๒", "เวลา ๑๔.๕๐ น.").number is None


def test_the_year_of_a_registers_number_may_have_two_figures() -> None:
    assert _stamp("กองกลาง", "เลขที่รับ ๐๐๔๒/๖๗", "วันที่ ๓ มี.ค. ๖๗", "เวลา ๙.๐๕ น.").number == "0042/67"


@pytest.mark.parametrize("label", ["เลขรับ 12/02/67", "เลขที่รับ 42/7", "รับ 12/02 เวลา 9.40 น."])
def test_what_is_no_year_behind_a_stroke_makes_no_number(label: str) -> None:
    assert _stamp("กองกลาง", label, "เวลา ๙.๐๕ น.").number is None


def test_two_stamps_side_by_side_stay_two() -> None:
    lines = [_line("เลขรับ ๑", 0, stamp=0), _line("เลขรับ ๒", 0, stamp=1), _line("ที่ กค ๐๑๐๑/๙", 3, stamp=None)]
    found, rest = take_stamps(lines)
    assert [s.stamp.number for s in found] == ["1", "2"] and [line.text for line in rest] == ["ที่ กค ๐๑๐๑/๙"]


def test_of_two_stamps_one_below_the_other_each_keeps_its_hour() -> None:
    typed = [
        "สสด.",
        "เลขรับ ๓๙๖๐",
        "วันที่ ๘ พ.ย. ๒๕๖๕",
        "เวลา ๑๓.๔๐ น.",
        "ฝอ.สสด.",
        "เลขรับ ๗๑๒๒",
        "วันที่ ๘ พ.ย. ๒๕๖๕",
        "เวลา ๑๕.๑๕ น.",
    ]
    tops = [27, 40, 53, 73, 90, 105, 118, 138]  # the hour stands nearer to the number below than to its own
    lines = [
        Line(text, 1, n, (431.0, float(top), 500.0, top + 9.0))
        for n, (text, top) in enumerate(zip(typed, tops, strict=True))
    ]
    found, rest = take_stamps(lines)
    assert [(s.stamp.number, s.stamp.time) for s in found] == [("3960", "13:40"), ("7122", "15:15")] and rest == []


def _fields(*lines: Line) -> list[str | None]:
    draft = Draft(Instrument("letter", (1,), ()), "")
    add_stamps(draft, take_stamps(lines)[0])
    return [finding.field for finding in draft.findings]


def test_a_value_of_which_one_digit_is_unsure_is_a_suggestion() -> None:
    number = _line("เลขรับ ๔๓๒๓", 1)
    unsure = Line(number.text, 1, 1, number.box, inked=True, confidence=0.95, sure=(*number.sure[:-1], 0.4), stamp=0)
    lines = (_line("กองกลาง", 0), unsure, _line("วันที่ ๓ มี.ค. ๖๘", 2), _line("เวลา ๙.๐๕ น.", 3))
    assert _fields(*lines) == ["receipts[0].number"]


def test_a_value_that_was_not_read_in_a_stamp_is_asked_for() -> None:
    assert _fields(_line("กองกลาง", 0), _line("เลขรับ ๔๓๒๓", 1), _line("เวลา ๙.๐๕ น.", 2)) == ["receipts[0].date"]


def _printed(text: str, left: float, row: int, *, inked: bool) -> Line:
    return Line(text, 1, row, (left, 20.0 + 16 * row, left + 6 * len(text), 34.0 + 16 * row), inked=inked)


def test_what_is_typed_in_black_beside_a_coloured_label_is_the_stamps() -> None:
    labels = [_printed(t, 400, n, inked=True) for n, t in enumerate(("กองกลาง", "เลขที่รับ", "วันที่", "เวลา"))]
    values = [_printed(t, 460, n, inked=False) for n, t in enumerate(("๕๖๙", "๑ มิ.ย.๖๑", "๑๒:๒๖ น."), 1)]
    body = _printed("ตามหนังสือที่อ้างถึง", 90, 2, inked=False)
    (found,), rest = take_stamps([*labels, *values, body])
    assert found.stamp == Stamp("กองกลาง", "569", date(2018, 6, 1), "12:26")
    assert rest == [body]


def test_the_red_word_of_urgency_beside_a_stamp_is_not_the_stamps() -> None:
    lines = [_printed("เลขรับ ๕๖๙", 120, 0, inked=True), _printed("เวลา ๑๑.๒๙ น.", 120, 2, inked=True)]
    urgent = _printed("ด่วนมาก", 85, 1, inked=True)
    assert take_stamps([*lines, urgent])[1] == [urgent]


MARKS = ["[ตรารับ] ", "(ตรารับ) ", "[ตราประทับรับหนังสือ] ", "[ตรารับ ๑] ", "<ประทับตรา> ", "ตรารับ: ", "[ตรารับ]: ", "[ลงรับ] "]


@pytest.mark.parametrize("mark", MARKS)
def test_the_mark_of_a_transcriber_is_no_part_of_a_stamp(mark: str) -> None:
    for lines in (
        (f"{mark}กรมเจ้าท่า", "เลขรับ ๒๒๑๐๗", "วันที่ ๘ พ.ย. ๒๕๖๒", "เวลา ๑๑.๐๕ น."),
        (f"{mark}เลขรับ ๒๒๑๐๗", "กรมเจ้าท่า", "วันที่ ๘ พ.ย. ๒๕๖๒", "เวลา ๑๑.๐๕ น."),
        (mark.strip(), "กรมเจ้าท่า", "เลขรับ ๒๒๑๐๗", "วันที่ ๘ พ.ย. ๒๕๖๒", "เวลา ๑๑.๐๕ น."),
    ):
        (found,), _ = take_stamps([Line(text, 1, n) for n, text in enumerate(lines)])
        assert found.stamp == Stamp("กรมเจ้าท่า", "22107", date(2019, 11, 8), "11:05")


@pytest.mark.parametrize("unit", ["กองตรารับรอง", "(สำนักงานกลาง)", "กอง (ตราสาร)", "ตราดเมืองใหม่", "[กองกลาง]"])
def test_a_unit_may_stand_in_brackets_or_sound_like_a_mark(unit: str) -> None:
    assert _stamp(unit, "เลขรับ ๑๒๐๗", "วันที่ ๓ มี.ค. ๖๘").unit == unit


REGISTER = ("ศาลากลางจังหวัดสมมุติ", "เลขที่ ๒๕๓๑๙", "วันที่ ๑๙ ธ.ค. ๒๕๕๙", "เวลา ๑๐.๕๐ น.")


def test_a_number_that_only_says_which_is_a_stamps_above_its_day_and_hour() -> None:
    (found,), _ = take_stamps(
        [replace(_line(text, n, stamp=None), sure=(), confidence=1.0) for n, text in enumerate(REGISTER)]
    )
    assert found.stamp == Stamp("ศาลากลางจังหวัดสมมุติ", "25319", date(2016, 12, 19), "10:50")


@pytest.mark.parametrize("kept", [(0, 1, 2), (0, 1, 3), (1,)])
def test_a_number_without_day_or_hour_below_is_no_stamps(kept: tuple[int, ...]) -> None:
    lines = [replace(_line(REGISTER[n], n, stamp=None), sure=(), confidence=1.0) for n in kept]
    assert take_stamps(lines) == ([], lines)


def test_two_stamps_so_near_that_their_lines_run_on_are_two() -> None:
    pairs = [
        ("กรมสมมุติ", "กองกลาง"),
        ("เลขรับ ๑๘๘๒๔", "เลขรับ ๙๐๑๗"),
        ("วันที่ ๒๖ ธ.ค. ๒๕๖๕", "วันที่ ๒๗ ธ.ค. ๒๕๖๕"),
        ("เวลา ๑๐.๔๐ น.", "เวลา ๐๙.๐๕ น."),
    ]
    lines: list[Line] = []
    for n, pair in enumerate(pairs):
        boxes = [(363.0 + 98 * k, 57.0 + 13 * n, 363.0 + 98 * k + 72, 69.0 + 13 * n) for k in (0, 1)]
        parts = tuple(Line(text, 1, n, box, 12.0) for text, box in zip(pair, boxes, strict=True))
        around = (boxes[0][0], boxes[0][1], boxes[1][2], boxes[1][3])
        lines += [Line(" ".join(pair), 1, n, around, 12.0, pieces=parts)] if n % 2 == 0 else parts
    found, rest = take_stamps(lines)
    assert [stamp.stamp for stamp in found] == [
        Stamp("กรมสมมุติ", "18824", date(2022, 12, 26), "10:40"), Stamp("กองกลาง", "9017", date(2022, 12, 27), "09:05"),
    ]  # fmt: skip
    assert rest == []


def _shared(row: int, *texts: tuple[str, float]) -> Line:
    """Return one line of several pieces, each from its left edge."""
    boxes = [(left, 57.0 + 14 * row, left + 5 * len(text), 69.0 + 14 * row) for text, left in texts]
    parts = tuple(Line(text, 1, row, box, 12.0) for (text, _), box in zip(texts, boxes, strict=True))
    around = (boxes[0][0], boxes[0][1], boxes[-1][2], boxes[-1][3])
    return Line(" ".join(text for text, _ in texts), 1, row, around, 12.0, pieces=parts)


def test_the_unit_of_one_stamp_beside_the_title_is_cut_off_it_and_the_heads_date_below_stays_whole() -> None:
    head = _shared(3, ("ที่ กค ๐๑๐๑/๙", 85.0), ("วันที่ ๘ มกราคม ๒๕๖๓", 393.0))
    lines = [
        _shared(0, ("บันทึกข้อความ", 249.0), ("สง.รอง ผบช.สม.", 393.0)),
        *(replace(_shared(n, (text, 393.0)), pieces=()) for n, text in ((1, "เลขรับ ๑๗๗"), (2, "เวลา ๑๐.๐๕ น."))),
        head,
    ]
    (found,), rest = take_stamps(lines)
    assert found.stamp == Stamp("สง.รอง ผบช.สม.", "177", None, "10:05")
    assert [line.text for line in rest] == ["บันทึกข้อความ", head.text]


def test_the_papers_own_day_right_below_a_stamp_is_the_papers_and_an_hour_may_have_no_dot() -> None:
    texts = [
        (432.0, 53.0, "สน.สมมุติ"),
        (378.0, 67.0, "เลขรับ ๐๘๘๑"),
        (378.0, 81.0, "วันที่ ๒๙ ม.ค.๖๘"),
        (378.0, 95.0, "เวลา ๑๐๑๕"),
    ]
    stamp = [Line(text, 1, n, (x, y, x + 55, y + 17), 13.0) for n, (x, y, text) in enumerate(texts)]
    own = Line("วันที่ ๒๘ ม.ค.๖๘", 1, 5, (342.0, 120.0, 415.0, 140.0), 16.0)
    (found,), rest = take_stamps([*stamp, own])
    assert found.stamp == Stamp("สน.สมมุติ", "0881", date(2025, 1, 29), "10:15") and rest == [own]


def test_a_unit_may_stand_before_its_number_on_one_line() -> None:
    typed = ["สลก. รับเลขที่ 3390", "17 มิ.ย. 2568", "เวลา 13.05 น."]
    lines = [Line(text, 1, n, (460.0, 34.0 + 18 * n, 542.0, 44.0 + 18 * n)) for n, text in enumerate(typed)]
    (found,), rest = take_stamps(lines)
    assert found.stamp == Stamp("สลก.", "3390", date(2025, 6, 17), "13:05") and rest == []
