"""Who advises is told between the name of an item and its advice: no part of either, in whatever words a paper repeats it."""

import pytest

from tests.unit.parsers.papers import rows, set_out
from workflow.parsers.fields.advice_said import leads_said
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.rows import Row

ITEMS = (
    ("1.1", "แผนสมมุติ", "นโยบายสมมุติ", "แปลงแผนแม่บทสมมุติให้เป็นตัวชี้วัดของผู้บริหารทุกคนในปีนี้และปีต่อไป"),
    ("2.3", "ทักษะข้อมูล", "กำลังคนสมมุติ", "บรรจุวิชาการอ่านข้อมูลไว้ในหลักสูตรปฐมนิเทศบุคลากรใหม่ทุกรุ่น"),
    ("6.1", "คลาวด์", "เทคโนโลยีสมมุติ", "ย้ายระบบที่มีผู้ใช้พร้อมกันจำนวนมากไปไว้บนระบบกลางก่อนเปิดภาคเรียน"),
)
FORMS = {
    "• ตัวชี้วัดย่อย {code} {name} (ด้าน{over}) ": "",
    "{n}) {name} (รหัส {code} หมวด{over}) ": "",
    "- ตัวชี้วัดย่อยที่ {code} {name} ภายใต้ตัวชี้วัด{over} ": "— ",
}
LEADS = (
    "— สพส. เสนอให้", "สพส. แนะนำให้", "– ผู้ประเมินเสนอแนะให้หน่วยงาน", "ความเห็น สพส. : ", "ความคิดเห็นของผู้ประเมิน: ", "สำนักงานสมมุติขอให้กรม",
    "สพส. ให้ความเห็นว่า", "ความเห็น สพส. คือ ", "ข้อคิดเห็น สพส. : ", "ทางแก้: ", "สพส. : ", "สิ่งที่ สพส. เสนอ : ", "ข้อเสนอ สพส. : ",
)  # fmt: skip

WIDTH = 60


def _set(paragraphs: list[str], *, hanging: bool) -> list[Row]:
    """Return paragraphs as rows that break anywhere: the further rows on the edge of the first, or less deep."""
    found: list[tuple[float, float, str]] = []
    for text in paragraphs:
        cuts = [text[n : n + WIDTH] for n in range(0, len(text), WIDTH)]
        edge = 108 if hanging else 79
        found += [(edge if n else 108, 530 if n < len(cuts) - 1 else 120 + 5 * len(c), c) for n, c in enumerate(cuts)]
    return set_out(found)


def _read(told: list[Row]) -> list[tuple[str, str, str | None, str]]:
    return [(g.code, g.name, g.indicator, g.text.replace(" ", "")) for g in recommendations_of(told).given]


def _paragraphs(form: str, lead: str) -> list[str]:
    return [form.format(n=n, code=c, name=m, over=o) + lead + t for n, (c, m, o, t) in enumerate(ITEMS, 1)]


@pytest.mark.parametrize("hanging", [True, False])
@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("form", FORMS)
def test_what_is_said_of_every_item_is_of_no_name_and_of_no_advice(form: str, lead: str, *, hanging: bool) -> None:
    sign = "" if lead.startswith(("—", "–")) else FORMS[form]
    told = [*_paragraphs(form, sign + lead), "จึงเรียนมาเพื่อโปรดพิจารณา"]
    assert _read(_set(["ข้อเสนอแนะมีดังนี้", *told], hanging=hanging)) == list(ITEMS)


@pytest.mark.parametrize("lead", ["สพส. แนะนำให้", "ผู้ประเมินเสนอให้", "สพส. เสนอให้จังหวัด"])
def test_it_may_begin_a_paragraph_below_the_name(lead: str) -> None:
    text = "\n".join(f"ตัวชี้วัดย่อย {c} {m} ภายใต้ตัวชี้วัด{o}\n{lead}{t}" for c, m, o, t in ITEMS)
    assert _read(rows(text)) == list(ITEMS)


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        (("สพส. แนะนำให้จัดทำแผน", "สพส. แนะนำให้จัดอบรม"), ("จัดทำแผน", "จัดอบรม")),
        (("สพส. เสนอให้จังหวัดจัดทำแผน", "สพส. เสนอให้จังหวัดจัดอบรม"), ("จัดทำแผน", "จัดอบรม")),
        (
            ("สพส. เสนอให้กรมพัฒนาที่สมมุติจัดทำแผน", "สพส. เสนอให้กรมพัฒนาที่สมมุติปรับแผน"),
            ("กรมพัฒนาที่สมมุติจัดทำแผน", "กรมพัฒนาที่สมมุติปรับแผน"),
        ),
        (
            ("ควรเสนอให้คณะกรรมการทราบ", "ควรเสนอให้คณะกรรมการเห็นชอบ"),
            ("ควรเสนอให้คณะกรรมการทราบ", "ควรเสนอให้คณะกรรมการเห็นชอบ"),
        ),
        (("สพส. แนะนำให้จัดทำแผน", "ทบทวนแผน", "ปรับปรุงระบบ"), ("สพส. แนะนำให้จัดทำแผน", "ทบทวนแผน", "ปรับปรุงระบบ")),
    ],
)
def test_only_what_most_say_alike_leads_and_the_name_of_an_office_stays_whole(
    texts: tuple[str, ...], left: tuple[str, ...]
) -> None:
    assert tuple(text[end:] for text, end in zip(texts, leads_said(texts), strict=True)) == left


@pytest.mark.parametrize("label", ["ผู้รับผิดชอบ: กองสมมุติ", "ปัญหา: แผนเดิมล้าสมัย", "ผลการประเมิน: ควรปรับปรุง"])
def test_what_else_is_told_of_every_item_leads_into_no_advice(label: str) -> None:
    text = "\n".join(f"• ตัวชี้วัดย่อย {c} {m} (ด้าน{o}) {label}\nข้อเสนอแนะ: {t}" for c, m, o, t in ITEMS)
    assert [(code, told) for code, _, _, told in _read(rows(text))] == [(code, told) for code, _, _, told in ITEMS]


@pytest.mark.parametrize("who", ["สพส. ", ""])
def test_what_should_be_done_stays_with_the_advice_without_who_says_so(who: str) -> None:
    told = [*_paragraphs("• ตัวชี้วัดย่อย {code} {name} (ด้าน{over}) ", f"{who}เห็นควรให้"), "จึงเรียนมาเพื่อโปรดพิจารณา"]
    assert _read(_set(["ข้อเสนอแนะมีดังนี้", *told], hanging=True)) == [(c, m, o, f"เห็นควรให้{t}") for c, m, o, t in ITEMS]
