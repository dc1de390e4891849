"""What a person should know about a plan before it is sent: who is left out, told twice, vacant, or has the paper already."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workflow.core.org import CHAIN_OF_COMMAND, OrgChart, ParentKind
from workflow.core.reading import Finding
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.routing.addressees import Resolved
from workflow.routing.reach import UNITS_ALONG, lines_below
from workflow.routing.selections import EveryPerson, EveryUnit, OfClass


@dataclass(frozen=True)
class EarlierReceipt:
    """The same matter has reached `unit` already: `sender` sent it the paper `number` on the day `on`."""

    unit: str
    sender: str
    number: str
    on: date


def doubts(
    chart: OrgChart, clauses: Sequence[Resolved], *, sender: str, on: date, below: Mapping[str, ParentKind]
) -> Iterator[Finding]:
    """Yield what the words leave open: the sender himself, repetitions, units without a head, idle exceptions, other lines.

    `below` are the lines below the sender, which the plan knows already.
    """
    if any(clause.is_sender for clause in clauses):
        yield _finding("routing.sender", "ไม่ส่งถึงผู้ส่งเอง ไม่ต้องดำเนินการ", (sender,), "info")
    if repeated := _repeated(clauses):
        yield _finding("routing.duplicate", "ผู้รับถูกระบุซ้ำ จึงส่งเพียงครั้งเดียว: ตรวจว่าเขียนรายชื่อถูกต้อง", repeated, "info")
    if headless := tuple(dict.fromkeys(u for c in clauses for u in c.headless)):
        yield _finding("routing.headless", "หน่วยที่ไม่มีตำแหน่งหัวหน้าไม่ได้รับหนังสือ: ระบุผู้รับโดยตรงถ้าต้องการส่ง", headless)
    if idle := tuple(e for c in clauses for e in c.idle_exceptions):
        yield _finding("routing.exception", "ข้อยกเว้นไม่ตรงกับผู้รับรายใด: ตรวจตัวสะกดหลังคำว่า ยกเว้น", idle)
    for clause in clauses:
        if clause.taken_as:
            of = f"“{clause.printed}” อ่านว่าเฉพาะของ {clause.taken_as}: ถ้าหมายถึงทั้งหมด เขียน “ในสังกัด …” ต่อท้าย"
            yield Finding("routing.own", "info", to_thai(of), candidates=(clause.taken_as,))
    for unit, wanted in _sets(clauses).items():
        lines = below if unit == sender else lines_below(chart, unit, on)
        asked = {other: line for other, line in lines.items() if line != CHAIN_OF_COMMAND and other != sender}
        yield from _other_lines(chart, clauses, _Set(unit, wanted, asked), on) if asked else ()


@dataclass(frozen=True)
class _Set:
    """What is said to be ในสังกัด `unit`, and which units stand under it along other lines only."""

    unit: str
    wanted: EveryUnit | EveryPerson | OfClass
    asked: Mapping[str, ParentKind]


def _other_lines(chart: OrgChart, clauses: Sequence[Resolved], of: _Set, on: date) -> Iterator[Finding]:
    """Yield who belongs to a named unit by another line only: ในสังกัด follows the chain of command."""
    told = {a.unit for clause in clauses for a in clause.addressees} | {
        u for c in clauses for x in c.crowds for u in x.units
    }
    missed: dict[tuple[ParentKind, bool], list[str]] = {}
    for other, line in of.asked.items():
        if other not in told and _meant(chart, other, of.wanted, on):
            direct = chart.stands_under(other, of.unit, on, line) and not isinstance(of.wanted, EveryPerson)
            missed.setdefault((line, direct), []).append(other)
    for (line, direct), units in missed.items():
        way = f"เพิ่ม “ทุก{UNITS_ALONG[line]} {of.unit}”" if direct else "ระบุหน่วยเหล่านั้นเอง"
        words = f"{UNITS_ALONG[line]} {of.unit} ไม่อยู่ในคำว่า ในสังกัด จึงไม่ได้รับ: ถ้าต้องการ {way}"
        yield _finding("routing.other_line", words, tuple(units))


def _sets(clauses: Sequence[Resolved]) -> dict[str, EveryUnit | EveryPerson | OfClass]:
    """Return the sets that are said to be ในสังกัด a unit, by that unit."""
    found: dict[str, EveryUnit | EveryPerson | OfClass] = {}
    for selection in (selection for clause in clauses for selection in clause.sets):
        match selection:
            case EveryUnit(unit, line) if line == CHAIN_OF_COMMAND:
                found[unit] = selection
            case EveryPerson(unit):
                found[unit] = selection
            case OfClass(_, str(unit), _, False):
                found[unit] = selection
    return found


def _meant(chart: OrgChart, unit: str, wanted: EveryUnit | EveryPerson | OfClass, on: date) -> bool:
    """Whether the words would have meant the unit, had it stood under the named one by command."""
    head = chart.receiver(unit, on)
    return head is not None and (not isinstance(wanted, OfClass) or head.grade == wanted.grade)


def already_received(units: Iterable[str], earlier: Sequence[EarlierReceipt]) -> Iterator[Finding]:
    """Yield which of the units have the matter already, by whom they were sent it, under which number and on which day."""
    planned = set(units)
    by_paper: dict[tuple[str, str, date], list[str]] = {}
    for receipt in earlier:
        if receipt.unit in planned:
            by_paper.setdefault((receipt.sender, receipt.number, receipt.on), []).append(receipt.unit)
    for (sender, number, on), reached in by_paper.items():
        words = f"ได้รับแล้วทาง {sender} ที่ {number} ลง {short(on)}: ส่งซ้ำได้ แต่ควรอ้างถึงฉบับนั้น"
        yield _finding("routing.received", words, tuple(dict.fromkeys(reached)))


def vacancies(chart: OrgChart, posts: Sequence[str], on: date) -> Iterator[Finding]:
    """Yield the posts that nobody holds on the day."""
    if vacant := tuple(post for post in posts if chart.holder(post, on) is None):
        yield _finding("routing.vacant", "ตำแหน่งว่าง ส่งถึงตำแหน่งตามปกติ: แจ้งหน่วยให้ผู้รักษาราชการแทนรับทราบ", vacant)


def _repeated(clauses: Sequence[Resolved]) -> tuple[str, ...]:
    counted = Counter(addressee.post for clause in clauses for addressee in clause.addressees)
    return tuple(post for post, count in counted.items() if count > 1)


def _finding(code: str, message: str, names: tuple[str, ...], severity: str = "warning") -> Finding:
    listed = to_thai(", ".join(names[:10]) + (f" และอีก {len(names) - 10} ราย" if len(names) > 10 else ""))
    return Finding(
        code, "info" if severity == "info" else "warning", f"{to_thai(message)} ({listed})", candidates=names
    )
