"""One door for every file: what can be read is read alike, what cannot says so in Thai and what to do."""

import io
import subprocess
import sys
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK
from PIL import Image

from tests.archives import archive
from tests.conftest import ROOT
from tests.hostile_files import empty_pdf, encrypted_pdf, text_named_pdf
from tests.unit.parsers.printed import printed
from workflow.core.errors import NotFound, Refused, SarabanError, UnreadableFile
from workflow.parsers.open_file import open_pages
from workflow.parsers.page import PagedFile
from workflow.parsers.scan import Word
from workflow.parsers.tesseract import TesseractOcr


class Noise:
    """A recogniser that sees two words in two columns, whatever it is shown."""

    name = "noise"
    digits_trusted = False

    def read(self, image: bytes, *, dpi: int) -> Sequence[Word]:
        return [
            Word("ที่", (100, 100, 140, 130), 0, 0.9),
            Word("ทดสอบ", (dpi * 4, 100, dpi * 5, 130), 0, 0.5),
            Word(" ", (0, 0, 1, 1), 1, 0.1),
        ]


def texts(file: PagedFile) -> list[list[str]]:
    return [[line.text for line in page.lines] for page in file.pages]


def scan(folder: Path, name: str = "สแกน.png") -> Path:
    Image.new("RGB", (1240, 1754), "white").save(folder / name, dpi=(150, 150))
    return folder / name


def mailed(folder: Path, *files: Path) -> Path:
    mail = EmailMessage()
    mail.set_content("ส่งหนังสือมาตามแนบ")
    for file in files:
        mail.add_attachment(file.read_bytes(), maintype="application", subtype="octet-stream", filename=file.name)
    path = folder / "จดหมาย.eml"
    path.write_bytes(mail.as_bytes())
    return path


@pytest.mark.parametrize("write", [text_named_pdf, empty_pdf])
def test_what_is_no_pdf_says_so_and_what_to_do(tmp_path: Path, write: object) -> None:
    path = write(tmp_path)  # type: ignore[operator]
    with pytest.raises(UnreadableFile, match=path.name) as caught:
        open_pages(path, ocr=None)
    assert caught.value.next_step


@pytest.mark.parametrize("name", ["a.svg", "a.html", "a.png", "a.pdf", "a.txt.exe"])
def test_a_drawing_that_may_hold_script_is_no_paper(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    with pytest.raises((Refused, UnreadableFile)):
        open_pages(tmp_path / name, ocr=None)


def test_a_locked_pdf_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="รหัสผ่าน"):
        open_pages(encrypted_pdf(tmp_path), ocr=None)


