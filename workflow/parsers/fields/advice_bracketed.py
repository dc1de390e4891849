"""Items told in one paragraph, `ชื่อ (ตัวชี้วัดที่ 1.2) …`, where only the bracket about its code parts the name from its advice. Pure.

One such paragraph may be a sentence that cites an indicator. Several that carry the code at a like place, where something was said
to be done, are a list: the name and the advice of each become rows of their own.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise

from workflow.parsers.fields.advice_hanging import goes_on_deeper
from workflow.parsers.fields.advice_headings import groups_indicators, indicator_named, is_group_title, unmarked
from workflow.parsers.fields.advice_heads_told import PART, Head, head_of
from workflow.parsers.fields.advice_items import PART_TITLE, SAID, item_of
from workflow.parsers.fields.advice_layout import Layout
from workflow.parsers.fields.advice_leads import ADVICE, advises, ends, lead_end, pauses
from workflow.parsers.fields.advice_names import names_a_part
from workflow.parsers.fields.advice_rows import at_one_edge, cut, level
from workflow.parsers.fields.advice_told import begins_to_do, says_to_do, told_behind
from workflow.parsers.rows import BULLET, Row, flow
from workflow.parsers.skeleton import rough

_TORN = rough(rf"[^(]{{2,90}}\(\s*{PART}")  # a name and a bracket behind it, whatever is left of its code
_KIND = re.compile(r"^ตัวชี้วัดย่อย\s*(?:ที่|ด้าน)?\s*:?\s*")
# a name ends at a space, but not beside a word that joins, nor before Latin letters or a bracket
# right behind the name too, where the row ended between them; `สิ่งที่ควรทำ` is a label
_SAYS = r"(?:(?<!สม)(?<!ที่)(?<!ซึ่ง)(?<!ไม่)(?<!และ)(?<!หรือ)ควร|เห็นควร|ขอให้)"
_WORDS = rf"(?:(?!{_SAYS})\S)+(?:\s+(?:(?:และ|หรือ|กับ)\s*\S+|[A-Za-z&(][^\sก-๙]*))*"
_KINDS = r"(?:ตัวชี้วัด(?:หลัก)?|มิติ|ด้าน|หมวด|องค์ประกอบ|เสาหลัก)"
_UNDER = re.compile(
    rf"^(?P<under>\(\s*(?:ภายใต้|ใน|{_KINDS})(?:\s*(?:ที่\s*)?\d{{1,2}}[.:]?\s)?[^()\d]{{2,90}}\)|(?:(?:อยู่)?(?:ภายใต้|ใน|ของ|สังกัด)\s*{_KINDS}|ด้าน)\s*(?:(?:ที่\s*)?\d{{1,2}}\.?\s+)?"
    rf"(?:[“\"«‘][^”\"»’]{{2,90}}[”\"»’]|{_WORDS}))(?:\s+|(?={_SAYS}))(?P<rest>\S.*)$"
)
# what was found and not what is to be done, or a sentence that goes on behind the code
_FINDS = re.compile(
    r"^(?:ยัง|ไม่|พบ|ได้|มี(?:คะแนน|ผล|ระดับ|ค่า|ความพร้อม)|อยู่|เป็น|ซึ่ง|ที่|และ|หรือ|กับ|คือ|ถือ|นั้น|[,;.\d]"
    r"|วัด|หมายถึง|พิจารณาจาก|คิด(?:เป็น|จาก)|ต่ำ|สูง|ดีขึ้น|ลดลง|เพิ่มขึ้น|เคย|สอดคล้อง|แสดง|สะท้อน)"
)
# what an office reports that it did, or what words mean
_DONE = rough(r"(?<!ให้)แล้ว(?:เสร็จ|\s|$)|เรียบร้อย|ได้ดำเนินการ|อยู่ระหว่าง")
_SURVEYS = r"(?!\s*(?:การ)?(?:สำรวจ|ประเมิน|วิเคราะห์|จัด))"  # which the one who advises did
_REPORTS = rough(
    rf"(?:ได้|ผล(?:การ)?|รายงานการ)\s*ดำเนิน(?:การ|งาน){_SURVEYS}|ดำเนินการ{_SURVEYS}[ก-๙]{{0,30}}แล้ว"
    r"|ความ(?:ก้าวหน้า|คืบหน้า)|คำ(?:อธิบาย|จำกัดความ)|นิยาม|ความหมาย"
)
_OPENS_A_SENTENCE = re.compile(r"^(?:ตาม|ด้วย|บัดนี้|โดย|เนื่อง|จึง|นอกจาก|เมื่อ|ผล(?:ปรากฏ|การ))")
_SPOKEN = rough(rf"{ADVICE}|แนะนำ|(?:ควร|ต้อง|เร่ง|ขอให้)[^\d]{{0,40}}(?:พัฒนา|ดำเนินการ|แก้ไข|ยกระดับ)|ปรับปรุง")
_GOES_ON = rough(r"(?:โดย|และ|รวม(?:ถึง|ทั้ง)|หรือ|พร้อม|ตลอดจน|นอกจาก)")
_CALLED = rough(r"(?:กลุ่ม|ตัวชี้วัด|ด้าน|มิติ|ประเด็น|ระดับ)")  # as headings are
_LETTERS = re.compile(r"[ก-ฮA-Za-z]")
_SHORTEST = 2  # letters: of a name
_SHORT = 15  # letters: an advice is longer
_LEAST, _LEAST_BARE = 2, 3  # items of a list; where nothing but a number stands in the brackets
_LONGEST = 80  # letters: of a heading
_AHEAD = 4  # rows
_ABOVE = 2  # rows that announce a list


@dataclass(frozen=True)
class _Entry:
    """A paragraph (its rows from `start` to `end`) that begins as an item does; its advice begins in row `at` with `tail`."""

    start: int
    end: int
    head: Head
    at: int
    tail: str
    advice: str
    under: str = ""

    @property
    def style(self) -> tuple[bool, bool, str]:
        """How the item is written: with a bullet, with a word before the code, and where that stands."""
        return bool(self.head.mark), bool(self.head.word), self.head.form

    @property
    def told(self) -> bool:
        """Whether an advice is what follows, and not what was found, a sentence's end, or the name of an indicator alone."""
        short = len(_LETTERS.findall(self.advice)) <= _SHORT
        return not (short or _FINDS.match(self.advice) or names_a_part(self.advice))


