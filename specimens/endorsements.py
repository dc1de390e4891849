"""The words of the page of endorsements (เกษียนหนังสือ): สทส. down the command, then สงป. up and down."""

import facts as f
from elements import BLUE, RED, Element, gap, line, paragraph, signature, stamp

from workflow.core import thai_date
from workflow.core.thai_digits import to_thai as th

COLUMN = 285.0  # the left part of the page; the right is for the stamps of those who receive it
HANG = 30.0


def _head(paper: f.Paper) -> list[Element]:
    return [line("สำเนาถูกต้อง"), gap(4), line(f"ที่  {th(paper.number)}")]


def _addressed(names: tuple[str, ...]) -> list[Element]:
    return [{**line(name, indent=HANG), **({"label": "เรียน"} if n == 0 else {})} for n, name in enumerate(names)]


def _signed(who: f.Signer, paper: f.Paper, pen: int) -> Element:
    return signature(who, at=190, titles=(f"{who.position} {who.acting}{who.acting_for}",), dated=paper.dated, pen=pen)


def page() -> list[Element]:
    """Return the page: two notes, each with its own number and date, and the two stamps of สงป."""
    order, memo = (thai_date.short(p.dated).replace(" ", "\u00a0") for p in (f.ORDER, f.MEMO))
    told = (
        f"เพื่อโปรดทราบ ตามบันทึกสั่งการ ตร. ลง\u00a0{order} ท้ายหนังสือ สทส. ที่\u00a0{th(f.MEMO.number)} ลง\u00a0{memo} "
        f"เรื่อง {th(f.SUBJECT)} และดำเนินการในส่วนที่เกี่ยวข้องตามข้อ\u00a0๓"
    )
    return [
        *_head(f.DOWN),
        *_addressed(f.DOWN_TO),
        gap(4),
        *paragraph(told, first=HANG, width=COLUMN),
        gap(6),
        _signed(f.DEPUTY_IT, f.DOWN, 2),
        gap(36),
        *_head(f.ONWARD),
        *_addressed(f.ONWARD_UP),
        line("เพื่อโปรดทราบ", indent=HANG),
        gap(4),
        line(f.ONWARD_DOWN[0], indent=HANG),
        line(", ".join(f.ONWARD_DOWN[1:]), indent=HANG),
        line("เพื่อทราบ และประชาสัมพันธ์ให้ข้าราชการตำรวจในสังกัดทราบทั่วกัน", indent=HANG),
        gap(6),
        _signed(f.DEPUTY_BUDGET, f.ONWARD, 4),
        stamp(f.DOWN_STAMPS[0], x=15.3, y=1.2, angle=-1.8, ink=BLUE),
        stamp(f.DOWN_STAMPS[1], x=15.5, y=3.6, angle=1.3, ink=RED),
    ]
