"""The rules of an act on a memo on its way up: whose turn it is, with what authority, on which words, not before what came before it."""

from dataclasses import dataclass

from sqlmodel import Session

from workflow.core.acting import Act
from workflow.core.errors import Refused, UsageError
from workflow.core.journey import MOVES, Role, Step, StepAct, after, turn
from workflow.core.office import Office
from workflow.core.org import Holder
from workflow.core.secrets import find
from workflow.core.thai_date import short
from workflow.core.when import When
from workflow.routing.authority import Capacity, capacity, stand_ins
from workflow.services.desk import Desk
from workflow.store.journey_tables import JourneyRow, JourneyStepRow
from workflow.store.journeys import as_steps, seen
from workflow.store.tables import MatterRow, MemoRow
from workflow.templates.glyphs import missing_glyphs

LEAST_SEEN = 8  # so many letters of a hash tell two versions of a memo apart


@dataclass(frozen=True)
class Decision:
    """What an officer says on a memo, by which post, when; `name` and `rank` as a paper bears them, None: as the chart has them that day.

    `seen` is the beginning of the hash of the words he read (`saraban journey` shows it); None: those submitted last.
    """

    matter: int
    text: str
    by_post: str
    when: When
    name: str | None = None
    rank: str | None = None
    seen: str | None = None


