"""The forms of ระเบียบงานสารบรรณ in the ways offices print them: urgency, number, signature block, day, catchword."""

from datetime import date

import pytest

from tests.unit.parsers.papers import drafts, rows
from workflow.core.reading import Signatory
from workflow.parsers.fields.dated import date_alone, labelled_date
from workflow.parsers.fields.numbers import number_of
from workflow.parsers.fields.signatory import signatures
from workflow.parsers.fields.urgency import urgency_of
from workflow.parsers.page import Line
from workflow.parsers.rows import catchword, rows_of

NAME = "สมมุติ ทดสอบกุล"


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        ("ด่วน มาก", "ด่วนมาก"),
        ("“ด่วนที่สุด”", "ด่วนที่สุด"),
        ("(ด่วนมาก)", "ด่วนมาก"),
        ("ชั้นความเร็ว ด่วนมาก", "ด่วนมาก"),
        ("ความเร็ว : ด่วนที่สุด", "ด่วนที่สุด"),
        ("- ด่วน -", "ด่วน"),
        ("ลับ\tด่วนที่สุด", "ด่วนที่สุด"),
        ("การท่าสมมุติ (กทส.)\tชั้นความเร็ว : ด่วนมาก", "ด่วนมาก"),
    ],
)
def test_the_mark_of_urgency_may_be_set_off(printed: str, word: str) -> None:
    found = urgency_of(rows(printed))
    assert found and found[0] == word


@pytest.mark.parametrize(
    ("read", "word"),
    [
        ("ด่วนที่สุ", "ด่วนที่สุด"),
        ("ดวนมา", "ด่วนมาก"),
        ("ด่วนทั้งหมด", None),
        ("ด่วนด้วย", None),
        ("่วนที่สุด", "ด่วนที่สุด"),
        ("วนมาก", "ด่วนมาก"),
        ("วนอุทยาน", None),
        ("ส่วนมาก", None),
    ],
)
def test_a_mark_of_urgency_that_a_scan_tore_is_the_one_it_is_nearest_to(read: str, word: str | None) -> None:
    found = urgency_of(rows_of([Line(read, 1, 0, (84.0, 74.0, 145.0, 93.0), 20.0, confidence=0.98)]))
    assert (found and found[0]) == word


@pytest.mark.parametrize("text", ["เป็นเรื่องด่วนมาก", "(ด่วนมากจึงขอความร่วมมือ)", "ชั้นความเร็วของหนังสือ"])
def test_a_text_that_speaks_of_urgency_is_not_urgent(text: str) -> None:
    assert urgency_of(rows(text)) is None


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("พณ(สป) ๐๒๐๑/๕", "พณ(สป) 0201/5"),
        ("สธ ๐๒๐๑.๐๓๒.๑/ว ๓๓", "สธ 0201.032.1/ว33"),
        ("อว ๖๔๐๑.๑(ก)/๑๒๓", "อว 6401.1(ก)/123"),
        ("รง ๐๕๐๔ / ๙๙", "รง 0504/99"),
        ("๐๐๓๓.๑๒/๕๐๕๒", "0033.12/5052"),
        ("๑๒/๒๕๖๙", "12/2569"),
        # with a unit or a series of its own
        ("๐๐๑๙.(ศบส.)/ว ๓๙๙๑", "0019.(ศบส.)/ว3991"),
        ("กษ ๐๖๑๐/ท ๑๒๔", "กษ 0610/ท124"),
        ("มท ๕๓๐๒.๒.๑/บ.๑๒", "มท 5302.2.1/บ.12"),
        ("นร ๐๕๐๖/ว(ล) ๑๒๓", "นร 0506/ว(ล)123"),
        ("ป.ป.ส. ๐๐๐๓/ว ๑๒", "ป.ป.ส.0003/ว12"),
        ("สว(กมธ ๑)๐๐๑๙/๒๓", "สว(กมธ1)0019/23"),
        # with a branch behind a hyphen, where a row may end
        ("มท ๕๕๑๒๖-๑/๒๒๐๗", "มท 55126-1/2207"),
        ("มท ๕๔๒๓-๒.๑/ว ๑๒", "มท 5423-2.1/ว12"),
        ("มท ๕๔๒๓- ๒/๑๒", "มท 5423-2/12"),
    ],
)
def test_a_number_keeps_to_the_grammar_of_its_series(printed: str, number: str) -> None:
    found = number_of(rows(f"ที่ {printed}"))
    assert found and found[0] == number


