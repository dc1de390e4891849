"""The external letter that tells an agency its result, and the invitation."""

from datetime import timedelta
from typing import Any

from benchmarks.papers import pen, result_words
from benchmarks.papers.agencies import number_of
from benchmarks.papers.desk import Desk
from benchmarks.papers.faces import width
from benchmarks.papers.flow import Flow
from benchmarks.papers.gold import Paper, instrument
from benchmarks.papers.people import Signer, phone
from benchmarks.papers.voice import full

URGENCIES = ("ด่วน", "ด่วนมาก", "ด่วนที่สุด")
_ENCLOSURES = (
    "สรุปผล{survey}",
    "คะแนนจำแนกตาม{upper}ของ{target}",
    "แนวทางยกระดับหน่วยงานราย{lower}",
    "คู่มือการอ่านผล{verb}",
    "แบบแจ้งชื่อผู้ประสานงาน",
    "รายงานฉบับผู้บริหาร",
    "แผนภาพใยแมงมุมเปรียบเทียบคะแนนสองปี",
)
_COPIES = ("จำนวน 1 ฉบับ", "จำนวน 1 ชุด", "จำนวน 2 แผ่น", "1 ฉบับ", "")


def head(desk: Desk, flow: Flow, number: str, urgent: str | None) -> None:
    """Set urgency, emblem, number, agency with its address, and the date, in one of the letterheads in use."""
    lot, style, form = desk.lot, flow.style, desk.lot.randrange(4)
    who = desk.runner
    if urgent:
        pen.urgency(flow.sheet, urgent, style.kind.family, lot, x=330.0 if form == 3 else style.left)
    if form == 3:  # an organisation's own head: emblem left, the name beside it
        pen.emblem(flow.sheet, style.left + 32, 34, 64, lot)
        flow.y = 58 if not urgent else 112
        flow.beside(who.name, x=78, kind=style.kind.heavy())
        flow.put(" ".join(who.address), x=78, kind=style.kind.sized(0.85))
        flow.y = max(118, flow.y + 14)
        flow.put(f"ที่ {number}")
        flow.put(full(desk.day), x=style.measure * 0.5)
        return
    tall = lot.uniform(62, 85)
    pen.emblem(flow.sheet, style.left + style.measure / 2, 42, tall, lot)
    flow.y = 42 + tall
    flow.put(f"ที่ {number}")
    right = style.measure * lot.choice((0.55, 0.58, 0.6))
    if form == 2:
        flow.y -= style.leading
        flow.put(who.name, align="right")
        for line in who.address:
            flow.put(line, align="right")
    else:
        lines = who.name.replace(" (", "\n(").split("\n") if len(who.name) > 38 else [who.name]
        flow.beside(lines[0], x=right)
        for line in (*lines[1:], *who.address):
            flow.put(line, x=right)
    flow.gap(style.leading * 0.35)
    flow.put(full(desk.day), x=style.measure * 0.5 if form != 1 else style.measure * 0.44)


def labelled(flow: Flow, label: str, value: str, gap: str = "  ") -> None:
    """Set a label with its value, the value's later lines under its first."""
    flow.gap(flow.style.leading * 0.3)
    flow.para(f"{label}{gap}{value}", first=0, left=width(label.replace("**", "") + gap, flow.style.kind))


def enclosures(desk: Desk, flow: Flow, how_many: int) -> list[str]:
    """List the enclosures and return their titles."""
    lot, of = desk.lot, desk.survey
    words = {
        "survey": of.full,
        "upper": of.framework.upper,
        "lower": of.framework.lower,
        "target": desk.target.name,
        "verb": of.framework.verb,
    }
    titles = [t.format(**words) for t in lot.sample(_ENCLOSURES, how_many)]
    label, form = "สิ่งที่ส่งมาด้วย", lot.choice(("{}. ", "{}. ", "({}) ", "{}) "))
    copies, hang = lot.choice(_COPIES), width(label + "  ", flow.style.kind)
    flow.gap(flow.style.leading * 0.3)
    for n, title in enumerate(titles, 1):
        lead = f"{label}  " if n == 1 else ""
        item = form.format(n) if how_many > 1 else ""
        inner = hang + width(item, flow.style.kind)
        flow.para(f"{lead}{item}{title} {copies}".rstrip(), first=0 if n == 1 else hang, left=inner)
    return titles


