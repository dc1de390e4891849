"""The bar at the top of every page: in whose name one works, the other desks, where one may go. Set by the door, read by the pages."""

from contextvars import ContextVar
from dataclasses import dataclass

from workflow.core.working_as import Role, WorkingAs
from workflow.services.web_sessions import Visitor


@dataclass(frozen=True)
class Place:
    """An entry of the menu: shown to these desks once its page exists; `also`: where else one is still at that place."""

    label: str
    path: str
    roles: frozenset[Role] = frozenset(Role)
    also: tuple[str, ...] = ()


PAPERS = frozenset({Role.REGISTRY, Role.DRAFTER, Role.OFFICER})
MENU = (
    Place("งานของฉัน", "/", PAPERS),
    Place("กล่องรับ", "/inbox", PAPERS),
    Place("เรื่อง", "/matters", PAPERS, also=("/dispatch", "/sendings")),
    Place("สายของฉัน", "/branch", PAPERS),
    Place("รับหนังสือ", "/intake", frozenset({Role.REGISTRY, Role.DRAFTER})),
    Place("รอสั่งการ", "/orders", frozenset({Role.OFFICER})),
    Place("ทะเบียน", "/registers", PAPERS),
    Place("รอบสำรวจ", "/rounds", PAPERS),
    Place("ผังหน่วย", "/org"),
    Place("การเตือน", "/reminders"),
    Place("บัญชีผู้ใช้", "/admin/accounts", frozenset({Role.ADMIN})),
)


@dataclass(frozen=True)
class Bar:
    """What the bar of one page shows."""

    visitor: Visitor
    path: str
    menu: tuple[Place, ...]

    @property
    def who(self) -> WorkingAs | None:
        """The desk one works at."""
        return self.visitor.who

    @property
    def others(self) -> tuple[WorkingAs, ...]:
        """The other desks one may change to."""
        return tuple(desk for desk in self.visitor.desks if desk != self.visitor.who)

    def is_here(self, place: Place) -> bool:
        """Whether the page shown lies under that entry of the menu."""
        below = (path for path in (place.path, *place.also) if path != "/")
        return self.path == place.path or any(f"{self.path}/".startswith(f"{path}/") for path in below)


BAR: ContextVar[Bar | None] = ContextVar("bar", default=None)


def bar_for(visitor: Visitor, path: str, pages: frozenset[str]) -> Bar:
    """Return the bar for a visitor at a path; `pages` are the paths this application answers."""
    role = visitor.who.role if visitor.who else None
    menu = tuple(place for place in MENU if role in place.roles and place.path in pages)
    return Bar(visitor, path, menu)
