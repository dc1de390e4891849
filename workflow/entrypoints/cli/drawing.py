"""`stamp`, `endorse`, `register print`: what is drawn on pages."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.options import Json, Matter

if TYPE_CHECKING:
    from workflow.templates.overlay.endorse import OnHost

app = typer.Typer()
OnlyUnit = Annotated[str | None, typer.Option("--unit", help="เฉพาะหน่วยนี้ · this unit only")]
Out = Annotated[Path | None, typer.Option("--out", help="แฟ้ม PDF ที่จะเขียน · file to write")]


@app.command()
def stamp(matter: Matter, unit: OnlyUnit = None, out: Out = None, json: Json = False) -> None:
    """ประทับตรารับลงบนสำเนาของหนังสือที่ได้รับ · Draw the receipt stamps on a copy of the received paper.

    ตัวอย่าง: saraban stamp 1
    """
    from workflow.bootstrap import draw_stamps
    from workflow.services.stamp_received import StampSheet, stamp_received

    done = stamp_received(desk(), StampSheet(matter, unit, out), draw_stamps)
    if json:
        say.as_json({"file": str(done.path), "stamps": say.plain(list(done.places)), "on_paper": len(done.on_paper)})
        return
    for receipt, place in zip(done.receipts, done.places, strict=True):
        where = "ใบต่อท้าย" if place.added else f"หน้า {to_thai(place.page)}"
        say.note(f"{receipt.unit} เลขรับ {receipt.number} วันที่ {receipt.dated} → {where}")
    for receipt in done.on_paper:
        say.note(f"{receipt.unit} เลขรับ {receipt.number}: มีตราบนหนังสืออยู่แล้ว")
    say.answer(f"ประทับตรารับ {to_thai(len(done.places))} ตรา: {done.path}")


@app.command()
def endorse(matter: Matter, unit: OnlyUnit = None, json: Json = False) -> None:
    """เขียนเกษียนลงท้ายหนังสือต้นเรื่อง ถ้าไม่มีที่ว่างจะต่อท้ายเป็นใบ · Draw the endorsements on their host's page, or on a slip.

    ตัวอย่าง: saraban endorse 1 --unit สทส.
    """
    from workflow.services.endorse_host import endorse_host

    done = endorse_host(desk(), matter, unit)
    if json:
        say.as_json(
            [{"number": e.number, "file": str(e.path), "places": [_place(at) for at in e.places]} for e in done]
        )
        return
    for each in done:
        last = each.places[-1]
        where = f"ใบต่อท้าย หน้า {to_thai(last.page)}" if last.slip else f"ท้ายหนังสือ หน้า {to_thai(last.page)}"
        say.answer(f"เกษียน ที่ {each.number} {where}: {each.path}")


def _place(at: "OnHost") -> dict[str, object]:
    return {"page": at.page, "slip": at.slip, "place": say.plain(at.place)}
