"""Finds the Thai typefaces of this machine, one entry a family; two families are never trained on."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

HELD_OUT = ("norasi", "umpush")  # read only when the model is measured
FOLDERS = ("/usr/share/fonts", ".venv/share/saraban/fonts", "data/training/fonts")
# Families of letters first: real ones are printed in them. Display faces stay rare.
_WEIGHTS = {
    "thsarabun": 6.0, "thsarabunnew": 6.0, "sarabun": 4.0, "laksaman": 3.0, "angsananew": 3.0, "kinnari": 2.0, "thniramitas": 1.5,
    "notoloopedthai": 1.5, "notosansthai": 1.5, "notoserifthai": 1.5, "garuda": 1.5, "loma": 1.5, "waree": 1.0, "thchakrapetch": 1.0,
    "thk2djuly8": 1.0,
    "thkoho": 1.0, "thkrub": 1.0, "thbaijam": 1.0, "thfahkwang": 1.0, "thkodchasal": 1.0, "freeserif": 0.7, "sawasdee": 0.6, "tlwgtypo": 0.8,
    "tlwgtypist": 0.8, "tlwgmono": 0.6, "tlwgtypewriter": 0.8, "thmaligrade6": 0.3, "purisa": 0.3, "thcharmofau": 0.2,
}  # fmt: skip
_STYLES = ("regular", "bold", "italic", "oblique", "bolditalic", "boldoblique", "medium", "light", "semibold", "")


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
