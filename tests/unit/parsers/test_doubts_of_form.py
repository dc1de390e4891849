"""What a form must hold and a paper does not show is asked for, on the field where it is missing."""

import pytest

from tests.unit.parsers.papers import page
from workflow.core.reading import Finding
from workflow.parsers.bundle import papers_of
from workflow.parsers.checks import Context, run_checks
from workflow.parsers.checks.addressees import likely
from workflow.parsers.understand import understand

LETTER = """{stamp}ที่ สมข ๐๑๐๑/๙
สำนักงานสมมุติ
{day}
เรื่อง ขอหารือแนวทาง
เรียน {to}
ด้วยสำนักงานสมมุติใคร่ขอหารือแนวทาง
จึงเรียนมาเพื่อโปรดพิจารณา
ขอแสดงความนับถือ
(นายสมมุติ ทดสอบกุล)
ผู้อำนวยการสำนักงานสมมุติ
"""
ORDER = "{title}\n{number}\nเรื่อง แต่งตั้งคณะทำงานตัวอย่าง\nเพื่อให้งานเรียบร้อย จึงแต่งตั้งคณะทำงาน ดังนี้\nสั่ง ณ วันที่ ๒ มีนาคม พ.ศ. ๒๕๖๙\n(นายสมมุติ ทดสอบกุล)\nอธิบดีกรมสมมุติ\n"


def doubts(text: str) -> list[str | None]:
    papers = papers_of([page(text)])
    draft = understand(papers)
    findings: list[Finding] = [*run_checks(draft, Context(tuple(papers))), *(f for d in draft for f in d.findings)]
    return [f.field for f in findings if f.code == "low-confidence"]


def letter(*, stamp: str = "", day: str = "๔ มีนาคม ๒๕๖๙", to: str = "ปลัดกระทรวงสมมุติ") -> str:
    return LETTER.format(stamp=stamp, day=day, to=to)


def test_a_whole_letter_raises_no_doubt() -> None:
    assert doubts(letter()) == []


def test_a_letter_without_its_day_is_asked_for_it() -> None:
    assert doubts(letter(day="มีนาคม ๒๕๖๙")) == ["date"]


@pytest.mark.parametrize(
    ("stamp", "missing"),
    [
        ("กองกลาง\nเลขรับ ๕๑\nวันที่ ๕ มี.ค. ๖๙\n\n", "receipts[0].time"),
        ("กองกลาง\nลงรับที่ ๕๑\nเวลา ๙.๓๐ น.\n\n", "receipts[0].date"),
        ("กองกลาง\nรับวันที่ ๕ มี.ค. ๖๙\nเวลา ๙.๓๐ น.\n\n", "receipts[0].number"),
        ("เลขทะเบียนรับ ๕๑\nวันที่ ๕ มี.ค. ๖๙\nเวลา ๙.๓๐ น.\n\n", "receipts[0].unit"),
    ],
)
def test_a_stamp_with_a_part_missing_is_asked_for_it(stamp: str, missing: str) -> None:
    assert doubts(letter(stamp=stamp)) == [missing]


@pytest.mark.parametrize("who", ["ดำเนินการต่อไป", "ความร่วมมือในการสำรวจ", "ลงวันที่ ๕", "เพื่อทราบ"])
def test_an_addressee_that_is_no_post_is_doubted(who: str) -> None:
    assert not likely(who)


@pytest.mark.parametrize(
    "who",
    [
        "อธิบดีกรมสมมุติ", "รองผู้ว่าราชการจังหวัดสมมุติ", "ผบก.อก.บช.สม.", "สพร.", "ที่ทำการปกครองอำเภอสมมุติ", "คุณสมหญิง", "พ.ต.อ.สมมุติ ดีกุล", "เกษตรจังหวัดสมมุติ",
        "เจ้ากรมสมมุติทหารบก", "คณะกรรมการสมมุติ", "ทุกหน่วยในสังกัด", "บริษัท สมมุติ จำกัด", "นายแพทย์สาธารณสุขจังหวัดสมมุติ", "แรงงานจังหวัดสมมุติ",
    ],
)  # fmt: skip
def test_a_post_a_body_and_a_person_are_addressees(who: str) -> None:
    assert likely(who)


@pytest.mark.parametrize(
    ("title", "number", "wanted"),
    [
        ("คำสั่งกรมสมมุติ", "ที่ ๑๒/๒๕๖๙", []),
        ("คำสั่งกรมสมมุติ", "", ["number"]),
        ("ประกาศกรมสมมุติ", "", []),
    ],
)
def test_a_command_has_a_number_and_an_announcement_need_not(title: str, number: str, wanted: list[str]) -> None:
    assert doubts(ORDER.format(title=title, number=number)) == wanted
