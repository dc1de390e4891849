"""How publishing grows: 1,520 → 20,000 → 200,000 people (→ 2 million on PostgreSQL), from the request to the last durable recipient.

Drawn as bars and as an SVG under data/benchmarks/; the exponent of the growth from one size to the next is what must stay at one or
below (two sizes with the same cost a recipient: 1.0). Fixed costs make the first step look better than it is.
"""

import itertools
import math
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.scale_publish import Published, prepare
from benchmarks.scale_rows import ROOT, Row, apart, new_database

SIZES = (1_520, 20_000, 200_000)
LARGEST = 2_000_000
BYTES_A_RECIPIENT = 2_500  # dispatch, roster, their indexes and the log of both, generously
LINEAR = 1.1  # measured in seconds on a busy machine: a tenth of noise is no growth


def measure(url: str, folder: Path, quick: bool) -> Iterator[Row]:
    """Yield the seconds of each size with the exponent against the size before it."""
    on_server = url.startswith("postgresql")
    sizes = SIZES[:2] if quick else (*SIZES, LARGEST) if on_server and _room(folder, LARGEST) else SIZES
    found = [(n, _published(url, folder, n)) for n in sizes]
    _draw(found, "PostgreSQL" if on_server else "SQLite")
    yield Row(f"{found[0][0]:,} people", found[0][1].seconds, "s")
    for (few, before), (many, after) in itertools.pairwise(found):
        yield Row(f"{many:,} people", after.seconds, "s", reference=f"{few:,} people", against=before.seconds)
        yield Row(f"{few:,} → {many:,}: exponent", _exponent((few, before), (many, after)), "", LINEAR)
    yield Row("memory, the largest", found[-1][1].peak_mb, "MB", reference="the smallest", against=found[0][1].peak_mb)


def _published(url: str, folder: Path, people: int) -> Published:
    """Return what publishing to so many costs, on a database of its own."""
    own = folder / str(people)
    own.mkdir()
    at = new_database(url) if url.startswith("postgresql") else f"sqlite:///{own}/saraban.sqlite3"
    prepare(at, own, people, 6)
    done = Published(**apart("benchmarks.scale_publish", "everybody", at, own, people))
    assert done.recipients == people, done
    if not url.startswith("postgresql"):
        shutil.rmtree(own)
    return done


def _room(folder: Path, people: int) -> bool:
    """Whether the disk holds so many recipients, twice over."""
    free = shutil.disk_usage(folder).free
    if fits := free > 2 * people * BYTES_A_RECIPIENT:
        return fits
    sys.stdout.write(f"{people:,} people: only {free / 1e9:.0f} GB free, left out\n")
    return False


def _exponent(less: tuple[int, Published], more: tuple[int, Published]) -> float:
    return math.log(more[1].seconds / less[1].seconds) / math.log(more[0] / less[0])


def _draw(found: Sequence[tuple[int, Published]], name: str) -> None:
    """Print bars, and keep them as an SVG: microseconds a recipient, which linear growth leaves alone."""
    costs = [(n, 1e6 * done.seconds / n) for n, done in found]
    most = max(cost for _, cost in costs)
    for n, cost in costs:
        sys.stdout.write(f"{n:>9,}  {'█' * max(1, round(40 * cost / most)):<40}  {cost:,.1f} µs a recipient\n")
    sys.stdout.flush()
    out = ROOT / "data/benchmarks"
    out.mkdir(parents=True, exist_ok=True)
    (out / f"growth-{name.lower()}.svg").write_text(_svg(costs, name), encoding="utf-8")


def _svg(costs: Sequence[tuple[int, float]], name: str) -> str:
    most, rows = max(cost for _, cost in costs), []
    for at, (n, cost) in enumerate(costs):
        y, width = 40 + 28 * at, 360 * cost / most
        rows.append(
            f'<text x="90" y="{y + 13}" text-anchor="end">{n:,}</text><rect x="100" y="{y}" width="{width:.0f}" height="18" fill="#36c"/>'
            f'<text x="{108 + width:.0f}" y="{y + 13}">{cost:,.1f} µs</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="{60 + 28 * len(costs)}" font-family="sans-serif" font-size="12">'
        f'<text x="10" y="20">publishing on {name}: cost a recipient</text>{"".join(rows)}</svg>\n'
    )
