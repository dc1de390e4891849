"""Lists of advice whose items bear names and no codes are read as those with codes are, and told without."""

import pytest

from tests.unit.parsers.papers import set_out
from workflow.core.reading import Recommendation
from workflow.parsers.fields.recommendations import recommendations_of

SAID = "สภาสมมุติมีข้อเสนอแนะสำหรับตัวชี้วัดย่อย จำนวน 4 ตัวชี้วัด แยกตามด้าน ดังนี้"
ITEMS = (
    ("ด้านที่ 1 ยุทธศาสตร์สมมุติ", "การถ่ายทอดแผนสมมุติ", "นำแผนไปใช้กับทุกหน่วยฝึกภายในปีนี้"),
    ("ด้านที่ 1 ยุทธศาสตร์สมมุติ", "ผลสำรวจสมมุติ", "แนบผลรอบก่อนไว้กับคำของบประมาณ"),
    ("ด้านที่ 2 บริการสมมุติ", "การสมัครสมมุติ", "ปรับหน้าจอเพื่อไม่ต้องกรอกซ้ำอีก"),
    ("ด้านที่ 2 บริการสมมุติ", "วุฒิบัตรสมมุติ", "ออกวุฒิบัตรที่ตรวจสอบได้ด้วยรหัส"),
)


def given(
    entry: str, *, said: str = SAID, parts: bool = True, wraps: bool = True, signs: tuple[str, ...] = ("-",) * 4
) -> tuple[Recommendation, ...]:
    """Return what is advised in a list of such entries; where `wraps`, the text goes on in a second row."""
    rows: list[tuple[float, float, str]] = [(156, 530, said)]
    part = None
    for (over, name, text), sign in zip(ITEMS, signs, strict=True):
        if parts and over != part:
            rows.append((85, 240, part := over))
        head, _, below = entry.format(sign=sign, name=name, text=text).partition("\n")
        rows.append((114, 250 if below else 536, head))
        rows += [(130, 536, below)] if below else []
        rows += [(130, 300, "และรายงานผลทุกหกเดือน")] if wraps else []
    rows += [(156, 430, "จึงเรียนมาเพื่อโปรดทราบ"), (300, 420, "(นายสมมุติ ตัวอย่างดี)")]
    return recommendations_of(set_out(rows)).given


@pytest.mark.parametrize(
    ("entry", "signs"),
    [
        ("{sign} {name} : {text}", ("-",) * 4),
        ("{sign} {name} – {text}", ("•",) * 4),
        ("{sign} {name} : {text}", ("1)", "2)", "3)", "4)")),
        ("{sign} {name} : {text}", ("(1)", "(2)", "(3)", "(4)")),
        ("{sign} {name} : {text}", ("ก.", "ข.", "ค.", "ง.")),
        ("{sign} {name}\n{text}", ("-",) * 4),
        ("{sign} {name}\nข้อเสนอแนะ: {text}", ("•",) * 4),
    ],
)
def test_a_list_of_names_and_advice_is_read_without_codes(entry: str, signs: tuple[str, ...]) -> None:
    found = given(entry, signs=signs)
    assert [(g.code, g.name, g.indicator) for g in found] == [
        ("", name, over.split(" ")[-1]) for over, name, _ in ITEMS
    ]
    assert all(
        g.text.startswith(text) and g.text.endswith("หกเดือน") for g, (_, _, text) in zip(found, ITEMS, strict=True)
    )


WITH_PARTS = [(over.split(" ")[-1], name, f"ควร{text}") for over, name, text in ITEMS]


def in_list(
    *lines: tuple[float, float, str], opening: str = SAID
) -> list[tuple[str, str, str | None, str | None, str]]:
    rows = [(156, 530, opening), *lines, (156, 430, "จึงเรียนมาเพื่อโปรดทราบ"), (300, 420, "(นายสมมุติ ตัวอย่างดี)")]
    return [(g.code, g.name, g.indicator, g.group, g.text) for g in recommendations_of(set_out(rows)).given]


