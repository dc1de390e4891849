"""The chart of an office from its tables (units, lines, posts, holders, acting, aliases), checked against each other."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

from workflow.core.acting import FieldOfWork
from workflow.core.letter_number import wrong_with
from workflow.core.org import CHAIN_OF_COMMAND, ActingAppointment, Edge, Holder, OrgChart, ParentKind, Post, Unit
from workflow.core.thai_digits import to_thai
from workflow.store.office_authority import read_absences, read_fields_of_work, scope_text
from workflow.store.office_csv import Columns, Row, keyed, read_rows

SPAN = ("valid_from", "valid_to")
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
        *SPAN,
    ),
)
LINES = Columns(("child", "parent", "kind"), SPAN)
POSTS = Columns(("code", "title", "unit", "grade"), ("head", "equivalent"))
HOLDERS = Columns(("post", "rank", "name"), ("email", *SPAN))
ACTING = Columns(("by_post", "for_post", "kind", "order_number", "valid_from"), ("valid_to", "scope"))
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
        units=tuple(replace(unit, aliases=spellings.get(unit.code, ())) for _, unit in units),
        edges=(*_commands(units, by_code), *_lines(folder / "lines.csv", by_code)),
        posts=tuple(post for _, post in posts),
        holders=_holders(folder / "holders.csv", posted),
        acting=tuple(_acting(row, posted, fields) for row in read_rows(folder / "acting.csv", ACTING)),
        absences=read_absences(folder / "absences.csv", posted),
        fields_of_work=fields,
    )


def _unit(row: Row) -> Unit:
    start, end = row.span()
    return Unit(
        code=row.text("code"),
        name=row.text("name"),
        level=row.text("level"),
        number_prefix=row.optional("number_prefix"),
        phone=row.optional("phone"),
        email=row.optional("email"),
        valid_from=start,
        valid_to=end,
        successor=row.optional("successor"),
        number_format=_pattern(row, "number_format", marked=row.flag("own_circulars")),
        order_format=_pattern(row, "order_format"),
        own_circulars=row.flag("own_circulars"),
    )


def _pattern(row: Row, column: str, *, marked: bool = False) -> str | None:
    """Return how the unit writes its numbers; ConfigError for a pattern that would not tell two papers apart."""
    pattern = row.optional(column)
    if pattern and (wrong := wrong_with(pattern, marked=marked)):
        raise row.place.error(f"ช่อง {column} “{pattern}” {wrong}", "เขียนเช่น {prefix}/{ว }{number} หรือเว้นว่างเพื่อใช้แบบปกติ")
    return pattern


def _known(row: Row, column: str, known: Iterable[object], what: str) -> str:
    code = row.text(column)
    if code not in known:
        raise row.place.error(f"ช่อง {column} ไม่รู้จัก{what} “{code}”", f"เพิ่ม{what}นี้ก่อน หรือแก้ตัวสะกดให้ตรงกับช่อง code")
    return code


def _distinct_prefixes(units: list[tuple[Row, Unit]]) -> None:
    """Two units with one prefix would give two papers the same ที่; an abolished unit may leave its prefix to another."""
    numbered = [(row, unit) for row, unit in units if unit.number_prefix and unit.valid_to is None]
    keyed(numbered, lambda unit: unit.number_prefix, "เลขประจำหน่วย")


def _commands(units: list[tuple[Row, Unit]], known: dict[object, Row]) -> Iterator[Edge]:
    parents: dict[str, str] = {}
    for row, unit in units:
        if row.optional("successor"):
            _known(row, "successor", known, "หน่วย")
        if row.optional("parent"):
            parents[unit.code] = _known(row, "parent", known, "หน่วย")
    sound: set[str] = set()
    for row, unit in units:
        _climb(row, unit.code, parents, sound)
        if unit.code in parents:
            yield Edge(unit.code, parents[unit.code])


def _climb(row: Row, code: str, parents: dict[str, str], sound: set[str]) -> None:
    path = [code]
    while path[-1] in parents and path[-1] not in sound:
        above = parents[path[-1]]
        if above in path:
            raise row.place.error(f"สายบังคับบัญชาวนเป็นวง: {' → '.join([*path, above])}", "แก้ช่อง parent ให้ขึ้นไปถึงหน่วยสูงสุด")
        path.append(above)
    sound.update(path)


def _lines(path: Path, known: dict[object, Row]) -> Iterator[Edge]:
    """Lines other than the chain of command, which stands in units.csv; the file may be missing."""
    for row in read_rows(path, LINES) if path.exists() else ():
        kind = row.text("kind")
        if kind not in get_args(ParentKind) or kind == CHAIN_OF_COMMAND:
            raise row.place.error(
                f"ช่อง kind “{kind}” ใช้ไม่ได้", "เขียน สายงาน หรือ ประสาน (สายบังคับบัญชาอยู่ที่ช่อง parent ของ units.csv)"
            )
        ends = _known(row, "child", known, "หน่วย"), _known(row, "parent", known, "หน่วย")
        yield Edge(*ends, cast(ParentKind, kind), *row.span())


def _post(row: Row, units: dict[object, Row], grades: tuple[str, ...]) -> Post:
    grade = row.text("grade")
    if grade not in grades:
        raise row.place.error(f"ช่อง grade ไม่รู้จักระดับ “{grade}”", f"ใช้ระดับใน office.yaml: {', '.join(grades)}")
    return Post(
        code=row.text("code"),
        title=row.text("title"),
        unit=_known(row, "unit", units, "หน่วย"),
        grade=grade,
        head=row.flag("head"),
        equivalent=row.flag("equivalent"),
    )


def _holders(path: Path, posts: dict[object, Row]) -> tuple[Holder, ...]:
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


def _holder(row: Row, posts: dict[object, Row]) -> Holder:
    post = _known(row, "post", posts, "ตำแหน่ง")
    return Holder(post, row.optional("rank"), row.text("name"), row.optional("email"), *row.span())


def _acting(row: Row, posts: dict[object, Row], fields: tuple[FieldOfWork, ...]) -> ActingAppointment:
    row.span()
    return ActingAppointment(
        by_post=_known(row, "by_post", posts, "ตำแหน่ง"),
        for_post=_known(row, "for_post", posts, "ตำแหน่ง"),
        kind=row.text("kind"),
        order_number=row.text("order_number"),
        valid_from=row.required_day("valid_from"),
        valid_to=row.day("valid_to"),
        scope=scope_text(row, fields),
    )


def _spellings(path: Path, units: dict[object, Row]) -> dict[str, tuple[str, ...]]:
    """Other spellings by unit code; the file may be missing."""
    rows = [(row, row.text("alias")) for row in (read_rows(path, ALIASES) if path.exists() else ())]
    keyed(rows, lambda alias: alias, "ชื่ออื่น")
    found: dict[str, tuple[str, ...]] = {}
    for row, alias in rows:
        unit = _known(row, "unit", units, "หน่วย")
        found[unit] = (*found.get(unit, ()), alias)
    return found
