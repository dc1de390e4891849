"""Recommendations as other offices set them: codes before, behind and in brackets, lead-ins of their own, indicators on other lines."""

import pytest

from tests.unit.parsers.papers import set_out
from workflow.core.reading import Recommendation
from workflow.parsers.fields.recommendations import Advice, recommendations_of
from workflow.parsers.rows import Row

EDGES, RIGHT = (85.0, 130.0, 150.0), 540.0
ITEMS = (
    ("1.1", "แผนข้อมูลองค์กร", "ทิศทางการทำงาน", "ควรประกาศแผนให้ทุกกองทราบ"),
    ("1.2", "คณะทำงานกลาง (Core Team)", "ทิศทางการทำงาน", "ให้ตั้งผู้แทนจากทุกกองภายในปีนี้"),
    ("2.1", "Open Data Quality", "ข้อมูลเปิด", "ผู้บริหารควรติดตามชุดข้อมูลที่ค้างอยู่ทุกเดือน"),
    ("3.2", "การรับฟังผู้ใช้", "บริการประชาชน", "น่าจะเปิดช่องทางใหม่เพิ่มอีก 2 ช่องทาง"),
)
GROUPS = ("ด้านที่ทำได้ดีแล้ว", "ด้านที่ต้องเร่งดำเนินการ")
HEAD = ("ผลการประเมินของหน่วยงานโดยรวมอยู่ในระดับปานกลางและใกล้เคียงกับปีก่อน|", "ปรากฏดังนี้")
FOOT = ("3. ข้อพิจารณา", ">เห็นควรแจ้งทุกกองทราบ", "4. ข้อเสนอ", ">จึงเรียนมาเพื่อโปรดพิจารณา")
FORMS = (
    (">{n}) {name} [{code}] – {ind}", ">>ศูนย์ฯ เห็นว่า {text}"),  # brackets dash
    (">รหัสตัวชี้วัด {code}", ">>ชื่อตัวชี้วัดย่อย : {name}", ">>ตัวชี้วัดหลัก : {ind}", ">>สิ่งที่ควรทำ : {text}"),  # record
    (">ตัวชี้วัดย่อยที่ {code} : {name} (ตัวชี้วัดที่ {first} : {ind})", ">>ความเห็นของผู้ประเมิน : {text}"),  # numbered indicator
    (">• {code} {name} | {ind}", ">>แนวปฏิบัติที่เสนอ คือ {text}"),  # pipe
    (">ด้าน{ind} ตัวชี้วัดที่ {code} {name}", ">>ข้อควรดำเนินการ - {text}"),  # side first
    (">• “{name}” (ตัวชี้วัดย่อย {code}) อยู่ในองค์ประกอบ{ind}", ">>ผู้ตรวจแนะนำให้หน่วยงาน {text}"),  # quotes
    (">ประเด็นที่ {code} ชื่อ {name} อยู่ภายใต้มิติ “{ind}”", ">>คณะผู้ประเมินมีความเห็น {text}"),  # quoted indicator
    (">- ตัวชี้วัดย่อย{name} ({code}) ภายใต้ตัวชี้วัด{ind}", ">>ข้อเสนอแนะ: {text}"),  # tight
    (">- ตัวชี้วัดย่อยที่ {code} {name}, ตัวชี้วัด {ind}", ">>สถาบันฯ เสนอให้ดังนี้ {text}"),  # comma
    (">- ตัวชี้วัดย่อย {code} {name} / {ind}", ">>ข้อชี้แนะ {text}"),  # slash
    (">- {code} {name}/ {ind}", ">>ข้อแนะนำ {text}"),  # close behind the name
    (">{code} {name} ({ind})", ">>ข้อเสนอแนะ {text}"),  # paren
    (">- ตัวชี้วัดย่อย {code} {name} ในมิติ{ind} : {text}",),  # colon advice
    (">- {name} ตัวชี้วัดย่อยที่ {code} ของตัวชี้วัด{ind}", ">>ทีมประเมินขอแนะนำว่า {text}"),  # after name
    (">({n}) {code} {name}", ">>อยู่ภายใต้ตัวชี้วัด {ind}", ">>ข้อแนะนำ : {text}"),  # indicator line
    (">{n}. ตัวชี้วัดย่อย {code} เรื่อง {name} ด้าน{ind}", ">>ศดภ. ชี้แนะ {text}"),  # dot number
    (">- ตัวชี้วัดย่อย {code} {name} ในตัวชี้วัด{ind}", ">>{text}"),  # no lead
    (">ประเด็นย่อย {code} : {name} ในด้าน{ind}", ">>ข้อเสนอแนะ : {text}"),  # within a side
    (">({code}) {name} (สังกัด {ind})", ">>ทางแก้ : {text}"),  # paren code first
)


