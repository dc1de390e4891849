"""A file that was handed in, laid out for the person who checks it: pages with marks, papers with fields, doubts, what was mended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from workflow.core.bundle_facts import KIND_THAI, result_letter
from workflow.core.correction import Correction, corrected
from workflow.core.errors import NotFound, Refused
from workflow.core.intake import IntakeState
from workflow.core.reading import Finding, Instrument, Reading
from workflow.core.thai_digits import to_thai
from workflow.core.working_as import WorkingAs
from workflow.services.desk import Desk
from workflow.services.explain_paper import note_of
from workflow.services.explained import Mark, Note, Sureness, framed
from workflow.services.page_views import SeenPage, seen_pages
from workflow.services.review_fields import EditField, as_typed, edit_fields, group_of, place_of, shown
from workflow.services.take_in import folder_of
from workflow.store.corrections import corrections_of, in_force
from workflow.store.intake_tables import IntakeRow
from workflow.store.intakes import entered_as, look_at_intake, next_to_review
from workflow.store.json_shapes import correction_from, reading_from


@dataclass(frozen=True)
class Candidate:
    """What a field may really be: the value as it is sent, and as people read it."""

    value: str
    shown: str


@dataclass(frozen=True)
class FieldView:
    """A field with its value in force; `was` what was read when a person (`by`) mended it, `page` 0 where it has no place."""

    id: str
    field: EditField
    was: str
    by: str
    sure: Sureness | None
    page: int
    notes: tuple[Note, ...]
    candidates: tuple[Candidate, ...]
    doubt: str

    @property
    def group(self) -> str:
        """The part of the paper the field belongs to (`อ้างถึง`, `ตรารับ`); "" for what stands in every letter's head."""
        return group_of(self.field.key)


@dataclass(frozen=True)
class PaperView:
    """One paper of the file with its fields, and the doubts that belong to none of them."""

    place: int
    kind: str
    first_page: int
    pages: str
    missing: str
    fields: tuple[FieldView, ...]
    notes: tuple[Note, ...]

    @property
    def doubts(self) -> int:
        """How many fields and notes want a look."""
        return sum(bool(field.doubt) for field in self.fields) + sum(n.severity != "info" for n in self.notes)


@dataclass(frozen=True)
class ReviewPage:
    """A page as it is shown, with the marks of the fields that stand on it."""

    page: SeenPage
    marks: tuple[Mark, ...]
    veils: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True)
class Review:
    """Everything the review page shows; `next` the unit's next file to check, `entered_before` a matter with the same letter."""

    id: int
    file_name: str
    by: str
    state: str
    state_thai: str
    matter: int | None
    pages: tuple[ReviewPage, ...]
    papers: tuple[PaperView, ...]
    notes: tuple[Note, ...]
    secrets: tuple[tuple[str, int], ...]
    main: int
    next: int | None
    entered_before: int | None


def own_intake(session: Session, who: WorkingAs, number: int) -> IntakeRow:
    """Return a file of the unit somebody works in; NotFound for another unit's as for one that is not."""
    row = look_at_intake(session, number)
    if (row.office, row.unit) != (who.office, who.unit):
        raise NotFound(f"ไม่พบแฟ้มรับเข้าที่ {to_thai(number)}", next_step="เลือกจากรายการในหน้ารับหนังสือเข้า")
    return row


def own_folder(desk: Desk, who: WorkingAs, number: int) -> Path:
    """Return where a file of the unit lies with its pages; NotFound for another unit's."""
    with desk.store.read() as session:
        return folder_of(desk, own_intake(session, who, number).sha256)


def review_intake(desk: Desk, who: WorkingAs, number: int) -> Review:
    """Return a file's review; NotFound for another unit's, Refused before it was read."""
    with desk.store.read() as session:
        row = own_intake(session, who, number)
        require_read(row)
        reading = reading_from(row.reading)
        made = made_on(session, row)
        letter = result_letter(corrected(reading, made))
        before = entered_as(session, row, (letter.number, letter.date)) if letter and letter.number else None
        following = next_to_review(session, row)
    papers = tuple(_papers(reading, made))
    main = result_letter(reading)
    return Review(
        id=number, file_name=row.file_name, by=row.by, state=row.state, state_thai=IntakeState(row.state).thai,
        matter=row.matter_id, pages=tuple(_pages(seen_pages(folder_of(desk, row.sha256)), papers, reading)),
        papers=papers, notes=tuple(note_of(f) for f in reading.findings if f.instrument is None and f.code != "secret-found"),
        secrets=tuple((secret.masked, secret.page or 0) for secret in reading.secrets),
        main=reading.instruments.index(main) + 1 if main else 0, next=following,
        entered_before=before.matter_id if before else None,
    )  # fmt: skip


