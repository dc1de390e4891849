"""Gather the facts a memo may be written from: only what the papers and the chart say."""

from datetime import date

from workflow.core.bundle_facts import (
    missing_notes,
    papers,
    recommendations,
    result_letter,
    stated_count,
    survey,
)
from workflow.core.document import SignatureBlock
from workflow.core.errors import NotFound
from workflow.core.memo_kind import CaseFile, CitedPaper
from workflow.core.office import Office
from workflow.core.org import OrgChart, Post
from workflow.core.reading import Instrument, Reading, Signatory
from workflow.core.thai_digits import to_thai
from workflow.routing.authority import signature


def head_of(chart: OrgChart, unit: str) -> Post:
    """Return the post that leads the unit; NotFound when the chart has none."""
    head = chart.head(unit)
    if head is None:
        raise NotFound(f"ผังหน่วยไม่มีตำแหน่งหัวหน้าของ {unit}", next_step="เพิ่มใน config/…/posts.csv")
    return head


def default_signature(chart: OrgChart, unit: str, on: date, by_post: str | None = None) -> SignatureBlock:
    """Return the block under a memo of this unit: by the post named, else by whoever acts for the head, else by the head."""
    head = head_of(chart, unit)
    acting = next((a.by_post for a in chart.acting if a.for_post == head.code and a.in_force_on(on)), None)
    return signature(chart, signer_post=by_post or acting or head.code, for_post=head.code, on=on)


def paper_signature(signatory: Signatory | None) -> SignatureBlock | None:
    """Return the block as a paper bears it: `รอง ผบช.ฯ ปรท.ผบช.สทส.`"""
    if signatory is None or not signatory.name:
        return None
    short = f"{signatory.position or ''} {signatory.acting or ''}{signatory.acting_for or ''}".strip()
    return SignatureBlock(signatory.rank, signatory.name, (to_thai(short),))


def result_case(reading: Reading, office: Office, *, number: str, on: date, block: SignatureBlock) -> CaseFile:
    """Return the case file of the result memo."""
    chart, letter = office.chart, result_letter(reading)
    own = next((m for m in papers(reading, "memo")), None)
    return CaseFile(
        unit=chart.unit(office.owner_unit), office=office.short_name, number=number, on=on,
        to=(chart.post(office.addressee_post).title,),
        via=chart.post(office.via_post).title if office.via_post else None,
        subject=memo_subject(letter), signature=block, letter=letter,
        survey=survey(reading), recommendations=recommendations(reading), stated_count=stated_count(reading),
        background=_background(own or letter, letter), missing=missing_notes(reading.instruments),
    )  # fmt: skip


def memo_subject(letter: Instrument | None) -> str:
    """Return the subject as an office repeats it: a request's opening "ขอ" is the sender's, not ours."""
    subject = (letter.subject if letter else None) or "แจ้งผลการสำรวจ"
    return subject.removeprefix("ขอ") if subject.startswith("ขอแจ้ง") else subject


def _background(source: Instrument | None, letter: Instrument | None) -> tuple[CitedPaper, ...]:
    """Return the earlier papers a paper cites; the result letter itself belongs to the facts, not to the background."""
    if source is None:
        return ()
    earlier = [r for r in source.references if r.number and r.date and not (letter and r.date == letter.date)]
    return tuple(CitedPaper("", r.number or "", r.date, r.subject or "", r.urgency) for r in earlier if r.date)
