"""The rule of each route: who may come in. A handler without one answers nobody (the door refuses it, and a test names it).

    @router.api_route("/matters/{matter}/draft", methods=READING)
    @rule(OWN_MATTER.by(Role.DRAFTER))
    def draft(desk: TheDesk, who: Who, matter: int) -> HTMLResponse: ...

A rule sees the parts of the address alone (`{matter}`, `{dispatch}`, `{memo}`, `{unit}`, `{step}` …); what a form names is the handler's to
check, by `services/may_see.py`. What is not yours is not found (404); a role that may not act on what it sees is refused in words (403).
What a rule found out the handler is given (`TheSight`, `TheDispatch`, `TheSending` of `given.py`): it is asked once a request.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from workflow.core.errors import NotFound, Refused
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.services import may_see, may_use
from workflow.services.desk import Desk
from workflow.services.show_sendings import SendingLine
from workflow.services.web_sessions import Visitor
from workflow.store.tables import DispatchRow

Handler = TypeVar("Handler", bound=Callable[..., Any])
Check = Callable[[Desk, WorkingAs, Mapping[str, Any], When], object]
PAPER_DESKS = frozenset({Role.REGISTRY, Role.DRAFTER, Role.OFFICER})


@dataclass(frozen=True)
class Rule:
    """Who may come in, in words (for the table in docs/log-in.md) and as a check.

    `open` asks for no log-in; `desk` False asks for a log-in but for no desk; `roles` are the desks that may act.
    """

    words: str
    check: Check = lambda *_: None
    roles: frozenset[Role] = frozenset(Role)
    open: bool = False
    desk: bool = True

    def by(self, *roles: Role) -> "Rule":
        """Return the rule for these desks alone."""
        return replace(self, roles=frozenset(roles))

    def admit(self, desk: Desk, seen: Visitor | None, parts: Mapping[str, Any], when: When) -> object:
        """Let somebody who is logged in pass and return what the check found.

        NotFound for what is not theirs, Refused for what their desk does not do.
        """
        if self.open or not self.desk:
            return None
        who = seen.who if seen else None
        if who is None:
            raise NotFound("ยังไม่ได้เลือกโต๊ะ", next_step="เลือกโต๊ะที่แถบบน")
        found = self.check(desk, who, parts, when)
        if who.role not in self.roles:
            roles = " หรือ ".join(role.thai for role in Role if role in self.roles)
            raise Refused(f"โต๊ะ {who.title} ทำสิ่งนี้ไม่ได้ ต้องเป็น{roles}", next_step="เปลี่ยนโต๊ะที่แถบบน หรือส่งให้ผู้มีหน้าที่")
        return found


def _number(parts: Mapping[str, Any], name: str) -> int:
    """Return a number of the address; what is none exists nowhere."""
    try:
        return int(parts[name])
    except ValueError:
        raise NotFound("ไม่พบหน้านี้", next_step="กลับไปที่งานของฉัน แล้วเลือกจากหน้านั้น") from None


def _matter(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> may_see.Sight:
    return may_see.see_matter(desk, who, _number(parts, "matter"), when)


def _whole(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> may_see.Sight:
    may_see.see_whole(desk, who, _number(parts, "matter"), when)
    return may_see.Sight.WHOLE


def _own_matter(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> None:
    may_see.own_matter(desk, who, _number(parts, "matter"))


def _dispatch(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> DispatchRow:
    return may_see.see_dispatch(desk, who, _number(parts, "matter"), _number(parts, "dispatch"), when)


def _own_dispatch(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> DispatchRow:
    return may_see.own_dispatch(desk, who, _number(parts, "matter"), _number(parts, "dispatch"), when)


def _sent(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> DispatchRow:
    return may_see.sent_dispatch(desk, who, _number(parts, "matter"), _number(parts, "dispatch"), when)


def _copy(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> DispatchRow:
    return may_see.see_copy(desk, who, _number(parts, "matter"), _number(parts, "dispatch"), when)


def _memo(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> None:
    may_see.see_memo(desk, who, _number(parts, "memo"), when)


def _unit(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> None:
    may_see.see_unit(desk, who, str(parts["unit"]), when)


def _sending(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> SendingLine:
    return may_use.see_sending(desk, who, _number(parts, "memo"), when)


def _own_sending(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> SendingLine:
    return may_use.own_sending(desk, who, _number(parts, "memo"), when)


def _choice(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> None:
    may_use.own_choice(desk, who, str(parts["choice"]))


def _intake(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> None:
    may_use.own_intake(desk, who, _number(parts, "intake"))


def _step(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> None:
    may_use.see_step(desk, who, _number(parts, "step"), when)


def _evidence(desk: Desk, who: WorkingAs, parts: Mapping[str, Any], when: When) -> None:
    may_use.see_evidence(desk, who, _number(parts, "promise"), when)


OPEN = Rule("ทุกคน ไม่ต้องเข้าสู่ระบบ", open=True)
SIGNED_IN = Rule("ผู้เข้าสู่ระบบ", desk=False)
ANY_DESK = Rule("ผู้มีโต๊ะทำงานในวันนั้น")
PAPER_DESK = Rule("งานสารบรรณ เจ้าของเรื่อง หรือผู้ดำรงตำแหน่ง", roles=PAPER_DESKS)
ADMIN = Rule("ผู้ดูแลระบบ").by(Role.ADMIN)
MATTER_SEEN = Rule("หน่วยที่เห็นเรื่อง (ทั้งเรื่องหรือเฉพาะสายของตน)", _matter)
MATTER_WHOLE = Rule("หน่วยที่เห็นเรื่องทั้งเรื่อง", _whole)
OWN_MATTER = Rule("หน่วยเจ้าของเรื่อง", _own_matter)
DISPATCH_SEEN = Rule("หน่วยที่รับหรือส่งฉบับนั้น หน่วยเหนือ หรือเจ้าของเรื่อง", _dispatch)
OWN_DISPATCH = Rule("หน่วยผู้รับฉบับนั้น", _own_dispatch)
SENT_DISPATCH = Rule("หน่วยที่ส่งฉบับนั้น", _sent, PAPER_DESKS)
COPY_SEEN = Rule("หน่วยที่ส่งฉบับนั้น หรือหน่วยผู้รับ", _copy, PAPER_DESKS)
MEMO_SEEN = Rule("หน่วยที่เห็นบันทึก", _memo)
SENDING_SEEN = Rule("หน่วยที่ส่ง หรือหน่วยที่เห็นเรื่องทั้งเรื่อง", _sending, PAPER_DESKS)
OWN_SENDING = Rule("หน่วยที่ส่ง", _own_sending, PAPER_DESKS)
OWN_CHOICE = Rule("หน่วยที่เลือกผู้รับ", _choice, PAPER_DESKS)
OWN_INTAKE = Rule("หน่วยที่รับแฟ้มเข้า", _intake).by(Role.REGISTRY, Role.DRAFTER)
STEP_SEEN = Rule("ผู้ดำรงตำแหน่งที่เรื่องรออยู่", _step).by(Role.OFFICER)
EVIDENCE_SEEN = Rule("หน่วยที่ให้คำรับ หน่วยเหนือ หรือหน่วยเจ้าของการสำรวจ", _evidence, PAPER_DESKS)
OWN_BOOKS = Rule("หน่วยเจ้าของทะเบียน หรือหน่วยเหนือ", _unit)


def rule(given: Rule) -> Callable[[Handler], Handler]:
    """Give a handler its rule; the innermost decorator, below the route's."""

    def mark(handler: Handler) -> Handler:
        handler.__rule__ = given  # type: ignore[attr-defined]
        return handler

    return mark


def rule_of(handler: object) -> Rule | None:
    """Return the rule a handler was given, None when it was given none."""
    found: Rule | None = getattr(handler, "__rule__", None)
    return found
