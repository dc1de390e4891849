"""Choosing whom to send to: looked at without a trace, sent once under one number, errors of a table told row by row; on both databases."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.begun import Play
from tests.integration.services.police import (
    DAY,
    EVERYONE,
    police_desk,
    rows,
    submitted,
    submitted_and_ordered,
)
from workflow.bootstrap import read_table
from workflow.core.errors import NotFound, Refused, SarabanError, UsageError
from workflow.core.org_tables import Sheet, Workbook
from workflow.core.working_as import Role, WorkingAs
from workflow.routing.plan import plan
from workflow.services.addressee_sheet import SheetRead, read_addressees
from workflow.services.choose_addressees import (
    ChoiceShown,
    Chosen,
    keep_choice,
    send_choice,
    show_choice,
    start_choice,
)
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import ANNEX
from workflow.services.handle_papers import PaperAct, handle_papers
from workflow.services.show_inbox import Tray, show_inbox

OWNER = WorkingAs(1, "น.ส.เจ้าของเรื่อง ตัวอย่าง", "police", "สทส.", Role.DRAFTER, "เจ้าหน้าที่เจ้าของเรื่อง สทส.")
BUDGET = WorkingAs(2, "ธุรการ", "police", "สงป.", Role.REGISTRY, "งานสารบรรณ สงป.")


@pytest.fixture
def desk(police_after: Callable[[Play], Desk]) -> Desk:
    return police_after(submitted_and_ordered)


@pytest.fixture(scope="module")
def chart_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("chart")
    return police_desk(f"sqlite:///{folder}/s.sqlite3", folder)


def kept(desk: Desk, *to: str, who: WorkingAs = OWNER, parent: int | None = None) -> str:
    return keep_choice(desk, who, (1, parent), Chosen("\n".join(to)), DAY)


def shown(desk: Desk, name: str, who: WorkingAs = OWNER) -> ChoiceShown:
    return show_choice(desk, who, name, DAY)


def text_of(view: ChoiceShown) -> str:
    return " ".join(block.text for block in view.document.body)


def test_looking_at_a_choice_leaves_no_trace_and_tells_the_number_it_gets(desk: Desk) -> None:
    name = kept(desk, EVERYONE)
    before = rows(desk)
    view = shown(desk, name)
    assert rows(desk) == before
    sent = send_choice(desk, OWNER, name, DAY)
    assert (sent.number, sent.count, view.memo) == (view.number, view.count, None)
    assert EVERYONE in text_of(view)


def test_sent_once_however_often_it_is_pressed(desk: Desk) -> None:
    name = kept(desk, EVERYONE)
    first = send_choice(desk, OWNER, name, DAY)
    after = rows(desk)
    assert send_choice(desk, OWNER, name, DAY).again
    assert send_choice(desk, OWNER, kept(desk, EVERYONE), DAY).memo == first.memo
    assert {t: r for t, r in rows(desk).items() if t != "dispatch_choice"} == {
        t: r for t, r in after.items() if t != "dispatch_choice"
    }


def test_a_second_sending_tells_what_is_different_from_the_first(desk: Desk) -> None:
    send_choice(desk, OWNER, kept(desk, EVERYONE), DAY)
    view = shown(desk, kept(desk, f"{EVERYONE} ยกเว้น สงป."))
    assert view.against is not None
    assert [(change.kind, change.unit) for change in view.changes] == [("gone", "สงป.")]


def test_what_may_not_be_sent_is_told_before_the_button(tmp_path: Path) -> None:
    desk = police_desk(f"sqlite:///{tmp_path}/s.sqlite3", tmp_path)
    submitted(desk)
    with pytest.raises(Refused, match="เสนอแล้ว รอสั่งการ"):
        shown(desk, kept(desk, EVERYONE))


@pytest.mark.parametrize(("words", "error"), [("", UsageError), ("หน่วยที่ไม่มี", NotFound), ("สทส.", NotFound)])
def test_words_that_mean_nobody_are_refused_where_they_are_typed(
    desk: Desk, words: str, error: type[SarabanError]
) -> None:
    with pytest.raises(error):
        kept(desk, words)


def test_another_unit_finds_neither_the_matter_nor_the_choice(desk: Desk) -> None:
    name = kept(desk, EVERYONE)
    with pytest.raises(NotFound):
        start_choice(desk, BUDGET, 1, None, DAY)
    with pytest.raises(NotFound):
        shown(desk, name, BUDGET)
    with pytest.raises(Refused):
        start_choice(desk, replace(OWNER, role=Role.ADMIN), 1, None, DAY)


def test_a_unit_stamps_and_passes_on_under_its_own_number_in_one_press(desk: Desk) -> None:
    send_choice(desk, OWNER, kept(desk, EVERYONE), DAY)
    (paper,) = show_inbox(desk, BUDGET, DAY).papers
    name = kept(desk, "ผกก.ฝอ.สงป.", who=BUDGET, parent=paper.to.dispatch)
    sent = send_choice(desk, BUDGET, name, DAY)
    (done,) = show_inbox(desk, BUDGET, DAY, tray=Tray.DONE).papers
    assert (done.to.state, len(done.to.receipts), sent.count) == ("forwarded", 1, 1)
    assert sent.number != paper.number


def test_what_cannot_be_passed_on_is_not_stamped_either(desk: Desk) -> None:
    send_choice(desk, OWNER, kept(desk, EVERYONE), DAY)
    (paper,) = show_inbox(desk, BUDGET, DAY).papers
    name = kept(desk, "ผกก.ฝอ.สงป.", who=BUDGET, parent=paper.to.dispatch)
    with pytest.raises(SarabanError):
        send_choice(desk, BUDGET, name, replace(DAY, at=DAY.at.replace(year=2024)))
    assert show_inbox(desk, BUDGET, DAY).papers[0].to.receipts == ()


def test_many_addressees_stand_in_a_list_of_their_own_and_not_on_the_paper(desk: Desk) -> None:
    chart = desk.office("police").chart
    posts = [d.post for d in plan(chart, (EVERYONE,), sender="สทส.", on=DAY.on).dispatches]
    view = shown(desk, keep_choice(desk, OWNER, (1, None), Chosen(listed=tuple(posts)), DAY))
    assert (view.count, ANNEX in text_of(view), posts[0] in text_of(view)) == (len(posts), True, False)


def test_many_are_handled_at_once_and_each_has_its_number(desk: Desk) -> None:
    send_choice(desk, OWNER, kept(desk, "สงป."), DAY)
    send_choice(desk, OWNER, kept(desk, "สงป.\nผบช.น."), DAY)
    numbers = [paper.to.dispatch for paper in show_inbox(desk, BUDGET, DAY).papers]
    assert [one.receipt for one in handle_papers(desk, BUDGET, PaperAct.RECEIVE, numbers, DAY)] == ["๔๒๗๙", "๔๒๘๐"]


def table(desk: Desk, *rows: str, heading: str = "ผู้รับ", formulas: tuple[tuple[int, int], ...] = ()) -> SheetRead:
    sheet = Sheet("แผ่น ๑", ((heading, "หมายเหตุ"), *((row, "") for row in rows)), formulas)
    return read_addressees(Workbook((sheet,)), desk.office("police").chart, sender="สทส.", on=DAY.on)


def test_a_table_names_units_and_posts_in_any_spelling(chart_desk: Desk) -> None:
    read = table(chart_desk, "สงป.", "ผบช.ภ.๔", "", " ภ. 1 ", "สงป", heading="หน่วยงาน")
    assert (read.codes, read.errors, read.repeated) == (("สงป.", "ผบช.ภ.4", "ภ.1"), (), 1)


def test_every_wrong_row_is_told_by_its_number_with_names_like_it(chart_desk: Desk) -> None:
    read = table(chart_desk, "สงป.", "ผบชภ.44", "สทส.", "=A1", formulas=((5, 1),))
    assert [error.row for error in read.errors] == [3, 4, 5]
    assert "ผบช.ภ.4" in read.errors[0].suggestions
    assert "ผู้ส่งเอง" in read.errors[1].message
    assert "สูตร" in read.errors[2].message
    assert read.codes == ("สงป.",)


def test_a_table_without_its_column_says_which_one_is_missing(chart_desk: Desk) -> None:
    (error,) = table(chart_desk, "สงป.", heading="อะไรก็ไม่รู้").errors
    assert ("ผู้รับ" in error.message, error.text) == (True, "อะไรก็ไม่รู้, หมายเหตุ")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp874"])
def test_a_csv_of_any_thai_encoding_is_read(chart_desk: Desk, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "รายชื่อ.csv"
    file.write_bytes("ผู้รับ,หมายเหตุ\r\nสงป.,ก\r\n".encode(encoding))
    read = read_addressees(read_table(file), chart_desk.office("police").chart, sender="สทส.", on=DAY.on)
    assert read.codes == ("สงป.",)


def test_a_file_that_is_no_table_is_told_kindly(tmp_path: Path) -> None:
    for name, content in (("a.csv", b'"\x00\x01'), ("a.xlsx", b"PK\x03\x04nonsense"), ("b.csv", b'"never closed')):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(SarabanError):
            read_table(tmp_path / name)
