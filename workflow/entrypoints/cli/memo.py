"""`memo kinds`, `memo check`, `memo preview`, `memo upload`, `memo diff`."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from workflow.core.errors import ExitCode
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.memo_changes import show_changes
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, Kind
from workflow.entrypoints.clock import now
from workflow.settings import Settings

if TYPE_CHECKING:
    from workflow.core.memo_kind import CaseFile, MemoKind

app = typer.Typer(help="บันทึก: ชนิด ถ้อยคำ ตัวอย่าง และแฟ้มที่แก้ใน Word · memos: kinds, wording, preview, edited files")
Kinds = Annotated[list[str] | None, typer.Argument(help="ชนิดบันทึก ไม่ระบุคือทุกชนิด · kinds, all when none is named")]
Office = Annotated[str | None, typer.Option("--office", help="ชุดตั้งค่าใน config/ · office configuration")]
OfMatter = Annotated[int | None, typer.Option("--matter", help="เลขเรื่อง ไม่ระบุคือตัวอย่าง · matter number")]
Out = Annotated[Path | None, typer.Option("--out", help="โฟลเดอร์ที่จะเก็บ · folder to write to")]
Open = Annotated[bool, typer.Option("--open", help="เปิด PDF · open the PDF")]
Number = Annotated[int, typer.Argument(metavar="MEMO", help="ลำดับบันทึก (memo ใน status --json) · memo number")]
Edited = Annotated[Path, typer.Argument(metavar="FILE.docx", help="แฟ้มที่แก้ใน Word · the edited file")]
By = Annotated[str, typer.Option("--by", help="ผู้แก้ · who edited it")]


@app.command()
def kinds(json: Json = False) -> None:
    """รายชื่อชนิดบันทึก · The catalogue.

    ตัวอย่าง: saraban memo kinds
    """
    from workflow.bootstrap import catalogue

    rows = [(kind.name, kind.title, kind.form, str(kind.wording)) for kind in catalogue().values()]
    if json:
        say.as_json([dict(zip(("name", "title", "form", "wording"), row, strict=True)) for row in rows])
        return
    say.table("ชนิดบันทึก", ["ชนิด", "ชื่อ", "แบบ", "ถ้อยคำ"], [[n, t, f, _near(Path(w))] for n, t, f, w in rows])


@app.command()
def check(names: Kinds = None, office: Office = None, json: Json = False) -> None:
    """ตรวจถ้อยคำกับข้อเท็จจริงที่เตรียมไว้ · Compare every wording with its facts; exit code 2 when something is wrong.

    ตัวอย่าง: saraban memo check · saraban memo check result-report --office police
    """
    from workflow.bootstrap import catalogue, check_wording, fonts_of
    from workflow.services.check_wordings import check_wordings, chosen_kinds

    settings = Settings.from_environment()
    kinds = chosen_kinds(catalogue(), names or ())
    done = check_wordings(kinds, settings.config, office, fonts_of(settings), check_wording)
    if json:
        say.as_json({"wordings": done.wordings, "findings": [say.plain(one) for one in done.findings]})
    else:
        for one in done.findings:
            line = f" บรรทัดที่ {to_thai(one.line)} “{one.words}”" if one.line else ""
            say.answer(f"[bold]{escape(_near(one.file))}[/]{escape(f'{line}: {one.cause}')}")
        found = f"พบ {to_thai(len(done.findings))} แห่งที่ต้องแก้" if done.findings else "ใช้ได้ทุกฉบับ"
        say.answer(f"ตรวจถ้อยคำ {to_thai(done.wordings)} ฉบับ: {found}")
    if done.findings:
        raise typer.Exit(ExitCode.USAGE)


@app.command()
def preview(
    kind: Kind, office: Office = None, matter: OfMatter = None, out: Out = None, open_pdf: Open = False,
    at: At = None, json: Json = False,
) -> None:  # fmt: skip
    """ทำตัวอย่าง PDF และ DOCX โดยไม่ออกเลข · Make a sample; no number is taken, nothing is kept.

    ตัวอย่าง: saraban memo preview --kind result-report --open
    """
    from workflow.bootstrap import catalogue, fonts_of, office_of, write_wording
    from workflow.services.check_wordings import chosen_kinds, of_office
    from workflow.services.preview_memo import Preview, preview_case, sample_of

    settings = Settings.from_environment()
    (chosen,) = chosen_kinds(catalogue(), [kind])
    chosen = of_office(chosen, settings.config, office)
    found = office_of(settings, office) if office else None
    stem = f"{kind}-matter-{matter}" if matter else f"{kind}-sample"
    folder = sample_of(found, Preview(out or settings.previews, stem, fonts_of(settings), write=write_wording))
    case = _case(chosen, matter, at)
    made = preview_case(chosen, replace(case, words=found.words) if found else case, folder)
    if json:
        say.as_json({"docx": str(made.docx), "pdf": str(made.pdf), "pages": made.pages})
    else:
        say.answer(f"ตัวอย่าง {to_thai(made.pages)} หน้า (ไม่ออกเลข)")
        say.answer(f"PDF  {escape(str(made.pdf))}")
        say.answer(f"DOCX {escape(str(made.docx))}")
    if open_pdf:
        typer.launch(made.pdf.resolve().as_uri())


def _case(kind: "MemoKind", matter: int | None, at: str | None) -> "CaseFile":
    if matter is None:
        return kind.sample()
    from workflow.services.draft_memo import MemoOut
    from workflow.services.preview_memo import matter_case

    return matter_case(desk(), MemoOut(matter, kind.name, moment(at, now())))


@app.command()
def upload(memo: Number, file: Edited, by: By, at: At = None, json: Json = False) -> None:
    """รับแฟ้มที่แก้ใน Word กลับเป็นฉบับที่ใช้ จัดหน้าใหม่ · Take an edited DOCX back as the version that counts.

    ตัวอย่าง: saraban memo upload 1 00001-result-report.docx --by "ส.ต.ต. ตัวอย่าง สมมุติ"
    """
    from workflow.services.upload_memo import Upload, upload_memo

    done = upload_memo(desk(), Upload(memo, file, by, moment(at, now())))
    if json:
        say.as_json(done)
        return
    show_changes(done.changes)
    again = " (รับไว้เช่นนี้แล้ว)" if done.again else ""
    say.answer(f"บันทึกลำดับที่ {to_thai(memo)} ฉบับที่ {to_thai(done.version)} {to_thai(done.pages)} หน้า{again}")
    say.answer(f"PDF  {escape(str(done.pdf))}")
    say.answer(f"DOCX {escape(str(done.docx))}")


@app.command()
def diff(memo: Number, json: Json = False) -> None:
    """สิ่งที่แก้จากข้อความที่โปรแกรมเขียน · What was changed against the words the program wrote.

    ตัวอย่าง: saraban memo diff 1
    """
    from workflow.services.upload_memo import memo_changes

    told = memo_changes(desk(), memo)
    if json:
        say.as_json(list(told))
    else:
        show_changes(told)


def _near(path: Path) -> str:
    """Return a path as seen from the folder the command runs in, where it lies below it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