@dataclass(frozen=True)
class Walk:
    """A journey with all that an act on it looks at."""

    session: Session
    office: Office
    row: MatterRow
    journey: JourneyRow
    rows: list[JourneyStepRow]
    decision: Decision
    act: StepAct

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps as the rules see them."""
        return as_steps(self.rows)


def require_sayable(desk: Desk, decision: Decision, act: StepAct) -> None:
    """Refuse words that cannot go on the paper: none where some are needed, a secret, a letter the typeface lacks."""
    if act != StepAct.PASS and not decision.text:
        raise UsageError(f"ไม่มีข้อความ{act.thai}", next_step="ระบุ --text")
    if find(decision.text):
        raise Refused("ข้อความมีข้อมูลลับ (รหัสผ่านหรือโทรศัพท์เคลื่อนที่) จึงไม่บันทึก", next_step="ตัดข้อมูลนั้นออกแล้วสั่งใหม่")
    if decision.text and (missing := missing_glyphs(decision.text, desk.fonts())):
        raise Refused(f"แบบอักษรไม่มีตัวอักษร {' '.join(missing)} จึงพิมพ์ไม่ได้", next_step="ลบหรือเปลี่ยนตัวอักษรนั้นแล้วสั่งใหม่")


def repeated(
    office: Office, row: MatterRow, rows: list[JourneyStepRow], asked: tuple[Decision, StepAct]
) -> JourneyStepRow | None:
    """Return the step at which this very act was done already; the same words at a new turn of the same officer are a new act."""
    decision, act = asked
    same = [
        step
        for step in rows
        if (step.by_post, step.text) == (decision.by_post, decision.text)
        and step.acted_at
        and MOVES.get((Role(step.role), act)) == step.state
    ]
    exactly = [step for step in same if step.acted_at == decision.when.at]
    open_to_it = [step for step in turn(as_steps(rows)) if (step.role, act) in MOVES]
    due = {post for step in open_to_it for post in (step.post, *_may_speak(office, step, decision, row.unit))}
    return next(iter(exactly or ([] if decision.by_post in due else same)), None)


def _may_speak(office: Office, step: Step, decision: Decision, unit: str | None) -> tuple[str, ...]:
    act = Act.ENDORSE if step.role != Role.TO else Act.ORDER
    return stand_ins(office.chart, step.post, decision.when.on, act, unit)


def own_step(walk: Walk) -> Step:
    """Return the step at which the officer speaks; Refused names whose turn it is when it is not his."""
    office, decision = walk.office, walk.decision
    waiting = turn(walk.steps)
    own = [step for step in waiting if step.post == decision.by_post]
    own += [step for step in waiting if decision.by_post in _may_speak(office, step, decision, walk.row.unit)]
    if own:
        return own[0]
    signer = office.chart.post(decision.by_post)
    due = " หรือ ".join(office.chart.post(step.post).title for step in waiting)
    if any(step.post == decision.by_post for step in walk.steps):
        raise Refused(
            f"ยังไม่ถึงลำดับของ {signer.title} ขณะนี้รอ {due}",
            next_step=f"ให้ {due} ดำเนินการก่อน ดูลำดับด้วย saraban journey {walk.row.id}",
        )
    act = Act.ORDER if walk.act == StepAct.DECIDE else Act.ENDORSE
    try:
        _signs(walk, waiting[0].post, act)
    except Refused as error:
        raise Refused(
            str(error), next_step=f"ขณะนี้ถึงลำดับของ {due}: ให้ {due} ดำเนินการ หรือเพิ่มคำสั่งแต่งตั้งใน acting.csv"
        ) from error
    raise Refused(f"ขณะนี้ถึงลำดับของ {due}", next_step=f"ดูลำดับด้วย saraban journey {walk.row.id}")


def authority(walk: Walk, step: Step) -> Capacity:
    """Return in which capacity the officer acts: for the addressee where he decides or speaks in his place, else for the post on the way."""
    after(step, walk.act)
    if walk.act == StepAct.DECIDE:
        return _signs(walk, walk.office.addressee_post, Act.ORDER)
    return _signs(walk, step.post, Act.ORDER if step.role == Role.TO else Act.ENDORSE)


def _signs(walk: Walk, for_post: str, act: Act) -> Capacity:
    decision = walk.decision
    return capacity(
        walk.office.chart, signer_post=decision.by_post, for_post=for_post, on=decision.when.on, act=act,
        unit=walk.row.unit,
    )  # fmt: skip


def require_order_of_time(walk: Walk) -> None:
    """Refuse an act before the one before it; where a paper tells the day alone, days are compared."""
    acts = [When(row.acted_at, row.timed) for row in walk.rows if row.acted_at]
    before = max([When(walk.journey.submitted_at, walk.journey.timed), *acts], key=lambda when: when.at)
    when = walk.decision.when
    if when.on < before.on or (when.timed and before.timed and when.at < before.at):
        raise Refused(
            f"{walk.act.thai} {when.thai()} อยู่ก่อนขั้นก่อนหน้า ({before.thai()})", next_step="ตรวจวันเวลา แล้วระบุ --at ใหม่"
        )


def memo_as_submitted(walk: Walk) -> MemoRow:
    """Return the memo, whose words must be those submitted and those the officer read; a memo that changed can only be returned."""
    memo, journey, read = walk.session.get_one(MemoRow, walk.journey.memo_id), walk.journey, walk.decision.seen
    if walk.act != StepAct.RETURN and seen(memo) != journey.sha256:
        raise Refused(
            f"บันทึก ที่ {memo.number} ถูกแก้ไขหลังจากเสนอ จึง{walk.act.thai}บนฉบับเดิมไม่ได้",
            next_step=f"ส่งคืนด้วย saraban return {walk.row.id} แล้วเสนอฉบับที่แก้ด้วย saraban submit {walk.row.id}",
        )
    if read is not None and (len(read) < LEAST_SEEN or not journey.sha256.startswith(read.lower())):
        raise Refused(
            f"ฉบับที่อ่าน ({read}) ไม่ใช่ฉบับที่เสนออยู่ ({journey.sha256[:LEAST_SEEN]})",
            next_step=f"เปิดอ่านฉบับล่าสุด (saraban journey {walk.row.id}) แล้วสั่งใหม่ด้วย --seen {journey.sha256[:LEAST_SEEN]}",
        )
    return memo


def speaker(walk: Walk) -> Holder:
    """Return who speaks: as the paper names him, else the post's holder that day; Refused where the post is vacant."""
    decision, chart = walk.decision, walk.office.chart
    holder = chart.holder(decision.by_post, decision.when.on)
    if decision.name:
        return Holder(decision.by_post, decision.rank, decision.name)
    if holder is None:
        raise Refused(
            f"ไม่มีผู้ดำรงตำแหน่ง {chart.post(decision.by_post).title} ในวันที่ {short(decision.when.on)} จึง{walk.act.thai}ไม่ได้",
            next_step="ให้ผู้รักษาราชการแทนดำเนินการ หรือเพิ่มผู้ดำรงตำแหน่งใน holders.csv",
        )
    return holder


def whom_to_ask(walk: Walk, ask: str | None) -> str:
    """Return the post that is asked for more: one the memo went through, or the head of the unit whose memo it is (the usual one)."""
    chart = walk.office.chart
    head = chart.head(walk.row.unit)
    known = [*(row.post for row in walk.rows if row.role == Role.VIA), *([head.code] if head else [])]
    asked = ask or (head.code if head else "")
    if asked not in known:
        raise Refused(
            f"{asked or walk.row.unit} ไม่ได้อยู่ในทางเสนอ จึงขอข้อมูลเพิ่มไม่ได้",
            next_step=f"เลือกจาก {', '.join(dict.fromkeys(known))}",
        )
    return asked
