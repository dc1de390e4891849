"""Score tables: ruled and unruled, the code in its own column or before the name, the total first or last."""

from dataclasses import dataclass

from benchmarks.papers.desk import Desk
from benchmarks.papers.faces import width, words
from benchmarks.papers.flow import Flow
from benchmarks.papers.gold import Paper, instrument
from benchmarks.papers.sheet import Stroke


@dataclass(frozen=True)
class _Row:
    code: str
    name: str
    own: float
    group: float
    heavy: bool


def score_table(desk: Desk) -> Paper:
    """Return one page with the scores of every indicator and its parts, their means beside them."""
    lot, of = desk.lot, desk.survey
    small = lot.random() < 0.5
    flow = Flow(desk.style(justify="none", top=60.0))
    style = flow.style
    titles = desk.voice.pick(
        f"ตารางคะแนน{of.full}|{desk.target.name}", f"รายละเอียดคะแนนราย{of.framework.lower}|{of.full}|ของ{desk.target.name}",
        f"ผล{of.full}|หน่วยงาน : {desk.target.name}", f"เอกสารแนบ 1|คะแนนจำแนกตาม{of.framework.upper} {of.full}",
    )  # fmt: skip
    for line in titles.split("|"):
        for part in _fitted(line, style.measure, flow):
            flow.put(part, align="center", kind=style.kind.heavy())
    flow.gap(style.leading * 0.5)
    rows = _rows(desk)
    total = _Row(
        "",
        desk.voice.pick("คะแนนรวม", "ผลรวมทุกด้าน", "คะแนนภาพรวม", "รวม"),
        desk.scores.own[""],
        desk.scores.group[""],
        True,
    )
    rows = [total, *rows] if lot.random() < 0.3 else [*rows, total]
    _grid(desk, flow, rows, small=small)
    if lot.random() < 0.5:
        flow.gap(4)
        flow.put(
            desk.voice.pick(f"ที่มา : {desk.runner.name}", "หมายเหตุ คะแนนเต็ม 100 คะแนนทุกรายการ"),
            kind=style.kind.sized(0.85),
        )
    listed = [{"code": r.code, "name": r.name, "score": r.own, "group_average": r.group} for r in rows if r.code]
    survey = {
        "year": of.year, "score": total.own, "group_average": total.group, "counts": {}, "indicators": listed,
    }  # fmt: skip
    return Paper("table", flow.sheets, [instrument("table", [1], survey=survey, receipts=[])])


def _rows(desk: Desk) -> list[_Row]:
    out: list[_Row] = []
    own, group = desk.scores.own, desk.scores.group
    for p in desk.survey.framework.pillars:
        out.append(_Row(p.code, p.name, own[p.code], group[p.code], True))
        out += [_Row(s.code, s.name, own[s.code], group[s.code], False) for s in p.subs]
    return out


def _grid(desk: Desk, flow: Flow, rows: list[_Row], *, small: bool) -> None:
    lot, style = desk.lot, flow.style
    kind = style.kind.sized(0.9) if small else style.kind
    step = min(style.leading * (0.98 if small else 1.06), (760 - flow.y) / (len(rows) + 2))
    ruled, own_code, differs = lot.random() < 0.6, lot.random() < 0.5, lot.random() < 0.35
    heads = [
        *(["ข้อ" if lot.random() < 0.5 else "รหัส"] if own_code else []),
        desk.survey.framework.upper + " / " + desk.survey.framework.lower,
    ]
    heads += [desk.voice.pick("คะแนน", "คะแนนที่ได้", "คะแนนหน่วยงาน"), desk.voice.pick("ค่าเฉลี่ย", "ค่าเฉลี่ยกลุ่ม", "คะแนนเฉลี่ย")]
    heads += ["ผลต่าง"] if differs else []
    numbers = len(heads) - (2 if own_code else 1)
    wide = [
        *([38.0] if own_code else []),
        0.0,
        *([max(width(h, kind.heavy()) for h in heads[-numbers:]) + 12] * numbers),
    ]
    wide[1 if own_code else 0] = style.measure - sum(wide)
    edges = [sum(wide[:n]) for n in range(len(wide) + 1)]
    top, decimals = flow.y + 6, 2
    flow.y = top + step * 0.72
    for n, text in enumerate(heads):
        flow.beside(text, x=(edges[n] + edges[n + 1]) / 2, align="about", kind=kind.heavy())
    bottoms = [top, top + step]
    for row in rows:
        flow.y += step
        face = kind.heavy() if row.heavy else kind
        name = row.name if own_code or not row.code else f"{row.code} {row.name}"
        cells = [*([row.code] if own_code else []), name, f"{row.own:.{decimals}f}", f"{row.group:.{decimals}f}"]
        cells += [f"{row.own - row.group:+.2f}"] if differs else []
        for n, text in enumerate(cells):
            middle = (edges[n] + edges[n + 1]) / 2
            if n == (1 if own_code else 0):
                inset = 5.0 if row.heavy else 14.0
                flow.beside(text, x=edges[n] + inset, kind=face)
            else:
                flow.beside(text, x=middle, align="about", kind=face)
        bottoms.append(bottoms[-1] + step)
    _rules(flow, edges, bottoms, ruled)
    flow.y = bottoms[-1] + 4


def _rules(flow: Flow, edges: list[float], rows: list[float], ruled: bool) -> None:
    left, things = flow.style.left, flow.sheet.print
    for n, y in enumerate(rows):
        if ruled or n in (0, 1, len(rows) - 1):
            things.append(Stroke(((left, y), (left + edges[-1], y)), thick=0.6))
    if ruled:
        for x in edges:
            things.append(Stroke(((left + x, rows[0]), (left + x, rows[-1])), thick=0.6))


def _fitted(line: str, measure: float, flow: Flow) -> list[str]:
    """Return the line, cut into two at a word end when it is too wide."""
    kind = flow.style.kind.heavy()
    if width(line, kind) <= measure:
        return [line]
    held = ""
    for word in words(line):
        if width(held + word, kind) > measure * 0.9:
            break
        held += word
    return [held.strip(), line[len(held) :].strip()]
