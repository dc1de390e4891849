"""The labelled fields above the text (เรื่อง เรียน อ้างถึง สิ่งที่ส่งมาด้วย ส่วนราชการ ถึง), each with the rows it runs over."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from workflow.parsers.fields.advice_leads import is_section
from workflow.parsers.fields.dated import date_alone
from workflow.parsers.fields.head_field import THEN_TO, HeadField, from_and_to, with_subject
from workflow.parsers.fields.head_lists import DASHED, cited_subject, dated_below, next_item
from workflow.parsers.fields.head_places import ALIGNED, RAGGED, TABBED, full, hangs, margin, value_edge
from workflow.parsers.fields.interlined import interlined
from workflow.parsers.fields.labels import GREETINGS, label_of
from workflow.parsers.fields.labels_wrapped import with_labels_whole
from workflow.parsers.fields.titles import LOCAL_HEAD, UNIT
from workflow.parsers.rows import Row, flow, without_pen

_LISTED = frozenset({"อ้างถึง", "สิ่งที่ส่งมาด้วย"})
_FILLED = frozenset({"ที่", "วันที่"})  # what a registry fills in by hand
_ABOVE_SUBJECT = frozenset({"ส่วนราชการ", "จาก", *_FILLED})
_LABELLED_VALUE = re.compile(r"^\S+\s+\S|^ที่\s*\S|^\S+[:：]\S")
# words that open the text of a letter (ภาคเหตุ) or of a staff paper; a numbered heading opens one too
_SENDER = (
    rf"(?:(?:[ก-ฮ]{{1,6}}\.)+|{UNIT.pattern.removeprefix('^')}[^\d]{{0,80}}?)\s*(?:จึง|ได้|ใคร่)?"  # who asks, told first
)
_OPENING = re.compile(
    r"^(?:ตาม(?:ที่|หนังสือ|บันทึก|มติ|คำสั่ง|ประกาศ|ระเบียบ|ความใน)|อาศัยอำนาจ|จึง(?:เรียน|ขอ|ประกาศ|แต่งตั้ง|มี|ออก|ให้)|ด้วย|เนื่องจาก|เนื่องด้วย|อนุสนธิ|สืบเนื่อง|โดยที่|บัดนี้|ในการนี้|พร้อม(?:หนังสือ|กัน|นี้)|ปัจจุบัน|เมื่อวันที่|ในโอกาส|เพื่อ|ขอ(?:ส่ง|เรียน|แจ้ง)"
    rf"|{_SENDER}ขอ(?:ส่ง|เรียน|เชิญ|แจ้ง))"
)
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)]\s*\S")
# What a post begins with; a line under เรียน that begins with none and bears no number is text, or goes on with the line above.
_POST = re.compile(
    r"^(?:(?:รอง|ผู้ช่วย|ที่ปรึกษา)?\s?(?:ผบ|ผก|ผช|จตช|จต\.|สว\.|หน\.|ผอ\.|ผู้(?:ว่าการ|อำนวยการ|บัญชาการ|บังคับการ|กำกับการ|ว่าราชการ|จัดการ|บริหาร"
    r"|ตรวจ|แทน|พิพากษา)|อธิบดี|ปลัด|หัวหน้า|เลขา|นายก|นายอำเภอ|นายแพทย์(?:สาธารณสุข|ใหญ่|เชี่ยว)|ประธาน|กรรมการ(?:ผู้จัดการ|บริหาร)|คณบดี|อธิการบดี"
    r"|รัฐมนตรี|อัยการ|เจ้ากรม|แม่ทัพ|เสนาธิการ|ศึกษาธิการ|กำนัน|เอกอัครราชทูต|[ก-๙]{3,16}(?:จังหวัด|อำเภอ)(?=$|\s|ทุก))|ทุก(?:หน่วย|สำนัก|กอง))"
)
EVERY = re.compile(r"ทุก[ก-๙]+\)?$")  # นายอำเภอ ทุกอำเภอ: nothing of its name can follow
_LAID_DOWN = re.compile(r"ลง(?:วันที่|\s*\d)")
_DATED_NEXT = re.compile(
    r"(?:ลง|ล\.?ว\.?|(?:ลง)?วัน(?:ที่?)?|(?<!\d)\d{1,2})$"
)  # a citation broken off before or inside its date
_COUNTED_NEXT = re.compile(r"(?:ครั้ง|ฉบับ|วาระ|ลำดับ|อันดับ|ระหว่าง|ตั้งแต่|จนถึง|เมื่อ)$")  # what a number or a day stands behind
_ALIKE = 4  # letters that the names of a list begin with alike: คณบดี… คณบดี…
_INDENT, _DEEP = 24.0, 40.0  # points: hardly a centimetre; farther in than the value of a short label stands
_ROOM = 40.0  # points: less takes hardly a word
_PERSON = re.compile(r"^(?:นาย|นาง|คุณ|ท่าน|ดร\.|ศ\.|รศ\.|ผศ\.|พล|ผู้|คณะ|สมาชิก|กรรมการ|ที่ปรึกษา|เจ้าหน้าที่)")
_SHORT = 60  # letters: the name of an office, hardly a sentence
_LETTERHEAD = 7  # rows: an office's name over two, its address over four, a day
_PARAGRAPH = 130  # letters: no row of print is so long, a paragraph of a file without places is
# an enclosure's own mark at its top: which one it is, and nothing of what it holds
_OWN_MARK = re.compile(r"\(?(?:(?:ลำดับ|หมายเลข|ฉบับ|เลข)?(?:ที่)?\s*\d{1,2})?\)?\s*(?:\(ต่อ\))?")
_DRAWN = re.compile(r"[^\w\s.…](?:\s*[^\w\s.…]){2,}")  # a line drawn with characters: dashes, strokes, stars
_SPECK = re.compile(r"^[^\w\s(\[“\"]{1,2}\s+")
_PHONE_BESIDE = re.compile(r"\s+โทร(?:\.|ศัพท์)\s*[\d(].*$")  # in a head of two columns
_CONTINUES = re.compile(r"^(?:หรือ|และ|ผ่าน|\(|ในฐานะ)")


def opens_addressee(text: str, first: str = "") -> bool:
    """Whether a row under เรียน or ถึง names another addressee: by a number, or as a post begins, or the `first` one.

    Behind a dash or a bullet only where the first stands behind one too.
    """
    named = text.strip()
    if DASHED.match(named):
        return bool(DASHED.match(first.strip()))
    alike = len(first) > _ALIKE and named[:_ALIKE] == first.strip()[:_ALIKE]
    return bool(_NUMBERED.match(named)) or names_post(named) or alike


def names_post(text: str) -> bool:
    """Whether a text begins as a post does, without a number."""
    return bool(_POST.match(text.strip()) or LOCAL_HEAD.match(text.strip()))


def opens_unit(text: str) -> bool:
    """Whether a text begins as the name of an office does."""
    return bool(UNIT.match(text.strip()))


def head_fields(rows: Sequence[Row], inside: Collection[int] = ()) -> tuple[dict[str, HeadField], int]:
    """Return the labelled fields above the text, and the index of the text's first row; rows `inside` a table begin none."""
    rows = with_labels_whole(rows)
    fields: dict[str, HeadField] = {}
    squeezed = interlined(rows)
    index, end = 0, 0
    while index < len(rows):
        labelled = None if index in inside else label_of(rows[index])
        if labelled is None:
            if end and opens_text(rows, index) and not _subject_below(rows, index, fields):
                break
            index += 1
            continue
        label, to = labelled[0], THEN_TO.search(labelled[1]) if labelled[0] == "จาก" else None
        label = "ถึง" if to else label
        if label == "สิ่งที่ส่งมาด้วย" and not fields and _OWN_MARK.fullmatch(labelled[1].strip()):
            index += 1
            continue
        stop = _value_end(rows, index, label)
        if label not in fields:
            kept = [n for n in range(index + 1, stop) if n not in squeezed]
            apart = frozenset(at for at, n in enumerate(kept, 1) if hangs(rows, n) and not _broken_off(rows, n))
            fields[label] = replace(_field(label, rows[index], [rows[n] for n in kept]), apart=apart)
        if to:
            fields = from_and_to(fields, to)
        index = end = stop
        if label == "เรื่อง" and stop < len(rows) and not label_of(rows[stop]) and _bare_addressee(rows, stop):
            fields["เรียน"] = HeadField("เรียน", (rows[stop],), (rows[stop].text,))
            end = stop + 1
            break
        if label in GREETINGS and _no_more_labels(rows, index):
            break
    return with_subject(fields, rows), end


