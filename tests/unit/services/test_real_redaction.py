"""A masked copy gives its secrets to nobody: not to readers of text, not to a recogniser, not to a search of its bytes. Logins are invented."""

import io
import re
import zlib
from pathlib import Path

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from tests.unit.parsers.printed import printed
from workflow.core.thai_digits import to_arabic
from workflow.parsers.read_file import read_with_pages
from workflow.parsers.recogniser.engine import OwnOcr
from workflow.services.masked_copy import masked_copy

SECRETS = ("dga_admin7", "Zx9kqW7pm", "0900000001", "๐๙๐๐๐๐๐๐๐๑", "somchai.tuayang")
LETTER = """เรื่อง แจ้งผลการสำรวจระดับความพร้อม

เรียน ผู้อำนวยการ

เข้าดูผลโดยใช้ Username: dga\\_admin7 และ Password: Zx9kqW7pm

ติดต่อผู้ประสานงาน โทรศัพท์ ๐๙๐๐๐๐๐๐๐๑ หรือ 0900000001

ส่งที่ somchai.tuayang\\@gmail.com

จึงเรียนมาเพื่อโปรดทราบ
"""


def laden(folder: Path) -> Path:
    """The letter with its login also in metadata, an attachment, an annotation and an older revision's unused object."""
    path = printed(folder, LETTER)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Title"] = "Password: Zx9kqW7pm"
        with pdf.open_metadata() as meta:
            meta["dc:description"] = "dga_admin7"
        pdf.attachments["login.txt"] = b"Username: dga_admin7"
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[9, 9, 9, 9], Contents="Zx9kqW7pm"
        )
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([note]))
        pdf.save(path)
    return path


def scanned(folder: Path) -> Path:
    """A scan of the letter with a hidden layer of text over it, as scanners that recognise write them."""
    path = printed(folder, LETTER)
    with pypdfium2.PdfDocument(path) as document:
        picture = document[0].render(scale=200 / 72).to_pil()
    held = io.BytesIO()
    picture.save(held, "PDF", resolution=200)
    with pikepdf.open(held) as scan, pikepdf.open(path) as text:
        page = scan.pages[0]
        layer = scan.copy_foreign(text.pages[0].as_form_xobject())
        page.Resources.XObject["/Hidden"] = layer
        page.contents_add(b"q 3 Tr /Hidden Do Q", prepend=True)
        scan.save(out := folder / "scan.pdf")
    return out


@pytest.fixture(scope="module", params=[laden, scanned], ids=["digital", "scan"])
def copy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("letter")

    def read(path: Path) -> object:
        return read_with_pages(path, ocr=OwnOcr())

    return masked_copy(read, request.param(folder), folder / "copy", level=True)  # type: ignore[arg-type]


def told(text: str) -> list[str]:
    plain = re.sub(r"[\s\-]", "", text)
    return [secret for secret in SECRETS if secret in text or to_arabic(secret) in to_arabic(plain)]


def test_the_letter_itself_tells_its_secrets(tmp_path: Path) -> None:
    with pypdfium2.PdfDocument(laden(tmp_path)) as document:
        assert told(document[0].get_textpage().get_text_range()) == list(SECRETS)


def test_pdfium_and_pdfplumber_read_nothing(copy: Path) -> None:
    with pypdfium2.PdfDocument(copy) as document, pdfplumber.open(copy) as plumbed:
        assert "".join(page.get_textpage().get_text_range() for page in document).strip() == ""
        assert "".join(page.extract_text() for page in plumbed.pages).strip() == ""


def test_a_search_of_every_byte_packed_or_not_finds_nothing(copy: Path) -> None:
    content = copy.read_bytes()
    unpacked = [content]
    for found in re.finditer(rb"stream\r?\n", content):
        try:
            unpacked.append(zlib.decompressobj().decompress(content[found.end() :]))
        except zlib.error:
            continue
    for secret in SECRETS:
        for coded in (
            secret.encode(),
            secret.encode("utf-16-le"),
            secret.encode("utf-16-be"),
            secret.encode().hex().encode(),
        ):
            assert not any(coded in part for part in unpacked), secret


def test_no_metadata_attachment_note_or_form_is_left(copy: Path) -> None:
    with pikepdf.open(copy) as pdf:
        assert not set(pdf.docinfo.keys()) - {"/Producer", "/CreationDate", "/ModDate"}
        assert (len(pdf.attachments), "/Metadata" in pdf.Root, "/Annots" in pdf.pages[0]) == (0, False, False)
        assert all(image.Subtype == "/Image" for image in pdf.pages[0].Resources.XObject.values())


def test_a_recogniser_finds_no_secret_on_the_picture(copy: Path, tmp_path: Path) -> None:
    with pypdfium2.PdfDocument(copy) as document:
        held = io.BytesIO()
        document[0].render(scale=300 / 72).to_pil().save(held, "PNG")
    words = " ".join(word.text for word in OwnOcr().read(held.getvalue(), dpi=300))
    assert "แจ้งผล" in words.replace(" ", "")
    assert told(words) == []


def test_the_painted_pixels_are_black_not_only_covered(copy: Path) -> None:
    with pikepdf.open(copy) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        found = pikepdf.PdfImage(image)  # type: ignore[arg-type]
        picture = found.as_pil_image().convert("L")
    assert isinstance(picture, Image.Image)
    assert min(picture.tobytes()) < 25
