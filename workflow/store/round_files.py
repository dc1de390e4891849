"""Reading `config/<office>/rounds/<year>.yaml`: the rounds of the survey an office takes part in; every complaint names the line."""

from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap

from workflow.core.survey_round import PHASES, Phase, Respondents, SurveyRound
from workflow.store.office_csv import Place
from workflow.store.office_yaml import check_keys, place_of, yaml_mapping

FOLDER = "rounds"
_ROUND = {"survey", "year", "series", "respondents", "phases", "owners"}
_RESPONDENTS = {"type", "who", "stated", "groups", "each", "grouped_by", "source", "note"}
_PHASE = {"name", "on", "until", "source", "confirmed"}
_EXAMPLE = "ดูตัวอย่างใน config/interior/rounds/2562.yaml"


def load_rounds(config_dir: Path, office: str) -> tuple[SurveyRound, ...]:
    """Return the rounds of an office, oldest first; () when it has no folder of rounds."""
    found = tuple(_round(path) for path in sorted((config_dir / office / FOLDER).glob("*.yaml")))
    return tuple(sorted(found, key=lambda r: r.year))


def _round(path: Path) -> SurveyRound:
    found = yaml_mapping(path)
    check_keys(path, found, _ROUND, required=_ROUND - {"owners"})
    year = found["year"]
    if not isinstance(year, int) or str(year) != path.stem or not 2500 <= year <= 2700:
        raise place_of(path, found, "year").error(f"year “{year}” ต้องเป็นปี พ.ศ. เดียวกับชื่อแฟ้ม", _EXAMPLE)
    return SurveyRound(
        survey=str(found["survey"]), year=year, series=str(found["series"]),
        respondents=tuple(_respondents(path, row) for row in _rows(path, found, "respondents")),
        phases=tuple(sorted((_phase(path, row) for row in _rows(path, found, "phases")), key=lambda p: p.on)),
        owners={str(code): str(unit) for code, unit in (found.get("owners") or {}).items()},
    )  # fmt: skip


def _rows(path: Path, found: CommentedMap, key: str) -> list[CommentedMap]:
    rows = found[key]
    if not isinstance(rows, list) or not rows or not all(isinstance(row, CommentedMap) for row in rows):
        raise place_of(path, found, key).error(f"{key} ต้องเป็นรายการ", _EXAMPLE)
    return rows


def _respondents(path: Path, row: CommentedMap) -> Respondents:
    check_keys(path, row, _RESPONDENTS, required={"type", "who", "source"})
    counts = {name: row.get(name) for name in ("stated", "groups", "each")}
    if not all(n is None or (isinstance(n, int) and n > 0) for n in counts.values()):
        raise Place(path, row.lc.line + 1).error("stated, groups และ each ต้องเป็นจำนวนเต็มบวก", _EXAMPLE)
    groups, each, stated = counts["groups"], counts["each"], counts["stated"]
    if groups and each and stated and groups * each != stated:
        raise Place(path, row.lc.line + 1).error(f"{groups} × {each} ไม่เท่ากับ {stated}", "แก้จำนวนให้ตรงกัน")
    who = row["who"]
    predicates = (who,) if isinstance(who, str) else tuple(map(str, who))
    level = str(row["grouped_by"]) if "grouped_by" in row else None
    return Respondents(str(row["type"]), predicates, stated, groups, each, level, str(row["source"]))


def _phase(path: Path, row: CommentedMap) -> Phase:
    check_keys(path, row, _PHASE, required={"name", "on", "source"})
    place = Place(path, row.lc.line + 1)
    if row["name"] not in PHASES:
        raise place.error(f"ไม่รู้จักช่วง “{row['name']}”", f"ใช้ {', '.join(PHASES)}")
    start, end = _day(place, row["on"]), _day(place, row["until"]) if "until" in row else None
    if end and end < start:
        raise place.error("until อยู่ก่อน on", "แก้วันเริ่มหรือวันสิ้นสุด")
    return Phase(row["name"], start, end, str(row["source"]), bool(row.get("confirmed", True)))


def _day(place: Place, value: Any) -> date:
    if not isinstance(value, date):
        raise place.error(f"“{value}” ไม่ใช่วันที่", "เขียนเป็น ปี ค.ศ.-เดือน-วัน เช่น 2019-05-07")
    return value
