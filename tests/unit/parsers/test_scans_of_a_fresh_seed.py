"""What scans of papers nobody had looked at lost: a kind to a pen's note, an urgency to print below it, a number to its lost stroke."""

from dataclasses import replace

import pytest

from tests.unit.parsers.papers import placed, set_out
from tests.unit.parsers.scanned import checked, row, scanned
from workflow.parsers.binding.opening import is_numbered, opened
from workflow.parsers.fields.numbers import number_of
from workflow.parsers.fields.receipts import take_stamps
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.sender import sender_of
from workflow.parsers.fields.urgency import urgency_of
from workflow.parsers.latin import plain_latin
from workflow.parsers.page import Line
from workflow.parsers.rows import rows_of
from workflow.parsers.scanned_cells import grids_of, words_in

ORDER = [(150, "คำสั่งกองบัญชาการสมมุติ"), (190, "ที่ ๘๒๖/๒๕๖๗"), (16, "เรื่อง หลักเกณฑ์การใช้ผลสมมุติ"), (70, "อาศัยอำนาจตาม"),
         (0, "มาตรา ๕๗ จึงให้ดำเนินการดังนี้"), (70, "(๑) ให้ใช้แบบรายงานตามที่แนบท้าย")]  # fmt: skip


def test_a_pens_note_in_the_text_of_an_order_makes_no_letter_of_it() -> None:
    found = opened(rows_of(placed([*ORDER, (260, "เสนอ ผอ."), (70, "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป")]).lines))
    assert found is not None
    assert found.kind == "order"


@pytest.mark.parametrize("word", ["ด่วน", "ด่วนมาก", "ด่วนที่สุด"])
@pytest.mark.parametrize("mark", ["ู", "ุ", "่"])
def test_a_mark_of_the_print_below_is_none_of_the_urgency(word: str, mark: str) -> None:
    found = urgency_of([row(f"{word}{mark}")])
    assert found is not None
    assert found[0] == word


@pytest.mark.parametrize(("text", "number"), [("ที่ พธ 0507 16", "พธ 0507/16"), ("ที่ สม 0102.3 ว 88", "สม 0102.3/ว88")])
def test_a_gap_stands_for_the_stroke_that_a_scan_lost(text: str, number: str) -> None:
    found = number_of([row(text)])
    assert found is not None
    assert found[0] == number


def test_a_number_without_its_stroke_heads_a_paper_and_is_no_sender() -> None:
    rows = rows_of(scanned([(0, "ที่ พธ 0507 16"), (0, "ถึง สำนักงานสมมุติ เขต 4"), (70, "ขอเตือนเรื่องการรายงานผล")]).lines)
    assert is_numbered(rows[0])
    assert sender_of({}, rows, "") is None


@pytest.mark.parametrize(
    ("read", "meant"),
    [("Al Literacy", "AI Literacy"), ("กลยุทธ์ Al", "กลยุทธ์ AI"), ("Al-Azhar", "Al-Azhar"), ("Ski11", "Skill")],
)
def test_letters_of_one_outline_are_those_of_the_word(read: str, meant: str) -> None:
    assert plain_latin(read) == meant


def test_columns_of_which_no_row_fills_both_are_one() -> None:
    across = [(60.0, 100.0 + 20 * n, 500.0, 100.5 + 20 * n) for n in range(6)]
    down = [(x, 100.0, x + 0.5, 200.0) for x in (60.0, 120.0, 200.0, 330.0, 499.5)]
    (grid,) = grids_of([*across, *down], 1.0)
    head = [(210.0, 104.0, 320.0, 116.0), (340.0, 104.0, 480.0, 116.0)]
    body = [
        box
        for n in range(1, 5)
        for box in ((64.0, 104.0 + 20 * n, 116.0, 116.0 + 20 * n), (340.0, 104.0 + 20 * n, 480.0, 116.0 + 20 * n))
    ]
    (held,) = words_in([grid], [*head, *body], 1.0)
    assert held == [[[0], [1]], *([[2 + 2 * n], [3 + 2 * n]] for n in range(4))]


