"""The paragraph below the last advice in which the writer proposes what to do: no part of that advice, and of the paper's own text."""

from dataclasses import replace

import pytest

from tests.unit.parsers.papers import rows, set_out
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.rows import Row, rows_of

ADVICES = (
    "ปรับแผนให้ครบทุกสำนักโดยเร็ว และให้ทุกสำนักรายงานผลต่อผู้บริหารทุกไตรมาสผ่านระบบกลาง", "ทบทวนระเบียบที่ล้าสมัยให้เสร็จภายในปีนี้ และเผยแพร่ให้ประชาชนทราบทั่วกัน",
    "อบรมเจ้าหน้าที่ก่อนเปิดใช้ระบบ และวัดผลการอบรมทุกครั้ง",
)  # fmt: skip
HEADS = {
    "one paragraph": "({n}) ตัวชี้วัดย่อย {code} แผนสมมุติ ตัวชี้วัดนโยบายสมมุติ ข้อเสนอแนะคือ {text}",
    "two paragraphs": "- ตัวชี้วัดย่อย {code} แผนสมมุติ ภายใต้ตัวชี้วัดนโยบายสมมุติ\nข้อเสนอแนะ {text}",
}
PROPOSALS = (
    "กองสมมุติและงบประมาณเห็นควรแจ้งทุกส่วนราชการในสังกัดทราบและถือปฏิบัติ", "สำนักปลัดขอเสนอให้ทุกกองดำเนินการ",
    "ดังนั้น เพื่อให้การดำเนินงานเป็นไปด้วยความเรียบร้อย เห็นควรแจ้งทุกกอง", "งานสารสนเทศจึงเห็นสมควรเสนอให้แต่งตั้งคณะทำงาน",
    "ฝ่ายอำนวยการ ศส.สม. จึงเห็นควรเวียนให้ทราบทั่วกัน", "เพื่อให้การปรับปรุงบรรลุผล กลุ่มแผนงานใคร่ขอความเห็นชอบ", "เห็นควรแจ้งเวียนทุกกองทราบ",
    "จึงเห็นควรให้ทุกกองรายงานผล",
)  # fmt: skip


WIDTH = 70  # letters of a full row


def _set(paragraphs: list[str]) -> list[Row]:
    """Return paragraphs as rows: the first of each indented, the others at the margin."""
    found: list[tuple[float, float, str]] = []
    for text in paragraphs:
        cuts = [text[n : n + WIDTH] for n in range(0, len(text), WIDTH)]
        found += [(85 if n else 119, 540 if n < len(cuts) - 1 else 150 + 4 * len(c), c) for n, c in enumerate(cuts)]
    return set_out(found)


def _texts(head: str, *below: str, placed: bool, advices: tuple[str, ...] = ADVICES) -> list[str]:
    items = [head.format(n=n, code=f"{n}.1", text=text) for n, text in enumerate(advices, 1)]
    lines = [*"\n".join(items).split("\n"), *below, "จึงเรียนมาเพื่อโปรดพิจารณา", "(นายสมมุติ ตัวอย่าง)"]
    return [found.text for found in recommendations_of(_set(lines) if placed else rows("\n".join(lines))).given]


@pytest.mark.parametrize("placed", [True, False])
@pytest.mark.parametrize("proposal", PROPOSALS)
@pytest.mark.parametrize("head", HEADS)
def test_what_the_writer_proposes_below_the_list_is_no_advice(head: str, proposal: str, *, placed: bool) -> None:
    assert _texts(HEADS[head], proposal, "ทั้งนี้ จะรายงานผลต่อไป", placed=placed) == list(ADVICES)


@pytest.mark.parametrize("head", HEADS)
def test_where_another_item_follows_such_a_paragraph_is_the_advices_own(head: str) -> None:
    own = f"{ADVICES[0]}\nดังนั้น สำนักงานสมมุติจึงเห็นควรทบทวนทุกปี และปรับแผนให้เข้ากับงบประมาณของปีถัดไปทุกครั้งที่มีการเปลี่ยนแปลง"
    texts = _texts(HEADS[head], placed=True, advices=(own, *ADVICES[1:]))
    assert texts == [own.replace("\n", ""), *ADVICES[1:]]


@pytest.mark.parametrize("second", ["ดังนั้น หน่วยงานควรจัดทำแผนทุกปี", "งานทะเบียนควรเชื่อมข้อมูล และเห็นควรประเมินผลด้วย"])
def test_a_second_paragraph_that_says_what_should_be_done_is_the_advices_own(second: str) -> None:
    assert _texts(HEADS["two paragraphs"], second, placed=True)[-1] == ADVICES[-1] + second


def test_advices_that_propose_in_these_words_keep_theirs() -> None:
    advices = ("เห็นควรปรับแผน", "เห็นควรทบทวนระเบียบ")
    second = "ดังนั้น เห็นควรมอบผู้รับผิดชอบ"
    assert _texts(HEADS["two paragraphs"], second, placed=True, advices=advices)[-1] == advices[-1] + second


