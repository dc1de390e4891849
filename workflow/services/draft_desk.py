"""The draft of a matter's memo as a page lays it out: which kinds can be written, who may sign, through whom it goes, what was edited."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlmodel import Session

from workflow.core.acting import Act
from workflow.core.document import Document
from workflow.core.errors import NotFound, SarabanError
from workflow.core.matter import MOVES, MatterMove, MatterState
from workflow.core.memo_kind import CaseFile, MemoKind
from workflow.core.office import Office
from workflow.core.thai_date import full
from workflow.core.thai_digits import to_thai
from workflow.core.way_up import Stop
from workflow.core.word_changes import Change, changes
from workflow.core.working_as import WorkingAs
from workflow.routing.authority import capacity, stand_ins
from workflow.services.desk import Desk
from workflow.services.draft_memo import MemoOut, case_before, case_of, draft_number
from workflow.services.gather_case import head_of
from workflow.services.gather_kinds import Dossier, fitted
from workflow.services.preview_memo import MARK
from workflow.services.write_memo import as_office_says, written_for
from workflow.store.intake_tables import IntakeRow
from workflow.store.intakes import intake_of_matter
from workflow.store.json_shapes import document_from
from workflow.store.matters import look_at, memos
from workflow.store.memo_versions import counting_words, versions_of, written_words
from workflow.store.tables import MatterRow, MemoRow
from workflow.templates.breaks import words_of


@dataclass(frozen=True)
class KindChoice:
    """A kind of memo: `why_not` says why it cannot be written of this matter yet ("" when it can), `own` that the office words it itself."""

    name: str
    title: str
    why_not: str
    own: bool


@dataclass(frozen=True)
class Choice:
    """One of several: what the form sends, how people read it."""

    value: str
    label: str


@dataclass(frozen=True)
class Edition:
    """A version of the memo's words: who wrote it, from which file, and whether it is the one that counts."""

    number: int
    origin: str
    by: str
    file_name: str
    counts: bool


