"""One act on a memo that is on its way up: whose turn it is, with what authority, on which words and not before what came before."""

from dataclasses import dataclass, replace

from sqlmodel import Session

from workflow.core.acting import Act
from workflow.core.errors import NotFound, Refused, UsageError
from workflow.core.journey import ENDS, MOVES, Role, Step, StepAct, StepState, after, settled, turn
from workflow.core.matter import MatterMove
from workflow.core.office import Office
from workflow.core.org import Holder
from workflow.core.secrets import find
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.authority import Capacity, capacity, stand_ins
from workflow.services.desk import Desk
from workflow.store.journey_tables import JourneyRow, JourneyStepRow
from workflow.store.journeys import Way, as_steps, ask_back, last_journey, open_journey, seen, steps_of
from workflow.store.matters import Trail, last_order, matter, memos, move
from workflow.store.tables import MatterRow, MemoRow, OrderRow
from workflow.templates.glyphs import missing_glyphs

_MOVE = {StepAct.DECIDE: MatterMove.ORDER, StepAct.RETURN: MatterMove.RETURN}
_EVENT = {
    StepState.PASSED: ("passed", "ผ่าน"),
    StepState.NOTED: ("noted", "เสนอความเห็น"),
    StepState.RETURNED: ("returned", "ส่งคืน"),
    StepState.DECIDED: ("ordered", "สั่งการ"),
    StepState.ASKED: ("asked", "ขอข้อมูลเพิ่ม"),
}
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
class Decided:
    """In which capacity it was done, whether it had been done before, and the posts whose turn it is now."""

    capacity: str
    again: bool = False
    waiting: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Walk:
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


def take_step(desk: Desk, decision: Decision, act: StepAct, ask: str | None = None) -> Decided:
    """Do one act at the step whose turn it is; the very same act done twice is one. `ask` names who is asked for more."""
    decision = replace(decision, text=decision.text.strip())
    _sayable(desk, decision, act)
    with desk.store.write() as session:
        row = matter(session, decision.matter)
        office = desk.office(row.office)
        journey = last_journey(session, decision.matter)
        rows = steps_of(session, [journey.id or 0]) if journey else []
        if repeated := _repeated(office, row, rows, (decision, act)) or _ordered_before(
            session, journey, decision, act
        ):
            return Decided(repeated.capacity, again=True, waiting=tuple(s.post for s in turn(as_steps(rows))))
        move(row, _MOVE.get(act, MatterMove.PASS))
        if journey is None or journey.state != "open":
            journey = _adopted(session, desk, row)
            rows = steps_of(session, [journey.id or 0])
        walk = _Walk(session, office, row, journey, rows, decision, act)
        step = _own_step(walk)
        acted_as = _authority(walk, step)
        _in_order_of_time(walk)
        memo = _as_submitted(walk)
        _settle(walk, step, acted_as)
        if act == StepAct.ASK:
            ask_back(session, journey, step.position, (_whom(walk, ask), step.post))
        _record(walk, step, acted_as, memo)
        return Decided(
            acted_as.title, waiting=tuple(s.post for s in turn(as_steps(steps_of(session, [journey.id or 0]))))
        )


def _sayable(desk: Desk, decision: Decision, act: StepAct) -> None:
    """Refuse words that cannot go on the paper: none where some are needed, a secret, a letter the typeface lacks."""
    if act != StepAct.PASS and not decision.text:
        raise UsageError(f"ไม่มีข้อความ{act.thai}", next_step="ระบุ --text")
    if find(decision.text):
        raise Refused("ข้อความมีข้อมูลลับ (รหัสผ่านหรือโทรศัพท์เคลื่อนที่) จึงไม่บันทึก", next_step="ตัดข้อมูลนั้นออกแล้วสั่งใหม่")
    if decision.text and (missing := missing_glyphs(decision.text, desk.fonts())):
        raise Refused(f"แบบอักษรไม่มีตัวอักษร {' '.join(missing)} จึงพิมพ์ไม่ได้", next_step="ลบหรือเปลี่ยนตัวอักษรนั้นแล้วสั่งใหม่")


