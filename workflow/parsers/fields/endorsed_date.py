"""The date of an endorsement: behind its own number, under the signer's name, or on a row of its own between number and greeting. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.parsers.fields.dated import date_alone, date_in
from workflow.parsers.fields.labels import label_of
from workflow.parsers.fields.numbers import RUNNING
from workflow.parsers.fields.signatory import Signature
from workflow.parsers.fields.skeleton import loose
from workflow.parsers.rows import Row

_BEHIND = re.compile(rf"/\s*{RUNNING}\s+(?:{loose('วันที่')}|ล\.?\s?ว\.?|ลง(?:วันที่)?)?\s*(?=\d)")
_CITING = re.compile(r"^\s*(?:ลง(?=วันที่)|ลง|ล\.?\s?ว\.?)\s*")
_NEAR = 3  # rows below the number


def endorsed_date(words: Sequence[Row], blocks: Sequence[Signature], numbered: Row | None) -> Row | None:
    """Return the row, or the part of the number's row, that dates an endorsement."""
    behind = dated_behind(numbered) if numbered else None
    if behind:
        return behind
    if blocks and blocks[0].dated:
        return blocks[0].dated
    start = next((n for n, row in enumerate(words) if row is numbered), 0)
    for row in words[start : start + _NEAR]:
        found = label_of(row)
        if found and found[0] not in {"ที่", "วันที่"}:
            return None
        if date_alone(replace(row, text=_CITING.sub("", row.text))):
            return row
    return None


def dated_behind(row: Row) -> Row | None:
    """Return what stands behind the number on its row, when that is a date."""
    found = _BEHIND.search(row.text)
    if not found:
        return None
    rest = replace(row, text=row.text[found.end() :], printed=row.printed[found.end() :], sure=row.sure[found.end() :])
    return rest if date_in(rest.text, noisy=bool(row.sure)) else None
