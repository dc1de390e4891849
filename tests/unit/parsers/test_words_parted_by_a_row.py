"""The end of a row parts the word for an advice (`ข้อ|เสนอแนะ`) or takes the space behind it; a bullet before a code is no name."""

import pytest

from benchmarks.lists import read_list
from tests.unit.parsers.papers import set_out
from workflow.core.reading import Recommendation
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.score_told import told_scores

LEAD = "และมีข้อเสนอแนะเพื่อการพัฒนา จำนวน ๓ ตัวชี้วัดย่อย ดังนี้"
PARTS = (("1.2", "แผนสมมุติ", "นโยบายสมมุติ"), ("2.2", "คลังข้อมูลสมมุติ", "ข้อมูลสมมุติ"), ("3.4", "ทักษะสมมุติ", "บุคลากรสมมุติ"))
TEXTS = ("ทดสอบระบบทุกหกเดือน", "รับฟังความเห็นผ่านระบบกลาง", "ย้ายระบบเดิมขึ้นระบบกลาง")


def given(*lines: str) -> tuple[Recommendation, ...]:
    """Return what is advised in rows of one page: all begin at one edge, and only those that go on below are full."""
    full = [n for n, line in enumerate(lines) if line.endswith("|")]
    placed = [(85, 539 if n in full else 420, line.removesuffix("|")) for n, line in enumerate([LEAD, *lines], -1)]
    return recommendations_of(set_out(placed)).given


@pytest.mark.parametrize("mark", ["(ก) ", "• ", "1) ", ""])
@pytest.mark.parametrize(
    ("half", "rest"), [("ข้อ", "เสนอแนะ:"), ("ข้อเสนอ", "แนะ:"), ("คำ", "แนะนำ:"), ("ข้อเสนอ", "แนะ :"), ("ข้อ", "แนะนำ:")]
)
def test_half_a_word_at_the_end_of_a_row_is_of_no_indicator(half: str, rest: str, mark: str) -> None:
    lines = [
        line
        for (code, name, above), text in zip(PARTS, TEXTS, strict=True)
        for line in (f"{mark}ตัวชี้วัดย่อย “{name}” ({code}) (ภายใต้ตัวชี้วัด{above}) {half}|", f"{rest} {text}")
    ]
    found = given(*lines)
    assert [(one.name, one.indicator) for one in found] == [part[1:] for part in PARTS]
    assert tuple(one.text for one in found) == TEXTS


def test_entries_that_are_counted_are_no_half_of_a_word() -> None:
    lines = ["1) ตัวชี้วัดย่อย 1.2 แผนสมมุติ ข้อเสนอแนะ: ปรับให้ครบ 3 ข้อ|", "เสนอแนะแนวทางต่อผู้บริหาร"]
    assert given(*lines)[0].text == "ปรับให้ครบ 3 ข้อเสนอแนะแนวทางต่อผู้บริหาร"


@pytest.mark.parametrize("link", ["ในตัวชี้วัด{}", "(ภายใต้ตัวชี้วัด{})", "ภายใต้ตัวชี้วัด{}"])
def test_the_words_for_an_advice_end_a_row_as_well_as_stand_inside_it(link: str) -> None:
    (one, two, three), (first, second, third) = PARTS, TEXTS
    lines = [
        f"• {one[1]} (ตัวชี้วัดที่ {one[0]}) {link.format(one[2])} ข้อเสนอแนะ {first[:6]}|", first[6:],
        f"• {two[1]} (ตัวชี้วัดที่ {two[0]}) {link.format(two[2])} ข้อเสนอแนะ|", second,
        f"• {three[1]} (ตัวชี้วัดที่ {three[0]}) {link.format(three[2])} ข้อเสนอแนะ|", third,
    ]  # fmt: skip
    found = given(*lines)
    assert [(g.code, g.name, g.indicator) for g in found] == list(PARTS)
    assert tuple(g.text for g in found) == TEXTS


@pytest.mark.parametrize("told", ["ควร{}", ": {}", "– {}"])
@pytest.mark.parametrize("link", ["ภายใต้ตัวชี้วัด{}", "(ภายใต้ตัวชี้วัด{})"])
@pytest.mark.parametrize("mark", ["• ", "- ", "2.{} "])
def test_a_bullet_before_the_word_and_the_code_is_no_name(mark: str, link: str, told: str) -> None:
    lines = [
        f"{mark.format(n)}ตัวชี้วัดย่อยที่ {code} : {name} {link.format(above)} {told.format(text)}"
        for n, ((code, name, above), text) in enumerate(zip(PARTS, TEXTS, strict=True), 1)
    ]
    found = given(*lines)
    assert [(g.code, g.name, g.indicator) for g in found] == list(PARTS)
    assert [g.text for g in found] == [told.format(text).lstrip(":– ") for text in TEXTS]


def test_words_that_close_a_bracket_which_stands_before_the_code_name_no_score() -> None:
    items = " ".join(
        f"{name} ({code}) (มิติที่ {code[0]} {above}) ข้อเสนอแนะ {text}"
        for (code, name, above), text in zip(PARTS, TEXTS, strict=True)
    )
    assert told_scores(f"ผลการสำรวจ คะแนนรวม ดังนี้ {items} ทักษะอื่น (4.1) (มิติที่ 4 ดัชนีสมมุติ) ข้อเสนอแนะ อบรม (6.5)", 2567) == ()


# of lists drawn by chance: what each showed when it was first read
SEEN = {
    5016: "the words for an advice end some rows and stand inside others", 5132: "half a word ends a row",
    5194: "a bullet before the word and the code", 5297: "a code in brackets ends the row of its name",
    5321: "ควร begins the row below a full one that ends in an indicator", 5137: "one advice below two items taken for a lead-in",
    5159: "the same, with bullets", 5523: "the same, with bare codes",
}  # fmt: skip


@pytest.mark.parametrize("seed", SEEN, ids=SEEN.get)
def test_lists_drawn_by_chance_that_were_not_read_whole(seed: int) -> None:
    assert read_list(seed).whole
