"""A number is told by the words of its own clause: not by who answered in the sentence before, nor by what an advice aims at."""

import pytest

from workflow.core.reading import Count
from workflow.parsers.fields.scores import scores_of
from workflow.parsers.fields.stated_count import stated_count
from workflow.parsers.fields.survey import survey_of
from workflow.parsers.fields.surveyed import counts


@pytest.mark.parametrize("led", ["ผลปรากฏว่า", "พบว่า", ""])
def test_who_all_answered_in_the_sentence_before_have_not_the_score_of_the_next(led: str) -> None:
    text = f"จังหวัด 76 จังหวัด ตอบครบทุกจังหวัด {led}จังหวัดมีผลคะแนนร้อยละ 59.04 ทั้งนี้ ค่าเฉลี่ยระดับจังหวัดอยู่ที่ร้อยละ 61.73"
    found = scores_of(text, None)
    assert (found.score, found.average, found.scores_seen, found.averages_seen) == (59.04, 61.73, (), ())


@pytest.mark.parametrize("own", ["กรมสมมุติได้คะแนนรวม", "สพม. ได้คะแนน", "สำนักงานสมมุติมีผลคะแนน"])
def test_the_offices_own_name_begins_a_clause(own: str) -> None:
    text = f"ได้สำรวจหน่วยงานระดับกรม 303 หน่วยงานเสร็จแล้ว {own} 62.85 คะแนน คะแนนเฉลี่ยหน่วยงานระดับกรม 70.95 คะแนน"
    found = scores_of(text, None)
    assert (found.score, found.average, found.scores_seen, found.averages_seen) == (62.85, 70.95, (), ())


def test_the_name_of_others_begins_a_clause_of_theirs() -> None:
    found = scores_of("เปรียบเทียบแล้ว จังหวัดอื่นได้คะแนน 50.11 คะแนน ส่วนจังหวัดสมมุติได้คะแนน 60.22 คะแนน", None)
    assert (found.score, found.average) == (60.22, 50.11)


@pytest.mark.parametrize("theirs", ["คะแนนภาพรวมหน่วยงานระดับกรมซึ่งได้ร้อยละ", "หน่วยงานในกลุ่มเดียวกันที่มีคะแนนร้อยละ"])
def test_what_others_reached_than_whom_one_is_lower_is_their_average(theirs: str) -> None:
    found = scores_of(f"ตร. ได้คะแนนรวมร้อยละ 68.27 ต่ำกว่า{theirs} 72.08 รายละเอียดตามสิ่งที่ส่งมาด้วย", None)
    assert (found.score, found.average, found.averages_seen) == (68.27, 72.08, ())


@pytest.mark.parametrize("own", [" โดยได้ร้อยละ", " ซึ่งได้ร้อยละ", " และได้ร้อยละ"])
def test_what_the_office_reached_that_is_lower_than_others_is_its_own(own: str) -> None:
    found = scores_of(f"กรมสมมุติอยู่ต่ำกว่าหน่วยงานระดับเดียวกัน{own} 61.20", None)
    assert (found.score, found.average) == (61.20, None)


def test_what_an_advice_is_to_reach_is_no_score() -> None:
    assert scores_of("ย้ายระบบขึ้นคลาวด์กลาง ให้ได้ร้อยละ 60 ของระบบทั้งหมดภายในปีถัดไป", None).score is None


@pytest.mark.parametrize("mean", ["ค่าเฉลี่ย 68.02 คะแนน ทั้งนี้", "ค่าเฉลี่ย 68.02 คะแนน โดย", "คะแนนเฉลี่ยร้อยละ 68.02"])
def test_a_group_whose_mean_was_told_before_is_not_the_group_of_the_count_behind(mean: str) -> None:
    text = (
        f"โดยหน่วยงานระดับกรมมี{mean} มีหน่วยงานเป้าหมายตอบแบบสำรวจ 90 หน่วยงาน จาก 100 หน่วยงาน (ร้อยละ 90.0) "
        "แบ่งเป็นระดับกรม 28 จาก 30 หน่วยงาน (ร้อยละ 93.3) ระดับจังหวัด 62 จาก 70 หน่วยงาน (ร้อยละ 88.6)"
    )
    assert counts(text) == {
        "total": Count(100, 90, 90.0),
        "central": Count(30, 28, 93.3),
        "provincial": Count(70, 62, 88.6),
    }


