"""Whom to ask: unit, person, office telephone and mailbox; mobiles and logins are masked before anything is kept."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from workflow.core.reading import Contact
from workflow.core.secrets import mask
from workflow.parsers.fields.titles import UNIT, has_title
from workflow.parsers.rows import Row, runs_on

_FAX = r"(?:\s*(?:/|และ)\s*(?:โทรสาร|แฟกซ์|[Ff]ax|FAX))?"  # one number for both
_TITLED = r"(?:คุณ|นาย|นางสาว|นาง|น\.ส\.)\s?[ก-๙][ก-๙ ]{1,40}"
# what a bracket behind a telephone tells besides a person's name: when, where or how it is answered, or what it is
_NOBODY = (
    r"ใน|นอก|สาย|อัต|ตลอด|เวลา|ราชการ|มือถือ|ต่อ|คู่|เบอร์|ภาย|กลาง|โทร|แฟ|หมายเลข|เลข|ศูนย์|กลุ่ม|ฝ่าย|งาน|ส่วน|กอง|กรม|สำนัก|หน่วย|แผนก|ห้อง|หน้า|ธุรการ"
    r"|สารบรรณ|ประชา|ผู้|เจ้า|หัวหน้า|เลขา|ชั้น|อาคาร|จำนวน|ฟรี|ไม่|ทุก|วัน|จันทร์|กรณี|สำหรับ|เฉพาะ|ระบบ|ช่วง|ติดต่อ|รอ|หรือ|และ|ขอ|กด|จังหวัด|อำเภอ|ตรง|รับ|นัก|ปลัด"
)
_CALLED = rf"(?!{_NOBODY}|[ก-ฮ]{{2}}\))[ก-ฮเ-ไ][ก-๙]{{1,19}}(?: [ก-๙]{{2,24}})?"
# the extension, or several
_SPAN = r"\d{1,6}(?:\s?[-–]\s?\d{1,5})?(?!\d)"
_ENDS = r"(?=\s*(?:$|[(),;/]|หรือ|และ|โทร|แฟ|[Ee]-?mail|อีเมล|ไปรษณีย์)|\s{2})"
_EXTENDED = rf"ต่อ\s*{_SPAN}(?:\s*(?:,|หรือ|และ|/)\s*(?:ต่อ\s*)?(?=[1-9]\d){_SPAN}{_ENDS})*"
_MORE = rf"(?:\s*,\s*\d{{4}}(?![\d/.]))*(?:\s*{_EXTENDED})?"  # further lines of the house, and the extension
# the telephones of the Ministry of the Interior among its provinces
_NET = r"(?<![ก-๙.])มท\.\s*[1-9]\d{4}(?![\d/.])"
_HOUSE = r"[1-9]\d{1,4}(?:\s?[-–]\s?\d{1,4})?"  # a number within the house, or a range of them
_PHONE = re.compile(
    rf"(?:โทร\.?|โทรศัพท์){_FAX}\s*(?::\s*)?(?P<phone>0[\d\s-]{{7,13}}\d{_MORE})(?:\s*\((?P<person>{_TITLED}|{_CALLED})\))?"
    r"|(?:โทร\.?\s*(?:ภายใน\s*)?|โทรศัพท์ภายใน\s*)(?::\s*)?"  # inside the house, or over the exchange of an army
    rf"(?P<within>(?:[ก-ฮ]{{2,3}}\.\s*)?{_HOUSE})(?=\s*(?:$|[(),;]))"
    rf"|(?P<net>{_NET})"
)
_TORN_PHONE = re.compile(rf"(?:โทร\.?|โทรศัพท์){_FAX}\s*(?::\s*)?0[\d\s-]{{0,6}}$")
_REST_OF_PHONE = re.compile(rf"^\d{{3,4}}[\d\s-]{{1,9}}(?:\s*{_EXTENDED})?$")
# where a row ends: a number before its extension, and a label before its number
_WITHOUT_EXTENSION = re.compile(rf"(?:โทร\.?|โทรศัพท์){_FAX}\s*(?::\s*)?0[\d\s-]{{7,13}}\d$")
_EXTENSION, _ITS_NUMBER = re.compile(_EXTENDED), re.compile(_EXTENDED.removeprefix(r"ต่อ\s*"))
_WITHOUT_ITS_NUMBER = re.compile(rf"{_WITHOUT_EXTENSION.pattern.removesuffix('$')}\s*ต่อ$")
_WITHOUT_NUMBER = re.compile(r"(?:โทร\.?|โทรศัพท์)(?:\s*ภายใน)?$")
_A_NUMBER = re.compile(rf"(?:ภายใน\s*)?{_HOUSE}|0[\d\s-]{{7,13}}\d(?:\s*ต่อ\s*\d+)?")
_TORN = (
    (_TORN_PHONE, _REST_OF_PHONE),
    (_WITHOUT_EXTENSION, _EXTENSION),
    (_WITHOUT_ITS_NUMBER, _ITS_NUMBER),
    (_WITHOUT_NUMBER, _A_NUMBER),
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LABEL = re.compile(r"(?:หมายเลข)?(?:โทร|E-?mail|อีเมล|ไปรษณีย์|\S+@)|" + _NET, re.IGNORECASE)
_OWN = re.compile(r"^(?:ส่วนราชการ|ส่วนงาน|หน่วยงาน|จาก)\s*:?\s+")
_ASKED = re.compile(r"^(?:ผู้(?:ประสานงาน|ติดต่อ|รับผิดชอบ)|ติดต่อ(?:ประสานงาน|สอบถาม)?)\s*(?:ได้ที่|คือ)?\s*:?\s*")
# by when or by which way something is to reach a unit is no part of its name
_BY = re.compile(r"\s(?=ภายใน(?:วัน|เดือน|กำหนด|\s?\d)|ก่อนวัน|ทาง(?:\s|$|โทร|ไปรษณีย์|อีเมล|[Ee])|ผ่านทาง|ได้ที่)")
_PART = re.compile(r"^(?:ฝ่าย|กลุ่ม|ส่วน(?!ราชการ)|งาน|แผนก|หน่วย|ที่ทำการ|ที่ว่าการ)[ก-๙]")
_LONGEST = 70  # letters of a unit's name
_OVER_ROWS = 2 * _LONGEST  # where a label says that it is one
_BULLET = re.compile(r"(?:[-–•*]|\(?\d{1,2}[.)])\s*(?=[^\s\d])")
_SAME_EDGE = 4.0  # points
# somebody in a sentence, not a post that begins alike, with a post and the word for his telephone behind
_PERSON = re.compile(
    r"(?P<title>นางสาว|นาง(?!สาว)|นาย(?!ก|อำเภอ|ทะเบียน|จ้าง|ทหาร|ตำรวจ|แพทย์|สัตว|ช่าง|ตรวจ|ท้าย|หน้า)|น\.\s?ส\.|คุณ(?!ภาพ|สมบัติ|วุฒิ|ลักษณะ|ธรรม|ค่า)|ดร\.)\s?"
    r"(?P<name>[ก-๙]{2,24} [ก-๙]{2,24})(?=[^\d@]{0,70}$)"
)
_ASKING = re.compile(r"ติดต่อ|สอบถาม|ประสาน|นัดหมาย|ได้ที่\s*$")
# a row of a table of persons: each with a number in a column of its own, which the head of the column names
_LISTED = re.compile(
    r"^(?:\d{1,2}[.)]?\s+)?(?P<person>(?:คุณ|นาย|นางสาว|นาง|น\.ส\.|ดร\.)\s?[ก-๙]{2,24}(?: [ก-๙]{2,24}){1,2})"
    rf"(?:\s{{2,}}[^\d@]{{2,60}}?){{0,2}}\s{{2,}}(?P<phone>0[\d\s-]{{7,13}}\d{_MORE})(?=\s{{2}}|$)"
)
_TABLE = 12  # rows: so far below the words that tell whom to ask
_NEAR = 2  # rows: a name so far above its telephone is its own


def contacts_of(rows: Sequence[Row]) -> tuple[Contact, ...]:
    """Return the telephones and mailboxes printed, once each, with the unit or the person named beside or right above them."""
    found: dict[str, Contact] = {}
    texts = _whole([mask(row.text.strip()) for row in rows])
    told: tuple[int, Contact] = -1 - _NEAR, Contact()  # the last row that names somebody, and whom
    for n, text in enumerate(texts):
        if (listed := _listed(text)) and any(map(_ASKING.search, texts[max(0, n - _TABLE) : n])):
            _keep(found, str(listed.phone), listed)
            continue
        phones = [
            (" ".join((m["phone"] or m["within"] or m["net"]).split()), m["person"]) for m in _PHONE.finditer(text)
        ]
        label = _LABEL.search(text)
        if named := _named(text[: label.start()] if label else text) or (
            label and _person_before(texts, n, label.start())
        ):
            told = n, _under_its_office(named, rows, n)
        elif label and _BULLET.match(text):
            told = n, Contact()  # an item of its own is nobody's of the item above
        elif label:
            told = (n, told[1]) if n - told[0] <= _NEAR else told
        whose = told[1] if n - told[0] <= _NEAR else Contact()
        below = _person_below(texts[n + 1 :])
        for phone, person in phones:
            _keep(found, phone, replace(whose, phone=phone, person=person or whose.person or below))
        for mail in _MAIL.findall(text):
            _keep(found, mail, replace(whose, email=mail))
    return tuple(found.values())


def _listed(text: str) -> Contact | None:
    """Return whom a row of a table of persons names, with the number and the mailbox in columns of their own, which need no label."""
    if not (found := _LISTED.match(text)) or _LABEL.search(text[: found.start("phone")]):
        return None
    mails = _MAIL.findall(text, found.end())
    return Contact(None, found["person"], " ".join(found["phone"].split()), mails[0] if mails else None)


def _person_before(texts: Sequence[str], n: int, end: int) -> Contact | None:
    """Return the person whom a sentence names to be asked, or an item of a list, before the label that ends there in a row."""
    above = texts[n - 1] if n else ""
    told = re.sub(r"(?<=[ก-๙])\n(?=[ก-๙])", "", f"{above}\n{texts[n][:end]}").replace("\n", " ")
    for who in reversed(list(_PERSON.finditer(told))):
        listed = _BULLET.match(texts[n]) and who.start() >= len(told) - end
        asked = _ASKING.search(f"{texts[n - 2] if n > 1 else ''} {told[: who.start()]}")
        if listed or asked:
            return Contact(person=f"{who['title']}{who['name']}")
    return None


def _under_its_office(named: Contact, rows: Sequence[Row], n: int) -> Contact:
    """Return who is named, with the office right above a part of it, on the same edge."""
    above, row = rows[n - 1], rows[n]
    if not (n and named.unit and row.text.strip().startswith(named.unit) and _PART.match(named.unit)):
        return named
    office = above.text.strip()
    edged = above.x0 is None or row.x0 is None or abs(above.x0 - row.x0) < _SAME_EDGE
    close = edged and above.page == row.page and not row.blank_before and len(office) <= _LONGEST
    whole = close and UNIT.match(office) and not re.search(r"\d|\s{2}", office)
    return replace(named, unit=f"{office} {named.unit}") if whole else named


def _keep(found: dict[str, Contact], reached: str, contact: Contact) -> None:
    """Keep who is reached so, once; who is named stands for nobody named before, and a unit beside a person of it."""
    known = found.get(reached)
    if known is None or not (known.unit or known.person):
        found[reached] = contact
    elif known.person and not known.unit and contact.unit and (contact.person or "") in known.person:
        found.setdefault(f"{reached} {contact.unit}", replace(contact, person=None))


def _whole(texts: Sequence[str]) -> list[str]:
    """Return the rows with a telephone that broke over the line told whole on the first."""
    whole = list(texts)
    for n, (text, below) in enumerate(pairwise(texts)):
        if any(torn.search(text) and rest.fullmatch(below) for torn, rest in _TORN):
            whole[n : n + 2] = [f"{text} {below}", ""]
        elif _name_goes_on(text, below):
            whole[n : n + 2] = ["", f"{text}{'' if runs_on(text, below) else ' '}{below}"]
    return whole


def _name_goes_on(text: str, below: str) -> bool:
    """Whether the unit that a label names goes on before the telephone on the row below, which names none itself."""
    label = _LABEL.search(below)
    own = _OWN.match(text) and not _LABEL.search(text) and label
    return bool(own and label and (before := below[: label.start()].strip(" (")) and not _named(before))


def _person_below(texts: Sequence[str]) -> str | None:
    """Return the person named right below a telephone, where no other number below is that person's."""
    named = _named(texts[0]) if texts and not _LABEL.search(texts[0]) else None
    return named.person if named and not any(map(_LABEL.search, texts[1 : 1 + _NEAR])) else None


def _named(text: str) -> Contact | None:
    """Return the unit or the person a text names and nothing else."""
    asked, own = _ASKED.match(text), _OWN.match(text)
    name = _out_of_bracket(_BY.split(_OWN.sub("", text[asked.end() :] if asked else text))[0])
    if not name or len(name) > (_OVER_ROWS if own else _LONGEST):
        return None
    if asked and has_title(name):
        return Contact(person=name)
    return Contact(unit=name) if own or UNIT.match(name) or _PART.match(name) else None


def _out_of_bracket(text: str) -> str:
    """Return a name before a telephone: where that stands in a bracket, what the bracket names before it, if anything."""
    name = text.strip(" ,:")
    if name.count("(") > name.count(")"):
        before, _, within = name.rpartition("(")
        name = within.strip() or before.strip()
    return name.strip("()") if name.count("(") == name.count(")") and name[:1] == "(" else name
