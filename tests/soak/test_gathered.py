"""The promises whose proofs are short, told again with larger numbers, each counting what it saw."""

import itertools
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from tests import build
from tests.integration.delivery.mail_server import mail_server
from tests.integration.services import police
from tests.integration.services.test_backup import BOOK, KEY, issue, writing
from tests.integration.web.conftest import PRESSED_HERE, Site, site
from tests.integration.web.test_promises import addresses, paths
from tests.newest import empty_database
from tests.promises import Seen, saw
from tests.unit.entrypoints.test_steady_clock import DAY, NEW_YEAR, Watch
from workflow.core.errors import Refused
from workflow.core.mail_state import MailState
from workflow.core.thai_date import be_year
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.delivery.mail import SmtpServer
from workflow.services.backup import Place, logical_digest, make_backup, restore
from workflow.services.check_files import check_files
from workflow.services.desk import Desk
from workflow.services.export_all import export_all, import_all
from workflow.services.send_outbox import send_outbox
from workflow.store.engine import Store
from workflow.store.outbox import everything
from workflow.store.reminder_tables import OutboxRow
from workflow.store.tables import AcknowledgementRow, MatterRow

pytestmark = [pytest.mark.soak, pytest.mark.timeout(900)]
__all__ = ["site"]
AT = datetime.fromisoformat("2019-12-20T03:00:00+00:00")
MOODS = ("250", "421", "451", "drop-at-once", "drop-after-data", "554-connect", "535-login")


def test_a_mail_server_that_fails_in_every_way_loses_no_message(store: Store, tmp_path: Path) -> None:
    draw, lost_answers = random.Random(2562), 0
    with mail_server() as server:
        desk = replace(build.desk(store, tmp_path), channel=SmtpServer(server.url, timeout=5))
        with store.write() as session:
            session.add_all(
                OutboxRow(
                    message_id=f"{n}@x", sender="a@x.example", address="b@x.example", subject="s", body="b", next_try=AT
                )
                for n in range(300)
            )
        for hour in range(400):
            server.mood = draw.choice(MOODS) if hour < 360 else "250"
            before = len(server.taken)
            send_outbox(desk, at=AT + timedelta(hours=4 * hour))
            lost_answers += (len(server.taken) - before) * (server.mood == "drop-after-data")
    taken = Counter(server.taken)
    with store.read() as session:
        left = [row for row in everything(session) if row.state != MailState.DELIVERED or row.message_id not in taken]
    again = sum(times - 1 for times in taken.values())
    saw("P4", Seen(300, server.tries - 300, len(left), max(0, again - lost_answers)))


def test_a_thousand_looks_of_a_scanner_change_nothing(site: Site) -> None:
    listed, before, draw = sorted(addresses(site).values()), site.rows(), random.Random(2562)
    methods = ("GET", "HEAD", "OPTIONS")
    for n in range(1000):
        site.page.request(
            methods[n % 3], draw.choice(listed), headers=draw.choice([{}, PRESSED_HERE, {"Purpose": "prefetch"}])
        )
    after = site.rows()
    changed = sum(len(set(map(str, after[name])) ^ set(map(str, before[name]))) for name in before)
    with site.desk.store.read() as session:
        given = len(session.exec(select(AcknowledgementRow)).all())
    saw("P5", Seen(1000, 1000, doubled=given - len(before["acknowledgement"]), unseen=changed))


