"""Papers of one page: the letter under seal, orders and announcements, the invitation."""

from datetime import timedelta

from benchmarks.papers import letter, pen
from benchmarks.papers.agencies import number_of
from benchmarks.papers.desk import Desk
from benchmarks.papers.faces import width
from benchmarks.papers.flow import Flow
from benchmarks.papers.gold import Paper, instrument
from benchmarks.papers.people import Signer, phone
from benchmarks.papers.voice import full


def stamped_letter(desk: Desk) -> Paper:
    """Return a letter under seal: to a unit, without a salutation, sealed instead of signed."""
    lot, target = desk.lot, desk.target
    flow = Flow(desk.style())
    style = flow.style
    day = desk.day
    number = number_of(target, lot, day.year + 543, circular=lot.random() < 0.4)
    urgent = lot.choice(letter.URGENCIES) if lot.random() < 0.25 else None
    if urgent:
        pen.urgency(flow.sheet, urgent, style.kind.family, lot)
    tall = lot.uniform(60, 85)
    pen.emblem(flow.sheet, style.left + style.measure / 2, 40, tall, lot)
    flow.y = 40 + tall
    flow.put(f"ที่ {number}")
    to = lot.choice((target.branch, target.units[2][0], "ทุกหน่วยงานในสังกัด" + target.name))
    letter.labelled(flow, "ถึง", to)
    flow.gap(style.leading * 0.4)
    for text in _errand(desk, to):
        flow.para(text)
    flow.gap(style.leading * lot.choice((2.0, 3.0, 4.0)))
    x = style.measure * lot.choice((0.55, 0.62, 0.66))
    flow.about(target.name, x)
    beside = 75 if len(target.name) % 2 else 10
    pen.seal(flow.sheet, style.left + x - beside, flow.y + 6, target.short.strip("."), style.kind.family, lot)
    flow.about(full(day), x)
    flow.gap(style.leading * lot.choice((1.0, 2.0)))
    flow.put(target.units[0][0])
    if lot.random() < 0.85:
        flow.put(f"โทร. {phone(lot)}")
    units = [to if "ทุก" not in to else target.units[1][0]]
    receipts = desk.stamped(flow, units, day) if not desk.digital and lot.random() < 0.5 else []
    made = instrument(
        "stamped", [1], number=number, urgency=urgent, subject=None, to=[to], via=None, enclosures=[], signatory=None, date=day,
        references=[], receipts=[r.gold() for r in receipts],
    )  # fmt: skip
    return Paper("stamped", flow.sheets, [made])


def _errand(desk: Desk, to: str) -> list[str]:
    """Return the paragraphs of a letter under seal."""
    target, of = desk.target, desk.survey.full
    by = desk.voice.after(desk.day, 5, 20)
    return desk.lot.choice(
        (
            [f"ขอส่งสำเนาผล{of} มาเพื่อทราบ และขอให้แจ้งเจ้าหน้าที่ที่เกี่ยวข้องถือปฏิบัติ", "อนึ่ง เมื่อได้รับแล้วขอให้ลงรับในระบบโดยเร็ว"],
            [f"พร้อมนี้ได้ส่งแบบ{of} จำนวน 3 ชุด มาเพื่อกรอกข้อมูล และขอให้ส่งกลับภายในวันที่ {full(by)}"],
            [f"ขอเตือนเรื่องการรายงานผลตาม{of} ซึ่งครบกำหนดแล้ว แต่ยังไม่ได้รับรายงานจาก{to} ขอให้เร่งส่งภายในวันที่ {full(by)} ด้วย"],
            [f"ตามหนังสือที่ส่งข้อมูลประกอบ{of} มานั้น {target.name}ได้รับไว้เป็นการถูกต้องแล้ว จึงแจ้งมาเพื่อทราบ"],
            [
                f"ด้วย{target.name}ประสงค์จะขอรายละเอียดเพิ่มเติมเกี่ยวกับ{of} ของ{to}",
                "จึงขอความร่วมมือจัดส่งทางไปรษณีย์อิเล็กทรอนิกส์ต่อไป",
            ],
        )
    )


