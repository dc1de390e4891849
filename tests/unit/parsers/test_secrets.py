"""Secrets: found however they are written, masked wherever they stray, and prose left alone. All logins and numbers are invented."""

import json
import string
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.parsers.papers import read_text
from workflow.core.secrets import find, mask, values_in
from workflow.parsers.contract import to_contract

LETTERS = string.ascii_letters + string.digits


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Password: Ab(12)x", "(12)x"),
        ("Password: p,w;9 แล้วกดเข้าสู่ระบบ", "w;9"),
        ("Password = “ab cd”", "cd"),
        ("Username / Password : abc / def1", "def1"),
        ("ชื่อผู้ใช้และรหัสผ่าน: abc def1", "def1"),
        ("User/Pass: abc/def1", "abc"),
        ("รหัสผ่านคือ k7", "k7"),
        ("รหัสผ่าน ๙๘๗๖", "๙๘๗๖"),
        ("Username:abc,Password:def", "def"),
        ("username “police01” password “P@ss2568”", "police01"),
        ("username “police01” password “P@ss2568”", "P@ss"),
        ("username ‘police’ password ‘secret’", "police"),
        ("username ‘police’ password ‘secret’", "secret"),
        ("ชื่อผู้ใช้ police_user รหัสผ่าน Secret!Pass", "police_user"),
        ("ชื่อผู้ใช้ police_user รหัสผ่าน Secret!Pass", "Secret!Pass"),
        ("Username - police01 เข้าระบบได้ทันที Password - Pass@2568", "police01"),
        ("Username - police01 เข้าระบบได้ทันที Password - Pass@2568", "Pass@2568"),
        ("รหัสผ่าน–Pass@word", "Pass@word"),
        ("Username  Password  dga_admin1  Xy12345", "dga_admin1"),
        ("Username  Password  dga_admin1  Xy12345", "Xy12345"),
        ("ชื่อผู้ใช้ รหัสผ่าน admin Xy12345 staff2 Zz98765", "admin"),
        ("ชื่อผู้ใช้ รหัสผ่าน admin Xy12345 staff2 Zz98765", "Zz98765"),
        ("Password | Username | Xy12345 | admin", "admin"),
        ("User/Pass: police01/abc@2568", "police01"),
        ("User/Pass: police01/abc@2568", "abc@2568"),
        ("มือถือ 0 9 0000 0001", "0001"),
        ("+66 (0) 81 000 0001", "0001"),
        ("(๐๘๑) ๐๐๐ – ๐๐๐๑", "๐๐๐๑"),
        ("โทร 081.000.0001", "0001"),
        ("ส่งที่ somchai.tuayang@gmail.com", "somchai"),
    ],
)
def test_a_secret_is_masked_whole(text: str, secret: str) -> None:
    assert secret not in mask(text)
    assert "[ปกปิด: " in mask(text)


@pytest.mark.parametrize(
    "prose",
    [
        "รหัสผ่านคือสิ่งที่ต้องรักษา",
        "ควรกำหนดให้เปลี่ยนรหัสผ่านทุก ๙๐ วัน",
        "ผู้ใช้งานต้องมีชื่อผู้ใช้และรหัสผ่านเป็นของตนเอง",
        "ระบบ username ของหน่วยงาน",
        "user guide",
        "รหัสผ่าน ต้องเปลี่ยนทุก 90 วัน",
        "ชื่อผู้ใช้ (Username) และรหัสผ่าน (Password) เป็นของตนเอง",
        "ใช้ username และ password เดียวกันกับ single sign-on",
        "ตั้งรหัสผ่าน (password) แบบ one-time password หรือ multi-factor",
        "ลืมรหัสผ่าน helpdesk@agency.example",
        "user-friendly interface และ log-in page",
        "โทร. ๐ ๒๖๑๒ ๖๐๐๐ ต่อ ๘๑๑๐๕",
        "โทรศัพท์ ๐ ๗๗๔๐ ๐๐๐๑",
        "ที่ ๐๐๓๓.๑๒/๕๐๕๒ ลง ๒๒ พ.ย.๖๒",
        "ได้ ๘๕.๖๒ คะแนน จาก ๑๐๐.๐๐ คะแนน",
        "ไปรษณีย์อิเล็กทรอนิกส์ saraban@agency.example",
    ],
)
def test_prose_and_office_numbers_are_left_alone(prose: str) -> None:
    assert find(prose) == []


@given(
    st.text(alphabet=LETTERS + " :/=,.()@+-0๙ก" + "รหัสผ่าน", max_size=60), st.sampled_from(["", "Password: ", "user "])
)
def test_masking_twice_changes_nothing_more(text: str, label: str) -> None:
    once = mask(label + text)
    assert mask(once) == once


@given(st.text(alphabet=LETTERS + "!#$%&*()_.,;", min_size=2, max_size=12))
def test_no_part_of_a_labelled_value_is_left(value: str) -> None:
    assert mask(f"Password: {value} ครับ") == "Password: [ปกปิด: รหัสผ่าน] ครับ"


def test_a_short_value_is_not_sought_inside_innocent_words() -> None:
    assert values_in("Username: it1 และ Password: longer77") == {"longer77": "[ปกปิด: รหัสผ่าน]"}


LETTER = """ตรารับ {0}
เลขรับ ๑๒
วันที่ ๕ มีนาคม ๒๕๖๗
เวลา ๑๐.๐๐ น.

ที่ ทส ๒๕๖๗/ว๑๒

๑ มีนาคม ๒๕๖๗

เรื่อง แจ้งผลการสำรวจความพร้อม {1}
เรียน อธิบดีกรมตัวอย่าง {2}

ด้วยสำนักงานตัวอย่างได้สำรวจแล้ว เข้าดูผลโดยใช้ Username: {user} และ Password: {password} ได้ทุกวัน

ตัวชี้วัดย่อย ๑.๑ การใช้ข้อมูล {3} ภายใต้ตัวชี้วัดข้อมูล
ข้อเสนอแนะ ควรพัฒนาต่อไป {4}

จึงเรียนมาเพื่อโปรดทราบ {5}

ขอแสดงความนับถือ

(นายสมมุติ ตัวอย่างกุล)
ผู้อำนวยการ {6}

โทร. ๐ ๒๐๐๐ ๐๐๐๐ {7}
"""


def _said(reading: dict[str, Any]) -> str:
    """All that a reading says, without the keys and the digest, which may hold any word by chance."""
    values = json.loads(json.dumps(reading), object_pairs_hook=lambda pairs: [v for k, v in pairs if k != "sha256"])
    return json.dumps(values, ensure_ascii=False)


words = st.text(alphabet=LETTERS, min_size=6, max_size=10).filter(lambda w: any(c.isdigit() for c in w))


@settings(max_examples=25, deadline=None)
@given(words, words, st.sampled_from(["0900000001", "09-0000-0002", "๐๙ ๐๐๐๐ ๐๐๐๓"]), st.integers(0, 7))
def test_a_planted_secret_never_leaves_the_reader(user: str, password: str, mobile: str, where: int) -> None:
    planted = [f"{password} {mobile}" if n == where else "" for n in range(8)]
    with tempfile.TemporaryDirectory() as folder:
        text = LETTER.format(*planted, user=user, password=password)
        printed = _said(to_contract(read_text(Path(folder), text)))
    for secret in (user, password, mobile):
        assert secret.lower() not in printed.lower()
