"""What the rules forbid is refused, with its exit code, and nothing is half-written (`unchanged` compares every row)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.integration.services import police
from tests.integration.services.test_whole_chain import PASSING, READING, SENDING, STAMPING
from workflow.core.document import SignatureBlock
from workflow.core.errors import ConfigError, ExitCode, MissingFont, MissingGlyph, NotFound, Refused, SarabanError
from workflow.core.when import When
from workflow.services.answer import acknowledge, forward, stamp_receipt
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.draft_memo import MemoOut, draft_memo, submit_memo
from workflow.services.give_order import Decision, give_order
from workflow.services.receive_letter import Arrival
from workflow.services.run_bundle import run_bundle
from workflow.templates.fonts import FontSet, find_fonts

Unchanged = Callable[[], None]


@pytest.fixture
def sent(waiting_for_order: Desk, unchanged: Unchanged) -> Desk:
    """Matter 1 was ordered and dispatched; from here on nothing may change."""
    police.ordered(waiting_for_order, 1)
    dispatch_memo(waiting_for_order, SENDING)
    unchanged()
    return waiting_for_order


def refused(act: Callable[[], object], kind: type[SarabanError], words: str) -> SarabanError:
    with pytest.raises(kind, match=words) as caught:
        act()
    assert caught.value.next_step
    return caught.value


def test_nothing_is_dispatched_before_an_order(waiting_for_order: Desk, unchanged: Unchanged) -> None:
    error = refused(lambda: dispatch_memo(waiting_for_order, SENDING), Refused, "รอสั่งการ")
    assert error.exit_code == ExitCode.REFUSED


def test_a_post_without_authority_gives_no_order(waiting_for_order: Desk, unchanged: Unchanged) -> None:
    decision = Decision(1, police.WORDS, "ผบช.สงป.", police.DAY)
    refused(lambda: give_order(waiting_for_order, decision), Refused, "ไม่มีอำนาจลงนามแทน")


def test_an_acting_appointment_outside_its_period_gives_no_authority(
    waiting_for_order: Desk, unchanged: Unchanged
) -> None:
    decision = Decision(1, police.WORDS, police.ORDERING, When.day(date(2021, 5, 4)))
    refused(lambda: give_order(waiting_for_order, decision), Refused, "คำสั่ง ตร. ที่ ๕๕๕/๒๕๖๒")


def test_a_letter_the_typeface_lacks_takes_no_number(waiting_for_order: Desk, unchanged: Unchanged) -> None:
    police.ordered(waiting_for_order, 1)
    unchanged()
    request = replace(SENDING, block=SignatureBlock(None, "สมชาย 😀 ตัวอย่าง", ("ผบช.สทส.",)))
    refused(lambda: dispatch_memo(waiting_for_order, request), MissingGlyph, "U.1F600")


def test_an_unknown_post_gives_no_order(waiting_for_order: Desk, unchanged: Unchanged) -> None:
    decision = Decision(1, police.WORDS, "ผบ.ที่ไม่มี", police.DAY)
    refused(lambda: give_order(waiting_for_order, decision), NotFound, "ผบ.ที่ไม่มี")


def test_a_predicate_that_matches_nobody_takes_no_number(waiting_for_order: Desk, unchanged: Unchanged) -> None:
    police.ordered(waiting_for_order, 1)
    unchanged()
    request = replace(SENDING, to=(police.EVERYONE, "ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า ในสังกัด สงป."))
    error = refused(lambda: dispatch_memo(waiting_for_order, request), NotFound, "ไม่มีตำแหน่งใดตรงกับ")
    assert error.exit_code == ExitCode.NOT_FOUND


def test_a_year_without_holidays_dispatches_nothing(waiting_for_order: Desk, unchanged: Unchanged) -> None:
    police.ordered(waiting_for_order, 1)
    unchanged()
    request = replace(SENDING, when=When.day(date(2027, 12, 30)))  # the answer would be due in 2571
    error = refused(lambda: dispatch_memo(waiting_for_order, request), ConfigError, "พ.ศ. ๒๕๗๑")
    assert error.exit_code == ExitCode.USAGE


def test_a_unit_that_was_not_addressed_cannot_acknowledge(sent: Desk) -> None:
    refused(lambda: acknowledge(sent, replace(READING, unit="งป.")), NotFound, "ไม่ได้ส่งถึง")


def test_a_deputy_who_does_not_act_cannot_acknowledge(sent: Desk) -> None:
    late = replace(READING, by_post="รอง ผบช.สงป.", when=When.day(date(2021, 5, 4)))
    refused(lambda: acknowledge(sent, late), Refused, "ไม่มีอำนาจลงนามแทน")


def test_a_unit_that_was_not_addressed_cannot_stamp(sent: Desk) -> None:
    refused(lambda: stamp_receipt(sent, replace(STAMPING, unit="สทส.")), NotFound, "ไม่ได้ส่งถึง")


def test_a_unit_without_a_register_cannot_pass_it_on(waiting_for_order: Desk, unchanged: Unchanged) -> None:
    police.ordered(waiting_for_order, 1)
    dispatch_memo(waiting_for_order, replace(SENDING, to=("จตช.",)))
    unchanged()
    request = DispatchRequest(1, ("ผบช.สงป.",), PASSING.when, unit="สง.จตช.")
    refused(lambda: forward(waiting_for_order, request), Refused, "ไม่มีทะเบียนส่งของตนเอง")


def test_a_unit_that_was_not_addressed_cannot_pass_it_on(sent: Desk) -> None:
    refused(lambda: forward(sent, replace(PASSING, unit="งป.", to=("ผบช.สงป.",))), NotFound, "ไม่ได้ส่งถึง")


def test_acknowledging_twice_is_one_acknowledgement(sent: Desk, unchanged: Unchanged) -> None:
    acknowledge(sent, READING)
    unchanged()
    assert acknowledge(sent, replace(READING, when=When.day(date(2025, 12, 11)))).again


def without_typeface(desk: Desk, folder: Path) -> Desk:
    def none() -> FontSet:
        return find_fonts((folder,))

    return replace(desk, fonts=none)


@pytest.mark.parametrize("act", ["draft", "submit", "dispatch", "forward", "run"])
def test_without_the_thai_typeface_no_number_is_taken(
    act: str, waiting_for_order: Desk, unchanged: Unchanged, tmp_path: Path
) -> None:
    police.ordered(waiting_for_order, 1)
    if act == "forward":
        dispatch_memo(waiting_for_order, SENDING)
    unchanged()
    desk, out = without_typeface(waiting_for_order, tmp_path / "none"), MemoOut(1, "result-report", police.DAY)
    acts: dict[str, Callable[[], object]] = {
        "draft": lambda: draft_memo(desk, out),
        "submit": lambda: submit_memo(desk, out),
        "dispatch": lambda: dispatch_memo(desk, SENDING),
        "forward": lambda: forward(desk, PASSING),
        "run": lambda: run_bundle(desk, Arrival(police.CHAIN, "police", "สทส.", police.DAY), print),
    }
    refused(acts[act], MissingFont, "TH Sarabun New")