@pytest.mark.parametrize(
    "heading", ["ประเด็นเสนอเพื่อพิจารณา", "เรื่องที่ขอพิจารณา", "ทางเลือกที่กองเสนอ", "การวิเคราะห์ของกองแผนสมมุติ"]
)
def test_a_heading_to_the_left_of_a_list_ends_it_in_whatever_words(heading: str) -> None:
    entries = [
        f"• ตัวชี้วัดย่อย {n}.1 แผนสมมุติ ภายใต้ตัวชี้วัดนโยบายสมมุติ ข้อเสนอแนะ : {text}"
        for n, text in enumerate(reversed(ADVICES), 1)
    ]
    lines: list[tuple[float, float, str]] = []
    for entry in entries:
        cuts = [entry[n : n + WIDTH] for n in range(0, len(entry), WIDTH)]
        lines += [(108, 540 if n < len(cuts) - 1 else 150 + 4 * len(c), c) for n, c in enumerate(cuts)]
    lines += [(79, 193, heading), (136, 540, "กองสมมุติทบทวนแล้วว่าเรื่องนี้ทำได้ทันทีด้วยงบประมาณที่มีอยู่"), (79, 200, "ของกอง")]
    given = recommendations_of(set_out(lines)).given
    assert [found.text.replace(" ", "") for found in given] == [text.replace(" ", "") for text in reversed(ADVICES)]


def test_the_further_rows_of_an_advice_may_stand_to_the_left_of_its_head() -> None:
    heads = [HEADS["one paragraph"].format(n=n, code=f"{n}.1", text=text) for n, text in enumerate(ADVICES, 1)]
    given = recommendations_of(_set([*heads, "จึงเรียนมาเพื่อโปรดพิจารณา"])).given
    assert [found.text.replace(" ", "") for found in given] == [text.replace(" ", "") for text in ADVICES]


MARKED = "- ตัวชี้วัดที่ {n}.1 แผนสมมุติ : {text}"
CALLED = ("แนวทางการดำเนินงาน", "สิ่งที่ขอรับการสนับสนุน", "ความเห็นของสำนักสมมุติ", "งบประมาณ", "การดำเนินการต่อไป", "ปัญหาและอุปสรรค")
OWN = "สำนักสมมุติจะประสานหน่วยงานที่เกี่ยวข้องจัดทำแผน"


def _advices(lines: list[str], bold: str = "") -> list[str]:
    lines = [*lines, "จึงเรียนมาเพื่อโปรดพิจารณา", "(นายสมมุติ ตัวอย่าง)"]
    parts = [part for row in _set(lines) for part in row.parts]
    told = rows_of(replace(part, bold=bool(bold) and part.text == bold) for part in parts)
    return [found.text for found in recommendations_of(told).given]


def _listed(*below: str) -> list[str]:
    return [*(MARKED.format(n=n, text=text) for n, text in enumerate(ADVICES, 1)), *below]


@pytest.mark.parametrize("heading", CALLED)
def test_what_a_part_of_the_paper_is_called_ends_the_last_advice(heading: str) -> None:
    assert _advices(_listed(heading, OWN)) == list(ADVICES)


@pytest.mark.parametrize("heading", ["ทิศทางปีหน้า", "ข้อหารือของกอง", "กรอบเวลา"])
def test_a_heading_in_bold_ends_the_last_advice_whatever_it_says(heading: str) -> None:
    assert _advices(_listed(heading, OWN), bold=heading) == list(ADVICES)


def test_words_in_plain_print_that_name_no_part_are_the_advices_own() -> None:
    assert _advices(_listed("กรอบธรรมาภิบาลข้อมูล", OWN))[-1] == f"{ADVICES[-1]}กรอบธรรมาภิบาลข้อมูล{OWN}"


def test_words_that_a_line_breaks_off_before_head_nothing() -> None:
    wraps = f"{ADVICES[0]} ทั้งนี้ให้จัดสรร"
    rest = WIDTH * 2 - len(MARKED.format(n=1, text=wraps))
    lines = _listed()
    lines[-1] = MARKED.format(n=3, text=wraps + "ก" * rest) + "งบประมาณ"
    assert _advices(lines)[-1].endswith("งบประมาณ")


ASKED = "ขอให้กรมสมมุติจัดทำแผนการปรับปรุงตามแบบในสิ่งที่ส่งมาด้วย 2 และส่ง"


@pytest.mark.parametrize("by", ["ให้กองสมมุติภายในวันที่ 30 มิถุนายน 2568", "กลับภายในวันศุกร์ที่ 27 มิถุนายน 2568"])
def test_what_is_asked_back_by_a_day_told_in_the_second_row_is_no_advice(by: str) -> None:
    lines = [
        line
        for n, text in enumerate(ADVICES, 1)
        for line in (
            (136.0, 400.0, f"{n}.1 แผนสมมุติ (ตัวชี้วัดหลัก นโยบายสมมุติ)"),
            (158.0, 540.0, f"ข้อเสนอแนะ: ควร{text[:50]}"),
            (158.0, 240.0, text[50:]),
        )
    ]
    body = [
        (119.0, 540.0, "ด้วยกองสมมุติได้ประเมินผลทุกหน่วยงานเสร็จเรียบร้อยแล้ว จึงขอส่งผลการประเมินและ"),
        (85.0, 300.0, "ข้อเสนอแนะมาพร้อมนี้ ดังนี้"),
    ]
    found = recommendations_of(set_out([*body, *lines, (157.0, 531.0, ASKED), (85.0, 300.0, by)])).given
    assert [g.text for g in found] == [f"ควร{text}" for text in ADVICES]
