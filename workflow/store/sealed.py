"""Which rows the seal covers, and in which words: everything that makes truth of a matter, or says who may act, row by row.

Left out are columns that follow from other rows (a dispatch's state follows from its events: `store/derived.py`) or tell of the
program's own work (whether a file was made). What is no record at all stands in `store/no_record.py`, each with its reason.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import JSON, Table, func, select
from sqlmodel import Session, SQLModel

from workflow.core.seal import Words, words_of
from workflow.store import every_table  # noqa: F401  the tables must be known before they are asked for
from workflow.store.readable import UNREADABLE, readable

CHANGES = "row_change"
NOTHING: frozenset[str] = frozenset()
FOLLOWS: Mapping[str, frozenset[str]] = {  # rows with a running number, each sealed by what it says
    CHANGES: NOTHING,
    "event": NOTHING,
    "matter": NOTHING,
    "memo": frozenset({"rendered", "pages"}),
    "memo_versions": NOTHING,
    "correction": NOTHING,
    "register_entry": NOTHING,
    "register_act": NOTHING,
    "order_given": NOTHING,
    "journey": NOTHING,
    "journey_step": NOTHING,
    "dispatch": frozenset({"state", "calendar_version"}),
    "receipt": NOTHING,
    "acknowledgement": NOTHING,
    "paper_evidence": NOTHING,
    "negative_receipt": NOTHING,
    "exchange": NOTHING,
    "restoration": NOTHING,
    # what came in through the web and whom it was kept for; how far its reading is tells of the program's own work
    "intake": frozenset({"state", "tries", "pages", "subject", "trouble", "next_step", "reading"}),
    "vault_item": NOTHING,
    "vault_look": NOTHING,
    # who may act, and who was in when
    "account": NOTHING,
    "account_desk": NOTHING,
    "one_time_link": NOTHING,
    "recovery_code": NOTHING,
    "oidc_identity": NOTHING,
    "web_session": frozenset({"desk", "agent", "address", "seen_at"}),
    # what was promised and told; how far a message has come follows from trying
    "notice": NOTHING,
    "reminder": frozenset({"sent_at", "notice_id", "memo_id"}),
    "outbox": frozenset({"state", "tries", "next_try", "trouble"}),
    # the memory of rounds
    "round_score": NOTHING,
    "round_advice": NOTHING,
    "round_answer": NOTHING,
    "round_notice": NOTHING,
    "commitment": NOTHING,
    "commitment_report": NOTHING,
    "attendee": NOTHING,
}
NOTED: Mapping[str, frozenset[str]] = {  # rows named by another's number: everything they ever said stands in `row_change`
    "sending": frozenset(
        {
            "state", "due_on", "calendar_version", "touched_at", "moves", "written", "roster_id", "round", "trouble", "begun_at",
            "moved_at",
        }
    ),
    "matter_ladder": NOTHING,
    "ack_link": NOTHING,
}  # fmt: skip
DELETED = frozenset({"account_desk", "recovery_code", "web_session"})  # SQLite gives their last numbers out again
SECRET: Mapping[str, frozenset[str]] = {  # sealed, and noted when they change, by their SHA-256 alone
    "account": frozenset({"password", "totp"}),
    "vault_item": frozenset({"sealed"}),
}


@dataclass(frozen=True)
class Kept:
    """One table under the seal: its key, the columns that count, and those of them that are told by their SHA-256 (JSON, secrets)."""

    table: Table
    key: str
    columns: tuple[str, ...]
    digested: frozenset[str]

    def words(self, row: Any) -> Words:
        """Return a row (a mapping by column) in canonical words."""
        return words_of({name: row[name] for name in self.columns if name in row}, self.digested)

    def all(self, session: Session) -> dict[int, Words]:
        """Return every row by its key."""
        return dict(self._rows(session, self.table.c[self.key].is_not(None)))

    def between(self, session: Session, first: int, last: int) -> Iterator[tuple[int, Words]]:
        """Yield the rows with these numbers, in order."""
        return self._rows(session, self.table.c[self.key].between(first, last))

    def numbered(self, session: Session, numbers: Sequence[int]) -> Iterator[tuple[int, Words]]:
        """Yield the rows of a list of numbers, in order."""
        return self._rows(session, self.table.c[self.key].in_(numbers))

    def after(self, session: Session, number: int, most: int) -> list[tuple[int, Words]]:
        """Return the next rows after a number, at most so many."""
        return list(self._rows(session, self.table.c[self.key] > number, most))

    def count_after(self, session: Session, number: int) -> int:
        """Return how many rows come after a number."""
        asked = select(func.count()).select_from(self.table).where(self.table.c[self.key] > number)
        return int(session.connection().execute(asked).scalar_one())

    def _rows(self, session: Session, where: Any, most: int | None = None) -> Iterator[tuple[int, Words]]:
        columns = [self.table.c[name] for name in self.columns]
        asked = select(*columns).where(where).order_by(self.table.c[self.key]).limit(most)
        for (number,), row in readable(session, asked, [self.table.c[self.key]]):
            yield number, self._said(number, row)

    def _said(self, number: int, row: Any) -> Words:
        try:
            return self.words(row) if row is not None else {self.key: number, UNREADABLE: True}
        except (TypeError, ValueError, OverflowError):  # somebody else's value: no moment, no JSON
            return {self.key: number, UNREADABLE: True}


@cache
def kept(name: str) -> Kept:
    """Return what is sealed of a table."""
    table = SQLModel.metadata.tables[name]
    left_out = FOLLOWS[name] if name in FOLLOWS else NOTED[name]
    columns = tuple(c.name for c in table.c if c.name not in left_out)
    digested = frozenset(c.name for c in table.c if isinstance(c.type, JSON)) | SECRET.get(name, NOTHING)
    (key,) = table.primary_key.columns
    return Kept(table, key.name, columns, digested)
