"""A memo's DOCX read back is the memo; what an officer changed in it, and nothing else, is changed."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from memos import CATALOGUE
from tests.unit.returned.edited import LETTER, MEMO, came_back, file_of, paragraph, split_runs, style_of, tracked
from tests.unit.templates.papers import MEASURE, long_memo
from workflow.core.block_styles import STYLE_NAMES, memo_of
from workflow.core.document import Bar, Block
from workflow.core.errors import Refused
from workflow.core.returned_words import restored, share_known
from workflow.parsers.docx_returned import read_returned
from workflow.templates.compose import compose
from workflow.templates.docx_shape import shape_of

RESAVED = Path(__file__).with_name("resaved_by_libreoffice.docx")
NEW = "ข้อความที่เจ้าหน้าที่พิมพ์เพิ่มเอง"


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_kind_of_memo_comes_back_as_it_went_out(name: str, tmp_path: Path) -> None:
    document = compose(CATALOGUE[name], CATALOGUE[name].sample())
    assert came_back(document, tmp_path) == document


def test_every_kind_of_block_comes_back(tmp_path: Path) -> None:
    assert came_back(MEMO, tmp_path) == MEMO


def test_an_external_letter_comes_back_with_all_that_stands_about_its_text(tmp_path: Path) -> None:
    assert came_back(LETTER, tmp_path) == LETTER


def test_one_more_enclosure_and_another_copy_are_read(tmp_path: Path) -> None:
    def edit(word: Any) -> None:
        last = next(p for p in word.paragraphs if "แผ่นบันทึก" in p.text)
        new = last.insert_paragraph_before("ผังสมมุติ จำนวน ๑ แผ่น", style=STYLE_NAMES["head"])
        last._p.addnext(new._p)

    back = came_back(LETTER, tmp_path, edit)
    assert back.head == replace(LETTER.head, enclosures=(*LETTER.head.enclosures, "ผังสมมุติ จำนวน ๑ แผ่น"))
    assert replace(back, head=LETTER.head) == LETTER


def test_a_paragraph_over_many_pages_comes_back_in_one_piece(tmp_path: Path) -> None:
    document = long_memo(2, length=40)
    texts = [block.text for block in came_back(document, tmp_path).body]
    assert texts == [block.text for block in document.body]


def test_runs_split_and_marked_by_word_are_the_same_words(tmp_path: Path) -> None:
    assert came_back(MEMO, tmp_path, split_runs) == MEMO


def test_a_file_saved_by_libreoffice_is_the_same_memo() -> None:
    file = read_returned(RESAVED)
    assert restored(MEMO, file, shape_of(MEMO, MEASURE)) == MEMO
    assert memo_of(file.bookmarks) == 7


def test_tracked_changes_count_as_accepted(tmp_path: Path) -> None:
    edited = came_back(MEMO, tmp_path, lambda word: tracked(word, "จึงเรียน", "พิจารณา", "ทราบ"))
    assert edited == replace(MEMO, body=(*MEMO.body[:-1], Block("closing", "จึงเรียนมาเพื่อโปรดทราบ")))


def test_words_in_a_smart_tag_and_hidden_words_are_told_apart(tmp_path: Path) -> None:
    def edit(word: Any) -> None:
        run = paragraph(word, "จึงเรียน").runs[-1]._r
        hidden = parse_xml(f"<w:r {nsdecls('w')}><w:rPr><w:vanish/></w:rPr><w:t>ลับ</w:t></w:r>")
        tag = parse_xml(f'<w:smartTag {nsdecls("w")} w:element="place"><w:r><w:t>ด้วย</w:t></w:r></w:smartTag>')
        run.addnext(hidden)
        run.addnext(tag)

    assert came_back(MEMO, tmp_path, edit).body[-1].text == "จึงเรียนมาเพื่อโปรดพิจารณาด้วย"


def test_a_paragraph_typed_in_between_is_one_more_paragraph(tmp_path: Path) -> None:
    def edit(word: Any) -> None:
        paragraph(word, "จึงเรียน").insert_paragraph_before(NEW)

    edited = came_back(MEMO, tmp_path, edit)
    assert edited == replace(MEMO, body=(*MEMO.body[:-1], Block("paragraph", NEW), MEMO.body[-1]))


@pytest.mark.parametrize("key", ["heading", "subheading", "paragraph", "closing"])
def test_the_style_picked_in_word_is_the_kind_of_the_block(key: str, tmp_path: Path) -> None:
    def edit(word: Any) -> None:
        paragraph(word, "จึงเรียน").insert_paragraph_before(NEW, style=STYLE_NAMES[key])

    assert came_back(MEMO, tmp_path, edit).body[-2].kind == key


def test_a_deleted_paragraph_is_gone_and_nothing_else(tmp_path: Path) -> None:
    def edit(word: Any) -> None:
        found = paragraph(word, "- ตัวชี้วัดย่อย")._p
        found.getparent().remove(found)

    assert came_back(MEMO, tmp_path, edit) == replace(MEMO, body=(*MEMO.body[:3], *MEMO.body[4:]))


def test_a_changed_subject_and_a_new_addressee_are_read_in_the_head(tmp_path: Path) -> None:
    def edit(word: Any) -> None:
        paragraph(word, "เรื่อง").runs[1].text = "เรื่องที่แก้ใน Word"
        paragraph(word, "ส่วนราชการ").runs[1].text = "สทส. (ฝ่ายสมมุติ)"
        last = paragraph(word, "จตช.")
        new = last.insert_paragraph_before("ผู้ช่วย ผบ.ตร.", style=STYLE_NAMES["head"])
        last._p.addnext(new._p)

    head = came_back(MEMO, tmp_path, edit).head
    assert (head.subject, head.unit) == ("เรื่องที่แก้ใน Word", "สทส. (ฝ่ายสมมุติ)")
    assert head.to == (*MEMO.head.to, "ผู้ช่วย ผบ.ตร.")
    assert (head.number, head.dated, head.phone) == (MEMO.head.number, MEMO.head.dated, MEMO.head.phone)


def test_a_deleted_addressee_leaves_the_other(tmp_path: Path) -> None:
    def edit(word: Any) -> None:
        found = paragraph(word, "จตช.")._p
        found.getparent().remove(found)

    assert came_back(MEMO, tmp_path, edit).head == replace(MEMO.head, to=MEMO.head.to[:1])


def test_a_head_without_its_subject_is_refused(tmp_path: Path) -> None:
    def edit(word: Any) -> None:
        found = paragraph(word, "เรื่อง")._p
        found.getparent().remove(found)

    with pytest.raises(Refused, match="เรื่อง"):
        came_back(MEMO, tmp_path, edit)


def test_another_signatory_is_read_under_the_text(tmp_path: Path) -> None:
    def edit(word: Any) -> None:
        paragraph(word, "(สมชาย").runs[0].text = "(สมหญิง ตัวอย่างงาม)"

    signature = came_back(MEMO, tmp_path, edit).signature
    assert signature and MEMO.signature
    assert signature == replace(MEMO.signature, name="สมหญิง ตัวอย่างงาม")


def test_a_table_put_in_with_word_is_a_table(tmp_path: Path) -> None:
    def edit(word: Any) -> None:
        table = word.add_table(2, 2)
        for n, cell in enumerate(c for row in table.rows for c in row.cells):
            cell.text = f"ช่อง {n}"
        paragraph(word, "จึงเรียน")._p.addprevious(table._tbl)

    assert came_back(MEMO, tmp_path, edit).body[-2] == Block(
        "table", "", cells=(("ช่อง 0", "ช่อง 1"), ("ช่อง 2", "ช่อง 3"))
    )


@pytest.mark.parametrize("caption", ["", "ตารางที่ ๑ คะแนน"])
def test_a_table_over_two_pages_and_a_chart_come_back(caption: str, tmp_path: Path) -> None:
    rows = (("ตัวชี้วัด", "คะแนน"), *((f"ตัวชี้วัดที่ {n}", f"{n}.๐๐") for n in range(60)))
    drawn = (Block("table", caption, cells=rows), Block("chart", caption, bars=(Bar("บริการภาครัฐ", 60.0, 70.0),)))
    document = replace(MEMO, body=(*MEMO.body[:1], *drawn, *MEMO.body[1:]))
    assert came_back(document, tmp_path) == document


def test_a_memo_whose_styles_were_lost_is_known_by_its_words(tmp_path: Path) -> None:
    def edit(word: Any) -> None:
        for style in [s for p in word.element.body.iter(qn("w:p")) for s in p.iter(qn("w:pStyle"))]:
            if style.getparent().find(qn("w:framePr")) is None:
                style.getparent().remove(style)

    assert came_back(MEMO, tmp_path, edit) == MEMO


def test_little_of_another_memo_is_found_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "other.docx"
    path.write_bytes(file_of(compose(CATALOGUE["reminder"], CATALOGUE["reminder"].sample())))
    assert share_known(MEMO, read_returned(path)) < 1 / 3


def test_page_numbers_and_catchwords_are_no_words_of_the_memo(tmp_path: Path) -> None:
    styles = {style_of(p) for p in docx.Document(io.BytesIO(file_of(MEMO))).paragraphs}
    assert STYLE_NAMES["running"] in styles
    assert "..." not in came_back(MEMO, tmp_path).words()
