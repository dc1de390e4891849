"""What one person is told in one day: every paper that waits for him, most urgent first, whatever matter it belongs to."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from workflow.core.secrets import mask
from workflow.core.thai_date import full, short
from workflow.core.thai_digits import to_thai

MOST = 50  # papers written out in one mail; the rest are counted
URGENCIES = ("ด่วนที่สุด", "ด่วนมาก", "ด่วน")


@dataclass(frozen=True)
class DigestItem:
    """A paper that waits for an answer: how it is cited, when it is due, which rung reminds of it today (None: none does)."""

    dispatch: int
    matter: int
    paper: str
    subject: str
    post: str
    due_on: date
    late: int | None  # working days after the due day; negative before it; None where the calendar cannot count
    rung: str | None = None
    urgency: str | None = None

    @property
    def timing(self) -> str:
        """Return `เลยกำหนดแล้ว ๒ วันทำการ`, `ครบกำหนดวันนี้` or `อีก ๑ วันทำการ`."""
        if self.late is None:
            return ""
        if self.late == 0:
            return "ครบกำหนดวันนี้"
        return f"เลยกำหนดแล้ว {to_thai(self.late)} วันทำการ" if self.late > 0 else f"อีก {to_thai(-self.late)} วันทำการ"


@dataclass(frozen=True)
class DigestPaper:
    """A numbered paper about units below that have not answered: its words, and the dispatches it names."""

    number: str
    words: str
    matter: int
    dispatches: tuple[int, ...]


@dataclass(frozen=True)
class Digest:
    """One day's message to one person; `url` is where the tracking page is reached."""

    to: str
    on: date
    sender: str
    url: str
    items: tuple[DigestItem, ...] = ()
    papers: tuple[DigestPaper, ...] = ()
    more: int = 0  # papers that also wait but are not written out

    def without(self, answered: Collection[int]) -> "Digest":
        """Return what is left to say once these dispatches have been answered."""
        return replace(
            self,
            items=tuple(item for item in self.items if item.dispatch not in answered),
            papers=tuple(paper for paper in self.papers if not set(paper.dispatches) <= set(answered)),
        )

    def carrying(self, earlier: "Digest") -> "Digest":
        """Return the message with what an earlier one, that never left, would have said: its rungs and its papers."""
        rungs = {item.dispatch: item.rung for item in earlier.items if item.rung}
        items = tuple(replace(item, rung=item.rung or rungs.get(item.dispatch)) for item in self.items)
        return replace(self, items=items, papers=(*earlier.papers, *self.papers))

    @property
    def says_something(self) -> bool:
        """Whether any rung or paper is left, so that there is a reason to write at all."""
        return bool(self.papers) or any(item.rung for item in self.items)


def most_urgent_first(items: Collection[DigestItem]) -> tuple[DigestItem, ...]:
    """Return the papers in the order a person should take them: by urgency, then the longest overdue."""
    rank = {urgency: n for n, urgency in enumerate(URGENCIES)}
    return tuple(sorted(items, key=lambda i: (rank.get(i.urgency or "", len(rank)), i.due_on, i.dispatch)))


def mail_subject(digest: Digest) -> str:
    """Return the subject line: the paper's own where there is one, a count where there are several."""
    if len(digest.items) == 1 and not digest.papers:
        return mask(f"เตือน: {digest.items[0].subject}")
    if not digest.items:
        return f"รายงานเรื่องค้างของหน่วยในบังคับบัญชา {to_thai(len(digest.papers))} ฉบับ"
    below = f" และเรื่องค้างของหน่วยในบังคับบัญชา {to_thai(len(digest.papers))} ฉบับ" if digest.papers else ""
    return f"เตือน: หนังสือค้างตอบ {to_thai(len(digest.items) + digest.more)} ฉบับ{below}"


def mail_body(digest: Digest) -> str:
    """Return the words of the mail, secrets masked."""
    lines = [f"เรียน {digest.to}", ""]
    if digest.items:
        lines += [f"ณ วันที่ {full(digest.on)} มีหนังสือที่ยังไม่ได้ตอบรับทราบ {to_thai(len(digest.items) + digest.more)} ฉบับ", ""]
    for number, item in enumerate(digest.items, 1):
        lines += [*_item_lines(digest, number, item), ""]
    if digest.more:
        lines += [f"และอีก {to_thai(digest.more)} ฉบับ ดูทั้งหมดที่ {digest.url}", ""]
    for paper in digest.papers:
        lines += [f"หนังสือเตือน ที่ {paper.number}", paper.words, f"ดูรายหน่วยที่ {digest.url}/matters/{paper.matter}", ""]
    lines += ["หากได้ตอบแล้ว ไม่ต้องดำเนินการใดอีก จดหมายนี้โปรแกรมส่งเอง วันละไม่เกินหนึ่งฉบับ และหยุดเมื่อตอบรับทราบ", digest.sender]
    return mask("\n".join(lines))


def _item_lines(digest: Digest, number: int, item: DigestItem) -> list[str]:
    timing = f" ({item.timing})" if item.timing else ""
    rung = f" {item.rung}" if item.rung else ""
    return [
        to_thai(f"{number}. {item.urgency + ' ' if item.urgency else ''}{item.paper} เรื่อง {item.subject}"),
        f"   ถึง {item.post} ครบกำหนด {short(item.due_on)}{timing}{rung}",
        f"   เปิดดูและรับทราบ: {digest.url}/matters/{item.matter}/recipients/{item.dispatch}",
    ]


def short_words(digest: Digest) -> str:
    """Return the few words for a channel that outsiders run: counts and where to look, never what a paper is about."""
    late = sum(1 for item in digest.items if item.late is not None and item.late > 0)
    parts = [f"หนังสือค้างตอบ {to_thai(len(digest.items) + digest.more)} ฉบับ"] if digest.items else []
    parts += [f"เลยกำหนด {to_thai(late)} ฉบับ"] if late else []
    parts += [f"หนังสือเตือนเรื่องค้างของหน่วยในบังคับบัญชา {to_thai(len(digest.papers))} ฉบับ"] if digest.papers else []
    return f"สารบรรณ: {' '.join(parts)} ณ {short(digest.on)} เปิดดูที่ {digest.url}"


def payload(digest: Digest) -> dict[str, Any]:
    """Return the message as data for another program: numbers and dates, no subject matter."""
    return {
        "type": "saraban.reminder",
        "data": {
            "to": digest.to,
            "on": digest.on.isoformat(),
            "waiting": len(digest.items) + digest.more,
            "items": [
                {"dispatch": i.dispatch, "matter": i.matter, "due_on": i.due_on.isoformat(), "rung": i.rung}
                for i in digest.items
            ],
            "papers": [{"number": paper.number, "dispatches": list(paper.dispatches)} for paper in digest.papers],
        },
    }
