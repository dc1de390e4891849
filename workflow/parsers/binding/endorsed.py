"""Where an endorsement begins among the rows of a page: on a page of its own, or below the paper it is written on. Pure."""

import re
from collections.abc import Sequence

from workflow.parsers.binding.opening import GREETING_ROWS, heads, is_signature, label, sealed_at
from workflow.parsers.binding.skeleton import skeleton
from workflow.parsers.fields.addressee import addressees, endorsement_addressees
from workflow.parsers.fields.closing import PURPOSE
from workflow.parsers.fields.dated import date_alone
from workflow.parsers.fields.heads import EVERY, head_fields
from workflow.parsers.fields.labels import GREETINGS
from workflow.parsers.fields.numbers import is_circular, number_of
from workflow.parsers.fields.order import is_addressed
from workflow.parsers.fields.signatory import signatures
from workflow.parsers.fields.titles import POST, UNIT
from workflow.parsers.fields.unbracketed import with_unbracketed
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import SAME, alike, rough

_CERTIFIED = skeleton("สำเนาถูกต้อง")
_LONGEST_OF_FOOT = 80  # letters
# what may be longer: who else has the paper, and where its electronic signature is verified
_FOOT = re.compile(r"^สำเนา(?:ส่ง|เรียน|แจ้ง)|^(?:เอกสาร|หนังสือ)(?:ฉบับ)?นี้|https?://|www\.")
_TORN_NUMBER = re.compile(r"^(?=(?:.*\d){3})\S.{3,26}$")  # what a scan left of a number: short, with figures
# a superior's order is asked for with โปรด
ASKS = rough(r"เพื่อ\s?โปรด\s?(?:พิจารณา(?!\s*ดำเนินการ)|สั่งการ|อนุมัติ|อนุญาต|ลงนาม|เห็นชอบ)")
THINKS = rough(r"เห็น(?:สม)?ควร")  # an opinion on what to order
_TITLE_ROWS = 3  # below a name: two posts, one of them broken


def is_certified(row: Row) -> bool:
    """Whether the row says สำเนาถูกต้อง."""
    return _CERTIFIED in skeleton(row.text)


def starts(rows: Sequence[Row], n: int) -> bool:
    """Whether an endorsement starts at the row: a number with a greeting below, or a greeting without number below a signature."""
    if heads(rows, n):
        return any(label(row) in GREETINGS for row in rows[n + 1 : n + GREETING_ROWS]) or n == 0
    numbered = any(heads(rows, k) for k in range(max(0, n - GREETING_ROWS + 1), n))  # its date stands between
    above = n - 1 if n and _TORN_NUMBER.match(rows[n - 1].text.strip()) else n
    return label(rows[n]) in GREETINGS and not numbered and (_closed(rows, n) or (above > 0 and _closed(rows, above)))


def _closed(rows: Sequence[Row], n: int) -> bool:
    """Whether what stands above a row is signed: a name, with its titles, its date or สำเนาถูกต้อง below it, or one of these alone."""
    above = rows[n - 1] if n else None
    if above is not None and (is_signature(above) or date_alone(above) or is_certified(above)):
        return True
    near = rows[max(0, n - 1 - _TITLE_ROWS) : n]
    signed = next((k for k in reversed(range(len(near))) if is_signature(near[k])), None)
    return signed is not None and all(_titled(row) for row in near[signed + 1 :])


def _titled(row: Row) -> bool:
    text = row.text.strip()
    return bool(POST.match(text) or UNIT.match(text))


def hosted(rows: Sequence[Row], *, letter: bool = False) -> int | None:
    """Return the row at which an endorsement begins below the signature or the seal of the paper it is written on, None when none does.

    On a `letter` it needs no number of its own: a greeting and a purpose. Such notes below a memo are steps to its order, and only
    where that has been given may one send it down; one beside the order is told from it by its place.
    """
    sealed = sealed_at(rows)
    signed = next((n for n, row in enumerate(rows) if is_signature(row)), None) if sealed is None else sealed
    if signed is None:
        return None
    for n in range(signed + 1, len(rows)):
        if heads(rows, n) and not _names_its_matter(rows[n + 1 : n + GREETING_ROWS]) and starts(rows, n):
            return n - 1 if is_certified(rows[n - 1]) and not certified_below(rows) else n
        greeted = label(rows[n]) in GREETINGS and _purposed(rows[n + 1 : n + GREETING_ROWS])
        if greeted and (_is_foot(rows[signed + 1 : n]) if letter else _sent_down(rows, n) or _beside(rows, n)):
            return n
    return None


def _names_its_matter(rows: Sequence[Row]) -> bool:
    """Whether a head says เรื่อง above its greeting, as a letter does; below it เรื่อง is a word of the text, where its line began anew."""
    labels = (name for row in rows if (name := label(row)) == "เรื่อง" or name in GREETINGS)
    return next(labels, None) == "เรื่อง"


def _sent_down(rows: Sequence[Row], n: int) -> bool:
    """Whether a note on a memo hands on what was ordered above it: signed, and asking no order of a superior.

    A memo to everybody, or a circular one, needs no order of those it is for; it is handed on where nobody orders anything below.
    """
    fields, body = head_fields(rows)
    to, _ = addressees(fields)
    above = rows[body:n]
    blocks = [block.signatory for block in with_unbracketed(above, signatures(above), to)]
    noted = signatures(rows[n:])
    greeted = sum(label(row) in GREETINGS for row in rows[n:])
    number = number_of(rows[:body])
    to_all = any(EVERY.search(one) for one in to) or (number is not None and is_circular(number[0]))
    received = to_all and len(noted) <= greeted
    if not noted or not (received or any(is_addressed(signed, to) for signed in blocks[1:])):
        return False
    told = rows[n : n + noted[0].first]
    asks = any(ASKS.match(row.text.strip()) for row in told)
    dear = endorsement_addressees(told)
    return not asks and bool(dear) and not any(alike(one, other) >= SAME for one in dear for other in to)


def _beside(rows: Sequence[Row], n: int) -> bool:
    """Whether a row stands higher on its page than the row it comes behind: it was set beside an order."""
    here, before = rows[n], rows[n - 1]
    return bool(here.box and before.box and here.page == before.page and here.box[1] < before.box[1])


def _is_foot(rows: Sequence[Row]) -> bool:
    """Whether rows below a signature are no text: titles, a date, the office that wrote the letter with its telephone, where to verify it."""
    return all(len(row.text) < _LONGEST_OF_FOOT or _FOOT.search(row.text.strip()) for row in rows)


def _purposed(rows: Sequence[Row]) -> bool:
    """Whether rows below a greeting say what the paper is sent up for."""
    return any(PURPOSE.match(row.text.strip().lstrip("-–• ")) for row in rows)


def certified_below(rows: Sequence[Row]) -> bool:
    """Whether สำเนาถูกต้อง stands below what it certifies, as the last row tells: it can only belong to what is above it."""
    last = next((n for n in reversed(range(len(rows))) if is_certified(rows[n])), None)
    if last is None or is_certified(rows[0]):
        return False
    return not any(heads(rows, n) or label(rows[n]) in GREETINGS for n in range(last + 1, len(rows)))