def _broken_off(rows: Sequence[Row], index: int) -> bool:
    """Whether a row that hangs below a value goes on with it: it names nobody, and above there was hardly room for its first word."""
    text = rows[index].text.strip()
    named = opens_addressee(text, "-") or opens_unit(text) or _PERSON.match(text)
    return not named and full(rows, index - 1, _ROOM)


def _subject_below(rows: Sequence[Row], index: int, fields: Collection[str]) -> bool:
    """Whether the subject is still to come: a telephone set in a column of its own begins no text above it."""
    return not set(fields) - _ABOVE_SUBJECT and _label_below(rows, index, {"เรื่อง"}, _LETTERHEAD)


def _field(label: str, first: Row, more: Sequence[Row]) -> HeadField:
    """Return a field without what a pen wrote into it on a scan; its first row keeps all that the label needs."""
    bare = without_pen(first)
    first = bare if label not in _FILLED and label_of(bare) else first
    printed = [without_pen(row) for row in more if not (row.inked and row.sure)]
    found = label_of(first)
    value = found[1] if found else ""
    value = _PHONE_BESIDE.sub("", value) if label == "เรื่อง" else value
    return HeadField(label, (first, *printed), (value, *(row.text for row in printed)))


def opens_text(rows: Sequence[Row], index: int) -> bool:
    """Whether the text of the paper begins at this row."""
    row = rows[index]
    if _OPENING.match(_SPECK.sub("", row.text) if row.sure else row.text) or (
        re.match(r"^(?:1\.\s*|ข้อ\s*1\.?\s+)[ก-ฮเ-ไ]", row.text) and "สิ่งที่ส่งมาด้วย" not in row.text
    ):
        return True
    if row.box is None and len(row.text) > _PARAGRAPH and not _NUMBERED.match(row.text) and not label_of(row):
        return True
    below = rows[index + 1] if index + 1 < len(rows) else None
    left = margin(rows)
    if left is None or row.x0 is None or below is None or below.x0 is None:
        return False
    # a paragraph's first line is indented and its second starts at the margin; what a short label leads may stand as far in
    indented = row.x0 > left + _DEEP or (row.x0 > left + _INDENT and full(rows, index, RAGGED))
    headed = label_of(below)
    goes_on = headed is None or headed[0] == "วันที่"  # a text may tell a day on a row of its own
    return indented and below.x0 < left + 8 and goes_on and below.page == row.page


