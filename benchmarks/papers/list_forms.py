"""Result letters whose recommendations are told in one of thousands of forms: mark, head, indicator, lead-in and layout drawn by chance.

Offices write the same list in their own ways. What a reader knows of them by heart shows only where they are mixed.
"""

import random
import re
from dataclasses import dataclass, replace

from workflow.core.reading import Recommendation

NAMES = (
    "ธรรมาภิบาลข้อมูล", "การรักษาความมั่นคงปลอดภัยไซเบอร์", "Digital Literacy", "ทักษะดิจิทัลของบุคลากร",
    "การมีส่วนร่วมทางอิเล็กทรอนิกส์", "งบประมาณด้านดิจิทัล", "ข้อมูลเปิดภาครัฐ (Open Data)", "ระบบคลาวด์กลาง",
    "บริการผ่านแอปพลิเคชัน", "แผนปฏิบัติการดิจิทัลขององค์กร", "การเชื่อมโยงระบบสารบรรณ", "Single Sign-On",
)  # fmt: skip
INDICATORS = ("นโยบายและแผน", "ข้อมูลภาครัฐ", "ศักยภาพบุคลากร", "บริการประชาชน", "โครงสร้างพื้นฐาน", "การบริหารจัดการภายใน")
ADVICE = (
    "จัดทำบัญชีข้อมูลให้ครบทุกภารกิจหลักและปรับปรุงทุกไตรมาส",
    "ทดสอบเจาะระบบทุกหกเดือนและแก้ไขช่องโหว่ร้ายแรงภายในสิบวันทำการ",
    "ประเมินทักษะรายบุคคลปีละครั้ง แล้วจัดอบรมตามช่องว่างที่พบจริงแทนหลักสูตรรวม",
    "รับฟังความเห็นผ่านระบบกลางทางกฎหมายและเผยแพร่สรุปผลภายในสิบห้าวัน",
    "ทบทวนกรอบวงเงินล่วงหน้าสามปีเพื่อมิให้โครงการต่อเนื่องหยุดชะงัก",
    "ย้ายระบบที่มีผู้ใช้มากขึ้นระบบกลางก่อน และปิดเครื่องแม่ข่ายเดิมตามแผน",
    "เปิดให้ยื่นคำขอและชำระเงินทางโทรศัพท์เคลื่อนที่ได้ครบทุกขั้นตอนโดยไม่ต้องมาที่สำนักงาน",
    "เชื่อมระบบสารบรรณกับหน่วยงานในสังกัด และยกเลิกการส่งสำเนากระดาษทั้งหมด",
)
MARKS = ("", "- ", "• ", "{n}. ", "{n}) ", "({n}) ", "({letter}) ", "{letter}. ", "2.{n} ")
HEADS = (
    "ตัวชี้วัดย่อยที่ {code} {name}", "ตัวชี้วัดย่อย {code} {name}", "{code} {name}", "ตัวชี้วัดที่ {code} {name}",
    "ตัวชี้วัดย่อยที่ {code} : {name}", "{name} (ตัวชี้วัดย่อยที่ {code})", "{name} ({code})", "ตัวชี้วัดย่อย {name} ({code})",
    "{name} (ตัวชี้วัดที่ {code})", "เรื่อง{name} (ตัวชี้วัดย่อย {code})", "ตัวชี้วัดย่อย “{name}” ({code})",
)  # fmt: skip
OVER = "over"  # the indicator heads its parts
UNDER = (
    "", " (ตัวชี้วัด{indicator})", " ภายใต้ตัวชี้วัด{indicator}", " (ภายใต้ตัวชี้วัด{indicator})", " ในตัวชี้วัด{indicator}",
    " (มิติที่ {part} {indicator})", "\nตัวชี้วัด : {indicator}", "\n(ตัวชี้วัด{indicator})", OVER,
)  # fmt: skip
LEADS = (
    "\nข้อเสนอแนะ: {text}", "\nข้อเสนอแนะจาก สพร. {text}", "\nควร{text}", "\n{text}", " ควร{text}", " ข้อเสนอแนะ {text}",
    " ข้อเสนอแนะ: {text}", " : {text}", " – {text}", " ให้{text}",
)  # fmt: skip
LAYOUTS = ("paragraphs", "hanging", "block")
_STAY = ("ควร", "ให้")  # words of a lead that are of the advice
_LETTERS = "กขคงจฉชซ"
_PAGE = """#set page(paper: "a4", margin: (left: 3cm, right: 2cm, y: 2cm))
#set text(font: "TH Sarabun New", size: 16pt, lang: "th")
#set par(first-line-indent: (amount: 2.5cm, all: true), leading: 0.45em, justify: {justified})
ที่ สพร 2567/6021\\
#align(right)[สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)]
#align(center)[23 ธันวาคม 2567]
#set par(first-line-indent: 0cm)
เรื่อง ผลการสำรวจระดับความพร้อมรัฐบาลดิจิทัล ประจำปี 2567

เรียน อธิบดีกรมตัวอย่าง
#set par(first-line-indent: (amount: 2.5cm, all: true))

ตามที่กรมตัวอย่างได้ตอบแบบสำรวจระดับความพร้อมรัฐบาลดิจิทัล ประจำปี 2567 นั้น ผลการสำรวจของหน่วยงานได้คะแนน 61.25 คะแนน \
และมีข้อเสนอแนะเพื่อการพัฒนา จำนวน {many} ตัวชี้วัดย่อย ดังนี้

{entries}

จึงเรียนมาเพื่อโปรดทราบและพิจารณาดำเนินการต่อไป

#align(center)[ขอแสดงความนับถือ\\ #v(1cm) (นายสมมุติ ตัวอย่างดี)\\ ผู้อำนวยการสำนักงานพัฒนารัฐบาลดิจิทัล]
"""


