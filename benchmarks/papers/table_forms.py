"""Tables of scores in one of thousands of forms: rules, columns, codes, group rows, heads, decimals and totals drawn by chance.

Each part of a form is ordinary; what a reader knows of them by heart shows only where they are mixed.
"""

import random
import re
from dataclasses import dataclass, replace

from benchmarks.papers.list_forms import ADVICE, INDICATORS, NAMES
from workflow.core.reading import IndicatorScore
from workflow.core.thai_digits import to_thai

RULES = ("ruled", "across", "none")
# code; name; both in one cell; a running number; pillar; numbers
COLUMNS = (
    "code name score average", "both score average", "no code name score", "both weight score average", "both full score average",
    "both score level", "pillar both score average", "both score average difference", "both average score", "named score average",
)  # fmt: skip
CODES = ("{code}", "({code})", "{code})", "{code}.", "ตัวชี้วัดย่อยที่ {code}")
GROUPS = ("none", "named", "scored")
SCORES = ("คะแนน", "คะแนนที่ได้", "คะแนน (เต็ม 100)", "ผลการประเมิน", "คะแนนของหน่วยงาน", "ร้อยละ")
AVERAGES = ("ค่าเฉลี่ย", "คะแนนเฉลี่ยของกลุ่ม", "ค่าเฉลี่ยหน่วยงานระดับกรม", "ค่าเฉลี่ยประเทศ")
DECIMALS = (2, 1, 0)
TOTALS = ("", "คะแนนรวม", "รวม", "เฉลี่ยรวม", "ผลการประเมินภาพรวม")
DIGITS = ("arabic", "thai")
NAMED = ("short", "long")  # long: broken over lines
CELLS = ("top", "horizon")  # where what is short stands in its row
ASIDE = ("none", "advice")  # what stands beside the numbers
_HEADS = {
    "code": "รหัส", "name": "ตัวชี้วัดย่อย", "both": "ตัวชี้วัดย่อย", "named": "ตัวชี้วัดย่อย", "no": "ลำดับ", "weight": "น้ำหนัก",
    "full": "คะแนนเต็ม", "level": "ระดับ", "pillar": "ตัวชี้วัด", "difference": "ผลต่าง", "advice": "ข้อเสนอแนะ",
}  # fmt: skip
_WIDE = {"name": "3fr", "both": "3fr", "named": "3fr", "pillar": "2fr", "advice": "4fr"}
_LONG = "ตามกรอบการพัฒนารัฐบาลดิจิทัลของหน่วยงาน (Digital Framework)"
_STROKE = {"ruled": "0.5pt", "across": "(x: none, y: 0.5pt)", "none": "none"}
_PAGE = """#set page(paper: "a4", margin: (left: 2.5cm, right: 2cm, y: 2cm))
#set text(font: "TH Sarabun New", size: 14pt, lang: "th")
#align(center)[*ผลการสำรวจระดับความพร้อมรัฐบาลดิจิทัล ประจำปี {year}*\\
*กรมตัวอย่าง*]

#table(columns: ({widths}), stroke: {stroke}, inset: 5pt, align: {align},
{cells}
)
"""


@dataclass(frozen=True)
class TableForm:
    """How one paper sets its table of scores."""

    rules: str
    columns: str
    code: str
    groups: str
    score: str
    average: str
    total: str
    digits: str
    decimals: int
    named: str = NAMED[0]
    cells: str = CELLS[0]
    aside: str = ASIDE[0]

    @property
    def settled(self) -> "TableForm":
        """The form without what no office prints: group rows beside a column of pillars, a code bracketed twice."""
        form = self
        if "pillar" in form.columns:
            form = replace(form, groups="none")
        if "named" in form.columns:
            form = replace(form, code=CODES[0])
        return form


@dataclass(frozen=True)
class TableTold:
    """What the paper says: its indicators in order, the score and the average of the whole, the advice by codes."""

    indicators: tuple[IndicatorScore, ...]
    score: float | None
    average: float | None
    advice: dict[str, str]


def drawn_table(rng: random.Random) -> TableForm:
    """Return a form drawn by chance."""
    pick = rng.choice
    form = TableForm(
        pick(RULES), pick(COLUMNS), pick(CODES), pick(GROUPS), pick(SCORES), pick(AVERAGES), pick(TOTALS), pick(DIGITS), pick(DECIMALS),
        pick(NAMED), pick(CELLS), pick(ASIDE)
    )  # fmt: skip
    return form.settled


