"""Every file that a row names is hashed by `saraban verify`: one that is missing or altered is a finding that says whose it was."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import SQLModel, select

from tests import build
from tests.integration.services import intake_desk
from workflow.services.desk import Desk
from workflow.services.take_in import folder_of, take_in
from workflow.services.verify_all import Wanted, verify_all
from workflow.store.engine import Store
from workflow.store.exchange_tables import ExchangeRow
from workflow.store.intake_tables import IntakeRow
from workflow.store.paper_tables import PaperEvidenceRow
from workflow.store.round_tables import CommitmentReportRow, CommitmentRow, RoundAnswerRow
from workflow.store.tables import MatterRow

AT, BY = datetime(2025, 12, 2, tzinfo=UTC), "ด.ต. ตัวอย่าง"
KINDS = {
    "ต้นฉบับ": "matter",
    "จากกระดาษ": "paper",
    "แลกเปลี่ยน": "exchange",
    "คำรับ": "report",
    "รอบสำรวจ": "answer",
    "ส่งเข้า": "intake",
}


def files(desk: Desk, folder: Path) -> Iterator[tuple[str, str]]:
    """Keep a file of each kind; its kind and SHA-256."""
    for kind in KINDS.values():
        letter = folder / f"{kind}.txt"
        letter.write_text(f"แฟ้มของ {kind}", "utf-8")
        if kind != "intake":
            yield kind, desk.originals.keep(letter)
    take_in(desk, intake_desk.CLERK, ("หนังสือ.txt", intake_desk.LETTER), intake_desk.CAME)


def evidence(sha256: dict[str, str], matter: int, dispatch: int) -> list[SQLModel]:
    year: dict[str, Any] = {
        "office": "test",
        "year": 2570,
        "code": "1.3",
        "unit": "สทส.",
        "text": "…",
        "at": AT,
        "by": BY,
    }
    return [
        PaperEvidenceRow(
            matter_id=matter, dispatch_id=dispatch, act="ack", unit="กอง ก.", done_on=date(2025, 12, 1), entered_by="x", entered_at=AT,
            sha256=sha256["paper"],
        ),
        ExchangeRow(direction="in", office="test", unit="สทส.", reply_code="c", matter_id=matter, sha256=sha256["exchange"], at=AT),
        RoundAnswerRow(**year, sha256=sha256["answer"]),
        CommitmentReportRow(commitment_id=1, text="…", done=True, sha256=sha256["report"], at=AT, by=BY),
    ]  # fmt: skip


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """A desk with a file of each kind, read or kept."""
    made = intake_desk.desk(store, tmp_path)
    matter = build.matter(made)
    dispatch = build.sent(made, matter, build.memo(made, matter), "ผบก.ก.")
    with store.write() as session:
        session.add(CommitmentRow(office="test", year=2570, code="1.3", unit="สทส.", text="…", at=AT, by=BY))
    kept = dict(files(made, tmp_path))
    with store.write() as session:
        session.get_one(MatterRow, matter).sha256 = kept["matter"]
        session.add_all(evidence(kept, matter, dispatch))
        session.exec(select(IntakeRow)).one().state = "read"
    return made


def places(desk: Desk) -> list[Path]:
    return [*desk.originals.kept(), *desk.intake_folder.rglob("*.txt")]


def told(desk: Desk) -> list[str]:
    return [finding.text for finding in verify_all(desk, Wanted()).findings if finding.what == "file"]


def test_every_file_that_is_missing_or_altered_is_told_with_whose_it_was(desk: Desk) -> None:
    assert told(desk) == [] and verify_all(desk, Wanted()).files == len(places(desk)) == len(KINDS)
    said: set[str] = set()
    for place in places(desk):
        whole = place.read_bytes()
        place.write_bytes(whole + b" ")
        (altered,) = told(desk)
        place.unlink()
        (gone,) = told(desk)
        place.write_bytes(whole)
        said |= {word for word in KINDS if word in altered and word in gone and "ไม่ตรง" in altered and "หายไป" in gone}
    assert said == set(KINDS)


def test_a_file_that_was_refused_is_missed_by_nobody(desk: Desk) -> None:
    with desk.store.write() as session:
        row = session.exec(select(IntakeRow)).one()
        row.state, sha256 = "refused", row.sha256
    next(folder_of(desk, sha256).iterdir()).unlink()
    assert told(desk) == []
