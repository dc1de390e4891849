"""The advice a memo passes on: groups with their headings, items in five forms."""

from dataclasses import dataclass
from random import Random

from benchmarks.papers.advice import advice
from benchmarks.papers.desk import Desk
from benchmarks.papers.flow import Flow
from benchmarks.papers.gold import Instrument
from benchmarks.papers.surveys import Pillar, Sub

_GROUPS = (
    ("{lower}ที่อยู่ในระดับดีมาก", "{lower}ที่อยู่ในระดับพอใช้", "{lower}ที่ต้องปรับปรุงโดยเร่งด่วน"),
    ("กลุ่มจุดแข็ง", "กลุ่มโอกาสพัฒนา"),
    ("ประเด็นที่ควรคงคุณภาพไว้", "ประเด็นที่ควรพัฒนาต่อเนื่อง", "ประเด็นที่ต้องแก้ไขก่อน"),
    ("{lower}ที่ทำได้ดี", "{lower}ที่ยังต่ำกว่าค่าเป้าหมาย"),
)


@dataclass
class Advised:
    """How many sub-indicators the memo says it passes on, what it passes on, and the pages that hold nothing else."""

    stated: int | None
    items: list[Instrument]
    spare: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Item:
    place: int
    pillar: Pillar
    sub: Sub
    text: str


def advise(desk: Desk, flow: Flow, *, whole_items: bool) -> Advised:
    """Set the advice, groups in the order of their scores, items by code; return what is to be read."""
    lot, names = desk.lot, desk.survey.framework
    heads = [h.format(lower=names.lower) for h in lot.choice(_GROUPS)]
    chosen = _chosen(desk, len(heads))
    count = sum(map(len, chosen))
    stated = count if lot.random() < 0.75 else None
    if stated:
        flow.para(
            desk.voice.pick(
                f"{desk.runner.short} ให้คำแนะนำไว้ {count} {names.lower} สรุปได้ดังนี้",
                f"ทั้งนี้ มี{names.lower}ที่ได้รับข้อแนะนำ จำนวน {count} ตัว ดังต่อไปนี้",
                f"โดยมีข้อเสนอแนะราย{names.lower} รวม {count} รายการ แบ่งเป็นกลุ่มได้ดังนี้",
                f"และมี{names.lower} จำนวน {count} ข้อ ที่ {desk.runner.short} เสนอให้ดำเนินการ ดังนี้",
            )
        )
    form, mark = lot.randrange(5), desk.voice.pick("2.{n} {t}", "({n}) {t}", "**2.{n} {t}**", "**{t}**", "{n}) {t}")
    out: list[Instrument] = []
    begun = flow.page
    for n, (head, items) in enumerate(zip(heads, chosen, strict=True), 1):
        title = mark.format(n=n, t=head)
        if not flow.room(3):
            flow.turn(title)
        flow.para(title, first=flow.style.indent)
        for item in items:
            out.append({**_set(desk, flow, item, form, whole_items), "group": head})
    return Advised(stated, out, tuple(range(begun + 1, flow.page)))


def _chosen(desk: Desk, groups: int) -> list[list[_Item]]:
    lot, own = desk.lot, desk.scores.own
    subs = [(p, s) for p in desk.survey.framework.pillars for s in p.subs]
    some = lot.sample(subs, lot.randint(min(groups + 2, len(subs)), min(len(subs), 12)))
    ranked = sorted(some, key=lambda ps: -own[ps[1].code])
    cuts = sorted(lot.sample(range(1, len(ranked)), groups - 1))
    parts = [ranked[a:b] for a, b in zip((0, *cuts), (*cuts, len(ranked)), strict=True)]
    return [
        [_Item(n, p, s, advice(lot)) for n, (p, s) in enumerate(sorted(part, key=lambda ps: ps[1].code), 1)]
        for part in parts
    ]


def _lead(lot: Random, short: str) -> str:
    return lot.choice(
        (f"ข้อเสนอแนะของ {short} ", "ข้อเสนอแนะ : ", f"{short} เสนอแนะว่า ", "ข้อแนะนำ: ", f"ข้อเสนอแนะจาก {short} คือ ")
    )


def _set(desk: Desk, flow: Flow, item: _Item, form: int, whole: bool) -> Instrument:
    """Set one item in its form, never its head alone at a page's end."""
    names, k = desk.survey.framework, item.place
    code, sub, pillar = item.sub.code, item.sub.name, item.pillar.name
    lead = _lead(Random(desk.day.toordinal()), desk.runner.short)
    said = {
        0: (f"- {names.lower}ที่ {code} {sub} ({names.upper}ที่ {item.pillar.code} {pillar})", f"{lead}{item.text}"),
        1: (f"{k}) {code} {sub} ภายใต้{names.upper}{pillar}", f"{lead}{item.text}"),
        2: (f"• {names.lower} {code} : {sub} ใน{names.upper}{pillar}", f"{lead}{item.text}"),
        3: (f"({k}) {names.lower} {code} {sub} อยู่ใน{names.upper}ที่ {item.pillar.code} {pillar} {lead}{item.text}",),
        4: (f"- **{code} {sub}** ({names.upper}{pillar})", f"{lead}{item.text}"),
    }[form]
    need = sum(flow.fits(part, first=flow.style.indent + 14) for part in said)
    if not flow.room(need if whole else 2):
        flow.turn(said[0].replace("**", "").lstrip("-• "))
    page = flow.page
    for n, part in enumerate(said):
        flow.para(part, first=flow.style.indent + (14 if n == 0 else 28))
    return {"code": code, "name": sub, "indicator": pillar, "text": item.text, "page": page}
