"""What an error advises a clerk before a screen: places of the pages, never a command."""

import pytest

from scripts.words import messages
from workflow.entrypoints.web.on_screen import on_screen

NO_PAGE_DOES_IT = {
    "ขอลิงก์ใหม่จากผู้ดูแลระบบ หรือพิมพ์ saraban account setup-token ที่เครื่องแม่ข่าย",
    "ระบุ --rung ซ้ำได้ เช่น --rung 'ครบกำหนด=0'",
    "ตัด --against ออก หรือเทียบกับผังของวันอื่น เช่น --against 1/10/2562",
}
"""For whoever sits at the server, or of acts that the pages do not have."""


@pytest.mark.parametrize(
    ("advised", "shown"),
    [
        ("ดูสถานะด้วย saraban status 12", "ดูสถานะที่หน้าเรื่อง"),
        ("ให้ ผบ.ตร. ดำเนินการก่อน ดูลำดับด้วย saraban journey 7", "ให้ ผบ.ตร. ดำเนินการก่อน ดูลำดับที่หน้าเรื่อง"),
        ("เปิดอ่านฉบับล่าสุด (saraban journey 7) แล้วสั่งใหม่ด้วย --seen 0a1b", "เปิดอ่านฉบับล่าสุด แล้วสั่งใหม่"),
        ("ดูด้วย saraban register show สทส. --book ส่ง --year 2562", "ดูที่หน้าทะเบียน"),
        ('ระบุ --why เช่น --why "ไม่อยู่ในอำนาจหน้าที่"', "พิมพ์เหตุผล เช่น “ไม่อยู่ในอำนาจหน้าที่”"),
        ("แนบภาพหรือ PDF (--scan) หรือบอกเหตุที่ไม่มี (--why-none)", "แนบภาพหรือ PDF หรือบอกเหตุที่ไม่มี"),
        ("ส่งใหม่ด้วย saraban resend 3 --dispatch 8", "ส่งใหม่ที่หน้าผู้รับ"),
        ("ติดต่อผู้ดูแลระบบ", "ติดต่อผู้ดูแลระบบ"),
    ],
)
def test_a_command_becomes_the_place_of_the_page_that_does_it(advised: str, shown: str) -> None:
    assert on_screen(advised) == shown


def test_no_sentence_that_a_page_can_show_names_a_command() -> None:
    assert {text for _, text in messages() if "saraban " in text or "--" in text} == NO_PAGE_DOES_IT
