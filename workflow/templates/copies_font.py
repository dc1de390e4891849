"""The typeface of the copies' own line: embedded once in the master, so that a copy adds nothing but letters."""

import io
from pathlib import Path

from pikepdf import Object, Pdf

from workflow.core.errors import MissingGlyph
from workflow.templates.pdf.face import face
from workflow.templates.pdf.fonts import add_face
from workflow.templates.pdf.objects import PdfObjects
from workflow.templates.pdf.text import Glyphs, glyphs_of


def glyphs(text: str, path: Path) -> Glyphs:
    """Return `text` in the glyphs of the typeface at `path`; MissingGlyph names a letter it does not hold."""
    known = face(path).known
    for letter in text:
        if letter not in known:
            raise MissingGlyph(
                f"แบบอักษรไม่มีตัวอักษร “{letter}” (U+{ord(letter):04X}) ใน “{text}”",
                next_step="แก้ชื่อผู้รับในผังหน่วยแล้วสั่งอีกครั้ง",
            )
    return glyphs_of(text, path)


def embedded(pdf: Pdf, path: Path) -> Object:
    """Add the whole typeface at `path` to a PDF, for no copy may bring glyphs along, and return its font object."""
    drawn, objects = face(path), PdfObjects()
    font = add_face(objects, drawn, frozenset(drawn.letters))
    pages = objects.add("<</Type/Pages/Count 0/Kids[]>>")
    root = objects.add(f"<</Type/Catalog/Pages {pages} 0 R/Face {font} 0 R>>")
    with Pdf.open(io.BytesIO(objects.bytes(root=root))) as holder:
        return pdf.copy_foreign(holder.Root.Face)
