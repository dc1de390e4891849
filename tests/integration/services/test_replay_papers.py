"""Papers of a bundle are replayed where a unit was sent several papers, and where a stamp cannot be right: told, and the run goes on."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from tests import build
from tests.integration.services import police
from tests.unit.templates.papers import FONTS
from workflow.core.dispatch import DispatchState
from workflow.core.reading import Instrument, Signatory, Stamp
from workflow.services.bundle_run import BundleRun
from workflow.services.receive_letter import Received
from workflow.services.rehearse import rehearse_answers
from workflow.services.replay_papers import replay_endorsement
from workflow.services.replay_stamps import enter_stamp
from workflow.services.show_status import Recipient, show_status
from workflow.store.engine import Store

SIGNED = Signatory(None, "ตัวอย่าง คนที่3", "รอง ผบช.ฯ", "ปรท.", "ผบช.สงป.")
NOTE = Instrument("endorsement", (1,), number="0010/7", date=date(2019, 12, 11), to=("ผบก.ก.",), signatory=SIGNED)


@dataclass
class Two:
    """A run over a matter of which สงป. was sent two papers: to its chief and to a deputy."""

    run: BundleRun
    told: list[str]

    def replay(self, paper: Instrument = NOTE) -> None:
        """Replay the endorsement as the only paper of the file."""
        received = replace(self.run.received, reading=replace(build.reading(), instruments=(paper,)))
        replay_endorsement(replace(self.run, received=received), paper)

    def at(self, post: str) -> Recipient:
        status = show_status(self.run.desk, 1, today=build.SENT)
        return next(r for r in status.recipients if r.post == post)


@pytest.fixture
def two(store: Store, tmp_path: Path) -> Two:
    desk = build.desk(store, tmp_path, lambda: FONTS)
    memo = build.memo(desk, build.matter(desk))
    told: list[str] = []
    for post in ("รอง ผบช.สงป.", "ผบช.สงป."):
        build.sent(desk, 1, memo, post)
    return Two(BundleRun(desk, build.office(), Received(1, 1, build.reading()), told.append), told)


def test_a_unit_with_two_waiting_papers_passes_on_the_one_to_its_head(two: Two) -> None:
    two.replay()
    assert two.at("ผบช.สงป.").state == DispatchState.FORWARDED
    assert two.at("ผบช.สงป.").acknowledgements and [c.post for c in two.at("ผบช.สงป.").children] == ["ผบก.ก."]
    assert two.at("รอง ผบช.สงป.").state == DispatchState.SENT


def test_replayed_again_the_endorsement_finds_itself(two: Two) -> None:
    two.replay()
    before = police.rows(two.run.desk)
    two.replay()
    assert police.rows(two.run.desk) == before


def test_an_endorsement_older_than_what_its_unit_was_sent_is_told_and_not_replayed(two: Two) -> None:
    before = police.rows(two.run.desk)
    two.replay(replace(NOTE, date=date(2019, 12, 5)))
    assert police.rows(two.run.desk) == before
    assert "ให้เจ้าหน้าที่ยืนยัน" in two.told[-1]


def test_a_stamp_of_a_day_before_the_paper_was_sent_is_told_and_the_run_goes_on(two: Two) -> None:
    early = Stamp("กอง ก.", "12", date(2019, 12, 10))
    two.replay(replace(NOTE, receipts=(early, replace(early, number="13", date=date(2019, 12, 12)))))
    assert any("เลข ๑๒ ยังไม่ลงทะเบียน" in line and "ก่อนวันที่ส่ง" in line for line in two.told)
    child = two.at("ผบช.สงป.").children[0]
    assert [receipt.number for receipt in child.receipts] == [13]


def test_a_stamp_whose_number_another_paper_has_is_told_and_the_run_goes_on(two: Two) -> None:
    stamp = Stamp("สงป.", "12", date(2019, 12, 10))
    enter_stamp(two.run, stamp, "สงป.", "registered")
    enter_stamp(two.run, stamp, "สงป.", "arrived")
    assert "ลงรับที่ สงป. เลขรับ ๑๒" in two.told[0]
    assert "เลข ๑๒ ยังไม่ลงทะเบียน" in two.told[1]


def test_a_rehearsal_passes_on_the_very_paper_that_was_acknowledged(two: Two) -> None:
    rehearse_answers(two.run)
    assert two.at("ผบช.สงป.").acknowledgements and two.at("ผบช.สงป.").children
    assert not two.at("รอง ผบช.สงป.").children
