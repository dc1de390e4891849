"""Papers set as PDF in layouts of our own: wide gaps, two columns of a letterhead, wrapped addressees, ruled tables."""

from datetime import date
from pathlib import Path

from tests.unit.parsers.papers import only
from tests.unit.parsers.printed import printed
from workflow.parsers.read_file import read_file

INDENT = "#set par(first-line-indent: (amount: 71pt, all: true), justify: true)\n"


def signed(lines: str) -> str:
    return f"#align(center)[#pad(left: 150pt)[{lines}]]\n"


LETTER = (
    """#place(top + left, dy: -10pt)[#text(size: 32pt, fill: red)[*ด่วนที่สุด*]]
#v(60pt)
#grid(columns: (1fr, 1fr), [ที่ พน (สกส) ๐๓๐๑.๒/ว ๗๗๗], [สำนักงานพลังงานสมมุติ\\ ถนนวิภาวดี กทม. ๑๐๙๐๐])
#align(center)[๒๓ กันยายน ๒๕๖๕]
#grid(columns: (60pt, 1fr), row-gutter: 8pt,
  [เรื่อง], [การแจ้งผลการสำรวจความพร้อมในการเปลี่ยนผ่านสู่องค์กรดิจิทัลของหน่วยงานในสังกัดกระทรวงสมมุติ ประจำปี ๒๕๖๕],
  [เรียน], [ผู้อำนวยการสำนักงานแผนสมมุติ\\ อธิบดีกรมเชื้อเพลิงสมมุติ\\ ผู้ว่าการการไฟฟ้าสมมุติ],
  [อ้างถึง], [หนังสือสำนักงานพลังงานสมมุติ ด่วนมาก ที่ พน (สกส) ๐๓๐๑.๒/ว ๕๐๑ ลงวันที่ ๔ กรกฎาคม ๒๕๖๕],
  [สิ่งที่ส่งมาด้วย], [๑. รายงานผลการสำรวจ (เฉพาะหน่วยงาน)\\ ๒. แบบตอบรับ],
)
"""
    + INDENT
    + """
ตามหนังสือที่อ้างถึง มีหน่วยงานตอบแบบสำรวจ ๔๕ หน่วยงาน จากทั้งหมด ๕๐ หน่วยงาน คิดเป็นร้อยละ ๙๐ นั้น

ผลปรากฏว่า ค่าเฉลี่ยของทุกหน่วยงานเท่ากับ ๖๖.๖๗ คะแนน และหน่วยงานของท่านมีคะแนนความพร้อม ๗๑.๒๐ คะแนน สูงกว่าปีที่ผ่านมาซึ่งได้ ๖๐.๐๐ คะแนน

จึงเรียนมาเพื่อโปรดทราบ
"""
    + signed(
        "ขอแสดงความนับถือ\\ #v(40pt) ว่าที่ร้อยโท\\ (สมมุติ ทดลองวงศ์)\\ รองผู้อำนวยการ รักษาการในตำแหน่ง\\ ผู้อำนวยการสำนักงานพลังงานสมมุติ"
    )
)


def test_a_letter_with_a_red_mark_and_three_addressees(tmp_path: Path) -> None:
    letter = only(read_file(printed(tmp_path, LETTER)))
    assert (letter.kind, letter.urgency, letter.date) == ("letter", "ด่วนที่สุด", date(2022, 9, 23))
    assert letter.number == "พน(สกส) 0301.2/ว777"
    assert letter.to == ("ผู้อำนวยการสำนักงานแผนสมมุติ", "อธิบดีกรมเชื้อเพลิงสมมุติ", "ผู้ว่าการการไฟฟ้าสมมุติ")
    assert letter.enclosures == ("รายงานผลการสำรวจ (เฉพาะหน่วยงาน)", "แบบตอบรับ")


def test_its_score_is_neither_the_average_nor_last_years(tmp_path: Path) -> None:
    survey = only(read_file(printed(tmp_path, LETTER))).survey
    assert survey and (survey.score, survey.group_average) == (71.2, 66.67)
    assert (survey.counts["total"].surveyed, survey.counts["total"].answered) == (50, 45)


