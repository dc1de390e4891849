"""Items told with their advice in one paragraph, which begins with any word: name and code in one bracket, or the code between."""

import pytest

from tests.unit.parsers.papers import rows, set_out
from workflow.core.reading import Recommendation
from workflow.parsers.fields.advice_told import says_to_do
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.rows import Row

LEFT, INDENT, RIGHT = 85.0, 156.0, 538.0
HEAD = (
    "ผลการประเมินของหน่วยงานโดยรวมอยู่ในระดับปานกลางและใกล้เคียงกับปีก่อน|",
    "ดังแจ้งแล้วนั้น",
    ">สำนักงานมีข้อเสนอแนะเพื่อการปรับปรุง ดังนี้",
)
FOOT = (">จึงเรียนมาเพื่อโปรดพิจารณา", ">ขอแสดงความนับถือ")
ITEMS = (
    ("2.1", "ผู้นำสมมุติ", "แต่งตั้งผู้บริหารเทคโนโลยีสารสนเทศระดับ", "สูงให้ครบทุกกอง"),
    ("5.2", "การสำรองสมมุติ (Backup)", "สำรองข้อมูลของทุกระบบไว้นอกอาคาร และทดสอบ", "การกู้คืนทุกไตรมาส"),
    ("3.3", "ช่องทางรับบริการ", "เปิดระบบนัดหมายออนไลน์ให้ครบทุกแผนก", "ภายในปีนี้"),
)
FORMS = (
    "(ตัวชี้วัดย่อยที่ {code} {name}) {text}",
    "(ตัวชี้วัด {code} : {name}) : {text}",
    "{n}. ({code} {name}) {text}",
    "[{code} {name}] {text}",
    "({name} {code}) {text}",
    "- [{name}, ตัวชี้วัดย่อยที่ {code}] – {text}",
    "- {name} ตัวชี้วัดย่อยที่ {code} : {text}",
    "{n}) {name}, {code} – {text}",
    "{n}) {name} (ตัวชี้วัดย่อย {code}) {text}",
)


def laid(lines: list[str], step: float = 0.0) -> list[Row]:
    """Return lines as rows: `>` sets the first line of a paragraph in, `+` one a `step` deeper, `|` reaches the right edge."""
    made = []
    for line in lines:
        text = line.strip(">|+")
        x0 = INDENT + step if line.startswith("+") else INDENT if line.startswith(">") else LEFT
        made.append((x0, RIGHT if line.endswith("|") else x0 + min(330, 5 * len(text)), text))
    return set_out(made)


def facts(found: tuple[Recommendation, ...]) -> list[tuple[str, str, str]]:
    return [(g.code, g.name, g.text) for g in found]


def told(form: str, below: str = "") -> list[str]:
    pairs = (
        (f">{form.format(n=n, code=c, name=m, text=one)}|", below + two) for n, (c, m, one, two) in enumerate(ITEMS, 1)
    )
    return [line for pair in pairs for line in pair]


WANTED = [(code, name, one + two) for code, name, one, two in ITEMS]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("below", ["", "+"])
def test_signs_about_name_and_code_part_them_from_the_advice(form: str, below: str) -> None:
    assert facts(recommendations_of(laid([*HEAD, *told(form, below), *FOOT], 11.0)).given) == WANTED


@pytest.mark.parametrize("form", FORMS)
def test_they_do_so_where_rows_have_no_places(form: str) -> None:
    lines = [form.format(n=n, code=c, name=m, text=one + two) for n, (c, m, one, two) in enumerate(ITEMS, 1)]
    found = recommendations_of(rows("\n".join(line.strip(">|") for line in [*HEAD, *lines, *FOOT])))
    assert facts(found.given) == WANTED


def test_an_item_below_a_full_row_of_another_begins_with_its_mark() -> None:
    lines = [f">{line.strip('>')}" for line in told(FORMS[-1])]
    lines[3] += "|"
    assert facts(recommendations_of(laid([*HEAD, *lines, *FOOT])).given) == WANTED


def test_a_colon_parts_them_where_all_further_rows_are_set_in() -> None:
    lines = []
    for line in told("- {code} {name} : {text}", "+"):
        lines += [f"{line}|", "+และให้รายงานผู้บริหาร"] if line.startswith("+") else [line]
    wanted = [(code, name, f"{text}และให้รายงานผู้บริหาร") for code, name, text in WANTED]
    assert facts(recommendations_of(laid([*HEAD, *lines, *FOOT], 20.0)).given) == wanted


