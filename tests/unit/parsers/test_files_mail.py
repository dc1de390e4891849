"""A mail's papers come out in order and under their names, however old or careless the program that sent it."""

import base64
import io
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image

from tests.unit.parsers.test_files_open import Noise, texts
from workflow.core.errors import Refused, UnreadableFile
from workflow.parsers.mail_parts import parts_of
from workflow.parsers.open_file import open_pages

NAME = "หนังสือแจ้งผล.txt"
CP874 = NAME.encode("cp874")
HEAD = b"MIME-Version: 1.0\r\n"


def with_attachment(disposition: bytes, kind: bytes = b"application/octet-stream", content: bytes = b"x") -> bytes:
    return (
        HEAD
        + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhi\r\n--b\r\n'
        b"Content-Type: " + kind + b"\r\nContent-Disposition: " + disposition + b"\r\n\r\n" + content + b"\r\n--b--\r\n"
    )


def quoted(name: bytes) -> bytes:
    return b"".join(b"%%%02X" % byte for byte in name)


@pytest.mark.parametrize(
    "disposition",
    [
        b"attachment; filename*=utf-8''" + quoted(NAME.encode()),
        b"attachment; filename*=windows-874''" + quoted(CP874),
        b"attachment; filename*=tis-620''" + quoted(CP874),
        b"attachment; filename*=x-unknown''" + quoted(CP874),
        b"attachment; filename*0*=utf-8''" + quoted(NAME.encode()[:9]) + b"; filename*1*=" + quoted(NAME.encode()[9:]),
        b'attachment; filename="=?UTF-8?B?' + base64.b64encode(NAME.encode()) + b'?="',
        b'attachment; filename="=?windows-874?B?' + base64.b64encode(CP874) + b'?="',
        b'attachment; filename="' + CP874 + b'"',
        b'attachment; filename="' + NAME.encode() + b'"',
        b'attachment; filename="C:\\letters\\' + CP874 + b'"',
        b'inline; filename="' + CP874 + b'"',
    ],
)
def test_a_thai_name_is_read_in_every_way_it_is_written(disposition: bytes) -> None:
    assert [paper.name for paper in parts_of(with_attachment(disposition)).papers] == [NAME]


def test_a_name_longer_than_any_file_system_takes_is_shortened_and_keeps_its_ending(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(with_attachment(b'attachment; filename="' + "ก".encode() * 300 + b'.txt"'))
    assert texts(open_pages(tmp_path / "a.eml", ocr=None)) == [["x"]]


@pytest.mark.parametrize("kind", [b"application/pdf", b"application/octet-stream"])
def test_a_paper_without_a_name_is_known_by_what_it_is(kind: bytes) -> None:
    (paper,) = parts_of(with_attachment(b"attachment", kind, b"%PDF-1.4")).papers
    assert paper.name.endswith(".pdf")


def test_a_mail_that_is_nothing_but_a_paper_is_that_paper() -> None:
    (paper,) = parts_of(HEAD + b"Content-Type: application/pdf\r\n\r\n%PDF-1.4").papers
    assert paper.content.startswith(b"%PDF")


@pytest.mark.parametrize("charset", [b"", b"; charset=iso-8859-1", b"; charset=us-ascii", b"; charset=windows-1252"])
def test_thai_bytes_without_a_charset_or_under_a_latin_one_are_thai(tmp_path: Path, charset: bytes) -> None:
    head = HEAD + b"Content-Type: text/plain" + charset + b"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    (tmp_path / "a.eml").write_bytes(head + "เรียน ผู้อำนวยการ".encode("cp874"))
    assert texts(open_pages(tmp_path / "a.eml", ocr=None)) == [["เรียน ผู้อำนวยการ"]]


def test_accented_latin_stays_latin() -> None:
    head = HEAD + b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    assert parts_of(head + "À bientôt, Müller".encode("latin-1")).texts == ("À bientôt, Müller",)


def test_a_mail_in_html_alone_is_read_without_its_styles(tmp_path: Path) -> None:
    mail = EmailMessage()
    html = "<head><title>x</title><style>p {color: red}</style></head><p>เรื่อง&nbsp;แจ้งผล</p><table><tr><td>ที่</td><td>๑</td></tr></table>"
    mail.set_content(html, subtype="html", charset="utf-8")
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    assert texts(open_pages(tmp_path / "a.eml", ocr=None)) == [["เรื่อง แจ้งผล", "ที่", "๑"]]


TABLE = [("รหัส", "ตัวชี้วัด", "คะแนน"), ("1", "แผนงาน", "57.25"), ("1.1", "แผนสมมุติ", "64.00"), ("1.2", "งบประมาณ", "50.50")]
IN_HTML = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in TABLE)


@pytest.mark.parametrize("gap", [" ", "    "])  # a program's flattened version, and one that was typed in columns
def test_a_table_that_the_plain_version_of_a_mail_flattens_is_read_from_its_html(tmp_path: Path, gap: str) -> None:
    mail = EmailMessage()
    mail.set_content("\n".join(["ผลมีดังนี้", "", *(gap.join(row) for row in TABLE)]))
    mail.add_alternative(f"<p>ผลมีดังนี้</p><table>{IN_HTML}</table>", subtype="html")
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    (page,) = open_pages(tmp_path / "a.eml", ocr=None).pages
    cells = [[tuple(filter(None, row)) for row in table.rows] for table in page.tables]
    assert cells == [TABLE]


def picture(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("L", (width, height), 255).save(out, "PNG")
    return out.getvalue()


def test_a_scan_pasted_into_a_mail_is_a_page_and_a_logo_is_not(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail.set_content("ดูภาพ")
    mail.add_alternative("<img src=cid:a><img src=cid:b>", subtype="html")
    for name, size in (("a", (200, 80)), ("b", (1240, 1754))):
        related = list(mail.iter_parts())[1]
        related.add_related(picture(*size), "image", "png", cid=f"<{name}>")
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    assert texts(open_pages(tmp_path / "a.eml", ocr=Noise())) == [["ที่", "ทดสอบ"]]


def test_mails_forwarded_without_papers_are_pages_themselves(tmp_path: Path) -> None:
    inner, outer = EmailMessage(), EmailMessage()
    inner.set_content("หนังสือเดิม")
    outer.set_content("ส่งต่อ")
    outer.add_attachment(inner)
    (tmp_path / "a.eml").write_bytes(outer.as_bytes())
    assert texts(open_pages(tmp_path / "a.eml", ocr=None)) == [["ส่งต่อ"], ["หนังสือเดิม"]]


def test_outlooks_sealed_packet_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(with_attachment(b'attachment; filename="winmail.dat"', b"application/ms-tnef"))
    with pytest.raises(UnreadableFile, match=r"winmail\.dat") as caught:
        open_pages(tmp_path / "a.eml", ocr=None)
    assert caught.value.next_step


@pytest.mark.parametrize(
    "content",
    [
        b"Content-Type: message/rfc822\r\n\r\n" * 9 + b"\r\nx",
        b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(60)),
        with_attachment(b'attachment; filename="a.txt"').replace(
            b"--b--", b'--b\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\nx\r\n' * 300 + b"--b--"
        ),
    ],
    ids=["mails", "parts", "attachments"],
)
def test_a_mail_with_more_inside_than_any_honest_one_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        parts_of(content)
