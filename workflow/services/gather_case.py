"""Gather the facts a memo may be written from: only what the papers and the chart say."""

import re
from dataclasses import dataclass
from datetime import date

from workflow.core.bundle_facts import (
    missing_notes,
    number_prefix,
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
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.routing.authority import signature, stand_ins


def head_of(chart: OrgChart, unit: str) -> Post:
    """Return the post that leads the unit; NotFound when the chart has none."""
    head = chart.head(unit)
    if head is None:
        raise NotFound(f"ผังหน่วยไม่มีตำแหน่งหัวหน้าของ {unit}", next_step="เพิ่มใน config/…/posts.csv")
    return head


def default_signature(chart: OrgChart, unit: str, on: date, by_post: str | None = None) -> SignatureBlock:
    """Return the block under a memo of this unit: by the post named, else by whoever acts for the head, else by the head."""
    head = head_of(chart, unit)
    acting = next((post for post in stand_ins(chart, head.code, on, unit=unit) if chart.holder(post, on)), None)
    return signature(chart, signer_post=by_post or acting or head.code, for_post=head.code, on=on, unit=unit)


def paper_signature(signatory: Signatory | None) -> SignatureBlock | None:
    """Return the block as a paper bears it: `รอง ผบช.ฯ ปรท.ผบช.สทส.`"""
    if signatory is None or not signatory.name:
        return None
    short = f"{signatory.position or ''} {signatory.acting or ''}{signatory.acting_for or ''}".strip()
    return SignatureBlock(signatory.rank, signatory.name, (to_thai(short),))


@dataclass(frozen=True)
class LetterHead:
    """What stands at the head and foot of a memo: whose it is, its number and date, who signs."""

    unit: str
    number: str
    on: date
    block: SignatureBlock


def result_case(reading: Reading, office: Office, head: LetterHead) -> CaseFile:
    """Return the case file of the result memo."""
    chart, letter = office.chart, result_letter(reading)
    unit = chart.unit(head.unit)
    own = next((m for m in papers(reading, "memo") if number_prefix(m.number) == unit.number_prefix), None)
    return CaseFile(
        unit=unit, office=office.short_name, number=head.number, on=head.on,
        to=(chart.post(office.addressee_post).title,),
        via=office.via_words(office.way_up),
        subject=memo_subject(letter), signature=head.block, letter=letter, sender_short=short_name(letter),
        survey=survey(reading), recommendations=recommendations(reading), stated_count=stated_count(reading),
        background=_background(own or letter, letter, office), missing=missing_notes(reading.instruments, own),
    )  # fmt: skip


def memo_subject(letter: Instrument | None) -> str:
    """Return the subject of the memo that reports a letter."""
    return restated((letter.subject if letter else None) or "แจ้งผลการสำรวจ")


def restated(subject: str) -> str:
    """Return a subject as an office repeats it: a letter's opening "ขอ" is the sender's courtesy, not ours."""
    return subject.removeprefix("ขอ") if subject.startswith("ขอแจ้ง") else subject


def short_name(letter: Instrument | None) -> str | None:
    """Return the sender's abbreviation where its number tells: a public organisation numbers as `สพร ๒๕๖๒/ว๔๐๙๙` (its name and the year)."""
    named = re.match(r"([ก-ฮ]{2,5})\.?\s*25\d\d\s*/", to_arabic((letter.number if letter else None) or ""))
    return f"{named[1]}." if named else None


def _background(source: Instrument | None, letter: Instrument | None, office: Office) -> tuple[CitedPaper, ...]:
    """Return the earlier papers a paper cites; the result letter itself belongs to the facts, not to the background."""
    if source is None:
        return ()
    earlier = [r for r in source.references if r.number and r.date and not (letter and r.date == letter.date)]
    return tuple(
        CitedPaper(_issuer(r.number or "", letter, office), r.number or "", r.date, r.subject or "", r.urgency)
        for r in earlier if r.date
    )  # fmt: skip


def _issuer(number: str, letter: Instrument | None, office: Office) -> str:
    """Return whose number it is: the letter's sender, this office, or nobody we can name."""
    consonants = re.match(r"[ก-ฮ]{2,5}", number)
    if consonants and letter and (letter.number or "").startswith(consonants[0]):
        return letter.sender or short_name(letter) or ""
    return office.short_name if any(u.number_prefix == number_prefix(number) for u in office.chart.units) else ""
