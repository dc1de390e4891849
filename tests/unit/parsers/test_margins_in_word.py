"""What a Word file holds around its text, headers, footers and notes, is no part of the sentences it stands between."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.unit.parsers.papers import only
from tests.unit.parsers.test_files_docx import R, paragraph, part, texts, words
from workflow.core.reading import Instrument
from workflow.parsers.read_file import read_file

HEAD = (
    "ที่ ตย ๒๕๖๘/ว ๔๔๑</w:t><w:tab/><w:t>สำนักงานตัวอย่างแห่งชาติ", "๕ มิถุนายน ๒๕๖๘", "เรื่อง  แจ้งผลสำรวจ ประจำปี ๒๕๖๘",
    "เรียน  นายกเทศมนตรีเมืองตัวอย่าง", "สำนักงานมีข้อเสนอแนะรายตัวชี้วัด ดังนี้",
)  # fmt: skip
ITEMS = (
    "๑.๒ แผนสมมุติ ภายใต้ตัวชี้วัดนโยบายสมมุติ", "ข้อเสนอแนะ ควรทบทวนแผนทุกปี", "๓.๑ บริการสมมุติ ภายใต้ตัวชี้วัดบริการภาครัฐ",
    "ข้อเสนอแนะ ควรเพิ่มช่องทางประเมินผล",
)  # fmt: skip
ADVICE = [("1.2", "นโยบายสมมุติ", "ควรทบทวนแผนทุกปี"), ("3.1", "บริการภาครัฐ", "ควรเพิ่มช่องทางประเมินผล")]
AROUND = ("จัดทำโดย ฝ่ายสำรวจ ข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๘", "หมายเหตุ คะแนนเต็ม ๑๐๐")


def section(kind: str, name: str, *, first: bool = False) -> str:
    """Return the end of a section with a header or a footer, on its first page alone where asked."""
    on = "first" if first else "default"
    return (
        f'<w:sectPr><w:{kind}Reference w:type="{on}" r:id="{name}" xmlns:r="{R}"/><w:type w:val="continuous"/>'
        f"{'<w:titlePg/>' if first else ''}</w:sectPr>"
    )


def margin(kind: str, held: Sequence[str] = AROUND) -> tuple[str, bytes]:
    return kind, part("hdr" if kind == "header" else "ftr", "".join(map(paragraph, held)))


def read(folder: Path, body: str, **parts: tuple[str, bytes]) -> Instrument:
    texts(folder, body, **parts)
    return only(read_file(folder / "a.docx"))


def told(paper: Instrument) -> list[tuple[str, str | None, str]]:
    return [(given.code, given.indicator, given.text) for given in paper.recommendations]


@pytest.mark.parametrize("first", [False, True])
def test_a_footer_is_no_part_of_the_last_advice(tmp_path: Path, first: bool) -> None:
    body = "".join(map(paragraph, (*HEAD, *ITEMS))) + section("footer", "f", first=first)
    assert told(read(tmp_path, body, f=margin("footer"))) == ADVICE


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_a_margin_between_two_sections_ends_neither_an_advice_nor_the_list(tmp_path: Path, kind: str) -> None:
    end = f"<w:p><w:pPr>{section(kind, 'm')}</w:pPr>{words(ITEMS[1])}</w:p>"
    body = "".join(map(paragraph, (*HEAD, ITEMS[0]))) + end + "".join(map(paragraph, ITEMS[2:])) + section(kind, "n")
    held = {"m": margin(kind), "n": margin(kind, ("กลุ่มงานสำรวจ", *AROUND))}
    assert told(read(tmp_path, body, **held)) == ADVICE


def test_a_note_at_the_foot_of_a_page_is_no_part_of_an_advice_that_runs_over_the_page(tmp_path: Path) -> None:
    turned = f"<w:p>{words('ข้อเสนอแนะ ควรทบทวน')}<w:r><w:footnoteReference w:id='2'/></w:r>{words('แผน')}"
    turned += f"<w:r><w:lastRenderedPageBreak/></w:r>{words('ทุกปี')}</w:p>"
    notes = part("footnotes", f'<w:footnote w:id="2">{"".join(map(paragraph, AROUND))}</w:footnote>')
    body = "".join(map(paragraph, (*HEAD, ITEMS[0]))) + turned + "".join(map(paragraph, ITEMS[2:]))
    assert told(read(tmp_path, body, notes=("footnotes", notes))) == ADVICE


def test_a_letterhead_in_the_header_of_the_first_page_is_still_read(tmp_path: Path) -> None:
    body = "".join(map(paragraph, ("ที่ ตย ๒๕๖๘/ว ๔๔๑", *HEAD[1:], *ITEMS))) + section("header", "h", first=True)
    paper = read(tmp_path, body, h=margin("header", ("สำนักงานตัวอย่างแห่งชาติ", "๑๒๐ ถนนสมมุติ กทม. ๑๐๐๐๐")))
    assert (paper.sender, paper.subject, told(paper)) == ("สำนักงานตัวอย่างแห่งชาติ", "แจ้งผลสำรวจ ประจำปี 2568", ADVICE)


def test_a_footer_is_no_part_of_the_closing(tmp_path: Path) -> None:
    body = "".join(map(paragraph, (*HEAD, *ITEMS, "จึงเรียนมาเพื่อโปรดทราบ"))) + section("footer", "f")
    assert read(tmp_path, body, f=margin("footer")).closing == "จึงเรียนมาเพื่อโปรดทราบ"
