"""What every handler is given: the desk it works at, and the moment of the request."""

from typing import Annotated, cast

from fastapi import Depends, Request

from workflow.core.when import When
from workflow.services.desk import Desk


def _desk(request: Request) -> Desk:
    return cast(Desk, request.app.state.desk)


def _moment(request: Request) -> When:
    return When(request.app.state.now())


TheDesk = Annotated[Desk, Depends(_desk)]
Moment = Annotated[When, Depends(_moment)]
READING = ["GET", "HEAD"]  # never changes a row: mail scanners fetch every link they see
