"""The born-digital samples of the corpus, scored by the corpus' own scorer. Skipped where the corpus does not lie beside."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from workflow.parsers.contract import to_contract
from workflow.parsers.read_file import read_file

CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = sorted([*CORPUS.glob("sample-*_l0.pdf"), *CORPUS.glob("sample-*_l0.docx")])


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("corpus_score", CORPUS / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def facts(path: Path) -> Iterator[tuple[str, bool, bool]]:
    """Yield field, right, flagged for each fact of a sample."""
    gold = json.loads(path.with_name(f"{path.stem}.gold.json").read_text(encoding="utf-8"))
    yield from scorer().compare(gold, json.loads(json.dumps(to_contract(read_file(path)))))


@pytest.mark.skipif(not SAMPLES, reason="the corpus (../shared/corpus) is not beside this repository")
def test_born_digital_samples_are_read_right_and_never_silently_wrong() -> None:
    read = [(path.name, *fact) for path in SAMPLES for fact in facts(path)]
    wrong = [(name, field, flagged) for name, field, right, flagged in read if not right]
    assert len(read) > 150
    assert len(wrong) <= 0.02 * len(read), wrong
    assert not [w for w in wrong if not w[2]], wrong
