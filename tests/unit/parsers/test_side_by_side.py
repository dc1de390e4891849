"""Two endorsements side by side below one memo: each is read down its own column."""

from collections.abc import Sequence
from datetime import date

from workflow.core.reading import Instrument
from workflow.parsers.bundle import papers_of
from workflow.parsers.page import Line, Page
from workflow.parsers.understand import understand

LEFT, RIGHT = 85.0, 320.0
MEMO = (
    "บันทึกข้อความ", "ส่วนราชการ กองคลังสมมุติ", "ที่ สม ๐๑๐๒/๘๘ วันที่ ๒ มิถุนายน ๒๕๖๘", "เรื่อง ขออนุมัติยืมพัสดุ", "เรียน เลขาธิการสมมุติ",
    "กองคลังขอยืมเครื่องพิมพ์หนึ่งเครื่อง", "จึงเรียนมาเพื่อโปรดพิจารณา", "(นายเก่ง ตัวอย่างดี)", "ผู้อำนวยการกองคลังสมมุติ",
)  # fmt: skip
BESIDE = (
    ("ที่ สม ๐๑๐๑/๙๐", "ที่ สม ๐๑๐๕/๓๑"),
    ("เรียน ผู้อำนวยการสำนักพัสดุ", "เรียน หัวหน้าฝ่ายทะเบียน"),
    ("และอาคารสถานที่", "เพื่อทราบ และบันทึกในระบบ"),
    ("เพื่อโปรดดำเนินการ", "(นายกล้า สมมุติกุล)"),
    ("(นางแก้ว ใจดีงาม)", "ผู้อำนวยการสำนักพัสดุ"),
    ("หัวหน้าสำนักงานเลขาธิการ", "๙ มิ.ย. ๖๘"),
    ("๔ มิ.ย. ๖๘",),
)


def _read(rows: Sequence[Sequence[str]]) -> list[Instrument]:
    runs = [
        Line(text, 1, n, (x, 90 + 18.0 * n, x + 5 * len(text), 104 + 18.0 * n), 16.0)
        for n, row in enumerate(rows)
        for x, text in zip((LEFT, RIGHT), row, strict=False)
    ]
    return [d.instrument for d in understand(papers_of([Page(1, tuple(runs), 595.0, 842.0)]))]


def _facts(paper: Instrument) -> tuple[object, ...]:
    signer = paper.signatory
    return paper.kind, paper.number, paper.date, paper.to, signer and signer.name, signer and signer.position


def test_each_column_is_an_endorsement_of_its_own() -> None:
    memo, first, second = _read([*((text,) for text in MEMO), *BESIDE])
    assert (memo.kind, memo.number, memo.signatory and memo.signatory.name) == ("memo", "สม 0102/88", "เก่ง ตัวอย่างดี")
    assert _facts(first) == (
        "endorsement", "สม 0101/90", date(2025, 6, 4), ("ผู้อำนวยการสำนักพัสดุและอาคารสถานที่",), "แก้ว ใจดีงาม", "หัวหน้าสำนักงานเลขาธิการ",
    )  # fmt: skip
    assert _facts(second) == (
        "endorsement", "สม 0105/31", date(2025, 6, 9), ("หัวหน้าฝ่ายทะเบียน",), "กล้า สมมุติกุล", "ผู้อำนวยการสำนักพัสดุ",
    )  # fmt: skip


def test_one_endorsement_with_its_date_beside_the_number_stays_whole() -> None:
    _, only = _read(
        [*((text,) for text in MEMO), ("ที่ สม ๐๑๐๑/๙๐", "๔ มิ.ย. ๖๘"), *((left,) for left, *_ in BESIDE[1:-1])]
    )
    assert (only.kind, only.number, only.date) == ("endorsement", "สม 0101/90", date(2025, 6, 4))


def test_columns_on_a_page_of_their_own_need_no_signature_above_them() -> None:
    below = (
        ("ที่ สม ๐๕๑๘/๓๓",),
        ("เรียน นายกเทศมนตรีเมืองสมมุติ",),
        ("เพื่อทราบ",),
        ("(นายคม สมมุติ)",),
        ("นายอำเภอสมมุติ",),
        ("๑๙ มิ.ย. ๖๘",),
    )
    found = _read([*BESIDE, *below])
    assert [paper.number for paper in found] == ["สม 0101/90", "สม 0105/31", "สม 0518/33"]
    assert found[2].to == ("นายกเทศมนตรีเมืองสมมุติ",)
