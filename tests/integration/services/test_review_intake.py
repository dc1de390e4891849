"""Checking a reading: doubts with candidates, what is typed stands beside what was read, and the register is written by it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from tests import build
from tests.integration.services.intake_desk import CAME, CLERK, LETTER, STRANGER, desk, reading, taken
from workflow.core.errors import NotFound
from workflow.services.enter_intake import Typed, enter_intake, save_fields, typed_from
from workflow.services.review_intake import FieldView, review_intake
from workflow.store.corrections import corrections_of
from workflow.store.engine import Store
from workflow.store.json_shapes import reading_from
from workflow.store.matters import look_at
from workflow.store.tables import EntryRow


def field(place: object, number: int, key: str) -> FieldView:
    review = review_intake(place, CLERK, number)  # type: ignore[arg-type]
    return next(view for paper in review.papers for view in paper.fields if view.field.key == key)


def test_a_doubtful_field_tells_how_sure_it_is_why_and_what_it_may_be(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    dated = field(place, taken(place), "date")
    assert (dated.field.value, dated.doubt, dated.sure and dated.sure.word) == ("๑ พฤษภาคม ๒๕๖๒", "error", "อ่านยาก")
    assert [(c.value, c.shown) for c in dated.candidates] == [("2019-11-01", "๑ พฤศจิกายน ๒๕๖๒")]
    assert [note.message for note in dated.notes] == ["วันที่อยู่ก่อนหนังสือที่อ้างถึง"]


@pytest.mark.parametrize("typed", ["1/11/2562", "๑ พ.ย. ๖๒", "1 พฤศจิกายน 2562", "2019-11-01"])
def test_days_are_typed_in_the_buddhist_era(sqlite_store: Store, tmp_path: Path, typed: str) -> None:
    place = desk(sqlite_store, tmp_path)
    number = taken(place)
    assert save_fields(place, CLERK, number, [Typed(1, "date", typed)], CAME).mended == 1
    assert field(place, number, "date").field.value == "๑ พฤศจิกายน ๒๕๖๒"


def test_a_form_sent_back_unchanged_mends_nothing(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    number = taken(place)
    form = {f"1:{view.field.key}": view.field.value for view in review_intake(place, CLERK, number).papers[0].fields}
    assert save_fields(place, CLERK, number, typed_from({**form, "next": "1"}), CAME) == save_fields(
        place, CLERK, number, [], CAME
    )
    assert field(place, number, "date").by == ""


def test_what_is_typed_stands_beside_the_reading_before_and_after_entering(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    number = taken(place)
    save_fields(place, CLERK, number, [Typed(1, "date", "1/11/2562"), Typed(1, "subject", "แจ้งผล")], CAME)
    matter = enter_intake(place, CLERK, number, CAME).matter
    save_fields(place, CLERK, number, [Typed(1, "sender", "สพร.")], CAME)
    with store.read() as session:
        row, made = look_at(session, matter), corrections_of(session, matter)
        entry = session.exec(select(EntryRow).where(EntryRow.matter_id == matter)).one()
    assert [(c.field, c.value, c.by) for c in made] == [
        ("date", "2019-11-01", CLERK.person), ("subject", "แจ้งผล", CLERK.person), ("sender", "สพร.", CLERK.person)
    ]  # fmt: skip
    assert reading_from(row.reading) == reading()
    assert (row.subject, entry.letter_date, entry.subject) == ("แจ้งผล", date(2019, 11, 1), "แจ้งผล")
    assert field(place, number, "date").was == "๑ พฤษภาคม ๒๕๖๒"


def test_one_wrong_field_does_not_hold_up_the_others(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    number = taken(place)
    typed = [Typed(1, "date", "31/11/2562"), Typed(1, "sender", "โทร 081-234-5678"), Typed(1, "subject", "แจ้งผล")]
    saved = save_fields(place, CLERK, number, typed, CAME)
    assert (saved.mended, [each.field for each, _ in saved.troubles]) == (1, ["date", "sender"])
    assert field(place, number, "subject").field.value == "แจ้งผล"


def test_another_units_file_is_not_there(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    number = taken(place)
    with pytest.raises(NotFound):
        review_intake(place, STRANGER, number)
    with pytest.raises(NotFound):
        enter_intake(place, STRANGER, number, CAME)
    with pytest.raises(NotFound):
        save_fields(place, STRANGER, number, [Typed(1, "subject", "ก")], CAME)


def test_a_letter_entered_before_from_another_scan_is_told(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    first = enter_intake(place, CLERK, taken(place), CAME).matter
    assert review_intake(place, CLERK, taken(place, "สแกนใหม่.txt", LETTER + b"2")).entered_before == first


def test_the_next_file_is_the_one_after_and_then_the_oldest(sqlite_store: Store, tmp_path: Path) -> None:
    place = desk(sqlite_store, tmp_path)
    one, two = taken(place), taken(place, "สอง.txt", LETTER + b"2")
    assert (review_intake(place, CLERK, one).next, review_intake(place, CLERK, two).next) == (two, one)
    enter_intake(place, CLERK, one, CAME)
    assert review_intake(place, CLERK, two).next is None


def test_a_mark_lies_where_the_field_stands(sqlite_store: Store, tmp_path: Path) -> None:
    place = desk(sqlite_store, tmp_path)
    assert field(place, taken(place), "number").page == 1
    assert (
        replace(CLERK, unit="x") != CLERK
        and field(place, 1, "subject").field.value.replace("๒๕๖๒", "2562") == build.SUBJECT
    )
