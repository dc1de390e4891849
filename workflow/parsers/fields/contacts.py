"""Whom to ask: office telephones and mailboxes; mobiles and logins are masked before anything is kept."""

import re
from collections.abc import Iterable

from workflow.core.reading import Contact
from workflow.core.secrets import mask
from workflow.parsers.rows import Row

_PHONE = re.compile(r"(?:โทร\.?|โทรศัพท์)\s*(?P<phone>0[\d\s-]{7,13}\d(?:\s*ต่อ\s*\d+)?)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def contacts_of(rows: Iterable[Row]) -> tuple[Contact, ...]:
    """Return the telephones and mailboxes printed, once each."""
    found: dict[str, Contact] = {}
    for text in (mask(row.text) for row in rows):
        for match in _PHONE.finditer(text):
            phone = re.sub(r"\s+", " ", match["phone"]).strip()
            found.setdefault(phone, Contact(phone=phone))
        for mail in _MAIL.findall(text):
            found.setdefault(mail, Contact(email=mail))
    return tuple(found.values())
