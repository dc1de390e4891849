"""An indicator that a heading names is as sure as that heading was read, for each advice under it."""

import pytest

from tests.unit.parsers.scanned import scanned
from workflow.parsers.fields.recommendations import Advice, recommendations_of
from workflow.parsers.rows import rows_of

FULL = "และติดตามผลการดำเนินงานร่วมกับหน่วยงานที่เกี่ยวข้องทุกระดับอย่างต่อเนื่องตลอดปี"


def _advice(doubt: float) -> Advice:
    text = [
        (0, f"ในการนี้ขอแจ้งข้อเสนอแนะรายตัวชี้วัดย่อย จำแนกตามตัวชี้วัด {FULL} ดังนี้"),
        (22, "ตัวชี้วัดที่ ๑ ยุทธศาสตร์องค์กร"),
        (32, "• วิสัยทัศน์สมมุติ (ตัวชี้วัดย่อย ๑.๑)"),
        (60, f"คำแนะนำ: สื่อสารวิสัยทัศน์{FULL}"),
        (32, "• งบลงทุนสมมุติ (ตัวชี้วัดย่อย ๑.๓)"),
        (60, f"คำแนะนำ: จัดทำแผนทดแทน{FULL}"),
        (22, "ตัวชี้วัดที่ ๓ ประสบการณ์ผู้เรียน"),
        (32, "• ระบบลงทะเบียนสมมุติ (ตัวชี้วัดย่อย ๓.๑)"),
        (60, f"คำแนะนำ: ขยายกำลังรองรับ{FULL}"),
    ]
    return recommendations_of(rows_of(scanned(text, doubts={"ประสบการณ์": doubt}).lines))


@pytest.mark.parametrize(("doubt", "doubted"), [(0.99, []), (0.6, [2])])
def test_an_indicator_is_doubted_where_its_heading_was_read_unsurely(doubt: float, doubted: list[int]) -> None:
    advice = _advice(doubt)
    assert [one.indicator for one in advice.given] == ["ยุทธศาสตร์องค์กร", "ยุทธศาสตร์องค์กร", "ประสบการณ์ผู้เรียน"]
    assert [d.index for d in advice.doubts if d.part == "indicator"] == doubted
