"""Lists of recommendations that run on inside one paragraph, and citations that are no entries."""

import pytest

from tests.unit.parsers.papers import rows, set_out
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.rows import Row

SAID = "สำหรับเรื่องที่ควรเร่งพัฒนา ได้แก่ "
ITEMS = (
    ("2.1", "การนัดหมายสมมุติ", "ควรเปิดให้ผู้ป่วยทุกแผนกจองคิวล่วงหน้าได้"),
    ("2.4", "การส่งต่อสมมุติ", "ควรส่งประวัติด้วยมาตรฐานกลางก่อนเดินทางถึง"),
    ("4.2", "สิทธิ์เข้าถึงสมมุติ", "ควรทบทวนสิทธิ์ของผู้ใช้งานทุกหกเดือน"),
)
WIDE, NARROW = 538.0, 85.0


def running(form: str) -> str:
    told = [form.format(n=n, l="กขค"[n - 1], code=c, name=m, text=t) for n, (c, m, t) in enumerate(ITEMS, 1)]
    return f"{SAID}{told[0]} {told[1]} และ {told[2]}"


def wrapped(text: str, width: int) -> list[Row]:
    """Return a paragraph as full lines of so many letters, its last one short, and the closing below it."""
    lines = [text[n : n + width].strip() for n in range(0, len(text), width)]
    return set_out(
        [
            *((NARROW, WIDE if line != lines[-1] else 300.0, line) for line in lines),
            (156.0, WIDE, "จึงเรียนมาเพื่อโปรดทราบ"),
        ]
    )


def found(told: list[Row]) -> list[tuple[str, str, str]]:
    return [(given.code, given.name, given.text) for given in recommendations_of(told).given]


@pytest.mark.parametrize(
    "form",
    [
        "({n}) ตัวชี้วัดย่อยที่ {code} {name} {text}",
        "({l}) ตัวชี้วัดที่ {code} {name} : {text}",
        "{n}) {code} {name} {text}",
        "({n}) {name} (ตัวชี้วัดย่อยที่ {code}) {text}",
        "({n}) {name} ({code}) {text}",
        "{l}. ประเด็นที่ {code} {name} โดย{text}",
        "ตัวชี้วัดย่อยที่ {code} {name} {text}",
    ],
)
def test_entries_that_run_on_in_a_paragraph_are_parted(form: str) -> None:
    assert found(rows(running(form))) == list(ITEMS)


@pytest.mark.parametrize("width", [60, 67, 74])
def test_entries_are_parted_wherever_the_lines_break(width: int) -> None:
    text = running("({n}) ตัวชี้วัดย่อยที่ {code} {name} {text}")
    assert [code for code, _, _ in found(wrapped(text, width))] == [code for code, _, _ in ITEMS]


def test_only_entries_that_no_mark_parts_carry_a_doubt() -> None:
    marked = recommendations_of(rows(running("({n}) ตัวชี้วัดย่อยที่ {code} {name} {text}")))
    bare = recommendations_of(rows(running("ตัวชี้วัดย่อยที่ {code} {name} {text}")))
    assert (len(marked.doubts), len(bare.doubts)) == (0, len(ITEMS))


def test_an_indicator_that_an_advice_cites_is_no_entry() -> None:
    cited = "ตัวชี้วัดย่อยที่ 2.1 การนัดหมายสมมุติ ควรดำเนินการร่วมกับตัวชี้วัดย่อยที่ 3.1 เพราะควรใช้ข้อมูลเดียวกัน"
    assert [code for code, _, _ in found(rows(SAID + cited))] in ([], ["2.1"])


def test_items_that_hang_go_on_at_their_own_edge_though_the_text_above_wraps_to_the_left() -> None:
    body = [(150, WIDE, "ตามหนังสือที่อ้างถึงเทศบาลได้ส่งแบบแล้ว"), (85, WIDE, "และคณะกรรมการได้พิจารณาแล้วเสร็จ")]
    items = [(119, WIDE, f"(ก) ตัวชี้วัดที่ {code} {name} : {text}") for code, name, text in ITEMS[:2]]
    hung = [line for item in items for line in (item, (119, 400, "สถานะผ่านเว็บไซต์สมมุติโดยไม่ต้องเดินทาง"))]
    told = recommendations_of(set_out([*body, *body, *hung, (85, 300, "จึงเรียนมา")])).given
    assert [given.text.endswith("โดยไม่ต้องเดินทาง") for given in told] == [True, True]


@pytest.mark.parametrize(
    "behind",
    [
        "รายละเอียดของตัวชี้วัดอื่นปรากฏตามสิ่งที่ส่งมาด้วย 1",
        "ทั้งนี้ รายละเอียดตามเอกสารแนบ",
        "หากประสงค์จะเข้ารับคำปรึกษาโปรดส่งแบบตอบรับภายในวันที่ 29 มกราคม 2564",
        "โปรดแจ้งผู้ประสานงานกลับมาภายในวันที่ 29 มกราคม 2564",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ],
)
@pytest.mark.parametrize("form", ["({n}) ตัวชี้วัดย่อยที่ {code} {name} {text}", "ตัวชี้วัดย่อยที่ {code} {name} {text}"])
def test_a_sentence_of_the_papers_own_behind_the_last_entry_is_none_of_it(form: str, behind: str) -> None:
    text = f"{running(form)} {behind}"
    assert found(rows(text)) == list(ITEMS)
    assert behind in recommendations_of(rows(text)).rest
    assert [text for _, _, text in found(wrapped(text, 67))][-1] == ITEMS[-1][-1]


def test_a_day_that_every_entry_sets_is_of_the_last_one_too() -> None:
    day = "โปรดรายงานผลภายในวันที่ 29 มกราคม 2564"
    told = [f"({n}) ตัวชี้วัดย่อยที่ {code} {name} {text} {day}" for n, (code, name, text) in enumerate(ITEMS, 1)]
    assert [text.endswith(day) for _, _, text in found(rows(SAID + " ".join(told)))] == [True] * len(ITEMS)


@pytest.mark.parametrize(
    "more", ["หากมีงบประมาณควรขยายไปทุกแห่ง", "โดยกำหนดรายละเอียดของงานให้ชัดเจน", "และรายงานผลทุกหกเดือน"]
)
def test_more_of_the_last_advice_is_its_own(more: str) -> None:
    text = f"{running('({n}) ตัวชี้วัดย่อยที่ {code} {name} {text}')} {more}"
    assert found(rows(text))[-1][-1] == f"{ITEMS[-1][-1]} {more}"
