"""Endorsements as offices write them: dated behind the number, under the name, between; certified above or below; for whom by เรียน or ถึง."""

import re
from datetime import date

import pytest

from tests.unit.parsers.papers import drafts

MEMO = """บันทึกข้อความ
ส่วนราชการ กองแผนงานสมมุติ
ที่ สม ๐๓๐๗/๑๕ วันที่ ๓ มีนาคม ๒๕๖๘
เรื่อง ขอรายงานผล
เรียน อธิบดีกรมสมมุติ
๑. เรื่องเดิม
ได้รับหนังสือจากสำนักงานตัวอย่าง
จึงเรียนมาเพื่อโปรดพิจารณา
(นายหนึ่ง สมมุติกุล)
ผู้อำนวยการกองแผนงานสมมุติ
"""
NOTE = """{head}
เรียน หัวหน้ากลุ่มงานทุกกลุ่ม
เพื่อโปรดพิจารณาดำเนินการในส่วนที่เกี่ยวข้อง
(นางสอง ตัวอย่างดี)
หัวหน้ากลุ่มอำนวยการ{under}
"""
NUMBER, ON = "สม 0307/61", date(2025, 3, 7)


@pytest.mark.parametrize(
    ("head", "under"),
    [
        ("ที่ สม ๐๓๐๗/๖๑ ลว. ๗ มี.ค. ๒๕๖๘", ""),
        ("ที่ สม ๐๓๐๗/๖๑ ลงวันที่ ๗ มีนาคม ๒๕๖๘", ""),
        ("ที่ สม ๐๓๐๗/๖๑ ลง ๗ มี.ค.๖๘", ""),
        ("ที่ สม ๐๓๐๗/๖๑ วันที่ ๗ มี.ค. ๖๘", ""),
        ("ที่ สม ๐๓๐๗/๖๑\nวันที่ ๗ มี.ค. ๖๘", ""),
        ("ที่ สม ๐๓๐๗/๖๑", "\n๗ มี.ค. ๖๘"),
        ("ที่ สม ๐๓๐๗/๖๑ ลว ๗ มี.ค. ๖๘", "\n๙ มี.ค. ๖๘"),
    ],
)
def test_an_endorsement_is_dated_wherever_its_office_dates_it(head: str, under: str) -> None:
    memo, note = (d.instrument for d in drafts(MEMO + NOTE.format(head=head, under=under)))
    assert (memo.kind, memo.number, memo.references) == ("memo", "สม 0307/15", ())
    assert (note.kind, note.number, note.date, note.to, note.references) == (
        "endorsement", NUMBER, ON, ("หัวหน้ากลุ่มงานทุกกลุ่ม",), ()
    )  # fmt: skip


@pytest.mark.parametrize("greeting", ["เรียน", "ถึง", "กราบเรียน"])
def test_an_endorsement_may_greet_in_other_words(greeting: str) -> None:
    text = NOTE.format(head="ที่ สม ๐๓๐๗/๖๑ ลว. ๗ มี.ค. ๖๘", under="").replace("เรียน", greeting)
    (_, note) = drafts(MEMO + text)
    assert (note.instrument.number, note.instrument.to) == (NUMBER, ("หัวหน้ากลุ่มงานทุกกลุ่ม",))


def _notes(*, above: bool) -> str:
    texts = [NOTE.format(head=f"ที่ สม ๐๓๐๗/{n} ลว. {n} มี.ค. ๖๘", under="").strip() for n in (7, 10)]
    return "\n".join(f"สำเนาถูกต้อง\n{text}" if above else f"{text}\nสำเนาถูกต้อง" for text in texts)


@pytest.mark.parametrize("above", [True, False])
def test_each_endorsement_keeps_its_own_certification(above: bool) -> None:
    memo, *notes = (d.instrument for d in drafts(MEMO + _notes(above=above)))
    assert [(n.number, n.copy_certified, n.date) for n in notes] == [
        ("สม 0307/7", True, date(2025, 3, 7)), ("สม 0307/10", True, date(2025, 3, 10))
    ]  # fmt: skip
    assert not memo.copy_certified