def order(desk: Desk) -> Paper:
    """Return an order or an announcement of the agency's head."""
    lot, target = desk.lot, desk.target
    flow = Flow(desk.style())
    style, announced = flow.style, lot.random() < 0.5
    number, subject = _titled(desk, flow, announced)
    _articles(desk, flow, announced)
    when = full(desk.day).rsplit(" ", 1)
    flow.para(
        f"{'ประกาศ' if announced else 'สั่ง'} ณ วันที่ {when[0]} พ.ศ. {when[1]}", first=style.indent * lot.choice((1.0, 1.6))
    )
    who = desk.people.head(target.head) if lot.random() < 0.7 else desk.people.deputy(target.deputy, target.head)
    if target.grammar == "police":
        who = desk.people.officer(target.head, None, "police")
    desk.sign(flow, who)
    made = instrument(
        "order", list(range(1, flow.page + 1)), number=number, urgency=None, subject=subject, enclosures=[], signatory=who.gold(),
        date=desk.day, references=[], receipts=[],
    )  # fmt: skip
    return Paper("order", flow.sheets, [made])


def _titled(desk: Desk, flow: Flow, announced: bool) -> tuple[str | None, str]:
    """Set emblem, kind, number and subject in the middle; return the number (an announcement has none) and the subject."""
    lot, target, style = desk.lot, desk.target, flow.style
    pen.emblem(flow.sheet, style.left + style.measure / 2, 40, lot.uniform(60, 85), lot)
    flow.y = 125
    bold = style.kind.heavy() if lot.random() < 0.6 else style.kind
    flow.put(f"{'ประกาศ' if announced else 'คำสั่ง'}{target.name}", align="center", kind=bold)
    number = None if announced else f"{lot.randrange(2, 999)}/{desk.day.year + 543}"
    if number:
        flow.put(f"ที่ {number}", align="center", kind=bold)
    subject = desk.voice.pick(
        f"แต่งตั้งคณะทำงานตอบแบบ{desk.survey.framework.name}",
        "มอบหมายผู้รับผิดชอบข้อมูลและผู้ประสานงานหลัก",
        f"หลักเกณฑ์การใช้ประโยชน์จากผล{desk.survey.framework.name}",
        "แนวปฏิบัติการแลกเปลี่ยนข้อมูลภายในหน่วยงาน",
        "กำหนดรอบการรายงานความก้าวหน้าด้านดิจิทัล",
    )
    lines = desk.post_lines(Signer("", f"เรื่อง {subject}"), style.measure * 0.9, flow)
    for line in lines:
        flow.put(line, align="center", kind=bold)
    if lot.random() < 0.6:
        x = style.measure / 2
        flow.rule(x - 55, x + 55, below=9)
        flow.gap(9)
    flow.gap(style.leading * 0.4)
    return number, subject


def _articles(desk: Desk, flow: Flow, announced: bool) -> None:
    lot, target = desk.lot, desk.target
    flow.para(
        f"{desk.voice.pick('โดยที่เป็นการสมควร', 'เพื่อให้การดำเนินงานเป็นไปด้วยความเรียบร้อย', 'ตามที่')}ปรับปรุงการทำงานด้านข้อมูลของ{target.name} "
        f"อาศัยอำนาจตามมาตรา {lot.randint(20, 60)} แห่งพระราชบัญญัติระเบียบบริหารราชการแผ่นดิน พ.ศ. 2534 จึง{'ประกาศ' if announced else 'ให้ดำเนินการ'}ดังนี้"
    )
    form = desk.voice.pick("ข้อ {n} {t}", "{n}. {t}", "({n}) {t}")
    things = (
        "ให้ทุกสำนักและกองจัดส่งรายชื่อผู้ประสานงานภายใน 7 วันทำการ",
        "ให้ผู้รับผิดชอบรายงานต่อผู้บริหารระดับสูงอย่างน้อยเดือนละ 1 ครั้ง",
        "ให้ศูนย์ข้อมูลตรวจสอบความถูกต้องก่อนเผยแพร่",
        "ให้เลขานุการจัดทำรายงานการประชุมและเก็บรักษาไว้ไม่น้อยกว่า 5 ปี",
        "ให้ใช้แบบรายงานตามที่แนบท้าย และห้ามเปลี่ยนแปลงหัวข้อ",
    )
    for n, text in enumerate(lot.sample(things, lot.randint(2, 4)), 1):
        flow.para(form.format(n=n, t=text))
    begun = desk.voice.after(desk.day, 1, 20)
    flow.para(desk.voice.pick("ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป", f"ทั้งนี้ ให้มีผลตั้งแต่วันที่ {full(begun)} เป็นต้นไป"))


