"""The letter number (ที่): consonants, the owner's number or the year, a slash, ว for a circular, the running number."""

import re
from collections.abc import Sequence

from workflow.parsers.rows import Row

# Observed: "นร 0505/ว 494", "มท 0201.2/ว 1590", "สพร 2562/ว4099", "0033.12/5052", "ตช 0033.12/ว 17",
#   "กค (กวจ) 0405.2/ว 119", "อว 0602.01(2)/12"
NUMBER = r"(?:[ก-ฮ]{1,5}\.?\s*(?:\([ก-ฮ.]{1,12}\)\s*)?)?\d{1,5}(?:\.\d{1,4}){0,4}\s*(?:\([ก-ฮ\d.]{1,12}\)\s*)?/\s*(?:ว\.?\s*)?\d{1,6}"
# A red urgency mark may stand on the same row before the label.
_LABELLED = re.compile(rf"^(?:ด่วน(?:ที่สุด|มาก)?\s+)?ที่\s*(?P<number>{NUMBER})(?![\d/])")


def number_of(rows: Sequence[Row]) -> tuple[str, Row] | None:
    """Return the paper's own number and the row it stands on: the first row labelled ที่."""
    for row in rows:
        if found := _LABELLED.match(row.text):
            return tidy(found["number"]), row
    return None


def tidy(number: str) -> str:
    """Return the number with one space after the consonants and none elsewhere."""
    packed = re.sub(r"\s+", "", number)
    return re.sub(r"^([ก-ฮ]{1,5}\.?(?:\([ก-ฮ.]+\))?)(?=\d)", r"\1 ", packed)


def is_circular(number: str | None) -> bool:
    """Whether the number bears the ว of a circular letter (ระเบียบงานสารบรรณ ข้อ ๓๒)."""
    return bool(number and re.search(r"/\s*ว|^ว\s*\d", number))
