"""Codes that stand in cells of their own before names: what a table prints of indicators, whether its rows could be read or not. Pure."""

import re
from collections.abc import Iterator, Sequence

from workflow.core.thai_digits import to_arabic
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import rough

_CODE = re.compile(r"[(\[]?(?P<code>(?:[1-9]|1[0-2])\.(?:[1-9]|1\d))[.):\]]*")
_NAME = re.compile(r"[ก-ฮA-Za-z]{2}")
_HEADED = rough(r".*(?:คะแนน|ร้อยละ|ผลการ(?:ประเมิน|สำรวจ)|ข้อเสนอ|แนะนำ)")
_FIRST = 2  # cells: a row's own number may stand before its code


def codes_in_cells(rows: Sequence[Row]) -> list[str]:
    """Return the codes in their order, each once; none where no row of several cells heads marks or advice."""
    if not heads_a_table(rows):
        return []
    return list(dict.fromkeys(code for row in rows for code in _codes(row)))


def heads_a_table(rows: Sequence[Row]) -> bool:
    """Whether a row of several cells heads marks or advice."""
    return any(len(row.parts) > 1 and _HEADED.match(row.text) for row in rows)


def _codes(row: Row) -> Iterator[str]:
    """Yield the code among the first cells of a row that a name stands behind."""
    texts = [to_arabic(part.text.strip()) for part in row.parts]
    for n, text in enumerate(texts[:_FIRST]):
        found = _CODE.fullmatch(text)
        if found and n + 1 < len(texts) and _NAME.search(texts[n + 1]):
            yield found["code"]
