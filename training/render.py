"""Draws a line in one of the typefaces and damages it the way printers, scanners and stamps do."""

import io
from dataclasses import dataclass
from functools import lru_cache
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from training.strays import margin_mark, specks

Picture = NDArray[np.uint8]
HEIGHT = 48
ABOVE, BELOW = 2.2, 0.8  # body heights over and under the base line, as workflow/parsers/recogniser/line_cuts.py cuts
BODY = HEIGHT / (ABOVE + BELOW)


@dataclass(frozen=True)
class Wear:
    """How badly a line is treated: 0 is clean print, 1 a bad copy; `ink` draws stamps and pens over it."""

    level: float
    ink: bool = True


@lru_cache(maxsize=4096)
def font_of(path: str, size: int) -> ImageFont.FreeTypeFont:
    """Return a typeface at a size in pixels, Thai marks placed by raqm."""
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)


@lru_cache(maxsize=512)
def body_per_size(path: str) -> float:
    """Return the height of a plain consonant for one pixel of font size."""
    box = font_of(path, 200).getbbox("นบ", anchor="ls")
    return max(0.15, -float(box[1]) / 200)


@lru_cache(maxsize=512)
def _letters(path: str) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(path) as font:
        return frozenset(font.getBestCmap())


def has_letters(path: str, text: str) -> bool:
    """Return whether the typeface holds every letter of the text; some Thai ones hold no Latin."""
    return all(ord(c) in _letters(path) for c in text)


def draw(text: str, path: str, rng: Random, wear: Wear) -> Picture:
    """Return the line as the finder would cut it, HEIGHT high, grey, ink dark."""
    body = rng.choice([rng.uniform(9, 14), rng.uniform(12, 18), rng.uniform(16, 26)])
    font = font_of(path, max(8, round(body / body_per_size(path))))
    # What the finder thinks the body is, against what it is; and where it thinks the base line runs.
    cut = body * rng.uniform(0.86, 1.22)
    base = ABOVE * cut + rng.uniform(-0.16, 0.16) * body
    height = max(12, round((ABOVE + BELOW) * cut))
    pad = rng.uniform(0.1, 1.3) * body
    marked = wear.ink and rng.random() < 0.06
    if marked:
        pad += rng.uniform(2.6, 6.0) * body
    width = round(font.getlength(text) + pad + rng.uniform(0.1, 1.3) * body + 4)
    page = Image.new("RGB", (width, height), (255, 255, 255))
    pen = ImageDraw.Draw(page)
    if marked:
        margin_mark(
            pen,
            rng,
            (rng.uniform(0.5, pad / body - 1.9) * body, base - rng.uniform(-1, 2) * body),
            body,
            (rng.randint(0, 160),) * 3,
        )
    _neighbours(pen, font, (width, base, body), rng, wear)
    pen.text((pad, base), text, font=font, fill=(rng.randint(0, round(20 + 120 * wear.level)),) * 3, anchor="ls")
    if wear.ink:
        _ink(pen, (width, height, base, body), rng, wear)
    if rng.random() < 0.1 + 0.25 * wear.level:
        specks(pen, rng, (0, 0, width, height), body)
    grey = np.asarray(page.convert("L"))
    grey = _bend(grey, rng, wear)
    grey = _scan(grey, rng, wear)
    return _fit(grey, rng)


def nothing(rng: Random, wear: Wear) -> Picture:
    """Return a cut that holds no letter at all: a hole, a tick, specks."""
    body = rng.uniform(9, 24)
    width, height = round(body * rng.uniform(1.5, 5)), round((ABOVE + BELOW) * body)
    page = Image.new("RGB", (width, height), (255, 255, 255))
    pen = ImageDraw.Draw(page)
    if rng.random() < 0.7:
        margin_mark(pen, rng, (width / 2, height * rng.uniform(0.4, 0.7)), body, (rng.randint(0, 160),) * 3)
    else:
        specks(pen, rng, (0, 0, width, height), body)
    return _fit(_scan(_bend(np.asarray(page.convert("L")), rng, wear), rng, wear), rng)


def _neighbours(
    pen: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont, at: tuple[int, float, float], rng: Random, wear: Wear
) -> None:
    """Let the feet of the line above or the tops of the line below reach into the cut."""
    width, base, body = at
    text = "ฤกุฐูปุญญ ชู่ที่ใช้ปี่ฟ้าโก้ ผู้ฎีกาได้"
    if rng.random() < 0.25 * (0.5 + wear.level):
        shift = rng.uniform(2.0, 3.4) * body  # single-spaced Sarabun stands 2.07 bodies apart
        text = "".join(rng.sample(text, len(text)))
        pen.text((rng.uniform(-60, 20), base - shift), text * 2, font=font, fill=(rng.randint(0, 90),) * 3, anchor="ls")
    if rng.random() < 0.25 * (0.5 + wear.level):
        pen.text(
            (rng.uniform(-60, width / 2), base + rng.uniform(2.0, 3.1) * body),
            text,
            font=font,
            fill=(rng.randint(0, 90),) * 3,
            anchor="ls",
        )


