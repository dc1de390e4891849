"""A chart as a picture for Word: the PDF's own drawing on a sheet of its size, at 600 dots per inch."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from threading import Lock

from workflow.core.document import Document, Head
from workflow.templates.chart_rows import ChartRow
from workflow.templates.fonts import FontSet
from workflow.templates.house_style import HouseStyle
from workflow.templates.pdf.pages import written
from workflow.templates.rows import Page, Row

_DOTS = 600
# pdfium may serve one caller at a time.
_ONE_AT_A_TIME = Lock()


@lru_cache(maxsize=8)
def chart_png(rows: Sequence[ChartRow], fonts: FontSet, style: HouseStyle) -> bytes:
    """Return the rows of a chart as a grey PNG as wide as the text."""
    import cv2  # large, and most papers have no chart
    import pypdfium2

    placed, y = [], 0.0
    for row in rows:
        placed.append((y, Row(row.height, block=0, drawn=row)))
        y += row.height
    sheet = replace(style, page_width=style.width, page_height=y, left=0.0, right=0.0, top=0.0, bottom=0.0)
    drawn = written(Document("memo", "", Head("", ""), ()), (Page(1, tuple(placed)),), fonts, sheet, None)
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(drawn) as pdf:
        pixels = pdf[0].render(scale=_DOTS / 72, grayscale=True).to_numpy().copy()
    return bytes(cv2.imencode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, 9])[1])
