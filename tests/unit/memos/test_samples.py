"""Every kind of memo has wording and a sample page, and still says what the sample says."""

from pathlib import Path

import pypdfium2
import pytest

import memos
from memos import CATALOGUE
from tests.unit.memos.cases import said
from tests.unit.templates.papers import letters

FOLDER = Path(memos.__file__).parent
KINDS = {name: FOLDER / name.replace("-", "_") for name in CATALOGUE}


@pytest.mark.parametrize(("name", "folder"), KINDS.items(), ids=KINDS)
def test_the_sample_case_still_gives_the_committed_words(name: str, folder: Path) -> None:
    golden = (folder / "sample.txt").read_text(encoding="utf-8")
    assert said(name, CATALOGUE[name].sample()) + "\n" == golden, (
        "look at the page: python -m tests.unit.memos.renew_samples"
    )


@pytest.mark.parametrize("folder", KINDS.values(), ids=KINDS)
def test_the_committed_pdf_shows_the_committed_words(folder: Path) -> None:
    pages = pypdfium2.PdfDocument(folder / "sample.pdf")
    text = letters("".join(page.get_textpage().get_text_range() for page in pages))
    lines = (folder / "sample.txt").read_text(encoding="utf-8").splitlines()
    # A line over a page's end has the catchword and the page number inside it.
    assert sum(letters(line) in text for line in lines) >= len(lines) - (len(pages) - 1)


def test_every_folder_of_the_catalogue_is_in_the_catalogue() -> None:
    folders = {path.parent for path in FOLDER.glob("*/wording.j2")}
    assert folders == set(KINDS.values())
    assert all(kind.name == name and kind.wording.parent == KINDS[name] for name, kind in CATALOGUE.items())
