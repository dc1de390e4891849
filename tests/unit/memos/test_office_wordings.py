"""An office's own wording asks for the same facts as the catalogue's, and says them in its own way."""

from dataclasses import replace

import pytest

from memos import CATALOGUE
from tests.conftest import ROOT
from tests.unit.memos.cases import police_2562
from workflow.core.document import Document
from workflow.core.errors import ConfigError
from workflow.core.memo_kind import CaseFile
from workflow.store.office_files import load_office, office_codes
from workflow.templates.compose import compose

CONFIG = ROOT / "config"
OWN = [(code, name) for code in office_codes(CONFIG) for name in load_office(CONFIG, code).wordings]


def _paper(code: str, name: str, case: CaseFile) -> Document:
    office = load_office(CONFIG, code)
    return compose(office.worded(CATALOGUE[name]), replace(case, words=office.words))


@pytest.mark.parametrize(("code", "name"), OWN)
def test_an_offices_wording_is_of_a_kind_there_is_and_differs(code: str, name: str) -> None:
    case = CATALOGUE[name].sample()
    assert _paper(code, name, case).words() != compose(CATALOGUE[name], case).words()


@pytest.mark.parametrize("code", office_codes(CONFIG))
@pytest.mark.parametrize("name", CATALOGUE)
def test_every_office_can_write_every_kind(code: str, name: str) -> None:
    assert _paper(code, name, CATALOGUE[name].sample()).body


def test_the_police_cite_dates_short_and_the_interior_in_full() -> None:
    case = police_2562()
    police, interior = (_paper(code, "result-report", case).words() for code in ("police", "interior"))
    assert "ลง ๑ พ.ย.๖๒" in police and "ลงวันที่ ๑ พฤศจิกายน ๒๕๖๒" in interior
    assert "แจ้งหน่วยในสังกัด" in police and "แจ้งส่วนราชการในสังกัด" in interior


def test_in_2559_the_government_was_electronic_not_yet_digital() -> None:
    words = _paper("ega2559", "result-report", police_2562()).words()
    assert "ยกระดับการพัฒนารัฐบาลอิเล็กทรอนิกส์" in words and "การพัฒนารัฐบาลดิจิทัลของหน่วยงาน (เอกสาร" not in words


def test_alro_proposes_an_invitation_in_numbered_parts() -> None:
    headings = [
        b.text
        for b in _paper("alro", "invitation-forward", CATALOGUE["invitation-forward"].sample()).body
        if b.kind == "heading"
    ]
    assert headings == ["๑. เรื่องเดิม", "๒. ข้อเท็จจริง", "๓. ข้อเสนอ"]


def test_a_province_orders_and_asks_in_its_circular() -> None:
    words = _paper("interior", "circular", CATALOGUE["circular"].sample()).words()
    assert "จึงให้หัวหน้าส่วนราชการประจำจังหวัด" in words and "และขอความร่วมมือหัวหน้าส่วนราชการสังกัดราชการบริหารส่วนกลาง" in words


def test_an_offices_wording_that_asks_for_another_fact_is_refused_by_name() -> None:
    office = load_office(CONFIG, "interior")
    wrong = replace(CATALOGUE["receipt-reply"], wording=office.wordings["circular"])
    with pytest.raises(ConfigError, match=r"ขาด: .*groups"):
        compose(wrong, wrong.sample())
