"""What a fresh pair of eyes found: each of these once did harm without a word."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from memos.forwarding_note import KIND as NOTE
from tests.conftest import ROOT
from tests.newest import sqlite_at
from workflow.bootstrap import make_desk
from workflow.core.bundle_facts import recommendations, survey
from workflow.core.errors import Refused
from workflow.core.memo_kind import CitedOrder
from workflow.core.reading import Instrument, Reading, Recommendation, Source, Survey
from workflow.core.register import Book, RegisterKey
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.draft_memo import MemoOut, draft_memo, submit_memo
from workflow.services.give_order import Decision, give_order, return_memo
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.services.rehearse import guard_rehearsal
from workflow.services.run_bundle import run_bundle
from workflow.settings import Settings
from workflow.store.registers import Registers

LETTER = ROOT / "specimens/result-letter.txt"
COMMANDER = "ผู้ช่วย ผบ.ตร.(ปร 3)"


def day(*on: int) -> When:
    return When.day(date(*on))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    sqlite_at(tmp_path / "data/saraban.sqlite3")
    return make_desk(
        Settings.from_environment({"SARABAN_DATA": str(tmp_path / "data"), "SARABAN_CONFIG": str(ROOT / "config")})
    )


def received(desk: Desk, unit: str = "สทส.") -> MemoOut:
    matter = receive_letter(desk, Arrival(LETTER, "police", unit, day(2025, 11, 17))).matter
    out = MemoOut(matter, "result-report", day(2025, 12, 29))
    draft_memo(desk, out)
    return out


def numbers(desk: Desk, year: int) -> list[int]:
    with desk.store.read() as session:
        registers = Registers(session, "police", desk.office("police").openings)
        return [e.number for e in registers.entries(RegisterKey("สทส.", Book.OUTGOING, year))]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("ไม่เห็นชอบข้อ ๓.๒ ให้ดำเนินการเฉพาะข้อ ๓.๑", "พิจารณาดำเนินการในส่วนที่เกี่ยวข้องตามข้อ ๓.๑"),
        ("ไม่อนุมัติตามข้อ ๔.๒", None),
        ("ทราบ", None),
        ("เห็นชอบตามที่เสนอในข้อ ๓", "พิจารณาดำเนินการในส่วนที่เกี่ยวข้องตามข้อ ๓"),
    ],
)
def test_a_refusal_is_never_passed_on_as_an_order_to_act(text: str, action: str | None) -> None:
    case = replace(NOTE.sample(), order=CitedOrder("ตร.", date(2025, 11, 24), (text,)))
    told = NOTE.facts(replace(case, groups=tuple(replace(g, action=None) for g in case.groups)))["groups"]
    assert {group.action for group in told} == {action}  # type: ignore[attr-defined]


def test_a_returned_memo_is_drafted_and_submitted_again_under_its_number(desk: Desk) -> None:
    out = received(desk)
    first = submit_memo(desk, out)
    return_memo(desk, Decision(out.matter, "ขอให้แนบผลคะแนน", COMMANDER, out.when))
    draft_memo(desk, out)
    again = submit_memo(desk, out)
    assert (again.number, again.again) == (first.number, False)
    assert submit_memo(desk, out).again
    give_order(desk, Decision(out.matter, "เห็นชอบ", COMMANDER, day(2025, 12, 30)))


def test_a_memo_returned_over_new_year_takes_a_number_of_the_new_year(desk: Desk) -> None:
    out = received(desk)
    submit_memo(desk, out)
    return_memo(desk, Decision(out.matter, "แก้ไข", COMMANDER, day(2025, 12, 30)))
    submit_memo(desk, replace(out, when=day(2026, 1, 6)))
    assert (numbers(desk, 2568), numbers(desk, 2569)) == ([4736], [1])


def test_a_memo_bears_the_name_of_the_unit_whose_number_it_has(desk: Desk) -> None:
    out = received(desk, "สงป.")
    assert submit_memo(desk, out).number.startswith("๐๐๑๐.๐๑๑/")
    folder = desk.memo_folder / f"{out.matter:05d}"
    assert "สงป." in _words(next(folder.glob("*.pdf")))


def _words(pdf: Path) -> str:
    from workflow.parsers.open_file import open_pages

    return "\n".join(line.text for page in open_pages(pdf, ocr=None).pages for line in page.lines[:8])


def test_the_same_posts_named_in_other_words_are_the_same_dispatch(desk: Desk) -> None:
    out = received(desk)
    submit_memo(desk, out)
    give_order(desk, Decision(out.matter, "เห็นชอบตามที่เสนอในข้อ ๓", COMMANDER, day(2025, 12, 30)))
    first = DispatchRequest(out.matter, ("ผบช.น.", "ผบช.ก."), day(2025, 12, 30))
    sent = dispatch_memo(desk, first)
    for same in (replace(first, to=("ผบช.ก. ", "ผบช.น.")), replace(first, unit="สทส.")):
        repeated = dispatch_memo(desk, same)
        assert (repeated.number, repeated.again) == (sent.number, True)


def test_another_units_memo_in_the_file_is_never_taken_for_ours(desk: Desk) -> None:
    told: list[str] = []
    memo = ROOT / "tests/unit/parsers/wordings/police-memo.txt"
    run_bundle(desk, Arrival(memo, "police", "สทส.", day(2025, 12, 29)), told.append)
    assert numbers(desk, 2568) == [4736]
    assert any("ไม่ใช่ของ สทส." in line for line in told)


def test_a_rehearsal_does_not_mix_with_real_matters(desk: Desk) -> None:
    received(desk)
    with pytest.raises(Refused, match="เรื่องจริง"):
        guard_rehearsal(desk)


def test_a_run_goes_on_where_a_received_letter_was_left(desk: Desk) -> None:
    receive_letter(desk, Arrival(LETTER, "police", "สทส.", day(2025, 11, 17)))
    told: list[str] = []
    run_bundle(desk, Arrival(LETTER, "police", "สทส.", day(2025, 11, 17)), told.append)
    assert any("๐๐๓๓.๑๒/๔๗๓๖" in line for line in told)


def paper(kind: str, on: date, year: int | None, **facts: object) -> Instrument:
    stated = Survey(year=year, score=facts.pop("score", None))  # type: ignore[arg-type]
    return Instrument(kind, (1,), date=on, survey=stated, **facts)  # type: ignore[arg-type]


def test_figures_of_another_round_are_never_written_as_this_rounds() -> None:
    advice = (Recommendation("1.1", "เก่า", None, None, "ของปีก่อน", 1),)
    before = paper("letter", date(2018, 11, 1), 2561, score=55.5, recommendations=advice)
    now = paper("letter", date(2019, 11, 1), 2562)
    reading = Reading(Source("x.txt", "", "txt", 2, True), (before, now))
    facts = survey(reading)
    assert facts is not None and (facts.year, facts.score) == (2562, None)
    assert recommendations(reading) == ()
