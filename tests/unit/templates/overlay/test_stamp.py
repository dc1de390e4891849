"""ตรารับ on papers of others."""

from io import BytesIO
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest

from tests.programs import asked
from tests.unit.templates.overlay.hosts import changed, inked, letter, pdfium_text, picture, plumbed, scan_of, seen
from tests.unit.templates.papers import FONTS, long_memo, memo
from workflow.core.document import Block
from workflow.core.errors import MissingFont, Refused
from workflow.templates.house_style import CM
from workflow.templates.overlay.ink import Place
from workflow.templates.overlay.original import as_pdf
from workflow.templates.overlay.stamp import Receipt, stamp

FIRST = Receipt("สทส.", "๔๓๒๓", "๑๑ พ.ย.๖๒", "๑๔.๕๐ น.")
SECOND = Receipt("สำนักน้ำป่าปู่ญี่ปุ่น", "๑๐๒๓๔", "๑๓ พ.ย.๖๒", "๐๙.๐๕ น.")
THIRD = Receipt("ฝอ.๒ บก.อก.สทส.", "๗", "๑๔ พ.ย.๖๒")
ALL = (FIRST, SECOND, THIRD)
SHORT = memo([Block("paragraph", "เพื่อโปรดทราบ")])


def words(receipt: Receipt) -> str:
    return f"{receipt.unit}\nเลขรับ {receipt.number}\nวันที่ {receipt.dated}\nเวลา {receipt.hour}".strip()


def overlap(one: Place, other: Place) -> bool:
    apart = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not (apart or one.y + one.height <= other.y or other.y + other.height <= one.y)


@pytest.mark.parametrize(
    "host", [letter(SHORT), scan_of(letter(long_memo(6)), noise=900)], ids=["born digital", "scan"]
)
def test_three_stamps_stand_on_free_paper_each_whole_and_in_order(host: bytes) -> None:
    made, places = stamp(host, ALL, FONTS)
    assert [p.page for p in places] == [1, 1, 1]
    for receipt, at in zip(ALL, places, strict=True):
        assert (at.place.width, at.place.height) == (5 * CM, 2.5 * CM)
        assert inked(host, at.place) <= 60  # lone specks of a scan
        assert inked(made, at.place) > 500
        assert plumbed(made, at.place) == words(receipt)
    assert not any(overlap(a.place, b.place) for a, b in combinations(places, 2))
    told = pdfium_text(made)
    assert [told.index(words(r)) for r in ALL] == sorted(told.index(words(r)) for r in ALL)


def test_the_first_stamp_stands_at_the_upper_right_and_the_next_nearest_to_it() -> None:
    host = changed(letter(SHORT), Contents=pikepdf.Array([]))
    _, (first, second, _) = stamp(host, ALL, FONTS)
    assert first.place.x + first.place.width == pytest.approx(595.28 - CM, abs=1)
    assert first.place.y == pytest.approx(CM, abs=1)
    assert (second.place.x, second.place.y > first.place.y) == (first.place.x, True)


def test_the_original_comes_first_byte_for_byte_and_the_print_of_the_page_stays() -> None:
    host = letter(long_memo(6))
    made, places = stamp(host, ALL, FONTS)
    assert made.startswith(host)
    before, after = seen(host), seen(made)
    for at in places:
        box = [
            int(2 * v) + (2 if n > 1 else -2)
            for n, v in enumerate((at.place.y, at.place.x, at.place.y + 71, at.place.x + 142))
        ]
        before[box[0] : box[2], box[1] : box[3]] = after[box[0] : box[2], box[1] : box[3]] = 0
    assert (before == after).all()


@pytest.mark.parametrize("turn", [90, 180, 270, -90])
@pytest.mark.parametrize("box", [[0, 0, 595, 842], [-20, 30, 580, 850], [700, 900, 100, 50]])
def test_a_turned_page_with_an_odd_box_is_stamped_upright(turn: int, box: list[int]) -> None:
    host = changed(letter(long_memo(6)), Rotate=turn, MediaBox=pikepdf.Array(box))
    made, (at,) = stamp(host, (SECOND,), FONTS)
    assert inked(host, at.place) == 0
    assert inked(made, at.place) > 500
    assert "เลขรับ ๑๐๒๓๔" in pdfium_text(made)
    assert at.place.width == 5 * CM


def test_a_cropped_page_is_stamped_inside_what_is_seen() -> None:
    host = changed(letter(long_memo(6)), CropBox=pikepdf.Array([50, 60, 560, 800]))
    made, (at,) = stamp(host, (FIRST,), FONTS)
    assert at.place.x + at.place.width < 510
    assert inked(host, at.place) == 0
    assert inked(made, at.place) > 500


