"""Read a file: pages, papers, fields, doubts, secrets. The one way in, whatever the file is."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from workflow.core.almanac import Almanac
from workflow.core.framework import Framework
from workflow.core.reading import Finding, Instrument, Reading, Secret, Source
from workflow.core.thai_digits import to_thai
from workflow.parsers.bundle import papers_of
from workflow.parsers.checks import Context, run_checks
from workflow.parsers.classified import refuse_classified
from workflow.parsers.draft import Draft
from workflow.parsers.fields.secrecy import secrecy_of
from workflow.parsers.masking import masked, secrets_of, values_of
from workflow.parsers.open_file import open_pages
from workflow.parsers.page import Page, PagedFile, turned_of
from workflow.parsers.places import with_places
from workflow.parsers.scan import Ocr
from workflow.parsers.transcript import pages_of
from workflow.parsers.understand import understand


def read_file(
    path: Path, *, ocr: Ocr | None = None, almanac: Almanac | None = None, frameworks: Sequence[Framework] = ()
) -> Reading:
    """Return what a file says; the checks know the holidays and ranks of `almanac` and the surveys of `frameworks`.

    NotFound, UnreadableFile (not what it claims to be, damaged, empty) and Refused (encrypted, classified) say what to do next.
    """
    return read_with_pages(path, ocr=ocr, almanac=almanac, frameworks=frameworks)[0]


def read_with_pages(
    path: Path, *, ocr: Ocr | None = None, almanac: Almanac | None = None, frameworks: Sequence[Framework] = ()
) -> tuple[Reading, tuple[Page, ...]]:
    """Return what a file says, and the pages it was read from; errors as in `read_file`. Secrets stand unmasked in the pages."""
    opened = open_pages(path, ocr=ocr)
    pages = _pages(opened)
    refuse_classified(path, secrecy_of(pages))
    papers = papers_of(pages)
    drafts = understand(papers)
    doubtful = opened.recognised and not (ocr and ocr.digits_trusted)
    context = Context(
        tuple(papers), opened.foreign, doubtful, opened.recognised, almanac or Almanac(), tuple(frameworks),
        turned_of(pages),
    )  # fmt: skip
    findings = [*_own(drafts), *run_checks(drafts, context)]
    secrets = tuple(secrets_of(pages))
    source = Source(
        path.name, hashlib.sha256(path.read_bytes()).hexdigest(), opened.container, len(pages), opened.text_layer
    )
    instruments, ordered = _in_order(drafts, findings)
    instruments = with_places(instruments, pages)
    known = values_of(pages)
    reading = Reading(
        source, masked(instruments, known), (*masked(tuple(ordered), known), *_secret_findings(secrets)), secrets
    )
    return reading, tuple(pages)


def _pages(opened: PagedFile) -> Sequence[Page]:
    if opened.container == "txt" and len(opened.pages) == 1:
        return pages_of(opened.pages[0])
    return opened.pages


def _own(drafts: Sequence[Draft]) -> Iterator[Finding]:
    for n, draft in enumerate(drafts):
        for finding in draft.findings:
            yield replace(finding, instrument=n)


def _in_order(drafts: Sequence[Draft], findings: Sequence[Finding]) -> tuple[tuple[Instrument, ...], list[Finding]]:
    """Return the instruments oldest first where dates tell, and the findings pointing at their new places."""
    dated = [(d.instrument.date is None, d.instrument.date or 0, n) for n, d in enumerate(drafts)]
    order = [n for *_, n in sorted(dated, key=lambda key: (key[0], str(key[1]), key[2]))]
    place = {old: new for new, old in enumerate(order)}
    papers = [drafts[n].instrument for n in order]
    papers = [replace(p, host=_host(papers, n)) if p.kind == "endorsement" else p for n, p in enumerate(papers)]
    return tuple(papers), [f if f.instrument is None else replace(f, instrument=place[f.instrument]) for f in findings]


def _host(papers: Sequence[Instrument], index: int) -> int | None:
    """Return the paper an endorsement is written on: the one whose page it shares, the one it cites, else the newest memo or letter."""
    own = papers[index]
    cited = {_plain(r.number) for r in own.references}
    others = [n for n, p in enumerate(papers) if p.kind not in {"endorsement", "table"}]
    shared = [n for n in others if set(own.pages) & set(papers[n].pages)]
    named = [n for n in others if _plain(papers[n].number) in cited - {""}]
    before = [n for n in others if n < index and papers[n].kind in {"memo", "letter"}]
    memos = [n for n in before if papers[n].kind == "memo"]
    return next(iter([*shared, *named, *reversed(memos), *reversed(before)]), None)


def _plain(number: str | None) -> str:
    return (number or "").replace(" ", "")


def _secret_findings(secrets: Sequence[Secret]) -> list[Finding]:
    if not secrets:
        return []
    message = f"พบข้อมูลลับ {to_thai(len(secrets))} แห่ง ทุกฉบับที่ส่งต่อจะปกปิดไว้ ผู้มีหน้าที่ดูได้จากต้นฉบับเท่านั้น"
    return [Finding("secret-found", "warning", message, page=secrets[0].page, box=secrets[0].box)]
