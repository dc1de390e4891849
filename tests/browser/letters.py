"""A small born-digital letter, set for one test: the words of the specimen under a number and a day of its own."""

import json
from pathlib import Path

from tests.integration.services.police import LETTER
from tests.unit.parsers.printed import typeset

_HEAD = (
    '#set page(paper: "a4", margin: (left: 3cm, right: 2cm, y: 2.5cm))\n'
    '#set text(font: "TH Sarabun New", size: 16pt, lang: "th")\n#set par(leading: 6pt, spacing: 8pt)\n'
)


def born_digital(folder: Path, number: str, dated: str = "๑๒ ธันวาคม ๒๕๖๘") -> Path:
    """Set the letter as a PDF of one page in the folder; `number` is what stands after ว in its number, in Thai digits."""
    words = LETTER.read_text("utf-8").replace("ว๒๔๐๗", f"ว{number}").replace("๑๔ พฤศจิกายน ๒๕๖๘", dated)
    lines = (
        f"#text({json.dumps(line, ensure_ascii=False)})\n\n" if line else "#v(6pt)\n" for line in words.splitlines()
    )
    return typeset(folder / f"หนังสือ-{number}.pdf", _HEAD + "".join(lines))
