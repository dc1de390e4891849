"""What kind of paper a page begins (หนังสือภายนอก, บันทึกข้อความ, เกษียน, คำสั่ง …), told by its form, also on a noisy scan."""

import re
from collections.abc import Sequence

from workflow.core.reading import Kind
from workflow.parsers.fields.heads import label_of
from workflow.parsers.fields.numbers import number_of, numbered_with_date
from workflow.parsers.fields.skeleton import skeleton, slips
from workflow.parsers.rows import Row

HEAD = 18  # rows in which the labels of a paper's head stand, stamps above them included
_TOP = 10
_MEMO = "บันทึกข้อความ"
_ORDERS = ("คำสั่ง", "ประกาศ", "ระเบียบ", "ข้อบังคับ", "แถลงการณ์")
_URGENT = re.compile(r"\s+|ด่วน(?:ที่สุด|มาก)?")


def opening(rows: Sequence[Row]) -> Kind | None:
    """Return the kind of paper that begins with these rows, None when they continue one."""
    labels = [found[0] for row in rows[:HEAD] if (found := label_of(row))]
    if _headed_memo(rows) or _memo_by_its_head(rows, labels):
        return "memo"
    if "เรียน" not in labels and _ordered(rows):
        return "order"
    if not number_of(rows[:HEAD]):
        return _letter(rows) if {"เรื่อง", "เรียน"} <= set(labels) else None
    addressed = next((label for label in ("เรียน", "กราบเรียน", "นมัสการ") if label in labels), None)
    if addressed:
        return _letter(rows) if "เรื่อง" in labels[: labels.index(addressed)] else "endorsement"
    return "stamped" if "ถึง" in labels else None


def _headed_memo(rows: Sequence[Row]) -> bool:
    """Whether บันทึกข้อความ stands at the top, beside an urgency mark or with what a stamp left on its line."""
    for row in rows[:_TOP]:
        parts = [re.sub(r"\s+", "", part) for part in re.split(r"\s{2,}", row.text)]
        if _MEMO in parts or _URGENT.sub("", row.text) == _MEMO:
            return True
        if row.sure and any(_like_memo(part) for part in parts):
            return True
    return False


def _like_memo(part: str) -> bool:
    wanted = len(skeleton(_MEMO))
    folded = skeleton(part)
    ends = range(wanted - 2, min(len(folded), wanted + 2) + 1)
    return len(folded) <= wanted + 14 and any(slips(folded[:end], _MEMO) <= 3 for end in ends)


def _memo_by_its_head(rows: Sequence[Row], labels: Sequence[str]) -> bool:
    """Whether the head is a memo's although its heading cannot be read: only there ส่วนราชการ is a label and ที่ shares its row with a date."""
    if "ส่วนราชการ" in labels:
        return bool({"ที่", "เรื่อง", "เรียน"} & set(labels))
    return "เรียน" in labels and any(numbered_with_date(row) for row in rows[:HEAD])


def _ordered(rows: Sequence[Row]) -> bool:
    """Whether a title of an order or announcement stands on top: คำสั่ง… with its number or its subject below."""
    for n, row in enumerate(rows[:4]):
        title = re.split(r"\s{2,}", row.text)[0].replace(" ", "")
        if len(title) > 9 and len(title) < 90 and title.startswith(_ORDERS):
            below = [label_of(after) for after in rows[n + 1 : n + 5]]
            return n == 0 or any(found and found[0] in {"ที่", "เรื่อง"} for found in below)
    return False


def _letter(rows: Sequence[Row]) -> Kind:
    """Tell an invitation from other letters by its subject."""
    subject = next((found[1] for row in rows[:HEAD] if (found := label_of(row)) and found[0] == "เรื่อง"), "")
    return "invitation" if re.match(r"^(?:ขอ(?:เรียน)?|การ)?เชิญ", subject) else "letter"
