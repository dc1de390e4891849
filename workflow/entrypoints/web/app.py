"""The tracking page (หน้าติดตาม): where every letter is, who has acknowledged it, and a button to do so.

There is no log-in yet, so the server listens on this machine only; `guard` keeps other web pages from pressing its buttons.
"""

from collections.abc import Callable
from datetime import datetime

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from workflow.entrypoints import clock
from workflow.entrypoints.web import answers, downloads, pages, reminders
from workflow.entrypoints.web.guard import guard
from workflow.entrypoints.web.problems import HANDLERS
from workflow.entrypoints.web.views import HERE
from workflow.services.desk import Desk


def make_app(desk: Desk, *, now: Callable[[], datetime] = clock.now) -> FastAPI:
    """Return the application on a desk; `now` is asked at every request (time-zone aware)."""
    app = FastAPI(title="saraban", docs_url=None, redoc_url=None, openapi_url=None, exception_handlers=HANDLERS)
    app.state.desk, app.state.now = desk, now
    app.middleware("http")(guard)
    for router in (pages.router, answers.router, downloads.router, reminders.router):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    return app
