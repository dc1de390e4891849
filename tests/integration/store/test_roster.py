"""The roster of an office comes in whole: what is new is added, what differs is changed, what is gone is removed."""

import pytest
from sqlmodel import select

from workflow.core.errors import Refused
from workflow.store.engine import Store
from workflow.store.roster import RosterChange, replace_roster
from workflow.store.sending_tables import RosterRow


def position(post: str, unit: str = "ก", name: str = "นายตัวอย่าง หนึ่ง") -> tuple[str, ...]:
    return (post, unit, "เจ้าหน้าที่", "", name, "")


def imported(store: Store, *rows: tuple[str, ...], office: str = "police") -> RosterChange:
    with store.write() as session:
        return replace_roster(session, office, rows)


def held(store: Store) -> list[tuple[int | None, str, str]]:
    with store.read() as session:
        return [(r.id, r.post, r.name) for r in session.exec(select(RosterRow).order_by("id"))]


def test_a_first_list_is_added_in_the_order_of_the_file(store: Store) -> None:
    assert imported(store, position("ข"), position("ก"), position("ค")) == RosterChange(3, 0, 0, 3)
    assert [post for _, post, _ in held(store)] == ["ข", "ก", "ค"]


def test_a_second_list_touches_only_what_differs_and_positions_keep_their_row(store: Store) -> None:
    imported(store, position("ก"), position("ข"), position("ค"))
    before = {post: n for n, post, _ in held(store)}
    assert imported(store, position("ก"), position("ข", name="นางตัวอย่าง สอง"), position("ง")) == RosterChange(
        1, 1, 1, 3
    )
    assert [(post, name) for n, post, name in held(store) if before.get(post) == n] == [
        ("ก", "นายตัวอย่าง หนึ่ง"), ("ข", "นางตัวอย่าง สอง"),
    ]  # fmt: skip


def test_another_office_keeps_its_people(store: Store) -> None:
    imported(store, position("ก"))
    imported(store, position("ข"), office="interior")
    assert len(held(store)) == 2


def test_a_position_named_twice_leaves_everything_as_it_was(store: Store) -> None:
    imported(store, position("ก"))
    with pytest.raises(Refused, match="ซ้ำในแฟ้ม: ข"):
        imported(store, position("ข"), position("ข"))
    assert [post for _, post, _ in held(store)] == ["ก"]
