"""One page without its furniture and stamps, and the signs of its place in a paper. Pure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from workflow.core.reading import Kind
from workflow.parsers.binding.among_tables import compares_years, running, set_in_tables
from workflow.parsers.binding.clauses import clauses_of, codes_of, is_heading
from workflow.parsers.binding.enclosed import label_of, page_of
from workflow.parsers.binding.endorsed import certifier_last
from workflow.parsers.binding.furniture import furniture
from workflow.parsers.binding.newspaper import down_the_columns
from workflow.parsers.binding.opening import Opening, is_signature, opened, unless_numbered
from workflow.parsers.binding.side_by_side import one_after_another
from workflow.parsers.binding.skeleton import skeleton
from workflow.parsers.fields.advice_behind_names import advises_in_columns
from workflow.parsers.fields.advice_leads import ADVICE
from workflow.parsers.fields.order import whose_words
from workflow.parsers.fields.receipts import StampFound, take_stamps
from workflow.parsers.fields.score_lists import without_lists
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.fields.titles import ACTING
from workflow.parsers.fields.unbracketed import signs_unbracketed
from workflow.parsers.page import Line, Page, Table
from workflow.parsers.rows import Row, in_columns, is_furniture, rows_of
from workflow.parsers.skeleton import rough
from workflow.parsers.unlined import is_tabled, names_columns, numbered_rows, without_tiers

_FEW = 3  # rows of figures
_WRAPS = 5  # rows of a record
_TORN = 3  # rows: what the foot of a page leaves of a record whose cells the page does not close
LEFTOVER = 4  # rows: what spilled over of a signature
_ITEM = re.compile(
    r"^(?:[-–•*]\s*)?(?:[ก-๙]{4,20}(?:\s?ที่)?\s*)?\(?\d{1,2}\.\d{1,2}(?:[.:)]|\s|$)|.{2,90}[(\[][ก-๙\s]{0,24}\d{1,2}\.\d{1,2}\s*[)\]]$"
)
_ADVICE = rough(rf"{ADVICE}|ควร(?!พัฒนา|ปรับปรุง)")
_REGARDS = skeleton("ขอแสดงความนับถือ")
_GIVEN = tuple(skeleton(words) for words in ("สั่ง ณ วันที่", "ประกาศ ณ วันที่", "ให้ไว้ ณ"))
_CLOSING = (_REGARDS, *(skeleton(words) for words in ("จึงเรียนมาเพื่อ", "จึงกราบเรียนมาเพื่อ")), *_GIVEN)
_STAFF = tuple(skeleton(w) for w in ("เรื่องเดิม", "ข้อเท็จจริง", "ข้อพิจารณา", "ข้อกฎหมาย", "ความเป็นมา", "ความเห็น"))
_FIGURES = re.compile(r"(?:\s[-+–]?\d{1,3}\.\d{1,4}){1,6}$")
_LISTED = re.compile(r"^(?:[-–•*]|\(?\d{1,2}[.)])\s*")
_ORDERS = tuple(skeleton(w) for w in ("ทราบ", "เห็นชอบ", "อนุมัติ", "อนุญาต", "ดำเนินการตาม", "ลงนามแล้ว", "ชอบ", "เห็นควรตาม"))
_TITLED = re.compile(r"ตาราง|สิ่งที่ส่งมาด้วย|ผลการ|รายงาน|รายละเอียด|สรุป|เปรียบเทียบ|เอกสารแนบ|ภาคผนวก")
_GOES_ON = re.compile(r"\(ต่อ\)")
_ANNOUNCED = re.compile(
    r"(?:ดังนี้|ต่อไปนี้|ตาม(?:ตาราง|ราย(?:การ|ละเอียด))\S*)\s*:?\s*$"
)  # words above a table, and no title


@dataclass(frozen=True)
class Sheet:
    """One page without its furniture and stamps: what it opens (None: it continues something), and the signs of its place.

    `label` is an enclosure's heading above its text.
    `tail` is a last line that stands where a catchword stands but lost its slash and dots; `sure` is False where the signs of what
    the page opens are few; `confidence` is the reading's, by letters.
    """

    page: int
    rows: tuple[Row, ...]
    stamps: tuple[StampFound, ...]
    number: int | None
    catchword: str | None
    opens: Kind | None
    tables: tuple[Table, ...] = ()
    tail: str | None = None
    sure: bool = True
    confidence: float = 1.0
    label: str | None = None

    @property
    def text(self) -> str:
        """All its text."""
        return "\n".join(row.text for row in self.rows)

    @cached_property
    def packed(self) -> str:
        """The skeleton of all its text."""
        return skeleton(self.text)

    @cached_property
    def closing(self) -> int | None:
        """The row with the closing words of a paper, None when it has none."""
        rows = [n for n, row in enumerate(self.rows) if skeleton(row.text).startswith(_CLOSING)]
        return rows[-1] if rows else None

    @cached_property
    def signed(self) -> int | None:
        """The first row that holds a name in brackets and nothing else, below any closing words."""
        start = self.closing or 0
        return next((n for n, row in enumerate(self.rows) if n >= start and is_signature(row)), None)

    @cached_property
    def commands(self) -> int | None:
        """The row where a commander's order begins below the signature, or on top of the page; None when none does."""
        return next(iter(self._ordered), None)

    @cached_property
    def _ordered(self) -> dict[int, tuple[str, str] | None]:
        """The rows below the signature, or on top of the page, that begin an order or call it whose: what they call it, and tell."""
        above = range(len(self.rows))[: min(3, len(self.rows) if self.signed is None else self.signed)]
        below = range(self.signed + 1, len(self.rows)) if self.signed is not None else ()
        near = (*(above if self.closing is None else ()), *below)
        texts = {n: _LISTED.sub("", self.rows[n].text.strip()) for n in near}
        begun = (n for n, text in texts.items() if whose_words(text) or skeleton(text).startswith(_ORDERS))
        return {n: whose_words(texts[n]) for n in begun}

    @cached_property
    def ended(self) -> bool:
        """Whether a paper ends on it: closing words and a signature below them, or nothing but a signature, and no catchword."""
        return (
            not self.catchword
            and not self.awaits_signature
            and self.signed is not None
            and (self.closing is not None or (self.signed <= 4 and not self._inside[self.signed]))  # no cell signs
        )

    @cached_property
    def awaits_signature(self) -> bool:
        """Whether the closing words, or a commander's order, stand on it but nobody signed below."""
        begun = [n for n, whose in self._ordered.items() if whose is None or whose[1]]
        if self.signed is not None and begun:
            last = max((n for n in begun if self._ordered[n]), default=begun[0])  # each word of a named one is signed
            below = range(last, len(self.rows))
            return not any(is_signature(self.rows[n]) or signs_unbracketed(self.rows, n) for n in below)
        return self.closing is not None and self.signed is None and self.opens != "stamped"

    @cached_property
    def only_signature(self) -> bool:
        """Whether it begins with a signature: the words it closes are on another page."""
        return self.closing is None and self.signed is not None and self.signed <= 2

    @cached_property
    def only_acting(self) -> bool:
        """Whether it holds nothing but the end of a signature: for whom the signer acts, who has signed on another page."""
        first = self.rows[0].text.strip() if 0 < len(self.rows) <= LEFTOVER else ""
        return self.opens is None and first.startswith(ACTING)

    @cached_property
    def manner(self) -> Kind | None:
        """The kind of paper its closing or its clauses speak for, None where they speak for none."""
        texts = [skeleton(row.text) for row in self.rows]
        if any(text.startswith(_REGARDS) for text in texts):
            return "letter"
        if any(text.lstrip("0123456789.)").startswith(_STAFF) and text[:1].isdigit() for text in texts):
            return "memo"
        if any(text.startswith(_GIVEN) for text in texts):
            return "order"
        return "memo" if self.closing is not None and self.signed is not None else None

    @cached_property
    def tabular(self) -> bool:
        """Whether it is a table and nothing else: of figures, or a ruled one among which no sentence runs on."""
        return bool(self.tables and not self.mixed) or sum(self._figured) * 2 > len(self.rows) - self._headed

    @cached_property
    def columned(self) -> bool:
        """Whether its rows stand in columns that nobody ruled, numbers among them."""
        return not self.tables and is_tabled(self.rows)

    @cached_property
    def mixed(self) -> bool:
        """Whether a table, a ruled one or rows of figures, stands among the sentences of a text."""
        tabled = self.tables or sum(self._figured) >= _FEW or numbered_rows(self.rows) >= _FEW
        return bool(tabled) and (self.closing is not None or bool(running(self.rows, self._inside, hanging=True)))

    @cached_property
    def _headed(self) -> bool:
        """Whether the head of a table stands on top of it: words set apart in columns, no figure among them."""
        return bool(self.rows) and names_columns(self.rows[0])

    @cached_property
    def _figured(self) -> tuple[bool, ...]:
        return tuple(_FIGURES.search(row.text.strip()) is not None for row in self.rows)

    @cached_property
    def _inside(self) -> tuple[bool, ...]:
        return set_in_tables(self.tables, self.rows)

    @cached_property
    def leads_to_a_table(self) -> bool:
        """Whether it ends in a table, in the head of one, or with words that announce one: a heading ends no paper."""
        if not self.rows:
            return False
        last = self.rows[-1]
        ended = any(self._inside[-_TORN:]) or (self.mixed and self._figured[-1]) or bool(_ANNOUNCED.search(last.text))
        if not self.ended and self.signed is None:
            columned = names_columns(last) or (self.opens == "table" and len(last.parts) > 1)
            ended = ended or columned or is_heading(last)
        return (
            self.tabular or (self.opens == "table" and not running(self.rows[-_TORN:], self._inside[-_TORN:])) or ended
        )

    @cached_property
    def codes(self) -> list[tuple[int, ...]]:
        """Sub-indicator codes in order."""
        return codes_of(self.rows)

    @cached_property
    def advises(self) -> bool:
        """Whether it tells advice on sub-indicators and nothing that closes a letter: codes begin its rows, and words lead in."""
        coded = sum(_ITEM.match(row.text.strip()) is not None for row in self.rows)
        return self.closing is None and self.signed is None and coded >= _FEW and _ADVICE.search(self.text) is not None

    @cached_property
    def clauses(self) -> list[tuple[int, ...]]:
        """The numbers of its clauses in order: ๑, ๑.๑, ข้อ ๓."""
        return clauses_of(self.rows)

    @cached_property
    def edges(self) -> tuple[float, float] | None:
        """The left and the right margin, one outlier left out on each side; None where places are not known."""
        boxes = [row.box for row in self.rows if row.box]
        if len(boxes) < 4:
            return None
        return sorted(box[0] for box in boxes)[1], sorted(box[2] for box in boxes)[-2]

    @cached_property
    def figures(self) -> Counter[str]:
        """The digit strings of two and more digits on it."""
        return Counter(re.findall(r"\d[\d.,/]*\d", self.text))

    @cached_property
    def thai_digits(self) -> float | None:
        """The share of Thai digits among its digits, None where it has too few to tell."""
        printed = "".join(row.printed for row in self.rows)
        thai, arabic = len(re.findall(r"[๐-๙]", printed)), len(re.findall(r"[0-9]", printed))
        return thai / (thai + arabic) if thai + arabic >= 6 else None


