"""Tables among the sentences of a paper of several pages, and tables that go on over a page."""

from pathlib import Path

import pytest

from tests.unit.parsers.printed import printed
from workflow.core.reading import Instrument
from workflow.parsers.fields.advice_over_pages import over_pages
from workflow.parsers.page import Table
from workflow.parsers.read_file import read_file

HEAD = r"""
#set page(paper: "a4", margin: 2.5cm{numbered})
#align(center)[#text(size: 24pt)[*บันทึกข้อความ*]]
*ส่วนราชการ* กองสมมุติ กรมตัวอย่าง\
*ที่* ทต 0201/45 #h(4cm) *วันที่* 16 มกราคม 2568\
*เรื่อง* ผลการสำรวจระดับความพร้อมรัฐบาลดิจิทัล ประจำปี 2567\
เรียน อธิบดีกรมตัวอย่าง
#set par(first-line-indent: (amount: 2.5cm, all: true), justify: true)
"""
TOLD = "กองสมมุติได้ตรวจผลการสำรวจร่วมกับหน่วยงานในสังกัดแล้ว เห็นว่างานในรอบปีก้าวหน้าขึ้นหลายด้าน แต่ยังมีเรื่องที่ต้องเร่งปรับปรุง " * 5
END = "จึงเรียนมาเพื่อโปรดทราบ\n\n#v(1cm)\n#align(center)[(นายสมมุติ ตัวอย่าง)\\ ผู้อำนวยการกองสมมุติ]"
PARTS = [f"{n // 4 + 1}.{n % 4 + 1} เรื่องสมมุติ{word}" for n, word in enumerate("กขคงจฉชซดตถท")]
ADVICE = "ตั้งคณะทำงานประจำหน่วยและทบทวนแผนให้ครบทุกหน่วยในสังกัดภายในปีงบประมาณ"


def advised(*, repeated: bool) -> str:
    head = f"table.header(repeat: {str(repeated).lower()}, [ตัวชี้วัดย่อย], [ตัวชี้วัด], [ข้อเสนอแนะ])"
    return (
        f"#table(columns: (1fr, 1fr, 2fr), {head}, {', '.join(f'[{part}], [ภารกิจสมมุติ], [{ADVICE}]' for part in PARTS)})"
    )


SCORED = f"#table(columns: (3fr, 1fr, 1fr), [ตัวชี้วัดย่อย], [คะแนน], [ค่าเฉลี่ย], {', '.join(f'[{part}], [61.25], [58.75]' for part in PARTS)})"


def read(folder: Path, *parts: str, numbered: bool = False) -> list[Instrument]:
    head = HEAD.replace("{numbered}", ', numbering: "- 1 -"' if numbered else "")
    return list(read_file(printed(folder, "\n\n".join((head, *parts, END)))).instruments)


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("before", [2, 4, 7])
@pytest.mark.parametrize("after", [1, 4])
@pytest.mark.parametrize("table", [SCORED, advised(repeated=True)], ids=["scores", "advice"])
def test_a_table_among_sentences_is_no_paper_of_its_own(
    tmp_path: Path, table: str, before: int, after: int, *, numbered: bool
) -> None:
    (memo,) = read(
        tmp_path, *[TOLD] * before, "ผลการสำรวจปรากฏตามตารางต่อไปนี้", table, *[TOLD] * after, numbered=numbered
    )
    assert memo.kind == "memo" and memo.signatory and list(memo.pages) == sorted(memo.pages)


@pytest.mark.parametrize("repeated", [False, True])
@pytest.mark.parametrize("before", [0, 1, 2, 3, 4])
def test_a_table_of_advice_goes_on_over_the_page(tmp_path: Path, before: int, *, repeated: bool) -> None:
    (memo,) = read(tmp_path, *[TOLD] * before, "ข้อเสนอแนะมีดังนี้", advised(repeated=repeated))
    told = [(f"{given.code} {given.name}", given.indicator, given.text) for given in memo.recommendations]
    assert told == [(part, "ภารกิจสมมุติ", ADVICE) for part in PARTS]


