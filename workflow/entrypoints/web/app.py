"""The tracking page (หน้าติดตาม): where every letter is, who has acknowledged it, and a button to do so.

`guard` keeps other web pages from pressing its buttons; the `door` of `given.py` lets a request in by the rule of its handler
(`rules.py`), and a handler without a rule answers nobody.
"""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, FastAPI
from starlette.routing import Route

from workflow.entrypoints import clock
from workflow.entrypoints.pulse import beating
from workflow.entrypoints.web import (
    admin,
    answers,
    dispatching,
    downloads,
    drafting,
    entrance,
    home,
    inbox,
    intake,
    language,
    my_account,
    ordering,
    org,
    org_exchange,
    pages,
    provider_door,
    registers,
    reminders,
    rounds,
    sender_acts,
    sendings,
    tracking,
    unit_acts,
    unit_copies,
    vital_signs,
)
from workflow.entrypoints.web.given import door
from workflow.entrypoints.web.group_commit import GroupCommit
from workflow.entrypoints.web.guard import Guard
from workflow.entrypoints.web.link_door import LinkDoor
from workflow.entrypoints.web.problems import HANDLERS
from workflow.entrypoints.web.static_files import STATIC, KeptFiles
from workflow.entrypoints.web.witness import Witness
from workflow.services.desk import Desk
from workflow.services.health import Look
from workflow.services.take_words import acknowledge_many

ROUTERS = tuple(
    part.router
    for part in (
        entrance, provider_door, my_account, admin, home, language,
        pages, answers, downloads, reminders, inbox, dispatching, sendings, tracking, unit_acts, unit_copies, sender_acts,
        intake, drafting, ordering,
        registers, rounds, org, org_exchange,
    )
)  # fmt: skip
PAGES = APIRouter(dependencies=[Depends(door)])  # behind the door; how each is called is worked out once a process
for _part in ROUTERS:
    PAGES.include_router(_part)


def make_app(
    desk: Desk,
    *,
    now: Callable[[], datetime] = clock.now,
    url: str = "",
    look: Look = lambda now: (),
    beat: Callable[[], None] | None = None,
) -> FastAPI:
    """Return the application on a desk; `now` is asked at every request (time-zone aware), `url` is where people reach it.

    `look` is what `/readyz` asks (services/health.py); `beat` is done every few seconds while the server lives (entrypoints/pulse.py).
    """
    app = FastAPI(
        title="saraban",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        exception_handlers=HANDLERS,
        lifespan=_lifespan,
        dependencies=[Depends(door)],
    )
    app.state.desk, app.state.now, app.state.beat = desk, now, beat
    app.state.words = GroupCommit(lambda spoken: acknowledge_many(app.state.desk, spoken))
    app.state.secure = urlsplit(url).scheme == "https"
    app.state.cookie = "__Host-saraban" if app.state.secure else "saraban"  # plain http: on this machine alone
    app.add_middleware(LinkDoor)
    app.add_middleware(Guard, host=urlsplit(url).hostname or "", secure=app.state.secure)
    app.add_middleware(Witness)
    app.router.routes.extend(vital_signs.routes(look, now))
    app.router.routes.extend(PAGES.routes)
    app.state.pages = frozenset(route.path for router in ROUTERS for route in router.routes if isinstance(route, Route))
    app.mount("/static", KeptFiles(directory=STATIC), name="static")
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Keep what lives as long as the server out of the collector's rounds; let what waits be committed before the server ends."""
    gc.collect()
    gc.freeze()  # the modules: half a million objects, which every full round would walk while the visitors wait
    pulse = asyncio.create_task(beating(app.state.beat)) if app.state.beat else None
    yield
    if pulse:
        pulse.cancel()
    await app.state.words.close()
