"""The indicators that end the names in a table are parted from them where all names end so; headings may count with Latin letters."""

import pytest

from tests.unit.parsers.papers import drafts, set_out
from workflow.core.reading import Recommendation
from workflow.parsers.fields.advice_under_names import with_indicators_parted
from workflow.parsers.fields.recommendations import recommendations_of


def records(*names: str, indicator: str | None = None) -> list[Recommendation]:
    return [Recommendation(f"1.{n}", name, indicator, None, "ควรทบทวน", 1) for n, name in enumerate(names, 1)]


@pytest.mark.parametrize("word", ["ตัวชี้วัด", " ตัวชี้วัด: ", "ภายใต้ตัวชี้วัด", " มิติที่ 2 ", " หมวด"])
def test_an_indicator_that_ends_each_name_is_parted_from_it(word: str) -> None:
    read = with_indicators_parted(records(*(f"{name}{word}งานสมมุติ" for name in ("แผนแม่บท", "e-Invoice", "คลังข้อมูล"))))
    assert [(r.name, r.indicator) for r in read] == [(n, "งานสมมุติ") for n in ("แผนแม่บท", "e-Invoice", "คลังข้อมูล")]


@pytest.mark.parametrize(
    "given",
    [
        records("การจัดทำตัวชี้วัดองค์กร", "แผนแม่บท", "คลังข้อมูล"),
        records("การจัดทำตัวชี้วัดองค์กร", "การทบทวนตัวชี้วัดบุคคล"),
        records("แผนตัวชี้วัดหนึ่ง", "ทักษะตัวชี้วัดสอง", "ข้อมูลตัวชี้วัดสาม", indicator="งานสมมุติ"),
        records("แผนตัวชี้วัดหนึ่ง", "ทักษะมิติสอง", "ข้อมูลตัวชี้วัดสาม"),
    ],
)
def test_names_that_speak_of_indicators_by_themselves_are_whole(given: list[Recommendation]) -> None:
    assert with_indicators_parted(given) == given


@pytest.mark.parametrize("count", ["{})", "({})", "{}."])
def test_a_heading_may_count_with_latin_letters(count: str) -> None:
    rows = [(156.0, 530.0, "ขอแจ้งข้อเสนอแนะรวม 2 ตัวชี้วัดย่อย ดังนี้")]
    for letter, title, name in (("A", "ตัวชี้วัดย่อยที่เป็นจุดแข็ง", "ระบบนัดหมาย"), ("B", "ตัวชี้วัดย่อยที่เป็นจุดอ่อน", "คลังข้อมูล")):
        rows += [(114.0, 261.0, f"{count.format(letter)} {title}"), (136.0, 326.0, f"{name} [รหัส 6.{ord(letter)}]")]
        rows += [(153.0, 292.0, "ตัวชี้วัดหลัก : บริการสมมุติ"), (153.0, 538.0, "ข้อเสนอแนะ : เปิดบริการให้ครบทุกขั้นตอน")]
    assert [(g.name, g.group) for g in recommendations_of(set_out(rows)).given] == [
        ("ระบบนัดหมาย", "ตัวชี้วัดย่อยที่เป็นจุดแข็ง"),
        ("คลังข้อมูล", "ตัวชี้วัดย่อยที่เป็นจุดอ่อน"),
    ]


def test_a_list_without_codes_says_so() -> None:
    text = "ขอแจ้งข้อเสนอแนะสำหรับตัวชี้วัดย่อย ดังนี้\n- แผนสมมุติ : ทบทวนแผนให้ตรงกับงบประมาณ\n- คลังสมมุติ : จัดทำบัญชีข้อมูลให้ครบ\nจึงเรียนมาเพื่อโปรดทราบ"
    (draft,) = drafts(f"ที่ สม ๐๑๐๑/๗\n๗ มกราคม ๒๕๖๘\nเรื่อง ผลสำรวจ\nเรียน อธิบดี\n{text}\nขอแสดงความนับถือ\n(นายหนึ่ง ทดสอบกุล)")
    assert [(g.code, g.name) for g in draft.instrument.recommendations] == [("", "แผนสมมุติ"), ("", "คลังสมมุติ")]
    assert [f.severity for f in draft.findings if f.code == "unknown-indicator"] == ["info"]
