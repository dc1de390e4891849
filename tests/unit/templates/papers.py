"""Papers to lay out in tests, and what can be read back from the files made of them."""

import re
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import pypdfium2
from docx.oxml.ns import qn

from workflow.core.document import Bar, Block, Document, Head, SignatureBlock
from workflow.core.thai_digits import to_thai
from workflow.templates.chart_rows import ChartRow
from workflow.templates.fonts import FontSet, find_fonts
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import page_number
from workflow.templates.measure import Measure
from workflow.templates.pdf.charts import chart_texts
from workflow.templates.rows import Page

FONTS: FontSet = find_fonts([Path(sys.prefix) / "share" / "saraban" / "fonts"])
MEASURE = Measure(FONTS)
SENTENCE = (
    "ข้อเสนอแนะจาก สพร. การจัดทำข้อมูลตามภารกิจของแต่ละหน่วยงานให้อยู่ในรูปแบบดิจิทัล ต้องมีความสมบูรณ์เชื่อถือได้ ถูกต้องและเป็นปัจจุบัน "
    "สามารถแลกเปลี่ยนกับหน่วยงานอื่น ๆ ของรัฐ และนำไปประมวลผลต่อไปได้ ตามหนังสือ สทส. ที่ ๐๐๓๓.๑๒/๕๐๕๒ ลง ๒๒ พ.ย.๖๒ (Big Data Analytic) "
)


def memo(blocks: Sequence[Block]) -> Document:
    """Return a memo with these blocks and a full head and signature."""
    head = Head("สทส.", "๐๐๓๓.๑๒/๖๐๑๔", "๑๕ มกราคม ๒๕๖๙", "๐ ๒๐๐๐ ๐๐๐๑", "แจ้งผลการสำรวจ", ("ผบ.ตร. (ผ่าน ผู้ช่วย ผบ.ตร.)",))
    signature = SignatureBlock("พล.ต.ต.", "สมชาย ตัวอย่างดี", ("รอง ผบช.ฯ ปรท.ผบช.สทส.",))
    return Document("memo", "บันทึกข้อความ", head, tuple(blocks), signature)


def long_memo(paragraphs: int, *, length: int = 2) -> Document:
    """Return a memo of so many headed paragraphs, each of `length` sentences."""
    text = SENTENCE * length
    pairs = [(Block("heading", f"{n}. ข้อเท็จจริง"), Block("paragraph", text.strip())) for n in range(1, paragraphs + 1)]
    return memo([block for pair in pairs for block in pair] + [Block("closing", "จึงเรียนมาเพื่อโปรดพิจารณา")])


def _thai(value: object) -> str:
    return to_thai(str(value))


def score_table(rows: int = 12) -> Block:
    """Return a table of so many sub-indicators, with a bar in a name, an empty score and recommendations of many lengths."""
    header = ("ลำดับ", "ตัวชี้วัดย่อย", "คะแนน (ร้อยละ)", "ข้อเสนอแนะ")
    names = ("Data Literacy | Big Data", "เทคโนโลยีด้านความมั่นคง (Trusted Protocol)", "บริการภาครัฐ")
    body = [
        (_thai(n), f"{_thai(n)}.๑ {names[n % 3]}", "" if n == 5 else _thai(f"{30 + n * 4.37:.2f}"), SENTENCE[: 40 + n * 19].strip())
        for n in range(1, rows + 1)
    ]  # fmt: skip
    return Block("table", "ตารางที่ ๑ ผลคะแนนรายตัวชี้วัดย่อย", cells=(header, *body))


def score_chart(rows: int = 20, *, long: bool = True) -> Block:
    """Return a chart of so many bars: each third label too `long` for two lines, one value and one average not known."""
    names = (
        "Data Literacy",
        "การบูรณาการข้อมูลและการเชื่อมโยงระบบงานของหน่วยงานภาครัฐกับภาคส่วนอื่นและภาคประชาสังคม",
        "บริการภาครัฐ",
    )
    bars = tuple(
        Bar(
            f"{_thai(n)}.๑ {names[n % 3][: None if long else 30]}",
            None if n == 3 else 20 + n * 3.5,
            None if n == 4 else 50 + n * 1.25,
        )
        for n in range(rows)
    )
    return Block("chart", "แผนภูมิที่ ๑ คะแนนเทียบกับค่าเฉลี่ยของกลุ่ม", bars=bars)


def letters(text: str) -> str:
    """Return the text without white space, ำ in one piece: what two extractors must agree on."""
    composed = unicodedata.normalize("NFC", text).replace("\u0e4d\u0e32", "\u0e33").replace("\ufffe", "-")
    return re.sub(r"\s+", "", composed)


def pdf_letters(path: Path, pages: Sequence[Page]) -> str:
    """Return the letters of the PDF without page numbers and catchwords, page by page."""
    found = []
    for sheet, page in zip(pypdfium2.PdfDocument(path), pages, strict=True):
        text = letters(sheet.get_textpage().get_text_range())
        text = text.removeprefix(letters(page_number(page.number) or ""))
        found.append(text.removesuffix(letters(page.catchword or "")))
    return "".join(found)


def without_charts(text: str, pages: Sequence[Page]) -> str:
    """Return the letters of a PDF without those in charts, which are pictures in the DOCX."""
    for page in pages:
        chart = [(y, row.drawn) for y, row in page.rows if isinstance(row.drawn, ChartRow)]
        if chart:
            drawn = letters("".join(one.text for *_, one in chart_texts(chart, MEASURE, HOUSE)))
            assert drawn in text
            text = text.replace(drawn, "", 1)
    return text


def docx_letters(path: Path) -> str:
    """Return the letters of the DOCX body without the framed catchwords."""
    paragraphs = docx.Document(str(path)).element.body.iter(qn("w:p"))
    kept = [p for p in paragraphs if next(p.iter(qn("w:framePr")), None) is None and not _in_a_box(p)]
    return letters("".join(text.text or "" for p in kept for text in p.iter(qn("w:t"))))


def docx_page_breaks(path: Path) -> int:
    """Return how often the DOCX asks for a new page."""
    body = docx.Document(str(path)).element.body
    inside = [br for br in body.iter(qn("w:br")) if br.get(qn("w:type")) == "page"]
    return len(inside) + len(list(body.iter(qn("w:pageBreakBefore"))))


def docx_xml(path: Path) -> str:
    """Return the XML of the DOCX body."""
    return str(docx.Document(str(path)).element.xml)


def docx_framed(path: Path) -> list[str]:
    """Return the texts of the framed paragraphs: page numbers and catchwords."""
    paragraphs = docx.Document(str(path)).element.body.iter(qn("w:p"))
    framed = [p for p in paragraphs if next(p.iter(qn("w:framePr")), None) is not None]
    return ["".join(text.text or "" for text in p.iter(qn("w:t"))) for p in framed]


def _in_a_box(paragraph: Any) -> bool:
    """Whether the paragraph lies in a text box; its words are then among those of the paragraph that holds the box."""
    return next(paragraph.iterancestors(qn("w:txbxContent")), None) is not None
