"""Lists of recommendations in forms drawn by chance are read whole: each part of a form beside a plain rest, and whole forms met before."""

import random
from dataclasses import replace

import pytest

from benchmarks.lists import Formed, read_form, read_list, summary
from benchmarks.papers.list_forms import HEADS, LAYOUTS, LEADS, MARKS, UNDER, Form, letter_in

PLAIN = Form("- ", HEADS[0], UNDER[1], LEADS[0], "block")
PARTS = {"mark": MARKS, "head": HEADS, "under": UNDER, "lead": LEADS, "layout": LAYOUTS}
FORMS = {(replace(PLAIN, **{part: value})).settled for part, values in PARTS.items() for value in values}


@pytest.mark.parametrize("form", sorted(FORMS, key=repr), ids=repr)
def test_a_list_is_read_whole_whichever_part_of_its_form_is_another(form: Form) -> None:
    assert read_form(form, random.Random(7)).whole


MISREAD_ONCE = [
    27, 77, 80, 171, 173, 209, 253, 1068, 1262, 9012, 9036, 9037, 9066, 9119, 9120, 9138, 9140, 9193, 9223, 9256, 9278, 9331, 9341,
    9362, 9380, 9508, 9594, 9658, 10735,
]  # fmt: skip


@pytest.mark.parametrize("seed", MISREAD_ONCE)
def test_a_form_that_was_misread_once_is_read_whole(seed: int) -> None:
    assert read_list(seed).whole


def test_the_summary_names_the_weakest_part_first() -> None:
    rare = Formed(replace(PLAIN, mark="• "), 4, 2, doubted=False)
    told = summary([Formed(PLAIN, 4, 4, doubted=False), rare])
    assert "1 of 2 lists whole, 75.00 % of 8 facts right, 1 lists wrong without a doubt" in told
    assert told.index("“•” 0/1") < told.index("“-” 1/1")


def test_an_indicator_below_an_advice_and_codes_that_only_count_are_not_drawn() -> None:
    form = replace(PLAIN, mark="2.{n} ", head=HEADS[2], under=UNDER[6], lead=LEADS[-1]).settled
    assert (form.mark, form.lead) == ("- ", LEADS[0])
    markup, told = letter_in(form, random.Random(1))
    assert len(told) > 2 and all(one.name in markup for one in told)
