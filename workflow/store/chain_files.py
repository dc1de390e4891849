"""Reading a chain of papers (YAML 1.2); every complaint names the file and the line."""

from datetime import datetime
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap

from workflow.core.chain import Chain
from workflow.core.thai_date import BANGKOK
from workflow.core.when import When
from workflow.store.office_csv import Place
from workflow.store.office_yaml import yaml_mapping

REQUIRED = ("title", "office", "letter", "received", "order", "to")
OPTIONAL = ("pass_on", "population", "kind")


def load_chain(path: Path) -> Chain:
    """Return the chain in a file; its letter lies beside it. ConfigError for what does not fit."""
    found = yaml_mapping(path)
    missing = [key for key in REQUIRED if key not in found]
    unknown = [key for key in found if key not in {*REQUIRED, *OPTIONAL}]
    if missing or unknown:
        raise Place(path).error(
            f"หัวข้อขาดหรือไม่รู้จัก: {', '.join(missing + unknown)}", f"หัวข้อที่ใช้: {', '.join(REQUIRED + OPTIONAL)}"
        )
    letter = path.parent / str(found["letter"])
    if not letter.is_file():
        raise _at(path, found, "letter").error(f"ไม่พบแฟ้มหนังสือ {letter.name}", "วางแฟ้มหนังสือไว้ข้างแฟ้มนี้")
    return Chain(
        title=str(found["title"]), office=str(found["office"]), letter=letter, received=_moment(path, found),
        order=str(found["order"]).strip(), to=_texts(path, found, "to", found["to"]),
        pass_on={level: _texts(path, found, "pass_on", to) for level, to in found.get("pass_on", {}).items()},
        population=_counts(path, found), kind=str(found.get("kind", Chain.kind)),
    )  # fmt: skip


def _at(path: Path, found: CommentedMap, key: str) -> Place:
    return Place(path, found.lc.key(key)[0] + 1)


def _texts(path: Path, found: CommentedMap, key: str, value: Any) -> tuple[str, ...]:
    texts = (value,) if isinstance(value, str) else value
    if not isinstance(texts, list | tuple) or not texts or not all(isinstance(text, str) and text for text in texts):
        raise _at(path, found, key).error(f"{key} ต้องเป็นผู้รับหนึ่งรายการขึ้นไป", "เขียนเป็นรายการ บรรทัดละผู้รับ")
    return tuple(texts)


def _counts(path: Path, found: CommentedMap) -> dict[str, int]:
    counts = found.get("population", {})
    if not all(isinstance(n, int) and n > 0 for n in counts.values()):
        raise _at(path, found, "population").error("population ต้องเป็นจำนวนหน่วยของแต่ละระดับ", "เขียนเป็น ระดับ: จำนวน")
    return dict(counts)


def _moment(path: Path, found: CommentedMap) -> When:
    try:
        at = datetime.fromisoformat(str(found["received"])).replace(tzinfo=BANGKOK)
    except ValueError as error:
        raise _at(path, found, "received").error(
            "received ไม่ใช่วันเวลา", 'เขียนเป็น "2019-11-11T14:50" (ปี ค.ศ.)'
        ) from error
    return When(at)
