"""`ชื่อ (ตัวชี้วัด…) มีข้อเสนอแนะว่า …` in one paragraph, wherever its lines break: what stands before มี is name and indicator."""

import pytest

from tests.unit.parsers.papers import rows, set_out
from workflow.parsers.fields.recommendations import recommendations_of

Told = list[tuple[str, str, str | None, str]]
LINKS = ["({})", "ภายใต้{}", "อยู่ภายใต้{}", "[{}]", "ใน{}"]
SAYS = [
    "มีข้อเสนอแนะว่า", "โดยมีข้อเสนอแนะว่า", "สพร. มีข้อเสนอแนะว่า", "ได้ให้ข้อเสนอแนะว่า", "มีข้อเสนอแนะ:", "มีข้อเสนอแนะ คือ",
    "สำนักงานตัวอย่าง (องค์การมหาชน) มีข้อเสนอแนะว่า", "ข้อเสนอแนะ:", "คณะผู้ประเมินเสนอแนะว่า",
]  # fmt: skip
ITEMS = (
    ("1.3", "การกำกับสมมุติ", "แนวนโยบายสมมุติ", "ควรประกาศนโยบายสมมุติและแต่งตั้งผู้ดูแลให้ครบ"),
    ("3.2", "Smart Service", "บริการภาครัฐ", "ควรพัฒนาระบบลงทะเบียนให้กรอกเพียงครั้งเดียว"),
)


def told(text: str) -> Told:
    return [(g.code, g.name, g.indicator, g.text) for g in recommendations_of(rows(text)).given]


def paragraph(n: int, link: str, says: str) -> str:
    code, name, indicator, text = ITEMS[n]
    return f"({n + 1}) ตัวชี้วัดย่อยที่ {code} {name} {link.format('ตัวชี้วัด' + indicator)} {says} {text}"


@pytest.mark.parametrize("says", SAYS)
@pytest.mark.parametrize("link", LINKS)
def test_the_indicator_ends_where_the_advice_is_led_in(link: str, says: str) -> None:
    assert told("\n".join(paragraph(n, link, says) for n in range(2))) == list(ITEMS)


BROKEN = (  # where a line may break
    "(1) ตัวชี้วัดย่อยที่ 1.3 การกำกับ|สมมุติ {0}ตัวชี้วัด|แนว|นโยบาย|สมมุติ{1} |{2}|ควรประกาศ|นโยบายสมมุติและแต่งตั้งผู้ดูแลให้ครบ",
    "(2) ตัวชี้วัดย่อยที่ 3.2 Smart |Service {0}ตัวชี้วัด|บริการ|ภาครัฐ{1} |{2}|ควรพัฒนา|ระบบลงทะเบียนให้กรอกเพียงครั้งเดียว",
)


@pytest.mark.parametrize(
    "says", ["มี|ข้อ|เสนอ|แนะ|ว่า |", "ได้ให้|ข้อเสนอแนะ|ว่า |", "โดย|มี|ข้อเสนอแนะ |คือ |", "สพร. |มี|ข้อเสนอแนะ|ว่า |"]
)
@pytest.mark.parametrize("link", ["()", "ภายใต้|", "อยู่ภายใต้|", "ใน"])
@pytest.mark.parametrize("at", range(10))
def test_wherever_the_line_breaks(link: str, says: str, at: int) -> None:
    lines = [(125.0, 540.0, "ผลการสำรวจของหน่วยงานสมมุติมีตัวชี้วัดย่อยที่ควรเร่งพัฒนาตามรายการ"), (85.0, 217.0, "๒ ตัวชี้วัดย่อย ได้แก่")]
    for text in BROKEN:
        pieces = text.format(*(("(", ")") if link == "()" else (link, "")), says).split("|")
        lines += [(125.0, 540.0, "".join(pieces[: at + 1])), (85.0, 300.0, "".join(pieces[at + 1 :]))]
    given = recommendations_of(set_out([*lines, (125.0, 400.0, "จึงเรียนมาเพื่อโปรดทราบ")])).given
    assert [(g.code, g.name, g.indicator, g.text) for g in given] == list(ITEMS)
