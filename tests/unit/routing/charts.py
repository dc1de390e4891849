"""The real chart for the routing tests, and a small one in which every rule can be seen at a glance."""

from datetime import date
from functools import cache
from pathlib import Path

from workflow.core.acting import Absence
from workflow.core.org import ActingAppointment, Edge, Holder, OrgChart, Post, Unit
from workflow.store.office_files import load_office

CONFIG = Path(__file__).parents[3] / "config"
IN_2562 = date(2019, 12, 6)
TODAY = date(2026, 7, 1)
EQUALS = "ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า"
DIRECT = "ผบก. ในสังกัด สง.ผบ.ตร. หรือผู้ดำรงตำแหน่งเทียบเท่า"


@cache
def police() -> OrgChart:
    """The chart of config/police."""
    return load_office(CONFIG, "police").chart


def small() -> OrgChart:
    """A chief's office with a bureau (its division and section), a body of the division's class, and a closed unit."""
    units = ("สนง.", "บช.ก้อง", "บก.ใน", "ฝ่ายและงาน", "กองตรง", "กองปิด")
    return OrgChart(
        office="ทดสอบ",
        grades=("หัวหน้าใหญ่", "ผบช.", "รอง ผบช.", "ผบก.", "ผกก."),
        units=tuple(Unit(u, f"ชื่อเต็ม{u}", "", valid_to=date(2018, 1, 1) if u == "กองปิด" else None) for u in units),
        edges=tuple(
            Edge(child, parent)
            for child, parent in [
                ("บช.ก้อง", "สนง."),
                ("บก.ใน", "บช.ก้อง"),
                ("ฝ่ายและงาน", "บก.ใน"),
                ("กองตรง", "สนง."),
                ("กองปิด", "สนง."),
            ]
        ),
        posts=(
            Post("หัวหน้าใหญ่", "หัวหน้าใหญ่", "สนง.", "หัวหน้าใหญ่", head=True),
            Post("ผบช.ก้อง", "ผบช.ก้อง", "บช.ก้อง", "ผบช.", head=True),
            Post("รอง ผบช.ก้อง", "รอง ผบช.ก้อง", "บช.ก้อง", "รอง ผบช."),
            Post("ผบก.ใน", "ผบก.ใน", "บก.ใน", "ผบก.", head=True),
            Post("ผกก.ฝ่าย", "ผกก.ฝ่าย", "ฝ่ายและงาน", "ผกก.", head=True),
            Post("ผู้อำนวยการกองตรง", "ผู้อำนวยการกองตรง", "กองตรง", "ผบก.", head=True, equivalent=True),
            Post("ที่ปรึกษากองตรง", "ที่ปรึกษากองตรง", "กองตรง", "ผบก.", equivalent=True),
            Post("ผู้ช่วยรอง", "ผู้ช่วยรอง", "บช.ก้อง", "รอง ผบช."),
            Post("ผบก.ปิด", "ผบก.ปิด", "กองปิด", "ผบก.", head=True),
        ),
        holders=(Holder("ผบช.ก้อง", "พล.ต.ท.", "ก ตัวอย่าง"), Holder("รอง ผบช.ก้อง", "พล.ต.ต.", "ข ตัวอย่าง")),
        absences=(Absence("ผบช.ก้อง", date(2019, 11, 1), date(2020, 1, 31), "ลาศึกษา"),),
        acting=(
            ActingAppointment("รอง ผบช.ก้อง", "ผบช.ก้อง", "รรท.", "คำสั่ง ๑/๒๕๖๒", date(2019, 12, 1), date(2019, 12, 31)),
            ActingAppointment("ผบก.ใน", "รอง ผบช.ก้อง", "ปรท.", "คำสั่ง ๒/๒๕๖๒", date(2019, 1, 1)),
        ),
    )
