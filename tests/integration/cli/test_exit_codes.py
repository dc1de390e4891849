"""Bad input: the right exit code, a Thai message with the next step on stderr, nothing on stdout, nothing half-written."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import hostile_files
from tests.begun import begun
from tests.integration.cli.conftest import Said, Terminal
from tests.integration.services import police

LETTER, UNIT = str(police.LETTER), ("--unit", "สทส.")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[tuple[str, ...], int, str]]:
    """Each bad input: the words typed, the exit code, and what the message must name."""
    folder = tmp_path_factory.mktemp("hostile")
    renamed, locked, empty = (
        str(make(folder))
        for make in (hostile_files.text_named_pdf, hostile_files.encrypted_pdf, hostile_files.empty_pdf)
    )
    everyone = ("--to", police.EVERYONE, "--yes")
    return {
        "text renamed .pdf": (("receive", renamed, *UNIT), 1, Path(renamed).name),
        "empty file": (("receive", empty, *UNIT), 1, Path(empty).name),
        "encrypted PDF": (("receive", locked, *UNIT), 4, Path(locked).name),
        "missing file": (("receive", str(folder / "ไม่มี.pdf"), *UNIT), 3, "ไม่มี.pdf"),
        "unknown unit": (("receive", LETTER, "--unit", "หน่วยสมมติ"), 3, "หน่วยสมมติ"),
        "unknown office": (("receive", LETTER, *UNIT, "--office", "สมมติ"), 3, "สมมติ"),
        "unparsable moment": (("receive", str(police.CHAIN), *UNIT, "--at", "เมื่อวานซืน"), 2, "เมื่อวานซืน"),
        "impossible day": (("receive", str(police.CHAIN), *UNIT, "--at", "30/2/2568"), 2, "30/2/2568"),
        "no such matter": (("status", "99"), 3, "๙๙"),
        "dry run of no matter": (("submit", "99", "--dry-run"), 3, "๙๙"),
        "unknown kind": (("submit", "1", "--kind", "บันทึกสมมติ"), 3, "บันทึกสมมติ"),
        "nobody matches": (("dispatch", "1", "--to", "ผบช. ในสังกัด สงป.", "--at", "2025-12-03", "--yes"), 3, "สงป."),
        "year without holidays": (("dispatch", "1", *everyone, "--at", "30/12/2570"), 2, "๒๕๗๑"),
        "reminder in such a year": (("remind", "--at", "5/1/2575"), 2, "๒๕๗๕"),
        "draft without typeface": (("draft", "1"), 1, "TH Sarabun New"),
        "dispatch without typeface": (("dispatch", "1", *everyone, "--at", "2025-12-03"), 1, "TH Sarabun New"),
        "run without typeface": (("run", str(police.CHAIN)), 1, "TH Sarabun New"),
    }  # fmt: skip


NAMES = (
    "text renamed .pdf", "empty file", "encrypted PDF", "missing file", "unknown unit", "unknown office", "unparsable moment",
    "impossible day", "no such matter", "dry run of no matter", "unknown kind", "nobody matches", "year without holidays",
    "reminder in such a year", "draft without typeface", "dispatch without typeface", "run without typeface",
)  # fmt: skip


PLAN_IS_SHOWN = {"year without holidays", "dispatch without typeface"}


@pytest.fixture(scope="module")
def prepared(terminal: Terminal) -> Terminal:
    """Matter 1 was ordered, so that a dispatch would go out were it not for the bad input."""
    begun(police.submitted_and_ordered, terminal.data).store.engine.dispose()
    return terminal


@pytest.fixture(scope="module")
def calls(
    prepared: Terminal, hostile: dict[str, tuple[tuple[str, ...], int, str]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Said]:
    """All the calls; the state of everything before is compared with that after by a test of its own."""
    bare = str(tmp_path_factory.mktemp("no fonts"))

    def call(name: str) -> Said:
        settings = {"SARABAN_FONTS": bare} if "typeface" in name else {}
        return prepared(*hostile[name][0], **settings)

    prepared_state.append((prepared.rows(), prepared.files()))
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(NAMES, pool.map(call, NAMES), strict=True))


prepared_state: list[tuple[object, object]] = []


@pytest.mark.parametrize("name", NAMES)
def test_bad_input_has_its_exit_code_and_names_the_thing(
    name: str, calls: dict[str, Said], hostile: dict[str, tuple[tuple[str, ...], int, str]]
) -> None:
    _, code, named = hostile[name]
    assert calls[name].code == code
    assert named in calls[name].err


@pytest.mark.parametrize("name", NAMES)
def test_stdout_stays_empty_but_for_the_list_shown_before_a_dispatch(name: str, calls: dict[str, Said]) -> None:
    assert calls[name].out == "" or (name in PLAN_IS_SHOWN and calls[name].out.startswith("ผู้รับ"))


@pytest.mark.parametrize("name", NAMES)
def test_the_message_is_thai_ends_with_what_to_do_and_shows_no_traceback(name: str, calls: dict[str, Said]) -> None:
    assert "ทำต่อไม่ได้:" in calls[name].err
    assert "ขั้นต่อไป:" in calls[name].err
    assert "Traceback" not in calls[name].err


def test_nothing_is_half_written_by_any_of_them(calls: dict[str, Said], prepared: Terminal) -> None:
    assert (prepared.rows(), prepared.files()) == prepared_state[0]


def test_with_json_the_error_is_json_on_stderr(prepared: Terminal) -> None:
    import json

    said = prepared("status", "99", "--json")
    error = json.loads(said.err)
    assert (said.code, said.out) == (3, "")
    assert error["error"]
    assert error["next_step"]


def test_words_the_command_does_not_know_are_a_usage_error(prepared: Terminal) -> None:
    for words in (("ลงรับ",), ("status", "หนึ่ง"), ("receive", LETTER), ("status", "1", "--สมมติ")):
        said = prepared(*words)
        assert (said.code, said.out) == (2, "")
        assert "คำสั่งไม่ถูกต้อง" in said.err
        assert "Traceback" not in said.err


def test_the_bare_command_shows_what_it_can_do(prepared: Terminal) -> None:
    said = prepared()
    assert "receive" in said.out + said.err
    assert "Traceback" not in said.err
