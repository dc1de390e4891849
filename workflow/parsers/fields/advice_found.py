"""A recommendation as it was found, and its text freed of who says so. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workflow.core.reading import Recommendation
from workflow.parsers.certainty import NOT_AS_PRINTED, Sureness, letters_of
from workflow.parsers.rows import Row

SURE = Sureness()
_WHO_SAYS = r"(?:คณะ)?(?:ผู้(?:ประเมิน|ตรวจ)|กรรมการ|ทำงาน|ทีม)[ก-๙.]{0,24}?\s?"
_PROPOSES = r"(?:ได้|มี)?(?:ให้)?(?:ความ)?(?:เห็น|เสนอ(?:แนะ)?|แนะนำ|ชี้แนะ)(?:ไว้)?"
# `เสนอแนะให้ดำเนินการ ดังนี้`
_ADVISES = r"(?:ได้|มี)?(?:ให้)?(?:ข้อ|คำ)?(?:เสนอแนะ|แนะนำ|ชี้แนะ)(?:ไว้|แนวทาง|ให้(?:ดำเนินการ|ปฏิบัติ|ปรับปรุง|พัฒนา))*\s*(?:ดังนี้|ดังต่อไปนี้|คือ|ว่า)\s*:?\s*"
_QUOTED = re.compile(r"^[“\"«]([^“”\"«»]+)[”\"»]$")
_SAYS_SO = re.compile(
    rf"^(?:{_ADVISES}|(?:{_WHO_SAYS})?{_PROPOSES}ว่า\s*|{_WHO_SAYS}{_PROPOSES}\s*(?=ให้)|[ก-๙.]{{2,30}}\s(?:เสนอแนะ|แนะนำ|เสนอ)(?=ให้))"
)


@dataclass(frozen=True)
class Found:
    """A recommendation as it stands, whether its code is whole, and how sure the letters of its parts were read.

    `recognised` tells that a recogniser read it.
    """

    given: Recommendation
    whole: bool = True
    recognised: bool = False
    code: Sureness = SURE
    name: Sureness = SURE
    indicator: Sureness = SURE
    text: Sureness = SURE


def joined_up(text: str) -> str:
    """Close a compound word that broke over the line at its hyphen; a letter alone is no word (a colon misread), but ณ is.

    Who says so is no part of what is said, nor are the quotation marks around all of it.
    """
    text = re.sub(r"(?<=[A-Za-z])- (?=[A-Za-z])", "-", _SAYS_SO.sub("", text))
    return _QUOTED.sub(r"\1", re.sub(r"^(?:[\s:]|[–—→-]\s|[ก-ซฌ-ฑด-ฮเแโไใะ]\s)+", "", text).strip())


def even(rows: Sequence[Row]) -> list[Row]:
    """Return the rows whose letters are all accounted for as they are, the others as if no recogniser had read them."""
    return [row if len(row.sure) in (0, len(row.text)) else replace(row, sure=()) for row in rows]


def found_in(
    given: Recommendation, whole: bool, named: Sequence[Row], advising: Sequence[Row], titles: Sequence[Row] = ()
) -> Found:
    """Return a recommendation with how sure its letters are where they stand; one of the `titles` above may name its indicator."""
    head, text = letters_of(even(named)), letters_of(even(advising))
    if head is None:
        return Found(given, whole)
    indicator = head.of(given.indicator) if given.indicator else SURE
    if given.indicator and indicator.least <= NOT_AS_PRINTED and (above := letters_of(even(titles))):
        indicator = max(indicator, above.of(given.indicator), key=lambda sure: sure.least)
    advice = text.of(given.text) if text else SURE
    return Found(given, whole, True, head.of(given.code), head.of(given.name), indicator, advice)