@pytest.mark.parametrize(
    ("block", "who"),
    [
        (f"(ศาสตราจารย์ ดร.{NAME})\nอธิการบดี", Signatory(None, NAME, "อธิการบดี", None, None)),
        (f"(รองศาสตราจารย์{NAME})\nคณบดี", Signatory(None, NAME, "คณบดี", None, None)),
        (f"(นายแพทย์{NAME})\nผู้อำนวยการโรงพยาบาล", Signatory(None, NAME, "ผู้อำนวยการโรงพยาบาล", None, None)),
        (f"(แพทย์หญิง{NAME})\nนายแพทย์เชี่ยวชาญ", Signatory(None, NAME, "นายแพทย์เชี่ยวชาญ", None, None)),
        (f"(น.ส.{NAME})\nหัวหน้างานสมมุติ", Signatory(None, NAME, "หัวหน้างานสมมุติ", None, None)),
        (f"น.อ.\n({NAME})\nผู้อำนวยการกองสมมุติ", Signatory("น.อ.", NAME, "ผู้อำนวยการกองสมมุติ", None, None)),
        (f"พล.ต.ต. {NAME}\n({NAME})\nผบก.สม.", Signatory("พล.ต.ต.", NAME, "ผบก.สม.", None, None)),
        (f"(ลงชื่อ) พ.ต.อ. {NAME}\n({NAME})\nผกก.สม.", Signatory("พ.ต.อ.", NAME, "ผกก.สม.", None, None)),
        (f"พันตำรวจโท ............\n({NAME})\nสารวัตร", Signatory("พันตำรวจโท", NAME, "สารวัตร", None, None)),
        (
            f"(นาย{NAME})\nผู้ตรวจราชการ รักษาการตำแหน่งอธิบดีกรมสมมุติ",
            Signatory(None, NAME, "ผู้ตรวจราชการ", "รักษาการตำแหน่ง", "อธิบดีกรมสมมุติ"),
        ),
        (
            f"(นาย{NAME})\nรองผู้อำนวยการสถาบันพัฒนาระบบสมมุติแห่งชาติ ปฏิบัติหน้าที่แทน ผู้อำนวยการสถาบันพัฒนาระบบสมมุติแห่งชาติ",
            Signatory(
                None, NAME, "รองผู้อำนวยการสถาบันพัฒนาระบบสมมุติแห่งชาติ", "ปฏิบัติหน้าที่แทน", "ผู้อำนวยการสถาบันพัฒนาระบบสมมุติแห่งชาติ"
            ),
        ),
        (
            f"(นาย{NAME})\nนายช่างโยธาอาวุโส ปฏิบัติหน้าที่\nผู้อำนวยการกองช่าง",
            Signatory(None, NAME, "นายช่างโยธาอาวุโส", "ปฏิบัติหน้าที่", "ผู้อำนวยการกองช่าง"),
        ),
    ],
)
def test_a_signature_block_names_rank_name_post_and_acting(block: str, who: Signatory) -> None:
    (found,) = signatures(rows(f"จึงเรียนมาเพื่อโปรดทราบ\n{block}"))
    assert found.signatory == who


@pytest.mark.parametrize(
    "printed",
    [
        "๕ มีนาคม พ.ศ. ๒๕๖๙", "๕ มี.ค.๖๙", "๕ มีค. ๖๙", "๕ เดือน มีนาคม พุทธศักราช ๒๕๖๙", "๕/๓/๖๙", "๐๕-๐๓-๒๕๖๙", "วันที่ .....๕..... มีนาคม ๒๕๖๙",
        "วันพฤหัสบดีที่ ๕ มีนาคม ๒๕๖๙",
    ],
)  # fmt: skip
def test_a_day_alone_is_read_as_offices_write_it(printed: str) -> None:
    assert date_alone(rows(printed)[0]) == date(2026, 3, 5)


def test_a_memo_is_dated_on_its_dotted_line() -> None:
    found = labelled_date(rows("ที่ สม ๐๑๐๑/๕\tวันที่......๕.....มีนาคม....๒๕๖๙......"))
    assert found and found[0] == date(2026, 3, 5)


@pytest.mark.parametrize(
    "printed",
    [
        "2568/ว 6640 ลงวันที่ 24 พฤศจิกายน 2568 แจ้งผล",
        "ตามหนังสือที่อ้างถึง วันที่ 24 พฤศจิกายน 2568 แล้วนั้น",
        "ที่ มท 0101/5 ลงวันที่ 24 พฤศจิกายน 2568 แจ้งผล",
    ],
)
def test_a_cited_day_is_not_the_papers_own(printed: str) -> None:
    assert labelled_date(rows(printed)) is None


@pytest.mark.parametrize("own", ["วันที่ พฤษภาคม 2564", "วันที่......เดือน พฤษภาคม พ.ศ. 2564"])
def test_a_day_left_blank_is_not_taken_from_a_paper_cited(own: str) -> None:
    assert labelled_date(rows(f"ที่ พย 0017.2/765\t{own}\nตามหนังสือ ที่ สพร 2564/4333\nวันที่ 19 เมษายน 2564")) is None


