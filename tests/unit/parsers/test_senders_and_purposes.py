"""Who sends a sealed letter or a memo that labels its unit in its own way; and what an endorsement asks for, to the end of its sentence."""

import pytest

from tests.unit.parsers.papers import drafts, placed, set_out
from workflow.parsers.bundle import papers_of
from workflow.parsers.fields.closing import purposes_of
from workflow.parsers.understand import understand

SEALED = "ที่ ตย ๐๔๐๒/ว ๑๕๕๓\nถึง สำนักงานตัวอย่างจังหวัด ทุกจังหวัด\n\nตามหนังสือที่อ้างถึง ขอให้ตอบแบบสำรวจ นั้น\n"
MEMO = "บันทึกข้อความ\n{unit}ที่ ตย ๐๕๑๒/๑๑๙๐\tวันที่ ๑๕ พฤศจิกายน ๒๕๖๗\nเรื่อง สรุปผล\nเรียน ผู้ว่าการตัวอย่าง\n๑. ความเป็นมา\n"
ENDORSED = "ที่ ตย ๐๐๐๘/๙๖\nเรียน เกษตรอำเภอทุกอำเภอ\n{purpose}\n\n(นายอนุสรณ์ สมมุติ)\nเกษตรจังหวัดตัวอย่าง\n๑๐ มีนาคม ๒๕๖๕\n"


def sender(text: str) -> str | None:
    return drafts(text)[0].instrument.sender


def purpose(*told: str) -> str | None:
    return drafts(ENDORSED.format(purpose="\n".join(told)))[0].instrument.closing


@pytest.mark.parametrize("unit", ["สำนักงานปลัดกระทรวงตัวอย่าง", "กรมตัวอย่าง\n(ตราชื่อส่วนราชการ)", "จังหวัดตัวอย่าง"])
def test_a_sealed_letter_is_sent_by_the_office_above_its_date(unit: str) -> None:
    text = f"{SEALED}จึงแจ้งมาเพื่อทราบและดำเนินการ\n\n{unit}\n๓ กรกฎาคม ๒๕๖๗\n\nศูนย์ข้อมูล\nโทร. ๐ ๒๕๐๗ ๐๐๐๐\n"
    assert sender(text) == unit.partition("\n")[0]


def test_the_office_by_a_seal_may_run_over_two_centred_lines() -> None:
    rows = [(0.0, line) for line in SEALED.split("\n") if line] + [(0.0, "จึงแจ้งมาเพื่อทราบ")]
    by_seal = ("สำนักงานปลัดกระทรวงตัวอย่าง", "และพลังงานใหม่สมมุติ", "๓ กรกฎาคม ๒๕๖๗")
    rows += [(320.0 - 3 * len(line), line) for line in by_seal]
    (draft,) = understand(papers_of([placed(rows)]))
    assert draft.instrument.sender == "สำนักงานปลัดกระทรวงตัวอย่างและพลังงานใหม่สมมุติ"


@pytest.mark.parametrize("at", [(310.0, 310.0, "๓ กรกฎาคม ๒๕๖๗"), (300.0, 330.0, "กรกฎาคม ๒๕๖๗")])
@pytest.mark.parametrize("turned", [False, True])
def test_the_office_by_a_seal_may_share_an_edge_or_stand_below_its_day(
    at: tuple[float, float, str], turned: bool
) -> None:
    rows = [(0.0, line) for line in SEALED.split("\n") if line] + [(40.0, "จึงแจ้งมาเพื่อทราบ")]
    by_seal = [(at[0], "กรมตัวอย่าง"), (at[1], at[2])]
    rows += [*(reversed(by_seal) if turned else by_seal), (0.0, "กองข้อมูล โทร. ๐ ๒๕๐๗ ๐๐๐๐")]
    (draft,) = understand(papers_of([placed(rows)]))
    assert draft.instrument.sender == "กรมตัวอย่าง"


def test_the_office_by_a_seal_is_no_part_of_what_is_asked_for() -> None:
    text = f"{SEALED}จึงแจ้งมาเพื่อทราบและดำเนินการ\nกรมตัวอย่าง\n๓ กรกฎาคม ๒๕๖๗\n"
    (draft,) = drafts(text)
    assert (draft.instrument.sender, draft.instrument.closing) == ("กรมตัวอย่าง", "จึงแจ้งมาเพื่อทราบและดำเนินการ")


