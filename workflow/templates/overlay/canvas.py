"""What is drawn, as the operators of a PDF content stream; places are in points from the upper left corner, y downward."""

from dataclasses import dataclass, field

from workflow.templates.fonts import FontSet
from workflow.templates.overlay.lettering import Lettering
from workflow.templates.rows import BASELINE, DOTTED, Row, Text

BLACK, RED = "0 g 0 G", "0.753 0 0 rg 0.753 0 0 RG"


@dataclass
class Inks:
    """The two faces, regular and bold, that all canvases of one file write with."""

    fonts: FontSet
    regular: Lettering = field(init=False)
    bold: Lettering = field(init=False)

    def __post_init__(self) -> None:
        """Begin with no letter drawn."""
        self.regular, self.bold = Lettering(self.fonts.regular), Lettering(self.fonts.bold)

    def objects(self, first: int) -> list[tuple[int, bytes]]:
        """Return both fonts as PDF objects numbered from `first`; without a letter drawn in it a face is left out."""
        drawn = [face for face in (self.regular, self.bold) if face.known]
        return [pair for n, face in enumerate(drawn) for pair in face.objects(first + 5 * n)]

    def resources(self, first: int) -> str:
        """Return the font resources that go with `objects(first)`."""
        drawn = [name for name, face in (("R", self.regular), ("B", self.bold)) if face.known]
        return f"/Font<<{''.join(f'/{name} {first + 5 * n} 0 R' for n, name in enumerate(drawn))}>>"


@dataclass
class Canvas:
    """A surface `height` points high on which one writes and rules lines."""

    inks: Inks
    height: float
    operators: list[str] = field(default_factory=list)

    def text(self, text: Text, x: float, baseline: float) -> None:
        """Write a piece of text, `x` the left edge that its own x is counted from."""
        face, name = (self.inks.bold, "B") if text.bold else (self.inks.regular, "R")
        colour = RED if text.colour == "red" else BLACK if text.colour == "black" else text.colour
        self.operators.append(
            f"q {colour} BT /{name} {_n(text.size)} Tf {_n(text.tracking)} Tc "
            f"{_n(x + text.x)} {_n(self.height - baseline)} Td <{face.codes(text.text)}> Tj ET Q"
        )

    def row(self, row: Row, x: float, y: float) -> None:
        """Draw a row of a layout, its top at `y`: texts and dotted rules."""
        for text in row.texts:
            self.text(text, x, y + row.height * BASELINE)
        for start, end in row.rules:
            self.dotted(x + start, x + end, y + row.height * DOTTED)

    def dotted(self, start: float, end: float, y: float, colour: str = BLACK) -> None:
        """Draw a dotted line to write on."""
        self._line((start, y), (end, y), f"{colour} 0.7 w [0.8 1.4] 0 d")

    def line(self, start: tuple[float, float], end: tuple[float, float], width: float = 0.5) -> None:
        """Draw a ruled line."""
        self._line(start, end, f"{BLACK} {_n(width)} w")

    def box(self, corner: tuple[float, float], size: tuple[float, float], pen: str) -> None:
        """Draw the outline of a rectangle; `pen` are the operators that set colour and width."""
        (x, y), (width, height) = corner, size
        self.operators.append(f"q {pen} {_n(x)} {_n(self.height - y - height)} {_n(width)} {_n(height)} re S Q")

    def _line(self, start: tuple[float, float], end: tuple[float, float], pen: str) -> None:
        (x, y), (x2, y2) = start, end
        self.operators.append(f"q {pen} {_n(x)} {_n(self.height - y)} m {_n(x2)} {_n(self.height - y2)} l S Q")

    def content(self) -> bytes:
        """Return the content stream."""
        return "\n".join(self.operators).encode()


def _n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"