def test_its_signatory_has_a_rank_and_acts_for_the_head(tmp_path: Path) -> None:
    signatory = only(read_file(printed(tmp_path, LETTER))).signatory
    assert signatory and (signatory.rank, signatory.acting) == ("ว่าที่ร้อยโท", "รักษาการในตำแหน่ง")
    assert signatory.acting_for == "ผู้อำนวยการสำนักงานพลังงานสมมุติ"


MEMO = (
    """#align(center)[#text(size: 29pt)[*บันทึกข้อความ*]]
*ส่วนราชการ* กองเทคโนโลยีดิจิทัล โทร. ๐ ๒๕๙๐ ๐๐๐๐ E-mail: dit\\@office.example\\
#grid(columns: (1fr, 1fr), [*ที่* สธ ๐๒๑๒.๐๕/๑๐๐๙], [*วันที่* ๓๐ พฤศจิกายน ๒๕๖๖])
*เรื่อง* สรุปผลการประเมินความพร้อมด้านดิจิทัล ประจำปีงบประมาณ พ.ศ. ๒๕๖๖\\
*เรียน* ปลัดกระทรวงสมมุติ (ผ่านรองปลัดกระทรวงสมมุติ ด้านบริหาร)
"""
    + INDENT
    + """
กระทรวงได้รับคะแนนประเมินเฉลี่ยร้อยละ ๖๔.๒๐ (เฉลี่ยทุกกระทรวงร้อยละ ๗๐.๐๐) และมีตัวชี้วัดที่ต้องเร่งดำเนินการ จำนวน ๑ ตัวชี้วัด

๒.๑ กลุ่มที่ต้องเร่งดำเนินการ

๑) ตัวชี้วัดที่ ๔.๒ การให้บริการ (e-Service) ภายใต้มิติที่ ๔ บริการ

ข้อเสนอแนะจากหน่วยงานกลาง : ควรเพิ่มบริการแบบเบ็ดเสร็จให้ได้ร้อยละ ๘๐ ของบริการทั้งหมด

๒.๒ กลุ่มที่ควรรักษาระดับ

๑) ตัวชี้วัดที่ ๕.๑ เครือข่าย (Network) ภายใต้มิติที่ ๕ โครงสร้างพื้นฐาน

ข้อเสนอแนะจากหน่วยงานกลาง : ควรปรับปรุงเครือข่ายให้ทันสมัย

#align(right)[/๓. ข้อพิจารณา...]
#pagebreak()
#align(center)[\\- ๒ -]

๓. ข้อพิจารณา

จึงเรียนมาเพื่อโปรดพิจารณา
"""
    + signed("#v(30pt) (นางสาวทดสอบ ตัวอย่างงาม)\\ นักวิชาการคอมพิวเตอร์เชี่ยวชาญ\\ ปฏิบัติหน้าที่ผู้อำนวยการกองเทคโนโลยีดิจิทัล")
    + "เห็นชอบตามเสนอ\n"
    + signed("#v(30pt) (นายคำสั่ง ตัวอย่างชอบ)\\ รองปลัดกระทรวงสมมุติ ปฏิบัติราชการแทน\\ ปลัดกระทรวงสมมุติ\\ ๑ ธันวาคม ๒๕๖๖")
)


def test_a_memo_of_two_pages_with_an_order(tmp_path: Path) -> None:
    memo = only(read_file(printed(tmp_path, MEMO)))
    assert (memo.pages, memo.missing_pages, memo.via) == ((1, 2), (), "รองปลัดกระทรวงสมมุติ ด้านบริหาร")
    assert memo.order and (memo.order.text, memo.order.date) == (("เห็นชอบตามเสนอ",), date(2023, 12, 1))
    assert [(r.code, r.indicator) for r in memo.recommendations] == [("4.2", "บริการ"), ("5.1", "โครงสร้างพื้นฐาน")]


def test_a_count_worded_as_one_heading_is_compared_with_that_heading(tmp_path: Path) -> None:
    reading = read_file(printed(tmp_path, MEMO))
    assert only(reading).stated_indicator_count == 1
    assert "count-mismatch" not in [f.code for f in reading.findings]


