"""The two servers that the acknowledgement benchmark loads, each in a process of its own: ours, and a plain ORM endpoint beside it."""

import sys

import uvicorn
from fastapi import FastAPI
from sqlmodel import select

from workflow.bootstrap import make_desk
from workflow.core.dispatch import DispatchMove, DispatchState, after
from workflow.core.when import When
from workflow.entrypoints.clock import now
from workflow.entrypoints.logs import configure
from workflow.entrypoints.web.app import make_app
from workflow.entrypoints.web.listening import listen
from workflow.services.desk import Desk
from workflow.settings import Settings
from workflow.store.matters import Trail
from workflow.store.sending_tables import RosterRow, SendingRow, TallyRow
from workflow.store.tables import AcknowledgementRow, DispatchRow, MatterRow


def plain_app(desk: Desk) -> FastAPI:
    """An endpoint as one would first write it: a session for each request, objects read, changed and committed."""
    app = FastAPI()

    @app.post("/plain/{dispatch}")
    def acknowledge(dispatch: int) -> dict[str, bool]:
        when = When(now())
        with desk.store.write() as session:
            sent = session.exec(select(DispatchRow).where(DispatchRow.id == dispatch).with_for_update()).one()
            office = session.get_one(MatterRow, sent.matter_id).office
            person = session.exec(
                select(RosterRow).where(RosterRow.office == office, RosterRow.post == sent.post)
            ).one()
            known = session.exec(select(AcknowledgementRow).where(AcknowledgementRow.dispatch_id == dispatch)).first()
            if known:
                return {"again": True}
            sent.state = after(DispatchState(sent.state), DispatchMove.ACKNOWLEDGE)
            session.add(
                AcknowledgementRow(
                    dispatch_id=dispatch,
                    post=sent.post,
                    name=person.name,
                    capacity=person.title,
                    evidence="link",
                    at=when.at,
                )
            )
            Trail(session, sent.matter_id).note("acknowledged", sent.unit, f"รับทราบ โดย {person.name}", when, dispatch)
            tally = session.exec(
                select(TallyRow).where(TallyRow.memo_id == sent.memo_id, TallyRow.unit == sent.unit).with_for_update()
            ).one()
            tally.acknowledged += 1
            tally.answered += 1
            session.get_one(SendingRow, sent.memo_id).touched_at = when.at
        return {"again": False}

    return app


def main(kind: str, port: int) -> None:
    """Serve until stopped; the desk comes from the environment, as that of `saraban serve` does."""
    configure()  # a line for each request, as `saraban serve` says it
    desk = make_desk(Settings.from_environment())
    if kind == "plain":
        app = plain_app(desk)
        uvicorn.run(
            app, host="127.0.0.1", port=port, log_config=None, access_log=False, loop="uvloop", http="httptools"
        )
    else:
        listen(make_app(desk), "127.0.0.1", port)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
