"""Builders for tests that need a whole desk: a small fictitious office, and a matter sent down it, as rows of a database."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlmodel import Session, select

from memos import CATALOGUE
from workflow.core.document import Block, Document, Head, SignatureBlock
from workflow.core.errors import NotFound
from workflow.core.office import Office
from workflow.core.org import ActingAppointment, Edge, Holder, OrgChart, Post, Unit
from workflow.core.reading import Reading, Source
from workflow.core.reminder import Rung
from workflow.core.when import When
from workflow.core.working_days import WorkingCalendar
from workflow.delivery.mail import EmlFolder
from workflow.durable.dbos_engine import DbosEngine
from workflow.parsers.docx_returned import read_returned
from workflow.routing.seats import tree_of
from workflow.services.desk import Desk
from workflow.store.engine import Store
from workflow.store.files import OriginalFiles
from workflow.store.json_shapes import to_json
from workflow.store.matters import Trail
from workflow.store.sending_tables import RosterRow, SendingRow, TallyRow
from workflow.store.tables import DispatchRow, MatterRow, MemoRow
from workflow.store.tallies import keep_tree
from workflow.templates.fonts import FontSet

SENT = date(2019, 12, 6)
DUE = date(2019, 12, 16)
SUBJECT = "แจ้งผลการสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ ประจำปี 2562"


def chart() -> OrgChart:
    """An office with two bureaus; ปรท. of one chief; one division whose chief is not named."""
    units = (Unit("สนง.", "สำนักงานทดสอบ", "กรม", "0001"), Unit("สทส.", "สำนักเทคโนโลยี", "บช.", "0033"),
             Unit("สงป.", "สำนักงบประมาณ", "บช.", "0010"), Unit("กอง ก.", "กอง ก", "บก."), Unit("กอง ข.", "กอง ข", "บก."))  # fmt: skip
    posts = (("หัวหน้า สนง.", "สนง.", "หัวหน้า", True), ("ผบช.สทส.", "สทส.", "ผบช.", True), ("ผบช.สงป.", "สงป.", "ผบช.", True),
             ("รอง ผบช.สงป.", "สงป.", "รอง ผบช.", False), ("ผบก.ก.", "กอง ก.", "ผบก.", True), ("ผบก.ข.", "กอง ข.", "ผบก.", True))  # fmt: skip
    return OrgChart(
        office="สนง.",
        grades=("หัวหน้า", "ผบช.", "รอง ผบช.", "ผบก."),
        units=units,
        edges=tuple(
            Edge(*pair) for pair in (("สทส.", "สนง."), ("สงป.", "สนง."), ("กอง ก.", "สงป."), ("กอง ข.", "สงป."))
        ),
        posts=tuple(Post(code, code, unit, grade, head=head) for code, unit, grade, head in posts),
        holders=tuple(Holder(code, "พล.ต.ต.", f"ตัวอย่าง คนที่{n}") for n, (code, *_) in enumerate(posts[:-1])),
        acting=(
            ActingAppointment(
                "รอง ผบช.สงป.", "ผบช.สงป.", "ปรท.", "คำสั่ง ๑/๒๕๖๒ (สมมติ)", date(2019, 1, 1), date(2019, 12, 31)
            ),
        ),
    )


def office() -> Office:
    """The office of that chart."""
    return Office(
        code="test", name="สำนักงานทดสอบ", short_name="สนง.", chart=chart(), registry_unit="สนง.", owner_unit="สทส.",
        addressee_post="หัวหน้า สนง.", via_post=None, openings={}, rungs=(Rung("ครบกำหนด", 0),), due_days={None: 5},
    )  # fmt: skip


def calendar() -> WorkingCalendar:
    """The working days of 2562, with its two holidays of December."""
    holidays = {date(2019, 12, 5): "วันคล้ายวันพระบรมราชสมภพ", date(2019, 12, 10): "วันรัฐธรรมนูญ"}
    return WorkingCalendar(holidays, frozenset({2562}), "test")


def desk(store: Store, folder: Path, fonts: Callable[[], FontSet] | None = None) -> Desk:
    """A desk on a store, its files in a folder."""

    def find_office(code: str) -> Office:
        if code != "test":
            raise NotFound(f"ไม่มีชุดตั้งค่า {code}")
        return office()

    return Desk(
        store=store, originals=OriginalFiles(folder / "originals"), memo_folder=folder / "memos", catalogue=CATALOGUE,
        read=lambda path: reading(), returned=read_returned, fonts=fonts or (lambda: FontSet(folder / "regular.ttf", folder / "bold.ttf")),
        office=find_office, calendar=calendar, channel=EmlFolder(folder / "outbox"), link_key=lambda: b"t" * 32, engine=DbosEngine(store),
    )  # fmt: skip


def reading() -> Reading:
    """What was read from a file in which nothing was found."""
    return Reading(Source("letter.pdf", "0" * 64, "pdf", 1, True), ())


def paper(*texts: str) -> Document:
    """An endorsement that says these things."""
    body = tuple(Block("paragraph", text) for text in texts)
    signed = SignatureBlock("พล.ต.ต.", "ตัวอย่าง คนที่๑", ("ผบช.สทส.",), "๖ ธ.ค.๖๒")
    return Document("endorsement", "", Head(unit="", number="๐๐๓๓/๑"), body, signed)


def matter(desk: Desk, subject: str = SUBJECT, *, opened: date = date(2019, 11, 11)) -> int:
    """A matter of สทส. that was dispatched."""
    when = When.day(opened, "14:50")
    row = MatterRow(
        office="test",
        unit="สทส.",
        subject=subject,
        state="dispatched",
        sha256=f"{subject}{opened}",
        file_name="letter.pdf",
    )
    row.opened_at, row.reading = when.at, to_json(reading())
    with desk.store.write() as session:
        session.add(row)
        session.flush()
        trail = Trail(session, row.id or 0)
        trail.note("registered", "สทส.", "ลงรับ เลขรับ ๔๓๒๓", when)
        trail.note("ordered", "สนง.", "สั่งการ “เห็นชอบตามที่เสนอในข้อ ๓”", When.day(date(2019, 11, 26)))
        trail.note("dispatched", "สทส.", "ส่ง ๔ ราย ที่ ๐๐๓๓/๑", When.day(SENT))
    return row.id or 0


def memo(desk: Desk, matter: int, *texts: str, kind: str = "forwarding-note") -> int:
    """A note of สทส. on a matter, its files not made."""
    row = MemoRow(matter_id=matter, kind=kind, unit="สทส.", key=f"{matter}{kind}{texts}", number="๐๐๓๓/๑", dated=SENT)
    row.document = to_json(paper(*(texts or ("เพื่อโปรดทราบ",))))
    with desk.store.write() as session:
        session.add(row)
    return row.id or 0


def sent(
    desk: Desk,
    matter: int,
    memo: int,
    post: str,
    *,
    parent: int | None = None,
    due: date = DUE,
    unit: str | None = None,
) -> int:
    """A dispatch of the memo to a post, counted in its sending as every dispatch is."""
    row = DispatchRow(
        matter_id=matter, memo_id=memo, parent_id=parent, from_unit="สทส.", unit=unit or chart().post(post).unit, post=post,
        reason="ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า", downward=False, state="sent", due_on=due, calendar_version="test",
    )  # fmt: skip
    row.sent_at = When.day(SENT).at
    with desk.store.write() as session:
        session.add(row)
        _counted(session, row)
    return row.id or 0


def sent_to_people(desk: Desk, matter: int, memo: int, count: int) -> None:
    """So many dispatches of the memo to positions of the roster, spread over the units."""
    units = [unit.code for unit in chart().units]
    spread = [units[n % len(units)] for n in range(count)]
    with desk.store.write() as session:
        session.add_all(
            RosterRow(office="test", post=f"{n:06d}", unit=u, title=f"เจ้าหน้าที่ {n}") for n, u in enumerate(spread)
        )
        rows = [
            DispatchRow(
                matter_id=matter, memo_id=memo, from_unit="สทส.", unit=unit, post=f"{n:06d}", reason="ข้าราชการทุกคน",
                downward=True, state="sent", due_on=DUE, calendar_version="test", sent_at=When.day(SENT).at,
            )
            for n, unit in enumerate(spread)
        ]  # fmt: skip
        session.add_all(rows)
        for row in rows:
            _counted(session, row)


def _counted(session: Session, row: DispatchRow) -> None:
    tree = tree_of(chart(), SENT)
    keep_tree(session, tree)
    sending = session.get(SendingRow, row.memo_id)
    if sending is None:
        shared = {
            name: getattr(row, name)
            for name in ("memo_id", "matter_id", "parent_id", "from_unit", "due_on", "calendar_version")
        }
        sending = SendingRow(**shared, predicate="", planned=0, state="sent", tree=tree.name)
        sending.sent_at = sending.touched_at = row.sent_at
        _passed_on(session, row)
        session.add(sending)
    sending.planned += 1
    seat = next(seat.seat for seat in tree.seats if seat.unit == row.unit)
    tally = session.get(TallyRow, (row.memo_id, row.unit))
    session.add(tally or TallyRow(memo_id=row.memo_id, unit=row.unit, matter_id=row.matter_id, seat=seat))
    session.get_one(TallyRow, (row.memo_id, row.unit)).total += 1
    session.flush()


def _passed_on(session: Session, row: DispatchRow) -> None:
    parent = session.get(DispatchRow, row.parent_id) if row.parent_id else None
    already = session.exec(select(SendingRow.memo_id).where(SendingRow.parent_id == row.parent_id).limit(1)).first()
    if parent and already is None:
        session.get_one(TallyRow, (parent.memo_id, parent.unit)).forwarded += 1


def at(day: date, hours: int = 0) -> datetime:
    """A moment of an office day, `hours` after it opens."""
    return When.day(day).at + timedelta(hours=hours)
