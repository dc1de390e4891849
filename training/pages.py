"""Draws pieces of pages, copies them as an office does, and cuts their lines with the reader's own line finder.

A line drawn alone is never quite what the finder hands to the net: neighbours painted out, a base line a pixel off, a fold, ink split
from print. So a share of the training lines comes through the very code that reads.
"""

import io
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from training.lines import line, stamp
from training.render import Picture, body_per_size, font_of, has_letters
from training.strays import margin_mark, specks
from training.typefaces import Typeface
from workflow.parsers.recogniser.line_cuts import cut_of, find_lines
from workflow.parsers.recogniser.line_finder import FoundLine
from workflow.parsers.recogniser.page_image import open_page

_CLUSTERS = re.compile(r" +|[เแโใไ]?[^ะ-ฺ็-๎ ][ะัา-ฺ็-๎]*|[^ ]")
_LINES = (10, 26)
_WIDE = 58  # bodies: as wide as the trainer takes
_PENS = ((40, 50, 150), (30, 70, 190), (170, 40, 40), (120, 40, 130), (30, 120, 70), (60, 60, 90))


@dataclass(frozen=True)
class _Drawn:
    """A line on the page: its words, its left and right, its base line."""

    text: str
    left: float
    right: float
    base: float


def page_lines(rng: Random, faces: list[Typeface], worst: float) -> Iterator[tuple[Picture, str]]:
    """Yield cuts of one piece of a page with their words; those that the finder found whole."""
    wear = worst * rng.random()
    dpi = rng.choices((150, 200, 300), (0.4, 0.4, 0.2))[0]
    body = dpi * rng.choice((rng.uniform(0.058, 0.078), rng.uniform(0.05, 0.1)))
    coloured = rng.random() < 0.2
    page, drawn = _draw(rng, faces, body, coloured)
    page, turned = _copy(page, rng, wear, dpi, bilevel=not coloured and rng.random() < 0.12)
    encoded = cv2.imencode(".png", page)[1].tobytes()
    opened = open_page(encoded, dpi)
    found = find_lines(opened.ink if coloured else opened.print, dpi=dpi)
    for n, piece in enumerate(found.lines):
        held = _match(piece, drawn, turned + opened.skew, page.shape[1], page.shape[0])
        if held:
            yield cut_of(found, n), held.text


def _draw(rng: Random, faces: list[Typeface], body: float, coloured: bool) -> tuple[Picture, list[_Drawn]]:
    face = rng.choices(faces, [f.weight * (3 if coloured and f.in_stamps else 1) for f in faces])[0]
    count, apart = (
        rng.randint(*_LINES) // (2 if coloured else 1),
        body * rng.choice((rng.uniform(2.0, 2.3), rng.uniform(2.0, 3.2))),
    )
    width, height = round((_WIDE + 4) * body), round((count + 2) * apart + 2 * body)
    page = Image.new("RGB", (width, height), (255, 255, 255))
    pen, drawn = ImageDraw.Draw(page), []
    shade = rng.randint(0, 90)
    margin = body * rng.choice((0, 0, 0, rng.uniform(2.6, 5.0)))  # where holes and ticks stand
    for n in range(count):
        text = _words(rng, coloured)
        path = rng.choice(face.plain if rng.random() < 0.75 else face.files)
        font = font_of(path, max(8, round(body / body_per_size(path))))
        spread = _spread(rng, body)
        long = _print(None, (0, 0), text, font, spread=spread)
        if not has_letters(path, text) or long > _WIDE * body:
            continue
        left = body * rng.choice(
            (1.5, 1.5, rng.uniform(1, 8), max(1.0, (_WIDE - long / body) / 2), max(1.0, _WIDE + 2 - long / body))
        )
        left, base = min(left + margin, width - long - body), body * 3 + n * apart
        colour = rng.choice(_PENS) if coloured else (shade, shade, shade)
        if rng.random() < (0.35 if coloured else 0.06):
            _dotted(pen, rng, (left, left + long, base), body, colour)
        _print(pen, (left, base), text, font, spread=spread, colour=colour)
        drawn.append(_Drawn(text, left, left + long, base))
        if margin and left > margin and rng.random() < 0.3:
            _mark_beside(pen, rng, (left, base), body)
    if rng.random() < 0.3:
        specks(pen, rng, (0, 0, width, height), body, most=4 * count)
    if rng.random() < 0.35:
        _scrawl(pen, rng, width, height, body, coloured)
    return np.asarray(page)[:, :, ::-1].copy(), drawn


