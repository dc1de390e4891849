"""What an endorsement stands below: a seal, a name behind a written-out rank, a long foot; what stands there and is none."""

from datetime import date

import pytest

from tests.unit.parsers.papers import drafts
from workflow.core.reading import Instrument

SEALED = """ที่ สม ๐๓๐๗/๑๕
ถึง สำนักงานตัวอย่างแห่งชาติ
ตามหนังสือกรมสมมุติ ที่ ตย ๐๑๐๑/๕ ลงวันที่ ๑ มีนาคม ๒๕๖๘ ขอให้ส่งแบบสำรวจ นั้น
ในการนี้ กรมสมมุติขอส่งแบบสำรวจมาพร้อมนี้ จำนวน ๑ ชุด
จึงเรียนมาเพื่อทราบ
{seal}
กองแผนงานสมมุติ
โทร. ๐ ๒๐๐๐ ๐๐๐๐
"""
NOTE = """{head}
เพื่อโปรดทราบ ตามหนังสือ ที่ สม ๐๓๐๗/๑๕ ลงวันที่ ๔ มีนาคม ๒๕๖๘
และดำเนินการต่อไป
(นางสอง ตัวอย่างดี)
หัวหน้ากลุ่มอำนวยการ
๗ มี.ค. ๒๕๖๘
"""
LETTER = """ที่ สม ๐๓๐๗/๑๕
กรมสมมุติ
๔ มีนาคม ๒๕๖๘
เรื่อง ขอส่งแบบสำรวจ
เรียน เลขาธิการสำนักงานตัวอย่าง
ตามหนังสือที่อ้างถึง กรมสมมุติขอส่งแบบสำรวจมาพร้อมนี้
จึงเรียนมาเพื่อโปรดทราบ
ขอแสดงความนับถือ
{name}
อธิบดีกรมสมมุติ
กองแผนงานสมมุติ
โทร. ๐ ๒๐๐๐ ๐๐๐๐
"""


def _read(*texts: str) -> list[Instrument]:
    return [draft.instrument for draft in drafts(*texts)]


@pytest.mark.parametrize("greeting", ["เรียน", "ถึง"])
@pytest.mark.parametrize(
    ("seal", "on"),
    [
        ("กรมสมมุติ\n(ตราชื่อส่วนราชการ)\n๔ มีนาคม ๒๕๖๘", date(2025, 3, 4)),
        ("กรมสมมุติ\n(ประทับตรา)\n๔ มี.ค. ๒๕๖๘", date(2025, 3, 4)),
        ("๔ มีนาคม พ.ศ. ๒๕๖๘\nกรมสมมุติ", date(2025, 3, 4)),
        ("กรมสมมุติ\nมีนาคม ๒๕๖๘", None),
    ],
)
def test_an_endorsement_below_a_sealed_letter_is_one_of_its_own(seal: str, on: date | None, greeting: str) -> None:
    head = f"ที่ ตย ๐๒๐๒/๙๑\n{greeting} หัวหน้ากลุ่มพัฒนา"
    letter, note = _read(SEALED.format(seal=seal) + NOTE.format(head=head))
    assert (letter.kind, letter.number, letter.to, letter.date) == (
        "stamped", "สม 0307/15", ("สำนักงานตัวอย่างแห่งชาติ",), on
    )  # fmt: skip
    assert letter.signatory is None
    assert (note.kind, note.number, note.to, note.date) == (
        "endorsement", "ตย 0202/91", ("หัวหน้ากลุ่มพัฒนา",), date(2025, 3, 7)
    )  # fmt: skip
    assert [cited.number for cited in note.references] == ["สม 0307/15"]


def test_below_a_seal_an_endorsement_needs_no_number() -> None:
    seal = "กรมสมมุติ\n(ตราชื่อส่วนราชการ)\n๔ มีนาคม ๒๕๖๘"
    letter, note = _read(SEALED.format(seal=seal) + NOTE.format(head="เรียน หัวหน้ากลุ่มพัฒนา"))
    assert (letter.kind, note.kind, note.to) == ("stamped", "endorsement", ("หัวหน้ากลุ่มพัฒนา",))


def test_a_date_in_the_text_of_a_sealed_letter_ends_nothing() -> None:
    text = SEALED.replace("จึงเรียน", "ขอให้ส่งคืนภายในวันที่\n๓๑ มีนาคม ๒๕๖๘\nที่ ตย ๐๑๐๑/๙\nจึงเรียน")
    (letter,) = _read(text.format(seal="กรมสมมุติ\n๔ มีนาคม ๒๕๖๘"))
    assert (letter.kind, letter.number) == ("stamped", "สม 0307/15")


