"""Papers become instruments: every field asked for in turn, each from its own file under fields/. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise

from rapidfuzz.distance import Levenshtein

from workflow.core.reading import Finding, Instrument, Kind, Reference, Signatory
from workflow.parsers.binding.endorsed import is_certified
from workflow.parsers.bundle import Paper
from workflow.parsers.draft import Draft, PrintedDate
from workflow.parsers.endorsements import Repeat, split_endorsements
from workflow.parsers.fields.addressee import addressees, endorsement_addressees
from workflow.parsers.fields.cells_wrapped import in_cells
from workflow.parsers.fields.certifier import certifier_lacks
from workflow.parsers.fields.closing import closing_of, purposes_of
from workflow.parsers.fields.contacts import contacts_of
from workflow.parsers.fields.dated import (
    date_in,
    first_date_alone,
    first_loose_date,
    given_date,
    impossible_date,
    labelled_date,
    letter_date,
    loose_date,
)
from workflow.parsers.fields.enclosures import enclosures, strayed
from workflow.parsers.fields.endorsed_date import endorsed_date
from workflow.parsers.fields.head_field import HeadField
from workflow.parsers.fields.heads import head_fields
from workflow.parsers.fields.interlined import without_remarks
from workflow.parsers.fields.labels import DEAR, GREETINGS, HEAD, label_of
from workflow.parsers.fields.meeting import meeting_of
from workflow.parsers.fields.numbers import is_circular, number_as_printed, number_of, number_without_label
from workflow.parsers.fields.receipts import StampFound
from workflow.parsers.fields.references import references
from workflow.parsers.fields.sender import sealed_by, sender_of
from workflow.parsers.fields.signatory import signatures
from workflow.parsers.fields.signed_in_a_row import signed_apart
from workflow.parsers.fields.urgency import CITED_URGENT, urgency_of
from workflow.parsers.lettered_codes import codes_of
from workflow.parsers.rows import Row, flow, rows_of
from workflow.parsers.signing_facts import add_signing
from workflow.parsers.stamping import add_stamps, parted, share_stamps
from workflow.parsers.survey_facts import add_survey, add_table, tell_unread

_CLOSES = re.compile(r"จึง(?:แจ้ง|เรียน|ส่ง|ขอแจ้ง|ขอส่ง)")
_CITING = frozenset({"letter", "invitation", "memo", "stamped", "order"})
_MISREAD = 3  # characters of a number that a scan may have read otherwise
_NO_HEAD = 200.0  # points from the top of a scan: what stands lower was written by whoever passed the paper on


def understand(papers: Sequence[Paper]) -> list[Draft]:
    """Return one draft a paper; an endorsement page may give several."""
    parts = [_parts(paper) for paper in papers]
    read = zip(papers, parts, _stamps(papers, parts), strict=True)
    for endorsed, run in groupby(read, key=lambda part: part[0].kind == "endorsement"):
        together = list(run)
        if endorsed:  # a page's stamps may be those of the page before
            shares = [(n, stamp) for n, (_, _, stamps) in enumerate(together) for stamp in stamps]
            share_stamps([own for _, own, _ in together], shares)
        else:
            for _, (draft,), stamps in together:
                add_stamps(draft, stamps)
    return [draft for own in parts for draft in own]


def _parts(paper: Paper) -> list[Draft]:
    if paper.kind == "endorsement":
        return [_endorsement(*split) for split in split_endorsements(paper)]
    return [_whole(paper)]


def _stamps(papers: Sequence[Paper], parts: Sequence[Sequence[Draft]]) -> list[list[StampFound]]:
    """Return the stamps of each paper; those of a page that ends one and holds an endorsement of it are parted."""
    stamps = [[stamp for sheet in paper.sheets for stamp in sheet.stamps] for paper in papers]
    for n, (host, note) in enumerate(pairwise(papers)):
        if host.kind == "endorsement" or note.kind != "endorsement" or host.pages[-1] != note.pages[0]:
            continue
        above, below = host.sheets[-1].stamps, note.sheets[0].stamps
        on_host, on_notes = parted(parts[n][0], parts[n + 1], above, below)
        stamps[n] = [*stamps[n][: len(stamps[n]) - len(above)], *on_host]
        stamps[n + 1] = [*on_notes, *stamps[n + 1][len(below) :]]
    return stamps


def _whole(paper: Paper) -> Draft:
    rows = paper.rows
    # under an enclosure's heading stands no head
    annexed = paper.kind in {"table", "unknown"} and bool(paper.sheets[0].label)
    fields, body = ({}, 0) if annexed else head_fields(rows, in_cells(rows, paper.tables))
    told = signed_apart(without_remarks(rows[body:]))
    text = flow(told)
    blocks = signatures(told)
    draft = Draft(_headed(paper, fields, rows[:body], text), text, certifier_lacks=certifier_lacks(rows))
    _see_head(draft, paper, fields, rows[:body])
    subject = fields["เรื่อง"].rows[0] if "เรื่อง" in fields else None
    _add_date(draft, paper, body, subject)
    add_signing(draft, told, blocks)
    _add_meeting(draft, text)
    codes = codes_of(paper)
    plain = codes.rows(told)
    add_survey(draft, plain, fields, flow(plain) if codes.wholes else text)
    add_table(draft, codes.paper(paper))
    tell_unread(draft)
    codes.told(draft)
    if paper.kind == "unknown" and _is_annex(draft, paper):
        draft.instrument = replace(draft.instrument, kind="table")
    return draft


def _is_annex(draft: Draft, paper: Paper) -> bool:
    """Whether a paper is headed as an enclosure, or holds nothing but advice, and neither begins nor ends as a paper of its own does.

    Where a recogniser may have missed a head, only the heading of an enclosure tells.
    """
    labels = {found[0] for row in paper.rows[:HEAD] if (found := label_of(row))}
    headed = bool(paper.sheets[0].label)
    own = any(sheet.signed is not None or sheet.closing is not None for sheet in paper.sheets)
    cells = {"สิ่งที่ส่งมาด้วย", *(["ส่วนราชการ"] if headed else [])}  # what may begin a cell of a table
    if paper.missing or draft.instrument.signatory or own or labels - cells:
        return False
    return headed or bool(draft.instrument.recommendations and not draft.recognised)


def _headed(paper: Paper, fields: dict[str, HeadField], head: Sequence[Row], text: str) -> Instrument:
    rows = paper.rows
    to, via = addressees(fields)
    number, urgency, subject = _number(paper, head), _urgency(paper, head), fields.get("เรื่อง")
    noisy = _recognised(rows)
    listed = references(fields["อ้างถึง"].text, noisy=noisy, listed=True) if "อ้างถึง" in fields else ()
    told = references(text, noisy=noisy) if paper.kind in _CITING else ()
    told = tuple(cited for cited in told if number is None or cited.number != number[0])
    anew = (cited for cited in told if not any(_again(cited, above, noisy=noisy) for above in listed))
    sealed = sealed_by(rows) if paper.kind == "stamped" else None
    return Instrument(
        paper.kind, paper.pages, paper.missing, number[0] if number else None, is_circular(number[0] if number else None),
        urgency=urgency[0] if urgency else None,
        sender=sealed or sender_of(fields, head, "" if paper.kind == "table" else text),
        subject=subject.text if subject else None, to=to, via=via, references=(*listed, *anew),
        enclosures=enclosures(fields), closing=closing_of(rows), contacts=contacts_of(rows),
        copy_certified=any(is_certified(row) for row in rows),
    )  # fmt: skip


def _again(cited: Reference, above: Reference, *, noisy: bool) -> bool:
    """Whether a paper cited in the text is one of the head's; on a scan also when its number was read otherwise and its day agrees."""
    if cited.number == above.number:
        return cited.number is not None or cited.date == above.date
    apart = Levenshtein.distance(cited.number or "", above.number or "")
    return noisy and apart <= _MISREAD and (cited.date == above.date or None in (cited.date, above.date))


