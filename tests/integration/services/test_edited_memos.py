"""A memo edited in Word: kept beside the words written, laid out anew, and refused where it may not be changed."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from tests.begun import begun
from tests.integration.services.police import DAY, LETTER, ORDERING
from tests.unit.returned.edited import paragraph, style_of
from tests.unit.templates.papers import SENTENCE, letters
from workflow.core.block_styles import STYLE_NAMES
from workflow.core.errors import NotFound, Refused, SarabanError, UnreadableFile, UsageError
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.draft_memo import MemoOut, draft_memo, submit_memo
from workflow.services.give_order import Decision, return_memo
from workflow.services.memo_files import memo_files
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.services.upload_memo import Upload, Uploaded, memo_changes, upload_memo
from workflow.store.json_shapes import document_from
from workflow.store.memo_versions import memo, versions_of

OUT = MemoOut(1, "result-report", DAY)
BY = "ส.ต.ต. ตัวอย่าง สมมุติ"
Edit = Callable[[Any], None]


def drafted(desk: Desk) -> None:
    receive_letter(desk, Arrival(LETTER, "police", "สทส.", DAY))
    draft_memo(desk, OUT)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with one matter whose memo, number 1, is drafted."""
    return begun(drafted, tmp_path)


def files(desk: Desk) -> tuple[Path, Path]:
    with desk.store.read() as session:
        return memo_files(desk, memo(session, 1))


def words(desk: Desk) -> str:
    with desk.store.read() as session:
        return document_from(memo(session, 1).document).words()


def edited(desk: Desk, folder: Path, edit: Edit) -> Path:
    word = docx.Document(str(files(desk)[0]))
    edit(word)
    path = folder / "แก้แล้ว.docx"
    word.save(str(path))
    return path


def sent_back(desk: Desk, folder: Path, edit: Edit, when: When = DAY) -> Uploaded:
    return upload_memo(desk, Upload(1, edited(desk, folder, edit), BY, when))


def subject(text: str) -> Edit:
    def edit(word: Any) -> None:
        paragraph(word, "เรื่อง").runs[1].text = text

    return edit


def longer(word: Any) -> None:
    for _ in range(8):
        paragraph(word, "จึงเรียน").insert_paragraph_before(SENTENCE * 3, style=STYLE_NAMES["paragraph"])


def test_the_edited_words_count_and_the_words_written_stay_beside_them(desk: Desk, tmp_path: Path) -> None:
    before = words(desk)
    done = sent_back(desk, tmp_path, subject("เรื่องที่แก้"))
    with desk.store.read() as session:
        written, own = versions_of(session, 1)
    assert document_from(written.document).words() == before
    assert (own.origin, own.by, own.number, own.at) == ("edited", BY, 2, DAY.at)
    assert len(own.sha256) == 64
    assert "เรื่องที่แก้" in words(desk)
    assert [change.where for change in done.changes] == ["เรื่อง"]
    assert own.changes[0]["where"] == "เรื่อง"


def test_both_files_are_made_again_with_new_page_ends(desk: Desk, tmp_path: Path) -> None:
    pages = len(pypdfium2.PdfDocument(files(desk)[1]))
    done = sent_back(desk, tmp_path, longer)
    word = docx.Document(str(done.docx))
    catchwords = [p.text for p in word.paragraphs if style_of(p) == STYLE_NAMES["running"] and p.text.startswith("/")]
    pdf = pypdfium2.PdfDocument(done.pdf)
    assert done.pages == len(pdf) > pages
    assert len(catchwords) == done.pages - 1
    first_page = letters(pdf[0].get_textpage().get_text_range())
    assert letters(catchwords[0]) in first_page


def test_what_was_sent_back_unchanged_is_no_new_version(desk: Desk, tmp_path: Path) -> None:
    assert sent_back(desk, tmp_path, lambda word: None).again
    with desk.store.read() as session:
        assert versions_of(session, 1) == []


def test_a_second_edit_is_a_third_version(desk: Desk, tmp_path: Path) -> None:
    sent_back(desk, tmp_path, subject("แก้ครั้งแรก"))
    assert sent_back(desk, tmp_path, subject("แก้ครั้งที่สอง")).version == 3
    (change,) = memo_changes(desk, 1)
    assert [piece.text for piece in change.pieces if piece.sign == "+"]
    assert "แก้ครั้งแรก" not in words(desk)


def test_digits_typed_in_word_become_thai(desk: Desk, tmp_path: Path) -> None:
    sent_back(desk, tmp_path, subject("แจ้งผล 2568"))
    assert "แจ้งผล ๒๕๖๘" in words(desk)


def test_the_submitted_memo_has_the_edited_words_and_the_register_s_number(desk: Desk, tmp_path: Path) -> None:
    sent_back(desk, tmp_path, subject("เรื่องที่แก้"))
    number = submit_memo(desk, OUT).number
    text = letters("".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(files(desk)[1])))
    assert letters("เรื่องที่แก้") in text
    assert letters(number) in text
    assert [change.where for change in memo_changes(desk, 1)] == ["เรื่อง"]


