"""Where the head of a paper ends and its text begins: by the indent of its first paragraph, and by who asks."""

import pytest

from tests.unit.parsers.papers import drafts, set_out
from workflow.core.reading import Instrument
from workflow.core.thai_digits import to_arabic
from workflow.parsers.bundle import papers_of
from workflow.parsers.page import Page
from workflow.parsers.understand import understand

LEFT, RIGHT, CM = 80.0, 540.0, 28.35
Placed = tuple[float, float, str]
HEAD: list[Placed] = [
    (LEFT, 190.0, "ที่ ตย ๐๑๐๑/ว ๑๒"), (280.0, 370.0, "๕ มีนาคม ๒๕๖๗"), (LEFT, 300.0, "เรื่อง แจ้งผลการสำรวจความพร้อม"),
    (LEFT, 230.0, "เรียน อธิบดีกรมตัวอย่าง"),
]  # fmt: skip
ENCLOSED: list[Placed] = [(LEFT, 250.0, "สิ่งที่ส่งมาด้วย ๑. กำหนดการสัมมนา"), (165.0, 230.0, "๒. แบบตอบรับ")]
CLOSING: list[Placed] = [(LEFT + 70, 300.0, "จึงเรียนมาเพื่อโปรดทราบ")]


def read(lines: list[Placed]) -> Instrument:
    rows = set_out(lines)
    page = Page(1, tuple(part for row in rows for part in row.parts), 595.0, 842.0)
    (draft,) = understand(papers_of([page]))
    return draft.instrument


@pytest.mark.parametrize("indent", [1.0, 1.25, 1.4, 1.5, 2.5])
def test_a_paragraph_begins_the_text_however_far_it_is_indented(indent: float) -> None:
    first = (LEFT + indent * CM, RIGHT - 10, "การสัมมนาในวันที่ ๒๒ มีนาคม ๒๕๖๗ ณ ห้องประชุมสมมุติ ชั้น ๕ ซึ่งกรมตัวอย่างจัดขึ้น")
    paper = read([*HEAD, *ENCLOSED, first, (LEFT, 450.0, "เวลา ๐๘.๓๐ น. เป็นต้นไป"), *CLOSING])
    assert paper.enclosures == ("กำหนดการสัมมนา", "แบบตอบรับ")


@pytest.mark.parametrize("who", ["สมต. ", "ส.ม.ต. ", "สำนักงานสมมุติ (องค์การมหาชน) ", "กรมสมมุติใคร่", "จังหวัดสมมุติจึง"])
@pytest.mark.parametrize("asks", ["ขอเรียนเชิญ", "ขอเชิญ", "ขอแจ้ง"])
def test_who_asks_opens_the_text(who: str, asks: str) -> None:
    lines = [*HEAD, *ENCLOSED]
    text = "\n".join([*(line for *_, line in lines), f"{who}{asks}ท่านเข้าร่วมสัมมนา", "จึงเรียนมาเพื่อโปรดทราบ"])
    assert drafts(text)[0].instrument.enclosures == ("กำหนดการสัมมนา", "แบบตอบรับ")


@pytest.mark.parametrize("hang", [30.0, 34.0, 38.0])
def test_a_hanging_addressee_above_an_unindented_text_is_none_of_it(hang: float) -> None:
    more = [
        (LEFT + hang, 260.0, "เลขานุการกรม"),
        (LEFT, 200.0, "๑. เรื่องเดิม"),
        (LEFT + 70, RIGHT, "กรมสมมุติได้สำรวจความพร้อม"),
    ]
    assert read([*HEAD, *more, *CLOSING]).to == ("อธิบดีกรมตัวอย่าง", "เลขานุการกรม")


def test_a_hanging_title_that_fills_its_line_is_no_paragraph() -> None:
    title = (165.0, RIGHT, "๒. แบบตอบรับการเข้าร่วมสัมมนาและแบบสำรวจความพร้อมของหน่วยงานสมมุติ")
    rest = (180.0, 300.0, "ประจำปีงบประมาณ")
    opening = (LEFT + 40, RIGHT, "ตามที่ กรมตัวอย่างได้สำรวจความพร้อมของหน่วยงานในสังกัดทุกแห่งทั่วประเทศ")
    paper = read([*HEAD, ENCLOSED[0], title, rest, opening, (LEFT, 300.0, "เป็นประจำทุกปี นั้น"), *CLOSING])
    assert len(paper.enclosures) == 2 and paper.enclosures[1].endswith("ประจำปีงบประมาณ")


MEMO = "บันทึกข้อความ\nส่วนราชการ กลุ่มสมมุติ กรมตัวอย่าง โทร. ๓๓๑๑\nที่ ตย ๐๖๐๑.๔/๓๘๘\tวันที่ ๒๐ พฤศจิกายน ๒๕๖๖\nเรื่อง แจ้งผลการสำรวจ\n"