def _value_end(rows: Sequence[Row], index: int, label: str) -> int:
    stop = index + 1
    if not _LABELLED_VALUE.match(rows[index].text) and stop < len(rows) and not label_of(rows[stop]):
        stop += 1  # the value stands on a row of its own
    while stop < len(rows) and not _labelled(rows, stop, label) and not _past(rows, stop, label):
        stop += 1
    return stop


def _labelled(rows: Sequence[Row], index: int, label: str) -> bool:
    """Whether another field begins at the row; วันที่ (or the ที่ of วัน|ที่) that ends a citation broken off begins none."""
    found = label_of(rows[index])
    broken = label in {*_LISTED, "เรื่อง"} and found and _DATED_NEXT.search(rows[index - 1].text.strip())
    below = (
        found and found[0] == "ส่วนราชการ" and label not in {*_FILLED, "ส่วนราชการ"}
    )  # stands above the others, or in words
    listed = (
        label == "อ้างถึง"
        and found
        and found[0] == "ที่"
        and (DASHED.match(rows[index].text.strip()) or _cites_on(rows, index))
    )
    of_value = (label == "เรื่อง" and _goes_on_with(rows, index)) or (label == "อ้างถึง" and cited_subject(rows, index))
    return bool(found and not below and not listed and not of_value and not (broken and found[0] in _FILLED))


def _cites_on(rows: Sequence[Row], index: int) -> bool:
    """Whether a row with a number and ลงวันที่ stands under the value of the citation above: the paper's own is not dated so."""
    row, above = rows[index], rows[index - 1]
    edge = value_edge(above)
    under = row.x0 is not None and edge is not None and abs(row.x0 - edge) < ALIGNED
    deeper = row.x0 is not None and above.x0 is not None and label_of(above) and row.x0 - above.x0 > _INDENT
    return bool(under or deeper) and _LAID_DOWN.search(row.text) is not None


def _goes_on_with(rows: Sequence[Row], index: int) -> bool:
    """Whether ที่ or วันที่ goes on with a subject: `(ระหว่าง | วันที่ 1 - 31`, `ครั้ง | ที่ 2/2564`; a whole day is the head's own."""
    row, above = rows[index], rows[index - 1].text.strip()
    found = label_of(row)
    if not found or found[0] not in _FILLED or not found[1] or date_alone(row):
        return False
    subject = next((n for n in reversed(range(index)) if label_of(rows[n])), index)
    edge = value_edge(rows[subject])
    under = row.x0 is not None and edge is not None and abs(row.x0 - edge) < ALIGNED
    held = flow(rows[subject:index])
    return under or held.count("(") > held.count(")") or bool(_COUNTED_NEXT.search(above))