def test_who_certified_a_copy_in_a_corner_on_top_wrote_no_paper() -> None:
    corner = "สำเนาถูกต้อง\n(นางวรรณ ทดสอบกุล)\nเจ้าพนักงานธุรการชำนาญงาน\n๑๓ มี.ค. ๖๘"
    first, second = (NOTE.format(head=f"ที่ สม ๐๓๐๗/{n}", under=f"\n{n} มี.ค. ๖๘") for n in (7, 10))
    memo, *notes = (d.instrument for d in drafts(MEMO, f"{corner}\n{first}{second}"))
    assert [(n.kind, n.number, n.date, n.signatory and n.signatory.name) for n in notes] == [
        ("endorsement", "สม 0307/7", date(2025, 3, 7), "สอง ตัวอย่างดี"), ("endorsement", "สม 0307/10", date(2025, 3, 10), "สอง ตัวอย่างดี"),
    ]  # fmt: skip
    assert (memo.kind, memo.pages) == ("memo", (1,)) and any(note.copy_certified for note in notes)


def test_a_certified_memo_above_a_certified_endorsement_keeps_its_own_words() -> None:
    memo, note = (
        d.instrument for d in drafts(f"{MEMO}สำเนาถูกต้อง\n{NOTE.format(head='ที่ สม ๐๓๐๗/๖๑', under='')}สำเนาถูกต้อง")
    )
    assert memo.copy_certified and note.copy_certified


def test_a_citation_at_the_end_of_a_row_opens_no_endorsement() -> None:
    memo = MEMO.replace(
        "ได้รับหนังสือจากสำนักงานตัวอย่าง", "ได้รับหนังสือจากสำนักงานตัวอย่าง\nที่ ตย ๐๑๐๑/๕ ลงวันที่ ๑ มีนาคม ๒๕๖๘\nขอความร่วมมือ"
    )
    (draft,) = drafts(memo)
    assert [r.number for r in draft.instrument.references] == ["ตย 0101/5"]


def test_a_note_numbered_without_a_slash_is_an_endorsement() -> None:
    found = [d.instrument for d in drafts(MEMO + NOTE.format(head="ที่ สมล. ๔๙๗", under="\n๗ มี.ค. ๖๘"))]
    assert [(p.kind, p.number, p.date) for p in found][1:] == [("endorsement", "สมล. 497", ON)]


def test_a_bare_number_in_the_text_opens_nothing() -> None:
    text = MEMO.replace("ได้รับหนังสือจากสำนักงานตัวอย่าง", "ได้รับหนังสือ\nที่ สมล. ๔๙๗\nจากสำนักงานตัวอย่าง")
    assert [d.instrument.kind for d in drafts(text)] == ["memo"]


def test_a_line_that_begins_with_the_matter_in_the_text_of_an_endorsement_opens_no_letter() -> None:
    text = NOTE.format(head="ที่ สม ๐๓๐๗/๖๑ ลว. ๗ มี.ค. ๖๘", under="")
    cited = text.replace("เพื่อโปรดพิจารณา", "เพื่อโปรดทราบตามหนังสือ ที่ สม ๐๓๐๗/๑๕\nเรื่อง สรุปผลการสำรวจสมมุติ ประจำปี\nและพิจารณา")
    (memo, note) = (d.instrument for d in drafts(MEMO + cited))
    assert (memo.kind, note.kind, note.number) == ("memo", "endorsement", NUMBER)


ORDER = """- เห็นชอบตามเสนอ
(นายสาม ตัวอย่างดี)
อธิบดีกรมสมมุติ
๕ มีนาคม ๒๕๖๘
"""
SENT = """เรียน {to}
{purpose}
(นายหนึ่ง สมมุติกุล)
ผู้อำนวยการกองแผนงานสมมุติ
๗ มีนาคม ๒๕๖๘
"""


@pytest.mark.parametrize("purpose", ["เพื่อทราบและดำเนินการ", "เพื่อโปรดทราบ", "เพื่อโปรดพิจารณาดำเนินการต่อไป"])
def test_a_note_that_sends_down_what_was_ordered_is_an_endorsement_without_a_number(purpose: str) -> None:
    memo, note = (d.instrument for d in drafts(MEMO + ORDER + SENT.format(to="ผู้อำนวยการกองทุกกอง", purpose=purpose)))
    assert memo.order and memo.order.text == ("เห็นชอบตามเสนอ",) and memo.kind == "memo"
    assert (note.kind, note.number, note.date, note.to, note.signatory and note.signatory.name) == (
        "endorsement", None, date(2025, 3, 7), ("ผู้อำนวยการกองทุกกอง",), "หนึ่ง สมมุติกุล"
    )  # fmt: skip


