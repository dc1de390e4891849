"""The typefaces papers are set in, and how wide their words are."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import thaibreak
import uharfbuzz as hb

_SARABUN = Path(__file__).resolve().parents[2] / ".venv" / "share" / "saraban" / "fonts"
_TLWG = Path("/usr/share/fonts/truetype/tlwg")
FOLDERS = (str(_SARABUN), str(_TLWG))
# Family: the file's stem, and the size that stands for 16 points of TH Sarabun.
SARABUN = "TH Sarabun New"
_FAMILIES = {
    SARABUN: (_SARABUN / "THSarabunNew", 16.0),
    "Laksaman": (_TLWG / "Laksaman", 10.7),
    "Norasi": (_TLWG / "Norasi", 12.0),
    "Kinnari": (_TLWG / "Kinnari", 12.0),
    "Garuda": (_TLWG / "Garuda", 10.5),
    "Loma": (_TLWG / "Loma", 10.5),
    "Umpush": (_TLWG / "Umpush", 11.5),
    "Waree": (_TLWG / "Waree", 9.8),
    "Sawasdee": (_TLWG / "Sawasdee", 11.0),
    "Purisa": (_TLWG / "Purisa", 11.0),
    "Tlwg Typist": (_TLWG / "TlwgTypist", 11.0),
    "Tlwg Typo": (_TLWG / "TlwgTypo", 10.5),
}
BODY = ("Laksaman", "Norasi", "Kinnari", "Garuda", "Loma", "Umpush", "Waree")
HAND = ("Purisa", "Sawasdee", "Kinnari", "Umpush", SARABUN)
PRINT = (SARABUN, "Loma", "Tlwg Typist", "Garuda", "Laksaman")
BLACK = "#101010"


@dataclass(frozen=True)
class Type:
    """A family, a size in points, and how it is drawn."""

    family: str = SARABUN
    size: float = 16.0
    bold: bool = False
    slanted: bool = False
    colour: str = BLACK

    def heavy(self) -> "Type":
        """Return the same type in bold."""
        return replace(self, bold=True)

    def sized(self, times: float) -> "Type":
        """Return the same type, larger or smaller."""
        return replace(self, size=round(self.size * times, 2))


def body_type(family: str) -> Type:
    """Return the family at the size its letters are as tall as 16 points of TH Sarabun, which stands in for one not on this machine."""
    held = SARABUN if family in missing() else family
    return Type(held, _FAMILIES[held][1])


@lru_cache(maxsize=1)
def missing() -> frozenset[str]:
    """Return the families that are not on this machine; Debian's package fonts-thai-tlwg brings all but TH Sarabun New."""
    return frozenset(family for family in _FAMILIES if not _file(family, bold=False))


def _file(family: str, *, bold: bool) -> Path | None:
    stem, _ = _FAMILIES[family]
    names = [f"{stem.name}-Bold"] if bold else [f"{stem.name}-Regular", stem.name]
    return next((p for p in (stem.with_name(f"{name}.ttf") for name in names) if p.exists()), None)


@lru_cache(maxsize=32)
def _font(family: str, bold: bool) -> tuple[hb.Font, int]:
    face = hb.Face(hb.Blob.from_file_path(str(_file(family, bold=bold))))
    return hb.Font(face), face.upem


@lru_cache(maxsize=100_000)
def _advance(family: str, bold: bool, text: str) -> float:
    if not text:
        return 0.0
    font, upem = _font(family, bold)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return float(sum(p.x_advance for p in buffer.glyph_positions)) / upem


def width(text: str, kind: Type) -> float:
    """Return how wide the text is in points."""
    return _advance(kind.family, kind.bold, text) * kind.size


# Numbers of letters, words of another script and abbreviations are not cut.
_WHOLE = re.compile(
    r"[0-9๐-๙]+(?:[.,:/-]ว?[0-9๐-๙]+)*|[A-Za-z][A-Za-z0-9@._:/-]*|(?:[ก-ฮเ-ไ][ก-์]{0,3}\.)+|(?<![ก-์])[ก-ฮ]{2,4}(?= [0-9๐-๙])"
)
_NEVER_FIRST = frozenset("ๆฯะาำๅ)]”’.,:;!?%/ ")


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Return the text cut wherever a line may end; joined again the pieces are the text."""
    held = {n for span in _WHOLE.finditer(text) for n in range(span.start() + 1, span.end())}
    cuts = {n for n in thaibreak.boundaries(text) if 0 < n < len(text)}
    cuts |= {m.end() for m in re.finditer(r" +", text) if m.end() < len(text)}
    sound = sorted(n for n in cuts if n not in held and text[n] not in _NEVER_FIRST and text[n - 1] not in "(“‘/")
    return tuple(text[a:b] for a, b in pairwise((0, *sound, len(text))))
