"""Whom to ask: unit, person, office telephone and mailbox; mobiles and logins are masked before anything is kept."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from workflow.core.reading import Contact
from workflow.core.secrets import mask
from workflow.parsers.fields.titles import UNIT, has_title
from workflow.parsers.rows import Row

_FAX = r"(?:\s*(?:/|และ)\s*(?:โทรสาร|แฟกซ์|[Ff]ax|FAX))?"  # one number for both
_TITLED = r"(?:คุณ|นาย|นางสาว|นาง|น\.ส\.)\s?[ก-๙][ก-๙ ]{1,40}"
_PHONE = re.compile(
    rf"(?:โทร\.?|โทรศัพท์){_FAX}\s*(?::\s*)?(?P<phone>0[\d\s-]{{7,13}}\d(?:\s*ต่อ\s*\d+)?)(?:\s*\((?P<person>{_TITLED})\))?"
    r"|โทร\.?\s*(?:ภายใน\s*)?(?::\s*)?(?P<within>[1-9]\d{2,4})(?=\s*(?:$|[(,;]))"  # inside the house
)
_TORN_PHONE = re.compile(rf"(?:โทร\.?|โทรศัพท์){_FAX}\s*(?::\s*)?0[\d\s-]{{0,6}}$")
_REST_OF_PHONE = re.compile(r"^\d{3,4}[\d\s-]{1,9}(?:\s*ต่อ\s*\d+)?$")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LABEL = re.compile(r"(?:หมายเลข)?(?:โทร|E-?mail|อีเมล|ไปรษณีย์|\S+@)", re.IGNORECASE)
_OWN = re.compile(r"^(?:ส่วนราชการ|ส่วนงาน|หน่วยงาน|จาก)\s*:?\s+")
_ASKED = re.compile(r"^(?:ผู้(?:ประสานงาน|ติดต่อ|รับผิดชอบ)|ติดต่อ(?:ประสานงาน|สอบถาม)?)\s*(?:ได้ที่|คือ)?\s*:?\s*")
_PART = re.compile(r"^(?:ฝ่าย|กลุ่ม|ส่วน(?!ราชการ)|งาน|แผนก|หน่วย|ที่ทำการ|ที่ว่าการ)[ก-๙]")
_LONGEST = 70  # letters of a unit's name
_OVER_ROWS = 2 * _LONGEST  # where a label says that it is one
_NEAR = 2  # rows: a name so far above its telephone is its own


def contacts_of(rows: Sequence[Row]) -> tuple[Contact, ...]:
    """Return the telephones and mailboxes printed, once each, with the unit or the person named beside or right above them."""
    found: dict[str, Contact] = {}
    texts = _whole([mask(row.text.strip()) for row in rows])
    told: tuple[int, Contact] = -1 - _NEAR, Contact()  # the last row that names somebody, and whom
    for n, text in enumerate(texts):
        phones = [(re.sub(r"\s+", " ", m["phone"] or m["within"]).strip(), m["person"]) for m in _PHONE.finditer(text)]
        label = _LABEL.search(text)
        if named := _named(text[: label.start()] if label else text):
            told = n, named
        elif label:
            told = (n, told[1]) if n - told[0] <= _NEAR else told
        whose = told[1] if n - told[0] <= _NEAR else Contact()
        below = _person_below(texts[n + 1 :])
        for phone, person in phones:
            _keep(found, phone, replace(whose, phone=phone, person=person or whose.person or below))
        for mail in _MAIL.findall(text):
            _keep(found, mail, replace(whose, email=mail))
    return tuple(found.values())


def _keep(found: dict[str, Contact], reached: str, contact: Contact) -> None:
    """Keep who is reached so, once; who is named stands for nobody named before."""
    known = found.get(reached)
    if known is None or not (known.unit or known.person):
        found[reached] = contact


def _whole(texts: Sequence[str]) -> list[str]:
    """Return the rows with a telephone that broke over the line told whole on the first."""
    whole = list(texts)
    for n, (text, below) in enumerate(pairwise(texts)):
        if _TORN_PHONE.search(text) and _REST_OF_PHONE.match(below):
            whole[n : n + 2] = [f"{text} {below}", ""]
    return whole


def _person_below(texts: Sequence[str]) -> str | None:
    """Return the person named right below a telephone, where no other number below is that person's."""
    named = _named(texts[0]) if texts and not _LABEL.search(texts[0]) else None
    return named.person if named and not any(map(_LABEL.search, texts[1 : 1 + _NEAR])) else None


def _named(text: str) -> Contact | None:
    """Return the unit or the person a text names and nothing else."""
    asked = _ASKED.match(text)
    name = _OWN.sub("", text[asked.end() :] if asked else text).strip(" ,:()")
    if len(name) > (_OVER_ROWS if _OWN.match(text) else _LONGEST):
        return None
    if asked and has_title(name):
        return Contact(person=name)
    return Contact(unit=name) if UNIT.match(name) or _PART.match(name) else None
