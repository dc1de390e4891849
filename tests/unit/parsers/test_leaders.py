"""Dotted rules to write on part the words of a scan, and the digits beside them are no longer sure."""

from workflow.parsers.scan import Word, without_leader


def test_a_dotted_rule_parts_words_and_leaves_the_digits_beside_it_in_doubt() -> None:
    word = Word("0415.7/5015......วันที่", (0, 0, 230, 10), 0, 0.99, 0, (0.99,) * 23)
    number, label = without_leader(word)
    assert (number.text, label.text) == ("0415.7/5015", "วันที่")
    assert number.sure[:8] == (0.99,) * 8 and set(number.sure[8:]) == {0.6}
    assert number.box[2] <= label.box[0]


def test_a_catchword_keeps_its_dots() -> None:
    word = Word("/๒.๓......", (0, 0, 100, 10), 0, 0.99)
    assert [piece.text for piece in without_leader(word)] == ["/๒.๓......"]
