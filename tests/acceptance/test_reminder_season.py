"""Sixty days of an office of 200, over the new year, with everything that goes wrong: no rung is lost, none is sent twice or out of hours.

`make soak` plays 400 days of 1,520 (tests/soak/test_reminder_year.py).
"""

from collections import Counter
from datetime import date

import pytest

from tests.season import Season, Size
from tests.season_outcomes import Outcomes, outcomes, recipients_named
from workflow.core.mail_state import MailState
from workflow.core.when import When, in_office_hours

SIZE = Size(
    days=60, above=10, units=200, every=6, first=date(2019, 12, 2), down=(date(2019, 12, 18), date(2019, 12, 19), date(2019, 12, 20)),
    jumps={date(2019, 12, 26): 1, date(2020, 1, 2): -3},
)  # fmt: skip


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    season = Season(SIZE, tmp_path_factory.mktemp("season"))
    return outcomes(season, season.play())


def test_something_went_wrong_in_every_way(played: Outcomes) -> None:
    assert played.season.kills >= 4
    assert any(m.tries > 1 for m in played.messages)
    assert {MailState.DELIVERED, MailState.WITHDRAWN, MailState.FAILED} <= {m.state for m in played.messages}


def test_every_due_rung_was_promised_exactly_once_and_no_other(played: Outcomes) -> None:
    promised, must = set(played.promised), played.season.must
    assert (len(must - promised), len(promised - must - played.season.may)) == (0, 0)
    assert set(played.promised.values()) == {1} and len(must) > 300


def test_nothing_left_on_a_day_off_or_in_quiet_hours(played: Outcomes) -> None:
    sent = played.season.ledger.sent
    table = played.season.table
    assert [mail for at, mail in sent if not in_office_hours(at) or not table(When(at).on).works_on(When(at).on)] == []


def test_nobody_was_reminded_of_what_he_had_answered(played: Outcomes) -> None:
    answered = played.season.answered
    late = [
        n
        for at, mail in played.season.ledger.sent
        for n in recipients_named(mail)
        if n in answered and answered[n] < at
    ]
    assert late == []


def test_a_person_got_one_message_a_day_and_a_repeated_one_bears_its_number(played: Outcomes) -> None:
    sent = Counter((mail.address, When(at).on, mail.message_id) for at, mail in played.season.ledger.sent)
    a_day = Counter((address, day) for address, day, _ in sent)
    assert set(a_day.values()) == {1}
    assert sum(sent.values()) - len(sent) <= played.season.kills


def test_no_promise_is_lost_and_every_state_is_explained(played: Outcomes) -> None:
    assert played.unexplained == []
    assert [m for m in played.messages if m.state in {MailState.CREATED, MailState.SENDING, MailState.UNKNOWN}] == []


def test_posts_above_got_numbered_papers_without_a_hole(played: Outcomes) -> None:
    numbers = [
        int(str(number).rpartition("/")[2].translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")))
        for number in played.numbers
    ]
    assert len(numbers) > 10 and len(set(played.to_superiors)) == len(played.to_superiors)
    by_year = [n for n in numbers if n == 1]
    assert len(by_year) == 2  # a register of its own for each Buddhist-era year
