"""The days kept by unit and by branch: read for a page by a few rows, changed by what a count anew found to be different."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session, select

from workflow.core.day_counts import Days, counted, median
from workflow.store.day_tables import DayMarkRow
from workflow.store.dialects import on_postgresql
from workflow.store.row_lists import as_list, as_rows, name_list, rows_table

ALL = 0
"""In the place of a matter: all matters of the office."""
EVERYTHING = ""
"""In the place of a unit: everything there is, also what sits nowhere in the tree."""
Lines = dict[tuple[str, int], dict[int, int]]  # by unit and step
Sums = dict[str, dict[tuple[str, int], dict[int, int]]]  # by unit, of everything at and below it: by level and step
_TREES = "(SELECT DISTINCT s.tree FROM sending s JOIN matter m ON m.id = s.matter_id WHERE m.office = :office AND s.tree <> '')"
_OWN_TREES = "(SELECT DISTINCT tree FROM sending WHERE matter_id = :matter AND tree <> '')"
_HERE = "office = :office AND matter_id = :matter"
_LINE = {"unit": "text", "step": "int", "count": "int", "median": "int", "slowest": "int", "days": "text"}
_SUM = {"unit": "text", "days": "text"}
_SINCE = """
    FROM (
        SELECT s.matter_id, count(*) AS sendings, sum(s.moves) AS moves, sum(s.planned) AS papers
        FROM sending s JOIN matter m ON m.id = s.matter_id WHERE m.office = :office{one} GROUP BY s.matter_id
    ) f LEFT JOIN day_mark k ON k.office = :office AND k.matter_id = f.matter_id
    WHERE (k.matter_id IS NULL OR k.moves <> f.moves OR k.sendings <> f.sendings{more})"""


@dataclass(frozen=True)
class Scope:
    """What is counted together: a matter, or all matters of an office (`ALL`)."""

    office: str
    matter: int

    @property
    def named(self) -> dict[str, str | int]:
        """As statements name it."""
        return {"office": self.office, "matter": self.matter}


@dataclass(frozen=True)
class Moved:
    """A matter whose days are not counted, or no longer as they are."""

    matter: int
    sendings: int
    moves: int
    papers: int


@dataclass(frozen=True)
class SlowLine:
    """One step at one unit, as kept."""

    unit: str
    step: int
    count: int
    median: int
    slowest: int


def offices(session: Session) -> list[str]:
    """Return the offices that sent anything."""
    asked = "SELECT DISTINCT m.office FROM matter m WHERE m.id IN (SELECT matter_id FROM sending) ORDER BY 1"
    return list(session.connection().execute(text(asked)).scalars())


def moved(session: Session, office: str, version: str) -> list[Moved]:
    """Return the office's matters that moved since their days were counted, or were counted by another version."""
    statement = f"SELECT f.matter_id, f.sendings, f.moves, f.papers {_since(more=' OR k.version <> :version')} ORDER BY f.matter_id"
    rows = session.connection().execute(text(statement), {"office": office, "version": version})
    return [Moved(*map(int, row)) for row in rows]


def moved_since(session: Session, scope: Scope) -> int:
    """Return in how many matters of a scope something moved since their days were counted."""
    one = "" if scope.matter == ALL else " AND s.matter_id = :matter"
    return int(session.connection().execute(text(f"SELECT count(*) {_since(one=one)}"), scope.named).scalar_one())


def papers(session: Session, office: str) -> int:
    """Return how many papers an office has sent, by its sendings."""
    asked = (
        "SELECT coalesce(sum(s.planned), 0) FROM sending s JOIN matter m ON m.id = s.matter_id WHERE m.office = :office"
    )
    return int(session.connection().execute(text(asked), {"office": office}).scalar_one())


def mark_of(session: Session, scope: Scope) -> DayMarkRow | None:
    """Return when a scope was counted; None when it never was."""
    return session.get(DayMarkRow, (scope.office, scope.matter))


def trees_of(session: Session, scope: Scope) -> list[str]:
    """Return the names of the trees along which the scope's papers were sent, in order."""
    asked = f"SELECT tree FROM {_trees(scope)} t ORDER BY 1"
    return list(session.connection().execute(text(asked), scope.named).scalars())


def above(session: Session, scope: Scope, units: Iterable[str]) -> dict[str, set[str]]:
    """Return the units that each of these ever stood below in the scope's trees; those who sit nowhere are left out."""
    statement = f"""
        WITH RECURSIVE up(tree, base, unit, parent) AS (
            SELECT tree, unit, unit, parent FROM chart_seat WHERE tree IN {_trees(scope)} AND unit IN {name_list(session)}
            UNION ALL
            SELECT c.tree, up.base, c.unit, c.parent FROM up JOIN chart_seat c ON c.tree = up.tree AND c.unit = up.parent
        ) SELECT DISTINCT base, unit FROM up"""
    found: dict[str, set[str]] = {}
    for base, unit in session.connection().execute(text(statement), {**scope.named, "names": as_list(units)}):
        found.setdefault(base, set()).add(unit)
    return found


