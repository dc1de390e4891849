"""What a kind of memo cannot be written without: named in Thai before anything is written."""

from collections.abc import Mapping
from typing import TypeVar

from workflow.core.errors import UsageError

Fact = TypeVar("Fact")


def require(paper: str, facts: Mapping[str, object]) -> None:
    """Raise UsageError that names, in the officer's words (the keys), every fact that is missing (None or empty)."""
    missing = [name for name, fact in facts.items() if fact in (None, (), "")]
    if missing:
        raise UsageError(
            f"เขียน{paper}ไม่ได้ เพราะเรื่องนี้ยังไม่มี: {', '.join(missing)}", next_step="เพิ่มข้อเท็จจริงที่ขาดก่อน โปรแกรมไม่เติมเอง"
        )


def given(fact: Fact | None) -> Fact:
    """Return a fact that `require` has found to be there; ValueError for one it was not asked for."""
    if fact is None:
        raise ValueError("a fact is used that was not required")
    return fact
