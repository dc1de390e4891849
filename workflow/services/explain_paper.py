"""One paper's rows with places, numbers and doubts, ready to be laid beside its sheets. Pure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workflow.core.field_names import thai_name
from workflow.core.reading import Evidence, Finding, Instrument, Severity
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.services.explained import Note, Row, Sureness
from workflow.services.explained_rows import FieldRow, field_rows
from workflow.templates.numerals import in_thai_digits

LETTERS = "กขคงจฉชซญฐณดตถทธนบปผฝพฟภมยรลวศสหฬอฮ"
RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}  # the gravest doubts stand first


@dataclass(frozen=True)
class PaperRows:
    """A paper's rows in order, each with the places found for it, and the notes that belong to the paper as a whole."""

    rows: tuple[Row, ...]
    places: dict[str, tuple[Evidence, ...]]
    notes: tuple[Note, ...]


def paper_rows(paper: Instrument, findings: Sequence[Finding], prefix: str) -> PaperRows:
    """Return the rows of a paper; `prefix` makes their ids its own."""
    fields = field_rows(paper)
    places = {row.key: _places(row, paper.evidence) for row in fields}
    notes, told = _told_once(findings, fields)
    rows, by_id = [], {}
    for n, field in enumerate(fields, 1):
        own = [f for f in findings if f.field and field.within(f.field)]
        made = _row(field, places[field.key], own, told)
        rows.append(replace(made, id=f"{prefix}-{n}", tag=to_thai(n)))
        by_id[rows[-1].id] = places[field.key]
    return PaperRows(tuple(rows), by_id, notes)


def _places(row: FieldRow, evidence: dict[str, Evidence]) -> tuple[Evidence, ...]:
    """Return the whole row's place where the rules told it, the places of its parts otherwise."""
    if row.key in evidence:
        return (evidence[row.key],)
    return tuple(seen for key, seen in evidence.items() if row.holds(key))


def _row(field: FieldRow, places: Sequence[Evidence], own: Sequence[Finding], told: dict[str, Note]) -> Row:
    parts = tuple(dict.fromkeys(seen.printed for seen in places))
    printed = " … ".join(parts)
    thai = any(char in "๐๑๒๓๔๕๖๗๘๙" for char in printed) or not printed
    values = tuple(in_thai_digits(value) if thai else value for value in field.values)
    alone = [f for f in own if f.message not in told]
    worst = min((f.severity for f in alone), key=lambda s: RANK[s], default="")
    return Row(
        id="", tag="", label=in_thai_digits(field.label), values=values, key=field.key, doubt=worst if worst != "info" else "",
        printed="" if all(_same((field.label, *values), part) for part in parts) else printed,
        sure=Sureness.of(min(seen.confidence for seen in places)) if places else None,
        notes=tuple(note_of(f) for f in alone),
        see=tuple(dict.fromkeys(told[f.message].tag for f in own if f.message in told)),
    )  # fmt: skip


def _same(values: Sequence[str], printed: str) -> bool:
    """Whether the printed words say no more than the value; labels, spaces and commas aside."""
    seen, said = (re.sub(r"[\s,…]+", "", to_arabic(text)) for text in (printed, "".join(values)))
    return not seen or seen in said or (said in seen and len(seen) - len(said) < 12)


def _told_once(findings: Sequence[Finding], fields: Sequence[FieldRow]) -> tuple[tuple[Note, ...], dict[str, Note]]:
    """Return the notes of the paper as a whole, and those told once for several rows, by their message."""
    often = Counter(f.message for f in findings)
    told: dict[str, Note] = {}
    notes: list[Note] = []
    for finding in findings:
        rows = sum(bool(finding.field) and row.within(finding.field or "") for row in fields)
        if finding.message in told:
            continue
        if often[finding.message] > 1 or rows > 1:
            names = [thai_name(f.field) for f in findings if f.message == finding.message and f.field]
            tag = LETTERS[len(told) % len(LETTERS)]
            told[finding.message] = replace(note_of(finding), tag=tag, fields=tuple(dict.fromkeys(names)))
            notes.append(told[finding.message])
        elif not rows:
            notes.append(note_of(finding))
    return tuple(sorted(notes, key=lambda note: RANK[note.severity])), told


def note_of(finding: Finding) -> Note:
    return Note(finding.severity, finding.message, tuple(in_thai_digits(c) for c in finding.candidates))
