"""What the items of a list repeat: an indicator in brackets on a line of its own, and the words between a name and its advice."""

import pytest

from tests.unit.parsers.papers import rows, set_out
from workflow.parsers.fields.advice_lines import ends
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
