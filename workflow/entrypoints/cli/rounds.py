"""`saraban rounds`: who answers the survey, what was scored and recommended, what units promised, and what is open before the next."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.core.errors import ExitCode
from workflow.core.round_comparison import Score
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.cell_errors import show_cell_errors
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, Matter, OfficeCode
from workflow.entrypoints.clock import now

if TYPE_CHECKING:
    from workflow.services.keep_round import RoundKept

app = typer.Typer(no_args_is_help=True, help="รอบสำรวจ: ผู้ตอบ คะแนน ข้อเสนอแนะ คำรับ และสิ่งที่ค้าง · Survey rounds")
Year = Annotated[int, typer.Argument(help="ปี พ.ศ. ของรอบ · Buddhist-era year")]
Code = Annotated[str, typer.Argument(help="รหัสตัวชี้วัดย่อย เช่น 2.4 · sub-indicator")]
Unit = Annotated[str | None, typer.Option("--unit", help="หน่วย · unit")]
By = Annotated[str, typer.Option("--by", help="ผู้บันทึก · who enters it")]
Text = Annotated[str, typer.Option("--text", help="ข้อความ · words")]
Due = Annotated[str | None, typer.Option("--due", help="ทำให้เสร็จภายใน เช่น 1/4/2569 · to be done by")]
Evidence = Annotated[Path | None, typer.Option("--evidence", exists=True, dir_okay=False, help="แฟ้มหลักฐาน · evidence")]


@app.command("list")
def list_rounds(office: OfficeCode = "police", json: Json = False) -> None:
    """รายการรอบสำรวจของหน่วยงาน · The rounds an office knows. ตัวอย่าง: saraban rounds list --office interior"""
    from workflow.services.show_round import rounds_of

    found = rounds_of(desk(), office)
    if json:
        say.as_json(found)
        return
    rows = [
        [to_thai(r.year), r.survey, to_thai(len(r.respondents)), short(r.opens_on) if r.opens_on else "-"]
        for r in found
    ]
    say.table("รอบสำรวจ", ["ปี", "การสำรวจ", "ประเภทผู้ตอบ", "เปิดให้ตอบ"], rows)


@app.command()
def show(year: Year, office: OfficeCode = "police", at: At = None, json: Json = False) -> None:
    """ผู้ตอบและกำหนดวันของรอบหนึ่ง · Respondents and days of a round. ตัวอย่าง: saraban rounds show 2562 --office interior"""
    from workflow.services.show_round import show_round

    shown = show_round(desk(), office, year, today=moment(at, now()).on)
    if json:
        say.as_json(shown)
        return
    rows = [
        [
            row.type, to_thai(f"{row.counted:,}"), row.product or (to_thai(f"{row.spread[0]}–{row.spread[1]}") if row.spread else ""),
            f"{to_thai(f'{row.stated:,}') if row.stated else '-'} {'[green]✓[/]' if row.as_stated else '[red]✗[/]'}", row.source,
        ]
        for row in shown.respondents
    ]  # fmt: skip
    say.table(
        f"{shown.survey} ปี {to_thai(year)}: {to_thai(f'{shown.total:,}')} หน่วยงาน",
        ["ประเภท", "ในผังหน่วย", "มาจาก", "ตามเอกสาร", "ที่มา"],
        rows,
    )
    days = [
        [p.thai, short(p.on) + (f" – {short(p.until)}" if p.until else ""), "" if p.confirmed else "[yellow]ยังไม่ประกาศ[/]", p.source]
        for p in shown.phases
    ]  # fmt: skip
    say.table("กำหนดวัน", ["ช่วง", "วัน", "", "ที่มา"], days)
    if shown.opens_in is not None:
        say.answer(f"เปิดให้ตอบในอีก {to_thai(shown.opens_in)} วันทำการ")


@app.command()
def keep(matter: Matter, unit: Unit = None, json: Json = False) -> None:
    """เก็บคะแนนและข้อเสนอแนะจากหนังสือของเรื่อง · Keep a round from the letter read. ตัวอย่าง: saraban rounds keep 1"""
    from workflow.services.keep_round import keep_from_matter

    kept = keep_from_matter(desk(), matter, at=now(), unit=unit)
    if json:
        say.as_json(kept)
        return
    _show_kept(kept)


def _show_kept(kept: "RoundKept") -> None:
    say.answer(
        f"รอบปี {to_thai(kept.year)}: คะแนน {to_thai(kept.scores)} รายการ ข้อเสนอแนะ {to_thai(kept.advices)} รายการ"
    )
    for line in kept.changed:
        say.answer(f"[yellow]{line}[/]")


@app.command("import")
def import_(
    year: Year,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="แฟ้ม XLSX · workbook")],
    source: Annotated[str, typer.Option("--source", help="ที่มา เช่น หนังสือ ที่ … · where it comes from")],
    office: OfficeCode = "police",
    json: Json = False,
) -> int:
    """เก็บคะแนนและข้อเสนอแนะจาก XLSX ตรวจทุกช่องก่อน · Keep a round from a workbook. ตัวอย่าง: saraban rounds import 2566 ผล.xlsx --source …"""
    from workflow.bootstrap import read_workbook
    from workflow.services.import_scores import import_scores
    from workflow.services.keep_round import Keeping

    done = import_scores(desk(), read_workbook, file, Keeping(office, year, source, now()))
    if json:
        say.as_json(done)
    elif done.kept:
        _show_kept(done.kept)
    else:
        show_cell_errors(done.errors, "ยังไม่ได้เก็บอะไร")
    return ExitCode.USAGE if done.errors else ExitCode.OK


@app.command()
def template(file: Annotated[Path, typer.Argument(help="แฟ้ม XLSX ที่จะเขียน · workbook to write")]) -> None:
    """เขียนแบบ XLSX เปล่าสำหรับกรอกคะแนน · An empty workbook to fill in. ตัวอย่าง: saraban rounds template ผล.xlsx"""
    from workflow.services.import_scores import COLUMNS
    from workflow.templates.score_workbook import score_workbook
    from workflow.templates.whole_file import write_whole

    write_whole(file, score_workbook(tuple(COLUMNS)))
    say.answer(f"เขียน {file} แล้ว")


@app.command()
def compare(
    office: OfficeCode = "police",
    unit: Unit = None,
    svg: Annotated[Path | None, typer.Option("--svg", help="เขียนแผนภูมิลงแฟ้ม · write the plot")] = None,
    json: Json = False,
) -> None:
    """เทียบรอบต่อรอบรายตัวชี้วัด · Rounds side by side. ตัวอย่าง: saraban rounds compare --svg rounds.svg"""
    from workflow.services.compare_rounds import compare_rounds
    from workflow.templates.round_plot import round_plot
    from workflow.templates.whole_file import write_whole

    found = compare_rounds(desk(), office, unit)
    if svg:
        write_whole(svg, round_plot(found.lines, found.years, f"คะแนนรายรอบ {found.unit}").encode())
    if json:
        say.as_json(found)
        return
    rows = []
    for line in found.lines:
        cells = [_cell(line.scores.get(y), line.steps.get(y), line.breaks.get(y)) for y in found.years]
        rows.append([to_thai(line.code), to_thai(line.name), *cells])
    say.table(f"คะแนนรายรอบ {found.unit}", ["รหัส", "ตัวชี้วัด", *(to_thai(y) for y in found.years)], rows)
    for why in dict.fromkeys(why for line in found.lines for why in line.breaks.values()):
        say.answer(f"[yellow]⎹ เทียบไม่ได้: {why}[/]")


def _cell(score: Score | None, step: float | None, broken: str | None) -> str:
    """Return a score, the step to it in colour with its sign, and a bar where the series breaks."""
    if score is None:
        return ""
    moved = (
        f" [{'green' if step > 0 else 'red'}]{'▲' if step > 0 else '▼'}{to_thai(f'{abs(step):.2f}')}[/]" if step else ""
    )
    return f"{'[yellow]⎹[/] ' if broken else ''}{to_thai(f'{score.score:.2f}')}{moved}"


@app.command()
def promise(
    year: Year,
    code: Code,
    text: Text,
    by: By,
    unit: Unit = None,
    office: OfficeCode = "police",
    due: Due = None,
    at: At = None,
) -> None:
    """บันทึกว่าหน่วยรับจะทำอะไรตามข้อเสนอแนะ · What a unit promises. ตัวอย่าง: saraban rounds promise 2562 2.4 --unit สทส. --text … --by …"""
    from workflow.services.promises import Promise, make_promise

    owner = unit or desk().office(office).owner_unit
    due_on = moment(due, now()).on if due else None
    number = make_promise(desk(), Promise(office, year, code, owner, text, by, moment(at, now()), due_on))
    say.answer(f"คำรับที่ {to_thai(number)}: {owner} {to_thai(code)}")


@app.command()
def report(
    number: Annotated[int, typer.Argument(help="เลขคำรับ · number of the promise")], text: Text, by: By,
    done: Annotated[bool, typer.Option("--done", help="ดำเนินการแล้ว · it is done")] = False, evidence: Evidence = None, at: At = None,
) -> None:  # fmt: skip
    """รายงานผลของคำรับ · How far a promise has come. ตัวอย่าง: saraban rounds report 1 --text … --by … --done"""
    from workflow.services.promises import Report, report_promise

    report_promise(desk(), Report(number, text, by, moment(at, now()), done, evidence))
    say.answer(f"บันทึกรายงานของคำรับที่ {to_thai(number)} แล้ว")


@app.command()
def board(year: Year, office: OfficeCode = "police", at: At = None, json: Json = False) -> None:
    """ข้อเสนอแนะ ผู้รับผิดชอบ คำรับ และสิ่งที่ค้าง · Recommendations and promises. ตัวอย่าง: saraban rounds board 2562"""
    from workflow.services.promises import board as lines_of

    lines = lines_of(desk(), office, year, today=moment(at, now()).on)
    if json:
        say.as_json(lines)
        return
    rows = [
        [
            to_thai(x.code), to_thai(x.name), to_thai(f"{x.score:.2f}") if x.score is not None else "", to_thai(x.owner),
            f"({to_thai(x.promise)}) {x.promised}" if x.promise else "[dim]ยังไม่มีคำรับ[/]", short(x.due_on) if x.due_on else "",
            "[red]เกินกำหนด[/]" if x.overdue else "[yellow]ค้าง[/]" if x.open else "[green]แล้วเสร็จ[/]",
        ]
        for x in lines
    ]  # fmt: skip
    say.table(f"ข้อเสนอแนะรอบปี {to_thai(year)}", ["รหัส", "ตัวชี้วัดย่อย", "คะแนน", "หน่วย", "คำรับ", "กำหนด", "สถานะ"], rows)


@app.command()
def notices(office: OfficeCode = "police", at: At = None, json: Json = False) -> None:
    """ใครต้องได้รับแจ้งก่อนรอบถัดไป ณ วันหนึ่ง · Who is told before the next round. ตัวอย่าง: saraban rounds notices --at 1/12/2569"""
    from workflow.services.round_notices import due_notices

    found = due_notices(desk(), office, today=moment(at, now()).on)
    if json:
        say.as_json(found)
        return
    for told in found:
        say.answer(f"[bold]{to_thai(told.unit)}[/] {told.address or '[red]ไม่มีที่อยู่[/]'}: {told.subject}")
        say.answer(told.words())
    if not found:
        say.answer("วันนี้ไม่มีผู้ต้องได้รับแจ้ง")


@app.command("hand-in")
def hand_in(
    year: Year, code: Code, text: Text, by: By, unit: Unit = None, office: OfficeCode = "police",
    missing: Annotated[bool, typer.Option("--missing", help="ไม่มีหลักฐาน (--text คือเหตุผล) · there is none")] = False,
    evidence: Evidence = None, at: At = None,
) -> None:  # fmt: skip
    """บันทึกหลักฐานที่หน่วยส่งสำหรับรอบถัดไป · Evidence for a coming round. ตัวอย่าง: saraban rounds hand-in 2570 2.4 --text … --by …"""
    from workflow.services.round_answers import HandedIn
    from workflow.services.round_answers import hand_in as keep_answer

    owner = unit or desk().office(office).owner_unit
    keep_answer(desk(), HandedIn(office, year, code, owner, text, by, moment(at, now()), missing, evidence))
    say.answer(f"รับหลักฐาน {to_thai(code)} ของ {owner} แล้ว")


@app.command("answers")
def answers(year: Year, office: OfficeCode = "police", json: Json = False) -> None:
    """รวมหลักฐานของทุกหน่วยสำหรับรอบถัดไป · The roll-up of what units handed in. ตัวอย่าง: saraban rounds answers 2570"""
    from workflow.services.round_answers import roll_up

    lines = roll_up(desk(), office, year)
    if json:
        say.as_json(lines)
        return
    rows = [[to_thai(x.code), to_thai(x.name), to_thai(x.unit), _handed(x.text, missing=x.missing)] for x in lines]
    sent = sum(x.text is not None for x in lines)
    say.table(
        f"หลักฐานรอบปี {to_thai(year)}: ส่งแล้ว {to_thai(sent)} จาก {to_thai(len(lines))}",
        ["รหัส", "ตัวชี้วัดย่อย", "หน่วย", "หลักฐาน"],
        rows,
    )


def _handed(text: str | None, *, missing: bool) -> str:
    if text is None:
        return "[red]ยังไม่ส่ง[/]"
    return f"{'[yellow]ไม่มี:[/] ' if missing else ''}{text}"