def test_a_target_inside_an_advice_is_no_score(tmp_path: Path) -> None:
    survey = only(read_file(printed(tmp_path, MEMO))).survey
    assert survey and (survey.score, survey.group_average) == (64.2, 70.0)


def test_a_wrapped_addressee_of_a_stamped_letter_is_one(tmp_path: Path) -> None:
    long = "สำนักงานทรัพยากรสมมุติจังหวัดตาก สำนักงานทรัพยากรสมมุติจังหวัดน่าน และสำนักงานทรัพยากรสมมุติจังหวัดแพร่ ที่เกี่ยวข้องทุกแห่ง"
    body = f"ที่ ทส ๐๒๐๑/๑๒๓\n\nถึง {long}\n{INDENT}\nพร้อมหนังสือนี้ สำนักงานปลัดกระทรวงสมมุติขอส่งสำเนาหนังสือมาเพื่อทราบและถือปฏิบัติโดยเคร่งครัดต่อไป\n"
    stamped = only(read_file(printed(tmp_path, body + signed("สำนักงานปลัดกระทรวงสมมุติ\\ ๑๑ มิถุนายน ๒๕๖๗"))))
    assert (stamped.kind, stamped.to, stamped.date) == ("stamped", (long,), date(2024, 6, 11))


TABLE = """#align(right)[สิ่งที่ส่งมาด้วย ๒]
#align(center)[*ตารางเปรียบเทียบคะแนน\\ กรมตัวอย่าง ประจำปี ๒๕๖๘*]
#table(columns: (auto, 220pt, auto, auto),
  [ลำดับ], [ตัวชี้วัด/ตัวชี้วัดย่อย], [{0}], [{1}],
  [๑], [นโยบายและหลักปฏิบัติ], [๖๐.๕๙], [๔๖.๙๘],
  [๑.๑], [แผนปฏิบัติการดิจิทัลที่มีชื่อยาวจนต้องขึ้นบรรทัดใหม่ในช่องเดียวกัน (Digital Action Plan)], [๕๘.๕๓], [๔๙.๒๐],
  [๑.๒], [ธรรมาภิบาลข้อมูล], [๖๒.๖๕], [๔๔.๗๖],
  [], [รวม], [๖๐.๕๙], [๔๖.๙๘])
"""


def test_a_ruled_table_becomes_indicators_with_score_and_average(tmp_path: Path) -> None:
    table = only(read_file(printed(tmp_path, TABLE.format("คะแนน ตย.", "ค่าเฉลี่ยกลุ่ม"))))
    assert table.kind == "table" and table.survey and table.survey.year == 2568
    assert [(i.code, i.score, i.group_average) for i in table.survey.indicators] == [
        ("1", 60.59, 46.98), ("1.1", 58.53, 49.2), ("1.2", 62.65, 44.76),
    ]  # fmt: skip
    assert (table.survey.score, table.survey.group_average) == (60.59, 46.98)
    assert "ขึ้นบรรทัดใหม่ในช่องเดียวกัน" in (table.survey.indicators[1].name or "")


def test_a_table_names_its_survey_by_its_title_whatever_its_first_column_is_called(tmp_path: Path) -> None:
    name = "การสำรวจระดับความพร้อมรัฐบาลสมมุติ"
    told = TABLE.format("คะแนน ตย.", "ค่าเฉลี่ยกลุ่ม").replace("ตารางเปรียบเทียบคะแนน\\ กรมตัวอย่าง", f"ผล{name}")
    for head in ("ลำดับ", "ที่"):
        table = only(read_file(printed(tmp_path, told.replace("[ลำดับ]", f"[{head}]"))))
        assert table.survey and (table.survey.name, table.survey.year) == (name, 2568)


def test_columns_the_other_way_round_are_told_by_their_heads(tmp_path: Path) -> None:
    table = only(read_file(printed(tmp_path, TABLE.format("ค่าเฉลี่ยกลุ่ม", "คะแนนที่ได้"))))
    assert table.survey and (table.survey.score, table.survey.group_average) == (46.98, 60.59)


def test_columns_without_heads_are_a_doubt(tmp_path: Path) -> None:
    reading = read_file(printed(tmp_path, TABLE.format("", "")))
    assert [f.field for f in reading.findings if f.code == "low-confidence"] == ["survey.indicators"]
