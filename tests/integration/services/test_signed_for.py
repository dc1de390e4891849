"""Who signed for whom: orders, passes and words of receipt given in another's name, and no act in one's own."""

from datetime import date

from tests.integration.services.police import DAY, EVERYONE, ORDERING, WORDS, submitted
from workflow.core.when import When
from workflow.services.answer import AckRequest, acknowledge
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.give_order import Decision, give_order
from workflow.services.signed_for import signed_for


def test_acts_in_another_s_name_are_told_with_their_appointment_and_others_are_not(police_desk: Desk) -> None:
    matter = submitted(police_desk)
    give_order(police_desk, Decision(matter, WORDS, ORDERING, DAY))
    dispatch_memo(police_desk, DispatchRequest(matter, (EVERYONE,), DAY))
    word = When.day(date(2025, 12, 3), "10:00")
    acknowledge(police_desk, AckRequest(matter, "สกพ.", word, by_post="ผบช.สกพ."))
    acts = signed_for(police_desk, "police", frozenset({matter}), {"สทส."})
    assert [(act.act, act.name, act.capacity) for act in acts] == [
        ("สั่งการ", "ชาญวิทย์ นามสมมติศักดิ์", "ผู้ช่วย ผบ.ตร. ปรท.ผบ.ตร.")
    ]
    assert acts[0].appointment


def test_a_matter_that_was_not_asked_for_is_not_told(police_desk: Desk) -> None:
    assert signed_for(police_desk, "police", frozenset(), {"สทส."}) == ()
