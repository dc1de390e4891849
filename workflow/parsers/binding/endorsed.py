"""Where an endorsement begins among the rows of a page: on a page of its own, or below the paper it is written on. Pure."""

import re
from collections.abc import Sequence

from workflow.parsers.binding.opening import GREETING_ROWS, heads, is_signature, label, sealed_at
from workflow.parsers.binding.skeleton import skeleton
from workflow.parsers.fields.closing import PURPOSE
from workflow.parsers.fields.dated import date_alone
from workflow.parsers.fields.labels import GREETINGS
from workflow.parsers.fields.titles import POST, UNIT
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import rough

_CERTIFIED = skeleton("สำเนาถูกต้อง")
_LONGEST_OF_FOOT = 80  # letters
# what may be longer: who else has the paper, and where its electronic signature is verified
_FOOT = re.compile(r"^สำเนา(?:ส่ง|เรียน|แจ้ง)|^(?:เอกสาร|หนังสือ)(?:ฉบับ)?นี้|https?://|www\.")
_TORN_NUMBER = re.compile(r"^(?=(?:.*\d){3})\S.{3,26}$")  # what a scan left of a number: short, with figures
# a superior's order is asked for with โปรด
ASKS = rough(r"เพื่อ\s?โปรด\s?(?:พิจารณา(?!\s*ดำเนินการ)|สั่งการ|อนุมัติ|อนุญาต|ลงนาม|เห็นชอบ)")
THINKS = rough(r"เห็น(?:สม)?ควร")  # an opinion on what to order
_CORNER = 6  # rows: the words, a name, a post on several, a day
_TITLE_ROWS = 3  # below a name: two posts, one of them broken


def is_certified(row: Row) -> bool:
    """Whether the row says สำเนาถูกต้อง."""
    return _CERTIFIED in skeleton(row.text)


def certifier_last(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows of a page with who certified the copy, where that stands in a corner on top, below what it certifies."""
    begins = next((n for n in range(1, min(len(rows), _CORNER + 1)) if heads(rows, n)), 0)
    corner = rows[:begins]
    above = bool(corner) and is_certified(corner[0]) and sum(map(is_signature, corner)) == 1
    return (*rows[begins:], *corner) if above and starts(rows, begins) else tuple(rows)


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

    On a `letter` it needs no number of its own: a greeting and a purpose; nor does one set beside the order on a memo, told from that
    by its place. Below a memo others stand between its order's lines, and only their own rows are theirs: see `noted_on`.
    """
    sealed = sealed_at(rows)
    signed = next((n for n, row in enumerate(rows) if is_signature(row)), None) if sealed is None else sealed
    if signed is None:
        return None
    for n in range(signed + 1, len(rows)):
        if heads(rows, n) and not _names_its_matter(rows[n + 1 : n + GREETING_ROWS]) and starts(rows, n):
            return n - 1 if is_certified(rows[n - 1]) and not certified_below(rows) else n
        greeted = label(rows[n]) in GREETINGS and _purposed(rows[n + 1 : n + GREETING_ROWS])
        if greeted and (_is_foot(rows[signed + 1 : n]) if letter else _beside(rows, n)):
            return n
    return None


def _names_its_matter(rows: Sequence[Row]) -> bool:
    """Whether a head says เรื่อง above its greeting, as a letter does; below it เรื่อง is a word of the text, where its line began anew."""
    labels = (name for row in rows if (name := label(row)) == "เรื่อง" or name in GREETINGS)
    return next(labels, None) == "เรื่อง"


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
