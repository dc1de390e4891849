"""A memo with every kind of block, its DOCX, and what editors do to a DOCX."""

import copy
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.unit.templates.papers import MEASURE, SENTENCE
from workflow.core.block_styles import bookmark
from workflow.core.document import Block, Document, Head, SignatureBlock
from workflow.core.returned_words import restored
from workflow.parsers.docx_returned import read_returned
from workflow.templates.docx_page import Look, docx_bytes
from workflow.templates.docx_shape import shape_of
from workflow.templates.emblem import SEAL_PNG
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out

MEMO = Document(
    "memo",
    "บันทึกข้อความ",
    Head(
        "สทส.", "๐๐๓๓.๑๒/๖๐๑๔", "๑๕ มกราคม ๒๕๖๙", "๐ ๒๐๐๐ ๐๐๐๑", "แจ้งผลการสำรวจ",
        ("ผบ.ตร. (ผ่าน ผู้ช่วย ผบ.ตร.)", "จตช."),
    ),
    (
        Block("heading", "๑. เรื่องเดิม"),
        Block("paragraph", SENTENCE.strip()),
        Block("subheading", "๑.๑ ตัวชี้วัดที่โดดเด่น"),
        Block("item", "- ตัวชี้วัดย่อย ๒.๔ Data Literacy"),
        *(Block("paragraph", (SENTENCE * n).strip()) for n in range(2, 6)),
        Block("address", "เรียน ผบช.ก."),
        Block("address", "ผบช.น.", 1),
        Block("closing", "จึงเรียนมาเพื่อโปรดพิจารณา"),
    ),
    SignatureBlock("พล.ต.ต.", "สมชาย ตัวอย่างดี", ("รอง ผบช.ฯ ปรท.ผบช.สทส.",)),
)  # fmt: skip

LETTER = Document(
    "letter", "",
    Head(
        "สำนักงานสมมุติ", "ทส ๐๑๐๒/๔๕๖", "๑๕ มกราคม ๒๕๖๙", subject="แจ้งผลการสำรวจ", to=("อธิบดีกรมสมมุติ",),
        address=("ถนนสมมุติ", "กทม. ๑๐๒๐๐"), references=("หนังสือกรมสมมุติ ที่ ๑", "หนังสือกรมสมมุติ ที่ ๒"),
        enclosures=("รายงาน จำนวน ๑ ชุด", "แผ่นบันทึก จำนวน ๑ แผ่น"),
    ),
    (Block("paragraph", SENTENCE.strip()), Block("closing", "จึงเรียนมาเพื่อโปรดทราบ")),
    SignatureBlock(None, "สมชาย ตัวอย่างดี", ("ปลัดกระทรวงสมมุติ",)),
    marks=("ด่วนที่สุด",), owner="กองสมมุติ", email="x@office.example", ending="ขอแสดงความนับถือ",
    copies_to=("กรมตัวอย่าง", "กรมสมมุติ"),
)  # fmt: skip


def file_of(document: Document, memo: int = 7) -> bytes:
    """The DOCX of a document, with a small picture for its emblem."""
    return docx_bytes(document, lay_out(document, MEASURE, HOUSE), Look(MEASURE, HOUSE, SEAL_PNG, bookmark(memo)))


def came_back(document: Document, folder: Path, edit: Callable[[Any], None] | None = None) -> Document:
    """The document after its DOCX was edited and read again."""
    word = docx.Document(io.BytesIO(file_of(document)))
    if edit:
        edit(word)
    path = folder / "edited.docx"
    word.save(str(path))
    return restored(document, read_returned(path), shape_of(document, MEASURE))


def paragraph(word: Any, begins: str) -> Any:
    """The paragraph that begins with these words."""
    return next(p for p in word.paragraphs if p.text.startswith(begins))


def style_of(one: Any) -> str:
    """The name of a paragraph's style."""
    return str(one.style.name)


def split_runs(word: Any) -> None:
    """Cut every run in two and strew marks of a spelling checker between them, as Word does."""
    for run in [r for p in word.element.body.iter(qn("w:p")) for r in p.iter(qn("w:r"))]:
        text = run.find(qn("w:t"))
        if text is None or len(text.text) < 2:
            continue
        other = copy.deepcopy(run)
        half = len(text.text) // 2
        text.text, other.find(qn("w:t")).text = text.text[:half], text.text[half:]
        for part in (text, other.find(qn("w:t"))):
            part.set(qn("xml:space"), "preserve")
        run.addnext(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>'))
        run.getnext().addnext(other)


def tracked(word: Any, begins: str, removed: str, added: str) -> None:
    """Replace words of a paragraph with tracked changes switched on."""
    found = paragraph(word, begins)
    run = next(r for r in found.runs if removed in r.text)
    before, _, after = run.text.partition(removed)
    run.text = before
    rest = copy.deepcopy(run._r)
    rest.find(qn("w:t")).text = after
    gone = parse_xml(
        f'<w:del {nsdecls("w")} w:id="9" w:author="x"><w:r><w:delText xml:space="preserve">{removed}</w:delText></w:r></w:del>'
    )
    come = parse_xml(
        f'<w:ins {nsdecls("w")} w:id="8" w:author="x"><w:r><w:t xml:space="preserve">{added}</w:t></w:r></w:ins>'
    )
    for part in (rest, come, gone):
        run._r.addnext(part)
