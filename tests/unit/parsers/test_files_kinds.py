"""Pictures of every mode come out as paper shows them; kinds that are not read here say how to make them readable."""

import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.conftest import ROOT
from tests.unit.parsers.printed import printed
from tests.unit.parsers.test_files_open import texts
from workflow.core.errors import Refused, SarabanError, UnreadableFile
from workflow.parsers import old_word
from workflow.parsers.open_file import open_pages
from workflow.parsers.scan import pictures
from workflow.parsers.text_file import decode


def shown(path: Path) -> Image.Image:
    (picture,) = pictures(path)
    return Image.open(io.BytesIO(picture.image)).convert("RGB")


def saved(folder: Path, image: Image.Image, name: str = "a.png", **more: object) -> Path:
    image.save(folder / name, **more)  # type: ignore[arg-type]
    return folder / name


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    page = Image.new("RGBA", (80, 60), (0, 0, 0, 0))
    page.paste((0, 0, 0, 255), (0, 0, 10, 10))
    image = shown(saved(tmp_path, page))
    assert (image.getpixel((5, 5)), image.getpixel((50, 50))) == ((0, 0, 0), (255, 255, 255))


def test_a_palette_with_a_transparent_colour_is_paper_there(tmp_path: Path) -> None:
    image = shown(saved(tmp_path, Image.new("P", (80, 60), 0), transparency=0))
    assert image.getpixel((50, 50)) == (255, 255, 255)


def test_sixteen_bits_of_grey_are_scaled_not_cut_off(tmp_path: Path) -> None:
    deep = np.full((60, 80), 60_000, np.uint16)
    deep[:10, :10] = 8_000
    image = shown(saved(tmp_path, Image.fromarray(deep)))
    assert (image.getpixel((5, 5)), image.getpixel((50, 50))) == ((31, 31, 31), (233, 233, 233))


def test_a_picture_turned_by_its_exif_stands_upright(tmp_path: Path) -> None:
    turned = Image.new("RGB", (80, 40), "white")
    exif = turned.getexif()
    exif[0x0112] = 6
    assert shown(saved(tmp_path, turned, "a.jpg", exif=exif)).size == (40, 80)


def test_the_inks_of_a_printer_are_colours(tmp_path: Path) -> None:
    image = shown(saved(tmp_path, Image.new("CMYK", (80, 60), (0, 255, 255, 0)), "a.tif"))
    red, green, blue = image.getpixel((5, 5))  # type: ignore[misc]
    assert red > 200 > 80 > green and blue < 80


@pytest.mark.parametrize(
    ("name", "content", "verdict", "says"),
    [
        ("a.heic", b"\x00\x00\x00\x18ftypheic", UnreadableFile, "JPEG"),
        ("ภาพ.jpg", b"\x00\x00\x00\x18ftypheic", UnreadableFile, "JPEG"),
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", UnreadableFile, ".eml"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Refused, "รหัสผ่าน"),
        ("a.zip", b"PK\x03\x04", UnreadableFile, "คลายออก"),
        ("a.xlsx", b"PK\x03\x04", UnreadableFile, "PDF"),
        ("a.xyz", b"?", UnreadableFile, ".pdf"),
    ],
)
def test_a_kind_that_is_not_read_says_what_to_make_of_it(
    tmp_path: Path, name: str, content: bytes, verdict: type[SarabanError], says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(verdict, match=name) as caught:
        open_pages(tmp_path / name, ocr=None)
    assert says in caught.value.next_step


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-16", "utf-8", "cp874", "tis-620"])
def test_text_is_known_by_its_bytes(charset: str) -> None:
    text = "ที่ กษ ๐๖๐๙/ว ๑๕๓๙\r\nเรื่อง ABC 123\r\n"
    assert decode(text.encode(charset)) == text


def office(folder: Path, does: str) -> Path:
    """Write a program that takes LibreOffice's words."""
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\nimport sys, shutil, pathlib, time\n{does}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_an_old_word_file_is_read_as_libreoffice_prints_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = printed(tmp_path, "เรียน ผู้อำนวยการ")
    does = f"a = sys.argv; out = pathlib.Path(a[a.index('--outdir') + 1]); shutil.copy({str(page)!r}, out / (pathlib.Path(a[-1]).stem + '.pdf'))"
    monkeypatch.setattr(old_word, "PROGRAMS", (str(office(tmp_path, does)),))
    (tmp_path / "เก่า.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    read = open_pages(tmp_path / "เก่า.doc", ocr=None)
    assert (read.container, texts(read)) == ("docx", [["เรียน ผู้อำนวยการ"]])


@pytest.mark.parametrize("does", ["sys.exit(1)", "time.sleep(30)"])
def test_libreoffice_that_fails_or_hangs_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    monkeypatch.setattr(old_word, "PROGRAMS", (str(office(tmp_path, does)),))
    monkeypatch.setattr(old_word, "SECONDS", 1)
    (tmp_path / "เก่า.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(SarabanError, match=r"เก่า\.doc") as caught:
        open_pages(tmp_path / "เก่า.doc", ocr=None)
    assert caught.value.next_step


def test_without_libreoffice_an_old_word_file_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_word, "PROGRAMS", ("no-such-office",))
    (tmp_path / "เก่า.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(UnreadableFile, match="LibreOffice") as caught:
        open_pages(tmp_path / "เก่า.doc", ocr=None)
    assert ".docx" in caught.value.next_step


def test_a_picture_library_waits_for_a_picture() -> None:
    code = "import sys; import workflow.parsers.open_file, workflow.parsers.eml_file; print({'PIL', 'docx', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
