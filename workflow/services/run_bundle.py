"""The main job from one file: read, receive, write, and, where the file already holds later papers, replay what they did.

A bundle such as the police one of 2562 holds the letter, the memo with its order, and the endorsements: each becomes the act it
records, with the dates and numbers the paper bears. What the paper does not tell is left undone, and said.
"""

from dataclasses import replace

from workflow.core.bundle_facts import number_prefix, papers, result_letter, running_number
from workflow.core.office import Office
from workflow.core.reading import Instrument, Reading
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.bundle_run import BundleRun, Tell
from workflow.services.desk import Desk
from workflow.services.draft_memo import MemoOut, draft_memo, submit_memo
from workflow.services.gather_case import paper_signature
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.services.replay_papers import replay_endorsement, replay_order
from workflow.services.replay_stamps import enter_stamp, unit_of
from workflow.store.matters import memos


def run_bundle(desk: Desk, arrival: Arrival, tell: Tell) -> BundleRun:
    """Do all that the file allows; every step may be run again and finds its earlier self."""
    office = desk.office(arrival.office)
    desk.fonts()  # before a number is taken: a run without the typeface would stop halfway
    reading = desk.read(arrival.path)
    tell(f"อ่านแล้ว {to_thai(reading.source.pages)} หน้า พบ {to_thai(len(reading.instruments))} ฉบับ")
    _tell_doubts(reading, tell)
    received = receive_letter(
        desk, _as_stamped(replace(arrival, unit=arrival.unit or office.owner_unit), office, reading), reading
    )
    run = BundleRun(desk, office, received, tell)
    tell(
        f"ลงรับที่ {arrival.unit or office.owner_unit} เลขรับ {to_thai(received.number)} เป็นเรื่องที่ {to_thai(received.matter)}"
    )
    _enter_other_stamps(run)
    _write_result_memo(run, arrival.when)
    for endorsement in papers(reading, "endorsement"):
        replay_endorsement(run, endorsement)
    return run


def _tell_doubts(reading: Reading, tell: Tell) -> None:
    """Say what is doubtful before anything is built on it: the errors in words, the rest by number."""
    for finding in reading.findings:
        if finding.severity == "error":
            tell(f"ข้อสังเกต หน้า {to_thai(finding.page or '-')}: {finding.message}")
    milder = sum(finding.severity != "error" for finding in reading.findings)
    if milder:
        tell(f"ข้อสังเกตอื่นอีก {to_thai(milder)} ข้อ ดูด้วย saraban read")
    if reading.secrets:
        tell(f"ข้อมูลลับ {to_thai(len(reading.secrets))} แห่ง จะไม่ไปกับฉบับที่ส่งต่อ")


def own_memo(run: BundleRun) -> Instrument | None:
    """Return the office's own memo inside the bundle: the one under the owner's number prefix, never another unit's."""
    prefix = run.office.chart.unit(run.office.owner_unit).number_prefix
    return next((m for m in papers(run.reading, "memo") if prefix and number_prefix(m.number) == prefix), None)


def _as_stamped(arrival: Arrival, office: Office, reading: Reading) -> Arrival:
    """Return the arrival with the number and time of the unit's own stamp on the letter, if there is one."""
    letter = result_letter(reading)
    for stamp in letter.receipts if letter else ():
        number = running_number(stamp.number)
        if unit_of(office, stamp) == arrival.unit and stamp.date and number:
            return replace(arrival, when=When.day(stamp.date, stamp.time), paper_number=number)
    return arrival


def _enter_other_stamps(run: BundleRun) -> None:
    """Enter the letter's stamps of other registries (the central one, the unit's own desk) in those units' registers."""
    letter = result_letter(run.reading)
    for stamp in letter.receipts if letter else ():
        unit = unit_of(run.office, stamp)
        if unit != run.office.owner_unit:
            enter_stamp(run, stamp, unit, "registered")


def _write_result_memo(run: BundleRun, fresh: When) -> None:
    paper = own_memo(run)
    if paper is None and papers(run.reading, "memo"):
        run.tell("บันทึกข้อความในแฟ้มไม่ใช่ของ " + run.office.owner_unit + " จึงไม่ใช้เลขและลายมือชื่อของบันทึกนั้น")
    when = When.day(paper.date) if paper and paper.date else fresh
    out = MemoOut(run.matter, "result-report", when)
    if paper:
        out = replace(out, block=paper_signature(paper.signatory), paper_number=running_number(paper.number))
    if not _is_drafted(run):
        draft_memo(run.desk, out)
    written = submit_memo(run.desk, out)
    run.tell(f"เขียนบันทึกรายงานผล ที่ {written.number} เสนอ {run.office.chart.post(run.office.addressee_post).title}")
    if paper:
        for stamp in paper.receipts:
            enter_stamp(run, stamp, unit_of(run.office, stamp), "arrived")
        replay_order(run, paper)


def _is_drafted(run: BundleRun) -> bool:
    with run.desk.store.read() as session:
        return any(memo.kind == "result-report" for memo in memos(session, run.matter))
