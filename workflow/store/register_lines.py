"""The statements that take a number, each built once: on PostgreSQL counter and line in one round trip, so that the lock is held shortly."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Executable, String, bindparam, cast, false, func, select, true, update
from sqlalchemy.dialects import sqlite
from sqlmodel import Session, SQLModel
from sqlmodel import select as rows_of

from workflow import failpoints
from workflow.core.register import NumberSpan, RegisterKey
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.store.dialects import inserting, on_postgresql
from workflow.store.seal_tables import RestorationRow
from workflow.store.tables import CounterRow, EntryRow

COUNTER = SQLModel.metadata.tables[CounterRow.__tablename__]
ENTRY = SQLModel.metadata.tables[EntryRow.__tablename__]
_OF = ("office", "unit", "book", "year")
DIGESTED = ("number", "number_to", "kind", "letter_number", "letter_date", "sender", "addressee", "subject", "remark")
_WRITTEN = tuple(c for c in ENTRY.c if c.name != "id")


def _here(table: Any) -> list[Any]:
    return [table.c[name] == bindparam(f"of_{name}", type_=table.c[name].type) for name in _OF]


_step = COUNTER.c.last + bindparam("step", type_=COUNTER.c.last.type)
STEP = (
    update(COUNTER).where(*_here(COUNTER), COUNTER.c.locked.is_(false())).values(last=_step).returning(COUNTER.c.last)
)
SET = update(COUNTER).where(*_here(COUNTER)).values(last=bindparam("to", type_=COUNTER.c.last.type))
LAST = select(COUNTER.c.last).where(*_here(COUNTER))
LOCK = select(COUNTER.c.last, COUNTER.c.locked).where(*_here(COUNTER)).with_for_update()
UNLOCK = update(COUNTER).where(*_here(COUNTER)).values(locked=False)
COUNTED = select(COUNTER.c.opened_after, COUNTER.c.last).where(*_here(COUNTER))


@cache
def _in_one(*, written: bool) -> Executable:
    """Return the one statement for PostgreSQL; `written`: the letter number is given, else its digits are the number taken."""
    from sqlalchemy.dialects import postgresql

    taken = STEP.cte("taken")
    digits = func.translate(cast(taken.c.last, String), "0123456789", to_thai("0123456789"))
    values: dict[str, Any] = {c.name: bindparam(f"new_{c.name}", type_=c.type) for c in _WRITTEN}
    values |= {"number": taken.c.last, "number_to": taken.c.last}
    if not written:
        values["letter_number"] = values["letter_number"] + digits + bindparam("behind", type_=String())
    line = postgresql.insert(ENTRY).from_select(list(values), select(*values.values()).select_from(taken))
    entered = line.on_conflict_do_nothing(index_elements=["key"]).returning(ENTRY.c.id).cte("entered")
    return select(taken.c.last, entered.c.id).select_from(taken.outerjoin(entered, true()))


_LINE = sqlite.insert(ENTRY).values({c.name: bindparam(f"new_{c.name}", type_=c.type) for c in _WRITTEN})
_UNLESS_KNOWN = _LINE.on_conflict_do_nothing(index_elements=["key"]).returning(ENTRY.c.id)


def take(
    session: Session, of: Mapping[str, Any], line: Mapping[str, Any], behind: str | None
) -> tuple[int, int | None] | None:
    """Take the next number and write its line; return the number and the line's id (None: its key was entered before).

    None when the register is not open yet. `behind`: None when `line` holds the letter number whole, else what follows its digits.
    """
    found = (_in_one_trip if on_postgresql(session) else _in_two)(session, of, line, behind)
    failpoints.reached("number.taken")
    return found


def _in_two(
    session: Session, of: Mapping[str, Any], line: Mapping[str, Any], behind: str | None
) -> tuple[int, int | None] | None:
    number = step(session, of, 1)
    if number is None:
        return None
    failpoints.reached("number.stepped")
    letter = line["letter_number"] if behind is None else f"{line['letter_number']}{to_thai(number)}{behind}"
    values = {
        f"new_{k}": v for k, v in {**line, "number": number, "number_to": number, "letter_number": letter}.items()
    }
    return number, session.connection().execute(_UNLESS_KNOWN, values).scalar_one_or_none()


def _in_one_trip(
    session: Session, of: Mapping[str, Any], line: Mapping[str, Any], behind: str | None
) -> tuple[int, int | None] | None:
    values = {f"new_{k}": v for k, v in line.items()} | here(of) | {"step": 1}
    if behind is not None:
        values["behind"] = behind
    found = session.connection().execute(_in_one(written=behind is None), values).first()
    return None if found is None else (found[0], found[1])


def here(of: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters that name a register in these statements."""
    return {f"of_{name}": of[name] for name in _OF}


def step(session: Session, of: Mapping[str, Any], by: int) -> int | None:
    """Move the counter and return where it stands then, holding its lock until the transaction ends; None: not open yet."""
    last: int | None = session.connection().execute(STEP, {**here(of), "step": by}).scalar_one_or_none()
    return last


def locked(session: Session, of: Mapping[str, Any]) -> tuple[int, bool] | None:
    """Return the last number, holding the register's lock until the transaction ends, and whether it waits to be confirmed.

    None: not open yet.
    """
    found = session.connection().execute(LOCK, here(of)).first()
    return (found[0], bool(found[1])) if found else None


def unlock(session: Session, of: Mapping[str, Any]) -> None:
    """Let the register give out numbers again."""
    session.connection().execute(UNLOCK, here(of))


def last_of(session: Session, of: Mapping[str, Any]) -> int | None:
    """Return the last number without a lock; None: not open yet."""
    last: int | None = session.connection().execute(LAST, here(of)).scalar_one_or_none()
    return last


def move_to(session: Session, of: Mapping[str, Any], last: int) -> None:
    """Set the counter."""
    session.connection().execute(SET, {**here(of), "to": last})


def open_register(session: Session, of: Mapping[str, Any], after: int) -> None:
    """Open a register behind the last number given out on paper; nothing happens when another was first.

    After a restore, a register of that year opens locked: the one it stands for may have been opened after the backup.
    """
    waits = any(be_year(When(at).on) == of["year"] for at in session.exec(rows_of(RestorationRow.at)))
    row = {name: of[name] for name in _OF} | {"opened_after": after, "last": after, "locked": waits}
    session.connection().execute(inserting(session, COUNTER).values(**row).on_conflict_do_nothing())


def spans_of(session: Session, of: Mapping[str, Any]) -> tuple[int, int, list[NumberSpan]] | None:
    """Return where the register opened, its last number and what its lines account for; None: not open yet."""
    counted = session.connection().execute(COUNTED, here(of)).first()
    if counted is None:
        return None
    lines = select(ENTRY.c.number, ENTRY.c.number_to).where(*_here(ENTRY))
    found = session.connection().execute(lines, here(of))
    return counted.opened_after, counted.last, [NumberSpan(*row) for row in found]


def digest_rows(session: Session, office: str, register: RegisterKey) -> Iterator[Sequence[Any]]:
    """Yield what the digest of a book is made of, line after line in order of number (`DIGESTED`)."""
    columns = [ENTRY.c[name] for name in DIGESTED]
    of = {"office": office, "unit": register.unit, "book": register.book.value, "year": register.year}
    asked = select(*columns).where(*_here(ENTRY)).order_by(ENTRY.c.number).execution_options(yield_per=1000)
    yield from session.connection().execute(asked, here(of))
