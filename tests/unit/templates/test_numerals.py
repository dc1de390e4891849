"""Which digits turn Thai."""

import pytest

from workflow.templates.numerals import in_thai_digits


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("ร้อยละ 55.54", "ร้อยละ ๕๕.๕๔"),
        ("ที่ สพร 2562/ว4099", "ที่ สพร ๒๕๖๒/ว๔๐๙๙"),
        ("2.4 Data Literacy", "๒.๔ Data Literacy"),
        ("CIO 3 คน", "CIO ๓ คน"),
        ("ISO/IEC 27001 และ ISO 9001", "ISO/IEC 27001 และ ISO 9001"),
        ("ที่ https://www.dga.or.th/th/content/2131/13799/ ข้อ 2", "ที่ https://www.dga.or.th/th/content/2131/13799/ ข้อ ๒"),
        ("dgsurvey2019@dga.example โทร. 1111", "dgsurvey2019@dga.example โทร. ๑๑๑๑"),
        ("5G IPv6 COVID-19", "5G IPv6 COVID-19"),
        ("(1)(2)", "(๑)(๒)"),
    ],
)
def test_digits_are_thai_but_inside_latin_names(given: str, expected: str) -> None:
    assert in_thai_digits(given) == expected
