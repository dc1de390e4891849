"""A sending shown before it is made, on both databases: who has the letter already, and what is different from last time."""

from dataclasses import replace
from datetime import date

import pytest

from tests.integration.services.police import DAY, LETTER, ordered, rows, submitted
from workflow.core.errors import NotFound
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.plan_sending import PlanQuestion, plan_sending
from workflow.services.receive_letter import Arrival, receive_letter

LATER = When.day(date(2025, 12, 9))
BUREAUS = "ผบช. ในสังกัด สง.ผบ.ตร."


@pytest.fixture(scope="module")
def sent(police_desk: Desk) -> Desk:
    """สทส. sent the letter to three bureaus; สงป. received the same letter from outside too."""
    matter = submitted(police_desk)
    ordered(police_desk, matter)
    dispatch_memo(police_desk, DispatchRequest(matter, ("ผบช.สงป., ผบช.สกพ., ผบช.กมค.",), DAY))
    receive_letter(police_desk, Arrival(LETTER, "police", "สงป.", LATER))
    return police_desk


def test_a_unit_that_has_the_letter_by_its_other_parent_is_told_by_whom_under_which_number(sent: Desk) -> None:
    shown = plan_sending(sent, PlanQuestion(2, ("ผบช.สกพ., ผบช.สยศ.ตร.",), LATER))
    (finding,) = [f for f in shown.plan.findings if f.code == "routing.received"]
    assert finding.candidates == ("สกพ.",) and "ได้รับแล้วทาง สทส. ที่ ๐๐๓๓.๑๒/" in finding.message
    assert len(shown.plan.dispatches) == 2


def test_a_plan_is_compared_with_the_last_sending_of_the_same_unit(sent: Desk) -> None:
    shown = plan_sending(sent, PlanQuestion(1, ("ผบช.สงป., ผบช.สกพ., ผบช.น.",), LATER, against="last"))
    assert shown.against == "การส่งครั้งก่อน ๑ ธ.ค.๖๘"
    assert [(c.kind, c.post) for c in shown.changes] == [("gone", "ผบช.กมค."), ("added", "ผบช.น.")]


def test_a_plan_is_compared_with_the_chart_of_another_day(sent: Desk) -> None:
    question = PlanQuestion(1, ("ผบช.",), LATER, against=date(2019, 12, 6))
    (founded,) = plan_sending(sent, question).changes
    assert (founded.unit, founded.why) == ("บช.สอท.", "หน่วยตั้งขึ้น ๙ ก.ย.๖๓")


def test_nothing_to_compare_with_is_said(sent: Desk) -> None:
    with pytest.raises(NotFound, match="ยังไม่เคยส่ง"):
        plan_sending(sent, PlanQuestion(1, ("งป.",), LATER, unit="สงป.", against="last"))


def test_showing_a_plan_writes_nothing(sent: Desk) -> None:
    before = rows(sent)
    question = PlanQuestion(1, (BUREAUS,), LATER, against="last")
    plan_sending(sent, question)
    plan_sending(sent, replace(question, matter=2, against=None))
    assert rows(sent) == before
