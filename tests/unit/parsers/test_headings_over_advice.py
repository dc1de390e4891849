"""Headings over recommendations: groups over indicators over their parts, however they are numbered, and lines that are none."""

from dataclasses import replace

import pytest

from tests.unit.parsers.papers import codes, drafts, rows, set_out
from workflow.core.reading import Instrument, Recommendation
from workflow.parsers.fields.advice_headings import heading_over_table
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.stated_count import stated_count
from workflow.parsers.fields.survey_unread import unread

GOOD, WEAK = "ตัวชี้วัดที่ทำได้ดี", "ตัวชี้วัดที่ควรเร่งพัฒนา"
PARTS = (
    (GOOD, "การวางแผนสมมุติ", "1.1", "แผนสมมุติ", "ควรทบทวนแผนทุกปี"),
    (GOOD, "บริการสมมุติ", "3.1", "ช่องทางสมมุติ", "ควรเปิดช่องทางให้ครบ"),
    (WEAK, "บริการสมมุติ", "3.4", "ข้อมูลสมมุติ", "ควรเผยแพร่ข้อมูลทุกเดือน"),
    (WEAK, "ความปลอดภัยสมมุติ", "4.2", "แผนสำรองสมมุติ", "ควรทดสอบแผนปีละหนึ่งครั้ง"),
)
ITEM = "- ตัวชี้วัดย่อย {code} {name}\nข้อเสนอแนะ : {text}"
Told = tuple[str | None, str | None, str, str, str]