def test_a_part_in_brackets_ends_a_name_and_may_close_on_the_next_row() -> None:
    lines = [
        [(114, 536, f"• {name} (ด้าน{over[:4]}"), (125, 536, f"{over[4:]}) {text}")] if n % 2 else [(114, 536, f"• {name} (ด้าน{over}) {text}")]
        for n, (over, name, text) in enumerate(WITH_PARTS)
    ]  # fmt: skip
    found = in_list((140, 330, "๑. เรื่องที่เป็นจุดแข็งของสภา"), *(line for some in lines for line in some))
    assert found == [("", name, over, "เรื่องที่เป็นจุดแข็งของสภา", text) for over, name, text in WITH_PARTS]


def test_a_part_behind_a_dash_is_no_advice_where_that_stands_deeper_below() -> None:
    lines = [
        [(114, 420, f"({n}) {name} – ด้าน{over}"), (131, 536, text)]
        for n, (over, name, text) in enumerate(WITH_PARTS, 1)
    ]
    clause = [(85, 171, "2. ข้อเสนอแนะ"), (142, 522, "สภาสมมุติให้ข้อเสนอแนะ 4 รายการ"), (99, 278, "2.1 จุดเด่นที่ควรรักษาไว้")]
    found = in_list(*clause, *(line for some in lines for line in some), opening="สภาสมมุติมีหนังสือแจ้งผล")
    assert found == [("", name, over, "จุดเด่นที่ควรรักษาไว้", text) for over, name, text in WITH_PARTS]


def test_without_parts_nothing_stands_over_the_items() -> None:
    found = given("{sign} {name} : {text}", parts=False, wraps=False)
    assert [(g.name, g.indicator, g.group, g.text) for g in found] == [
        (name, None, None, text) for _, name, text in ITEMS
    ]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{sign} {name} : {text}", "กรมสมมุติขอเชิญประชุมเพื่อพิจารณาเรื่องต่าง ๆ ดังนี้"),  # of no advice
        ("{sign} {text}", SAID),  # no names
        ("{sign} ควร{text}", SAID),
    ],
)
def test_other_lists_are_none_of_advice(entry: str, said: str) -> None:
    assert given(entry, said=said, parts=False) == ()


def test_names_on_rows_of_their_own_above_paragraphs_need_no_sign() -> None:
    rows: list[tuple[float, float, str]] = [(173, 451, "บทสรุปข้อเสนอแนะสำหรับการไฟฟ้าสมมุติ")]
    for group, some in (("1. ประเด็นที่เป็นจุดแข็ง", ITEMS[:2]), ("2. ประเด็นที่พอใช้", ITEMS[2:])):
        rows.append((85, 223, group))
        part = None
        for over, name, text in some:
            rows += [(108, 285, over)] if over != part else []
            part = over
            rows += [(130, 250, name), (164, 530, text), (130, 337, "และรายงานผลทุกหกเดือน")]
    assert [(g.code, g.name, g.indicator, g.group) for g in recommendations_of(set_out(rows)).given] == [
        ("", ITEMS[0][1], "ยุทธศาสตร์สมมุติ", "ประเด็นที่เป็นจุดแข็ง"),
        ("", ITEMS[1][1], "ยุทธศาสตร์สมมุติ", "ประเด็นที่เป็นจุดแข็ง"),
        ("", ITEMS[2][1], "บริการสมมุติ", "ประเด็นที่พอใช้"),
        ("", ITEMS[3][1], "บริการสมมุติ", "ประเด็นที่พอใช้"),
    ]


def test_the_last_rows_of_paragraphs_are_no_names() -> None:
    rows: list[tuple[float, float, str]] = [(156, 530, SAID)]
    for _, name, text in ITEMS:
        rows += [(156, 533, f"{text}และจัดทำรายงานประจำปีของหน่วยงาน"), (85, 533, text * 2), (85, 250, name)]
    assert recommendations_of(set_out(rows)).given == ()


