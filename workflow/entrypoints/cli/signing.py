"""`memo sign`, `memo verify`: PAdES signatures."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from workflow.core import thai_date
from workflow.core.errors import ConfigError, ExitCode, NotFound
from workflow.core.when import When
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.memo import Number, app
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json
from workflow.entrypoints.clock import now
from workflow.settings import Settings, sign_passphrase

if TYPE_CHECKING:
    from workflow.templates.verifying import Verdict

Signed = Annotated[Path, typer.Argument(metavar="FILE.pdf", help="แฟ้มที่ลงนาม · the signed file")]


def seal(when: When) -> Callable[[bytes], bytes]:
    """Return what signs a file with the key of the settings; ConfigError when none is set."""
    from workflow.templates.signing import load_key, sign_pdf

    path = Settings.from_environment().sign_key
    if path is None:
        raise ConfigError("ยังไม่ได้ตั้งกุญแจลงนาม", next_step="ตั้ง SARABAN_SIGN_KEY เป็นแฟ้ม PKCS#12 (.p12) ของหน่วยงาน")
    key = load_key(path, sign_passphrase())
    return lambda pdf: sign_pdf(pdf, key, when.at)


@app.command()
def sign(memo: Number, at: At = None, json: Json = False) -> None:
    """ลงนามอิเล็กทรอนิกส์ในแฟ้ม PDF ของบันทึก · Sign a memo's PDF (PAdES).

    ตัวอย่าง: SARABAN_SIGN_KEY=office.p12 saraban memo sign 1
    """
    from workflow.services.sign_memo import sign_memo

    path = sign_memo(desk(), memo, seal(moment(at, now())))
    if json:
        say.as_json({"pdf": str(path)})
    else:
        say.answer(f"ลงนามแล้ว {escape(str(path))}")


@app.command()
def verify(file: Signed, json: Json = False) -> None:
    """ตรวจลายมือชื่อในแฟ้ม PDF · Check the signatures of a PDF; exit code 1 when one is not good.

    ตัวอย่าง: saraban memo verify 00001-result-report-signed.pdf
    """
    from workflow.templates.verifying import verify_pdf

    if not file.is_file():
        raise NotFound(f"ไม่พบแฟ้ม {file}", next_step="ตรวจชื่อแฟ้ม")
    verdicts = verify_pdf(file.read_bytes(), Settings.from_environment().sign_trust)
    if not verdicts:
        raise NotFound(f"แฟ้ม {file} ไม่มีลายมือชื่ออิเล็กทรอนิกส์", next_step="ลงนามด้วย saraban memo sign")
    if json:
        say.as_json([{**say.plain(one), "good": one.good} for one in verdicts])
    else:
        for one in verdicts:
            _tell(one)
    if not all(one.good for one in verdicts):
        raise typer.Exit(ExitCode.FAILED)


def _tell(one: "Verdict") -> None:
    when = f" ลงนามเมื่อ {thai_date.full(When(one.signed_at).on)}" if one.signed_at else ""
    say.answer(f"[bold]{escape(one.owner)}[/]{when}")
    say.answer("เนื้อหาที่ลงนามครบถ้วน ไม่ถูกแก้ไข" if one.intact else "[bold red]เนื้อหาถูกแก้ไขหลังลงนาม ลายมือชื่อใช้ไม่ได้[/]")
    trusted = {True: "ผู้ออกใบรับรองเชื่อถือได้", False: "[bold red]ไม่รู้จักผู้ออกใบรับรอง[/]", None: "ยังไม่ได้ตั้งผู้ออกใบรับรองที่เชื่อถือ"}
    say.answer(trusted[one.trusted])
    say.answer("ลายมือชื่อครอบคลุมทั้งแฟ้ม" if one.whole else "ลายมือชื่อไม่ครอบคลุมถึงท้ายแฟ้ม")
    for added in one.added:
        say.answer(f"แก้ไขเพิ่มหลังลงนาม: {added}")
