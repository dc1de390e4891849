"""The Thai typeface: found in folders the caller names, never silently replaced (a substitute would move page breaks)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.core.errors import MissingFont

_REGULAR = ("THSarabunNew-Regular.ttf", "THSarabunNew.ttf", "THSarabunNew Regular.ttf")
_BOLD = ("THSarabunNew-Bold.ttf", "THSarabunNew Bold.ttf")


@dataclass(frozen=True)
class FontSet:
    """The two files every paper is set in: TH Sarabun New, regular and bold."""

    regular: Path
    bold: Path


def find_fonts(folders: Sequence[Path]) -> FontSet:
    """Return TH Sarabun New from the first folders that hold it (searched with their sub-folders).

    MissingFont names the missing files and the folders searched.
    """
    regular, bold = _first(folders, _REGULAR), _first(folders, _BOLD)
    if regular and bold:
        return FontSet(regular, bold)
    missing = " และ ".join(name for name, found in ((_REGULAR[0], regular), (_BOLD[0], bold)) if not found)
    raise MissingFont(
        f"ไม่พบแบบอักษร TH Sarabun New ({missing}) ในโฟลเดอร์ {', '.join(map(str, folders)) or '(ไม่ได้ระบุ)'}",
        next_step=f"สั่ง make setup หรือคัดลอก THSarabunNew*.ttf ไปไว้ที่ {folders[0] if folders else 'โฟลเดอร์แบบอักษร'}",
    )


def _first(folders: Sequence[Path], names: Sequence[str]) -> Path | None:
    return next(_matches(folders, names), None)


def _matches(folders: Sequence[Path], names: Sequence[str]) -> Iterator[Path]:
    for folder in folders:
        for name in names:
            if (folder / name).is_file():
                yield folder / name
        if folder.is_dir():
            yield from (path for name in names for path in sorted(folder.rglob(name)))
