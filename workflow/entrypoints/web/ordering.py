"""สั่งการ: what waits for a commander, the paper with its doubts and changes, and his word on it; one memo, or many with one text."""

from collections.abc import Mapping
from dataclasses import replace

from fastapi import APIRouter
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from workflow.core.errors import SarabanError, UsageError
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.entrypoints.web.given import READING, Moment, TheDesk, Who
from workflow.entrypoints.web.problems import lost
from workflow.entrypoints.web.rules import PAPER_DESK, STEP_SEEN, rule
from workflow.entrypoints.web.sent import Chosen, TheForm
from workflow.entrypoints.web.views import html
from workflow.services.desk import Desk
from workflow.services.give_order import Decided, Decision, ask_for_more, give_order, pass_memo, return_memo
from workflow.services.orders_waiting import WaitingMemo, due_step, orders_waiting
from workflow.services.show_order import order_page, show_order

router = APIRouter(prefix="/orders")
OFFICERS = PAPER_DESK.by(Role.OFFICER)
DONE = {
    "decide": "สั่งการแล้ว",
    "return": "ส่งคืนแล้ว",
    "note": "เสนอความเห็นแล้ว",
    "pass": "ผ่านเรื่องแล้ว",
    "ask": "ขอข้อมูลเพิ่มแล้ว",
}


@router.api_route("", methods=READING)
@rule(OFFICERS)
def orders(desk: TheDesk, when: Moment, who: Who, done: str = "", about: int = 0) -> HTMLResponse:
    """รอสั่งการ: every memo whose turn it is at this desk."""
    return _listed(desk, who, when, done=done, matter=about)


@router.post("")
@rule(OFFICERS)
def order_many(desk: TheDesk, when: Moment, who: Who, sent: Chosen) -> HTMLResponse:
    """Give one order on every memo that was ticked, each an act of its own; what is refused for one does not hold up the others."""
    form, many = sent
    steps, text = many.get("step", ()), _text(form)
    if not steps or not text:
        wrong = "ยังไม่ได้เลือกเรื่อง" if not steps else "ยังไม่มีข้อความสั่งการ"
        return _listed(desk, who, when, trouble=UsageError(wrong, next_step="เลือกเรื่องและถ้อยคำ แล้วกดอีกครั้ง"))
    results = [_order(desk, who, when, step, form, text) for step in steps]
    return _listed(desk, who, when, results=results, text=text)


@router.api_route("/{step}", methods=READING)
@rule(STEP_SEEN)
def order(desk: TheDesk, when: Moment, who: Who, step: int) -> HTMLResponse:
    """The memo before the officer."""
    return _page(desk, who, step, when)


@router.post("/{step}")
@rule(STEP_SEEN)
def decide(desk: TheDesk, when: Moment, who: Who, step: int, form: TheForm) -> Response:
    """Do what the pressed button says; an act at a step that is not, or no longer, this desk's is not found."""
    act = form.get("do", "")
    memo = due_step(desk, who, step, when)
    try:
        _act(desk, _decision(memo, who, when, form), act, form.get("ask") or None)
    except SarabanError as error:
        return _page(desk, who, step, when, trouble=error, typed=form.get("text", ""), phrase=form.get("phrase", ""))
    return RedirectResponse(f"/orders?done={act}&about={memo.matter}", status_code=303)


@router.api_route("/{step}/pages/{page}.png", methods=READING)
@rule(STEP_SEEN)
def page_picture(desk: TheDesk, when: Moment, who: Who, step: int, page: int) -> FileResponse:
    """A page of the memo, with what was written on it before."""
    return FileResponse(order_page(desk, who, step, page, when), media_type="image/png")


def _act(desk: Desk, decision: Decision, act: str, ask: str | None) -> Decided:
    if act in {"note", "pass"}:
        if act == "note" and not decision.text:
            raise UsageError("ไม่มีข้อความเสนอความเห็น", next_step="พิมพ์ความเห็น หรือกดผ่านเรื่องโดยไม่มีความเห็น")
        return pass_memo(desk, decision if act == "note" else replace(decision, text=""))
    if act == "decide":
        return give_order(desk, decision)
    if act == "return":
        return return_memo(desk, decision)
    if act == "ask":
        return ask_for_more(desk, decision, ask)
    raise UsageError("ไม่ได้เลือกว่าจะทำอะไร", next_step="กดปุ่มใดปุ่มหนึ่งในหน้าสั่งการ")


def _decision(memo: WaitingMemo, who: Who, when: When, form: Mapping[str, str]) -> Decision:
    """Return the decision, bound to the words that were on the page the officer read."""
    return Decision(memo.matter, _text(form), who.post or "", when, seen=form.get("seen") or memo.seen)


def _text(form: Mapping[str, str]) -> str:
    """Return the stock phrase that was chosen and what was typed, each on its own line."""
    said = (form.get("phrase", "").strip(), form.get("text", "").replace("\r\n", "\n").strip())
    return "\n".join(part for part in said if part)


def _order(
    desk: Desk, who: Who, when: When, step: str, form: Mapping[str, str], text: str
) -> tuple[WaitingMemo | None, Decided | None, SarabanError | None]:
    memo: WaitingMemo | None = None
    try:
        memo = due_step(desk, who, int(step) if step.isascii() and step.isdecimal() else 0, when)
        seen = form.get(f"seen-{step}") or memo.seen
        return memo, give_order(desk, Decision(memo.matter, text, who.post or "", when, seen=seen)), None
    except SarabanError as error:
        return memo, None, error


def _listed(
    desk: Desk, who: Who, when: When, *, done: str = "", matter: int = 0, trouble: SarabanError | None = None,
    results: list[tuple[WaitingMemo | None, Decided | None, SarabanError | None]] | None = None, text: str = "",
) -> HTMLResponse:  # fmt: skip
    status = 400 if trouble else 404 if lost(error for _, _, error in results or ()) else 200
    return html(
        "orders.html.j2", status=status, memos=orders_waiting(desk, who, when), matter=matter,
        said=DONE.get(done, ""), done=done,
        trouble=trouble, results=results or [], text=text, phrases=desk.office(who.office).order_phrases, who=who,
    )  # fmt: skip


def _page(
    desk: Desk,
    who: Who,
    step: int,
    when: When,
    *,
    trouble: SarabanError | None = None,
    typed: str = "",
    phrase: str = "",
) -> HTMLResponse:
    view = show_order(desk, who, step, when)
    return html(
        "order.html.j2", status=400 if trouble else 200, view=view, trouble=trouble, typed=typed, phrase=phrase,
        phrases=desk.office(who.office).order_phrases, who=who, journey=view.journey,
    )  # fmt: skip
