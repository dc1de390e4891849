"""Reading `config/shared/frameworks/*.yaml`: surveys' frameworks as open data, each row with its certainty and source.

A mistake in a file is a ConfigError that names the file and the line; a folder that is not there means that none is known.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from ruamel.yaml.comments import CommentedMap

from workflow.core.framework import Certainty, Framework, Indicator, Known
from workflow.store.as_written import Written, as_written
from workflow.store.office_csv import Place
from workflow.store.office_yaml import check_keys, yaml_of

FOLDER = ("shared", "frameworks")
_FILE = {"survey", "names", "years"}
_YEAR = {"known", "indicators", "published"}
_ROW = {"code", "name", "others", "certainty", "source"}
_FACT = {"what", "value", "certainty", "source"}
_EXAMPLE = "ดูตัวอย่างใน config/shared/frameworks/"


def load_frameworks(config_dir: Path) -> tuple[Framework, ...]:
    """Return every year of every survey, sorted by file and year; empty when there is no such folder.

    Files that did not change are not read again: parsing them takes longer than reading a letter.
    """
    folder = config_dir.joinpath(*FOLDER)
    return _loaded(tuple(map(as_written, sorted(folder.glob("*.yaml")))))


@lru_cache(maxsize=8)
def _loaded(files: tuple[Written, ...]) -> tuple[Framework, ...]:
    return tuple(framework for file in files for framework in _frameworks(file.path))


def _frameworks(path: Path) -> Iterator[Framework]:
    found = _mapping(path)
    check_keys(path, found, _FILE, _FILE)
    for year, content in found["years"].items():
        place = Place(path, found["years"].lc.key(year)[0] + 1)
        if not isinstance(year, int) or not 2500 <= year <= 2700 or not isinstance(content, CommentedMap):
            raise place.error(f"ปี “{year}” ต้องเป็นปี พ.ศ. และมีรายการข้างใต้", _EXAMPLE)
        check_keys(path, content, _YEAR, required={"known"})
        known: Known = _one_of(place, content["known"], get_args(Known), "known")
        rows = [_indicator(path, row) for row in content.get("indicators", ())]
        _check_facts(path, content.get("published", ()))
        if len({row.code for row in rows}) != len(rows):
            raise place.error(f"ปี {year} มีรหัสตัวชี้วัดซ้ำกัน", "ลบหรือแก้บรรทัดใดบรรทัดหนึ่ง")
        yield Framework(str(found["survey"]), year, tuple(map(str, found["names"])), tuple(rows), known)


def _mapping(path: Path) -> CommentedMap:
    found = yaml_of(path)
    if not isinstance(found, CommentedMap) or not isinstance(found.get("years"), CommentedMap):
        raise Place(path).error("ต้องมี survey, names และ years", _EXAMPLE)
    return found


def _one_of(place: Place, value: Any, allowed: tuple[Any, ...], name: str) -> Any:
    if value not in allowed:
        raise place.error(f"{name} “{value}” ใช้ไม่ได้", f"ใช้ {', '.join(allowed)}")
    return value


def _indicator(path: Path, row: CommentedMap) -> Indicator:
    place = Place(path, row.lc.line + 1)
    check_keys(path, row, _ROW, required={"code", "name", "certainty", "source"})
    code = row["code"]
    if not isinstance(code, str) or not all(part.isdigit() for part in code.split(".")):
        raise place.error(f'รหัส “{code}” ต้องเป็นข้อความ เช่น "2.4"', "ใส่เครื่องหมายคำพูดครอบรหัส")
    certainty: Certainty = _one_of(place, row["certainty"], get_args(Certainty), "certainty")
    return Indicator(code, str(row["name"]), tuple(map(str, row.get("others", ()))), certainty, str(row["source"]))


def _check_facts(path: Path, facts: Any) -> None:
    """Published figures are kept for people; the reader compares nothing with them."""
    for fact in facts:
        check_keys(path, fact, _FACT, _FACT)
        _one_of(Place(path, fact.lc.line + 1), fact["certainty"], get_args(Certainty), "certainty")
