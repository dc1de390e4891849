"""How surely the recommendations of a scanned table were read: by the lines of print whose words they are made of. Pure."""

import re
from collections.abc import Iterator, Sequence

from workflow.core.reading import Recommendation
from workflow.core.thai_digits import to_arabic
from workflow.parsers.certainty import NOT_AS_PRINTED, Sureness
from workflow.parsers.fields.advice_found import SURE, Found
from workflow.parsers.rows import Row

_LEAST = 3  # letters of a line: fewer stand in any text

_Printed = tuple[str, tuple[float, ...]]  # what a line says without its spaces, and how sure each letter is


def found_on_lines(given: Sequence[Recommendation], rows: Sequence[Row]) -> list[Found]:
    """Return recommendations whose parts stand in cells, over several lines each, with how sure these were read."""
    lines = list(_lines(rows))
    return [
        Found(one, True, True, *(_sure_of(part, lines) for part in (one.code, one.name, one.indicator or "", one.text)))
        for one in given
    ]


def _lines(rows: Sequence[Row]) -> Iterator[_Printed]:
    for line in (part for row in rows for part in row.parts):
        if len(line.sure) == len(line.text):
            letters = [
                (char, sure) for char, sure in zip(to_arabic(line.text), line.sure, strict=True) if not char.isspace()
            ]
            yield "".join(char for char, _ in letters), tuple(sure for _, sure in letters)


def _sure_of(part: str, lines: Sequence[_Printed]) -> Sureness:
    """Return the least sure letter of the lines that a part is made of, or of the one it stands in, and what part of them may be wrong."""
    wanted = re.sub(r"\s+", "", part)
    if not wanted:
        return SURE
    held = [sure for text, sure in lines if len(text) >= _LEAST and text in wanted]
    held += [sure[at : at + len(wanted)] for text, sure in lines if (at := text.find(wanted)) >= 0]
    letters = [sure for some in held for sure in some]
    return (
        Sureness(min(letters), sum(1 - sure for sure in letters) / len(letters))
        if letters
        else Sureness(NOT_AS_PRINTED)
    )