def set_in(lines: list[str]) -> list[Row]:
    """Return lines as rows: each `>` sets one deeper, `|` reaches the right edge."""
    made = []
    for line in lines:
        text = line.strip(">|")
        x0 = EDGES[len(line) - len(line.lstrip(">"))]
        x1 = RIGHT if line.endswith("|") else x0 + min(400, 5 * len(text))
        made.append((x0, x1, text))
    return set_out(made)


def advice_of(form: tuple[str, ...]) -> Advice:
    lines = [*HEAD]
    for n, (code, name, indicator, text) in enumerate(ITEMS):
        if n in (0, 2):
            lines.append(f">2.{1 + n // 2} {GROUPS[n // 2]}")
        lines += [part.format(n=n + 1, code=code, name=name, ind=indicator, text=text, first=code[0]) for part in form]
    return recommendations_of(set_in([*lines, *FOOT]))


@pytest.mark.parametrize("form", FORMS)
def test_a_list_is_read_whatever_words_and_order_an_office_has(form: tuple[str, ...]) -> None:
    wanted = [
        Recommendation(code, name, under, GROUPS[n // 2], text, 1) for n, (code, name, under, text) in enumerate(ITEMS)
    ]
    assert list(advice_of(form).given) == wanted


def test_a_heading_that_another_follows_before_any_item_stays_in_the_text() -> None:
    lines = [*HEAD, ">2.1 กรมได้คะแนนเท่ากับ 44.10 (หน่วยระดับกองเฉลี่ย 51.20)", ">2.2 ให้ปรับปรุงรวม 1 ตัวชี้วัดย่อย สรุปดังนี้",
             ">2.2.1 กลุ่มตัวชี้วัดที่ได้คะแนนต่ำ", ">- ตัวชี้วัดย่อย 1.1 แผน ในตัวชี้วัดทิศทาง", ">>ข้อเสนอแนะ : ควรจัดทำแผน"]  # fmt: skip
    rest = recommendations_of(set_in([*lines, *FOOT])).rest
    assert "44.10" in rest and "รวม 1 ตัวชี้วัดย่อย" in rest


@pytest.mark.parametrize("head", ["“แผนข้อมูล” ตัวชี้วัดทิศทาง", "แผนข้อมูล” ตัวชี้วัดทิศทาง"])
def test_a_quoted_name_is_parted_from_its_indicator_even_when_a_scan_lost_the_first_mark(head: str) -> None:
    lines = [*HEAD, f">- ตัวชี้วัดย่อย 1.1 {head}", ">>ข้อเสนอแนะ : ง ควรจัดทำแผน"]
    (given,) = recommendations_of(set_in([*lines, *FOOT])).given
    assert (given.name, given.indicator, given.text) == ("แผนข้อมูล", "ทิศทาง", "ควรจัดทำแผน")


@pytest.mark.parametrize(
    "behind",
    [
        "กองแผนได้ตรวจสอบแล้ว เห็นสมควรแจ้งทุกกอง",
        "หากกรมสมมุติประสงค์จะขอคำปรึกษา โปรดติดต่อนายหนึ่ง ทดสอบกุล",
        "กรณีมีข้อสงสัย สอบถามกองแผน",
    ],
)
def test_a_paragraph_in_which_the_office_itself_speaks_is_no_part_of_the_last_advice(behind: str) -> None:
    lines = [*HEAD, ">- ตัวชี้วัดย่อย 1.1 แผน ในตัวชี้วัดทิศทาง", ">>ข้อเสนอแนะ : ควรจัดทำแผน", f">{behind}"]
    (given,) = recommendations_of(set_in([*lines, *FOOT])).given
    assert given.text == "ควรจัดทำแผน"


def test_a_clause_named_in_brackets_is_no_item() -> None:
    lines = [*HEAD, ">- ตัวชี้วัดย่อย 1.1 แผน ในตัวชี้วัดทิศทาง", ">>ข้อเสนอแนะ : ควรจัดทำแผน", *FOOT[:1],
             ">ตัวชี้วัดที่ควรเร่งพัฒนา 13 ตัว", "ที่ต้องเร่งดำเนินการ ตามข้อ 2.4) โดยให้ทุกกองทราบ", "เห็นควรแจ้งทุกกองดำเนินการ"]  # fmt: skip
    assert [given.code for given in recommendations_of(set_in(lines)).given] == ["1.1"]
