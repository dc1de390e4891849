"""Pages are shown without secrets: masked in their lines, black in their pictures. All logins and numbers are invented."""

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.unit.parsers.papers import page, placed
from workflow.parsers.masking import values_of
from workflow.parsers.page import Page
from workflow.parsers.page_pictures import PagePicture, for_screen
from workflow.parsers.redact import PERHAPS, Shown, without_secrets


def shown(made: Page, *, recognised: bool = False) -> Shown:
    return without_secrets(made, values_of([made]), recognised=recognised)


def words(result: Shown) -> str:
    return "\n".join(line.text for line in result.page.lines)


def test_a_login_is_masked_and_its_line_hidden() -> None:
    result = shown(placed([(0, "เข้าระบบที่เว็บไซต์"), (0, "Username: dga_01 และ"), (0, "Password: Zx9!kq สำหรับเข้าดู")]))
    assert "dga_01" not in words(result) and "Zx9!kq" not in words(result)
    assert [box[1] for box in result.hidden if box] == [110.0, 130.0]


def test_a_login_cut_by_the_line_end_hides_both_lines() -> None:
    result = shown(placed([(0, "โดยใช้ Username:"), (0, "dga_01 ได้ทันที"), (0, "จึงเรียนมา")]))
    assert "dga_01" not in words(result)
    assert [box[1] for box in result.hidden if box] == [110.0]


def test_what_stands_between_the_wide_spaces_of_a_line_is_not_shown_beside_it() -> None:
    made = placed([(0, "เว็บไซต์   Password: Zx9!kq")])
    pieces = tuple(replace(made.lines[0], text=text) for text in made.lines[0].text.split("   "))
    result = shown(replace(made, lines=(replace(made.lines[0], pieces=pieces),)))
    assert "Zx9!kq" not in repr(result)


def test_a_mobile_over_two_lines_hides_both() -> None:
    result = shown(placed([(0, "ติดต่อ ๐๘ ๐๐๐๐"), (0, "๐๐๐๑ ได้ทุกวัน")]))
    assert len(result.hidden) == 2
    assert "๐๐๐๑" not in words(result)


def test_a_login_told_elsewhere_is_hidden_without_its_label() -> None:
    first, second = placed([(0, "Password: Zx9!kq")]), placed([(0, "ใช้รหัสเดิม Zx9!kq อีกครั้ง")], 2)
    result = without_secrets(second, values_of([first, second]))
    assert "Zx9!kq" not in words(result)
    assert len(result.hidden) == 1


@pytest.mark.parametrize("text", ["ติดต่อ O8l-OOO-OOO1", "Passw0rd: z2222O", "Usemame OOAB8O-OOO1"])
def test_what_a_recogniser_misread_is_hidden_on_suspicion(text: str) -> None:
    result = shown(placed([(0, text), (0, "จึงเรียนมาเพื่อโปรดทราบ")]), recognised=True)
    assert result.page.lines[0].text == PERHAPS or "[ปกปิด" in result.page.lines[0].text
    assert len(result.hidden) == 1


@pytest.mark.parametrize(
    "text",
    ["โทร. ๐ ๒๑๐๐ ๐๐๐๐ ต่อ ๑๒", "ที่ ทส ๐๑๐๒.๓/๔๕๖", "ลงวันที่ ๑ มกราคม ๒๕๖๗ จำนวน ๑,๘๕๘ หน่วยงาน", "รหัสผ่านต้องเปลี่ยนทุก ๙๐ วัน"],
)
def test_office_numbers_and_prose_stay_visible(text: str) -> None:
    assert shown(placed([(0, text)]), recognised=True).hidden == ()


def test_masked_lines_of_a_transcript_have_no_box_to_hide() -> None:
    assert shown(page("Password: Zx9!kq")).hidden == (None,)


def picture() -> PagePicture:
    image = Image.new("RGB", (1240, 1754), "white")
    ImageDraw.Draw(image).rectangle((200, 400, 600, 440), fill="#a00000")
    out = io.BytesIO()
    image.save(out, "PNG")
    return PagePicture(out.getvalue(), 150, False)


def pixels(webp: bytes) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    return np.asarray(Image.open(io.BytesIO(webp)).convert("RGB"))


def test_hidden_places_are_black_in_the_picture_itself() -> None:
    point = 72 / 150
    box = (200 * point, 400 * point, 600 * point, 440 * point)
    webp, size = for_screen(picture(), [box], dpi=75, level=False)
    seen = pixels(webp)
    assert seen[198:222, 98:302].max() < 25
    assert seen[100:150].min() > 230
    assert size == (595.2, 841.9)


def test_a_secret_whose_place_is_unknown_hides_the_whole_page() -> None:
    assert pixels(for_screen(picture(), [None], dpi=75, level=False)[0]).max() < 25
