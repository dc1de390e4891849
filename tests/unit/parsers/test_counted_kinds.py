"""Whatever an office counts in: the same word after both numbers is its counter, and the kind named before a place is the group."""

import pytest

from workflow.core.reading import Count, Instrument, Survey
from workflow.parsers.fields.survey_unread import unread
from workflow.parsers.fields.surveyed import counts

ALL = Count(225, 219, 97.3)


@pytest.mark.parametrize(
    "text",
    [
        "มีสำนักงานเขตทั้งหมด 225 เขต ตอบแบบสำรวจ 219 เขต คิดเป็นร้อยละ 97.3 โดยเขต 1 ได้ 68.30 คะแนน",
        "มีเขตตอบแบบสำรวจ 219 เขต จากทั้งหมด 225 เขต (ร้อยละ 97.3)",
        "มีผู้ตอบร้อยละ 97.3 (219 จาก 225 เขต)",
        "โรงพยาบาลในสังกัด 225 โรงพยาบาล ตอบแบบประเมิน 219 โรงพยาบาล คิดเป็นร้อยละ 97.3",
        "ธนาคาร 225 ธนาคารเข้าร่วม 219 ธนาคาร คิดเป็นร้อยละ 97.3",
        "มีสหกรณ์ 219/225 สหกรณ์ (ร้อยละ 97.3) ที่ตอบแบบสำรวจ",
    ],
)
def test_a_counter_that_both_numbers_bear_makes_them_a_pair(text: str) -> None:
    assert counts(text) == {"total": ALL}


@pytest.mark.parametrize("told", ["กรมที่อยู่ในข่ายการประเมิน", "ส่วนราชการที่อยู่ในข่าย จำนวน"])
def test_those_that_were_to_be_surveyed_are_all_when_no_others_are_counted(told: str) -> None:
    text = f"ได้ประเมินส่วนราชการระดับกรมเสร็จแล้ว โดยมี{told} 225 แห่ง ตอบแบบ 219 แห่ง หรือร้อยละ 97.3"
    assert counts(text) == {"total": ALL}
    beside = f"{text} และจังหวัดที่อยู่ในข่าย 76 แห่ง ตอบแบบ 70 แห่ง (ร้อยละ 92.1)"
    assert counts(beside)["provincial"] == Count(76, 70, 92.1)


@pytest.mark.parametrize(
    "text",
    [
        "ให้ตอบแบบสำรวจตั้งแต่ 1 มีนาคม 2566 และส่งแบบกลับก่อน 15 มีนาคม 2566",
        "ส่งรายงานภายใน 30 วัน และตอบกลับภายใน 15 วัน",
        "มีตัวชี้วัด 12 ตัวชี้วัด ได้รับการประเมิน 10 ตัวชี้วัด",
        "สำรวจ 3 ประเภท ตอบกลับ 2 ประเทศ",
    ],
)
def test_days_indicators_and_words_that_only_begin_alike_are_no_counts(text: str) -> None:
    assert counts(text) == {}


@pytest.mark.parametrize(
    ("named", "group"),
    [
        ("เทศบาลในจังหวัดที่ต้องตอบ", "local"), ("เทศบาลทุกแห่งในจังหวัด จำนวน", "local"), ("อบต. ในจังหวัด", "local"),
        ("องค์กรปกครองส่วนท้องถิ่นทั่วจังหวัด", "local"), ("หน่วยงานในจังหวัด", "provincial"),
        ("เทศบาลและหน่วยงานในจังหวัด", "provincial"),
    ],
)  # fmt: skip
def test_a_province_that_tells_where_offices_are_is_not_their_group(named: str, group: str) -> None:
    assert counts(f"มี{named} 225 แห่ง ตอบแบบสำรวจ 219 แห่ง (ร้อยละ 97.3)") == {group: ALL}


def test_a_counter_that_names_a_group_tells_it() -> None:
    assert counts("สำรวจ 225 เทศบาล ตอบแบบสำรวจ 219 เทศบาล คิดเป็นร้อยละ 97.3") == {"local": ALL}


def test_one_group_alone_is_not_incomplete_unless_more_offices_are_counted() -> None:
    paper = Instrument("letter", (1,), survey=Survey(counts={"local": ALL}))
    text = "เทศบาลในจังหวัด 225 แห่ง ตอบ 219 แห่ง (ร้อยละ 97.3)"
    assert list(unread(text, paper)) == []
    assert [field for field, _ in unread(f"{text} และหน่วยงานส่วนกลาง 40 แห่ง", paper)] == ["survey.counts"]


def test_offices_that_belong_to_a_ministry_are_of_no_group() -> None:
    assert counts("หน่วยงานในสังกัดกระทรวงสมมุติ 225 แห่ง ตอบแบบ 219 แห่ง (ร้อยละ 97.3)") == {"total": ALL}


GROUPED = {"total": Count(379, 371, 97.89), "central": Count(303, 297, 98.02), "provincial": Count(76, 74, 97.37)}
SURVEYED = (
    "การสำรวจปีนี้มีหน่วยงานกลุ่มเป้าหมาย 379 แห่ง ส่งคำตอบแล้ว 371 แห่ง (ร้อยละ 97.89) "
    "แยกเป็นหน่วยงานระดับกรม 303 แห่ง ส่งคำตอบ 297 แห่ง (ร้อยละ 98.02)"
)


@pytest.mark.parametrize("teller", ["จังหวัด", "กระทรวง", "ส่วนกลาง", "เทศบาล"])
def test_whoever_tells_of_a_survey_is_no_group_of_it(teller: str) -> None:
    text = f"ได้รับแจ้งจาก{teller}ว่า {SURVEYED} และระดับจังหวัด 76 แห่ง ส่งคำตอบ 74 แห่ง (ร้อยละ 97.37)"
    assert counts(text) == GROUPED


def test_a_teller_named_as_a_group_that_no_pair_is_told_of_is_none_either() -> None:
    told = counts(f"ได้รับแจ้งจากจังหวัดว่า {SURVEYED}")
    assert told == {group: count for group, count in GROUPED.items() if group != "provincial"}


@pytest.mark.parametrize(
    "text",
    [
        "ตามหนังสือที่อ้างถึง 1 และ 2 กระทรวงขอให้ทุกกรมตอบแบบสำรวจ ประจำปี 2566 และกำหนดผู้ประสานงาน",
        "ตามสิ่งที่ส่งมาด้วย 3 หน่วยงานที่ตอบแบบสำรวจแล้วมี 12 หน่วยงาน",
        "ในปี 2566 หน่วยงานที่ตอบแบบสำรวจแล้วมี 12 หน่วยงาน",
        "มี 12 หลักสูตร และตอบข้อหารือครบทั้ง 15 ราย",
        "ตอบข้อหารือ 3 กรม และส่งแบบกลับ 15 กรม",
    ],
)
def test_numbers_of_papers_and_years_and_more_answers_than_questions_are_no_counts(text: str) -> None:
    assert counts(text) == {}
