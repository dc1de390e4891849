"""Questions about the packages that went to other offices and came from them."""

from collections.abc import Sequence

from sqlalchemy import func
from sqlmodel import Session, col, select

from workflow.store.exchange_tables import ExchangeRow
from workflow.store.tables import AcknowledgementRow, DispatchRow, EventRow, MemoRow, ReceiptRow

OUT, IN = "out", "in"
_AT_ONCE = 500  # keys of one question: databases bound the parameters of a statement


def went_out(session: Session, dispatch: int) -> ExchangeRow | None:
    """Return the exchange of a dispatch for which a package was made."""
    return session.exec(select(ExchangeRow).where(ExchangeRow.dispatch_id == dispatch)).first()


def answered_to(session: Session, reply_code: str) -> ExchangeRow | None:
    """Return the exchange that went out from here with this reply code."""
    where = (ExchangeRow.direction == OUT, ExchangeRow.reply_code == reply_code)
    return session.exec(select(ExchangeRow).where(*where)).first()


def came_in(session: Session, office: str, unit: str, reply_code: str) -> ExchangeRow | None:
    """Return the exchange by which this unit got the letter before."""
    where = (ExchangeRow.direction == IN, ExchangeRow.office == office, ExchangeRow.unit == unit)
    return session.exec(select(ExchangeRow).where(*where, ExchangeRow.reply_code == reply_code)).first()


def opened_by(session: Session, matter_id: int) -> ExchangeRow | None:
    """Return the exchange that opened a matter; of a letter sent anew after a refusal, the last one."""
    where = (ExchangeRow.direction == IN, ExchangeRow.matter_id == matter_id)
    return session.exec(select(ExchangeRow).where(*where).order_by(col(ExchangeRow.id).desc())).first()


def times_resent(session: Session, dispatch: int) -> int:
    """Return how often a dispatch was sent anew to its post: each time is a question of its own, with a reply code of its own."""
    where = (EventRow.dispatch_id == dispatch, EventRow.kind == "resent")
    return session.exec(select(func.count()).select_from(EventRow).where(*where)).one()


def branch(session: Session, top: DispatchRow) -> list[DispatchRow]:
    """Return a dispatch and all that was passed on from it, level by level."""
    found, level = [top], [top.id]
    while level:
        below: list[DispatchRow] = []
        for some in _pieces([number or 0 for number in level]):
            where = (DispatchRow.matter_id == top.matter_id, col(DispatchRow.parent_id).in_(some))
            below += session.exec(select(DispatchRow).where(*where).order_by(col(DispatchRow.id)))
        found += below
        level = [row.id for row in below]
    return found


def receipts_of(session: Session, sent: Sequence[DispatchRow]) -> dict[int, list[ReceiptRow]]:
    """Return the receipts of these dispatches, in order."""
    found: dict[int, list[ReceiptRow]] = {}
    for some in _pieces([row.id or 0 for row in sent]):
        for row in session.exec(
            select(ReceiptRow).where(col(ReceiptRow.dispatch_id).in_(some)).order_by(col(ReceiptRow.id))
        ):
            found.setdefault(row.dispatch_id, []).append(row)
    return found


def words_of(session: Session, sent: Sequence[DispatchRow]) -> dict[int, list[AcknowledgementRow]]:
    """Return the acknowledgements of these dispatches, in order."""
    found: dict[int, list[AcknowledgementRow]] = {}
    for some in _pieces([row.id or 0 for row in sent]):
        where = col(AcknowledgementRow.dispatch_id).in_(some)
        for row in session.exec(select(AcknowledgementRow).where(where).order_by(col(AcknowledgementRow.id))):
            found.setdefault(row.dispatch_id, []).append(row)
    return found


def events_at(session: Session, dispatch: int) -> list[EventRow]:
    """Return what happened at one addressee, in order of time."""
    where = EventRow.dispatch_id == dispatch
    return list(session.exec(select(EventRow).where(where).order_by(col(EventRow.at), col(EventRow.id))))


def last_sent(session: Session, matter_id: int) -> MemoRow | None:
    """Return the memo that the owner of a matter sent last."""
    sent = select(DispatchRow.memo_id).where(DispatchRow.matter_id == matter_id, col(DispatchRow.parent_id).is_(None))
    return session.exec(select(MemoRow).where(col(MemoRow.id).in_(sent)).order_by(col(MemoRow.id).desc())).first()


def _pieces(keys: list[int]) -> list[list[int]]:
    return [keys[n : n + _AT_ONCE] for n in range(0, len(keys), _AT_ONCE)]
