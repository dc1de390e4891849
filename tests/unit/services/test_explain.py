"""The page that explains a reading: complete, escaped, without secrets, and in one file. Logins and numbers are invented."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.unit.parsers.printed import FONTS, printed
from workflow.core.reading import Evidence, Finding, Instrument, Reading, Source
from workflow.parsers.page import Line, Page
from workflow.parsers.read_file import read_with_pages
from workflow.services.explain_reading import Reader, explain_reading
from workflow.templates.fonts import FontSet, find_fonts

LETTER = r"""
ที่ ทส ๐๑๐๒/ว๔๕๖ #h(4cm) กรมตัวอย่างวิทยา

#align(center)[๒ มีนาคม ๒๕๖๗]

เรื่อง แจ้งผลการสำรวจความพร้อม ประจำปี ๒๕๖๗

เรียน อธิบดีกรมสมมุติ

#h(2cm) ตามที่ได้สำรวจนั้น ใช้ชื่อผู้ใช้ Username: dga\_01 และ Password: Zx9!kq สำหรับเข้าดู

#h(2cm) จึงเรียนมาเพื่อโปรดทราบ
"""


def reader() -> Reader:
    return Reader(lambda path: read_with_pages(path), level=True, fonts=lambda: find_fonts([FONTS]))


def no_fonts() -> FontSet:
    return find_fonts([])


class Tags(HTMLParser):
    """Collects the ids, the links and the addresses of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]
        self.addresses += [given["src"] or ""] if "src" in given else []


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("explained")
    return explain_reading(reader(), printed(folder, LETTER), folder).page.read_text("utf-8")


def test_the_page_shows_what_was_read_beside_its_place(letter: str) -> None:
    assert 'lang="th"' in letter
    assert "อธิบดีกรมสมมุติ" in letter
    assert letter.count('class="mark m-') >= 5
    assert "ชัดเจน ๑๐๐%" in letter


def test_no_secret_is_in_the_page(letter: str) -> None:
    assert "dga_01" not in letter and "Zx9!kq" not in letter
    assert '<span class="veil"' in letter


def test_every_link_leads_to_something_and_no_id_comes_twice(letter: str) -> None:
    tags = Tags(letter)
    assert len(tags.ids) == len(set(tags.ids))
    assert {link.removeprefix("#") for link in tags.links} <= set(tags.ids)


def test_nothing_is_fetched_and_nothing_runs(letter: str) -> None:
    tags = Tags(letter)
    assert tags.addresses and all(address.startswith("data:image/webp") for address in tags.addresses)
    assert not tags.tags & {"script", "iframe", "object", "link"}
    assert not re.search(r'url\("?(?!"?data:)', letter)
    assert "default-src 'none'" in letter


def test_without_the_typeface_the_page_is_still_made(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("ที่ ทส ๐๑๐๒/๑\nเรื่อง ทดสอบ\nเรียน อธิบดี\nจึงเรียนมาเพื่อโปรดทราบ", encoding="utf-8")
    html = explain_reading(Reader(read_with_pages, True, no_fonts), path, tmp_path).page.read_text("utf-8")
    assert "@font-face" not in html
    assert "จึงเรียนมาเพื่อโปรดทราบ" in html


def made(paper: Instrument, *findings: Finding, pages: int = 1) -> Reader:
    """A reader that has read this."""
    reading = Reading(Source("a.txt", "0" * 64, "txt", pages, True), (paper,), findings)
    lines = tuple(Page(n, (Line("ที่ ทส ๑/๑", n, 0),)) for n in range(1, pages + 1))
    return Reader(lambda path: (reading, lines), level=True, fonts=no_fonts)


def shown(tmp_path: Path, paper: Instrument, *findings: Finding, pages: int = 1) -> str:
    path = tmp_path / "a.txt"
    path.write_text("ที่ ทส ๑/๑", encoding="utf-8")
    return explain_reading(made(paper, *findings, pages=pages), path, tmp_path).page.read_text("utf-8")


def test_words_of_the_paper_never_act_as_markup(tmp_path: Path) -> None:
    html = shown(tmp_path, Instrument("letter", (1,), subject='<script>alert("x")</script> & "เรื่อง"'))
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_missing_page_is_an_empty_sheet_in_its_place(tmp_path: Path) -> None:
    html = shown(tmp_path, Instrument("memo", (2, 1), missing_pages=(2,)), pages=2)
    places = [html.index(words) for words in ("หน้า ๒ ของแฟ้ม</figcaption>", "ขาดหน้า ๒</b>", "หน้า ๑ ของแฟ้ม</figcaption>")]
    assert places == sorted(places)


def test_pages_of_no_paper_are_shown_at_the_end(tmp_path: Path) -> None:
    assert "ไม่อยู่ในฉบับใด · หน้า ๒ ของแฟ้ม" in shown(tmp_path, Instrument("memo", (1,)), pages=2)


def test_a_doubt_stands_beside_its_field_with_its_candidates(tmp_path: Path) -> None:
    doubt = Finding("low-confidence", "error", "อ่านได้สองแบบ", 0, "number", 1, candidates=("ทส 1/1", "ทส 1/7"))
    html = shown(tmp_path, Instrument("letter", (1,), number="ทส 1/1"), doubt)
    row = html[html.index('<li class="row error"') :].split("</li>\n")[0]
    assert "อ่านได้สองแบบ" in row and "ทส ๑/๗" in row


def test_a_doubt_about_many_fields_is_told_once(tmp_path: Path) -> None:
    doubts = [
        Finding("low-confidence", "warning", "ตัวเลขไม่แน่นอน", 0, name, 1) for name in ("number", "via", "references")
    ]
    html = shown(tmp_path, Instrument("letter", (1,), number="ทส 1/1", via="รองอธิบดี"), *doubts)
    assert html.count('<div class="note warning" id="f1-ก">') == 1
    assert html.count(">ตรวจ ก</a>") == 2


def test_a_value_without_a_place_is_listed_apart(tmp_path: Path) -> None:
    html = shown(tmp_path, Instrument("letter", (1,), via="รองอธิบดี"))
    assert html.index("ไม่ทราบตำแหน่งบนหน้า") < html.index("<b>รองอธิบดี</b>")


def test_sureness_is_a_word_and_a_bar_not_a_colour_alone(tmp_path: Path) -> None:
    seen = Evidence(1, None, "ที่ ทส ๑/๑", 0.6)
    html = shown(tmp_path, Instrument("letter", (1,), number="ทส 1/1", evidence={"number": seen}))
    assert 'style="width:60%"' in html and "อ่านยาก ๖๐%" in html


def test_typed_words_carry_the_number_of_their_field(tmp_path: Path) -> None:
    seen = Evidence(1, None, "ทส ๑/๑", 1.0)
    html = shown(tmp_path, Instrument("letter", (1,), number="ทส 1/1", evidence={"number": seen}))
    assert 'id="m-f1-1" href="#f1-1">๑</a><span class="in m-f1-1">ทส ๑/๑</span>' in html
