"""A recogniser that tells after every page how many it has read, so that people who wait see that it goes on."""

from collections.abc import Callable, Sequence

from workflow.parsers.scan import Ocr, Word


class ToldOcr:
    """Stands before another recogniser; `tell` hears how many pages were read."""

    def __init__(self, ocr: Ocr, tell: Callable[[int], None]) -> None:
        self._ocr, self._tell, self._read = ocr, tell, 0

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
        words = self._ocr.read(image, dpi=dpi)
        self._read += 1
        self._tell(self._read)
        return words