def test_the_last_of_an_acting_signature_on_a_page_of_its_own_ends_the_paper(tmp_path: Path) -> None:
    signed = "#align(center)[(นายสมมุติ ตัวอย่าง)\\ ผู้อำนวยการส่วนสมมุติ]\n#pagebreak()\n#align(center)[รักษาราชการแทน ผู้อำนวยการกองสมมุติ]"
    head = HEAD.replace("{numbered}", "")
    told = "\n\n".join((head, *[TOLD] * 4, "จึงเรียนมาเพื่อโปรดทราบ", signed))
    (memo,) = read_file(printed(tmp_path, told)).instruments
    assert tuple(memo.pages) == (1, 2, 3) and memo.signatory
    assert (memo.signatory.acting, memo.signatory.acting_for) == ("รักษาราชการแทน", "ผู้อำนวยการกองสมมุติ")


ADVICE_HEAD = ("กลุ่ม", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ")
FIRST = Table(1, (ADVICE_HEAD, ("คงไว้", "๒.๑ ข้อมูลสมมุติ", "ควรทบทวนแผนทุกปี"), ("เพิ่มเติม", "๓.๒ ทักษะ", "ควรประเมินทักษะ")))


def test_a_row_torn_by_the_page_is_whole_where_it_begins() -> None:
    rest = Table(2, (("", "ของบุคลากร", "รายบุคคลปีละครั้ง"), ("ปรับปรุง", "๔.๑ บริการสมมุติ", "ควรเปิดบริการให้ครบ")))
    first, second = over_pages([FIRST, rest])
    assert first.rows[-1] == ("เพิ่มเติม", "๓.๒ ทักษะของบุคลากร", "ควรประเมินทักษะรายบุคคลปีละครั้ง")
    assert second.rows == (ADVICE_HEAD, ("ปรับปรุง", "๔.๑ บริการสมมุติ", "ควรเปิดบริการให้ครบ"))


def test_a_group_that_begins_on_the_next_page_is_no_rest_of_a_row() -> None:
    rest = Table(2, (("๒. เรื่องที่ควรปรับปรุง", "", ""), ("ปรับปรุง", "๔.๑ บริการสมมุติ", "ควรเปิดบริการให้ครบ")))
    assert [table.rows[-2:] for table in over_pages([FIRST, rest])] == [FIRST.rows[-2:], rest.rows]


def test_another_table_of_as_many_columns_is_no_rest() -> None:
    scores = Table(2, (("ลำดับ", "ตัวชี้วัด", "คะแนน"), ("1", "ข้อมูลสมมุติ", "61.25"), ("2", "บริการสมมุติ", "58.75")))
    assert over_pages([FIRST, scores]) == [FIRST, scores]


def test_a_row_torn_below_a_head_of_two_tiers_is_whole_where_it_begins() -> None:
    heads = (("รหัส", "ตัวชี้วัดย่อย", "ผลการสำรวจ", "", "ข้อเสนอแนะ"), ("", "", "คะแนน", "ค่าเฉลี่ย", ""))
    told = (("๑.๑", "แผนสมมุติ", "๖๐.๕", "๕๑.๐", "ควรทบทวนแผน"), ("๑.๒", "ข้อมูลสมมุติ", "๕๐.๕", "๔๙.๐", "ควรทดสอบข้อมูล"))
    rest = ("", "", "", "", "ให้ครบทุกชุด")
    first, second = over_pages(
        [Table(1, (*heads, *told)), Table(2, (*heads, rest, ("๒.๑", "งาน", "๔๐.๕", "๔๘.๐", "ควรทำ")))]
    )
    assert first.rows[-1][-1] == "ควรทดสอบข้อมูลให้ครบทุกชุด"
    assert second.rows == (*heads, ("๒.๑", "งาน", "๔๐.๕", "๔๘.๐", "ควรทำ"))
