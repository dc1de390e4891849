"""Files that a clerk or a stranger may hand in and that cost a careless reader its life; made by code, none is committed.

Each maker writes one file into a folder and returns its path. `REFUSED` must be refused or unreadable, `HARMLESS` must be read,
`ANY` may end either way, within the limits.
"""

import io
import zlib
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from tests.archives import archive

PASSWORD = "ไม่มีใครรู้"
Maker = Callable[[Path], Path]


def text_named_pdf(folder: Path) -> Path:
    """Write a plain-text file renamed to `.pdf`."""
    path = folder / "แท้จริงเป็นข้อความ.pdf"
    path.write_text("เรื่อง แจ้งผลการสำรวจ\nไฟล์นี้เป็นข้อความธรรมดาที่ถูกเปลี่ยนชื่อ\n", encoding="utf-8")
    return path


def empty_pdf(folder: Path) -> Path:
    """Write a file of no bytes named `.pdf`."""
    path = folder / "ว่างเปล่า.pdf"
    path.write_bytes(b"")
    return path


def encrypted_pdf(folder: Path, password: str = PASSWORD) -> Path:
    """Write a one-page PDF (AES-256) that opens only with `password`."""
    path = folder / "เข้ารหัส.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(path, encryption=pikepdf.Encryption(user=password, owner=password, R=6))
    return path


def owner_locked_pdf(folder: Path) -> Path:
    """Write a PDF that anyone may open but, so it says, not change."""
    path = folder / "ห้ามแก้.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(path, encryption=pikepdf.Encryption(user="", owner=PASSWORD, R=6))
    return path


# --- PDF -----------------------------------------------------------------------------------------------------------------


def _pdf(
    folder: Path, name: str, fill: Callable[[pikepdf.Pdf, pikepdf.Page], None], *, compress_streams: bool = True
) -> Path:
    path = folder / f"{name}.pdf"
    with pikepdf.new() as pdf:
        fill(pdf, pdf.add_blank_page(page_size=(595, 842)))
        pdf.save(path, compress_streams=compress_streams)
    return path


def deflate_bomb_pdf(folder: Path) -> Path:
    """A page whose drawing program unpacks from 240 kB to 120 MB."""
    packed = zlib.compressobj(9)
    data = b"".join(packed.compress(b"0 0 m 1 1 l S " * 75_000) for _ in range(120)) + packed.flush()
    return _raw_content(folder, "ระเบิด", data, Name.FlateDecode)


def twice_packed_pdf(folder: Path) -> Path:
    """A drawing program packed twice: 1 kB holds 200 MB."""
    packed = zlib.compressobj(9)
    data = b"".join(packed.compress(b" " * 1_000_000) for _ in range(200)) + packed.flush()
    return _raw_content(folder, "ระเบิดซ้อน", zlib.compress(data, 9), Array([Name.FlateDecode, Name.FlateDecode]))


def _raw_content(folder: Path, name: str, data: bytes, how: pikepdf.Name | pikepdf.Array) -> Path:
    def fill(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.Contents = pdf.make_stream(b"")
        page.Contents.write(data, filter=how)

    return _pdf(folder, name, fill, compress_streams=False)


def nested_forms_pdf(folder: Path) -> Path:
    """Forms that draw forms: 2 kB that would draw 10^12 times."""

    def fill(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        form = _form(pdf, b"0 0 m 1 1 l S", {})
        for _ in range(12):
            form = _form(pdf, b"/F Do " * 10, {"/F": form})
        page.Resources = Dictionary(XObject=Dictionary({"/F": form}))
        page.Contents = pdf.make_stream(b"/F Do")

    return _pdf(folder, "แบบซ้อน", fill)


def _form(pdf: pikepdf.Pdf, content: bytes, inner: dict[str, pikepdf.Object]) -> pikepdf.Object:
    stream = Stream(pdf, content)
    stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, 595, 842])
    stream.Resources = Dictionary(XObject=Dictionary(inner))
    return pdf.make_indirect(stream)