def table_in(form: TableForm, rng: random.Random) -> tuple[str, TableTold]:
    """Return a paper with one table in a form as typst markup, and what it says."""
    columns = [*form.columns.split(), *(["advice"] if form.aside == "advice" else [])]
    parts = sorted(rng.sample(range(1, 7), 3))
    pillars = dict(zip(range(1, 7), rng.sample(INDICATORS, 6), strict=True))
    names = iter(rng.sample(NAMES, len(NAMES)))
    rows, told, advice = [[_head(form, column) for column in columns]], list[IndicatorScore](), dict[str, str]()
    for part in parts:
        if form.groups != "none":
            above = _marked(form, f"{part}", pillars[part], columns, rng)
            rows.append(_group(form, columns, above))
            told += [above] if form.groups == "scored" else []
        for n in sorted(rng.sample(range(1, 6), rng.randint(2, 4))):
            name = next(names) + (f" {_LONG}" if form.named == "long" else "")
            one = _marked(form, f"{part}.{n}", name, columns, rng)
            said = ADVICE[len(told) % len(ADVICE)] if rng.random() < 0.7 else ""
            advice |= {one.code: said} if said and form.aside == "advice" else {}
            rows.append(_row(form, columns, one, pillars[part], len(told) + 1, said or "-"))
            told.append(one)
    whole = _marked(form, "", form.total, columns, rng)
    if form.total:
        rows.append(_group(replace(form, groups="scored"), columns, whole))
    thai = to_thai if form.digits == "thai" else str
    markup = _PAGE.format(
        year=thai("2567"), stroke=_STROKE[form.rules], align=f"{form.cells} + left",
        widths=", ".join(_WIDE.get(column, "1fr") for column in columns),
        cells=",\n".join(", ".join(f"[{_plain(str(thai(cell)))}]" for cell in row) for row in rows),
    )  # fmt: skip
    return markup, TableTold(
        tuple(told), whole.score if form.total else None, whole.group_average if form.total else None, advice
    )


def _marked(form: TableForm, code: str, name: str, columns: list[str], rng: random.Random) -> IndicatorScore:
    score, average = (round(rng.uniform(30.0, 96.0), form.decimals) for _ in range(2))
    return IndicatorScore(code, name, score, average if "average" in columns else None)


def _head(form: TableForm, column: str) -> str:
    return {"score": form.score, "average": form.average}.get(column) or _HEADS[column]


def _row(form: TableForm, columns: list[str], one: IndicatorScore, pillar: str, number: int, said: str) -> list[str]:
    code = form.code.format(code=one.code)
    texts = {
        "code": code, "name": one.name or "", "both": f"{code} {one.name}", "named": f"{one.name} ({one.code})", "no": f"{number}",
        "pillar": pillar, "advice": said,
    }  # fmt: skip
    return [texts.get(column) or _number(form, column, one) for column in columns]


def _group(form: TableForm, columns: list[str], above: IndicatorScore) -> list[str]:
    """Return a row above its parts, or the total: its name in the column of names, with numbers where it is scored."""
    at = next(column for column in columns if column in {"name", "both", "named", "pillar"})
    named = f"{above.code} {above.name}" if above.code else above.name or ""
    scored = form.groups == "scored"
    return [named if column == at else _number(form, column, above) if scored else "" for column in columns]


def _number(form: TableForm, column: str, one: IndicatorScore) -> str:
    """Return what stands in a column of numbers."""
    if column not in {"score", "average", "difference", "weight", "full", "level"}:
        return ""
    score, average = one.score or 0.0, one.group_average or 0.0
    told = {"score": score, "average": average, "difference": score - average}
    if column in told:
        return f"{told[column]:.{form.decimals}f}"
    return {"weight": "10", "full": "100"}.get(column) or ("สูง" if score > 60 else "ปานกลาง")


def _plain(text: str) -> str:
    """Return a text that typst does not take for an entry of a list."""
    return re.sub(r"^(-|\d+\.(?=\s|$))", lambda found: found[0].replace("-", r"\-").replace(".", r"\."), text)
