"""Many memos of one kind: each case once, whatever happens in between, and a wrong case stops no other."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from memos import CATALOGUE
from tests.integration.services import police
from workflow.core.errors import NotFound
from workflow.core.memo_kind import CaseFile
from workflow.services.desk import Desk
from workflow.services.merge_memos import MergeRequest, merge_memos
from workflow.store.case_files import _CASE

KIND = "result-report"


def case_line(number: str) -> str:
    """The kind's sample as a line of a file, under another number, its unit named by code and its signature left out."""
    sample: CaseFile = CATALOGUE[KIND].sample()
    fields = _CASE.dump_python(sample, mode="json")
    del fields["signature"]
    return json.dumps({**fields, "unit": "สทส.", "number": number, "on": str(date(2025, 12, 3))}, ensure_ascii=False)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return police.police_desk(f"sqlite:///{tmp_path / 'data/saraban.sqlite3'}", tmp_path / "data")


@pytest.fixture
def request_for(tmp_path: Path) -> MergeRequest:
    cases = tmp_path / "cases.jsonl"
    lines = [case_line(f"๐๐๓๓.๑๒/{n}") for n in range(1, 7)]
    lines[2] = '{"unit": "ไม่มีหน่วยนี้"}'
    lines[4] = "no json"
    cases.write_text("\n".join(lines), encoding="utf-8")
    return MergeRequest(KIND, cases, "police", police.DAY, tmp_path / "out")


def test_every_case_becomes_a_memo_and_the_wrong_ones_are_told(desk: Desk, request_for: MergeRequest) -> None:
    done = merge_memos(desk, request_for)
    assert (done.total, done.made, done.now, [line for line, _ in done.failed]) == (6, 4, 4, [3, 5])
    assert all(why for _, why in done.failed)
    files = sorted(request_for.folder.iterdir())
    assert [f.suffix for f in files] == [".docx", ".pdf"] * 4
    with pypdfium2.PdfDocument(files[-1]) as paper:
        assert "๐๐๓๓.๑๒/๖" in paper[0].get_textpage().get_text_range()
    before = {f: f.stat().st_mtime_ns for f in files}
    again = merge_memos(desk, request_for)
    assert (again.now, again.made) == (0, 4)
    assert {f: f.stat().st_mtime_ns for f in request_for.folder.iterdir()} == before


def test_a_merge_keeps_the_rules_and_the_wording_of_its_office(
    desk: Desk, request_for: MergeRequest, tmp_path: Path
) -> None:
    own = tmp_path / "result-report.j2"
    own.write_text(
        CATALOGUE[KIND].wording.read_text(encoding="utf-8").replace("เรื่องเดิม", "ความเป็นมา"), encoding="utf-8"
    )
    office = replace(desk.office("police"), wordings={KIND: own})
    merge_memos(replace(desk, office=lambda _: office), request_for)
    with pypdfium2.PdfDocument(request_for.folder / f"{KIND}-000001.pdf") as paper:
        assert "ความเป็นมา" in paper[0].get_textpage().get_text_range()
    official = replace(desk, office=lambda _: replace(office, official=True))
    done = merge_memos(official, replace(request_for, folder=tmp_path / "official"))
    assert done.made == 0
    assert all("ตรา" in why for line, why in done.failed if line not in {3, 5})


def test_stopped_half_way_it_sets_only_what_is_missing(
    desk: Desk, request_for: MergeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workflow.services.merge_memos._BATCH", 2)

    def die(done: int, total: int) -> None:
        if done >= 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        merge_memos(desk, request_for, die)
    done = merge_memos(desk, request_for)
    assert done.made == 4 and 0 < done.now < 4
    assert len(list(request_for.folder.glob("*.pdf"))) == 4


def test_a_file_that_is_not_there_or_empty_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("\n")
    for name in ("none.jsonl", "empty.jsonl"):
        with pytest.raises(NotFound):
            merge_memos(desk, MergeRequest(KIND, tmp_path / name, "police", police.DAY, tmp_path / "out"))
