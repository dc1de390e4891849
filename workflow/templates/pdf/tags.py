"""The structure of a tagged PDF: what is a heading, what a paragraph, which marks on which page belong to it."""

from dataclasses import dataclass, field

from workflow.templates.pdf.objects import PdfObjects, text_string


@dataclass
class Part:
    """One element: its type (`H1`, `H2`, `P`, `Figure`, `Table`), the marks (page, number on it) it holds, a picture's words, its kids."""

    kind: str
    marks: list[tuple[int, int]] = field(default_factory=list)
    alt: str = ""
    kids: list["Part"] = field(default_factory=list)


class Tags:
    """Collects the parts in reading order while pages are drawn."""

    def __init__(self) -> None:
        self._parts: list[Part] = []
        self._of_page: dict[int, list[Part]] = {}

    def part(self, kind: str, alt: str = "", *, within: Part | None = None) -> Part:
        """Return a new part behind all others, or behind the kids of the part it stands within."""
        made = Part(kind, alt=alt)
        (self._parts if within is None else within.kids).append(made)
        return made

    def mark(self, part: Part, page: int) -> int:
        """Return the number of a new mark of this part on the page (from 0)."""
        on_page = self._of_page.setdefault(page, [])
        on_page.append(part)
        part.marks.append((page, len(on_page) - 1))
        return len(on_page) - 1

    def add(self, objects: PdfObjects, pages: list[int]) -> int:
        """Add the tree over the pages' objects and return its root's number."""
        root, document = objects.reserve(), objects.reserve()
        numbers: dict[int, int] = {}
        for part in self._parts:
            _add_part(objects, part, document, pages, numbers)
        rows = [
            f"{page}[{' '.join(f'{numbers[id(part)]} 0 R' for part in parts)}]"
            for page, parts in sorted(self._of_page.items())
        ]
        places = objects.add(f"<</Nums[{''.join(rows)}]>>")
        kids = " ".join(f"{numbers[id(part)]} 0 R" for part in self._parts)
        objects.put(document, f"<</Type/StructElem/S/Document/P {root} 0 R/K[{kids}]>>")
        objects.put(
            root, f"<</Type/StructTreeRoot/K[{document} 0 R]/ParentTree {places} 0 R/ParentTreeNextKey {len(pages)}>>"
        )
        return root


def _add_part(objects: PdfObjects, part: Part, parent: int, pages: list[int], numbers: dict[int, int]) -> int:
    """Add a part with all within it, note their objects' numbers by their identity, and return its own."""
    own = numbers[id(part)] = objects.reserve()
    marks = "".join(f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>" for page, mark in part.marks)
    kids = " ".join(f"{_add_part(objects, kid, own, pages, numbers)} 0 R" for kid in part.kids)
    alt = f"/Alt{text_string(part.alt)}" if part.alt else ""
    scope = "/A<</O/Table/Scope/Column>>" if part.kind == "TH" else ""
    objects.put(own, f"<</Type/StructElem/S/{part.kind}/P {parent} 0 R{alt}{scope}/K[{marks}{kids}]>>")
    return own
