"""Score tables: code, name, score and group average of each indicator, from ruled cells or from rows of text. Columns by their heads."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.core.reading import IndicatorScore
from workflow.core.thai_digits import to_arabic
from workflow.parsers.page import Table
from workflow.parsers.rows import Row

_CODE = re.compile(r"^(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*)?(?P<code>\d{1,2}(?:\.\d{1,2})*)\.?(?:\s+(?P<name>\D.*))?$")
_VALUE = re.compile(r"^(?:ร้อยละ\s*)?(?P<value>\d{1,3}(?:\.\d{1,2})?)\s*%?$")
_TOTAL = re.compile(r"^(?:ผล|คะแนน)?(?:รวม|ภาพรวม|เฉลี่ยรวม|เฉลี่ยทั้งหมด|ทั้งหมด)")
_IS_AVERAGE, _IS_SCORE = re.compile(r"เฉลี่?ย"), re.compile(r"คะแนน|ร้อยละ|ผล(?:การ)?ประเมิน")
_IS_NEITHER = re.compile(r"เต็ม|น้ำหนัก|ผลต่าง|ปีก่อน|ลำดับ|อันดับ|ระดับ")
_TEXT_ROW = re.compile(
    r"^(?P<head>\D.*?|\d{1,2}(?:\.\d{1,2})*\.?\s+\D.*?)\s+(?P<values>\d{1,3}\.\d{1,2}(?:\s+\d{1,3}\.\d{1,2})*)$"
)
ENOUGH = 3  # rows: fewer numbers at line ends are no table


@dataclass(frozen=True)
class ScoreTable:
    """The indicators in order, the overall score and average of the total row, and whether the columns were named."""

    indicators: tuple[IndicatorScore, ...] = ()
    score: float | None = None
    average: float | None = None
    named: bool = True


def score_table(tables: Sequence[Table], rows: Sequence[Row]) -> ScoreTable:
    """Return what the ruled tables say, else what rows ending in numbers say; empty when there is no table of scores."""
    cells = [tuple(to_arabic(cell).strip() for cell in row) for table in tables for row in table.rows]
    grid = cells or list(_text_grid(rows))
    found = _read(grid)
    return found if len(found.indicators) >= ENOUGH else ScoreTable()


def _text_grid(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of an unruled table as cells, its heading row first."""
    hits = [(n, hit) for n, row in enumerate(rows) if (hit := _TEXT_ROW.match(row.text.strip()))]
    if not hits:
        return
    heads = [row.text for row in rows[max(0, hits[0][0] - 3) : hits[0][0]] if _IS_SCORE.search(row.text)]
    titles = [part for text in heads[-1:] for part in re.split(r"\s{2,}", text.strip()) if _head_kind(part)]
    most = max(len(hit["values"].split()) for _, hit in hits)
    yield ("", *titles[-most:])  # heads stand over their numbers from the right; a first one may name the code's column
    for _, hit in hits:
        yield (hit["head"].strip(), *hit["values"].split())


def _read(grid: Sequence[tuple[str, ...]]) -> ScoreTable:
    columns = _columns(grid)
    found: list[IndicatorScore] = []
    score = average = None
    for cells in grid:
        values = [_number(cells, column) for column in columns]
        code, name = _named(cells)
        if code and any(v is not None for v in values):
            found.append(IndicatorScore(code, name, values[0], values[1]))
        elif name and _TOTAL.match(name) and any(v is not None for v in values):
            score, average = values
    return ScoreTable(
        tuple(found), score, average, any(_head_kind(cell) == "score" for row in grid[:3] for cell in row)
    )


def _columns(grid: Sequence[tuple[str, ...]]) -> tuple[int | None, int | None]:
    """Return the columns of the score and of the average; without heads the first two columns of decimals."""
    kinds = {n: kind for row in reversed(grid[:3]) for n, cell in enumerate(row) if (kind := _head_kind(cell))}
    if "score" in kinds.values():
        first = {kind: min(n for n in kinds if kinds[n] == kind) for kind in set(kinds.values())}
        return first.get("score"), first.get("average")
    decimal = sorted({n for row in grid for n, cell in enumerate(row) if re.fullmatch(r"\d{1,3}\.\d{2}", cell)})
    return (decimal[0] if decimal else None), (decimal[1] if len(decimal) > 1 else None)


def _head_kind(cell: str) -> str | None:
    if not cell or re.search(r"\d\.\d", cell):
        return None
    if _IS_NEITHER.search(cell):
        return "neither"
    return "average" if _IS_AVERAGE.search(cell) else "score" if _IS_SCORE.search(cell) else None


def _number(cells: tuple[str, ...], column: int | None) -> float | None:
    found = _VALUE.match(cells[column]) if column is not None and column < len(cells) else None
    return float(found["value"]) if found else None


def _named(cells: tuple[str, ...]) -> tuple[str | None, str | None]:
    """Return the code and the name, whether they share a cell or not."""
    texts = [cell for cell in cells if cell and not re.fullmatch(r"\d{1,3}\.\d{2}", cell)]
    hit = _CODE.match(texts[0]) if texts else None
    if hit is None:
        return None, (texts[0] if texts else None)
    name = hit["name"] or next((t for t in texts[1:] if re.search(r"[ก-๙A-Za-z]", t)), None)
    return hit["code"], re.sub(r"\s+", " ", name).strip() if name else None
