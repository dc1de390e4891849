"""The chart of an office from its tables (units, lines, posts, holders, acting, committees, aliases), checked against each other."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

from workflow.core.acting import ACTING_KINDS, FieldOfWork
from workflow.core.committee import COMMITTEE, Meeting, Member, Role
from workflow.core.letter_number import wrong_with
from workflow.core.org import ActingAppointment, Holder, OrgChart, Post, Unit
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai
from workflow.store.office_authority import read_absences, read_fields_of_work, scope_text
from workflow.store.office_csv import SPAN, Columns, Row, keyed, known_in, read_rows
from workflow.store.office_lines import read_lines

UNITS = Columns(
    ("code", "name", "level", "parent"),
    (
        "number_prefix",
        "prefix_source",
        "phone",
        "email",
        "successor",
        "number_format",
        "order_format",
        "own_circulars",
        "can_issue_number",
        *SPAN,
    ),
)
POSTS = Columns(("code", "title", "unit", "grade"), ("head", "equivalent", "number"))
HOLDERS = Columns(("post", "rank", "name"), ("email", *SPAN))
ACTING = Columns(("by_post", "for_post", "kind", "order_number", "valid_from"), ("valid_to", "scope"))
COMMITTEES = Columns(("committee", "post", "role"), SPAN)
MEETINGS = Columns(("committee", "number", "year", "date"), ("place",))
ALIASES = Columns(("alias", "unit"))


def read_chart(folder: Path, office: str, grades: tuple[str, ...]) -> OrgChart:
    """Return the chart in `folder`; ConfigError names the file and line of the first thing that does not fit."""
    units = [(row, _unit(row)) for row in read_rows(folder / "units.csv", UNITS)]
    by_code = keyed(units, lambda unit: unit.code, "หน่วย")
    _distinct_prefixes(units)
    posts = [(row, _post(row, by_code, grades)) for row in read_rows(folder / "posts.csv", POSTS)]
    posted = keyed(posts, lambda post: post.code, "ตำแหน่ง")
    keyed([(row, post) for row, post in posts if post.head], lambda post: post.unit, "ตำแหน่งหัวหน้าของหน่วย")
    spellings = _spellings(folder / "aliases.csv", by_code)
    fields = read_fields_of_work(folder / "fields-of-work.csv", by_code)
    return OrgChart(
        office=office,
        grades=grades,
        units=tuple(replace(u, aliases=spellings[u.code]) if u.code in spellings else u for _, u in units),
        edges=read_lines(folder / "lines.csv", units),
        posts=tuple(post for _, post in posts),
        holders=_holders(folder / "holders.csv", posted),
        acting=tuple(_acting(row, posted, fields) for row in read_rows(folder / "acting.csv", ACTING)),
        absences=read_absences(folder / "absences.csv", posted),
        fields_of_work=fields,
        members=_members(folder / "committees.csv", by_code, posted),
        meetings=_meetings(folder / "meetings.csv", by_code),
    )


def _unit(row: Row) -> Unit:
    start, end = row.span()
    issues, prefix = row.yes_or_no("can_issue_number"), row.optional("number_prefix")
    if issues and not prefix:
        raise row.place.error("can_issue_number เป็น yes แต่ไม่มี number_prefix", "กรอกเลขประจำหน่วย หรือเปลี่ยนเป็น no")
    return Unit(
        code=row.text("code"),
        name=row.text("name"),
        level=row.text("level"),
        number_prefix=prefix,
        phone=row.optional("phone"),
        email=row.optional("email"),
        valid_from=start,
        valid_to=end,
        successor=row.optional("successor"),
        number_format=_pattern(row, "number_format", marked=row.flag("own_circulars")),
        order_format=_pattern(row, "order_format"),
        own_circulars=row.flag("own_circulars"),
        issues_numbers=issues,
    )


def _pattern(row: Row, column: str, *, marked: bool = False) -> str | None:
    """Return how the unit writes its numbers; ConfigError for a pattern that would not tell two papers apart."""
    pattern = row.optional(column)
    if pattern and (wrong := wrong_with(pattern, marked=marked)):
        raise row.place.error(f"ช่อง {column} “{pattern}” {wrong}", "เขียนเช่น {prefix}/{ว }{number} หรือเว้นว่างเพื่อใช้แบบปกติ")
    return pattern


def _distinct_prefixes(units: list[tuple[Row, Unit]]) -> None:
    """Two units with one prefix would give two papers the same ที่; an abolished unit may leave its prefix to another."""
    numbered = [(row, unit) for row, unit in units if unit.number_prefix and unit.valid_to is None]
    keyed(numbered, lambda unit: unit.number_prefix, "เลขประจำหน่วย")


def _post(row: Row, units: Mapping[object, Row], grades: tuple[str, ...]) -> Post:
    grade = row.text("grade")
    if grade not in grades:
        raise row.place.error(f"ช่อง grade ไม่รู้จักระดับ “{grade}”", f"ใช้ระดับใน office.yaml: {', '.join(grades)}")
    return Post(
        code=row.text("code"),
        title=row.text("title"),
        unit=known_in(row, "unit", units, "หน่วย"),
        grade=grade,
        head=row.flag("head"),
        equivalent=row.flag("equivalent"),
        number=row.optional("number"),
    )


def _holders(path: Path, posts: Mapping[object, Row]) -> tuple[Holder, ...]:
    """Return the holders; ConfigError when two persons hold one post on the same day."""
    last: dict[str, tuple[Row, Holder]] = {}
    found = [(row, _holder(row, posts)) for row in read_rows(path, HOLDERS)]
    for row, holder in sorted(found, key=lambda pair: str(pair[1].valid_from or "")):
        row_before, before = last.get(holder.post, (row, None))
        if before and (before.valid_to is None or (holder.valid_from or before.valid_to) <= before.valid_to):
            line = to_thai(row_before.place.line)
            raise row.place.error(
                f"ตำแหน่ง “{holder.post}” มีผู้ดำรงตำแหน่งซ้อนวันกับบรรทัด {line}", "แก้ valid_from หรือ valid_to ไม่ให้ซ้อนกัน"
            )
        last[holder.post] = row, holder
    return tuple(holder for _, holder in found)


def _holder(row: Row, posts: Mapping[object, Row]) -> Holder:
    post = known_in(row, "post", posts, "ตำแหน่ง")
    return Holder(post, row.optional("rank"), row.text("name"), row.optional("email"), *row.span())


def _acting(row: Row, posts: Mapping[object, Row], fields: tuple[FieldOfWork, ...]) -> ActingAppointment:
    row.span()
    kind = row.text("kind")
    if kind not in ACTING_KINDS:
        raise row.place.error(f"ช่อง kind “{kind}” ใช้ไม่ได้", f"เขียนคำใดคำหนึ่ง: {', '.join(ACTING_KINDS)}")
    return ActingAppointment(
        by_post=known_in(row, "by_post", posts, "ตำแหน่ง"),
        for_post=known_in(row, "for_post", posts, "ตำแหน่ง"),
        kind=kind,
        order_number=row.text("order_number"),
        valid_from=row.required_day("valid_from"),
        valid_to=row.day("valid_to"),
        scope=scope_text(row, fields),
    )


def _committee(row: Row, units: Mapping[object, Row]) -> str:
    code = known_in(row, "committee", units, "หน่วย")
    if units[code].text("level") != COMMITTEE:
        raise row.place.error(f"หน่วย “{code}” ไม่ใช่คณะกรรมการ", f"ให้ช่อง level ของหน่วยนี้ใน units.csv เป็น {COMMITTEE}")
    return code


def _members(path: Path, units: Mapping[object, Row], posts: Mapping[object, Row]) -> tuple[Member, ...]:
    """Who sits on which committee; the file may be missing."""
    found = []
    for row in read_rows(path, COMMITTEES) if path.exists() else ():
        role = row.text("role")
        if role not in get_args(Role):
            raise row.place.error(f"ช่อง role “{role}” ใช้ไม่ได้", f"เขียนคำใดคำหนึ่ง: {', '.join(get_args(Role))}")
        post = known_in(row, "post", posts, "ตำแหน่ง")
        found.append(Member(_committee(row, units), post, cast(Role, role), *row.span()))
    return tuple(found)


def _meetings(path: Path, units: Mapping[object, Row]) -> tuple[Meeting, ...]:
    """The committees' meetings; the file may be missing."""
    rows = [(row, _meeting(row, units)) for row in (read_rows(path, MEETINGS) if path.exists() else ())]
    keyed(rows, lambda meeting: f"{meeting.committee} {meeting.title}", "การประชุม")
    return tuple(meeting for _, meeting in rows)


def _meeting(row: Row, units: Mapping[object, Row]) -> Meeting:
    on, year = row.required_day("date"), row.number("year")
    if year != be_year(on):
        raise row.place.error(f"ช่อง year “{year}” ไม่ตรงกับปีของวันประชุม", f"เขียน {be_year(on)} หรือแก้วันประชุม")
    return Meeting(_committee(row, units), row.number("number"), year, on, row.optional("place"))


def _spellings(path: Path, units: Mapping[object, Row]) -> dict[str, tuple[str, ...]]:
    """Other spellings by unit code; the file may be missing."""
    rows = [(row, row.text("alias")) for row in (read_rows(path, ALIASES) if path.exists() else ())]
    keyed(rows, lambda alias: alias, "ชื่ออื่น")
    found: dict[str, tuple[str, ...]] = {}
    for row, alias in rows:
        unit = known_in(row, "unit", units, "หน่วย")
        found[unit] = (*found.get(unit, ()), alias)
    return found
