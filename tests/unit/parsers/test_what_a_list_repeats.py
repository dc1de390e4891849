"""What the items of a list repeat: an indicator in brackets on a line of its own, and the words between a name and its advice."""

import pytest

from tests.unit.parsers.papers import rows, set_out
from workflow.parsers.fields.advice_leads import ends
from workflow.parsers.fields.recommendations import recommendations_of

PARTS = (
    ("1.2", "แผนสมมุติ", "นโยบายสมมุติ", "ปรับแผนให้ครบทุกสำนัก"),
    ("1.3", "ระเบียบสมมุติ", "นโยบายสมมุติ", "ทบทวนระเบียบที่ล้าสมัย"),
    ("3.1", "ทักษะสมมุติ", "ความพร้อมด้านบุคลากร", "อบรมเจ้าหน้าที่ก่อนเปิดใช้ระบบ"),
)


@pytest.mark.parametrize("set_in", [False, True])
@pytest.mark.parametrize("lead", ["ข้อเสนอแนะ ", "ข้อเสนอแนะ : ", "ควร"])
@pytest.mark.parametrize("link", ["อยู่ภายใต้ตัวชี้วัด", "ภายใต้ตัวชี้วัด ", "ตัวชี้วัด", "มิติ ", "ตัวชี้วัดหลัก : ", "ในมิติ"])
def test_an_indicator_in_brackets_on_its_own_line_ends_nothing(link: str, lead: str, *, set_in: bool) -> None:
    items = [f"ตัวชี้วัดย่อย {code} {name}\n({link}{above})\n{lead}{text}" for code, name, above, text in PARTS]
    lines = [*"\n".join(items).split("\n"), "จึงเรียนมาเพื่อโปรดทราบ", "(นายสมมุติ ตัวอย่าง)"]
    placed = set_out((119, 120 + 6 * len(line), line) for line in lines) if set_in else rows("\n".join(lines))
    given = recommendations_of(placed).given
    wanted = [
        (code, name, above, lead.removesuffix(" ").removeprefix("ข้อเสนอแนะ").strip(" :") + text)
        for code, name, above, text in PARTS
    ]
    assert [(g.code, g.name, g.indicator, g.text) for g in given] == wanted


@pytest.mark.parametrize("name", ["นายสมมุติ ตัวอย่าง", "สมมุติ ตัวอย่าง", "ดร.สมมุติ ณ ตัวอย่าง", "นางสาวสมมุติตัวอย่าง"])
def test_a_name_in_brackets_ends_the_list(name: str) -> None:
    assert ends(f"({name})")


@pytest.mark.parametrize("link", ["อยู่ภายใต้ตัวชี้วัด", "ตัวชี้วัด"])
def test_an_indicator_in_brackets_goes_on_below(link: str) -> None:
    item = "ตัวชี้วัดย่อย {} แผนสมมุติ\n(" + link + "โครงสร้างพื้นฐานความมั่นคงปลอดภัยและความ\nพร้อมสมมุติ)\nข้อเสนอแนะ ปรับแผน"
    lines = "\n".join(item.format(code) for code in ("5.1", "5.2")).split("\n")
    given = recommendations_of(set_out((119, 539 if "(" in line else 300, line) for line in lines)).given
    assert [(g.indicator, g.text) for g in given] == [("โครงสร้างพื้นฐานความมั่นคงปลอดภัยและความพร้อมสมมุติ", "ปรับแผน")] * 2


@pytest.mark.parametrize("bracket", ["องค์การมหาชน", "ความรู้ และทักษะ", "ฉบับปรับปรุง", "การบริหาร งานภายใน"])
def test_words_in_brackets_are_no_signer(bracket: str) -> None:
    assert not ends(f"({bracket})")


LED = ("ข้อเสนอแนะ ", "ข้อเสนอแนะ: ", "ข้อเสนอแนะ : ", "คำแนะนำ ", "แนวทางการพัฒนา ", "ข้อเสนอแนะจาก สพร. ", "ข้อเสนอแนะ คือ ")


@pytest.mark.parametrize("lead", LED)
@pytest.mark.parametrize("link", ["ภายใต้ตัวชี้วัด", "ในมิติ", "/ ตัวชี้วัดหลัก : "])
@pytest.mark.parametrize("word", ["ตัวชี้วัดย่อย {}", "({n}) ตัวชี้วัดย่อย {}", "- {}"])
def test_words_for_an_advice_lead_into_it_inside_its_paragraph(word: str, link: str, lead: str) -> None:
    heads = [word.format(code, n=n) for n, (code, *_) in enumerate(PARTS, 1)]
    items = [
        f"{head} {name} {link}{above} {lead}{text}" for head, (_, name, above, text) in zip(heads, PARTS, strict=True)
    ]
    given = recommendations_of(rows("\n".join(items))).given
    assert [(g.code, g.name, g.indicator, g.text) for g in given] == list(PARTS)


