"""The tree as a heat map: each unit a tile as large as its recipients are many, its look as far as they have answered (squarified).

Laid twice: lying for a desk, standing for a phone, where the lying one's letters would be a millimetre high.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.services.track import TrackedUnit

LYING, STANDING = (1000.0, 340.0), (420.0, 560.0)  # width and height in the drawing's own units; the page scales it
LOOKS = 5
ROOM_FOR_A_NAME, ROOM_FOR_A_NUMBER = 62.0, 26.0
LETTER = 10.5  # how wide a letter is, about


@dataclass(frozen=True)
class Tile:
    """A unit's place on the map (in the drawing's units), and its look from 0 (nobody has answered) to 5 (everybody)."""

    unit: TrackedUnit
    x: float
    y: float
    width: float
    height: float

    @property
    def look(self) -> int:
        """The step of the scale."""
        return LOOKS if self.unit.counts.percent == 100 else self.unit.counts.percent * LOOKS // 100

    @property
    def named(self) -> bool:
        """Whether the name has room."""
        return self.width >= ROOM_FOR_A_NUMBER * 2 and self.height >= ROOM_FOR_A_NAME

    @property
    def numbered(self) -> bool:
        """Whether the percentage has room."""
        return self.width >= ROOM_FOR_A_NUMBER * 1.6 and self.height >= ROOM_FOR_A_NUMBER

    @property
    def label(self) -> str:
        """The unit's code, cut to its tile."""
        room = max(3, int((self.width - 10) / LETTER))
        code = self.unit.unit
        return code if len(code) <= room else f"{code[: room - 1]}…"


def heat_maps(units: Sequence[TrackedUnit]) -> list[tuple[str, tuple[float, float], tuple[Tile, ...]]]:
    """Return the map for each way of lying, with the name and the size of that way; none where a map says nothing."""
    ways = (("lying", LYING), ("standing", STANDING))
    return [(name, size, tiles) for name, size in ways if (tiles := heat_map(units, size))]


def heat_map(units: Sequence[TrackedUnit], size: tuple[float, float] = LYING) -> tuple[Tile, ...]:
    """Return the tiles that fill the drawing, the largest first; none for fewer than two units, where a map says nothing."""
    listed = sorted((u for u in units if u.counts.total), key=lambda u: (-u.counts.total, u.unit))
    if len(listed) < 2:
        return ()
    scale = size[0] * size[1] / sum(u.counts.total for u in listed)
    place, tiles = (0.0, 0.0, *size), list[Tile]()
    while listed:
        row = _row(listed, scale, min(place[2], place[3]))
        place = _lay(tiles, row, scale, place)
        listed = listed[len(row) :]
    return tuple(tiles)


def _row(units: Sequence[TrackedUnit], scale: float, side: float) -> Sequence[TrackedUnit]:
    """Return the units of the next row: as many as make its tiles squarer (Bruls, Huizing, van Wijk: Squarified Treemaps)."""
    for n in range(1, len(units)):
        if _worst(units[: n + 1], scale, side) > _worst(units[:n], scale, side):
            return units[:n]
    return units


def _worst(row: Sequence[TrackedUnit], scale: float, side: float) -> float:
    areas = [u.counts.total * scale for u in row]
    whole = sum(areas)
    return max(max(side**2 * area / whole**2, whole**2 / (side**2 * area)) for area in areas)


def _lay(
    tiles: list[Tile], row: Sequence[TrackedUnit], scale: float, place: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Add the row's tiles along the shorter side of the place; return what is left of it."""
    x, y, width, height = place
    whole = sum(u.counts.total for u in row) * scale
    along = width < height
    deep = whole / (width if along else height)
    at = x if along else y
    for unit in row:
        long = unit.counts.total * scale / deep
        tiles.append(
            Tile(unit, *(round(n, 2) for n in ((at, y, long, deep) if along else (x, at, deep, long))))
        )  # fmt: skip
        at += long
    return (x, y + deep, width, height - deep) if along else (x + deep, y, width - deep, height)
