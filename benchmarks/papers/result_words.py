"""How result letters are worded: six ways to tell counts, seven to tell a score, and what comes before and after."""

from collections.abc import Sequence

from benchmarks.papers.desk import Desk
from benchmarks.papers.flow import Flow
from benchmarks.papers.gold import Instrument
from benchmarks.papers.people import phone
from benchmarks.papers.surveys import Count

_LEVELS = {
    "central": ("ส่วนกลาง", "ระดับกรม", "หน่วยงานส่วนกลางระดับกรมหรือเทียบเท่า"),
    "provincial": ("ส่วนภูมิภาค", "ระดับจังหวัด", "หน่วยงานส่วนภูมิภาคในจังหวัด"),
    "local": ("ส่วนท้องถิ่น", "ระดับท้องถิ่น", "องค์กรปกครองส่วนท้องถิ่น"),
}


def subject(desk: Desk) -> str:
    """Return the letter's subject."""
    full = desk.survey.full
    return desk.voice.pick(
        f"ขอส่งผล{full}",
        f"แจ้งผล{full}",
        f"ผล{full} ของ{desk.target.name}",
        f"การรายงานผล{full}",
        f"ขอจัดส่งผล{full} และแนวทางการพัฒนา",
    )


def body(desk: Desk, flow: Flow) -> tuple[Instrument, bool]:
    """Set the text; return the survey facts it tells and whether it gives away a login."""
    lot, of = desk.lot, desk.survey
    flow.para(_opening(desk))
    counts = _counts(desk, flow)
    told = desk.survey_gold(counts={k: c.gold() for k, c in counts.items()})
    if lot.random() < 0.85:
        own, group = desk.scores.own[""], desk.scores.group[""]
        flow.para(score(desk, own, group))
        told |= {"score": own, "group_average": group}
    secret = lot.random() < 0.2
    if secret:
        flow.para(
            f"{desk.runner.short} ได้เปิดระบบแสดงผลรายหน่วยงานที่ https://result.{'x' * lot.randint(2, 4)}.example.go.th "
            f"โดยใช้ Username: unit{lot.randrange(100, 999)} และ Password: {_password(desk)} ทั้งนี้ ขอให้ใช้เฉพาะผู้ที่ได้รับมอบหมาย"
        )
    _, name = desk.people.name()
    contact = desk.voice.pick(
        f"หากมีข้อสงสัยติดต่อสอบถามได้ที่คุณ{name} หมายเลขโทรศัพท์ {phone(lot)} หรือทางไปรษณีย์อิเล็กทรอนิกส์ {_mail(desk)}",
        f"อนึ่ง ได้มอบหมายให้ {name} เป็นผู้ประสานงาน โทร. {phone(lot)}",
        "",
    )
    flow.last(_ending(desk, contact))
    if contact and lot.random() < 0.3:
        flow.para(f"เอกสารทั้งหมดดาวน์โหลดได้ที่ https://www.{of.year}.example.go.th/report")
    return told, secret


def _opening(desk: Desk) -> str:
    of, runner = desk.survey, desk.runner
    return desk.voice.pick(
        f"ตามที่{runner.name} ({runner.short}) ได้ดำเนิน{of.full} ระหว่างเดือนมกราคมถึงเดือนเมษายนที่ผ่านมา "
        f"เพื่อให้หน่วยงานของรัฐทราบสถานะของตนและใช้วางแผนพัฒนา นั้น",
        f"ด้วย{runner.name} มีภารกิจติดตามการปรับเปลี่ยนภาครัฐ จึงได้จัดทำ{of.full} ขึ้น และบัดนี้การประมวลผลแล้วเสร็จ",
        f"อนุสนธิหนังสือที่อ้างถึง {runner.short} ขอความอนุเคราะห์ให้{desk.target.name}ร่วมให้ข้อมูล{of.full} ความละเอียดแจ้งแล้ว นั้น",
        f"{runner.name} ขอขอบคุณ{desk.target.name}ที่ให้ความร่วมมือใน{of.full} เป็นอย่างดี",
        f"ตามมติคณะกรรมการขับเคลื่อนข้อมูลภาครัฐ ครั้งที่ {desk.lot.randint(1, 9)}/{of.year} เห็นชอบให้ {runner.short} ดำเนิน{of.full} "
        f"เป็นประจำทุกปี ความแจ้งแล้ว นั้น",
    )


def _counts(desk: Desk, flow: Flow) -> dict[str, Count]:
    """Tell the counts in prose or as a list; return those told."""
    lot, all_of = desk.lot, desk.counts
    tell = _WAYS[lot.randrange(len(_WAYS))]
    named = {k: v[lot.randrange(3) if tell is not _each_out_of else 0] for k, v in _LEVELS.items()}
    tell(flow, all_of["total"], [(named[k], all_of[k]) for k in _LEVELS])
    return {"total": all_of["total"]} if tell is _in_all_alone else all_of


_Levels = Sequence[tuple[str, Count]]


def _in_one_breath(flow: Flow, total: Count, levels: _Levels) -> None:
    each = " ".join(f"{name} {c.surveyed:,} แห่ง ส่งข้อมูล {c.answered:,} แห่ง (ร้อยละ {c.pct})" for name, c in levels)
    flow.para(
        f"ในการนี้ มีหน่วยงานเป้าหมายทั้งสิ้น {total.surveyed:,} แห่ง ส่งข้อมูลครบถ้วน {total.answered:,} แห่ง "
        f"(ร้อยละ {total.pct}) ประกอบด้วย {each}"
    )