def made_on(session: Session, row: IntakeRow) -> list[Correction]:
    """Return what people mended: beside the file until it is entered, beside its matter from then on."""
    if row.matter_id is not None:
        return corrections_of(session, row.matter_id)
    return [correction_from(made) for made in row.corrections]


def require_read(row: IntakeRow) -> None:
    """Refuse a file whose reading is not there, in the words of why."""
    if not row.reading:
        raise Refused(
            row.trouble or f"แฟ้ม {row.file_name} ยังอ่านไม่เสร็จ",
            next_step=row.next_step or "รอสักครู่ แล้วเปิดจากหน้ารับหนังสือเข้าอีกครั้ง",
        )


def _papers(reading: Reading, made: Sequence[Correction]) -> Iterator[PaperView]:
    mended = corrected(reading, made)
    for n, (paper, now) in enumerate(zip(reading.instruments, mended.instruments, strict=True), 1):
        own = [finding for finding in reading.findings if finding.instrument == n - 1]
        last = {one.field: one for one in in_force(list(made)) if one.paper == n}
        fields = tuple(_field(f"f{n}-{at}", each, paper, (own, last)) for at, each in enumerate(edit_fields(now), 1))
        told = {id(finding) for finding in own for each in fields if _about(finding, each.field.key)}
        rest = tuple(note_of(finding) for finding in own if id(finding) not in told)
        yield PaperView(
            n,
            KIND_THAI[paper.kind],
            min(paper.pages, default=1),
            _listed(paper.pages),
            _listed(paper.missing_pages),
            fields,
            tuple(dict.fromkeys(rest)),
        )


def _listed(pages: Sequence[int]) -> str:
    return to_thai(", ".join(map(str, pages)))


def _field(
    name: str, field: EditField, paper: Instrument, beside: tuple[Sequence[Finding], dict[str, Correction]]
) -> FieldView:
    findings, last = beside
    seen, own = place_of(paper, field.key), [finding for finding in findings if _about(finding, field.key)]
    mended = last.get(field.key)
    worst = [finding.severity for finding in own if finding.severity != "info"]
    candidates = dict.fromkeys(c for finding in own if finding.field == field.key for c in finding.candidates)
    return FieldView(
        id=name, field=field, was=shown(paper, field.key) if mended else "", by=mended.by if mended else "",
        sure=Sureness.of(seen.confidence) if seen else None, page=seen.page or 0 if seen and seen.box else 0,
        notes=tuple(note_of(finding) for finding in own),
        candidates=tuple(Candidate(c, as_typed(field.key, c)) for c in candidates if as_typed(field.key, c) != field.value),
        doubt="" if mended else "error" if "error" in worst else "warning" if worst else "",
    )  # fmt: skip


def _about(finding: Finding, key: str) -> bool:
    """Whether a finding speaks of this field, or of the whole it is the first part of (a stamp, a citation)."""
    return bool(finding.field) and (finding.field == key or key.startswith(f"{finding.field}."))


def _pages(pages: Sequence[SeenPage], papers: Sequence[PaperView], reading: Reading) -> Iterator[ReviewPage]:
    for page in pages:
        marks = tuple(_marks(page, papers, reading)) if page.drawn else ()
        yield ReviewPage(page, marks, tuple(framed(box, page.size) for box in page.hidden))


def _marks(page: SeenPage, papers: Sequence[PaperView], reading: Reading) -> Iterator[Mark]:
    """Yield the frames on a page, large ones first, so that small ones lie over them and can be pointed at."""
    found: list[tuple[float, Mark]] = []
    for paper in papers:
        for view in paper.fields:
            seen = place_of(reading.instruments[paper.place - 1], view.field.key)
            if seen and seen.box and seen.page == page.number:
                left, top, right, bottom = seen.box
                label = f"{view.field.label}: {view.field.value}"[:160]
                mark = Mark(view.id, "", label, framed(seen.box, page.size), first=True, doubt=view.doubt)
                found.append(((right - left) * (bottom - top), mark))
    yield from (mark for _, mark in sorted(found, key=lambda pair: -pair[0]))
