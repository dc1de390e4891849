"""`package export`, `check`, `import`, `answer`: papers that go to offices without a database in common."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from workflow.core.errors import ExitCode
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, Matter, OfficeCode, PaperNumber
from workflow.entrypoints.clock import now

app = typer.Typer(help="ชุดแลกเปลี่ยนหนังสือกับสำนักงานอื่น (ZIP) · packages exchanged with other offices", no_args_is_help=True)
Zip = Annotated[Path, typer.Argument(help="ชุดแลกเปลี่ยน (ZIP) · the package")]
Out = Annotated[Path, typer.Option("--out", help="แฟ้ม ZIP ที่จะเขียน · file to write")]
WhichDispatch = Annotated[
    int | None,
    typer.Option(
        "--dispatch", help="ถึงผู้รับรายใด (เลข dispatch ใน status --json) ไม่ระบุ: ทั้งเรื่อง เพื่อทราบ · which addressee"
    ),
]
NoOriginal = Annotated[bool, typer.Option("--no-original", help="ไม่แนบสำเนาหนังสือต้นเรื่อง · without its masked copy")]
AtUnit = Annotated[str | None, typer.Option("--unit", help="หน่วยที่รับหนังสือ เช่น สทส. · receiving unit (of a letter)")]
By = Annotated[str | None, typer.Option("--by", help="ตำแหน่งผู้รับทราบ (ไม่ระบุ: แจ้งเลขรับอย่างเดียว) · who acknowledges")]
Name = Annotated[str | None, typer.Option("--name", help="ชื่อผู้รับทราบ · name")]
Why = Annotated[str, typer.Option("--refuse", help="ไม่รับหนังสือ เพราะเหตุใด · why it is not taken")]
WrongUnit = Annotated[bool, typer.Option("--wrong-unit", help="กับ --refuse: ส่งผิดหน่วย · it was sent to the wrong unit")]


@app.command("export")
def export(
    matter: Matter, out: Out, dispatch: WhichDispatch = None, no_original: NoOriginal = False, at: At = None, json: Json = False
) -> None:  # fmt: skip
    """ทำชุดส่งหนังสือให้สำนักงานอื่น · Make the package of a letter.

    ตัวอย่าง: saraban package export 1 --dispatch 4 --out สงป.zip
    """
    from workflow.bootstrap import masked_copy
    from workflow.services.export_package import PackageOut, export_package

    request = PackageOut(matter, moment(at, now()), dispatch, original=not no_original)
    done = export_package(desk(), request, out, masked_copy)
    if json:
        say.as_json(
            {"file": str(done.path), "number": done.number, "to": done.whom, "original_left_out": done.left_out}
        )
        return
    say.answer(
        escape(f"ทำชุด ที่ {done.number} {f'ถึง {to_thai(done.whom)}' if done.whom else 'ทั้งเรื่อง เพื่อทราบ'}: {done.path}")
    )
    if done.left_out:
        say.note(escape(f"ไม่ได้แนบหนังสือต้นเรื่อง: {done.left_out}"))


@app.command("check")
def check(file: Zip, json: Json = False) -> int:
    """ตรวจชุดว่าครบ ไม่ถูกแก้ และปลอดภัย (ไม่นำเข้า) · Look into a package and name every deviation.

    ตัวอย่าง: saraban package check สงป.zip
    """
    from workflow.parsers.exchange_file import look_into

    found = look_into(file)
    if json:
        say.as_json(
            {
                "sha256": found.sha256,
                "kind": found.manifest.kind if found.manifest else None,
                "deviations": say.plain(found.deviations),
            }
        )
    elif found.deviations:
        say.answer(escape(f"{file.name} มีข้อผิดปกติ {to_thai(len(found.deviations))} ข้อ"))
        for n, deviation in enumerate(found.deviations, 1):
            say.answer(escape(f"  {to_thai(n)}. {deviation.message}"))
    else:
        kind = "หนังสือ" if found.manifest and found.manifest.letter else "คำตอบ"
        say.answer(escape(f"{file.name} ครบถ้วน เป็น{kind} มี {to_thai(len(found.files))} แฟ้ม"))
    return ExitCode.REFUSED if found.deviations else ExitCode.OK


@app.command("import")
def take_in(
    file: Zip, office: OfficeCode = "police", unit: AtUnit = None, at: At = None, paper_number: PaperNumber = None, json: Json = False
) -> None:  # fmt: skip
    """นำเข้าชุด: หนังสือลงรับเป็นเรื่องใหม่ คำตอบปรับสถานะที่ผู้ส่ง · Take a package in.

    ตัวอย่าง: saraban package import สงป.zip --office police --unit สงป.
    """
    from workflow.services.import_package import Opened, PackageIn, import_package

    done = import_package(desk(), PackageIn(file, office, unit, moment(at, now()), paper_number))
    if json:
        say.as_json(done)
    elif isinstance(done, Opened):
        before = " (ลงรับไว้แล้วก่อนหน้านี้)" if done.again else ""
        say.answer(
            escape(
                f"เรื่องที่ {to_thai(done.matter)} เลขรับ {to_thai(done.number)} จากหนังสือ ที่ {to_thai(done.letter)}{before}"
            )
        )
        if done.meant_for:
            say.note(escape(f"ข้อสังเกต: หนังสือระบุผู้รับเป็นหน่วย {to_thai(done.meant_for)} หากได้รับชุดผิดหน่วย โปรดแจ้งผู้ส่ง"))
        say.note(f"ขั้นต่อไป: saraban package answer {done.matter} --out ANSWER.zip")
    else:
        told = "; ".join(done.learnt) or "ไม่มีอะไรใหม่ บันทึกไว้แล้วก่อนหน้านี้"
        say.answer(escape(f"เรื่องที่ {to_thai(done.matter)} {to_thai(done.unit)}: {to_thai(told)}"))


@app.command("answer")
def answer(
    matter: Matter, out: Out, by: By = None, name: Name = None, refuse: Why = "", wrong_unit: WrongUnit = False, at: At = None,
    json: Json = False,
) -> None:  # fmt: skip
    """ตอบกลับชุดที่รับมา: เลขรับ และผู้รับทราบหรือเหตุที่ไม่รับ · Answer a letter that came as a package.

    ตัวอย่าง: saraban package answer 1 --by "ผบช.สงป." --out คำตอบ.zip
    """
    from workflow.services.answer_package import Answering, answer_package

    said = answer_package(desk(), Answering(matter, moment(at, now()), by, name, refuse, wrong_unit), out)
    if json:
        say.as_json({"file": str(out), **say.plain(said)})
        return
    told = f"เลขรับ {to_thai(said.stamped.number)}"
    told += f" รับทราบโดย {said.word.name} {said.word.capacity}" if said.word else ""
    told += f" {'ส่งผิดหน่วย' if said.refusal.wrong_unit else 'ไม่รับ'}: {said.refusal.why}" if said.refusal else ""
    say.answer(escape(f"ทำคำตอบต่อหนังสือ ที่ {said.number} {told}: {out}"))
