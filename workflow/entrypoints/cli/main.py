"""The command `saraban`. Exit codes are a contract: see docs/architecture.md."""

import json
import sys

import typer
from typer.exceptions import TyperException

from workflow.core.errors import ExitCode, SarabanError, UsageError
from workflow.entrypoints.cli import (
    accounting,
    attending,
    bulk,  # noqa: F401 - its import adds `memo copies` and `memo merge` to the commands about memos
    calendars,
    certifying,  # noqa: F401 - its import adds `memo copy`
    closing,
    deciding,
    drawing,
    exchanging,
    fanning,
    journey,
    keeping,
    linking,
    memo,
    mending,
    org,
    planning,
    printing,  # noqa: F401 - its import adds `register print` to the commands about registers
    privacy,
    reading,
    registering,  # noqa: F401 - its import adds `register next`, `issue`, `reserve`, `use`, `void`, `sent`, `holes` and `lines`
    reminding,
    rounds,
    running,
    say,
    sealing,
    sending,
    signing,  # noqa: F401 - its import adds `memo sign` and `memo verify`
    tracking,
    vault,
    watching,
)

app = typer.Typer(
    help="saraban: จากหนังสือแจ้งผลหนึ่งฉบับ สู่บันทึกที่มีเลขและทุกหน่วยรับทราบ · from a result letter to acknowledged memos",
    no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False, rich_markup_mode="rich",
)  # fmt: skip
for part in (
    reading, mending, deciding, journey, planning, sending, fanning, closing, linking, watching, tracking, drawing, attending,
    running, reminding, calendars, sealing, keeping,
):  # fmt: skip
    app.add_typer(part.app)


app.add_typer(accounting.app, name="account")
app.add_typer(memo.app, name="memo")
app.add_typer(org.app, name="org")
app.add_typer(rounds.app, name="rounds")
app.add_typer(exchanging.app, name="package")
app.add_typer(vault.app, name="vault")
app.add_typer(privacy.app, name="privacy")


def main() -> None:
    """Run one command; an error becomes one Thai sentence with the next step, and its exit code."""
    try:
        result = app(standalone_mode=False)
        sys.exit(result if isinstance(result, int) else ExitCode.OK)
    except SarabanError as error:
        _explain(error)
        sys.exit(error.exit_code)
    except typer.Abort:
        sys.exit(ExitCode.INTERRUPTED)
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)
    except (
        TyperException
    ) as error:  # words the command does not know (Typer carries its own click: catch Typer's names)
        if message := error.format_message():
            _explain(UsageError(f"คำสั่งไม่ถูกต้อง: {message}", next_step="ดูวิธีใช้ด้วย saraban --help"))
        sys.exit(error.exit_code)


def _explain(error: SarabanError) -> None:
    if "--json" in sys.argv:
        sys.stderr.write(json.dumps({"error": str(error), "next_step": error.next_step}, ensure_ascii=False) + "\n")
        return
    say.err.print(f"[bold red]ทำต่อไม่ได้:[/] {error}", soft_wrap=True)
    if error.next_step:
        say.err.print(f"[bold]ขั้นต่อไป:[/] {error.next_step}", soft_wrap=True)


if __name__ == "__main__":
    main()
