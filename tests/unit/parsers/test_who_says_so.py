"""Who says an advice, that it follows, and quotation marks around all of it are no part of it."""

import pytest

from workflow.parsers.fields.advice_found import joined_up


@pytest.mark.parametrize(
    "text",
    [
        "เสนอแนะให้ดำเนินการ ดังนี้ “ทบทวนแผนทุกปี”",
        "ได้แนะนำไว้ว่า ทบทวนแผนทุกปี",
        "ข้อเสนอแนะดังต่อไปนี้: ทบทวนแผนทุกปี",
        "คณะกรรมการเห็นว่า ทบทวนแผนทุกปี",
        ": ทบทวนแผนทุกปี",
        "“ทบทวนแผนทุกปี”",
    ],
)
def test_what_is_said_is_freed_of_who_says_it(text: str) -> None:
    assert joined_up(text) == "ทบทวนแผนทุกปี"


@pytest.mark.parametrize(
    "text",
    [
        "เสนอโครงการต่อคณะกรรมการ ดังนี้ (1) แผนสมมุติ",
        "แนะนำบริการแก่ประชาชนทุกเดือน",
        "“ทบทวน” แผนและ “ปรับปรุง”",
        "ทบทวนแผน “ดิจิทัล”",
    ],
)
def test_an_advice_that_begins_with_such_a_word_is_whole(text: str) -> None:
    assert joined_up(text) == text
