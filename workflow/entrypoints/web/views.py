"""Facts become a page: the one place that knows the page templates."""

from datetime import date, datetime
from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workflow.core.thai_date import clock_time, full, short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.entrypoints.web.bar import BAR
from workflow.entrypoints.web.words import EVIDENCE, SHORT_EVIDENCE
from workflow.services.show_recipient import is_numbered
from workflow.templates.numerals import in_thai_digits

HERE = Path(__file__).parent
NO_BREAK = "\u00a0"  # a date torn at the line end is hard to read
PAGES = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,  # asking the disk at every page whether a template changed costs more than filling it in
)


def _day(on: date) -> str:
    return short(on).replace(" ", NO_BREAK)


def _moment(at: datetime) -> str:
    return f"{_day(When(at).on)} {clock_time(at).replace(' ', NO_BREAK)}"


PAGES.filters.update(
    thai=lambda value: to_thai("–" if value is None else value),
    digits=in_thai_digits,
    day=_day,
    full_day=full,
    moment=_moment,
    day_of=lambda at: _day(When(at).on),
)
PAGES.tests["numbered"] = is_numbered
PAGES.globals["EVIDENCE"] = EVIDENCE
PAGES.globals["SHORT_EVIDENCE"] = SHORT_EVIDENCE


def html(template: str, *, status: int = 200, **facts: object) -> HTMLResponse:
    """Return a page; a fact the template asks for and does not get is an error, not a blank."""
    return HTMLResponse(PAGES.get_template(template).render(status=status, top=BAR.get(), **facts), status_code=status)
