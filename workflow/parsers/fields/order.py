"""An order (สั่งการ) written under a memo's own signature: its lines, who gave it, and its date as printed."""

import re
from collections.abc import Iterator, Sequence

from workflow.core.reading import OrderText, Signatory
from workflow.parsers.fields.dated import date_in
from workflow.parsers.fields.labels import label_of
from workflow.parsers.fields.signatory import Signature
from workflow.parsers.fields.signed_posts import ORDERS, PEN
from workflow.parsers.fields.titles import POST
from workflow.parsers.rows import Row, flow
from workflow.parsers.skeleton import SAME, alike

_MARK = re.compile(r"^(?:[-–•]|\(?\d{1,2}[.)](?=\s*[ก-๙]))\s*")
_ASKED = re.compile(r"^(?:จึง(?:เรียนมา)?)?เพื่อโปรด")
_TICKED = re.compile(r"[☑☒✓✔]\s*([^☐☑☒□✓✔]+)")  # of boxes to tick, those that are
_OVER = re.compile(
    r"^(?P<whose>คำสั่ง|ความเห็น|(?:ข้อ|การ|บันทึก|คำ)สั่งการ)(?:\s*/\s*(?:คำสั่ง|ความเห็น))?(?:ของ)?\s*[:：]?\s*(?:[-–•]\s*)?(?P<post>.*)$"
)
# behind whose words they are stands what they say: `คำสั่งนายก  เห็นชอบ`, `คำสั่ง : อนุมัติ`
_SAYS = re.compile(rf"[\s:：](?:[-–•]\s*)?(?={ORDERS.pattern.removeprefix('^')})")
_TO_THE_EDGE, _INDENT = (
    24.0,
    18.0,
)  # points: so near the right edge ends a row that wraps; so far is a first row indented
_BOUND = 20  # letters of a row that may run on

# a line to sign on, and what the one does who signs: neither is ordered
_SIGNS = re.compile(
    r"^(?:\(?ลงชื่อ\)?[\s.…_:]*)?(?:\(?ผู้(?:เสนอ|จัดทำ|ทำ|ตรวจ(?:สอบ|ทาน|รับ)?|ทาน|รับรอง|รายงาน|บันทึก|พิมพ์|ร่าง|ขอ(?:อนุมัติ|อนุญาต)?|อนุมัติ|อนุญาต"
    r"|เห็นชอบ|พิจารณา|สั่งการ|ให้ความเห็น|ลงนาม|รับผิดชอบ|ประสานงาน|ควบคุม)\)?)?[\s.:：]*$"
)
# the foot of the paper below its own signature: a telephone's number, and how and where it was signed electronically
_FOOT = re.compile(
    r"^โทร(?:ศัพท์|สาร)?[.\s:]*(?=[\d(])|^(?:เอกสาร|หนังสือ)(?:ฉบับ)?นี้(?:ได้)?ลง(?:นาม|ลายมือชื่อ)|https?://|www\."
)


def order_under(
    rows: Sequence[Row], blocks: Sequence[Signature], to: Sequence[str] = ()
) -> tuple[OrderText, Signature] | None:
    """Return the order of the post that the memo is addressed to, else the first below its own signature; None without one.

    What is signed in between is the opinion of those it goes through.
    """
    for at in _commanders(rows, blocks, to):
        commander = blocks[at]
        between = rows[blocks[at - 1].last + 1 : commander.first]
        right = max((row.box[2] for row in rows[blocks[at - 1].last + 1 : commander.last + 1] if row.box), default=0.0)
        told = _whole([row for row in between if not (row.sure and row.confidence < PEN)], right)
        lines = [line for text in told if (line := _clean(text))]
        if lines:
            on = date_in(commander.dated.text, noisy=bool(commander.dated.sure)) if commander.dated else None
            return OrderText(tuple(lines), commander.signatory, on), commander
    return None


