"""What a package says of a letter, gathered from the matter: its head, its sender and addressee, how far it has come."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from workflow.core.bundle_facts import result_letter
from workflow.core.document import SignatureBlock
from workflow.core.ecms import Cited, Party, message_for
from workflow.core.exchange import Happened, LetterSheet, Progress, Stamped, Whom, Word, printable
from workflow.core.office import Office
from workflow.core.reading import Reading
from workflow.core.thai_date import BANGKOK, be_year
from workflow.core.when import When
from workflow.services.gather_case import restated
from workflow.store.exchanges import branch, events_at, receipts_of, words_of
from workflow.store.json_shapes import document_from
from workflow.store.matters import dispatches
from workflow.store.sending_tables import SendingRow
from workflow.store.tables import DispatchRow, MatterRow, MemoRow


@dataclass(frozen=True)
class LetterSource:
    """The rows a letter is told from; `sent` None: all dispatches of the matter."""

    office: Office
    row: MatterRow
    memo: MemoRow
    sent: DispatchRow | None
    reading: Reading


def letter_sheet(session: Session, source: LetterSource) -> LetterSheet:
    """Return what a package says of the letter (all but the paper that the matter began with)."""
    office, memo, sent = source.office, source.memo, source.sent
    sending = session.get_one(SendingRow, memo.id)
    document = document_from(memo.document)
    told = result_letter(source.reading)
    held = [*branch(session, sent)] if sent else dispatches(session, source.row.id or 0)
    on = When(sending.sent_at).on
    return LetterSheet(
        kind=memo.kind, number=printable(memo.number), dated=memo.dated or on,
        subject=printable(document.head.subject or restated(source.row.subject)), urgency=told.urgency if told else None,
        from_unit=memo.unit, from_unit_name=office.chart.unit(memo.unit).name, signer=_signer(office, memo, document.signature),
        sent_at=(sent or sending).sent_at.astimezone(BANGKOK), due_on=(sent or sending).due_on,
        to=_whom(office, sent) if sent else None, references=_references(source.reading),
        progress=_progress(session, held), events=_events(session, sent) if sent else (),
    )  # fmt: skip


def receiver(to: Whom | None) -> Party:
    """Return the addressee as the exchange names parties; an empty one when the letter is the whole matter's."""
    return Party(*_names(to.name), to.title, "", to.unit) if to else Party()


def _signer(office: Office, memo: MemoRow, signed: SignatureBlock | None) -> Party:
    given, family = _names(signed.name if signed else "")
    title = printable(" ".join(signed.title_lines)) if signed else ""
    return Party(given, family, title, office.short_name, memo.unit)


def _names(name: str) -> tuple[str, str]:
    given, _, family = printable(name).partition(" ")
    return given, family


def _whom(office: Office, sent: DispatchRow) -> Whom:
    post, holder = office.chart.post(sent.post), office.chart.holder(sent.post, When(sent.sent_at).on)
    return Whom(
        sent.unit, office.chart.unit(sent.unit).name, post.code, post.title, printable(holder.name) if holder else ""
    )


def _references(reading: Reading) -> tuple[Cited, ...]:
    """Return the letter that brought the results, and what it refers to itself."""
    letter = result_letter(reading)
    if letter is None:
        return ()
    own = [(letter.number, letter.date, letter.subject), *((r.number, r.date, r.subject) for r in letter.references)]
    return tuple(Cited(printable(n or ""), d, printable(s or "")) for n, d, s in own if n or s)


def _progress(session: Session, sent: Sequence[DispatchRow]) -> tuple[Progress, ...]:
    stamps, words = receipts_of(session, sent), words_of(session, sent)
    return tuple(
        Progress(
            row.unit, row.post, row.state,
            tuple(Stamped(s.unit, s.number, be_year(When(s.at).on), s.at.astimezone(BANGKOK)) for s in stamps.get(row.id or 0, ())),
            tuple(
                Word(printable(w.name), printable(w.capacity), w.at.astimezone(BANGKOK), w.evidence)
                for w in words.get(row.id or 0, ())
            ),
        )
        for row in sent
    )  # fmt: skip


def _events(session: Session, sent: DispatchRow) -> tuple[Happened, ...]:
    """Return the steps at one addressee; the sending is the first, whose event stands once for all addressees."""
    first = Happened("dispatched", message_for("dispatched"), sent.from_unit, sent.sent_at.astimezone(BANGKOK))
    later = (
        Happened(e.kind, message_for(e.kind), e.unit, e.at.astimezone(BANGKOK))
        for e in events_at(session, sent.id or 0)
    )
    return (first, *later)