def test_a_scan_whose_pixels_are_its_points_gets_a_stamp_of_the_right_size_on_paper() -> None:
    with pikepdf.open(BytesIO(scan_of(letter(SHORT)))) as opened:
        page = opened.pages[0]
        page.contents_add(b"q 4 0 0 4 0 0 cm", prepend=True)
        page.MediaBox = pikepdf.Array([0, 0, 2380, 3368])
        out = BytesIO()
        opened.save(out)
    made, (at,) = stamp(out.getvalue(), (FIRST,), FONTS)
    assert at.place.width == 5 * CM
    assert inked(made, at.place, shrink=841.89 / 3368) > 500


def test_a_page_with_a_graphics_state_left_open_is_stamped_where_meant() -> None:
    with pikepdf.open(BytesIO(letter(SHORT))) as opened:
        opened.pages[0].contents_add(b"q q 0.1 0 0 0.1 300 300 cm")
        out = BytesIO()
        opened.save(out)
    made, (at,) = stamp(out.getvalue(), (FIRST,), FONTS)
    assert inked(made, at.place) > 500


def test_a_full_page_gets_a_slip_at_the_end() -> None:
    full = as_full_page()
    made, places = stamp(full, ALL, FONTS)
    assert [(p.page, p.added) for p in places] == [(2, True)] * 3
    assert (seen(full) == seen(made)).all()
    for receipt, at in zip(ALL, places, strict=True):
        assert plumbed(made, at.place, 1) == words(receipt)


def as_full_page() -> bytes:
    with pikepdf.open(BytesIO(letter(SHORT))) as opened:
        lines = "".join(f"20 {y} 555 6 re f " for y in range(10, 840, 30))
        opened.pages[0].contents_add(lines.encode())
        out = BytesIO()
        opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize("modern", [True, False])
def test_qpdf_finds_no_fault_in_files_with_either_kind_of_table(modern: bool, tmp_path: Path) -> None:
    mode = pikepdf.ObjectStreamMode.generate if modern else pikepdf.ObjectStreamMode.disable
    with pikepdf.open(BytesIO(letter(long_memo(6)))) as opened:
        opened.save(tmp_path / "host.pdf", object_stream_mode=mode)
    (tmp_path / "made.pdf").write_bytes(stamp((tmp_path / "host.pdf").read_bytes(), ALL, FONTS)[0])
    with pikepdf.open(tmp_path / "made.pdf") as opened:
        assert opened.check_pdf_syntax() == []
    told = asked("pdftotext", str(tmp_path / "made.pdf"), "-")
    assert told.returncode or "เลขรับ ๔๓๒๓" in told.stdout.decode().replace("\u0e4d\u0e32", "ำ")


def test_a_file_with_a_broken_table_is_mended_and_stamped() -> None:
    host = letter(SHORT)
    broken = b"junk\n" + host[: host.rindex(b"startxref")] + b"startxref\n12\n%%EOF\n"
    made, (at,) = stamp(broken, (FIRST,), FONTS)
    assert plumbed(made, at.place) == words(FIRST)


def test_a_file_that_needs_a_password_is_refused() -> None:
    with pikepdf.open(BytesIO(letter(SHORT))) as opened:
        out = BytesIO()
        opened.save(out, encryption=pikepdf.Encryption(user="a", owner="b"))
    with pytest.raises(Refused, match="รหัสผ่าน"):
        stamp(out.getvalue(), ALL, FONTS)


def test_a_file_that_only_forbids_changes_is_stamped_on_a_copy_without_the_lock() -> None:
    with pikepdf.open(BytesIO(letter(SHORT))) as opened:
        out = BytesIO()
        opened.save(out, encryption=pikepdf.Encryption(user="", owner="b"))
    made, (at,) = stamp(out.getvalue(), (FIRST,), FONTS)
    assert plumbed(made, at.place) == words(FIRST)


def test_a_stamped_paper_can_be_stamped_again_beside_its_stamps() -> None:
    once, (first,) = stamp(letter(SHORT), (FIRST,), FONTS)
    twice, (second,) = stamp(once, (SECOND,), FONTS)
    assert not overlap(first.place, second.place)
    assert plumbed(twice, first.place) == words(FIRST)
    assert plumbed(twice, second.place) == words(SECOND)


def test_a_letter_the_font_lacks_is_named() -> None:
    with pytest.raises(MissingFont, match=r"U\+1F600"):
        stamp(letter(SHORT), (Receipt("😀", "๑", "๑ ม.ค.๖๘"),), FONTS)


def test_the_same_paper_and_receipts_give_the_same_bytes() -> None:
    host = letter(SHORT)
    assert stamp(host, ALL, FONTS)[0] == stamp(host, ALL, FONTS)[0]


def test_a_photograph_becomes_a_page_and_a_word_file_is_refused(tmp_path: Path) -> None:
    picture().save(tmp_path / "a.png")
    made, (at,) = stamp(as_pdf(tmp_path / "a.png"), (FIRST,), FONTS)
    assert at.place.width == 5 * CM
    assert plumbed(made, at.place) == words(FIRST)
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 no picture")
    with pytest.raises(Refused, match="ไม่ใช่ PDF หรือภาพ"):
        as_pdf(tmp_path / "b.docx")
