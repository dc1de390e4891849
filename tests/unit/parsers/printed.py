"""Small PDFs and pictures set for one test each, in the typeface the program installs."""

import sys
from pathlib import Path

import typst

FONTS = Path(sys.prefix) / "share" / "saraban" / "fonts"
_HEAD = '#set page(paper: "a4")\n#set text(font: "TH Sarabun New", size: 16pt)\n'


def printed(folder: Path, body: str) -> Path:
    """Set typst markup as a PDF."""
    return typeset(folder / "page.pdf", _HEAD + body)


def typeset(out: Path, document: str) -> Path:
    """Set a whole typst document, its page and typeface named in it, as this PDF."""
    source = out.with_suffix(".typ")
    source.write_text(document, encoding="utf-8")
    out.write_bytes(typst.compile(str(source), font_paths=[str(FONTS)], ignore_system_fonts=True))
    return out
