"""`sending`, `sendings`, `roster`, `worker`: sending to many, the people there are, and the processes that do the work."""

import os
import signal
import socket
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.core.errors import ExitCode
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.options import DryRun, Json
from workflow.entrypoints.cli.scraping import MetricsPort, look_with, scraped_at
from workflow.settings import Settings

if TYPE_CHECKING:
    from workflow.services.show_sendings import SendingLine

app = typer.Typer()
sending_app = typer.Typer(help="การส่งถึงคนจำนวนมาก · sendings in pieces", no_args_is_help=True)
roster_app = typer.Typer(help="อัตรากำลัง: ทุกตำแหน่งของหน่วย · every position of a unit", no_args_is_help=True)
app.add_typer(sending_app, name="sending")
app.add_typer(roster_app, name="roster")
Memo = Annotated[int, typer.Argument(help="ลำดับบันทึก · memo (its row number)")]
WhichOffice = Annotated[str, typer.Argument(help="ชุดตั้งค่าใน config/ · office configuration")]
Table = Annotated[Path, typer.Argument(help="แฟ้ม .csv หรือ .xlsx · table of positions")]
Node = Annotated[str | None, typer.Option("--name", help="ชื่อของโปรแกรมนี้ ไม่ซ้ำกัน · this worker's name, unlike any other")]
LOOK = 0.2  # seconds between two looks at how far it is


def this_node() -> str:
    """Return a name that no other process has."""
    return f"{socket.gethostname()}-{os.getpid()}"


@app.command()
def worker(name: Node = None, metrics_port: MetricsPort = 0) -> None:
    """ทำงานเบื้องหลัง (ส่งถึงคนจำนวนมาก เตือน) จนกว่าจะหยุดด้วย Ctrl-C · Do background work until stopped.

    ตัวอย่าง: saraban worker --name เครื่องที่สอง --metrics-port 9464
    """
    from workflow.entrypoints.logs import configure
    from workflow.entrypoints.scheduler import worker_with_clock

    configure()
    works = worker_with_clock(desk(), name or this_node())
    stop = threading.Event()
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, lambda *_: stop.set())
    scraped = scraped_at(metrics_port, look_with(Settings.from_environment()), lambda: works.alive)
    works.start()
    say.note(f"เริ่มทำงานเบื้องหลัง ชื่อ {name or this_node()} (หยุดด้วย Ctrl-C)")
    stop.wait()
    works.stop()
    if scraped:
        scraped.shutdown()


@app.command()
def sendings(json: Json = False) -> None:
    """รายการส่ง: ถึงไหนแล้ว · Every sending and how far it is."""
    from workflow.services.show_sendings import list_sendings

    rows = list_sendings(desk())
    if json:
        say.as_json(list(rows))
        return
    say.table(
        "การส่ง",
        ["บันทึก", "เรื่อง", "ที่", "ผู้ส่ง", "สถานะ", "เขียนแล้ว"],
        [[to_thai(r.memo), to_thai(r.matter), r.number, r.unit, r.state_words, _share(r)] for r in rows],
    )


@sending_app.command("show")
def show(memo: Memo, json: Json = False) -> None:
    """การส่งหนึ่งครั้ง: กี่รายแล้ว เร็วเท่าใด ติดที่ใด · How far, how fast, what stopped it."""
    from workflow.services.show_sendings import show_sending

    _tell(show_sending(desk(), memo), json)


@sending_app.command("stop")
def stop(memo: Memo, json: Json = False) -> None:
    """หยุดส่งไว้ก่อน ที่ส่งแล้วยังอยู่ · Stop for now; what was sent stays sent."""
    from workflow.services.sending import stop_sending
    from workflow.services.show_sendings import show_sending

    with desk().store.write() as session:
        stop_sending(session, memo)
    _tell(show_sending(desk(), memo), json)


@sending_app.command("resume")
def resume(memo: Memo, json: Json = False) -> None:
    """ส่งต่อจากที่หยุดหรือขัดข้อง · Go on where it stopped or failed."""
    from workflow.services.sending import once_ready, resume_sending

    def again() -> None:
        with desk().store.write() as session:
            resume_sending(session, desk(), memo)

    once_ready(desk(), again)
    _tell(see_through(memo), json)


@roster_app.command("import")
def roster_import(office: WhichOffice, file: Table, dry_run: DryRun = False, json: Json = False) -> None:
    """นำเข้าทุกตำแหน่งจากแฟ้ม แทนรายการเดิมทั้งหมด · Replace the roster by a file (post, unit, title, rank, name, email).

    ตัวอย่าง: saraban roster import police อัตรากำลัง.xlsx --dry-run
    """
    from workflow.services.import_roster import import_roster

    done = import_roster(desk(), office, file, dry_run=dry_run)
    if json:
        say.as_json({**say.plain(done), "dry_run": dry_run})
        return
    said = f"เพิ่ม {to_thai(done.added)} เปลี่ยน {to_thai(done.changed)} ตัดออก {to_thai(done.removed)} รวม {to_thai(done.total)} ตำแหน่ง"
    say.answer(f"{said} (ยังไม่ได้นำเข้า)" if dry_run else said)


@roster_app.command("count")
def roster_count(office: WhichOffice, json: Json = False) -> None:
    """มีกี่ตำแหน่งในกี่หน่วย · How many positions in how many units."""
    from workflow.services.import_roster import count_roster

    found = count_roster(desk(), office)
    if json:
        say.as_json(found)
    else:
        say.answer(f"{to_thai(found.positions)} ตำแหน่ง ใน {to_thai(found.units)} หน่วย")


def see_through(memo: int) -> "SendingLine":
    """Follow a sending to its end, doing the work in this process when no other does; return where it stands then."""
    from workflow.durable.worker import Worker, busy_elsewhere
    from workflow.entrypoints.clock import now
    from workflow.services.durable_work import works
    from workflow.services.show_sendings import show_sending

    line = show_sending(desk(), memo)
    if line.state != "sending":
        return line
    own = None if busy_elsewhere(desk().store) else Worker(desk().store, works(desk(), now), this_node())
    if own:
        own.start()
    try:
        with say.progress("ส่ง") as tell:
            while line.state == "sending":
                tell(line.written, line.planned)
                time.sleep(LOOK)
                line = show_sending(desk(), memo)
    finally:
        if own:
            own.stop()
    return line


def _share(line: "SendingLine") -> str:
    return f"{to_thai(line.written)}/{to_thai(line.planned)}"


def _tell(line: "SendingLine", json: bool) -> None:
    if json:
        say.as_json(line)
    else:
        rate = f" ({to_thai(round(line.rate))} ราย/วินาที)" if line.rate else ""
        say.answer(f"บันทึกลำดับที่ {to_thai(line.memo)} ที่ {line.number}: {line.state_words} {_share(line)} ราย{rate}")
        if line.trouble:
            say.answer(f"เหตุ: {line.trouble}")
            say.answer(f"ส่งต่อด้วย saraban sending resume {line.memo}")
    if line.state == "failed":
        raise typer.Exit(ExitCode.PARTLY_DONE)