def _numbered(flow: Flow, total: Count, levels: _Levels) -> None:
    flow.para(
        f"มีหน่วยงานเข้าร่วมจำนวน {total.answered:,} หน่วยงาน จากกลุ่มเป้าหมาย {total.surveyed:,} หน่วยงาน คิดเป็นร้อยละ {total.pct} ดังนี้"
    )
    for n, (name, c) in enumerate(levels, 1):
        flow.para(
            f"{n}) {name} เข้าร่วม {c.answered:,} หน่วยงาน จาก {c.surveyed:,} หน่วยงาน คิดเป็นร้อยละ {c.pct}",
            first=flow.style.indent + 18,
        )


def _in_all_alone(flow: Flow, total: Count, _: _Levels) -> None:
    flow.para(
        f"การดำเนินการครั้งนี้ส่งแบบไปยังหน่วยงานภาครัฐรวม {total.surveyed:,} หน่วยงาน ได้รับตอบกลับ {total.answered:,} หน่วยงาน หรือร้อยละ {total.pct}"
    )


def _each_out_of(flow: Flow, total: Count, levels: _Levels) -> None:
    said = ", ".join(f"{name} {c.answered:,} จาก {c.surveyed:,} หน่วยงาน ({c.pct}%)" for name, c in levels)
    flow.para(f"ผู้ตอบแบบสอบถามแบ่งเป็น {said} รวมทุกระดับ {total.answered:,} จาก {total.surveyed:,} หน่วยงาน ({total.pct}%)")


def _dashed(flow: Flow, total: Count, levels: _Levels) -> None:
    flow.para("ทั้งนี้ อัตราการตอบกลับของหน่วยงานจำแนกตามระดับเป็นดังนี้")
    for name, c in (*levels, ("รวมทั้งสิ้น", total)):
        flow.para(
            f"- {name} จำนวน {c.surveyed:,} หน่วยงาน ตอบกลับ {c.answered:,} หน่วยงาน คิดเป็นร้อยละ {c.pct}",
            first=flow.style.indent,
        )


def _first_all_then_those_who_answered(flow: Flow, total: Count, levels: _Levels) -> None:
    (central, c), (provincial, p), (local, x) = levels
    flow.para(
        f"สำหรับรอบนี้มีหน่วยงานที่ได้รับการคัดเลือก {total.surveyed:,} หน่วยงาน แบ่งเป็น {central} {c.surveyed:,} หน่วยงาน "
        f"{provincial} {p.surveyed:,} หน่วยงาน และ{local} {x.surveyed:,} หน่วยงาน "
        f"โดยมีหน่วยงานที่ตอบ {total.answered:,} หน่วยงาน "
        f"(ร้อยละ {total.pct}) เป็น{central} {c.answered:,} หน่วยงาน (ร้อยละ {c.pct}) {provincial} {p.answered:,} หน่วยงาน "
        f"(ร้อยละ {p.pct}) และ{local} {x.answered:,} หน่วยงาน (ร้อยละ {x.pct})"
    )


_WAYS = (_in_one_breath, _numbered, _in_all_alone, _each_out_of, _dashed, _first_all_then_those_who_answered)


def score(desk: Desk, own: float, group: float) -> str:
    """Return a sentence with the agency's score and its group's mean."""
    who, over = desk.target.name, "สูงกว่า" if own > group else "ต่ำกว่า"
    return desk.voice.pick(
        f"ผลปรากฏว่า {who}ได้คะแนนภาพรวม {own:.2f} คะแนน จากคะแนนเต็ม 100 คะแนน {over}ค่าเฉลี่ยของหน่วยงานประเภทเดียวกันซึ่งเท่ากับ {group:.2f} คะแนน",
        f"โดย{who}มีผลคะแนนรวมคิดเป็นร้อยละ {own:.2f} ขณะที่ค่าเฉลี่ยกลุ่มอยู่ที่ร้อยละ {group:.2f}",
        f"ค่าเฉลี่ยของหน่วยงานทั้งหมดอยู่ที่ {group:.2f} คะแนน ส่วน{who}ได้ {own:.2f} คะแนน",
        f"ทั้งนี้ {who} ได้รับคะแนนร้อยละ {own:.2f} (ค่าเฉลี่ยของกลุ่มหน่วยงาน ร้อยละ {group:.2f})",
        f"เมื่อพิจารณาภาพรวม พบว่า {who}มีคะแนน {own:.2f} เทียบกับค่าเฉลี่ยทุกหน่วยงาน {group:.2f} จึงจัดอยู่ในกลุ่ม{'ก้าวหน้า' if own > group else 'กำลังพัฒนา'}",
        f"สรุปได้ว่าคะแนนรวมของ{who}เท่ากับ {own:.2f} และคะแนนเฉลี่ยของกลุ่มเท่ากับ {group:.2f} จาก 100 คะแนน",
    )


def _ending(desk: Desk, contact: str) -> str:
    end = desk.voice.pick(
        "จึงเรียนมาเพื่อโปรดทราบและใช้ประโยชน์ต่อไป",
        "จึงเรียนมาเพื่อโปรดทราบ และพิจารณาแจ้งหน่วยงานในสังกัดดำเนินการตามแนวทางดังกล่าว",
        "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการในส่วนที่เกี่ยวข้อง",
        "จึงเรียนมาเพื่อโปรดทราบ จะขอบคุณยิ่ง",
    )
    return f"{end} {contact}".strip()


def _password(desk: Desk) -> str:
    return "".join(desk.lot.choice("abcdefghkmnpqrstuvwxyz23456789") for _ in range(8))


def _mail(desk: Desk) -> str:
    return f"{desk.lot.choice(('survey', 'index', 'team', 'contact'))}{desk.lot.randrange(10, 99)}@mail.example.go.th"