@pytest.mark.parametrize("lead", LED)
@pytest.mark.parametrize("broken", ["ความพร้อม|ด้านบุคลากร", "ความพร้อมด้านบุคลากร|"])
def test_the_end_of_a_name_on_the_line_of_its_advice_is_no_lead(broken: str, lead: str) -> None:
    first, last = broken.split("|")
    lines = []
    for n, code in enumerate(("3.1", "3.2", "3.4"), 1):
        lines += [(156, 539, f"({n}) ตัวชี้วัดย่อย {code} ทักษะสมมุติ ภายใต้ตัวชี้วัด{first}")]
        lines += [(85, 539, f"{last} {lead}อบรมเจ้าหน้าที่ทุกระดับ".strip()), (85, 200, "ก่อนเปิดใช้ระบบ")]
    given = recommendations_of(set_out(lines)).given
    assert [(g.code, g.name, g.indicator) for g in given] == [
        (c, "ทักษะสมมุติ", "ความพร้อมด้านบุคลากร") for c in ("3.1", "3.2", "3.4")
    ]
    assert {g.text for g in given} == {"อบรมเจ้าหน้าที่ทุกระดับก่อนเปิดใช้ระบบ"}


@pytest.mark.parametrize("label", ["สิ่งที่ควรทำ:", "แนวปฏิบัติ :", "ทางออก:"])
def test_a_label_below_heads_that_fill_their_lines_leads_in(label: str) -> None:
    lines = []
    for code, right in (("1.1", 500), ("1.2", 539), ("2.1", 539), ("3.2", 539)):
        lines += [(140, right, f"ตัวชี้วัดย่อย ทักษะสมมุติ (รหัส {code}) อยู่ในตัวชี้วัด ทุนมนุษย์")]
        lines += [(140, 539, f"{label} ให้อบรมเจ้าหน้าที่ทุกระดับและประเมินผลหลังการอบรมทุกครั้ง"), (140, 220, "ก่อนเปิดใช้ระบบ")]
    given = recommendations_of(set_out(lines)).given
    text = "ให้อบรมเจ้าหน้าที่ทุกระดับและประเมินผลหลังการอบรมทุกครั้งก่อนเปิดใช้ระบบ"
    assert [(g.code, g.name, g.indicator, g.text) for g in given] == [
        (code, "ทักษะสมมุติ", "ทุนมนุษย์", text) for code in ("1.1", "1.2", "2.1", "3.2")
    ]


def test_a_name_that_speaks_of_advice_keeps_its_words() -> None:
    item = "ตัวชี้วัดย่อย {} {} ภายใต้ตัวชี้วัดบริการสมมุติ\nควรเปิดช่องทางให้ครบ"
    names = ("การรับ ข้อเสนอแนะ ของประชาชน", "การตอบ ข้อเสนอแนะ ของผู้ใช้")
    given = recommendations_of(rows("\n".join(map(item.format, ("3.1", "3.2"), names)))).given
    assert [g.name for g in given] == list(names)


@pytest.mark.parametrize("sign", ["(1)", "1)", "2.1.1", "-"])
def test_an_indicator_that_begins_the_row_below_its_item_is_no_item(sign: str) -> None:
    apart = (PARTS[0], ("2.3", "ระเบียบสมมุติ", "ข้อมูลสมมุติ", "ทบทวนระเบียบที่ล้าสมัย"), PARTS[2])
    lines: list[tuple[float, float, str]] = [(156, 500, "และมีประเด็นย่อย จำนวน 3 ข้อ ที่ สวอ. เสนอให้ดำเนินการ ดังนี้")]
    for n, (code, name, part, text) in enumerate(apart, start=1):
        lines += [(170, 530, f"{sign.replace('1', str(n), 1)} ประเด็นย่อย {code} {name} อยู่ใน")]
        lines += [
            (85, 530, f"ด้านที่ {code[0]} {part} ข้อเสนอแนะ : {text}โดยเร็วภายในปีนี้"),
            (85, 400, "ทั้งนี้ ให้แล้วเสร็จก่อนรอบการประเมินถัดไป"),
        ]
    given = recommendations_of(set_out(lines)).given
    assert [(g.code, g.name, g.indicator) for g in given] == [(code, name, part) for code, name, part, _ in apart]


@pytest.mark.parametrize("measure", ["3 วันทำการ", "3 สัปดาห์", "3 ชั่วโมง"])
def test_a_measure_that_begins_a_row_above_an_item_is_no_indicator(measure: str) -> None:
    lines: list[tuple[float, float, str]] = [(156, 500, "มีข้อเสนอแนะใน 2 ตัวชี้วัดย่อย ดังนี้")]
    for n, (code, name, part, text) in enumerate((("3.1", *PARTS[0][1:]), ("3.2", *PARTS[1][1:]))):
        lines += [
            (170, 435, f"- {code} {name} (มิติ{part})"),
            (184, 537, f"ข้อเสนอแนะ : {text} และช่องทางแจ้งปัญหาที่ตอบกลับภายใน"),
        ]
        lines += [(85, 353, f"{measure} โดยรายงานผลเป็นประจำ")] if n == 0 else []
    found = recommendations_of(set_out(lines)).given
    assert found[0].text.endswith(f"{measure} โดยรายงานผลเป็นประจำ")
    assert [(g.code, g.indicator) for g in found] == [("3.1", PARTS[0][2]), ("3.2", PARTS[1][2])]
