"""From kind and case to document."""

import re
from dataclasses import replace

import pytest

from memos import CATALOGUE
from workflow.core.document import Document
from workflow.core.memo_kind import CaseFile
from workflow.templates.compose import compose


def _sample(name: str, **changes: object) -> tuple[Document, CaseFile]:
    case = replace(CATALOGUE[name].sample(), **changes)  # type: ignore[arg-type]
    return compose(CATALOGUE[name], case), case


@pytest.mark.parametrize("name", CATALOGUE)
def test_no_arabic_digit_stands_outside_a_latin_name(name: str) -> None:
    document, _ = _sample(name)
    without_standards = document.words().replace("ISO/IEC 27001", "")
    assert not re.search(r"[0-9]", without_standards)


def test_a_memo_goes_through_whom_it_goes() -> None:
    document, _ = _sample("result-report", to=("ผบ.ตร.",), via="ผู้ช่วย ผบ.ตร.")
    assert document.head.to == ("ผบ.ตร. (ผ่าน ผู้ช่วย ผบ.ตร.)",)


def test_secrets_are_masked_in_the_head_too() -> None:
    document, _ = _sample("result-report", subject="ผลสำรวจ Username: 00X99Y9-777 Password: qwert99")
    assert document.head.subject and "qwert" not in document.head.subject and "00X99Y9" not in document.head.subject


def test_a_letter_under_seal_names_the_unit_in_full_and_carries_no_signature() -> None:
    document, case = _sample("reminder")
    assert (document.head.unit, document.owner, document.signature) == (case.unit.name, "สทส.", None)


def test_marks_stand_first_in_the_words() -> None:
    kind = CATALOGUE["forwarding-note"]
    assert compose(kind, kind.sample(), marks=("สำเนาถูกต้อง",)).words().startswith("สำเนาถูกต้อง\n")
