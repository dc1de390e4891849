"""A small born-digital letter, set for one test: the words of the specimen under a number and a day of its own."""

import json
import sys
from pathlib import Path

import typst

from tests.conftest import ROOT

WORDS = ROOT / "specimens/result-letter.txt"
FONTS = Path(sys.prefix) / "share" / "saraban" / "fonts"
_HEAD = (
    '#set page(paper: "a4", margin: (left: 3cm, right: 2cm, y: 2.5cm))\n'
    '#set text(font: "TH Sarabun New", size: 16pt, lang: "th")\n#set par(leading: 6pt, spacing: 8pt)\n'
)


def born_digital(folder: Path, number: str, dated: str = "๑๒ ธันวาคม ๒๕๖๘") -> Path:
    """Set the letter as a PDF of one page in the folder; `number` is what stands after ว in its number, in Thai digits."""
    words = WORDS.read_text("utf-8").replace("ว๒๔๐๗", f"ว{number}").replace("๑๔ พฤศจิกายน ๒๕๖๘", dated)
    lines = (
        f"#text({json.dumps(line, ensure_ascii=False)})\n\n" if line else "#v(6pt)\n" for line in words.splitlines()
    )
    source = folder / f"{number}.typ"
    source.write_text(_HEAD + "".join(lines), "utf-8")
    path = folder / f"หนังสือ-{number}.pdf"
    path.write_bytes(typst.compile(str(source), font_paths=[str(FONTS)], ignore_system_fonts=True))
    return path
