"""What people corrected becomes training lines for the recogniser: a picture of the line and its true words. They stay on this machine.

The format is that of the recogniser's own test lines: PNGs 48 pixels high, and `truth.json` with the words of each by its name.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.core.correction import Correction
from workflow.core.errors import SarabanError
from workflow.core.reading import Box, Reading
from workflow.core.secrets import find
from workflow.parsers.line_crops import LineCrop, crops_at
from workflow.parsers.page_pictures import PagePicture, page_pictures
from workflow.parsers.retyped import retyped
from workflow.services.desk import Desk
from workflow.store.corrections import corrected_matters, corrections_of, in_force
from workflow.store.json_shapes import reading_from
from workflow.store.tables import MatterRow

REST_SURE = 0.85  # every letter beside the corrected value: a line with other mistakes would teach them
PLACELESS, TYPED, LOST = "ไม่ทราบตำแหน่งบนหน้า", "มีข้อความในแฟ้ม ไม่ต้องอ่านจากภาพ", "เปิดต้นฉบับไม่ได้"
UNCLEAR, SECRET = "จับคู่กับบรรทัดเดียวที่อ่านชัดไม่ได้", "อยู่ในบรรทัดที่มีข้อมูลลับ"


@dataclass(frozen=True)
class TrueLine:
    """A line's picture as PNG and its true words, under a name of its own."""

    name: str
    png: bytes
    text: str


@dataclass(frozen=True)
class ExportedLines:
    """How many lines were written and where; how many corrections could give none, by reason."""

    folder: Path
    written: int
    left_out: dict[str, int]


def export_corrections(desk: Desk, folder: Path) -> ExportedLines:
    """Write the lines; running it again renews them. Lines with logins or mobiles are never among them."""
    with desk.store.read() as session:
        made = [(row, in_force(corrections_of(session, row.id or 0))) for row in corrected_matters(session)]
    results = [result for row, corrections in made for result in _lines(desk, row, corrections)]
    lines = [result for result in results if isinstance(result, TrueLine)]
    _write(folder, lines)
    return ExportedLines(folder, len(lines), dict(Counter(r for r in results if isinstance(r, str))))


def _write(folder: Path, lines: Sequence[TrueLine]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    index = folder / "truth.json"
    truth: dict[str, str] = json.loads(index.read_text("utf-8")) if index.exists() else {}
    for line in lines:
        (folder / line.name).write_bytes(line.png)
        truth[line.name] = line.text
    index.write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")


def _lines(desk: Desk, row: MatterRow, corrections: Sequence[Correction]) -> Iterator[TrueLine | str]:
    """Yield for each correction its line, or the reason why it gives none."""
    wanted = {made.page for made in corrections if made.page and made.box}
    try:
        pictures = _pictures(desk, row, wanted) if wanted else {}
    except SarabanError:
        yield from (LOST for _ in corrections)
        return
    reading = reading_from(row.reading)
    for made in corrections:
        if not (made.page and made.box):
            yield PLACELESS
        elif (picture := pictures.get(made.page)) is None:
            yield TYPED
        else:
            yield _line(
                f"matter{row.id}-{made.paper}-{_safe(made.field)}.png", made, picture, _hidden(reading, made.page)
            )


def _pictures(desk: Desk, row: MatterRow, wanted: set[int]) -> dict[int, PagePicture]:
    path = desk.originals.path(row.sha256)
    told = (doubt for doubt in reading_from(row.reading).findings if doubt.code == "page-turned")
    turned = {doubt.page: None for doubt in told if doubt.page}
    pages = enumerate(page_pictures(path, Path(row.file_name).suffix, only=wanted, turned=turned), 1)
    return {number: page for number, page in pages if page and page.recognised and number in wanted}


def _safe(field: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", field).strip("-")


def _hidden(reading: Reading, page: int) -> list[Box]:
    return [secret.box for secret in reading.secrets if secret.page == page and secret.box]


def _line(name: str, made: Correction, picture: PagePicture, hidden: Sequence[Box]) -> TrueLine | str:
    import cv2

    crops = crops_at(picture, made.box) if made.box else []
    if any(find(crop.text) or any(_meet(crop.box, box) for box in hidden) for crop in crops):
        return SECRET
    true = [(crop, fixed) for crop in crops if (fixed := retyped(crop.text, made))]
    if len(true) != 1 or not _rest_is_sure(true[0][0], true[0][1][1]):
        return UNCLEAR
    crop, (text, _) = true[0]
    if find(text):
        return SECRET
    done, png = cv2.imencode(".png", crop.grey)
    return TrueLine(name, png.tobytes(), text.strip()) if done else UNCLEAR


def _rest_is_sure(crop: LineCrop, replaced: range) -> bool:
    rest = [x.confidence for n, x in enumerate(crop.letters) if n not in replaced and x.text.strip()]
    return min(rest, default=1.0) >= REST_SURE


def _meet(one: Box, other: Box) -> bool:
    return min(one[2], other[2]) > max(one[0], other[0]) and min(one[3], other[3]) > max(one[1], other[1])
