"""How offices and clerks name the officers on the way."""

import pytest

from workflow.core.errors import UsageError
from workflow.core.way_up import Stop, joined, stop_of


@pytest.mark.parametrize(
    ("text", "stop", "words"),
    [
        ("รอง ผบ.ตร.(บร 1)", Stop(("รอง ผบ.ตร.(บร 1)",), 1), "รอง ผบ.ตร.(บร 1)"),
        ("ก, ข", Stop(("ก", "ข"), 2), "ก และ ข"),
        ("ทุกคน: ก, ข, ค", Stop(("ก", "ข", "ค"), 3), "ก ข และ ค"),
        ("คนใดคนหนึ่ง: ก, ข", Stop(("ก", "ข"), 1), "ก หรือ ข"),
        ("any: ก, ข", Stop(("ก", "ข"), 1), "ก หรือ ข"),
        ("๒ ใน ๓: ก, ข, ค", Stop(("ก", "ข", "ค"), 2), "ก ข และ ค (๒ ใน ๓)"),
        ("2 of 3: ก, ข, ค", Stop(("ก", "ข", "ค"), 2), "ก ข และ ค (๒ ใน ๓)"),
    ],
)
def test_a_place_is_one_post_or_several_with_their_rule(text: str, stop: Stop, words: str) -> None:
    assert stop_of(text) == stop
    assert stop_of(text).words(str) == words


@pytest.mark.parametrize("text", ["", "ทุกคน:", "ก, ก", "3 ใน 2: ก, ข", "0 ใน 2: ก, ข", "2 ใน 3: ก, ข"])
def test_a_place_that_nobody_could_keep_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError) as wrong:
        stop_of(text)
    assert "คนใดคนหนึ่ง" in wrong.value.next_step


def test_names_are_joined_as_thai_papers_join_them() -> None:
    assert [joined(names, "และ") for names in ([], ["ก"], ["ก", "ข"], ["ก", "ข", "ค"])] == [
        "",
        "ก",
        "ก และ ข",
        "ก ข และ ค",
    ]
