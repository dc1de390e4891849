"""A draft as pages on the screen: the PDF the memo would be, set anew only when its words changed, and each page's picture."""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from workflow.core.errors import NotFound
from workflow.services.desk import Desk
from workflow.services.draft_desk import draft_words
from workflow.services.draft_memo import MemoOut
from workflow.services.draw_pages import forget_oldest, page_picture_of, pages_in
from workflow.services.write_memo import style_for
from workflow.store.json_shapes import to_json
from workflow.store.matters import look_at
from workflow.templates.official_copies import original
from workflow.templates.render import render

_STEM = re.compile(r"[0-9a-f]{32}")
_KEPT = 40  # files (DOCX and PDF) a matter


@dataclass(frozen=True)
class PagesSeen:
    """A draft as it would be printed: the name its pages are asked for by, and how many there are."""

    name: str
    pages: int


def preview_pages(desk: Desk, out: MemoOut) -> PagesSeen:
    """Set the draft and return its pages; errors are those of drafting. No number is taken, no row is written."""
    words = original(draft_words(desk, out))
    with desk.store.read() as session:
        office = desk.office(look_at(session, out.matter).office)
    style = style_for(office)
    said = json.dumps([to_json(words), str(style), str(office.emblem)], sort_keys=True, ensure_ascii=False)
    name = hashlib.sha256(said.encode()).hexdigest()[:32]
    folder = _folder(desk, out.matter)
    if not (folder / f"{name}.pdf").exists():
        forget_oldest(folder, _KEPT)
        render(words, folder, name, fonts=desk.fonts(), emblem=office.emblem, style=style)
    return PagesSeen(name, pages_in(folder / f"{name}.pdf"))


def preview_picture(desk: Desk, matter: int, name: str, page: int) -> Path:
    """Return a page of a preview as PNG; NotFound when it is not, or no longer, there."""
    file = _folder(desk, matter) / f"{name}.pdf"
    if not _STEM.fullmatch(name) or not file.exists():
        raise NotFound("ตัวอย่างนี้ถูกลบไปแล้ว", next_step="เปิดหน้าร่างบันทึกใหม่")
    return page_picture_of(desk, file, page)


def _folder(desk: Desk, matter: int) -> Path:
    return desk.memo_folder.parent / "previews" / f"{matter:05d}"
