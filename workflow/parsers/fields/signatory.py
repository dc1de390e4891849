"""Who signed: the rank before the bracketed name, and the title below it with its acting phrase."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.core.reading import Signatory
from workflow.parsers.fields.dated import date_alone, loose_date
from workflow.parsers.rows import Row

# Abbreviated and written-out ranks of police, army, navy and air force, acting (ว่าที่) and of women (หญิง)
RANK = (
    r"(?:ว่าที่\s?)?(?:(?:พล|พ|ร|น|จ|ส|ด)\.(?:[ก-ฮ]{1,2}\.){1,3}|(?:พล|พัน|ร้อย|นาวา|เรือ)(?:ตำรวจ|อากาศ|เรือ|จ่า)?(?:เอก|โท|ตรี|จัตวา)"
    r"|(?:จ่าสิบ|สิบ|จ่า)(?:ตำรวจ|อากาศ)?(?:เอก|โท|ตรี)|(?:นาย)?ดาบตำรวจ)(?:\s?\(?พิเศษ\)?)?(?:\s?หญิง)?"
)
_NAME = re.compile(rf"^(?:ลงชื่อ\s*)?(?P<rank>{RANK})?\s*\(\s*(?P<within>{RANK})?\s*(?P<name>[^()\d]{{4,60}}?)\s*\)$")
_TITLE = re.compile(r"^(?:นางสาว|นาง|นาย|น\.ส\.|ดร\.|ผศ\.|รศ\.|ศ\.|ว่าที่\s*ร\.ต\.)\s*")
# acting phrases of ภาคผนวก ๓ and their police abbreviations; the last form is an abbreviation nobody uses (พรท.), kept for the checks
ACTING = (
    "ปฏิบัติหน้าที่แทน", "ปฏิบัติหน้าที่ในตำแหน่ง", "ปฏิบัติหน้าที่", "ปฏิบัติราชการแทน", "ปฏิบัติการแทน", "รักษาราชการแทน", "รักษาราชการในตำแหน่ง", "รักษาการในตำแหน่ง",
    "รักษาการแทน", "ทำหน้าที่แทน", "ทำการแทน", "ปรท.", "รรท.", "รก.",
)  # fmt: skip
_ACTING = re.compile(rf"(?P<acting>{'|'.join(re.escape(a) for a in ACTING)}|[ก-ฮ]รท\.)")
_ANY_ACTING = "|".join(re.escape(a) for a in ACTING)
# a post that is no post without its unit, and what a unit's name begins with
_BARE_POST = re.compile(
    r"^(?:(?:รอง|ผู้ช่วย)?(?:ผู้อำนวยการ|ผู้จัดการ|หัวหน้า|เลขาธิการ|อธิบดี|ปลัด|ประธาน\S{0,12}|คณบดี|อธิการบดี))$|.*ทำการแทน$"
)
_UNIT = re.compile(r"^(?:สำนัก|กรม|กอง|สถาบัน|ศูนย์|องค์การ|กระทรวง|การ(?:ไฟฟ้า|ประปา)|มหาวิทยาลัย|คณะ|จังหวัด|เทศบาล|โรงพยาบาล)")
_NOT_TITLE = re.compile(r"^(?:โทร|สำเนา|ไปรษณีย์|E-?mail|ฝ่าย.*โทร|-|\d|เรียน|ที่\s)", re.I)


@dataclass(frozen=True)
class Signature:
    """A signature block: the signatory, the rows it takes (first to last), the date under it as printed."""

    signatory: Signatory
    first: int
    last: int
    dated: Row | None = None


def signatures(rows: Sequence[Row]) -> list[Signature]:
    """Return every signature block of the rows in order."""
    return [_block(rows, n, found) for n, row in enumerate(rows) if (found := _name_row(row))]


def split_acting(title: str) -> tuple[str, str | None, str | None]:
    """Return own position, acting phrase, and the post acted for: `รอง ผบช.ฯ ปรท.ผบช.สทส.`"""
    found = _ACTING.search(title)
    if not found:
        return title.strip(), None, None
    return title[: found.start()].strip(), found["acting"], title[found.end() :].strip() or None


def bare_name(name: str) -> str:
    """Return the name without civil titles, single-spaced."""
    while (bare := _TITLE.sub("", name.strip())) != name.strip():
        name = bare
    return re.sub(r"\s+", " ", name).strip()


def _name_row(row: Row) -> re.Match[str] | None:
    found = _NAME.match(row.text.strip())
    if not found or re.search(r"องค์การ|ถ้ามี|เอกสาร|สำเนา|ผ่าน", found["name"]):
        return None
    named = found["rank"] or found["within"] or _TITLE.match(found["name"]) or " " in found["name"].strip()
    return found if named else None


def _block(rows: Sequence[Row], index: int, found: re.Match[str]) -> Signature:
    above = rows[index - 1] if index else None
    rank_row = above if above and re.fullmatch(RANK, above.text.strip()) else None
    titles, last = _title_rows(rows, index)
    position, acting, acted_for = split_acting(" ".join(row.text.strip() for row in titles))
    dated = _date_under(rows, last)
    rank = found["rank"] or found["within"] or (rank_row.text.strip() if rank_row else None)
    signatory = Signatory(rank, bare_name(found["name"]), position or None, acting, acted_for)
    return Signature(signatory, index - 1 if rank_row else index, last + (dated is not None), dated)


def _title_rows(rows: Sequence[Row], index: int) -> tuple[list[Row], int]:
    titles: list[Row] = []
    for n in range(index + 1, min(index + 4, len(rows))):
        if not _is_title(rows[n]) or (titles and not _goes_on(titles[-1], rows[n], rows[index])):
            break
        titles.append(rows[n])
    return titles, index + len(titles)


def _is_title(row: Row) -> bool:
    text = row.text.strip()
    return not (_NOT_TITLE.match(text) or date_alone(row) or loose_date(text) or _name_row(row) or len(text) > 90)


def _goes_on(above: Row, row: Row, name: Row) -> bool:
    """Whether a second row still belongs to the title: after an acting phrase, or centred under the name."""
    text = above.text.strip()
    if re.search(rf"(?:{_ANY_ACTING})$", text) or re.match(rf"(?:{_ANY_ACTING})", row.text.strip()):
        return True
    if _BARE_POST.match(text) and _UNIT.match(row.text.strip()) and not row.blank_before and not row.box:
        return True
    if not (row.box and name.box and above.box):
        return False
    centres = [(b[0] + b[2]) / 2 for b in (name.box, above.box, row.box)]
    return max(centres) - min(centres) < 12 and row.box[1] - above.box[3] < 14


def _date_under(rows: Sequence[Row], last: int) -> Row | None:
    below = rows[last + 1] if last + 1 < len(rows) else None
    return below if below and (date_alone(below) or loose_date(below.text)) else None
