"""A mark of secrecy refuses the file; the word ลับ at the end of a paragraph does not."""

from email.message import EmailMessage
from pathlib import Path

import docx
import pypdfium2
import pytest

from benchmarks.papers.make import MAKERS, made
from tests.unit.parsers.papers import page, placed, read_text
from tests.unit.parsers.printed import printed
from workflow.core.errors import Refused
from workflow.parsers.fields.secrecy import secrecy_in_subject, secrecy_of
from workflow.parsers.open_file import open_pages
from workflow.parsers.read_file import read_file
from workflow.parsers.recogniser.engine import OwnOcr

LETTER = """ที่ กษ ๐๖๐๙/ว๑๕๓๙

๑ พฤศจิกายน ๒๕๖๒

เรื่อง แจ้งผลการสำรวจ

เรียน ผู้อำนวยการ

ตามที่ได้สำรวจระดับความพร้อมของหน่วยงาน จำนวน ๑,๘๕๘ หน่วยงาน นั้น

จึงเรียนมาเพื่อโปรดทราบ
"""
FULL = "ผู้ดูแลระบบต้องเปลี่ยนรหัสผ่านทุกเก้าสิบวัน และผู้ใช้ทุกคนต้องเก็บรหัสของตนไว้เป็นความ"


def test_the_rest_of_a_paragraph_is_no_mark() -> None:
    assert secrecy_of([placed([(0, "เรื่อง การรักษาความปลอดภัย"), (0, FULL), (0, "ลับ")])]) is None
    assert secrecy_of([page(f"เรื่อง การรักษาความปลอดภัย\nเรียน ทุกหน่วย\n{FULL}\nลับ")]) is None


@pytest.mark.parametrize("indent", [200, 250])
def test_a_mark_in_the_middle_of_the_foot_refuses_although_a_full_line_stands_above(indent: float) -> None:
    assert secrecy_of([placed([(0, FULL), (indent, "ลับมาก")])]) == "ลับมาก"


def test_a_mark_on_top_or_after_a_blank_line_refuses(tmp_path: Path) -> None:
    for text in (f"ลับ\n{FULL}", f"{FULL}\n{FULL}\n\nลับ"):
        with pytest.raises(Refused):
            read_text(tmp_path, text)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("ลับ", "ลับ"), ("-ลับมาก-", "ลับมาก"), ("“ลับที่สุด”", "ลับที่สุด"), ("[ลับ]", "ลับ"), ("ล ับ ม า ก", "ลับมาก"), ("ชั้นความลับ : ลับ", "ลับ"),
        ("ลับ    ด่วนที่สุด", "ลับ"), ("ด่วนมาก / ลับ", "ลับ"), ("ลับมาก ลับมาก", "ลับมาก"), ("TOP SECRET", "ลับที่สุด"), ("SECRET", "ลับมาก"),
        ("CONFIDENTIAL", "ลับ"), ("ลับ      ที่ กห ๐๒๐๑/๑", "ลับ"), ("*** ลับ ***", "ลับ"),
    ],
)  # fmt: skip
def test_a_stamp_refuses_however_it_is_set(line: str, word: str) -> None:
    assert secrecy_of([page(f"{line}\nที่ กษ ๐๖๐๙/ว๑๕๓๙\nเรื่อง แจ้งผล")]) == word


@pytest.mark.parametrize(
    "line",
    [
        "กลับ", "สลับ", "ความลับ", "ชั้นความลับ", "ชั้นความลับ : ปกติ", "ลับแล", "หนังสือกลับ", "ไม่ลับ", "ลับ ลวง พราง", "Secret Service", "ลับสมอง",
        "ด่วนที่สุด", "Confidential data", "ข้อมูลลับ", "กำหนดชั้นความลับของข้อมูลทุกชุด",
    ],
)  # fmt: skip
def test_words_with_secrecy_in_them_are_no_stamp(line: str) -> None:
    assert secrecy_of([page(f"{line}\nที่ กษ ๐๖๐๙/ว๑๕๓๙\nเรื่อง แจ้งผล")]) is None


def test_a_list_of_the_classes_is_no_stamp() -> None:
    listed = "ที่ ทส ๑/๑\nเรื่อง การจัดชั้นข้อมูล\nเรียน ทุกหน่วย\n\nลับที่สุด\n\nลับมาก\n\nลับ\n\nเผยแพร่ได้\nจึงเรียนมาเพื่อทราบ"
    assert secrecy_of([page(listed)]) is None
    assert secrecy_of([page(f"ลับ\n{listed}")]) == "ลับ"


@pytest.mark.parametrize(
    ("subject", "word"),
    [
        ("[ลับ] ผลการสำรวจ", "ลับ"), ("ลับมาก: ส่งเอกสาร", "ลับมาก"), ("Fwd: (ลับที่สุด) แผน", "ลับที่สุด"), ("ลับ ส่งรายชื่อ", "ลับ"), ("กลับรายการ", None),
        ("ลับคมมีด", None), ("ส่งเอกสารลับ", None), ("แจ้งผล", None),
    ],
)  # fmt: skip
def test_the_subject_of_a_mail_tells_its_class(subject: str, word: str | None) -> None:
    assert secrecy_in_subject(subject) == word


def test_a_mail_whose_subject_is_marked_is_refused(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"] = "[ลับ] ส่งหนังสือ"
    mail.set_content("เรื่อง แจ้งผล")
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    with pytest.raises(Refused, match="ลับ"):
        read_file(tmp_path / "a.eml")


def test_a_header_of_a_word_file_refuses_it(tmp_path: Path) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "ลับมาก"
    made.add_paragraph("เรื่อง แจ้งผล")
    made.save(str(tmp_path / "a.docx"))
    with pytest.raises(Refused, match="ลับมาก"):
        read_file(tmp_path / "a.docx")


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_no_invented_paper_of_any_kind_is_stopped_for_nothing(tmp_path: Path, kind: str) -> None:
    for seed in range(2):
        (tmp_path / "a.pdf").write_bytes(made(kind, "l0", seed).pdf)
        assert secrecy_of(open_pages(tmp_path / "a.pdf", ocr=None).pages) is None


@pytest.mark.parametrize("word", ["ลับ", "ลับมาก", "ลับที่สุด"])
@pytest.mark.parametrize("scanned", [False, True], ids=["digital", "scan"])
def test_a_red_stamp_stops_a_printed_letter_and_its_scan(tmp_path: Path, word: str, *, scanned: bool) -> None:
    stamp = f'#align(center, text(fill: red, size: 26pt, weight: "bold")[{word}])\n\n'
    path = printed(tmp_path, stamp + LETTER + f"\n#v(1fr)\n{stamp}")
    with pytest.raises(Refused, match=word):
        read_file(as_scan(path) if scanned else path, ocr=OwnOcr())


def as_scan(path: Path) -> Path:
    """Return the first page as a picture of 200 dpi."""
    with pypdfium2.PdfDocument(path) as document:
        document[0].render(scale=200 / 72).to_pil().save(picture := path.with_suffix(".png"), dpi=(200, 200))
    return picture
