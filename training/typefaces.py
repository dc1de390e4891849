"""Finds the Thai typefaces of this machine, one entry a family; two families are never trained on."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

HELD_OUT = ("umpush", "taviraj")  # one without feet, one with; read only when the model is measured
FOLDERS = ("/usr/share/fonts", ".venv/share/saraban/fonts", "data/training/fonts")
# Families of letters first: real ones are printed in them. Display faces stay rare.
_WEIGHTS = {
    "thsarabun": 7.0, "thsarabunnew": 8.0, "sarabun": 4.0, "laksaman": 3.5, "norasi": 3.0, "kinnari": 3.0, "garuda": 2.5, "loma": 2.5,
    "waree": 1.5, "thniramitas": 1.5, "notoloopedthai": 1.5, "notosansthai": 1.2, "notoserifthai": 1.5, "sawasdee": 1.6, "freeserif": 1.0,
    "tlwgtypo": 1.0, "tlwgtypist": 1.0, "tlwgmono": 0.8, "tlwgtypewriter": 1.0, "thchakrapetch": 0.8, "thk2djuly8": 0.8, "thkoho": 0.8,
    "thkrub": 0.8, "thbaijam": 1.0, "thfahkwang": 0.8, "thkodchasal": 0.8, "kanit": 0.4, "prompt": 0.4, "baijamjuree": 0.8, "k2d": 0.5,
    "anuphan": 0.4, "athiti": 0.5, "ibmplexsansthailooped": 1.0, "maitree": 1.0, "mali": 0.6, "mitr": 0.3, "niramit": 0.8, "pridi": 0.5,
    "purisa": 1.2, "thmaligrade6": 0.8, "thcharmofau": 0.5, "itim": 0.8, "sriracha": 0.5,
}  # fmt: skip
_PENS = (
    "purisa",
    "thmaligrade6",
    "thcharmofau",
    "itim",
    "sriracha",
    "mali",
)  # what a clerk writes into a stamp looks like these
_TYPED = ("tlwgtypewriter", "tlwgtypist", "tlwgtypo", "tlwgmono")  # what a clerk types into one
_STYLES = (
    "regular",
    "bold",
    "italic",
    "oblique",
    "bolditalic",
    "boldoblique",
    "medium",
    "light",
    "semibold",
    "regularitalic",
    "mediumitalic",
    "semibolditalic",
    "",
)


@dataclass(frozen=True)
class Typeface:
    """One family: its files, how often it is drawn, whether training may see it."""

    family: str
    files: tuple[str, ...]
    weight: float

    @property
    def held_out(self) -> bool:
        """Whether only measuring may use it."""
        return self.family in HELD_OUT

    @property
    def pen(self) -> bool:
        """Whether it looks written by hand."""
        return self.family in _PENS

    @property
    def in_stamps(self) -> bool:
        """Whether stamps are filled in it more often than letters are printed in it."""
        return self.pen or self.family in _TYPED

    @property
    def plain(self) -> tuple[str, ...]:
        """Its upright files of common weight, all of its files when it has none."""
        held = tuple(f for f in self.files if _family(Path(f).stem)[1] in ("", "regular", "medium"))
        return held or self.files


def typefaces(folders: Iterable[str] = ()) -> list[Typeface]:
    """Return the known families present in `folders` (by default FOLDERS and $SARABAN_TRAINING_FONTS), by name."""
    where = tuple(folders) or (*FOLDERS, *os.environ.get("SARABAN_TRAINING_FONTS", "").split(":"))
    found: dict[str, set[str]] = {}
    for path in (p for folder in where if folder for p in sorted(Path(folder).rglob("*.[to]tf"))):
        family, style = _family(path.stem)
        if (family in _WEIGHTS or family in HELD_OUT) and style in _STYLES:
            found.setdefault(family, set()).add(str(path))
    return [
        Typeface(family, tuple(sorted(files)), _WEIGHTS.get(family, 1.0)) for family, files in sorted(found.items())
    ]


def _family(stem: str) -> tuple[str, str]:
    plain = stem.lower().replace("_", "-").replace(" ", "")
    head, _, style = plain.partition("-")
    style = style.replace("-", "")
    if head in ("freeserifbold", "freeserifitalic", "freeserifbolditalic"):
        return "freeserif", head.removeprefix("freeserif")
    return head, style
