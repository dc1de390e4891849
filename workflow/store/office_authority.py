"""Tables about authority: who is away (`absences.csv`), which units' matters are a field of work (`fields-of-work.csv`); both may be missing."""

from collections.abc import Mapping
from pathlib import Path

from workflow.core.acting import GENERAL, Absence, Act, FieldOfWork, scope_of
from workflow.store.office_csv import Columns, Row, read_rows

ABSENCES = Columns(("post", "valid_from", "valid_to"), ("reason",))
FIELDS = Columns(("field", "unit"))


def read_absences(path: Path, posts: Mapping[object, Row]) -> tuple[Absence, ...]:
    """Return when holders are away; ConfigError names the line of an unknown post or a period the wrong way round."""
    return tuple(_absence(row, posts) for row in (read_rows(path, ABSENCES) if path.exists() else ()))


def _absence(row: Row, posts: Mapping[object, Row]) -> Absence:
    row.span()
    post = row.text("post")
    if post not in posts:
        raise row.place.error(f"ช่อง post ไม่รู้จักตำแหน่ง “{post}”", "ใช้ค่าในช่อง code ของ posts.csv")
    return Absence(post, row.required_day("valid_from"), row.day("valid_to"), row.optional("reason") or "")


def read_fields_of_work(path: Path, units: Mapping[object, Row]) -> tuple[FieldOfWork, ...]:
    """Return the fields of work that scopes may name, each with its units (one a line)."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_rows(path, FIELDS) if path.exists() else ():
        name, unit = row.text("field"), row.text("unit")
        if unit not in units:
            raise row.place.error(f"ช่อง unit ไม่รู้จักหน่วย “{unit}”", "ใช้ค่าในช่อง code ของ units.csv")
        if ";" in name or name == GENERAL or name in set(Act):
            raise row.place.error(
                f"ช่อง field “{name}” ใช้เป็นชื่องานไม่ได้", "ใช้ชื่อที่ไม่มี ; และไม่ใช่ชื่อการกระทำ เช่น งานเทคโนโลยีสารสนเทศ"
            )
        found[name] = (*found.get(name, ()), unit)
    return tuple(FieldOfWork(name, units_of) for name, units_of in found.items())


def scope_text(row: Row, fields: tuple[FieldOfWork, ...]) -> str:
    """Return the scope of an appointment; ConfigError for a word that is neither an act nor a field of work of this office."""
    text = row.optional("scope") or GENERAL
    known = {field.name for field in fields}
    unknown = [name for name in scope_of(text).fields if name not in known]
    if unknown:
        words = ", ".join((GENERAL, *Act, *sorted(known)))
        raise row.place.error(
            f"ช่อง scope ไม่รู้จัก “{', '.join(unknown)}”", f"ใช้ได้: {words} คั่นด้วย ; หรือเพิ่มชื่องานใน fields-of-work.csv"
        )
    return text
