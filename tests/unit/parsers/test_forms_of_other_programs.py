"""What other writing programs and offices leave: marks apart from their letters, notes side by side without a signature above, odd numbers."""

from collections.abc import Sequence

import pytest

from tests.unit.parsers.papers import drafts, rows
from workflow.core.reading import Instrument
from workflow.core.secrets import find
from workflow.core.thai_digits import to_arabic
from workflow.parsers.checks import Context, run_checks
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.scores import scores_of
from workflow.parsers.fields.stated_count import stated_count
from workflow.parsers.fields.surveyed import counts
from workflow.parsers.fields.titles import split_acting
from workflow.parsers.pdf_lines import lines_of
from workflow.parsers.pdf_marks import at_home
from workflow.parsers.pdf_printed import Glyph, Style
from workflow.parsers.text_layer import misspelt
from workflow.parsers.thai_text import normalise

LETTER = """ที่ {number}
กระทรวงสมมุติ
๗ สิงหาคม ๒๕๖๗
เรื่อง ส่งผลการสมมุติ
เรียน อธิบดีกรมสมมุติ
{head}
ตามที่กระทรวงสมมุติมีหนังสือ
ที่ สม ๐๑๐๑/๙ ลงวันที่ ๑ สิงหาคม ๒๕๖๗ แจ้งแล้ว นั้น
จึงเรียนมาเพื่อโปรดทราบ
"""
WIDTH, STYLE = 10.0, Style(16.0, 100.0)


def printed(text: str, apart: Sequence[tuple[str, float]]) -> list[Glyph]:
    """Return letters one beside the other, and below them in the file each mark at its place."""
    letters = [
        Glyph(c, n * WIDTH, (n + 1) * WIDTH, (n * WIDTH, 90.0, (n + 1) * WIDTH, 100.0), STYLE)
        for n, c in enumerate(text)
    ]
    return letters + [Glyph(c, x - 2, x + 2, (x - 2, 85.0, x + 2, 90.0), Style(16.0, 99.0)) for c, x in apart]


def test_a_mark_written_apart_goes_behind_the_letter_it_stands_over() -> None:
    glyphs = printed("ขอเสนอแนะ", [("้", 7.0)])
    assert misspelt(line.text for line in lines_of(glyphs, 1))
    assert [line.text for line in lines_of(at_home(glyphs), 1)] == ["ข้อเสนอแนะ"]


def test_a_mark_is_never_over_a_vowel_of_its_own() -> None:
    assert [line.text for line in lines_of(at_home(printed("ผูวา", [("้", 9.0), ("่", 29.0)])), 1)] == ["ผู้ว่า"]


def test_marks_at_home_stay_as_they_are() -> None:
    glyphs = printed("นม", [("้", 18.0)])
    assert at_home([glyphs[0], glyphs[1], glyphs[2]]) == glyphs


def test_a_mark_that_shares_a_box_with_its_letter_stays_though_the_next_letter_is_nearer() -> None:
    places = [("ว", 0.0, 2.7), ("ั", 2.7, 5.4), ("ฒ", 5.0, 13.6), ("น", 13.6, 20.4)]
    glyphs = [Glyph(c, left, right, (left, 90.0, right, 100.0), STYLE) for c, left, right in places]
    assert at_home(glyphs) == glyphs


def test_a_mark_that_was_widened_stays_with_the_others_of_its_cluster() -> None:
    places = [("น", 0.0, 1.4), ("ี", 1.4, 2.8), ("้", 2.8, 5.1), ("ต", 5.4, 9.0)]
    glyphs = [Glyph(c, left, right, (left, 90.0, right, 100.0), STYLE) for c, left, right in places]
    assert at_home(glyphs) == glyphs


def test_a_mark_and_a_letter_that_come_twice_are_no_copy_of_one_cluster() -> None:
    """As LibreOffice places them: a mark as wide as its letter, a hair to its left."""
    places = [("ศ", 155.7, 162.0), ("ิ", 156.5, 162.0), ("ร", 162.0, 167.2), ("ิ", 161.7, 167.2), ("ร", 167.2, 172.4)]
    glyphs = [Glyph(c, left, right, (left, 90.0, right, 100.0), STYLE) for c, left, right in places]
    assert [line.text for line in lines_of(glyphs, 1)] == ["ศิริร"]


@pytest.mark.parametrize(
    ("torn", "whole"), [("จั งหวัด", "จังหวัด"), ("เ รียน", "เรียน"), ("อ าคาร", "อาคาร"), ("ชื่อ ะ ควร", "ชื่อ ะ ควร")]
)
def test_a_space_where_no_word_can_end_is_none(torn: str, whole: str) -> None:
    assert normalise(torn) == whole


def letter(number: str = "สม ๐๑๐๒/๕๕", head: str = "") -> tuple[Instrument, list[str]]:
    found = drafts(LETTER.format(number=number, head=head))
    return found[0].instrument, [f.field or "" for f in run_checks(found, Context(()))]


@pytest.mark.parametrize(("number", "read"), [("อว ๖๖๐๓๐๑.๔.๒/ว ๒๗๘", "อว 660301.4.2/ว278"), ("สม-ก๗", "สม-ก7")])
def test_a_number_cited_in_the_text_is_never_the_papers_own(number: str, read: str) -> None:
    paper, doubted = letter(number)
    assert (paper.number, "number" in doubted) == (read, read == "สม-ก7")


