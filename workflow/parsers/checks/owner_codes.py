"""The code before a scanned paper's number (`ชร 52001/1472`) against the codes of ministries and provinces.

A code that nobody has, and that is one letter of the same outline away from exactly one that somebody has, was misread: put right where
the recogniser was not sure of it, else only told. Offices have codes that no table knows; those are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.parsers.certainty import letters_of
from workflow.parsers.draft import Draft
from workflow.parsers.skeleton import bones

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

SURELY = 0.95  # the least sure letter of a code that is not put right
_CODE = re.compile(r"^(?P<code>[ก-ฮ]{2})(?:\.\s*|\s+|(?=\d))(?=\d)")


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return a doubt for each code that is nobody's but nearly somebody's; an unsure one is put right."""
    findings = []
    for n, draft in enumerate(drafts):
        letters, number = letters_of(draft.seen.get("number", ())), draft.instrument.number or ""
        found = _CODE.match(number) if letters else None
        likely = _likely(found["code"], context.almanac.owners) if found else None
        if letters is None or found is None or likely is None:
            continue
        right = f"{likely} {number[found.end() :]}"
        findings.append(_finding(n, draft, number, right, context.almanac.owners[likely]))
        if letters.of(found["code"]).least < SURELY:
            draft.instrument = replace(draft.instrument, number=right)
    return findings


def _likely(code: str, owners: Mapping[str, str]) -> str | None:
    """Return the only known code of the same outline, one letter away; None for a known code, or when several or none are like it."""
    if code in owners:
        return None
    alike = [other for other in owners if _apart(code, other) == 1 and bones(other) == bones(code)]
    return alike[0] if len(alike) == 1 else None


def _apart(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True)) if len(one) == len(other) else len(one)


def _finding(n: int, draft: Draft, number: str, right: str, owner: str) -> Finding:
    message = f"รหัสหน้าเลขที่ “{number}” ไม่ใช่รหัสที่รู้จัก น่าจะเป็น “{right}” ({owner}) โปรดตรวจกับต้นฉบับ"
    return Finding(
        "low-confidence", "warning", message, instrument=n, field="number", page=draft.instrument.pages[0],
        candidates=(right, number),
    )  # fmt: skip
