"""The table of `make soak`: it says what was seen, and a promise without a proof is no promise kept."""

import json
from pathlib import Path

import pytest

from tests.promises import PROMISES, REPORT, Seen, saw
from tests.soak.table import gathered, main, table


def written(file: Path, **odd: Seen) -> Path:
    """A report in which every promise was proved cleanly, but for these."""
    seen = {name: Seen(2, 1) for name in PROMISES} | odd
    file.write_text("".join(f"{json.dumps({'promise': name, **vars(s)})}\n" for name, s in seen.items()))
    return file


def test_all_promises_proved_are_one_table_without_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([written(tmp_path / "a"), written(tmp_path / "b")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1 + len(PROMISES)
    assert lines[1].split()[-5:] == ["4", "2", "0", "0", "0"]


@pytest.mark.parametrize("column", ["lost", "doubled", "unseen"])
def test_one_thing_lost_doubled_or_unseen_fails_it(tmp_path: Path, column: str) -> None:
    assert main([written(tmp_path / "a", P3=Seen(1, 1, **{column: 1}))]) == 1


def test_a_promise_that_nobody_proved_is_shown_as_not_run_and_fails_it(tmp_path: Path) -> None:
    report = written(tmp_path / "a")
    report.write_text("".join(line for line in report.open() if '"P7"' not in line))
    assert "not run" in next(line for line in table(gathered([report])).splitlines() if line.startswith("P7 "))
    assert main([report]) == 1


def test_a_proof_reports_before_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REPORT, str(tmp_path / "report"))
    with pytest.raises(AssertionError):
        saw("P2", Seen(5, 5, lost=1))
    assert gathered([tmp_path / "report"]) == {"P2": Seen(5, 5, lost=1)}


def test_a_proof_that_did_nothing_proves_nothing() -> None:
    with pytest.raises(AssertionError):
        saw("P1", Seen(0, 0))