@pytest.mark.parametrize(
    "below",
    [
        SENT.format(to="ผู้อำนวยการกองทุกกอง", purpose="เพื่อทราบและดำเนินการ"),  # nobody has ordered anything
        ORDER.replace("อธิบดี", "รองอธิบดี") + SENT.format(to="หัวหน้ากลุ่ม", purpose="เพื่อทราบ"),  # nor has who was asked
        ORDER + SENT.format(to="อธิบดีกรมสมมุติ", purpose="เพื่อโปรดทราบ"),
        ORDER + SENT.format(to="ปลัดกระทรวงสมมุติ", purpose="เพื่อโปรดพิจารณาสั่งการ"),
        SENT.format(to="อธิบดีกรมสมมุติ", purpose="เพื่อโปรดพิจารณา") + ORDER,
    ],
)
def test_a_signed_note_on_a_memos_way_is_an_endorsement_and_the_order_stays_the_memos(below: str) -> None:
    # such notes were steps to the order and told nowhere; each is written on the letter itself, with its own signer and day
    memo, note = (d.instrument for d in drafts(MEMO + below))
    assert (memo.kind, note.kind, note.date) == ("memo", "endorsement", date(2025, 3, 7))
    assert (note.signatory and note.signatory.name, note.pages) == ("หนึ่ง สมมุติกุล", (1,))
    assert bool(memo.order) == (ORDER[:15] in below)
    if memo.order:
        assert (memo.order.text, memo.order.date) == (("เห็นชอบตามเสนอ",), date(2025, 3, 5))


@pytest.mark.parametrize(
    "below",
    [
        ORDER + "เรียน ผู้อำนวยการกองทุกกอง\nเพื่อทราบ",  # unsigned
        SENT.replace("เรียน {to}\n", "").format(purpose="เพื่อโปรดพิจารณา") + ORDER,  # to nobody
        "ความเห็นของรองอธิบดี\n☑ เรียน อธิบดี เพื่อโปรดพิจารณา\n☐ ส่งคืน\n(นางสอง ตัวอย่างดี)\nรองอธิบดี\n" + ORDER,
        "ทราบ\nเรียน ผู้อำนวยการกองแผนงานสมมุติ\nเพื่อดำเนินการ\n(นายสาม ตัวอย่างดี)\nอธิบดีกรมสมมุติ\n",
        "เรียน ผู้อำนวยการกองแผนงานสมมุติ\nให้ดำเนินการ\n(นายสาม ตัวอย่างดี)\nอธิบดีกรมสมมุติ\n",
        "(นางสอง ตัวอย่างดี)\nรองอธิบดีกรมสมมุติ\n" + ORDER,
    ],
)
def test_what_leads_to_an_order_without_greeting_choice_or_name_is_no_endorsement(below: str) -> None:
    (memo,) = (d.instrument for d in drafts(MEMO + below))
    assert memo.kind == "memo" and memo.order and memo.order.signatory and memo.order.signatory.name == "สาม ตัวอย่างดี"


FOOT = "โทร. ๐ ๒๑๒๓ ๔๕๖๗\nเอกสารนี้ลงนามด้วยลายมือชื่ออิเล็กทรอนิกส์ ตรวจสอบได้ที่ https://verify.example.go.th/58\n"


def test_the_foot_below_a_memos_signature_is_no_part_of_its_order() -> None:
    (memo,) = (d.instrument for d in drafts(MEMO + FOOT + "โทรศัพท์แจ้งทุกกอง\n" + ORDER))
    assert memo.order and memo.order.text == ("โทรศัพท์แจ้งทุกกอง", "เห็นชอบตามเสนอ")