def _ink(pen: ImageDraw.ImageDraw, at: tuple[int, int, float, float], rng: Random, wear: Wear) -> None:
    """Draw what lies on a line: rules, dotted leaders, pen strokes, the rim of a stamp."""
    width, height, base, body = at
    shade = (rng.randint(60, 225),) * 3
    thick = max(1, round(body * rng.uniform(0.04, 0.16)))
    roll = rng.random()
    if roll < 0.06:
        y = base + rng.uniform(0.15, 0.75) * body
        pen.line((0, y, width, y + rng.uniform(-1, 1)), fill=(rng.randint(0, 140),) * 3, width=thick)
    elif roll < 0.10:
        y, step = base + rng.uniform(0.02, 0.3) * body, max(3, round(body * rng.uniform(0.25, 0.45)))
        for x in range(0, width, step):
            pen.ellipse((x, y, x + thick, y + thick), fill=(rng.randint(0, 120),) * 3)
    elif roll < 0.13:
        x = rng.choice([rng.uniform(0, body * 0.4), width - rng.uniform(0, body * 0.4)])
        pen.line((x, 0, x, height), fill=(rng.randint(0, 120),) * 3, width=thick)
    elif roll < 0.13 + 0.14 * wear.level:
        x, y, r = rng.uniform(0, width), rng.uniform(-height, 2 * height), rng.uniform(height * 0.5, height * 3)
        pen.ellipse((x - r, y - r, x + r, y + r), outline=shade, width=thick)
    elif roll < 0.13 + 0.26 * wear.level:
        points = [(rng.uniform(0, width), rng.uniform(0, height)) for _ in range(rng.randint(2, 5))]
        pen.line(points, fill=shade, width=thick, joint="curve")


def _bend(grey: Picture, rng: Random, wear: Wear) -> Picture:
    """Shear, turn and wave the line a little."""
    height, width = grey.shape
    slant = rng.gauss(0, 0.06) if rng.random() < 0.5 else 0.0
    turn = rng.gauss(0, 0.25 * wear.level) * height / max(width, height)
    stretch = rng.uniform(0.84, 1.18)
    matrix = np.array([[stretch, slant, -slant * height / 2], [turn * 0.5, 1.0, -turn * 0.25 * width]], np.float32)
    out = max(8, round(width * stretch))
    grey = cv2.warpAffine(grey, matrix, (out, height), flags=cv2.INTER_LINEAR, borderValue=255)
    if rng.random() < 0.15:
        xs = np.arange(out, dtype=np.float32)
        wave = rng.uniform(0.3, 0.9) * wear.level * np.sin(xs / rng.uniform(20, 90) + rng.uniform(0, 6)) * height / 48
        ys = np.arange(height, dtype=np.float32)[:, None] + wave[None, :].astype(np.float32)
        grey = cv2.remap(grey, np.broadcast_to(xs, ys.shape).copy(), ys, cv2.INTER_LINEAR, borderValue=255)
    return grey


def _scan(grey: Picture, rng: Random, wear: Wear) -> Picture:
    """Thicken or thin, blur, fade, speckle, compress, make bilevel."""
    level = wear.level
    if rng.random() < 0.10:
        grey = (
            cv2.erode(grey, np.ones((2, 2), np.uint8))
            if rng.random() < 0.6
            else cv2.dilate(grey, np.ones((2, 1), np.uint8))
        )
    if rng.random() < 0.3 + 0.6 * level:
        grey = cv2.GaussianBlur(grey, (0, 0), rng.uniform(0.25, 0.45 + 0.75 * level) * max(1.0, grey.shape[0] / 54))
    out = grey.astype(np.float32)
    if rng.random() < 0.5 * level:
        low, high = rng.uniform(0, 90 * level), rng.uniform(255 - 70 * level, 255)
        out = low + out * (high - low) / 255
    if rng.random() < 0.3 * level:
        ramp = np.linspace(rng.uniform(-40, 0), rng.uniform(-40, 0), out.shape[1], dtype=np.float32)
        out += ramp[None, :]
    noise = np.random.default_rng(rng.getrandbits(32))
    if rng.random() < 0.2 + 0.7 * level:
        out += noise.standard_normal(out.shape, dtype=np.float32) * rng.uniform(2, 4 + 26 * level)
    if rng.random() < 0.35 * level:
        specks = noise.random(out.shape, dtype=np.float32)
        share = rng.uniform(0, 0.012)
        out[specks < share], out[specks > 1 - share] = 20, 250
    grey = np.clip(out, 0, 255).astype(np.uint8)
    if rng.random() < 0.16 * level + 0.03:
        grey = np.where(grey > rng.randint(110, 190), 255, 0).astype(np.uint8)
    elif rng.random() < 0.5 * level + 0.1:
        held = io.BytesIO()
        Image.fromarray(grey).save(held, "JPEG", quality=rng.randint(round(75 - 50 * level), 90))
        grey = np.asarray(Image.open(held))
    return grey


def _fit(grey: Picture, rng: Random) -> Picture:
    width = max(8, round(grey.shape[1] * HEIGHT / grey.shape[0]))
    how = cv2.INTER_AREA if grey.shape[0] > HEIGHT else rng.choice([cv2.INTER_LINEAR, cv2.INTER_CUBIC])
    return cv2.resize(grey, (width, HEIGHT), interpolation=how)
