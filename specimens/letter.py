"""The words of the result letter (หนังสือภายนอก), two pages."""

import facts as f
from elements import (
    BLUE,
    RED,
    VIOLET,
    Element,
    catchword,
    gap,
    labelled,
    line,
    page_number,
    paragraph,
    signature,
    stamp,
)

from workflow.core import thai_date
from workflow.core.thai_digits import to_thai as th

ADDRESS = ("สำนักงานพัฒนารัฐบาลดิจิทัล", "(องค์การมหาชน)", "๙๙ อาคารตัวอย่าง ถนนสมมติ", "เขตตัวอย่าง กรุงเทพฯ ๑๐๐๐๐")
PARTS = {
    "central": "๑. หน่วยงานภาครัฐระดับกรมหรือเทียบเท่า",
    "provincial": "๒. หน่วยงานภาครัฐระดับจังหวัด ๗๖ จังหวัด",
    "local": "และ ๓. องค์กรปกครองส่วนท้องถิ่น",
}


def _part(key: str) -> str:
    surveyed, answered = f.COUNTS[key]
    share = th(f"{f.percent(surveyed, answered):.1f}")
    return (
        f"{PARTS[key]} จำนวน {th(f'{surveyed:,}')}\u00a0หน่วยงาน ตอบแบบสำรวจ จำนวน {th(f'{answered:,}')}\u00a0หน่วยงาน "
        f"(คิดเป็นร้อยละ {share})"
    )


def _counts() -> str:
    surveyed, answered = f.COUNTS["total"]
    return (
        f"บัดนี้ การสำรวจได้เสร็จสิ้นแล้ว จากหน่วยงานภาครัฐทั้งหมด {th(f'{surveyed:,}')}\u00a0หน่วยงาน "
        f"มีหน่วยงานที่ตอบแบบสำรวจทั้งสิ้น {th(f'{answered:,}')}\u00a0หน่วยงาน "
        f"(คิดเป็นร้อยละ {th(f'{f.percent(surveyed, answered):.1f}')}) "
        f"ประกอบด้วย {' '.join(_part(key) for key in PARTS)} สพร. จึงขอแจ้งผลการสำรวจในส่วนของหน่วยงานท่าน "
        "พร้อมข้อเสนอแนะรายตัวชี้วัดย่อย ดังปรากฏตามสิ่งที่ส่งมาด้วย ๑ และ ๒"
    )


def _asked() -> str:
    return (
        f"ตามหนังสือที่อ้างถึง {f.DGA} หรือ สพร. ได้ขอความร่วมมือหน่วยงานของท่านตอบแบบสำรวจระดับความพร้อม "
        f"ประจำปี ๒๕๖๘ โดยมี{f.CONTRACTOR} เป็นผู้รวบรวมคำตอบ นั้น"
    )


def _dashboard() -> str:
    return (
        f"ทั้งนี้  ท่านสามารถเรียกดูคะแนนของหน่วยงานในรูปแบบ Dashboard ได้ที่เว็บไซต์ {f.DASHBOARD} "
        f"โดยใช้  Username:\u00a0{f.USERNAME} และ Password:\u00a0{f.PASSWORD} ซึ่งออกให้เฉพาะหน่วยงานของท่าน"
    )


def _helpers() -> str:
    people = " และ".join(
        f"{name} หมายเลขโทรศัพท์เคลื่อนที่ {th(phone).replace(' ', chr(0xA0))}" for name, phone in f.CONTRACTOR_STAFF
    )
    return f"หากมีข้อสงสัยเกี่ยวกับการใช้งานระบบ ติดต่อได้ที่ {people} เจ้าหน้าที่ของ{f.CONTRACTOR}"


def first_page() -> list[Element]:
    """Return page 1: head, body to the contractor's telephones, catchword, and three receipt stamps."""
    enclosures = [
        {**row, "label": "สิ่งที่ส่งมาด้วย"} if n == 0 else row
        for n, title in enumerate(f.ENCLOSURES)
        for row in [line(f"{th(n + 1)}. {th(title)}", indent=88)]
    ]
    return [
        {"do": "letter-head", "number": f"ที่  {th(f.LETTER.number)}", "address": list(ADDRESS)},
        gap(4),
        line(thai_date.full(f.LETTER.dated), indent=226),
        gap(4),
        *labelled("เรื่อง", th(f.SUBJECT), hang=36),
        gap(4),
        *labelled("เรียน", "ผู้บัญชาการตำรวจแห่งชาติ", hang=36),
        gap(4),
        *labelled(
            "อ้างถึง", f"หนังสือ สพร. ด่วนที่สุด ที่  {th(f.REQUEST.number)} ลงวันที่ {thai_date.full(f.REQUEST.dated)}", hang=46
        ),
        gap(4),
        *enclosures,
        gap(4),
        *[row for text in (_asked(), _counts(), _dashboard(), _helpers()) for row in [*paragraph(text), gap(3)]],
        catchword("หรือสอบถามได้ที่"),
        stamp(f.LETTER_STAMPS[0], x=12.2, y=0.4, angle=-1.5, ink=VIOLET),
        stamp(f.LETTER_STAMPS[1], x=16.45, y=0.6, angle=1.2, ink=BLUE),
        stamp(f.LETTER_STAMPS[2], x=15.9, y=2.85, angle=-1.4, ink=RED),
    ]


def second_page() -> list[Element]:
    """Return page 2: the office to ask, closing, signature, owner unit."""
    phone = f"{th(f.OFFICE_PHONE)} ต่อ {th(f.EXTENSION)}".replace(" ", "\u00a0")
    asked = f"หรือสอบถามได้ที่ เจ้าหน้าที่  สพร. {f.OFFICER} หมายเลขโทรศัพท์ {phone} หรือไปรษณีย์อิเล็กทรอนิกส์  {f.OFFICER_MAIL}"
    return [
        page_number(2),
        *paragraph(asked),
        gap(6),
        line("จึงเรียนมาเพื่อโปรดทราบและพิจารณาดำเนินการในส่วนที่เกี่ยวข้อง", indent=70.9),
        gap(12),
        line("ขอแสดงความนับถือ", indent=226),
        gap(14),
        signature(
            f.DIRECTOR, at=270, titles=(f"{f.DIRECTOR.position} {f.DIRECTOR.acting}", f.DIRECTOR.acting_for), pen=1
        ),
        gap(250),
        line("ฝ่ายสำรวจและติดตามรัฐบาลดิจิทัล"),
        line(f"โทร. {phone}"),
        line(f"โทรสาร {th(f.OFFICE_FAX)}"),
    ]
