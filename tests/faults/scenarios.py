"""What the office does while something goes wrong: each scenario is one command or one round of the program, and is safe to do again."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from tests import build
from tests.faults.place import SECRET, Counted, Place, write_all
from tests.integration.services import journey_desk, police
from tests.integration.services.intake_desk import CAME, CLERK, LETTER
from tests.unit.templates.papers import FONTS
from workflow.bootstrap import masked_copy
from workflow.core.register import Book
from workflow.core.when import When
from workflow.entrypoints.web.group_commit import GroupCommit
from workflow.routing.acknowledging import Word
from workflow.services import sending
from workflow.services.backup import Place as Kept
from workflow.services.backup import make_backup, restore
from workflow.services.checkpoint import Notary, make_checkpoint
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.enter_intake import enter_intake
from workflow.services.export_all import export_all, import_all
from workflow.services.export_package import PackageOut, export_package
from workflow.services.give_order import give_order
from workflow.services.import_package import PackageIn, import_package
from workflow.services.keep_register import NumberRequest, issue_numbers
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.services.send_reminders import sweep_reminders
from workflow.services.take_in import read_taken, take_in
from workflow.services.take_words import Answered, Spoken, acknowledge_many
from workflow.store import sendings
from workflow.store.dumps import is_empty
from workflow.store.migrate import upgrade
from workflow.store.outbox import LEASE
from workflow.store.seal_key import seal_key
from workflow.store.sending_tables import RosterRow

DAY = When.day(date(2019, 12, 4), "09:00")
LATER = When.day(date(2019, 12, 9), "09:00")
AT = datetime(2025, 12, 2, tzinfo=UTC)
PIECE = 4
PEOPLE = 9


@dataclass(frozen=True)
class Scenario:
    """`prepare` is done once; `act` until it comes to its end (`again`: an earlier one may not have)."""

    name: str
    prepare: Callable[[Place], None]
    act: Callable[[Place, bool], None]


def _nothing(place: Place) -> None:
    place.desk().store.engine.dispose()


def receive(place: Place, again: bool) -> None:
    """A letter is received and a block of numbers taken."""
    desk, letter = place.desk(), place.folder / "letter.txt"
    letter.write_text("เรื่อง แจ้งผลการสำรวจ")
    got = receive_letter(desk, Arrival(letter, "test", "สทส.", DAY))
    place.tell("number", f"receive:{got.matter}", got.number)
    block = NumberRequest("test", "สทส.", Book.OUTGOING, DAY, "block", "ตอบข้อหารือ", count=3)
    for number in issue_numbers(desk, block).numbers:
        place.tell("out", number)


def submitted(place: Place) -> None:
    """A memo is before the head of the office, nine people are on the roster of สงป."""
    desk = place.desk()
    journey_desk.submitted(desk, ())
    people = [RosterRow(office="test", post=f"{n:03}", unit="สงป.", title=f"เจ้าหน้าที่ {n}") for n in range(PEOPLE)]
    with desk.store.write() as session:
        session.add_all(people)
    desk.engine.prepare()


def order_and_dispatch(place: Place, again: bool) -> None:
    """The head gives his order, and the memo goes to two bureaus."""
    desk = place.desk()
    give_order(desk, journey_desk.says(1, journey_desk.HEAD, "เห็นชอบ", day=4))
    place.tell("ordered", 1)
    done = dispatch_memo(desk, DispatchRequest(1, ("ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า",), DAY))
    place.tell("sent", done.memo, done.count)


def send_to_many(place: Place, again: bool) -> None:
    """The order is given, and the memo goes to more people than are written at once: in pieces."""
    sending.AT_ONCE = sendings.PIECE = PIECE
    desk = place.desk()
    give_order(desk, journey_desk.says(1, journey_desk.HEAD, "เห็นชอบ", day=4))
    done = dispatch_memo(desk, DispatchRequest(1, ("ข้าราชการทุกคนในสังกัด สงป.",), DAY))
    place.tell("begun", done.memo, done.count)
    write_all(desk, done.memo or 0, at=DAY.at)
    place.tell("sent", done.memo, done.count)


def sent(place: Place) -> None:
    """Four posts have a paper and have not answered."""
    desk = place.desk()
    matter = build.matter(desk)
    memo = build.memo(desk, matter)
    for post in ("ผบช.สงป.", "รอง ผบช.สงป.", "ผบก.ก.", "ผบก.ข."):
        build.sent(desk, matter, memo, post)


def acknowledge(place: Place, again: bool) -> None:
    """Three posts press their buttons at the same time."""
    desk = place.desk()

    async def all_of_them() -> None:
        words: GroupCommit[Spoken, Answered] = GroupCommit(lambda spoken: acknowledge_many(desk, spoken))
        for answer in asyncio.as_completed([_press(place, words, dispatch) for dispatch in (1, 3, 4)]):
            await answer
        await words.close()

    asyncio.run(all_of_them())


async def _press(place: Place, words: GroupCommit[Spoken, Answered], dispatch: int) -> None:
    await words.ask(Spoken(dispatch, Word(LATER, name="ผู้รับ")))
    place.tell("ack", dispatch)


def remind(place: Place, again: bool) -> None:
    """The sweep of a day on which everything is overdue; done again, it waits until the dead sender's lease has ended."""
    at = When.day(date(2019, 12, 20), "10:00").at + (LEASE + timedelta(minutes=1) if again else timedelta())
    sweep_reminders(place.desk(), at=at)


