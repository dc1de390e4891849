"""Every command of the chain, in order, with --json; what a dry run shows changes nothing."""

import json
from datetime import date
from typing import Any

import pytest

from tests.integration.cli.conftest import Said, Terminal
from tests.integration.services import police

LETTER = str(police.LETTER)
DISPATCH = ("dispatch", "1", "--to", police.EVERYONE, "--at", "3/12/2568")
FORWARD = ("forward", "1", "--unit", "สงป.", "--to", "ผบก.ในสังกัด สงป.", "--at", "2025-12-09")
CHAIN: dict[str, tuple[str, ...]] = {
    "read": ("read", LETTER),
    "dry receive": ("receive", LETTER, "--unit", "สทส.", "--at", "2025-12-01T09:30", "--dry-run"),
    "receive": ("receive", LETTER, "--office", "police", "--unit", "สทส.", "--at", "2025-12-01T09:30"),
    "draft": ("draft", "1", "--kind", "result-report", "--at", "2025-12-01"),
    "dry submit": ("submit", "1", "--at", "2025-12-01", "--dry-run"),
    "submit": ("submit", "1", "--at", "2025-12-01"),
    "return": ("return", "1", "--text", "ขอให้แนบผลคะแนน", "--by", police.ORDERING, "--at", "2025-12-01"),
    "submit again": ("submit", "1", "--at", "2025-12-02"),
    "order": ("order", "1", "--text", police.WORDS, "--by", police.ORDERING, "--at", "๒ ธ.ค. ๒๕๖๘"),
    "dry dispatch": (*DISPATCH, "--dry-run"),
    "dispatch": (*DISPATCH, "--yes"),
    "receipt": ("receipt", "1", "--unit", "สงป.", "--at", "2025-12-08T10:15"),
    "ack": ("ack", "1", "--unit", "สงป.", "--at", "2025-12-09"),
    "dry forward": (*FORWARD, "--dry-run"),
    "forward": (*FORWARD, "--yes"),
    "matters": ("matters",),
    "status": ("status", "1", "--at", "2025-12-15"),
    "register": ("register", "show", "สทส.", "--year", "2568"),
    "dry remind": ("remind", "--at", "2025-12-15", "--dry-run"),
    "remind": ("remind", "--at", "2025-12-15T10:00"),
    "remind again": ("remind", "--at", "2025-12-15T10:00"),
}
DRY = [name for name in CHAIN if name.startswith("dry")]


@pytest.fixture(scope="module")
def said(terminal: Terminal) -> dict[str, Said]:
    """What each command answered; around each dry run, everything in the database and the folder was taken down."""
    answers = {}
    for name, words in CHAIN.items():
        before = (terminal.rows(), terminal.files()) if name in DRY else None
        answers[name] = terminal(*words, "--json")
        changed = before is not None and before != (terminal.rows(), terminal.files())
        assert not changed, f"{name} changed something"
    return answers


@pytest.fixture(scope="module")
def answered(said: dict[str, Said]) -> dict[str, Any]:
    """The JSON each command answered."""
    return {name: answer.json for name, answer in said.items()}


@pytest.mark.parametrize("name", CHAIN)
def test_every_command_succeeds_and_says_json_and_nothing_else(said: dict[str, Said], name: str) -> None:
    assert said[name].code == 0, said[name].err
    assert json.loads(said[name].out) is not None


def test_reading_gives_the_contract(answered: dict[str, Any]) -> None:
    assert answered["read"]["schema"] == "saraban.reading/1"
    assert len(answered["read"]["instruments"][0]["recommendations"]) == 5
    assert answered["dry receive"]["schema"] == "saraban.reading/1"


def test_each_act_gives_its_number(answered: dict[str, Any]) -> None:
    assert answered["receive"] == {"matter": 1, "number": 3958, "again": False}
    assert answered["submit"]["number"] == answered["submit again"]["number"] == "๐๐๓๓.๑๒/๔๗๓๖"
    assert answered["dispatch"]["number"] == "๐๐๓๓.๑๒/๔๗๓๗"
    assert answered["forward"]["number"] == "๐๐๑๐.๐๑๑/๑๔๖๘"
    assert answered["receipt"] == {"recorded": "เลขรับ ๔๒๗๙", "again": False}


def test_a_dry_dispatch_lists_who_is_then_sent_to_and_why(answered: dict[str, Any]) -> None:
    planned = answered["dry dispatch"]["recipients"]
    sent = [r["post"] for r in answered["status"]["recipients"]]
    assert [r["post"] for r in planned] == sent
    assert all(r["reason"] for r in planned)
    assert answered["dispatch"]["recipients"] == len(sent) >= 30


def test_a_dry_forward_lists_who_is_then_sent_to(answered: dict[str, Any]) -> None:
    bureau = next(r for r in answered["status"]["recipients"] if r["unit"] == "สงป.")
    assert [r["post"] for r in answered["dry forward"]["recipients"]] == [r["post"] for r in bureau["children"]]


def test_the_status_tells_the_states_apart(answered: dict[str, Any]) -> None:
    assert {r["state"] for r in answered["status"]["recipients"]} == {"sent", "forwarded"}
    counts = answered["status"]["counts"]
    assert (counts["received"], counts["acknowledged"], counts["forwarded"]) == (1, 1, 1)
    assert answered["matters"][0]["matter"] == answered["status"]["matter"] == 1


def test_the_register_has_two_lines_and_no_hole(answered: dict[str, Any]) -> None:
    assert [line["numbers"] for line in answered["register"]["lines"]] == ["๔๗๓๖", "๔๗๓๗"]
    assert answered["register"]["holes"] == []


def test_a_preview_of_reminders_is_what_is_then_sent_and_only_once(
    answered: dict[str, Any], terminal: Terminal
) -> None:
    assert len(answered["dry remind"]) >= 30
    assert answered["remind"] == answered["dry remind"]
    assert answered["remind again"] == []
    assert {r["due_on"] for r in answered["remind"]} == {date(2025, 12, 12).isoformat()}
    mails = [f for f in terminal.files() if f.endswith(".eml")]
    assert len(mails) == sum(bool(r["address"]) for r in answered["remind"])


def test_what_a_person_reads_is_thai_and_names_the_next_step(terminal: Terminal, said: dict[str, Said]) -> None:
    again = terminal("receive", LETTER, "--unit", "สทส.")
    assert "เคยลงรับแฟ้มนี้แล้ว" in again.out
    assert "saraban draft 1" in again.out
    assert "เลขต่อเนื่อง ไม่มีเลขขาด" in terminal("register", "show", "สทส.", "--year", "2568").out
