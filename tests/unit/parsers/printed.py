"""Small PDFs and pictures set for one test each, in the typeface the program installs."""

import sys
from pathlib import Path

import typst

FONTS = Path(sys.prefix) / "share" / "saraban" / "fonts"
_HEAD = '#set page(paper: "a4")\n#set text(font: "TH Sarabun New", size: 16pt)\n'


def printed(folder: Path, body: str) -> Path:
    """Set typst markup as a PDF."""
    source = folder / "page.typ"
    source.write_text(_HEAD + body, encoding="utf-8")
    path = folder / "page.pdf"
    path.write_bytes(typst.compile(str(source), font_paths=[str(FONTS)], ignore_system_fonts=True))
    return path
