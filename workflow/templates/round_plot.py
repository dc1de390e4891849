"""The scores of a respondent's rounds as an SVG picture: a row an indicator, a column a round, a dashed rule where a series breaks.

No script and no style sheet, so that it may stand in a page with a strict content policy; the table beside it says the same in words.
"""

from collections.abc import Sequence
from html import escape

from workflow.core.round_comparison import ComparedLine, Score
from workflow.core.thai_digits import to_thai

NAMES, COLUMN, BAR, ROW, TOP, FOOT = 330, 190, 110, 32, 78, 36
"""Pixels: the names' column, a round's column, a bar of 100 points, a row, the space above the rows and below them."""
BLUE, GREY, FAINT, RULE, GROWN, SUNK = "#0b5cad", "#8a94a6", "#e8ecf2", "#b45309", "#15703a", "#b42318"


def round_plot(lines: Sequence[ComparedLine], years: Sequence[int], title: str) -> str:
    """Return the picture of these lines; scores are out of 100."""
    width, height = NAMES + COLUMN * max(1, len(years)), TOP + ROW * len(lines) + FOOT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{escape(title)}" font-family="Sarabun, TH Sarabun New, sans-serif" font-size="14">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        _text(12, 26, title, size=18, weight="bold"),
        *(_text(_left(n), 60, str(year), weight="bold") for n, year in enumerate(years)),
        *_breaks(lines, years, height),
    ]
    for row, line in enumerate(lines):
        y = TOP + ROW * row + ROW // 2
        parts.append(_text(12, y + 5, _cut(f"{line.code} {line.name}".strip()), weight="" if line.code else "bold"))
        for n, year in enumerate(years):
            if year in line.scores:
                parts += _bar(_left(n), y, line.scores[year], line.steps.get(year))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _left(column: int) -> int:
    return NAMES + COLUMN * column


def _bar(x: int, y: int, score: Score, step: float | None) -> list[str]:
    """Return a round's bar with its number, the others' average as a tick on it, and the step from the round before."""
    long = round(BAR * max(0.0, min(100.0, score.score)) / 100, 1)
    parts = [
        f'<rect x="{x}" y="{y - 7}" width="{BAR}" height="14" fill="{FAINT}"/>',
        f'<rect x="{x}" y="{y - 7}" width="{long}" height="14" fill="{BLUE}"/>',
        _text(x + BAR + 6, y + 5, f"{score.score:.2f}"),
    ]
    if score.average is not None:
        at = round(x + BAR * score.average / 100, 1)
        parts.append(f'<line x1="{at}" y1="{y - 10}" x2="{at}" y2="{y + 10}" stroke="{GREY}" stroke-width="2"/>')
    if step:
        colour, sign = (GROWN, "▲") if step > 0 else (SUNK, "▼")
        parts.append(_text(x + BAR + 6, y + 18, f"{sign}{abs(step):.2f}", size=11, colour=colour))
    return parts


def _breaks(lines: Sequence[ComparedLine], years: Sequence[int], height: int) -> list[str]:
    """Return a dashed rule before every round that may not be compared with the one before it."""
    broken = [n for n, year in enumerate(years) if any(year in line.breaks for line in lines)]
    parts = []
    for n in broken:
        x = _left(n) - 14
        parts.append(
            f'<line x1="{x}" y1="46" x2="{x}" y2="{height - FOOT + 8}" stroke="{RULE}" stroke-width="2" stroke-dasharray="5 4"/>'
        )
        parts.append(_text(x + 4, height - 12, "เทียบกับรอบก่อนไม่ได้", size=12, colour=RULE))
    return parts


def _text(x: float, y: float, words: str, size: int = 14, weight: str = "", colour: str = "#1a2230") -> str:
    bold = f' font-weight="{weight}"' if weight else ""
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}"{bold}>{escape(to_thai(words))}</text>'


def _cut(name: str) -> str:
    return name if len(name) <= 44 else f"{name[:42].rstrip()}…"
