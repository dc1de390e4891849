"""A kind that lacks a fact says in Thai which, and writes nothing."""

from dataclasses import replace
from typing import Any

import pytest

from memos import CATALOGUE
from memos.needs import given
from tests.unit.memos.cases import said
from workflow.core.errors import UsageError

GONE: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("recommendation-assignment", {"assignments": ()}, "ผู้รับผิดชอบและวันกำหนด"),
    ("recommendation-assignment", {"to": (), "letter": None}, "หนังสือแจ้งผล, หน่วยผู้รับ"),
    ("circular", {"letter": None}, "หนังสือที่จะแจ้งเวียน"),
    ("circular", {"groups": (), "to": ()}, "ผู้รับ"),
    ("external-letter", {"letter": None}, "หนังสือที่จะตอบ"),
    ("reminder-memo", {"overdue": None}, "ไม่มีหนังสือค้างตอบ"),
    ("receipt-reply", {"receipt": None}, "เลขรับและวันเวลาที่รับ"),
    ("data-request", {"next_round": None}, "กำหนดส่งของการสำรวจครั้งต่อไป, รายการหลักฐาน"),
    ("invitation-forward", {"event": None}, "วัน เวลา และสถานที่"),
    ("summary-for-commander", {"survey": None}, "คะแนนรวม"),
)


@pytest.mark.parametrize(("name", "gone", "told"), GONE)
def test_what_is_missing_is_named(name: str, gone: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        said(name, replace(CATALOGUE[name].sample(), **gone))


def test_a_fact_that_was_never_required_is_a_fault_of_the_kind() -> None:
    with pytest.raises(ValueError, match="not required"):
        given(None)
