"""A line of words as outlines (SVG), turned to run up the page: seen by people, absent from the text layer."""

import uharfbuzz
from lines import FONTS


def outlined(words: str) -> str:
    """Return an SVG drawing of `words`, rotated a quarter turn to the left, grey."""
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / "THSarabunNew-Regular.ttf"))))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    x, drawn = 0, []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        path = _path(font, info.codepoint)
        drawn.append(f'<path transform="translate({x + position.x_offset} {position.y_offset})" d="{path}"/>')
        x += position.x_advance
    em = font.face.upem
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {em} {x}">'
        f'<g fill="#9a9a9a" transform="translate({em * 0.7:.0f} {x}) rotate(-90) scale(1 -1)">{"".join(drawn)}</g></svg>'
    )


def _path(font: uharfbuzz.Font, glyph: int) -> str:
    funcs, parts = uharfbuzz.DrawFuncs(), []
    funcs.set_move_to_func(lambda x, y, out: out.append(f"M{x:.0f} {y:.0f}"))
    funcs.set_line_to_func(lambda x, y, out: out.append(f"L{x:.0f} {y:.0f}"))
    funcs.set_quadratic_to_func(lambda a, b, x, y, out: out.append(f"Q{a:.0f} {b:.0f} {x:.0f} {y:.0f}"))
    funcs.set_cubic_to_func(
        lambda a, b, c, d, x, y, out: out.append(f"C{a:.0f} {b:.0f} {c:.0f} {d:.0f} {x:.0f} {y:.0f}")
    )
    funcs.set_close_path_func(lambda out: out.append("Z"))
    funcs.draw_glyph(font, glyph, parts)
    return "".join(parts)
