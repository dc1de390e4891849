"""Pages → PDF: tagged, PDF/A-2a, with a text layer in which every letter is the one that was written."""

from collections.abc import Sequence
from functools import lru_cache

from workflow.core.document import Document
from workflow.templates.emblem import PlacedEmblem
from workflow.templates.fonts import FontSet
from workflow.templates.house_style import HouseStyle
from workflow.templates.pdf.archive import PRODUCER, account, colours
from workflow.templates.pdf.face import face
from workflow.templates.pdf.fonts import add_face
from workflow.templates.pdf.objects import PdfObjects, number, stream, text_string
from workflow.templates.pdf.picture import add_picture, picture
from workflow.templates.pdf.sheet import Sheet
from workflow.templates.pdf.tags import Part, Tags
from workflow.templates.rows import Page


def written(
    document: Document, pages: Sequence[Page], fonts: FontSet, style: HouseStyle, emblem: PlacedEmblem | None
) -> bytes:
    """Return the pages as a PDF; equal pages give equal bytes."""
    tags, parts = Tags(), dict[object, Part]()
    sheets = [Sheet(fonts, style, tags, n) for n in range(len(pages))]
    for sheet, page in zip(sheets, pages, strict=True):
        sheet.draw(page, document, emblem if page.number == 1 else None, parts)
    objects = PdfObjects()
    resources = _resources(objects, sheets, fonts, emblem)
    tree, numbers = objects.reserve(), [objects.reserve() for _ in pages]
    for n, sheet in enumerate(sheets):
        drawn = objects.stream("\n".join(sheet.operators).encode("ascii"))
        objects.put(
            numbers[n],
            f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {number(style.page_width)} {number(style.page_height)}]"
            f"/Resources {resources} 0 R/Contents {drawn} 0 R/StructParents {n}/Tabs/S>>",
        )
    objects.put(tree, f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{one} 0 R' for one in numbers)}]>>")
    return _closed(objects, document, tree, tags.add(objects, numbers))


def _resources(objects: PdfObjects, sheets: Sequence[Sheet], fonts: FontSet, emblem: PlacedEmblem | None) -> int:
    parts = []
    for bold, path in ((False, fonts.regular), (True, fonts.bold)):
        used = frozenset[int]().union(*(sheet.used[bold] for sheet in sheets))
        if used:
            parts.append(f"/F{int(bold)} {add_face(objects, face(path), used)} 0 R")
    drawn = f"/XObject<</Im {add_picture(objects, picture(emblem.path))} 0 R>>" if emblem else ""
    return objects.add(f"<</Font<<{''.join(parts)}>>{drawn}>>")


def _closed(objects: PdfObjects, document: Document, tree: int, tags: int) -> bytes:
    title = document.head.subject or document.title or document.head.number
    packet = account(title)
    told = objects.add(b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream" % (len(packet), packet))
    meant = objects.add(_profile())
    root = objects.add(
        f"<</Type/Catalog/Pages {tree} 0 R/Lang(th)/MarkInfo<</Marked true>>/StructTreeRoot {tags} 0 R/Metadata {told} 0 R"
        f"/ViewerPreferences<</DisplayDocTitle true>>/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
        f"/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {meant} 0 R>>]>>"
    )
    info = objects.add(f"<</Title{text_string(title)}/Producer({PRODUCER})>>")
    return objects.bytes(root=root, info=info)


@lru_cache(maxsize=1)
def _profile() -> bytes:
    return stream(colours(), "/N 3")
