"""Items that begin with an ordinal in words."""

from dataclasses import replace

import pytest

from tests.unit.parsers.papers import rows
from workflow.parsers.fields.advice_ordinals import with_ordinals_as_bullets
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.rows import BULLET

HEAD = "กรมขอเรียนว่า ประเด็นที่ต้องปรับปรุงมี ๓ เรื่อง ดังนี้"
FOOT = "จึงเรียนมาเพื่อโปรดพิจารณา"
ITEMS = (
    ("1.1", "แผนข้อมูลสมมุติ", "ควรประกาศแผนให้ทุกกองทราบภายในปีนี้"),
    ("2.3", "Made Up Skill", "ขอจัดให้ข้าราชการทุกคนทดสอบทักษะตามที่กำหนดแล้วใช้ผลวางแผนการฝึกอบรม"),
    ("5.2", "คลังข้อมูลตัวอย่าง", "ควรจัดทำบัญชีข้อมูลให้ครบทุกกอง"),
)
SERIES = (
    ("ประการแรก", "ประการที่สอง", "ประการสุดท้าย"),
    ("ข้อแรก", "ข้อต่อมา", "ข้อสุดท้าย"),
    ("เรื่องแรก", "เรื่องถัดไป", "เรื่องสุดท้าย"),
    ("ลำดับแรก", "ลำดับที่สอง", "ลำดับที่สาม"),
    ("ประการที่ ๑", "ประการที่ ๒", "ประการที่ ๓"),
)
FORMS = (
    "{nth} เรื่อง {name} (ตัวชี้วัดย่อยที่ {code}) {text}",
    "{nth} {name} (ตัวชี้วัดที่ {code}) {text}",
    "{nth} คือ {name} (ตัวชี้วัด {code}) {text}",
    "{nth} ได้แก่ ตัวชี้วัดย่อยที่ {code} {name} : {text}",
    "{nth} เรื่อง{name} (ตัวชี้วัดย่อยที่ {code}) {text}",
)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(g.code, g.name, g.text) for g in recommendations_of(rows(text)).given]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("series", SERIES)
def test_an_ordinal_in_words_begins_an_item_and_is_no_part_of_its_name(form: str, series: tuple[str, ...]) -> None:
    lines = [
        form.format(nth=nth, code=code, name=name, text=text)
        for nth, (code, name, text) in zip(series, ITEMS, strict=True)
    ]
    assert told("\n".join([HEAD, *lines, FOOT])) == list(ITEMS)


@pytest.mark.parametrize("word", ["นอกจากนี้", "สำหรับ", "อีกทั้ง", "ในส่วนของ"])
def test_a_word_that_turns_to_the_next_indicator_is_no_part_of_the_advice_before(word: str) -> None:
    lines = [
        f"{word if n else 'สำหรับ'}ตัวชี้วัดย่อย {code} {name} ซึ่งอยู่ภายใต้ตัวชี้วัดสมมุติ ข้อเสนอแนะคือ {text}"
        for n, (code, name, text) in enumerate(ITEMS)
    ]
    assert told("\n".join([HEAD, *lines, FOOT])) == list(ITEMS)


def test_a_name_that_begins_with_a_word_like_the_forms_keeps_it() -> None:
    lines = [
        "ประการแรก เรื่องร้องเรียน (ตัวชี้วัดที่ 1.1) ควรตอบทุกเรื่องภายในสามวัน",
        "ประการที่สอง คลังข้อมูล (ตัวชี้วัดที่ 5.2) ควรจัดทำให้ครบทุกกอง",
    ]
    assert [name for _, name, _ in told("\n".join([HEAD, *lines, FOOT]))] == ["เรื่องร้องเรียน", "คลังข้อมูล"]


def test_ordinals_that_count_inside_an_advice_stay_in_it() -> None:
    head = "- ตัวชี้วัดย่อยที่ 1.1 แผนข้อมูล\nข้อเสนอแนะ : มีสองประการ"
    inner = "ประการแรก ควรจัดทำแผนตามตัวชี้วัดที่ 1.2\nประการที่สอง ควรทบทวนทุกปี"
    ((_, name, text),) = told(f"{HEAD}\n{head}\n{inner}\n{FOOT}")
    assert name == "แผนข้อมูล" and "ประการแรก ควรจัดทำแผน" in text and "ประการที่สอง ควรทบทวน" in text


def test_a_single_ordinal_is_a_sentences() -> None:
    text = "ประการแรก แผนข้อมูล (ตัวชี้วัดที่ 1.1) เป็นเรื่องที่กรมดำเนินการแล้วในปีก่อน"
    assert told(f"{HEAD}\n{text}\n{FOOT}") == []


def test_a_scans_letters_keep_how_sure_they_were_read() -> None:
    text = "ประการแรก เรื่อง คลังข้อมูล (ตัวชี้วัดที่ 5.2) ควรจัดทำ"
    read = [replace(row, sure=tuple(n / 100 for n in range(len(text)))) for row in rows(f"{text}\n{text}")]
    marked = with_ordinals_as_bullets(read)[0]
    assert marked.text == f"{BULLET} {text[17:]}" and marked.sure == (1.0, 1.0, *read[0].sure[17:])
