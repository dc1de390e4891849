"""Write the committed sample pages anew: `python -m tests.unit.memos.renew_samples`. Look at every page before committing it."""

from pathlib import Path

import pypdfium2

import memos
from memos import CATALOGUE
from tests.unit.templates.papers import FONTS
from workflow.templates.compose import compose
from workflow.templates.render import render

FOLDER = Path(memos.__file__).parent


def main() -> None:
    """Write sample.txt, sample.pdf and sample.png (the first page) beside every kind."""
    for name, kind in CATALOGUE.items():
        folder = FOLDER / name.replace("-", "_")
        document = compose(kind, kind.sample())
        (folder / "sample.txt").write_text(document.words() + "\n", encoding="utf-8")
        made = render(document, folder, "sample", fonts=FONTS)
        made.docx.unlink()  # its bytes carry the time of writing: not for the repository
        page = pypdfium2.PdfDocument(made.pdf)[0].render(scale=1.0).to_pil()
        page.convert("P", colors=32).save(folder / "sample.png", optimize=True)


if __name__ == "__main__":
    main()
