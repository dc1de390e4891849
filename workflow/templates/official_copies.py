"""The copies of a paper (ข้อ ๓๐ ๓๑): each is the same paper with the marks and signs of its kind, turning the page at the same words."""

from dataclasses import replace
from typing import Literal

from workflow.core.document import Document, Initial
from workflow.core.errors import Refused
from workflow.templates.marks import CERTIFIED

Copy = Literal["สำเนาคู่ฉบับ", "สำเนา", "สำเนาถูกต้อง"]
COPIES: tuple[Copy, ...] = ("สำเนาคู่ฉบับ", "สำเนา", "สำเนาถูกต้อง")
PARTS = ("ร่าง", "พิมพ์", "ตรวจ")


def original(document: Document) -> Document:
    """Return the paper that goes out: no mark of a copy, nobody's initials, no certification."""
    marks = tuple(mark for mark in document.marks if mark not in COPIES)
    return replace(document, marks=marks, initials=(), certified=None)


def copy_of(document: Document, kind: Copy) -> Document:
    """Return the copy: สำเนาคู่ฉบับ with the initials of the document (empty lines when it names none), สำเนาถูกต้อง with its certifier.

    Refused when nobody is named who certifies: the words alone make no certified copy.
    """
    paper = original(document)
    if kind == CERTIFIED:
        if document.certified is None:
            raise Refused(
                "ทำสำเนาถูกต้องไม่ได้ เพราะไม่ได้ระบุผู้รับรองสำเนา", next_step="ระบุชื่อ ตำแหน่ง และวันที่ของผู้รับรอง แล้วทำสำเนาใหม่"
            )
        return replace(paper, certified=document.certified)
    marked = replace(paper, marks=(*paper.marks, kind))
    if kind == "สำเนา":
        return marked
    return replace(marked, initials=document.initials or tuple(map(Initial, PARTS)))