@pytest.mark.parametrize("label", ["หน่วยงาน ", "หน่วยงาน: ", "สังกัด  ", "จาก ", ""])
def test_a_memo_may_label_its_unit_in_its_own_way(label: str) -> None:
    assert sender(MEMO.format(unit=f"{label}ฝ่ายเทคโนโลยีสารสนเทศ โทร. ๓๓๒๐\n")) == "ฝ่ายเทคโนโลยีสารสนเทศ"


@pytest.mark.parametrize("above", ["", "ด่วนที่สุด\n", "(ตราสัญลักษณ์)\n"])
def test_the_day_of_a_memo_is_never_its_sender(above: str) -> None:
    assert sender(MEMO.format(unit=above)) is None


@pytest.mark.parametrize(
    "told",
    [
        ("เพื่อทราบและจัดส่งข้อมูลให้อำเภอภายในวันจันทร์ที่ 14 มีนาคม 2565",),
        ("เพื่อทราบและรายงานผลการดำเนินการให้จังหวัดตัวอย่างทราบภายในวันที่", "14 มีนาคม 2565"),
        ("เพื่อดำเนินการตามบันทึกสั่งการของผู้ว่าราชการ ท้ายหนังสือสำนักงาน", "ที่ ตย 0001/15 ลงวันที่ 3 มีนาคม 2565"),
        ("เพื่อโปรดพิจารณา",),
    ],
)
def test_a_purpose_is_told_to_the_end_of_its_sentence(told: tuple[str, ...]) -> None:
    assert (purpose(*told) or "").replace(" ", "") == "".join(told).replace(" ", "")


@pytest.mark.parametrize("below", ["ผบก.ตัวอย่าง", "นายอำเภอเมืองตัวอย่าง", "เพื่อถือปฏิบัติ"])
def test_addressees_and_further_purposes_are_no_part_of_a_sentence_above(below: str) -> None:
    first = "เพื่อทราบและแจ้งหน่วยงานในสังกัดตอบแบบสำรวจให้ครบถ้วนทุกหน่วย"
    assert (purpose(first, below) or "").split(" / ")[0] == first


def test_a_purpose_ends_with_the_words_that_bind_a_short_line_to_the_next() -> None:
    assert purpose("เพื่อโปรดทราบและดำเนินการในส่วน", "ที่เกี่ยวข้อง") == "เพื่อโปรดทราบและดำเนินการในส่วนที่เกี่ยวข้อง"


def test_a_purpose_goes_on_at_the_margin_with_as_who_proposes_it() -> None:
    asked, behind = "เพื่อโปรดพิจารณา เห็นควรอนุมัติ", "ตามที่ กพร. เสนอ"
    for by, whole in ((14.0, asked + behind), (0.0, asked)):
        lines = [
            (80, 225, "เรียน อธิบดีกรมสมมุติ"),
            (94, 288, asked),
            (94 - by, 200, behind),
            (110, 239, "(นายสมมุติ ตัวอย่าง)"),
        ]
        assert purposes_of(set_out(lines)) == whole


def test_a_column_headed_number_sends_no_table() -> None:
    text = "ผลการสำรวจระดับความพร้อม ประจำปี 2566\nตัวชี้วัด\tคะแนน\tคะแนนเฉลี่ย\nที่\tหน่วยงาน\tระดับกรม\n"
    rows = "\n".join(f"{n}.1 เรื่องสมมุติ\t61.2{n}\t58.7{n}" for n in range(1, 7))
    assert sender(text + rows) is None


LETTER = "ที่ สม 1/5\nกรมตัวอย่าง\n5 มกราคม 2567\nเรื่อง แจ้งผล\nเรียน อธิบดีกรมสมมุติ\nจึงเรียนมาเพื่อโปรดทราบ\nขอแสดงความนับถือ\n(นายดี ตัวอย่าง)\nอธิบดีกรมตัวอย่าง\n"
PHONE = "0 2000 0000 ต่อ 12"


