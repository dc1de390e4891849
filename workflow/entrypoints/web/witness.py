"""What is said of every request: a number for it, which route, how it went and how long it took. Never the address itself, nor who."""

import time
from collections.abc import MutableMapping
from functools import lru_cache
from random import getrandbits
from typing import Any

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workflow.entrypoints.logs import tell_request

REGISTRY = CollectorRegistry()
REQUESTS = Counter("saraban_requests", "Requests answered", ("route", "method", "status"), registry=REGISTRY)
SECONDS = Histogram("saraban_request_seconds", "Seconds to an answer", ("route",), registry=REGISTRY)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_log = structlog.get_logger("saraban.web")


class Witness:
    """Stands outside everything else: an error of ours is told once here, with the number that the page shows."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass on what is none."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        number, status, start = f"{getrandbits(48):012x}", 500, time.perf_counter()  # nosec B311  a name in the log, no secret
        scope.setdefault("state", {})["request"] = number

        async def numbered(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", number.encode())]
            await send(message)

        try:
            await self.app(scope, receive, numbered)
        except Exception:
            _log.error("request failed", request=number, route=route_of(scope), exc_info=True)
            raise
        finally:
            self._tell(scope, number, status, time.perf_counter() - start)

    @staticmethod
    def _tell(scope: Scope, number: str, status: int, seconds: float) -> None:
        route = route_of(scope)
        method = scope["method"] if scope["method"] in _METHODS else "OTHER"
        answered, took = _counters(route, method, status)
        answered.inc()
        took.observe(seconds)
        if not route.startswith("/static"):
            tell_request(number, route, method, status, round(seconds * 1000))


@lru_cache(maxsize=2_000)  # patterns of routes times methods times states: looking them up costs more than counting
def _counters(route: str, method: str, status: int) -> tuple[Counter, Histogram]:
    return REQUESTS.labels(route, method, str(status)), SECONDS.labels(route)


def route_of(scope: MutableMapping[str, Any]) -> str:
    """Return the pattern of the route that answered (`/matters/{matter}`); an address that none has is `-`, for it may hold anything."""
    path = str(getattr(scope.get("route"), "path", ""))
    if path:
        return path
    first = str(scope["path"]).split("/")[1:2]
    return {"a": "/a/{token}", "static": "/static", "healthz": "/healthz", "readyz": "/readyz"}.get(
        first[0] if first else "", "-"
    )