@dataclass(frozen=True)
class Form:
    """How one letter tells its list: what stands before an item, its head, its indicator, what leads into the advice, the layout."""

    mark: str
    head: str
    under: str
    lead: str
    layout: str

    @property
    def settled(self) -> "Form":
        """The form without what nobody could tell: codes that only count, and an indicator below an advice."""
        form = self
        if form.head == "{code} {name}" and form.mark in {"", "2.{n} "}:
            form = replace(form, mark="- ")
        if form.under.startswith("\n") and not form.lead.startswith("\n"):
            form = replace(form, lead=LEADS[0])
        return form


def drawn_form(rng: random.Random) -> Form:
    """Return a form drawn by chance."""
    return Form(*map(rng.choice, (MARKS, HEADS, UNDER, LEADS, LAYOUTS))).settled


def letter_in(form: Form, rng: random.Random) -> tuple[str, list[Recommendation]]:
    """Return a letter in a form as typst markup, and its recommendations (all on page 1)."""
    parts = rng.sample(range(1, 7), 3)
    codes = sorted(rng.sample([(part, n) for part in parts for n in range(1, 6)], rng.randint(3, 6)))
    named = dict(zip(range(1, 7), rng.sample(INDICATORS, 6), strict=True))
    entries, told = list[tuple[bool, str]](), list[Recommendation]()
    for n, (part, number) in enumerate(codes):
        text, name, indicator = ADVICE[(n + part) % len(ADVICE)], NAMES[(n + 2 * part) % len(NAMES)], named[part]
        held = {"n": n + 1, "letter": _LETTERS[n], "code": f"{part}.{number}", "name": name, "text": text, "part": part}
        if form.under == OVER and (n == 0 or codes[n - 1][0] != part):
            entries.append((True, f"ตัวชี้วัดที่ {part} {indicator}"))
        under = "" if form.under == OVER else form.under
        entries.append((False, (form.mark + form.head + under + form.lead).format(indicator=indicator, **held)))
        stay = next((word for word in _STAY if word in form.lead), "")
        told.append(Recommendation(f"{part}.{number}", name, indicator if form.under else None, None, stay + text, 1))
    body = "\n\n".join(_set(text, form.layout, over=over) for over, text in entries)
    return _PAGE.format(justified=rng.choice(("true", "false")), many=len(codes), entries=body), told


def _set(text: str, layout: str, *, over: bool) -> str:
    first, *more = map(_plain, text.split("\n"))
    if layout == "paragraphs":
        return "\n\n".join((first, *more))
    if layout == "block":
        return f"#pad(left: 2.5cm)[#set par(first-line-indent: 0cm);{' '.join((first, *(f'{chr(92)} {line}' for line in more)))}]"
    entry = f"#pad(left: {1.5 if over else 2.2}cm)[#set par(first-line-indent: 0cm, hanging-indent: 0.7cm);{first}]"
    return "\n".join((entry, *(f"#pad(left: 2.9cm)[#set par(first-line-indent: 0cm);{line}]" for line in more)))


def _plain(text: str) -> str:
    """Return a text without anything that typst takes for markup."""
    return re.sub(r"^(\d+)\.(?=\s)", r"\1\\.", re.sub(r"([#$*_`<>@\\\[\]~-])", r"\\\1", text))