def test_the_last_of_the_papers_cited_may_go_on_at_the_margin() -> None:
    head = "อ้างถึง ๑. หนังสือ ที่ สม ๑/๑ ลงวันที่ ๑ มีนาคม ๒๕๖๖\n๒. โทรสาร ที่ สม ๑/๒ ลงวันที่\n๒๑ สิงหาคม ๒๕๖๖\nสิ่งที่ส่งมาด้วย ภาพถ่ายกิจกรรม จำนวน ๖ ภาพ"
    paper, _ = letter(head=head)
    assert ([r.number for r in paper.references], paper.enclosures) == (
        ["สม 1/1", "สม 1/2", "สม 0101/9"],
        ("ภาพถ่ายกิจกรรม",),
    )


def test_an_acting_phrase_is_kept_as_it_is_printed() -> None:
    assert split_acting("รองผู้อำนวยการ ปฏิบัติงานแทน ผู้อำนวยการสมมุติ", noisy=True)[1] == "ปฏิบัติงานแทน"


def test_a_login_may_be_called_by_two_names() -> None:
    text = "ด้วยชื่อผู้ใช้ (Username): RICE-0412 และรหัสผ่าน (Password): kla9xPt2"
    assert [text[m.start : m.end] for m in find(text)] == ["RICE-0412", "kla9xPt2"]


def test_the_number_of_the_papers_next_part_makes_a_score_no_part() -> None:
    found = scores_of(
        "ข้อเสนอแนะรายตัวชี้วัด 2. ข้อเท็จจริง จังหวัดได้คะแนนรวมร้อยละ 62.45 สูงกว่าค่าเฉลี่ยของทุกจังหวัด (ร้อยละ 58.33)", 2566
    )
    assert (found.score, found.average) == (62.45, 58.33)


def test_a_group_counted_by_its_own_name_is_kept_with_its_wrong_percentage() -> None:
    text = (
        "เป้าหมาย 379 หน่วยงาน ตอบ 361 หน่วยงาน (ร้อยละ 95.3) เป็นระดับกรม 303 หน่วยงาน ตอบ 290 หน่วยงาน (ร้อยละ 95.7) "
        "และจังหวัด 76 จังหวัด ตอบ 71 จังหวัด (ร้อยละ 94.3)"
    )
    assert counts(text)["provincial"].pct == 94.3


def test_all_so_many_of_those_below_the_average_are_counted() -> None:
    assert stated_count(to_arabic("เห็นว่าตัวชี้วัดย่อยที่มีคะแนนต่ำกว่าค่าเฉลี่ยทั้ง ๓ ตัวชี้วัด สามารถดำเนินการได้"), {}) == (3, None)


def test_a_year_may_stand_in_the_middle_of_a_number() -> None:
    assert letter("สนร ๐๑/๒๕๖๙/ว ๘๘")[0].number == "สนร 01/2569/ว88"


def test_a_text_that_begins_with_what_comes_with_the_letter_is_no_enclosure() -> None:
    head = "สิ่งที่ส่งมาด้วย ๑. รายงาน จำนวน ๑ เล่ม\n๒. ภาพประกอบ จำนวน ๑๒ รูป\nพร้อมหนังสือฉบับนี้ขอส่งรายงานมาเพื่อโปรดพิจารณา"
    assert letter(head=head)[0].enclosures == ("รายงาน", "ภาพประกอบ")


def test_a_note_below_a_letter_may_stand_below_the_office_that_wrote_it() -> None:
    foot = "ขอแสดงความนับถือ\n(นาย ก สมมุติกุล)\nอธิบดีกรมสมมุติ\nกลุ่มงานสมมุติ\nโทร. ๐ ๕๔๔๐ ๐๐๐๐"
    note = "เรียน ผู้อำนวยการ\n- เพื่อโปรดทราบ\n(นาง ข สมมุติกุล)\nหัวหน้ากลุ่มงานสมมุติ\n๒๔ ธ.ค. ๖๘"
    found = drafts(LETTER.format(number="สม ๐๑๐๒/๕๕", head="") + f"{foot}\n{note}")
    assert [d.instrument.kind for d in found] == ["letter", "endorsement"]
    assert found[1].instrument.to == ("ผู้อำนวยการ",)


def test_a_numbered_sentence_that_tells_the_marks_is_no_heading_and_is_read() -> None:
    text = (
        "๒.๑ กรมได้คะแนนร้อยละ ๖๙.๓๐ (ค่าเฉลี่ยระดับกรมร้อยละ ๗๓.๐๕)\n๒.๒ ข้อเสนอแนะ มีดังนี้\n"
        "๒.๒.๑ ตัวชี้วัดย่อย ๑.๒ สมมุติ\nข้อเสนอแนะ ควรทำทุกปี\n"
    )
    assert "69.30" in recommendations_of(rows(text)).rest


def test_a_letter_cites_in_its_text_what_its_head_does_not() -> None:
    head = "อ้างถึง หนังสือกระทรวงสมมุติ ที่ สม ๐๑๐๑/๙ ลงวันที่ ๑ สิงหาคม ๒๕๖๗"
    assert [r.number for r in letter()[0].references] == ["สม 0101/9"]
    assert [r.number for r in letter(head=head)[0].references] == ["สม 0101/9"]


def test_the_number_of_an_entry_is_no_score() -> None:
    assert scores_of("ทราบผลคะแนนและศึกษาข้อเสนอแนะของหน่วยงาน 2. มอบหมายสำนักงานสมมุติ", 2562).score is None