def test_a_memo_that_says_from_whom_and_to_whom_has_no_seal() -> None:
    memo = "บันทึกข้อความ\nที่ สม ๐๓๐๗/๑๕\nถึง อธิบดีกรมสมมุติ\nวันที่ ๔ มีนาคม ๒๕๖๘\nเรื่อง ขอส่งแบบสำรวจ\nขอส่งแบบสำรวจมาพร้อมนี้"
    (paper,) = _read(f"{memo}\nจึงเรียนมาเพื่อโปรดทราบ\n(นายหนึ่ง สมมุติกุล)\nผู้อำนวยการกองแผนงานสมมุติ")
    assert (paper.kind, paper.subject) == ("memo", "ขอส่งแบบสำรวจ")


def test_an_endorsement_by_another_greeting_below_a_memo_without_a_number_is_no_sealed_letter() -> None:
    memo = "บันทึกข้อความ\nส่วนราชการ กองแผนงานสมมุติ\nเรื่อง ขอส่งแบบสำรวจ\nเรียน อธิบดีกรมสมมุติ\nขอส่งแบบสำรวจมาพร้อมนี้"
    head = "ที่ ตย ๐๒๐๒/๙๑\nถึง หัวหน้ากลุ่มพัฒนา"
    paper, note = _read(f"{memo}\nจึงเรียนมาเพื่อโปรดทราบ\n(นายหนึ่ง สมมุติกุล)\n{NOTE.format(head=head)}")
    assert (paper.kind, note.kind, note.number) == ("memo", "endorsement", "ตย 0202/91")


@pytest.mark.parametrize(
    "name",
    ["พันเอก (หนึ่ง สมมุติกุล)", "ร้อยเอก ( หนึ่ง สมมุติกุล )", "ว่าที่ร้อยตรี (หนึ่ง สมมุติกุล)", "พันตำรวจเอกหญิง (หนึ่ง สมมุติกุล)",
     "เรืออากาศโท(หนึ่ง สมมุติกุล)", "พ.ต.อ. (หนึ่ง สมมุติกุล)", "(พลตรี หนึ่ง สมมุติกุล)"],
)  # fmt: skip
@pytest.mark.parametrize("head", ["ที่ ตย ๐๒๐๒/๙๑\nเรียน หัวหน้ากลุ่มพัฒนา", "เรียน หัวหน้ากลุ่มพัฒนา"])
def test_an_endorsement_stands_below_a_name_with_its_rank_written_out(name: str, head: str) -> None:
    letter, note = _read(LETTER.format(name=name) + NOTE.format(head=head))
    assert letter.signatory and letter.signatory.name == "หนึ่ง สมมุติกุล"
    assert (letter.kind, note.kind, note.to) == ("letter", "endorsement", ("หัวหน้ากลุ่มพัฒนา",))


@pytest.mark.parametrize(
    "foot",
    [
        "เอกสารนี้ลงนามด้วยลายมือชื่ออิเล็กทรอนิกส์ ตรวจสอบได้ที่ https://verify.example.go.th/documents/2568/58532/check",
        "ตรวจสอบความถูกต้องของลายมือชื่ออิเล็กทรอนิกส์ในหนังสือฉบับนี้ได้ที่ https://verify.example.go.th/documents/58532",
        "สำเนาเรียน เลขาธิการสำนักงานตัวอย่างแห่งชาติ ผู้อำนวยการสถาบันสมมุติ และหัวหน้าส่วนราชการในสังกัดทุกแห่ง",
    ],
)
def test_a_note_without_a_number_stands_below_a_long_foot(foot: str) -> None:
    host = LETTER.format(name="(นายหนึ่ง สมมุติกุล)")
    letter, note = _read(f"{host}{foot}\n" + NOTE.format(head="เรียน หัวหน้ากลุ่มพัฒนา"))
    assert (letter.kind, note.kind, note.number, note.date) == ("letter", "endorsement", None, date(2025, 3, 7))


def test_a_sentence_below_a_signature_is_no_foot() -> None:
    text = "ทั้งนี้ กรมสมมุติได้ส่งแบบสำรวจดังกล่าวให้หน่วยงานในสังกัดทุกแห่งพิจารณาแล้ว และได้รับความเห็นครบถ้วนตามกำหนดเวลา\n"
    found = _read(LETTER.format(name="(นายหนึ่ง สมมุติกุล)") + text + NOTE.format(head="เรียน หัวหน้ากลุ่มพัฒนา"))
    assert [paper.kind for paper in found] == ["letter"]
