"""Who may act for whom on a day: one's own post, or another's by an acting appointment in force that covers the act; never through a third.

พ.ร.บ.ระเบียบบริหารราชการแผ่นดิน ๒๕๓๔ หมวด ๕ (ปฏิบัติราชการแทน: the holder is there and delegated in writing) and หมวด ๖ (รักษาราชการแทน:
the post is vacant or its holder cannot act). Days are Bangkok days; an appointment covers its first and its last.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workflow.core.acting import DELEGATED, Act, scope_of
from workflow.core.document import SignatureBlock
from workflow.core.errors import Refused
from workflow.core.org import ActingAppointment, OrgChart, Post
from workflow.core.thai_date import short


@dataclass(frozen=True)
class Capacity:
    """In which capacity somebody signs: the title as printed under the name, and the appointment it rests on."""

    title_lines: tuple[str, ...]
    acting: ActingAppointment | None = None

    @property
    def title(self) -> str:
        """The title in one line."""
        return " ".join(self.title_lines)

    @property
    def order_number(self) -> str:
        """The order on which the person acts for another; "" in one's own post."""
        return self.acting.order_number if self.acting else ""


def capacity(
    chart: OrgChart, *, signer_post: str, for_post: str, on: date, act: Act = Act.SIGN, unit: str | None = None
) -> Capacity:
    """Return how the holder of `signer_post` does this act for `for_post` on that day; Refused names the periods and limits that exist.

    `unit` owns the matter, for appointments limited to a field of work (None: such an appointment does not cover it). Appointments are not
    chained: who acts for a deputy does not thereby act for the deputy's chief.
    """
    signer, principal = chart.post(signer_post), chart.post(for_post)
    if chart.away(signer_post, on):
        raise Refused(
            f"ผู้ดำรงตำแหน่ง {signer.title} ไม่อยู่ในวันที่ {short(on)} จึง{act}ไม่ได้",
            next_step="ให้ผู้รักษาราชการแทนดำเนินการ หรือแก้วันใน absences.csv",
        )
    if signer == principal:
        return Capacity((signer.title,))
    appointments = [a for a in chart.acting if (a.by_post, a.for_post) == (signer_post, for_post)]
    in_force = [a for a in appointments if a.in_force_on(on)]
    for appointment in in_force:
        if not _limit(chart, appointment, on, act, unit):
            return Capacity(_acting_title(signer, principal, appointment.kind), appointment)
    why = "; ".join(_limit(chart, a, on, act, unit) for a in in_force) or _periods(appointments)
    raise Refused(
        f"{signer.title} ไม่มีอำนาจลงนามแทน {principal.title} ในวันที่ {short(on)}: {why}",
        next_step=f"ให้ {principal.title} ลงนามเอง หรือเพิ่มคำสั่งแต่งตั้งใน acting.csv",
    )


def stand_ins(chart: OrgChart, post: str, on: date, act: Act = Act.SIGN, unit: str | None = None) -> tuple[str, ...]:
    """Return the posts that may do this act for the post on that day, in the chart's order."""
    return tuple(dict.fromkeys(_stand_ins(chart, post, on, act, unit)))


def acting_post(chart: OrgChart, post: str, on: date, act: Act = Act.ACKNOWLEDGE, unit: str | None = None) -> str:
    """Return the post that answers for `post` on that day: itself while its holder is there, or else whoever may act for it.

    Itself also where nobody may: the paper then names the post alone.
    """
    if chart.at_work(post, on):
        return post
    return next((p for p in stand_ins(chart, post, on, act, unit) if chart.at_work(p, on)), post)


def _stand_ins(chart: OrgChart, post: str, on: date, act: Act, unit: str | None) -> Iterator[str]:
    for appointment in chart.acting:
        there = appointment.for_post == post and appointment.in_force_on(on) and not chart.away(appointment.by_post, on)
        if there and not _limit(chart, appointment, on, act, unit):
            yield appointment.by_post


def _limit(chart: OrgChart, appointment: ActingAppointment, on: date, act: Act, unit: str | None) -> str:
    """Return why an appointment in force does not cover the act, "" when it does."""
    if appointment.kind not in DELEGATED and chart.at_work(appointment.for_post, on):
        return f"ผู้ดำรงตำแหน่ง {chart.post(appointment.for_post).title} ปฏิบัติราชการอยู่ จึง{appointment.kind}ไม่ได้"
    scope = scope_of(appointment.scope)
    if scope.acts and act not in scope.acts:
        return f"{appointment.order_number} ให้อำนาจเฉพาะ{appointment.scope} ไม่รวมการ{act}"
    if scope.fields and not _in_fields(chart, scope.fields, unit, on):
        return f"{appointment.order_number} ให้อำนาจเฉพาะ{appointment.scope} ไม่รวมเรื่องของ {unit or 'หน่วยนี้'}"
    return ""


def _in_fields(chart: OrgChart, fields: tuple[str, ...], unit: str | None, on: date) -> bool:
    """Whether the unit that owns the matter, or one above it, works in one of the fields."""
    if unit is None:
        return False
    own = {unit, *chart.ancestors(unit, on)}
    return any(own.intersection(field.units) for field in chart.fields_of_work if field.name in fields)


def _acting_title(signer: Post, principal: Post, kind: str) -> tuple[str, ...]:
    """Return the title of who acts: police abbreviations in one line (`รอง ผบช.ฯ ปรท.ผบช.สทส.`), a phrase written out in two.

    สพร.'s letters of 2562 print `รองผู้อำนวยการ รักษาการแทน` over `ผู้อำนวยการ…`; in one line, titles of provinces run over the form's edge.
    """
    own = _own_title(signer, principal)
    return (f"{own} {kind}{principal.title}",) if kind.endswith(".") else (f"{own} {kind}", principal.title)


def _own_title(signer: Post, principal: Post) -> str:
    """Return the signer's title, its unit shortened to ฯ where the principal's title names it again (`รอง ผบช.ฯ ปรท.ผบช.สทส.`).

    A portfolio in brackets is left out of a signature (`ผู้ช่วย ผบ.ตร. ปรท.ผบ.ตร.`), as the memo of 2562 prints both.
    """
    unit = signer.title.removeprefix(signer.grade).strip()
    if unit == signer.title or signer.equivalent:
        return signer.title
    if not unit or unit.startswith("("):
        return signer.grade
    return f"{signer.grade}ฯ" if principal.title.endswith(unit) else signer.title


def _periods(appointments: list[ActingAppointment]) -> str:
    if not appointments:
        return "ไม่มีคำสั่งแต่งตั้ง"
    return "; ".join(f"{a.order_number} ใช้ {short(a.valid_from)} ถึง {_end(a)}" for a in appointments)


def _end(appointment: ActingAppointment) -> str:
    return short(appointment.valid_to) if appointment.valid_to else "ไม่มีกำหนด"


def signature(chart: OrgChart, *, signer_post: str, for_post: str, on: date, unit: str | None = None) -> SignatureBlock:
    """Return the signature block of the post's holder on that day; Refused when the post is vacant or has no authority."""
    titles = capacity(chart, signer_post=signer_post, for_post=for_post, on=on, unit=unit).title_lines
    holder = chart.holder(signer_post, on)
    if holder is None:
        raise Refused(
            f"ไม่มีผู้ดำรงตำแหน่ง {chart.post(signer_post).title} ในวันที่ {short(on)} จึงลงนามไม่ได้",
            next_step="เลือกผู้ลงนามคนอื่น หรือเพิ่มผู้ดำรงตำแหน่งใน holders.csv",
        )
    return SignatureBlock(holder.rank, holder.name, titles)