@pytest.mark.parametrize(
    "post",
    [
        "ปศุสัตว์เขต ๑ - ๙",
        "สรรพากรพื้นที่",
        "ท่องเที่ยวและกีฬาจังหวัด",
        "ประมงจังหวัดตัวอย่าง",
        "พัฒนาการอำเภอ",
        "สรรพสามิตภาคที่ ๓",
        "ชลประทานเขต",
    ],
)
def test_the_head_of_a_field_office_is_called_by_its_trade(post: str) -> None:
    text = (
        f"{MEMO}เรียน\tผู้อำนวยการศูนย์สมมุติ\nเลขานุการกรม\n{post}\nตามหนังสือสำนักงานสมมุติ แจ้งว่ากรมตัวอย่างได้คะแนนร้อยละ ๗๐.๑๒ นั้น\n"
    )
    assert drafts(text)[0].instrument.to[1:] == ("เลขานุการกรม", to_arabic(post))


@pytest.mark.parametrize("hang", [34.0, 60.0])
def test_a_line_set_below_another_of_the_addressees_is_one_whatever_its_words(hang: float) -> None:
    more = [
        (LEFT + hang, 260.0, "เลขานุการกรม"),
        (LEFT + hang + 1, 250.0, "นักวิชาการทุกท่าน"),
        (LEFT + hang, 250.0, "บุคลากรสมมุติ"),
    ]
    text = [(LEFT + 71, RIGHT, "การสำรวจความพร้อมของหน่วยงานสมมุติในปีนี้มีผลเป็นที่น่าพอใจ"), (LEFT, 300.0, "ทุกประการ")]
    assert read([*HEAD, *more, *text, *CLOSING]).to[1:] == ("เลขานุการกรม", "นักวิชาการทุกท่าน", "บุคลากรสมมุติ")


def test_a_word_of_urgency_left_of_the_text_is_not_its_edge() -> None:
    urgent: list[Placed] = [(LEFT - 14, 110.0, "ด่วน")]
    first = (LEFT + 57, RIGHT - 10, "สถาบันสมมุติขอขอบคุณกรมตัวอย่างที่ให้ความร่วมมือในการประเมินเป็นอย่าง")
    paper = read([*urgent, *HEAD, *ENCLOSED, first, (LEFT, 450.0, "ดียิ่งตลอดมาทุกปี"), *CLOSING])
    assert paper.enclosures == ("กำหนดการสัมมนา", "แบบตอบรับ")


@pytest.mark.parametrize("copies", [" จำนวน ๑ ชุด", " ๑ ฉบับ", ""])
@pytest.mark.parametrize("first", ["๑. ตามหนังสือที่อ้างถึง แจ้งผลการสำรวจ", "๑. เรื่องเดิม", "๑. ด้วยกรมได้รับแจ้งผล"])
def test_numbers_below_one_enclosure_are_those_of_the_text(copies: str, first: str) -> None:
    one = (LEFT, 300.0, "สิ่งที่ส่งมาด้วย สรุปผลการสำรวจ" + copies)
    told = [(LEFT + 70, 400.0, first), (LEFT + 70, 500.0, "๒. กรมตัวอย่างได้คะแนนรวมร้อยละ ๖๖.๐๘ ค่าเฉลี่ยระดับกรมร้อยละ ๗๐.๓๑")]
    found = read([*HEAD, one, *told, *CLOSING])
    assert found.enclosures == ("สรุปผลการสำรวจ",)
    assert found.survey is not None
    assert found.survey.score == 66.08


@pytest.mark.parametrize("value", ["เอกสารดังนี้", "จำนวน ๒ รายการ", "เอกสารประกอบ จำนวน ๒ ชุด"])
def test_numbers_below_what_counts_the_enclosures_are_theirs(value: str) -> None:
    listed = [(LEFT + 80, 300.0, "๑. กำหนดการสัมมนา จำนวน ๑ ชุด"), (LEFT + 80, 300.0, "๒. แบบตอบรับ จำนวน ๑ ชุด")]
    found = read(
        [*HEAD, (LEFT, 250.0, f"สิ่งที่ส่งมาด้วย {value}"), *listed, (LEFT + 70, 400.0, "๑. ตามที่กรมแจ้งผล"), *CLOSING]
    )
    assert found.enclosures[-2:] == ("กำหนดการสัมมนา", "แบบตอบรับ")


@pytest.mark.parametrize("number", ["ที่ สมต ๒๕๖๗/ว๐๐๒๑", "ที่ สมต ๒๕๖๗/ว๐๐๒๑ ลงวันที่ ๒๐ มกราคม ๒๕๖๗ แจ้งผล"])
def test_an_urgent_paper_cited_at_the_edge_of_a_row_makes_no_other_urgent(number: str) -> None:
    first = (LEFT + 70, RIGHT - 10, "ตามที่สำนักงานสมมุติ (องค์การมหาชน) มีหนังสือ")
    assert read([*HEAD, first, (LEFT, 450.0, f"ด่วนที่สุด {number}"), *CLOSING]).urgency is None
    assert (
        read([(LEFT, 120.0, "ด่วนที่สุด"), *HEAD, first, (LEFT, 450.0, f"ด่วนมาก {number}"), *CLOSING]).urgency == "ด่วนที่สุด"
    )
