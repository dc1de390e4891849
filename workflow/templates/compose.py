"""A kind of memo and a case file become a document: every word of it masked, in Thai digits, from facts alone."""

from collections.abc import Callable
from dataclasses import replace

from workflow.core import thai_date
from workflow.core.document import Block, Document, Form, Head, SignatureBlock
from workflow.core.memo_kind import CaseFile, MemoKind
from workflow.core.secrets import mask
from workflow.templates.labels import DEAR, ENDING
from workflow.templates.numerals import in_thai_digits
from workflow.templates.wording import WriteBlocks, clean, write_blocks

_TITLES: dict[Form, str] = {"memo": "บันทึกข้อความ", "endorsement": "", "stamped": "", "letter": ""}


def compose(
    kind: MemoKind, case: CaseFile, *, marks: tuple[str, ...] = (), write: WriteBlocks = write_blocks
) -> Document:
    """Return the paper of this kind for this case; `marks` are printed as given (`ด่วนที่สุด`, `สำเนาถูกต้อง`).

    `write` fills in the wording: in this process, or where an office's own wording has less power.
    ConfigError when wording and facts do not fit each other, naming what is missing and what is surplus.
    """
    blocks = write(kind.wording, kind.facts(case))
    document = Document(
        form=kind.form,
        title=_TITLES[kind.form],
        head=_HEADS[kind.form](case),
        body=tuple(map(_printed_block, blocks)),
        signature=None if kind.form == "stamped" else _signature(kind.form, case),
        marks=tuple(printed(mark) for mark in marks),
        host_note=_host_note(case) if kind.form == "endorsement" else None,
        owner=_owner(kind.form, case),
        certified=_printed_signature(case.certified) if case.certified else None,
        initials=tuple(replace(one, part=printed(one.part), name=_printed(one.name)) for one in case.initials),
    )
    return _with_foot(document, case) if kind.form == "letter" else document


def printed(text: str) -> str:
    """Return a text as the paper shows it: one line, secrets masked, Thai digits."""
    return in_thai_digits(mask(clean(text)))


def _printed_block(block: Block) -> Block:
    cells = tuple(tuple(printed(cell) for cell in row) for row in block.cells)
    bars = tuple(replace(bar, label=printed(bar.label)) for bar in block.bars)
    return replace(block, text=printed(block.text), cells=cells, bars=bars)


def _memo_head(case: CaseFile) -> Head:
    to = case.to if case.via is None else (*case.to[:-1], f"{' '.join(case.to[-1:])} (ผ่าน {case.via})")
    return Head(
        unit=printed(case.unit.code),
        number=printed(case.number),
        dated=thai_date.full(case.on),
        phone=_phone(case),
        subject=printed(case.subject),
        to=tuple(printed(name) for name in to),
    )


def _endorsement_head(case: CaseFile) -> Head:
    return Head(unit="", number=printed(case.number))


def _stamped_head(case: CaseFile) -> Head:
    return replace(_memo_head(case), unit=printed(case.unit.name), subject=None, to=tuple(map(printed, case.to)))


def _letter_head(case: CaseFile) -> Head:
    return replace(
        _stamped_head(case),
        unit=printed(case.agency or case.unit.name),
        subject=printed(case.subject),
        opening=printed(case.opening or DEAR),
        address=tuple(map(printed, case.address)),
        references=tuple(map(printed, case.references)),
        enclosures=tuple(map(printed, case.enclosures)),
    )


def _with_foot(document: Document, case: CaseFile) -> Document:
    """Return a letter with what only letters have under the text."""
    email = case.email or case.unit.email
    return replace(
        document,
        email=_printed(email),
        ending=printed(case.ending or ENDING),
        copies_to=tuple(map(printed, case.copies_to)),
    )


def _owner(form: Form, case: CaseFile) -> str | None:
    """Return the unit that answers for a paper, at its foot: in full under a letter that strangers get."""
    owners: dict[Form, str] = {"stamped": case.unit.code, "letter": case.unit.name}
    return _printed(owners.get(form))


_HEADS: dict[Form, Callable[[CaseFile], Head]] = {
    "memo": _memo_head,
    "endorsement": _endorsement_head,
    "stamped": _stamped_head,
    "letter": _letter_head,
}


def _phone(case: CaseFile) -> str | None:
    return _printed(case.unit.phone)


def _signature(form: Form, case: CaseFile) -> SignatureBlock:
    """Return the signature block in printed form; an endorsement is dated under it, a memo in its head."""
    given = case.signature
    dated = given.dated or (thai_date.short(case.on) if form == "endorsement" else None)
    return _printed_signature(replace(given, dated=dated))


def _printed_signature(given: SignatureBlock) -> SignatureBlock:
    return SignatureBlock(
        rank=_printed(given.rank),
        name=printed(given.name),
        title_lines=tuple(printed(line) for line in given.title_lines),
        dated=_printed(given.dated),
    )


def _printed(text: str | None) -> str | None:
    return printed(text) if text else None


def _host_note(case: CaseFile) -> str | None:
    if case.host is None:
        return None
    return printed(f"ท้ายหนังสือ {case.host.issuer} ที่ {case.host.number} ลง {thai_date.short(case.host.dated)}")