def _number(paper: Paper, head: Sequence[Row]) -> tuple[str, Row] | None:
    """Return the paper's number: labelled, else alone in the head of a letter or memo whose label was lost, else in whatever form."""
    greeted = next((n for n, row in enumerate(head) if (label := label_of(row)) and label[0] in DEAR), None)
    found = number_of(paper.rows[: 30 if greeted is None else greeted])  # what stands below the greeting is cited
    if paper.kind not in {"letter", "memo", "invitation"}:
        return found
    return found or number_without_label(head) or number_as_printed(head)


def _urgency(paper: Paper, head: Sequence[Row]) -> tuple[str, Row] | None:
    """Return the urgency: in the head, where no pen's word in the text can pass for it, or on a line that a stamp took along.

    Of a text layer coloured lines come last; those that stand no lower than the head belong to it.
    """
    stamped = rows_of(line for sheet in paper.sheets for stamp in sheet.stamps for line in stamp.lines)
    lowest = max((row.box[3] for row in head if row.box and row.page == paper.rows[0].page), default=0.0)
    high = [row for row in paper.rows if row.box and row.page == paper.rows[0].page and row.box[1] < lowest]
    near = [
        row
        for row in paper.rows[len(head) : 12]
        if not (head and CITED_URGENT.match(row.text.strip())) and not (row.sure and row.box and row.box[1] > _NO_HEAD)
    ]
    return urgency_of([*paper.rows[: len(head)], *near, *high, *stamped])


