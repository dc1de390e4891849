"""Texts that begin with a vowel sign or a tone mark: no Thai word does, so a reader lost the letter before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding, Instrument
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

_HEADLESS = re.compile(r"^[\"“‘'(\[]?[ะัาำิีึืฺุู็่้๊๋์ํๅ]")


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return a doubt for each name or title that lost its first letter."""
    return [
        _finding(n, field, text, draft.instrument.pages[0])
        for n, draft in enumerate(drafts)
        for field, text in _texts(draft.instrument)
        if text and _HEADLESS.match(text)
    ]


def _texts(paper: Instrument) -> Iterator[tuple[str, str | None]]:
    yield from (("sender", paper.sender), ("subject", paper.subject))
    yield from ((f"to[{k}]", to) for k, to in enumerate(paper.to))
    yield from ((f"enclosures[{k}]", title) for k, title in enumerate(paper.enclosures))
    yield from ((f"receipts[{k}].unit", stamp.unit) for k, stamp in enumerate(paper.receipts))
    for place, who in (("signatory", paper.signatory), ("order.signatory", paper.order and paper.order.signatory)):
        if who:
            yield from ((f"{place}.name", who.name), (f"{place}.position", who.position))
    if paper.survey:
        yield from ((f"survey.indicators[{k}].name", row.name) for k, row in enumerate(paper.survey.indicators))
    yield from ((f"recommendations[{k}].name", given.name) for k, given in enumerate(paper.recommendations))


def _finding(n: int, field: str, text: str, page: int) -> Finding:
    message = f"“{text[:40]}” ขึ้นต้นด้วยสระหรือวรรณยุกต์ ตัวอักษรหน้าคงหายไป โปรดพิมพ์ตามต้นฉบับ"
    return Finding("low-confidence", "warning", message, instrument=n, field=field, page=page)
