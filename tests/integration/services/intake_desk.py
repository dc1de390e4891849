"""A desk to which files are handed in: what the reader finds is given, so that a test says what is on the paper."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests import build
from tests.unit.templates.papers import FONTS
from workflow.core.errors import SarabanError
from workflow.core.reading import Evidence, Finding, Instrument, Reading, Signatory, Source
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.parsers.page import Line, Page
from workflow.services.desk import Desk
from workflow.services.page_views import look_at
from workflow.services.take_in import read_taken, take_in
from workflow.store.engine import Store

CLERK = WorkingAs(1, "ส.ต.ต. ตัวอย่าง สมมุติ", "test", "สทส.", Role.DRAFTER, "เจ้าหน้าที่ สทส.")
STRANGER = replace(CLERK, account=2, unit="สงป.")
CAME = When.day(date(2019, 11, 11), "14:50")
LETTER = b"\n".join("สพร ๒๕๖๒/ว๔๐๙๙ เรื่อง แจ้งผลการสำรวจ".encode() for _ in range(3))


def reading() -> Reading:
    """A letter whose date is in doubt, with a candidate for it."""
    letter = Instrument(
        kind="letter", pages=(1,), number="สพร 2562/ว4099", date=date(2019, 5, 1), subject=build.SUBJECT, sender="สำนักงานทดสอบกลาง",
        to=("หัวหน้าสำนักงาน",), signatory=Signatory(None, "สมมุติ ทดสอบ", "ผู้อำนวยการ"),
        evidence={
            "number": Evidence(1, (60.0, 90.0, 180.0, 110.0), "ที่ สพร ๒๕๖๒/ว๔๐๙๙", 0.99),
            "date": Evidence(1, (300.0, 140.0, 420.0, 160.0), "๑ พ.ค. ๒๕๖๒", 0.7),
        },
    )  # fmt: skip
    doubt = Finding("month", "error", "วันที่อยู่ก่อนหนังสือที่อ้างถึง", 0, "date", 1, candidates=("2019-11-01",))
    return Reading(Source("letter.txt", "0" * 64, "txt", 1, True), (letter,), (doubt,))


def desk(store: Store, folder: Path, found: Callable[[Path], Reading] = lambda _: reading()) -> Desk:
    """The desk; `found` reads, or raises what a reader raises."""

    def look(path: Path, pages: Path) -> Reading:
        typed = Page(1, (Line("เรื่อง แจ้งผลการสำรวจ", 1, 0), Line("username: demo password: Secret99", 1, 1)))
        return look_at(lambda file: (found(file), (typed,)), path, pages, level=False)

    return replace(build.desk(store, folder, lambda: FONTS), look=look)


def refusing(error: SarabanError) -> Callable[[Path], Reading]:
    """A reader that gives up with this error."""

    def give_up(_: Path) -> Reading:
        raise error

    return give_up


def taken(desk: Desk, name: str = "หนังสือ.txt", data: bytes = LETTER) -> int:
    """A file handed in and read; its number."""
    number = take_in(desk, CLERK, (name, data), CAME).intake
    read_taken(desk, number)
    return number