def test_a_day_below_a_row_that_breaks_off_before_it_is_the_papers_cited() -> None:
    assert labelled_date(rows("ตามที่ได้มีหนังสือ ที่ สพร 2564/4333 ลง\nวันที่ 19 เมษายน 2564 เรื่อง ผล")) is None
    found = labelled_date(rows("เรื่อง แผนระหว่าง พฤษภาคม 2564\nวันที่ 19 เมษายน 2564"))
    assert found and found[0] == date(2021, 4, 19)


def test_a_number_may_be_dated_by_the_word_that_cites() -> None:
    found = labelled_date(rows("ที่ มท 0101/5  ลงวันที่ 24 พฤศจิกายน 2568"))
    assert found and found[0] == date(2025, 11, 24)


@pytest.mark.parametrize(
    "printed",
    [
        "/จึงเรียนมา...",
        "/จึงเรียนมา…….",
        "/จึงเรียนมา . . .",
        "./จึงเรียนมา...",
        "/...จึงเรียนมา",
        "...จึงเรียนมา/",
        "จึงเรียนมา.../",
    ],
)
def test_a_catchword_is_known_by_its_slash_and_dots(printed: str) -> None:
    assert catchword(printed) == "จึงเรียนมา"


@pytest.mark.parametrize("text", ["/จึงเรียนมา", "ที่ สม ๐๑๐๑/๕", "http://สมมุติ.example/…ต่อ", "ข้อ ๑/๒ ของ..."])
def test_what_has_no_slash_with_dots_is_no_catchword(text: str) -> None:
    assert catchword(text) is None


def test_an_announcements_subject_ends_where_its_text_begins() -> None:
    (draft,) = drafts(
        "ประกาศสำนักงานสมมุติ\nเรื่อง รายชื่อผู้ผ่านการคัดเลือก\nประจำปี พ.ศ. ๒๕๖๙\nตามประกาศ ลงวันที่ ๑ มกราคม ๒๕๖๙\n"
        f"จึงประกาศให้ทราบ\nประกาศ ณ วันที่ ๓ เดือนมีนาคม พุทธศักราช ๒๕๖๙\n(นาย{NAME})\nเลขาธิการ"
    )
    found = draft.instrument
    assert (found.subject, found.date) == ("รายชื่อผู้ผ่านการคัดเลือกประจำปี พ.ศ. 2569", date(2026, 3, 3))
    assert found.signatory and found.signatory.name == NAME


def test_labels_may_end_in_a_colon_without_a_space() -> None:
    (draft,) = drafts(
        "ที่ กค ๐๑๐๑/ว๗\nกรมสมมุติ\n๓ มีนาคม ๒๕๖๙\nเรื่อง:การจัดทำแผน\nเรียน:อธิบดีกรมตัวอย่าง\nสิ่งที่แนบมาด้วย:แบบรายงาน จำนวน ๑ ชุด\n"
        f"ด้วยกรมสมมุติจัดทำแผน\nจึงเรียนมาเพื่อทราบ\nขอแสดงความนับถือ\n(นาย{NAME})\nอธิบดีกรมสมมุติ"
    )
    found = draft.instrument
    assert (found.subject, found.to, found.enclosures) == ("การจัดทำแผน", ("อธิบดีกรมตัวอย่าง",), ("แบบรายงาน",))


def test_a_university_memo_names_its_unit() -> None:
    (draft,) = drafts(
        "บันทึกข้อความ\nส่วนงาน สำนักวิชาการ\nที่ อว ๖๔๐๑/๕ วันที่ ๓ มีนาคม ๒๕๖๙\nเรื่อง ขอเชิญประชุม\nเรียน คณบดีทุกคณะ\n"
        f"ด้วยสำนักวิชาการกำหนดจัดประชุม\nจึงเรียนมาเพื่อโปรดทราบ\n(รองศาสตราจารย์ ดร.{NAME})\nรองอธิการบดี"
    )
    assert draft.instrument.sender == "สำนักวิชาการ"


def test_a_name_ends_at_its_bracket_whatever_the_text_layer_prints_behind_it() -> None:
    (block,) = signatures(rows("(นายสมมุติ สุขสันติ์)ติ์\nผู้อำนวยการสำนักงานสมมุติ"))
    assert block.signatory.name == "สมมุติ สุขสันติ์"


def test_a_day_of_no_calendar_is_told_not_left_out() -> None:
    text = (
        "ที่ สม ๐๓๐๗/๖๑\nถึง กรมตัวอย่าง\nตามที่แจ้งมา นั้น จึงเรียนมาเพื่อทราบ\nกรมสมมุติ\n๓๑ กันยายน ๒๕๖๕\nกองกลาง\nโทร. ๐ ๒๐๐๐ ๐๐๐๐"
    )
    (draft,) = drafts(text)
    assert draft.instrument.date is None and [d.printed for d in draft.dates] == ["31 กันยายน 2565"]


def test_a_term_in_brackets_alone_on_its_row_is_no_name() -> None:
    assert signatures(rows("ให้ใช้ทะเบียนกลาง\n(Single Register)\nโดยรายงานผู้บริหาร")) == []
