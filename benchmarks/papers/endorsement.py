"""Endorsements: notes that send a paper on, each with its own number and date, several to a page, alone or under a host's text."""

from datetime import date

from benchmarks.papers import stamps
from benchmarks.papers.agencies import number_of
from benchmarks.papers.desk import Desk
from benchmarks.papers.faces import width
from benchmarks.papers.flow import Flow
from benchmarks.papers.gold import Instrument, Paper, instrument
from benchmarks.papers.people import Signer
from benchmarks.papers.voice import full, short


def endorsements(desk: Desk, *, host: Instrument | None = None, flow: Flow | None = None) -> Paper:
    """Return a page of one to three endorsements; `flow` writes them under a host's last lines, `host` is what they cite."""
    lot = desk.lot
    alone = flow is None
    paper = flow or Flow(desk.style(top=95.0, justify="none"))
    day = date.fromisoformat(host["order"]["date"] if host and "order" in host else host["date"]) if host else desk.day
    made: list[Instrument] = []
    for n in range(lot.choice((1, 2, 2, 3)) if alone else 1):
        if not paper.room(11):
            break
        day = desk.voice.after(day, 1, 9)
        made.append(_note(desk, paper, day, host if n == 0 else None))
        paper.gap(paper.style.leading * lot.uniform(0.9, 2.0))
    if alone and not desk.digital and lot.random() < 0.6:
        entry = stamps.receipt(desk.target.units[1][1], day, lot)
        stamps.place(paper.sheets[0], [entry], lot, digital=False)
        made[-1]["receipts"] = [entry.gold()]
    return Paper("endorsement", paper.sheets, made)


def _note(desk: Desk, flow: Flow, day: date, host: Instrument | None) -> Instrument:
    lot, target = desk.lot, desk.target
    page = flow.page
    copy = lot.random() < 0.6
    if copy and lot.random() < 0.5:
        flow.put(lot.choice(("สำเนาถูกต้อง", "สำเนาถูกต้อง", "**สำเนาถูกต้อง**")), align="right")
        flow.gap(-flow.style.leading * lot.choice((0.0, 1.0)))
        copied = True
    else:
        copied = False
    number = number_of(target, lot, day.year + 543, circular=lot.random() < 0.2)
    flow.put(f"ที่ {number}")
    to = _to(desk)
    left = width("เรียน ", flow.style.kind)
    flow.put(f"เรียน {to[0]}")
    for other in to[1:]:
        flow.put(other, x=left * lot.choice((0.0, 1.0)))
    text, references = _text(desk, host)
    flow.para(text, first=lot.choice((0.0, 28.0)), right=flow.style.measure * lot.choice((0.0, 0.3, 0.4)))
    who = _signer(desk)
    middle = flow.style.measure * lot.choice((0.45, 0.62))
    desk.sign(flow, who, middle=middle)
    flow.about(lot.choice((short(day), full(day), short(day, gap=True))), middle)
    if copy and not copied:
        flow.put("สำเนาถูกต้อง", x=0)
    facts = {"references": references} if host else {}
    return instrument(
        "endorsement",
        [page],
        number=number,
        date=day,
        to=to,
        copy_certified=copy,
        signatory=who.gold(),
        recommendations=[],
        **facts,
    )


def _to(desk: Desk) -> list[str]:
    target, lot = desk.target, desk.lot
    heads = [u[2] for u in target.units]
    if target.grammar == "police":
        return lot.choice(
            (
                [heads[1], heads[2]],
                ["รอง ผบช.ทว.", *heads[1:]],
                ["ผบก. ในสังกัด บช.ทว."],
                [f"{heads[2]} หรือผู้ดำรงตำแหน่งเทียบเท่า"],
            )
        )
    return lot.choice(
        ([heads[1]], heads[1:], [f"หัวหน้า{target.branch}"], [f"หัวหน้าหน่วยงานในสังกัด{target.name}ทุกแห่ง"], [target.deputy])
    )


def _text(desk: Desk, host: Instrument | None) -> tuple[str, list[dict[str, str | None]]]:
    lot = desk.lot
    if host is None:
        return (
            desk.voice.pick(
                "เพื่อโปรดทราบ และแจ้งข้าราชการในสังกัดทราบโดยทั่วกัน",
                "เพื่อทราบและถือปฏิบัติ",
                "เพื่อดำเนินการในส่วนที่เกี่ยวข้อง แล้วรายงานผลให้ทราบภายใน 15 วัน",
                "เพื่อโปรดพิจารณามอบหมายผู้รับผิดชอบต่อไป",
            ),
            [],
        )
    day, subject = date.fromisoformat(host["date"]), host["subject"]
    cited = desk.voice.cited(day)
    references: list[dict[str, str | None]] = [{"number": host["number"], "date": host["date"]}]
    unit = desk.target.units[0][1]
    text = desk.voice.pick(
        f"เพื่อโปรดทราบตามหนังสือ {unit} ที่ {host['number']} {cited} เรื่อง {subject}",
        f"ขอส่งสำเนาหนังสือ {unit} ที่ {host['number']} {cited} มาเพื่อทราบ และพิจารณาดำเนินการในส่วนที่เกี่ยวข้อง",
    )
    if "order" in host and lot.random() < 0.5:
        ordered = date.fromisoformat(host["order"]["date"])
        text = f"เพื่อทราบ และปฏิบัติตามบันทึกสั่งการ {desk.voice.cited(ordered)} ท้ายหนังสือ {unit} ที่ {host['number']} {cited}"
        references.insert(0, {"number": None, "date": host["order"]["date"]})
    return text, references


def _signer(desk: Desk) -> Signer:
    target, lot = desk.target, desk.lot
    unit = target.units[lot.randrange(2)]
    if target.grammar == "police":
        return (
            desk.people.officer(f"รอง {unit[2]}", unit[2], "police")
            if lot.random() < 0.6
            else desk.people.officer(unit[2], None, "police")
        )
    return desk.people.head(unit[2]) if lot.random() < 0.5 else desk.people.deputy(f"รอง{unit[2]}", unit[2])
