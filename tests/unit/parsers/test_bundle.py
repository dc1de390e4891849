"""Bundles: whatever the order of the scan, papers come back whole; a page that is not there is named."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.parsers.papers import numbered, page, rows
from workflow.parsers.bundle import Paper, announces, opening, papers_of
from workflow.parsers.page import Page

MEMO = (
    """บันทึกข้อความ
ส่วนราชการ กองตัวอย่าง โทร. ๐ ๒๐๐๐ ๐๐๐๐
ที่ ตย ๐๑๐๑.๒/๓๔๕	วันที่ ๕ มีนาคม ๒๕๖๗
เรื่อง รายงานผลการสำรวจความพร้อม
เรียน อธิบดีกรมตัวอย่าง
๑. เรื่องเดิม
กองตัวอย่างได้รับแจ้งผลการสำรวจจากหน่วยงานกลางแล้ว
๒. ข้อเท็จจริง
๒.๑ ตัวชี้วัดที่โดดเด่น
- ตัวชี้วัดย่อย ๑.๑ แผนงาน ภายใต้ตัวชี้วัดนโยบาย
ข้อเสนอแนะ ควรทบทวนแผนงานทุกปีร่วมกับผู้เกี่ยวข้อง
/- ตัวชี้วัดย่อย ๑.๒...""",
    """- ๒ -
- ตัวชี้วัดย่อย ๑.๒ งบประมาณ ภายใต้ตัวชี้วัดนโยบาย
ข้อเสนอแนะ ควรจัดสรรงบประมาณให้ต่อเนื่องและเพียงพอ
- ตัวชี้วัดย่อย ๒.๑ บุคลากร ภายใต้ตัวชี้วัดกำลังคน
ข้อเสนอแนะ ควรพัฒนาบุคลากรด้านเทคโนโลยีทุกระดับ
/- ตัวชี้วัดย่อย ๓.๑...""",
    """- ๓ -
- ตัวชี้วัดย่อย ๓.๑ บริการ ภายใต้ตัวชี้วัดบริการ
ข้อเสนอแนะ ควรเปิดบริการทางโทรศัพท์เคลื่อนที่เพิ่มเติม
- ตัวชี้วัดย่อย ๔.๑ ข้อมูล ภายใต้ตัวชี้วัดข้อมูล
ข้อเสนอแนะ ควรเชื่อมโยงข้อมูลกับหน่วยงานอื่น
/๓. ข้อพิจารณา...""",
    """- ๔ -
๓. ข้อพิจารณา
เห็นควรแจ้งหน่วยงานในสังกัดทราบและดำเนินการ
จึงเรียนมาเพื่อโปรดพิจารณา
(นายสมมุติ ตัวอย่างกุล)
ผู้อำนวยการกองตัวอย่าง""",
)
LETTER = (
    """ที่ ทส ๐๒๐๒/ว ๗๗

สำนักงานกลางสมมุติ

๑ กุมภาพันธ์ ๒๕๖๗

เรื่อง แจ้งผลการสำรวจความพร้อม
เรียน อธิบดีกรมตัวอย่าง

ด้วยสำนักงานกลางสมมุติได้สำรวจความพร้อมเสร็จสิ้นแล้ว จึงขอแจ้งผลเพื่อเป็นข้อมูลในการพัฒนา
/ทั้งนี้ หากมีข้อสงสัย...""",
    """- ๒ -