def _see_head(draft: Draft, paper: Paper, fields: dict[str, HeadField], head: Sequence[Row]) -> None:
    """Keep where the fields of the head stand."""
    places = {
        "subject": ("เรื่อง",), "to": GREETINGS, "enclosures": ("สิ่งที่ส่งมาด้วย",),
        "references": ("อ้างถึง",),
    }  # fmt: skip
    for name, labels in places.items():
        draft.see(name, next((fields[label].rows for label in labels if label in fields), ()))
    for name, found in (("number", _number(paper, head)), ("urgency", _urgency(paper, head))):
        draft.see(name, [found[1]] if found else [])
    if "สิ่งที่ส่งมาด้วย" in fields and strayed(fields["สิ่งที่ส่งมาด้วย"]):
        message = "หน้าเลขข้อของสิ่งที่ส่งมาด้วยมีรอยที่อ่านเป็นเครื่องหมาย จึงไม่นับเป็นข้อความ โปรดตรวจกับต้นฉบับ"
        draft.findings.append(
            Finding("low-confidence", "info", message, field="enclosures", page=draft.instrument.pages[0])
        )
    if "references" not in draft.seen and draft.instrument.references:
        draft.seen["references"] = paper.rows


def _add_date(draft: Draft, paper: Paper, body: int, subject: Row | None) -> None:
    rows = paper.rows
    if paper.kind == "unknown" and paper.sheets[0].label:
        return  # nor any date of its own
    found = _date_of(paper.kind, rows[: max(body, 12)], rows, subject)
    head = rows[:body] if paper.kind in {"letter", "memo"} else rows
    row = found[1] if found else first_loose_date(rows[:body]) if _recognised(rows) else impossible_date(head)
    if row:
        draft.instrument = replace(draft.instrument, date=found[0] if found else None)
        draft.see("date", [row])
        draft.dates.append(PrintedDate("date", row.printed if found else loose_date(row.text) or "", row.page, row.box))


