"""Office files that would act or reach out when a person opens them are refused by what they carry, and honest ones are not."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from tests.archives import archive
from tests.hostile_files import bare_docx
from workflow.core.errors import Refused
from workflow.parsers.docx_file import read_docx
from workflow.parsers.old_word_hazards import refuse_hazards
from workflow.parsers.open_file import open_pages

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MACRO_TYPES = b'<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml" PartName="/word/document.xml"/></Types>'


def relations(kind: str, target: str, mode: str = "External") -> dict[str, bytes]:
    one = f'<Relationship Id="r9" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return {"word/_rels/document.xml.rels": f"<Relationships>{one}</Relationships>".encode()}


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"word/vbaProject.bin": b"x"}, "มาโคร"),
        ({"customXml/[Content_Types].xml": b"<a/>", "word/vbaData.xml": b"<a/>"}, "มาโคร"),
        ({"word/embeddings/oleObject1.bin": b"x"}, "OLE"),
        ({"word/embeddings/invoice.exe": b"x"}, "OLE"),
        ({"word/activeX/activeX1.xml": b"<a/>"}, "OLE"),
        (relations("image", "https://tracker.example/a.png"), "ภายนอก"),
        (relations("attachedTemplate", "https://evil.example/t.dotm"), "ภายนอก"),
        (relations("attachedTemplate", "\\\\\\\\server\\\\share\\\\t.dotm"), "ภายนอก"),
        (relations("oleObject", "file:///C:/a.xls"), "ภายนอก"),
        (relations("frame", "//evil.example/x"), "ภายนอก"),
        (relations("aFChunk", "afchunk.mht", "Internal"), "ฝังแฟ้ม"),
        ({"word/footnotes.xml": b'<w:x xmlns:w="u"><w:instrText> DDEAUTO c:\\a.exe </w:instrText></w:x>'}, "DDE"),
    ],
)
def test_a_word_file_that_acts_or_reaches_out_is_refused(tmp_path: Path, parts: dict[str, bytes], said: str) -> None:
    with pytest.raises(Refused, match=said) as caught:
        read_docx(bare_docx(tmp_path, "แฟ้ม", "<w:p/>", parts=parts))
    assert caught.value.next_step


def test_a_macro_file_renamed_to_docx_is_refused(tmp_path: Path) -> None:
    path = bare_docx(tmp_path, "แฟ้ม", "<w:p/>")
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    archive(path, {**parts, "[Content_Types].xml": _MACRO_TYPES})
    with pytest.raises(Refused, match="มาโคร"):
        read_docx(path)


@pytest.mark.parametrize(
    "parts",
    [
        relations("hyperlink", "https://www.dga.example"),
        relations("attachedTemplate", "file:///C:\\Users\\a\\t.dot"),
        {"word/embeddings/Microsoft_Excel_Sheet1.xlsx": b"PK"},
    ],
)
def test_links_a_writers_own_template_and_the_numbers_of_a_chart_are_honest(
    tmp_path: Path, parts: dict[str, bytes]
) -> None:
    assert read_docx(bare_docx(tmp_path, "แฟ้ม", "<w:p/>", parts=parts)).pages is not None


@pytest.mark.parametrize(
    "content",
    [
        b"\xd0\xcf\x11\xe0" + "_VBA_PROJECT".encode("utf-16-le"),
        b"\xd0\xcf\x11\xe0" + "_1234567890".encode("utf-16-le") + b"\0\0",
        b"\xd0\xcf\x11\xe0\x13 DDEAUTO c:\\a",
        b"\xd0\xcf\x11\xe0\x13\0" + ' INCLUDEPICTURE "http'.encode("utf-16-le"),
        rb"{\rtf1 {\object\objupdate{\*\objdata 0105}}}",
        rb'{\rtf1 {\field{\*\fldinst{ INCLUDEPICTURE "http://x.example/a" }}}}',
        rb"{\rtf1 {\*\template http://x.example/t.dot}}",
    ],
)
def test_an_old_word_file_that_acts_or_reaches_out_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "แฟ้ม.doc"
    path.write_bytes(content)
    with pytest.raises(Refused):
        refuse_hazards(path)


@pytest.mark.parametrize(
    "parts",
    [
        {"Basic/Standard/Module1.xml": b"<a/>"},
        {"content.xml": b'<draw:image xlink:href="https://x.example/a.png"/>'},
        {"content.xml": b"<!DOCTYPE x><a/>"},
        {"content.xml": b'<script:event-listener script:event-name="dom:load"/>'},
        {"Pictures/bomb.png": bytes(100_000_001)},
        {"content.xml": bytes(20_000_001)},
    ],
)
def test_an_open_document_that_acts_or_reaches_out_is_refused(tmp_path: Path, parts: dict[str, bytes]) -> None:
    with pytest.raises(Refused):
        refuse_hazards(archive(tmp_path / "แฟ้ม.odt", parts))


def test_an_honest_old_file_passes(tmp_path: Path) -> None:
    refuse_hazards(archive(tmp_path / "แฟ้ม.odt", {"content.xml": b'<a><draw:image xlink:href="Pictures/a.png"/></a>'}))
    rtf = tmp_path / "a.rtf"
    rtf.write_bytes(rb"{\rtf1 {\field{\*\fldinst{ PAGE }}{\fldrslt 1}} DDE}")
    refuse_hazards(rtf)


def mail(folder: Path, name: str, content: bytes, subject: str = "ส่งหนังสือ") -> Path:
    message = EmailMessage()
    message["Subject"] = subject
    message.set_content("ดูแฟ้มแนบ")
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    path = folder / "จดหมาย.eml"
    path.write_bytes(message.as_bytes())
    return path


@pytest.mark.parametrize("name", ["ใบแจ้ง.docm", "หนังสือ.pdf.exe", "a.LNK", "หนังสือ.js"])
def test_a_mail_with_a_program_attached_is_refused_by_its_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="แนบ"):
        open_pages(mail(tmp_path, name, b"x"), ocr=None)


def test_mails_attached_to_mails_as_files_come_to_an_end(tmp_path: Path) -> None:
    path = mail(tmp_path, "หนังสือ.txt", "เรื่อง".encode())
    for _ in range(6):
        path = mail(tmp_path, "จดหมาย.eml", path.read_bytes())
    with pytest.raises(Refused, match="ซ้อน"):
        open_pages(path, ocr=None)


def test_a_word_file_that_word_itself_would_write_passes(tmp_path: Path) -> None:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph("เรื่อง แจ้งผล")
    document.save(out)
    (tmp_path / "a.docx").write_bytes(out.getvalue())
    assert "แจ้งผล" in open_pages(tmp_path / "a.docx", ocr=None).pages[0].lines[0].text
