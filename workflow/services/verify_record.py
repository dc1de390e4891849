"""ตรวจผนึก: whether everything is as it was sealed. What is altered, deleted, put in, moved or cut off is named, row by row."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session, select

from workflow.core.seal import MARK, Batch, Words, batch_digest, digest, seal_digest, undone
from workflow.core.thai_digits import to_thai
from workflow.store.derived import wrong_counters, wrong_states
from workflow.store.readable import NO_VALUE, readable
from workflow.store.seal_tables import SealRow
from workflow.store.sealed import CHANGES, FOLLOWS, NOTED, Kept, kept
from workflow.store.seals import chain, misnumbered, without_seal

NEVER = 1 << 60  # the seal of what is not sealed yet
MOST = 10_000  # findings told
ALTERED = "ถูกแก้ไข"


@dataclass(frozen=True)
class Finding:
    """Something that is not as it was sealed: `what` is chain, altered, gone, added, state, counter, file or checkpoint."""

    what: str
    table: str
    row: str
    text: str


@dataclass(frozen=True)
class Verified:
    """How many seals and rows were looked at, how many rows no seal covers yet, and everything that is wrong."""

    seals: int
    rows: int
    unsealed: int
    findings: tuple[Finding, ...]
    files: int = 0
    orphans: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


@dataclass
class _Seen:
    """What the chain says: batches of each table with their seal."""

    batches: dict[str, list[tuple[int, Batch]]] = field(default_factory=lambda: defaultdict(list))
    findings: list[Finding] = field(default_factory=list)
    seals: int = 0


@dataclass(frozen=True)
class _Change:
    number: int
    seal: int
    said: Mapping[str, Any]


def verify(session: Session) -> Verified:
    """Look at everything in one snapshot of the database."""
    seen = _walk(session)
    changes = _Changes(session, seen)
    findings, rows = list(seen.findings), 0
    for name in FOLLOWS:
        for found in _table(session, kept(name), seen.batches[name], changes):
            findings.append(found)
        rows += sum(batch.rows for _, batch in seen.batches[name])
    for name in NOTED:
        findings += _noted(kept(name).all(session), name, changes)
    findings += _derived(session)
    unsealed = sum(kept(n).count_after(session, _end(seen.batches[n])) for n in FOLLOWS)
    return Verified(seen.seals, rows, unsealed, tuple(findings[:MOST]))


def _walk(session: Session) -> _Seen:
    seen, previous = _Seen(), ""
    for number, seal, batches in chain(session):
        seen.seals += 1
        if number != seen.seals and not any(f.row == "gap" for f in seen.findings):
            seen.findings.append(Finding("chain", "seal", "gap", f"ผนึกที่ {to_thai(seen.seals)} หายไป"))
        wrong = _wrong_link(seal, batches, previous)
        if wrong:
            seen.findings.append(Finding("chain", "seal", str(number), f"ผนึกที่ {to_thai(number)} {wrong}"))
        previous = seal.sha256 if seal else ""
        for batch in batches if wrong != ALTERED else ():
            expected = _end(seen.batches[batch.table]) + 1
            if batch.first != expected:
                text = f"ผนึกที่ {to_thai(number)} ไม่ต่อจากแถว {to_thai(expected - 1)} ของ {batch.table}"
                seen.findings.append(Finding("chain", batch.table, str(expected), text))
            seen.batches[batch.table].append((number, batch))
    for numbers, wrong in ((without_seal(session), "หายไป"), (misnumbered(session), ALTERED)):
        for number in numbers:
            seen.findings.append(Finding("chain", "seal", str(number), f"ผนึกที่ {to_thai(number)} {wrong}"))
    return seen


def _wrong_link(seal: SealRow | None, batches: tuple[Batch, ...], previous: str) -> str:
    if seal is None or _digest_of(seal, batches) != seal.sha256:
        return ALTERED
    if seal.previous != previous:
        return "ไม่ต่อจากผนึกก่อนหน้า"
    return "" if seal.rows == sum(batch.rows for batch in batches) else "บอกจำนวนแถวไม่ตรง"


def _digest_of(seal: SealRow, batches: tuple[Batch, ...]) -> str:
    try:
        return seal_digest(seal.number, seal.at, seal.previous, batches)
    except (TypeError, ValueError):  # somebody put in what no seal holds
        return ""


def _end(batches: list[tuple[int, Batch]]) -> int:
    return batches[-1][1].last if batches else 0


class _Changes:
    """What the program changed after a row was sealed, newest first."""

    def __init__(self, session: Session, seen: _Seen) -> None:
        self._of_row: dict[tuple[str, int], list[_Change]] = defaultdict(list)
        self._of_memo: dict[tuple[str, int], list[_Change]] = defaultdict(list)
        ends = [batch.last for _, batch in seen.batches[CHANGES]]
        late = {n: seal for seal, batch in seen.batches[CHANGES] for n in batch.late}
        for number, row in _changes_told(session):
            place = bisect_left(ends, number)
            seal = late.get(number) or (seen.batches[CHANGES][place][0] if place < len(ends) else NEVER)
            said: dict[str, Any] = (
                row["said"] if isinstance(row["said"], dict) else {}
            )  # whoever rewrote it is told of by its own seal
            change = _Change(number, seal, said)
            if row["row"] is not None:
                self._of_row[row["tab"], row["row"]].append(change)
            elif isinstance(memo := said.get("memo_id", 0), int):
                self._of_memo[row["tab"], memo].append(change)

    def of(self, table: str) -> dict[int, list[_Change]]:
        """Return what every row of a table ever said, by its key, the newest first."""
        return {key: told for (name, key), told in self._of_row.items() if name == table}

    def before(self, table: str, number: int, seal: int, words: Words) -> list[Words]:
        """Return what the row may have said when it was sealed; [] when what was changed since does not lead here."""
        own, together = self._of_row.get((table, number), ()), self._of_memo.get((table, words.get("memo_id", 0)), ())
        since = sorted((c for c in (*own, *together) if c.seal > seal), key=lambda c: -c.number)
        candidates = [words]
        for change in since:
            one = {name: pair for name, pair in change.said.items() if name != "memo_id" or change in own}
            if change in own:
                candidates = [before for c in candidates if (before := undone(c, [one])) is not None]
            else:
                sealed = {name: pair for name, pair in one.items() if name != "state"}
                candidates += [before for c in candidates if sealed and (before := undone(c, [sealed])) is not None]
        return candidates


def _changes_told(session: Session) -> Iterator[tuple[int, Any]]:
    table = kept(CHANGES).table
    asked = select(table.c.id, table.c.tab, table.c.row, table.c.said).order_by(table.c.id.desc())
    for (number,), row in readable(session, asked, [table.c.id]):
        if row is not None:
            yield number, row


def _noted(rows: Mapping[int, Words], name: str, changes: _Changes) -> Iterator[Finding]:
    """Yield the rows of such a table that do not say what they were noted to say: nothing at first, then one change after the other."""
    told = changes.of(name)
    for key in sorted({*rows, *told}, key=str):
        said = undone(rows.get(key, {}), (change.said for change in told.get(key, ())))
        if said:
            yield _altered(name, key) if key in told else _added(name, key)
        elif said is None:
            yield _altered(name, key) if key in rows else _gone(name, key)


def _table(session: Session, table: Kept, batches: list[tuple[int, Batch]], changes: _Changes) -> Iterator[Finding]:
    name = table.table.name
    taken_late = {n for _, batch in batches for n in batch.late}
    for seal, batch in batches:
        found = dict(table.between(session, batch.first, batch.last))
        inside = set(found)
        found |= dict(table.numbered(session, list(batch.late))) if batch.late else {}
        numbers = batch.numbers()
        yield from (_added(name, n) for n in sorted(inside - set(numbers) - taken_late))
        yield from _rows(name, batch, seal, found, changes)


def _rows(name: str, batch: Batch, seal: int, found: dict[int, Words], changes: _Changes) -> Iterator[Finding]:
    digests: list[tuple[int, bytes]] = []
    bad = False
    for place, number in enumerate(batch.numbers()):
        mark = batch.marks[place * MARK : (place + 1) * MARK]
        before = changes.before(name, number, seal, found.get(number, {}))
        made = [digest(words) for words in before if words]
        right = next((one for one in made if one[:MARK] == mark), None)
        if right is None:
            bad = True
            yield _gone(name, number) if number not in found else _altered(name, number)
        else:
            digests.append((number, right))
    if not bad and (batch_digest(digests)[0] != batch.sha256 or len(digests) != batch.rows):
        yield _altered(name, batch.first, batch.last)


def _altered(table: str, first: int, last: int | None = None) -> Finding:
    rows = f"{first}–{last}" if last else str(first)
    return Finding("altered", table, rows, f"แถว {to_thai(rows)} ของ {table} ไม่ตรงกับที่ผนึกไว้")


def _gone(table: str, number: int) -> Finding:
    return Finding("gone", table, str(number), f"แถว {to_thai(number)} ของ {table} หายไป")


def _added(table: str, number: int) -> Finding:
    return Finding("added", table, str(number), f"แถว {to_thai(number)} ของ {table} ถูกแทรกเข้ามาภายหลัง")


def _derived(session: Session) -> Iterator[Finding]:
    for table, follow in (("dispatch", _states), ("register_counter", _counters)):
        try:
            yield from list(follow(session))
        except NO_VALUE:
            yield Finding("state", table, "", f"อ่านค่าใน {table} ไม่ได้ จึงไม่รู้ว่าตรงกับร่องรอยหรือไม่")


def _states(session: Session) -> Iterator[Finding]:
    for wrong in wrong_states(session):
        text = f"การส่งที่ {to_thai(wrong.row)} มีสถานะ {wrong.says} แต่ร่องรอยบอกว่า {wrong.should}"
        yield Finding("state", wrong.table, wrong.row, text)


def _counters(session: Session) -> Iterator[Finding]:
    for wrong in wrong_counters(session):
        text = to_thai(f"ตัวนับทะเบียน {wrong.row} คือ {wrong.says or 'ไม่มี'} แต่รายการในเล่มคือ {wrong.should}")
        yield Finding("counter", wrong.table, wrong.row, text)
