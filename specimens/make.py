"""Write the specimen packet: `.venv/bin/python specimens/make.py [FOLDER]` makes it, its gold and result-letter.txt, the same bytes each run."""

import json
import sys
from pathlib import Path

import endorsements
import fresh_letter
import letter
import memo
import pypdfium2
import typst
from elements import Element
from gold import fresh_letter_gold, packet_gold
from lines import FONTS
from mark import outlined

HERE = Path(__file__).parent
MARK = "เอกสารตัวอย่าง บุคคลและเลขหมายทั้งหมดเป็นเรื่องสมมติ"


def packet() -> list[list[Element]]:
    """Return the pages in the order of the file, as such packets arrive: newest on top, and memo page 2 lost."""
    return [
        endorsements.page(),
        memo.fourth_page(),
        memo.first_page(),
        memo.third_page(),
        letter.first_page(),
        letter.second_page(),
    ]


def typeset(pages: list[list[Element]]) -> bytes:
    """Return the PDF of the pages; ValueError when one of them runs over its sheet."""
    pdf: bytes = typst.compile(
        str(HERE / "forms.typ"),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"packet": json.dumps(pages, ensure_ascii=False), "mark": outlined(MARK)},
        format="pdf",
    )
    with pypdfium2.PdfDocument(pdf) as made:
        if len(made) != len(pages):
            raise ValueError(f"{len(pages)} pages were written, {len(made)} sheets were set: shorten a page")
    return pdf


def write(folder: Path) -> None:
    """Write the packet, the fresh letter and both gold files into `folder`."""
    (folder / "police-chain.pdf").write_bytes(typeset(packet()))
    (folder / "result-letter.txt").write_text(fresh_letter.text(), encoding="utf-8")
    for name, gold in (("police-chain", packet_gold()), ("result-letter", fresh_letter_gold())):
        text = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
        (folder / f"{name}.gold.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