def ever_below(session: Session, scope: Scope, unit: str) -> frozenset[str]:
    """Return a unit with every unit that stood below it in a tree along which something of the scope was sent."""
    return frozenset(session.connection().execute(text(_below(scope)), {**scope.named, "below": unit}).scalars())


def lines_of(session: Session, scope: Scope, units: Iterable[str] | None = None) -> Lines:
    """Return the days of each unit and step, of these units or of all."""
    some = "" if units is None else f" AND unit IN {name_list(session)}"
    statement = f"SELECT unit, step, days FROM day_line WHERE {_HERE}{some}"
    given = {**scope.named, "names": as_list(units or ())}
    rows = session.connection().execute(text(statement), given if some else scope.named)
    return {(unit, step): _days(json.loads(days)) for unit, step, days in rows}


def sums_of(session: Session, scope: Scope, units: Iterable[str]) -> Sums:
    """Return the days of everything at and below these units, by level and step."""
    statement = f"SELECT unit, days FROM day_sum WHERE {_HERE} AND unit IN {name_list(session)}"
    rows = session.connection().execute(text(statement), {**scope.named, "names": as_list(units)})
    return {unit: {(level, step): _days(days) for level, step, days in json.loads(kept)} for unit, kept in rows}


def write_lines(session: Session, scope: Scope, lines: Lines) -> None:
    """Keep these units' days in place of what they were."""
    rows = (
        {"unit": unit, "step": step, "count": 0, "median": 0, "slowest": 0, "days": _text(days), **_measured(days)}
        for (unit, step), days in lines.items()
    )
    _put(session, "day_line", scope, _LINE, rows, keys=("unit", "step"))


def write_sums(session: Session, scope: Scope, sums: Sums, *, anew: bool) -> None:
    """Keep the days of these branches in place of what they were; `anew`: there are no others."""
    if anew:
        session.connection().execute(text(f"DELETE FROM day_sum WHERE {_HERE}"), scope.named)
    rows = (
        {"unit": unit, "days": json.dumps([[*key, days] for key, days in parts.items() if days], ensure_ascii=False)}
        for unit, parts in sums.items()
    )
    _put(session, "day_sum", scope, _SUM, rows, keys=("unit",))


def slowest_lines(session: Session, scope: Scope, below: str | None, most: int) -> tuple[int, list[SlowLine]]:
    """Return how many lines (units and steps) there are at and below a unit (None: in all), and the slowest of them."""
    where, given = f"{_HERE} AND count > 0", {**scope.named, "below": below}
    if below is not None:
        where += f" AND unit IN ({_below(scope)})"
    by_letter = ' COLLATE "C"' if on_postgresql(session) else ""  # as Python sorts
    connection = session.connection()
    number = connection.execute(text(f"SELECT count(*) FROM day_line WHERE {where}"), given).scalar_one()
    asked = f"""
        SELECT unit, step, count, median, slowest FROM day_line WHERE {where}
        ORDER BY median DESC, slowest DESC, unit{by_letter}, step LIMIT :most"""
    return int(number), [SlowLine(*row) for row in connection.execute(text(asked), {**given, "most": most})]


def is_still(session: Session, scope: Scope, mark: DayMarkRow | None) -> bool:
    """Whether nobody has counted a scope since its mark was looked at."""
    asked = select(DayMarkRow.at, DayMarkRow.moves).where(
        DayMarkRow.office == scope.office, DayMarkRow.matter_id == scope.matter
    )
    return session.exec(asked).first() == ((mark.at, mark.moves) if mark else None)


def _since(*, one: str = "", more: str = "") -> str:
    return _SINCE.format(one=one, more=more)


def _trees(scope: Scope) -> str:
    return _TREES if scope.matter == ALL else _OWN_TREES


def _below(scope: Scope) -> str:
    return f"""
        SELECT DISTINCT b.unit FROM chart_seat c JOIN chart_seat b ON b.tree = c.tree AND b.seat BETWEEN c.seat AND c.last
        WHERE c.unit = :below AND c.tree IN {_trees(scope)}"""


def _measured(days: Days) -> dict[str, int]:
    known = counted(days)
    return {"count": sum(known.values()), "median": median(known), "slowest": max(known)} if known else {}


def _put(
    session: Session, table: str, scope: Scope, columns: Mapping[str, str], rows: Iterable[Mapping[str, object]], *, keys: Sequence[str]
) -> None:  # fmt: skip
    names = ", ".join(f'"{name}"' for name in columns)
    changed = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name not in keys)
    statement = f"""
        INSERT INTO {table} (office, matter_id, {names})
        SELECT CAST(:office AS text), CAST(:matter AS integer), {names} FROM {rows_table(session, columns)} WHERE true
        ON CONFLICT (office, matter_id, {", ".join(keys)}) DO UPDATE SET {changed}"""
    session.connection().execute(text(statement), {**scope.named, "rows": as_rows(rows)})


def _text(days: Days) -> str:
    return json.dumps(days, separators=(",", ":"))


def _days(kept: Mapping[str, int]) -> dict[int, int]:
    return {int(value): count for value, count in kept.items()}
