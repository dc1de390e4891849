"""The words of the สทส. memo (บันทึกข้อความ), four pages; the file leaves page 2 out."""

import facts as f
from elements import INDENT, RED, Element, catchword, gap, line, page_number, paragraph, signature, stamp
from recommendations import GROUPS, Advice, on_memo_page

from workflow.core import thai_date
from workflow.core.thai_digits import to_thai as th


def _cited(paper: f.Paper) -> str:
    return f"ที่\u00a0{th(paper.number).replace(' ', chr(0xA0))} ลง\u00a0{thai_date.short(paper.dated).replace(' ', chr(0xA0))}"


def _advice(advice: Advice) -> list[Element]:
    head = th(f"- ตัวชี้วัดย่อย\u00a0{advice.code} {advice.name} ภายใต้ตัวชี้วัด{advice.indicator}")
    return [*paragraph(head), *paragraph(f"ข้อเสนอแนะจาก สพร. {advice.text}")]


def _facts_of(page: int, *, opened: int | None = None) -> list[Element]:
    """Return the entries of a page with a heading wherever a new group opens; `opened` is the group begun on the page before."""
    rows: list[Element] = []
    for advice in on_memo_page(page):
        if advice.group != opened:
            opened = advice.group
            rows.append(line(th(f"2.{opened + 1} {GROUPS[opened]}"), indent=INDENT))
        rows += _advice(advice)
    return rows


def _heading(number: int, words: str) -> Element:
    return line(th(f"{number}. {words}"), indent=INDENT, bold=True)


def _background() -> list[Element]:
    asked = f"๑.๑ {f.DGA} (สพร.) มีหนังสือ ด่วนที่สุด {_cited(f.REQUEST)} เรื่อง {th(f.ASKED_SUBJECT)} (เอกสาร\u00a0๑)"
    called = (
        f"๑.๒ ตร. มีหนังสือ {_cited(f.CALL)} ให้หน่วยในสังกัดตอบแบบสำรวจฯ และส่งคำตอบถึง สทส. รวบรวมตอบ "
        "สพร. ในนามของ ตร. ภายในเวลาที่กำหนด โดยมีหน่วยตอบครบทุกหน่วย (เอกสาร\u00a0๒)"
    )
    return [*paragraph(asked), *paragraph(called)]


def first_page() -> list[Element]:
    """Return page 1: head, ๑ เรื่องเดิม, ๒ ข้อเท็จจริง to the first entry of ๒.๒, catchword, receipt stamp."""
    told = (
        f"สพร. มีหนังสือ {_cited(f.MISCITED)} เรื่อง {th(f.SUBJECT)} โดยส่งผลคะแนนของ ตร. "
        "เทียบกับหน่วยงานระดับกรมอื่น พร้อมข้อเสนอแนะรายตัวชี้วัดย่อย (เอกสาร\u00a0๓) ดังต่อไปนี้"
    )
    return [
        {
            "do": "memo-head",
            "unit": "สทส.",
            "phone": f"โทร. {th(f.MEMO_PHONE)}",
            "number": th(f.MEMO.number),
            "dated": thai_date.full(f.MEMO.dated),
            "subject": th(f.SUBJECT),
            "to": th(f"{f.MEMO_TO} (ผ่าน {f.MEMO_VIA})"),
        },
        gap(4),
        _heading(1, "เรื่องเดิม"),
        *_background(),
        gap(3),
        _heading(2, "ข้อเท็จจริง"),
        *paragraph(told),
        *_facts_of(1),
        catchword("ตัวชี้วัดย่อย ๓.๔"),
        stamp(f.MEMO_STAMPS[0], x=15.2, y=0.6, angle=1.4, ink=RED),
    ]


def second_page() -> list[Element]:
    """Return page 2, which the packet has lost."""
    return [page_number(2), *_facts_of(2, opened=1), catchword("ตัวชี้วัดย่อย ๒.๓")]


def third_page() -> list[Element]:
    """Return page 3: seven entries of ๒.๔, whose heading stood on the lost page."""
    return [page_number(3), *_facts_of(3, opened=3), catchword("ตัวชี้วัดย่อย ๖.๒")]


def _consideration() -> list[Element]:
    weighed = (
        f"จากข้อ ๒ ตร. ได้คะแนนรวมร้อยละ\u00a0{th(f'{f.SCORE:.2f}')} "
        f"(คะแนนเฉลี่ยของหน่วยงานระดับกรมทั้งหมดร้อยละ\u00a0{th(f'{f.GROUP_AVERAGE:.2f}')}) "
        f"โดยมีตัวชี้วัดย่อยที่ควรเร่งพัฒนา จำนวน\u00a0{th(f.STATED)}\u00a0ตัว (ตามข้อ\u00a0๒.๔) "
        "เพื่อให้ทุกหน่วยใช้ข้อเสนอแนะปรับปรุงงานได้ทันการสำรวจปีถัดไป เห็นควรดำเนินการ ดังนี้"
    )
    due = thai_date.full(f.PLAN_DUE).replace(" ", "\u00a0")
    return [
        _heading(3, "ข้อพิจารณา"),
        *paragraph(weighed),
        *paragraph("๓.๑ มอบ สทส. แจ้งผลคะแนนและข้อเสนอแนะตามข้อ ๒ ให้หน่วยในสังกัด ตร. ทราบและใช้เป็นแนวทางปรับปรุงงานของหน่วย"),
        *paragraph(
            f"๓.๒ ให้หน่วยที่รับผิดชอบตัวชี้วัดย่อยตามข้อ ๒.๔ จัดทำแผนปรับปรุงงานส่งให้  สทส. ภายในวันที่\u00a0{due} เพื่อรวบรวมเสนอ ตร."
        ),
    ]


def fourth_page() -> list[Element]:
    """Return page 4: the last two entries, ๓ ข้อพิจารณา, ๔ ข้อเสนอ, signature, and the commander's order."""
    it, chief = f.DEPUTY_IT, f.ASSISTANT_CHIEF
    return [
        page_number(4),
        *_facts_of(4, opened=3),
        gap(3),
        *_consideration(),
        gap(3),
        _heading(4, "ข้อเสนอ"),
        *paragraph(th(f"๔.๑ เพื่อโปรดทราบ{f.SURVEY}")),
        *paragraph("๔.๒ เห็นควรดำเนินการตามข้อ ๓ หรือหากเห็นควรประการใดขอได้โปรดสั่งการ"),
        gap(3),
        line("จึงเรียนมาเพื่อโปรดพิจารณา", indent=INDENT),
        gap(8),
        signature(it, at=290, titles=(f"{it.position} {it.acting}{it.acting_for}",), pen=2),
        gap(2),
        *[line(f"- {th(text)}", indent=14) for text in f.ORDER_TEXT],
        gap(4),
        signature(
            chief, at=96, titles=(f"{chief.position} {chief.acting}{chief.acting_for}",), dated=f.ORDER.dated, pen=3
        ),
    ]
