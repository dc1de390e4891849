"""`/healthz`: the process answers. `/readyz`: it is also well, by the signs of services/health.py; what to do stands in docs/runbook.md."""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime

from fastapi import Request
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route

from workflow.services.health import Look, Sign

KEPT = 5.0  # seconds an answer stands: whoever asks a thousand times a second asks the database once


async def healthz(request: Request) -> PlainTextResponse:
    """Say that the process answers; asks nothing of anything else."""
    return PlainTextResponse("ok")


class Ready:
    """Says which signs are well, 503 when one is not."""

    def __init__(self, look: Look, now: Callable[[], datetime]) -> None:
        self._look, self._now = look, now
        self._lock = asyncio.Lock()
        self._seen: tuple[Sign, ...] = ()
        self._at = -KEPT

    async def __call__(self, request: Request) -> JSONResponse:
        """Look, at most every five seconds."""
        async with self._lock:
            if time.monotonic() - self._at >= KEPT:
                self._seen = await asyncio.to_thread(self._look, self._now())
                self._at = time.monotonic()
        well = all(sign.well for sign in self._seen)
        told = {"ready": well, "signs": {sign.name: "ok" if sign.well else "alarm" for sign in self._seen}}
        return JSONResponse(told, status_code=200 if well else 503)


def routes(look: Look, now: Callable[[], datetime]) -> list[Route]:
    """Return the two addresses; they hold nothing of any paper, so they ask for no log-in."""
    ready = Ready(look, now)

    async def readyz(request: Request) -> JSONResponse:
        return await ready(request)

    return [Route("/healthz", healthz), Route("/readyz", readyz)]
