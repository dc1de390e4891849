"""Chains of papers as files: read whole, or refused with the line."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from workflow.core.errors import ConfigError
from workflow.store.chain_files import load_chain

GOOD = """\
title: สายหนึ่ง
office: police
letter: letter.txt
received: "2019-11-11T14:50"
order: ทราบ
to: [ผบช.สงป.]
pass_on:
  บช.: ผบก. ในสังกัด {unit}
population: {บช.: 1}
"""


def written(folder: Path, text: str) -> Path:
    (folder / "letter.txt").write_text("ที่ ๑", encoding="utf-8")
    path = folder / "chain.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_chain_names_whom_a_unit_passes_on_to(tmp_path: Path) -> None:
    chain = load_chain(written(tmp_path, GOOD))
    assert chain.passed_on_to("บช.", "ภ.4") == ("ผบก. ในสังกัด ภ.4",)
    assert chain.passed_on_to("สภ.", "สภ.ชุมแพ") == ()
    assert chain.received.thai() == "๑๑ พ.ย.๖๒ ๑๔.๕๐ น."


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title: สายหนึ่ง\n", "", "title"),
        ("letter.txt", "absent.txt", "บรรทัด ๓"),
        ('"2019-11-11T14:50"', "วันนี้", "บรรทัด ๔"),
        ("[ผบช.สงป.]", "[]", "บรรทัด ๖"),
        ("{บช.: 1}", "{บช.: 0}", "บรรทัด ๙"),
        ("order: ทราบ", "order: ทราบ\nhurry: yes", "hurry"),
        ("title: สายหนึ่ง", "title: [", "YAML"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        load_chain(written(tmp_path, GOOD.replace(old, new)))


@pytest.mark.parametrize("path", sorted((ROOT / "specimens/chains").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_chain_that_ships_is_whole(path: Path) -> None:
    assert load_chain(path).to
