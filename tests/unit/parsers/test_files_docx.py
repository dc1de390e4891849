"""A Word file comes out as its printed page reads: numbers that Word writes itself, boxes, notes; nothing deleted, nothing twice."""

import zipfile
from pathlib import Path

import pytest

from tests.hostile_files import bare_docx
from workflow.parsers.docx_file import read_docx
from workflow.parsers.docx_numbers import in_script

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def words(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{words(text)}</w:p>"


def numbered(text: str, level: int = 0, name: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>')


def part(kind: str, inner: str) -> bytes:
    return f'<w:{kind} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{kind}>'.encode()


def texts(folder: Path, body: str, **parts: tuple[str, bytes]) -> list[list[str]]:
    """Read a body, with parts given as name=(kind of relationship, content)."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{name}.xml"/>' for name, (kind, _) in parts.items()
    )
    held = {f"word/{name}.xml": content for name, (_, content) in parts.items()}
    held["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'
    ).encode()
    path = bare_docx(folder, "a", f'<w:x xmlns:r="{R}" xmlns:mc="{MC}"/>' + body, parts=held)
    return [[line.text for line in page.lines] for page in read_docx(path).pages]


def level(depth: int, script: str, pattern: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{script}"/><w:lvlText w:val="{pattern}"/></w:lvl>'


NUMBERING = part(
    "numbering",
    f'<w:abstractNum w:abstractNumId="7">{level(0, "thaiNumbers", "%1.")}{level(1, "thaiNumbers", "%1.%2")}'
    f"{level(2, 'thaiLetters', '(%3)')}{level(3, 'bullet', '')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
)


def test_the_numbers_that_word_writes_before_paragraphs_are_read(tmp_path: Path) -> None:
    body = [numbered("เรื่องเดิม"), numbered("ข้อเท็จจริง"), numbered("ย่อย", 1), numbered("ย่อย", 1), numbered("ลึก", 2)]
    body += [paragraph("คั่น"), numbered("ข้อเสนอ"), numbered("ย่อย", 1), numbered("จุด", 3), numbered("ใหม่", 0, 2)]
    assert texts(tmp_path, "".join(body), numbering=("numbering", NUMBERING)) == [
        ["๑. เรื่องเดิม", "๒. ข้อเท็จจริง", "๒.๑ ย่อย", "๒.๒ ย่อย", "(ก) ลึก", "คั่น", "๓. ข้อเสนอ", "๓.๑ ย่อย", "• จุด", "๕. ใหม่"]
    ]


def test_a_style_may_bring_the_number(tmp_path: Path) -> None:
    styles = part(
        "styles",
        '<w:style w:styleId="A"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    )
    body = numbered("หนึ่ง") + paragraph("ย่อย", '<w:pStyle w:val="B"/>')
    got = texts(tmp_path, body, numbering=("numbering", NUMBERING), styles=("styles", styles))
    assert got == [["๑. หนึ่ง", "๑.๑ ย่อย"]]


@pytest.mark.parametrize(
    ("number", "script", "written"),
    [
        (14, "upperRoman", "XIV"), (4, "lowerRoman", "iv"), (27, "lowerLetter", "aa"), (3, "upperLetter", "C"),
        (42, "thaiLetters", "ฮ"), (43, "thaiLetters", "กก"), (10, "thaiNumbers", "๑๐"), (7, "decimalZero", "07"), (0, "lowerRoman", "0"),
    ],
)  # fmt: skip
def test_a_number_is_written_in_the_script_of_its_list(number: int, script: str, written: str) -> None:
    assert in_script(number, script) == written


def test_deleted_moved_and_hidden_words_are_out_and_inserted_ones_in(tmp_path: Path) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r>"
    body = (
        f"<w:p>{words('จำนวน ')}<w:del><w:r><w:delText>๑๒</w:delText></w:r></w:del><w:ins>{words('๑๓')}</w:ins>"
        f"<w:moveFrom>{words(' ย้าย')}</w:moveFrom>{hidden}<w:hyperlink>{words(' ราย')}</w:hyperlink></w:p>"
    )
    assert texts(tmp_path, body) == [["จำนวน ๑๓ ราย"]]


def test_what_a_content_control_wraps_is_read(tmp_path: Path) -> None:
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('ที่ กษ ๐๖๐๙/๑')}</w:sdtContent></w:sdt>"
    assert texts(tmp_path, body) == [["ที่ กษ ๐๖๐๙/๑"]]


def test_a_text_box_that_word_writes_twice_is_read_once(tmp_path: Path) -> None:
    box = f"<w:drawing><w:txbxContent>{paragraph('เลขรับ ๔๓๒๓')}</w:txbxContent></w:drawing>"
    old = f"<w:pict><w:txbxContent>{paragraph('เลขรับ ๔๓๒๓')}</w:txbxContent></w:pict>"
    twice = f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice>{box}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>'
    assert texts(tmp_path, f"<w:p>{words('เรียน')}<w:r>{twice}</w:r></w:p>") == [["เรียน", "เลขรับ ๔๓๒๓"]]
    assert texts(tmp_path, f"<w:p><w:r>{old}</w:r></w:p>") == [["เลขรับ ๔๓๒๓"]]


def test_a_text_box_in_a_cell_is_read(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('ด่วนที่สุด')}</w:txbxContent></w:pict></w:r>"
    body = f"<w:tbl><w:tr><w:tc><w:p>{words('ที่')}{box}</w:p></w:tc></w:tr></w:tbl>"
    assert texts(tmp_path, body) == [["ที่", "ด่วนที่สุด"]]


def test_a_note_stands_at_the_foot_of_the_page_that_cites_it(tmp_path: Path) -> None:
    notes = part(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">{paragraph("ข้อมูล ณ วันที่ ๑")}</w:footnote>',
    )
    cited = f"<w:p>{words('ร้อยละ ๘๙.๓')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    body = cited + paragraph("ท้ายหน้า") + "<w:p><w:r><w:br w:type='page'/></w:r></w:p>" + paragraph("หน้าสอง")
    assert texts(tmp_path, body, notes=("footnotes", notes)) == [["ร้อยละ ๘๙.๓", "ท้ายหน้า", "ข้อมูล ณ วันที่ ๑"], ["หน้าสอง"]]


def test_a_section_has_its_own_page_and_its_own_header(tmp_path: Path) -> None:
    def ends(name: str, kind: str) -> str:
        return f'<w:sectPr><w:headerReference w:type="default" r:id="{name}" xmlns:r="{R}"/><w:type w:val="{kind}"/></w:sectPr>'

    heads = {
        name: ("header", part("hdr", paragraph(text)))
        for name, text in {"h1": "หัวหนึ่ง", "h2": "หัวสอง", "h3": "หัวสอง"}.items()
    }
    body = f"<w:p><w:pPr>{ends('h1', 'nextPage')}</w:pPr>{words('ก')}</w:p><w:p><w:pPr>{ends('h2', 'nextPage')}</w:pPr>{words('ข')}</w:p>"
    body += f"<w:p><w:pPr>{ends('h3', 'continuous')}</w:pPr>{words('ค')}</w:p>"
    assert texts(tmp_path, body, **heads) == [["หัวหนึ่ง", "ก"], ["หัวสอง", "ข", "ค"]]


def test_symbols_and_boxes_to_tick_are_signs(tmp_path: Path) -> None:
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    field = "<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
    assert texts(tmp_path, f"<w:p>{tick}{words(' ทราบ ')}{field}{words(' เห็นชอบ')}</w:p>") == [["☑ ทราบ ☑ เห็นชอบ"]]


def test_a_cell_merged_downward_is_said_once_and_known_in_each_row(tmp_path: Path) -> None:
    def cell(text: str, merge: str = "") -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr>{paragraph(text)}</w:tc>"

    rows = [cell("กลุ่ม", '<w:vMerge w:val="restart"/>') + cell("๑"), cell("", "<w:vMerge/>") + cell("๒")]
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert texts(tmp_path, body) == [["กลุ่ม", "๑", "๒"]]
    assert read_docx(tmp_path / "a.docx").pages[0].tables[0].rows == (("กลุ่ม", "๑"), ("กลุ่ม", "๒"))


def test_the_strict_edition_of_the_standard_is_read_alike(tmp_path: Path) -> None:
    path = bare_docx(tmp_path, "b", paragraph("เรียน ผู้อำนวยการ"))
    strict = tmp_path / "strict.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            new.writestr(name, content.replace(R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"))
    assert [line.text for line in read_docx(strict).pages[0].lines] == ["เรียน ผู้อำนวยการ"]


def test_a_cell_that_claims_a_thousand_million_columns_costs_nothing(tmp_path: Path) -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>{paragraph("ก")}</w:tc>'
    assert texts(tmp_path, f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>") == [["ก"]]