@pytest.mark.parametrize(
    ("foot", "contacts"),
    [
        (f"ฝ่ายประเมินผล\nโทร. {PHONE}\nE-mail a@example.or.th", [("ฝ่ายประเมินผล", None, PHONE), ("ฝ่ายประเมินผล", None, "a@example.or.th")]),
        (f"กองแผนงาน โทรศัพท์ {PHONE}", [("กองแผนงาน", None, PHONE)]),
        (f"ผู้ประสานงาน : นางสาวสมมุติ ตัวอย่างดี\nโทร. {PHONE}", [(None, "นางสาวสมมุติ ตัวอย่างดี", PHONE)]),
        (f"โทร. {PHONE}", [(None, None, PHONE)]),
        ("กองแผนงาน\nโทร./โทรสาร 0 3900 0000", [("กองแผนงาน", None, "0 3900 0000")]),
        (f"กองแผนงาน\nโทร. {PHONE} (คุณสมมุติ)", [("กองแผนงาน", "คุณสมมุติ", PHONE)]),
        (f"กองแผนงาน\nโทร. {PHONE} (ในเวลาราชการ)", [("กองแผนงาน", None, PHONE)]),
        ("กองแผนงาน โทร. 3250", [("กองแผนงาน", None, "3250")]),
        (f"กองแผนงาน\nโทร. {PHONE}\nผู้ประสานงาน นายสมมุติ ตัวอย่าง", [("กองแผนงาน", "นายสมมุติ ตัวอย่าง", PHONE)]),
        (
            f"กองแผนงาน\nโทร. {PHONE}\nผู้ประสานงาน นายสมมุติ ตัวอย่าง\nโทร. 0 2000 1111",
            [("กองแผนงาน", None, PHONE), (None, "นายสมมุติ ตัวอย่าง", "0 2000 1111")],
        ),
        ("จัดหาโทรศัพท์ 150 เครื่อง โทร. 40 ครั้ง", []),
    ],
)  # fmt: skip
def test_whom_to_ask_is_named_beside_or_above_the_telephone(foot: str, contacts: list[tuple[str | None, ...]]) -> None:
    found = drafts(f"{LETTER}\n{foot}")[0].instrument.contacts
    assert [(one.unit, one.person, one.phone or one.email) for one in found] == contacts


def test_what_a_memo_asks_for_below_its_proposal_closes_it() -> None:
    asked = "เพื่อโปรดพิจารณา หากเห็นชอบ ขอได้โปรดลงนามในหนังสือที่แนบ"
    memo = MEMO.format(unit="ส่วนราชการ กองแผน\n") + "{}\n" + asked + "\n(นายดี ตัวอย่าง)\nผู้อำนวยการกองแผน"
    assert drafts(memo.format("4. ข้อเสนอ"))[0].instrument.closing == asked
    assert drafts(memo.format("กองแผนได้จัดทำ"))[0].instrument.closing is None


@pytest.mark.parametrize(
    ("unit", "sender"),
    [
        ("สม. (กคส.สม. โทร.ทบ. ๙๔๓๙๒)", "สม. (กคส.สม.)"),
        ("กองแผน (โทร. ๐ ๒๐๐๐ ๐๐๐๐)", "กองแผน"),
        ("กองแผน (ฝ่ายสมมุติ) โทร. ๐ ๒๐๐๐ ๐๐๐๐", "กองแผน (ฝ่ายสมมุติ)"),
        ("สำนักงานจังหวัดสมมุติ กลุ่มงานข้อมูล (มท. ๒๕๖๑๔)", "สำนักงานจังหวัดสมมุติ กลุ่มงานข้อมูล"),
    ],
)
def test_a_bracket_around_the_telephone_of_a_memos_unit_stays_whole(unit: str, sender: str) -> None:
    assert drafts(MEMO.format(unit=f"ส่วนราชการ {unit}\n"))[0].instrument.sender == sender


def test_an_internal_number_beside_a_memos_unit_is_whom_to_ask() -> None:
    found = drafts(MEMO.format(unit="ส่วนงาน สำนักตัวอย่าง มหาวิทยาลัยสมมุติ โทร. 3250\n"))[0].instrument.contacts
    assert [(one.unit, one.phone) for one in found] == [("สำนักตัวอย่าง มหาวิทยาลัยสมมุติ", "3250")]


LIST = "ข้อเสนอแนะ\n1. ตัวชี้วัดย่อย 3.1 บริการสมมุติ\nข้อเสนอแนะ : {text}\n"


@pytest.mark.parametrize(
    "text", ["ยกระดับบริการที่ต้องยื่นเอกสารด้วยตนเองให้เป็นบริการออนไลน์ตั้งแต่ยื่นคำขอ", "ให้รับคำขอด้วยระบบกลางขององค์กรโดยเร็ว"]
)
def test_what_an_advice_does_by_some_means_sends_nothing(text: str) -> None:
    assert sender(LIST.format(text=text)) is None


