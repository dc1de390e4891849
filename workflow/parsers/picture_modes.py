"""Pictures as paper shows them: upright, in three colours of eight bits, on white where they are transparent."""

from PIL import Image, ImageOps

_DEEP = {"I", "F"}  # modes that begin so hold more than eight bits


def on_paper(image: Image.Image) -> Image.Image:
    """Return an RGB picture, turned as its EXIF says; 16-bit greys are scaled, not cut off, and what is transparent is white."""
    upright = ImageOps.exif_transpose(image)
    if upright.mode[0] in _DEEP:
        upright = _eight_bits(upright)
    if upright.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in upright.info:
        over = upright.convert("RGBA")
        paper = Image.new("RGBA", over.size, "white")
        return Image.alpha_composite(paper, over).convert("RGB")
    return upright.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Scale by the white of the file's depth: its highest value tells 8 bits from 16."""
    grey = image.convert("F")
    highest = grey.getextrema()[1]
    white = 255.0 if isinstance(highest, float) and highest <= 255 else 65535.0
    return grey.point(lambda shade: shade * (255 / white) + 0).convert("L")
