"""The draft page's facts: what can be written and what not yet, who signs, what a preview is, what was edited."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, SQLModel

from tests.integration.services.intake_desk import CAME, CLERK, desk, taken
from workflow.core.document import Block
from workflow.core.errors import NotFound
from workflow.core.reading import Reading
from workflow.core.when import When
from workflow.services import draft_memo as draft_service
from workflow.services.desk import Desk
from workflow.services.draft_desk import by_default, draft_desk, draft_words
from workflow.services.draft_memo import MemoOut, draft_memo, submit_memo
from workflow.services.enter_intake import enter_intake
from workflow.services.preview_pages import preview_pages, preview_picture
from workflow.store.corrections import reading_in_force
from workflow.store.engine import Store
from workflow.store.tables import MatterRow
from workflow.templates.wording import write_blocks

ON = When.day(date(2019, 11, 22), "10:00")


def opened(store: Store, folder: Path) -> tuple[Desk, MemoOut]:
    place = desk(store, folder)
    return place, MemoOut(enter_intake(place, CLERK, taken(place), CAME).matter, "result-report", ON)


def everything(place: Desk) -> dict[str, list[tuple[object, ...]]]:
    with place.store.read() as session:
        asked = {t.name: session.connection().execute(t.select()) for t in SQLModel.metadata.sorted_tables}
        return {name: [tuple(row) for row in rows] for name, rows in asked.items()}


def test_kinds_that_cannot_be_written_yet_say_why(store: Store, tmp_path: Path) -> None:
    view = draft_desk(*opened(store, tmp_path))
    told = {kind.name: kind.why_not for kind in view.kinds}
    assert told["result-report"] == "" and told["circular"] != ""
    assert (view.may, view.memo, view.intake is None) == (frozenset({"draft"}), None, False)
    assert ("เรื่อง", "แจ้งผลการสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ ประจำปี 2562") in view.facts


def test_a_draft_may_be_edited_and_submitted_and_then_no_more(store: Store, tmp_path: Path) -> None:
    place, out = opened(store, tmp_path)
    draft_memo(place, out)
    assert draft_desk(place, out).may == {"draft", "submit", "edit"}
    submit_memo(place, out)
    view = draft_desk(place, out)
    assert (view.may, view.memo and view.memo.number) == (frozenset(), "๐๐๓๓/๑")
    assert by_default(place, out.matter, CLERK) == "result-report"


def test_a_draft_that_is_only_looked_at_is_worded_where_the_desk_lets_wordings_be_filled_in(
    sqlite_store: Store, tmp_path: Path
) -> None:
    place, out = opened(sqlite_store, tmp_path)
    asked: list[Path] = []

    def write(wording: Path, facts: Mapping[str, object]) -> tuple[Block, ...]:
        asked.append(wording)
        return write_blocks(wording, facts)

    held = replace(place, write_wording=write)
    draft_desk(held, out), draft_words(held, out)
    assert asked == [place.kind(out.kind).wording] * 2  # of the other kinds none is composed


def test_the_page_of_eleven_kinds_opens_the_reading_once(
    sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, out = opened(sqlite_store, tmp_path)
    opened_for: list[MatterRow] = []

    def reading(session: Session, row: MatterRow) -> Reading:
        opened_for.append(row)
        return reading_in_force(session, row)

    monkeypatch.setattr(draft_service, "reading_in_force", reading)
    assert (len(draft_desk(place, out).kinds), len(opened_for)) == (len(place.catalogue), 1)


def test_a_kind_is_offered_exactly_when_it_can_be_written(sqlite_store: Store, tmp_path: Path) -> None:
    place, out = opened(sqlite_store, tmp_path)
    told = {kind.name: kind.why_not for kind in draft_desk(place, out).kinds}
    assert told == {name: draft_desk(place, replace(out, kind=name)).chosen.why_not for name in place.catalogue}
    assert 0 < sum(not why_not for why_not in told.values()) < len(told)


def test_a_preview_writes_no_row_and_is_set_once_for_the_same_words(store: Store, tmp_path: Path) -> None:
    place, out = opened(store, tmp_path)
    before = everything(place)
    seen = preview_pages(place, out)
    again = preview_pages(place, out)
    assert (seen, everything(place)) == (again, before)
    picture = preview_picture(place, out.matter, seen.name, 1)
    assert picture.read_bytes()[:4] == b"\x89PNG" and seen.pages >= 1


@pytest.mark.parametrize("name", ["0" * 32, "../../etc/passwd", "x"])
def test_a_preview_that_is_not_there_is_not_found(sqlite_store: Store, tmp_path: Path, name: str) -> None:
    place, out = opened(sqlite_store, tmp_path)
    with pytest.raises(NotFound):
        preview_picture(place, out.matter, name, 1)


def test_another_signer_gives_another_preview(sqlite_store: Store, tmp_path: Path) -> None:
    place, out = opened(sqlite_store, tmp_path)
    view = draft_desk(place, out)
    assert [(one.value, one.label) for one in view.signers] == [("ผบช.สทส.", "พล.ต.ต. ตัวอย่าง คนที่1 ผบช.สทส.")]
    other = MemoOut(out.matter, out.kind, When.day(date(2019, 11, 25)))
    assert preview_pages(place, other).name != preview_pages(place, out).name
