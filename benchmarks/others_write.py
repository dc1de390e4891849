"""The same memo by the ways an office would otherwise take: python-docx by hand, and docxtpl with LibreOffice for the PDF.

They are given the composed words and no more: neither knows a catchword, a Thai page number or a word's end.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docxtpl import DocxTemplate

from workflow.core.document import Document
from workflow.templates.house_style import DOCX_FONT

_HEAD = (
    "ส่วนราชการ  {{ unit }}  โทร. {{ phone }}",
    "ที่  {{ number }}    วันที่  {{ dated }}",
    "เรื่อง  {{ subject }}",
    "เรียน  {{ to }}",
)
_TAIL = ("{{ rank }}", "({{ name }})", "{{ title }}")


# TH Sarabun New has the widths of TH SarabunPSK, which the DOCX names and which Windows offices have.
_FONTS_CONF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>{folder}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>TH SarabunPSK</family><prefer><family>TH Sarabun New</family></prefer></alias></fontconfig>"""


def soffice() -> str | None:
    """Return the LibreOffice on this machine, None when there is none."""
    return shutil.which("soffice")


def template(path: Path) -> Path:
    """Write the docxtpl template of a memo and return its path."""
    word = _empty()
    word.add_paragraph().add_run("บันทึกข้อความ").bold = True
    for line in _HEAD:
        word.add_paragraph(line)
    word.add_paragraph("{%p for block in body %}")
    word.add_paragraph("{{ block.text }}").paragraph_format.first_line_indent = Cm(2.5)
    word.add_paragraph("{%p endfor %}")
    for line in _TAIL:
        word.add_paragraph(line).paragraph_format.left_indent = Cm(8)
    word.save(str(path))
    return path


def by_docxtpl(document: Document, form: Path, out: Path) -> None:
    """Fill the template with the memo's words."""
    filled = DocxTemplate(str(form))
    filled.render({**_head(document), "body": [{"text": block.text} for block in document.body]}, autoescape=True)
    filled.save(str(out))


def by_python_docx(document: Document, out: Path) -> None:
    """Write the memo's words paragraph by paragraph."""
    word, head = _empty(), _head(document)
    word.add_paragraph().add_run("บันทึกข้อความ").bold = True
    for line in (*_HEAD, None, *_TAIL):
        if line is None:
            for block in document.body:
                word.add_paragraph(block.text).paragraph_format.first_line_indent = Cm(2.5)
            continue
        for name, value in head.items():
            line = line.replace(f"{{{{ {name} }}}}", value)
        word.add_paragraph(line)
    word.save(str(out))


def to_pdf(files: Sequence[Path], folder: Path, profile: Path) -> None:
    """Turn the files into PDFs with one call of LibreOffice, the cheapest way to call it."""
    program = soffice()
    if program is None:
        raise FileNotFoundError("soffice")
    profile.mkdir(parents=True, exist_ok=True)
    known = profile / "fonts.conf"
    known.write_text(_FONTS_CONF.format(folder=Path(sys.prefix) / "share/saraban/fonts", cache=profile / "fonts"))
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    environment = {**os.environ, "FONTCONFIG_FILE": str(known)}
    done = [*command, "--outdir", str(folder), *map(str, files)]
    subprocess.run(done, check=True, capture_output=True, env=environment)


def _head(document: Document) -> dict[str, str]:
    head, signed = document.head, document.signature
    return {
        "unit": head.unit,
        "phone": head.phone or "",
        "number": head.number,
        "dated": head.dated or "",
        "subject": head.subject or "",
        "to": " ".join(head.to),
        "rank": (signed and signed.rank) or "",
        "name": signed.name if signed else "",
        "title": " ".join(signed.title_lines) if signed else "",
    }


def _empty() -> WordDocument:
    word = docx.Document()
    style = word.styles["Normal"]
    style.font.name, style.font.size = DOCX_FONT, Pt(16)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:cs"), DOCX_FONT)
    section = word.sections[0]
    section.left_margin, section.right_margin, section.top_margin = Cm(3), Cm(2), Cm(2.5)
    return word