def nested(group: str, indicator: str, item: str = ITEM) -> list[Told]:
    """Return group, indicator, code, name and text of a list of three levels, each written in its form."""
    lines = []
    for n, (over, above, code, name, text) in enumerate(PARTS):
        places = {"n": n % 2 + 1, "l": "กข"[n % 2], "N": n // 2 + 1, "L": "กข"[n // 2]}
        lines += [group.format(title=over, **places)] if group and n % 2 == 0 else []
        lines += [indicator.format(title=above, first=code[0], **places)] if indicator else []
        lines.append(item.format(code=code, name=name, text=text, **places))
    return told("\n".join(lines))


def told(text: str) -> list[Told]:
    return [(g.group, g.indicator, g.code, g.name, g.text) for g in recommendations_of(rows(text)).given]


@pytest.mark.parametrize(
    "group", ["2.3.{N} {title}", "{L}. {title}", "({N}) {title}", "กลุ่มที่ {N} {title}", "({L}) {title} จำนวน 2 ตัวชี้วัด ดังนี้"]
)
@pytest.mark.parametrize(
    "indicator",
    [
        "({n}) ตัวชี้วัด{title}",
        "ตัวชี้วัด {title}",
        "{l}) ตัวชี้วัด : {title}",
        "- ตัวชี้วัด{title}",
        "({l}) {title}",
        "{n}. {title} ได้แก่",
    ],
)
def test_an_indicator_is_told_between_its_group_and_its_parts(group: str, indicator: str) -> None:
    assert nested(group, indicator) == list(PARTS)


@pytest.mark.parametrize(
    "item", ["({l}) ตัวชี้วัดที่ {code} {name} : {text}", "({l}) {code} {name} {text}", "{l}. ตัวชี้วัดย่อย {code} {name} {text}"]
)
def test_letters_of_the_alphabet_count_items_as_figures_do(item: str) -> None:
    assert nested("", "", item) == [(None, None, *part[2:]) for part in PARTS]


def test_headings_that_each_stand_over_one_indicators_codes_alone_are_those_indicators() -> None:
    assert nested("", "({n}) {title}") == [(None, *part[1:]) for part in PARTS]


def test_a_heading_that_says_what_its_indicators_are_like_is_a_group_whatever_their_codes() -> None:
    found = told("1) จุดแข็ง\n- 1.1 แผนสมมุติ\nควรทบทวน\n2) จุดอ่อน\n- 2.1 คนสมมุติ\nควรอบรม")
    assert [(group, indicator) for group, indicator, *_ in found] == [("จุดแข็ง", None), ("จุดอ่อน", None)]


def test_a_title_to_the_left_of_its_items_is_no_end_of_the_advice_above() -> None:
    lines = [(148, 252, "ตัวชี้วัด การวางแผนสมมุติ"), (167, 280, "1.1 แผนสมมุติ"), (167, 538, "ข้อเสนอแนะ ควรทบทวนแผนทุกปี")]
    lines += [(148, 231, "ตัวชี้วัด บริการสมมุติ"), (167, 285, "3.1 ช่องทางสมมุติ"), (167, 510, "ข้อเสนอแนะ ควรเปิดให้ครบ")]
    given = recommendations_of(set_out([(85, 540, "หน่วยงานได้รับแจ้งผลการสำรวจแล้ว"), *lines])).given
    assert [(g.indicator, g.text) for g in given] == [("การวางแผนสมมุติ", "ควรทบทวนแผนทุกปี"), ("บริการสมมุติ", "ควรเปิดให้ครบ")]


def test_a_measure_at_the_head_of_a_line_numbers_no_heading() -> None:
    text = "คะแนนเฉลี่ยอยู่ที่\n58.33 คะแนน จึงขอให้ปรับปรุงใน 2 ตัวชี้วัด คือ\n1. ตัวชี้วัด 2.2 ตั๋วสมมุติ\nควรขาย\n2. ตัวชี้วัด 3.1 เรือสมมุติ\nควรติดตาม"
    advice = recommendations_of(rows(text))
    assert [given.group for given in advice.given] == [None, None]
    assert stated_count(advice.rest, advice.numbers, 2) == (2, None)


def test_an_advice_may_break_off_the_line_just_behind_its_name() -> None:
    lines = [(167, 538, "ก. ตัวชี้วัดที่ 1.1 แผนสมมุติที่ยาวมาก"), (167, 530, "ควรทบทวนแผนทุกปีและเผยแพร่")]
    given = recommendations_of(
        set_out([*lines, (167, 538, "ข. ตัวชี้วัดที่ 2.1 คนสมมุติ"), (167, 400, "ควรอบรมทุกปี"), (85, 540, "จึงเรียนมา")])
    ).given
    assert [g.name for g in given] == ["แผนสมมุติที่ยาวมาก", "คนสมมุติ"]


def test_the_foot_of_every_page_does_not_end_a_list() -> None:
    first = [(147, 240, "2.1 ตัวชี้วัดที่ทำได้ดี"), (170, 360, "- ตัวชี้วัดย่อย 1.1 แผนสมมุติ"), (181, 420, "ข้อเสนอแนะ : ควรทบทวน")]
    second = [
        (170, 360, "- ตัวชี้วัดย่อย 2.1 คนสมมุติ"),
        (181, 420, "ข้อเสนอแนะ : ควรอบรม"),
        (85, 300, "จึงเรียนมาเพื่อโปรดพิจารณา"),
    ]
    pages = [(*(line for line in page), (220, 403, "ค่านิยมสมมุติ : โปร่งใส")) for page in (first, second)]
    told = [replace(row, page=n) for n, page in enumerate(pages, 1) for row in set_out(page)]
    assert {given.group for given in recommendations_of(told).given} == {GOOD}


MEMO = "บันทึกข้อความ\nส่วนราชการ กองสมมุติ\nที่ ทส ๑/๒ วันที่ ๓ มกราคม ๒๕๖๗\nเรื่อง ผลการสำรวจ\nเรียน อธิบดี\n"
CLAUSES = "๒.๓.๑ {0}\n{2}\n{3}\n๒.๓.๒ {1}\n{4}\n{5}\n๓. ข้อพิจารณา\nควรเร่งพัฒนาตามข้อ ๒.๓ จำนวน {6} ตัวชี้วัด\nจึงเรียนมา"


@pytest.mark.parametrize(("stated", "silent"), [("๔", True), ("๒", False)])
def test_a_count_of_a_clause_is_that_of_the_groups_below_it(stated: str, silent: bool) -> None:
    items = [ITEM.format(code=code, name=name, text=text) for _, _, code, name, text in PARTS]
    assert ("count-mismatch" not in codes(MEMO + CLAUSES.format(GOOD, WEAK, *items, stated))) is silent


@pytest.mark.parametrize(("stated", "silent"), [("๓", True), ("๑", True), ("๔", True), ("๒", False), ("๕", False)])
def test_a_count_without_a_clause_may_be_that_of_one_group(stated: str, silent: bool) -> None:
    items = [ITEM.format(code=code, name=name, text=text) for _, _, code, name, text in PARTS]
    text = CLAUSES.replace("พัฒนาตามข้อ ๒.๓", "แก้ไข").replace("{3}\n๒.๓.๒ {1}", "๒.๓.๒ {1}\n{3}")
    assert ("count-mismatch" not in codes(MEMO + text.format(GOOD, WEAK, *items, stated))) is silent


@pytest.mark.parametrize(("stated", "silent"), [("๒", True), ("๓", False)])
def test_a_clause_may_tell_what_it_counts_before_the_count(stated: str, silent: bool) -> None:
    items = [ITEM.format(code=code, name=name, text=text) for _, _, code, name, text in PARTS]
    text = CLAUSES.replace("ควรเร่งพัฒนาตามข้อ ๒.๓", "ข้อเสนอแนะตามข้อ ๒.๓.๒ มีตัวชี้วัดที่ต้องปรับปรุง")
    assert ("count-mismatch" not in codes(MEMO + text.format(GOOD, WEAK, *items, stated))) is silent


@pytest.mark.parametrize(("said", "doubted"), [("ผลเป็นดังนี้", False), ("ผลแยกเป็น 5 มิติ ดังนี้", True)])
def test_an_indicator_above_is_missed_only_where_the_paper_speaks_of_one(said: str, doubted: bool) -> None:
    given = (Recommendation("2.1", "คนสมมุติ", None, None, "ควรอบรมบุคลากรทุกปี", 1),)
    found = [field for field, _ in unread(said, Instrument("letter", (1,), recommendations=given))]
    assert found == (["recommendations"] if doubted else [])


@pytest.mark.parametrize(
    "rest", ["ก.พ. ภายในเก้าสิบวัน", "ก.ตร. ทุกไตรมาส", "ส.ป.ก. ในเขตพื้นที่", "พ.ศ. 2569 เป็นต้นไป", "ม.ค. ของทุกปี"]
)
def test_an_abbreviation_at_the_start_of_a_wrapped_line_is_no_heading(rest: str) -> None:
    advice = "ควรให้ข้าราชการบรรจุใหม่ทุกคนทดสอบความเข้าใจและใช้เทคโนโลยีตามแนวทางที่กำหนดไว้โดย"
    lines = [
        (113.0, 449.0, "- ตัวชี้วัดย่อย 2.3 ทักษะสมมุติ"),
        (74.0, 530.0, f"ข้อเสนอแนะจาก สพร. {advice}"),
        (74.0, 154.0, rest),
        (113.0, 341.0, "- ตัวชี้วัดย่อย 3.2 บริการสมมุติ"),
        (74.0, 500.0, "ข้อเสนอแนะจาก สพร. ลดจำนวนช่องกรอกในแบบฟอร์ม"),
    ]
    given = recommendations_of(set_out(lines)).given
    assert [(g.code, g.group, g.text.replace(" ", "")) for g in given] == [
        ("2.3", None, f"{advice}{rest}".replace(" ", "")),
        ("3.2", None, "ลดจำนวนช่องกรอกในแบบฟอร์ม"),
    ]


def test_the_last_words_of_an_advice_right_below_its_full_row_are_no_heading() -> None:
    lines = [(119, 204, "3.1 เรื่องที่ทำได้ดี"), (148, 504, "• แผนสมมุติ (1.1) ตัวชี้วัดการวางแผน :")]
    lines += [(148, 539, "ทบทวนแผนทุกปีโดยเริ่มจากบริการที่มีผู้ใช้มากที่สุดของแต่ละหน่วย"), (148, 199, "ห้าลำดับแรก")]
    lines += [
        (148, 447, "• คนสมมุติ (2.1) ตัวชี้วัดกำลังคน :"),
        (148, 503, "อบรมบุคลากรทุกคน"),
        (119, 230, "3.2 เรื่องที่ต้องยกระดับ"),
    ]
    lines += [(148, 447, "• เรือสมมุติ (3.1) ตัวชี้วัดบริการ :"), (148, 503, "ติดตามเรือทุกลำ"), (125, 226, "จึงเรียนมาเพื่อโปรดทราบ")]
    told = [(125, 539, "3. กองแผนงานได้สรุปข้อเสนอแนะดังต่อไปนี้"), *lines]
    given = recommendations_of(
        set_out([(125, 539, "หน่วยงานได้รับแจ้งผลการสำรวจแล้ว"), (80, 539, "โดยมีรายละเอียด"), *told])
    ).given
    assert [(g.code, g.group, g.text.endswith("ห้าลำดับแรก")) for g in given] == [
        ("1.1", "เรื่องที่ทำได้ดี", True), ("2.1", "เรื่องที่ทำได้ดี", False), ("3.1", "เรื่องที่ต้องยกระดับ", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "titles", [("จุดแข็งของจังหวัด", "จุดอ่อนของจังหวัด"), ("เรื่องที่โดดเด่น", "เรื่องที่ยังไม่ผ่าน"), ("จุดเด่น", "ควรพัฒนา")]
)
@pytest.mark.parametrize("number", ["{}. ", "{}) ", "{}.  "])
def test_a_group_numbered_as_the_codes_below_it_begin_is_no_indicator(number: str, titles: tuple[str, str]) -> None:
    parts = (("1.2", 0), ("3.1", 0), ("2.1", 1), ("6.3", 1))
    lines = [ITEM.format(code=code, name="ชื่อสมมุติ", text="ควรทบทวน") for code, _ in parts]
    heads = [number.format(n) + title for n, title in enumerate(titles, 1)]
    given = told("\n".join([heads[0], *lines[:2], heads[1], *lines[2:]]))
    assert [(g[0], g[1]) for g in given] == [(titles[n], None) for _, n in parts]


SAID = (
    ("2. มีตัวชี้วัดย่อยที่ต้องดำเนินการ จำนวน 2 ตัวชี้วัด ดังนี้", None),
    ("2. ตัวชี้วัดย่อยที่ผู้บังคับบัญชากำชับ มีจำนวน 2 ตัวชี้วัด ดังนี้", None),
    ("2. ตัวชี้วัดย่อยที่ให้หน่วยดำเนินการ มี 2 ตัวชี้วัด ดังนี้", None),
    ("2. ตัวชี้วัดที่ควรเร่งพัฒนา มี 2 ตัวชี้วัด ดังนี้", "ตัวชี้วัดที่ควรเร่งพัฒนา"),
)


@pytest.mark.parametrize(("sentence", "group"), SAID)
def test_a_sentence_over_all_items_states_how_many_they_are(sentence: str, group: str | None) -> None:
    items = [ITEM.format(code=code, name="ชื่อสมมุติ", text="ควรทบทวน") for code in ("1.1", "3.2")]
    advice = recommendations_of(rows("\n".join(["1. ได้รับแจ้งผลแล้ว", sentence, *items])))
    assert [given.group for given in advice.given] == [group, group]
    assert stated_count(advice.rest, advice.numbers, 2) == (2, advice.numbers.get(group or ""))


def test_each_of_two_groups_states_its_own_count() -> None:
    heads = ["2.1 ตัวชี้วัดย่อยที่ทำได้ดี มีจำนวน 1 ตัวชี้วัด ดังนี้", "2.2 ตัวชี้วัดย่อยที่ต้องดำเนินการ มีจำนวน 1 ตัวชี้วัด ดังนี้"]
    items = [ITEM.format(code=code, name="ชื่อสมมุติ", text="ควรทบทวน") for code in ("1.1", "3.2")]
    advice = recommendations_of(rows("\n".join([heads[0], items[0], heads[1], items[1]])))
    titles = ["ตัวชี้วัดย่อยที่ทำได้ดี", "ตัวชี้วัดย่อยที่ต้องดำเนินการ"]
    assert ([given.group for given in advice.given], advice.stated) == (titles, dict.fromkeys(titles, 1))
    assert stated_count(advice.rest, advice.numbers, 2) is None


@pytest.mark.parametrize("number", [2, 3, 4])
def test_an_indicator_bears_no_word_for_its_kind_whatever_its_number_in_the_list(number: int) -> None:
    text = f"{number}. ตัวชี้วัดบริการสมมุติ\nตัวชี้วัดย่อย 3.2 ช่องทางสมมุติ\nข้อเสนอแนะ : ควรเปิดช่องทางให้ครบ"
    assert told(text) == [(None, "บริการสมมุติ", "3.2", "ช่องทางสมมุติ", "ควรเปิดช่องทางให้ครบ")]


def test_an_indicator_without_a_word_for_its_kind_keeps_its_whole_name() -> None:
    text = "3. บริการสมมุติ\nตัวชี้วัดย่อย 3.2 ช่องทางสมมุติ\nข้อเสนอแนะ : ควรเปิดช่องทางให้ครบ"
    assert told(text)[0][1] == "บริการสมมุติ"


@pytest.mark.parametrize("title", ["ตัวชี้วัดที่อยู่ในระดับดีและขอให้รักษาไว้", "ด้านที่ขอให้เร่งแก้ไข", "ประเด็นที่ยังต่ำหรือขอให้ทบทวน"])
def test_what_indicators_are_asked_for_may_name_their_group(title: str) -> None:
    text = f"2.1 {title}\n" + "\n".join(ITEM.format(code=c, name=n, text=t) for _, _, c, n, t in PARTS)
    assert {group for group, *_ in told(text)} == {title}


@pytest.mark.parametrize(
    "sentence", ["ขอให้ทุกกองดำเนินการ", "กองแผนสมมุติทบทวนแล้วและขอให้ทุกกองรายงาน", "ตัวชี้วัดที่ยังต่ำ ขอให้ทุกกองปรับปรุง"]
)
def test_a_sentence_that_asks_is_no_group(sentence: str) -> None:
    text = f"2.1 {sentence}\n" + "\n".join(ITEM.format(code=c, name=n, text=t) for _, _, c, n, t in PARTS)
    assert {group for group, *_ in told(text)} == {None}


OWN = """2.{n} ด้าน{over}
({n}) ตัวชี้วัดย่อย {code} {name} ภายใต้ตัวชี้วัด{above}
สพร. เสนอแนะว่า {text}
"""


def test_a_dimension_over_entries_that_name_indicators_of_their_own_is_their_group() -> None:
    two = zip(("บุคลากรและทักษะ", "ข้อมูลกลาง"), (PARTS[0], PARTS[2]), strict=True)
    text = "".join(
        OWN.format(n=n, over=over, above=above, code=code, name=name, text=said)
        for n, (over, (_, above, code, name, said)) in enumerate(two, 1)
    )
    assert [(group, indicator) for group, indicator, *_ in told(text)] == [
        ("ด้านบุคลากรและทักษะ", "การวางแผนสมมุติ"),
        ("ด้านข้อมูลกลาง", "บริการสมมุติ"),
    ]


def test_a_dimension_that_entries_name_again_is_their_indicator() -> None:
    _, above, code, name, said = PARTS[0]
    text = OWN.format(n=1, over=above, above=above, code=code, name=name, text=said)
    assert [(group, indicator) for group, indicator, *_ in told(text)] == [(None, above)]


def test_parts_called_pillar_head_their_sub_indicators() -> None:
    assert [indicator for _, indicator, *_ in nested("", "Pillar {first} {title}")] == [above for _, above, *_ in PARTS]


def test_a_count_that_one_heading_tells_of_its_own_is_stated_for_its_clause() -> None:
    head = ("บันทึกข้อความ", "ส่วนราชการ กองตัวอย่าง", "ที่ ตย ๐๑/๒ วันที่ ๓ มีนาคม ๒๕๖๗", "เรื่อง ข้อเสนอแนะ", "เรียน อธิบดี")
    over = {"1.1": f"2.1 {GOOD}", "3.4": f"2.2 {WEAK} จำนวน 2 ตัวชี้วัดย่อย"}
    items = [
        line
        for _, _, code, name, text in PARTS
        for line in (over.get(code), ITEM.format(code=code, name=name, text=text))
        if line
    ]
    (memo,) = drafts("\n".join([*head, "กองตัวอย่างขอสรุปข้อเสนอแนะ", *items]))
    assert [r.group for r in memo.instrument.recommendations] == [GOOD, GOOD, WEAK, WEAK]
    assert (memo.instrument.stated_indicator_count, memo.clause) == (2, "2.2")


@pytest.mark.parametrize(
    "title",
    [
        "ตัวชี้วัดย่อยที่จังหวัดต้องเร่งปรับปรุง", "ตัวชี้วัดย่อยที่มีคะแนนต่ำกว่าเกณฑ์", "ตัวชี้วัดย่อยซึ่งได้คะแนนน้อย", "ตัวชี้วัดย่อยที่ไม่ผ่านเกณฑ์",
        "ประเด็นย่อยที่หน่วยงานควรแก้ไข", "กลุ่มตัวชี้วัดย่อยที่ต้องพัฒนา", "ตัวชี้วัดย่อยที่เป็นจุดอ่อน", "ตัวชี้วัดย่อยที่อยู่ในระดับต้องปรับปรุง",
    ],
)  # fmt: skip
def test_what_sub_indicators_are_like_heads_a_table_of_them(title: str) -> None:
    heading = heading_over_table(title)
    assert heading and heading.title == title


@pytest.mark.parametrize("line", ["ตัวชี้วัดย่อยที่ 2.1 ข้อมูลเปิด", "ตัวชี้วัดย่อยที่สำรวจในปีนี้", "ตัวชี้วัดย่อยทั้งหมดของกรมสมมุติ"])
def test_words_that_say_nothing_of_sub_indicators_head_none(line: str) -> None:
    assert heading_over_table(line) is None
