"""A recogniser that is loaded when a scanned page comes: a letter with a text layer should not wait for a neural net."""

from collections.abc import Callable, Sequence
from functools import cached_property

from workflow.parsers.limits import allow_page
from workflow.parsers.scan import Ocr, Word


class LateOcr:
    """Stands for the recogniser that `make` returns; each page it reads gets the time of one page more.

    `tell` hears after every page how many were read, so that people who wait see that it goes on; a page that was turned and read
    again counts twice.
    """

    def __init__(self, make: Callable[[], Ocr], tell: Callable[[int], None] | None = None) -> None:
        self._make, self._tell, self._read = make, tell, 0

    @cached_property
    def _ocr(self) -> Ocr:
        return self._make()

    @property
    def name(self) -> str:
        """What the recogniser is called in evidence."""
        return self._ocr.name

    @property
    def digits_trusted(self) -> bool:
        """Whether its digits may be believed."""
        return self._ocr.digits_trusted

    def read(self, image: bytes, *, dpi: int) -> Sequence[Word]:
        """Return the words of a page picture."""
        allow_page()
        words = self._ocr.read(image, dpi=dpi)
        self._read += 1
        if self._tell:
            self._tell(self._read)
        return words


def load_readers() -> None:
    """Load every reader and the net, for a process that will read many files."""
    import numpy as np
    import PIL.Image  # noqa: F401

    import workflow.parsers.docx_file
    import workflow.parsers.eml_file
    import workflow.parsers.pdf_file
    import workflow.parsers.read_file  # noqa: F401
    from workflow.parsers.recogniser.engine import model_present
    from workflow.parsers.recogniser.line_cuts import HEIGHT
    from workflow.parsers.recogniser.recognise import recognise

    if model_present():
        recognise([np.full((HEIGHT, HEIGHT), 255, np.uint8)])
