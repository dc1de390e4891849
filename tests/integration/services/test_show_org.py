"""The chart as of a day on the screen: the path to a unit, its posts, who is found by which words, the days on which it changed."""

from datetime import date
from pathlib import Path

import pytest

from tests import build
from workflow.core.errors import NotFound
from workflow.services.desk import Desk
from workflow.services.show_org import acting_on, show_org
from workflow.store.engine import Store

TODAY, LATER = date(2019, 12, 20), date(2020, 2, 1)


@pytest.fixture
def desk(sqlite_store: Store, tmp_path: Path) -> Desk:
    return build.desk(sqlite_store, tmp_path)


def test_without_a_unit_the_topmost_stand_with_what_is_below_them(desk: Desk) -> None:
    shown = show_org(desk, "test", TODAY)
    assert [(b.code, b.below, b.head) for b in shown.tops] == [("สนง.", 4, "หัวหน้า สนง.")]
    assert (shown.chosen, shown.found, shown.units, shown.posts, shown.vacant) == (None, None, 5, 6, 1)


def test_a_unit_shows_the_way_down_to_it_and_what_is_below(desk: Desk) -> None:
    chosen = show_org(desk, "test", TODAY, unit="สงป.").chosen
    assert chosen and [u.code for u in chosen.path] == ["สนง."]
    assert [b.code for b in chosen.below] == ["กอง ก.", "กอง ข."]


def test_a_post_tells_its_holder_and_who_acts_for_it_that_day_only(desk: Desk) -> None:
    chief = {on: show_org(desk, "test", on, unit="สงป.").chosen for on in (TODAY, LATER)}
    acting = {on: [len(post.acting) for post in shown.posts] for on, shown in chief.items() if shown}
    assert acting == {TODAY: [1, 0], LATER: [0, 0]}
    assert (shown := chief[TODAY]) and shown.posts[0].holder == "พล.ต.ต.ตัวอย่าง คนที่2"


def test_a_vacant_post_has_no_holder(desk: Desk) -> None:
    chosen = show_org(desk, "test", TODAY, unit="กอง ข.").chosen
    assert chosen and [post.holder for post in chosen.posts] == [""]


@pytest.mark.parametrize(
    ("typed", "units"),
    [("งบประมาณ", ["สงป."]), ("กองก", ["กอง ก."]), ("คนที่๒", ["สงป."]), ("รอง ผบช.", ["สงป."]), ("ไม่มีใครชื่อนี้", [])],
)
def test_a_unit_is_found_by_its_name_its_posts_and_its_people(desk: Desk, typed: str, units: list[str]) -> None:
    found = show_org(desk, "test", TODAY, find=typed).found
    assert found is not None and [one.unit for one in found] == units


def test_the_slider_s_days_are_those_on_which_something_changed(desk: Desk) -> None:
    assert show_org(desk, "test", TODAY).days == (date(2019, 1, 1), date(2020, 1, 1))


def test_appointments_in_force_stand_first(desk: Desk) -> None:
    assert [(a.by_post, a.for_post, a.in_force) for a in acting_on(desk, "test", TODAY)] == [
        ("รอง ผบช.สงป.", "ผบช.สงป.", True)
    ]
    assert [a.in_force for a in acting_on(desk, "test", LATER)] == [False]


def test_a_unit_that_never_was_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        show_org(desk, "test", TODAY, unit="ไม่มี")