def checkpoint(place: Place, again: bool) -> None:
    """The record is sealed, signed, written and mailed."""
    made = make_checkpoint(place.desk().store, _notary(place), at=AT)
    place.tell("sealed", made.point.seal, made.point.sha256)


def _notary(place: Place) -> Notary:
    return Notary(
        key=lambda: seal_key(place.folder / "seal.key"), folder=place.folder / "checkpoints", to=("audit@example.go.th",),
        channel=Counted(place.folder), fonts=lambda: FONTS,
    )  # fmt: skip


def prepared_engine(place: Place) -> None:
    """Work can be handed in."""
    place.desk().engine.prepare()


def hand_in(place: Place, again: bool) -> None:
    """A letter and a classified paper are handed in through the web, read, and the letter is entered."""
    desk = place.desk()
    for name, data in (("หนังสือ.txt", LETTER), ("ลับ.txt", SECRET)):
        taken = take_in(desk, CLERK, (name, data), CAME)
        place.tell("intake", taken.intake)
        read_taken(desk, taken.intake)
    got = enter_intake(desk, CLERK, 1, CAME)
    place.tell("number", f"receive:{got.matter}", got.number)


def packaged(place: Place) -> None:
    """A letter for another office lies as a package beside its sender's desk."""
    desk = place.police(spare=True)
    police.sent_to_everyone(desk)
    export_package(desk, PackageOut(1, police.DAY, 1, original=False), place.folder / "letter.zip", masked_copy)
    place.police().store.engine.dispose()


def take_package(place: Place, again: bool) -> None:
    """The package is taken in."""
    done = import_package(place.police(), PackageIn(place.folder / "letter.zip", "police", "สงป.", police.DAY))
    place.tell("number", f"receive:{done.matter}", getattr(done, "number", 0))


def full_desk(place: Place) -> None:
    """An office where papers have gone out."""
    receive(place, again=False)
    sent(place)


def back_up_and_restore(place: Place, again: bool) -> None:
    """A backup is made and restored on an empty machine."""
    own = Kept(place.url, place.folder, b"k" * 32)
    file = place.folder / "backups" / "b.saraban"
    if not file.exists():
        make_backup(place.desk().store, own, file, at=AT)
    place.tell("backup", file.stat().st_size)
    restored = place.folder / "restored"
    if not again or is_empty(place.spare):  # a restore that came to its end refuses to be done again, and rightly
        restore(file, Kept(place.spare, restored, b"k" * 32), at=AT)
    place.tell("restored")


def exported(place: Place) -> None:
    """An office has put everything into one file, and an empty database waits."""
    full_desk(place)
    export_all(place.desk(), place.folder / "all.zip")
    _spare(place)


def import_everything(place: Place, again: bool) -> None:
    """The file is read into the empty database."""
    spare = _spare(place)
    with spare.store.read() as session:
        there = session.connection().exec_driver_sql("select count(*) from matter").scalar_one()
    if not there:
        import_all(spare, place.folder / "all.zip")
    place.tell("imported")


def _spare(place: Place) -> Desk:
    made = replace(place, url=place.spare, folder=place.folder / "spare").desk()
    upgrade(made.store)
    return made


SCENARIOS = (
    Scenario("receive", _nothing, receive),
    Scenario("order", submitted, order_and_dispatch),
    Scenario("many", submitted, send_to_many),
    Scenario("acknowledge", sent, acknowledge),
    Scenario("remind", sent, remind),
    Scenario("checkpoint", full_desk, checkpoint),
    Scenario("hand in", prepared_engine, hand_in),
    Scenario("package", packaged, take_package),
    Scenario("backup", full_desk, back_up_and_restore),
    Scenario("import", exported, import_everything),
)
