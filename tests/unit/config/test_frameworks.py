"""The surveys' frameworks are data: read with their certainty, every mistake named with its line, used only where they apply."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from workflow.core.errors import ConfigError
from workflow.core.framework import Framework
from workflow.store.framework_files import load_frameworks

GOOD = """survey: trial
names: [การประเมินทดลอง]
years:
  2567:
    known: all
    indicators:
      - {code: "1", name: นโยบาย, certainty: printed, source: หนังสือ}
      - {code: "1.1", name: แผน (Plan), others: [Plan], certainty: inferred, source: หนังสือ}
    published:
      - {what: target offices, value: "10", certainty: published, source: ข่าว}
"""


def written(folder: Path, text: str) -> Path:
    place = folder / "shared" / "frameworks"
    place.mkdir(parents=True, exist_ok=True)
    (place / "trial.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_year_is_read_with_its_indicators(tmp_path: Path) -> None:
    (found,) = load_frameworks(written(tmp_path, GOOD))
    assert (found.survey, found.year, found.known) == ("trial", 2567, "all")
    assert [i.code for i in found.indicators] == ["1", "1.1"]
    assert found.indicators[1].names == ("แผน (Plan)", "Plan")


def test_no_folder_means_that_none_is_known(tmp_path: Path) -> None:
    assert load_frameworks(tmp_path) == ()


@pytest.mark.parametrize(
    ("good", "bad", "words"),
    [
        ("known: all", "known: most", "บรรทัด ๔"),
        ("certainty: inferred", "certainty: guessed", "บรรทัด ๘"),
        ('code: "1.1"', "code: 1.1", "บรรทัด ๘"),
        ('code: "1.1"', 'code: "1"', "ซ้ำ"),
        ("certainty: printed, ", "", "certainty"),
        ("survey: trial", "surveys: trial", "survey"),
        ("  2567:", "  67:", "พ.ศ."),
        ("names: [", "names: [[", "YAML"),
    ],
)
def test_a_mistake_is_named_with_what_is_wrong(tmp_path: Path, good: str, bad: str, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_frameworks(written(tmp_path, GOOD.replace(good, bad)))
    assert words in str(caught.value) and caught.value.next_step


@pytest.mark.parametrize(
    ("known", "code", "out"),
    [
        ("all", "1.2", True),
        ("all", "1.1", False),
        ("indicators", "1.2", False),
        ("indicators", "7.1", True),
        ("some", "7.1", False),
    ],
)
def test_a_code_is_ruled_out_only_where_enough_is_known(tmp_path: Path, known: str, code: str, out: bool) -> None:
    (found,) = load_frameworks(written(tmp_path, GOOD.replace("known: all", f"known: {known}")))
    assert found.rules_out(code) is out


def test_the_shipped_frameworks_are_read_and_every_row_says_how_it_is_known() -> None:
    found: tuple[Framework, ...] = load_frameworks(ROOT / "config")
    assert {f.year for f in found} >= {2559, 2562, 2568}
    assert all(i.source and i.certainty for f in found for i in f.indicators)


def test_a_file_is_read_again_only_once_it_was_written_again(tmp_path: Path) -> None:
    first = load_frameworks(written(tmp_path, GOOD))
    assert load_frameworks(tmp_path)[0] is first[0]
    assert load_frameworks(written(tmp_path, GOOD.replace("survey: trial", "survey: other")))[0].survey == "other"
