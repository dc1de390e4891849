"""What scanners and fax machines do to a page, in five levels from born digital to fax."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from PIL import Image

Pixels = npt.NDArray[np.uint8]
Grey = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Level:
    """Dots an inch, and the most of each damage: degrees, blur, noise, shade, strokes thinned, JPEG quality from and to."""

    dpi: int
    skew: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    shade: float = 0.0
    fade: float = 0.0
    quality: tuple[int, int] = (85, 92)
    folds: bool = False
    fax: bool = False


LEVELS = {
    "l1": Level(300, 0.35, 0.45, 3.0, 8.0, 0.03),
    "l2": Level(200, 0.9, 0.55, 8.0, 22.0, 0.12, (60, 78)),
    "l3": Level(150, 1.6, 0.7, 17.0, 45.0, 0.25, (38, 55), folds=True),
    "l4": Level(200, 0.8, 0.6, 22.0, 25.0, 0.2, (60, 85), fax=True),
}


def scanned(pdf: bytes, level: Level, seed: int) -> list[bytes]:
    """Return each page of the PDF as the JPEG a machine makes of it."""
    document = pdfium.PdfDocument(pdf)
    try:
        pages = [_rendered(page, level.dpi) for page in document]
    finally:
        document.close()
    return [
        _jpeg(_damaged(page, level, np.random.default_rng((seed, n))), level, seed + n) for n, page in enumerate(pages)
    ]


def _rendered(page: "pdfium.PdfPage", dpi: int) -> Pixels:
    picture = page.render(scale=dpi / 72)
    return np.ascontiguousarray(picture.to_numpy()[:, :, :3][:, :, ::-1])


def _damaged(page: Pixels, level: Level, rng: np.random.Generator) -> Pixels:
    high, wide = page.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), float(rng.uniform(-1, 1)) * level.skew, 1.0)
    turn[:, 2] += rng.uniform(-6, 6, 2) * level.dpi / 200
    turn[0, 1] += rng.uniform(-0.002, 0.002) * level.skew
    page = cv2.warpAffine(page, turn, (wide, high), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255)).astype(np.uint8)
    page = cv2.GaussianBlur(page, (0, 0), 0.25 + level.blur * float(rng.uniform(0.6, 1.0))).astype(np.uint8)
    soft = page.astype(np.float32)
    soft = 255 - (255 - soft) * (1 - level.fade * _cloud(rng, high, wide)[:, :, None])
    soft -= _shade(rng, high, wide, level.shade)[:, :, None]
    if level.folds:
        soft = _folded(soft, rng)
    grain = rng.normal(0, level.noise * rng.uniform(0.7, 1.1), (high, wide)).astype(np.float32)
    grain = cv2.GaussianBlur(grain, (0, 0), 0.6) * 1.7
    soft += grain[:, :, None]
    if level.fax:
        return _faxed(soft, rng)
    out = np.clip(soft, 0, 255).astype(np.uint8)
    return _dusted(out, rng, level.dpi) if level.noise > 5 else out


def _cloud(rng: np.random.Generator, high: int, wide: int) -> Grey:
    """Return slow waves between 0 and 1 over the page."""
    small = rng.uniform(0, 1, (5, 4)).astype(np.float32)
    return np.asarray(cv2.resize(small, (wide, high), interpolation=cv2.INTER_CUBIC), dtype=np.float32).clip(0, 1)


def _shade(rng: np.random.Generator, high: int, wide: int, most: float) -> Grey:
    """Return how much darker each place is: a slope across the page and a cloud."""
    across, down = np.linspace(0, 1, wide, dtype=np.float32), np.linspace(0, 1, high, dtype=np.float32)
    if rng.random() < 0.5:
        across = across[::-1]
    if rng.random() < 0.5:
        down = down[::-1]
    slope = 0.5 * across[None, :] + 0.5 * down[:, None]
    return np.asarray(
        most * (0.25 + 0.45 * slope + 0.3 * _cloud(rng, high, wide)) * rng.uniform(0.6, 1.0), dtype=np.float32
    )


def _folded(soft: Grey, rng: np.random.Generator) -> Grey:
    """Draw fold lines across or down the page, and the dark edge of a lid left open."""
    high, wide = soft.shape[:2]
    for _ in range(int(rng.integers(1, 4))):
        depth = float(rng.uniform(12, 40))
        if rng.random() < 0.6:
            x = int(rng.uniform(0.2, 0.8) * wide)
            soft[:, x : x + 2] -= depth
        else:
            y = int(rng.uniform(0.2, 0.8) * high)
            soft[y : y + 2, :] -= depth
    if rng.random() < 0.6:
        edge = int(rng.uniform(0.004, 0.018) * wide)
        side = slice(0, edge) if rng.random() < 0.5 else slice(wide - edge, wide)
        soft[:, side] = rng.uniform(30, 90)
    return soft


def _dusted(page: Pixels, rng: np.random.Generator, dpi: int) -> Pixels:
    high, wide = page.shape[:2]
    for _ in range(int(rng.integers(20, 120))):
        x, y = int(rng.integers(0, wide)), int(rng.integers(0, high))
        cv2.circle(page, (x, y), int(rng.integers(0, max(2, dpi // 110))), (int(rng.integers(60, 170)),) * 3, -1)
    return page


def _faxed(soft: Grey, rng: np.random.Generator) -> Pixels:
    """Return black and white only, with specks and now and then a line of the drum."""
    grey = soft @ np.array([0.299, 0.587, 0.114], dtype=np.float32)
    out = np.where(grey < rng.uniform(140, 180), 0, 255).astype(np.uint8)
    high, wide = out.shape
    specks = int(high * wide * rng.uniform(0.00002, 0.00009))
    ys, xs = rng.integers(0, high - 1, specks), rng.integers(0, wide - 1, specks)
    out[ys, xs] = 0
    big = rng.random(specks) < 0.3
    out[ys[big] + 1, xs[big]] = 0
    if rng.random() < 0.25:
        x = int(rng.uniform(0.05, 0.95) * wide)
        out[:, x] = 0
    return np.repeat(out[:, :, None], 3, axis=2)


def _jpeg(page: Pixels, level: Level, seed: int) -> bytes:
    low, high = level.quality
    out = io.BytesIO()
    picture = Image.fromarray(page)
    (picture.convert("L") if level.fax else picture).save(out, "JPEG", quality=low + seed * 7 % (high - low + 1))
    return out.getvalue()


def bound(pictures: Sequence[bytes], dpi: int) -> bytes:
    """Return the pictures as a PDF without a text layer, a page each."""
    opened = [Image.open(io.BytesIO(p)) for p in pictures]
    out = pdfium.PdfDocument.new()
    for jpeg, picture in zip(pictures, opened, strict=True):
        wide, high = (n * 72 / dpi for n in picture.size)
        image = pdfium.PdfImage.new(out)
        image.load_jpeg(io.BytesIO(jpeg), inline=True)
        image.set_matrix(pdfium.PdfMatrix().scale(wide, high))
        page = out.new_page(wide, high)
        page.insert_obj(image)
        page.gen_content()
    done = io.BytesIO()
    out.save(done)
    out.close()
    return done.getvalue()