def _date_of(kind: Kind, head: Sequence[Row], whole: Sequence[Row], subject: Row | None) -> tuple[date, Row] | None:
    """Return the paper's own date; dates inside a memo's or a letter's text are other papers' dates."""
    if kind == "memo":
        return labelled_date(head) or (first_date_alone(head) if number_of(head) else None)
    if kind == "order":
        return given_date(whole) or first_date_alone(whole)
    if kind == "stamped" and (sealed := _sealed_date(whole)):
        return sealed
    number = number_of(whole[:30])
    numbered = number[1] if number else None
    found = letter_date(head, numbered, subject) or letter_date(whole, numbered, subject)
    return found or (labelled_date(whole) if kind == "unknown" else None)


def _sealed_date(rows: Sequence[Row]) -> tuple[date, Row] | None:
    """Return the date that stands alone below the closing words of a stamped letter: one that begins a row of its text is a limit."""
    closed = next((n for n, row in enumerate(rows) if _CLOSES.match(row.text.strip())), len(rows))
    return first_date_alone([row for row in rows[closed + 1 :] if not row.text.strip().startswith("วันที่")])


def _add_meeting(draft: Draft, text: str) -> None:
    """Keep what an invitation invites to; a result letter names a past seminar too, and that is no invitation."""
    if draft.instrument.kind == "invitation":
        draft.instrument = replace(draft.instrument, meeting=meeting_of(text))


def _endorsement(paper: Paper, repeats: Sequence[Repeat]) -> Draft:
    rows = signed_apart(paper.rows)
    blocks = signatures(rows)
    words = rows[: blocks[0].first] if blocks else rows
    text, noisy = flow(words), _recognised(rows)
    number = number_of(rows)
    dated = endorsed_date(words, blocks, number[1] if number else None)
    cited = flow([row for row in words if number is None or row is not number[1]])  # its own number cites nothing
    instrument = Instrument(
        "endorsement", paper.pages, (), number[0] if number else None, is_circular(number[0] if number else None),
        date=date_in(dated.text, noisy=noisy) if dated else None, to=endorsement_addressees(words),
        references=references(cited, noisy=noisy), closing=purposes_of(rows),
        copy_certified=any(is_certified(row) for row in rows),
    )  # fmt: skip
    draft = Draft(instrument, text, certifier_lacks=certifier_lacks(rows))
    draft.see("number", [number[1]] if number else [])
    draft.seen |= {"to": tuple(words), "references": tuple(words)}
    add_signing(draft, rows, blocks)
    if dated:
        draft.dates.append(PrintedDate("date", loose_date(dated.text) or dated.text, dated.page, dated.box))
        draft.see("date", [dated])
    for repeat in repeats:
        _compare(draft, repeat)
    return draft


def _compare(draft: Draft, repeat: Repeat) -> None:
    """Note where a second reading of the same endorsement disagrees with the first."""
    again, page = number_of(repeat.rows), draft.instrument.pages[0]
    draft.findings.append(
        Finding("duplicate-page", "info", "ข้อความช่วงนี้ถูกอ่านซ้ำสองครั้ง ใช้เพียงครั้งเดียว", page=page, field="pages")
    )
    if again and draft.instrument.number and again[0] != draft.instrument.number:
        candidates = (draft.instrument.number, again[0])
        message = f"เลขที่อ่านได้สองแบบ: {' หรือ '.join(candidates)} โปรดดูต้นฉบับแล้วเลือก"
        draft.findings.append(
            Finding("low-confidence", "error", message, field="number", page=page, candidates=candidates)
        )
    blocks = signatures(repeat.rows)
    first: Signatory | None = draft.instrument.signatory
    if blocks and first and first.name and blocks[0].signatory.name not in {None, first.name}:
        names = (first.name, blocks[0].signatory.name or "")
        message = f"ชื่อผู้ลงนามอ่านได้สองแบบ: {' หรือ '.join(names)} โปรดตรวจกับทำเนียบ"
        draft.findings.append(
            Finding("name-spelling-conflict", "warning", message, field="signatory.name", page=page, candidates=names)
        )


def _recognised(rows: Sequence[Row]) -> bool:
    return any(row.sure for row in rows)