def test_names_that_end_in_their_indicator_head_the_text_below_and_may_wrap() -> None:
    rows: list[tuple[float, float, str]] = [(156, 530, SAID), (119, 241, "1. ด้านที่เป็นจุดแข็ง")]
    for name, part in (("การสื่อสารสมมุติ", "ทิศทางองค์กร"), ("ตู้สินค้าสมมุติ (Container)", "บริการเรือและสินค้า")):
        rows += [
            (142, 514, f"{name} (ตัวชี้วัดหลัก: {part})"),
            (164, 517, "เพิ่มจุดอ่านป้ายที่ประตูตรวจ"),
            (164, 481, "และเปิดให้เรียกดูได้เอง"),
        ]
    rows += [(142, 530, "บัญชีข้อมูลสมมุติ (ตัวชี้วัดหลัก: ข้อมูล"), (142, 220, "และการเชื่อมโยง)"), (164, 500, "เร่งสำรวจชุดข้อมูลทุกฝ่าย")]
    advice = recommendations_of(set_out(rows))
    assert [(g.name, g.indicator, g.group) for g in advice.given] == [
        ("การสื่อสารสมมุติ", "ทิศทางองค์กร", "ด้านที่เป็นจุดแข็ง"),
        ("ตู้สินค้าสมมุติ (Container)", "บริการเรือและสินค้า", "ด้านที่เป็นจุดแข็ง"),
        ("บัญชีข้อมูลสมมุติ", "ข้อมูลและการเชื่อมโยง", "ด้านที่เป็นจุดแข็ง"),
    ]
    assert not any(doubt.part == "code" for doubt in advice.doubts)  # nobody printed one


def test_an_indicator_and_a_name_on_a_row_of_their_own_head_the_paragraph_below_though_numbered_headings_stand_over_them() -> (
    None
):
    printed = set_out([
        (150, 355, "3. ข้อเสนอแนะของผู้ประเมิน สรุปได้ตามลำดับดังนี้"),
        (150, 281, "3.1 ด้านที่ทำได้ดีและควรคงไว้"),
        (150, 337, "นโยบายและผู้นำ : การสื่อสารวิสัยทัศน์"),
        (150, 539, "ควรคงการประชุมสื่อสารรายเดือนของผู้บริหารไว้ และบันทึกภาพเผยแพร่ให้สำนักงาน"),
        (85, 240, "ในพื้นที่ห่างไกลรับชม"),
        (150, 325, "บริการประชาชน : การจองเข้าชมออนไลน์"),
        (150, 539, "ควรต่อยอดระบบจองเข้าชมให้รองรับภาษาต่างประเทศอย่างน้อยสองภาษา และรับชำระค่า"),
        (85, 188, "ธรรมเนียม"),
        (150, 276, "3.2 ด้านที่ยังต่ำกว่าเป้าหมาย"),
        (150, 326, "นโยบายและผู้นำ : งบลงทุนด้านเทคโนโลยี"),
        (150, 539, "ควรจัดลำดับความสำคัญของโครงการด้วยเกณฑ์ความคุ้มค่า และเสนอขอตั้งงบประมาณเป็น"),
        (85, 203, "แผนต่อเนื่อง"),
        (150, 300, "จึงเรียนมาเพื่อโปรดพิจารณา"),
    ])  # fmt: skip
    read = recommendations_of(printed).given
    assert [(one.code, one.name, one.indicator, one.group) for one in read] == [
        ("", "การสื่อสารวิสัยทัศน์", "นโยบายและผู้นำ", "ด้านที่ทำได้ดีและควรคงไว้"),
        ("", "การจองเข้าชมออนไลน์", "บริการประชาชน", "ด้านที่ทำได้ดีและควรคงไว้"),
        ("", "งบลงทุนด้านเทคโนโลยี", "นโยบายและผู้นำ", "ด้านที่ยังต่ำกว่าเป้าหมาย"),
    ]
    assert read[1].text.endswith("รับชำระค่าธรรมเนียม")
