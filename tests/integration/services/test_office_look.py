"""A memo is made in its office's look, and an official office without its emblem gets none, nor a number for it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from memos import CATALOGUE
from tests import build
from tests.unit.templates.papers import FONTS
from workflow.core.errors import Refused
from workflow.core.greeting import Greeting, Greetings
from workflow.core.office import Office
from workflow.core.style_settings import CM
from workflow.services.desk import Desk
from workflow.services.memo_files import memo_files
from workflow.services.write_memo import MemoRequest, put_memo, render_memos
from workflow.store.engine import Store
from workflow.store.json_shapes import document_from
from workflow.store.matters import memo_by_key, memos
from workflow.store.tables import MemoRow


@pytest.fixture
def desk(sqlite_store: Store, tmp_path: Path) -> Iterator[Desk]:
    yield build.desk(sqlite_store, tmp_path, lambda: FONTS)


def _written(desk: Desk, office: Office, kind: str = "reminder") -> tuple[Desk, int, MemoRow]:
    there = replace(desk, office=lambda _: office)
    matter = build.matter(there)
    with there.store.write() as session:
        row = put_memo(session, there, MemoRequest(matter, kind, "key"), CATALOGUE[kind].sample())
        session.expunge(row)
    return there, matter, row


def test_a_memo_is_made_with_the_margins_of_its_office(desk: Desk) -> None:
    there, matter, row = _written(desk, replace(build.office(), style={"left": 2 * CM}))
    render_memos(there, matter)
    margin = docx.Document(str(memo_files(there, row)[0])).sections[0].left_margin
    assert margin is not None and margin.cm == pytest.approx(2, abs=0.01)


def test_an_official_office_without_its_emblem_is_refused_before_anything_is_kept(desk: Desk) -> None:
    with pytest.raises(Refused, match="ตราครุฑ"):
        _written(desk, replace(build.office(), official=True))
    with desk.store.read() as session:
        assert memo_by_key(session, "key") is None


def test_a_letter_greets_its_addressee_as_the_list_says(desk: Desk) -> None:
    sample = CATALOGUE["external-letter"].sample()
    listed = Greetings((Greeting(sample.to[0], "กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง"),))
    there, matter, _ = _written(replace(desk, greetings=lambda: listed), build.office(), "external-letter")
    with there.store.read() as session:
        document = next(document_from(row.document) for row in memos(session, matter) if row.key == "key")
    assert (document.head.opening, document.ending) == ("กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง")
