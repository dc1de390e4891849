"""What a copy of a memo costs: `python -m benchmarks.copies [--count 200000]`.

One run, one memo of three pages: CPU per copy kept in the database, beside setting the same memo in full; bytes kept per copy; memory at
2,000 and at 20,000 copies; the print file of 1,520 copies. With `--count`, that many copies are made and measured.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from sqlalchemy import insert
from sqlmodel import select

from workflow.bootstrap import make_desk
from workflow.core.document import Block
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.draft_memo import MemoOut, draft_memo, submit_memo
from workflow.services.give_order import Decision, give_order
from workflow.services.make_copies import CopiesRequest, make_copies, print_copies
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.settings import Settings
from workflow.store.json_shapes import document_from, to_json
from workflow.store.tables import DispatchRow, MemoRow
from workflow.templates.render import render

ROOT = Path(__file__).parent.parent
DAY = When.day(date(2025, 12, 3))
POSTS = ("ผู้กำกับการ สถานีตำรวจภูธรตัวอย่างที่", "หัวหน้าสำนักงานจังหวัดตัวอย่างที่", "นายอำเภอตัวอย่างที่", "ผบก.ภ.จว.ตัวอย่างที่")
FULL = 20
TEXT = (
    "ขอให้หน่วยงานในสังกัดจัดทำข้อมูลตามภารกิจให้อยู่ในรูปแบบดิจิทัล มีความสมบูรณ์เชื่อถือได้ ถูกต้องและเป็นปัจจุบัน สามารถแลกเปลี่ยนกับหน่วยงานอื่น "
    "ของรัฐและนำไปประมวลผลต่อไปได้ และรายงานผลตามแบบที่กำหนดภายในเวลา"
)


def sent_to(folder: Path, count: int) -> tuple[Desk, int]:
    """Return a desk on a new database with a memo of three pages that was sent to so many."""
    desk = make_desk(Settings.from_environment({"SARABAN_DATA": str(folder), "SARABAN_CONFIG": str(ROOT / "config")}))
    office = desk.office("police")
    matter = receive_letter(
        desk, Arrival(ROOT / "specimens/result-letter.txt", "police", office.owner_unit, DAY)
    ).matter
    draft_memo(desk, MemoOut(matter, "result-report", DAY))
    submit_memo(desk, MemoOut(matter, "result-report", DAY))
    give_order(desk, Decision(matter, "เห็นชอบตามที่เสนอ", office.via_post or office.addressee_post, DAY))
    memo = dispatch_memo(desk, DispatchRequest(matter, ("ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า",), DAY)).memo or 0
    with desk.store.write() as session:
        row = session.get_one(MemoRow, memo)
        body = tuple(Block("paragraph", f"{n}. {TEXT * 2}") for n in range(1, 17))
        document = document_from({**row.document, "body": [], "form": "memo", "title": "บันทึกข้อความ"})
        row.document, row.rendered = to_json(type(document)(**{**vars(document), "body": body})), False
        first = session.exec(select(DispatchRow)).first()
        assert first is not None
        shared = first.model_dump(exclude={"id", "post"})
        already = len(session.exec(select(DispatchRow.id)).all())
        for start in range(already, count, 5000):
            named = [{**shared, "post": f"{POSTS[n % 4]} {n}"} for n in range(start, min(start + 5000, count))]
            session.connection().execute(insert(DispatchRow), named)
    return desk, memo


def measured(count: int) -> dict[str, float]:
    """Make so many copies and return what they cost; meant for a process of its own, whose peak of memory is told."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk, memo = sent_to(folder, count)
        request = CopiesRequest(memo, "https://saraban.example.go.th", DAY)
        files = _bytes(folder)
        begin = time.process_time()
        made = make_copies(desk, request)
        cpu = time.process_time() - begin
        stored = _bytes(folder) - files
        begin = time.process_time()
        pages = print_copies(desk, memo, folder / "print.pdf")
        printing = time.process_time() - begin
        full = _full(desk, memo, folder / "full") if count <= 2000 else 0.0
        assert made.made == count, made.failed[:3]
        return {
            "count": count, "cpu_ms": cpu / count * 1000, "stored": stored / count, "full_ms": full, "pages": pages / count,
            "print_bytes": (folder / "print.pdf").stat().st_size, "print_ms": printing * 1000,
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }  # fmt: skip


def _bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.glob("saraban.sqlite3*"))


def _full(desk: Desk, memo: int, folder: Path) -> float:
    """Return the milliseconds of CPU that setting the memo in full (PDF and DOCX) takes."""
    with desk.store.read() as session:
        document = document_from(session.get_one(MemoRow, memo).document)
    begin = time.process_time()
    for n in range(FULL):
        render(document, folder, f"full-{n}", fonts=desk.fonts())
    return (time.process_time() - begin) / FULL * 1000


def apart(count: int) -> dict[str, float]:
    """Measure in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.copies", "--one", str(count)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Print the measures."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--count", type=int, help="make and measure so many copies")
    words.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.one:
        print(json.dumps(measured(given.one)))
        return
    sizes = [1520, 2000, 20_000, *([given.count] if given.count else [])]
    print(
        f"{'copies':>8} {'CPU ms each':>12} {'bytes kept each':>16} {'peak MB':>8} {'print MB':>9} {'print CPU s':>12}"
    )
    found = [apart(count) for count in sizes]
    for one in found:
        print(
            f"{one['count']:>8,.0f} {one['cpu_ms']:>12.2f} {one['stored']:>16,.0f} {one['peak_mb']:>8.0f}"
            f" {one['print_bytes'] / 1e6:>9.2f} {one['print_ms'] / 1000:>12.2f}"
        )
    each, full, large = found[1]["cpu_ms"], found[1]["full_ms"], found[2]
    print(
        f"the same memo ({found[1]['pages']:.0f} pages) set in full: {full:.1f} ms of CPU, {full / each:.0f} times a copy"
    )
    print(
        f"200,000 copies, projected: {large['cpu_ms'] * 200 / 60:.1f} min of CPU, {large['stored'] * 200_000 / 1e9:.2f} GB"
    )


if __name__ == "__main__":
    main()
