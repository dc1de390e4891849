"""Sheets → PDF by typst."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from threading import Lock

import typst

from benchmarks.papers.faces import FOLDERS
from benchmarks.papers.sheet import Group, Line, Ring, Sheet, Thing

_TEMPLATE = Path(__file__).with_name("page.typ")
_ONE_AT_A_TIME = Lock()


def pdf_of(sheets: Sequence[Sheet], *, pen: bool = True) -> bytes:
    """Return the sheets as a PDF with a text layer; `pen` False leaves out what was written by hand."""
    paper = [
        {
            "width": sheet.width,
            "height": sheet.height,
            "things": [_plain(t) for t in (*sheet.under, *sheet.print, *(sheet.pen if pen else ()))],
        }
        for sheet in sheets
    ]
    with _ONE_AT_A_TIME:
        made = _compiler().compile(format="pdf", sys_inputs={"paper": json.dumps(paper)}, timestamp=0)
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    return typst.Compiler(str(_TEMPLATE), root="/", font_paths=list(FOLDERS), ignore_system_fonts=True)


def _plain(thing: Thing) -> dict[str, object]:
    if isinstance(thing, Group):
        return {**asdict(thing), "what": "group", "things": [_plain(t) for t in thing.things]}
    what = "line" if isinstance(thing, Line) else "ring" if isinstance(thing, Ring) else "stroke"
    return {**asdict(thing), "what": what}