@pytest.mark.parametrize("verb", ["ขอความร่วมมือ", "ได้แจ้งผล", "มีหนังสือแจ้ง"])
def test_a_text_that_begins_with_who_sends_it_names_the_sender(verb: str) -> None:
    assert sender(f"ด้วยสำนักงานพัฒนาสมมุติ {verb}มายังกรม\nจึงเรียนมาเพื่อโปรดทราบ\n") == "สำนักงานพัฒนาสมมุติ"


def test_a_government_centre_is_a_place_and_no_sender() -> None:
    head = "ที่ ตย 0402/15\tสพม.\nศูนย์ราชการเฉลิมพระเกียรติ 80 พรรษาฯ\nอาคาร ซี ถนนสมมุติ กรุงเทพฯ 10210\n4 ธันวาคม 2568\nเรื่อง แจ้งผล\nเรียน อธิบดีกรมตัวอย่าง\n"
    assert sender(f"{head}ขอแจ้งผล\nจึงเรียนมาเพื่อโปรดทราบ\nขอแสดงความนับถือ\n") == "สพม."


LETTER = """{over}ที่ ตย ๐๕๐๑/๓๘๔๖{beside}
{below}
เรื่อง รายงานผล
เรียน ผู้ว่าการตัวอย่าง

การสำรวจเสร็จสิ้นแล้ว เพื่อให้การดำเนินการเป็นไปด้วยความเรียบร้อย ขอความร่วมมือ
จึงเรียนมาเพื่อโปรดทราบ
"""
TOWER = "ชั้น ๑๗ อาคารตัวอย่าง\n๑๐๘ ถนนสมมุติ\nโทร. ๐ ๒๕๐๗ ๐๐๐๐\n"


@pytest.mark.parametrize("day", ["๖ กันยายน ๒๕๖๔", "กันยายน ๒๕๖๔", "วันที่ ๖ กันยายน ๒๕๖๔"])
@pytest.mark.parametrize("apart", ["\t", "\n"])
@pytest.mark.parametrize("urgency", ["", "ด่วนมาก\n"])
def test_the_office_of_a_letterhead_over_the_number_sends(urgency: str, apart: str, day: str) -> None:
    over = f"{urgency}สำนักงานตัวอย่าง (องค์การมหาชน)\n{TOWER}"
    told = LETTER.format(over=over, beside=apart, below=day).replace(f"{apart}\n", apart)
    assert sender(told) == "สำนักงานตัวอย่าง (องค์การมหาชน)"


def test_the_address_opposite_the_number_is_no_part_of_the_name() -> None:
    below = "ศูนย์ราชการเฉลิมพระเกียรติ ๘๐ พรรษา\nถนนสมมุติ ๑๐๒๑๐\n๖ กันยายน ๒๕๖๔"
    assert sender(LETTER.format(over="", beside="\tสำนักงานตัวอย่าง", below=below)) == "สำนักงานตัวอย่าง"
    seat = LETTER.format(over="", beside="\tศาลากลางจังหวัดตัวอย่าง", below="ถนนสมมุติ ๕๖๐๐๐\n๖ กันยายน ๒๕๖๔")
    assert sender(seat) == "จังหวัดตัวอย่าง"


def test_what_stands_over_the_number_and_is_no_letterhead_sends_nothing() -> None:
    assert sender(LETTER.format(over="กรมตัวอย่างรับไว้แล้ว\nผู้รับ สมชาย\n", beside="", below="๖ กันยายน ๒๕๖๔")) is None


def test_the_name_behind_a_memos_unit_may_run_over_two_rows() -> None:
    unit = "ส่วนราชการ กลุ่มงานพัฒนาระบบ ศูนย์เทคโนโลยีสารสนเทศ สำนักงานปลัด"
    rows = [(160.0, "บันทึกข้อความ"), (0.0, unit), (62.0, "กระทรวงตัวอย่าง โทร. ๐ ๒๖๒๒ ๘๘๙๐")]
    rows += [(0.0, "ที่ ตย ๐๒๐๒/๕๘๑   วันที่ ๒ ส.ค. ๒๕๖๔"), (0.0, "เรื่อง แผน"), (0.0, "เรียน ปลัดกระทรวงตัวอย่าง")]
    (draft,) = understand(papers_of([placed([*rows, (40.0, "ตามที่ได้สำรวจไว้ นั้น"), (0.0, "จึงเรียนมาเพื่อทราบ")])]))
    assert draft.instrument.sender == f"{unit.removeprefix('ส่วนราชการ ')}กระทรวงตัวอย่าง"
    assert draft.instrument.number == "ตย 0202/581"