def test_each_note_on_a_memos_way_is_one_of_its_own() -> None:
    first = "เรียน รองอธิบดี\nเพื่อโปรดพิจารณา\n(นายสี่ ตัวอย่างดี)\nที่ปรึกษา อธด.\n"
    second = "เรียน อธด.\nเห็นควรอนุมัติ\n(นางสอง ตัวอย่างดี)\nรอง อธด.\n๖ มี.ค. ๖๘\n"
    memo, *notes = (
        d.instrument for d in drafts(MEMO + FOOT + first + second + ORDER + SENT.format(to="กองคลัง", purpose="เพื่อทราบ"))
    )
    assert memo.order and memo.order.text == ("เห็นชอบตามเสนอ",)
    assert [(note.to, note.signatory and note.signatory.position) for note in notes] == [
        (("รองอธิบดี",), "ที่ปรึกษา อธด."), (("อธด.",), "รอง อธด."), (("กองคลัง",), "ผู้อำนวยการกองแผนงานสมมุติ")
    ]  # fmt: skip


TO_ALL = MEMO.replace("อธิบดีกรมสมมุติ", "หัวหน้าหน่วยงานในสังกัดทุกหน่วยงาน")
HANDED_ON = SENT.format(to="หัวหน้ากลุ่มอำนวยการ", purpose="เพื่อโปรดทราบ").replace("หนึ่ง สมมุติกุล", "สี่ ตัวอย่างดี")


@pytest.mark.parametrize("above", ["", ORDER.replace("อธิบดี", "รองอธิบดี")])
def test_a_note_on_a_memo_to_everybody_is_an_endorsement_where_it_stands_last(above: str) -> None:
    memo, *notes = (d.instrument for d in drafts(TO_ALL + above + HANDED_ON + HANDED_ON.replace("อำนวยการ", "แผนงาน")))
    assert (memo.kind, bool(memo.order)) == ("memo", bool(above))
    assert [(note.kind, note.to) for note in notes] == [
        ("endorsement", ("หัวหน้ากลุ่มอำนวยการ",)), ("endorsement", ("หัวหน้ากลุ่มแผนงาน",))
    ]  # fmt: skip


def test_a_note_on_a_circular_memo_hands_it_on_though_its_addressees_are_told_one_by_one() -> None:
    one_by_one = TO_ALL.replace("หัวหน้าหน่วยงานในสังกัดทุกหน่วยงาน", "ผู้อำนวยการสำนัก/กอง และเลขานุการกรมสมมุติ")
    circular = re.sub(r"^(ที่ .*?/)", r"\1ว ", one_by_one, flags=re.MULTILINE)
    notes = HANDED_ON + HANDED_ON.replace("อำนวยการ", "แผนงาน")
    assert [d.instrument.kind for d in drafts(circular + notes)] == ["memo", "endorsement", "endorsement"]
    assert [d.instrument.kind for d in drafts(one_by_one + notes)] == ["memo", "endorsement", "endorsement"]


@pytest.mark.parametrize("purpose", ["เพื่อโปรดพิจารณาสั่งการ", "เพื่อโปรดลงนาม"])
def test_a_note_that_asks_an_order_on_a_circular_memo_leaves_it_the_order(purpose: str) -> None:
    circular = re.sub(r"^(ที่ .*?/)", r"\1ว ", MEMO, flags=re.MULTILINE)
    memo, note = (d.instrument for d in drafts(circular + SENT.format(to="รองอธิบดีกรมสมมุติ", purpose=purpose) + ORDER))
    assert memo.order and memo.order.date == date(2025, 3, 5)
    assert (note.kind, note.to) == ("endorsement", ("รองอธิบดีกรมสมมุติ",))


@pytest.mark.parametrize(
    ("below", "kinds"),
    [
        (HANDED_ON + ORDER, ["memo", "endorsement"]),
        (HANDED_ON.replace("โปรดทราบ", "โปรดพิจารณาลงนาม"), ["memo", "endorsement"]),
        ("เรียน หัวหน้ากลุ่มอำนวยการ\nเพื่อโปรดทราบ", ["memo"]),  # unsigned
    ],
)
def test_a_note_on_a_memo_to_everybody_is_an_endorsement_where_it_is_signed(below: str, kinds: list[str]) -> None:
    memo, *notes = (d.instrument for d in drafts(TO_ALL + below))
    assert [paper.kind for paper in (memo, *notes)] == kinds
    assert bool(memo.order) == (ORDER in below)
