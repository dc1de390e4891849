"""Damaged Thai is found by its skeleton, and the places are those of the text as it was read."""

import pytest

from workflow.parsers.skeleton import alike, begins_like, rough


@pytest.mark.parametrize("read", ["ตัวชี้วัดย่อย", "ตัวชีวัดย่อย", "ตัวชี้วัตย่อย", "ตวชวดยอย"])
def test_a_word_is_found_without_its_marks_and_with_letters_alike(read: str) -> None:
    found = rough(r"ตัวชี้วัดย่อย\s*(?P<code>\d\.\d)").match(f"{read} 2.4 ชื่อ")
    assert found and found["code"] == "2.4"


def test_a_span_counts_the_letters_of_the_text_and_not_of_its_skeleton() -> None:
    text = "ข้อเสนอแนะ ที่ดี"
    found = rough("ข้อเสนอแนะ").match(text)
    assert found and text[found.end() :] == " ที่ดี"


def test_words_are_found_at_the_head_of_a_torn_line() -> None:
    torn = "ข้อเสนอแนะลาก สมม. ควรทบทวน"
    end = begins_like(torn, "ข้อเสนอแนะจาก สมม.")
    assert end is not None and torn[end:] == " ควรทบทวน"


def test_other_words_are_not_found_there() -> None:
    assert begins_like("ควรทบทวนแผนงานประจำปี", "ข้อเสนอแนะจาก สมม.") is None


def test_one_name_read_twice_is_more_alike_than_two_names() -> None:
    assert alike("ศักยภาพด้านดิจิทัล", "ศักยภาพต้านติจิทัล") == 100
    assert alike("ศักยภาพด้านดิจิทัล", "บริการภาครัฐ") < 50
