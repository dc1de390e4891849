"""A mail in HTML shows the numbers and signs of its lists, as a browser does, though they stand in no text."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from workflow.parsers.html_words import without_tags
from workflow.parsers.read_file import read_file


def shown(html: str) -> list[str]:
    return [line.strip() for line in without_tags(html).split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("opening", "numbers"),
    [
        ("<ol>", ["1.", "2."]),
        ("<OL START=3>", ["3.", "4."]),
        ("<ol type=a>", ["a.", "b."]),
        ('<ol type="I" start="2">', ["II.", "III."]),
        ('<ol style="margin:0;list-style-type: thai">', ["๑.", "๒."]),
        ('<ol style="list-style: lower-roman outside">', ["i.", "ii."]),
        ('<ol start="x">', ["1.", "2."]),
        ("<ul>", ["•", "•"]),
        ("<ul type=square>", ["•", "•"]),
        ('<ul style="list-style-type:none">', ["", ""]),
        ("", ["•", "•"]),
    ],
)
def test_items_are_shown_with_their_numbers(opening: str, numbers: list[str]) -> None:
    assert shown(f"{opening}<li>หนึ่ง<li>สอง</ol>") == [f"{numbers[0]} หนึ่ง".strip(), f"{numbers[1]} สอง".strip()]


def test_an_inner_list_counts_for_itself_and_the_outer_goes_on() -> None:
    html = "<p>หัว</p><ol>\n<li>ก<ul><li>ข</li></ul></li>\n<li>ค<ol type=a><li>ง</li></ol>จ</li><li value=7>ฉ</li><li>ช</li></ol>ท้าย<p>จบ"
    assert shown(html) == ["หัว", "1. ก", "• ข", "2. ค", "a. ง", "จ", "7. ฉ", "8. ช", "ท้าย", "จบ"]


def test_a_paragraph_within_an_item_stands_behind_its_number() -> None:
    assert shown("<ol>\n <li>\n <p>ก</p>\n<p>ข</p></li><li><div><b>ค</b></div></li></ol>") == ["1. ก", "ข", "2. ค"]


def test_a_list_that_closes_without_an_opening_is_passed_by() -> None:
    assert shown("</ol>ก</ul><p>ข</p>") == ["ก", "ข"]


def test_the_enclosures_of_a_letter_in_html_are_its_list(tmp_path: Path) -> None:
    rows = [
        ("เรื่อง", "ทดสอบ"), ("เรียน", "อธิบดีกรมสมมุติ"),
        ("สิ่งที่ส่งมาด้วย", '<ol style="margin:0"><li>คู่มือการอ่านผล</li><li>ข้อเสนอแนะของหน่วยงาน</li></ol>'),
    ]  # fmt: skip
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    mail = EmailMessage()
    html = f"<p>ที่ สพร ๒๕๖๓/ว ๑๒</p><p>๓ มีนาคม ๒๕๖๓</p><table>{table}</table><p>ตามหนังสือที่อ้างถึง ขอส่งผลการสำรวจ</p>"
    mail.set_content(html, subtype="html", charset="utf-8")
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    (paper,) = read_file(tmp_path / "a.eml", ocr=None).instruments
    assert paper.enclosures == ("คู่มือการอ่านผล", "ข้อเสนอแนะของหน่วยงาน")