def test_three_hundred_originals_are_kept_to_the_byte_and_every_spoilt_one_is_found(
    store: Store, tmp_path: Path
) -> None:
    desk, draw, kept = build.desk(store, tmp_path), random.Random(2562), []
    files = desk.originals
    for n in range(300):
        letter = tmp_path / "letter"
        letter.write_bytes(draw.randbytes(draw.randint(1, 20_000)))
        kept.append(files.keep(letter))
        with store.write() as session:
            session.add(
                MatterRow(
                    office="test",
                    unit="สทส.",
                    subject=f"{n}",
                    state="received",
                    sha256=kept[-1],
                    file_name="x",
                    opened_at=AT,
                )
            )
    with store.read() as session:
        lost = len(check_files(session, desk)[2])
        unseen = 0
        for sha256 in kept:
            path = files.path(sha256)
            whole = path.read_bytes()
            place = draw.randrange(len(whole))
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << draw.randrange(8)]) + whole[place + 1 :])
        unseen = 300 - len(check_files(session, desk)[2])
    saw("P7", Seen(300, 300, lost=lost, unseen=unseen))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_five_backups_made_under_writing_restore_equal_and_wait_for_the_paper(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    def database(name: str) -> str:
        own = f"sqlite:///{tmp_path / name / 'saraban.sqlite3'}"
        return own if kind == "sqlite" else empty_database(request.getfixturevalue("postgres_url"))

    place = Place(database("office"), tmp_path / "office", KEY)
    desk, found = police.police_desk(place.database_url, place.data), Seen(0, 0)
    police.sent_to_everyone(desk)
    for n in range(5):
        with writing(desk):
            made = make_backup(desk.store, place, tmp_path / f"{n}.saraban", at=AT)
        empty = Place(database(f"new{n}"), tmp_path / f"new{n}", KEY)
        same = restore(made.file, empty, at=AT).sha256 == made.sha256
        opened = police.police_desk(empty.database_url, empty.data)
        free = 0 if _refuses(opened) else 1
        found += Seen(1, 1, lost=police.holes(opened)[BOOK] + (not same), doubled=free)
        opened.store.engine.dispose()
    saw("P8", found)


def _refuses(desk: Desk) -> bool:
    try:
        issue(desk, "x")
    except Refused:
        return True
    return False


def test_no_address_shows_another_units_letter(site: Site) -> None:
    """Every address of every paper, asked for by every role of a unit that has nothing to do with it."""
    secret, leaks, asked = "เรื่องของสทสเท่านั้น", 0, 0
    matter = build.matter(site.desk, secret)
    memo = build.memo(site.desk, matter)
    dispatch = build.sent(site.desk, matter, memo, "ผบช.สงป.")
    values = {
        "matter": matter,
        "memo": memo,
        "dispatch": dispatch,
        "suffix": "pdf",
        "page": 1,
        "name": "0" * 32,
        "ending": "csv",
    }
    strangers = [site.as_(role, "กอง ข.") for role in (Role.REGISTRY, Role.DRAFTER)] + [
        site.as_(Role.OFFICER, post="ผบก.ข.")
    ]
    for path in paths(site.app):
        names = {part.split("}")[0] for part in path.split("{")[1:]}
        if not names & {"matter", "memo", "dispatch"} or names - values.keys():
            continue
        for stranger in strangers:
            answer = stranger.get(path.format(**values), follow_redirects=False)
            asked += 1
            leaks += answer.status_code not in {404, 405} or secret in answer.text
    lists = ("/", "/matters", "/inbox", "/branch", "/registers", "/sendings", f"/matters?find={secret}")
    leaks += sum(secret in stranger.get(path).text for stranger in strangers for path in lists if "find=" not in path)
    saw("P11", Seen(asked + len(strangers) * len(lists), asked, unseen=leaks))


def test_a_thousand_jumps_of_the_clock_never_take_time_back() -> None:
    draw, watch = random.Random(2562), Watch(NEW_YEAR - timedelta(hours=3))
    seen, untold = [watch.clock.now()], 0
    for _ in range(1000):
        by = draw.choice([1, -1]) * draw.choice(
            [timedelta(seconds=1), timedelta(minutes=20), timedelta(hours=3), DAY, 365 * DAY]
        )
        watch.is_set(by)
        watch.passes(timedelta(seconds=draw.randint(1, 60)))
        seen.append(watch.clock.now())
        odd = abs(watch.at - seen[-1]) > timedelta(minutes=2)
        untold += odd and watch.clock.doubt() is None
    back = sum(later < earlier for earlier, later in itertools.pairwise(seen))
    years = [be_year(When(at).on) for at in seen]
    saw(
        "P12",
        Seen(1000, 1000, lost=back, doubled=sum(b < a for a, b in itertools.pairwise(years)), unseen=untold),
    )


@pytest.fixture(params=["sqlite", "postgresql"])
def leaving(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    """An office, and an empty one on the other kind of database."""
    urls = [f"sqlite:///{tmp_path / 'a.sqlite3'}", empty_database(request.getfixturevalue("postgres_url"))]
    old, new = urls if request.param == "sqlite" else urls[::-1]
    pair = police.police_desk(old, tmp_path / "old"), police.police_desk(new, tmp_path / "new")
    police.sent_to_everyone(pair[0])
    yield pair
    for desk in pair:
        desk.store.engine.dispose()


def test_an_office_leaves_with_everything(leaving: tuple[Desk, Desk], tmp_path: Path) -> None:
    old, new = leaving
    out = export_all(old, tmp_path / "all.zip")
    came = import_all(new, out.file)
    same = (came.digest == out.digest) + (logical_digest(new.store) == logical_digest(old.store))
    names = {path.name for path in old.originals.kept()} - {path.name for path in new.originals.kept()}
    saw(
        "P13",
        Seen(
            out.rows + out.files,
            1,
            lost=2 - same + len(names) + max(0, out.rows - came.rows),
            doubled=max(0, came.rows - out.rows),
        ),
    )
