"""Reading `office.yaml`: what is true of an office apart from its tables, each value checked, each complaint with its line.

YAML 1.2 by ruamel.yaml: PyYAML's 1.1 reads `15:30` as 930 and `0222057` as an octal number.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError

from workflow.core.errors import ConfigError
from workflow.core.reminder import PAPERS, STAMPED, Rung
from workflow.store.office_csv import Place, text_of

ORDINARY = "ปกติ"
REQUIRED = ("name", "short_name", "registry_unit", "owner_unit", "addressee_post", "grades", "due_days", "rungs")
OPTIONAL = (
    "via_post", "via_posts", "co_owner_units", "circulate_to", "emblem", "mail_from", "style", "official", "login_from", "ladders",
    "order_phrases",
)  # fmt: skip
RUNG_KEYS = {"name", "working_days", "escalate", "paper"}


@dataclass(frozen=True)
class OfficeYaml:
    """The mapping of `office.yaml` with the line of every key."""

    path: Path
    map: CommentedMap

    def error(self, key: str, message: str, next_step: str, within: Any = None) -> ConfigError:
        """Return the error that names the line of `key`."""
        mapping = self.map if within is None else within
        return place_of(self.path, mapping, key).error(message, next_step)

    def text(self, key: str) -> str:
        """Return a value that is a text."""
        value = self.map[key]
        if not isinstance(value, str) or not value.strip():
            raise self.error(key, f"{key} ต้องเป็นข้อความ", "ใส่เครื่องหมายคำพูดครอบค่า")
        return value

    def optional(self, key: str) -> str | None:
        """Return a text, None when the key is absent."""
        return self.text(key) if key in self.map else None

    def flag(self, key: str) -> bool:
        """Return a yes or no; no when the key is absent."""
        value = self.map.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, f"{key} ต้องเป็น true หรือ false", "เขียน true หรือ false โดยไม่ใส่เครื่องหมายคำพูด")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty when the key is absent."""
        found = self.map.get(key, [])
        if not isinstance(found, list) or not all(isinstance(item, str) and item.strip() for item in found):
            raise self.error(key, f"{key} ต้องเป็นรายการข้อความ", "เขียนเป็น [ก, ข] หรือบรรทัดละรายการ")
        return tuple(found)

    def grades(self) -> tuple[str, ...]:
        """Return the classes of posts from the top down."""
        found = self.map["grades"]
        if not isinstance(found, list) or not all(isinstance(g, str) for g in found) or len(set(found)) != len(found):
            raise self.error("grades", "grades ต้องเป็นรายการระดับตำแหน่งที่ไม่ซ้ำกัน", "เขียนเป็นรายการ บรรทัดละระดับ จากสูงไปต่ำ")
        return tuple(found)

    def grade(self, key: str) -> str | None:
        """Return one of the office's classes of posts, None when the key is absent."""
        found = self.optional(key)
        if found is not None and found not in self.grades():
            raise self.error(key, f"{key} ไม่รู้จักระดับ “{found}”", "ใช้ระดับหนึ่งในรายการ grades")
        return found

    def due_days(self) -> dict[str | None, int]:
        """Return working days to answer by urgency; `ปกติ` is kept under None."""
        found = self.map["due_days"]
        if not isinstance(found, dict) or ORDINARY not in found:
            raise self.error("due_days", f"due_days ต้องมี {ORDINARY}", "กำหนดจำนวนวันทำการของหนังสือปกติ")
        for urgency, days in found.items():
            if not _whole(days) or days < 0:
                raise self.error(str(urgency), f"due_days ของ “{urgency}” ต้องเป็นจำนวนวันตั้งแต่ 0", "แก้เป็นจำนวนเต็ม", found)
        return {None if urgency == ORDINARY else urgency: int(days) for urgency, days in found.items()}

    def rungs(self) -> tuple[Rung, ...]:
        """Return the reminder ladder, earliest rung first."""
        return self._ladder("rungs", self.map["rungs"], self.map)

    def ladders(self) -> tuple[tuple[str, tuple[Rung, ...]], ...]:
        """Return the ladders for papers of an urgency, where the office climbs otherwise for them."""
        found = self.map.get("ladders", {})
        if not isinstance(found, dict):
            raise self.error(
                "ladders", "ladders ต้องเป็นรายการขั้นการเตือนตามชั้นความเร็ว", "เขียนเช่น ladders: แล้ว ด่วนที่สุด: ตามด้วยรายการขั้น"
            )
        return tuple((str(urgency), self._ladder(str(urgency), rungs, found)) for urgency, rungs in found.items())

    def _ladder(self, key: str, found: Any, within: Any) -> tuple[Rung, ...]:
        if not isinstance(found, list) or not found:
            raise self.error(key, f"{key} ต้องเป็นรายการขั้นการเตือน", "ดูตัวอย่างใน config/police/office.yaml", within)
        rungs = sorted(self._rungs(found), key=lambda rung: rung.working_days)
        if len({rung.name for rung in rungs}) != len(rungs):
            raise self.error(key, f"{key} มีชื่อขั้นซ้ำกัน", "ตั้งชื่อแต่ละขั้นให้ต่างกัน", within)
        return tuple(rungs)

    def _rungs(self, found: list[Any]) -> Iterator[Rung]:
        for number, item in enumerate(found):
            if not _is_rung(item):
                raise Place(self.path, found.lc.item(number)[0] + 1).error(  # type: ignore[attr-defined]
                    "ขั้นการเตือนต้องมี name (ข้อความ) และ working_days (จำนวนเต็ม)", "แก้ตามตัวอย่างใน config/police/office.yaml"
                )
            yield Rung(
                item["name"], int(item["working_days"]), bool(item.get("escalate", False)), item.get("paper", STAMPED)
            )


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_rung(item: Any) -> bool:
    return (
        isinstance(item, dict)
        and set(item) <= RUNG_KEYS
        and isinstance(item.get("name"), str)
        and _whole(item.get("working_days"))
        and isinstance(item.get("escalate", False), bool)
        and item.get("paper", STAMPED) in PAPERS
    )


