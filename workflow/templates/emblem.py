"""The emblem above a paper: the agency's own file, or a drawing of ours that says ตัวอย่าง and is no state emblem."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst

from workflow.core.document import Form
from workflow.core.errors import ConfigError
from workflow.templates.house_style import CM, HouseStyle

_ASSETS = Path(__file__).with_name("assets")
SAMPLE = _ASSETS / "emblem_sample.svg"
SEAL_PNG = _ASSETS / "seal_place.png"
_SIGNS = {".png": b"\x89PNG\r\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".svg": b"<svg"}


@dataclass(frozen=True)
class PlacedEmblem:
    """The picture's file, its place from the paper's top left corner and its height in points, and its alternative text."""

    path: Path
    x: float
    y: float
    height: float
    alt: str


def placed_emblem(form: Form, given: Path | None, style: HouseStyle) -> PlacedEmblem | None:
    """Return where the emblem goes: left on a memo (1.5 cm), centred on a letter under seal (3 cm), none on an endorsement."""
    if form == "endorsement":
        return None
    height = style.emblem if form == "memo" else style.emblem_letter
    x = style.left if form == "memo" else (style.page_width - height) / 2
    path, alt = (_readable(given), "ตราครุฑ") if given else (SAMPLE, "ภาพตัวอย่างแทนตราครุฑ")
    return PlacedEmblem(path, x, style.top, height, alt)


def _readable(picture: Path) -> Path:
    """Return the picture's full path; ConfigError unless it begins as a PNG, JPEG or SVG does."""
    start = picture.read_bytes()[:512] if picture.is_file() else b""
    sign = _SIGNS.get(picture.suffix.lower())
    if sign is None or sign not in start:
        raise ConfigError(
            f"ใช้แฟ้มตรา {picture} ไม่ได้ เพราะไม่พบแฟ้มหรือไม่ใช่ภาพ PNG JPEG หรือ SVG",
            next_step="แก้ค่า emblem ในการตั้งค่าของหน่วยงาน หรือวางแฟ้มตราของหน่วยงานไว้ที่ตำแหน่งนั้น",
        )
    return picture.resolve()


@lru_cache(maxsize=8)
def as_bitmap(picture: Path) -> bytes:
    """Return the picture as PNG or JPEG bytes; a drawing (SVG) is rasterised at 600 dots per inch, for Word before 2019 shows none."""
    if picture.suffix.lower() != ".svg":
        return picture.read_bytes()
    drawn = (
        f"#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image(sys.inputs.picture, height: {3 * CM}pt)"
    )
    compiler = typst.Compiler(drawn.encode(), root="/", sys_inputs={"picture": str(picture.resolve())})
    made = compiler.compile(format="png", ppi=600)
    assert isinstance(made, bytes)  # noqa: S101 - one page, one picture
    return made