def with_codes_behind(rows: Sequence[Row], layout: Layout) -> tuple[list[Row], Layout]:
    """Return the rows with the name and the advice of each item of such a list apart, and the layout that goes with them."""
    heads = [n for n in layout.starts if n < len(rows) and _begins(n, rows) and not _is_heading(n, rows, layout)]
    hung = replace(layout, starts=layout.starts - goes_on_deeper(rows, layout, heads))
    entries = _entries(rows, hung)
    lists = [held for held in _lists(entries, rows) if _is_list(held, rows) and _needs_help(held, rows)]
    if not lists:
        return list(rows), layout
    parted = {entry.start: entry for held in lists for entry in held}
    leaves = {n for held in lists if (n := _left_at(held, rows, hung)) is not None}
    made: list[tuple[Row, int, bool]] = []  # a row, the one it is of, whether it begins an advice
    taken = -1  # the last row that an item's head runs over
    for n, row in enumerate(rows):
        if entry := parted.get(n):
            made += [(_named(entry, rows), n, False), (_advised(entry, rows), entry.at, True)]
            taken = entry.at
        elif n > taken:
            made.append((replace(row, gap=True) if n in leaves else row, n, False))
    return [row for row, _, _ in made], laid_out(made, hung)


def _begins(n: int, rows: Sequence[Row]) -> Head | None:
    """Return the head of the item that begins in a row and may go on in those below."""
    return _head(flow(rows[n : n + _AHEAD]))


def _is_heading(n: int, rows: Sequence[Row], layout: Layout) -> bool:
    """Whether a row only stands over an item, whose mark begins the paragraph below."""
    below = _begins(n + 1, rows) if n + 1 in layout.starts else None
    return below is not None and bool(below.mark)


