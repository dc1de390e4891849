"""The right answers of a paper, in the shape of the reading contract."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from benchmarks.papers.sheet import Sheet

Instrument = dict[str, Any]


@dataclass
class Paper:
    """Sheets, what must be read on them, the findings that must be made, and the pages with nothing but items of advice."""

    kind: str
    sheets: list[Sheet]
    instruments: list[Instrument]
    findings: set[str] = field(default_factory=set)
    spare: tuple[int, ...] = ()

    def gold(self) -> dict[str, Any]:
        """Return the gold file's object."""
        return {
            "source": {"pages": len(self.sheets)},
            "instruments": self.instruments,
            "findings_expected": sorted(self.findings),
        }


def instrument(kind: str, pages: list[int], **facts: Any) -> Instrument:
    """Return an instrument; dates become ISO, spaces single."""
    return {"kind": kind, "pages": pages, "missing_pages": [], **{k: _plain(v) for k, v in facts.items()}}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return re.sub(r"\s+", " ", value).strip()
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    return value


def moved(one: Instrument, where: dict[int, int]) -> Instrument:
    """Return the instrument with its page numbers put through `where`; pages not in it are gone."""
    out = {**one, "pages": [where[p] for p in one["pages"] if p in where]}
    if "recommendations" in one:
        out["recommendations"] = [
            {**r, "page": where[r["page"]]} if "page" in r else r
            for r in one["recommendations"]
            if where.get(r.get("page", 0), 1)
        ]
    return out
