"""The emblem is the agency's own file, next to its office.yaml."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from workflow.core.errors import ConfigError
from workflow.store.office_files import load_office


@pytest.fixture
def config(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "config", tmp_path / "config")
    with (tmp_path / "config/police/office.yaml").open("a", encoding="utf-8") as yaml:
        yaml.write("\nemblem: garuda.svg\n")
    return tmp_path / "config"


def test_the_agencys_emblem_is_found_beside_its_configuration(config: Path) -> None:
    (config / "police/garuda.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert load_office(config, "police").emblem == config / "police/garuda.svg"


def test_a_named_emblem_that_is_absent_is_an_error_not_a_placeholder(config: Path) -> None:
    with pytest.raises(ConfigError, match=r"garuda\.svg"):
        load_office(config, "police")