def sheet_of(page: Page) -> Sheet:
    """Return the sheet of a page."""
    stamps, lines = take_stamps(page.lines)
    around = furniture(lines, page.width, page.height)
    taken = {id(line) for line in around.lines}
    printed = rows_of(line for line in lines if id(line) not in taken and not is_furniture(line))
    rows = certifier_last(one_after_another(down_the_columns(printed, page.tables)))
    label, of_enclosure = label_of(rows), page_of(rows)
    counted = around.number or of_enclosure
    found = unless_numbered(opened(rows), rows, around.number)
    if found is None or (label and not found.sure):
        found = _table(page, rows, None if of_enclosure == 1 else counted, label) or found
    first = found and found.sure and found.kind not in {"table", "endorsement"}  # such a page bears no number
    number = None if first else counted
    return Sheet(
        page.number, rows, tuple(stamps), number, around.catchword, found.kind if found else None, page.tables,
        around.tail, found.sure if found else True, _confidence(page.lines), label,
    )  # fmt: skip


def as_enclosure(sheet: Sheet, page: Page) -> Sheet:
    """Return the sheet of the first page of an enclosure, which opens a table of scores whatever number it bears."""
    found = _table(page, sheet.rows, None, sheet.label) if sheet.opens is None else None
    return replace(sheet, opens=found.kind, sure=found.sure) if found else sheet


