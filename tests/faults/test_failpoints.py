"""Whatever two effects lie beside each other, the program may die between them: done again, all is as if nothing had been.

A minute and a half for that, so `make soak` does it, and lets it fail and wait there too, every time it passes, on both databases
(tests/soak/test_failpoints.py); `make test` kills a dozen times in the midst of everything (test_kills.py).
"""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.faults.broken import Line, broken, told
from tests.work import calls
from workflow import failpoints


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[Line]:
    return broken("sqlite", tmp_path_factory.mktemp("broken"), "--quick")


def in_the_source() -> list[str]:
    """The name of every point that the program passes."""
    sources = (path.read_text("utf-8") for path in (ROOT / "workflow").rglob("*.py"))
    return [name for source in sources for name in re.findall(r'failpoints\.reached\("([^"]+)"\)', source)]


def test_every_point_in_the_source_is_registered_and_every_registered_one_is_there() -> None:
    assert set(in_the_source()) == set(failpoints.POINTS)


@pytest.mark.soak
def test_every_registered_point_is_struck_by_a_kill(lines: list[Line]) -> None:
    assert {line["point"] for line in lines if line["how"] == "kill" and line["struck"]} == set(failpoints.POINTS)


@pytest.mark.soak
def test_a_death_at_any_point_loses_and_doubles_nothing(lines: list[Line]) -> None:
    assert told(lines) == []


def test_the_program_arms_none_and_no_setting_reaches_them() -> None:
    """A test that could be left on in an office would be a fault of its own."""
    sources = [path for path in (ROOT / "workflow").rglob("*.py") if path.name != "failpoints.py"]
    assert [path.name for path in sources if "failpoints.arm" in path.read_text("utf-8")] == []
    assert "environ" not in Path(failpoints.__file__).read_text("utf-8").replace("environment", "")


def test_a_point_at_rest_calls_nothing() -> None:
    assert calls(lambda: failpoints.reached("number.taken")) == calls(lambda: None) + 1
