"""Receipt stamps on papers become entries of the registers of the units that stamped; an unclear stamp is said, not entered."""

from workflow.core.bundle_facts import running_number
from workflow.core.errors import Conflict, NotFound, Refused, SarabanError
from workflow.core.office import Office
from workflow.core.reading import Stamp
from workflow.core.register import Book, RegisterKey
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.units import find_unit, look_alike
from workflow.services.answer import StampRequest, stamp_receipt
from workflow.services.bundle_run import BundleRun
from workflow.store.matters import Trail, dispatch_under, matter
from workflow.store.registers import EntryDraft, Registers


def unit_of(office: Office, stamp: Stamp) -> str | None:
    """Return the unit a stamp names; a name with look-alike letters (ฟอ. for ฝอ.) counts when only one unit looks like it."""
    if not stamp.unit:
        return None
    try:
        return find_unit(office.chart, stamp.unit).code
    except NotFound:
        alike = look_alike(office.chart, stamp.unit)
        return alike.code if alike else None


def enter_stamp(run: BundleRun, stamp: Stamp, unit: str | None, kind: str) -> None:
    number = running_number(stamp.number)
    if not (unit and stamp.date and number):
        run.tell(
            f"ตรารับ “{stamp.unit or 'อ่านชื่อหน่วยไม่ได้'}” เลข {to_thai(stamp.number or '-')} ยังไม่ลงทะเบียน: ให้เจ้าหน้าที่ยืนยัน"
        )
        return
    try:
        entered = _entered(run, (unit, number), When.day(stamp.date, stamp.time), kind)
    except (Conflict, Refused) as error:
        _tell_doubt(run, unit, number, error)
        return
    if entered:
        run.tell(f"ลงรับที่ {unit} เลขรับ {to_thai(number)} {When.day(stamp.date, stamp.time).thai()}")


def _entered(run: BundleRun, where: tuple[str, int], when: When, kind: str) -> bool:
    """Enter a number in a unit's incoming register and return whether it was not there before."""
    unit, number = where
    key = f"{kind}:{run.matter}:{unit}"
    with run.desk.store.write() as session:
        registers = Registers(session, run.office.code, run.office.openings)
        if registers.find(key):
            return False
        row = matter(session, run.matter)
        draft = EntryDraft(key=key, at=when.at, subject=row.subject, matter_id=row.id)
        registers.record(RegisterKey(unit, Book.INCOMING, be_year(when.on)), number, draft)
        Trail(session, run.matter).note(kind, unit, f"ลงรับ เลขรับ {to_thai(number)}", when)
    return True


def _tell_doubt(run: BundleRun, unit: str, number: int, error: SarabanError) -> None:
    """Say why a stamp of the file is not entered; the run goes on."""
    run.tell(f"ตรารับของ {unit} เลข {to_thai(number)} ยังไม่ลงทะเบียน: {error} ให้เจ้าหน้าที่ยืนยัน")


def stamp_on_paper(run: BundleRun, stamp: Stamp, memo: int) -> None:
    """Enter the stamp of a unit that got this very paper, or of a desk of that unit."""
    unit, number = unit_of(run.office, stamp), running_number(stamp.number)
    dispatch = _dispatch_under(run, memo, unit, stamp) if unit else None
    if not (unit and dispatch and stamp.date and number):
        run.tell(f"ตรารับเลข {to_thai(stamp.number or '-')} ไม่แน่ว่าของหน่วยใด จึงยังไม่ลงทะเบียน: ให้เจ้าหน้าที่ยืนยัน")
        return
    when = When.day(stamp.date, stamp.time)
    try:
        stamp_receipt(run.desk, StampRequest(run.matter, unit, when, paper_number=number, dispatch=dispatch))
    except (Conflict, Refused) as error:
        _tell_doubt(run, unit, number, error)
        return
    run.tell(f"{unit} ลงรับ เลขรับ {to_thai(number)} {when.thai()}")


def _dispatch_under(run: BundleRun, memo: int, unit: str, stamp: Stamp) -> int | None:
    above = run.office.chart.ancestors(unit, stamp.date) if stamp.date else ()
    with run.desk.store.read() as session:
        return dispatch_under(session, memo, (unit, *above))
