"""Each group of commands in a process started as a shell starts it: exit code and words are those of a process that is forked."""

from dataclasses import replace

import pytest

from tests.begun import begun
from tests.integration.cli.conftest import Terminal
from tests.integration.services import police

WORDS: dict[str, tuple[tuple[str, ...], int]] = {
    "reading": (("read", str(police.LETTER), "--json"), 0),
    "sending, dry": (("plan", "1", "--to", police.EVERYONE, "--at", "2025-12-03"), 0),
    "status": (("status", "1", "--at", "2025-12-15", "--json"), 0),
    "register": (("register", "holes", "สทส.", "--year", "2568"), 0),
    "memo": (("memo", "preview", "--kind", "reminder", "--json"), 0),
    "reminding": (("remind", "preview", "--at", "2568-12-19"), 0),
    "org": (("org", "check", "alro", "--on", "22/11/2562"), 0),
    "rounds": (("rounds", "show", "2562", "--office", "interior"), 0),
    "package": (("package", "check", "nothing.zip"), 3),
    "not found": (("status", "99", "--json"), 3),
    "unknown words": (("ลงรับ",), 2),
}
TOLD = ("reading", "register", "not found", "unknown words")
"""Of the exit codes one each, in every test; a process takes seconds, so `make soak` has the others."""


@pytest.fixture(scope="module")
def office(terminal: Terminal) -> Terminal:
    """Matter 1 was received, drafted and submitted."""
    begun(police.submitted, terminal.data).store.engine.dispose()
    return terminal


@pytest.mark.parametrize("name", [pytest.param(name, marks=() if name in TOLD else pytest.mark.soak) for name in WORDS])
def test_a_command_says_the_same_in_a_process_of_a_shell(office: Terminal, name: str) -> None:
    words, code = WORDS[name]
    said = replace(office, cold=True)(*words)
    assert (said.code, said) == (code, office(*words))
    assert said.out or said.err
