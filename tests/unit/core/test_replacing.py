import pytest

from workflow.core.replacing import replacing


def test_letters_are_replaced_as_translate_replaces_them() -> None:
    table = {"๑": "1", "๒": "2", "่": ""}
    text = "ที่ ๑๒๓ ลงวันที่ ๒ ABC"
    assert (
        replacing(table)(text) == text.translate({ord(old): new for old, new in table.items()}) == "ที 12๓ ลงวันที 2 ABC"
    )


def test_a_replacement_that_would_be_replaced_in_turn_is_an_error() -> None:
    with pytest.raises(ValueError, match="ข"):
        replacing({"ก": "ข", "ข": "ค"})
