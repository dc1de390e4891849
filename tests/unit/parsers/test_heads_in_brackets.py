"""Items whose head a bracket or quotation marks hold, and names that run over a row before their advice begins below."""

import pytest

from tests.unit.parsers.papers import set_out
from workflow.core.reading import Instrument, Recommendation
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.survey_unread import unread
from workflow.parsers.rows import Row

EDGES, RIGHT = (85.0, 142.0, 170.0), 538.0
HEAD = (
    "ผลการประเมินของหน่วยงานโดยรวมอยู่ในระดับปานกลางและใกล้เคียงกับปีก่อน|",
    "ดังแจ้งแล้วนั้น",
    ">สำนักงานมีข้อเสนอแนะเพื่อการปรับปรุง ดังนี้",
)
FOOT = (">จึงเรียนมาเพื่อโปรดพิจารณา", ">ขอแสดงความนับถือ")
TEXTS = ("แต่งตั้งผู้บริหารให้ครบทุกกอง", "ซักซ้อมแผนรับมือปีละสองครั้ง", "เปิดระบบนัดหมายให้ครบทุกแผนก")


def laid(lines: list[str]) -> list[Row]:
    """Return lines as rows: each `>` sets one deeper, `|` reaches the right edge."""
    made = []
    for line in lines:
        x0, text = EDGES[len(line) - len(line.lstrip(">"))], line.strip(">|")
        made.append((x0, RIGHT if line.endswith("|") else x0 + min(300, 5 * len(text)), text))
    return set_out(made)


def facts(lines: list[str]) -> list[tuple[str, str, str]]:
    return [(g.code, g.name, g.text) for g in recommendations_of(laid([*HEAD, *lines, *FOOT])).given]


@pytest.mark.parametrize(("opened", "closed"), [("(ตัวชี้วัดย่อยที่ ", ")"), ("[", "]"), ("(", ")")])
def test_a_head_in_a_bracket_above_its_advice_has_none(opened: str, closed: str) -> None:
    lines = [f">{opened}2.1 ผู้นำสมมุติ{closed}", f">>{TEXTS[0]}",
             f">{opened}5.1 ความมั่นคงของระบบและข้อมูลส่วนบุคคลที่|", f">จัดเก็บไว้{closed}", f">>{TEXTS[1]}",
             f">{opened}3.3 ช่องทางรับบริการ{closed}", f">>{TEXTS[2]}"]  # fmt: skip
    names = ("ผู้นำสมมุติ", "ความมั่นคงของระบบและข้อมูลส่วนบุคคลที่จัดเก็บไว้", "ช่องทางรับบริการ")
    assert facts(lines) == list(zip(("2.1", "5.1", "3.3"), names, TEXTS, strict=True))


@pytest.mark.parametrize("form", ["ตัวชี้วัดย่อยที่ {} {}", "({}) {}", "- {} {}"])
def test_a_row_level_with_its_full_head_is_of_the_name_where_the_advice_stands_deeper(form: str) -> None:
    lines = [">" + form.format("2.1", "ผู้นำสมมุติ"), f">>{TEXTS[0]}",
             f">{form.format('5.1', 'ความมั่นคงของระบบ')}|", ">และข้อมูลที่จัดเก็บไว้", f">>{TEXTS[1]}"]  # fmt: skip
    assert facts(lines) == [("2.1", "ผู้นำสมมุติ", TEXTS[0]), ("5.1", "ความมั่นคงของระบบและข้อมูลที่จัดเก็บไว้", TEXTS[1])]


def test_an_advice_level_with_its_full_head_is_none_of_the_name() -> None:
    lines = [">ตัวชี้วัดย่อยที่ 5.1 ความมั่นคงของระบบ|", ">ควรซักซ้อมแผนรับมือ", ">>ปีละสองครั้ง"]
    assert [name for _, name, _ in facts(lines)] == ["ความมั่นคงของระบบ"]


@pytest.mark.parametrize("between", [" “{}” ", " {} / ", " {}; ", " {} = "])
def test_quotation_marks_or_a_sign_part_name_and_advice_all_through_a_list(between: str) -> None:
    items = (("2.1", "ผู้นำสมมุติ", TEXTS[0]), ("5.1", "ความมั่นคง", TEXTS[1]), ("3.3", "ช่องทาง", TEXTS[2]))
    lines = []
    for n, (code, name, text) in enumerate(items, 1):
        lines += [f">{n}. ตัวชี้วัดย่อย {code}{between.format(name)}{text}|", ">>และให้รายงานผู้บริหารทราบทุกไตรมาส"]
    assert facts(lines) == [(code, name, f"{text}และให้รายงานผู้บริหารทราบทุกไตรมาส") for code, name, text in items]


def test_names_that_fill_their_rows_above_deeper_ones_are_doubted() -> None:
    lines = []
    for code, name, text in (("2.1", "ผู้นำสมมุติ", TEXTS[0]), ("3.3", "ช่องทาง", TEXTS[2])):
        lines += [f">ตัวชี้วัดย่อย {code} {name} {text}|", ">>และให้รายงานผู้บริหารทราบทุกไตรมาส"]
    doubts = recommendations_of(laid([*HEAD, *lines, *FOOT])).doubts
    assert {(d.index, d.part) for d in doubts} >= {(0, "name"), (1, "name")}


def test_a_name_with_half_a_bracket_is_doubted() -> None:
    given = Recommendation("2.1", "ผู้นำสมมุติ) แต่งตั้งผู้บริหาร", None, None, "ระดับสูงให้ครบทุกกอง", 1)
    paper = Instrument(kind="letter", pages=(1,), recommendations=(given,))
    assert "recommendations[0].name" in dict(unread("", paper))
