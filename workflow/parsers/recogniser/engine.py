"""The project's own recogniser behind the `Ocr` protocol."""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.core.errors import UnreadableFile
from workflow.parsers.recogniser.page_image import open_page
from workflow.parsers.recogniser.page_reader import read_page
from workflow.parsers.recogniser.recognise import MODEL
from workflow.parsers.scan import Word


def model_present() -> bool:
    """Return whether the trained model lies beside this module."""
    return MODEL.is_file()


@dataclass(frozen=True)
class OwnOcr:
    """Reads Thai official print, all ten Thai digits among it.

    Its digits are believed one by one (`checks/unsure.py` doubts those the net was not sure of): the model's card tells how many
    digit strings it reads right.
    """

    name: str = "saraban lines 2"
    digits_trusted: bool = True

    def read(self, image: bytes, *, dpi: int) -> Sequence[Word]:
        """Return the words of a page picture, row by row from the top; UnreadableFile when it is no picture."""
        try:
            page = open_page(image, dpi)
        except ValueError as error:
            raise UnreadableFile("ภาพหน้านี้เปิดไม่ได้", next_step="สแกนหน้านี้ใหม่ แล้วอ่านอีกครั้ง") from error
        return read_page(page, dpi)
