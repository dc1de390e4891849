"""A memo on its way up, on both databases: whose turn it is, with what authority, on which words, and once only."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from tests import build
from tests.integration.services import journey_desk, police
from tests.integration.services.journey_desk import CHIEF, DEPUTY, HEAD, OTHER, says, states, steps, submitted
from workflow.core.errors import NotFound, Refused, UsageError
from workflow.core.org import ActingAppointment
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.give_order import Decision, ask_for_more, give_order, order_many, pass_memo, return_memo
from workflow.services.show_journey import show_journey
from workflow.store.engine import Store
from workflow.store.journeys import journeys_of
from workflow.store.matters import events, last_order, matter
from workflow.store.tables import MemoRow, OrderRow

WORDS = "เห็นชอบตามที่เสนอในข้อ ๓"


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    return journey_desk.desk(store, tmp_path)


def state(desk: Desk, number: int) -> str:
    with desk.store.read() as session:
        return matter(session, number).state


def test_a_memo_goes_through_its_officers_in_order_to_its_addressee(desk: Desk) -> None:
    number = submitted(desk)
    assert pass_memo(desk, says(number, DEPUTY, "เห็นควรตามเสนอ")).waiting == (CHIEF,)
    assert pass_memo(desk, says(number, CHIEF)).waiting == (HEAD,)
    assert give_order(desk, says(number, HEAD, WORDS)).capacity == HEAD
    assert states(desk, number) == ["noted", "passed", "decided"]
    assert state(desk, number) == "ordered"


def test_each_step_keeps_who_acted_in_which_capacity_on_which_order_when_and_what_was_said(desk: Desk) -> None:
    number = submitted(desk, (CHIEF,))
    pass_memo(desk, says(number, DEPUTY, "เห็นควรตามเสนอ", day=20, clock="10:05"))
    step = steps(desk, number)[0]
    assert (step.by_post, step.by_rank, step.by_name) == (DEPUTY, "พล.ต.ต.", "ตัวอย่าง คนที่3")
    assert (step.capacity, step.appointment) == ("รอง ผบช.ฯ รรท.ผบช.สงป.", "คำสั่ง ๑๐/๒๕๖๒")
    assert (step.text, step.acted_at, step.timed) == ("เห็นควรตามเสนอ", When.day(date(2019, 12, 20), "10:05").at, True)


@pytest.mark.parametrize("act", [pass_memo, give_order, return_memo])
@pytest.mark.parametrize("by", [CHIEF, HEAD])
def test_nobody_acts_before_his_turn_and_is_told_whose_it_is(desk: Desk, by: str, act: object) -> None:
    number = submitted(desk)
    before = police.rows(desk)
    with pytest.raises(Refused, match=f"ยังไม่ถึงลำดับของ {by} ขณะนี้รอ {DEPUTY}"):
        act(desk, says(number, by, WORDS))  # type: ignore[operator]
    assert police.rows(desk) == before


def test_who_is_not_on_the_way_and_acts_for_nobody_on_it_is_refused_and_told_whose_turn_it_is(desk: Desk) -> None:
    number = submitted(desk)
    with pytest.raises(Refused, match="ไม่มีอำนาจลงนามแทน") as refused:
        pass_memo(desk, says(number, "ผบช.สทส."))
    assert f"ขณะนี้ถึงลำดับของ {DEPUTY}" in refused.value.next_step


def test_a_decision_under_delegated_power_ends_the_journey_and_skips_the_rest(desk: Desk) -> None:
    number = submitted(desk, (CHIEF, DEPUTY))
    decided = give_order(desk, says(number, CHIEF, WORDS))
    assert (decided.capacity, decided.waiting) == ("ผบช.สงป. ปรท.หัวหน้า สนง.", ())
    assert states(desk, number) == ["decided", "skipped", "skipped"]
    with pytest.raises(Refused, match="สั่งการแล้ว"):
        pass_memo(desk, says(number, DEPUTY))
    with desk.store.read() as session:
        order = last_order(session, number)
    assert order and order.appointment == "คำสั่ง ๙/๒๕๖๒"


def test_an_officer_to_whom_nothing_was_delegated_passes_but_does_not_decide(desk: Desk) -> None:
    number = submitted(desk)
    with pytest.raises(Refused, match="ไม่มีอำนาจลงนามแทน หัวหน้า สนง"):
        give_order(desk, says(number, DEPUTY, WORDS))
    assert states(desk, number) == ["waiting"] * 3


def test_who_stands_in_for_a_delegate_does_not_decide_with_the_delegates_power(desk: Desk) -> None:
    number = submitted(desk, (CHIEF,))
    with pytest.raises(Refused, match="ไม่มีอำนาจลงนามแทน หัวหน้า สนง"):
        give_order(desk, says(number, DEPUTY, WORDS, day=20))
    assert pass_memo(desk, says(number, DEPUTY, day=20)).waiting == (HEAD,)


def test_nobody_stands_in_for_an_officer_who_is_there(desk: Desk) -> None:
    number = submitted(desk, (CHIEF,))
    with pytest.raises(Refused, match="ปฏิบัติราชการอยู่"):
        pass_memo(desk, says(number, DEPUTY, day=19))
    with pytest.raises(Refused, match="ไม่อยู่ในวันที่"):
        pass_memo(desk, says(number, CHIEF, day=20))


@pytest.mark.parametrize(
    ("on", "may"), [(date(2019, 12, 2), True), (date(2019, 12, 31), True), (date(2020, 1, 1), False)]
)
def test_delegated_power_ends_with_the_last_day_of_its_period(desk: Desk, on: date, may: bool) -> None:
    number = submitted(desk, (CHIEF,))
    decision = Decision(number, WORDS, CHIEF, When.day(on, "23:59" if may else "00:00"))
    if may:
        assert give_order(desk, decision).capacity.endswith("ปรท.หัวหน้า สนง.")
    else:
        with pytest.raises(Refused, match=r"ถึง ๓๑ ธ\.ค\.๖๒"):
            give_order(desk, decision)


@pytest.mark.parametrize(("scope", "may"), [("สั่งการ", True), ("ลงนามหนังสือ", False)])
def test_delegated_power_covers_what_its_scope_names(store: Store, tmp_path: Path, scope: str, may: bool) -> None:
    power = ActingAppointment(CHIEF, HEAD, "ปรท.", "คำสั่ง ๙/๒๕๖๒", date(2019, 12, 1), scope=scope)
    limited = journey_desk.desk(store, tmp_path, acting=(power,))
    number = submitted(limited, (CHIEF,))
    if may:
        assert give_order(limited, says(number, CHIEF, WORDS)).waiting == ()
    else:
        with pytest.raises(Refused, match="ให้อำนาจเฉพาะลงนามหนังสือ"):
            give_order(limited, says(number, CHIEF, WORDS))


def test_a_vacant_post_decides_nothing_unless_a_paper_names_who_did(desk: Desk) -> None:
    number = submitted(desk, ("ผบก.ข.",))  # nobody holds it
    with pytest.raises(Refused, match="ไม่มีผู้ดำรงตำแหน่ง"):
        pass_memo(desk, says(number, "ผบก.ข."))
    pass_memo(desk, replace(says(number, "ผบก.ข."), name="ข ตัวอย่าง", rank="พล.ต.ต."))
    assert steps(desk, number)[0].by_name == "ข ตัวอย่าง"


@pytest.mark.parametrize(("rule", "passes"), [("คนใดคนหนึ่ง", 1), ("2 ใน 3", 2), ("ทุกคน", 3)])
def test_a_place_of_several_posts_lets_the_memo_go_on_by_its_rule(desk: Desk, rule: str, passes: int) -> None:
    number = submitted(desk, (f"{rule}: {OTHER}, {DEPUTY}, {CHIEF}",))
    speaking = (CHIEF, OTHER, DEPUTY)[:passes]
    waiting = [pass_memo(desk, says(number, by)).waiting for by in speaking]
    assert waiting[-1] == (HEAD,) and (HEAD,) not in waiting[:-1]
    assert sorted(states(desk, number)) == sorted(["passed"] * passes + ["skipped"] * (3 - passes) + ["waiting"])


def test_an_act_before_the_one_before_it_is_refused(desk: Desk) -> None:
    number = submitted(desk)
    with pytest.raises(Refused, match="อยู่ก่อนขั้นก่อนหน้า"):
        pass_memo(desk, says(number, DEPUTY, day=1))
    pass_memo(desk, says(number, DEPUTY, day=3, clock="10:00"))
    with pytest.raises(Refused, match="อยู่ก่อนขั้นก่อนหน้า"):
        pass_memo(desk, says(number, CHIEF, day=3, clock="09:59"))
    pass_memo(desk, says(number, CHIEF, day=3))  # a paper tells the day alone


def test_a_decision_is_bound_to_the_words_it_was_given_on(desk: Desk) -> None:
    number = submitted(desk, (CHIEF,))
    shown = show_journey(desk, number, today=date(2019, 12, 3)).rounds[0]
    give_order(desk, replace(says(number, CHIEF, WORDS), seen=shown.seen))
    with desk.store.read() as session:
        order, journey = last_order(session, number), journeys_of(session, number)[0]
    assert order and order.sha256 == journey.sha256 and order.sha256.startswith(shown.seen)


@pytest.mark.parametrize("seen", ["", "0000000", "00000000"])
def test_a_decision_on_words_other_than_those_submitted_is_refused(desk: Desk, seen: str) -> None:
    number = submitted(desk, (CHIEF,))
    with pytest.raises(Refused, match="ไม่ใช่ฉบับที่เสนออยู่") as refused:
        give_order(desk, replace(says(number, CHIEF, WORDS), seen=seen))
    assert "--seen" in refused.value.next_step


def test_a_memo_that_changed_after_it_was_submitted_can_only_be_returned(desk: Desk) -> None:
    number = submitted(desk, (CHIEF,))
    with desk.store.write() as session:
        memo = session.exec(select(MemoRow).where(MemoRow.matter_id == number)).one()
        memo.document = {**memo.document, "marks": ["ด่วน"]}
    assert show_journey(desk, number, today=date(2019, 12, 3)).rounds[0].changed
    for act in (give_order, pass_memo):
        with pytest.raises(Refused, match="ถูกแก้ไขหลังจากเสนอ"):
            act(desk, says(number, CHIEF, WORDS))
    return_memo(desk, says(number, CHIEF, "เสนอใหม่"))
    assert state(desk, number) == "returned"


@pytest.mark.parametrize("act", [give_order, return_memo, pass_memo])
def test_the_same_request_twice_is_one_act(desk: Desk, act: object) -> None:
    number = submitted(desk, (CHIEF,))
    request = says(number, CHIEF, WORDS)
    first = act(desk, request)  # type: ignore[operator]
    before = police.rows(desk)
    for repeated in (request, replace(request, when=When.day(date(2019, 12, 9)))):
        again = act(desk, repeated)  # type: ignore[operator]
        assert (again.capacity, again.again) == (first.capacity, True)
    assert police.rows(desk) == before


def test_the_addressee_asks_for_more_and_the_answer_brings_the_memo_back_before_him(desk: Desk) -> None:
    number = submitted(desk, (CHIEF,))
    pass_memo(desk, says(number, CHIEF))
    assert ask_for_more(desk, says(number, HEAD, "ขอรายละเอียดงบประมาณ")).waiting == ("ผบช.สทส.",)
    with pytest.raises(Refused, match="ผ่านเรื่องไม่ได้"):
        pass_memo(desk, says(number, "ผบช.สทส."))  # a question is answered in words
    assert pass_memo(desk, says(number, "ผบช.สทส.", "ใช้งบปกติ", day=4)).waiting == (HEAD,)
    ask_for_more(desk, says(number, HEAD, "ขอรายละเอียดงบประมาณ", day=5), CHIEF)
    pass_memo(desk, says(number, CHIEF, "ตรวจแล้ว", day=6))
    give_order(desk, says(number, HEAD, WORDS, day=9))
    assert states(desk, number) == ["passed", "asked", "noted", "asked", "noted", "decided"]


def test_only_the_addressee_asks_and_only_those_the_memo_came_through(desk: Desk) -> None:
    number = submitted(desk, (CHIEF,))
    with pytest.raises(Refused, match="ขอข้อมูลเพิ่มไม่ได้"):
        ask_for_more(desk, says(number, CHIEF, "ขอเพิ่ม"))
    pass_memo(desk, says(number, CHIEF))
    with pytest.raises(Refused, match="ไม่ได้อยู่ในทางเสนอ"):
        ask_for_more(desk, says(number, HEAD, "ขอเพิ่ม"), OTHER)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (" ", UsageError, "ไม่มีข้อความ"),
        ("Password: A1b2c3d4", Refused, "ข้อมูลลับ"),
        ("เห็นชอบ 😀", Refused, "U.1F600"),
    ],
)
def test_an_order_that_cannot_stand_on_paper_is_refused(
    desk: Desk, text: str, kind: type[Exception], words: str
) -> None:
    number = submitted(desk, (CHIEF,))
    before = police.rows(desk)
    with pytest.raises(kind, match=words):
        give_order(desk, says(number, CHIEF, text))
    assert police.rows(desk) == before


def test_one_order_on_many_matters_is_an_act_on_each_and_what_fails_holds_up_nobody(desk: Desk) -> None:
    numbers = [submitted(desk, (CHIEF,), subject=f"เรื่อง {n}") for n in range(3)]
    return_memo(desk, says(numbers[1], CHIEF, "แก้ไข"))
    done = order_many(desk, says(0, CHIEF, WORDS), [*numbers, 99, numbers[0]])
    assert [(one.matter, one.decided is not None) for one in done] == [
        (numbers[0], True), (numbers[1], False), (numbers[2], True), (99, False),
    ]  # fmt: skip
    assert isinstance(done[3].trouble, NotFound)
    with desk.store.read() as session:
        orders = session.exec(select(OrderRow).where(OrderRow.decision == "order")).all()
    assert [(order.matter_id, order.text) for order in orders] == [(numbers[0], WORDS), (numbers[2], WORDS)]


def test_a_memo_submitted_before_journeys_were_kept_gets_its_own_with_the_first_act(desk: Desk) -> None:
    number = build.matter(desk)
    build.memo(desk, number, "เพื่อโปรดพิจารณา", kind="result-report")
    with desk.store.write() as session:
        matter(session, number).state = "submitted"
    assert give_order(desk, Decision(number, WORDS, HEAD, When.day(date(2019, 12, 9)))).capacity == HEAD
    assert states(desk, number) == ["decided"]


def test_the_way_is_told_with_the_working_days_the_memo_lay_with_each(desk: Desk) -> None:
    number = submitted(desk)
    pass_memo(desk, says(number, DEPUTY, "เห็นควร", day=6))
    shown = show_journey(desk, number, today=date(2019, 12, 12))
    days = [(step.days, step.working_days, step.due) for step in shown.rounds[0].steps]
    assert days == [(4, 3, False), (6, 3, True), (None, None, False)]  # the 5th and the 10th are holidays
    assert shown.waiting == (CHIEF,)


def test_every_act_stands_on_the_matters_trail(desk: Desk) -> None:
    number = submitted(desk)
    pass_memo(desk, says(number, DEPUTY, "เห็นควร"))
    give_order(desk, says(number, CHIEF, WORDS, day=4))
    with desk.store.read() as session:
        told = [(e.kind, e.text) for e in events(session, number)][-4:]
    assert ("noted", "เสนอความเห็น “เห็นควร” โดย ตัวอย่าง คนที่3 รอง ผบช.สงป.") in told
    assert ("ordered", f"สั่งการ “{WORDS}” โดย ตัวอย่าง คนที่2 ผบช.สงป. ปรท.หัวหน้า สนง.") in told