def test_drafting_again_does_not_undo_an_officer_s_words(desk: Desk, tmp_path: Path) -> None:
    sent_back(desk, tmp_path, subject("เรื่องที่แก้"))
    draft_memo(desk, OUT)
    assert "เรื่องที่แก้" in words(desk)


@pytest.mark.parametrize(("label", "value"), [("ที่", "๐๐๓๓.๑๒/๙๙๙"), ("วันที่", "๓๑ ธันวาคม ๒๕๖๘")])
def test_a_number_or_date_other_than_the_register_s_is_refused(
    desk: Desk, tmp_path: Path, label: str, value: str
) -> None:
    def edit(word: Any) -> None:
        runs = paragraph(word, "ที่ ").runs
        runs[next(n for n, run in enumerate(runs) if run.text.strip() == label) + 1].text = value

    with pytest.raises(Refused, match="ทะเบียน") as refused:
        sent_back(desk, tmp_path, edit)
    assert "ยกเลิก" in refused.value.next_step
    assert value not in words(desk)


def test_a_sent_memo_is_refused_and_a_returned_one_may_be_changed(desk: Desk, tmp_path: Path) -> None:
    number = submit_memo(desk, OUT).number
    with pytest.raises(Refused, match="ส่งออกไปแล้ว"):
        sent_back(desk, tmp_path, subject("สายไป"))
    return_memo(desk, Decision(1, "ขอให้แก้เรื่อง", ORDERING, DAY))
    sent_back(desk, tmp_path, subject("แก้ตามสั่ง"))
    assert submit_memo(desk, OUT).number == number
    assert "แก้ตามสั่ง" in words(desk)


def test_the_file_of_another_memo_is_refused_by_name(desk: Desk, tmp_path: Path) -> None:
    def edit(word: Any) -> None:
        next(word.element.body.iter(qn("w:bookmarkStart"))).set(qn("w:name"), "saraban_memo_9")

    with pytest.raises(Refused, match="๙"):
        sent_back(desk, tmp_path, edit)


def test_a_word_file_that_is_no_memo_of_ours_is_refused(desk: Desk, tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("เรียน ทุกท่าน")
    word.save(str(tmp_path / "x.docx"))
    with pytest.raises(Refused, match="ไม่ใช่แฟ้มของบันทึก"):
        upload_memo(desk, Upload(1, tmp_path / "x.docx", BY, DAY))


def test_a_letter_the_typeface_lacks_is_named(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"“😀” \(U\+1F600\)"):
        sent_back(desk, tmp_path, subject("แจ้งผล 😀"))


def test_a_secret_typed_in_word_is_black_in_what_is_kept(desk: Desk, tmp_path: Path) -> None:
    done = sent_back(desk, tmp_path, subject("ติดต่อ 08 1234 5678"))
    kept = (words(desk), str(done.changes), docx.Document(str(done.docx)).element.xml)
    assert not any("5678" in text or "๕๖๗๘" in text for text in kept)


def macro(data: bytes) -> bytes:
    return added(data, "word/vbaProject.bin", b"x")


def bomb(data: bytes) -> bytes:
    return added(data, "word/bomb.xml", b" " * 21_000_000)


def added(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "made", "error"),
    [
        ("m.docx", macro, Refused),
        ("m.docm", lambda data: data, Refused),
        ("m.doc", lambda data: data, Refused),
        ("m.docx", lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data, Refused),
        ("m.docx", bomb, Refused),
        ("m.docx", lambda data: data[: len(data) // 2], UnreadableFile),
        ("m.docx", lambda data: b"", UnreadableFile),
        ("m.docx", lambda data: b"%PDF-1.7", UnreadableFile),
    ],
    ids=["macro", "docm", "doc", "password", "bomb", "half", "empty", "pdf"],
)
def test_what_is_no_plain_docx_is_refused_and_changes_nothing(
    desk: Desk, tmp_path: Path, name: str, made: Callable[[bytes], bytes], error: type[SarabanError]
) -> None:
    before = words(desk)
    (tmp_path / name).write_bytes(made(files(desk)[0].read_bytes()))
    with pytest.raises(error) as refused:
        upload_memo(desk, Upload(1, tmp_path / name, BY, DAY))
    assert refused.value.next_step
    assert words(desk) == before


def test_nobody_no_file_and_no_memo_are_told(desk: Desk, tmp_path: Path) -> None:
    good = edited(desk, tmp_path, subject("ก"))
    for upload, error in (
        (Upload(1, good, " ", DAY), UsageError), (Upload(1, tmp_path / "no.docx", BY, DAY), NotFound),
        (Upload(99, good, BY, DAY), NotFound),
    ):  # fmt: skip
        with pytest.raises(error):
            upload_memo(desk, upload)
