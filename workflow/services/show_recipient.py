"""One addressee's page: the paper it was sent, by whom and why, who may answer for it on a day; and the memo's files."""

from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import Session

from workflow.core.acting import Act
from workflow.core.dispatch import MOVES, DispatchMove, DispatchState
from workflow.core.document import Document
from workflow.core.errors import NotFound
from workflow.core.office import Office
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.routing.authority import capacity, stand_ins
from workflow.services.desk import Desk
from workflow.services.memo_files import memo_files
from workflow.services.recipients import Recipient, one_recipient
from workflow.services.show_status import MatterStatus, MemoLine, show_status
from workflow.store.json_shapes import document_from
from workflow.store.matters import dispatch_numbered, memos
from workflow.store.tables import DispatchRow, MemoRow


@dataclass(frozen=True)
class Voice:
    """Who may say รับทราบ: by which post, its holder (None when the chart names nobody), and the title that would be recorded."""

    post: str
    name: str | None
    capacity: str


@dataclass(frozen=True)
class Paper:
    """A paper to read: what the list of memos says of it, and its words."""

    memo: MemoLine
    document: Document


@dataclass(frozen=True)
class RecipientView:
    """What an addressee sees: the paper sent, then those it rides on, down to the memo the order was given on.

    `voices` is empty and `may_stamp` False where nothing is left to do; `paper_voices` are all who may have said it on paper.
    """

    status: MatterStatus
    recipient: Recipient
    from_unit: str
    papers: tuple[Paper, ...]
    voices: tuple[Voice, ...]
    may_stamp: bool
    paper_voices: tuple[Voice, ...] = ()


@dataclass(frozen=True)
class MemoFile:
    """A memo's file and the name under which a person keeps it."""

    path: Path
    name: str


def show_recipient(desk: Desk, matter: int, dispatch: int, when: When) -> RecipientView:
    """Return an addressee's page as of a moment; NotFound when the matter has no such dispatch."""
    status = show_status(desk, matter, today=when.on)
    with desk.store.read() as session:
        recipient = one_recipient(session, matter, dispatch, when.on)
        sent = session.get_one(DispatchRow, dispatch)
        papers = _papers(session, sent, status)
    voices = _voices(desk.office(status.office), recipient, when)
    return RecipientView(status, recipient, sent.from_unit, papers, voices, _may_stamp(recipient), voices)


def as_seen_by(view: RecipientView, who: WorkingAs) -> RecipientView:
    """Return the page with what the desk may do: the unit's registry stamps, its officer says รับทราบ by the post held."""
    own = view.recipient.unit == who.unit
    voices = tuple(voice for voice in view.voices if own and voice.post == who.post)
    return replace(view, voices=voices, may_stamp=view.may_stamp and own and who.role == Role.REGISTRY)


def addressee(desk: Desk, matter: int, dispatch: int) -> tuple[str, str]:
    """Return the unit and the post a dispatch was sent to; NotFound when the matter has no such dispatch."""
    with desk.store.read() as session:
        sent = dispatch_numbered(session, matter, dispatch)
        return sent.unit, sent.post


def find_memo_file(desk: Desk, memo: int, suffix: str) -> MemoFile:
    """Return a memo's `pdf` or `docx`; NotFound when there is no such memo, or its file is not made yet."""
    with desk.store.read() as session:
        row = session.get(MemoRow, memo)
    if row is None:
        raise NotFound(f"ไม่พบบันทึกเลขที่ {to_thai(memo)} ในระบบ", next_step="กลับไปที่หน้าเรื่องแล้วเลือกบันทึกจากรายการ")
    path = next(file for file in memo_files(desk, row) if file.suffix == f".{suffix}")
    if not path.exists():
        raise NotFound(f"ยังไม่มีแฟ้ม {suffix.upper()} ของบันทึกนี้", next_step="สร้างแฟ้มใหม่ด้วย saraban run หรือแจ้งผู้ดูแลระบบ")
    title = desk.kind(row.kind).title if row.kind in desk.catalogue else row.kind
    number = f"ที่ {row.number}" if is_numbered(row.number) else f"ร่าง {to_thai(memo)}"
    return MemoFile(path, f"{title} {to_thai(row.unit)} {number}".replace("/", "-") + path.suffix)


def is_numbered(number: str) -> bool:
    """Whether a memo's number was taken from a register; a draft bears only what stands before it (`๐๐๓๓.๑๒/`)."""
    return bool(number) and not number.endswith("/")


def _papers(session: Session, sent: DispatchRow, status: MatterStatus) -> tuple[Paper, ...]:
    """Return the paper of a dispatch, those of the dispatches it was passed on from, and the newest numbered บันทึกข้อความ before it."""
    rows = {row.id: row for row in memos(session, sent.matter_id)}
    ids, passed_on = [sent.memo_id], sent
    while passed_on.parent_id is not None:
        passed_on = session.get_one(DispatchRow, passed_on.parent_id)
        ids.append(passed_on.memo_id)
    bases = (
        m
        for m, row in rows.items()
        if is_numbered(row.number) and m and m < ids[-1] and row.document.get("form") == "memo"
    )
    ids.extend(sorted(bases)[-1:])
    lines = {line.id: line for line in status.memos}
    return tuple(Paper(lines[m], document_from(rows[m].document)) for m in ids)


def _may_stamp(recipient: Recipient) -> bool:
    stamped = any(receipt.unit == recipient.unit for receipt in recipient.receipts)
    return not stamped and recipient.state != DispatchState.RECALLED


def _voices(office: Office, recipient: Recipient, when: When) -> tuple[Voice, ...]:
    """Return the post itself and those appointed to act for it on that day, less those who have said so, while it is a legal move."""
    if (DispatchState(recipient.state), DispatchMove.ACKNOWLEDGE) not in MOVES:
        return ()
    if recipient.post not in office.chart.post_by_code:  # the post was abolished after the paper went out
        return ()
    own = () if office.chart.away(recipient.post, when.on) else (recipient.post,)
    posts = (*own, *stand_ins(office.chart, recipient.post, when.on, Act.ACKNOWLEDGE))
    voices = (_voice(office, post, recipient.post, when) for post in posts)
    said = {acknowledgement.capacity for acknowledgement in recipient.acknowledgements}
    return tuple(voice for voice in voices if voice.capacity not in said)


def _voice(office: Office, post: str, for_post: str, when: When) -> Voice:
    holder = office.chart.holder(post, when.on)
    title = " ".join(
        capacity(office.chart, signer_post=post, for_post=for_post, on=when.on, act=Act.ACKNOWLEDGE).title_lines
    )
    return Voice(post, " ".join(filter(None, (holder.rank, holder.name))) if holder else None, title)
