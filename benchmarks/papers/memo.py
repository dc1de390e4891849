"""The memo that reports a result to the head of the agency: staff papers in four or five parts, and the three-paragraph kind."""

from datetime import date, timedelta
from typing import Any

from benchmarks.papers import endorsement, memo_words, pen
from benchmarks.papers.agencies import number_of
from benchmarks.papers.desk import Desk
from benchmarks.papers.faces import Type, width
from benchmarks.papers.flow import Flow
from benchmarks.papers.gold import Paper, instrument
from benchmarks.papers.letter import URGENCIES, labelled
from benchmarks.papers.people import Signer, phone
from benchmarks.papers.voice import full, short


def memo(desk: Desk, *, cited: tuple[str, date] | None = None, whole_items: bool = False) -> Paper:
    """Return a memo; `cited` is the result letter it reports on, `whole_items` never splits an item over two pages."""
    lot, target = desk.lot, desk.target
    flow = Flow(desk.style(top=60.0))
    letter = cited or (number_of(desk.runner, lot, desk.day.year + 543, circular=True), desk.day)
    day = desk.voice.after(letter[1], 3, 30)
    unit = target.units[0]
    facts = _head(desk, flow, day)
    parts = lot.random() < 0.75 or whole_items
    told = memo_words.Told(letter, _earlier(desk, letter[1]), unit)
    advised = (
        memo_words.staff_paper(desk, flow, told, whole_items=whole_items)
        if parts
        else memo_words.three_paragraphs(desk, flow, told)
    )
    facts["references"] = told.references()
    signer = _signer(desk)
    desk.sign(flow, signer)
    facts["signatory"] = signer.gold()
    if lot.random() < 0.65:
        facts["order"] = _order(desk, flow, desk.voice.after(day, 1, 5))
    office = lot.choice((f"สำนักงาน{target.deputy}", target.units[1][0], f"หน้าห้อง{target.head}"))
    receipts = desk.stamped(flow, [office], day) if lot.random() < (0.2 if desk.digital else 0.55) else []
    survey = {"score": desk.scores.own[""], "group_average": desk.scores.group[""]} if told.scored else {}
    made = instrument(
        "memo",
        list(range(1, flow.page + 1)),
        **facts,
        receipts=[r.gold() for r in receipts],
        survey=desk.survey_gold(**survey),
        stated_indicator_count=advised.stated,
        recommendations=advised.items,
    )
    made_too = endorsement.endorsements(desk, host=made, flow=flow).instruments if lot.random() < 0.3 else []
    return Paper("memo", flow.sheets, [made, *made_too], spare=advised.spare)


def _head(desk: Desk, flow: Flow, day: date) -> dict[str, Any]:
    """Set the memo's head in one of its forms; return its facts."""
    lot, style, target = desk.lot, flow.style, desk.target
    unit = target.units[0]
    urgent = lot.choice(URGENCIES) if lot.random() < 0.3 else None
    small_emblem = lot.random() < 0.75
    if urgent:
        pen.urgency(flow.sheet, urgent, style.kind.family, lot)
        flow.gap(14)
    elif small_emblem:
        pen.emblem(flow.sheet, style.left + 22, 38, 43, lot)
    title = style.kind.sized(29 / 16).heavy()
    flow.put("บันทึกข้อความ", align="center", kind=title)
    flow.gap(style.leading * 0.3)
    big = style.kind.sized(1.25) if lot.random() < 0.5 else style.kind
    police = target.grammar == "police"
    sender = unit[1] if police and lot.random() < 0.7 else f"{unit[0]} {target.name}" if lot.random() < 0.7 else unit[0]
    number = number_of(target, lot, day.year + 543, circular=False)
    _filled(flow, "ส่วนราชการ", f"{sender}  โทร. {phone(lot)}", big.heavy())
    dated = full(day) if not police or lot.random() < 0.5 else short(day)
    _numbered(flow, number, dated, big, dotted=lot.random() < 0.4)
    subject = desk.voice.pick(
        f"สรุปผล{desk.survey.full}",
        f"ขอรายงานผล{desk.survey.full} ของ{target.name}",
        f"ผล{desk.survey.full} และข้อเสนอเพื่อการพัฒนา",
        f"แจ้งผล{desk.survey.full}",
    )
    _filled(flow, "เรื่อง", subject, big.heavy())
    via = target.deputy if lot.random() < 0.5 else None
    _addressed(desk, flow, target.head, via)
    return {
        "number": number, "circular": False, "date": day, "urgency": urgent, "secrecy": None, "sender": sender, "subject": subject,
        "to": [target.head], "via": via, "enclosures": [],
    }  # fmt: skip


