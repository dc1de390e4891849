"""What a scan adds to the print: a stamp's line read again, marks before names, signs before numbers. Taken off, and told."""

import pytest

from tests.unit.parsers.scanned import checked, paper, scanned
from workflow.core.reading import Finding
from workflow.parsers.binding.opening import is_signature
from workflow.parsers.binding.sheet import Sheet
from workflow.parsers.bundle import announces
from workflow.parsers.fields.receipts import take_stamps
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.fields.signatory import signatures
from workflow.parsers.page import Line
from workflow.parsers.rows import rows_of

LETTER = [
    (0, "ที่ ตย ๐๑๐๑/๑๒"), (250, "สำนักงานตัวอย่าง"), (200, "๕ มีนาคม ๒๕๖๗"), (0, "เรื่อง แจ้งผลการสำรวจความพร้อม"), (0, "เรียน อธิบดีกรมตัวอย่าง"),
    (0, "สิ่งที่ส่งมาด้วย ๑. สรุปผลการสำรวจ"), (85, ".๒. ปฏิทินการอบรม"), (60, "ตามที่ สำนักงานตัวอย่างได้สำรวจความพร้อมของกรมตัวอย่าง นั้น"),
    (60, "จึงเรียนมาเพื่อโปรดทราบ"), (250, "ขอแสดงความนับถือ"), (250, "(นาย่อรุณ สมมุติสกุล)"), (240, "ผู้อำนวยการสำนักงานตัวอย่าง"),
]  # fmt: skip


def _told(field: str) -> list[Finding]:
    return [f for f in checked(scanned(LETTER))[1] if f.field == field] + [
        f for f in checked(scanned(LETTER))[0][0].findings if f.field == field
    ]


def test_a_sign_before_the_number_of_an_enclosure_is_no_text_and_is_told() -> None:
    assert paper(LETTER).enclosures == ("สรุปผลการสำรวจ", "ปฏิทินการอบรม")
    assert any("เลขข้อ" in f.message for f in _told("enclosures"))


def test_no_name_begins_with_a_tone_mark_and_what_was_read_is_told() -> None:
    signatory = paper(LETTER).signatory
    assert signatory and signatory.name == "อรุณ สมมุติสกุล"
    assert any(f.candidates == ("่อรุณ สมมุติสกุล",) for f in _told("signatory.name"))


def _stamped(text: str, left: float) -> list[Line]:
    """Return the lines that are left of a page on which a stamp and a line of print were read."""
    stamp = [
        Line(t, 1, n, (440.0, 30.0 + 13 * n, 530.0, 42.0 + 13 * n), stamp=0)
        for n, t in enumerate(("กองกลาง", "เลขรับ ๑๒"))
    ]
    return take_stamps([Line(text, 1, 9, (left, 31.0, left + 90, 42.0)), *stamp])[1]


def test_the_name_on_a_stamp_read_again_as_print_is_no_line_of_the_paper() -> None:
    assert _stamped("กองกลาง", 439.0) == []


def test_print_under_a_stamp_or_beside_it_stays() -> None:
    assert len(_stamped("ที่ ตย ๐๑๐๑/๑๒", 439.0)) == len(_stamped("กองกลาง", 300.0)) == 1


def _announced(*cells: str) -> bool:
    runs = [(cells, 80.0), (("๔.๕", "สารบรรณ", "งาน", "ลงรับ"), 98.0)]
    lines = [
        Line(text, 2, n, (90.0 + 110 * k, top, 150.0 + 110 * k, top + 11), confidence=0.99)
        for n, (row, top) in enumerate(runs)
        for k, text in enumerate(row)
    ]
    return announces("4.5 สารบรรณ", Sheet(2, tuple(rows_of(lines)), (), 2, None, None))


def test_a_catchword_announces_the_row_below_a_repeated_head_that_no_ruling_tells() -> None:
    assert _announced("รหัส", "ตัวชี้วัด", "ด้าน", "ข้อเสนอแนะ")
    assert not _announced("๔.๔", "ข้อมูล", "งาน", "จัดทำ")


def test_a_dash_apart_from_a_score_is_no_part_of_it_and_the_score_is_doubted() -> None:
    body = [("๑", "แผน", "๖๐.๕๙"), ("๒", "คน", "- ๕๘.๕๓"), ("๓", "งาน", "๖๒.๖๕"), ("๔", "ระบบ", "๓๒.๐๙")]
    lines = [
        Line(text, 1, n, (x, 100.0 + 18 * n, x + 30, 112.0 + 18 * n), confidence=0.99)
        for n, row in enumerate([("ลำดับ", "ตัวชี้วัด", "คะแนน"), *body])
        for x, text in zip((100.0, 140.0, 400.0), row, strict=True)
    ]
    found = score_table([], rows_of(lines))
    assert found.indicators[1].score == 58.53 and [n for n, _ in found.doubts] == [1]


@pytest.mark.parametrize("name", ["- (นายกฤษณ์ สมมุติสกุล)", ". (นายกมล สมมุติสกุล)", "(นายกองแก้ว สมมุติสกุล)"])
def test_a_name_is_a_signature_behind_a_speck_and_when_it_begins_as_a_post_does(name: str) -> None:
    rows = rows_of(scanned([(250, name), (240, "ผู้อำนวยการสำนักงานตัวอย่าง")]).lines)
    assert is_signature(rows[0])
    assert [s.signatory.name for s in signatures(rows)] == [name.strip("-. ()").removeprefix("นาย")]
