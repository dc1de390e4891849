"""Names in a table's cells that all end in the indicator they belong to, on a row of its own: `ผังเมืองสมมุติ | ตัวชี้วัดการวางแผน`. Pure.

A name may speak of indicators by itself; not all of a table do.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.core.reading import Recommendation

_ENDED = re.compile(
    r"^(?P<name>\S.*?)\s*(?:ภายใต้|ใน)?(?P<kind>ตัวชี้วัด|มิติ|องค์ประกอบ|หมวด)(?:หลัก)?(?:\s*(?:ที่\s*)?\d{1,2})?\s*[:–-]?\s*(?P<indicator>[ก-ฮเ-ไA-Z][^\d]{2,60})$"
)
_LEAST, _MOST = 3, 0.8  # records, and their share


def with_indicators_parted(given: Sequence[Recommendation]) -> list[Recommendation]:
    """Return the recommendations of a table with the indicators parted from their names; as they are where not nearly all end so."""
    ended = [_ENDED.match(one.name) if one.indicator is None else None for one in given]
    kinds = {found["kind"] for found in ended if found}
    if len(kinds) != 1 or sum(map(bool, ended)) < max(_LEAST, _MOST * len(given)):
        return list(given)
    return [
        replace(one, name=found["name"], indicator=found["indicator"].strip()) if found else one
        for one, found in zip(given, ended, strict=True)
    ]
