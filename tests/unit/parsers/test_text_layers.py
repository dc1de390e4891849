"""Whatever program wrote a PDF, its Thai comes out as it is printed; a text layer that is no text is left to the recogniser."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from rapidfuzz.distance import Levenshtein

from tests.unit.parsers.printed import printed
from tests.unit.parsers.typeset import Sign, typeset
from workflow.parsers.pdf_file import read_pdf
from workflow.parsers.text_layer import is_language, is_spelt

TEXT = (
    "ที่ กษ ๐๖๐๙/ว๑๕๓๙ วันที่ ๑๙ พฤศจิกายน ๒๕๖๒",
    "เรื่อง แจ้งผลการสำรวจระดับความพร้อมของหน่วยงาน",
    "สำนักงานได้ทำการสำรวจ จำนวน ๑,๘๕๘ หน่วยงาน ตั้งแต่ปี 2559",
    "ทั้งนี้ น้ำหนักคะแนนรวมทั้งสิ้น ๑๐๐ ค่าเฉลี่ย ๖๔.๖๐ Data Literacy 11.55",
    "ผู้รับผิดชอบ กู้ ปู่ เปี่ยม เกี๊ยะ เพิ่มเติม ชั้นเยี่ยม แล้วนำเสนอ",
)
_PUA = dict(zip("่้๊๋์ัิีึื", "\uf70a\uf70b\uf70c\uf70d\uf70e\uf710\uf701\uf702\uf703\uf704", strict=True))


def plain(line: str) -> list[Sign]:
    return [(letter, letter) for letter in line]


def old_font(line: str) -> list[Sign]:
    return [(letter, _PUA.get(letter, letter)) for letter in line]


def parted_am(line: str) -> list[Sign]:
    return [sign for letter in line for sign in (plain("ํา") if letter == "ำ" else [(letter, letter)])]


def doubled_aa(line: str) -> list[Sign]:
    return [sign for letter in line for sign in ([("ํ", "ำ"), ("า", "า")] if letter == "ำ" else [(letter, letter)])]


def foreign_nikhahit(sign: str) -> Callable[[str], list[Sign]]:
    return lambda line: [(drawn, sign if drawn == "ํ" else told) for drawn, told in parted_am(line)]


def tone_first(line: str) -> list[Sign]:
    letters = list(line)
    for n in range(len(letters) - 1):
        if letters[n] in "ิีึืุู" and letters[n + 1] in "่้๊๋":
            letters[n], letters[n + 1] = letters[n + 1], letters[n]
    return plain("".join(letters))


def two_e(line: str) -> list[Sign]:
    return plain(line.replace("แ", "เเ"))


def unseen(line: str) -> list[Sign]:
    return [
        sign
        for n, letter in enumerate(line)
        for sign in ([("ฺ", "\u200b" if n % 2 else "\u00ad")] * (n % 5 == 0) + [(letter, letter)])
    ]


def no_break(line: str) -> list[Sign]:
    return [(letter, "\u00a0" if letter == " " else letter) for letter in line]


@pytest.mark.parametrize(
    "producer",
    [
        plain,
        old_font,
        parted_am,
        doubled_aa,
        foreign_nikhahit("˸"),
        foreign_nikhahit("Ļ"),
        tone_first,
        two_e,
        unseen,
        no_break,
    ],
)
@pytest.mark.parametrize("gap", [0.0, 0.4])
def test_what_a_producer_writes_is_read_as_it_is_printed(
    tmp_path: Path, producer: Callable[[str], list[Sign]], gap: float
) -> None:
    read = read_pdf(typeset(tmp_path / "a.pdf", [producer(line) for line in TEXT], word_gap=gap))
    got, want = "\n".join(line.text for line in read.pages[0].lines), "\n".join(TEXT)
    assert read.scanned == ()
    assert Levenshtein.distance(got, want) <= 0.001 * len(want), got


def test_a_character_map_that_is_wrong_sends_the_page_to_the_recogniser(tmp_path: Path) -> None:
    shifted = [[(letter, chr(ord(letter) + 12) if "ก" <= letter <= "์" else letter) for letter in line] for line in TEXT]
    assert read_pdf(typeset(tmp_path / "a.pdf", shifted)).scanned == (1,)


def test_a_page_of_thai_told_as_latin_is_sent_to_the_recogniser(tmp_path: Path) -> None:
    latin = [[(letter, chr(0x61 + ord(letter) % 26)) for letter in line] for line in TEXT]
    assert read_pdf(typeset(tmp_path / "a.pdf", latin)).scanned == (1,)


def cover(path: Path, *, before: bool) -> Path:
    """Lay a picture of the whole page under the text or over it."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        image = pdf.make_stream(b"\xff")
        image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 1, 1
        image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
        page.Resources.XObject = Dictionary(I=pdf.make_indirect(image))
        draw, text = b" q 595 0 0 842 0 0 cm /I Do Q ", page.Contents.read_bytes()
        page.Contents = pdf.make_stream(draw + text if before else text + draw)
        page.MediaBox = Array([0, 0, 595, 842])
        pdf.save(path)
    return path


@pytest.mark.parametrize(("hidden", "before", "scanned"), [(True, True, (1,)), (False, False, (1,)), (False, True, ())])
def test_what_a_scanner_guessed_behind_its_picture_is_not_believed(
    tmp_path: Path, hidden: bool, before: bool, scanned: tuple[int, ...]
) -> None:
    lines = [plain(line) for line in TEXT * 2]
    assert read_pdf(cover(typeset(tmp_path / "a.pdf", lines, hidden=hidden), before=before)).scanned == scanned


def test_a_file_is_judged_page_by_page(tmp_path: Path) -> None:
    wrong = typeset(tmp_path / "wrong.pdf", [[(letter, "\x01") for letter in line] for line in TEXT])
    right = printed(tmp_path, "หนังสือนำ")
    with pikepdf.open(right, allow_overwriting_input=True) as pdf, pikepdf.open(wrong) as other:
        pdf.pages.extend(other.pages)
        pdf.save(right)
    assert read_pdf(right).scanned == (2,)


@pytest.mark.parametrize(
    "line", ["เฉพาะหน่วยงาน เหมาะสม เคราะห์", "ฯลฯ ณ ๑๒.๐๐ น. ก็ ๆ", "Data Literacy ๒.๔", "น้ำ ไม้ เสาะ เกาะ โต๊ะ เปี๊ยะ"]
)
def test_right_thai_is_never_taken_for_a_wrong_map(line: str) -> None:
    assert is_spelt([line] * 20) and is_language(line.replace(" ", "") * 20)


def test_a_page_that_tells_aa_as_am_is_not_spelt() -> None:
    assert not is_spelt(["ปฏิบัติรำชกำรแทนปลัดกระทรวงแรงงำน เพื่อทรำบ"] * 2)
    assert is_spelt(["สำรวจงำนของกรม มาตรา ๔ ว่าด้วยการประชุม นายทองดี มาลา เพื่อทราบ"])


def test_an_endless_page_is_refused_before_it_fills_memory(tmp_path: Path) -> None:
    from tests.hostile_files import endless_text_pdf
    from workflow.core.errors import Refused

    with pytest.raises(Refused):
        read_pdf(endless_text_pdf(tmp_path))
