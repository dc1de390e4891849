"""Endorsements drawn on the paper they ride on, from what the store holds."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests import build
from tests.unit.templates.overlay.hosts import pdfium_text
from tests.unit.templates.papers import FONTS, memo
from workflow.core.document import Block
from workflow.core.errors import NotFound
from workflow.services.desk import Desk
from workflow.services.endorse_host import endorse_host
from workflow.services.memo_files import memo_files
from workflow.services.write_memo import render_memos
from workflow.store.engine import Store
from workflow.store.json_shapes import to_json
from workflow.store.tables import MemoRow


@pytest.fixture
def desk(sqlite_store: Store, tmp_path: Path) -> Iterator[Desk]:
    """A memo with room under its signature; สทส. endorsed it to สงป., whose own endorsement rides on that one."""
    made = build.desk(sqlite_store, tmp_path, lambda: FONTS)
    build.matter(made)
    host = MemoRow(
        matter_id=1, kind="result-report", unit="สทส.", key="host", number="๐๐๓๓.๑๒/๖๐๑๔", dated=date(2019, 11, 22)
    )
    host.document = to_json(memo([Block("paragraph", "เพื่อโปรดพิจารณา")]))
    with made.store.write() as session:
        session.add(host)
    first = build.sent(made, 1, build.memo(made, 1, "ฉบับที่หนึ่ง เพื่อโปรดทราบ"), "ผบช.สงป.")
    build.sent(made, 1, build.memo(made, 1, "ฉบับที่สอง เพื่อทราบ"), "ผบก.ก.", parent=first)
    yield made


def test_each_endorsement_stands_under_those_before_it_on_the_host(desk: Desk) -> None:
    render_memos(desk, 1)
    with desk.store.read() as session:
        _, host = memo_files(desk, session.get_one(MemoRow, 1))
    before = host.read_bytes()
    first, second = endorse_host(desk, 1)
    assert [place.page for place in first.places] == [1]
    assert "ฉบับที่หนึ่ง" in pdfium_text(first.path.read_bytes())
    assert "ฉบับที่สอง" not in pdfium_text(first.path.read_bytes())
    said = pdfium_text(second.path.read_bytes())
    assert 0 < said.index("เพื่อโปรดพิจารณา") < said.index("ฉบับที่หนึ่ง") < said.index("ฉบับที่สอง")
    assert host.read_bytes() == before
    assert second.path.name == "00003-forwarding-note-on-host.pdf"


def test_without_the_hosts_file_or_an_endorsement_one_is_told_what_is_missing(desk: Desk) -> None:
    with pytest.raises(NotFound, match="ยังไม่มีแฟ้ม PDF"):
        endorse_host(desk, 1)
    with pytest.raises(NotFound, match="ไม่มีเกษียน"):
        endorse_host(desk, 1, "กอง ก.")