def _past(rows: Sequence[Row], index: int, label: str) -> bool:
    """Whether the row no longer belongs to the field."""
    row = rows[index]
    if label == "ส่วนราชการ" and _unit_goes_on(rows, index):
        return False
    if label in {"ที่", "วันที่", "ส่วนราชการ"} or _DRAWN.fullmatch(row.text.strip()):
        return True
    if label in {*_LISTED, "เรื่อง"} and dated_below(rows, index):
        return False
    if label == "อ้างถึง" and row.inked and row.sure:
        return False  # a pen's remark on a scan ends nothing
    if label in GREETINGS:
        if row.blank_before == 0 and _label_below(rows, index, _LISTED, 6) and not _OPENING.match(row.text):
            return False
        return opens_text(rows, index) or is_section(row.text.strip()) or not _more_addressees(rows, index)
    if label == "เรื่อง" and (re.match(r"^[-–—_.*\s]+$", row.text) or _bare_addressee(rows, index)):
        return True
    if label == "เรื่อง":
        below = _label_below(rows, index, (*GREETINGS, "จาก"), 3) or _goes_on_below(rows, index)
        goes_on = row.blank_before == 0 and not date_alone(row) and below
        return not goes_on and (row.blank_before > 0 or _next_is_text(rows, index))
    item = label in _LISTED and next_item(rows, index)
    if label == "อ้างถึง" and _DATED_NEXT.search(_printed_above(rows, index)):
        return opens_text(rows, index)
    return not item and (row.blank_before > 0 or _next_is_text(rows, index))


def _unit_goes_on(rows: Sequence[Row], index: int) -> bool:
    """Whether a row below ส่วนราชการ, with the number below, goes on with the name or its telephone: under the value, or a full row."""
    row, edge = rows[index], value_edge(rows[index - 1])
    wraps = row.x0 is not None and full(rows, index - 1, RAGGED) and not row.inked
    under = wraps or (row.x0 is not None and edge is not None and -ALIGNED < row.x0 - edge < TABBED)
    return under and not row.text.startswith("(") and _label_below(rows, index, {"ที่"}, 2)


def _goes_on_below(rows: Sequence[Row], index: int) -> bool:
    """Whether a row hangs below a subject and is short of the margin, as the first row of a paragraph seldom is."""
    return hangs(rows, index) and not full(rows, index, RAGGED) and not _OPENING.match(rows[index].text)


def _printed_above(rows: Sequence[Row], index: int) -> str:
    """Return the row above that no pen wrote."""
    return next((row.text.strip() for row in reversed(rows[:index]) if not (row.inked and row.sure)), "")


def _label_below(rows: Sequence[Row], index: int, labels: Collection[str], within: int) -> bool:
    """Whether the head goes on with one of these labels below, so that what stands between still belongs to the field above."""
    ahead = [label_of(row) for row in rows[index + 1 : index + 1 + within]]
    return any(found and found[0] in labels for found in ahead)


def _bare_addressee(rows: Sequence[Row], index: int) -> bool:
    """Whether the addressee stands below the subject without เรียน, as in notes of the police: a post at the margin, then the text."""
    row, above = rows[index], rows[index - 1]
    aligned = row.x0 is None or above.x0 is None or abs(row.x0 - above.x0) < 4
    return (
        bool(_NUMBERED.match(row.text) or names_post(row.text))
        and aligned
        and not _label_below(rows, index, GREETINGS, 3)
        and _next_is_text(rows, index + 1)
    )


def _more_addressees(rows: Sequence[Row], index: int) -> bool:
    """Whether a row under เรียน names further addressees, or goes on with the one above; numbered only when the first is."""
    row = rows[index]
    opened = next(found[1] for above in reversed(rows[:index]) if (found := label_of(above)))
    numbered = bool(_NUMBERED.match(row.text))
    named = opens_addressee(row.text, opened) and (not numbered or bool(_NUMBERED.match(opened)))
    short = row.box is None and len(row.text) < _SHORT and opens_unit(opened) and opens_unit(row.text)
    whole = row.box is None and bool(EVERY.search(rows[index - 1].text.strip()))
    named = named or hangs(rows, index) or short or whole
    goes_on = bool(_CONTINUES.match(row.text)) or full(rows, index - 1)
    return not row.blank_before and len(row.text) < 75 and (named or goes_on)


def _next_is_text(rows: Sequence[Row], index: int) -> bool:
    return index < len(rows) and (opens_text(rows, index) or date_alone(rows[index]) is not None)


def _no_more_labels(rows: Sequence[Row], index: int) -> bool:
    ahead = [label_of(row) for row in rows[index : index + 12]]
    return not any(found and found[0] in {"อ้างถึง", "สิ่งที่ส่งมาด้วย", "เรื่อง"} for found in ahead)