@dataclass(frozen=True)
class DraftedMemo:
    """The memo there is: its number ("" or a mere prefix: a draft), its pages, its versions, and what was edited by hand."""

    id: int
    number: str
    pages: int
    editions: tuple[Edition, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class DraftView:
    """Everything the draft page shows; `intake` is where the facts can be mended, `may` the moves the matter allows now."""

    matter: int
    subject: str
    state_thai: str
    may: frozenset[str]
    kinds: tuple[KindChoice, ...]
    chosen: KindChoice
    aside: bool
    signers: tuple[Choice, ...]
    signer: str
    stops: tuple[Choice, ...]
    addressee: str
    facts: tuple[tuple[str, str], ...]
    memo: DraftedMemo | None
    intake: int | None


def draft_desk(desk: Desk, out: MemoOut) -> DraftView:
    """Return the page of a matter's draft of the kind that `out` names; NotFound for no such matter or kind."""
    with desk.store.read() as session:
        row = look_at(session, out.matter)
        office, kind = desk.office(row.office), desk.kind(out.kind)
        cases = _cases(session, row, office, out, desk.catalogue)
        kinds = tuple(
            _choice(desk, office, kind, cases[kind.name], chosen=kind.name == out.kind)
            for kind in desk.catalogue.values()
        )
        chosen = next(choice for choice in kinds if choice.name == out.kind)
        found = cases[out.kind]
        case = None if chosen.why_not or isinstance(found, SarabanError) else found
        written = [memo for memo in memos(session, out.matter) if memo.kind == out.kind]
        known = _drafted(session, written[-1]) if written else None
        intake: IntakeRow | None = intake_of_matter(session, out.matter)
    signers = tuple(_signers(office, row, out))
    return DraftView(
        matter=out.matter, subject=row.subject, state_thai=MatterState(row.state).thai, may=_may(row, kind, known),
        kinds=kinds, chosen=chosen, aside=kind.aside, signers=signers, signer=_signer(office, row, out, signers),
        stops=tuple(Choice(spec_of(stop), stop.words(lambda post: office.chart.post(post).title)) for stop in office.way_up),
        addressee=office.chart.post(office.addressee_post).title, facts=tuple(_facts(case)) if case else (),
        memo=known, intake=intake.id if intake else None,
    )  # fmt: skip


def draft_words(desk: Desk, out: MemoOut) -> Document:
    """Return the words the matter's memo would have now, an officer's edits over them, marked as a sample; nothing is kept."""
    with desk.store.read() as session:
        row = look_at(session, out.matter)
        office = desk.office(row.office)
        case = case_of(session, row, office, out, number=draft_number(office, row))
        written = written_for(desk, office, out.kind, case)
        known = [memo for memo in memos(session, out.matter) if memo.kind == out.kind]
        words = counting_words(session, known[-1].id or 0, written) if known else written
    return replace(words, marks=(MARK, *words.marks))


def spec_of(stop: Stop) -> str:
    """Return a stop as `stop_of` reads it back."""
    posts = ", ".join(stop.posts)
    return posts if stop.needed == len(stop.posts) else f"{stop.needed} ใน {len(stop.posts)}: {posts}"


def _cases(
    session: Session, row: MatterRow, office: Office, out: MemoOut, kinds: Iterable[str]
) -> dict[str, CaseFile | SarabanError]:
    """Return what each kind of memo would be written from, or why it cannot be: the letter's reading is opened once for all of them."""
    dossier = Dossier(session, row, office)
    try:
        before = case_before(session, row, office, out, number=draft_number(office, row))
    except SarabanError as error:
        return dict.fromkeys(kinds, error)
    return {kind: _fitted(kind, before, dossier) for kind in kinds}


def _fitted(kind: str, before: CaseFile, dossier: Dossier) -> CaseFile | SarabanError:
    try:
        return fitted(kind, before, dossier)
    except SarabanError as error:
        return error


def _choice(desk: Desk, office: Office, kind: MemoKind, found: CaseFile | SarabanError, *, chosen: bool) -> KindChoice:
    """Return a kind as the page offers it: the one chosen is composed, of the others it is only asked whether its facts are there."""
    why_not = ""
    try:
        if isinstance(found, SarabanError):
            raise found
        if chosen:
            written_for(desk, office, kind.name, found)
        else:
            said, case = as_office_says(desk, office, kind.name, found)
            said.facts(case)
    except SarabanError as error:
        why_not = str(error)
    return KindChoice(kind.name, kind.title, why_not, kind.name in office.wordings)


def _signers(office: Office, row: MatterRow, out: MemoOut) -> Iterator[Choice]:
    """Yield the head of the unit and whoever may sign for him that day, each with the title the paper would bear."""
    chart, on = office.chart, out.when.on
    head = head_of(chart, row.unit).code
    for post in dict.fromkeys((head, *stand_ins(chart, head, on, Act.SIGN, row.unit))):
        holder = chart.holder(post, on)
        if holder and not chart.away(post, on):
            titled = capacity(chart, signer_post=post, for_post=head, on=on, unit=row.unit)
            yield Choice(post, f"{' '.join(filter(None, (holder.rank, holder.name)))} {titled.title}")


def _signer(office: Office, row: MatterRow, out: MemoOut, signers: tuple[Choice, ...]) -> str:
    """Return who signs unless somebody else is chosen: whoever acts for the head, else the head (services/gather_case.py)."""
    if out.by_post:
        return out.by_post
    head = head_of(office.chart, row.unit).code
    return next((one.value for one in signers if one.value != head), head)


def _may(row: MatterRow, kind: MemoKind, known: DraftedMemo | None) -> frozenset[str]:
    state = MatterState(row.state)
    out = bool(known and known.number and not known.number.endswith("/"))
    if kind.aside:
        return frozenset({"draft", "submit"} if known and not out else set() if out else {"draft"})
    moves = {move.value for move in (MatterMove.DRAFT, MatterMove.SUBMIT) if (state, move) in MOVES}
    if known is None:
        moves.discard("submit")
    elif state in {MatterState.DRAFTED, MatterState.RETURNED}:
        moves.add("edit")
    return frozenset(moves)


def _facts(case: CaseFile) -> Iterator[tuple[str, str]]:
    letter, survey = case.letter, case.survey
    yield "เรื่อง", case.subject
    if letter:
        dated = f" ลงวันที่ {full(letter.date)}" if letter.date else ""
        yield "หนังสือที่รายงาน", f"{letter.sender or ''} ที่ {letter.number or '(ไม่ปรากฏ)'}{dated}".strip()
    if survey and survey.score is not None:
        average = f" (ค่าเฉลี่ยกลุ่ม {survey.group_average:.2f})" if survey.group_average is not None else ""
        yield "ผลสำรวจ", f"{survey.name or ''} {survey.year or ''} คะแนน {survey.score:.2f}{average}".strip()
    if case.recommendations:
        yield "ข้อเสนอแนะ", f"{len(case.recommendations)} ข้อ"
    if case.background:
        yield "เรื่องเดิม", "; ".join(f"ที่ {cited.number} ลง {full(cited.dated)}" for cited in case.background)
    if case.missing:
        yield "ขาด", "; ".join(case.missing)


def _drafted(session: Session, row: MemoRow) -> DraftedMemo:
    versions = versions_of(session, row.id or 0)
    last = max((version.number for version in versions if version.origin == "edited"), default=0)
    editions = tuple(Edition(v.number, v.origin, v.by, v.file_name, v.number == last) for v in versions)
    told = changes(written_words(session, row), document_from(row.document), words_of) if versions else ()
    return DraftedMemo(row.id or 0, row.number, row.pages, editions, told)


def by_default(desk: Desk, number: int, who: WorkingAs) -> str:
    """Return the kind of memo a matter's draft page opens with: the one drafted last, else the report of the result."""
    with desk.store.read() as session:
        written: list[MemoRow] = [memo for memo in memos(session, number) if memo.unit == who.unit]
    names: Mapping[str, MemoKind] = desk.catalogue
    drafts = [memo.kind for memo in written if memo.kind in names and names[memo.kind].form == "memo"]
    return drafts[-1] if drafts else next(iter(names))


def kind_of_memo(desk: Desk, number: int, memo: int, unit: str) -> str:
    """Return the kind of a memo that the unit wrote of a matter; NotFound when it wrote no such one there."""
    with desk.store.read() as session:
        found = [row.kind for row in memos(session, number) if row.id == memo and row.unit == unit]
    if not found:
        raise NotFound(f"เรื่องที่ {to_thai(number)} ไม่มีบันทึกลำดับที่ {to_thai(memo)}", next_step="เลือกจากหน้าร่างบันทึก")
    return found[0]