def _whole(rows: Sequence[Row], right: float) -> list[str]:
    """Return the lines of an order that reaches so far to the right, each with the rows it runs on over."""
    told: list[list[Row]] = []
    for row in rows:
        if told and _runs_on(told, row, right):
            told[-1].append(row)
        else:
            told.append([row])
    return [flow(line) for line in told]


def _runs_on(told: Sequence[Sequence[Row]], row: Row, right: float) -> bool:
    """Whether a row goes on with the line above it, which ran to the edge: unmarked in a list, or at the margin of an indented line."""
    first, above = told[-1][0], told[-1][-1]
    text, listed = row.text.strip(), any(_MARK.match(line[0].text.strip()) for line in told)
    if not (first.box and above.box and row.box) or row.page != above.page or _MARK.match(text) or begins_order(text):
        return False
    edged = above.box[2] > right - _TO_THE_EDGE and len(above.text) >= _BOUND
    return edged and (listed or first.box[0] - row.box[0] > _INDENT) and not (_SIGNS.match(text) or label_of(row))


def _commanders(rows: Sequence[Row], blocks: Sequence[Signature], to: Sequence[str]) -> Iterator[int]:
    """Yield the signatures below the memo's own that may be an order's, the likeliest first.

    A memo may be addressed to who only tells his opinion: words that are called an order come before whom it is addressed to, and
    who sends it up comes last.
    """
    above = {n: rows[blocks[n - 1].last + 1 : blocks[n].first] for n in range(1, len(blocks))}
    passed = [n for n in above if n + 1 < len(blocks) and _sends_up(above[n])]
    addressed = [n for n in above if is_addressed(blocks[n].signatory, to) and n not in passed]
    called = [n for n in above if _called_order(above[n])]
    yield from (n for n in called if n in addressed)
    yield from called
    yield from addressed
    yield from (n for n in above if blocks[n].first > blocks[0].last and n not in passed)  # not who signed beside it
    yield from passed


def _sends_up(rows: Sequence[Row]) -> bool:
    """Whether words greet somebody and ask of him: whoever signs them only sends the memo up, though it was addressed to him."""
    greeted = next((n for n, row in enumerate(rows) if (found := label_of(row)) and found[0] == "เรียน"), None)
    return greeted is not None and any(_ASKED.match(_MARK.sub("", row.text.strip())) for row in rows[greeted + 1 :])


def _called_order(rows: Sequence[Row]) -> bool:
    return any(told and told[0] != "ความเห็น" for row in rows if (told := whose_words(row.text)))


def is_addressed(signed: Signatory, to: Sequence[str]) -> bool:
    """Whether somebody signed as, or for, a post that the memo is addressed to."""
    posts = [post for post in (signed.position, signed.acting_for) if post]
    return any(alike(post, other) >= SAME and post[0] == other[0] for post in posts for other in to)


def whose_words(text: str) -> tuple[str, str] | None:
    """Return what a line calls the words of one who orders (คำสั่ง, ความเห็น …), and those that it tells; None where it tells neither."""
    over = _OVER.match(text)
    if over is None:
        return None
    posted, says = POST.match(over["post"]), _SAYS.search(text)
    if says and (posted or says.end() == over.start("post")):
        return over["whose"], text[says.end() :]
    return (over["whose"], "") if posted or not over["post"] else None


def begins_order(text: str) -> bool:
    """Whether a line begins with what is ordered or thought, by its words or by whose they are said to be."""
    bare = _MARK.sub("", text.strip())
    return not _SIGNS.match(bare) and (bool(ORDERS.match(bare)) or whose_words(bare) is not None)


def _clean(text: str) -> str:
    """Return an order's line without its bullet or number, and without whose words it says they are: nothing of one that only says that.

    Nothing either of a line to sign on, or of the foot of the paper above it.
    """
    ticked = " ".join(one.strip() for one in _TICKED.findall(text))
    line = _MARK.sub("", ticked or text.strip())
    if _SIGNS.match(line) or _FOOT.match(line):
        return ""
    told = whose_words(line)
    return line if told is None else told[1]
