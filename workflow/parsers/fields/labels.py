"""The labels of a head (เรื่อง เรียน อ้างถึง …): which one a row opens with, whatever a scan made of it. Pure."""

import re

from workflow.parsers.fields.numbers import NUMBER
from workflow.parsers.fields.skeleton import opens_with
from workflow.parsers.fields.titles import LOCAL_HEAD, POST, UNIT
from workflow.parsers.rows import Row

_LABELS = ("ส่วนราชการ", "ที่", "วันที่", "เรื่อง", "เรียน", "กราบเรียน", "นมัสการ", "อ้างถึง", "สิ่งที่ส่งมาด้วย", "ถึง")
DEAR = ("เรียน", "กราบเรียน", "นมัสการ")
GREETINGS = (*DEAR, "ถึง")  # what an addressee stands behind
HEAD = 24  # rows: the head of a paper below an agency's address
# universities and public bodies have a ส่วนงาน, state enterprises refer (อ้างอิง); some offices attach rather than send
_ALIASES = {
    "ส่วนงาน": "ส่วนราชการ",
    "อ้างอิง": "อ้างถึง",
    "เอกสารอ้างอิง": "อ้างถึง",
    "สิ่งที่แนบมาด้วย": "สิ่งที่ส่งมาด้วย",
    "สิ่งที่ส่งมาพร้อมนี้": "สิ่งที่ส่งมาด้วย",
    "สิ่งที่แนบมาพร้อมนี้": "สิ่งที่ส่งมาด้วย",
}
_LABEL = re.compile(
    rf"^[-–\s]*(?P<label>{'|'.join(sorted((*_LABELS, *_ALIASES), key=len, reverse=True))})(?:\s*[:：]\s*|\s+|(?=[\d(])|$)(?P<value>.*)$"
)
# จาก begins many a line of text; a head's names who sends, and may name whom it addresses in a column beside
_FROM = re.compile(r"^จาก(?:\s*[:：]\s*|\s+)(?P<value>\S.*)$")
_WITHIN = re.compile(r"^(?:ฝ่าย|แผนก)[ก-๙]{3,40}$")  # an office of the house itself
_TO_BESIDE = re.compile(r"^[^\d]{2,60}?\s(?:\s+ถึง(?:\s*[:：]\s*|\s+)(?=[ก-ฮเ-ไ])|ถึง(?:\s*[:：]\s*|\s+)(?P<whom>\S.*)$)")
# ที่ as others call it; an address has a เลขที่ too, which begins with a figure and is not dated
_NUMBERED = re.compile(rf"^เลขที่\s*[:：]?\s*(?P<value>(?=[ก-ฮ]|\d.*\sวันที่){NUMBER}.*)$")
# the forces' memos and notes are offered (เสนอ) to a post; to offer is a verb as well, and what is offered to be done names no post alone
_OFFERED = re.compile(r"^เสนอ(?:\s*[:：]\s*|\s+)(?P<whom>\S.{0,90})$")
_ABBREVIATED = re.compile(r"^(?:[ก-ฮ]{1,5}\.){2,}")
_DOES = re.compile(r"เพื่อ|โปรด|พิจารณา|ทราบ|ดำเนินการ|สั่งการ|ต่อไป|ให้|ว่า|แล้ว|ตาม")
# ที่ is too short to be known by its shape: numbers.py reads it together with the number
_NOISY_LABELS = tuple(label for label in _LABELS if len(label) > 3)
_LITTLE = 12  # letters that a stamp or a pen may leave before a label on its row


def label_of(row: Row) -> tuple[str, str] | None:
    """Return the label a row opens with, and the rest; None when it opens with none. A scanned label may have slips."""
    if found := _LABEL.match(row.text):
        return _ALIASES.get(found["label"], found["label"]), found["value"].strip()
    if found := _NUMBERED.match(row.text):
        return "ที่", found["value"].strip()
    if (found := _FROM.match(row.text)) and any(told(found["value"]) for told in (_names, _names_whom, _WITHIN.match)):
        return "จาก", found["value"].strip()
    if whom := offered_to(row.text):
        return "เรียน", whom
    return _noisy_label(row.text) if row.sure else None


def offered_to(text: str) -> str | None:
    """Return whom a row behind เสนอ addresses, as the forces write for เรียน; None where something is offered to be done."""
    found = _OFFERED.match(text.strip())
    whom = found["whom"].strip() if found else ""
    named = bool(POST.match(whom) or LOCAL_HEAD.match(whom) or _ABBREVIATED.match(whom))
    return whom if named and not _DOES.search(whom) else None


def _names(text: str) -> bool:
    return any(kind.match(text) for kind in (POST, UNIT, LOCAL_HEAD))


def _names_whom(text: str) -> bool:
    """Whether whom a paper addresses stands beside who sends it, by whatever name: a column apart, or a post or an office."""
    beside = _TO_BESIDE.match(text)
    return beside is not None and (beside["whom"] is None or _names(beside["whom"]))


def _noisy_label(text: str) -> tuple[str, str] | None:
    """Return a label known by its shape, at the start of a row or after what a stamp or a pen left of it there."""
    before = 0
    for run in re.split(r"\s{2,}", text):
        start = text.index(run, before)
        bare = re.sub(r"^[^ก-๙\d]{0,3}(?=[ก-๙])", "", run)
        if start <= _LITTLE and (found := opens_with(bare, _NOISY_LABELS)):
            value = bare[found[1] :] + text[start + len(run) :]
            return found[0], re.sub(r"^[\s:：.]+", "", value).strip()
        before = start + len(run)
    return None