def laid_out(made: Sequence[tuple[Row, int, bool]], layout: Layout) -> Layout:
    """Return the layout of the rows made: each has the place of the one it is of, and an advice begins a paragraph."""
    return Layout(
        frozenset(k for k, (_, n, advice) in enumerate(made) if advice or n in layout.starts),
        frozenset(k for k, (_, n, _) in enumerate(made) if n in layout.short),
        frozenset(k for k, (_, n, _) in enumerate(made) if n in layout.indented),
        layout.wraps,
    )


def _entries(rows: Sequence[Row], layout: Layout) -> list[_Entry]:
    """Return the paragraphs that begin with a name and a code, also those below a full row of the one before."""
    texts = [row.text.strip() for row in rows]
    apart = (n for n, text in enumerate(texts) if ends(text) or text.startswith(BULLET) or lead_end(text) is not None)
    bounds = {0, len(rows), *layout.starts, *apart}
    found = list(_between(bounds, rows))
    more = {n for n in range(len(rows)) if n not in bounds and any(_begins_as(rows, n, entry) for entry in found)}
    return list(_between(bounds | more, rows)) if more else found


def _between(bounds: Collection[int], rows: Sequence[Row]) -> Iterator[_Entry]:
    for start, end in pairwise(sorted(bounds)):
        text = flow(rows[start:end])
        head = _head(text)
        if not head:
            continue
        under = _UNDER.match(head.rest)
        advice = under["rest"] if under else head.rest
        advice = advice[(lead_end(advice) or 0) if head.within else 0 :].lstrip(" :")
        if place := place_in(rows, start, end, len(text) - len(advice)):
            yield _Entry(start, end, head, *place, advice, under["under"] if under else "")


def _head(text: str) -> Head | None:
    """Return the head of an item told in one paragraph; what opens a sentence is none, nor the letter of an entry (ก.) before its word."""
    head = head_of(text)
    if head is None or len(_LETTERS.findall(head.name)) < _SHORTEST:
        return None
    said = SAID.search(head.name) or _OPENS_A_SENTENCE.match(head.name) or pauses(head.name)
    return None if said else head


def _begins_as(rows: Sequence[Row], n: int, entry: _Entry) -> bool:
    """Whether a row begins where another entry does, and as that one: with a mark, or a bracket about name and code."""
    if not level(rows[n], rows[entry.start]):
        return False
    head = _begins(n, rows)
    return bool(
        head and (head.mark or head.within) and (head.form, bool(head.mark)) == (entry.head.form, entry.style[0])
    )


def place_in(rows: Sequence[Row], start: int, end: int, offset: int) -> tuple[int, str] | None:
    """Return the row in which a letter of the text of a paragraph stands, and what of the row follows it."""
    for at in range(start, end):
        if tail := flow(rows[start : at + 1])[offset:]:
            return (at, tail) if rows[at].text.rstrip().endswith(tail) else None
    return None


def _lists(entries: Sequence[_Entry], rows: Sequence[Row]) -> list[list[_Entry]]:
    """Return the entries in lists that are written alike and begin at one edge; what stands before the first advice is of none."""
    lists = at_one_edge(entries, rows, at=lambda entry: entry.start, style=lambda entry: entry.style)
    return [list(dropwhile(lambda entry: not entry.told, held)) for held in lists]


def _is_list(entries: Sequence[_Entry], rows: Sequence[Row]) -> bool:
    """Whether entries are items: all are told, each has a code of its own, and something was said to be done.

    Where another paragraph stands between them, an advice may be that one: then its own words must tell it.
    """
    codes = [entry.head.code for entry in entries]
    if len(entries) < _least(entries) or len(set(codes)) < len(codes) or not all(entry.told for entry in entries):
        return False
    alike = codes == sorted(codes) or any(entries[0].style[:2]) or entries[0].head.within
    if not (alike and entries[0].head.form != "quoted") and not _most(says_to_do(entry.advice) for entry in entries):
        return False
    doing = _most(begins_to_do(entry.advice) for entry in entries)
    below = {entry.end for entry in entries} - {entry.start for entry in entries} - {len(rows)}
    led = any(_leads(rows[n].text.strip()) for n in below)
    return not led and (doing or _next_to(entries, rows)) and is_to_be_done(entries, rows[: entries[0].start])


