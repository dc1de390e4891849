"""Numbers for Prometheus, on a port of their own that only this machine reaches. Labels name books, states and routes, never people."""

import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import sqlalchemy
from prometheus_client import CollectorRegistry, make_wsgi_app
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import func
from sqlmodel import Session, col, select

from workflow.core.errors import SarabanError
from workflow.entrypoints.web.witness import REGISTRY
from workflow.services.health import Look
from workflow.store.engine import Store
from workflow.store.reminder_tables import OutboxRow
from workflow.store.sending_tables import TallyRow
from workflow.store.tables import CounterRow

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

PORT = 9464
LOOPBACK = "127.0.0.1"
_ANSWERS = ("total", "received", "acknowledged", "forwarded", "answered", "closed")


class Gauges(Collector):
    """Asks the database and the signs anew at every scrape."""

    def __init__(self, store: Store, look: Look, now: Callable[[], datetime]) -> None:
        self._store, self._look, self._now = store, look, now

    def describe(self) -> list[Metric]:
        """Return nothing: registering this asks no database."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Yield the signs and the counts; without a database the signs alone."""
        well = GaugeMetricFamily("saraban_well", "1 when the sign is well (docs/runbook.md)", labels=["sign"])
        for sign in self._look(self._now()):
            well.add_metric([sign.name], float(sign.well))
            if sign.value is not None:
                yield GaugeMetricFamily(f"saraban_{sign.name}", "A sign of docs/runbook.md", value=sign.value)
        yield well
        try:
            yield from self._counts()
        except SarabanError:
            return

    def _counts(self) -> Iterator[Metric]:
        issued = GaugeMetricFamily("saraban_numbers_issued", "Numbers given out", labels=["book", "year"])
        mails = GaugeMetricFamily("saraban_messages", "Messages by state", labels=["channel", "state"])
        answers = GaugeMetricFamily("saraban_dispatches", "Dispatches by how far they are", labels=["how_far"])
        with self._store.read() as session:
            book, year = col(CounterRow.book), col(CounterRow.year)
            for name, when, count in session.exec(
                select(book, year, func.sum(CounterRow.last - CounterRow.opened_after)).group_by(book, year)
            ):
                issued.add_metric([name, str(when)], float(count))
            by_state = select(OutboxRow.channel, OutboxRow.state, func.count()).group_by(
                OutboxRow.channel, OutboxRow.state
            )
            for channel, state, count in session.exec(by_state):
                mails.add_metric([channel, state], float(count))
            for far, number in _tallied(session):
                answers.add_metric([far], number)
        yield from (issued, mails, answers)


def _tallied(session: Session) -> Iterator[tuple[str, float]]:
    asked = sqlalchemy.select(*(func.coalesce(func.sum(getattr(TallyRow, name)), 0) for name in _ANSWERS))
    yield from zip(_ANSWERS, map(float, session.connection().execute(asked).one()), strict=True)


def serve_metrics(
    store: Store, look: Look, now: Callable[[], datetime], port: int = PORT, alive: Callable[[], bool] = lambda: True
) -> WSGIServer:
    """Answer scrapes, and `/healthz` (503 when not `alive`), on this machine's loopback from now on; OSError when the port is taken."""
    registry = CollectorRegistry()
    registry.register(Gauges(store, look, now))
    registry.register(REGISTRY)
    server = make_server(LOOPBACK, port, _pages(make_wsgi_app(registry), alive), _Threads, _Silent)
    threading.Thread(target=server.serve_forever, name="saraban-metrics", daemon=True).start()
    return server


def _pages(numbers: "WSGIApplication", alive: Callable[[], bool]) -> "WSGIApplication":
    def answer(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        if environ.get("PATH_INFO") != "/healthz":
            return numbers(environ, start)
        well = alive()
        start("200 OK" if well else "503 Service Unavailable", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"ok" if well else b"stuck"]

    return answer


class _Threads(ThreadingMixIn, WSGIServer):
    """A scrape that takes long holds up nobody."""

    daemon_threads = True


class _Silent(WSGIRequestHandler):
    """Scrapes are not logged."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
