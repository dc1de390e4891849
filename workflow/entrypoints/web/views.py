"""Facts become a page: the one place that knows the page templates."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from workflow.core.when import When
from workflow.entrypoints.web.bar import BAR
from workflow.entrypoints.web.tongue import TONGUE, TONGUES, Tongue
from workflow.entrypoints.web.words import EVIDENCE, SHORT_EVIDENCE
from workflow.services.show_recipient import is_numbered

HERE = Path(__file__).parent


def _pages_in(tongue: Tongue) -> Environment:
    """Return the templates as they are filled in for readers of a tongue: `_` says a message, `_n` one that counts."""
    pages = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # asking the disk at every page whether a template changed costs more than filling it in
    )
    alone = cache(
        lambda message: _marked(tongue.say(message)) % {}
    )  # as many as the templates have: most take in no facts
    pages.globals.update(
        _=lambda message, **facts: _marked(tongue.say(message)) % facts if facts else alone(message),
        _n=lambda message, n, **facts: _marked(tongue.say_of(message, n)) % {"n": tongue.number(n), **facts},
        EVIDENCE=EVIDENCE,
        SHORT_EVIDENCE=SHORT_EVIDENCE,
        tongue=tongue,
    )
    pages.filters.update(
        tongue=tongue.sentence,
        thai=tongue.value,
        digits=tongue.digits,
        day=tongue.day,
        full_day=tongue.full_day,
        moment=tongue.moment,
        when=tongue.when,
        year=tongue.year,
        day_of=lambda at: tongue.day(When(at).on),
    )
    pages.tests["numbered"] = is_numbered
    return pages


PAGES: Mapping[str, Environment] = {code: _pages_in(tongue) for code, tongue in TONGUES.items()}


def _marked(message: str) -> Markup:
    """Return a template's own message, ready to take in facts; they are escaped as they go in."""
    return Markup(message)  # noqa: S704 - `_` and `_n` are given literals alone: tests/integration/web/test_catalogue.py


def html(template: str, *, status: int = 200, **facts: object) -> HTMLResponse:
    """Return a page in the reader's tongue; a fact the template asks for and does not get is an error, not a blank."""
    pages = PAGES[TONGUE.get().code]
    return HTMLResponse(pages.get_template(template).render(status=status, top=BAR.get(), **facts), status_code=status)