def _repeated(
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


def _ordered_before(session: Session, journey: JourneyRow | None, decision: Decision, act: StepAct) -> OrderRow | None:
    """Return the very same order, given before journeys were kept."""
    given = last_order(session, decision.matter) if journey is None and act == StepAct.DECIDE else None
    return given if given and (given.by_post, given.text) == (decision.by_post, decision.text) else None


def _adopted(session: Session, desk: Desk, row: MatterRow) -> JourneyRow:
    """Open the journey of a memo that was submitted before journeys were kept."""
    office = desk.office(row.office)
    numbered = (memo for memo in memos(session, row.id or 0) if memo.number and not memo.number.endswith("/"))
    out = [memo for memo in numbered if not desk.kind(memo.kind).aside]
    if not out or out[-1].dated is None:
        raise NotFound(f"เรื่องที่ {to_thai(row.id)} ไม่มีบันทึกที่เสนอแล้ว", next_step=f"เสนอก่อนด้วย saraban submit {row.id}")
    return open_journey(session, out[-1], Way(office.way_up, office.addressee_post), When.day(out[-1].dated))


def _may_speak(office: Office, step: Step, decision: Decision, unit: str | None) -> tuple[str, ...]:
    act = Act.ENDORSE if step.role != Role.TO else Act.ORDER
    return stand_ins(office.chart, step.post, decision.when.on, act, unit)


def _own_step(walk: _Walk) -> Step:
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


def _authority(walk: _Walk, step: Step) -> Capacity:
    """Return in which capacity the officer acts: for the addressee where he decides or speaks in his place, else for the post on the way."""
    after(step, walk.act)
    if walk.act == StepAct.DECIDE:
        return _signs(walk, walk.office.addressee_post, Act.ORDER)
    return _signs(walk, step.post, Act.ORDER if step.role == Role.TO else Act.ENDORSE)


def _signs(walk: _Walk, for_post: str, act: Act) -> Capacity:
    decision = walk.decision
    return capacity(
        walk.office.chart, signer_post=decision.by_post, for_post=for_post, on=decision.when.on, act=act,
        unit=walk.row.unit,
    )  # fmt: skip


def _in_order_of_time(walk: _Walk) -> None:
    """Refuse an act before the one before it; where a paper tells the day alone, days are compared."""
    acts = [When(row.acted_at, row.timed) for row in walk.rows if row.acted_at]
    before = max([When(walk.journey.submitted_at, walk.journey.timed), *acts], key=lambda when: when.at)
    when = walk.decision.when
    if when.on < before.on or (when.timed and before.timed and when.at < before.at):
        raise Refused(
            f"{walk.act.thai} {when.thai()} อยู่ก่อนขั้นก่อนหน้า ({before.thai()})", next_step="ตรวจวันเวลา แล้วระบุ --at ใหม่"
        )


def _as_submitted(walk: _Walk) -> MemoRow:
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


def _settle(walk: _Walk, step: Step, acted_as: Capacity) -> None:
    holder, decision = _speaker(walk), walk.decision
    states = settled(walk.steps, step, walk.act)
    for row in walk.rows:
        row.state = states.get(row.id or 0, row.state)
        if row.id == step.id:
            row.by_post, row.by_rank, row.by_name = decision.by_post, holder.rank or "", holder.name
            row.capacity, row.appointment = acted_as.title, acted_as.order_number
            row.text, row.acted_at, row.timed = decision.text, decision.when.at, decision.when.timed
    if states[step.id] in ENDS:
        walk.journey.state = states[step.id]


def _speaker(walk: _Walk) -> Holder:
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


def _whom(walk: _Walk, ask: str | None) -> str:
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


def _record(walk: _Walk, step: Step, acted_as: Capacity, memo: MemoRow) -> None:
    decision, state = walk.decision, after(step, walk.act)
    row = next(row for row in walk.rows if row.id == step.id)
    if state in ENDS:
        walk.session.add(
            OrderRow(
                matter_id=decision.matter, memo_id=memo.id or 0, text=decision.text, by_post=decision.by_post,
                decision="order" if state == StepState.DECIDED else "return", by_name=row.by_name, capacity=row.capacity,
                at=decision.when.at, sha256=seen(memo), version=walk.journey.version, appointment=acted_as.order_number,
            )
        )  # fmt: skip
    kind, word = _EVENT[state] if step.role != Role.ASKED or state != StepState.NOTED else ("noted", "ให้ข้อมูลเพิ่ม")
    said = f" “{to_thai(' / '.join(decision.text.splitlines()))}”" if decision.text else ""
    unit = walk.office.chart.post(decision.by_post).unit
    Trail(walk.session, decision.matter).note(
        kind, unit, f"{word}{said} โดย {row.by_name} {row.capacity}", decision.when
    )
