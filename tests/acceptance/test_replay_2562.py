"""The real chain of 2562 replayed from its transcript: its own dates and numbers, and nothing invented for those it does not tell of."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from tests.conftest import ROOT
from tests.integration.services import police
from workflow.core.bundle_facts import recommendations
from workflow.core.dispatch import DispatchState
from workflow.core.hops import whole
from workflow.core.register import Book
from workflow.core.secrets import find
from workflow.core.thai_digits import to_arabic
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.receive_letter import Arrival
from workflow.services.run_bundle import run_bundle
from workflow.services.show_register import RegisterLine, show_register
from workflow.services.show_status import MatterStatus, Recipient, everyone, show_status
from workflow.store.json_shapes import document_from, reading_from
from workflow.store.matters import last_memo, matter, memos
from workflow.store.tables import OrderRow

SEED = ROOT.parent / "shared/seeds/004-police-2562-memo-chain.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the real transcript of 2562 is not beside this checkout")
SECRETS = ("00A00B0-000", "zzzzz0", "0900000001", "0900000002")


@dataclass(frozen=True)
class Replay:
    """The desk after the replay, the matter's status, and what was told."""

    desk: Desk
    status: MatterStatus
    told: list[str]

    def line(self, unit: str, book: Book, number: str) -> RegisterLine:
        lines = show_register(self.desk, "police", unit, book, 2562).lines
        return next(line for line in lines if to_arabic(line.numbers) == number)

    def bureau(self) -> Recipient:
        return next(r for r in self.status.recipients if r.unit == "สงป.")

    def words(self) -> str:
        with self.desk.store.read() as session:
            return document_from(last_memo(session, 1, "result-report").document).words()

    def order(self) -> OrderRow:
        with self.desk.store.read() as session:
            return session.exec(select(OrderRow)).one()


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Replay:
    folder, told = tmp_path_factory.mktemp("replay"), list[str]()
    desk = police.police_desk(f"sqlite:///{folder / 'saraban.sqlite3'}", folder)
    run_bundle(desk, Arrival(SEED, "police", "สทส.", When.day(date(2026, 11, 2))), told.append)
    return Replay(desk, show_status(desk, 1, today=date(2020, 1, 6)), told)


@pytest.mark.parametrize(
    ("unit", "number", "stamped"),
    [
        ("สทส.", "4323", When.day(date(2019, 11, 11), "14:50")),
        ("ตร.", "30987", When.day(date(2019, 11, 11))),
        ("ฝอ.2 บก.อก.สทส.", "8007", When.day(date(2019, 11, 11), "15:00")),
        ("สง.ผู้ช่วย ผบ.ตร.(ปร 3)", "5063", When.day(date(2019, 11, 25), "11:25")),
        ("ฝอ.สงป.", "553", When.day(date(2019, 12, 20), "15:55")),
    ],
)
def test_each_stamp_stands_in_its_registry_with_its_time(replay: Replay, unit: str, number: str, stamped: When) -> None:
    assert replay.line(unit, Book.INCOMING, number).at == stamped.at


def test_the_registers_have_no_hole(replay: Replay) -> None:
    assert set(police.holes(replay.desk).values()) == {0}


def test_the_memo_bears_its_number_of_22_november(replay: Replay) -> None:
    memo = replay.status.memos[0]
    assert (memo.kind, memo.number) == ("result-report", "๐๐๓๓.๑๒/๕๐๕๒")
    assert replay.line("สทส.", Book.OUTGOING, "5052").letter_date == date(2019, 11, 22)


def test_the_order_is_of_26_november_by_a_named_person_acting_for_the_commander(replay: Replay) -> None:
    order = replay.order()
    assert to_arabic(order.text).splitlines() == ["ทราบตามข้อ 2", "เห็นชอบตามที่เสนอในข้อ 3"]
    assert (When(order.at).on, order.by_name) == (date(2019, 11, 26), "ปิยะ อุทัยโย")
    assert order.capacity == "ผู้ช่วย ผบ.ตร. ปรท.ผบ.ตร."


def test_the_circular_left_on_6_december_its_doubtful_number_in_the_remark(replay: Replay) -> None:
    line = replay.line("สทส.", Book.OUTGOING, "5183")
    assert line.letter_date == date(2019, 12, 6)
    assert "๕๑๘๓ หรือ ๕๑๙๓" in line.remark
    assert {When(r.sent_at).on for r in replay.status.recipients} == {date(2019, 12, 6)}


def test_one_bureau_acknowledged_by_name_on_paper_and_passed_it_on_under_1511(replay: Replay) -> None:
    (word,) = replay.bureau().acknowledgements
    assert (word.name, word.evidence, When(word.at).on) == ("สมพงษ์ เตชะสมบูรณ์", "paper", date(2019, 12, 25))
    assert word.capacity == "รอง ผบช.ฯ ปรท.ผบช.สงป."
    assert replay.bureau().state == DispatchState.FORWARDED
    assert replay.line("สงป.", Book.OUTGOING, "1511").letter_date == date(2019, 12, 25)


def test_nothing_is_invented_for_the_units_the_papers_do_not_tell_of(replay: Replay) -> None:
    others = [r for r in everyone(replay.status.recipients) if r != replay.bureau()]
    assert len(others) >= 40
    assert {r.state for r in others} == {DispatchState.SENT}
    assert not any(r.receipts or r.acknowledgements for r in others)


def test_a_stamp_whose_registry_cannot_be_told_is_told_and_not_entered(replay: Replay) -> None:
    assert any("๔๕๔๗" in line and "ให้เจ้าหน้าที่ยืนยัน" in line for line in replay.told)


def test_the_days_went_where_the_office_counted_them(replay: Replay) -> None:
    days = [(hop.days, hop.working_days) for hop in replay.status.hops]
    assert days == [(10, 6), (11, 9), (3, 1), (1, 1), (10, 7), (14, 9), (5, 3)]
    assert whole(replay.status.hops) == (54, 36)


def test_no_memo_carries_a_secret(replay: Replay) -> None:
    with replay.desk.store.read() as session:
        written = [document_from(m.document).words() for m in memos(session, 1)]
    plain = [to_arabic(words).replace(" ", "").replace("-", "") for words in written]
    assert len(written) == 3
    assert not [s for words in plain for s in SECRETS if s.replace("-", "") in words]
    assert not [s for words in written for s in find(words)]


def test_the_memo_brings_every_recommendation_of_the_papers_and_no_other(replay: Replay) -> None:
    with replay.desk.store.read() as session:
        read = recommendations(reading_from(matter(session, 1).reading))
    words = "".join(replay.words().split())
    assert len(read) == 12
    assert all("".join(str(r.text).split()) in words for r in read)
    assert words.count("ตัวชี้วัดย่อย") == len(read)


def test_every_score_in_the_memo_stands_in_the_transcript(replay: Replay) -> None:

    scores = re.findall(r"\d+\.\d\d", to_arabic(replay.words()))
    transcript = to_arabic(SEED.read_text(encoding="utf-8"))
    assert {"55.54", "64.60"} <= set(scores)
    assert [s for s in scores if s not in transcript] == []


def test_running_it_again_changes_not_one_row(replay: Replay) -> None:
    before = police.rows(replay.desk)
    run_bundle(replay.desk, Arrival(SEED, "police", "สทส.", When.day(date(2026, 11, 3))), lambda _: None)
    assert police.rows(replay.desk) == before


def test_the_files_of_the_memos_are_there(replay: Replay) -> None:
    assert all(Path(f).stat().st_size > 5000 for m in replay.status.memos for f in (m.docx, m.pdf))
