"""The net's doubts are settled by words of its own second choices, and nothing that it read surely is touched."""

import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.recognise import alphabet, letters_of
from workflow.parsers.recogniser.second_choice import MOST_SURE, settled

Doubts = dict[int, tuple[str, float]]


def _net(text: str, doubts: Doubts | None = None) -> NDArray[np.float32]:
    """Return what a net says that reads `text`, wavering at some places: place → (other letter, its share)."""
    letters = alphabet()
    sure = np.zeros((2 * len(text) + 1, len(letters) + 1), np.float32)
    sure[::2, 0] = 1
    for place, letter in enumerate(text):
        other, share = (doubts or {}).get(place, ("", 0.0))
        sure[2 * place + 1, letters.index(letter) + 1] = 1 - share
        if other:
            sure[2 * place + 1, letters.index(other) + 1] = share
    return sure


def _read(text: str, doubts: Doubts | None = None) -> str:
    return "".join(x.text for x in settled(_net(text, doubts)))


def test_a_doubt_goes_to_the_letter_that_makes_a_word() -> None:
    assert _read("รัฐบาลติจิทัล", {6: ("ด", 0.2)}) == "รัฐบาลดิจิทัล"


def test_a_sure_letter_stays_though_no_word_comes_of_it() -> None:
    assert _read("รัฐบาลติจิทัล", {6: ("ด", 0.002)}) == "รัฐบาลติจิทัล"


def test_a_word_read_right_is_not_traded_for_another() -> None:
    assert _read("แจ้งเตือนหน่วยงาน", {5: ("ด", 0.1)}) == "แจ้งเตือนหน่วยงาน"


def test_a_tone_nearly_left_out_comes_back() -> None:
    sure = _net("เรือง")
    mark = alphabet().index("่") + 1
    sure[6, 0], sure[6, mark] = 0.6, 0.4  # the blank after ื
    assert "".join(x.text for x in settled(sure)) == "เรื่อง"


def test_numbers_and_abbreviations_are_left_alone() -> None:
    assert _read("๐๐๓๓.๑๒/๕๑๘๓ สทส.", {9: ("๙", 0.4), 15: ("ศ", 0.4)}) == "๐๐๓๓.๑๒/๕๑๘๓ สทส."


def test_a_line_that_names_a_person_is_left_alone() -> None:
    line = "(นายสมติ วงศ์ติจิทัล)"
    assert _read(line, {14: ("ด", 0.45)}) == line


def test_a_changed_letter_says_that_it_was_in_doubt() -> None:
    letters = settled(_net("รัฐบาลติจิทัล", {6: ("ด", 0.2)}))
    assert 0.5 < letters[6].confidence <= MOST_SURE
    assert all(letter.confidence > 0.99 for n, letter in enumerate(letters) if n != 6)


def test_places_stay_where_the_net_saw_the_letters() -> None:
    sure = _net("รัฐบาลติจิทัล", {6: ("ด", 0.2)})
    assert [x.at for x in settled(sure)] == [x.at for x in letters_of(sure)]


def test_a_thin_capital_behind_another_is_read_and_doubted() -> None:
    sure = _net("AI Literacy", {1: ("N", 0.1)})
    place = alphabet().index("I") + 1
    sure[3, :] = 0
    sure[3, [0, place]] = 0.6, 0.2
    letters = settled(sure)
    assert "".join(x.text for x in letters) == "AI Literacy"
    assert letters[1].confidence < 0.3


def test_nothing_is_put_behind_a_capital_that_ends_its_word() -> None:
    assert _read("A Literacy") == "A Literacy"