def invitation(desk: Desk) -> Paper:
    """Return a letter that asks an agency to a meeting."""
    lot = desk.lot
    of = desk.survey.full
    subject = desk.voice.pick(
        f"ขอเชิญประชุมชี้แจง{of}", f"ขอเชิญเข้าร่วมสัมมนาเผยแพร่ผล{of}", f"ขอเรียนเชิญผู้แทนร่วมประชุมหารือ{of}",
        f"เชิญประชุมรับฟังผล{of}", f"ขอเชิญผู้ประสานงานเข้าอบรมการตอบแบบ{of}",
    )  # fmt: skip
    flow, facts = letter.begin(desk, subject)
    if lot.random() < 0.35:
        before = desk.voice.after(desk.day - timedelta(days=60), 0, 20)
        cited = number_of(desk.runner, lot, before.year + 543, circular=True)
        letter.labelled(flow, "อ้างถึง", f"หนังสือ{desk.runner.name} ที่ {cited} ลงวันที่ {full(before)}")
        facts["references"] = [{"number": cited, "date": before}]
    facts["enclosures"] = _listed(desk, flow)
    flow.gap(flow.style.leading * 0.3)
    held = desk.voice.after(desk.day, 7, 40)
    hall = lot.choice(("ห้องประชุมบงกช ชั้น 12 อาคารนวมินทร์วิวัฒน์", "โรงแรมริมธาร กรุงเทพมหานคร", "ผ่านระบบประชุมทางไกล"))
    flow.para(
        f"ด้วย{desk.runner.name} ({desk.runner.short}) กำหนดจัดประชุมเกี่ยวกับ{of} เพื่อสร้างความเข้าใจแก่ผู้เกี่ยวข้องและรับฟังข้อคิดเห็น"
    )
    flow.para(
        f"ในการนี้ ขอเชิญท่านหรือผู้แทนจำนวนไม่เกิน {lot.randint(2, 5)} คน เข้าร่วมประชุมในวัน{_weekday(held.weekday())}ที่ {full(held)} "
        f"เวลา {lot.choice(('09.00 - 12.00 น.', '13.30 น.', '08.30 - 16.30 น.'))} ณ {hall} "
        f"และขอให้แจ้งรายชื่อภายในวันที่ {full(desk.voice.after(desk.day, 3, 6))}"
    )
    flow.para(
        desk.voice.pick(
            "จึงเรียนมาเพื่อโปรดพิจารณา", "จึงเรียนมาเพื่อโปรดเข้าร่วมประชุมตามวันและเวลาดังกล่าว", "จึงเรียนเชิญมาเพื่อโปรดทราบ"
        )
    )
    letter.close(desk, flow, facts)
    receipts = desk.stamped(flow, letter.units(desk), desk.day) if lot.random() < 0.5 and not desk.digital else []
    made = instrument("invitation", list(range(1, flow.page + 1)), **facts, receipts=[r.gold() for r in receipts])
    return Paper("invitation", flow.sheets, [made])


def _listed(desk: Desk, flow: Flow) -> list[str]:
    titles = desk.lot.sample(
        ("กำหนดการประชุม", "แบบตอบรับเข้าร่วม", "แผนที่สถานที่จัดประชุม", "รายชื่อหน่วยงานที่เชิญ"), desk.lot.randint(1, 2)
    )
    label = "สิ่งที่ส่งมาด้วย"
    hang = width(label + "  ", flow.style.kind)
    flow.gap(flow.style.leading * 0.3)
    for n, title in enumerate(titles, 1):
        item = f"{n}. " if len(titles) > 1 else ""
        flow.para(f"{label + '  ' if n == 1 else ''}{item}{title} จำนวน 1 ฉบับ", first=0 if n == 1 else hang, left=hang)
    return titles


def _weekday(day: int) -> str:
    return ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")[day]
