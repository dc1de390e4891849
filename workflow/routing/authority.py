"""Who may sign for whom on a day: one's own post, or another's by an acting appointment in force; never through a third."""

from dataclasses import dataclass
from datetime import date

from workflow.core.document import SignatureBlock
from workflow.core.errors import Refused
from workflow.core.org import ActingAppointment, OrgChart, Post
from workflow.core.thai_date import short


@dataclass(frozen=True)
class Capacity:
    """In which capacity somebody signs: the title as printed under the name, and the appointment it rests on."""

    title_lines: tuple[str, ...]
    acting: ActingAppointment | None = None


def capacity(chart: OrgChart, *, signer_post: str, for_post: str, on: date) -> Capacity:
    """Return how the holder of `signer_post` signs for `for_post` on that day; Refused names the periods that exist.

    Appointments are not chained: who acts for a deputy does not thereby act for the deputy's chief.
    """
    signer, principal = chart.post(signer_post), chart.post(for_post)
    if signer == principal:
        return Capacity((signer.title,))
    appointments = [a for a in chart.acting if (a.by_post, a.for_post) == (signer_post, for_post)]
    for appointment in appointments:
        if appointment.in_force_on(on):
            return Capacity((f"{_own_title(signer, principal)} {appointment.kind}{principal.title}",), appointment)
    raise Refused(
        f"{signer.title} ไม่มีอำนาจลงนามแทน {principal.title} ในวันที่ {short(on)}: {_periods(appointments)}",
        next_step=f"ให้ {principal.title} ลงนามเอง หรือเพิ่มคำสั่งแต่งตั้งใน acting.csv",
    )


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


def signature(chart: OrgChart, *, signer_post: str, for_post: str, on: date) -> SignatureBlock:
    """Return the signature block of the post's holder on that day; Refused when the post is vacant or has no authority."""
    titles = capacity(chart, signer_post=signer_post, for_post=for_post, on=on).title_lines
    holder = chart.holder(signer_post, on)
    if holder is None:
        raise Refused(
            f"ไม่มีผู้ดำรงตำแหน่ง {chart.post(signer_post).title} ในวันที่ {short(on)} จึงลงนามไม่ได้",
            next_step="เลือกผู้ลงนามคนอื่น หรือเพิ่มผู้ดำรงตำแหน่งใน holders.csv",
        )
    return SignatureBlock(holder.rank, holder.name, titles)
