"""How memos are worded: heads of the parts, how letters are cited, how the score is told, what is proposed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from benchmarks.papers import memo_advice
from benchmarks.papers.desk import Desk
from benchmarks.papers.flow import Flow
from benchmarks.papers.memo_advice import Advised

_PARTS = (
    ("เรื่องเดิม", "ข้อเท็จจริง", "ข้อพิจารณา", "ข้อเสนอ"),
    ("เรื่องเดิม", "ข้อเท็จจริง", "ข้อกฎหมายและระเบียบที่เกี่ยวข้อง", "ข้อพิจารณา", "ข้อเสนอแนะ"),
    ("ความเป็นมา", "ผลการดำเนินการ", "ข้อพิจารณา", "ข้อเสนอ"),
    ("ต้นเรื่อง", "ข้อเท็จจริง", "ความเห็น", "ข้อเสนอเพื่อพิจารณา"),
)


@dataclass
class Told:
    """The letters a memo cites and whether it tells the score."""

    letter: tuple[str, date]
    earlier: list[tuple[str, date, str]]
    unit: tuple[str, str, str]
    scored: bool = False

    def references(self) -> list[dict[str, Any]]:
        """Return the letters cited, oldest first."""
        return [{"number": n, "date": d} for n, d, _ in self.earlier] + [
            {"number": self.letter[0], "date": self.letter[1]}
        ]


def staff_paper(desk: Desk, flow: Flow, told: Told, *, whole_items: bool) -> Advised:
    """Set a memo in numbered parts; return what it passes on."""
    heads = desk.lot.choice(_PARTS)
    head = desk.voice.pick("**{n}. {t}**", "**{n}. {t}**", "{n}. {t}", "**{n}) {t}**", "**ข้อ {n} {t}**")
    advised = Advised(None, [])
    for n, title in enumerate(heads, 1):
        if not flow.room(2.5):
            flow.turn(head.format(n=n, t=title))
        flow.gap(flow.style.leading * 0.3)
        flow.para(head.format(n=n, t=title), first=flow.style.indent * 0.75)
        if n == 1:
            _history(desk, flow, told)
        elif n == 2:
            advised = _facts(desk, flow, told, whole_items=whole_items)
        elif n == len(heads):
            _proposal(desk, flow, n)
        elif n == len(heads) - 1:
            _considered(desk, flow, advised)
        else:
            flow.para(
                f"ระเบียบว่าด้วยการบริหารข้อมูลของหน่วยงาน พ.ศ. 2559 ข้อ {desk.lot.randint(5, 30)} กำหนดให้รายงานผลต่อหัวหน้าส่วนราชการภายในเวลาอันสมควร"
            )
    return advised


def three_paragraphs(desk: Desk, flow: Flow, told: Told) -> Advised:
    """Set a memo of cause, matter and request, the advice a list between the last two."""
    number, day = told.letter
    flow.gap(flow.style.leading * 0.3)
    for line in _cited(desk, told):
        flow.para(line)
    flow.para(
        f"{desk.voice.pick('ด้วย', 'เนื่องจาก', 'ตามที่')}{desk.runner.name} มีหนังสือที่ {number} {desk.voice.cited(day)} "
        f"ส่งผล{desk.survey.full} มาเพื่อดำเนินการ {_score(desk)}"
    )
    told.scored = True
    advised = memo_advice.advise(desk, flow, whole_items=False)
    flow.para(f"{told.unit[0]}ได้ตรวจสอบแล้ว เห็นสมควรแจ้งหน่วยงานที่เกี่ยวข้องเพื่อใช้จัดทำแผนของปีถัดไป")
    flow.para(
        desk.voice.pick("จึงเรียนมาเพื่อโปรดทราบ", "จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบขอได้โปรดลงนาม", "จึงเรียนมาเพื่อโปรดพิจารณา")
    )
    return advised


def _cited(desk: Desk, told: Told) -> list[str]:
    out = []
    for number, day, what in told.earlier:
        when = desk.voice.cited(day)
        out.append(
            f"{desk.runner.short} มีหนังสือ ที่ {number} {when} ขอให้ตอบแบบประเมินภายในเวลาที่กำหนด"
            if what == "asked"
            else f"{desk.target.short} ได้แจ้งหน่วยงานในสังกัดตามหนังสือที่ {number} {when} ให้รวบรวมข้อมูลแล้ว"
        )
    return out


def _history(desk: Desk, flow: Flow, told: Told) -> None:
    number, day = told.letter
    lines = _cited(desk, told)
    lines.append(
        desk.voice.pick(
            f"{desk.runner.name} ({desk.runner.short}) ได้ส่งผล{desk.survey.full} ตามหนังสือที่ {number} {desk.voice.cited(day)} "
            f"ให้{desk.target.name}ทราบ",
            f"ตามหนังสือ{desk.runner.name} ที่ {number} {desk.voice.cited(day)} แจ้งผล{desk.survey.full} รายละเอียดตามเอกสารแนบ",
            f"ได้รับหนังสือ {desk.runner.short} ที่ {number} {desk.voice.cited(day)} เรื่อง ผล{desk.survey.full} (เอกสารหมายเลข {len(lines) + 1})",
        )
    )
    form = desk.voice.pick("1.{} ", "1.{} ", "({}) ", "")
    for n, line in enumerate(lines, 1):
        flow.para(f"{form.format(n)}{line}")


def _facts(desk: Desk, flow: Flow, told: Told, *, whole_items: bool) -> Advised:
    flow.para(f"{told.unit[1]} ตรวจสอบแล้ว {_score(desk)}")
    told.scored = True
    return memo_advice.advise(desk, flow, whole_items=whole_items)


def _score(desk: Desk) -> str:
    own, group = desk.scores.own[""], desk.scores.group[""]
    who, over = desk.target.short, "สูงกว่า" if own > group else "ต่ำกว่า"
    return desk.voice.pick(
        f"พบว่า {who} มีคะแนนรวม {own:.2f} คะแนน {over}คะแนนเฉลี่ยของกลุ่ม ({group:.2f} คะแนน)",
        f"ปรากฏว่าคะแนนภาพรวมของหน่วยงานอยู่ที่ร้อยละ {own:.2f} ส่วนค่าเฉลี่ยของหน่วยงานทั้งหมดอยู่ที่ร้อยละ {group:.2f}",
        f"ผลคะแนนเท่ากับ {own:.2f} จาก 100 คะแนน โดยมีค่าเฉลี่ยกลุ่มเท่ากับ {group:.2f}",
        f"{who} ได้ร้อยละ {own:.2f} (ค่าเฉลี่ยของทุกหน่วยงานร้อยละ {group:.2f})",
    )


def _considered(desk: Desk, flow: Flow, advised: Advised) -> None:
    many = f"ทั้ง {advised.stated} ข้อ" if advised.stated and desk.lot.random() < 0.3 else "ดังกล่าว"
    flow.para(
        f"เห็นว่าข้อแนะนำ{many}เป็นประโยชน์ต่อการปรับปรุงงาน สมควรแจ้งหน่วยงานที่รับผิดชอบนำไปจัดทำแผนปฏิบัติการ และรายงานความคืบหน้าทุกไตรมาส"
    )


def _proposal(desk: Desk, flow: Flow, part: int) -> None:
    if desk.lot.random() < 0.5:
        flow.para(f"{part}.1 เพื่อโปรดทราบผลการดำเนินงาน")
        flow.para(f"{part}.2 เห็นควรให้ทุกหน่วยในสังกัดดำเนินการตามแนวทางข้างต้น")
    flow.para(
        desk.voice.pick(
            "จึงเรียนมาเพื่อโปรดพิจารณา",
            "จึงเรียนมาเพื่อโปรดทราบ และพิจารณาสั่งการ",
            "จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบจักได้ดำเนินการต่อไป",
        )
    )
