"""The office of a season of reminders: how large it is, and its people, who come and go."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests import build
from workflow.core.office import Office
from workflow.core.org import Edge, Holder, OrgChart, Post, Unit
from workflow.core.reminder import Rung

RUNGS = (Rung("ล่วงหน้า", -1), Rung("ครบกำหนด", 0), Rung("ครั้งที่ ๑", 2), Rung("รายงาน", 5, escalate=True))


@dataclass(frozen=True)
class Size:
    """How long and how large: `units` under `above` posts; a sending to all every so many working days."""

    days: int
    above: int
    units: int
    every: int
    first: date
    down: tuple[date, ...]  # on which the mail server does not answer
    jumps: dict[date, int]  # days by which the clock is wrong at one sweep of that day
    seed: int = 2562


def season_office(size: Size, draw: random.Random) -> Office:
    """An office of `units` under `above` chiefs; one holder in 30 leaves during the play, half of them are followed by somebody later."""
    chiefs = [Unit(f"จังหวัด {n}", f"จังหวัดที่ {n}", "จังหวัด") for n in range(size.above)]
    below = [Unit(f"สนง. {n}", f"สำนักงานที่ {n}", "สำนักงาน") for n in range(size.units)]
    units = (Unit("กรม", "กรมตัวอย่าง", "กรม", "01"), Unit("ศทส.", "ศูนย์เทคโนโลยี", "กอง", "01.1"), *chiefs, *below)
    edges = [Edge("ศทส.", "กรม"), *(Edge(u.code, "กรม") for u in chiefs)]
    edges += [Edge(unit.code, f"จังหวัด {n % size.above}") for n, unit in enumerate(below)]
    posts = [Post(f"หน.{u.code}", f"หน.{u.code}", u.code, _grade(u), head=True) for u in units]
    holders = [holder for n, post in enumerate(posts) for holder in _holders(n, post, size, draw)]
    chart = OrgChart("กรม", ("อธิบดี", "ผู้ว่าราชการ", "หัวหน้าหน่วย"), units, tuple(edges), tuple(posts), tuple(holders))
    return replace(
        build.office(), chart=chart, registry_unit="กรม", owner_unit="ศทส.", addressee_post="หน.กรม", rungs=RUNGS
    )


def _grade(unit: Unit) -> str:
    return {"กรม": "อธิบดี", "จังหวัด": "ผู้ว่าราชการ", "สำนักงาน": "หัวหน้าหน่วย"}.get(unit.level, "ผู้ว่าราชการ")


def _holders(n: int, post: Post, size: Size, draw: random.Random) -> Iterator[Holder]:
    if draw.randrange(30) or post.grade != "หัวหน้าหน่วย":
        yield Holder(post.code, None, f"ผู้ดำรงตำแหน่ง {n}", f"p{n}@office.example")
        return
    leaves = size.first + timedelta(days=draw.randrange(size.days))
    yield Holder(post.code, None, f"ผู้ดำรงตำแหน่ง {n}", f"p{n}@office.example", valid_to=leaves)
    if draw.randrange(2):
        yield Holder(post.code, None, f"ผู้มาใหม่ {n}", f"q{n}@office.example", valid_from=leaves + timedelta(days=20))
