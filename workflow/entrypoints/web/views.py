"""Facts become a page: the one place that fills in the page templates."""

from collections.abc import Mapping
from pathlib import Path

from fastapi.responses import HTMLResponse

from workflow.core.read_only import WORDS
from workflow.entrypoints.web.bar import BAR
from workflow.entrypoints.web.reader import address, read_only, tongue
from workflow.entrypoints.web.static_files import static
from workflow.entrypoints.web.templates_in import TemplatesIn
from workflow.entrypoints.web.thai_parts import marked
from workflow.entrypoints.web.tongue import THAI, TONGUES, Tongue
from workflow.entrypoints.web.words import EVIDENCE, SHORT_EVIDENCE

HERE = Path(__file__).parent


def _pages_in(tongue: Tongue) -> TemplatesIn:
    pages = TemplatesIn(tongue)
    other = next(one for one in TONGUES.values() if one is not tongue)
    pages.globals.update(EVIDENCE=EVIDENCE, SHORT_EVIDENCE=SHORT_EVIDENCE, other=other, address=address, static=static)
    return pages


PAGES: Mapping[str, TemplatesIn] = {code: _pages_in(tongue) for code, tongue in TONGUES.items()}


def html(template: str, *, status: int = 200, **facts: object) -> HTMLResponse:
    """Return a page in the reader's tongue; a fact the template asks for and does not get is an error, not a blank."""
    return _page(template, status, _notice(), facts)


def html_of_defect(template: str, status: int, **facts: object) -> HTMLResponse:
    """Return such a page without asking the desk anything: it may be what broke."""
    return _page(template, status, None, facts)


def _page(template: str, status: int, notice: tuple[str, str] | None, facts: dict[str, object]) -> HTMLResponse:
    read_in = tongue()
    page = PAGES[read_in.code].get_template(template).render(status=status, top=BAR.get(), notice=notice, **facts)
    return HTMLResponse(page if read_in is THAI else marked(page), status_code=status)


def _notice() -> tuple[str, str] | None:
    why = read_only()
    return WORDS[why] if why else None
