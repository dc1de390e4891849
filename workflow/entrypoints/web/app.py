"""The tracking page (หน้าติดตาม): where every letter is, who has acknowledged it, and a button to do so.

There is no log-in yet, so the server listens on this machine only; `guard` keeps other web pages from pressing its buttons.
"""

import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from urllib.parse import urlsplit

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.routing import Route

from workflow.entrypoints import clock
from workflow.entrypoints.web import answers, downloads, pages, reminders
from workflow.entrypoints.web.group_commit import GroupCommit
from workflow.entrypoints.web.guard import Guard
from workflow.entrypoints.web.link_door import LinkDoor
from workflow.entrypoints.web.problems import HANDLERS
from workflow.entrypoints.web.views import HERE
from workflow.services.desk import Desk
from workflow.services.take_words import acknowledge_many


def make_app(desk: Desk, *, now: Callable[[], datetime] = clock.now, url: str = "") -> FastAPI:
    """Return the application on a desk; `now` is asked at every request (time-zone aware), `url` is where people reach it."""
    app = FastAPI(
        title="saraban",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        exception_handlers=HANDLERS,
        lifespan=_lifespan,
    )
    app.state.desk, app.state.now = desk, now
    app.state.words = GroupCommit(lambda spoken: acknowledge_many(app.state.desk, spoken))
    app.add_middleware(Guard, host=urlsplit(url).hostname or "")
    app.router.routes.append(Route("/a/{token}", LinkDoor()))  # before the others: it is asked for the most
    for router in (pages.router, answers.router, downloads.router, reminders.router):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Keep what lives as long as the server out of the collector's rounds; let what waits be committed before the server ends."""
    gc.collect()
    gc.freeze()  # the modules: half a million objects, which every full round would walk while the visitors wait
    yield
    await app.state.words.close()