def test_scores_and_meanings_in_such_a_form_are_no_advice() -> None:
    lines = [
        ">(ตัวชี้วัดย่อยที่ 2.1 ผู้นำสมมุติ) ได้คะแนนต่ำกว่าค่าเฉลี่ยของทุกหน่วยงาน",
        ">(ตัวชี้วัดย่อยที่ 5.2 การสำรองสมมุติ) หมายถึงระดับของการเก็บข้อมูลไว้สองแห่ง",
    ]
    assert not any(g.text for g in recommendations_of(laid([*HEAD, *lines, *FOOT])).given)


@pytest.mark.parametrize(
    "text", ["เปิดระบบ", "แต่งตั้ง", "ซักซ้อมแผน", "โอนย้ายระบบ", "มอบหมายหัวหน้า", "ขยายผล", "จัดซื้อ", "ถ่ายทอด"]
)
def test_ordinary_words_for_work_tell_what_is_to_be_done(text: str) -> None:
    assert says_to_do(text)


@pytest.mark.parametrize(
    "name", ["ข้อมูลเปิด", "ช่องทางรับบริการ", "สัดส่วนบริการดิจิทัล", "การเปิดเผยข้อมูล", "ระบบงาน", "ความพร้อมใช้"]
)
def test_names_begin_with_none(name: str) -> None:
    assert not says_to_do(name)


@pytest.mark.parametrize("asks", ["ขอแนะนำให้", "ขอเสนอแนะให้", "แนะนำให้", "ขอให้"])
def test_sub_indicators_told_in_sentences_stand_under_what_is_to_be_done_with_them(asks: str) -> None:
    kept, mend = "ตัวชี้วัดย่อยที่ควรรักษาระดับสมมุติ", "ตัวชี้วัดย่อยที่ต้องแก้สมมุติ"
    told = [f">ตัวชี้วัดย่อยที่ {c} {name} ภายใต้ตัวชี้วัดงานสมมุติและการ|" for c, name, _, _ in ITEMS]
    said = [f"บริหาร {asks}{one}{two}" for _, _, one, two in ITEMS]
    lines = [f">{kept}", told[0], said[0], told[1], said[1], f">{mend}", told[2], said[2]]
    found = recommendations_of(laid([*HEAD, *lines, *FOOT])).given
    assert [(g.code, g.indicator, g.group, g.text) for g in found] == [
        (code, "งานสมมุติและการบริหาร", mend if n == 2 else kept, f"{asks}{one}{two}")
        for n, (code, _, one, two) in enumerate(ITEMS)
    ]


@pytest.mark.parametrize("leads", [("ในตัวชี้วัดที่ 2", "สำหรับตัวชี้วัดที่ 3"), ("ในมิติที่ 2", "ส่วนด้านที่ 3"), ("ตัวชี้วัดที่ 2", "ตัวชี้วัดที่ 3")])
def test_sentences_that_name_an_indicator_before_those_under_it_run_on_over_paragraphs(leads: tuple[str, str]) -> None:
    prose = [
        f">คณะผู้ประเมินมีข้อเสนอแนะรวม 3 ตัวชี้วัดย่อย กล่าวคือ {leads[0]} นโยบายสมมุติ ตัวชี้วัด|",
        "ย่อย 2.1 ผู้นำสมมุติ ควรแต่งตั้งผู้บริหารให้ครบทุกกองภายในปีนี้ และตัวชี้วัดย่อย 2.4 แผนงาน|",
        "สมมุติ ควรผูกโครงการเข้ากับแผนรายปี",
        f">{leads[1]} บริการสมมุติ ตัวชี้วัดย่อย 3.3 ช่องทางสมมุติ ควรเปิดระบบนัดหมายออนไลน์|",
        "ให้ครบทุกแผนก",
    ]
    found = recommendations_of(laid([*HEAD[:2], *prose, *FOOT])).given
    assert [(g.code, g.name, g.indicator, g.text) for g in found] == [
        ("2.1", "ผู้นำสมมุติ", "นโยบายสมมุติ", "ควรแต่งตั้งผู้บริหารให้ครบทุกกองภายในปีนี้"),
        ("2.4", "แผนงานสมมุติ", "นโยบายสมมุติ", "ควรผูกโครงการเข้ากับแผนรายปี"),
        ("3.3", "ช่องทางสมมุติ", "บริการสมมุติ", "ควรเปิดระบบนัดหมายออนไลน์ให้ครบทุกแผนก"),
    ]
