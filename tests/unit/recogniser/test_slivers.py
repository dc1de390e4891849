"""A picture that has hardly a pixel in one direction is an empty page, and does not end the reading of its file."""

import cv2
import numpy as np
import pytest

from workflow.parsers.recogniser.engine import OwnOcr
from workflow.parsers.recogniser.page_image import levelled, open_page


@pytest.mark.parametrize("shape", [(1, 1), (2, 900), (900, 3), (15, 15), (16, 16)])
@pytest.mark.parametrize("shade", [0, 200, 255])
def test_a_sliver_is_a_page_without_lines(shape: tuple[int, int], shade: int) -> None:
    picture = cv2.imencode(".png", np.full((*shape, 3), shade, np.uint8))[1].tobytes()
    page = open_page(picture)
    assert min(page.print.shape[:2]) == 16
    assert levelled(picture).shape[:2] == page.print.shape[:2]
    assert list(OwnOcr().read(picture, dpi=200)) == []
