"""A unit that was sent several papers: which one an answer is for, and that an answer repeated is one answer."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from tests import build
from workflow.core.errors import Conflict, Refused
from workflow.core.when import When
from workflow.services.answer import AckRequest, StampRequest, acknowledge, forward, stamp_receipt
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest
from workflow.services.show_status import Recipient, everyone, show_status
from workflow.store.engine import Store

NOON = When.day(date(2019, 12, 9), "12:00")
STAMP = StampRequest(1, "สงป.", NOON)
WORD = AckRequest(1, "สงป.", NOON)


@dataclass(frozen=True)
class Two:
    """A desk, and the numbers of the two papers that สงป. was sent: to its chief and to a deputy."""

    desk: Desk
    chief: int
    deputy: int

    def at(self, dispatch: int) -> Recipient:
        status = show_status(self.desk, 1, today=NOON.on)
        return next(r for r in everyone(status.recipients) if r.dispatch == dispatch)


@pytest.fixture
def two(store: Store, tmp_path: Path) -> Two:
    desk = build.desk(store, tmp_path)
    memo = build.memo(desk, build.matter(desk))
    return Two(desk, *(build.sent(desk, 1, memo, post) for post in ("ผบช.สงป.", "รอง ผบช.สงป.")))


def test_of_several_papers_a_stamp_must_say_which(two: Two) -> None:
    with pytest.raises(Conflict, match=f"หลายฉบับ.*{two.chief} .*{two.deputy} ") as caught:
        stamp_receipt(two.desk, STAMP)
    assert f"--dispatch {two.chief}" in caught.value.next_step
    assert two.at(two.chief).receipts == two.at(two.deputy).receipts == ()


def test_of_several_papers_an_acknowledgement_must_say_which(two: Two) -> None:
    with pytest.raises(Conflict, match="หลายฉบับ"):
        acknowledge(two.desk, WORD)
    assert two.at(two.chief).acknowledgements == ()


def test_of_several_papers_passing_on_must_say_which(two: Two) -> None:
    with pytest.raises(Conflict, match="หลายฉบับ"):
        forward(two.desk, DispatchRequest(1, ("ผบก.ก.",), NOON, unit="สงป."))


def test_a_unit_does_not_pass_on_a_paper_of_another(two: Two) -> None:
    with pytest.raises(Refused, match=r"ส่งถึง สงป\. ไม่ใช่ กอง ก\."):
        forward(two.desk, DispatchRequest(1, ("ผบก.ก.",), NOON, unit="กอง ก.", parent=two.deputy))


def test_four_equal_stamps_are_one_number(two: Two) -> None:
    stamps = [stamp_receipt(two.desk, replace(STAMP, dispatch=two.deputy)) for _ in range(4)]
    assert {s.what for s in stamps} == {"๑"}
    assert [s.again for s in stamps] == [False, True, True, True]
    assert (len(two.at(two.chief).receipts), len(two.at(two.deputy).receipts)) == (0, 1)


def test_four_equal_words_are_one_acknowledgement(two: Two) -> None:
    acknowledge(two.desk, replace(WORD, dispatch=two.deputy, by_post="รอง ผบช.สงป."))
    words = [acknowledge(two.desk, WORD) for _ in range(4)]  # one paper is left, then none
    assert [w.again for w in words] == [False, True, True, True]
    assert (len(two.at(two.chief).acknowledgements), len(two.at(two.deputy).acknowledgements)) == (1, 1)


def test_a_word_repeated_finds_itself_and_not_the_paper_answered_before(two: Two) -> None:
    for dispatch in (two.deputy, two.chief):
        acknowledge(two.desk, replace(WORD, dispatch=dispatch))
    acknowledge(two.desk, replace(WORD, dispatch=two.chief))
    assert acknowledge(two.desk, WORD).again
    assert stamp_receipt(two.desk, STAMP).what == "๑"
    assert len(two.at(two.chief).receipts) == 1


def test_a_paper_stamped_still_waits_for_a_word(two: Two) -> None:
    acknowledge(two.desk, replace(WORD, dispatch=two.chief))
    stamp_receipt(two.desk, STAMP)  # the other one, the only one that waits
    assert not acknowledge(two.desk, replace(WORD, by_post="รอง ผบช.สงป.")).again
    assert [two.at(d).state for d in (two.chief, two.deputy)] == ["acknowledged", "acknowledged"]


def test_a_paper_of_another_unit_is_not_answered_for(two: Two) -> None:
    with pytest.raises(Refused, match=r"ไม่ใช่ สทส\."):
        acknowledge(two.desk, replace(WORD, unit="สทส.", dispatch=two.chief))
    with pytest.raises(Refused, match=r"ไม่ใช่ สทส\."):
        stamp_receipt(two.desk, replace(STAMP, unit="สทส.", dispatch=two.chief))


def test_a_desk_below_may_stamp_the_paper_named(two: Two) -> None:
    assert stamp_receipt(two.desk, replace(STAMP, unit="กอง ก.", dispatch=two.deputy)).what == "๑"


EARLY = When.day(date(2019, 12, 5), "23:59")


def test_nothing_is_answered_before_it_was_sent(two: Two) -> None:
    with pytest.raises(Refused, match="ก่อนวันที่ส่ง") as caught:
        stamp_receipt(two.desk, replace(STAMP, dispatch=two.chief, when=EARLY))
    assert caught.value.next_step
    with pytest.raises(Refused, match="ก่อนวันที่ส่ง"):
        acknowledge(two.desk, replace(WORD, dispatch=two.chief, when=EARLY))
    assert (two.at(two.chief).state, two.at(two.chief).receipts) == ("sent", ())


def test_an_answer_on_the_day_of_sending_is_good_even_before_the_hour(two: Two) -> None:
    early = When.day(build.SENT, "00:01")
    assert not acknowledge(two.desk, replace(WORD, dispatch=two.chief, when=early)).again
