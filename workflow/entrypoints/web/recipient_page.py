"""One addressee's page; after a press that was refused the same page again, the reason beside the form and what was typed in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from fastapi import Response
from fastapi.responses import HTMLResponse, RedirectResponse

from workflow.core.errors import SarabanError
from workflow.entrypoints.web.forms import Here
from workflow.entrypoints.web.problems import status_of
from workflow.entrypoints.web.told import TOLD, Told, acts_of
from workflow.entrypoints.web.views import html
from workflow.entrypoints.web.words import DONE, Done, titles
from workflow.services.show_paper_entries import paper_entries
from workflow.services.show_recipient import as_seen_by, show_recipient


@dataclass(frozen=True)
class Pressed:
    """A form of the page (its name, and of which unit where there are several) as it was filled in, and why it was refused."""

    form: str = ""
    typed: Mapping[str, Any] = field(default_factory=dict)
    error: SarabanError | None = None


def recipient_page(
    here: Here, matter: int, dispatch: int, done: Done | Told | None = None, pressed: Pressed | None = None
) -> HTMLResponse:
    """Return the page: the paper, who sent it and why, and the buttons that the desk may press."""
    view = as_seen_by(show_recipient(here.desk, matter, dispatch, here.when), here.who)
    said = DONE[done] if isinstance(done, Done) else TOLD[done] if done else ""
    pressed = pressed or Pressed()
    facts: dict[str, Any] = {
        "titles": titles(here.desk),
        "acts": acts_of(view, here.who),
        "entered": paper_entries(here.desk, dispatch),
        "done": done,
        "said": said,
        "pressed": pressed,
    }
    return html("recipient.html.j2", status=status_of(pressed.error), view=view, **facts)


def press(here: Here, paper: tuple[int, int], form: Pressed, act: Callable[[], tuple[Told, int]]) -> Response:
    """Do what a form asks and lead to the page of the addressee it is about now; a refusal keeps what was typed.

    `paper`: matter and dispatch; `act` returns what was done and the dispatch to show. See Other: reloading presses nothing again.
    """
    try:
        told, dispatch = act()
    except SarabanError as error:
        return recipient_page(here, *paper, pressed=replace(form, error=error))
    return RedirectResponse(f"/matters/{paper[0]}/recipients/{dispatch}?told={told}", status_code=303)
