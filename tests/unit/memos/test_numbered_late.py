"""A memo may be written before its number is known: the number stands in its head and nowhere else."""

from dataclasses import replace

import pytest

from memos import CATALOGUE
from workflow.services.write_memo import number_memo
from workflow.store.json_shapes import to_json
from workflow.store.tables import MemoRow
from workflow.templates.compose import compose


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_kind_of_memo_numbered_late_is_the_memo_written_with_its_number(name: str) -> None:
    kind, case = CATALOGUE[name], CATALOGUE[name].sample()
    row = MemoRow(matter_id=1, kind=name, unit="สทส.", key="k", document=to_json(compose(kind, replace(case, number="0033.12/88"))))  # fmt: skip
    number_memo(row, "๐๐๓๓.๑๒/๕๑๘๓")
    assert row.document == to_json(compose(kind, replace(case, number="๐๐๓๓.๑๒/๕๑๘๓")))
