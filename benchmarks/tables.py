"""How many tables of scores are read whole when their forms are drawn by chance."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from benchmarks.lists import Formed, bare
from benchmarks.papers.faces import FOLDERS
from benchmarks.papers.table_forms import TableForm, TableTold, drawn_table, table_in
from workflow.core.reading import Survey
from workflow.parsers.read_file import read_file


def read_table(seed: int) -> Formed:
    """Make the paper of a seed, read it and judge its table."""
    rng = random.Random(seed)
    return read_table_in(drawn_table(rng), rng)


def read_table_in(form: TableForm, rng: random.Random) -> Formed:
    """Make a paper in a form, read it and judge its table: code, name, score and average of each row, the whole's, and no row too many."""
    markup, told = table_in(form, rng)
    with TemporaryDirectory() as held:
        source = Path(held) / "table.typ"
        source.write_text(markup, encoding="utf-8")
        path = source.with_suffix(".pdf")
        path.write_bytes(typst.compile(str(source), font_paths=[FOLDERS[0]], ignore_system_fonts=True))
        reading = read_file(path)
    survey, given = reading.instruments[0].survey or Survey(), reading.instruments[0].recommendations
    doubted = any((f.field or "").startswith(("survey", "recommendations")) for f in reading.findings)
    facts = 4 * max(len(told.indicators), len(survey.indicators)) + 2 + max(len(told.advice), len(given))
    advised = sum(bare(told.advice.get(one.code, "")) == bare(one.text) for one in given)
    return Formed(form, facts, _right(told, survey) + advised, doubted)


def _right(told: TableTold, survey: Survey) -> int:
    by_code = {one.code: one for one in survey.indicators}
    right = (survey.score == told.score) + (survey.group_average == told.average)
    for want in told.indicators:
        if got := by_code.get(want.code):
            right += 1 + (bare(want.name) == bare(got.name))
            right += (want.score == got.score) + (want.group_average == got.group_average)
    return right
