"""The main job, step by step, on SQLite and PostgreSQL: from a letter to a unit that passed it on."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from tests.integration.services import police
from workflow.core.dispatch import DispatchState
from workflow.core.when import When
from workflow.services.answer import AckRequest, Answered, StampRequest, acknowledge, forward, stamp_receipt
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import Dispatched, DispatchRequest, dispatch_memo
from workflow.services.show_status import MatterStatus, Recipient, show_status

SENDING = DispatchRequest(1, (police.EVERYONE,), When.day(date(2025, 12, 3)))
STAMPING = StampRequest(1, "สงป.", When.day(date(2025, 12, 8), "10:15"))
READING = AckRequest(1, "สงป.", When.day(date(2025, 12, 9), "13:00"), by_post="รอง ผบช.สงป.")
PASSING = DispatchRequest(1, ("ผบก.ในสังกัด สงป.",), When.day(date(2025, 12, 9), "14:00"), unit="สงป.")


@dataclass(frozen=True)
class Chain:
    """The desk after the chain, and what each act answered."""

    desk: Desk
    sent: Dispatched
    stamp: Answered
    word: Answered
    passed: Dispatched

    @property
    def status(self) -> MatterStatus:
        return show_status(self.desk, 1, today=date(2025, 12, 15))

    @property
    def bureau(self) -> Recipient:
        return next(r for r in self.status.recipients if r.unit == "สงป.")


@pytest.fixture(scope="module")
def chain(police_desk: Desk) -> Chain:
    assert police.submitted(police_desk) == 1
    police.ordered(police_desk, 1)
    return Chain(
        police_desk, dispatch_memo(police_desk, SENDING), stamp_receipt(police_desk, STAMPING),
        acknowledge(police_desk, READING), forward(police_desk, PASSING),
    )  # fmt: skip


def test_the_memo_and_the_note_follow_each_other_in_the_register(chain: Chain) -> None:
    assert [m.number for m in chain.status.memos] == ["๐๐๓๓.๑๒/๔๗๓๖", "๐๐๓๓.๑๒/๔๗๓๗", "๐๐๑๐.๐๑๑/๑๔๖๘"]


def test_no_register_has_a_hole(chain: Chain) -> None:
    assert len(police.holes(chain.desk)) == 4  # received and sent by สทส., received and sent by สงป.
    assert set(police.holes(chain.desk).values()) == {0}


def test_at_least_thirty_are_addressed_each_once_and_with_a_reason(chain: Chain) -> None:
    posts = [r.post for r in chain.status.recipients]
    assert len(posts) == len(set(posts)) == len(chain.sent.plan.dispatches) >= 30
    assert all(r.reason for r in chain.status.recipients)


def test_the_registry_gives_the_number_after_the_last_on_paper(chain: Chain) -> None:
    assert chain.stamp == Answered("๔๒๗๙")
    assert [(r.unit, r.number) for r in chain.bureau.receipts] == [("สงป.", 4279)]


def test_the_acknowledgement_names_a_person_and_the_acting_capacity(chain: Chain) -> None:
    word = chain.bureau.acknowledgements[0]
    assert (word.capacity, word.evidence) == ("รอง ผบช.ฯ ปรท.ผบช.สงป.", "command")
    assert word.name == chain.desk.office("police").chart.holder("รอง ผบช.สงป.", date(2025, 12, 9)).name  # type: ignore[union-attr]


def test_the_bureau_that_passed_it_on_has_children_who_are_only_sent(chain: Chain) -> None:
    assert chain.bureau.state == DispatchState.FORWARDED
    assert {c.state for c in chain.bureau.children} == {DispatchState.SENT}
    assert len(chain.bureau.children) == len(chain.passed.plan.dispatches) > 0


def test_the_four_truths_are_counted_apart(chain: Chain) -> None:
    counts, everyone = chain.status.counts, len(chain.sent.plan.dispatches) + len(chain.passed.plan.dispatches)
    assert (counts.sent, counts.received, counts.acknowledged, counts.forwarded) == (everyone, 1, 1, 1)


def test_who_is_overdue_is_everybody_past_the_due_day_who_has_not_answered(chain: Chain) -> None:
    # Sent 3 December, five working days with the holidays of 5 and 10 December: due the 12th; the children the 17th.
    assert {r.due_on for r in chain.status.recipients} == {date(2025, 12, 12)}
    assert chain.status.counts.overdue == len(chain.sent.plan.dispatches) - 1
    assert show_status(chain.desk, 1, today=date(2025, 12, 12)).counts.overdue == 0


def test_every_memo_lies_as_docx_and_pdf(chain: Chain) -> None:
    from pathlib import Path

    files = [Path(f) for m in chain.status.memos for f in (m.docx, m.pdf)]
    assert [f.read_bytes()[:4] for f in files] == [b"PK\x03\x04", b"%PDF"] * 3


def test_doing_it_all_again_changes_nothing_and_gives_the_first_answers(chain: Chain) -> None:
    before = police.rows(chain.desk)
    assert stamp_receipt(chain.desk, STAMPING) == Answered(chain.stamp.what, again=True)
    assert acknowledge(chain.desk, READING) == replace(chain.word, again=True)
    assert (dispatch_memo(chain.desk, SENDING).number, forward(chain.desk, PASSING).number) == (
        chain.sent.number, chain.passed.number,
    )  # fmt: skip
    assert police.rows(chain.desk) == before
