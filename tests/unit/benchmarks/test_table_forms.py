"""Tables of scores in forms drawn by chance are read whole: each part of a form beside a plain rest."""

import random
from dataclasses import replace
from typing import Any

import pytest

from benchmarks.lists import Formed, summary
from benchmarks.papers.table_forms import (
    ASIDE,
    AVERAGES,
    CELLS,
    CODES,
    COLUMNS,
    DECIMALS,
    DIGITS,
    GROUPS,
    NAMED,
    RULES,
    SCORES,
    TOTALS,
    TableForm,
    table_in,
)
from benchmarks.tables import read_table, read_table_in

PLAIN = TableForm("ruled", COLUMNS[1], CODES[0], "none", SCORES[0], AVERAGES[0], TOTALS[1], DIGITS[0], 2)
PARTS: dict[str, tuple[Any, ...]] = {
    "rules": RULES, "columns": COLUMNS, "code": CODES, "groups": GROUPS, "score": SCORES, "average": AVERAGES, "total": TOTALS,
    "digits": DIGITS, "decimals": DECIMALS,
}  # fmt: skip
FORMS = {
    replace(PLAIN, rules=rules, **{part: value}).settled
    for rules in RULES
    for part, values in PARTS.items()
    if part != "rules"
    for value in values
} | {
    replace(PLAIN, rules=rules, named=named, cells=cells, aside=aside)
    for rules in RULES
    for named in NAMED
    for cells in CELLS
    for aside in ASIDE
}


@pytest.mark.parametrize("form", sorted(FORMS, key=repr), ids=repr)
def test_a_table_is_read_whole_whichever_part_of_its_form_is_another(form: TableForm) -> None:
    assert read_table_in(form, random.Random(7)).whole


@pytest.mark.parametrize("seed", [9039, 9399, 9524, 9560])
def test_a_table_that_was_misread_once_is_read_whole(seed: int) -> None:
    assert read_table(seed).whole


def test_a_level_beside_a_name_of_several_rows_is_no_advice() -> None:
    read = read_table(5237)
    assert isinstance(read.form, TableForm)
    assert read.form.columns.split()[-1] == "level"
    assert read.whole


def test_the_summary_tells_tables_apart_by_what_is_weakest() -> None:
    read = [Formed(PLAIN, 4, 4, doubted=False), Formed(replace(PLAIN, rules="none"), 4, 2, doubted=False)]
    told = summary(read, "tables")
    assert "1 of 2 tables whole, 75.00 % of 8 facts right, 1 tables wrong without a doubt" in told
    assert told.index("“none” 0/1") < told.index("“ruled” 1/1")


def test_a_paper_prints_what_it_is_said_to_say() -> None:
    markup, told = table_in(replace(PLAIN, groups="scored"), random.Random(1))
    assert len(told.indicators) > 6 and all(
        f"{one.score:.2f}" in markup and one.code in markup for one in told.indicators
    )