def test_a_dash_in_a_word_parts_no_name() -> None:
    names = ("คำขอสมมุติ (e-Form)", "ข้อมูลสมมุติ (Geo-data)", "ทักษะสมมุติ", "การเชื่อมโยงสมมุติ")
    lines: list[tuple[float, float, str]] = [(120, 530, "มีข้อเสนอแนะใน 4 ตัวชี้วัดย่อย ดังนี้")]
    for n, name in enumerate(names, 1):
        lines += [(120, 531, f"• {n}.1 {name} - ควรเปิดเผยระยะเวลาแต่ละขั้นตอน"), (90, 300, "เพื่อให้วางแผนได้ทั้งปี")]
    found = recommendations_of(set_out([*lines, (142, 430, "จึงเรียนมาเพื่อโปรดทราบ")])).given
    assert [g.name for g in found] == list(names)


def test_a_colon_that_a_stroke_made_a_letter_parts_code_and_name() -> None:
    lines: list[tuple[float, float, str]] = [(140, 389, "มีหัวข้อย่อยที่ได้รับข้อแนะนำ จำนวน 2 ตัว ดังต่อไปนี้")]
    for head in (
        "• หัวข้อย่อย 3.2 : Log Correlation ในองค์ประกอบการตรวจพบ",
        "หัวข้อย่อย 5.1OPhishing Exercise ในองค์ประกอบวัฒนธรรมสมมุติ",
    ):
        lines += [(153, 500, head), (168, 534, "ข้อเสนอแนะของ ศปข. พึงเร่งวางระบบใหม่ให้ครบทุกหน่วย")]
    found = recommendations_of([replace(r, sure=(0.99,) * len(r.text)) for r in set_out(lines)]).given
    assert [(g.code, g.name) for g in found] == [("3.2", "Log Correlation"), ("5.1", "Phishing Exercise")]


def test_a_citation_whose_first_words_a_stroke_hid_is_kept_and_told() -> None:
    head = [(170, "บันทึกข้อความ"), (0, "ส่วนราชการ สำนักสมมุติ"), (0, "ที่ สม ๐๐๑๗.๓/๙๖๗  วันที่ ๘ เมษายน ๒๕๖๔"), (0, "เรื่อง แจ้งผลการสำรวจสมมุติ"),
            (0, "เรียน อธิบดีกรมสมมุติ")]  # fmt: skip
    body = [(72, "๑.๑ ศปใๆ มหนงสอ งก ๙ป๒๑ วช ๑๑.๒.๐๕/ว๕๑๗๕ ลงวันที่ ๒๘ กันยายน ๒๕๖๓ ขอให้ตอบแบบ")]
    body += [(72, "๑.๒ สมร. ได้แจ้งหน่วยงานตามหนังสือที่ สม ๐๐๑๗.๓/ว๓๗๖๐ ลงวันที่ ๑๒ ตุลาคม ๒๕๖๓"), (72, "จึงเรียนมาเพื่อโปรดทราบ")]
    drafts, findings = checked(scanned([*head, *body, (190, "(นายสมมุติ ทดสอบกุล)"), (190, "ผู้อำนวยการสำนักสมมุติ")]))
    assert [r.number for r in drafts[0].instrument.references] == ["วช 11.2.05/ว5175", "สม 0017.3/ว3760"]
    assert [f.field for f in findings if f.message.startswith("คำหน้าเลข")] == ["references[0].number"]


@pytest.mark.parametrize(
    ("read", "unit"), [("สทส", "สทส."), ("สทส.", "สทส."), ("กองคลัง", "กองคลัง"), ("ศูนย์ข้อมูล", "ศูนย์ข้อมูล")]
)
def test_an_offices_abbreviation_ends_in_its_dot(read: str, unit: str) -> None:
    texts = (read, "เลขรับ ๔๓๒๓", "วันที่ ๑๑ พ.ย. ๖๒", "เวลา ๑๔.๕๐ น.")
    lines = [
        Line(t, 1, n, (400.0, 20.0 + 16 * n, 480.0, 30.0 + 16 * n), inked=True, confidence=0.99, sure=(0.99,) * len(t))
        for n, t in enumerate(texts)
    ]
    assert take_stamps(lines)[0][0].stamp.unit == unit
