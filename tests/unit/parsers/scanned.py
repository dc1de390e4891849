"""Pages as a recogniser hands them over: rows with places, and how sure it is of each character."""

from collections.abc import Mapping, Sequence

from tests.unit.parsers.papers import placed
from workflow.core.reading import Finding, Instrument
from workflow.parsers.bundle import papers_of
from workflow.parsers.checks import Context, run_checks
from workflow.parsers.draft import Draft
from workflow.parsers.page import Line, Page
from workflow.parsers.rows import Row, rows_of
from workflow.parsers.understand import understand


def scanned(rows: Sequence[tuple[float, str]], number: int = 1, doubts: Mapping[str, float] | None = None) -> Page:
    """Return rows (indent, text) as a scanned page; `doubts` gives the sureness of the letters of a word, wherever it stands."""
    page = placed(rows, number)
    lines = tuple(Line(**{**vars(line), "sure": _sure(line.text, doubts or {})}) for line in page.lines)
    return Page(number, lines, page.width, page.height)


def row(text: str) -> Row:
    """Return one scanned row at the left margin."""
    return rows_of(scanned([(0, text)]).lines)[0]


def understood(*pages: Page) -> list[Draft]:
    """Return what is understood of scanned pages, before any check."""
    return understand(papers_of(pages))


def paper(rows: Sequence[tuple[float, str]], doubts: Mapping[str, float] | None = None) -> Instrument:
    """Return the one paper of a scanned page, checked."""
    drafts, _ = checked(scanned(rows, doubts=doubts))
    assert len(drafts) == 1, [d.instrument.kind for d in drafts]
    return drafts[0].instrument


def checked(*pages: Page) -> tuple[list[Draft], list[Finding]]:
    """Return what is understood of scanned pages, and the doubts."""
    papers = papers_of(pages)
    drafts = understand(papers)
    return drafts, run_checks(drafts, Context(tuple(papers), recognised=True))


def _sure(text: str, doubts: Mapping[str, float]) -> tuple[float, ...]:
    sure = [0.99] * len(text)
    for word, doubt in doubts.items():
        at = text.find(word)
        if at >= 0:
            sure[at : at + len(word)] = [doubt] * len(word)
    return tuple(sure)
