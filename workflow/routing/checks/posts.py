"""Posts: vacant ones, heads whom no e-mail reaches, holders who stay in a closed unit."""

from collections.abc import Iterator
from datetime import date

from workflow.core.org import Holder, OrgChart, Post
from workflow.core.thai_date import short
from workflow.routing.checks.doubt import ChartDoubt, info, over, warning

TABLE = "holders.csv"


def check(chart: OrgChart, on: date) -> Iterator[ChartDoubt]:
    """Yield the doubts about posts and their holders on that day."""
    for post in chart.posts:
        if chart.unit(post.unit).exists_on(on):
            holder = chart.holder(post.code, on)
            yield from _vacant(chart, post, on) if holder is None else _unreachable(chart, post, holder)
    for holder in chart.holders:
        unit = chart.unit(chart.post(holder.post).unit)
        if over(unit, on) and holder.holds_on(on) and unit.valid_to:
            yield warning(
                "chart.holder_left", f"{holder.name} ยังดำรงตำแหน่ง {holder.post} ทั้งที่หน่วย {unit.code} สิ้นสุด {short(unit.valid_to)}",
                f"กรอก valid_to เป็น {unit.valid_to.isoformat()}", TABLE, holder.post, holder.name,
            )  # fmt: skip


def _vacant(chart: OrgChart, post: Post, on: date) -> Iterator[ChartDoubt]:
    acting = [a.by_post for a in chart.acting if a.for_post == post.code and a.in_force_on(on)]
    if acting:
        yield info(
            "chart.vacant", f"ตำแหน่ง {post.code} ว่าง มี {acting[0]} ปฏิบัติหน้าที่แทน", "เพิ่มผู้ดำรงตำแหน่งเมื่อมีคำสั่ง",
            "posts.csv", post.code,
        )  # fmt: skip
        return
    told = warning if post.head else info
    yield told(
        "chart.vacant", f"ตำแหน่ง {post.code} ว่างในวันที่ {short(on)}{' และไม่มีผู้รักษาราชการแทน' if post.head else ''}",
        "เพิ่มผู้ดำรงตำแหน่งใน holders.csv หรือคำสั่งแต่งตั้งใน acting.csv", "posts.csv", post.code,
    )  # fmt: skip


def _unreachable(chart: OrgChart, post: Post, holder: Holder) -> Iterator[ChartDoubt]:
    if post.head and not holder.email and not chart.unit(post.unit).email:
        yield warning(
            "chart.no_mail", f"{post.code} ไม่มีอีเมล ทั้งของผู้ดำรงตำแหน่งและของหน่วย การเตือนจึงไปไม่ถึง",
            "กรอกช่อง email ใน holders.csv หรือ units.csv", TABLE, post.code, holder.name,
        )  # fmt: skip