def test_a_share_told_before_its_two_numbers_does_not_part_them_from_their_group() -> None:
    text = "หน่วยงานส่วนกลางตอบกลับร้อยละ 95.0 (380 จาก 400 หน่วยงาน) จังหวัดตอบกลับร้อยละ 90.0 (45 จาก 50 หน่วยงาน)"
    assert counts(text)["provincial"] == Count(50, 45, 90.0)


def test_the_year_behind_the_result_of_a_survey_without_a_name_is_its_year() -> None:
    reported = survey_of(None, "หนังสือลงวันที่ 22 ธ.ค. 65 แจ้งผลการสำรวจ ปี 2565 สำนักงานได้ 58.90 คะแนน")
    assert reported.survey and (reported.survey.year, reported.survey.name) == (2565, None)


def test_the_result_that_another_is_compared_with_gives_no_year() -> None:
    reported = survey_of(None, "สำนักงานได้ 58.90 คะแนน เทียบกับผลการสำรวจปี 2564 แล้วดีขึ้น")
    assert reported.survey and reported.survey.year is None


@pytest.mark.parametrize(
    "told",
    [
        "ระดับจังหวัดครบทั้ง 76 จังหวัด (ร้อยละ 100)",
        "จังหวัดตอบครบ 76 แห่ง คิดเป็นร้อยละ 100.00",
        "จังหวัด 76 จังหวัด ตอบครบทั้ง 76 จังหวัด (100%)",
    ],
)
def test_all_of_a_group_are_asked_and_answered_though_one_number_tells_both(told: str) -> None:
    text = "มีหน่วยงานตอบ 375 หน่วยงาน จากทั้งหมด 381 หน่วยงาน (ร้อยละ 98.43) แบ่งเป็นระดับกรม 299 จาก 305 หน่วยงาน (ร้อยละ 98.03) "
    assert counts(f"{text}และ{told}")["provincial"] == Count(76, 76, 100.0)
    assert "provincial" not in counts(f"{text}และจังหวัดตอบครบทั้ง 25 ข้อ (ร้อยละ 100)")


@pytest.mark.parametrize("what", ["ที่เกี่ยวข้องกับกรม แบ่งเป็นสามกลุ่ม", "ที่ควรปรับปรุง ดังนี้", "ที่ต้องพัฒนา"])
def test_there_are_so_many_indicators_that_concern_the_office(what: str) -> None:
    assert stated_count(f"วิเคราะห์แล้วเห็นว่ามี 7 ตัวชี้วัดย่อย{what}", {}) == (7, None)


def test_how_many_indicators_a_survey_has_is_no_count_of_those_to_work_on() -> None:
    assert stated_count("การสำรวจมี 25 ตัวชี้วัดย่อย แบ่งเป็นหกด้าน", {}) is None


@pytest.mark.parametrize("whose", ["", "ของ สมม. สำหรับจังหวัดสมมุติ", "จาก สมม.", "สำหรับกรมสมมุติ"])
def test_advice_has_so_many_indicators_whoever_gives_it_to_whom(whose: str) -> None:
    assert stated_count(f"2.2 ข้อเสนอแนะ{whose} มี 3 ตัวชี้วัดย่อย", {}) == (3, None)
    assert stated_count(f"ข้อเสนอแนะ{whose} ตามกรอบการสำรวจซึ่งมี 25 ตัวชี้วัดย่อย", {}) is None


@pytest.mark.parametrize(
    ("numbers", "given", "stated"), [("2 และ 6", 4, None), ("2 และ 6", 2, (2, None)), ("2.1 และ 6.1", 4, (2, None))]
)
def test_indicators_counted_by_their_own_numbers_are_no_sub_indicators(
    numbers: str, given: int, stated: tuple[int, None] | None
) -> None:
    text = f"เห็นว่ากรมต้องเร่งพัฒนาจำนวน 2 ตัวชี้วัด คือ ตัวชี้วัดที่ {numbers} ภายในปีนี้"
    assert stated_count(text, {}, given) == stated


@pytest.mark.parametrize("average", ["53.83 รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย", "54 รายงานฉบับเต็มอยู่ที่เว็บไซต์", "53.83"])
@pytest.mark.parametrize("rank", ["จัดเป็นอันดับที่ 6", "อยู่ในลำดับที่ 6"])
def test_a_mean_told_right_behind_the_group_is_the_groups(rank: str, average: str) -> None:
    told = f"กรมตัวอย่าง ได้คะแนน 66.20 {rank} ของกลุ่มหน่วยงานด้านเศรษฐกิจ ซึ่งมีคะแนนเฉลี่ย {average}"
    found = scores_of(told, 2566)
    assert (found.score, found.average) == (66.2, float(average.split()[0]))
    assert scores_of(told.replace("ได้คะแนน 66.20 ", ""), 2566).score is None


