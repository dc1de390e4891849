"""The fields of forms and addresses that several handlers share, or that are too many to stand in a handler's own line."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, File, Form, Query, UploadFile

from workflow.core.when import When
from workflow.core.working_as import WorkingAs
from workflow.entrypoints.web.given import Moment, TheDesk, Who
from workflow.entrypoints.web.told import Told
from workflow.services.choose_addressees import Chosen
from workflow.services.desk import Desk
from workflow.store.recipient_lists import Place

Why = Annotated[str, Form(max_length=500)]
Short = Annotated[str, Form(max_length=300)]


@dataclass(frozen=True)
class Here:
    """Where a request is answered: at whose desk of the office, and when."""

    desk: Desk
    who: WorkingAs
    when: When


def _here(desk: TheDesk, who: Who, when: Moment) -> Here:
    return Here(desk, who, when)


AtDesk = Annotated[Here, Depends(_here)]


@dataclass(frozen=True)
class ChoiceForm:
    """Whom to send to, as the page asks it: words, ticks, a table, the codes of a table that was read before; who signs."""

    words: Annotated[str, Form(max_length=20_000)] = ""
    ticked: Annotated[list[str] | None, Form(max_length=2_000)] = None
    listed: Annotated[str, Form(max_length=2_000_000)] = ""
    file_name: Short = ""
    by_post: Short = ""
    parent: Annotated[int | None, Form()] = None
    file: Annotated[UploadFile | None, File()] = None

    @property
    def chosen(self) -> Chosen:
        """The choice without the table."""
        listed = tuple(self.listed.splitlines())
        return Chosen(
            self.words, tuple(self.ticked or ()), listed, self.file_name if listed else "", self.by_post or None
        )


@dataclass(frozen=True)
class PaperForm:
    """What was done on paper: which act, on which day, its number or who said it, and the evidence."""

    act: Annotated[Literal["receipt", "ack"], Form()]
    done_on: Short
    number: Short = ""
    post: Short = ""
    name: Short = ""
    why_none: Why = ""
    scan: Annotated[UploadFile | None, File()] = None


@dataclass(frozen=True)
class Part:
    """Which part of a list: of which branch (none: all there is to see), after which place; what was just done."""

    unit: Annotated[str | None, Query(max_length=200)] = None
    seat: Annotated[int, Query(ge=-1)] = -1
    after: Annotated[int, Query(ge=0)] = 0
    told: Told | None = None

    @property
    def place(self) -> Place:
        """The place after which it begins."""
        return Place(self.seat, self.after)


ThisChoice = Annotated[ChoiceForm, Depends()]
ThisPaper = Annotated[PaperForm, Depends()]
ThisPart = Annotated[Part, Depends()]
