"""The commands about reminding, as a person types them: after a real matter was sent."""

import mailbox
from pathlib import Path

import pytest

from tests.integration.cli.conftest import Terminal
from tests.integration.delivery.test_bounces import SENT, dsn
from tests.integration.services import police

LETTER = str(police.LETTER)
STEPS: tuple[tuple[str, ...], ...] = (
    ("receive", LETTER, "--office", "police", "--unit", "สทส.", "--at", "2025-12-01T09:30"),
    ("draft", "1", "--kind", "result-report", "--at", "2025-12-01"),
    ("submit", "1", "--at", "2025-12-01"),
    ("order", "1", "--text", police.WORDS, "--by", police.ORDERING, "--at", "2025-12-02"),
    ("dispatch", "1", "--to", police.EVERYONE, "--at", "2025-12-03", "--yes"),
)


@pytest.fixture(scope="module")
def sent(terminal: Terminal) -> Terminal:
    """A matter that went to every bureau on 3 December 2568, due on the 12th."""
    for words in STEPS:
        said = terminal(*words, "--json")
        assert said.code == 0, said.err
    return terminal


def test_a_preview_counts_before_the_sweep_and_in_thai_years(sent: Terminal) -> None:
    shown = sent("remind", "preview", "--at", "2568-12-19", "--json").json
    assert (
        shown["people"] >= 30
        and shown["superiors"] >= 1
        and shown["by_channel"]["mail"] == shown["people"] - shown["unreachable"]
    )
    assert "ศุกร์ ๑๙ ธ.ค.๖๘ ๐๘.๓๐ น.:" in sent("remind", "preview", "--at", "2568-12-19").out


def test_a_preview_of_a_holiday_says_so_and_shows_the_next_working_day(sent: Terminal) -> None:
    out = sent("remind", "preview", "--at", "2569-01-01").out
    assert "๑ มกราคม ๒๕๖๙ ไม่ใช่วันทำการ" in out and "จันทร์ ๕ ม.ค.๖๙ ๐๘.๓๐ น." in out


def test_a_matters_ladder_is_set_shown_with_its_source_and_cleared(sent: Terminal) -> None:
    assert (
        sent("ladder", "set", "1", "--by", "ผกก.", "--rung", "เรียกตัว=1!!", "--rung", "ล่วงหน้า=-2", "--json").json[
            "source"
        ]
        == "เรื่องที่ 1"
    )
    rungs = sent("ladder", "show", "--matter", "1", "--json").json["rungs"]
    assert [(r["name"], r["working_days"], r["escalate"], r["paper"]) for r in rungs] == [
        ("ล่วงหน้า", -2, False, "reminder"), ("เรียกตัว", 1, True, "reminder-memo"),
    ]  # fmt: skip
    assert sent("ladder", "clear", "1", "--by", "ผกก.").code == 0
    assert "office.yaml" in sent("ladder", "show", "--matter", "1", "--json").json["source"]


def test_a_rung_that_cannot_be_read_is_a_usage_error(sent: Terminal) -> None:
    said = sent("ladder", "set", "1", "--by", "ผกก.", "--rung", "ครบกำหนด")
    assert said.code == 2 and "ครบกำหนด=0" in said.err


def test_the_outbox_tells_each_state_and_what_to_do(sent: Terminal) -> None:
    sent("remind", "--at", "2025-12-12T10:00")
    assert {row["state"] for row in sent("outbox", "--json").json} <= {"delivered", "failed"}
    assert "ไม่ต้องทำอะไร รอหน่วยตอบ" in sent("outbox", "--state", "delivered").out
    assert sent("outbox", "--state", "lost").code == 2


def test_bounces_become_states_and_a_missing_mailbox_is_named(sent: Terminal, tmp_path: Path) -> None:
    row = sent("outbox", "--state", "delivered", "--json").json[0]
    box = mailbox.mbox(tmp_path / "box")
    box.add(dsn(recipient=row["to"]).replace(SENT.encode(), row["id"].encode()))
    box.flush()
    assert [line["state"] for line in sent("bounces", str(tmp_path / "box"), "--at", "2025-12-15", "--json").json] == [
        "failed"
    ]
    assert "ตีกลับ" in sent("outbox", "--state", "failed").out
    assert sent("bounces", str(tmp_path / "none")).code == 3


def test_the_calendar_is_shown_checked_and_drafted(sent: Terminal) -> None:
    assert any(row["decided_on"] == "2019-10-29" for row in sent("calendar", "show", "2562", "--json").json["holidays"])
    assert sent("calendar", "show", "2571").code == 3
    assert sent("calendar", "check", "--at", "2026-11-26").code == 6
    assert sent("calendar", "seed", "2571").out.startswith("2028-01-01,วันขึ้นปีใหม่,")
    assert sent("calendar", "redate", "--json").json == []


def test_a_badge_and_a_calendar_address_of_a_post(sent: Terminal) -> None:
    assert sent("remind", "badge", "ผบช.สงป.", "--at", "2025-12-15", "--json").json == {
        "waiting": 1,
        "overdue": 1,
        "today": 0,
    }
    assert sent("feed", "make", "ผบช.สงป.").out.startswith("http://127.0.0.1:8000/calendar/")
    assert sent("feed", "revoke", "ผบช.สงป.").code == 0
    assert sent("feed", "revoke", "ผบช.สงป.").code == 3
