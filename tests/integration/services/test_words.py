"""Words taken singly and by the batch: the same rules, the same rows, the same refusals, on both databases."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from tests import build
from tests.kinds import POSTGRESQL_FIRST
from tests.tampering import open_the_safe
from workflow.core.errors import SarabanError
from workflow.core.evidence_level import EvidenceLevel
from workflow.core.link import Link, holder_mark
from workflow.core.when import When
from workflow.routing.acknowledging import Word
from workflow.services.answer import AckRequest, acknowledge
from workflow.services.desk import Desk
from workflow.services.show_link import revoke_link
from workflow.services.take_words import Answered, Spoken, acknowledge_many
from workflow.store.engine import Store
from workflow.store.sending_tables import RosterRow, SendingRow, TallyRow
from workflow.store.tables import AcknowledgementRow, DispatchRow, EventRow

NOON = When.day(date(2019, 12, 9), "12:00")
POSTS = ("ผบช.สงป.", "รอง ผบช.สงป.", "ผบก.ก.", "ผบก.ข.", "123-456")
WORD = Word(NOON)


class Undone(Exception):
    """What a batch did is to be taken back."""


@dataclass(frozen=True)
class Papers:
    """A desk, and the dispatch of each post; one of the posts is a position of the roster."""

    desk: Desk
    matter: int
    to: dict[str, int]


@pytest.fixture
def papers(store: Store, tmp_path: Path) -> Papers:
    desk = build.desk(store, tmp_path)
    matter = build.matter(desk)
    memo = build.memo(desk, matter)
    with store.write() as session:
        person = RosterRow(
            office="test", post="123-456", unit="กอง ก.", title="นักวิเคราะห์", rank="น.ส.", name="สมศรี ตัวอย่าง"
        )
        session.add(person)
    to = {post: build.sent(desk, matter, memo, post, unit="กอง ก." if post == "123-456" else None) for post in POSTS}
    return Papers(desk, matter, to)


def written(session: Session) -> list[object]:
    """What words change, without the numbers the database gave."""
    tables = ((DispatchRow, "id"), (AcknowledgementRow, "dispatch_id"), (EventRow, "dispatch_id"), (TallyRow, "unit"))
    found: list[object] = []
    for table, by in tables:
        rows = session.connection().execute(select(table)).mappings()
        kept = [tuple((k, v) for k, v in row.items() if k != "id" or by == "id") for row in rows]
        found.append(sorted(kept, key=str))
    return found


def outcome(answer: Answered | SarabanError) -> tuple[object, ...]:
    return (type(answer), str(answer), getattr(answer, "next_step", ""))


def test_a_batch_looks_at_the_offices_files_once(papers: Papers) -> None:
    asked: list[str] = []
    desk = replace(papers.desk, office=lambda code: asked.append(code) or papers.desk.office(code))  # type: ignore[func-returns-value]
    acknowledge_many(desk, [Spoken(papers.to[post], WORD, papers.matter) for post in POSTS[:3]])
    assert asked == ["test"]


def singly(desk: Desk, spoken: Sequence[Spoken]) -> list[Answered | SarabanError]:
    answers: list[Answered | SarabanError] = []
    for said in spoken:
        answers += acknowledge_many(desk, [said])
    return answers


def together(desk: Desk, spoken: Sequence[Spoken]) -> list[Answered | SarabanError]:
    return acknowledge_many(desk, spoken)


def cleared(desk: Desk) -> None:
    with desk.store.write() as session:
        connection = session.connection()
        open_the_safe(connection)
        connection.exec_driver_sql("DELETE FROM acknowledgement")
        connection.exec_driver_sql("DELETE FROM event WHERE dispatch_id IS NOT NULL")
        connection.exec_driver_sql("UPDATE tally SET acknowledged = 0, answered = 0")
        connection.exec_driver_sql("UPDATE dispatch SET state = 'sent'")
        connection.exec_driver_sql("UPDATE dispatch SET state = 'recalled' WHERE post = 'ผบก.ข.'")


Taken = Callable[[Desk, Sequence[Spoken]], list[Answered | SarabanError]]


def taken(papers: Papers, spoken: Sequence[Spoken], take: Taken) -> tuple[list[object], object]:
    cleared(papers.desk)
    answers: list[object] = [outcome(answer) for answer in take(papers.desk, spoken)]
    with papers.desk.store.read() as session:
        return answers, written(session)


def words(papers: Papers) -> st.SearchStrategy[Spoken]:
    """Words of all kinds: by any post, on any day, known in any way, of dispatches that exist or not."""
    days = st.sampled_from([NOON, When.day(date(2019, 12, 5)), When.day(date(2020, 1, 3)), When.day(build.SENT)])
    word = st.builds(
        Word,
        days,
        st.sampled_from([None, *POSTS, "ไม่มี"]),
        st.sampled_from([None, "ตัวอย่าง ผู้บอก"]),
        st.sampled_from(EvidenceLevel),
    )
    links = st.builds(
        Link,
        st.just(0),
        st.integers(0, 1),
        st.sampled_from([holder_mark("ตัวอย่าง คนที่3"), holder_mark("น.ส. สมศรี ตัวอย่าง")]),
    )
    return st.builds(
        Spoken, st.sampled_from([*papers.to.values(), 99]), word, st.sampled_from([papers.matter, 7]),
        st.sampled_from([None, "สงป.", "กอง ก.", "ไม่มี"]), st.one_of(st.none(), links),
    )  # fmt: skip


def test_a_list_of_words_comes_to_the_same_singly_and_by_the_batch(papers: Papers) -> None:
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(words(papers), max_size=12))
    def same(spoken: list[Spoken]) -> None:
        assert taken(papers, spoken, singly) == taken(papers, spoken, together)

    same()


def test_the_form_and_the_batch_say_the_same(papers: Papers) -> None:
    for post in POSTS[:4]:
        unit = "สงป." if "สงป." in post else {"ผบก.ก.": "กอง ก.", "ผบก.ข.": "กอง ข."}[post]
        by_form = acknowledge(papers.desk, AckRequest(papers.matter, unit, NOON, dispatch=papers.to[post]))
        (by_batch,) = acknowledge_many(papers.desk, [Spoken(papers.to[post], WORD, papers.matter, unit)])
        assert by_batch == replace(by_form, again=True)


def test_one_word_refused_harms_no_other(papers: Papers) -> None:
    early = replace(WORD, when=When.day(date(2019, 12, 1)))
    spoken = [Spoken(papers.to["ผบก.ก."], early), Spoken(papers.to["ผบก.ก."], WORD), Spoken(99, WORD)]
    answers = acknowledge_many(papers.desk, spoken)
    assert [isinstance(a, Answered) for a in answers] == [False, True, False]


def test_the_same_word_twice_in_one_batch_is_one_acknowledgement(papers: Papers) -> None:
    answers = acknowledge_many(papers.desk, [Spoken(papers.to["ผบก.ก."], WORD)] * 2)
    assert [a.again for a in answers if isinstance(a, Answered)] == [False, True]
    with papers.desk.store.read() as session:
        assert len(session.exec(select(AcknowledgementRow)).all()) == 1


def test_a_position_of_the_roster_answers_by_its_own_title_and_name(papers: Papers) -> None:
    (answer,) = acknowledge_many(papers.desk, [Spoken(papers.to["123-456"], WORD)])
    assert answer == Answered("นักวิเคราะห์", False, "น.ส. สมศรี ตัวอย่าง")


def test_nobody_answers_for_a_position_of_the_roster(papers: Papers) -> None:
    (refusal,) = acknowledge_many(papers.desk, [Spoken(papers.to["123-456"], replace(WORD, by_post="ผบก.ก."))])
    assert "แทนกันไม่ได้" in str(refusal)


def test_a_link_taken_back_no_longer_speaks(papers: Papers) -> None:
    dispatch = papers.to["ผบก.ก."]
    link = Link(dispatch, 0, holder_mark("ตัวอย่าง คนที่4"))
    revoke_link(papers.desk, dispatch, NOON)
    old, new = acknowledge_many(
        papers.desk, [Spoken(dispatch, WORD, link=each) for each in (link, replace(link, edition=1))]
    )
    assert "ยกเลิกแล้ว" in str(old)
    assert isinstance(new, Answered)


def test_a_link_dies_with_the_holder_it_was_made_for(papers: Papers) -> None:
    dispatch = papers.to["ผบก.ก."]
    (refusal,) = acknowledge_many(papers.desk, [Spoken(dispatch, WORD, link=Link(dispatch, 0, holder_mark("คนเดิม")))])
    assert "ผู้ดำรงตำแหน่งเปลี่ยน" in str(refusal)


def test_a_link_is_good_for_ninety_days(papers: Papers) -> None:
    dispatch = papers.to["ผบก.ก."]
    link = Link(dispatch, 0, holder_mark("ตัวอย่าง คนที่4"))
    late = replace(WORD, when=When.day(date(2020, 3, 6)))
    (refusal,) = acknowledge_many(papers.desk, [Spoken(dispatch, late, link=link)])
    assert "เกิน ๙๐ วัน" in str(refusal)


@POSTGRESQL_FIRST
def test_a_thousand_words_from_sixteen_threads_lose_none(papers: Papers) -> None:
    memo = build.memo(papers.desk, papers.matter, "ฉบับใหญ่")
    build.sent_to_people(papers.desk, papers.matter, memo, 1000)
    with papers.desk.store.read() as session:
        numbers = session.exec(select(DispatchRow.id).where(DispatchRow.memo_id == memo)).all()
    parts = [[Spoken(n or 0, WORD) for n in numbers[start : start + 5]] for start in range(0, 1000, 5)]
    with ThreadPoolExecutor(16) as pool:
        answers = [
            answer for part in pool.map(lambda part: acknowledge_many(papers.desk, part), parts) for answer in part
        ]
    assert [type(answer) for answer in answers] == [Answered] * 1000
    with papers.desk.store.read() as session:
        tallies = session.exec(select(TallyRow).where(TallyRow.memo_id == memo)).all()
        assert (sum(t.acknowledged for t in tallies), sum(t.answered for t in tallies)) == (1000, 1000)
        assert session.exec(select(SendingRow.moves).where(SendingRow.memo_id == memo)).one() == len(parts)