def closing(desk: Desk, flow: Flow, who: Signer, polite: str) -> None:
    """Set the complimentary close and the signature."""
    if not flow.room(8):
        flow.turn(polite)
    flow.gap(flow.style.leading * 0.6)
    x = flow.style.measure * desk.lot.choice((0.5, 0.58, 0.62))
    flow.about(polite, x)
    desk.sign(flow, who, middle=x)


def foot(desk: Desk, flow: Flow) -> None:
    """Set the owner unit, its telephone and mail, and sometimes to whom copies go."""
    lot = desk.lot
    unit = desk.runner.units[0][0]
    flow.gap(flow.style.leading * lot.choice((1, 1.6, 2.2)))
    lines = [unit, f"โทร. {phone(lot)}"]
    if lot.random() < 0.4:
        lines.append(f"โทรสาร {phone(lot)}")
    if lot.random() < 0.5:
        label = lot.choice(("ไปรษณีย์อิเล็กทรอนิกส์", "อีเมล", "E-mail :"))
        lines.append(f"{label} saraban{lot.randrange(10, 99)}@mail.example.go.th")
    for line in lines:
        flow.put(line)


def signer(desk: Desk) -> Signer:
    """Return the head of the runner, or somebody for him."""
    who = desk.runner
    return desk.people.head(who.head) if desk.lot.random() < 0.4 else desk.people.deputy(who.deputy, who.head)


def begin(desk: Desk, subject: str) -> tuple[Flow, dict[str, Any]]:
    """Set everything above the text; return the paper and the facts set so far."""
    lot = desk.lot
    flow = Flow(desk.style())
    circular = lot.random() < 0.65
    number = number_of(desk.runner, lot, desk.day.year + 543, circular=circular)
    urgent = lot.choice(URGENCIES) if lot.random() < 0.4 else None
    head(desk, flow, number, urgent)
    labelled(flow, "เรื่อง", subject)
    to = desk.target.head
    labelled(flow, "เรียน", to)
    facts: dict[str, Any] = {
        "number": number,
        "circular": circular,
        "date": desk.day,
        "urgency": urgent,
        "secrecy": None,
        "sender": desk.runner.name,
        "subject": subject,
        "to": [to],
        "via": None,
        "references": [],
    }
    return flow, facts


def result_letter(desk: Desk) -> Paper:
    """Return a letter with the survey's counts, the agency's score and what is sent with it."""
    lot = desk.lot
    flow, facts = begin(desk, result_words.subject(desk))
    if lot.random() < 0.55:
        before = desk.voice.after(desk.day - timedelta(days=190), 0, 60)
        cited = number_of(desk.runner, lot, before.year + 543, circular=lot.random() < 0.5)
        labelled(flow, "อ้างถึง", f"หนังสือ{desk.runner.name} ที่ {cited} ลงวันที่ {full(before)}")
        facts["references"] = [{"number": cited, "date": before}]
    facts["enclosures"] = enclosures(desk, flow, lot.choice((2, 2, 2, 3, 1)))
    flow.gap(flow.style.leading * 0.3)
    told, secret = result_words.body(desk, flow)
    close(desk, flow, facts)
    receipts = desk.stamped(flow, units(desk), desk.day) if lot.random() < (0.3 if desk.digital else 0.8) else []
    made = instrument(
        "letter",
        list(range(1, flow.page + 1)),
        **facts,
        receipts=[r.gold() for r in receipts],
        survey=told,
        recommendations=[],
    )
    return Paper("letter", flow.sheets, [made], {"secret-found"} if secret else set())


def close(desk: Desk, flow: Flow, facts: dict[str, Any]) -> None:
    """Set everything below the text and note who signed."""
    who = signer(desk)
    closing(desk, flow, who, "ขอแสดงความนับถือ")
    foot(desk, flow)
    facts["signatory"] = who.gold()


def units(desk: Desk) -> list[str]:
    first = desk.target.name if desk.target.grammar != "police" else desk.target.short
    return [first, *(u[desk.lot.randrange(2)] for u in desk.target.units[: desk.lot.choice((0, 1, 1, 2))])]
