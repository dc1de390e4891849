"""The structure of a tagged PDF: what is a heading, what a paragraph, which marks on which page belong to it."""

from dataclasses import dataclass, field

from workflow.templates.pdf.objects import PdfObjects, text_string


@dataclass
class Part:
    """One element: its type (`H1`, `H2`, `P`, `Figure`), the marks (page, number on it) it holds, a picture's words."""

    kind: str
    marks: list[tuple[int, int]] = field(default_factory=list)
    alt: str = ""


class Tags:
    """Collects the parts in reading order while pages are drawn."""

    def __init__(self) -> None:
        self._parts: list[Part] = []
        self._of_page: dict[int, list[Part]] = {}

    def part(self, kind: str, alt: str = "") -> Part:
        """Return a new part behind all others."""
        made = Part(kind, alt=alt)
        self._parts.append(made)
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
        numbers = {id(part): self._added(objects, part, document, pages) for part in self._parts}
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

    @staticmethod
    def _added(objects: PdfObjects, part: Part, parent: int, pages: list[int]) -> int:
        marks = "".join(f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>" for page, mark in part.marks)
        alt = f"/Alt{text_string(part.alt)}" if part.alt else ""
        return objects.add(f"<</Type/StructElem/S/{part.kind}/P {parent} 0 R{alt}/K[{marks}]>>")
