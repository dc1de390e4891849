"""Draws what lies on paper and is no letter: specks, hairs, punch holes, ticks of a pen. The net learns to say nothing of it."""

import math
from random import Random

from PIL import ImageDraw

Area = tuple[float, float, float, float]  # left, top, right, bottom


def specks(pen: ImageDraw.ImageDraw, rng: Random, area: Area, body: float, most: int = 6) -> None:
    """Scatter specks smaller than a full stop, now and then a hair."""
    left, top, right, bottom = area
    for _ in range(rng.randint(1, most)):
        x, y, r = rng.uniform(left, right), rng.uniform(top, bottom), body * rng.uniform(0.015, 0.07)
        pen.ellipse((x - r, y - r, x + r * rng.uniform(0.6, 1.6), y + r), fill=(rng.randint(0, 130),) * 3)
    if rng.random() < 0.3:
        x, y, points = rng.uniform(left, right), rng.uniform(top, bottom), []
        angle = rng.uniform(0, math.tau)
        for _ in range(rng.randint(3, 7)):
            points.append((x, y))
            angle += rng.gauss(0, 0.5)
            x, y = x + math.cos(angle) * body * 0.3, y + math.sin(angle) * body * 0.3
        pen.line(points, fill=(rng.randint(40, 160),) * 3, width=max(1, round(body * 0.04)), joint="curve")


def margin_mark(
    pen: ImageDraw.ImageDraw, rng: Random, at: tuple[float, float], body: float, colour: tuple[int, int, int]
) -> None:
    """Draw a punch hole or a tick, some one to two bodies wide each way, about the point."""
    x, y = at
    if rng.random() < 0.5:
        points = (
            [(-0.6, 0.0), (-0.15, 0.55), (0.8, -0.9)] if rng.random() < 0.8 else [(-0.7, -0.5), (0.0, 0.6), (0.7, -0.5)]
        )
        grow = body * rng.uniform(0.6, 1.4)
        held = [(x + a * grow + rng.gauss(0, 0.06) * body, y + b * grow + rng.gauss(0, 0.06) * body) for a, b in points]
        pen.line(held, fill=colour, width=max(1, round(body * rng.uniform(0.08, 0.22))), joint="curve")
        return
    r, shade = body * rng.choice((rng.uniform(0.5, 1.0), rng.uniform(1.0, 1.8))), (rng.randint(0, 110),) * 3
    wide = r * rng.choice((1.0, 1.0, rng.uniform(0.3, 1.0)))  # a half-cut or eroded one is slim
    if rng.random() < 0.75:
        pen.ellipse((x - wide, y - r, x + wide, y + r), fill=shade)
    else:
        pen.arc(
            (x - wide, y - r, x + wide, y + r),
            rng.uniform(0, 360),
            rng.uniform(90, 720),
            shade,
            max(1, round(body * 0.15)),
        )
