"""The numbers of a process for whoever watches it: `serve` and `worker` answer alike on a port of this machine's loopback."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.core.errors import Conflict
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.clock import now

if TYPE_CHECKING:
    from wsgiref.simple_server import WSGIServer

    from workflow.services.health import Look
    from workflow.settings import Settings

MetricsPort = Annotated[
    int,
    typer.Option("--metrics-port", help="พอร์ต Prometheus บนเครื่องนี้ เช่น 9464 (0: ไม่เปิด) · loopback port of the metrics"),
]


def look_with(settings: "Settings") -> "Look":
    """Return what is looked at to know whether the program is well."""
    from workflow.entrypoints.cli.checkup_machine import places_of
    from workflow.services.health import look

    places = places_of(settings)
    return lambda at: look(desk().store, places, at)


def scraped_at(port: int, look: "Look", alive: Callable[[], bool] = lambda: True) -> "WSGIServer | None":
    """Answer Prometheus and `/healthz` on the loopback; none for port 0. Conflict when another program has the port."""
    from workflow.entrypoints.metrics import serve_metrics

    if not port:
        return None
    try:
        return serve_metrics(desk().store, look, now, port, alive)
    except OSError as error:
        raise Conflict(f"พอร์ต {port} ของตัวเลขวัดมีโปรแกรมอื่นใช้อยู่", next_step="เลือกพอร์ตอื่นด้วย --metrics-port") from error
