"""A letter that says how many things are to be done, and from whose list nothing was read, is doubted."""

import pytest

from workflow.core.reading import Instrument, Kind, Recommendation
from workflow.parsers.fields.survey_unread import unread

LIST = "บัญชีข้อมูลสมมุติ จัดทำบัญชีให้ครบทุกภารกิจ คลังข้อมูลสมมุติ รวบรวมจากทุกกอง"
ENCLOSED = "รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย"
READ = Recommendation("1.1", "แผนสมมุติ", None, None, "ควรทบทวนแผนทุกปี", 1)


def doubted(text: str, *given: Recommendation) -> bool:
    return "recommendations" in [field for field, _ in unread(text, Instrument("letter", (1,), recommendations=given))]


@pytest.mark.parametrize(
    "said",
    [
        "ขอให้เร่งดำเนินการในประเด็นที่ยังมีคะแนนต่ำ 3 ตัวชี้วัดย่อย ได้แก่",
        "ขอให้หน่วยงานปรับปรุง 2 ประเด็น ดังนี้",
        "มี 4 ตัวชี้วัดที่ต้องพัฒนา ดังต่อไปนี้",
        "เรื่องที่ต้องแก้ไขมี 3 เรื่อง คือ",
    ],
)
def test_a_list_that_is_counted_and_not_read_is_told(said: str) -> None:
    assert doubted(f"กรมได้ 52.10 คะแนน {said} {LIST}")


def test_a_list_that_was_read_is_no_doubt() -> None:
    assert not doubted(f"ขอให้หน่วยงานปรับปรุง 1 เรื่อง ดังนี้ {LIST}", READ)


@pytest.mark.parametrize(
    "said",
    [
        f"มีตัวชี้วัดที่ต้องปรับปรุง 13 ตัวชี้วัดย่อย {ENCLOSED}",
        f"มีตัวชี้วัดที่ต้องปรับปรุง 2 ตัวชี้วัด ได้แก่ แผนสมมุติ และคลังสมมุติ {ENCLOSED}",
        "ขอให้เร่งปรับปรุง 5 ตัวชี้วัดย่อย และรายงานผลภายในเดือนหน้า",
        "เพื่อยกระดับการให้บริการ การสำรวจประกอบด้วย 6 ตัวชี้วัด ได้แก่ ด้านนโยบาย ด้านข้อมูล และด้านบุคลากร",
        "กรมได้คะแนนสูง 3 ด้าน ได้แก่ ด้านนโยบาย ด้านข้อมูล และด้านบุคลากร",
        "ขอให้เร่งตอบแบบสำรวจภายใน 15 วัน ดังนี้",
        "หน่วยงานต้องส่งผู้ประสานงาน 2 คน ได้แก่",
    ],
)
def test_what_is_only_counted_or_is_nothing_to_be_done_is_no_doubt(said: str) -> None:
    assert not doubted(said)


TITLED = "เอกสารแนบ 2 ข้อเสนอแนะเพื่อพัฒนางานสมมุติ ประจำปี 2560"
CODED = "1.1 แผนสมมุติ ผูกแผนไว้กับเป้าหมาย 1.2 คลังสมมุติ รวมไว้ที่เดียว"


@pytest.mark.parametrize(
    ("kind", "text", "open_"),
    [
        ("unknown", f"{TITLED} {CODED}", True),
        ("unknown", f"{TITLED} ได้ 1.10 คะแนน และ 2.35 คะแนน", False),
        ("unknown", f"รายงานการประชุมสมมุติ {LIST} {LIST} {LIST} {CODED} ที่ประชุมมีข้อเสนอแนะ", False),
        ("memo", f"{TITLED} {CODED}", False),
    ],
)
def test_a_sheet_of_advice_whose_coded_names_were_not_read_is_told(kind: Kind, text: str, open_: bool) -> None:
    assert any(field == "recommendations" for field, _ in unread(text, Instrument(kind, (1,)))) is open_