def without_tail(sheet: Sheet) -> Sheet:
    """Return the sheet without its last line, once it is known for a catchword."""
    return replace(sheet, rows=sheet.rows[:-1], catchword=sheet.tail, tail=None)


def _table(page: Page, rows: Sequence[Row], number: int | None, label: str | None = None) -> Opening | None:
    """Return the opening of a page that is a table of scores; a numbered one continues a paper, and so does one without a title.

    Under an enclosure's heading names may wrap over many rows.
    """
    rest = page.number > 1 and not label and compares_years(page.tables)
    if (len(rows) >= 60 and not (label and page.tables)) or number or rest:
        return None
    figured = sum(bool(_FIGURES.search(row.text.strip())) for row in rows) * 2 > len(rows) > 3
    headed = page.tables or figured or (label is not None and advises_in_columns(in_columns(rows)))
    listed = len(without_lists(rows)) * 3 < len(rows) * 2
    scored = headed or listed or len(score_table((), rows).indicators) > len(rows) / (_WRAPS if label else 3)
    if not (scored or is_tabled(rows)):
        return None
    inside = set_in_tables(page.tables, rows)
    told = min(running(rows, inside), default=len(rows)) if page.tables or listed else len(rows)
    ruled = inside.index(True) if any(inside) else len(rows)
    top = [row for row in without_tiers(rows[: min(6, told, ruled)]) if not _ANNOUNCED.search(row.text)]
    head, columned = [row.text for row in top], next((n for n, row in enumerate(top) if len(row.parts) > 2), len(top))
    titled = any(_TITLED.search(text) for text in head[:columned])  # what stands below heads of columns is no title
    closed = any(skeleton(row.text).startswith(_CLOSING) for row in rows)
    untitled = (told < len(rows) or listed or not scored) and not (titled or (listed and label))
    if any(_GOES_ON.search(text) for text in head) or closed or untitled:
        return None  # the text of a paper, a table in its midst
    # a head of columns and a name that wraps are of the table
    above = next(
        (n for n, text in enumerate(head) if _FIGURES.search(text.strip()) or len(top[n].parts) > 2), len(head)
    )
    return Opening("table", above > 1 or titled)


def _confidence(lines: Sequence[Line]) -> float:
    letters = sum(len(line.text) for line in lines)
    return sum(line.confidence * len(line.text) for line in lines) / letters if letters else 0.0
