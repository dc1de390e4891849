"""The typeface inside a page: only the letters the page holds, as WOFF, so that one file is enough anywhere."""

import io
from pathlib import Path

_ALWAYS = "0123456789๐๑๒๓๔๕๖๗๘๙ ·–—…()[]“”/%!?"
_SHAPED = "\u0e4d\u0e32\u25cc"  # what a shaper makes of ำ, and sets a lonely mark on


def woff(font: Path, text: str) -> bytes:
    """Return a font cut down to the letters of `text`, its Thai mark placing kept."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(layout_features=["*"], flavor="woff", hinting=False, notdef_outline=True)
    with TTFont(font, lazy=True) as whole:
        cutter = subset.Subsetter(options)
        cutter.populate(text=text + _ALWAYS + _SHAPED)
        cutter.subset(whole)
        whole.flavor = "woff"
        out = io.BytesIO()
        whole.save(out)
    return out.getvalue()
