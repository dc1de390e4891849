"""Who advises, told between the name of each item and its advice (`… (ด้าน…) — สพร. เสนอให้`), as a paper repeats it. Pure.

Whoever it is, and whichever word stands for it: what most items of a list say in the same words is said of them all, and is neither
of the name before it nor of the advice behind it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from workflow.parsers.fields.advice_bracketed import laid_out, place_in
from workflow.parsers.fields.advice_items import MOST, item_of
from workflow.parsers.fields.advice_layout import Layout
from workflow.parsers.fields.advice_leads import ends, lead_within
from workflow.parsers.fields.advice_names import names_a_part
from workflow.parsers.fields.advice_rows import cut
from workflow.parsers.fields.advice_told import says_to_do
from workflow.parsers.rows import Row, flow
from workflow.parsers.skeleton import RoughMatch, bones, rough

_NO_ADVICE = r"(?!\s*(?:ควร|ต้อง|ให้|เร่ง|พึง|เห็น|เพื่อ|และ|โดยให้))"
_WHO = rf"{_NO_ADVICE}(?:โดย\s*)?[^\d:()\[\]]{{2,50}}?\s*"
_SAYS = rough(
    rf"{_WHO}(?:(?:ได้|จึง|ยัง)?(?:ให้)?(?:เสนอแนะ|เสนอ|แนะนำ|ชี้แนะ|ขอ)\s*ให้\s*|(?=เห็น(?:สม)?ควร)|(?:ให้|มี)(?:ข้อ|ความ)(?:คิด)?เห็นว่า\s*)"
)
_OPINION = rough(r"(?:ความเห็น|ความคิดเห็น|ทัศนะ|มุมมอง)[^\d:()\[\]]{0,50}(?::|\sคือ|\sว่า)\s*")
# `ชื่อ (Master Plan) ให้ดำเนินการดังนี้ ปรับแผน…`: what only says that it follows what is to be done
_DOING = rough(r"(?:ขอ|เห็น(?:สม)?ควร|ควร|สมควร)?(?:ให้)?[ก-๙]{0,30}(?:ดังนี้|ดังต่อไปนี้)\s*:?\s+(?=\S)")
_LABEL = rough(r"[^\d:()\[\]]{2,40}:\s+")  # any word for it
# but for one that tells what each item is a part of, or what else is told of it
_ELSE = re.compile(
    r"ตัวชี้วัด|ด้าน|มิติ|หมวด|องค์ประกอบ|เสา|ปัจจัย|อยู่|ภายใต้|สังกัด|ใน|ของ|ชื่อ|รหัส|ระดับ|คะแนน|ร้อยละ|ผล|ข้อค้นพบ|สิ่งที่พบ|พบ|สถานะ|สภาพ|ปัญหา|เหตุ|สาเหตุ"
    r"|ผู้รับ|หน่วย|ระยะ|กำหนด|งบ|หลักฐาน|หมายเหตุ|เป้า|นิยาม|คำอธิบาย|ความหมาย|จุด"
)
_PARTS = re.compile(r"[)\]”\"»]\s*(?:[—–:,-]\s*)?|\s*[:—–]\s*|\s-\s")  # where a name ends
_OFFICES = (
    "มหาวิทยาลัย", "วิทยาลัย", "สถาบัน", "โรงพยาบาล", "โรงเรียน", "จังหวัด", "อำเภอ", "เทศบาล", "หน่วยงาน", "ส่วนราชการ", "สำนักงาน",
    "กระทรวง", "กรม", "องค์กร", "องค์การ", "ธนาคาร", "บริษัท", "ท่าน",
)  # fmt: skip
_SHARED = 8  # letters that advices may begin with alike; a name of an office is longer
_LEAST = 2
_AHEAD = 4  # rows


@dataclass(frozen=True)
class _Entry:
    """An item (its rows from `start` to `end`), whose name ends at `name` in its text, and what stands from `at` on."""

    start: int
    end: int
    text: str
    name: int
    at: int


def leads_said(texts: Sequence[str], *, labels: bool = False) -> list[int]:
    """Return where in each text the words end in which most of them tell who advises, and whom; 0 where they do not stand.

    Behind a name that a bracket or a dash ends, any word before a colon may do so.
    """
    found = [_said(text) or (_labelled(text) if labels else None) for text in texts]
    usual, times = next(iter(Counter(bones(lead[0]) for lead in found if lead).most_common(1)), ("", 0))
    if times < max(_LEAST, MOST * len(texts)):
        return [0] * len(texts)
    ends_at = [lead.end() if lead and bones(lead[0]) == usual else 0 for lead in found]
    whom = _whom([text[end:] for text, end in zip(texts, ends_at, strict=True) if end and text[end:]])
    return [end + len(whom) if end and text[end:] else end for text, end in zip(texts, ends_at, strict=True)]


def _said(text: str) -> RoughMatch | None:
    return _OPINION.match(text) or _SAYS.match(text) or _DOING.match(text)


def _labelled(text: str) -> RoughMatch | None:
    return None if _ELSE.match(text) else _LABEL.match(text)


def _whom(rests: Sequence[str]) -> str:
    """Return the word for the office that all advices are given to, not the beginning of its name."""
    whom = next((office for office in _OFFICES if all(rest.startswith(office) for rest in rests)), "")
    told = [rest.removeprefix(whom) for rest in rests]
    shared = sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(*told, strict=False)))
    alone = not shared or (shared <= _SHARED and all(map(says_to_do, told)))
    return whom if len(rests) >= _LEAST and alone and all(told) else ""


def with_said_apart(rows: Sequence[Row], layout: Layout) -> tuple[list[Row], Layout]:
    """Return the rows with the name and the advice of each item apart where most items tell between them who advises."""
    heads = [
        n
        for n in sorted(layout.starts)
        if n < len(rows) and item_of(rows[n].text.strip(), rows[n + 1 : n + 1 + _AHEAD])
    ]
    entries = [entry for n in heads if (entry := _entry(n, rows, heads, layout))]
    if len(entries) < max(_LEAST, MOST * len(heads)):
        return list(rows), layout
    leads = leads_said([entry.text[entry.at :] for entry in entries], labels=True)
    parted = {entry.start: (entry, lead) for entry, lead in zip(entries, leads, strict=True) if lead}
    made: list[tuple[Row, int, bool]] = []
    taken = -1
    for n, row in enumerate(rows):
        entry, lead = parted.get(n, (None, 0))
        place = place_in(rows, entry.start, entry.end, entry.at + lead) if entry else None
        if entry and place:
            made += [(_named(entry, rows, place[0]), n, False), (_advised(rows, *place), place[0], True)]
            taken = place[0]
        elif n > taken:
            made.append((row, n, False))
    return [row for row, _, _ in made], laid_out(made, layout)


def _entry(n: int, rows: Sequence[Row], heads: Sequence[int], layout: Layout) -> _Entry | None:
    """Return the item that begins in a row, where its name ends and, in the same paragraph, somebody is told to say something."""
    below = range(n + 1, min(n + 1 + _AHEAD, len(rows)))
    end = next((k for k in below if k in heads or ends(rows[k].text.strip())), below.stop)
    text = flow(rows[n:end])
    named = ((found.start() + (found[0][0] in ')]”"»'), found.end()) for found in _PARTS.finditer(text))
    said = ((name, at, lead) for name, at in named if name > 1 and (lead := _led(text, at)))
    name, at, lead = next(said, (0, 0, None))
    known = lead_within(text)
    if lead is None or (known and not _more_than(known, (name, at, at + lead.end()))):
        return None  # or the usual words tell it
    place = place_in(rows, n, end, at)
    if place and place[0] in layout.starts and place[0] > n and place[1] == rows[place[0]].text.strip():
        return None
    return _Entry(n, end, text, name, at)


def _led(text: str, at: int) -> RoughMatch | None:
    """Return the words that may tell who advises, behind the sign that ends a name."""
    if names_a_part(text[at:]):
        return None
    sign = text[:at].rstrip()[-1:]
    return _said(text[at:]) or (None if sign in ":-" else _labelled(text[at:]))


def _more_than(known: tuple[int, int], said: tuple[int, int, int]) -> bool:
    """Whether words between a name and its advice hold a usual lead-in and more."""
    name, at, end = said
    return name - 1 <= known[0] and known[1] <= end and (at < known[0] or known[1] < end)


def _named(entry: _Entry, rows: Sequence[Row], last: int) -> Row:
    """Return the head of an item; of its letters, none is surer than the least sure of its rows."""
    text = entry.text[: entry.name].rstrip()
    read = [sure for row in rows[entry.start : last + 1] for sure in row.sure]
    return replace(rows[entry.start], text=text, sure=(min(read),) * len(text) if read else ())


def _advised(rows: Sequence[Row], at: int, tail: str) -> Row:
    return replace(cut(rows[at], tail), blank_before=1)