ทั้งนี้ หากมีข้อสงสัยโปรดสอบถามเจ้าหน้าที่ของสำนักงานกลางสมมุติ
จึงเรียนมาเพื่อโปรดทราบ
ขอแสดงความนับถือ
(นางตัวอย่าง สมมุติดี)
เลขาธิการสำนักงานกลางสมมุติ""",
)
ALL = [*(("memo", n) for n in range(4)), *(("letter", n) for n in range(2))]
TEXTS = {"memo": MEMO, "letter": LETTER}


def scanned(order: Sequence[tuple[str, int]]) -> list[Page]:
    return [page(TEXTS[kind][n], place) for place, (kind, n) in enumerate(order, 1)]


def by_kind(order: Sequence[tuple[str, int]]) -> dict[str, Paper]:
    papers = papers_of(scanned(order))
    assert len(papers) == 2
    return {paper.kind: paper for paper in papers}


@settings(deadline=None)
@given(st.permutations(ALL))
def test_any_order_of_six_pages_gives_both_papers_in_true_order(order: list[tuple[str, int]]) -> None:
    found = by_kind(order)
    for kind in ("memo", "letter"):
        assert [order[p - 1] for p in found[kind].pages] == [(kind, n) for n in range(len(TEXTS[kind]))]
        assert found[kind].missing == ()


@settings(deadline=None)
@given(st.permutations(ALL), st.sampled_from([("memo", 1), ("memo", 2), ("memo", 3), ("letter", 1)]))
def test_a_page_taken_out_is_the_only_one_missing(order: list[tuple[str, int]], lost: tuple[str, int]) -> None:
    found = by_kind([place for place in order if place != lost])
    assert {kind: paper.missing for kind, paper in found.items()} == {
        "memo": (), "letter": (), lost[0]: (lost[1] + 1,),
    }  # fmt: skip


@settings(deadline=None, max_examples=30)
@given(st.permutations(ALL), st.sampled_from(ALL))
def test_a_page_scanned_twice_counts_once(order: list[tuple[str, int]], twice: tuple[str, int]) -> None:
    papers = papers_of(scanned([*order, twice]))
    assert sorted(len(paper.sheets) for paper in papers) == [2, 4]
    assert [double for paper in papers for double in paper.doubles] == [7]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("บันทึกข้อความ\nส่วนราชการ กอง", "memo"),
        ("ด่วนที่สุด	บันทึกข้อความ\nส่วนราชการ กอง", "memo"),
        ("คำสั่งกรมตัวอย่าง\nที่ ๑/๒๕๖๗", "order"),
        ("ระเบียบสำนักงานตัวอย่าง\nว่าด้วยข้อมูล", "order"),
        ("ที่ ตย ๐๑/๒\nเรื่อง แจ้งผล\nเรียน อธิบดี", "letter"),
        ("ที่ ตย ๐๑/๒\nเรื่อง ขอเชิญประชุม\nเรียน อธิบดี", "invitation"),
        ("ที่ ตย ๐๑/๒\nเรียน ผอ.ทุกสำนัก", "endorsement"),
        ("ที่ ตย ๐๑/๒\nถึง กรมตัวอย่าง", "stamped"),
        ("ที่ ตย ๐๑/๒\nถึง กรมตัวอย่าง\nขอเตือนเรื่องการรายงานผลการสำรวจของ\nส่วนราชการ ประจำปี ๒๕๖๗", "stamped"),
        ("คะแนนการสำรวจของส่วน\nราชการ ประจำปี ๒๕๖๗\nคะแนนรวม ๔๕.๓๗", None),
        ("ข้อความที่ต่อมาจากหน้าก่อน\nและจบลงตรงนี้", None),
    ],
)
def test_a_paper_is_known_by_how_it_opens(text: str, kind: str | None) -> None:
    assert opening(rows(text)) == kind


def test_a_catchword_with_another_digit_announces_nothing() -> None:
    (paper,) = papers_of([page(MEMO[0])])
    third = papers_of([page(MEMO[2])])[0].sheets[0]
    assert not announces(paper.sheets[0].catchword, third)


def test_a_number_alone_on_the_first_line_is_the_page_number() -> None:
    second = numbered(page(MEMO[1].replace("- ๒ -", "๒")), 2)
    (paper,) = papers_of([page(MEMO[0], 1), second])
    assert (paper.pages, paper.missing) == ((1, 2), (3,))
