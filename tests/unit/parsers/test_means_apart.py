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
