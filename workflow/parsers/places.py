"""Finds where each value of a paper stands, for every value the field rules left without evidence. Pure.

The rules know best where they read; this module only searches afterwards: the value as it is, then nearly so, in the lines of the
paper's own pages. What is not found stays without a place; nothing is ever changed in the values.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow.core.reading import Evidence, Instrument, Stamp
from workflow.core.thai_date import DATE_PATTERN, parse
from workflow.parsers.fields.receipts import StampFound, take_stamps
from workflow.parsers.page import Line, Page
from workflow.parsers.paper_text import PaperText, Place, around, packed
from workflow.parsers.wanted import Want, wants_of

_DATE = DATE_PATTERN.pattern.replace(r"\s*", "").replace(r"\s?", "")


def with_places(papers: Sequence[Instrument], pages: Sequence[Page]) -> tuple[Instrument, ...]:
    """Return the papers with evidence for as many of their values as can be found on their pages."""
    by_number = {page.number: page for page in pages}
    texts: dict[tuple[int, ...], PaperText] = {}
    for paper in papers:
        if paper.pages not in texts:
            held = [by_number[n] for n in paper.pages if n in by_number]
            texts[paper.pages] = PaperText([line for page in held for line in page.lines])
    return tuple(_placed(paper, texts[paper.pages], _bounds(paper, papers, texts[paper.pages])) for paper in papers)


def _placed(paper: Instrument, text: PaperText, bounds: tuple[int, int]) -> Instrument:
    found: dict[str, Evidence] = {}
    ends: dict[str, int] = {}
    for want in wants_of(paper):
        if want.key in paper.evidence:
            continue
        place = _search(text, want, (max(bounds[0], ends.get(want.after, 0)), bounds[1]))
        place = place or (_search(text, want, bounds) if want.after in ends else None)
        if place and (evidence := text.evidence(place)):
            found[want.key], ends[want.key] = evidence, place.end
    stamps = _stamped(paper.receipts, text.lines) if paper.receipts else {}
    known = {key: _narrowed(key, seen, paper, text) for key, seen in paper.evidence.items()}
    found = {key: seen for key, seen in found.items() if not key.startswith("_")}
    return replace(paper, evidence={**known, **found, **stamps})


def _narrowed(key: str, seen: Evidence, paper: Instrument, text: PaperText) -> Evidence:
    """Return the evidence of a number or a date cut down to its own part of a row that holds more (ที่ … วันที่ …)."""
    row = text.find(seen.printed)
    if row is None or key not in {"number", "date"}:
        return seen
    if key == "number":
        place = text.find(paper.number or "", row.start, row.end)
    else:
        wanted = paper.date.isoformat() if paper.date else ""
        place = next((p for p in text.matches(_DATE, row.start, row.end) if _iso(text, p) == wanted), None)
    if place is None or (found := text.evidence(place)) is None:
        return seen
    return replace(found, confidence=seen.confidence)


def _bounds(paper: Instrument, papers: Sequence[Instrument], text: PaperText) -> tuple[int, int]:
    """Return the part of a page that is an endorsement's own: from its number to the next one's; the whole text of any other paper."""
    whole = (0, len(text.text))
    own = _opened(paper, text)
    if own is None or paper.kind != "endorsement":
        return whole
    starts = [_opened(other, text) for other in papers if other.pages == paper.pages]
    after = [start for start in starts if start is not None and start > own]
    return own, min(after, default=whole[1])


def _opened(paper: Instrument, text: PaperText) -> int | None:
    seen = paper.evidence.get("number")
    place = text.find(seen.printed) if seen else None
    if place is None:
        return None
    start = text.line_start(place.start)
    above = text.line_start(start - 1) if start else 0
    return above if "สำเนาถูกต้อง" in text.text[above:start] else start


def _search(text: PaperText, want: Want, bounds: tuple[int, int]) -> Place | None:
    start, stop = bounds
    if want.how == "text":
        return text.find(want.value, start, stop) or text.find_like(want.value, start, stop)
    if want.how == "date":
        dated = (*text.matches(_DATE, start, stop), *text.matches_across(_DATE, start, stop))
        return next((place for place in dated if _iso(text, place) == want.value), None)
    return next(text.matches(want.value, start, stop), None)


def _iso(text: PaperText, place: Place) -> str | None:
    on = parse(text.text[place.start : place.end])
    return on.isoformat() if on else None


def _stamped(receipts: Sequence[Stamp], lines: Sequence[Line]) -> dict[str, Evidence]:
    """Return the evidence of stamps: each is found again on the page, then its values within its own lines."""
    found: dict[str, Evidence] = {}
    left = [stamp for page in _by_page(lines) for stamp in take_stamps(page)[0]]
    for n, receipt in enumerate(receipts):
        best = max(left, key=lambda stamp: _alike(receipt, stamp), default=None)
        if best is None or not _alike(receipt, best):
            continue
        left.remove(best)
        text = PaperText(best.lines)
        found |= {key: seen for key, seen in _parts(f"receipts[{n}]", receipt, text) if seen}
    return found


def _by_page(lines: Sequence[Line]) -> list[list[Line]]:
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return list(pages.values())


def _alike(receipt: Stamp, found: StampFound) -> int:
    pairs = (
        (receipt.number, found.stamp.number), (receipt.time, found.stamp.time),
        (receipt.date, found.stamp.date), (receipt.unit, found.stamp.unit),
    )  # fmt: skip
    return sum(weight for weight, (one, other) in zip((4, 3, 2, 2), pairs, strict=True) if one and one == other)


def _parts(key: str, receipt: Stamp, text: PaperText) -> Iterator[tuple[str, Evidence | None]]:
    whole = text.evidence(Place(0, len(text.text)))
    if whole:
        boxes = [line.box for line in text.lines if line.box]
        yield key, replace(whole, box=around(boxes))
    clock = (receipt.time or "").lstrip("0").replace(":", "[.:]")
    date = next((p for p in text.matches(_DATE) if receipt.date and _iso(text, p) == receipt.date.isoformat()), None)
    places = {
        "unit": text.find(receipt.unit) if receipt.unit else None,
        "number": next(text.matches(rf"(?<!\d){receipt.number}(?!\d)"), None) if receipt.number else None,
        "date": date,
        "time": next(text.matches(rf"0?{clock}"), None) if clock else None,
    }
    for name, place in places.items():
        yield f"{key}.{name}", text.evidence(place) if place and packed(text.text) else None
