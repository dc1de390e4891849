"""A tracking page on a small office whose matter was sent to four posts, one of them twice removed; how to be logged in: `signed_in.py`."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pikepdf
import pytest
import structlog
from fastapi import FastAPI
from sqlmodel import SQLModel

from tests import build
from tests.integration.services import intake_desk
from tests.integration.services.intake_desk import taken
from tests.integration.web.signed_in import PRESSED_HERE, TestClient, as_
from tests.tampering import CHAIN, open_the_safe
from tests.unit.templates.papers import FONTS
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.entrypoints.web.app import make_app
from workflow.services.answer import AckRequest, StampRequest, acknowledge, stamp_receipt
from workflow.services.calendar_feed import make_feed
from workflow.services.check_tallies import check_tallies
from workflow.services.desk import Desk
from workflow.store.engine import Store

__all__ = ["PRESSED_HERE", "TODAY", "Site", "change", "client"]
TODAY = date(2019, 12, 20)


@dataclass(frozen=True)
class Site:
    """The page (its browser is logged in as the drafter of สทส., who owns the matter), its desk, and what was sent to whom."""

    app: FastAPI
    page: TestClient
    desk: Desk
    matter: int
    memo: int
    to: dict[str, int]
    known: dict[tuple[str, ...], TestClient] = field(default_factory=dict)

    def recipient(self, post: str) -> str:
        """The address of a post's page."""
        return f"/matters/{self.matter}/recipients/{self.to[post]}"

    def as_(self, role: Role, unit: str = "", *, post: str = "", person: str = "") -> TestClient:
        """Another browser, logged in at that desk; the same one when asked for again."""
        asked = (role, unit, post, person)
        if asked not in self.known:
            self.known[asked] = as_(self.desk, self.app, role, unit, post=post, person=person)
        return self.known[asked]

    def intake(self) -> int:
        """A typed letter that สทส. handed in and that was read."""
        return taken(self.desk)

    def feed(self) -> str:
        """The secret of a new calendar of ผบก.ก."""
        address = make_feed(self.desk, "test", "ผบก.ก.", When(build.at(TODAY)))
        return address.rpartition("/")[2].removesuffix(".ics")

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Everything in the database but the seals: the clock makes those, of whatever was there."""
        tables = [t for t in SQLModel.metadata.sorted_tables if t.name not in CHAIN]
        with self.desk.store.read() as session:
            asked = {t.name: session.connection().execute(t.select()) for t in tables}
            return {name: [tuple(row) for row in rows] for name, rows in asked.items()}


def one_page() -> bytes:
    """A PDF with one empty page."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(out)
    return out.getvalue()


def client(app: FastAPI) -> TestClient:
    """A browser before this application, not logged in."""
    return TestClient(app, base_url="http://127.0.0.1:8000")


def change(desk: Desk, statement: str) -> None:
    """Put the rows into a state that would take long to reach."""
    with desk.store.engine.begin() as connection:
        if statement.startswith("delete"):
            open_the_safe(connection)  # rows of the record are only ever added
        connection.exec_driver_sql(statement)


@pytest.fixture(scope="session", autouse=True)
def _errors_in_short() -> None:
    """Where nothing else is set, structlog draws every frame with all its values: four seconds for one error."""
    known = structlog.get_config()["processors"]
    short = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*known[:-1], short])


@pytest.fixture
def site(sqlite_store: Store, tmp_path: Path) -> Iterator[Site]:
    """สงป. has stamped and acknowledged and passed it to กอง ก.; กอง ก. and กอง ข. have not answered, and it is late."""
    desk = intake_desk.desk(sqlite_store, tmp_path)
    matter = build.matter(desk)
    memo = build.memo(desk, matter, "เพื่อโปรดทราบ และพิจารณาดำเนินการในส่วนที่เกี่ยวข้อง")
    note = build.memo(desk, matter, "เพื่อทราบ และประชาสัมพันธ์")
    to = {post: build.sent(desk, matter, memo, post) for post in ("ผบช.สงป.", "ผบก.ข.")}
    stamp_receipt(desk, StampRequest(matter, "สงป.", When.day(date(2019, 12, 9), "15:30")))
    deputy = AckRequest(matter, "สงป.", When.day(date(2019, 12, 11)), by_post="รอง ผบช.สงป.", evidence="paper")
    acknowledge(desk, deputy)
    to["ผบก.ก."] = build.sent(desk, matter, note, "ผบก.ก.", parent=to["ผบช.สงป."])
    change(desk, "update dispatch set state = 'forwarded' where unit = 'สงป.'")
    check_tallies(desk, mend=True)
    file = tmp_path / f"memos/{matter:05d}/{memo:05d}-forwarding-note.pdf"
    file.parent.mkdir(parents=True)
    file.write_bytes(one_page())
    for name, face in (("regular.ttf", FONTS.regular), ("bold.ttf", FONTS.bold)):
        (tmp_path / name).symlink_to(face)
    app = make_app(desk, now=lambda: build.at(TODAY, 1))
    yield Site(app, as_(desk, app, Role.DRAFTER, "สทส."), desk, matter, memo, to)