def _numbered(flow: Flow, number: str, dated: str, big: Type, *, dotted: bool) -> None:
    """Set number and date on one line, each behind its label, with or without a dotted rule below."""
    flow.put("**ที่**", kind=big)
    flow.beside(number, x=width("ที่ ", big.heavy()) + 4)
    half = flow.style.measure * 0.5
    flow.beside("**วันที่**", x=half, kind=big)
    flow.beside(dated, x=half + width("วันที่ ", big.heavy()) + 6)
    if dotted:
        flow.rule(width("ที่ ", big.heavy()), flow.style.measure, dash=True)


def _filled(flow: Flow, label: str, value: str, kind: Type) -> None:
    """Set a bold label, and its value at text size, later lines under the value's first."""
    lead = width(f"{label} ", kind) + 5
    flow.put(label, kind=kind)
    flow.y -= flow.style.leading
    flow.para(value, first=lead, left=lead if width(value, flow.style.kind) > 2 * flow.style.measure else 0)


def _addressed(desk: Desk, flow: Flow, to: str, via: str | None) -> None:
    form = desk.lot.randrange(3)
    if via is None:
        labelled(flow, "เรียน", to)
    elif form == 0:
        labelled(flow, "เรียน", f"{to} (ผ่าน{' ' if desk.lot.random() < 0.6 else ''}{via})")
    elif form == 1:
        labelled(flow, "เรียน", f"{to} ผ่าน {via}")
    else:
        labelled(flow, "เรียน", to)
        labelled(flow, "ผ่าน", via)


def _earlier(desk: Desk, since: date) -> list[tuple[str, date, str]]:
    """Return letters before the result letter: number, date, and how the memo names them."""
    lot, out = desk.lot, []
    asked = desk.voice.after(since - timedelta(days=200), 0, 60)
    if lot.random() < 0.6:
        out.append((number_of(desk.runner, lot, asked.year + 543, circular=True), asked, "asked"))
    if out and lot.random() < 0.4:
        sent = desk.voice.after(asked, 5, 20)
        out.append((number_of(desk.target, lot, sent.year + 543, circular=lot.random() < 0.5), sent, "sent"))
    return out


def _signer(desk: Desk) -> Signer:
    unit, lot = desk.target.units[0], desk.lot
    if desk.target.grammar == "police":
        return desk.people.officer(
            f"รอง {unit[2]}" if lot.random() < 0.6 else unit[2], unit[2] if lot.random() < 0.6 else None, "police"
        )
    if lot.random() < 0.45:
        return desk.people.head(unit[2])
    own = lot.choice(("นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ", "หัวหน้ากลุ่มงานดิจิทัล", "นักวิชาการสถิติเชี่ยวชาญ", f"รอง{unit[2]}"))
    return desk.people.deputy(own, unit[2])


def _order(desk: Desk, flow: Flow, day: date) -> dict[str, Any]:
    """Set the head's order below the memo, signed and dated."""
    lot = desk.lot
    texts = lot.choice(
        (
            ["ทราบ", "ดำเนินการตามที่เสนอ"],
            ["ทราบ", "เห็นชอบ", "ให้เวียนแจ้งทุกหน่วยในสังกัด"],
            ["อนุมัติตามเสนอ"],
            ["ทราบตามข้อ 2", "อนุมัติในหลักการตามข้อ 4"],
        )
    )
    mark = lot.choice(("- {1}", "{0}. {1}", "{0}) {1}", "- {1}"))
    if not flow.room(len(texts) + 7):
        flow.turn(texts[0])
    flow.gap(flow.style.leading * lot.choice((0.8, 1.4)))
    for n, text in enumerate(texts, 1):
        flow.put(mark.format(n, text), x=lot.choice((0.0, 20.0)))
    post = desk.target.head
    police = desk.target.grammar == "police"
    who = (
        desk.people.officer(desk.target.deputy, post, "police")
        if police
        else (desk.people.head(post) if lot.random() < 0.6 else desk.people.deputy(desk.target.deputy, post))
    )
    middle = flow.style.measure * lot.choice((0.3, 0.62))
    desk.sign(flow, who, middle=middle)
    flow.about(lot.choice((short(day), full(day), short(day, gap=True))), middle)
    return {"text": texts, "signatory": who.gold(), "date": day}