def test_half_a_pdf_is_unreadable(tmp_path: Path) -> None:
    content = (ROOT / "specimens" / "police-chain.pdf").read_bytes()
    (tmp_path / "ครึ่ง.pdf").write_bytes(content[: len(content) // 3])
    with pytest.raises(UnreadableFile, match=r"ครึ่ง\.pdf"):
        open_pages(tmp_path / "ครึ่ง.pdf", ocr=None)


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"ไม่มี\.pdf"):
        open_pages(tmp_path / "ไม่มี.pdf", ocr=None)


def test_a_scan_without_a_recogniser_names_the_command_to_type(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        open_pages(scan(tmp_path), ocr=None)
    assert "apt-get install tesseract-ocr tesseract-ocr-tha" in caught.value.next_step


def test_a_recogniser_that_is_not_installed_names_the_command_to_type(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        open_pages(scan(tmp_path), ocr=TesseractOcr(program="no-such-tesseract"))
    assert "apt-get install" in caught.value.next_step


def test_a_scan_comes_out_as_lines_in_points_with_the_recognisers_doubt(tmp_path: Path) -> None:
    read = open_pages(scan(tmp_path), ocr=Noise())
    assert (read.container, read.text_layer, read.recognised) == ("image", False, True)
    first, second = read.pages[0].lines
    assert (first.text, first.row, first.box, first.confidence) == ("ที่", second.row, (48.0, 48.0, 67.2, 62.4), 0.9)
    assert read.pages[0].width == pytest.approx(595, abs=1)


def test_a_tiff_of_two_pages_is_two_pages(tmp_path: Path) -> None:
    pages = [Image.new("1", (1240, 1754), 1) for _ in range(2)]
    pages[0].save(tmp_path / "โทรสาร.tif", save_all=True, append_images=pages[1:])
    assert [page.number for page in open_pages(tmp_path / "โทรสาร.tif", ocr=Noise()).pages] == [1, 2]


def test_only_the_scanned_page_of_a_pdf_goes_to_the_recogniser(tmp_path: Path) -> None:
    scan(tmp_path, "scan.png")
    path = printed(tmp_path, 'หนังสือนำ#pagebreak()#place(top, image("scan.png", width: 100%))')
    read = open_pages(path, ocr=Noise())
    assert texts(read) == [["หนังสือนำ"], ["ที่", "ทดสอบ"]]
    assert (read.text_layer, read.recognised) == (False, True)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_a_transcript_is_read_in_the_charsets_offices_use(tmp_path: Path, charset: str) -> None:
    (tmp_path / "ถอด.txt").write_bytes("เรื่อง\tแจ้งผล\r\n\r\n\r\nเรียน ผบช.\f- ๒ -".encode(charset))
    read = open_pages(tmp_path / "ถอด.txt", ocr=None)
    assert texts(read) == [["เรื่อง", "แจ้งผล", "เรียน ผบช."], ["- ๒ -"]]
    assert [(line.row, line.blank_before) for line in read.pages[0].lines] == [(0, 0), (0, 0), (3, 2)]


def test_signs_of_a_foreign_script_in_a_transcript_are_handed_on(tmp_path: Path) -> None:
    (tmp_path / "ถอด.txt").write_text("ประจำปี ২๕๖๒ तอบ", encoding="utf-8")
    assert open_pages(tmp_path / "ถอด.txt", ocr=None).foreign == ("त",)


def test_binary_named_txt_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(bytes(range(256)))
    with pytest.raises(UnreadableFile):
        open_pages(tmp_path / "x.txt", ocr=None)


def test_reading_a_transcript_loads_no_pdf_and_no_word_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("เรื่อง", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from workflow.parsers.open_file import open_pages;"
        "open_pages(Path(sys.argv[1]), ocr=None); print({'pypdfium2', 'docx', 'pdfplumber', 'PIL'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.txt")], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_a_word_file_keeps_paragraphs_and_tables_in_order_and_turns_pages(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("ที่ กษ ๐๖๐๙/๑\tวันที่ ๙ สิงหาคม ๒๕๖๕")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([c for row in table.rows for c in row.cells], ["ที่", "คะแนน", "๑", "๔๑.๐๗"], strict=True):
        cell.text = text
    document.add_paragraph("ท้าย").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("- ๒ -")
    document.sections[0].header.paragraphs[0].text = "หัวกระดาษ"
    document.save(str(tmp_path / "a.docx"))
    read = open_pages(tmp_path / "a.docx", ocr=None)
    assert texts(read) == [
        ["หัวกระดาษ", "ที่ กษ ๐๖๐๙/๑", "วันที่ ๙ สิงหาคม ๒๕๖๕", "ที่", "คะแนน", "๑", "๔๑.๐๗", "ท้าย"],
        ["- ๒ -"],
    ]
    assert read.pages[0].tables[0].rows == (("ที่", "คะแนน"), ("๑", "๔๑.๐๗"))
    assert read.pages[0].lines[1].row == read.pages[0].lines[2].row


@pytest.mark.parametrize(
    "parts",
    [
        {"word/vbaProject.bin": b"x"},
        {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'},
        {"word/document.xml": '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16")},
        {"word/media/bomb.bin": bytes(100_000_001)},
        {f"{n}.bin": b"" for n in range(2001)},
    ],
    ids=["macro", "entity", "entity in utf-16", "bomb", "many parts"],
)
def test_a_word_file_that_no_honest_sender_makes_is_refused(tmp_path: Path, parts: dict[str, bytes]) -> None:
    with pytest.raises(Refused):
        open_pages(archive(tmp_path / "a.docx", parts), ocr=None)


def test_an_archive_that_is_no_word_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.docx"):
        open_pages(archive(tmp_path / "a.docx", {"hello.txt": b"x"}), ocr=None)


def test_the_attachments_of_a_mail_are_its_pages_running_on(tmp_path: Path) -> None:
    (tmp_path / "สอง.txt").write_text("หน้าสอง", encoding="utf-8")
    read = open_pages(mailed(tmp_path, printed(tmp_path, "หน้าหนึ่ง"), tmp_path / "สอง.txt"), ocr=None)
    assert (read.container, texts(read)) == ("eml", [["หน้าหนึ่ง"], ["หน้าสอง"]])
    assert [line.page for page in read.pages for line in page.lines] == [1, 2]


def test_a_mail_without_papers_is_a_paper_itself(tmp_path: Path) -> None:
    assert texts(open_pages(mailed(tmp_path), ocr=None)) == [["ส่งหนังสือมาตามแนบ"]]


def test_a_mail_forwarded_as_an_attachment_gives_its_papers(tmp_path: Path) -> None:
    (tmp_path / "ใน.txt").write_text("อยู่ข้างใน", encoding="utf-8")
    outer = EmailMessage()
    outer.set_content("ส่งต่อ")
    inner = EmailMessage()
    inner.set_content("เดิม")
    inner.add_attachment((tmp_path / "ใน.txt").read_bytes(), maintype="text", subtype="plain", filename="ใน.txt")
    outer.add_attachment(inner)
    (tmp_path / "ต่อ.eml").write_bytes(outer.as_bytes())
    assert texts(open_pages(tmp_path / "ต่อ.eml", ocr=None)) == [["อยู่ข้างใน"]]


@pytest.mark.parametrize("charset", ["windows-874", "tis-620", "x-unknown"])
def test_a_mail_in_the_old_thai_charsets_is_read(tmp_path: Path, charset: str) -> None:
    head = (
        f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    (tmp_path / "เก่า.eml").write_bytes(head.encode() + "เรียน ผู้อำนวยการ".encode("cp874"))
    assert texts(open_pages(tmp_path / "เก่า.eml", ocr=None)) == [["เรียน ผู้อำนวยการ"]]


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.png", "a.tif"])
def test_damage_anywhere_is_a_thai_sentence_never_a_crash(tmp_path: Path, name: str) -> None:
    whole = _whole(tmp_path, name)
    for at in range(20, len(whole), max(1, len(whole) // 25)):
        (tmp_path / name).write_bytes(whole[:at] + bytes(40) + whole[at + 40 :])
        try:
            open_pages(tmp_path / name, ocr=Noise())
        except SarabanError as error:
            assert name in str(error) and error.next_step


def _whole(folder: Path, name: str) -> bytes:
    if name == "a.pdf":
        return printed(folder, "เรื่อง แจ้งผล").read_bytes()
    buffer = io.BytesIO()
    if name == "a.docx":
        docx.Document().save(buffer)
    else:
        Image.new("RGB", (300, 400), "white").save(buffer, {"a.png": "PNG", "a.tif": "TIFF"}[name])
    return buffer.getvalue()