def self_drawing_form_pdf(folder: Path) -> Path:
    """A form that draws itself."""

    def fill(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        form = _form(pdf, b"/F Do /F Do", {})
        form.Resources.XObject.F = form
        page.Resources = Dictionary(XObject=Dictionary({"/F": form}))
        page.Contents = pdf.make_stream(b"/F Do")

    return _pdf(folder, "วาดตัวเอง", fill)


def many_pages_pdf(folder: Path) -> Path:
    """Two hundred thousand pages."""

    def fill(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        pdf.Root.Pages.Kids = Array([page.obj] * 200_000)
        pdf.Root.Pages.Count = 200_000

    return _pdf(folder, "แสนหน้า", fill)


def billion_pages_pdf(folder: Path) -> Path:
    """One page that claims to be a thousand million."""

    def fill(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        pdf.Root.Pages.Count = 1_000_000_000

    return _pdf(folder, "พันล้านหน้า", fill)


def page_tree_loop_pdf(folder: Path) -> Path:
    """A tree of pages that is its own child."""

    def fill(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        pdf.Root.Pages.Kids = Array([pdf.Root.Pages, pdf.Root.Pages])
        pdf.Root.Pages.Count = 400

    return _pdf(folder, "วน", fill)


def giant_page_pdf(folder: Path) -> Path:
    """A page of 70 metres with a picture over it, so that it must be drawn."""

    def fill(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.MediaBox = Array([0, 0, 200_000, 200_000])
        _picture(pdf, page, b"\x00", 1, 1, side=200_000)

    return _pdf(folder, "กว้าง", fill)


def _picture(
    pdf: pikepdf.Pdf,
    page: pikepdf.Page,
    data: bytes,
    width: int,
    height: int,
    *,
    side: int = 595,
    **more: Any,
) -> None:
    image = Stream(pdf, b"")
    how = more.pop("Filter", None)
    image.write(data, filter=how) if how is not None else image.write(data)
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, width, height
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 1
    for key, value in more.items():
        image[f"/{key}"] = value
    page.Resources = Dictionary(XObject=Dictionary(I=pdf.make_indirect(image)))
    page.Contents = pdf.make_stream(f"q {side} 0 0 {max(side, 842)} 0 0 cm /I Do Q".encode())


def huge_image_pdf(folder: Path) -> Path:
    """A picture of 50,000 by 50,000."""

    def fill(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        packed = zlib.compressobj(9)
        data = b"".join(packed.compress(bytes(6250)) for _ in range(50_000)) + packed.flush()
        _picture(pdf, page, data, 50_000, 50_000, Filter=Name.FlateDecode)

    return _pdf(folder, "ภาพยักษ์", fill)


def _garbage_image(name: str, how: str, data: bytes, **more: Any) -> Maker:
    def make(folder: Path) -> Path:
        def fill(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
            _picture(pdf, page, data, 60_000, 60_000, Filter=Name(how), **more)

        return _pdf(folder, name, fill, compress_streams=False)

    make.__name__ = name
    make.__doc__ = f"A page that is one {how} picture of nonsense."
    return make


jbig2_pdf = _garbage_image("jbig2", "/JBIG2Decode", b"\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13" + b"\xff" * 400)
jpx_pdf = _garbage_image("jpx", "/JPXDecode", b"\x00\x00\x00\x0cjP  \r\n\x87\n" + bytes(range(256)) * 4)
fax_pdf = _garbage_image(
    "โทรสาร", "/CCITTFaxDecode", b"\x00\x10\x01" * 999, DecodeParms=Dictionary(K=-1, Columns=60_000, Rows=60_000)
)


def tiny_tiles_pdf(folder: Path) -> Path:
    """A scanned page filled with a pattern of tiles a thousandth of a point wide, so that drawing it would never end."""

    def fill(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        tile = Stream(pdf, b"0 0 m 1 1 l S")
        for key, value in {"PatternType": 1, "PaintType": 1, "TilingType": 1, "XStep": 0.001, "YStep": 0.001}.items():
            tile[f"/{key}"] = value
        tile.BBox, tile.Resources = Array([0, 0, 1, 1]), Dictionary()
        _picture(pdf, page, b"\x00", 1, 1)
        page.Resources.Pattern = Dictionary(P=pdf.make_indirect(tile))
        page.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /I Do Q /Pattern cs /P scn 0 0 595 842 re f")

    return _pdf(folder, "กระเบื้อง", fill)


def endless_text_pdf(folder: Path) -> Path:
    """A page of three million letters."""

    def fill(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.Resources = Dictionary(
            Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))
        )
        page.Contents = pdf.make_stream(b"BT /F 1 Tf " + b"(abcdefghij) Tj " * 300_000 + b"ET")

    return _pdf(folder, "ไม่รู้จบ", fill)


def thousand_lines_pdf(folder: Path) -> Path:
    """A page of four thousand ruling lines each way: a table of sixteen million cells."""

    def fill(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        across = b"".join(b"0 %.2f m 595 %.2f l S " % (y / 5, y / 5) for y in range(4000))
        down = b"".join(b"%.2f 0 m %.2f 842 l S " % (x / 7, x / 7) for x in range(4000))
        page.Contents = pdf.make_stream(across + down)

    return _pdf(folder, "ตารางถี่", fill)


def deep_arrays_pdf(folder: Path) -> Path:
    """Arrays within arrays, a hundred thousand deep."""
    path = _pdf(folder, "ลึก", lambda pdf, page: page.obj.__setitem__("/Deep", Name.Here))
    path.write_bytes(path.read_bytes().replace(b"/Here", b"[" * 100_000 + b"]" * 100_000))
    return path


def xref_loop_pdf(folder: Path) -> Path:
    """A table of objects that is said to continue in itself."""
    path = _pdf(folder, "อ้างวน", lambda pdf, page: None)
    data = path.read_bytes()
    at = data.rindex(b"startxref\n") + 10
    start = int(data[at:].split(b"\n")[0])
    path.write_bytes(data.replace(b"/Root", b"/Prev %d /Root" % start))
    return path


# --- DOCX ----------------------------------------------------------------------------------------------------------------

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
_OPEN = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_CLOSE = "<w:sectPr/></w:body></w:document>"


def bare_docx(
    folder: Path, name: str, body: str, *, before: str = '<?xml version="1.0"?>', parts: Mapping[str, bytes] = {}
) -> Path:
    """Write a Word file of nothing but a body."""
    document = (before + _OPEN + body + _CLOSE).encode()
    bare = {"[Content_Types].xml": _TYPES.encode(), "_rels/.rels": _RELS.encode(), "word/document.xml": document}
    return archive(folder / f"{name}.docx", {**bare, **parts})


def zip_bomb_docx(folder: Path) -> Path:
    """A hundred kilobytes that hold a hundred megabytes."""
    return bare_docx(folder, "ซิป", "<w:p/>", parts={"word/media/bomb.bin": bytes(100_000_001)})


def lying_zip_docx(folder: Path) -> Path:
    """An archive that understates what its parts unpack to."""
    path = bare_docx(folder, "ลวง", "<w:p/>" + " " * 150_000_000)
    data = path.read_bytes()
    size = len('<?xml version="1.0"?>' + _OPEN + "<w:p/>" + _CLOSE) + 150_000_000
    path.write_bytes(data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    return path


def million_paragraphs_docx(folder: Path) -> Path:
    """Twelve million paragraphs in a file of 100 kB."""
    return bare_docx(folder, "ล้านย่อหน้า", "<w:p/>" * 12_000_000)


def billion_laughs_docx(folder: Path) -> Path:
    """Entities of entities, and one that would fetch a file of this machine."""
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    kind = f'<!DOCTYPE x [<!ENTITY e0 "ha"><!ENTITY f SYSTEM "file:///etc/hostname">{entities}]>'
    return bare_docx(folder, "หัวเราะ", "<w:p><w:r><w:t>&e9;&f;</w:t></w:r></w:p>", before=kind)


def wide_cell_docx(folder: Path) -> Path:
    """A table cell that says it spans a thousand million columns."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc>'
    return bare_docx(folder, "กว้างเกิน", f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>")


def deep_tables_docx(folder: Path) -> Path:
    """Tables within tables, two hundred deep and more."""
    opened, closed = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return bare_docx(folder, "ตารางซ้อน", opened * 4000 + closed * 4000)


# --- mail ----------------------------------------------------------------------------------------------------------------


def deep_mail(folder: Path) -> Path:
    """A mail within a mail, three thousand deep."""
    path = folder / "ซ้อน.eml"
    path.write_bytes(b"Content-Type: message/rfc822\r\n\r\n" * 3000 + b"Subject: x\r\n\r\nx")
    return path


def deep_multipart_mail(folder: Path) -> Path:
    """Parts within parts, two thousand deep."""
    path = folder / "ส่วนซ้อน.eml"
    path.write_bytes(
        b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(2000))
    )
    return path


def many_attachments_mail(folder: Path) -> Path:
    """Forty thousand attachments."""
    path = folder / "แนบมาก.eml"
    part = b'--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\nx\r\n'
    path.write_bytes(
        b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n' + part * 40_000 + b"--b--"
    )
    return path


def odd_charset_mail(folder: Path) -> Path:
    """A mail in a charset that is no charset of text."""
    path = folder / "รหัสแปลก.eml"
    path.write_bytes(b"Content-Type: text/plain; charset=zlib\r\n\r\n" + zlib.compress(b"x" * 1000))
    return path


def bomb_in_mail(folder: Path) -> Path:
    """A mail with a deflate bomb attached."""
    mail = EmailMessage()
    mail.set_content("ดูแฟ้มแนบ")
    bomb = twice_packed_pdf(folder)
    mail.add_attachment(bomb.read_bytes(), maintype="application", subtype="pdf", filename="หนังสือ.pdf")
    path = folder / "ระเบิดแนบ.eml"
    path.write_bytes(mail.as_bytes())
    return path


# --- pictures and text ---------------------------------------------------------------------------------------------------


def huge_png(folder: Path) -> Path:
    """A picture of 30,000 by 30,000 in a few kilobytes."""
    path = folder / "ยักษ์.png"
    Image.new("1", (30_000, 30_000)).save(path)
    return path


def looping_tiff(folder: Path) -> Path:
    """A TIFF whose second page is its first."""
    path = folder / "วน.tif"
    out = io.BytesIO()
    Image.new("L", (100, 100), 255).save(out, "TIFF")
    data = bytearray(out.getvalue())
    first = int.from_bytes(data[4:8], "little")
    entries = int.from_bytes(data[first : first + 2], "little")
    data[first + 2 + 12 * entries :][:4] = first.to_bytes(4, "little")
    at = first + 2 + 12 * entries
    data[at : at + 4] = first.to_bytes(4, "little")
    path.write_bytes(bytes(data))
    return path


def endless_line_txt(folder: Path) -> Path:
    """Thirty megabytes of one line of dots and numbers, dear to rules that look twice."""
    path = folder / "ยาว.txt"
    path.write_text("ที่ " + "๑.๒.. /" * 3_000_000, encoding="utf-8")
    return path


REFUSED: tuple[Maker, ...] = (
    text_named_pdf, empty_pdf, encrypted_pdf, deflate_bomb_pdf, twice_packed_pdf, many_pages_pdf, deep_mail, deep_multipart_mail,
    many_attachments_mail, endless_line_txt,
    zip_bomb_docx, lying_zip_docx, million_paragraphs_docx, billion_laughs_docx, bomb_in_mail, huge_png, endless_text_pdf,
)  # fmt: skip
HARMLESS: tuple[Maker, ...] = (owner_locked_pdf, odd_charset_mail, thousand_lines_pdf)
ANY: tuple[Maker, ...] = (
    nested_forms_pdf, self_drawing_form_pdf, page_tree_loop_pdf, giant_page_pdf, huge_image_pdf, jbig2_pdf, jpx_pdf, fax_pdf,
    tiny_tiles_pdf, deep_arrays_pdf, xref_loop_pdf, wide_cell_docx, deep_tables_docx,
    looping_tiff, billion_pages_pdf,
)  # fmt: skip