def _mark_beside(pen: ImageDraw.ImageDraw, rng: Random, at: tuple[float, float], body: float) -> None:
    """Draw a hole or a tick to the left of where a line begins."""
    left, base = at
    place = rng.uniform(0.5, left / body - 2.0) * body, base - rng.uniform(-0.8, 1.8) * body
    margin_mark(pen, rng, place, body, rng.choice(_PENS))


def _dotted(
    pen: ImageDraw.ImageDraw, rng: Random, at: tuple[float, float, float], body: float, colour: tuple[int, int, int]
) -> None:
    """Let a form's dotted rule run under the words or through their feet, as where a stamp is filled in."""
    left, right, base = at
    y, step, thick = (
        base + rng.uniform(-0.05, 0.3) * body,
        body * rng.uniform(0.22, 0.45),
        body * rng.uniform(0.06, 0.13),
    )
    x = left + (right - left) * rng.choice((0.0, rng.uniform(0, 0.6)))
    while x < right:
        pen.ellipse((x, y, x + thick, y + thick), fill=colour)
        x += step


@dataclass(frozen=True)
class _Spread:
    """How a justified line is pulled apart: pixels more at each space, and at each letter (Word's Thai distribution)."""

    spaces: float = 0.0
    letters: float = 0.0


def _spread(rng: Random, body: float) -> _Spread:
    roll = rng.random()
    if roll < 0.55:
        return _Spread()
    return (
        _Spread(spaces=rng.uniform(0, 1.6) * body)
        if roll < 0.85
        else _Spread(rng.uniform(0, 0.5) * body, rng.uniform(0, 0.14) * body)
    )


def _print(
    pen: ImageDraw.ImageDraw | None, at: tuple[float, float], text: str, font: ImageFont.FreeTypeFont, *, spread: _Spread,
    colour: tuple[int, int, int] = (0, 0, 0),
) -> float:  # fmt: skip
    """Print a line, or with no pen only measure it; return its length in pixels."""
    x = 0.0
    for piece in _CLUSTERS.findall(text) if spread.letters else re.findall(r"[^ ]+| +", text):
        if pen and not piece.isspace():
            pen.text((at[0] + x, at[1]), piece, font=font, fill=colour, anchor="ls")
        x += font.getlength(piece) + (spread.spaces if piece.isspace() else spread.letters)
    return x


def _words(rng: Random, coloured: bool) -> str:
    if coloured:
        return stamp(rng)
    text = line(rng)
    while rng.random() < 0.55 and len(text) < 40:
        text += rng.choice(("", " ")) + line(rng)
    return text[:62].rstrip() if len(text) > 62 and text[62] not in "ะัาำิีึืุู็่้๊๋์ํ" else text[:80].rstrip()


def _scrawl(pen: ImageDraw.ImageDraw, rng: Random, width: int, height: int, body: float, coloured: bool) -> None:
    """Let pens, a stamp's frame and folds cross the print; over coloured words lies black print instead."""
    for _ in range(rng.randint(1, 3)):
        x, y = rng.uniform(0, width * 0.8), rng.uniform(0, height)
        colour = (rng.randint(20, 90),) * 3 if coloured else rng.choice(_PENS)
        thick = max(1, round(body * rng.uniform(0.06, 0.16)))
        kind = rng.randrange(3)
        if kind == 0:
            pen.rectangle((x, y, x + body * 22, y + body * 9), outline=colour, width=thick)
        elif kind == 1:
            points = [(x + rng.uniform(0, 14) * body, y + rng.uniform(-2, 2) * body) for _ in range(5)]
            pen.line(sorted(points), fill=colour, width=thick, joint="curve")
        else:
            font = ImageFont.load_default(max(10, round(body * 1.5)))
            pen.text((x, y), "uJvvLw", fill=colour, font=font)


