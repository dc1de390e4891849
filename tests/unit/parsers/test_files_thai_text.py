"""Thai text is repaired without touching what was right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.parsers.thai_text import foreign_scripts, normalise

THAI_LIKE = st.text(
    alphabet="กขคนมรลวสหอทผฝํเแโไาะำัิีึืุู็่้๊๋์๐๑๒๓๔๕๖๗๘๙0123456789 abzAZ./-\u00a0\u200b\uf70a\uf713˸\n", max_size=40
)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("ทั่ทั่วประเทศ", "ทั่วประเทศ"),
        ("เลือกตัง้ทุกชัน้ ผึง้ ชือ่ เริม่ สะตึข้าว", "เลือกตั้งทุกชั้น ผึ้ง ชื่อ เริ่ม สะตึข้าว"),  # LibreOffice at the end of a line
        ("สิ่สิ่งที่ส่งมาด้วย", "สิ่งที่ส่งมาด้วย"),
        ("ทั้ทั้งสิ้สิ้น", "ทั้งสิ้น"),
        ("ตั้ตั้งธีรวัฒน์", "ตั้งธีรวัฒน์"),
        ("ทรงศักดิ์ดิ์", "ทรงศักดิ์"),
        ("สุทธิ์ธิ์ชัย", "สุทธิ์ชัย"),
        ("เผ่าพันธุ์ธุ์", "เผ่าพันธุ์"),
        ("แพทย์ย์", "แพทย์"),
        ("เป็ป็นเล็ล็ก", "เป็นเล็ก"),
        ("สํานักงาน", "สำนักงาน"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("สำานักงาน", "สำนักงาน"),
        ("ส˸านักงาน", "สำนักงาน"),
        ("ทĻาเนียบ", "ทำเนียบ"),
        ("เเผนงาน", "แผนงาน"),
        ("ท่ีประชุม", "ที่ประชุม"),
        ("ท ี่ประชุม", "ที่ประชุม"),
        ("เร\uf704\uf70aอง", "เรื่อง"),
        ("ก\u00a0ข\u200bค\u00adง", "ก ขคง"),
        ("ก   ข\tค", "ก ข ค"),
    ],
)
def test_a_known_break_is_mended(broken: str, whole: str) -> None:
    assert normalise(broken) == whole


@pytest.mark.parametrize(
    "right",
    [
        "ต่างๆ นานา",
        "กก. ผบก.ก.",
        "ในที่ที่เหมาะสม",
        "ผู้ผู้นั้น",
        "๑๑,๑๑๑ 1,111",
        "ทุกๆ คู่คู่",
        "Www. committee",
        "ค่าค่าหนึ่ง",
        "ให้ห้องนี้ได้ด้านหน้า",
        "ก็ก็ดี",
        "ทรัพย์ยืม สัตว์วัว",
        "จำนวน ๒๒ ตัว",
    ],
)
def test_what_is_right_stays(right: str) -> None:
    assert normalise(right) == right


@given(THAI_LIKE)
def test_mending_twice_is_mending_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(THAI_LIKE)
def test_no_digit_and_no_latin_letter_is_lost_or_added(text: str) -> None:
    def kept(s: str) -> str:
        return "".join(c for c in s if c.isdigit() or (c.isascii() and c.isalpha()))

    assert kept(normalise(text)) == kept(text)


def test_devanagari_and_bengali_among_thai_are_named_once_each() -> None:
    assert foreign_scripts("รिอง ผบช. তি 5 ก็ é “ว” ि") == ["ि", "ত", "ি"]