def _least(entries: Sequence[_Entry]) -> int:
    """Return how many entries are a list: a bracket about the word, the code and the name is no sentence's, even alone."""
    marked, worded, _ = entries[0].style if entries else (False, False, "")
    within = bool(entries) and entries[0].head.within
    return 1 if within and worded else _LEAST if marked or worded or within else _LEAST_BARE


def is_to_be_done(entries: Sequence[_Entry], before: Sequence[Row]) -> bool:
    """Whether words of the entries or before them tell that they are to be done, and none that they are done."""
    if entries and _most(advises(entry.advice) for entry in entries):
        return True
    done = bool(entries) and _most(bool(_DONE.search(e.advice)) for e in entries)
    reported = _REPORTS.search(flow(before[-_ABOVE:])) or done
    return bool(_SPOKEN.search(flow(before))) and not reported


def _most(are: Iterable[bool]) -> bool:
    told = list(are)
    return sum(told) * 2 >= len(told)


def _next_to(entries: Sequence[_Entry], rows: Sequence[Row]) -> bool:
    """Whether each item is one paragraph."""
    return all(_is_beside(rows[n].text.strip()) for a, b in pairwise(entries) for n in range(a.end, b.start))


def _is_beside(text: str) -> bool:
    """Whether a row between two items is none of an advice: a heading."""
    title = unmarked(text)[1]
    groups = len(title) < _LONGEST and groups_indicators(title) and _CALLED.match(title)
    return bool(groups or is_group_title(title) or indicator_named(title) or PART_TITLE.match(title))


def _leads(text: str) -> bool:
    """Whether a paragraph below an item is its advice, or an item whose code was torn."""
    return lead_end(text) is not None or advises(text) or _TORN.match(text) is not None


def _needs_help(entries: Sequence[_Entry], rows: Sequence[Row]) -> bool:
    """Whether some of the items are not known as such, or no words of theirs tell where their advice begins; a lead-in does."""
    if entries[0].head.within:
        return True
    if any(lead_end(entry.advice) is not None for entry in entries):
        return False
    if entries[0].head.form == "quoted":
        return True
    known = (item_of(rows[e.start].text.strip(), rows[e.start + 1 : e.start + 1 + _AHEAD]) for e in entries)
    words = (told_behind(f"- {e.advice}") for e in entries)
    return not (all(known) and all(found is not None and found.start() == 1 for found in words))


def _left_at(entries: Sequence[_Entry], rows: Sequence[Row], layout: Layout) -> int | None:
    """Return the paragraph at which the paper goes on: where each item is one paragraph, the next that begins as they do is none of theirs."""
    after = entries[-1].end
    alone = _next_to(entries, rows)
    if (
        not alone
        or after >= len(rows)
        or after not in layout.indented
        or not level(rows[after], rows[entries[-1].start])
    ):
        return None
    return None if _GOES_ON.match(rows[after].text.strip()) or advises(rows[after].text.strip()) else after


def _named(entry: _Entry, rows: Sequence[Row]) -> Row:
    """Return the head of an item as a plain one; of its letters, none is surer than the least sure of its rows."""
    name = entry.head.name[found.end() if (found := _KIND.match(entry.head.name)) else 0 :]
    under = f"ในตัวชี้วัด{entry.under}" if entry.under.startswith("ด้าน") else entry.under
    text = f"{BULLET} {entry.head.code} {name} {under}".rstrip()
    read = [sure for row in rows[entry.start : entry.at + 1] for sure in row.sure]
    return replace(rows[entry.start], text=text, sure=(min(read),) * len(text) if read else ())


def _advised(entry: _Entry, rows: Sequence[Row]) -> Row:
    return replace(cut(rows[entry.at], entry.tail), blank_before=1)
