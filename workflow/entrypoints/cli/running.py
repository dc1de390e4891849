"""`run`, `serve`, `doctor`."""

import socket
from pathlib import Path
from typing import Annotated

import typer

from workflow.core.errors import Conflict, ExitCode
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, File, Json, OfficeCode
from workflow.entrypoints.cli.scraping import MetricsPort, look_with, scraped_at
from workflow.entrypoints.clock import now

app = typer.Typer()
CHAIN_FILES = {".yaml", ".yml"}
Rehearse = Annotated[
    bool, typer.Option("--rehearse", help="ซ้อม: สมมุติการลงรับและรับทราบของหน่วย · pretend that units answer")
]
Host = Annotated[str, typer.Option("--host", help="ที่อยู่ · address to listen on")]
WithWorker = Annotated[
    bool, typer.Option("--worker/--no-worker", help="ทำงานเบื้องหลังด้วย · do background work in this process too")
]
AcceptClock = Annotated[
    bool, typer.Option("--accept-clock", help="ดูแล้ว นาฬิกาเครื่องถูกต้อง · a person has looked: the clock is right")
]
Port = Annotated[int, typer.Option("--port", help="พอร์ต · port")]


@app.command()
def run(
    file: File, office: OfficeCode = "police", at: At = None, rehearse: Rehearse = False, json: Json = False
) -> None:
    """ทำทั้งสายงานจากแฟ้มเดียว · The whole chain from one file.

    ตัวอย่าง: saraban run specimens/police-chain.pdf --office police
    สายหนังสือที่เล่นจนรับทราบครบ: saraban run specimens/chains/interior-2562.yaml
    """
    if file.suffix in CHAIN_FILES:
        _play(file, json=json)
        return
    from workflow.entrypoints.cli.status_tree import show
    from workflow.services.receive_letter import Arrival
    from workflow.services.rehearse import guard_rehearsal, rehearse_answers
    from workflow.services.run_bundle import run_bundle
    from workflow.services.show_status import show_status

    if rehearse:
        guard_rehearsal(desk())
    tell = say.Steps()
    tell(f"อ่านแฟ้ม {file}")
    unit = desk().office(office).owner_unit
    done = run_bundle(desk(), Arrival(file, office, unit, moment(at, now())), tell)
    if rehearse:
        rehearse_answers(done)
    status = show_status(desk(), done.matter, today=moment(at, now()).on)
    if json:
        say.as_json(status)
    else:
        show(status)


def _play(file: Path, *, json: bool) -> None:
    """Play a chain of papers to its last acknowledgement; exit 6 when it did not come to what its source states."""
    from workflow.entrypoints.cli.chain_tree import show_played
    from workflow.services.play_chain import play_chain
    from workflow.services.rehearse import guard_rehearsal
    from workflow.services.show_chain import show_chain
    from workflow.store.chain_files import load_chain

    guard_rehearsal(desk())
    chain = load_chain(file)
    played = play_chain(desk(), chain, say.Steps())
    shown = show_chain(played.run, chain)
    if json:
        say.as_json(shown)
    else:
        show_played(chain, shown)
    for trouble in played.troubles:
        say.note(trouble)
    if played.troubles or not all(line.as_stated for line in shown.levels):
        raise typer.Exit(ExitCode.PARTLY_DONE)


@app.command()
def serve(
    host: Host = "127.0.0.1", port: Port = 8000, worker: WithWorker = True, metrics_port: MetricsPort = 0
) -> None:
    """เปิดหน้าติดตาม ตัวเตือนอัตโนมัติ และงานเบื้องหลัง · Serve the tracking page, remind, and do background work."""
    from workflow.entrypoints.cli.fanning import this_node
    from workflow.entrypoints.logs import configure
    from workflow.entrypoints.pulse import Pulse
    from workflow.entrypoints.scheduler import worker_with_clock
    from workflow.entrypoints.web.app import make_app
    from workflow.entrypoints.web.listening import listen
    from workflow.settings import Settings

    _require_free(host, port)
    configure()
    settings = Settings.from_environment()
    look = look_with(settings)
    scraped = scraped_at(metrics_port, look)
    works = worker_with_clock(desk(), this_node(), beats=False) if worker else None
    if works:
        works.start()
    say.note(f"หน้าติดตาม http://{host}:{port} (หยุดด้วย Ctrl-C)")
    _tell_first(host, port, settings.url)
    try:
        app = make_app(desk(), url=settings.url, look=look, beat=Pulse(desk().store, settings.data).beat)
        listen(app, host, port)
    finally:
        if works:
            works.stop()
        if scraped:
            scraped.shutdown()


def _tell_first(host: str, port: int, set_to: str) -> None:
    """Print the link that opens the first account, while there is none."""
    from workflow.core.when import When
    from workflow.services.accounts import first_link, is_empty
    from workflow.settings import DEFAULT_URL

    if is_empty(desk()):
        address = f"http://{host}:{port}" if set_to == DEFAULT_URL else set_to.rstrip("/")
        say.note("ยังไม่มีบัญชีผู้ใช้ เปิดลิงก์นี้เพื่อตั้งบัญชีแรก (ใช้ได้ครั้งเดียว ภายใน ๒๔ ชั่วโมง):")
        say.note(f"  {address}/setup/{first_link(desk(), When(now()))}")


def _require_free(host: str, port: int) -> None:
    """Say in Thai that somebody else listens there, before anything is started."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            message = f"เปิดหน้าติดตามที่ {host}:{port} ไม่ได้ มีโปรแกรมอื่นใช้อยู่หรือไม่มีสิทธิ์"
            raise Conflict(message, next_step=f"ปิดโปรแกรมนั้น หรือพิมพ์ saraban serve --port {port + 1}") from error


@app.command()
def doctor(accept_clock: AcceptClock = False) -> None:
    """ตรวจเครื่อง: ฟอนต์ ฐานข้อมูล ปฏิทิน OCR · Check this machine."""
    from workflow.entrypoints.cli.checkup import checkup
    from workflow.settings import Settings

    if accept_clock:
        from workflow.services.pulse import accept_clock as accept

        accept(desk().store, now())
    rows = checkup(Settings.from_environment(), now())
    say.table(
        "ตรวจเครื่อง",
        ["", "รายการ", "ผล"],
        [["[green]✓[/]" if ok else "[red]✗[/]", name, text] for ok, name, text in rows],
    )
    if not all(ok for ok, _, _ in rows):
        raise typer.Exit(1)
