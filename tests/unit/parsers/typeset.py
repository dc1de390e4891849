"""PDFs set glyph by glyph, so that a test decides what each glyph is said to mean and in what order it is written: as producers err."""

import math
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

from tests.unit.parsers.printed import FONTS

Sign = tuple[str, str]  # the letter drawn, and what the file says it is
_FONT = FONTS / "THSarabunNew-Regular.ttf"
_SIZE, _LEFT, _TOP, _STEP = 16, 72, 770, 20


def typeset(path: Path, lines: Sequence[Sequence[Sign]], *, word_gap: float = 0.0, hidden: bool = False) -> Path:
    """Set lines of signs; each sign pair has a code of its own; `word_gap` (em) widens spaces as justified text does."""
    font = TTFont(_FONT)
    signs = list(dict.fromkeys(sign for line in lines for sign in line))
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Resources = Dictionary(Font=Dictionary(F=_font(pdf, font, signs)))
        rows = (_row(line, signs, n, word_gap) for n, line in enumerate(lines))
        page.Contents = pdf.make_stream(f"BT {3 if hidden else 0} Tr /F {_SIZE} Tf {' '.join(rows)} ET".encode())
        pdf.save(path)
    return path


def _row(line: Sequence[Sign], signs: list[Sign], number: int, gap: float) -> str:
    codes = (f"<{signs.index(s) + 1:04X}>" + (f" {-1000 * gap:.0f}" if s[0] == " " and gap else "") for s in line)
    return f"1 0 0 1 {_LEFT} {_TOP - _STEP * number} Tm [{' '.join(codes)}] TJ"


def _font(pdf: pikepdf.Pdf, font: TTFont, signs: list[Sign]) -> pikepdf.Object:
    names, em = font.getBestCmap(), font["head"].unitsPerEm
    glyphs = [names.get(ord(letter), ".notdef") for letter, _ in signs]
    widths = [round(font["hmtx"][glyph][0] * 1000 / em) for glyph in glyphs]
    places = b"".join(font.getGlyphID(glyph).to_bytes(2, "big") for glyph in glyphs)
    program = pdf.make_stream(_FONT.read_bytes())
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Sarabun, Flags=4, FontBBox=Array([-500, -500, 1000, 1000]), ItalicAngle=0,
        Ascent=850, Descent=-300, CapHeight=700, StemV=80, FontFile2=program,
    )  # fmt: skip
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Sarabun, W=Array([1, Array(widths)]),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor), CIDToGIDMap=pdf.make_stream(b"\0\0" + places),
    )  # fmt: skip
    outer = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Sarabun, Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(inner)]), ToUnicode=pdf.make_stream(_map(signs)),
    )  # fmt: skip
    return pdf.make_indirect(outer)


def _map(signs: list[Sign]) -> bytes:
    told = [(n, text.encode("utf-16-be").hex()) for n, (_, text) in enumerate(signs, 1) if text]
    pairs = "\n".join(f"<{n:04X}> <{text}>" for n, text in told)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(told)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
    ).encode()


def spelt_out(path: Path, clusters: Sequence[str], *, behind: float = 0.3, tilt: float = 0.0) -> Path:
    """Set one line as browsers do: each letter an object of its own, a cluster's within one /ActualText.

    Its marks are placed from `behind` the next letter, drawn back over their own by the typeface. `tilt` turns the line (radians).
    """
    font = TTFont(_FONT)
    signs = list(dict.fromkeys((letter, letter) for cluster in clusters for letter in _drawn(cluster)))
    names, em, x, shown = font.getBestCmap(), font["head"].unitsPerEm, float(_LEFT), []
    for cluster in clusters:
        objects = []
        for letter in _drawn(cluster):
            wide = font["hmtx"][names[ord(letter)]][0] * _SIZE / em
            at = x + behind if not wide and letter != "ํ" else x
            objects.append(
                f"BT /F {_SIZE} Tf 1 0 0 1 {at:.3f} {_TOP} Tm <{signs.index((letter, letter)) + 1:04X}> Tj ET"
            )
            x += wide
        wording = ("\ufeff" + cluster).encode("utf-16-be").hex()
        shown.append(
            f"/Span <</ActualText <{wording}>>> BDC {' '.join(objects)} EMC" if len(cluster) > 1 else objects[0]
        )
    a, b = math.cos(tilt), math.sin(tilt)
    turned = f"{a:.5f} {b:.5f} {-b:.5f} {a:.5f} {_TOP * b:.3f} {_TOP * (1 - a):.3f} cm"
    return _saved(path, font, signs, [turned, *shown] if tilt else shown)


def broken_up(path: Path, clusters: Sequence[str]) -> Path:
    """Set one line as Typst does where a mark stands off its height: each object of a cluster says the whole of it.

    The raised mark says so by its letters and lies outside the wordings of its neighbours.
    """
    font = TTFont(_FONT)
    signs = [(letter, cluster if n else letter) for cluster in clusters for n, letter in enumerate(_drawn(cluster))]
    names, em, x, shown = font.getBestCmap(), font["head"].unitsPerEm, float(_LEFT), []
    for cluster in clusters:
        wording = ("\ufeff" + cluster).encode("utf-16-be").hex()
        for n, letter in enumerate(_drawn(cluster)):
            code = signs.index((letter, cluster if n else letter)) + 1
            item = f"BT /F {_SIZE} Tf 1 0 0 1 {x:.3f} {_TOP} Tm <{code:04X}> Tj ET"
            wide = font["hmtx"][names[ord(letter)]][0] * _SIZE / em
            spelt = len(cluster) > 1 and letter not in "ิีึื์ํั่้"
            shown.append(f"/Span <</ActualText <{wording}>>> BDC {item} EMC" if spelt else item)
            x += wide
    return _saved(path, font, signs, shown)


def _saved(path: Path, font: TTFont, signs: list[Sign], shown: Sequence[str]) -> Path:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Resources = Dictionary(Font=Dictionary(F=_font(pdf, font, signs)))
        page.Contents = pdf.make_stream("\n".join(shown).encode())
        pdf.save(path)
    return path


def _drawn(cluster: str) -> str:
    return cluster.replace("ำ", "ํา")
