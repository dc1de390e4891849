"""`account add|list|desks|reset|disable|enable|sessions|revoke|setup-token`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.options import Json
from workflow.entrypoints.clock import now

if TYPE_CHECKING:
    from workflow.services.accounts import DeskGiven
    from workflow.store.account_tables import AccountDeskRow

app = typer.Typer(no_args_is_help=True, help="บัญชีผู้ใช้และการเข้าใช้ · accounts and sessions of the web")
Login = Annotated[str, typer.Argument(help="ชื่อบัญชี · login")]
Office = Annotated[str, typer.Option("--office", help="ชุดตั้งค่าใน config/ · office configuration")]
Unit = Annotated[str, typer.Option("--unit", help="หน่วย · unit")]
Roles = Annotated[list[Role], typer.Option("--role", help="โต๊ะในหน่วยนั้น ใส่ซ้ำได้ · desks there, repeatable")]
Posts = Annotated[list[str], typer.Option("--post", help="ตำแหน่งที่ดำรง ใส่ซ้ำได้ · posts held, repeatable")]
Number = Annotated[int | None, typer.Option("--session", help="เลขการเข้าใช้ ไม่ระบุ = ทั้งหมด · which (default: all)")]
Take = Annotated[int | None, typer.Option("--take", help="เอาโต๊ะหมายเลขนี้ออก · take this desk away")]
Factor = Annotated[bool, typer.Option("--second-factor", help="ล้างรหัสจากแอปด้วย · forget the second factor too")]


@app.command()
def add(
    login: Login, name: Annotated[str, typer.Option("--name", help="ยศ ชื่อ ชื่อสกุล ตามผังหน่วย · the person's name")],
    office: Office = "police", unit: Unit = "", role: Roles = [], post: Posts = [],  # noqa: B006 - Typer reads the defaults
) -> None:  # fmt: skip
    """เปิดบัญชี แล้วได้ลิงก์ให้เจ้าตัวตั้งรหัสผ่านเอง · Open an account; its owner sets the password by the link.

    ตัวอย่าง: saraban account add somying --name "น.ส.สมหญิง ตัวอย่าง" --unit สทส. --role drafter --role registry
    """
    from workflow.services.accounts import add_account

    token = add_account(desk(), login, name, _given(office, unit, role, post), When(now()))
    say.note(f"เปิดบัญชี {login} แล้ว ส่งลิงก์นี้ให้เจ้าตัวเท่านั้น (ใช้ได้ครั้งเดียว ภายใน ๗๒ ชั่วโมง)")
    say.answer(setup_address(token))


@app.command("list")
def list_(json: Json = False) -> None:
    """รายชื่อบัญชี · Every account."""
    from workflow.services.accounts import list_accounts

    found = list_accounts(desk())
    if json:
        say.as_json([{**say.plain(line), "desks": [row.model_dump() for row in line.desks]} for line in found])
        return
    rows = [
        [line.login, line.person, _state(line.disabled, line.has_password, line.second_factor), _desks(line.desks)]
        for line in found
    ]
    say.table("บัญชีผู้ใช้" if rows else "ยังไม่มีบัญชี", ["บัญชี", "ชื่อ", "สถานะ", "โต๊ะ"], rows)


@app.command()
def desks(
    login: Login, office: Office = "police", unit: Unit = "", role: Roles = [], post: Posts = [], take: Take = None,  # noqa: B006
) -> None:  # fmt: skip
    """โต๊ะของบัญชี: ดู เพิ่ม หรือเอาออก · The desks of an account: show, give, take.

    ตัวอย่าง: saraban account desks somchai --post ผบก.อก.สทส.
    """
    from workflow.services.accounts import desks_of, give_desk, take_desk

    if take is not None:
        take_desk(desk(), login, take)
    for given in _given(office, unit, role, post):
        give_desk(desk(), login, given)
    rows = [[str(r.id), r.office, Role(r.role).thai, to_thai(r.post or r.unit)] for r in desks_of(desk(), login)]
    say.table(f"โต๊ะของ {login}" if rows else f"{login} ยังไม่มีโต๊ะ", ["หมายเลข", "หน่วยงาน", "โต๊ะ", "ของ"], rows)


@app.command()
def reset(login: Login, second_factor: Factor = False) -> None:
    """ลืมรหัสผ่าน: จบการเข้าใช้ทั้งหมด แล้วได้ลิงก์ตั้งรหัสใหม่ · A link to set the password anew; sessions end.

    ตัวอย่าง: saraban account reset somying
    """
    from workflow.services.accounts import reset as start_anew

    token = start_anew(desk(), login, When(now()), second_factor=second_factor)
    say.note("ส่งลิงก์นี้ให้เจ้าตัวเท่านั้น (ใช้ได้ครั้งเดียว ภายใน ๗๒ ชั่วโมง)")
    say.answer(setup_address(token))


@app.command()
def disable(login: Login) -> None:
    """ปิดบัญชีและจบการเข้าใช้ทั้งหมด · Close an account; its sessions end."""
    from workflow.services.accounts import set_disabled

    set_disabled(desk(), login, When(now()), disabled=True)
    say.answer(f"ปิดบัญชี {login} แล้ว")


@app.command()
def enable(login: Login) -> None:
    """เปิดบัญชีที่ปิดไว้ · Open a closed account again."""
    from workflow.services.accounts import set_disabled

    set_disabled(desk(), login, When(now()), disabled=False)
    say.answer(f"เปิดบัญชี {login} แล้ว")


@app.command()
def sessions(login: Login, json: Json = False) -> None:
    """การเข้าใช้ที่ยังเปิดอยู่ · The open sessions of an account."""
    from workflow.services.web_sessions import list_sessions

    found = list_sessions(desk(), login, When(now()))
    if json:
        say.as_json(found)
        return
    rows = [[str(line.session), When(line.seen_at).thai(), line.address, line.agent] for line in found]
    say.table(
        f"การเข้าใช้ของ {login}" if rows else f"{login} ไม่มีการเข้าใช้ที่เปิดอยู่", ["เลข", "ใช้ล่าสุด", "จาก", "โปรแกรม"], rows
    )


@app.command()
def revoke(login: Login, session: Number = None) -> None:
    """จบการเข้าใช้ · End one session, or all."""
    from workflow.services.web_sessions import revoke_session, revoke_sessions

    if session is not None:
        revoke_session(desk(), login, session, When(now()))
    ended = 1 if session is not None else revoke_sessions(desk(), login, When(now()))
    say.answer(f"จบการเข้าใช้แล้ว {to_thai(ended)} รายการ")


@app.command("setup-token")
def setup_token() -> None:
    """ลิงก์เปิดบัญชีแรก เมื่อยังไม่มีบัญชีเลย · The link that opens the first account, while there is none."""
    from workflow.services.accounts import first_link

    say.answer(setup_address(first_link(desk(), When(now()))))


def setup_address(token: str) -> str:
    """Return the address of a one-time link, under the name by which people reach the page."""
    return f"{desk().url}/setup/{token}"


def _given(office: str, unit: str, roles: list[Role], posts: list[str]) -> "tuple[DeskGiven, ...]":
    from workflow.services.accounts import DeskGiven

    at_desks = [DeskGiven(office, role, unit) for role in roles if role != Role.OFFICER]
    return (*at_desks, *(DeskGiven(office, Role.OFFICER, unit, post) for post in posts))


def _state(disabled: bool, has_password: bool, second_factor: bool) -> str:
    if disabled:
        return "ปิด"
    words = "ใช้ได้" if has_password else "รอตั้งรหัสผ่าน"
    return f"{words} +แอปรหัส" if second_factor else words


def _desks(rows: "Sequence[AccountDeskRow]") -> str:
    return ", ".join(f"{Role(row.role).thai} {to_thai(row.post or row.unit)}" for row in rows)
