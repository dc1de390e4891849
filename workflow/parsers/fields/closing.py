"""What a paper asks for at its end: จึงเรียนมาเพื่อ… in letters and memos, the bare purposes in endorsements."""

import re
from collections.abc import Sequence

from workflow.parsers.fields.skeleton import loose
from workflow.parsers.rows import Row, flow

_ENDS = re.compile(r"^(?:ขอแสดงความนับถือ|\(|พล\.|พ\.ต\.|ร\.ต\.|-\s)")
_OPENS = re.compile(
    r"จึง(?:ขอ)?(?:กราบ)?(?:เรียน|แจ้ง|นมัสการ|เสนอ)มา(?:เพื่อ|พร้อม)|^จึง(?:เรียน|แจ้ง|ขอแจ้ง|ขอความ|ประกาศมาเพื่อ)"
)
_PURPOSES = "|".join(map(loose, ("ทราบ", "พิจารณา", "ดำเนินการ", "ถือปฏิบัติ", "สั่งการ", "อนุมัติ", "ลงนาม")))
PURPOSE = re.compile(rf"^{loose('เพื่อ')}\s?(?:{loose('โปรด')})?\s?(?:{_PURPOSES})(?:\s*และ\S+)?")
_REGARDS = re.compile(loose("ขอแสดงความนับถือ"))


def closing_of(rows: Sequence[Row]) -> str | None:
    """Return the closing sentence of a letter or memo."""
    for n, row in enumerate(rows):
        if opened := _OPENS.search(row.text):
            tail = [row]
            for below in rows[n + 1 : n + 4]:
                if (
                    _ENDS.match(below.text.strip())
                    or _REGARDS.match(below.text.strip())
                    or below.blank_before
                    or _apart(tail[-1], below)
                ):
                    break
                tail.append(below)
            text = flow(tail)
            return text[opened.start() :].strip()
    return None


def purposes_of(rows: Sequence[Row]) -> str | None:
    """Return the purposes of an endorsement, up and down, joined by ` / `."""
    found = [m.group().strip() for row in rows if (m := PURPOSE.match(row.text.strip()))]
    return " / ".join(dict.fromkeys(found)) or None


def _apart(above: Row, below: Row) -> bool:
    return bool(above.box and below.box and below.box[1] - above.box[3] > 16)