def test_bodies_that_a_mean_is_taken_over_are_no_mean() -> None:
    assert scores_of("กรมตัวอย่าง ได้ 66.20 คะแนน ค่าเฉลี่ย 76 รายเท่ากับ 60.11 คะแนน", 2566).average == 60.11


@pytest.mark.parametrize("behind", ["รายละเอียดปรากฏตามสิ่งที่อ้างถึง", "รายงานฉบับสมบูรณ์แล้ว", "รายชื่อตามบัญชี"])
def test_what_only_begins_as_a_word_for_bodies_counts_none(behind: str) -> None:
    told = (
        f"ประเมินความพร้อมประจำปี พ.ศ. 2567 {behind} มีหน่วยงานตอบแบบสำรวจ 257 หน่วยงาน จากทั้งหมด 284 หน่วยงาน คิดเป็นร้อยละ 90.49"
    )
    assert counts(told) == {"total": Count(284, 257, 90.49)}


@pytest.mark.parametrize("asked", ["แบบสำรวจ ปี 2568", "แบบประเมิน ปีงบประมาณ พ.ศ. 2568"])
def test_the_year_of_what_is_to_be_filled_in_is_the_surveys(asked: str) -> None:
    told = survey_of(None, f"ลงวันที่ 27 มกราคม 2567 ขอให้หน่วยงานตอบ{asked} ความแจ้งแล้ว นั้น").survey
    assert told is not None and told.year == 2568


def test_the_need_may_stand_before_what_has_so_many() -> None:
    told = "ให้นำประเด็นที่ต้องเร่งแก้ไข ซึ่งมี 3 ตัวชี้วัดย่อย ไปบรรจุในแผนปฏิบัติราชการ"
    assert stated_count(told, {}, 3) == (3, None)


@pytest.mark.parametrize(
    ("subject", "told", "year"),
    [
        ("แผนพัฒนาระบบทดลอง ประจำปีงบประมาณ พ.ศ. 2571", "ผลการสำรวจความพร้อม ประจำปี 2569 ว่ากรมได้คะแนนร้อยละ 51.20", 2569),
        ("ผลคะแนนความพร้อม ประจำปีงบประมาณ พ.ศ. 2571", "เทียบกับผลการสำรวจความพร้อม ประจำปี 2569", 2571),
        ("ผลการสำรวจความพร้อม ประจำปีงบประมาณ พ.ศ. 2571", "เทียบกับการสำรวจความพร้อม ประจำปี 2569", 2571),
        ("แผนพัฒนาระบบทดลอง ประจำปี 2571", "ตามผลการสำรวจความพร้อม ประจำปี 2569 ที่ผ่านมา", 2571),
        ("แผนพัฒนา ปีงบประมาณ 2571", "ผลการสำรวจความพร้อม ประจำปี 2569 และการสำรวจความพร้อม ประจำปี 2570", 2569),
        ("แผนพัฒนา ประจำปีงบประมาณ 2571", "ผลการสำรวจความพร้อม ประจำปี 2569 และการสำรวจความพร้อม ประจำปี 2570", 2571),
    ],
)
def test_a_plan_for_the_money_of_a_year_does_not_say_when_was_surveyed(subject: str, told: str, year: int) -> None:
    survey = survey_of(subject, told).survey
    assert survey and survey.year == year


_ROWS = "ประเภท เป้าหมาย ตอบ ร้อยละ ระดับกรม 50 45 90.0 ระดับจังหวัด 40 30 75.0 ท้องถิ่นรูปแบบพิเศษ {0} รวม {1}"


def test_a_small_row_between_rows_that_prove_themselves_is_counted() -> None:
    assert counts(_ROWS.format("2 1 50.0", "92 76 82.6"))["local"] == Count(2, 1, 50.0)
    first = "ท้องถิ่น 2 2 100.0 ระดับกรม 50 45 90.0 ระดับจังหวัด 40 30 75.0 รวม 92 77 83.7"
    assert counts(first)["local"] == Count(2, 2, 100.0)


@pytest.mark.parametrize(("small", "total"), [("2 1 50.0", "95 80 84.2"), ("3 1 50.0", "93 76 81.7")])
def test_a_small_row_that_its_table_does_not_bear_out_is_left_out(small: str, total: str) -> None:
    assert "local" not in counts(_ROWS.format(small, total))
