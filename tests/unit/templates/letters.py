"""External letters and their copies to lay out in tests; every person and number is invented."""

from collections.abc import Sequence
from dataclasses import replace

from tests.unit.templates.papers import SENTENCE
from workflow.core.document import Block, Document, Head, Initial, SignatureBlock

SUBJECT = "แจ้งผลการสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลหน่วยงานภาครัฐ ประจำปี ๒๕๖๘ และขอความร่วมมือปรับปรุงข้อมูล"
REFERENCES = (
    "หนังสือสำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน) ด่วนที่สุด ที่ สพร ๒๕๖๘/ว๑๕๓๙ ลงวันที่ ๗ พฤษภาคม ๒๕๖๘ เรื่อง ขอความอนุเคราะห์ตอบแบบสำรวจ",
    "หนังสือสำนักงานตัวอย่างแห่งชาติ ที่ ตย ๐๐๓๓.๑๒/๑๗๖๓ ลงวันที่ ๒๔ พฤษภาคม ๒๕๖๘",
    "มติคณะกรรมการตัวอย่าง ครั้งที่ ๓/๒๕๖๘",
)
ENCLOSURES = (
    "สรุปผลการสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลหน่วยงานภาครัฐของประเทศไทย ประจำปี ๒๕๖๘ จำนวน ๑ ฉบับ",
    "ข้อเสนอแนะรายตัวชี้วัด จำนวน ๒ แผ่น",
    "แบบตอบรับ จำนวน ๑ แผ่น",
    "รายชื่อผู้ประสานงาน จำนวน ๑ แผ่น",
)


def letter(blocks: Sequence[Block], *, references: int = 0, enclosures: int = 0) -> Document:
    """Return an external letter with these blocks and so many references and enclosures."""
    head = Head(
        unit="สำนักงานตัวอย่างแห่งชาติ", number="ตย ๐๐๓๓.๑๒/๖๐๑๔", dated="๑๕ มกราคม ๒๕๖๙", phone="๐ ๒๐๐๐ ๐๐๐๑", subject=SUBJECT,
        to=("ผู้อำนวยการสำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)",), opening="เรียน",
        address=("ถนนตัวอย่าง เขตตัวอย่าง กทม. ๑๐๐๐๐",), references=REFERENCES[:references], enclosures=ENCLOSURES[:enclosures],
    )  # fmt: skip
    signature = SignatureBlock("พล.ต.ต.", "สมชาย ตัวอย่างดี", ("รองผู้บัญชาการ ปฏิบัติราชการแทน", "ผู้บัญชาการสำนักงานตัวอย่างแห่งชาติ"))
    return Document(
        "letter", "", head, tuple(blocks), signature, owner="สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร", email="it@office.example",
        ending="ขอแสดงความนับถือ", copies_to=("ผู้ช่วยผู้บัญชาการ", "หัวหน้าสำนักงานเลขานุการ"),
    )  # fmt: skip


CLOSING = Block("closing", "จึงเรียนมาเพื่อโปรดทราบ และพิจารณาดำเนินการในส่วนที่เกี่ยวข้องต่อไปด้วย จะขอบคุณยิ่ง")


def text(paragraphs: int, length: int = 1) -> list[Block]:
    """Return so many paragraphs and a closing."""
    return [Block("paragraph", (SENTENCE * length).strip()) for _ in range(paragraphs)] + [CLOSING]


ONE_PAGE = letter(text(1), references=1, enclosures=1)
TWO_PAGES = letter(text(5), references=3, enclosures=4)
URGENT = replace(ONE_PAGE, marks=("ด่วนที่สุด",))
CERTIFIER = SignatureBlock("ร.ต.อ.", "สมหญิง สมมติ", ("รองสารวัตรฝ่ายอำนวยการ",), "๑๖ มกราคม ๒๕๖๙")
INITIALS = (Initial("ร่าง", "ส.ต.ต. ตัวอย่าง"), Initial("พิมพ์"), Initial("ตรวจ"))
SEALED = Document(
    "stamped", "", Head(
        unit="สำนักงานเทคโนโลยีสารสนเทศและการสื่อสาร", number="๐๐๓๓.๑๒/๖๐๑๕", dated="๑๕ มกราคม ๒๕๖๙", phone="๐ ๒๐๐๐ ๐๐๐๑",
        to=("ผู้บังคับการอำนวยการ", "ผู้กำกับการฝ่ายอำนวยการ ๒", "หัวหน้าศูนย์ข้อมูลตัวอย่างประจำภาค"),
    ), tuple(text(2)[:-1]), marks=("ด่วนที่สุด",), owner="สทส.",
)  # fmt: skip