def yaml_of(path: Path) -> Any:
    """Return what a YAML file holds; ConfigError names the line of a syntax error."""
    try:
        return YAML(typ="rt", pure=True).load(text_of(path))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise Place(path, line).error(
            "อ่านเป็น YAML ไม่ได้", "ตรวจการย่อหน้า เครื่องหมาย : และเครื่องหมายคำพูดในบรรทัดนี้"
        ) from error


def yaml_mapping(path: Path) -> CommentedMap:
    """Return the mapping a YAML file holds; ConfigError when it holds anything else."""
    found = yaml_of(path)
    if not isinstance(found, CommentedMap):
        raise Place(path).error("ต้องเป็นรายการ ชื่อ: ค่า", "ดูตัวอย่างใน config/police/office.yaml")
    return found


def place_of(path: Path, mapping: CommentedMap, key: str) -> Place:
    """Return the line of a key; the file alone when the mapping lacks it."""
    return Place(path, mapping.lc.key(key)[0] + 1 if key in mapping else None)


def check_keys(path: Path, found: CommentedMap, allowed: set[str], required: set[str]) -> None:
    """Raise ConfigError at a mapping that lacks a key it must have or holds one that nobody knows."""
    missing, unknown = required - set(found), set(map(str, found)) - allowed
    if missing or unknown:
        told = f"ไม่มี {', '.join(sorted(missing))}" if missing else f"ไม่รู้จัก {', '.join(sorted(unknown))}"
        raise Place(path, found.lc.line + 1).error(told, f"ใช้ได้เฉพาะ {', '.join(sorted(allowed))}")


def read_office_yaml(path: Path) -> OfficeYaml:
    """Return the checked mapping; ConfigError names the line of a syntax error, a missing or an unknown key."""
    found = yaml_mapping(path)
    office = OfficeYaml(path, found)
    for key in REQUIRED:
        if key not in found:
            raise Place(path).error(f"ไม่มี {key}", "เพิ่มบรรทัดนี้ตามตัวอย่างใน config/police/office.yaml")
    for key in found:
        if key not in {*REQUIRED, *OPTIONAL}:
            raise office.error(key, f"ไม่รู้จัก {key}", f"ใช้ได้เฉพาะ {', '.join(REQUIRED + OPTIONAL)}")
    return office
