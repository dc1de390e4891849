"""Averages told in a clause of their own behind what the score of another year, or a target, is compared with."""

import pytest

from workflow.parsers.fields.scores import scores_of


@pytest.mark.parametrize(
    "behind",
    [
        "เพิ่มขึ้นจากปีก่อน ทั้งนี้ ค่าเฉลี่ยของหน่วยงานระดับกรมเท่ากับร้อยละ 68.21",
        "สูงกว่าเป้าหมายที่กำหนด โดยค่าเฉลี่ยของกลุ่มอยู่ที่ร้อยละ 68.21",
        "ลดลงจากปีที่ผ่านมา แต่ยังต่ำกว่าค่าเฉลี่ยหน่วยงานระดับกรมที่ร้อยละ 68.21",
        "เพิ่มขึ้นมาก ส่วนคะแนนเฉลี่ยของทุกหน่วยงานคือร้อยละ 68.21",
    ],
)
def test_a_mean_in_its_own_clause_is_this_years(behind: str) -> None:
    found = scores_of(f"กรมได้คะแนนร้อยละ 61.38 {behind}", 2566)
    assert (found.score, found.average) == (61.38, 68.21)


@pytest.mark.parametrize(
    "behind",
    [
        "เพิ่มขึ้นจากปีก่อนซึ่งได้ร้อยละ 58.21",
        "เพิ่มขึ้น ทั้งนี้ ค่าเฉลี่ยของปีก่อนเท่ากับร้อยละ 58.21",
        "ทั้งนี้ ค่าเฉลี่ยสูงสุดของกลุ่มเท่ากับร้อยละ 88.21",
        "เพิ่มขึ้นจากปีก่อน โดยเพิ่มขึ้นจากร้อยละ 58.21",
        "สูงกว่าคะแนนปีก่อนและค่าเฉลี่ย คือร้อยละ 58.21 และ 60.10",
        "ทั้งนี้ เป้าหมายของค่าเฉลี่ยคือร้อยละ 80.00",
    ],
)
def test_what_the_clause_itself_says_of_another_year_or_a_target_is_passed_over(behind: str) -> None:
    found = scores_of(f"กรมได้คะแนนร้อยละ 61.38 {behind}", 2566)
    assert found.score == 61.38 and found.average in (None, 60.1)


@pytest.mark.parametrize(
    ("behind", "average"),
    [
        ("มากกว่าคะแนนเฉลี่ยของหน่วยงานระดับกรม 68.91 คะแนน", 68.91),
        ("อยู่ในอันดับที่ 9 และสูงกว่าค่าเฉลี่ยของหน่วยงานระดับกรมร้อยละ 68.91", 68.91),
        ("ต่ำกว่าค่าเฉลี่ยของหน่วยงานระดับกรมร้อยละ 77.53", 77.53),
    ],
)
def test_what_could_not_be_how_far_a_score_is_from_the_mean_is_the_mean(behind: str, average: float) -> None:
    found = scores_of(f"กรมได้คะแนนร้อยละ 71.38 {behind}", 2566)
    assert (found.score, found.average, found.averages_seen) == (71.38, average, ())


@pytest.mark.parametrize(
    "behind",
    [
        "สูงกว่าค่าเฉลี่ยของหน่วยงานระดับกรมร้อยละ 25.50",
        "สูงกว่าค่าเฉลี่ยของหน่วยงานระดับกรมถึงร้อยละ 61.50",
        "ต่ำกว่าค่าเฉลี่ยของหน่วยงานระดับกรมร้อยละ 28.10",
        "สูงกว่าค่าเฉลี่ยของหน่วยงานระดับกรมร้อยละ 88.10",
    ],
)
def test_what_could_be_either_or_neither_stays_a_doubt(behind: str) -> None:
    assert scores_of(f"กรมได้คะแนนร้อยละ 71.38 {behind}", 2566).averages_seen


@pytest.mark.parametrize("lists", ["ดังนี้ (1)", "ดังต่อไปนี้: (2)", "ต่อไปนี้ (12)"])
def test_the_number_of_a_list_behind_words_on_a_mean_is_no_mean(lists: str) -> None:
    found = scores_of(f"จึงยังคำนวณคะแนนเฉลี่ยของกลุ่มไม่ได้ ขอให้ดำเนินการ{lists} ส่งแบบประเมินภายในกำหนด", 2565)
    assert (found.score, found.average) == (None, None)


@pytest.mark.parametrize("whose", ["รัฐวิสาหกิจสาขาอุตสาหกรรม", "หน่วยงานในสาขาสมมุติ"])
def test_the_mean_of_ones_branch_is_the_groups(whose: str) -> None:
    found = scores_of(f"องค์การสมมุติได้คะแนนเฉลี่ย 54.33 คะแนน ส่วน{whose}มีคะแนนเฉลี่ย 56.06 คะแนน", 2567)
    assert (found.score, found.average) == (54.33, 56.06)