def _copy(page: Picture, rng: Random, wear: float, dpi: int, bilevel: bool) -> tuple[Picture, float]:
    """Return the page as a scanner gives it back, and by how many degrees it was turned."""
    height, width = page.shape[:2]
    noise = np.random.default_rng(rng.getrandbits(32))
    turn = rng.gauss(0, 0.7) if rng.random() < 0.7 else 0.0
    turn = max(-2.5, min(2.5, turn))
    around = cv2.getRotationMatrix2D((width / 2, height / 2), turn, 1)
    page = cv2.warpAffine(page, around, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    scale = dpi / 200
    if rng.random() < 0.25:
        page = (cv2.erode if rng.random() < 0.6 else cv2.dilate)(page, np.ones((2, 2), np.uint8))
    page = cv2.GaussianBlur(page, (0, 0), max(0.25, (0.3 + 0.65 * wear * rng.random()) * scale**0.5))
    out = page.astype(np.float32)
    if rng.random() < 0.6:
        fade = rng.uniform(0, 75) * wear
        out = fade + out * (255 - fade) / 255
    if rng.random() < 0.5 + 0.4 * wear:
        out -= np.linspace(0, rng.uniform(0, 70) * wear, width, dtype=np.float32)[None, :: rng.choice((1, -1)), None]
    if rng.random() < 0.4 + 0.5 * wear:
        out += noise.standard_normal(page.shape[:2], dtype=np.float32)[:, :, None] * rng.uniform(1, 3 + 26 * wear)
    if rng.random() < 0.4 * wear:
        x = rng.randrange(width)
        out[:, x : x + max(1, round(scale))] -= rng.uniform(10, 60)
    if rng.random() < 0.5 * wear:
        specks = noise.random(page.shape[:2], dtype=np.float32) < rng.uniform(0, 0.002)
        out[specks] = 30
    page = np.clip(out, 0, 255).astype(np.uint8)
    if bilevel:
        grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
        page = cv2.cvtColor(np.where(grey > rng.randint(120, 190), 255, 0).astype(np.uint8), cv2.COLOR_GRAY2BGR)
    elif rng.random() < 0.85:
        held = io.BytesIO()
        Image.fromarray(page).save(held, "JPEG", quality=rng.randint(round(70 - 45 * wear), 92))
        page = np.asarray(Image.open(held))
    return page, turn


def _match(piece: FoundLine, drawn: list[_Drawn], turned: float, width: int, height: int) -> _Drawn | None:
    """Return the drawn line that a found one is, where it is neither cut short nor joined with another."""
    angle = math.radians(turned)
    middle = (piece.left + piece.right) / 2
    for held in drawn:
        x, y = (held.left + held.right) / 2 - width / 2, held.base - height / 2
        across = x * math.cos(angle) + y * math.sin(angle) + width / 2
        base = -x * math.sin(angle) + y * math.cos(angle) + height / 2
        if abs(base - piece.base) >= 0.45 * piece.body:
            continue
        longer = (piece.right - piece.left) - (held.right - held.left)
        apart = (
            across - middle
        )  # a mark in the margin that the finder took along makes the line longer on its left alone
        whole = abs(apart) < 0.6 * piece.body and abs(longer) < 1.4 * piece.body
        if whole or (0 < longer < 7 * piece.body and abs(apart - longer / 2) < 0.6 * piece.body):
            return held
    return None
